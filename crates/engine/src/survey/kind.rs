//! The kinds of questions. Each says in a file of its own what it is called and how it is defined,
//! how an answer to it is read, and by which control it is asked for. Everything else follows from
//! the control, or from the shape of the answer.

use std::fmt::Debug;

use super::answer::{Answer, plain};
use super::options::Options;
use super::raw::{Fault, Raw, Wrong};
use dteam_text::diagnostic::Diagnostics;
use dteam_text::language::Localized;
use dteam_text::yaml::fields::Fields;

mod choice;
mod choices;
mod chosen;
mod flag;
mod number;
mod numeric;
mod percent;
mod ranking;
mod scale;
pub mod text;

/// The kinds there are, in the order in which they are listed to authors.
pub static KINDS: &[Definition] = &[
    choice::DEFINITION,
    choices::DEFINITION,
    ranking::DEFINITION,
    scale::DEFINITION,
    number::DEFINITION,
    percent::DEFINITION,
    flag::DEFINITION,
    text::DEFINITION,
];

/// How a question of a kind is defined.
pub struct Definition {
    /// The kind's name: in `survey.yaml`, and in the names of the texts about it.
    pub name: &'static str,
    /// The keys that a question of the kind needs, beside those of every question.
    pub needs: &'static [&'static str],
    /// The keys it may have.
    pub may: &'static [&'static str],
    /// Reads these keys.
    pub load: fn(&mut Fields<'_, '_>, &mut Diagnostics<'_>) -> Option<Box<dyn Kind>>,
}

/// What answers a question takes.
pub trait Kind: Debug + Send + Sync {
    /// Its name, as its definition has it.
    fn name(&self) -> &'static str;

    /// What asks for an answer.
    fn control(&self) -> Control<'_>;

    /// The answer that was brought.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    fn parse(&self, raw: &Raw<'_>) -> Result<Answer, Fault>;

    /// What in an answer deserves a second look, although it is one.
    fn doubt(&self, _answer: &Answer) -> Option<Wrong> {
        None
    }
}

/// What asks for an answer, and by that what answers there are. Each control brings answers of one
/// shape.
#[derive(Debug, Clone, Copy)]
pub enum Control<'k> {
    /// One of these: [`Answer::Option`].
    One(&'k Options),
    /// Any of these or none: [`Answer::Options`].
    Several(&'k Options),
    /// The most important of these in order or none, up to a maximum: [`Answer::Ranking`].
    Ranked(&'k Options, usize),
    /// One of these levels, numbered from 0: [`Answer::Number`].
    Level(&'k [Localized]),
    /// A number: [`Answer::Number`].
    Number(Bounds),
    /// [`Answer::Flag`].
    YesOrNo,
    /// A line of text: [`Answer::Text`].
    Line,
}

/// The numbers that answer a question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// The least.
    pub min: f64,
    /// The greatest.
    pub max: f64,
    /// Whether only whole numbers do.
    pub whole: bool,
    /// Whether they are percentages.
    pub percent: bool,
}

impl dyn Kind + '_ {
    /// The answer that was brought, if nothing is to be said about it.
    pub fn sound(&self, raw: &Raw<'_>) -> Option<Answer> {
        self.parse(raw).ok().filter(|answer| self.doubt(answer).is_none())
    }

    /// The options, for the kinds that have any.
    pub fn options(&self) -> Option<&Options> {
        match self.control() {
            Control::One(options) | Control::Several(options) | Control::Ranked(options, _) => {
                Some(options)
            }
            Control::Level(_) | Control::Number(_) | Control::YesOrNo | Control::Line => None,
        }
    }

    /// The labels of the levels, for the kinds that have any.
    pub fn levels(&self) -> Option<&[Localized]> {
        if let Control::Level(levels) = self.control() { Some(levels) } else { None }
    }

    /// The options or levels as a profile writes them, with their labels; none for the kinds that
    /// have neither.
    pub fn named(&self) -> Vec<(String, &Localized)> {
        let levels = self.levels().unwrap_or_default().iter().enumerate();
        let options = self.options().map_or(&[][..], |options| &options.0);
        levels
            .map(|(level, label)| (level.to_string(), label))
            .chain(options.iter().map(|choice| (choice.id.clone(), &choice.label)))
            .collect()
    }

    /// The maximum number of options in an answer; 0 for the kinds that have none.
    pub fn limit(&self) -> usize {
        match self.control() {
            Control::One(_) => 1,
            Control::Several(options) => options.0.len(),
            Control::Ranked(_, limit) => limit,
            Control::Level(_) | Control::Number(_) | Control::YesOrNo | Control::Line => 0,
        }
    }

    /// The numbers that answer it, for the kinds answered by one.
    pub fn bounds(&self) -> Option<Bounds> {
        match self.control() {
            Control::Number(bounds) => Some(bounds),
            Control::Level(levels) => Some(Bounds::of_levels(levels)),
            Control::One(_)
            | Control::Several(_)
            | Control::Ranked(..)
            | Control::YesOrNo
            | Control::Line => None,
        }
    }

    /// The least and the greatest number, for the kinds answered by one.
    pub fn range(&self) -> Option<(f64, f64)> {
        self.bounds().map(|bounds| (bounds.min, bounds.max))
    }

    /// The range as messages write it.
    pub fn written_range(&self) -> (String, String) {
        let (min, max) = self.range().unwrap_or_default();
        (plain(min), plain(max))
    }

    /// Whether the answer is a number without decimals.
    pub fn is_whole(&self) -> bool {
        self.bounds().is_some_and(|bounds| bounds.whole)
    }

    /// Whether the answer is a percentage.
    pub fn is_percent(&self) -> bool {
        self.bounds().is_some_and(|bounds| bounds.percent)
    }

    /// Whether the answer is an amount: a number that is neither a level nor a percentage.
    pub fn is_amount(&self) -> bool {
        matches!(self.control(), Control::Number(bounds) if !bounds.percent)
    }
}

impl Bounds {
    /// The numbers of the levels.
    pub fn of_levels(levels: &[Localized]) -> Bounds {
        Bounds { min: 0.0, max: levels.len() as f64 - 1.0, whole: true, percent: false }
    }

    /// The number, if it answers the question.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(self, number: f64) -> Result<f64, Wrong> {
        // Programs write a whole number as `9400.0` too.
        if self.whole && number.fract() != 0.0 {
            return Err(Wrong::NotWhole(number));
        }
        match (self.min..=self.max).contains(&number) {
            true => Ok(number),
            false => Err(Wrong::OutOfRange(number)),
        }
    }
}
