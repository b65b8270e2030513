//! `dteam check`: what is wrong with packs and profiles, and what trying out the answers shows.

use crate::folded::folded;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::{DE, EN};
use assert_cmd::Command;
use dteam::authoring::{Checked, Subjects};
use dteam::{Catalog, Diagnostic, Options, Outcome};
use serde_json::Value;

mod broken;
mod names;
mod numbers;
mod planted;
mod reasoning;

const FLAWS: &str = "tests/suite/check/flaws";

/// What the command says, and its exit code.
fn run(arguments: &[&str]) -> (String, Option<i32>) {
    let mut command = Command::cargo_bin("dteam").expect("the binary is built");
    let output =
        command.env_remove("NO_COLOR").arg("check").args(arguments).output().expect("it runs");
    assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"), "{arguments:?}");
    let text = [output.stdout, output.stderr].concat();
    (String::from_utf8(text).expect("output is text"), output.status.code())
}

fn check(paths: &[&Path]) -> Checked {
    let paths = paths.iter().map(|path| path.to_path_buf()).collect();
    dteam::authoring::check(dteam::builder(), &Subjects { paths, ..Subjects::default() }, EN)
}

fn codes(diagnostics: &[Diagnostic]) -> Vec<String> {
    diagnostics.iter().map(|diagnostic| diagnostic.code()).collect()
}

/// The line of the problem, from 1.
fn line(diagnostic: &Diagnostic) -> Option<usize> {
    let location = diagnostic.location.as_ref()?;
    Some(location.file.position(location.span.start).0)
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
        let text = match format {
            "sarif" => folded(&without_help(&text)),
            "json" => folded(&text),
            _ => text,
        };
        insta::assert_snapshot!(format, text);
        assert_eq!(code, Some(1));
    }
}

/// SARIF without the explanations of the rules, which are looked at elsewhere, and without the
/// version.
fn without_help(sarif: &str) -> String {
    let mut sarif: Value = serde_json::from_str(sarif).expect("it is JSON");
    let driver = &mut sarif["runs"][0]["tool"]["driver"];
    driver["version"] = "VERSION".into();
    for rule in driver["rules"].as_array_mut().expect("the rules that were found") {
        let id = rule["id"].as_str().expect("an id");
        let explained = dteam::explanation(id, EN).expect("every problem is explained");
        assert_eq!(rule["help"]["markdown"], explained.as_str());
        rule.as_object_mut().expect("a rule").remove("help");
    }
    serde_json::to_string_pretty(&sarif).expect("it can be written")
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
        ("variant-always-chosen", "D621"),
        ("note-always-added", "D622"),
        ("not-all-tried", "D617"),
        ("makes-late", "D623"),
    ];
    let found = check(&[Path::new(FLAWS)]).diagnostics;
    let mut found: Vec<(String, String)> =
        found.iter().map(|found| (entry(found), found.code())).collect();
    found.dedup();
    assert_eq!(found, expected.map(|(id, code)| (id.to_owned(), code.to_owned())));
}

/// The id of the question or rule that the problem is found in.
fn entry(diagnostic: &Diagnostic) -> String {
    let location = diagnostic.location.as_ref().expect("it has a location");
    let end = location.file.text[location.span.start..]
        .find('\n')
        .map_or(location.span.end, |end| location.span.start + end);
    let before = &location.file.text[..end];
    let (_, after) = before.rsplit_once("  - id: ").expect("it stands in an entry");
    after.lines().next().unwrap_or_default().to_owned()
}

#[test]
fn examples_show_what_is_said_and_nothing_else() {
    let catalog = dteam::load(&[FLAWS]).expect("the pack has no mistakes in its form");
    let found = check(&[Path::new(FLAWS)]).diagnostics;
    let with_examples: Vec<&Diagnostic> =
        found.iter().filter(|found| found.example.is_some()).collect();
    assert!(with_examples.len() >= 9, "{with_examples:#?}");
    for diagnostic in with_examples {
        let rule = format!("flaws/{}", entry(diagnostic));
        let example = diagnostic.example.as_ref().expect("it has an example");
        let shown = |text: &str| shows(&catalog, &rule, &diagnostic.code(), text);
        assert!(shown(example), "{rule}: {example}");
        let answers: Value = serde_yaml::from_str(example).expect("an example is YAML");
        for smaller in without_one_answer(&answers) {
            assert!(!shown(&smaller.to_string()), "{rule}: {smaller} is enough of {example}");
        }
    }
}

/// Whether the profile shows the problem that the rule is said to have.
fn shows(catalog: &Catalog, rule: &str, code: &str, profile: &str) -> bool {
    let Ok(profile) = catalog.profile_from_str("example", profile) else { return false };
    let options = Options::default().language(EN);
    let explained = catalog.explain(&profile, rule, &options).expect("there is such a rule");
    let done = catalog.with_step_done(&profile, rule).expect("there is such a rule");
    let number = |key: &str| {
        let trace = serde_json::to_value(&explained.trace).expect("it is plain data");
        trace[key]["value"].as_f64()
    };
    explained.outcome == Outcome::Fires
        && match code {
            "D605" => {
                catalog.explain(&done, rule, &options).expect("there is such a rule").outcome
                    == Outcome::Fires
            }
            "D623" => {
                let other = "flaws/comes-too-late";
                let outcome = |profile| {
                    catalog.explain(profile, other, &options).expect("there is such a rule").outcome
                };
                outcome(&profile) != Outcome::Fires && outcome(&done) == Outcome::Fires
            }
            "D607" => catalog.what_if(&profile, &["components.in_use=[eid]".to_owned()]).is_err(),
            "D608" if rule.contains("need") => {
                number("need").is_some_and(|need| !(0.0..=1.0).contains(&need))
            }
            "D608" => number("impact").is_some_and(|impact| !(1.0..=5.0).contains(&impact)),
            "D609" => {
                let advice = catalog.advise(&profile, &options).expect("the pack's scripts work");
                let step =
                    advice.steps.iter().find(|step| step.rule == rule).expect("the rule fires");
                [&step.why].into_iter().chain(&step.actions).any(|text| text.contains("not stated"))
            }
            other => panic!("{other} has no example"),
        }
}

/// The profile without each of its answers.
fn without_one_answer(profile: &Value) -> Vec<Value> {
    let groups = profile.as_object().expect("a profile is a mapping");
    let questions = groups.iter().flat_map(|(group, answers)| {
        answers
            .as_object()
            .expect("a group of questions")
            .keys()
            .map(move |question| (group, question))
    });
    questions
        .map(|(group, question)| {
            let mut smaller = profile.clone();
            smaller[group].as_object_mut().expect("a group of questions").remove(question);
            smaller
        })
        .collect()
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
    assert_eq!(checked["checked"]["packs"], 7);
    assert!(checked["checked"]["cases"].as_u64() > Some(200));
}

#[test]
fn a_profile_is_checked_by_itself() {
    let (text, code) =
        run(&["tests/suite/mistakes/typos.yaml", "profiles/auetal.yaml", "--lang", "en"]);
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
fn dates_are_compared_with_the_day_that_is_given() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let dated = PACK
        .replace("about:", "reviewed: {date: 2026-12-01, by: District}\nabout:")
        .replace("\"5.3\"", "\"5.3\", facts: [{title: A law, date: \"2027\"}]");
    let path = pack(folder.path(), "dated", &dated, SCRIPT);
    let path = path.to_str().expect("a path of letters");
    for (day, expected) in [("2026-11-30", 2), ("2026-12-01", 1), ("2027-01-01", 0)] {
        let (text, code) = run(&[path, "--date", day, "--format", "json"]);
        let checked: Value = serde_json::from_str(&text).expect("it is JSON");
        let found = checked["diagnostics"].as_array().expect("a list");
        assert!(found.iter().all(|found| found["code"] == "D533"), "{text}");
        assert_eq!((found.len(), code), (expected, Some(i32::from(expected > 0))), "{text}");
    }
    assert_eq!(run(&[path, "--lang", "en"]).1, Some(0));
}

/// Names are the same in all languages, and how often to say a name is a matter of style.
#[test]
fn names_need_no_translation() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (german, english, expected) in [
        ("Bund der Steuerzahler", "Bund der Steuerzahler", &[][..]),
        ("Open Data", "Open Data", &[]),
        ("XXXL und TODOS", "XXXL and TODOS", &[]),
        ("{municipality.name} braucht das.", "The municipality needs it.", &[]),
        ("Das muss noch sein.", "Das muss noch sein.", &["D113"]),
        ("Das ist FIXME!", "…", &["D114", "D114"]),
        ("{components.municipal_it_share} %", "A few percent.", &["D318"]),
        (
            "{components.municipal_it_share} %",
            "{round(components.municipal_it_share)} percent",
            &[],
        ),
    ] {
        let why = format!("why: {{de: \"{german}\", en: \"{english}\"}}");
        let path = pack(
            folder.path(),
            "texts",
            &PACK.replace("why: {de: Darum., en: Therefore.}", &why),
            SCRIPT,
        );
        assert_eq!(codes(&check(&[&path]).diagnostics), expected, "{german}");
    }
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
    let (text, _) =
        run(&[FLAWS, "tests/suite/mistakes/typos.yaml", "mis:sing ä.yaml", "--format", "sarif"]);
    let sarif: Value = serde_json::from_str(&text).expect("it is JSON");
    assert_eq!(sarif["version"], "2.1.0");
    let run = &sarif["runs"][0];
    let rules: Vec<&Value> = run["tool"]["driver"]["rules"]
        .as_array()
        .expect("rules")
        .iter()
        .map(|rule| &rule["id"])
        .collect();
    let results = run["results"].as_array().expect("results");
    assert!(results.len() > 25);
    let mut without_line = 0;
    for result in results {
        assert!(rules.contains(&&result["ruleId"]), "{result}");
        assert!(
            ["error", "warning", "note"].iter().any(|level| result["level"] == *level),
            "{result}"
        );
        assert!(
            result["message"]["text"].as_str().is_some_and(|text| !text.is_empty()),
            "{result}"
        );
        let locations = result["locations"].as_array().expect("a list");
        assert_eq!(
            locations.len(),
            1,
            "a code host refuses all over one without a place: {result}"
        );
        for location in locations {
            let physical = &location["physicalLocation"];
            let uri = physical["artifactLocation"]["uri"].as_str().expect("a place has a file");
            assert!(!uri.is_empty() && !uri.contains([' ', '\\', '"', ':']), "{uri}");
            if uri == "mis%3Asing%20%C3%A4.yaml" {
                assert_eq!(physical["region"], serde_json::json!({"startLine": 1}));
                without_line += 1;
                continue;
            }
            let number = |key: &str| {
                physical["region"][key].as_u64().expect("a region has lines and columns")
            };
            assert!(number("startLine") >= 1 && number("startColumn") >= 1, "{result}");
            let (start, end) = (
                (number("startLine"), number("startColumn")),
                (number("endLine"), number("endColumn")),
            );
            assert!(end >= start, "{result}");
        }
    }
    assert_eq!(without_line, 1, "the missing file has no lines");
    // Every problem there is has an id of its own among the rules, each once.
    let distinct: BTreeSet<String> = rules.iter().map(ToString::to_string).collect();
    assert_eq!(distinct.len(), rules.len());
}

#[test]
fn every_code_is_explained_by_number_and_by_name() {
    let source = fs::read_to_string("crates/text/src/diagnostic/code.rs")
        .expect("the source is in the repository");
    let numbers = source
        .lines()
        .filter_map(|line| line.strip_prefix("    (\"")?.strip_suffix("),")?.split_once("\", "));
    let mut explained = 0;
    for (name, number) in numbers {
        let code = format!("D{:03}", number.parse::<u16>().expect("a number"));
        for language in [DE, EN] {
            let by_number = dteam::explanation(&code, language).expect("every number is explained");
            assert!(
                by_number.starts_with(&format!("# {code} {name}\n\n")) && by_number.len() > 120,
                "{by_number}"
            );
            assert_eq!(
                dteam::explanation(&code.to_lowercase(), language).expect("small letters"),
                by_number
            );
            assert_eq!(
                dteam::explanation(&name.to_uppercase(), language).expect("capital letters"),
                by_number
            );
        }
        explained += 1;
    }
    assert!(explained > 100);
    for (wrong, meant) in [
        ("D61", "D601"),
        ("never-fire", "never-fires"),
        ("D 012", "D012"),
        ("unknwon-key", "unknown-key"),
    ] {
        let invalid = dteam::explanation(wrong, EN).expect_err("there is no such code");
        let help = invalid.diagnostics[0].help(EN).expect("there is a similar one");
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
        let text = "{components.municipal_it_share} {{x}} ".repeat(values);
        let why = format!("why: {{de: \"{text}\", en: \"{text}\"}}");
        let path = pack(
            folder.path(),
            "texts",
            &PACK.replace("why: {de: Darum., en: Therefore.}", &why),
            SCRIPT,
        );
        codes(&check(&[&path]).diagnostics)
    };
    assert_eq!(found(50), Vec::<String>::new());
    assert_eq!(found(51), ["D315", "D315"]);
}
