//! A step of the advice, and what its priority is made of.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::Comparison;
use crate::expression::trace::{ConditionTrace, NumberTrace};
use crate::pack::{Days, DecidedBy, RuleSource};
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
    /// Why it stands above a step of higher priority, if it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ahead: Option<Ahead<T>>,
    /// The step of this advice that probably makes this one unnecessary.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settled_by: Option<T>,
    /// Own person-days that it takes: an estimate.
    pub days: Days,
    /// The days are those that are assumed of its effort, since the rule names none.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub days_assumed: bool,
    /// How many weeks it lasts at least.
    pub weeks: u16,
    /// Who decides on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<DecidedBy>,
    /// Who leads it: a role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<Party<T>>,
    /// Who helps from outside.
    pub with: Vec<Party<T>>,
    /// The duty that it meets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duty: Option<StepDuty<T>>,
    /// Steps of this advice to be done first.
    pub after: Vec<T>,
    /// Steps of this advice that wait for this one.
    pub then: Vec<T>,
    /// Steps whose work this one does as well.
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

/// When a step's turn comes, by the schedule of [`schedule`](crate::schedule).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Horizon {
    /// It is begun in the first half-year.
    Now,
    /// It is begun in the year after that.
    Next,
    /// It comes after that, or is probably settled by another step.
    Later,
}

/// Why a step stands above others of higher priority.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Ahead<T = String> {
    /// The reason.
    pub because: AheadBecause,
    /// The rules of the steps that it is about.
    pub of: Vec<T>,
}

/// A reason to stand above a step of higher priority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AheadBecause {
    /// They wait for it.
    Prerequisite,
    /// They are part of it.
    Part,
    /// It probably makes these unnecessary.
    Settles,
    /// They wait for others.
    Waiting,
    /// They do not fit into the days and the number of steps of that time; it does.
    Capacity,
}

/// Somebody who leads a step or helps with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Party<T = String> {
    /// The id of the role or partner.
    pub id: T,
    /// What people call it.
    pub label: T,
}

/// A duty that a step meets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct StepDuty<T = String> {
    /// The law, and where in it.
    pub law: T,
    /// The day from which it binds.
    pub since: Date,
    /// Whom it binds.
    pub binds: T,
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
