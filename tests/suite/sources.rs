//! What packs rest on beside the study, who answers for them, and what they say of answers.

use std::fs;
use std::path::Path;

use dteam::authoring::{Checked, Subjects, check};
use dteam::{Options, render};
use serde_json::{Value, json};

use super::{DE, EN};

const PACK: &str = r#"
format: 1
id: council
version: 1.0.0
title: {de: Ratsarbeit, en: Council work}
about: {de: Die Arbeit des Rates., en: The council's work.}
author: A. Beispiel
reviewed: {date: 2026-11-20, by: B. Muster}
sources:
  - id: guide
    title: Leitfaden Ratsarbeit
    publisher: Städtetag
    year: 2024
    address: https://example.org/leitfaden
    sections: ["1", "2.1"]
    tables: [3]
  - {id: code, title: Gemeindeordnung}
questions:
  - id: members
    kind: number
    whole: true
    min: 1
    max: 200
    label: {de: Mitglieder des Rates, en: Members of the council}
    help: {de: Wie viele es sind., en: How many there are.}
  - id: online
    kind: number
    whole: true
    min: 0
    max: 200
    label: {de: Mitglieder mit Zugang, en: Members with access}
    help: {de: Wie viele Zugang haben., en: How many have access.}
contradictions:
  - at: council.online
    severity: error
    when: council.online > council.members
    message:
      de: Mehr Mitglieder mit Zugang ({council.online}) als Mitglieder ({council.members}).
      en: More members with access ({council.online}) than members ({council.members}).
rules:
  - id: papers
    title: {de: Unterlagen online stellen, en: Put the papers online}
    when: council.online < council.members
    impact: 3
    effort: 2
    why: {de: "Von {council.members} haben {council.online} Zugang.", en: "{council.online} of {council.members} have access."}
    actions: {de: [Zugänge zählen, Zugänge anlegen], en: [Count accounts, Open accounts]}
    effect: {council.online: 20}
    source: {publication: guide, section: "2.1", table: 3}
    author: C. Dritte
  - id: rules
    title: {de: Geschäftsordnung anpassen, en: Adapt the rules of procedure}
    when: council.online < council.members
    impact: 2
    effort: 2
    why: {de: "Zugang haben {council.online}.", en: "{council.online} have access."}
    actions: {de: [Entwurf lesen, Entwurf beschließen], en: [Read the draft, Adopt the draft]}
    effect: {council.online: 20}
    source: {publication: code}
"#;

fn checked(text: &str) -> (tempfile::TempDir, Checked) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pack = folder.path().join("council");
    fs::create_dir(&pack).expect("it can be made");
    fs::write(pack.join("pack.yaml"), text).expect("it can be written");
    let subjects = Subjects { paths: vec![pack], ..Subjects::default() };
    let checked = check(dteam::builder(), &subjects, DE);
    (folder, checked)
}

fn catalog(folder: &Path) -> dteam::Catalog {
    dteam::builder().folders(&[folder]).build().expect("the pack is sound")
}

/// What is said of the pack with this in place of that.
fn said(of: &str, with: &str) -> String {
    assert!(PACK.contains(of), "{of}");
    let (_folder, checked) = checked(&PACK.replacen(of, with, 1));
    let errors =
        checked.diagnostics.iter().filter(|found| found.severity == dteam::Severity::Error);
    errors.map(|found| format!("{} {}\n", found.code(), found.message(EN))).collect()
}

#[test]
fn a_rule_can_rest_on_a_work_of_its_pack() {
    let (folder, checked) = checked(PACK);
    assert!(!checked.is_incomplete(), "{:?}", checked.diagnostics);
    let catalog = catalog(folder.path());
    let profile = catalog
        .profile_from_str("profile", "council: {members: 20, online: 4}")
        .expect("it is sound");
    let advice = catalog.advise(&profile, &Options::default().language(DE));
    let advice = advice.expect("there is a date");
    let json = render::json(&advice);
    assert_eq!(serde_json::from_str::<dteam::Advice>(&json).expect("it is read back"), advice);
    let written: Value = serde_json::from_str(&json).expect("it is JSON");
    let source = |rule: &str| {
        let steps = written["steps"].as_array().expect("steps");
        let step = steps.iter().find(|step| step["rule"] == rule).expect("it fires");
        step["source"].clone()
    };
    let guide = json!({
        "id": "guide", "title": "Leitfaden Ratsarbeit", "publisher": "Städtetag", "year": 2024,
        "address": "https://example.org/leitfaden",
    });
    let rests = json!({"publication": guide, "section": "2.1", "table": 3});
    assert_eq!(source("council/papers"), rests);
    let code = json!({"publication": {"id": "code", "title": "Gemeindeordnung"}});
    assert_eq!(source("council/rules"), code);
    let report = render::markdown(&advice, 20);
    for part in [
        "„Leitfaden Ratsarbeit“ (Städtetag, 2024), 2.1, Tabelle 3",
        "„Gemeindeordnung“ ·",
        "„Leitfaden Ratsarbeit“ (Städtetag, 2024), https://example.org/leitfaden",
    ] {
        assert!(report.contains(part), "{part}:\n{report}");
    }
}

#[test]
fn only_what_a_source_has_can_be_cited() {
    let cited = r#"{publication: guide, section: "2.1", table: 3}"#;
    assert_eq!(said(cited, r#"{section: "5.3", table: 11}"#), "");
    assert_eq!(
        said(cited, r#"{section: "99.9"}"#).split(':').next(),
        Some("D531 it has no section `99.9`\n")
    );
    let own = said(cited, r#"{publication: guide, section: "3"}"#);
    assert_eq!(own, "D531 it has no section `3`\n");
    assert!(said(cited, "{publication: guide, table: 4}").starts_with("D507"));
    assert!(said(cited, "{publication: gide}").starts_with("D530"));
    assert!(said(cited, "{table: 3}").starts_with("D102"));
    assert!(said(cited, "{publication: guide, table: 3.5}").starts_with("D209"));
    assert!(said("tables: [3]", "tables: [3.5]").contains("D209"));
    assert!(said("year: 2024", "year: 2024.5").starts_with("D209"));
    assert!(said("https://example.org/leitfaden", "example.org").starts_with("D532"));
    assert!(said("date: 2026-11-20", "date: gestern").starts_with("D107"));
}

#[test]
fn it_is_said_who_answers_for_a_pack() {
    let (folder, checked) = checked(PACK);
    let summary = dteam::render::check_summary(&checked, DE);
    let who = "Paket `council`: Von A. Beispiel, geprüft am 20.11.2026 von B. Muster\n";
    assert!(summary.starts_with(who), "{summary}");
    let handbook = dteam::authoring::handbook(&catalog(folder.path()), &["council"], DE);
    let handbook = handbook.expect("there is such a pack").markdown();
    for part in ["Von A. Beispiel, geprüft am 20.11.2026", "Von C. Dritte", "<https://example.org"]
    {
        assert!(handbook.contains(part), "{part}:\n{handbook}");
    }
}

#[test]
fn a_handbook_of_one_pack_holds_what_its_rules_need() {
    let (folder, _) = checked(PACK);
    let handbook = dteam::authoring::handbook(&catalog(folder.path()), &["council"], DE);
    let handbook = handbook.expect("there is such a pack").markdown();
    assert!(handbook.contains("`council.members`"), "{handbook}");
    assert!(!handbook.contains("`data.inventory`"), "{handbook}");
    assert!(handbook.lines().count() < 150, "{}", handbook.lines().count());
}

#[test]
fn answers_to_questions_of_a_pack_can_contradict_one_another() {
    let (folder, _) = checked(PACK);
    let catalog = catalog(folder.path());
    let found = catalog
        .profile_from_str("profile", "council: {members: 20, online: 40}")
        .expect_err("more have access than there are");
    let said = found.to_string();
    assert!(said.contains("More members with access (40) than members (20)."), "{said}");
}
