//! `dteam test`: what a case can say, what people read when it comes out otherwise, and how its
//! file is made to say what comes out.

use crate::folded::folded;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use assert_cmd::Command;
use dteam::authoring::{PackResult, Status};
use dteam::{Invalid, SourceFile};
use dteam_text::diagnostic::Problem;
use serde_json::Value as Json;

use crate::survey::catalog;

/// What comes out of a pack's cases.
fn results(pack: &str, file: &Arc<SourceFile>) -> Result<PackResult, Invalid> {
    let cases = dteam::authoring::read_cases(catalog(), pack, file)?;
    dteam::authoring::test_cases(catalog(), pack, &file.name, &cases, &[], Default::default())
}

/// Two rules; the effect of `overview` is too small, and `overview` comes after `plan`.
const PACK: &str = r#"format: 1
id: probe
version: 0.1.0
title: {de: Probe, en: Probe}
about: {de: Eine Probe., en: A probe.}
rules:
  - id: plan
    title: {de: Medienplan schreiben, en: Write a media plan}
    when: '"school_media_concept" !in strategy.links && (municipality.population < 50000 || type == "optimizer")'
    impact: 5
    effort: 1
    why: {de: "{municipality.name} hat keinen Medienplan.", en: "{municipality.name} has no media plan."}
    actions: {de: [Schulen fragen, Plan schreiben], en: [Ask the schools, Write the plan]}
    effect: {strategy.links: +school_media_concept}
    source: {section: "4.2", table: 5}
  - id: overview
    title: {de: Daten überblicken, en: Survey the data}
    when: data.inventory <= 1
    need: 1 - data.inventory / 3
    impact: 2
    effort: 3
    after: [plan]
    why: {de: "Bestandsaufnahme {data.inventory} von 3.", en: "Inventory {data.inventory} of 3."}
    actions: {de: [Fachämter fragen, Liste anlegen], en: [Ask the departments, Make a list]}
    effect: {data.inventory: EFFECT}
    valid: {from: 2024-07-24}
    source: {section: "5.3", table: 11}
"#;

/// Each kind of deviation once.
const FAILING: &str = r#"# Every way to fail.
cases:
  - name: a plan is there
    profile: {municipality: {population: 8000}, strategy: {links: [school_media_concept]}}
    fires: [plan]
    undecided: [overview]
  - name: an overview is missing
    profile: {data: {inventory: 0}}
    silent:
      - overview  # nobody knows why
      - plan
  - name: order, texts and type
    profile:
      municipality: {name: Auetal, population: 8000}
      goals: [efficiency, service_range]
      strategy: {links: []}
      data: {inventory: 0}
    order: [overview, plan, staff/participation]
    texts:
      plan: {de: [Auetal hat, Auenthal, Schulen], en: Auenthal}
    classification: {type: cautious, basis: goals, mixed_with: optimizer}
  - {name: before it was in force, profile: {data: {inventory: 0}}, date: 2020-01-01, fires: [overview]}
"#;

/// A folder with the pack `probe`, with these cases.
fn probe(cases: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    add(&folder, "probe", &PACK.replace("EFFECT", "2"), cases);
    folder
}

fn add(folder: &tempfile::TempDir, id: &str, pack: &str, cases: &str) {
    let path = folder.path().join(id);
    fs::create_dir_all(&path).expect("the folder can be made");
    fs::write(path.join("pack.yaml"), pack.replace("id: probe", &format!("id: {id}")))
        .expect("it can be written");
    fs::write(path.join("cases.yaml"), cases).expect("it can be written");
}

/// Exit code, standard output and standard error of `dteam test` in the folder.
fn test(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::cargo_bin("dteam").expect("the binary is built");
    let output = command.current_dir(folder).arg("test").args(arguments).output().expect("it runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("output is text");
    (output.status.code().expect("it ends by itself"), text(output.stdout), text(output.stderr))
}

/// What the update of a file of the pack `data` makes of it; updating it again has to change
/// nothing.
fn updated(text: &str) -> String {
    let update = dteam::authoring::update_cases(
        catalog(),
        "data",
        &SourceFile::new("cases.yaml", text),
        &[],
    )
    .expect("the cases are sound");
    assert_eq!(update.problems, [], "{}", update.text);
    let file = SourceFile::new("cases.yaml", update.text.clone());
    let again = dteam::authoring::update_cases(catalog(), "data", &file, &[]).expect("still sound");
    assert_eq!(
        (again.text, again.changes),
        (update.text.clone(), Vec::new()),
        "a second update changes nothing"
    );
    for case in results("data", &file).expect("still sound").cases {
        assert_eq!(case.status, Status::Passed, "{}", update.text);
    }
    update.text
}

#[test]
fn failures_say_what_was_expected_what_came_out_and_why() {
    let folder = probe(FAILING);
    add(&folder, "probe", &PACK.replace("EFFECT", "1"), FAILING);
    for language in ["de", "en"] {
        let (code, said, complaint) = test(folder.path(), &["probe", "--lang", language]);
        assert_eq!((code, complaint.as_str()), (1, ""));
        insta::assert_snapshot!(format!("failing-{language}"), said);
    }
    let (_, narrow, _) = test(folder.path(), &["probe", "--width", "50", "--color", "always"]);
    assert!(
        narrow.contains("\u{1b}[31m    - erwartet   ")
            && narrow.contains("\u{1b}[32m    + gefunden   ")
    );
}

/// The parts of a step that cases can state, as they come out.
const PARTS: &str = r#"cases:
  - name: the overview waits for the plan
    profile: {municipality: {population: 8000}, strategy: {links: []}, data: {inventory: 1}}
    need: {overview: 0.67}
    priority: {overview: 21.3, plan: 100}
    variant: {overview: null}
    notes: {overview: []}
    after: {overview: [plan], plan: []}
"#;

#[test]
fn a_case_states_numbers_variant_notes_and_what_comes_first() {
    let only = ["probe", "--filter", "waits", "--lang", "en"];
    let folder = probe(PARTS);
    assert_eq!(test(folder.path(), &only), (0, "1 passed, 0 failed\n".to_owned(), String::new()));

    let other =
        PARTS.replace("0.67", "0.66").replace("21.3", "22").replace("plan: []", "plan: [overview]");
    let folder = probe(&other);
    let (code, said, _) = test(folder.path(), &only);
    assert_eq!(code, 1);
    for pair in [
        "- expected   need: 0.66\n    + found      need: 0.67\n",
        "- expected   priority: 22\n    + found      priority: 21.3\n",
        "- expected   after: [probe/overview]\n    + found      after: []\n",
    ] {
        assert!(said.contains(pair), "{said}");
    }
    // What it says of them is replaced, and nothing else.
    assert_eq!(test(folder.path(), &[&only[..], &["--update"]].concat()).0, 0);
    let cases = fs::read_to_string(folder.path().join("probe/cases.yaml")).expect("it is there");
    assert_eq!(cases, PARTS);
}

#[test]
fn a_number_that_no_variant_or_note_has_is_refused() {
    let wrong = PARTS.replace("variant: {overview: null}", "variant: {overview: 1}");
    let (code, _, complaint) = test(probe(&wrong).path(), &["probe", "--lang", "en"]);
    assert_eq!(code, 2);
    assert!(
        complaint.contains("error[D708]: `probe/overview` has no such number under `variant`"),
        "{complaint}"
    );
}

#[test]
fn other_programs_read_json_and_junit() {
    let folder = probe(FAILING);
    let (code, json, _) = test(folder.path(), &["probe", "--format", "json", "--lang", "en"]);
    assert_eq!(code, 1);
    insta::assert_snapshot!("json", folded(&json));
    let (code, xml, _) = test(folder.path(), &["probe", "--format", "junit", "--lang", "en"]);
    assert_eq!(code, 1);
    insta::assert_snapshot!("junit", xml);
}

#[test]
fn names_cannot_break_the_xml_or_reach_the_terminal() {
    let cases = "cases:\n  - {name: \"<a> & \\\"b\\\" \\e[31m\\u0007\\uFFFE\", profile: {data: {inventory: 3}}, fires: [overview]}\n";
    let folder = probe(cases);
    let (_, xml, _) = test(folder.path(), &["probe", "--format", "junit"]);
    assert!(xml.contains("name=\"&lt;a&gt; &amp; &quot;b&quot; [31m\""), "{xml}");
    assert!(!xml.contains(|letter: char| letter != '\n' && letter.is_control()));
    let (_, text, _) = test(folder.path(), &["probe"]);
    assert!(!text.contains('\u{1b}') && !text.contains('\u{7}'));
}

#[test]
fn a_filter_chooses_cases_by_name_and_rule() {
    let folder = probe(FAILING);
    let names = |arguments: &[&str]| -> Vec<String> {
        let (_, json, _) =
            test(folder.path(), &[&["probe", "--format", "json"], arguments].concat());
        let report: Json = serde_json::from_str(&json).expect("the report is JSON");
        assert_eq!(
            report["packs"][0]["missing"],
            Json::Array(Vec::new()),
            "with a filter, nothing is missing"
        );
        let cases = report["packs"][0]["cases"].as_array().expect("cases are listed").clone();
        cases.iter().map(|case| case["name"].as_str().expect("a name").to_owned()).collect()
    };
    assert_eq!(names(&["--filter", "ORDER"]), ["order, texts and type"]);
    assert_eq!(
        names(&["--filter", "staff/part", "--filter", "in force"]),
        ["order, texts and type", "before it was in force"]
    );
    let (code, said, complaint) =
        test(folder.path(), &["probe", "--filter", "nobody", "--lang", "en"]);
    assert_eq!((code, said.as_str()), (2, ""));
    insta::assert_snapshot!("filter-without-match", complaint);
}

#[test]
fn packs_are_found_by_folder_by_id_and_by_themselves() {
    let passing = "cases:\n  - {name: fires, profile: {data: {inventory: 0}}, fires: [overview]}\n";
    let folder = probe(passing);
    let tested = |within: &str, arguments: &[&str]| -> Vec<String> {
        let filter = ["--filter", "fires", "--format", "json"];
        let (code, json, complaint) =
            test(&folder.path().join(within), &[arguments, &filter].concat());
        assert_eq!(code, 0, "{arguments:?}: {complaint}");
        let report: Json = serde_json::from_str(&json).expect("the report is JSON");
        let packs = report["packs"].as_array().expect("packs are listed").clone();
        packs.iter().map(|pack| pack["file"].as_str().expect("a file").to_owned()).collect()
    };
    assert_eq!(tested(".", &[]), ["./probe/cases.yaml"]);
    assert_eq!(tested("probe", &[]), ["./cases.yaml"]);
    assert_eq!(tested(".", &["probe"]), ["probe/cases.yaml"]);
    assert_eq!(tested(".", &["probe", "./probe/", "."]).len(), 1, "a pack is tested once");
    assert_eq!(tested("probe", &["probe", "--rules", ".."]), ["../probe/cases.yaml"]);
    assert_eq!(tested("probe", &["--rules", ".."]), ["../probe/cases.yaml"]);

    let empty = tempfile::tempdir().expect("a temporary folder");
    for (arguments, name) in [
        (&[][..], "no-packs"),
        (&["prob", "--rules", "FOLDER"], "unknown-pack"),
        (&["prob/", "--rules", "FOLDER"], "unknown-pack-with-slash"),
        (&["no/such/folder"], "unknown-folder"),
    ] {
        let given = folder.path().display().to_string();
        let arguments: Vec<&str> = arguments
            .iter()
            .map(|argument| if *argument == "FOLDER" { given.as_str() } else { argument })
            .collect();
        let (code, _, complaint) =
            test(empty.path(), &[&arguments[..], &["--lang", "en"]].concat());
        assert_eq!(code, 2, "{name}");
        insta::assert_snapshot!(name, complaint);
    }
}

#[test]
fn a_broken_pack_does_not_keep_the_others_from_being_tested() {
    let folder = probe(
        "cases:\n  - {name: plan, profile: {}, undecided: [plan]}\n  - {name: other, profile: {}, undecided: [broken/plan, plan]}\n",
    );
    let broken = PACK.replace("EFFECT", "2").replace("data.inventory <= 1", "data.inventry <= 1");
    add(
        &folder,
        "broken",
        &broken,
        "cases:\n  - {name: x, profil: {}, profile: {}, fires: [plan]}\n",
    );
    add(&folder, "unclear", &PACK.replace("EFFECT", "2"), "cases:\n  - {nam: x, profile: {}}\n");
    add(&folder, "unread", "", "cases: []\n");
    fs::write(folder.path().join("unread/pack.yaml"), [0xff, 0xfe]).expect("it can be written");
    let (code, said, complaint) = test(folder.path(), &[".", "--lang", "en"]);
    assert_eq!(code, 2);
    insta::assert_snapshot!("broken-packs", format!("{said}\n{complaint}"));
    let (code, xml, _) = test(folder.path(), &[".", "--lang", "en", "--format", "junit"]);
    assert_eq!(code, 2);
    assert_eq!(
        (xml.matches("<error ").count(), xml.matches("<skipped/>").count()),
        (3, 1),
        "{xml}"
    );
}

#[test]
fn every_mistake_in_what_is_expected_is_reported() {
    let mistakes = r#"cases:
  - name: twice
    profile: {}
    fires: [inventory, data/inventory]
    silent: [inventory]
    order: [automation, automation]
    texts: {inventory: {de: a}, data/inventory: {en: b}}
  - name: contradicts
    profile: {}
    undecided: [inventory]
    texts: {inventory: {de: a}}
    order: [inventory]
  - name: nothing
    profile: {}
    order: []
    texts: {}
    classification: {}
  - name: nothing within
    profile: {}
    texts: {inventory: {}, automation: {de: [], xx: x}}
  - name: unknown
    profile: {}
    order: [inventry]
    texts: {automaton: {de: x}}
    classification: {type: optimiser, basis: goal, mixed_with: cautios, also: x}
  - name: kinds
    profile: {}
    order: inventory
    texts: [inventory]
    classification: optimizer
"#;
    let invalid =
        dteam::authoring::read_cases(catalog(), "data", &SourceFile::new("cases.yaml", mistakes))
            .expect_err("there are mistakes");
    insta::assert_snapshot!("mistakes", invalid.to_string());
}

#[test]
fn an_update_moves_rules_and_leaves_the_rest_as_it_is() {
    let text = r#"# The head.
cases:
  - name: flow    # a remark
    profile: {data: {inventory: 0}}
    fires: [ keep-inventory,   "automation" ]   # stays

    # before silent
    silent: [inventory]
  # between the cases
  - name: block
    profile:
      data: {inventory: 2, uses: [staff_planning]}
    fires:
      # first
      - inventory  # no longer
      # then
      - data/keep-inventory
    silent:
      - 'use-for-processes'  # goes along
      - automation
    # the end
  - {name: braces, profile: {data: {inventory: 3}}, fires: [inventory], undecided: [automation]}
  - {fires: [inventory], name: first key, profile: {data: {inventory: 3}}}
  - fires:
      - inventory
    name: first line
    profile: {data: {inventory: 3}}
  - name: right already
    profile: {data: {inventory: 0}}
    fires:   [ inventory ]
  - name: several lines
    profile: {data: {inventory: 3, uses: []}}
    silent: [
      inventory,        # yes
      beyond-reporting, # no
      automation,
    ]"#;
    insta::assert_snapshot!("update", updated(text));
}

#[test]
fn an_update_knows_order_classification_and_cases_that_say_nothing() {
    let text = r#"cases:
  - name: order
    profile: &all
      goals: [efficiency, service_range]
      data: {inventory: 1, open_data: 0, uses: [staff_planning]}
    order:
      - open-data-start   # the third
      - use-for-processes # the first
      # a remark
      - beyond-reporting  # silent
      - inventory
    classification:
      type: cautious   # was
      basis:
      mixed_with: null
  - {name: order in brackets, profile: *all, order: [open-data-start, inventory, use-for-processes]}
  - name: nothing said
    profile: {data: {inventory: 2, uses: []}}
  - {name: nothing said in braces, profile: {data: {inventory: 1}}}
  - name: much undecided
    profile: {}
    date: 2026-01-01
  - name: nothing to say
    profile: {data: {inventory: 3, open_data: 3, uses: [process_optimisation, staff_planning, automation]}, fields_of_action: [], training: {offered: [methods]}, goals: [legal_requirements, funding]}
"#;
    insta::assert_snapshot!("update-order", updated(text));
}

#[test]
fn an_update_keeps_windows_lines() {
    let text = "cases:\r\n  - name: a\r\n    profile: {data: {inventory: 0}}\r\n    silent:\r\n      - inventory # x\r\n      - automation\r\n  - name: b\r\n    profile: {data: {inventory: 3}}\r\n";
    let text = updated(text);
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    assert!(
        text.contains(
            "    fires:\r\n      - inventory # x\r\n    silent:\r\n      - automation\r\n"
        ),
        "{text}"
    );
}

#[test]
fn an_update_mends_the_shipped_cases_and_keeps_every_comment() {
    for pack in ["base-components", "data", "staff"] {
        let path = Path::new("rules").join(pack).join("cases.yaml");
        let text = fs::read_to_string(path).expect("every pack has cases");
        let swapped = text
            .replace(" silent:", " SILENT:")
            .replace(" undecided:", " silent:")
            .replace("SILENT", "undecided");
        let update = dteam::authoring::update_cases(
            catalog(),
            pack,
            &SourceFile::new("cases.yaml", swapped),
            &[],
        )
        .expect("the cases are sound");
        assert_eq!(update.problems, [], "{pack}");
        let result = results(pack, &SourceFile::new("cases.yaml", update.text.clone()));
        let result = result.expect("the cases are sound");
        assert!(result.cases.iter().all(|case| case.status == Status::Passed), "{}", update.text);
        assert_eq!(result.missing, []);
        let comments =
            |text: &str| text.lines().filter(|line| line.trim_start().starts_with('#')).count();
        assert_eq!(comments(&update.text), comments(&text), "{pack}");
    }
}

#[test]
fn an_update_finds_its_way_around_aliases() {
    let text = "cases:\n  - {name: a, profile: &none {data: {inventory: 3}}, fires: [inventory]}\n  - {name: b, profile: *none, fires: [inventory]}\n  - name: c\n    fires: [inventory]\n    profile: *none\n  - name: d\n    order: [inventory]\n    profile: *none # again\n";
    let moved = text.replace("    order: [inventory]\n", "") + "    silent: [inventory]\n";
    assert_eq!(updated(text), moved.replace("fires:", "silent:"));
}

#[test]
fn what_cannot_be_changed_safely_is_left_alone() {
    let text = "cases:\n  - {name: anchor, profile: {data: {inventory: 0}}, fires: &list [keep-inventory]}\n  - {name: alias, profile: {data: {inventory: 2, uses: [automation]}}, fires: *list}\n  - {name: plain, profile: {data: {inventory: 0}}, silent: [inventory]}\n";
    let update = dteam::authoring::update_cases(
        catalog(),
        "data",
        &SourceFile::new("cases.yaml", text),
        &[],
    )
    .expect("the cases are sound");
    assert_eq!(update.text, text.replace("silent: [inventory]", "fires: [inventory]"));
    let problems: Vec<&Problem> =
        update.problems.iter().map(|diagnostic| &diagnostic.problem).collect();
    assert_eq!(problems, [&Problem::CaseNotUpdated { case: "anchor".to_owned() }]);
}

#[test]
fn expected_texts_are_for_people_to_change() {
    let text = "cases:\n  - name: a\n    profile: {data: {inventory: 3}}\n    fires: [inventory]\n    texts: {inventory: {de: x}}\n";
    let update = dteam::authoring::update_cases(
        catalog(),
        "data",
        &SourceFile::new("cases.yaml", text),
        &[],
    )
    .expect("the cases are sound");
    assert_eq!((update.text.as_str(), update.changes.len()), (text, 0));
}

#[test]
fn the_command_updates_the_file_and_says_so() {
    let folder = probe(&format!("\u{feff}{FAILING}"));
    let path = folder.path().join("probe/cases.yaml");
    let (code, said, complaint) = test(
        folder.path(),
        &["probe", "--update", "--lang", "en", "--filter", "is there", "--filter", "before"],
    );
    assert_eq!((code, complaint.as_str()), (0, ""), "{said}");
    let (code, said, complaint) = test(folder.path(), &["probe", "--update", "--lang", "en"]);
    assert_eq!((code, complaint.as_str()), (1, ""), "expected texts still fail");
    insta::assert_snapshot!("updating", said);
    let text = fs::read_to_string(&path).expect("it is there");
    assert!(text.starts_with("\u{feff}# Every way to fail.\n"), "the byte order mark stays");
    assert_eq!(
        fs::read_dir(folder.path().join("probe")).expect("it is there").count(),
        2,
        "nothing is left behind"
    );
    let (_, said, _) = test(folder.path(), &["probe", "--update", "--format", "json"]);
    assert!(!said.contains("\"updated\""), "nothing more to change");
    assert_eq!(fs::read_to_string(&path).expect("it is there"), text);
}

#[test]
fn a_file_that_may_not_be_written_is_not_updated() {
    let folder = probe(FAILING);
    let path = folder.path().join("probe/cases.yaml");
    let mut permissions = fs::metadata(&path).expect("it is there").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).expect("it is ours");
    let (code, _, complaint) = test(folder.path(), &["probe", "--update", "--lang", "en"]);
    assert_eq!(code, 2);
    insta::assert_snapshot!("read-only", complaint);
    assert_eq!(fs::read_to_string(&path).expect("it is there"), FAILING);
}
