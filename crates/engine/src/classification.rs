//! Which type a municipality is: by its goals, as the study does it, and by its other answers, as
//! an estimate.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::benchmark::Benchmarks;
use crate::benchmark::level::{LEVELS, levels};
use crate::profile::{Answer, Answers};
use crate::typology::Typology;
use dteam_text::decimal::rounded;
use dteam_text::language::Language;

/// The other answers contradict the goals only if another type is this many times as probable as
/// theirs.
const CLEAR_ODDS: f64 = 10.0;

/// From this level on, either way, a municipality has nearly everything or nearly nothing of what
/// is asked for, and what it stresses cannot be read.
pub const EXTREME_LEVEL: f64 = 1.5;

/// What rules may know of the classification. Types are numbered in the typology's order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TypeAssignment {
    /// The type the advice rests on: by goals, else by indicators.
    pub kind: Option<u8>,
    /// The second type of a mixed form.
    pub mixed_with: Option<u8>,
    /// The nearest type by goals.
    pub by_goals: Option<u8>,
    /// The type that the other answers point to: the most probable one, but where goals are named,
    /// theirs unless the answers speak clearly for another.
    pub by_indicators: Option<u8>,
    /// The goals are answered, were it with "none".
    pub goals_answered: bool,
    /// Degrees of membership (0..1, adding up to 1) on the same basis as `kind`.
    pub memberships: Option<Vec<f64>>,
}

impl TypeAssignment {
    /// The assignment of a municipality of which nothing is known.
    pub fn unknown() -> Self {
        TypeAssignment::default()
    }

    /// The assignment of a municipality whose goals and work are those of one of that many types.
    pub fn certain(kind: u8, types: usize) -> Self {
        let membership = |other| f64::from(u8::from(other == usize::from(kind)));
        TypeAssignment {
            kind: Some(kind),
            mixed_with: None,
            by_goals: Some(kind),
            by_indicators: Some(kind),
            goals_answered: true,
            memberships: Some((0..types).map(membership).collect()),
        }
    }
}

/// The classification with all that led to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What rules may know of it.
    pub assignment: TypeAssignment,
    /// By goals; `None` if none are named.
    pub by_goals: Option<ByGoals>,
    /// By the other answers; `None` if they are too few.
    pub by_indicators: Option<ByIndicators>,
}

/// The type by goals, and how near each is.
#[derive(Debug, Clone, PartialEq)]
pub struct ByGoals {
    /// The nearest type.
    pub kind: u8,
    /// Euclidean distance to each type's centre.
    pub distances: Vec<f64>,
    /// Degree of membership of each type, 0..1, adding up to 1.
    pub memberships: Vec<f64>,
}

/// The type by the other answers, and how probable each is.
#[derive(Debug, Clone, PartialEq)]
pub struct ByIndicators {
    /// The most probable type.
    pub kind: u8,
    /// Probability of each type, 0..1, adding up to 1.
    pub posterior: Vec<f64>,
    /// How much there is beside the study's mean, in standard deviations.
    pub level: f64,
    /// The number of answers it rests on.
    pub answers_used: usize,
}

/// Classifies the answers.
pub fn classify(typology: &Typology, benchmarks: &Benchmarks, answers: &Answers) -> Finding {
    let by_goals = by_goals(typology, answers);
    let by_indicators = by_indicators(typology, benchmarks, answers);
    let (kind, memberships) = match (&by_goals, &by_indicators) {
        (Some(goals), _) => (Some(goals.kind), Some(&goals.memberships)),
        (None, Some(indicators)) => (Some(indicators.kind), Some(&indicators.posterior)),
        (None, None) => (None, None),
    };
    let assignment = TypeAssignment {
        kind,
        mixed_with: memberships
            .and_then(|memberships| runner_up(memberships, typology.mixed_ratio)),
        by_goals: by_goals.as_ref().map(|goals| goals.kind),
        by_indicators: match (&by_goals, &by_indicators) {
            (Some(goals), Some(indicators)) => Some(pointed_to(goals, indicators)),
            (None, Some(indicators)) => Some(indicators.kind),
            (_, None) => None,
        },
        goals_answered: answers.get(typology.goals.question).is_some(),
        memberships: memberships.cloned(),
    };
    Finding { assignment, by_goals, by_indicators }
}

/// Euclidean distance of the goals' scores to each centre (table 1); the nearest wins. Memberships
/// are the degrees of fuzzy c-means with m = 2 (Bezdek 1981): the inverse squared distances,
/// normalised.
fn by_goals(typology: &Typology, answers: &Answers) -> Option<ByGoals> {
    let goals = match answers.get(typology.goals.question)? {
        Answer::Ranking(ranking) if !ranking.as_slice().is_empty() => *ranking,
        _ => return None,
    };
    let score = |goal: usize| {
        let index = goals.index(goal as u8);
        index.and_then(|index| typology.goals.scores.get(index)).copied().unwrap_or(0.0)
    };
    let squared: Vec<f64> = typology
        .types
        .iter()
        .map(|kind| {
            kind.centre.iter().enumerate().map(|(goal, mean)| (score(goal) - mean).powi(2)).sum()
        })
        .collect();
    Some(ByGoals {
        kind: least(&squared),
        distances: squared.iter().map(|squared| squared.sqrt()).collect(),
        memberships: memberships(&squared),
    })
}

fn memberships(squared: &[f64]) -> Vec<f64> {
    // On a centre itself the inverse is infinite and the membership whole.
    if let Some(on) = squared.iter().position(|distance| *distance == 0.0) {
        return (0..squared.len()).map(|kind| if kind == on { 1.0 } else { 0.0 }).collect();
    }
    let sum: f64 = squared.iter().map(|distance| distance.recip()).sum();
    squared.iter().map(|distance| distance.recip() / sum).collect()
}

/// Types and general levels weighed against each other: the types' shares among municipalities of
/// the same kind (table 2) as prior, the answers' likelihoods by tables 4–16. The level is
/// integrated out: type is what a municipality stresses, not how much it has.
fn by_indicators(
    typology: &Typology,
    benchmarks: &Benchmarks,
    answers: &Answers,
) -> Option<ByIndicators> {
    let answered = benchmarks.indicator_questions().filter(|slot| answers.get(*slot).is_some());
    let answers_used = answered.count();
    if answers_used < typology.least_answers {
        return None;
    }
    let joint = benchmarks.posterior(answers, typology.prior.shares(answers));
    let posterior: Vec<f64> = joint.chunks(LEVELS).map(|row| row.iter().sum()).collect();
    let level = joint.iter().zip(levels().iter().cycle()).map(|(share, level)| share * level).sum();
    Some(ByIndicators { kind: most(&posterior), posterior, level, answers_used })
}

/// The type that the other answers point to, beside the type by goals: another one only where they
/// are clear.
fn pointed_to(goals: &ByGoals, indicators: &ByIndicators) -> u8 {
    let probability = |kind: u8| indicators.posterior[usize::from(kind)];
    let is_clear = indicators.level.abs() < EXTREME_LEVEL
        && probability(indicators.kind) >= CLEAR_ODDS * probability(goals.kind);
    if is_clear { indicators.kind } else { goals.kind }
}

/// The assignment of a municipality of which the other answers make this, and that names no goals.
pub fn by_estimate(posterior: Vec<f64>, mixed_ratio: f64) -> TypeAssignment {
    let kind = Some(most(&posterior));
    TypeAssignment {
        kind,
        mixed_with: runner_up(&posterior, mixed_ratio),
        by_goals: None,
        by_indicators: kind,
        goals_answered: false,
        memberships: Some(posterior),
    }
}

/// The second type, if it comes close enough to the first to be a mixed form.
fn runner_up(memberships: &[f64], ratio: f64) -> Option<u8> {
    let first = most(memberships);
    let rest: Vec<f64> = memberships
        .iter()
        .enumerate()
        .map(
            |(kind, membership)| {
                if kind == usize::from(first) { f64::NEG_INFINITY } else { *membership }
            },
        )
        .collect();
    let second = most(&rest);
    (second != first && rest[usize::from(second)] >= ratio * memberships[usize::from(first)])
        .then_some(second)
}

/// The index of the greatest value; of several, the first.
fn most(values: &[f64]) -> u8 {
    let mut index = 0;
    for (at, value) in values.iter().enumerate() {
        if *value > values[index] {
            index = at;
        }
    }
    index as u8
}

fn least(values: &[f64]) -> u8 {
    most(&values.iter().map(|value| -value).collect::<Vec<_>>())
}

/// The classification as the advice gives it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Classification {
    /// The id of the type the advice rests on; `None` if neither goals nor enough other answers are
    /// given.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The type's name in the advice's language.
    pub label: Option<String>,
    /// What the type rests on.
    pub basis: Option<Basis>,
    /// The second type of a mixed form.
    pub mixed_with: Option<String>,
    /// The second type's name in the advice's language.
    pub mixed_with_label: Option<String>,
    /// The goals and the other answers point to different types.
    pub goals_and_work_differ: bool,
    /// The goals that lead municipalities of the type, in the advice's language.
    pub leading_goals: Option<String>,
    /// What the type means, in the advice's language.
    pub meaning: Option<String>,
    /// The names of all types in the advice's language.
    pub labels: IndexMap<String, String>,
    /// By the goals; `None` if none are named.
    pub by_goals: Option<GoalsClassification>,
    /// By the other answers, always an estimate; `None` if too few are given.
    pub by_indicators: Option<IndicatorsClassification>,
}

/// What a type rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// The goals, as in the study.
    Goals,
    /// The other answers: an estimate.
    Indicators,
}

/// The classification by goals.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct GoalsClassification {
    /// The nearest type.
    #[serde(rename = "type")]
    pub kind: String,
    /// The study's table with the centres.
    pub table: u8,
    /// Euclidean distance to each type's centre.
    pub distances: IndexMap<String, f64>,
    /// Degree of membership of each type, 0..1, adding up to 1.
    pub memberships: IndexMap<String, f64>,
}

/// The estimate by the other answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct IndicatorsClassification {
    /// The most probable type.
    #[serde(rename = "type")]
    pub kind: String,
    /// The study's table with the types' shares that it starts from.
    pub prior_table: u8,
    /// Probability of each type, 0..1, adding up to 1.
    pub posterior: IndexMap<String, f64>,
    /// How much there is beside the study's mean, in standard deviations between municipalities:
    /// about -3 to 3, above 0 more than the mean.
    pub level: f64,
    /// How many questions it rests on.
    pub answers_used: usize,
}

impl Finding {
    /// The goals and the other answers point to different types, and the answers clearly. A mixed
    /// form's second type is no other direction.
    pub fn goals_and_work_differ(&self) -> bool {
        let TypeAssignment { by_goals, by_indicators, mixed_with, .. } = &self.assignment;
        by_goals.is_some()
            && by_indicators.is_some()
            && by_goals != by_indicators
            && mixed_with != by_indicators
    }

    /// What the type of the advice rests on.
    pub fn basis(&self) -> Option<Basis> {
        match (&self.by_goals, &self.by_indicators) {
            (Some(_), _) => Some(Basis::Goals),
            (None, Some(_)) => Some(Basis::Indicators),
            (None, None) => None,
        }
    }

    /// The finding with names in place of numbers.
    pub fn named(&self, typology: &Typology, language: Language) -> Classification {
        let id = |kind: u8| typology.names.get(kind).id.to_string();
        let label = |kind: u8| typology.names.get(kind).label.get(language).to_string();
        let by_type = |values: &[f64]| -> IndexMap<String, f64> {
            values
                .iter()
                .enumerate()
                .map(|(kind, value)| (id(kind as u8), rounded(*value, 4)))
                .collect()
        };
        let assignment = &self.assignment;
        let own = assignment.kind.map(|kind| &typology.types[usize::from(kind)]);
        Classification {
            kind: assignment.kind.map(id),
            label: assignment.kind.map(label),
            basis: self.basis(),
            mixed_with: assignment.mixed_with.map(id),
            mixed_with_label: assignment.mixed_with.map(label),
            goals_and_work_differ: self.goals_and_work_differ(),
            leading_goals: own.map(|own| own.leading_goals.get(language).to_string()),
            meaning: own.map(|own| own.meaning.get(language).to_string()),
            labels: typology.labels(language),
            by_goals: self.by_goals.as_ref().map(|goals| GoalsClassification {
                kind: id(goals.kind),
                table: typology.goals.table,
                distances: by_type(&goals.distances),
                memberships: by_type(&goals.memberships),
            }),
            by_indicators: self.by_indicators.as_ref().map(|indicators| IndicatorsClassification {
                kind: id(indicators.kind),
                prior_table: typology.prior.table,
                posterior: by_type(&indicators.posterior),
                level: rounded(indicators.level, 2),
                answers_used: indicators.answers_used,
            }),
        }
    }
}
