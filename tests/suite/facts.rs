//! Dated facts: who can name them, whom they are told, until when, and what is wrong with them.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use dteam::authoring::{FACTS_SCHEMA, Subjects, check, facts};
use dteam::{Catalog, Options, Severity, render};
use jiff::civil::date;
use serde_json::{Value as Json, json};

use crate::survey::catalog as shipped;
use crate::{DE, EN};

const FACTS: &str = r#"format: 1
facts:
  - id: devices
    statement: {de: Geräte werden gefördert, en: Devices are funded}
    source: {publication: guide}
    certainty: likely
    date: "2020-11"
    checked: 2026-11-22
    recheck: 2027-06-01
  - id: bavaria
    statement: {de: In Bayern gilt mehr., en: More holds in Bavaria.}
    source: {title: Bayerisches Gesetz, address: "https://law.example/by"}
    certainty: certain
    checked: 2026-11-22
    recheck: 2027-06-01
    states: [BY]
"#;

const PACK: &str = r#"format: 1
id: school
version: 1.0.0
title: {de: Schule, en: School}
about: {de: Schule., en: School.}
sources: [{id: guide, title: Leitfaden Schule, address: "https://guide.example/school"}]
rules:
  - id: buy
    title: {de: Geräte kaufen, en: Buy devices}
    when: data.inventory <= 1
    impact: 3
    effort: 2
    why: {de: Darum., en: Therefore.}
    actions: {de: [Erstens tun, Zweitens tun], en: [Do this, Do that]}
    effect: {data.inventory: 2}
    source: {section: "5.3", facts: [devices, bavaria, ozg-amendment, {title: Ein Erlass, date: "2024-07"}]}
"#;

const OTHER: &str = r#"format: 1
id: library
version: 1.0.0
title: {de: Bücherei, en: Library}
about: {de: Bücherei., en: Library.}
rules:
  - id: lend
    title: {de: Geräte leihen, en: Lend devices}
    when: data.inventory <= 1
    impact: 2
    effort: 3
    why: {de: Eben., en: Just so.}
    actions: {de: [Erstens tun, Zweitens tun], en: [Do this, Do that]}
    effect: {data.inventory: 2}
    source: {section: "5.3", facts: [school/devices]}
"#;

fn write(folder: &Path, pack: &str, facts: &str) {
    for (name, text) in [("school", pack), ("library", OTHER)] {
        fs::create_dir_all(folder.join(name)).expect("it can be made");
        fs::write(folder.join(name).join("pack.yaml"), text).expect("it can be written");
    }
    fs::write(folder.join("school/facts.yaml"), facts).expect("it can be written");
}

fn catalog(pack: &str, facts: &str) -> Catalog {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write(folder.path(), pack, facts);
    dteam::load(&[folder.path()]).unwrap_or_else(|invalid| panic!("{}", invalid.written(EN)))
}

fn advice(catalog: &Catalog, state: &str, options: &Options) -> dteam::Advice {
    let profile = format!("data: {{inventory: 0}}\nmunicipality: {{name: Auetal{state}}}\n");
    let profile = catalog.profile_from_str("profile.yaml", &profile).expect("it is sound");
    catalog.advise(&profile, options).expect("no script fails")
}

/// What a rule rests on beside the study, as the JSON form has it.
fn told(advice: &dteam::Advice, rule: &str) -> Vec<Json> {
    let written: Json = serde_json::from_str(&render::json(advice)).expect("it is JSON");
    let steps = written["steps"].as_array().expect("steps").clone();
    let covered = |step: &Json| step["covers"].as_array().cloned().unwrap_or_default();
    let all = steps.iter().flat_map(|step| [vec![step.clone()], covered(step)].concat());
    let step = all.into_iter().find(|step| step["rule"] == rule).expect("it fires");
    step["source"]["facts"].as_array().expect("facts").clone()
}

fn ids(facts: &[Json]) -> Vec<&str> {
    facts.iter().map(|fact| fact["id"].as_str().unwrap_or("–")).collect()
}

#[test]
fn rules_name_facts_of_their_pack_of_the_study_and_of_other_packs() {
    let catalog = catalog(PACK, FACTS);
    let options = Options::default().language(EN).date(date(2026, 11, 30));
    let advice = advice(&catalog, "", &options);
    let own = told(&advice, "school/buy");
    assert_eq!(ids(&own), ["school/devices", "ozg-amendment", "–"]);
    assert_eq!(
        own[0],
        json!({
            "id": "school/devices", "statement": "Devices are funded", "title": "Leitfaden Schule",
            "address": "https://guide.example/school", "date": "2020-11", "certainty": "likely",
            "checked": "2026-11-22", "recheck": "2027-06-01",
        })
    );
    assert_eq!(own[2], json!({"title": "Ein Erlass", "date": "2024-07"}));
    assert_eq!(told(&advice, "library/lend")[0], own[0]);
    let read_back: dteam::Advice =
        serde_json::from_str(&render::json(&advice)).expect("it is read back");
    assert_eq!(read_back, advice);
}

#[test]
fn what_holds_in_some_states_is_told_there_alone() {
    let catalog = catalog(PACK, FACTS);
    let told = |state: &str| {
        let advice = advice(&catalog, state, &Options::default().language(DE));
        let facts = told(&advice, "school/buy");
        let is_told = facts.iter().any(|fact| fact["id"] == "school/bavaria");
        let written = [render::markdown(&advice, 99), render::html(&advice, 99)];
        assert!(written.iter().all(|written| written.contains("law.example/by") == is_told));
        is_told
    };
    assert_eq!(["", ", state: BY", ", state: HE"].map(told), [false, true, false]);
}

#[test]
fn a_report_tells_the_statement_a_link_and_the_day() {
    let catalog = catalog(PACK, FACTS);
    let advice = advice(&catalog, "", &Options::default().language(DE).date(date(2027, 6, 1)));
    let link = "[Leitfaden Schule (11.2020)](<https://guide.example/school>)";
    let note = "(wahrscheinlich, nicht gesichert; geprüft am 22.11.2026)";
    let markdown = render::markdown(&advice, 99);
    assert!(markdown.contains(&format!("Geräte werden gefördert. {link} {note}")), "{markdown}");
    let html = render::html(&advice, 99);
    assert!(html.contains(r#"<a href="https://guide.example/school" rel="noreferrer">"#), "{html}");
    let layout = render::Layout { width: 80, full_steps: 99, ..render::Layout::default() };
    let text = render::text(&advice, &layout);
    assert!(text.contains("<https://guide.example/school>"), "{text}");
    let steps = advice.steps.iter().filter(|step| step.rule == "school/buy").collect();
    let purpose = render::Purpose::Decision;
    let paper = render::CouncilPaper { advice: &advice, council: None, steps, purpose, plan: None };
    let paper = render::document_as_markdown(&render::council(&paper));
    assert!(paper.contains(note), "{paper}");
}

#[test]
fn a_fact_past_its_day_asks_to_be_checked() {
    let catalog = catalog(PACK, FACTS);
    let asks = |date: Option<jiff::civil::Date>| {
        let advice = advice(&catalog, "", &Options::default().language(EN).date(date));
        let expired = told(&advice, "school/buy")[0]["expired"] == json!(true);
        let asks = "as of 22 November 2026: please check whether it still holds";
        assert_eq!(render::markdown(&advice, 99).contains(asks), expired);
        expired
    };
    assert!(!asks(None) && !asks(Some(date(2027, 6, 1))) && asks(Some(date(2027, 6, 2))));
}

/// What `check` says of the two packs with this in place of that in facts or pack: code and line.
fn said(of: &str, with: &str, day: Option<jiff::civil::Date>) -> Vec<(String, Severity, String)> {
    assert!(of.is_empty() || FACTS.contains(of) || PACK.contains(of), "{of}");
    let folder = tempfile::tempdir().expect("a temporary folder");
    write(folder.path(), &PACK.replacen(of, with, 1), &FACTS.replacen(of, with, 1));
    let path = folder.path().join("school");
    let rules = vec![folder.path().join("library")];
    let subjects = Subjects { paths: vec![path], rules, date: day };
    let found = check(dteam::builder(), &subjects, EN).diagnostics;
    // That the rules are alike is beside the point.
    let found = found.into_iter().filter(|found| found.code().as_str() != "D603");
    let at = |found: &dteam::Diagnostic| {
        let location = found.location().unwrap_or_default();
        location.rsplit('/').next().unwrap_or_default().to_owned()
    };
    let mut said: Vec<_> = found.map(|found| (found.code(), found.severity, at(&found))).collect();
    said.retain(|(_, severity, _)| *severity != Severity::Note);
    said.retain(|(code, ..)| !matches!(code.as_str(), "D602" | "D604"));
    said
}

#[test]
fn mistakes_are_found_at_their_place() {
    let error = |of: &str, with: &str| {
        let said = said(of, with, None);
        let all = said.iter().map(|(code, _, at)| format!("{code} {at}"));
        all.collect::<Vec<_>>().join(", ")
    };
    assert_eq!(error("", ""), "");
    for (of, with, expected) in [
        ("    checked: 2026-11-22\n", "", "D102 facts.yaml:3:5"),
        ("    recheck: 2027-06-01\n", "", "D102 facts.yaml:3:5"),
        ("recheck: 2027-06-01", "recheck: soon", "D107 facts.yaml:9:14"),
        ("recheck: 2027-06-01", "recheck: 2025-06-01", "D631 facts.yaml:9:14"),
        ("certainty: likely", "certainty: likly", "D633 facts.yaml:6:16"),
        ("states: [BY]", "states: [BX]", "D202 facts.yaml:16:14"),
        ("publication: guide", "publication: gide", "D530 facts.yaml:5:27"),
        ("https://law.example/by", "javascript:alert(1)", "D532 facts.yaml:12:50"),
        ("  - id: bavaria", "  - id: devices", "D401 facts.yaml:10:9, D630 pack.yaml:16:47"),
        ("facts: [devices", "facts: [devcies", "D630 pack.yaml:16:38"),
        ("certainty: likely", "certain: likely", "D102 facts.yaml:3:5, D101 facts.yaml:6:5"),
    ] {
        assert_eq!(error(of, with), expected, "{with}");
    }
}

#[test]
fn an_unknown_fact_comes_with_the_nearest() {
    for (written, nearest) in [("devcies", "devices"), ("ozg-amendmant", "ozg-amendment")] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let pack = PACK.replacen("[devices", &format!("[{written}"), 1);
        write(folder.path(), &pack, FACTS);
        let invalid = dteam::load(&[folder.path()]).expect_err("it names no fact");
        let said = invalid.written(EN);
        assert!(said.contains(&format!("did you mean `{nearest}`?")), "{said}");
    }
}

#[test]
fn a_survey_without_a_question_of_the_state_takes_no_states() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write(folder.path(), PACK, FACTS);
    let survey = fs::read_to_string("rules/survey.yaml").expect("it is in the repository");
    let survey = survey.replace("states: municipality.state\n", "");
    fs::write(folder.path().join("survey.yaml"), &survey).expect("it can be written");
    let invalid = dteam::load(&[folder.path()]).expect_err("nobody knows the state");
    assert!(invalid.diagnostics.iter().any(|found| found.code() == "D632"));
    let wrong = format!("{survey}states: municipality.name\n");
    fs::write(folder.path().join("survey.yaml"), wrong).expect("it can be written");
    let invalid = dteam::load(&[folder.path()]).expect_err("a name is no state");
    assert!(invalid.diagnostics.iter().any(|found| found.code() == "D405"));
}

#[test]
fn check_warns_of_facts_past_their_day_and_of_those_nobody_needs() {
    let codes = |found: Vec<(String, Severity, String)>| -> Vec<String> {
        assert!(found.iter().all(|(_, severity, _)| *severity == Severity::Warning));
        found.into_iter().map(|(code, _, at)| format!("{code} {at}")).collect()
    };
    let none: [String; 0] = [];
    assert_eq!(codes(said("", "", None)), none);
    assert_eq!(codes(said("", "", Some(date(2027, 6, 1)))), none);
    assert_eq!(
        codes(said("", "", Some(date(2027, 6, 2)))),
        ["D634 facts.yaml:3:9", "D634 facts.yaml:10:9"]
    );
    assert_eq!(codes(said("bavaria, ", "", None)), ["D635 facts.yaml:10:9"]);
    let early = codes(said("", "", Some(date(2026, 11, 21))));
    assert_eq!(early, ["D533 facts.yaml:8:14", "D533 facts.yaml:14:14"], "checked is to come");
}

#[test]
fn a_file_that_cannot_be_read_says_so_once() {
    let found = said(FACTS, "format: 1\nfacts: [", None);
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn the_list_names_rules_and_days() {
    let list = facts(&catalog(PACK, FACTS), Some(date(2027, 6, 2)), EN);
    assert_eq!(list.schema, FACTS_SCHEMA);
    let listed = list.facts.iter().find(|fact| fact.fact.id.as_deref() == Some("school/devices"));
    let listed = listed.expect("it is listed");
    assert_eq!(listed.rules, ["library/lend", "school/buy"]);
    assert!(listed.fact.expired);
    let of_states = list.facts.iter().find(|fact| fact.states == ["BY"]).expect("it is listed");
    assert_eq!(of_states.fact.id.as_deref(), Some("school/bavaria"));
}

#[test]
fn the_command_lists_them_at_any_width_and_as_json() {
    let run = |more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dteam"));
        let command = command.args(["facts", "--date", "2026-11-30"]).args(more);
        let output = command.output().expect("it runs");
        assert!(output.status.success());
        String::from_utf8(output.stdout).expect("it is text")
    };
    let text = run(&["--width", "80", "--lang", "en"]);
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    assert!(
        text.contains(
            "ozg-amendment
"
        ) && text.contains("to be checked again: 0"),
        "{text}"
    );
    let json: Json = serde_json::from_str(&run(&["--format", "json"])).expect("it is JSON");
    assert_eq!(json["schema"], FACTS_SCHEMA);
    assert_eq!(json["facts"].as_array().expect("facts").len(), shipped().dated_facts.len());
}

#[test]
fn every_shipped_fact_is_needed_and_in_time() {
    let list = facts(shipped(), Some(date(2026, 11, 30)), DE);
    for listed in &list.facts {
        assert!(!listed.rules.is_empty() && !listed.fact.expired, "{listed:?}");
    }
    let inline = shipped().rules.iter().flat_map(|rule| &rule.source.facts);
    let inline = inline.filter(|fact| matches!(fact, dteam_engine::pack::CitedFact::Inline(_)));
    assert_eq!(inline.count(), 0, "each fact stands in facts.yaml");
}

#[test]
fn hostile_texts_stay_texts() {
    let hostile = "<script>x</script> ](javascript:1) **b** `c`";
    let facts = FACTS
        .replace("Geräte werden gefördert", &format!("\"{hostile}\""))
        .replace("{title: Bayerisches Gesetz, ", &format!("{{title: \"{hostile}\", "))
        .replace("https://law.example/by", "https://law.example/'><script>y</script>) z");
    let catalog = catalog(PACK, &facts);
    let advice = advice(&catalog, ", state: BY", &Options::default().language(DE));
    let html = render::html(&advice, 99);
    assert!(!html.contains("<script>") && html.contains("&lt;script&gt;"), "{html}");
    let markdown = render::markdown(&advice, 99);
    let is_escaped = |at: usize| markdown[..at].ends_with('\\');
    assert!(markdown.match_indices("<script>").all(|(at, _)| is_escaped(at)), "{markdown}");
    assert!(markdown.contains("(<https://law.example/'scripty/script)z>)"), "{markdown}");
    // Nothing but an address of the web becomes a link, wherever an advice comes from.
    let json = render::json(&advice).replace("https://guide.example/school", "javascript:alert(1)");
    let foreign: dteam::Advice = serde_json::from_str(&json).expect("it is read back");
    for written in [render::html(&foreign, 99), render::markdown(&foreign, 99)] {
        assert!(!written.contains("javascript:alert"), "{written}");
    }
}

#[test]
fn a_named_fact_is_a_difference_between_versions() {
    let (old, new) = (catalog(PACK, FACTS), catalog(&PACK.replace("devices, bav", "bav"), FACTS));
    let comparison = dteam::authoring::Comparison::new(&old, &new, Options::default().language(EN));
    let written = render::document_as_markdown(&comparison.finish().document());
    assert!(written.contains("school/devices"), "{written}");
}
