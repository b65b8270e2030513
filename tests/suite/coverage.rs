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

/// The suggested cases show and notice all there is, and what stands in the file stays.
#[test]
fn the_suggested_cases_close_the_gaps() {
    let folder = folder(CASES);
    let report = json(folder.path(), &["--add-cases"]);
    let pack = &report["packs"][0];
    assert_eq!(pack["coverage"]["shown"], pack["coverage"]["total"]);
    assert_eq!(pack["mutation"]["caught"], pack["mutation"]["total"]);
    let added = pack["added"].as_u64().expect("it is a number");
    assert!(added > 2, "the pack begins with gaps");
    assert_eq!(report["tally"]["passed"], 3 + added);

    let path = folder.path().join("probe/cases.yaml");
    let cases = fs::read_to_string(&path).expect("it is there");
    assert!(cases.starts_with(CASES), "{cases}");
    // There is nothing more to add.
    let again = json(folder.path(), &["--add-cases"]);
    assert_eq!(again["packs"][0].get("added"), None);
    assert_eq!(fs::read_to_string(&path).expect("it is there"), cases);
}

#[test]
fn suggested_cases_need_a_list_with_hyphens() {
    let added = |cases: &str| {
        let folder = folder(cases);
        let (code, _) = run(folder.path(), &["--add-cases"]);
        (code, fs::read_to_string(folder.path().join("probe/cases.yaml")).expect("it is there"))
    };
    let (code, text) = added("# To be filled.\ncases: []\n");
    assert_eq!(code, Some(0));
    assert!(text.starts_with("# To be filled.\ncases:\n\n  - name: "), "{text}");
    let in_brackets = "cases: [{name: nothing is known, profile: {}, undecided: [overview]}]\n";
    assert_eq!(added(in_brackets), (Some(2), in_brackets.to_owned()));
}

/// A pack in which all that decides an advice is: each of the changes below ought to be noticed.
const DECIDING: &str = r#"format: 1
id: probe
version: 0.1.0
title: {de: Probe, en: Probe}
about: {de: Eine Probe., en: A probe.}
functions:
  - {name: parts, arguments: [list], returns: number, help: {de: Teile, en: Parts}}
rules:
  - id: overview
    title: {de: Daten überblicken, en: Survey the data}
    when: data.inventory <= 1
    need: 1 - data.inventory / 3
    impact: {default: 3, optimizer: 4}
    fit: {cautious: 0.5}
    effort: 2
    why: {de: "Stufe {data.inventory} von 3.", en: "Level {data.inventory} of 3."}
    notes:
      - when: municipality.population < 5000
        text: {de: Klein genug für einen Nachmittag., en: Small enough for an afternoon.}
    actions: {de: [Anfangen, Fortsetzen], en: [Begin, Go on]}
    variants:
      - when: municipality.kind == "kreis"
        title: {de: Daten des Kreises überblicken, en: Survey the county's data}
        effort: 3
    effect: {data.inventory: 2}
    source: {section: "5.3"}
  - id: use
    title: {de: Daten nutzen, en: Use the data}
    when: count(data.uses) < 3
    need: 1 - parts(data.uses) / 3
    impact: 4
    effort: 3
    after: [overview]
    why: {de: Daten liegen brach., en: Data lie idle.}
    actions: {de: [Anfangen, Fortsetzen], en: [Begin, Go on]}
    effect: {data.uses: [+automation, +process_optimisation, +staff_planning]}
    source: {section: "5.3"}
changes:
  - {rule: staff/participation, weight: 0.5, reason: {de: Probe, en: Probe}}
"#;

const PARTS: &str = "fn parts(uses) {
    let parts = 0.0;
    for use_ in [\"automation\", \"process_optimisation\"] {
        if uses.contains(use_) { parts += 1.0; }
    }
    parts
}
";

/// What somebody might change by hand, and the file it is in.
const SLIPS: [(&str, &str, &str); 18] = [
    ("chain.rhai", "let parts = 0.0;", "return 4.0; let parts = 0.0;"),
    ("chain.rhai", "parts += 1.0;", "parts += 2.0;"),
    ("chain.rhai", "if uses", "if !uses"),
    ("pack.yaml", "need: 1 - data.inventory / 3", "need: 0.01"),
    ("pack.yaml", "need: 1 - data.inventory / 3", "need: 1 - data.inventory / 4"),
    ("pack.yaml", "    need: 1 - data.inventory / 3\n", ""),
    ("pack.yaml", "population < 5000", "population < 6000"),
    ("pack.yaml", "population < 5000", "population > 5000"),
    ("pack.yaml", "default: 3", "default: 5"),
    ("pack.yaml", "optimizer: 4", "optimizer: 3"),
    ("pack.yaml", "impact: 4", "impact: 5"),
    ("pack.yaml", "cautious: 0.5", "cautious: 0.6"),
    ("pack.yaml", "    effort: 2", "    effort: 4"),
    ("pack.yaml", "        effort: 3", "        effort: 5"),
    ("pack.yaml", "after: [overview]", "after: [staff/participation]"),
    ("pack.yaml", "kind == \"kreis\"", "kind == \"stadt\""),
    ("pack.yaml", "Level {data.inventory} of", "Level 1 of"),
    ("pack.yaml", "weight: 0.5", "weight: 0.4"),
];

/// The suggested cases notice changes that nobody planned for.
#[test]
fn suggested_cases_notice_what_decides_an_advice() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pack = folder.path().join("probe");
    fs::create_dir(&pack).expect("the folder can be made");
    let write = |name: &str, text: &str| fs::write(pack.join(name), text).expect("it is written");
    write("pack.yaml", DECIDING);
    write("chain.rhai", PARTS);
    write("cases.yaml", "cases: []\n");
    let report = json(folder.path(), &["--add-cases"]);
    let pack = &report["packs"][0];
    assert_eq!(pack["coverage"]["shown"], pack["coverage"]["total"], "{pack:#}");
    assert_eq!(pack["mutation"]["survivors"], Json::Array(Vec::new()));
    for (file, was, is) in SLIPS {
        let text = if file == "pack.yaml" { DECIDING } else { PARTS };
        assert!(text.contains(was), "{was}");
        write(file, &text.replacen(was, is, 1));
        let (code, said) = run(folder.path(), &[]);
        assert_eq!(code, Some(1), "{was} → {is} is not noticed\n{said}");
        write(file, text);
    }
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
    let (mut shown, mut to_show, mut caught, mut total) = (0, 0, 0, 0);
    for (pack, _) in catalog.packs() {
        let file = source::open(Path::new("rules").join(pack).join("cases.yaml"))
            .expect("every pack has cases");
        let cases =
            dteam::authoring::read_cases(catalog, pack, &file).expect("the cases are sound");
        let coverage = dteam::authoring::coverage(catalog, pack, &cases);
        // Other parts may need answers that lead to a type by themselves: these are left out below.
        let missing: Vec<_> = coverage
            .rules
            .iter()
            .flat_map(|rule| &rule.missing)
            .filter(|missing| missing.part.is_none())
            .collect();
        assert!(missing.is_empty(), "{missing:#?}");
        shown += coverage.shown;
        to_show += coverage.total;
        let mutation = dteam::authoring::mutation(catalog, pack, &cases);
        caught += mutation.caught;
        total += mutation.total;
    }
    assert!(shown * 100 >= to_show * 98, "{shown} of {to_show} parts are shown");
    assert!(caught * 100 >= total * 98, "{caught} of {total} changes are noticed");
}
