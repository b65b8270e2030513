//! What a tally says, in words and shares: the contract `dteam.batch/1`. Shares are percent,
//! rounded to one decimal.

use indexmap::IndexMap;
use jiff::civil::Date;
use serde::Serialize;

use dteam_engine::advice::{PackName, Study};
use dteam_engine::benchmark::{Measure, Unit};
use dteam_text::language::Language;

mod document;
mod shares;

pub(super) use shares::summary;

/// The name of the JSON contract and its version.
pub const SUMMARY_SCHEMA: &str = "dteam.batch/1";

/// What many municipalities have in common and what they differ in.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Summary {
    /// [`SUMMARY_SCHEMA`].
    pub schema: &'static str,
    /// The reference date.
    pub date: Option<Date>,
    /// The language of every text.
    pub language: Language,
    /// Municipalities advised: what all shares refer to.
    pub municipalities: u64,
    /// Records that could not be advised.
    pub rejected: u64,
    /// Municipalities with answers that deserve a second look.
    pub doubtful: u64,
    /// The types of all municipalities.
    pub types: Types,
    /// The types by kind, by size.
    pub groups: Vec<Group>,
    /// The steps, the most frequent first; those that come up nowhere are left out.
    pub steps: Vec<StepShare>,
    /// Rules that are a step for nobody; of those that are, variants and notes that nobody reads.
    pub never: Vec<Never>,
    /// How many rules could not be decided, per municipality.
    pub undecided: Option<f64>,
    /// The answers beside the study's values, in the study's order.
    pub comparison: Vec<Compared>,
    /// How each question is answered, in the survey's order.
    pub questions: Vec<QuestionShare>,
    /// The study.
    pub study: Study,
    /// The packs that the steps come from.
    pub packs: Vec<PackName>,
}

/// The types of all municipalities.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Types {
    /// By type, in the study's order.
    #[serde(flatten)]
    pub all: Class,
    /// Municipalities whose type rests on their goals.
    pub by_goals: u64,
    /// Those whose type is estimated from the other answers.
    pub by_indicators: u64,
    /// Those between two types.
    pub mixed: u64,
    /// Those whose goals and other answers point to different types.
    pub goals_and_work_differ: u64,
}

/// Municipalities told apart by one question.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Group {
    /// The question's path.
    pub question: String,
    /// What is asked.
    pub label: String,
    /// Its options, or classes of its numbers, and those without an answer. Those with no
    /// municipality are left out.
    pub classes: Vec<Class>,
}

/// Some municipalities, and of which types they are.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Class {
    /// What they have in common.
    pub label: String,
    /// The option they chose.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub option: Option<String>,
    /// The least number of the class.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<f64>,
    /// The number that the class stays below.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub below: Option<f64>,
    /// How many there are.
    pub municipalities: u64,
    /// By type, in the study's order.
    pub types: IndexMap<String, TypeShare>,
    /// Those whose type cannot be told.
    pub no_type: u64,
}

/// The municipalities of one type.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct TypeShare {
    /// The type's name.
    pub label: String,
    /// How many there are.
    pub municipalities: u64,
    /// Percent of those whose type is known.
    pub share: Option<f64>,
    /// Percent in the study, where it tells them apart in the same way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub study: Option<f64>,
}

/// For how many municipalities a step comes up.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StepShare {
    /// `pack/rule`.
    pub rule: String,
    /// The step in a few words.
    pub title: String,
    /// Municipalities it comes up for.
    pub municipalities: u64,
    /// The same in percent.
    pub share: Option<f64>,
    /// Those for which it is one of the first five.
    pub first_five: u64,
    /// The same in percent.
    pub first_five_share: Option<f64>,
    /// Those for which its turn is now.
    pub now: u64,
    /// Those for which answers are missing to decide it.
    pub undecided: u64,
}

/// A rule, or a variant or note of one, that is in no advice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Never {
    /// `pack/rule`.
    pub rule: String,
    /// The step in a few words.
    pub title: String,
    /// The number of the variant, from 1, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variant: Option<usize>,
    /// The number of the note, from 1, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<usize>,
    /// Its condition.
    pub condition: String,
}

/// The answers of many beside a value of the study.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Compared {
    /// The question's path.
    pub question: String,
    /// The option, where the value is one of an option.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub option: Option<String>,
    /// What is asked.
    pub label: String,
    /// The answer that is counted: the option's name, that none was chosen, or how many were.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
    /// What the values are a measure of.
    pub measure: Measure,
    /// The unit of a mean, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// Municipalities that have answered.
    pub municipalities: u64,
    /// Their share or mean; `None` if nobody has answered.
    pub value: Option<f64>,
    /// The study's values.
    pub study: StudyValues,
    /// The study's table.
    pub table: u8,
    /// The table's title.
    pub table_title: String,
    /// The municipalities the study's values refer to, where these are not all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<String>,
}

/// Values of the study.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StudyValues {
    /// Of all municipalities, where the study prints it.
    pub all: Option<f64>,
    /// By type.
    pub by_type: IndexMap<String, f64>,
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct QuestionShare {
    /// The question's path.
    pub question: String,
    /// What is asked.
    pub label: String,
    /// Municipalities that have answered it.
    pub answered: u64,
    /// Those that have not.
    pub unanswered: u64,
    /// How many rules read it: in conditions, of variants and notes too, in need or impact.
    pub rules: usize,
    /// The pack that asks it, where it is not the survey's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pack: Option<String>,
    /// The mean of the numbers given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mean: Option<f64>,
    /// How often each option was chosen; of a yes-or-no question, `true`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<OptionShare>,
}

/// How often an option was chosen.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct OptionShare {
    /// The option's id.
    pub option: String,
    /// What it is called.
    pub label: String,
    /// Municipalities that chose it.
    pub municipalities: u64,
    /// Percent of those that have answered.
    pub share: Option<f64>,
}
