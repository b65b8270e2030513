//! The quick ways give what the thorough ones give.

use std::sync::LazyLock;

use dteam::advice::{AssessedStep, Assessment, Record};
use dteam::{Advice, Catalog, Invalid, Options, Outcome, Profile, render};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::extension::extended;
use crate::properties::cases;
use crate::survey::{catalog, nested, profiles};

static EXTENDED: LazyLock<Catalog> = LazyLock::new(extended);

/// The assessment as the advice has it.
fn from_advice<'c>(catalog: &'c Catalog, profile: &Profile, options: &Options) -> Assessment<'c> {
    let advice = catalog.advise(profile, options).expect("no script fails");
    let ids: Vec<&str> = catalog.rule_ids().collect();
    let index = |rule: &str| ids.iter().position(|id| *id == rule).expect("the rule exists");
    let types: Vec<&str> =
        ["cautious", "optimizer", "service_oriented", "community_manager"].to_vec();
    let own = |kind: Option<&String>| {
        kind.and_then(|kind| types.iter().copied().find(|known| known == kind))
    };
    let outcomes = catalog.outcomes(profile, options).expect("no script fails");
    // What fires is a step, another administration's to do, or part of one of these.
    let whole = catalog.advise(profile, &options.top(None)).expect("no script fails");
    let delegated = whole.delegated.iter().flat_map(|delegated| &delegated.steps);
    let delegated: Vec<usize> = delegated.map(|step| index(&step.rule)).collect();
    let steps: Vec<usize> = whole.steps.iter().map(|step| index(&step.rule)).collect();
    let fired = (0..outcomes.len()).filter(|rule| outcomes[*rule] == Outcome::Fires);
    let covered = fired.filter(|rule| !steps.contains(rule) && !delegated.contains(rule));
    let covered: Vec<usize> = covered.collect();
    Assessment {
        kind: own(advice.classification.kind.as_ref()),
        basis: advice.classification.basis,
        mixed_with: own(advice.classification.mixed_with.as_ref()),
        goals_and_work_differ: advice.classification.goals_and_work_differ,
        steps: advice
            .steps
            .iter()
            .map(|step| AssessedStep {
                rule: ids[index(&step.rule)],
                index: index(&step.rule),
                priority: step.priority,
                factors: step.factors,
                horizon: step.horizon,
            })
            .collect(),
        covered,
        delegated,
        undecided: advice.undecided.iter().map(|undecided| index(&undecided.rule)).collect(),
        silent: outcomes.iter().filter(|outcome| **outcome == Outcome::Silent).count(),
        assignment: catalog.find_type(&profile.answers).assignment,
    }
}

#[test]
fn an_assessment_is_what_the_advice_says_of_every_profile() {
    let mut profiles = 0;
    for entry in std::fs::read_dir("profiles").expect("profiles are in the repository").flatten() {
        let profile = catalog().profile_from_file(entry.path()).expect("the profile is sound");
        for options in [Options::default(), Options::default().top(3)] {
            let assessed = catalog().assess(&profile, &options).expect("no script fails");
            assert_eq!(
                assessed,
                from_advice(catalog(), &profile, &options),
                "{}",
                entry.path().display()
            );
        }
        profiles += 1;
    }
    assert!(profiles > 3);
}

proptest! {
    #![proptest_config(cases(120))]

    #[test]
    fn an_assessment_is_what_the_advice_says(answers in profiles(0.7)) {
        let profile = catalog().profile_from_str("profile.json", &nested(&answers).to_string()).expect("consistent");
        let options = Options::default();
        let advice = catalog().advise(&profile, &options).expect("no script fails");
        let borrowed = catalog().advise_and_assess::<render::LineText<'_>>(&profile, &options).expect("no script fails").0;
        let mut line = Vec::new();
        render::json_line(&borrowed, &mut line).expect("an advice is JSON");
        prop_assert_eq!(String::from_utf8(line).expect("JSON is UTF-8"), serde_json::to_string(&advice).expect("an advice is JSON"));
        prop_assert_eq!(catalog().assess(&profile, &options).expect("no script fails"), from_advice(catalog(), &profile, &options));
    }

    /// Rules whose questions are all open are not evaluated for an advice; for an explanation they
    /// are.
    #[test]
    fn a_rule_comes_out_in_the_advice_as_explained_alone(answers in profiles(0.15), first in 0..9usize, year in 2020..2027i16) {
        let catalog = &EXTENDED;
        let profile = catalog.profile_from_str("profile.json", &nested(&answers).to_string()).expect("consistent");
        let options = Options::default().date(jiff::civil::date(year, 1, 1));
        let outcomes = catalog.outcomes(&profile, &options).expect("no script fails");
        for (rule, outcome) in catalog.rule_ids().zip(outcomes).skip(first).step_by(9) {
            let alone = catalog.explain(&profile, rule, &options).expect("no script fails");
            prop_assert_eq!(alone.outcome, outcome, "{}", rule);
        }
    }

    /// What is JSON says the same in a file of YAML; what is none is refused.
    #[test]
    fn a_profile_in_json_is_read_as_in_yaml(answers in profiles(0.7), index in any::<prop::sample::Index>(), junk in "[\\[\\]{}:,\"0-9a-z. -]{0,2}") {
        let text = nested(&answers).to_string();
        let at = index.index(text.len());
        let damaged = if text.is_char_boundary(at) { format!("{}{junk}{}", &text[..at], &text[at..]) } else { text };
        let read = |name: &str| match catalog().profile_from_str(name, &damaged) {
            Ok(profile) => {
                let told: Vec<String> = profile.warnings().iter().map(ToString::to_string).collect();
                (Some(catalog().advise(&profile, &Options::default()).expect("no script fails")), told)
            }
            Err(invalid) => (None, invalid.diagnostics.iter().map(ToString::to_string).collect()),
        };
        let (advice, told) = read("profile.json");
        match serde_json::from_str::<serde_json::Value>(&damaged) {
            Ok(_) => {
                let told: Vec<String> = told.iter().map(|line| line.replace("profile.json", "profile.yaml")).collect();
                prop_assert_eq!((advice, told), read("profile.yaml"));
            }
            Err(error) => prop_assert!(advice.is_none(), "{}: {}", error, damaged),
        }
    }

    /// With another value somewhere, parsed JSON is taken or refused as its text is.
    #[test]
    fn parsed_json_is_read_as_its_text(
        mut answers in profiles(0.7),
        index in any::<prop::sample::Index>(),
        other in prop::option::of(other_value()),
    ) {
        if let (Some(other), false) = (other, answers.is_empty()) {
            let path = answers.keys().nth(index.index(answers.len())).cloned().expect("the index is within");
            answers.insert(path, other);
        }
        let profile = nested(&answers);
        let parsed = catalog().profile_from_json("profile.json", &profile);
        let read = catalog().profile_from_str("profile.json", &format!("{profile:#}"));
        prop_assert_eq!(told(parsed), told(read), "{}", profile);
    }
}

/// Values that are no answers to most questions.
fn other_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!(null)),
        Just(json!({})),
        Just(json!([])),
        Just(json!(["dms", "dms"])),
        Just(json!(["efficiency", "innovation", "economy", "funding"])),
        Just(json!({"kind": "stadt", "unknown": 1})),
        any::<bool>().prop_map(Value::from),
        (-5i64..5_000_000).prop_map(Value::from),
        (0..300i64).prop_map(|number| json!(number as f64 / 100.0)),
        "[a-zä \u{2013}.:\"]{0,12}".prop_map(Value::from),
    ]
}

/// What a profile leads to, or what is said against it.
fn told(read: Result<Profile, Invalid>) -> (Option<Advice>, Vec<String>) {
    match read {
        Ok(profile) => {
            let warnings = profile.warnings().iter().map(ToString::to_string).collect();
            (
                Some(catalog().advise(&profile, &Options::default()).expect("no script fails")),
                warnings,
            )
        }
        Err(invalid) => (None, invalid.diagnostics.iter().map(ToString::to_string).collect()),
    }
}

#[test]
fn keys_with_points_are_read_as_groups_are() {
    let read = |json: Value| told(catalog().profile_from_json("profile.json", &json));
    let (nested, flat) = (json!({"data": {"inventory": 1}}), json!({"data.inventory": 1}));
    assert_eq!(read(nested), read(flat));
    let (advice, told) = read(json!({"data": {"inventory": 1}, "data.inventory": 2}));
    assert!(advice.is_none());
    assert_eq!(
        told,
        [
            "profile.json:5:3: `data.inventory` stands here a second time, first in line 3; keep one of the two and delete the other"
        ]
    );
}

#[test]
fn a_record_is_what_explanations_say() {
    let mut record = Record::default();
    let options = Options::default();
    for name in ["lindenfurt.yaml", "auetal.yaml"] {
        let profile =
            catalog().profile_from_file(format!("profiles/{name}")).expect("the profile is sound");
        catalog().record(&profile, &options, &mut record).expect("no script fails");
        assert_eq!(
            record.decisions(),
            catalog().decisions(&profile, &options).expect("no script fails")
        );
        for (index, id) in catalog().rule_ids().enumerate() {
            let explained = catalog().explain(&profile, id, &options).expect("the rule exists");
            let decision = record.decisions()[index];
            assert_eq!(decision.outcome, explained.outcome, "{id}");
            assert_eq!(decision.need.is_some(), explained.outcome == Outcome::Fires, "{id}");
            assert!(
                decision.need.is_none_or(|need| (need - explained.factors.need).abs() < 1e-4),
                "{id}"
            );
            let tests: Vec<Option<bool>> =
                explained.trace.when.tests.iter().map(|test| test.outcome).collect();
            assert_eq!(record.tests(index), tests, "{id}");
        }
    }
}

/// The first profile is decided by the trees of the conditions, those after it by programs: with
/// rules that are switched off or call scripts, and with answers open.
#[test]
fn the_first_profile_is_decided_as_those_after_it() {
    let options = Options::default().date(jiff::civil::date(2026, 1, 1));
    for name in
        ["profiles/quellenried.yaml", "profiles/lindenfurt.yaml", "tests/suite/packs/school.yaml"]
    {
        let (once, again) = (extended(), extended());
        let profile = once.profile_from_file(name).expect("the profile is sound");
        let advise =
            |catalog: &Catalog| catalog.advise(&profile, &options).expect("no script fails");
        assert_eq!(advise(&once), advise(&once), "{name}");
        let profile = again.profile_from_file(name).expect("the profile is sound");
        let records = [Record::default(), Record::default()].map(|mut record| {
            again.record(&profile, &options, &mut record).expect("no script fails");
            record
        });
        let [first, second] = &records;
        assert_eq!(first.decisions(), second.decisions(), "{name}");
        for (index, id) in again.rule_ids().enumerate() {
            assert_eq!(first.tests(index), second.tests(index), "{name}: {id}");
            let is_empty = first.tests(index).is_empty();
            assert!(!is_empty || first.decisions()[index].outcome == Outcome::Off, "{name}: {id}");
        }
    }
}

#[test]
fn an_assessment_can_cross_threads() {
    fn crosses<T: Send + Sync>() {}
    crosses::<Assessment<'static>>();
    crosses::<Catalog>();
}
