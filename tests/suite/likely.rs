//! Likely steps: what is undecided, estimated, and the questions in the order of what they change.

use std::fs;
use std::path::Path;

use dteam::advice::Likely;
use dteam::{Advice, Catalog, Options, render};
use proptest::prelude::*;

use crate::properties::cases;
use crate::survey::{catalog, nested, profiles};
use crate::{DE, EN};

const STUDY: &str = "examples/studies/ecoles";

fn advise(catalog: &Catalog, profile: &str) -> Advice {
    let profile = catalog.profile_from_str("profile.yaml", profile).expect("the profile is sound");
    catalog.advise(&profile, &Options::default().likely(true)).expect("no script fails")
}

/// What must hold of any likely steps.
fn assert_sound(advice: &Advice) {
    for likely in &advice.likely {
        assert!((0.2..=1.0).contains(&likely.probability), "{likely:?}");
        assert!((0.0..=100.0).contains(&likely.priority), "{likely:?}");
        assert!(!likely.needs.is_empty(), "{likely:?}");
        assert!(likely.unless.iter().all(|question| likely.needs.contains(question)), "{likely:?}");
        assert!(advice.undecided.iter().any(|undecided| undecided.rule == likely.rule));
        assert!(advice.steps.iter().all(|step| step.rule != likely.rule), "{likely:?}");
    }
    let (sure, unless): (Vec<_>, Vec<_>) =
        advice.likely.iter().partition(|likely| likely.unless.is_empty());
    let expected = |likely: &&Likely| likely.probability * likely.priority;
    assert!(sure.is_sorted_by(|one, other| expected(one) >= expected(other)), "{sure:?}");
    assert!(unless.is_sorted_by(|one, other| expected(one) >= expected(other)), "{unless:?}");
    assert!(advice.likely.iter().is_sorted_by_key(|likely| !likely.unless.is_empty()));
}

#[test]
fn three_goals_suffice_for_likely_steps() {
    let advice = advise(catalog(), "goals: [efficiency, service_range, citizen_focus]");
    assert_sound(&advice);
    assert!(advice.likely.len() >= 5, "{}", advice.likely.len());
    let text = render::markdown(&advice, 5);
    assert!(text.contains("Wahrscheinliche Schritte") && text.contains("geschätzt: in "), "{text}");
}

#[test]
fn who_has_answered_everything_is_told_nothing_likely() {
    let profile = fs::read_to_string("profiles/lindenfurt.yaml").expect("it is in the repository");
    assert_eq!(advise(catalog(), &profile).likely, []);
}

#[test]
fn unless_asked_for_nothing_is_estimated() {
    let profile = catalog().profile_from_str("profile.yaml", "goals: [efficiency]").expect("sound");
    let options = Options::default().language(EN);
    let (without, with) = (
        catalog().advise(&profile, &options).expect("no script fails"),
        catalog().advise(&profile, &options.likely(true)).expect("no script fails"),
    );
    assert!(without.likely.is_empty() && !with.likely.is_empty());
    assert!(render::json(&without).contains("\"likely\": []"));
    let sorted = |advice: &Advice| {
        let mut open: Vec<String> =
            advice.open_questions.iter().map(|open| open.question.clone()).collect();
        open.sort();
        open
    };
    assert_eq!(sorted(&without), sorted(&with), "the same questions, in another order");
    let asked = catalog().open_questions(&profile, &options.likely(true)).expect("no script fails");
    assert_eq!(asked, with.open_questions);
}

#[test]
fn an_answer_that_the_study_has_no_values_for_is_said_to_be_missing() {
    let advice = advise(catalog(), "goals: [efficiency]");
    let open = advice.likely.iter().flat_map(|likely| &likely.unless);
    for question in open {
        let slot = catalog().survey.find(question).expect("it is a question");
        let is_own = slot.index() < catalog().survey.own;
        let has_values = catalog().benchmarks.find(slot, None).is_some();
        assert!(!(is_own && has_values && !catalog().survey.question(slot).fixed), "{question}");
    }
}

/// The study with its benchmarks changed.
fn study(change: impl Fn(&str) -> String) -> Catalog {
    let folder = tempfile::tempdir().expect("there is a folder for temporary files");
    fs::create_dir(folder.path().join("reseau")).expect("it can be made");
    for file in ["survey.yaml", "typology.yaml", "benchmarks.yaml", "reseau/pack.yaml"] {
        let text = fs::read_to_string(Path::new(STUDY).join(file)).expect("it is there");
        let text = if file == "benchmarks.yaml" { change(&text) } else { text };
        fs::write(folder.path().join(file), text).expect("it can be written");
    }
    dteam::load(&[folder.path()]).expect("the study is sound")
}

const ANSWERS: [&str; 5] = [
    "objectifs: []",
    "objectifs: [projets, ouverture]",
    "ecoles: {wifi: 3, appareils: 0}",
    "ecoles: {wifi: 0, appareils: 3, usages: [recherche, films, programmation, echanges]}",
    "commune: {genre: ville}",
];

#[test]
fn a_study_of_two_types_is_enough() {
    let catalog = study(str::to_owned);
    for answers in ANSWERS {
        assert_sound(&advise(&catalog, answers));
    }
    assert!(!advise(&catalog, ANSWERS[1]).likely.is_empty());
}

#[test]
fn shares_of_nothing_and_of_all_make_no_nonsense() {
    let catalog = study(|text| {
        let lines =
            text.lines().map(|line| match line.contains("option:") && line.contains("0]") {
                true if !line.contains("score") => {
                    let from = line.find("by_type").expect("it has values");
                    format!("{}by_type: [0.0, 100.0], better: higher, check: text}}", &line[..from])
                }
                _ => line.to_owned(),
            });
        lines.collect::<Vec<_>>().join("\n")
    });
    for answers in ANSWERS {
        let advice = advise(&catalog, answers);
        assert_sound(&advice);
        if let Some(estimate) = &advice.classification.by_indicators {
            let sum: f64 = estimate.posterior.values().sum();
            assert!((sum - 1.0).abs() < 1e-3 && estimate.level.is_finite(), "{estimate:?}");
        }
    }
}

#[test]
fn without_values_nothing_is_claimed() {
    let catalog = study(|text| {
        let lines = text.lines().filter(|line| !line.contains("- {question:"));
        lines.collect::<Vec<_>>().join("\n").replace("values:", "values: []")
    });
    for answers in ANSWERS {
        let advice = advise(&catalog, answers);
        assert_eq!((&advice.likely[..], &advice.classification.by_indicators), (&[][..], &None));
    }
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn whatever_is_answered_what_is_likely_is_sound_and_the_same_twice(answers in profiles(0.4)) {
        let text = nested(&answers).to_string();
        if let Ok(profile) = catalog().profile_from_str("profile.json", &text) {
            let options = Options::default().language(DE).likely(true);
            let advise = || catalog().advise(&profile, &options).expect("no script fails");
            let advice = advise();
            assert_sound(&advice);
            prop_assert_eq!(render::json(&advice), render::json(&advise()));
        }
    }
}
