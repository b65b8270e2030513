//! The classification by goals against a calculation of its own, and what is said when goals and
//! work differ.

use dteam::Classification;
use dteam::advice::Basis;

use crate::survey::catalog;
use crate::{DE, EN};

const GOALS: [&str; 10] = [
    "legal_requirements",
    "funding",
    "efficiency",
    "service_range",
    "citizen_focus",
    "attractiveness",
    "public_services",
    "economy",
    "civic_engagement",
    "innovation",
];

/// Table 1 of the study, one row a type.
const CENTRES: [(&str, [f64; 10]); 4] = [
    ("cautious", [2.91, 0.24, 0.91, 0.72, 0.54, 0.22, 0.28, 0.07, 0.00, 0.07]),
    ("optimizer", [0.35, 0.03, 2.75, 1.08, 0.90, 0.43, 0.32, 0.03, 0.01, 0.05]),
    ("service_oriented", [0.35, 0.06, 1.00, 0.79, 2.74, 0.60, 0.15, 0.17, 0.04, 0.04]),
    ("community_manager", [0.21, 0.19, 0.73, 0.44, 0.63, 0.58, 2.52, 0.48, 0.10, 0.08]),
];

fn distance(ranking: &[usize], centre: &[f64; 10]) -> f64 {
    let mut scores = [0.0; 10];
    for (index, goal) in ranking.iter().enumerate() {
        scores[*goal] = 3.0 - index as f64;
    }
    scores
        .iter()
        .zip(centre)
        .map(|(score, mean)| (score - mean) * (score - mean))
        .sum::<f64>()
        .sqrt()
}

/// All rankings of one, two and three goals.
fn rankings() -> Vec<Vec<usize>> {
    let mut rankings = Vec::new();
    for first in 0..10 {
        rankings.push(vec![first]);
        for second in (0..10).filter(|second| *second != first) {
            rankings.push(vec![first, second]);
            for third in (0..10).filter(|third| ![first, second].contains(third)) {
                rankings.push(vec![first, second, third]);
            }
        }
    }
    rankings
}

fn classified(profile: &str) -> Classification {
    let profile =
        catalog().profile_from_str("profile.yaml", profile).expect("the profile is sound");
    catalog().classify(&profile, EN).expect("it is the catalog's")
}

fn by_ranking(ranking: &[usize]) -> Classification {
    let goals: Vec<&str> = ranking.iter().map(|goal| GOALS[*goal]).collect();
    classified(&format!("goals: [{}]", goals.join(", ")))
}

#[test]
fn every_ranking_gives_the_nearest_centre() {
    let rankings = rankings();
    assert_eq!(rankings.len(), 10 + 90 + 720);
    for ranking in rankings {
        let found = by_ranking(&ranking);
        let goals = found.by_goals.expect("goals are named");
        let mut nearest = CENTRES.map(|(kind, centre)| (distance(&ranking, &centre), kind));
        nearest.sort_by(|one, other| one.0.total_cmp(&other.0));
        assert_eq!(goals.kind, nearest[0].1, "{ranking:?}");
        assert_eq!(found.kind.as_deref(), Some(nearest[0].1));
        for (kind, centre) in CENTRES {
            assert!(
                (goals.distances[kind] - distance(&ranking, &centre)).abs() < 1e-4,
                "{ranking:?} {kind}"
            );
        }
        let inverse = |(_, centre): &(&str, [f64; 10])| distance(&ranking, centre).powi(-2);
        let sum: f64 = CENTRES.iter().map(inverse).sum();
        for centre in &CENTRES {
            assert!(
                (goals.memberships[centre.0] - inverse(centre) / sum).abs() < 1e-4,
                "{ranking:?} {}",
                centre.0
            );
        }
    }
}

#[test]
fn mixed_forms_are_as_many_as_documented() {
    let mixed = rankings()
        .iter()
        .filter(|ranking| ranking.len() == 3 && by_ranking(ranking).mixed_with.is_some())
        .count();
    assert_eq!(mixed, 290);
}

#[test]
fn without_goals_the_type_is_an_estimate_or_open() {
    assert_eq!(
        classified("municipality: {kind: kreis}").kind,
        None,
        "the kind alone is no answer about the work"
    );
    assert_eq!(classified("goals: []").basis, None, "no goals, no type by goals");
    let estimated = classified(
        "data: {inventory: 3, uses: [automation, staff_planning]}\ncomponents: {in_use: [chatbot, mobile_app, dms]}\ntraining: {offered: [specialist_applications, leadership, methods]}",
    );
    assert_eq!(
        (estimated.kind.as_deref(), estimated.basis),
        (Some("optimizer"), Some(Basis::Indicators))
    );
}

#[test]
fn a_printed_zero_never_decides_alone() {
    // No cautious municipality of the study used a chatbot; here everything else is as theirs.
    let found = classified(
        "components: {in_use: [chatbot, de_mail]}\ndata: {inventory: 0, open_data: 0, uses: []}\n\
         training: {offered: [specialist_applications], digital_share: 10}\ncommunity: {support: [], participation: []}\n\
         fields_of_action: [administration, digital_infrastructure, security]\nresponsibility: {administration: [it]}",
    );
    assert_eq!(found.kind.as_deref(), Some("cautious"));
}

#[test]
fn goals_and_work_that_differ_are_found() {
    let profile =
        catalog().profile_from_file("profiles/falkenrode.yaml").expect("the profile is sound");
    let found = catalog().classify(&profile, DE).expect("it is the catalog's");
    assert!(found.goals_and_work_differ);
    assert_eq!(found.basis, Some(Basis::Goals), "the advice rests on the goals all the same");
}

#[test]
fn degrees_add_up_to_one() {
    for path in std::fs::read_dir("profiles").expect("profiles are in the repository").flatten() {
        let profile = catalog().profile_from_file(path.path()).expect("the profile is sound");
        let found = catalog().classify(&profile, EN).expect("it is the catalog's");
        let sums = [
            found.by_goals.map(|goals| goals.memberships.values().sum::<f64>()),
            found.by_indicators.map(|indicators| indicators.posterior.values().sum::<f64>()),
        ];
        for sum in sums.into_iter().flatten() {
            assert!((sum - 1.0).abs() < 1e-3, "{}: {sum}", path.path().display());
        }
    }
}

/// Everything that can be had, without a word of goals.
fn everything() -> serde_json::Value {
    let mut answers = serde_json::Map::new();
    for slot in catalog().benchmarks.indicator_questions() {
        let question = catalog().survey.question(slot);
        let every = |options: &dteam::survey::Control<'_>| match options {
            dteam::survey::Control::Several(options) => Some(
                options.0.iter().map(|option| option.id.to_string()).collect::<Vec<_>>().into(),
            ),
            dteam::survey::Control::Level(levels) => Some((levels.len() - 1).into()),
            dteam::survey::Control::YesOrNo => Some(true.into()),
            _ => None,
        };
        if let Some(answer) = every(&question.kind.control()) {
            answers.insert(question.path.clone(), answer);
        }
    }
    answers.into()
}

#[test]
fn who_has_everything_or_nothing_is_at_an_extreme_level_and_said_to_drift_nowhere() {
    let everything = everything();
    let mut nothing = everything.clone();
    for answer in nothing.as_object_mut().expect("it is an object").values_mut() {
        *answer = match answer {
            serde_json::Value::Array(_) => serde_json::json!([]),
            serde_json::Value::Number(_) => serde_json::json!(0),
            _ => serde_json::json!(false),
        };
    }
    for (mut answers, sign) in [(everything, 1.0), (nothing, -1.0)] {
        for goal in GOALS {
            answers["goals"] = serde_json::json!([goal]);
            let profile = catalog().profile_from_json("profile", &answers).expect("it is sound");
            let found = catalog().classify(&profile, EN).expect("it is the catalog's");
            let estimate = found.by_indicators.expect("there are answers enough");
            assert!(estimate.level * sign >= 1.5, "{goal}: {}", estimate.level);
            assert!(!found.goals_and_work_differ, "{goal}");
        }
    }
}

#[test]
fn how_much_there_is_says_little_of_the_type() {
    // Naive Bayes is sure of a community manager here.
    let profile = catalog().profile_from_json("profile", &everything()).expect("it is sound");
    let found = catalog().classify(&profile, EN).expect("it is the catalog's");
    let estimate = found.by_indicators.expect("there are answers enough");
    assert!(estimate.posterior.values().all(|probability| *probability < 0.9), "{estimate:?}");
}

#[test]
fn probabilities_and_level_are_those_of_a_calculation_of_its_own() {
    // One option of one question with values of its own, and two questions for the rest.
    let found = classified("data: {inventory: 3, open_data: 1}\ntraining: {digital_share: 40}");
    let estimate = found.by_indicators.expect("three answers are enough");
    let mut joint = Vec::new();
    let (levels, prior) =
        ((-400..=400).map(|step| f64::from(step) / 100.0), [14.5, 34.2, 35.4, 16.0]);
    let levels: Vec<f64> = levels.collect();
    let density = |level: f64| (-level * level / 2.0).exp();
    let sum: f64 = levels.iter().map(|level| density(*level)).sum();
    let logistic = |odds: f64| 1.0 / (1.0 + (-odds).exp());
    let answers =
        [("data.inventory", 3.0), ("data.open_data", 1.0), ("training.digital_share", 40.0)];
    for (kind, common) in prior.iter().enumerate() {
        let mut row: Vec<f64> =
            levels.iter().map(|level| (common * density(*level)).ln()).collect();
        for (path, answer) in answers {
            let slot = catalog().survey.find(path).expect("it is a question");
            let number = catalog().benchmarks.find(slot, None).expect("it has a value");
            let asked = &catalog().survey.question(slot).kind;
            let (least, most) = asked.range().expect("it is a number");
            let trials = if asked.is_percent() { 10.0 } else { most - least };
            let mean = (catalog().benchmarks.get(number).by_type[kind] - least) / (most - least);
            let share = (47.0 * mean + 1.0) / 49.0;
            let (mut low, mut high) = (-20.0, 20.0);
            for _ in 0..60 {
                let middle = (low + high) / 2.0;
                let terms =
                    levels.iter().map(|level| density(*level) * logistic(middle + level) / sum);
                if terms.sum::<f64>() < share { low = middle } else { high = middle }
            }
            let reached = (answer - least) / (most - least);
            for (term, level) in row.iter_mut().zip(&levels) {
                let yes = logistic(low + level);
                *term += trials * (reached * yes.ln() + (1.0 - reached) * (1.0 - yes).ln());
            }
        }
        joint.push(row.iter().map(|logarithm| logarithm.exp()).collect::<Vec<f64>>());
    }
    let whole: f64 = joint.iter().flatten().sum();
    for (row, probability) in joint.iter().zip(estimate.posterior.values()) {
        assert!((row.iter().sum::<f64>() / whole - probability).abs() < 1e-3, "{estimate:?}");
    }
    let level = joint.iter().flat_map(|row| row.iter().zip(&levels));
    let level: f64 = level.map(|(share, level)| share * level / whole).sum();
    assert!((level - estimate.level).abs() < 0.01, "{level} {}", estimate.level);
}
