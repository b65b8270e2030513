//! What a year brought: two profiles of one municipality, and what is different between them.
//!
//! Its JSON form is the contract `dteam.progress/1`; `schema/progress.schema.json` describes it.

use jiff::civil::Date;
use serde::Serialize;
use serde_json::Value as Json;

use super::Options;
use super::plan::{Period, Plan};
use crate::catalog::Catalog;
use crate::profile::Profile;
use dteam_text::diagnostic::Invalid;
use dteam_text::language::Language;

mod compare;
mod direction;

use compare::Comparison;

/// The name of the JSON contract and its version.
pub const PROGRESS_SCHEMA: &str = "dteam.progress/1";

/// What is compared: see [`Catalog::progress`].
#[derive(Debug, Clone, Copy)]
pub struct ProgressOf<'p> {
    /// How it was.
    pub old: &'p Profile,
    /// How it is now.
    pub new: &'p Profile,
    /// The day of the old profile: it decides which rules with a period of validity applied then.
    /// `None` for that of the new one.
    pub old_date: Option<Date>,
    /// The plan of that time, if there was one.
    pub plan: Option<&'p Plan>,
}

/// Then and now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct ThenNow<T> {
    /// In the old profile.
    pub from: T,
    /// In the new one.
    pub to: T,
}

/// What a year brought.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Progress {
    /// [`PROGRESS_SCHEMA`].
    pub schema: &'static str,
    /// The language of every text.
    pub language: Language,
    /// The municipality's name, as the new profile has it; `None` where it is not given.
    pub name: Option<String>,
    /// The old profile.
    pub from: Survey,
    /// The new profile.
    pub to: Survey,
    /// The type then and now.
    #[serde(rename = "type")]
    pub kind: TypeProgress,
    /// The answers that are different, in the survey's order.
    pub answers: Vec<MovedAnswer>,
    /// Questions that the old profile answers and the survey no longer asks.
    pub gone_questions: Vec<String>,
    /// What became of the steps.
    pub steps: StepsProgress,
    /// The plan and what became of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<PlanProgress>,
}

/// One of the two profiles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Survey {
    /// Its reference date.
    pub date: Option<Date>,
    /// How many questions are answered.
    pub answered: usize,
    /// How many steps there are.
    pub steps: usize,
}

/// The type then and now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct TypeProgress {
    /// Its id; `None` where there is no type. In JSON directly as `from` and `to`.
    #[serde(flatten)]
    pub id: ThenNow<Option<String>>,
    /// What people call it.
    pub label: ThenNow<Option<String>>,
    /// Whether goals and the other answers point to different types.
    pub drift: ThenNow<bool>,
}

/// An answer that is different.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct MovedAnswer {
    /// The question's path.
    pub question: String,
    /// What is asked.
    pub label: String,
    /// The old answer; `None` if there was none.
    pub from: Option<Json>,
    /// The new answer; `None` if there is none.
    pub to: Option<Json>,
    /// Both in words; `None` where there is no answer.
    pub text: ThenNow<Option<String>>,
    /// Towards what the old advice asked, away from it, or neither.
    pub direction: Direction,
}

/// Where an answer moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Towards what the steps of the old advice bring, or else what the study takes to be further
    /// along.
    Towards,
    /// The other way.
    Away,
    /// Nothing says which way is better, or some of it moved one way and some the other.
    Neither,
}

/// What became of the steps: those of the old advice, each once, and those that are new.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct StepsProgress {
    /// Their effect holds now.
    pub done: Vec<DoneStep>,
    /// They are still to be done, and less of it than before.
    pub begun: Vec<BegunStep>,
    /// They were not to be done then, and are now.
    pub new: Vec<NamedStep>,
    /// They are to be done as before.
    pub open: Vec<NamedStep>,
    /// They are not to be done any more, for another reason.
    pub gone: Vec<GoneStep>,
}

/// A step by its rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct NamedStep {
    /// `pack/rule`.
    pub rule: String,
    /// The step in a few words.
    pub title: String,
}

/// A step that was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct DoneStep {
    /// `pack/rule`.
    pub rule: String,
    /// The step in a few words.
    pub title: String,
    /// The question by whose answer one sees it.
    pub by: String,
}

/// A step of which a part is done.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct BegunStep {
    /// `pack/rule`.
    pub rule: String,
    /// The step in a few words.
    pub title: String,
    /// How far the municipality was and is from the target, 0..1.
    pub need: ThenNow<f64>,
}

/// A step that is not to be done any more, although its effect does not hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct GoneStep {
    /// `pack/rule`.
    pub rule: String,
    /// The step in a few words.
    pub title: String,
    /// Why.
    pub reason: GoneReason,
    /// The question whose answer brought it about, where one did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}

/// Why a step is not to be done any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GoneReason {
    /// Some of its effect is there, enough for its rule.
    Enough,
    /// Other answers that its rule reads are different.
    Answers,
    /// The type is another one.
    Type,
    /// An answer that decides about it is missing now.
    Undecided,
    /// Its rule is not in force any more.
    NotInForce,
    /// The shared administration is to do it.
    Delegated,
}

/// The plan and what became of its steps.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct PlanProgress {
    /// Done before the end of their last quarter, or begun before their first one.
    pub ahead: Vec<PlannedStepProgress>,
    /// As planned.
    pub on_time: Vec<PlannedStepProgress>,
    /// Not done, although their last quarter is over.
    pub late: Vec<PlannedStepProgress>,
    /// No longer to be done.
    pub gone: Vec<PlannedStepProgress>,
}

/// A step of a plan, later on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct PlannedStepProgress {
    /// `pack/rule`.
    pub rule: String,
    /// The step in a few words.
    pub title: String,
    /// The quarter in which it was to begin.
    pub start: Period,
    /// The quarter in which it was to end.
    pub end: Period,
    /// Whether it is done.
    pub done: bool,
}

impl Catalog {
    /// What became of a municipality between two profiles. The options' date is that of the new
    /// one.
    ///
    /// # Errors
    /// As [`Catalog::advise`], and if the plan names a rule that there is not.
    pub fn progress(&self, of: &ProgressOf<'_>, options: &Options) -> Result<Progress, Invalid> {
        self.must_be_ours(of.old)?;
        self.must_be_ours(of.new)?;
        let old_options = options.date(of.old_date.or(options.date));
        let (old, new) = (self.state(of.old, &old_options), self.state(of.new, options));
        let (facts, old_facts) = (new.facts(self, of.new), old.facts(self, of.old));
        let comparison = Comparison {
            catalog: self,
            old: (&old, &old_facts),
            new: (&new, &facts),
            language: options.spoken(self),
        };
        let steps = comparison.steps();
        let progress = Progress {
            schema: PROGRESS_SCHEMA,
            language: comparison.language,
            name: self.name_given(&of.new.answers),
            from: old.survey(of.old, &old_options),
            to: new.survey(of.new, options),
            kind: comparison.kind(),
            answers: comparison.answers(),
            gone_questions: Vec::new(),
            plan: of.plan.map(|plan| comparison.plan(plan, &steps, options.date)).transpose()?,
            steps,
        };
        super::decide::script_failure(self, &facts)?;
        super::decide::script_failure(self, &old_facts)?;
        Ok(progress)
    }
}
