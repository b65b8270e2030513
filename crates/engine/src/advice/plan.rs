//! A plan: which step is done in which quarter, with the days and the people there are, and what its
//! steps make possible or unnecessary.
//!
//! Its JSON form is the contract `dteam.plan/1`; `schema/plan.schema.json` describes it.

use indexmap::IndexMap;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::{DaysBasis, Party, StepDuty};
use crate::pack::{Cost, DecidedBy};
use crate::profile::own_plan::are_own_days;
use crate::schedule::QUARTERS;
use dteam_text::language::Language;

mod compose;
mod request;
mod waves;

pub use crate::period::Period;

/// The name of the JSON contract and its version.
pub const PLAN_SCHEMA: &str = "dteam.plan/1";

/// The contract that a plan keeps to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub enum PlanSchema {
    /// [`PLAN_SCHEMA`].
    #[default]
    #[serde(rename = "dteam.plan/1")]
    Plan1,
}

/// How a plan is to be made: `PlanOptions::from_start(period).days(20.0)`.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct PlanOptions {
    /// The language of every text; `None` for the study's first.
    pub language: Option<Language>,
    /// The reference date: it decides which rules with a period of validity apply.
    pub date: Option<Date>,
    /// The first quarter.
    pub start: Period,
    /// How many quarters are planned, 1 to [`MAX_QUARTERS`](crate::schedule::MAX_QUARTERS).
    pub quarters: usize,
    /// Own person-days of each quarter; `None` for what the profile says, or else the survey
    /// assumes.
    pub days: Option<f64>,
    /// How many steps are begun in any four quarters in a row, at least 1; `None` for what the profile
    /// says, or else [`PER_YEAR`](crate::schedule::PER_YEAR).
    pub per_year: Option<usize>,
    /// Quarters in which nothing is done.
    pub blocked: Vec<Period>,
    /// Steps that are done already, as `pack/rule`.
    pub done: Vec<String>,
    /// Steps that are not wanted.
    pub skipped: Vec<String>,
    /// Steps that begin in a certain quarter.
    pub fixed: Vec<(String, Period)>,
}

/// Own working days of a quarter as people write them, with a point or a comma: whole or half days,
/// 0.5 to 6000.
pub fn own_days(text: &str) -> Option<f64> {
    let days = text.trim().replace(',', ".").parse::<f64>().ok();
    days.filter(|days| are_own_days(*days))
}

impl PlanOptions {
    /// Two years from this quarter on.
    pub fn from_start(start: Period) -> Self {
        PlanOptions {
            language: None,
            date: None,
            start,
            quarters: QUARTERS,
            days: None,
            per_year: None,
            blocked: Vec::new(),
            done: Vec::new(),
            skipped: Vec::new(),
            fixed: Vec::new(),
        }
    }

    /// In this language.
    #[must_use]
    pub fn language(self, language: impl Into<Option<Language>>) -> Self {
        PlanOptions { language: language.into(), ..self }
    }

    /// On this day.
    #[must_use]
    pub fn date(self, date: impl Into<Option<Date>>) -> Self {
        PlanOptions { date: date.into(), ..self }
    }

    /// With so many days a quarter.
    #[must_use]
    pub fn days(self, days: impl Into<Option<f64>>) -> Self {
        PlanOptions { days: days.into(), ..self }
    }
}

/// The plan for one municipality.
///
/// It can be read back from its JSON form, which another program compares with what has become of
/// it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Plan {
    /// [`PLAN_SCHEMA`].
    pub schema: PlanSchema,
    /// The reference date.
    pub date: Option<Date>,
    /// The language of every text.
    pub language: Language,
    /// The municipality's own facts, as in an advice.
    pub municipality: IndexMap<String, Json>,
    /// The municipality's name; `None` where it is not given.
    pub name: Option<String>,
    /// What the plan rests on.
    pub assumptions: PlanAssumptions,
    /// Every quarter of the plan.
    pub periods: Vec<PlannedPeriod>,
    /// What is done, by beginning and end.
    pub steps: Vec<PlannedStep>,
    /// Steps that fall away through the effects of others.
    pub settled: Vec<Settled>,
    /// Steps that find no place.
    pub unscheduled: Vec<Unscheduled>,
    /// How good the plan is.
    pub value: PlanValue,
    /// What there is once all is done.
    pub afterwards: Afterwards,
}

/// What a plan rests on.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PlanAssumptions {
    /// The first quarter.
    pub start: Period,
    /// How many there are.
    pub quarters: usize,
    /// Own person-days of each quarter that is not blocked.
    pub days_per_quarter: f64,
    /// Where that number comes from.
    pub days_basis: DaysBasis,
    /// How many steps are begun in any four quarters in a row.
    pub per_year: usize,
}

/// A quarter of a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PlannedPeriod {
    /// Which.
    pub period: Period,
    /// Own person-days that there are; 0 in a blocked quarter.
    pub capacity: f64,
    /// Own person-days that the steps take.
    pub used: f64,
    /// The rules whose steps are under way in it.
    pub steps: Vec<String>,
}

/// A step with its time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PlannedStep {
    /// `pack/rule`.
    pub rule: String,
    /// The step in a few words.
    pub title: String,
    /// The quarter in which it begins.
    pub start: Period,
    /// The quarter in which it ends.
    pub end: Period,
    /// Own person-days.
    pub days: PlannedDays,
    /// How they are spread.
    pub days_by_period: Vec<PeriodDays>,
    /// How many weeks it lasts at least.
    pub weeks: u16,
    /// What it means for the budget.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost: Option<Cost>,
    /// Whether it brings money back every year.
    pub returns: bool,
    /// What it costs in euros, where the profile says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub euros: Option<f64>,
    /// Who leads it: a role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<Party>,
    /// Who helps from outside.
    pub with: Vec<Party>,
    /// Who decides on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<DecidedBy>,
    /// The duty that it meets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duty: Option<StepDuty>,
    /// What it counts, 0..100: its priority when it became possible, or that of the most important
    /// of its parts.
    pub priority: f64,
    /// 0 for what is to be done today; for what others make possible, one more than they.
    pub wave: usize,
    /// The steps whose effects made it possible.
    pub because: Vec<String>,
    /// The steps that it waited for.
    pub after: Vec<String>,
}

/// The days of a step.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PlannedDays {
    /// At least.
    pub low: f64,
    /// At most.
    pub high: f64,
    /// What the plan reckons with: what the profile says, else the mean, in halves.
    pub planned: f64,
}

/// Days in a quarter.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PeriodDays {
    /// Which quarter.
    pub period: Period,
    /// Own person-days.
    pub days: f64,
}

/// A step that falls away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Settled {
    /// `pack/rule`.
    pub rule: String,
    /// The step in a few words.
    pub title: String,
    /// The rule whose step settles it.
    pub by: String,
}

/// A step without a place in the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Unscheduled {
    /// `pack/rule`.
    pub rule: String,
    /// The step in a few words.
    pub title: String,
    /// Why.
    pub reason: Reason,
    /// The rule whose step it waits for.
    #[serde(rename = "for", skip_serializing_if = "Option::is_none")]
    pub awaited: Option<String>,
}

/// Why a step finds no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// There are not enough days.
    Capacity,
    /// There are days, but so many steps are begun in those years already.
    PerYear,
    /// It lasts longer than the plan.
    Horizon,
    /// What it waits for has no place itself.
    WaitsFor,
}

/// How good a plan is: `Σ p · (H − e) / H` over what has ended or is settled in quarter `e` of `H`,
/// counted from 0, of the steps that are to be done today.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PlanValue {
    /// What this plan counts.
    pub reached: f64,
    /// What no plan exceeds.
    pub bound: f64,
}

/// What there is once all is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Afterwards {
    /// The type, if there is one.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// How many steps are open then.
    pub open_steps: usize,
}
