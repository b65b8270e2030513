//! One municipality's answers: one slot per question of the survey.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::diagnostic::Diagnostic;
use crate::survey::{Kind, MOST_RANKED, OptionSet, Slot, Survey};

pub(crate) mod answer;
pub(crate) mod json;
pub(crate) mod read;
pub(crate) mod write;

/// A municipality's answers, checked against the survey of the catalog that read it.
#[derive(Debug, Clone)]
pub struct Profile {
    pub(crate) answers: Answers,
    /// The questions whose answers are assumed, in the order of the assumptions.
    pub(crate) assumed: Vec<Slot>,
    warnings: Vec<Diagnostic>,
}

impl Profile {
    pub(crate) fn new(answers: Answers, warnings: Vec<Diagnostic>) -> Self {
        Profile { answers, assumed: Vec::new(), warnings }
    }

    /// Answers of which some are assumed rather than given.
    pub(crate) fn assuming(assumed: Vec<Slot>, answers: Answers, warnings: Vec<Diagnostic>) -> Self {
        Profile { answers, assumed, warnings }
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
pub(crate) struct Answers {
    given: Vec<Option<Answer>>,
    /// The same in one word each, for what looks at nothing else; 0 is unanswered, and some of the answers.
    words: Vec<u64>,
    /// Which of the first questions are answered, as bits.
    first_answered: u64,
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) enum Answer {
    Option(u8),
    Options(OptionSet),
    Ranking(Ranking),
    Number(f64),
    Flag(bool),
    Text(Box<str>),
}

/// Options in order, the first the most important.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Ranking {
    options: [u8; MOST_RANKED],
    length: u8,
}

impl Ranking {
    pub fn push(&mut self, option: u8) {
        if usize::from(self.length) < MOST_RANKED {
            self.options[usize::from(self.length)] = option;
            self.length += 1;
        }
    }

    pub fn as_slice(&self) -> &[u8] {
        &self.options[..usize::from(self.length)]
    }

    /// The option's place, from 0; `None` if it was not chosen.
    pub fn place(&self, option: u8) -> Option<usize> {
        self.as_slice().iter().position(|ranked| *ranked == option)
    }
}

impl FromIterator<u8> for Ranking {
    fn from_iter<I: IntoIterator<Item = u8>>(options: I) -> Self {
        let mut ranking = Ranking::default();
        options.into_iter().for_each(|option| ranking.push(option));
        ranking
    }
}

impl Answer {
    /// Options as bits, in no order; a flag as option 0; the bits of a number. A text says no more than that it is there.
    fn word(&self) -> u64 {
        match self {
            Answer::Option(option) => OptionSet::of(*option).0,
            Answer::Number(number) => number.to_bits(),
            Answer::Flag(flag) => u64::from(*flag),
            Answer::Options(_) | Answer::Ranking(_) | Answer::Text(_) => self.options().unwrap_or_default().0,
        }
    }

    /// The options of a list or ranking as a set.
    pub fn options(&self) -> Option<OptionSet> {
        match self {
            Answer::Options(options) => Some(*options),
            Answer::Ranking(ranking) => Some(ranking.as_slice().iter().copied().collect()),
            _ => None,
        }
    }
}

impl Answers {
    /// A profile that answers nothing.
    pub fn none(survey: &Survey) -> Self {
        let questions = survey.questions.len();
        Answers { given: vec![None; questions], words: vec![0; questions], first_answered: 0 }
    }

    /// How many questions are answered.
    pub fn answered(&self) -> usize {
        self.given.iter().flatten().count()
    }

    pub fn get(&self, slot: Slot) -> Option<&Answer> {
        self.given[slot.index()].as_ref()
    }

    /// The answers in one word each, by slot, as their questions' kinds have them: see [`Answer::word`].
    pub fn words(&self) -> &[u64] {
        &self.words
    }

    /// Which of the first 64 questions are answered, as bits.
    pub fn first_answered(&self) -> u64 {
        self.first_answered
    }

    pub fn set(&mut self, slot: Slot, answer: Option<Answer>) {
        self.words[slot.index()] = answer.as_ref().map_or(0, Answer::word);
        let bit = 1u64.checked_shl(u32::from(slot.0)).unwrap_or(0);
        self.first_answered = if answer.is_some() { self.first_answered | bit } else { self.first_answered & !bit };
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
    pub fn given<'s, T: From<&'s str> + From<String>>(&self, slot: Slot, survey: &'s Survey) -> Option<Given<T>> {
        let kind = &survey.question(slot).kind;
        let id = |option: u8| T::from(kind.options().map_or("", |options| &options.get(option).id));
        Some(match self.get(slot)? {
            Answer::Option(option) => Given::Text(id(*option)),
            Answer::Options(options) => Given::List(options.iter().map(id).collect()),
            Answer::Ranking(ranking) => Given::List(ranking.as_slice().iter().copied().map(id).collect()),
            Answer::Number(number) => Given::Other(number_as_json(*number)),
            Answer::Flag(flag) => Given::Other(Json::from(*flag)),
            Answer::Text(text) => Given::Text(T::from(text.to_string())),
        })
    }
}

/// A value that was read.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Given<T = String> {
    /// A text, or the id of an option.
    Text(T),
    /// The ids of options.
    List(Vec<T>),
    /// A number or a flag.
    Other(Json),
}

/// A whole number without a decimal point.
pub(crate) fn number_as_json(number: f64) -> Json {
    whole(number).map_or_else(|| Json::from(number), Json::from)
}

/// The number, if it is a whole one that is written so.
pub(crate) fn whole(number: f64) -> Option<i64> {
    (number.fract() == 0.0 && number.abs() < 1e15).then_some(number as i64)
}

/// A number as messages write it.
pub(crate) fn plain(number: f64) -> String {
    number_as_json(number).to_string()
}

impl Kind {
    /// The range as messages write it.
    pub(crate) fn written_range(&self) -> (String, String) {
        let (min, max) = self.range().unwrap_or((0.0, 0.0));
        (plain(min), plain(max))
    }
}
