//! Days, weeks and people: what is begun when, who decides, and whose step it is at all.

use dteam::render::{COUNCIL_STEPS, council_steps};
use dteam::{Advice, Catalog, Diagnostic, Horizon, Options, Outcome, Severity, SourceFile, render};
use serde_json::{Value as Json, json};

use super::EN;

/// Answers that steps of the trial change, one each.
const EFFECTS: [&str; 7] = [
    "data.inventory: 3",
    "data.open_data: 3",
    "staff.participation: 4",
    "fim.known: true",
    "ozg.considered: true",
    "strategy.status: adopted",
    "training.digital_share: 50",
];

const ANSWERS: &str = "
data: {inventory: 0, open_data: 0}
staff: {participation: 0}
fim: {known: false}
ozg: {considered: false}
strategy: {status: none}
training: {digital_share: 0}
";

/// A rule for one of the effects, which fires until the step is done, with more keys.
fn rule(effect: usize, impact: u8, more: &str) -> String {
    let (question, target) = EFFECTS[effect].split_once(": ").expect("an effect");
    let when = match target {
        "true" => format!("'!{question}'"),
        "adopted" => format!("{question} != \"adopted\""),
        number => format!("{question} < {number}"),
    };
    format!(
        "  - id: r{effect}\n    title: {{de: Schritt {effect}, en: Step {effect}}}\n    when: {when}\n    impact: {impact}\n    effort: 2\n    \
         why: {{de: Darum geht es., en: That is why.}}\n    actions: {{de: [Erstens tun, Zweitens tun], en: [Do this, Do that]}}\n    \
         effect: {{{}}}\n    source: {{section: \"5.3\"}}\n{more}",
        EFFECTS[effect]
    )
}

fn examined(rules: &[String]) -> (Option<Catalog>, Vec<Diagnostic>) {
    let file = SourceFile::new("trial/pack.yaml", pack("", rules));
    dteam::builder().files([("trial/pack.yaml", file)]).examine()
}

/// The pack of these rules, with more keys before them.
fn pack(more: &str, rules: &[String]) -> String {
    format!(
        "format: 1\nid: trial\nversion: 1.0.0\ntitle: {{de: Probe, en: Trial}}\nabout: {{de: Eine Probe., en: A trial.}}\n{more}rules:\n{}",
        rules.concat()
    )
}

/// The advice by these rules alone, after whose steps nothing else is asked.
fn advised(rules: &[String], answers: &str) -> Advice {
    let (catalog, problems) = examined(rules);
    assert!(problems.is_empty(), "{problems:?}");
    let catalog = catalog.expect("the pack is sound");
    let text = format!("{ANSWERS}{answers}");
    let profile = catalog.profile_from_str("profile.yaml", &text).expect("it is sound");
    let advice = catalog.advise(&profile, &Options::default().language(EN));
    let json = serde_json::to_value(advice.expect("no script is called")).expect("it is JSON");
    serde_json::from_value(json).expect("what is written can be read")
}

/// The trial's steps and their horizons, in their order.
fn horizons(advice: &Advice) -> Vec<(&str, Horizon)> {
    let ours = advice.steps.iter().filter(|step| step.pack == "trial");
    ours.map(|step| (step.rule.trim_start_matches("trial/"), step.horizon)).collect()
}

/// The codes of the errors.
fn said(rules: &[String]) -> Vec<String> {
    let (_, problems) = examined(rules);
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error);
    errors.map(Diagnostic::code).collect()
}

#[test]
fn at_most_five_steps_are_begun_in_a_year() {
    let rules: Vec<String> =
        (0..7).map(|effect| rule(effect, 5, "    days: [1, 1]\n    weeks: 1\n")).collect();
    let advice = advised(&rules, "capacity: {days_per_quarter: 1000}");
    let all = |horizon| advice.steps.iter().filter(|step| step.horizon == horizon).count();
    assert_eq!(all(Horizon::Now), 5);
    assert_eq!(all(Horizon::Next), 2);
}

#[test]
fn what_does_not_fit_into_the_days_waits() {
    let rules = [
        rule(0, 5, "    days: [60, 60]\n    weeks: 40\n"),
        rule(1, 4, "    days: [2, 2]\n    weeks: 2\n"),
    ];
    let few = advised(&rules, "capacity: {days_per_quarter: 2}");
    let small = few.steps.iter().find(|step| step.rule == "trial/r1").expect("it fires");
    assert_eq!(small.horizon, Horizon::Now);
    let large = few.steps.iter().find(|step| step.rule == "trial/r0").expect("it fires");
    assert_eq!(large.horizon, Horizon::Later);
    let many = advised(&rules, "capacity: {days_per_quarter: 200}");
    let large = many.steps.iter().find(|step| step.rule == "trial/r0").expect("it fires");
    assert_eq!(large.horizon, Horizon::Now);
}

#[test]
fn nothing_begins_before_what_it_waits_for_has_ended() {
    let rules = [
        rule(0, 5, "    days: [1, 1]\n    weeks: 27\n"),
        rule(1, 5, "    days: [1, 1]\n    weeks: 1\n    after: [r0]\n"),
    ];
    let advice = advised(&rules, "capacity: {days_per_quarter: 1000}");
    assert_eq!(horizons(&advice), [("r0", Horizon::Now), ("r1", Horizon::Next)]);
}

#[test]
fn the_days_are_given_or_assumed() {
    let assumptions = |answers: &str| {
        let advice = advised(&[rule(0, 3, "")], answers);
        serde_json::to_value(advice.assumptions).expect("it is JSON")
    };
    let given = json!({"days_per_quarter": 7.0, "days_basis": "given", "per_year": 5});
    assert_eq!(assumptions("capacity: {days_per_quarter: 7}"), given);
    let assumed =
        |days: f64| json!({"days_per_quarter": days, "days_basis": "estimated", "per_year": 5});
    assert_eq!(assumptions("municipality: {population: 900}"), assumed(10.0));
    assert_eq!(assumptions("municipality: {kind: kreis, population: 90000}"), assumed(80.0));
    // Where nobody says how large the municipality is either.
    assert_eq!(assumptions(""), assumed(30.0));
}

#[test]
fn a_rule_without_days_has_those_of_its_effort_and_says_so() {
    let of = |more: &str| {
        let advice = advised(&[rule(0, 3, more)], "municipality: {population: 900}");
        let step = advice.steps.into_iter().find(|step| step.rule == "trial/r0").expect("it fires");
        ((step.days.low, step.days.high), step.days_assumed, step.weeks)
    };
    assert_eq!(of(""), ((3.0, 8.0), true, 6));
    assert_eq!(of("    days: [0.5, 2]\n    weeks: 3\n"), ((0.5, 2.0), false, 3));
    let variant = "    days: [9, 12]\n    weeks: 9\n    variants:\n      - {when: municipality.population < 1000, days: [1, 2]}\n";
    assert_eq!(of(variant), ((1.0, 2.0), false, 9));
}

#[test]
fn who_decides_leads_and_helps_is_told() {
    let more = "    decided_by: council\n    lead: hvb\n    with: [district, it_provider]\n    \
                duty: {law: {de: Gesetz § 1, en: Act section 1}, since: 2025-02-02, binds: {de: alle, en: everyone}}\n";
    let partners = |answers: &str| -> Vec<String> {
        let advice = advised(&[rule(0, 3, more)], answers);
        let step = advice.steps.into_iter().find(|step| step.rule == "trial/r0").expect("it fires");
        step.with.into_iter().map(|party| party.id).collect()
    };
    let all = ["district", "it_provider"];
    assert_eq!(partners(""), all);
    assert_eq!(partners("municipality: {kind: gemeinde}"), all);
    // A county has no county; nor has a town that is independent, or large enough to be so.
    let without = ["it_provider"];
    assert_eq!(partners("municipality: {kind: kreis, population: 90000}"), without);
    assert_eq!(partners("municipality: {kind: stadt, district_free: true}"), without);
    assert_eq!(partners("municipality: {kind: stadt, population: 120000}"), without);
    assert_eq!(partners("municipality: {state: HH}"), without);
    assert_eq!(
        partners("municipality: {kind: stadt, population: 120000, district_free: false}"),
        all
    );

    let advice = advised(&[rule(0, 5, more)], "");
    let report = render::markdown(&advice, 30);
    let who = "decided by: the elected council; led by: head of administration; with: county (Kreis) and IT provider";
    assert!(report.contains(who), "{report}");
    assert!(report.contains("## Duties"), "{report}");
    assert!(report.contains("Act section 1, since 2 February 2025, binds everyone"), "{report}");
}

#[test]
fn a_paper_is_about_what_the_council_decides() {
    let rules =
        [rule(0, 5, "    decided_by: administration\n"), rule(1, 5, "    decided_by: council\n")];
    let advice = advised(&rules, "");
    let chosen: Vec<&str> =
        council_steps(&advice, COUNCIL_STEPS).iter().map(|step| step.rule.as_str()).collect();
    assert!(chosen.contains(&"trial/r1") && !chosen.contains(&"trial/r0"), "{chosen:?}");
}

#[test]
fn a_shared_administration_is_one_conversation() {
    let rules = [
        rule(0, 5, "    decided_by: administration\n"),
        rule(1, 5, "    decided_by: council\n    after: [r0]\n"),
        rule(2, 5, ""),
    ];
    let shared = advised(&rules, "municipality: {kind: gemeinde, administration: shared}");
    let ours: Vec<&str> = horizons(&shared).into_iter().map(|(rule, _)| rule).collect();
    assert_eq!(ours, ["r1", "r2"]);
    let delegated = shared.delegated.as_ref().expect("there is something to settle");
    let ids: Vec<&str> = delegated.steps.iter().map(|step| step.rule.as_str()).collect();
    assert!(ids.contains(&"trial/r0") && !ids.contains(&"trial/r1"), "{ids:?}");
    assert!(
        render::markdown(&shared, 5).contains("## To be settled with the shared administration")
    );
    for own in ["municipality: {kind: gemeinde, administration: own}", ""] {
        let own = advised(&rules, own);
        assert!(own.delegated.is_none());
        assert!(horizons(&own).iter().any(|(rule, _)| *rule == "r0"));
    }
}

#[test]
fn a_script_that_fails_in_a_delegated_step_is_told() {
    let functions = "functions:\n  - {name: links, arguments: [list], returns: number, help: {de: Glieder, en: Links}}\n";
    let rule = rule(0, 5, "    decided_by: administration\n")
        .replace("That is why.", "\"{links(components.in_use)}\"");
    let files = [
        ("trial/pack.yaml", SourceFile::new("trial/pack.yaml", pack(functions, &[rule]))),
        ("trial/links.rhai", SourceFile::new("trial/links.rhai", "fn links(list) { \"none\" }")),
    ];
    let catalog = dteam::builder().files(files).build().expect("the pack is sound");
    let answers = format!(
        "{ANSWERS}components: {{in_use: []}}\nmunicipality: {{kind: gemeinde, administration: shared}}"
    );
    let profile = catalog.profile_from_str("profile.yaml", &answers).expect("it is sound");
    let failed = catalog.advise(&profile, &Options::default().language(EN));
    let failed = failed.expect_err("there is no such thing as half an advice");
    assert_eq!(failed.diagnostics[0].code(), "D513");
}

#[test]
fn steps_that_another_makes_unnecessary_say_by_which() {
    let rules = [
        rule(0, 5, "    days: [1, 1]\n    weeks: 1\n"),
        "  - id: lesser\n    title: {de: Kleiner Schritt, en: Lesser step}\n    when: data.inventory < 2\n    impact: 1\n    effort: 2\n    \
         why: {de: Darum geht es., en: That is why.}\n    actions: {de: [Erstens tun, Zweitens tun], en: [Do this, Do that]}\n    \
         effect: {data.inventory: 2}\n    source: {section: \"5.3\"}\n"
            .to_owned(),
    ];
    let advice = advised(&rules, "");
    let lesser = advice.steps.iter().find(|step| step.rule == "trial/lesser").expect("it fires");
    assert_eq!(lesser.horizon, Horizon::Later);
    assert_eq!(lesser.settled_by.as_deref(), Some("trial/r0"));
    let report = render::markdown(&advice, 30);
    assert!(report.contains("probably unnecessary once step"), "{report}");
}

#[test]
fn a_package_that_is_done_leaves_none_of_its_parts() {
    let (catalog, _) = examined(&[rule(0, 3, ""), rule(1, 3, "    covers: [r0]\n")]);
    let catalog = catalog.expect("the pack is sound");
    let profile = catalog.profile_from_str("profile.yaml", ANSWERS).expect("it is sound");
    let done = catalog.with_step_done(&profile, "trial/r1").expect("there is the rule");
    for rule in ["trial/r0", "trial/r1"] {
        let explained = catalog.explain(&done, rule, &Options::default()).expect("there it is");
        assert_eq!(explained.outcome, Outcome::Silent, "{rule}");
    }
}

#[test]
fn mistakes_are_named() {
    for (more, code) in [
        ("    days: [8, 3]\n", "D536"),
        ("    days: [1, 2.2]\n", "D536"),
        ("    days: [1]\n", "D536"),
        ("    days: [0, 3]\n", "D106"),
        ("    days: 3\n", "D104"),
        ("    weeks: 0\n", "D106"),
        ("    weeks: 1.5\n", "D209"),
        ("    decided_by: mayor\n", "D537"),
        ("    lead: mayor\n", "D537"),
        ("    with: [neighbors]\n", "D537"),
        ("    duty: {law: {de: A, en: B}, binds: {de: C, en: D}}\n", "D102"),
        ("    duty: {law: {de: A, en: B}, since: soon, binds: {de: C, en: D}}\n", "D107"),
    ] {
        assert_eq!(said(&[rule(0, 3, more)]), [code], "{more}");
    }
}

#[test]
fn mistakes_of_a_survey_are_named() {
    let survey = std::fs::read_to_string("rules/survey.yaml").expect("it is in the repository");
    let said = |from: &str, to: &str| {
        assert!(survey.contains(from), "{from}");
        let folder = tempfile::tempdir().expect("a temporary folder");
        for file in ["typology.yaml", "benchmarks.yaml"] {
            std::fs::copy(format!("rules/{file}"), folder.path().join(file)).expect("it is copied");
        }
        let changed = survey.replacen(from, to, 1);
        std::fs::write(folder.path().join("survey.yaml"), changed).expect("it is written");
        let invalid = dteam::load(&[folder.path()]).expect_err("there is a mistake");
        invalid.diagnostics.iter().map(Diagnostic::code).collect::<Vec<_>>()
    };
    assert_eq!(said("population < 2000, days: 10}", "population < 2000, days: 0}"), ["D106"]);
    assert_eq!(said("roles: responsibility.administration", "roles: fim.known"), ["D104"]);
    assert_eq!(said("capacity: capacity.days_per_quarter", "capacity: capacity.days"), ["D201"]);
    assert_eq!(
        said("unless: municipality.kind == \"kreis\"", "unless: municipality.kid == \"kreis\""),
        ["D303"]
    );
    assert_eq!(said("  partners:", "  partner:"), ["D101"]);
}

#[test]
fn a_pack_without_these_keys_reads_as_before() {
    let advice = advised(&[rule(0, 3, "")], "");
    let json: Json = serde_json::to_value(&advice).expect("it is JSON");
    let steps = json["steps"].as_array().expect("steps");
    let step = steps.iter().find(|step| step["rule"] == "trial/r0").expect("it fires");
    for key in ["decided_by", "lead", "duty", "settled_by"] {
        assert!(step.get(key).is_none(), "{key}");
    }
    assert_eq!(step["with"], json!([]));
}
