//! `dteam check`: what is wrong with packs and profiles, and what trying out the answers shows.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use dteam::{Catalog, Checked, Diagnostic, Language, Options, Outcome, Subjects};
use serde_json::Value;

use crate::survey::catalog;

const FLAWS: &str = "tests/suite/check/flaws";

/// What the command says, and its exit code.
fn run(arguments: &[&str]) -> (String, Option<i32>) {
    let mut command = Command::cargo_bin("dteam").expect("the binary is built");
    let output = command.env_remove("NO_COLOR").arg("check").args(arguments).output().expect("it runs");
    assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"), "{arguments:?}");
    let text = [output.stdout, output.stderr].concat();
    (String::from_utf8(text).expect("output is text"), output.status.code())
}

fn check(paths: &[&Path]) -> Checked {
    let paths = paths.iter().map(|path| path.to_path_buf()).collect();
    dteam::check(&Subjects { paths, rules: Vec::new() }, Language::En)
}

fn codes(diagnostics: &[Diagnostic]) -> Vec<String> {
    diagnostics.iter().map(|diagnostic| diagnostic.problem.code()).collect()
}

/// The line of the problem, from 1.
fn line(diagnostic: &Diagnostic) -> Option<usize> {
    let place = diagnostic.place.as_ref()?;
    Some(place.file.position(place.span.start).0)
}

#[test]
fn every_flaw_is_found_shown_and_cured() {
    for language in ["de", "en"] {
        let (text, code) = run(&[FLAWS, "--lang", language, "--width", "110"]);
        insta::assert_snapshot!(format!("text-{language}"), text);
        assert_eq!(code, Some(1));
    }
    for format in ["json", "sarif", "github"] {
        let (text, code) = run(&[FLAWS, "--lang", "en", "--format", format]);
        let text =
            text.replace(concat!("\"version\": \"", env!("CARGO_PKG_VERSION"), "\""), "\"version\": \"VERSION\"");
        insta::assert_snapshot!(format, text);
        assert_eq!(code, Some(1));
    }
}

#[test]
fn each_rule_has_the_flaw_that_its_id_names() {
    let expected = [
        ("forgotten", "D610"),
        ("never-fires", "D601"),
        ("never-fires-without-contradiction", "D601"),
        ("always-fires", "D602"),
        ("once-more", "D603"),
        ("within-wide", "D604"),
        ("keeps-firing", "D605"),
        ("effect-idle", "D606"),
        ("contradicts-afterwards", "D607"),
        ("need-too-high", "D608"),
        ("impact-too-low", "D608"),
        ("gap-in-text", "D609"),
        ("gap-in-action", "D609"),
        ("level-beside-share", "D611"),
        ("fraction-for-percent", "D611"),
        ("test-always-true", "D612"),
        ("test-always-false", "D613"),
        ("test-without-influence", "D614"),
        ("variants-out-of-order", "D615"),
        ("note-never-added", "D616"),
        ("not-all-tried", "D617"),
    ];
    let found = check(&[Path::new(FLAWS)]).diagnostics;
    let mut found: Vec<(String, String)> = found.iter().map(|found| (entry(found), found.problem.code())).collect();
    found.dedup();
    assert_eq!(found, expected.map(|(id, code)| (id.to_owned(), code.to_owned())));
}

/// The id of the question or rule that the problem is found in.
fn entry(diagnostic: &Diagnostic) -> String {
    let place = diagnostic.place.as_ref().expect("it has a place");
    let end = place.file.text[place.span.start..].find('\n').map_or(place.span.end, |end| place.span.start + end);
    let before = &place.file.text[..end];
    let (_, after) = before.rsplit_once("  - id: ").expect("it stands in an entry");
    after.lines().next().unwrap_or_default().to_owned()
}

#[test]
fn examples_show_what_is_said_and_nothing_else() {
    let catalog = Catalog::load(&[FLAWS]).expect("the pack has no mistakes in its form");
    let found = check(&[Path::new(FLAWS)]).diagnostics;
    let with_examples: Vec<&Diagnostic> = found.iter().filter(|found| found.example.is_some()).collect();
    assert!(with_examples.len() >= 9, "{with_examples:#?}");
    for diagnostic in with_examples {
        let rule = format!("flaws/{}", entry(diagnostic));
        let example = diagnostic.example.as_ref().expect("it has an example");
        let shown = |text: &str| shows(&catalog, &rule, &diagnostic.problem.code(), text);
        assert!(shown(example), "{rule}: {example}");
        let answers: Value = serde_saphyr::from_str(example).expect("an example is YAML");
        for smaller in without_one_answer(&answers) {
            assert!(!shown(&smaller.to_string()), "{rule}: {smaller} is enough of {example}");
        }
    }
}

/// Whether the profile shows the problem that the rule is said to have.
fn shows(catalog: &Catalog, rule: &str, code: &str, profile: &str) -> bool {
    let Ok(profile) = catalog.profile_from_str("example", profile) else { return false };
    let options = Options { language: Language::En, ..Options::default() };
    let explained = catalog.explain(&profile, rule, &options).expect("there is such a rule");
    let done = catalog.with_step_done(&profile, rule).expect("there is such a rule");
    let number = |key: &str| {
        let trace = serde_json::to_value(&explained.trace).expect("it is plain data");
        trace[key]["value"].as_f64()
    };
    explained.outcome == Outcome::Fires
        && match code {
            "D605" => catalog.explain(&done, rule, &options).expect("there is such a rule").outcome == Outcome::Fires,
            "D607" => catalog.what_if(&profile, &["components.in_use=[eid]".to_owned()], Language::En).is_err(),
            "D608" if rule.contains("need") => number("need").is_some_and(|need| !(0.0..=1.0).contains(&need)),
            "D608" => number("impact").is_some_and(|impact| !(1.0..=5.0).contains(&impact)),
            "D609" => {
                let advice = catalog.advise(&profile, &options).expect("the pack's scripts work");
                let step = advice.steps.iter().find(|step| step.rule == rule).expect("the rule fires");
                [&step.why].into_iter().chain(&step.actions).any(|text| text.contains("not stated"))
            }
            other => panic!("{other} has no example"),
        }
}

/// The profile without each of its answers.
fn without_one_answer(profile: &Value) -> Vec<Value> {
    let groups = profile.as_object().expect("a profile is a mapping");
    let questions = groups.iter().flat_map(|(group, answers)| {
        answers.as_object().expect("a group of questions").keys().map(move |question| (group, question))
    });
    questions
        .map(|(group, question)| {
            let mut smaller = profile.clone();
            smaller[group].as_object_mut().expect("a group of questions").remove(question);
            smaller
        })
        .collect()
}

/// A mistake put into a copy of a shipped pack.
struct Planted {
    pack: &'static str,
    from: &'static str,
    to: &'static str,
    /// What is found, in the order of the file.
    codes: &'static [&'static str],
    /// A text of the changed file at whose line the first of them is shown.
    at: &'static str,
}

const fn planted(
    pack: &'static str,
    from: &'static str,
    to: &'static str,
    codes: &'static [&'static str],
    at: &'static str,
) -> Planted {
    Planted { pack, from, to, codes, at }
}

const PLANTED: &[Planted] = &[
    // The form of the file
    planted("data", "    effort: 3\n", "    efort: 3\n", &["D102", "D101"], "  - id: inventory"),
    planted("data", "  - id: inventory\n", "  - id: Inventory!\n", &["D108"], "Inventory!"),
    planted(
        "data",
        "      en: Build up an overview of the administration's own data\n",
        "",
        &["D103"],
        "      de: Eine",
    ),
    planted("data", "    effort: 3\n", "    effort: 6\n", &["D106"], "effort: 6"),
    planted("data", "    effort: 3\n", "    effort: low\n", &["D104"], "effort: low"),
    planted("data", "version: 1.0.0", "version: eins", &["D111"], "version: eins"),
    planted("data", "format: 1\n", "format: 2\n", &["D105"], "format: 2"),
    planted("data", "id: data\n", "id: daten\n", &["D501"], "id: daten"),
    planted(
        "data",
        "  - id: keep-inventory\n",
        "  - id: inventory\n",
        &["D401"],
        "  - id: inventory\n    title:\n      de: Die Datenübersicht",
    ),
    planted(
        "data",
        "    impact: {default: 3, optimizer: 4}",
        "    impact: {default: 3, optimiser: 4}",
        &["D310"],
        "optimiser: 4",
    ),
    planted(
        "data",
        "    learn_from: [optimizer, community_manager]",
        "    learn_from: [optimizer, cautios]",
        &["D310"],
        "cautios",
    ),
    planted("data", "    effect: {data.inventory: 2}", "    effect: {data.inventory: 4}", &["D208"], "inventory: 4}"),
    planted("data", "    effect: {data.inventory: 2}", "    effect: {data.inventry: 2}", &["D201"], "inventry: 2"),
    planted(
        "data",
        "    effect: {data.uses: +staff_planning}",
        "    effect: {data.uses: +staff_plan}",
        &["D202"],
        "+staff_plan}",
    ),
    planted(
        "data",
        "    effect: {data.inventory: 2}",
        "    effect: {municipality.population: 2000}",
        &["D506"],
        "population: 2000",
    ),
    planted("data", "    effect: {data.inventory: 2}", "    effect: {data.inventory: +two}", &["D512"], "+two"),
    planted(
        "strategy",
        "  - id: ",
        "  - {}\n  - id: ",
        &["D102", "D102", "D102", "D102", "D102", "D102", "D102", "D102", "D102"],
        "  - {}",
    ),
    // Expressions
    planted(
        "data",
        "    when: data.inventory <= 1\n",
        "    when: data.inventory <= \n",
        &["D301"],
        "when: data.inventory <= ",
    ),
    planted("data", "    when: data.inventory <= 1\n", "    when: data.inventory <= 1 &\n", &["D301"], "<= 1 &"),
    planted("data", "    when: data.inventory <= 1\n", "    when: data.inventar <= 1\n", &["D303"], "data.inventar "),
    planted("data", "    when: data.inventory <= 1\n", "    when: data.inventory <= \"1\"\n", &["D307"], "<= \"1\""),
    planted(
        "data",
        "    when: data.inventory <= 1\n",
        "    when: data.inventory\n",
        &["D307"],
        "when: data.inventory\n",
    ),
    planted("data", "    when: count(data.uses) == 0\n", "    when: counts(data.uses) == 0\n", &["D304"], "counts("),
    planted(
        "data",
        "    when: count(data.uses) == 0\n",
        "    when: count(data.inventory) == 0\n",
        &["D307"],
        "count(data.inventory)",
    ),
    planted(
        "data",
        "    when: count(data.uses) == 0\n",
        "    when: count(data.uses, 1) == 0\n",
        &["D305"],
        "data.uses, 1",
    ),
    planted(
        "data",
        "\"process_optimisation\" !in data.uses\n",
        "\"process\" !in data.uses\n",
        &["D309"],
        "\"process\" !in",
    ),
    planted("data", "      - when: type == \"cautious\"", "      - when: type == \"careful\"", &["D310"], "careful"),
    planted("data", "    need: 1 - data.inventory / 3", "    need: 1 - 2 / 3", &["D311"], "2 / 3"),
    planted("data", "    need: 1 - data.inventory / 3", "    need: data.inventory / 0", &["D312"], "/ 0"),
    planted(
        "data",
        "        {municipality.name} hat höchstens",
        "        {municipality.name hat höchstens",
        &["D314"],
        "name hat",
    ),
    planted(
        "data",
        "        {municipality.name} hat höchstens",
        "        {municipality.nam} hat höchstens",
        &["D303"],
        "municipality.nam}",
    ),
    planted(
        "base-components",
        "(6 - service_chain(components.in_use))",
        "(6 - service_chan(components.in_use))",
        &["D304"],
        "chan(",
    ),
    planted(
        "base-components",
        "  - name: service_chain\n",
        "  - name: chain\n",
        &["D510", "D304", "D304", "D304", "D304"],
        "name: chain",
    ),
    planted("staff", "\n    after: [", "\n    after: [training-methodes, ", &["D508"], "methodes"),
    // Reasoning
    planted("data", "    when: data.inventory <= 1\n", "    when: data.inventory < 0\n", &["D601"], "< 0"),
    planted(
        "data",
        "    when: data.inventory == 2 && count",
        "    when: data.inventory == 2 && data.inventory < 2 && count",
        &["D601"],
        "inventory < 2",
    ),
    planted(
        "data",
        "    when: data.open_data == 1\n",
        "    when: data.open_data != 1 || data.open_data != 2\n",
        &["D602"],
        "!= 1 ||",
    ),
    planted(
        "data",
        "    effect: {data.inventory: 2}",
        "    effect: {data.inventory: 1}",
        &["D605"],
        "data.inventory: 1}",
    ),
    planted(
        "data",
        "    effect: {data.open_data: 1}",
        "    effect: {data.open_data: 0}",
        &["D606"],
        "data.open_data: 0}",
    ),
    planted(
        "base-components",
        "+form_server, components.planned: -form_server}",
        "+form_server}",
        &["D607"],
        "+form_server}",
    ),
    planted("data", "    need: 1 - data.inventory / 3", "    need: 2 - data.inventory / 3", &["D608"], "need: 2"),
    planted(
        "data",
        "    need: 1 - count(data.uses) / 4",
        "    need: 1 - count(data.uses)",
        &["D608"],
        "count(data.uses)\n",
    ),
    planted(
        "data",
        "        {municipality.name} hat höchstens",
        "        {municipality.name} ({data.open_data}) hat höchstens",
        &["D609"],
        "{data.open_data})",
    ),
    planted(
        "staff",
        "staff.participation <= 2 ",
        "staff.participation <= 2 && benchmark(\"data.inventory\") > staff.participation ",
        &["D611", "D616"],
        "benchmark(",
    ),
    planted(
        "data",
        "    when: count(data.uses) == 0\n",
        "    when: count(data.uses) == 0 && count(data.uses) < 4\n",
        &["D612"],
        "< 4",
    ),
    planted(
        "data",
        "    when: count(data.uses) == 0\n",
        "    when: count(data.uses) == 0 || count(data.uses) > 3\n",
        &["D613"],
        "> 3",
    ),
    planted(
        "data",
        "    when: data.inventory <= 1\n",
        "    when: data.inventory <= 1 || data.inventory == 0\n",
        &["D614"],
        "|| data.inventory",
    ),
    planted(
        "data",
        "      - when: municipality.population < 10000\n",
        "      - when: municipality.population < 10000 && municipality.kind == \"kreis\"\n",
        &["D615"],
        "10000 && municipality.kind",
    ),
    planted(
        "data",
        "      - when: data.inventory == 1 && \"automation\" !in",
        "      - when: data.inventory == 2 && \"automation\" !in",
        &["D616"],
        "data.inventory == 2 && \"auto",
    ),
];

#[test]
fn planted_mistakes_are_found_where_they_are() {
    let shares = (0..2).map(|share| PLANTED.iter().skip(share).step_by(2));
    let missed: Vec<String> = std::thread::scope(|scope| {
        let shares: Vec<_> = shares.map(|share| scope.spawn(|| share.filter_map(missed).collect())).collect();
        shares.into_iter().flat_map(|share| -> Vec<String> { share.join().expect("no check panics") }).collect()
    });
    assert!(missed.is_empty(), "{}", missed.join("\n\n"));
}

/// What is found instead of the mistake.
fn missed(planted: &Planted) -> Option<String> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pack = copy(planted.pack, folder.path());
    let text = fs::read_to_string(pack.join("pack.yaml")).expect("the pack is copied");
    assert!(text.contains(planted.from), "{}", planted.from);
    let text = text.replacen(planted.from, planted.to, 1);
    fs::write(pack.join("pack.yaml"), &text).expect("the file can be written");
    let place = text.find(planted.at).unwrap_or_else(|| panic!("{} is in the file", planted.at));
    let expected_line = text[..place].matches('\n').count() + 1;
    let checked = check(&[&pack]);
    let is_of_pack = |found: &&Diagnostic| found.location().is_some_and(|location| location.contains("pack.yaml"));
    let found: Vec<&Diagnostic> = checked.diagnostics.iter().filter(is_of_pack).collect();
    let codes: Vec<String> = found.iter().map(|found| found.problem.code()).collect();
    let is_found = codes == planted.codes
        && line(found[0]) == Some(expected_line)
        && checked.found_something()
        && checked.is_incomplete() == planted.codes.contains(&"D105");
    let told = || found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n  ");
    (!is_found).then(|| format!("{} → {} (line {expected_line}):\n  {codes:?} {}", planted.from, planted.to, told()))
}

/// A copy of a shipped pack.
fn copy(pack: &str, into: &Path) -> PathBuf {
    let target = into.join(pack);
    fs::create_dir_all(&target).expect("the folder can be made");
    for entry in fs::read_dir(Path::new("rules").join(pack)).expect("the pack is in the repository") {
        let path = entry.expect("the folder can be read").path();
        fs::copy(&path, target.join(path.file_name().expect("a file"))).expect("the file can be copied");
    }
    target
}

#[test]
fn what_is_shipped_has_nothing_to_be_said_about() {
    for language in ["de", "en"] {
        let (text, code) = run(&["--lang", language]);
        assert_eq!(code, Some(0), "{text}");
        assert_eq!(text.lines().count(), 1, "{text}");
    }
    let (text, code) = run(&["rules", "profiles", "--lang", "en", "--format", "json"]);
    assert_eq!(code, Some(0), "{text}");
    let checked: Value = serde_json::from_str(&text).expect("it is JSON");
    assert_eq!(checked["diagnostics"], serde_json::json!([]));
    let files = fs::read_dir("profiles").expect("the profiles are in the repository").count();
    assert_eq!(checked["checked"]["profiles"], files);
    assert_eq!(checked["checked"]["packs"], 6);
    assert!(checked["checked"]["cases"].as_u64() > Some(200));
}

#[test]
fn a_profile_is_checked_by_itself() {
    let (text, code) = run(&["tests/suite/mistakes/typos.yaml", "profiles/auetal.yaml", "--lang", "en"]);
    assert_eq!(code, Some(1), "{text}");
    assert!(text.contains("2 profiles checked: ") && !text.contains("auetal"), "{text}");
}

/// A rule without a flaw, but for the parts that are changed.
const PACK: &str = "format: 1
id: ID
version: 1.0.0
title: {de: Probe, en: Probe}
about: {de: Probe, en: Probe}
functions:
  - {name: links, arguments: [list], returns: number, help: {de: Glieder, en: Links}}
questions:
  - {id: asked, kind: flag, label: {de: Gefragt, en: Asked}, help: {de: Probe, en: Probe}}
rules:
  - id: one
    title: {de: Eins, en: One}
    when: '!ID.asked && links(components.in_use) >= 0 && components.municipal_it_share < 20'
    impact: 3
    effort: 2
    why: {de: Darum., en: Therefore.}
    actions: {de: [Erstens tun, Zweitens tun], en: [Do this, Do that]}
    effect: {ID.asked: true}
    source: {section: \"5.3\"}
";

const SCRIPT: &str = "fn links(list) { if list.contains(\"dms\") { 1.0 } else { -1.0 } }\n";

/// The text with the pack's id, and with the group of its questions.
fn filled(text: &str, id: &str) -> String {
    text.replace("ID.", &format!("{}.", id.replace('-', "_"))).replace("ID", id)
}

/// A folder with a pack of that id.
fn pack(folder: &Path, id: &str, text: &str, script: &str) -> PathBuf {
    let path = folder.join(id);
    fs::create_dir_all(&path).expect("the folder can be made");
    fs::write(path.join("pack.yaml"), filled(text, id)).expect("the file can be written");
    fs::write(path.join("functions.rhai"), script).expect("the file can be written");
    path
}

#[test]
fn what_cannot_be_read_does_not_keep_the_rest_from_being_checked() {
    let deep = format!("a: {}", "[".repeat(100_000));
    let brackets =
        PACK.replace("'!ID.asked", &format!("'{}fim.known{} && !ID.asked", "(".repeat(5_000), ")".repeat(5_000)));
    let bomb = fs::read_to_string("tests/suite/mistakes/bomb.yaml").expect("it is in the repository");
    let large = format!("# {}\n{PACK}", "x".repeat(5 * 1024 * 1024));
    let cases: &[(&str, &[u8], &str, &str)] = &[
        ("not-text", b"id: \xff\xfe\n", SCRIPT, "D002"),
        ("empty", b"", SCRIPT, "D515"),
        ("no-yaml", b"id: [\n", SCRIPT, "D011"),
        ("newer", &PACK.replace("format: 1", "format: 2").into_bytes(), SCRIPT, "D105"),
        ("bomb", bomb.as_bytes(), SCRIPT, "D017"),
        ("deep", deep.as_bytes(), SCRIPT, "D018"),
        ("brackets", brackets.as_bytes(), SCRIPT, "D301"),
        ("large", large.as_bytes(), SCRIPT, "D003"),
        ("long-script", PACK.as_bytes(), &format!("{SCRIPT}// {}", "x".repeat(40 * 1024)), "D003"),
        ("no-script", PACK.as_bytes(), "fn links(list) { if }", "D511"),
        ("no-end", PACK.as_bytes(), "fn links(list) { loop { } }", "D513"),
        ("recursion", PACK.as_bytes(), "fn links(list) { links(list) }", "D513"),
        ("text", PACK.as_bytes(), "fn links(list) { let text = \"x\"; loop { text += text; } }", "D513"),
        ("list", PACK.as_bytes(), "fn links(list) { loop { list += list; } }", "D513"),
        ("wrong-kind", PACK.as_bytes(), "fn links(list) { \"none\" }", "D513"),
    ];
    for (id, text, script, code) in cases {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let broken = pack(folder.path(), id, "", script);
        let text: Vec<u8> = match std::str::from_utf8(text) {
            Ok(text) => filled(text, id).into_bytes(),
            Err(_) => text.to_vec(),
        };
        fs::write(broken.join("pack.yaml"), text).expect("the file can be written");
        beside_a_sound_pack(folder.path(), id, code);
    }
}

#[test]
fn what_is_no_file_is_named() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir_all(folder.path().join("folder/pack.yaml")).expect("the folder can be made");
    beside_a_sound_pack(folder.path(), "folder", "D001");
    #[cfg(unix)]
    {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir(folder.path().join("link")).expect("the folder can be made");
        std::os::unix::fs::symlink("nowhere", folder.path().join("link/pack.yaml")).expect("the link can be made");
        beside_a_sound_pack(folder.path(), "link", "D001");
    }
    let nothing = tempfile::tempdir().expect("a temporary folder");
    assert_eq!(codes(&check(&[nothing.path()]).diagnostics), ["D009"]);
    let missing = nothing.path().join("missing.yaml");
    let checked = check(&[&missing]);
    assert_eq!(codes(&checked.diagnostics), ["D001"]);
    assert!(checked.is_incomplete() && checked.profiles == 0);
}

/// The broken pack in the folder is reported with the code, and the flaw in a sound one all the same.
fn beside_a_sound_pack(folder: &Path, broken: &str, code: &str) {
    let flawed = PACK.replace("    effect: {ID.asked: true}", "    effect: {ID.asked: false}");
    pack(folder, "sound", &flawed, SCRIPT);
    let checked = check(&[folder]);
    let is_sound = |found: &&Diagnostic| found.location().is_some_and(|location| location.contains("/sound/"));
    let (sound, other): (Vec<&Diagnostic>, Vec<&Diagnostic>) = checked.diagnostics.iter().partition(is_sound);
    let sound: Vec<String> = sound.iter().map(|found| found.problem.code()).collect();
    assert_eq!(sound, ["D606"], "{broken}");
    let other: Vec<String> = other.iter().map(|found| found.problem.code()).collect();
    assert_eq!(other, [code], "{broken}");
    let by_form = matches!(code, "D301" | "D511");
    assert_eq!(checked.is_incomplete(), !by_form, "{broken}");
    assert!(checked.found_something());
}

#[test]
fn of_two_packs_of_one_id_the_second_is_refused() {
    let (one, other) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let paths = [pack(one.path(), "twice", PACK, SCRIPT), pack(other.path(), "twice", PACK, SCRIPT)];
    let checked = check(&[&paths[0], &paths[1]]);
    assert_eq!(codes(&checked.diagnostics), ["D502"]);
    assert!(checked.is_incomplete());
    // The same folder, however it is written, is one.
    let again = paths[0].join("../twice/pack.yaml");
    assert_eq!(codes(&check(&[&paths[0], &again, &paths[0].join(".")]).diagnostics), Vec::<String>::new());
}

#[test]
fn a_script_that_takes_long_is_not_waited_for() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let slow = "fn links(list) { let sum = 0; for turn in 0..1000 { sum += 1; } if sum < 0 { -1.0 } else { list.len() * 1.0 } }";
    let text = PACK
        .replace("arguments: [list]", "arguments: [list, number]")
        .replace("links(components.in_use)", "links(components.in_use, components.municipal_it_share)");
    let path = pack(folder.path(), "slow", &text, &slow.replace("(list)", "(list, share)"));
    assert_eq!(codes(&check(&[&path]).diagnostics), ["D617"]);
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let one = pack(folder.path(), "one", &PACK.replace("< 20", "< 0"), SCRIPT);
    let flaws = PathBuf::from(FLAWS);
    for format in ["text", "json", "sarif", "github"] {
        let arguments = [FLAWS, one.to_str().expect("a path of letters"), "--format", format];
        assert_eq!(run(&arguments), run(&arguments));
    }
    let by_file = |paths: &[&Path]| -> BTreeSet<String> {
        let found = check(paths).diagnostics;
        found.iter().map(|found| format!("{found} {:?}", found.example)).collect()
    };
    let forth = by_file(&[&flaws, &one, Path::new("profiles")]);
    let back = by_file(&[Path::new("profiles"), &one, &flaws]);
    assert!(forth.len() > 20);
    assert_eq!(forth, back);
}

#[test]
fn sarif_has_what_editors_and_code_hosts_read() {
    let (text, _) = run(&[FLAWS, "tests/suite/mistakes/typos.yaml", "missing.yaml", "--format", "sarif"]);
    let sarif: Value = serde_json::from_str(&text).expect("it is JSON");
    assert_eq!(sarif["version"], "2.1.0");
    let run = &sarif["runs"][0];
    let rules: Vec<&Value> =
        run["tool"]["driver"]["rules"].as_array().expect("rules").iter().map(|rule| &rule["id"]).collect();
    let results = run["results"].as_array().expect("results");
    assert!(results.len() > 25);
    for result in results {
        assert!(rules.contains(&&result["ruleId"]), "{result}");
        assert!(["error", "warning", "note"].iter().any(|level| result["level"] == *level), "{result}");
        assert!(result["message"]["text"].as_str().is_some_and(|text| !text.is_empty()), "{result}");
        for location in result["locations"].as_array().expect("a list, were it empty") {
            let physical = &location["physicalLocation"];
            let uri = physical["artifactLocation"]["uri"].as_str().expect("a place has a file");
            assert!(!uri.contains([' ', '\\', '"']), "{uri}");
            let number = |key: &str| physical["region"][key].as_u64().expect("a region has lines and columns");
            assert!(number("startLine") >= 1 && number("startColumn") >= 1, "{result}");
            let (start, end) = ((number("startLine"), number("startColumn")), (number("endLine"), number("endColumn")));
            assert!(end >= start, "{result}");
        }
    }
    let without_place = results.iter().filter(|result| result["locations"] == serde_json::json!([])).count();
    assert_eq!(without_place, 1, "the missing file has no lines");
    // Every problem there is has an id of its own among the rules, each once.
    let distinct: BTreeSet<String> = rules.iter().map(ToString::to_string).collect();
    assert_eq!(distinct.len(), rules.len());
}

#[test]
fn every_code_is_explained_by_number_and_by_name() {
    let source = fs::read_to_string("src/diagnostic/code.rs").expect("the source is in the repository");
    let numbers =
        source.lines().filter_map(|line| line.strip_prefix("    (\"")?.strip_suffix("),")?.split_once("\", "));
    let mut explained = 0;
    for (name, number) in numbers {
        let code = format!("D{:03}", number.parse::<u16>().expect("a number"));
        for language in [Language::De, Language::En] {
            let by_number = dteam::explanation(&code, language).expect("every number is explained");
            assert!(by_number.starts_with(&format!("# {code} {name}\n\n")) && by_number.len() > 120, "{by_number}");
            assert_eq!(dteam::explanation(&code.to_lowercase(), language).expect("small letters"), by_number);
            assert_eq!(dteam::explanation(&name.to_uppercase(), language).expect("capital letters"), by_number);
        }
        explained += 1;
    }
    assert!(explained > 100);
    for (wrong, meant) in
        [("D61", "D601"), ("never-fire", "never-fires"), ("D 012", "D012"), ("unknwon-key", "unknown-key")]
    {
        let invalid = dteam::explanation(wrong, Language::En).expect_err("there is no such code");
        let help = invalid.diagnostics[0].help(Language::En).expect("there is a similar one");
        assert_eq!(help, format!("did you mean `{meant}`?"), "{wrong}");
    }
    let (text, code) = run(&["--explain", "nonsense"]);
    assert_eq!(code, Some(2));
    assert!(text.contains("D010"), "{text}");
}

#[test]
fn a_text_has_room_for_fifty_values() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let found = |values: usize| {
        let why =
            format!("why: {{de: \"{}\", en: Therefore.}}", "{components.municipal_it_share} {{x}} ".repeat(values));
        let path = pack(folder.path(), "texts", &PACK.replace("why: {de: Darum., en: Therefore.}", &why), SCRIPT);
        codes(&check(&[&path]).diagnostics)
    };
    assert_eq!(found(50), Vec::<String>::new());
    assert_eq!(found(51), ["D315"]);
}

#[test]
fn rules_that_are_never_in_force_at_once_may_say_the_same() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (head, rule) = PACK.split_once("rules:\n").expect("the pack has rules");
    let found = |first: &str, second: &str| {
        let valid = |valid: &str| rule.replace("    impact", &format!("    valid: {valid}\n    impact"));
        let again = valid(second).replace("id: one", "id: again");
        let path = pack(folder.path(), "dated", &format!("{head}rules:\n{}{again}", valid(first)), SCRIPT);
        codes(&check(&[&path]).diagnostics)
    };
    assert_eq!(found("{until: 2026-12-31}", "{from: 2027-01-01}"), Vec::<String>::new());
    assert_eq!(found("{from: 2027-01-01}", "{until: 2026-12-31}"), Vec::<String>::new());
    assert_eq!(found("{until: 2027-01-01}", "{from: 2027-01-01}"), ["D603"]);
}

#[test]
fn a_rule_that_replaces_one_switched_off_is_not_the_same_twice() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let same = PACK
        .replace(
            "'!ID.asked && links(components.in_use) >= 0 && components.municipal_it_share < 20'",
            "data.inventory <= 1",
        )
        .replace("    effect: {ID.asked: true}", "    effect: {data.inventory: 2}")
        .replace(
            "questions:\n  - {id: asked, kind: flag, label: {de: Gefragt, en: Asked}, help: {de: Probe, en: Probe}}\n",
            "",
        );
    let path = pack(folder.path(), "own", &same, SCRIPT);
    assert_eq!(codes(&check(&[&path]).diagnostics), ["D603"]);
    let changes = "changes:\n  - {rule: data/inventory, off: true, reason: {de: Ersetzt, en: Replaced}}\n";
    let path = pack(folder.path(), "own", &format!("{same}{changes}"), SCRIPT);
    assert_eq!(codes(&check(&[&path]).diagnostics), Vec::<String>::new());
}

#[test]
fn a_step_must_not_plan_what_is_in_use() {
    // The rule does not look at what is planned, and its step makes the answers contradict one another all the same.
    let folder = tempfile::tempdir().expect("a temporary folder");
    let text = PACK
        .replace(
            "'!ID.asked && links(components.in_use) >= 0 && components.municipal_it_share < 20'",
            "'!ID.asked && \"eid\" !in components.in_use'",
        )
        .replace("{ID.asked: true}", "{components.in_use: +eid}");
    let path = pack(folder.path(), "step", &text, SCRIPT);
    let found = check(&[&path]).diagnostics;
    assert_eq!(codes(&found), ["D607"]);
    assert_eq!(found[0].example.as_deref(), Some("{components: {in_use: [], planned: [eid]}, step: {asked: false}}"));
    let cured = text.replace("{components.in_use: +eid}", "{components.in_use: +eid, components.planned: -eid}");
    assert_eq!(codes(&check(&[&pack(folder.path(), "step", &cured, SCRIPT)]).diagnostics), Vec::<String>::new());
}

#[test]
fn like_is_compared_with_like() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let found = |test: &str| {
        let when = format!("'!ID.asked && {test}'");
        let old = "'!ID.asked && links(components.in_use) >= 0 && components.municipal_it_share < 20'";
        let path = pack(folder.path(), "scales", &PACK.replace(old, &when), SCRIPT);
        codes(&check(&[&path]).diagnostics)
    };
    for test in [
        "components.municipal_it_share < benchmark(\"components.municipal_it_share\")",
        "components.municipal_it_share < components.private_it_share",
        "components.municipal_it_share + components.private_it_share < 50",
        "data.inventory < benchmark(\"data.inventory\")",
        "data.inventory < data.open_data",
        "benchmark(\"components.in_use\", \"dms\") > 60 && data.inventory < 2",
    ] {
        assert_eq!(found(test), Vec::<String>::new(), "{test}");
    }
    for test in [
        "components.municipal_it_share < 0.5",
        "components.municipal_it_share + components.private_it_share < 0.5",
        "components.municipal_it_share < benchmark(\"data.inventory\")",
        "data.inventory < staff.participation",
        "count(data.uses) > data.inventory",
        "membership(\"optimizer\") > components.municipal_it_share",
    ] {
        assert_eq!(found(test)[0], "D611", "{test}");
    }
}

#[test]
fn what_the_built_in_questions_are_for_is_known() {
    // Nobody is told of the survey's questions who checks a pack of his own.
    assert!(catalog().findings(&["data"], Language::En).is_empty());
}
