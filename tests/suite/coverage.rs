//! What cases show of rules, and which slips of the pen they notice.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use dteam::authoring::{Coverage, Mutation};
use dteam::{SourceFile, source};
use serde_json::Value as Json;

use crate::survey::catalog;

/// One rule with three tests.
const PACK: &str = r#"format: 1
id: probe
version: 0.1.0
title: {de: Probe, en: Probe}
about: {de: Eine Probe., en: A probe.}
rules:
  - id: overview
    title: {de: Daten überblicken, en: Survey the data}
    when: data.inventory <= 1 && ("automation" in data.uses || municipality.kind == "kreis")
    impact: 3
    effort: 2
    why: {de: Es fehlt ein Überblick., en: An overview is missing.}
    actions: {de: [Anfangen, Fortsetzen], en: [Begin, Go on]}
    effect: {data.inventory: 2}
    source: {section: "5.3"}
"#;

const CASES: &str = "cases:
  - name: no overview in a county
    profile: {municipality: {kind: kreis}, data: {inventory: 0, uses: []}}
    fires: [overview]
  - name: an overview there is
    profile: {data: {inventory: 2}}
    silent: [overview]
  - name: nothing is known
    profile: {}
    undecided: [overview]
";

/// A folder with the pack and these cases.
fn folder(cases: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pack = folder.path().join("probe");
    fs::create_dir(&pack).expect("the folder can be made");
    fs::write(pack.join("pack.yaml"), PACK).expect("the file can be written");
    fs::write(pack.join("cases.yaml"), cases).expect("the file can be written");
    folder
}

/// The exit code and standard output of `dteam test probe` in the folder.
fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::cargo_bin("dteam").expect("the binary is built");
    let output = command
        .current_dir(folder)
        .args(["test", "probe"])
        .args(arguments)
        .output()
        .expect("it runs");
    (output.status.code(), String::from_utf8(output.stdout).expect("output is text"))
}

fn json(folder: &Path, arguments: &[&str]) -> Json {
    let (_, said) = run(folder, &[arguments, &["--format", "json"]].concat());
    serde_json::from_str(&said).expect("the report is JSON")
}

#[test]
fn what_is_missing_comes_with_a_case_for_it() {
    let folder = folder(CASES);
    for language in ["de", "en"] {
        let (code, said) = run(folder.path(), &["--coverage", "--mutate", "--lang", language]);
        assert_eq!(code, Some(0));
        insta::assert_snapshot!(format!("missing-{language}"), said);
    }
}

/// Writes the suggested profiles as cases until nothing is missing: each suggestion has to show
/// what it is for.
#[test]
fn the_suggested_cases_close_the_gaps() {
    let mut cases = CASES.to_owned();
    for round in 0..20 {
        let folder = folder(&cases);
        let report = json(folder.path(), &["--coverage", "--mutate"]);
        let pack = &report["packs"][0];
        let missing = &pack["coverage"]["rules"][0]["missing"][0];
        let survivor = &pack["mutation"]["survivors"][0];
        let suggested = [missing, survivor].into_iter().find(|gap| gap["profile"].is_string());
        let Some(suggested) = suggested else {
            assert_eq!(pack["coverage"]["shown"], pack["coverage"]["total"]);
            assert_eq!(pack["mutation"]["caught"], pack["mutation"]["total"]);
            assert!(round > 2, "the pack begins with gaps");
            return;
        };
        let text = |key: &str| suggested[key].as_str().expect("it is text").to_owned();
        let (profile, outcome) = (text("profile"), text("outcome"));
        cases.push_str(&format!(
            "  - name: suggested {round}\n    profile: {profile}\n    {outcome}: [overview]\n"
        ));
        assert_eq!(run(self::folder(&cases).path(), &[]).0, Some(0), "{cases}");
    }
    panic!("the suggestions do not close the gaps:\n{cases}");
}

#[test]
fn too_little_is_exit_code_one() {
    let folder = folder(CASES);
    let code = |arguments: &[&str]| run(folder.path(), arguments).0;
    assert_eq!(code(&["--coverage-min", "50"]), Some(0));
    assert_eq!(code(&["--coverage-min", "100"]), Some(1));
    assert_eq!(code(&["--mutate-min", "10"]), Some(0));
    assert_eq!(code(&["--mutate-min", "100"]), Some(1));
    assert_eq!(code(&["--coverage-min", "101"]), Some(2));
    assert_eq!(code(&["--coverage", "--filter", "county"]), Some(2));
}

/// The coverage and mutation of the pack above with another condition and these cases.
fn measured(when: &str, cases: &str) -> (Coverage, Mutation) {
    let folder = folder(cases);
    let pack = folder.path().join("probe");
    let (before, rest) = PACK.split_once("    when: ").expect("there is a condition");
    let (_, after) = rest.split_once('\n').expect("the line ends");
    fs::write(pack.join("pack.yaml"), format!("{before}    when: {when}\n{after}"))
        .expect("the file can be written");
    let catalog = dteam::load(&[&pack]).expect("the pack is sound");
    let cases =
        dteam::authoring::read_cases(&catalog, "probe", &SourceFile::new("cases.yaml", cases))
            .expect("the cases are sound");
    (
        dteam::authoring::coverage(&catalog, "probe", &cases),
        dteam::authoring::mutation(&catalog, "probe", &cases),
    )
}

#[test]
fn what_cannot_be_shown_is_not_asked_for() {
    // The second test never decides by being true: where it is, the first is too.
    let (coverage, _) = measured("data.inventory <= 1 && data.inventory <= 2", CASES);
    let missing = &coverage.rules[0].missing;
    assert!(
        missing.iter().all(|gap| gap.test.as_deref() != Some("data.inventory <= 2")),
        "{missing:?}"
    );
    // A bound between two levels can be written in two ways.
    let (_, mutation) = measured("data.inventory < 1.5", CASES);
    assert!(
        mutation.survivors.iter().all(|survivor| !survivor.mutant.contains("<= 1.5")),
        "{mutation:?}"
    );
}

#[test]
fn a_rule_that_no_case_names_is_not_covered_by_it() {
    let silent = "cases:\n  - name: says nothing of the rule\n    profile: {data: {inventory: 0}}\n    fires: [data/inventory]\n";
    let (coverage, mutation) = measured("data.inventory <= 1", silent);
    assert_eq!((coverage.shown, mutation.caught), (0, 0));
}

#[test]
fn the_cases_of_the_shipped_packs_are_complete() {
    let catalog = catalog();
    let (mut caught, mut total) = (0, 0);
    for (pack, _) in catalog.packs() {
        let file = source::open(Path::new("rules").join(pack).join("cases.yaml"))
            .expect("every pack has cases");
        let cases =
            dteam::authoring::read_cases(catalog, pack, &file).expect("the cases are sound");
        let coverage = dteam::authoring::coverage(catalog, pack, &cases);
        let missing: Vec<_> =
            coverage.rules.iter().filter(|rule| !rule.missing.is_empty()).collect();
        assert!(missing.is_empty(), "{missing:#?}");
        let mutation = dteam::authoring::mutation(catalog, pack, &cases);
        caught += mutation.caught;
        total += mutation.total;
    }
    assert!(caught * 100 >= total * 98, "{caught} of {total} changes are noticed");
}
