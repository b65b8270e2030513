//! One municipality's answers: one slot per question of the survey.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use self::own_plan::OwnPlan;
use crate::survey::{OptionSet, Slot, Survey, SurveyId};
use dteam_text::diagnostic::Diagnostic;

pub mod answer;
pub mod json;
pub mod own_plan;
pub mod read;
pub mod write;

pub use crate::survey::answer::{Answer, Ranking, number_as_json, plain};

/// A municipality's answers, checked against the survey of the catalog that read it. Two are alike
/// if they give the same answers to the same survey, whatever deserves a second look in their files.
#[derive(Debug, Clone)]
pub struct Profile {
    /// What is answered.
    pub answers: Answers,
    /// What the municipality says of its plan.
    pub own_plan: OwnPlan,
    /// The questions whose answers are assumed, in the order of the assumptions.
    pub assumed: Vec<Slot>,
    warnings: Vec<Diagnostic>,
}

impl PartialEq for Profile {
    fn eq(&self, other: &Self) -> bool {
        (&self.answers, &self.own_plan, &self.assumed)
            == (&other.answers, &other.own_plan, &other.assumed)
    }
}

impl Profile {
    /// Answers with what deserves a second look in the file they come from.
    pub fn new(answers: Answers, warnings: Vec<Diagnostic>) -> Self {
        Profile { answers, own_plan: OwnPlan::default(), assumed: Vec::new(), warnings }
    }

    /// Answers of which some are assumed rather than given.
    pub fn assuming(assumed: Vec<Slot>, answers: Answers, warnings: Vec<Diagnostic>) -> Self {
        Profile { assumed, ..Profile::new(answers, warnings) }
    }

    /// The same with what the municipality says of its plan.
    #[must_use]
    pub fn with_own_plan(self, own_plan: OwnPlan) -> Self {
        Profile { own_plan, ..self }
    }

    /// What in the file deserves a second look, although it can be used.
    pub fn warnings(&self) -> &[Diagnostic] {
        &self.warnings
    }

    /// How many questions are answered.
    pub fn answered(&self) -> usize {
        self.answers.answered()
    }
}

/// The answers, by slot; `None` is unanswered.
#[derive(Debug, Clone, PartialEq)]
pub struct Answers {
    /// The survey whose slots these are.
    survey: SurveyId,
    given: Vec<Option<Answer>>,
    /// The same in one word each, for what looks at nothing else; and then which are given, as
    /// bits.
    words: Vec<u64>,
}

/// Answers in one word each.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    words: &'a [u64],
    given: &'a [u64],
}

impl Words<'_> {
    /// Options as bits, in no order; a flag as option 0; the bits of a number. 0 for a text, and
    /// where there is no answer.
    #[inline(always)]
    pub fn bits(self, slot: Slot) -> u64 {
        self.words[slot.index()]
    }

    /// Whether the question is answered.
    #[inline(always)]
    pub fn is_given(self, slot: Slot) -> bool {
        self.given[slot.index() / 64] >> (slot.index() % 64) & 1 == 1
    }
}

/// See [`Words::bits`].
fn bits(answer: &Answer) -> u64 {
    match answer {
        Answer::Option(option) => OptionSet::of(*option).0,
        Answer::Number(number) => number.to_bits(),
        Answer::Flag(flag) => u64::from(*flag),
        Answer::Options(_) | Answer::Ranking(_) | Answer::Text(_) => {
            answer.options().unwrap_or_default().0
        }
    }
}

impl Answers {
    /// A profile that answers nothing.
    pub fn none(survey: &Survey) -> Self {
        let questions = survey.questions.len();
        Answers {
            survey: survey.id,
            given: vec![None; questions],
            words: vec![0; questions + questions.div_ceil(64)],
        }
    }

    /// Whether these are answers to the questions of this very survey.
    pub fn are_of(&self, survey: &Survey) -> bool {
        self.survey == survey.id
    }

    /// How many questions are answered.
    pub fn answered(&self) -> usize {
        self.given.iter().flatten().count()
    }

    /// The answer to a question; `None` while it is open.
    pub fn get(&self, slot: Slot) -> Option<&Answer> {
        self.given[slot.index()].as_ref()
    }

    /// The answers in one word each.
    pub fn words(&self) -> Words<'_> {
        let (words, given) = self.words.split_at(self.given.len());
        Words { words, given }
    }

    /// Puts the answer in place of the one there was; `None` leaves the question open.
    pub fn set(&mut self, slot: Slot, answer: Option<Answer>) {
        let (words, given) = self.words.split_at_mut(self.given.len());
        words[slot.index()] = answer.as_ref().map_or(0, bits);
        let (given, bit) = (&mut given[slot.index() / 64], 1 << (slot.index() % 64));
        *given = if answer.is_some() { *given | bit } else { *given & !bit };
        self.given[slot.index()] = answer;
    }

    /// The answer as the profile would write it.
    pub fn json(&self, slot: Slot, survey: &Survey) -> Option<Json> {
        Some(match self.given::<String>(slot, survey)? {
            Given::Text(text) => Json::from(text),
            Given::List(items) => Json::from(items),
            Given::Other(value) => value,
        })
    }

    /// The answer as the profile would write it, its options by the ids in the survey.
    pub fn given<'s, T: From<&'s str> + From<String>>(
        &self,
        slot: Slot,
        survey: &'s Survey,
    ) -> Option<Given<T>> {
        let kind = &survey.question(slot).kind;
        let id = |option: u8| T::from(kind.options().map_or("", |options| &options.get(option).id));
        Some(match self.get(slot)? {
            Answer::Option(option) => Given::Text(id(*option)),
            Answer::Options(options) => Given::List(options.iter().map(id).collect()),
            Answer::Ranking(ranking) => {
                Given::List(ranking.as_slice().iter().copied().map(id).collect())
            }
            Answer::Number(number) => Given::Other(number_as_json(*number)),
            Answer::Flag(flag) => Given::Other(Json::from(*flag)),
            Answer::Text(text) => Given::Text(T::from(text.to_string())),
        })
    }
}

/// A value that was read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Given<T = String> {
    /// A text, or the id of an option.
    Text(T),
    /// The ids of options.
    List(Vec<T>),
    /// A number or a flag.
    Other(Json),
}
