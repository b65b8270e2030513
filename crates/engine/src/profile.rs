//! One municipality's answers: one slot per question of the survey.

use serde::Serialize;
use serde_json::Value as Json;

use crate::survey::{Kind, MAX_RANKED, OptionSet, Slot, Survey, SurveyId};
use dteam_text::decimal::whole;
use dteam_text::diagnostic::Diagnostic;

pub mod answer;
pub mod json;
pub mod read;
pub mod write;

/// A municipality's answers, checked against the survey of the catalog that read it.
#[derive(Debug, Clone)]
pub struct Profile {
    pub answers: Answers,
    /// The questions whose answers are assumed, in the order of the assumptions.
    pub assumed: Vec<Slot>,
    warnings: Vec<Diagnostic>,
}

impl Profile {
    pub fn new(answers: Answers, warnings: Vec<Diagnostic>) -> Self {
        Profile { answers, assumed: Vec::new(), warnings }
    }

    /// Answers of which some are assumed rather than given.
    pub fn assuming(assumed: Vec<Slot>, answers: Answers, warnings: Vec<Diagnostic>) -> Self {
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

    #[inline(always)]
    pub fn is_given(self, slot: Slot) -> bool {
        self.given[slot.index() / 64] >> (slot.index() % 64) & 1 == 1
    }
}

/// One answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    Option(u8),
    Options(OptionSet),
    Ranking(Ranking),
    Number(f64),
    Flag(bool),
    Text(Box<str>),
}

/// Options in order, the first the most important.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ranking {
    /// Behind the last, [`NO_OPTION`].
    options: [u8; MAX_RANKED],
    length: u8,
}

const NO_OPTION: u8 = u8::MAX;

impl Default for Ranking {
    fn default() -> Self {
        Ranking { options: [NO_OPTION; MAX_RANKED], length: 0 }
    }
}

impl Ranking {
    pub fn push(&mut self, option: u8) {
        if usize::from(self.length) < MAX_RANKED {
            self.options[usize::from(self.length)] = option;
            self.length += 1;
        }
    }

    pub fn as_slice(&self) -> &[u8] {
        &self.options[..usize::from(self.length)]
    }

    /// The option's place, from 0; `None` if it was not chosen.
    pub fn place(&self, option: u8) -> Option<usize> {
        let place = self.options.iter().position(|ranked| *ranked == option);
        place.filter(|place| *place < usize::from(self.length))
    }

    /// The option's place, from 1; 0 if it was not chosen.
    #[inline(always)]
    pub fn rank(&self, option: u8) -> u8 {
        // All places are asked at once: the first byte that becomes 0 is the option's. (Warren,
        // Hacker's Delight, 6-1.)
        const EACH: u64 = u64::from_le_bytes([1; MAX_RANKED]);
        let others = u64::from_le_bytes(self.options) ^ (u64::from(option) * EACH);
        let own = others.wrapping_sub(EACH) & !others & EACH << 7;
        if own == 0 { 0 } else { own.trailing_zeros() as u8 / 8 + 1 }
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
    /// See [`Words::bits`].
    fn bits(&self) -> u64 {
        match self {
            Answer::Option(option) => OptionSet::of(*option).0,
            Answer::Number(number) => number.to_bits(),
            Answer::Flag(flag) => u64::from(*flag),
            Answer::Options(_) | Answer::Ranking(_) | Answer::Text(_) => {
                self.options().unwrap_or_default().0
            }
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

    pub fn get(&self, slot: Slot) -> Option<&Answer> {
        self.given[slot.index()].as_ref()
    }

    /// The answers in one word each.
    pub fn words(&self) -> Words<'_> {
        let (words, given) = self.words.split_at(self.given.len());
        Words { words, given }
    }

    pub fn set(&mut self, slot: Slot, answer: Option<Answer>) {
        let (words, given) = self.words.split_at_mut(self.given.len());
        words[slot.index()] = answer.as_ref().map_or(0, Answer::bits);
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
pub fn number_as_json(number: f64) -> Json {
    whole(number).map_or_else(|| Json::from(number), Json::from)
}

/// A number as messages write it.
pub fn plain(number: f64) -> String {
    number_as_json(number).to_string()
}

impl Kind {
    /// The range as messages write it.
    pub fn written_range(&self) -> (String, String) {
        let (min, max) = self.range().unwrap_or((0.0, 0.0));
        (plain(min), plain(max))
    }
}
