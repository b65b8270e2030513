//! The quick ways give what the thorough ones give.

use std::sync::LazyLock;

use dteam::{AssessedStep, Assessment, Catalog, Options, Outcome, Profile, render};
use proptest::prelude::*;

use crate::extension::extended;
use crate::survey::{catalog, nested, profiles};

static EXTENDED: LazyLock<Catalog> = LazyLock::new(extended);

/// The assessment as the advice has it.
fn from_advice<'c>(catalog: &'c Catalog, profile: &Profile, options: &Options) -> Assessment<'c> {
    let advice = catalog.advise(profile, options).expect("no script fails");
    let ids: Vec<&str> = catalog.rule_ids().collect();
    let place = |rule: &str| ids.iter().position(|id| *id == rule).expect("the rule exists");
    let types: Vec<&str> = ["cautious", "optimizer", "service_oriented", "community_manager"].to_vec();
    let own = |kind: Option<&String>| kind.and_then(|kind| types.iter().copied().find(|known| known == kind));
    let outcomes = catalog.outcomes(profile, options).expect("no script fails");
    Assessment {
        kind: own(advice.classification.kind.as_ref()),
        basis: advice.classification.basis,
        mixed_with: own(advice.classification.mixed_with.as_ref()),
        goals_and_work_differ: advice.classification.goals_and_work_differ,
        steps: advice
            .steps
            .iter()
            .map(|step| AssessedStep {
                rule: ids[place(&step.rule)],
                place: place(&step.rule),
                priority: step.priority,
                factors: step.factors,
                horizon: step.horizon,
            })
            .collect(),
        undecided: advice.undecided.iter().map(|undecided| place(&undecided.rule)).collect(),
        silent: outcomes.iter().filter(|outcome| **outcome == Outcome::Silent).count(),
    }
}

#[test]
fn an_assessment_is_what_the_advice_says_of_every_profile() {
    let mut profiles = 0;
    for entry in std::fs::read_dir("profiles").expect("profiles are in the repository").flatten() {
        let profile = catalog().profile_from_file(entry.path()).expect("the profile is sound");
        for options in [Options::default(), Options { top: Some(3), ..Options::default() }] {
            let assessed = catalog().assess(&profile, &options).expect("no script fails");
            assert_eq!(assessed, from_advice(catalog(), &profile, &options), "{}", entry.path().display());
        }
        profiles += 1;
    }
    assert!(profiles > 3);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_assessment_is_what_the_advice_says(answers in profiles(0.7)) {
        let profile = catalog().profile_from_str("profile.json", &nested(&answers).to_string()).expect("consistent");
        let options = Options::default();
        let advice = catalog().advise(&profile, &options).expect("no script fails");
        let lent = catalog().advise_lent(&profile, &options).expect("no script fails");
        let mut line = Vec::new();
        render::json_line(&lent, &mut line).expect("an advice is JSON");
        prop_assert_eq!(String::from_utf8(line).expect("JSON is UTF-8"), serde_json::to_string(&advice).expect("an advice is JSON"));
        prop_assert_eq!(catalog().assess(&profile, &options).expect("no script fails"), from_advice(catalog(), &profile, &options));
    }

    /// Rules whose questions are all open are not evaluated for an advice; for an explanation they are.
    #[test]
    fn a_rule_comes_out_in_the_advice_as_explained_alone(answers in profiles(0.15), first in 0..9usize, year in 2020..2027i16) {
        let catalog = &EXTENDED;
        let profile = catalog.profile_from_str("profile.json", &nested(&answers).to_string()).expect("consistent");
        let options = Options { date: Some(jiff::civil::date(year, 1, 1)), ..Options::default() };
        let outcomes = catalog.outcomes(&profile, &options).expect("no script fails");
        for (rule, outcome) in catalog.rule_ids().zip(outcomes).skip(first).step_by(9) {
            let alone = catalog.explain(&profile, rule, &options).expect("no script fails");
            prop_assert_eq!(alone.outcome, outcome, "{}", rule);
        }
    }

    /// A comment makes JSON something that only the parser of YAML reads.
    #[test]
    fn a_profile_in_json_is_read_as_in_yaml(answers in profiles(0.7), place in any::<prop::sample::Index>(), junk in "[\\[\\]{}:,\"0-9a-z. -]{0,2}") {
        let text = nested(&answers).to_string();
        let at = place.index(text.len());
        let damaged = if text.is_char_boundary(at) { format!("{}{junk}{}", &text[..at], &text[at..]) } else { text };
        let read = |text: &str| match catalog().profile_from_str("profile.json", text) {
            Ok(profile) => {
                let told: Vec<String> = profile.warnings().iter().map(ToString::to_string).collect();
                (Some(catalog().advise(&profile, &Options::default()).expect("no script fails")), told)
            }
            Err(invalid) => (None, invalid.diagnostics.iter().map(ToString::to_string).collect()),
        };
        prop_assert_eq!(read(&damaged), read(&format!("{damaged} # as YAML")));
    }
}

#[test]
fn an_assessment_can_cross_threads() {
    fn crosses<T: Send + Sync>() {}
    crosses::<Assessment<'static>>();
    crosses::<Catalog>();
}
