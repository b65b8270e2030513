//! What people see when a profile or a pack is wrong: everything at once, each at its location, with
//! the fix.

use std::path::Path;

use assert_cmd::Command;
use dteam::SourceFile;
use dteam_text::diagnostic::Problem;

use crate::EN;
use crate::survey::catalog;

/// What the program says on standard error; it has to refuse its input.
fn complaint(arguments: &[&str]) -> String {
    let output = Command::cargo_bin("dteam")
        .expect("the binary is built")
        .args(arguments)
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    assert!(output.stdout.is_empty(), "half an answer");
    String::from_utf8(output.stderr).expect("messages are text")
}

#[test]
fn profiles_with_mistakes() {
    insta::glob!("mistakes", "*.*", |path| {
        // Too long to read: see `a_broken_file_is_not_reported_without_end`.
        if path.ends_with("many.yaml") || path.ends_with("same.yaml") {
            return;
        }
        let relative =
            format!("tests/suite/mistakes/{}", path.file_name().expect("a file").to_string_lossy());
        insta::assert_snapshot!(
            "de",
            complaint(&["advise", &relative, "--lang", "de", "--width", "110"])
        );
    });
}

/// What programmers see of the same mistakes: a line each.
#[test]
fn profiles_with_mistakes_in_english() {
    let mut said = String::new();
    let entries = std::fs::read_dir("tests/suite/mistakes").expect("there are mistakes").flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    for path in
        paths.iter().filter(|path| !path.ends_with("many.yaml") && !path.ends_with("same.yaml"))
    {
        if let Err(invalid) = catalog().profile_from_file(path) {
            said.push_str(&format!("{invalid}\n"));
        }
    }
    insta::assert_snapshot!(said.replace("tests/suite/mistakes/", ""));
}

#[test]
fn a_typo_names_what_was_meant() {
    let invalid = catalog().profile_from_str("p.yaml", "goals: [efficency]\n").expect_err("a typo");
    let [diagnostic] = &invalid.diagnostics[..] else { panic!("one mistake") };
    assert_eq!(diagnostic.location().as_deref(), Some("p.yaml:1:9"));
    assert_eq!(diagnostic.help(EN).as_deref(), Some("did you mean `efficiency`?"));
}

#[test]
fn warnings_do_not_refuse_a_profile() {
    let profile = catalog()
        .profile_from_str("p.yaml", "municipality: {kind: kreis, population: 9000}\n")
        .expect("hardly likely is not impossible");
    assert_eq!(profile.warnings().len(), 1);
}

/// The problems of a pack `probe` with this one rule's parts changed.
fn pack_problems(changes: &[(&str, &str)], script: Option<&str>) -> String {
    const PACK: &str = r#"format: 1
id: probe
version: 1.0.0
title: {de: Probe, en: Probe}
about: {de: Eine Probe., en: A probe.}
rules:
  - id: one
    title: {de: Eins, en: One}
    when: data.inventory <= 1
    need: 1 - data.inventory / 3
    impact: 3
    effort: 2
    why:
      de: "Stand {data.inventory}."
      en: "Level {data.inventory}."
    actions:
      de: [Erstens tun, Zweitens tun]
      en: [Do this, Do that]
    effect: {data.inventory: 2}
    source: {section: "5.3", table: 11}
"#;
    let mut text = PACK.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pack = folder.path().join("probe");
    std::fs::create_dir(&pack).expect("the folder can be made");
    std::fs::write(pack.join("pack.yaml"), text).expect("the file can be written");
    if let Some(script) = script {
        std::fs::write(pack.join("probe.rhai"), script).expect("the file can be written");
    }
    let pack = pack.to_string_lossy().into_owned();
    let profile = "profiles/auetal.yaml";
    complaint(&["advise", profile, "--rules", &pack, "--lang", "en", "--width", "110"])
        .replace(&format!("{}/", folder.path().display()), "")
}

/// The end of the probe's rule, and another that comes after it.
const SECOND_RULE: &str = "    source: {section: \"5.3\", table: 11}
  - id: two
    title: {de: Zwei, en: Two}
    when: fim.known
    impact: 3
    effort: 1
    after: [one]
    why: {de: Darum., en: Therefore.}
    actions: {de: [Tun, Lassen], en: [Do, Leave]}
    effect: {fim.known: false}
    source: {section: \"5.2\", table: 10}
";

#[test]
fn packs_with_mistakes() {
    let when = "    when: data.inventory <= 1\n";
    let cases: &[(&str, &[(&str, &str)])] = &[
        ("unknown-path", &[(when, "    when: data.inventry <= 1\n")]),
        ("unknown-option", &[(when, "    when: '\"automtion\" in data.uses'\n")]),
        (
            "unknown-option-compared",
            &[(when, "    when: >-\n      fim.known &&\n      strategy.status == \"non\"\n")],
        ),
        (
            "wrong-types",
            &[(
                when,
                "    when: |\n      data.inventory <= \"1\" ||\n        count(data.inventory) > 0 || fim.known > 3\n",
            )],
        ),
        ("not-a-condition", &[(when, "    when: data.inventory + 1\n")]),
        (
            "unknown-function",
            &[(when, "    when: \"len(data.uses) > \\\"x\\\" && cuont(data.uses) == 0\"\n")],
        ),
        ("argument-count", &[(when, "    when: count() == rank(goals)\n")]),
        ("unknown-type", &[(when, "    when: type == \"cautios\" && membership(\"x\") > 0.5\n")]),
        ("whole-number-division", &[("need: 1 - data.inventory / 3", "need: 1 - 2 / 3")]),
        ("division-by-zero", &[("need: 1 - data.inventory / 3", "need: data.inventory / 0")]),
        (
            "no-benchmark",
            &[(
                when,
                "    when: benchmark(\"fim.used\") > 3 && benchmark(\"components.in_use\", \"eid\") > 1\n",
            )],
        ),
        ("syntax", &[(when, "    when: data.inventory <= && 1\n")]),
        ("unsupported", &[(when, "    when: if fim.known { true } && data.uses[0] == 1\n")]),
        ("property", &[(when, "    when: data.uses.contains(\"automation\").x\n")]),
        (
            "optional-access",
            &[(
                when,
                "    when: data?.inventory > 1 || [1, 2].contains(data.inventory) || `a${1}` == 3\n",
            )],
        ),
        ("assignment", &[(when, "    when: data.inventory = 1\n")]),
        ("eval", &[(when, "    when: eval(\"true\")\n")]),
        ("loop", &[(when, "    when: while true { }\n")]),
        (
            "placeholder",
            &[
                ("Stand {data.inventory}.", "Stand {data.inventori} und {fim.known"),
                ("Level {data.inventory}.", "Level } here"),
            ],
        ),
        ("missing-language", &[("title: {de: Eins, en: One}", "title: {}")]),
        ("missing-keys", &[("    impact: 3\n    effort: 2\n", "    efort: 2\n")]),
        (
            "weights",
            &[("impact: 3", "impact: {defalt: 3, optimiser: 9}"), ("effort: 2", "effort: 2.5")],
        ),
        ("actions", &[("de: [Erstens tun, Zweitens tun]", "de: [Erstens tun]")]),
        (
            "effect",
            &[(
                "effect: {data.inventory: 2}",
                "effect: {data.inventory: 7, components.in_use: +eidd, fim.known: +x, dta.uses: []}",
            )],
        ),
        ("after", &[("    effort: 2\n", "    effort: 2\n    after: [two, data/inventry]\n")]),
        ("cycle", &[("    effort: 2\n", "    effort: 2\n    after: [one]\n")]),
        (
            "dates",
            &[(
                "    effort: 2\n",
                "    effort: 2\n    valid: {from: 24.07.2024, til: 2030-01-01}\n",
            )],
        ),
        ("format", &[("format: 1", "format: 9")]),
        ("id", &[("id: probe", "id: prob")]),
        (
            "constants",
            &[("need: 1 - data.inventory / 3", "need: 0 - 5"), ("impact: 3", "impact: \"3 * 9\"")],
        ),
        (
            "never-valid",
            &[(
                "    effort: 2\n",
                "    effort: 2\n    valid: {from: 2030-01-01, until: 2020-01-01}\n",
            )],
        ),
        ("fixed", &[("effect: {data.inventory: 2}", "effect: {municipality.population: 5000}")]),
        (
            "added-and-removed",
            &[(
                "effect: {data.inventory: 2}",
                "effect: {data.inventory: 2, components.in_use: [+eid, -eid]}",
            )],
        ),
        ("table", &[("table: 11", "table: 77")]),
        ("version", &[("version: 1.0.0", "version: abc")]),
        // Only the mistake itself is reported, not that the rule it spoils is missing elsewhere.
        (
            "no-follow-on",
            &[
                ("effort: 2", "effort: 6"),
                ("    source: {section: \"5.3\", table: 11}\n", SECOND_RULE),
            ],
        ),
    ];
    for (name, changes) in cases {
        insta::assert_snapshot!(format!("pack-{name}"), pack_problems(changes, None));
    }
}

/// What people write who know municipalities: each mistake with its place and its fix.
#[test]
fn everyday_slips_come_with_their_fix() {
    let title = "title: {de: Eins, en: One}";
    let slips: [(&str, &str, &str, &str); 8] = [
        (title, "title: {de: Eins, en: \"One\", zwei}", "D112", "\"One, zwei\""),
        (title, "title: {de: \"Eins: zwei\", en: One: two}", "D011", "quotation marks: `title:"),
        ("    impact: 3\n", "\timpact: 3\n", "D012", "spaces"),
        ("inventory <= 1", "inventory = 1", "D301", "write `==` in place of `=`"),
        ("<= 1\n", "<= 1 und fim.known\n", "D301", "write `&&` in place of `und`"),
        ("<= 1\n", "<= 1 oder fim.known\n", "D301", "write `||` in place of `oder`"),
        ("    effort: 2\n", "    effort: 2\n    fit: {cautious: 0,8}\n", "D112", "point: `0.8`"),
        (
            "Level {data.inventory}",
            "Level {strategy.developed-with}",
            "D303",
            "`strategy.developed_with`",
        ),
    ];
    for (was, is, code, fix) in slips {
        let said = pack_problems(&[(was, is)], None);
        assert!(said.contains(&format!("[{code}]")) && said.contains(fix), "{is}\n{said}");
        assert_eq!(said.matches("error[").count(), 1, "{is}\n{said}");
    }
}

/// What is wrong in the pack is said there, not again wherever its questions are answered.
#[test]
fn a_broken_pack_is_the_only_thing_said() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pack = folder.path().join("probe");
    std::fs::create_dir(&pack).expect("the folder can be made");
    let text = "format: 1\nid: probe\nversion: 1.0.0\ntitle: {de: Probe, en: A probe}\nabout: {de: Eine Probe., en: A probe of it.}\nquestions:\n  - id: devices\n    kind: number\n   min: 0\n";
    std::fs::write(pack.join("pack.yaml"), text).expect("it can be written");
    let cases = "cases:\n  - name: many\n    profile: {probe: {devices: 4}}\n    fires: [one]\n";
    std::fs::write(pack.join("cases.yaml"), cases).expect("it can be written");
    let output = assert_cmd::Command::cargo_bin("dteam")
        .expect("the binary is built")
        .args(["check", &pack.to_string_lossy(), "--lang", "en"])
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(said.matches("error[").count(), 1, "{said}");
}

#[test]
fn scripts_with_mistakes() {
    let declared = (
        "rules:\n",
        "functions:\n  - {name: links, arguments: [list], returns: number, help: {de: Glieder, en: Links}}\nrules:\n",
    );
    let called = ("when: data.inventory <= 1", "when: links(components.in_use) < 99");
    let cases: &[(&str, &str)] = &[
        ("syntax", "fn links(list) {\n    let x = ;\n}\n"),
        ("not-defined", "fn lnks(list) { 1.0 }\n"),
        ("endless-loop", "fn links(list) { let n = 0.0; loop { n += 1.0; } n }\n"),
        ("recursion", "fn links(list) { links(list) }\n"),
        ("growing-text", "fn links(list) { let s = \"x\"; loop { s += s; } 1.0 }\n"),
        ("growing-list", "fn links(list) { let a = []; loop { a.push(a.len()); } 1.0 }\n"),
        (
            "curry",
            "fn links(list) { let f = Fn(\"links\"); for i in 0..100 { f = f.curry(f); } 1.0 }\n",
        ),
        ("closure", "fn links(list) { let f = |a| a; 1.0 }\n"),
        ("not-finite", "fn links(list) { 1.0 / 0.0 }\n"),
        ("long-list", "fn links(list) { let a = []; a.pad(999, 1); 1.0 }\n"),
        (
            "comparing",
            "fn links(list) { let a = []; a.pad(99, 1); let b = a; loop { a == b; } 1.0 }\n",
        ),
        ("import", "import \"/etc/passwd\" as secret;\nfn links(list) { 1.0 }\n"),
        ("eval", "fn links(list) { eval(\"1.0\") }\n"),
        ("file", "fn links(list) { open_file(\"/etc/passwd\") }\n"),
        ("sleep", "fn links(list) { sleep(3600); 1.0 }\n"),
        ("clock", "fn links(list) { timestamp().elapsed }\n"),
        ("other-kind", "fn links(list) { \"three\" }\n"),
        ("profile", "fn links(list) { data.inventory }\n"),
    ];
    for (name, script) in cases {
        insta::assert_snapshot!(
            format!("script-{name}"),
            pack_problems(&[declared, called], Some(script))
        );
    }
    let long = format!("fn links(list) {{ 1.0 }}\n// {}\n", "x".repeat(40_000));
    insta::assert_snapshot!("script-too-long", pack_problems(&[declared, called], Some(&long)));
    let wrong_argument = ("when: data.inventory <= 1", "when: links(data.inventory) < 9");
    insta::assert_snapshot!(
        "script-argument",
        pack_problems(&[declared, wrong_argument], Some("fn links(list) { 1.0 }\n"))
    );
}

#[test]
fn an_empty_pack_is_an_error() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pack = folder.path().join("probe");
    std::fs::create_dir(&pack).expect("the folder can be made");
    std::fs::write(pack.join("pack.yaml"), "").expect("the file can be written");
    let pack = pack.to_string_lossy().into_owned();
    let said = complaint(&["advise", "profiles/auetal.yaml", "--rules", &pack, "--lang", "en"]);
    assert!(said.contains("error[D515]"), "{said}");
}

#[test]
fn a_broken_file_is_not_reported_without_end() {
    for name in ["many.yaml", "same.yaml"] {
        let text = std::fs::read_to_string(format!("tests/suite/mistakes/{name}"))
            .expect("the file is there");
        let invalid = catalog().profile_from_str(name, &text).expect_err("nothing in it is right");
        assert_eq!(invalid.diagnostics.len(), 201, "{name}");
    }
}

#[test]
fn folders_that_are_no_rules() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let missing = folder.path().join("missing").display().to_string();
    let empty = folder.path().display().to_string();
    for (name, path) in [("missing", &missing), ("empty", &empty)] {
        let said = complaint(&["advise", "profiles/auetal.yaml", "--rules", path])
            .replace(&empty, "FOLDER");
        insta::assert_snapshot!(format!("folder-{name}"), said);
    }
}

#[test]
fn a_survey_with_mistakes_is_refused() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (file, from, to) in [
        ("survey.yaml", "kind: scale", "kind: scal"),
        ("survey.yaml", "in_use)) > 0", "in_us)) > 0"),
        ("typology.yaml", "legal_requirements: 2.91", "legal_requirements: 1.91"),
        ("typology.yaml", "[13.6, 39.4,", "[13.6, 49.4,"),
        ("benchmarks.yaml", "option: adopted", "option: adoptd"),
        ("benchmarks.yaml", "17.0, 17.1", "17.0, 171"),
        ("benchmarks.yaml", "question: fim.known", "question: fim.knwn"),
    ] {
        let text = std::fs::read_to_string(Path::new("rules").join(file))
            .expect("the rules are in the repository");
        assert!(text.contains(from), "{file}: {from}");
        let path = folder.path().join(file);
        std::fs::write(&path, text.replacen(from, to, 1)).expect("the file can be written");
        let invalid = dteam::load(&[folder.path()]).expect_err("the mistake is found");
        let first = invalid.diagnostics[0]
            .to_string()
            .replace(&format!("{}/", folder.path().display()), "");
        insta::assert_snapshot!(
            format!(
                "{}-{}",
                file.replace('.', "-"),
                to.replace(|letter: char| !letter.is_ascii_alphanumeric(), "")
            ),
            first
        );
        std::fs::remove_file(path).expect("the file can be removed");
    }
}

#[test]
fn cases_with_mistakes() {
    let file = SourceFile::new(
        "cases.yaml",
        "cases:\n  - name: a case\n    profile: {data: {inventory: 9}}\n    fires: [inventry]\n    fire: [x]\n  - profile: {}\n",
    );
    let invalid =
        dteam::authoring::read_cases(catalog(), "data", &file).expect_err("there are mistakes");
    insta::assert_snapshot!(invalid.to_string());
}

#[test]
fn an_alias_of_nothing_is_named() {
    for text in ["data: *none\n", "data: {inventory: &level 1}\ngoals: [*levels]\n"] {
        let invalid =
            catalog().profile_from_str("p.yaml", text).expect_err("there is no such anchor");
        let [diagnostic] = &invalid.diagnostics[..] else { panic!("one mistake: {invalid}") };
        assert_eq!(diagnostic.problem, Problem::UnknownAlias);
        let location = diagnostic.location.as_ref().expect("it has a location");
        assert_eq!(&text[location.span.start..=location.span.start], "*");
    }
}

#[test]
fn a_file_of_rules_stands_for_its_folder() {
    let advise = ["advise", "profiles/auetal.yaml", "--date", "2026-11-22", "--rules"];
    for command in [&advise[..], &["test"]] {
        let run = |rules: &str| {
            let mut dteam = Command::cargo_bin("dteam").expect("the binary is built");
            dteam.args(command).arg(rules).output().expect("it runs")
        };
        let (folder, file) = (run("rules/data"), run("rules/data/pack.yaml"));
        assert!(
            folder.status.success() && file.status.success(),
            "{}",
            String::from_utf8_lossy(&file.stderr)
        );
        assert_eq!(folder.stdout, file.stdout);
        let said = complaint(&[command, &["profiles/auetal.yaml", "--lang", "en"]].concat());
        assert!(said.contains("error[D514]"), "{said}");
    }
}

#[test]
fn text_in_utf_16_is_named() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("p.yaml");
    for text in ["goals: [efficiency]\n", "\u{feff}goals: [efficiency]\n"] {
        for big in [false, true] {
            let two = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
            std::fs::write(&path, text.encode_utf16().flat_map(two).collect::<Vec<u8>>())
                .expect("it can be written");
            let said = complaint(&["advise", &path.to_string_lossy(), "--lang", "en"]);
            assert!(said.contains("error[D033]"), "{said}");
        }
    }
}

#[test]
fn letters_and_their_marks_are_one_however_they_were_typed() {
    let name = |text: &str| {
        let profile = catalog().profile_from_str("p.yaml", text).expect("the profile is right");
        catalog().advise(&profile, &dteam::Options::default()).expect("it is advised").name
    };
    let composed = Some("M\u{fc}nster".to_owned());
    for text in [
        "municipality: {name: Mu\u{308}nster}\n",
        "municipality: {name: \"Mu\\u0308nster\"}\n",
        "{\"municipality\": {\"name\": \"Mu\u{308}nster\"}}",
    ] {
        assert_eq!(name(text), composed, "{text}");
    }
    let label = "municipality: {kind: \"Kreisangeho\u{308}rige Gemeinde\"}\n";
    let invalid = catalog().profile_from_str("p.yaml", label).expect_err("a label is no option");
    let same = catalog()
        .profile_from_str("p.yaml", &label.replace("o\u{308}", "\u{f6}"))
        .expect_err("nor is this");
    assert_eq!(invalid.diagnostics[0].problem, same.diagnostics[0].problem);
}
