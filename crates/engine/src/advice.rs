//! The advice for one profile: plain data that explains itself, in one language, ready to be
//! serialised or rendered.
//!
//! Its JSON form is the contract `dteam.advice/2`; `schema/advice.schema.json` describes it.

use std::sync::Arc;

use indexmap::IndexMap;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::benchmark::{Measure, Unit};
use crate::catalog::Catalog;
use crate::classification::Classification;
use dteam_text::entries::Entries;
use dteam_text::language::Language;

mod ahead;
mod assess;
pub mod build;
pub mod change;
mod choose;
mod compare;
mod covered;
pub mod decide;
pub mod explain;
mod extent;
mod horizon;
mod learn;
mod likely;
pub mod open;
pub mod plan;
pub mod priority;
pub mod progress;
pub mod step;
mod summary;
pub mod what_if;

pub use assess::{AssessedStep, Assessment, Record};
pub use decide::Decision;
pub use explain::{Explanation, Outcome, Question};
pub use likely::Likely;
pub use step::{
    Ahead, AheadBecause, Change, ChangedBy, CoveredStep, Factors, FitTrace, Horizon, Party, Step,
    StepDuty, StepTrace,
};
pub use what_if::{ChangedAnswer, ChangedTest, ChangedType, OtherRule, WhatIf};

/// The name of the JSON contract and its version.
pub const SCHEMA: &str = "dteam.advice/2";

/// The contract that an advice keeps to: none of another version is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Schema {
    /// [`SCHEMA`].
    #[default]
    #[serde(rename = "dteam.advice/2")]
    Advice2,
}

/// How the advice is to be given: `Options::default().language(language).date(date)`.
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct Options {
    /// The language of every text; `None` for the study's first.
    pub language: Option<Language>,
    /// The reference date: it is written on the advice and decides which rules with a period of
    /// validity apply. Without it all do.
    pub date: Option<Date>,
    /// The maximum number of steps, the most important ones first; all if `None`.
    pub top: Option<usize>,
    /// What is undecided is estimated: the advice has its likely steps, and open questions come in
    /// the order of what their answers would probably change. Takes as long as several hundred
    /// advices.
    pub likely: bool,
}

impl Options {
    /// In this language.
    #[must_use]
    pub fn language(self, language: impl Into<Option<Language>>) -> Self {
        Options { language: language.into(), ..self }
    }

    /// On this day.
    #[must_use]
    pub fn date(self, date: impl Into<Option<Date>>) -> Self {
        Options { date: date.into(), ..self }
    }

    /// At most this number of steps.
    #[must_use]
    pub fn top(self, top: impl Into<Option<usize>>) -> Self {
        Options { top: top.into(), ..self }
    }

    /// With likely steps, or without.
    #[must_use]
    pub fn likely(self, likely: bool) -> Self {
        Options { likely, ..self }
    }

    /// The language of every text of an advice by this catalog.
    pub fn spoken(&self, catalog: &Catalog) -> Language {
        self.language.unwrap_or_else(|| catalog.language())
    }
}

/// The advice for one municipality.
///
/// It can be read back from its JSON form: `serde_json::from_str::<Advice>`. What is read equals
/// what was written. Another [`schema`](Advice::schema), a language that the program does not speak
/// and keys that the contract does not know are errors.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(
    deny_unknown_fields,
    bound(
        serialize = "T: Serialize + AsRef<str>",
        deserialize = "T: Deserialize<'de> + AsRef<str>"
    )
)]
#[non_exhaustive]
pub struct Advice<T = String> {
    /// [`SCHEMA`].
    pub schema: Schema,
    /// The reference date.
    pub date: Option<Date>,
    /// The language of every text.
    pub language: Language,
    /// The municipality's own facts, by the last part of their question's path.
    pub municipality: IndexMap<String, Json>,
    /// The municipality's name; `None` where it is not given.
    pub name: Option<String>,
    /// The same facts for a headline, the name first.
    pub headline: Vec<String>,
    /// The advice in three sentences.
    pub summary: Vec<String>,
    /// How much of the survey is answered.
    pub answered: Answered,
    /// What the horizons of the steps rest on.
    pub assumptions: Assumptions,
    /// The type and what it rests on.
    pub classification: Classification,
    /// What others can learn from the municipality's type.
    pub type_strengths: Vec<String>,
    /// What to do, the most important first.
    pub steps: Vec<Step<T>>,
    /// What the shared administration is to do, where the municipality has none of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delegated: Option<Delegated<T>>,
    /// Rules that need an unanswered question to be decided.
    pub undecided: Vec<Undecided<T>>,
    /// Those of them that would probably fire, by probability and priority; none if
    /// [`Options::likely`] is off.
    pub likely: Vec<Likely<T>>,
    /// Rules one condition short of firing.
    pub near: Vec<Near<T>>,
    /// The unanswered questions that rules wait for, the weightiest first.
    pub open_questions: Vec<OpenQuestion<T>>,
    /// The answers beside the study's values.
    pub comparison: Vec<Comparison<T>>,
    /// How much there is of what each section of the survey asks for, beside the types.
    pub extents: Vec<Extent<T>>,
    /// What others can learn from this municipality.
    pub strengths: Vec<Strength>,
    /// What to look at where.
    pub learning: Vec<Learning<T>>,
    /// The study that the typology and the values come from.
    pub study: Study,
    /// The packs the advice rests on.
    pub packs: Vec<PackName>,
}

/// How much of the survey is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Answered {
    /// Questions answered.
    pub answers: usize,
    /// Questions in the survey.
    pub questions: usize,
}

/// What the shared administration is to do for the municipality.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(
    deny_unknown_fields,
    bound(
        serialize = "T: Serialize + AsRef<str>",
        deserialize = "T: Deserialize<'de> + AsRef<str>"
    )
)]
#[non_exhaustive]
pub struct Delegated<T = String> {
    /// What is to be done about it, in a few words.
    pub title: String,
    /// The same in a sentence or two.
    pub about: String,
    /// The steps, in the order of the rules.
    pub steps: Vec<CoveredStep<T>>,
}

/// What the horizons of the steps rest on.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Assumptions {
    /// The municipality's own person-days for steps in each quarter.
    pub days_per_quarter: f64,
    /// Where that number comes from.
    pub days_basis: DaysBasis,
    /// How many steps are begun in any four quarters in a row.
    pub per_year: usize,
}

/// Where the number of days comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DaysBasis {
    /// The profile says it.
    Given,
    /// The survey assumes it of municipalities of this size.
    Estimated,
}

/// A rule that could not be decided.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Undecided<T = String> {
    /// `pack/rule`.
    pub rule: T,
    /// The step in a few words.
    pub title: T,
    /// The unanswered questions it waits for.
    pub needs: Vec<T>,
    /// The priority it could have.
    pub weight: f64,
}

/// A rule one condition short of firing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Near<T = String> {
    /// `pack/rule`.
    pub rule: T,
    /// The step in a few words.
    pub title: T,
    /// What is missing.
    pub missing: Missing<T>,
    /// Steps of this advice after which the rule fires.
    pub opened_by: Vec<T>,
}

/// The condition a rule is short of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Missing<T = String> {
    /// The question it is about.
    pub question: T,
    /// The question's label.
    pub label: T,
    /// The test that would have to hold.
    pub condition: T,
    /// The same in words.
    pub text: T,
}

/// An unanswered question that rules wait for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct OpenQuestion<T = String> {
    /// The question's path.
    pub question: T,
    /// What is asked.
    pub label: T,
    /// The study's table the question belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<u8>,
    /// How many rules wait for it.
    pub rules: usize,
    /// The sum of the priorities those rules could have.
    pub weight: f64,
}

/// An answer beside the study's values.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Comparison<T = String> {
    /// The question's path.
    pub question: T,
    /// The option, where the value is one of an option.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub option: Option<T>,
    /// What is compared: the question, and after it the option's label.
    pub label: T,
    /// The option's label.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub option_label: Option<T>,
    /// What the values are: a share (percent of municipalities), a mean, or a count (of options
    /// chosen).
    pub measure: Measure,
    /// The unit of a mean, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// The municipality's own value; for a share, whether it has it.
    pub value: Json,
    /// The value of the municipality's type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub type_value: Option<f64>,
    /// The value of every type; left out at the steps, whose comparisons stand among those of the
    /// advice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by_type: Option<Arc<Entries<Box<str>, f64>>>,
    /// The value of all municipalities.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub all_value: Option<f64>,
    /// The greatest value there can be: 100 of a percentage, the highest level of a scale, the
    /// number of options.
    pub greatest: f64,
    /// The type with the highest value.
    pub best: Best<T>,
    /// The study's table.
    pub table: u8,
    /// The table's title.
    pub table_title: T,
    /// The municipalities the table's values refer to, where these are not all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<T>,
}

/// How much there is of what a section of the survey asks for: of each of its questions that is
/// compared the part that is there, 0..1, and of these the mean.
///
/// The part is, of a question whose options are counted, the number chosen out of all options; of
/// other options that are compared, those chosen out of them; of a yes or no, 1 or 0; of a scale or
/// a percentage, the answer's position between the least and the greatest. Of a type it is what its
/// municipalities have on average, over the same questions. It says how much there is, not how good
/// it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(
    deny_unknown_fields,
    bound(
        serialize = "T: Serialize + AsRef<str>",
        deserialize = "T: Deserialize<'de> + AsRef<str>"
    )
)]
#[non_exhaustive]
pub struct Extent<T = String> {
    /// The section's id.
    pub section: T,
    /// Its title.
    pub title: T,
    /// Its questions that are compared, answered or not.
    pub questions: Vec<T>,
    /// How many of them are answered: the values are means over these.
    pub answered: usize,
    /// 0..1; none if no question is answered.
    pub value: Option<f64>,
    /// The same of each type, over the questions answered here.
    pub by_type: Entries<T, f64>,
    /// The same of all municipalities, where the study has all their values.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub all_value: Option<f64>,
}

/// The type with the highest value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Best<T = String> {
    /// The type's id.
    #[serde(rename = "type")]
    pub kind: T,
    /// Its value.
    pub value: f64,
}

/// Something others can learn from this municipality.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Strength {
    /// The question's path.
    pub question: String,
    /// The option, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub option: Option<String>,
    /// What it is.
    pub label: String,
    /// The sentence for the report.
    pub text: String,
    /// The study's table.
    pub table: u8,
}

/// What to look at in municipalities of one type.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Learning<T = String> {
    /// The type to look at.
    #[serde(rename = "type")]
    pub kind: T,
    /// What municipalities of the own type can learn there, by the study.
    pub topics: Vec<T>,
    /// The steps of this advice for which that type is worth looking at.
    pub steps: Vec<T>,
}

/// The study that the typology and the values come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Study {
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// The year.
    pub published: u16,
    /// Who was asked, and when.
    pub sample: String,
}

/// A pack the advice rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PackName {
    /// The pack's id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Its version.
    pub version: String,
    /// What it changes about the rules of other packs, in the catalog's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<RuleChange>,
}

/// A change that a pack makes to a rule of another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RuleChange {
    /// `pack/rule`.
    pub rule: String,
    /// The rule's step in a few words.
    pub title: String,
    /// What is changed.
    #[serde(flatten)]
    pub change: Change,
}
