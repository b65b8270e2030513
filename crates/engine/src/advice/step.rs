//! A step of the advice, and what its priority is made of.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::Comparison;
use crate::expression::trace::{ConditionTrace, NumberTrace};
use crate::pack::RuleSource;
use dteam_text::entries::Entries;

/// A rule that fired, with its reasons and its rank.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(
    deny_unknown_fields,
    bound(
        serialize = "T: Serialize + AsRef<str>",
        deserialize = "T: Deserialize<'de> + AsRef<str>"
    )
)]
#[non_exhaustive]
pub struct Step<T = String> {
    /// From 1.
    pub rank: usize,
    /// `pack/rule`.
    pub rule: T,
    /// The pack's id.
    pub pack: T,
    /// The step in a few words.
    pub title: T,
    /// The reason, drawn from the answers.
    pub why: T,
    /// First moves.
    pub actions: Vec<T>,
    /// `100 · impact/5 · need · fit · (1 − 0.1·(effort − 1))`, 0..100.
    pub priority: f64,
    /// What the priority is made of.
    pub factors: Factors,
    /// When the step's turn comes.
    pub horizon: Horizon,
    /// Steps of this advice to be done first.
    pub after: Vec<T>,
    /// Steps of this advice that wait for this one.
    pub then: Vec<T>,
    /// Steps whose work this one does as well.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub covers: Vec<CoveredStep<T>>,
    /// Types it is worth looking at.
    pub learn_from: Vec<T>,
    /// The answers once the step is done; `+option` is added to a list, `-option` removed.
    pub effect: Entries<T, Json>,
    /// The comparisons that the step moves.
    pub benchmarks: Vec<Comparison<T>>,
    /// What the rule rests on.
    pub source: RuleSource<T>,
    /// How the rule came to fire and the factors came about.
    pub trace: StepTrace<T>,
}

/// A rule that fired and whose step is part of another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(
    deny_unknown_fields,
    bound(
        serialize = "T: Serialize + AsRef<str>",
        deserialize = "T: Deserialize<'de> + AsRef<str>"
    )
)]
#[non_exhaustive]
pub struct CoveredStep<T = String> {
    /// `pack/rule`.
    pub rule: T,
    /// The pack's id.
    pub pack: T,
    /// The step in a few words.
    pub title: T,
    /// The reason, drawn from the answers.
    pub why: T,
    /// First moves.
    pub actions: Vec<T>,
    /// The answers once the step is done; `+option` is added to a list, `-option` removed.
    pub effect: Entries<T, Json>,
    /// What the rule rests on.
    pub source: RuleSource<T>,
}

/// What a priority is made of.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Factors {
    /// How much the step moves, 1..5.
    pub impact: f64,
    /// How far the municipality is from the target, 0..1.
    pub need: f64,
    /// How well the step suits the municipality's type, 0..1.
    pub fit: f64,
    /// 1 (days) to 5 (years).
    pub effort: u8,
}

/// When a step's turn comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Horizon {
    /// Nothing has to come first, and it takes months at most.
    Now,
    /// All that has to come first can be done now; or it takes a year or more.
    Next,
    /// The rest.
    Later,
}

/// How a rule came to fire and its factors came about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(
    deny_unknown_fields,
    bound(
        serialize = "T: Serialize + AsRef<str>",
        deserialize = "T: Deserialize<'de> + AsRef<str>"
    )
)]
#[non_exhaustive]
pub struct StepTrace<T = String> {
    /// The condition.
    pub when: ConditionTrace<T>,
    /// The need, where the rule computes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub need: Option<NumberTrace<T>>,
    /// The impact, where the rule computes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub impact: Option<NumberTrace<T>>,
    /// Membership and weight of each type: the fit is the sum of their products.
    pub fit: Entries<T, FitTrace>,
    /// The condition of the variant that was chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variant: Option<T>,
    /// The conditions of the notes that were added.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<T>,
    /// What another pack changes about the rule: the factors are changed already.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed_by: Option<ChangedBy>,
}

/// The pack that changes a rule, and how.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ChangedBy {
    /// The pack's id.
    pub pack: String,
    /// The pack's name.
    pub title: String,
    /// What is changed.
    #[serde(flatten)]
    pub change: Change,
}

/// What a pack changes about a rule of another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Change {
    /// The rule is switched off.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub off: bool,
    /// 0..1, multiplies the rule's fit for every type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<f64>,
    /// The impact in place of the rule's own: a number 1..5, or one for each type named and a
    /// `default`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub impact: Option<Json>,
    /// Why.
    pub reason: String,
}

/// One type's part of the fit.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct FitTrace {
    /// How far the municipality belongs to the type, 0..1; the same for each where no type is
    /// known.
    pub membership: f64,
    /// How well the step suits the type, 0..1.
    pub weight: f64,
}
