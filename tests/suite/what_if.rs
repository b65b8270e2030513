//! One rule on a profile with other answers assumed.

use crate::EN;
use crate::folded::folded;
use assert_cmd::Command;
use dteam::advice::WhatIf;
use dteam::{Catalog, Options, Outcome, Profile};

fn explain(assumptions: &[&str], more: &[&str]) -> std::process::Output {
    let mut command = Command::cargo_bin("dteam").expect("the binary is built");
    command
        .args(["explain", "profiles/auetal.yaml", "data/inventory", "--date", "2026-11-22"])
        .args(more);
    for assumption in assumptions {
        command.args(["--what-if", assumption]);
    }
    command.output().expect("it runs")
}

fn said(assumptions: &[&str], more: &[&str]) -> String {
    let output = explain(assumptions, more);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("output is text")
}

fn catalog() -> (Catalog, Profile) {
    let catalog = dteam::embedded().expect("the catalog loads");
    let profile = catalog.profile_from_file("profiles/auetal.yaml").expect("the profile is valid");
    (catalog, profile)
}

fn assumed(assumptions: &[&str]) -> WhatIf {
    let (catalog, profile) = catalog();
    let assumed = catalog.what_if(&profile, assumptions).expect("the assumptions are right");
    let options = Options::default().language(EN);
    catalog
        .explain_what_if(&profile, &assumed, "data/inventory", &options)
        .expect("there is such a rule")
}

#[test]
fn a_changed_answer_is_compared() {
    for language in ["de", "en"] {
        let said = |assumptions: &[&str]| said(assumptions, &["--lang", language]);
        insta::assert_snapshot!(format!("outcome-{language}"), said(&["data.inventory=2"]));
        let priority = said(&["data.inventory=1", "municipality.population=50000"]);
        insta::assert_snapshot!(format!("priority-{language}"), priority);
        insta::assert_snapshot!(
            format!("open-{language}"),
            said(&["data.inventory=", "goals=[innovation]"])
        );
        insta::assert_snapshot!(format!("unaffected-{language}"), said(&["data.inventory=0"]));
    }
}

#[test]
fn other_programs_get_the_same_as_data() {
    let json = said(&["data.inventory=2"], &["--format", "json"]);
    insta::assert_snapshot!("json", folded(&json));
    let yaml = said(&["data.inventory=2"], &["--format", "yaml"]);
    let json: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    let yaml: serde_json::Value = serde_yaml::from_str(&yaml).expect("it is YAML");
    assert_eq!(json, yaml);
    let plain: serde_json::Value =
        serde_json::from_str(&said(&[], &["--format", "json"])).expect("it is JSON");
    assert_eq!(json["before"], plain, "without the assumption, all is as before");
}

#[test]
fn an_assumption_is_what_the_profile_would_say() {
    let (catalog, profile) = catalog();
    let text =
        std::fs::read_to_string("profiles/auetal.yaml").expect("the profile is in the repository");
    let edited = text
        .replace(
            "data: {inventory: 0, open_data: 0, uses: []}",
            "data: {inventory: 3, uses: [automation]}",
        )
        .replace("in_use: [form_server, dms, de_mail]", "in_use: [form_server, de_mail, eid]")
        .replace(
            "goals: [legal_requirements, funding, efficiency]",
            "goals: [legal_requirements, efficiency, innovation]",
        );
    let edited =
        catalog.profile_from_str("edited.yaml", &edited).expect("the edited profile is valid");
    let assumptions = [
        "data.inventory=3",
        "data.open_data=",
        "data.uses=+automation",
        "components.in_use=[+eid, -dms]",
        "goals=-funding",
        " goals = +innovation",
    ];
    let assumed = catalog.what_if(&profile, &assumptions).expect("the assumptions are right");
    let advice = |profile| catalog.advise(profile, &Options::default()).expect("there is advice");
    assert_eq!(advice(&assumed), advice(&edited));
}

#[test]
fn ranks_are_those_of_the_advice() {
    let (catalog, profile) = catalog();
    let advice = catalog.advise(&profile, &Options::default()).expect("there is advice");
    for rule in catalog.rule_ids() {
        let explained =
            catalog.explain(&profile, rule, &Options::default()).expect("there is such a rule");
        let step = advice.steps.iter().find(|step| step.rule == rule);
        assert_eq!(explained.rank, step.map(|step| step.rank), "{rule}");
    }
}

#[test]
fn other_rules_start_and_stop_as_in_the_advice() {
    let (catalog, profile) = catalog();
    let changed =
        catalog.what_if(&profile, &["data.inventory=2"]).expect("the assumption is right");
    let fired = |profile| {
        let advice = catalog.advise(profile, &Options::default()).expect("there is advice");
        advice
            .steps
            .into_iter()
            // A part of a step fires too.
            .flat_map(|step| {
                let parts: Vec<_> = step.covers.into_iter().map(|part| part.rule).collect();
                std::iter::once(step.rule).chain(parts)
            })
            .filter(|rule| rule != "data/inventory")
            .collect::<Vec<_>>()
    };
    let (before, after) = (fired(&profile), fired(&changed));
    let only = |here: &[String], there: &[String]| {
        let mut only: Vec<String> =
            here.iter().filter(|rule| !there.contains(rule)).cloned().collect();
        only.sort();
        only
    };
    let sorted = |rules: Vec<dteam::advice::OtherRule>| {
        let mut ids: Vec<String> = rules.into_iter().map(|other| other.rule).collect();
        ids.sort();
        ids
    };
    let what_if = assumed(&["data.inventory=2"]);
    assert_eq!((what_if.before.outcome, what_if.after.outcome), (Outcome::Fires, Outcome::Silent));
    assert_eq!(sorted(what_if.starts), only(&after, &before));
    assert_eq!(sorted(what_if.stops), only(&before, &after));
}

#[test]
fn a_ranking_nobody_has_given_can_be_added_to() {
    let (catalog, _) = catalog();
    let empty =
        catalog.profile_from_str("empty.yaml", "municipality: {kind: stadt}").expect("it is valid");
    let by_edit = catalog.what_if(&empty, &["goals=[+innovation, +economy]"]).expect("it is right");
    let by_answer = catalog.what_if(&empty, &["goals=[innovation, economy]"]).expect("it is right");
    let advice = |profile| catalog.advise(profile, &Options::default()).expect("there is advice");
    assert_eq!(advice(&by_edit), advice(&by_answer));
    assert!(advice(&by_edit).classification.by_goals.is_some());
}

#[test]
fn taking_from_what_is_not_there_changes_nothing() {
    let what_if = assumed(&["components.in_use=-chatbot"]);
    assert!(!what_if.affected);
    assert_eq!(what_if.assumed[0].before, what_if.assumed[0].after);
}

#[test]
fn every_mistake_is_named() {
    let mistakes: &[(&str, &[&str])] = &[
        ("form", &["data.inventory", "=2", "data.inventory: 2", ""]),
        (
            "question",
            &["data.inventry=2", "inventory=2", "data=2", "data.size=2", "nothing.like.it=2"],
        ),
        (
            "option",
            &[
                "data.uses=[automaton]",
                "goals=+inovation",
                "strategy.status=adoptd",
                "components.in_use=[-dms, -x]",
            ],
        ),
        (
            "range",
            &[
                "data.inventory=4",
                "municipality.population=12.5",
                "components.municipal_it_share=0.4",
            ],
        ),
        (
            "kind",
            &[
                "data.inventory=two",
                "ozg.considered=ja",
                "data.uses=automation",
                "municipality.name=[a]",
            ],
        ),
        ("single", &["data.inventory=+more", "strategy.status=-none"]),
        (
            "count",
            &[
                "goals=+innovation",
                "data.uses=[+automation, +automation]",
                "data.uses=[-automation, +automation]",
            ],
        ),
        (
            "twice",
            &["data.inventory=1", "data.inventory=2", "data.uses=+automation", "data.uses=[]"],
        ),
        ("yaml", &["data.uses=[automation", "data.inventory=!int 2"]),
        ("contradiction", &["components.in_use=+e_payment", "fim.used=true"]),
    ];
    for language in ["de", "en"] {
        for (name, assumptions) in mistakes {
            let output = explain(assumptions, &["--lang", language]);
            assert_eq!(output.status.code(), Some(2), "{name}");
            assert!(output.stdout.is_empty(), "{name}");
            insta::assert_snapshot!(
                format!("mistake-{name}-{language}"),
                String::from_utf8_lossy(&output.stderr)
            );
        }
    }
}

#[test]
fn a_mild_contradiction_is_a_warning() {
    let output = explain(&["data.uses=+automation"], &["--lang", "en"]);
    assert!(output.status.success());
    let warned = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(warned.contains("warning[D213]") && warned.contains("--> --what-if:1:1"), "{warned}");
}

#[test]
fn an_unknown_rule_is_an_error_with_assumptions_too() {
    let mut command = Command::cargo_bin("dteam").expect("the binary is built");
    let output = command
        .args([
            "explain",
            "profiles/auetal.yaml",
            "data/inventry",
            "--what-if",
            "data.inventory=2",
            "--lang",
            "en",
        ])
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("did you mean `data/inventory`?"));
}
