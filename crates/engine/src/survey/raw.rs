//! What stands in place of an answer, before its question was asked; and why it is none.

use std::borrow::Cow;

use serde_json::Number;

use dteam_text::diagnostic::Found;
use dteam_text::language::Unclear;
use dteam_text::language::figure::Asked;
use dteam_text::yaml::Scalar;

/// What was brought as an answer, as far as its reader can tell without knowing the question.
#[derive(Debug, Clone)]
pub enum Raw<'r> {
    /// Nothing, or `null`.
    Nothing,
    /// `true` or `false`.
    Flag(bool),
    /// A finite number, with every digit.
    Number(Number),
    /// A text, and nothing else: in quotation marks, or on a line for texts.
    Text(Cow<'r, str>),
    /// A word without quotation marks, which is what the question takes it for: a number, a flag,
    /// the id of an option or a text.
    Word(Cow<'r, str>),
    /// A number as people write it, and how they were asked for it.
    Figure(Cow<'r, str>, Asked),
    /// Several of them.
    List(Vec<Raw<'r>>),
    /// Keys with values.
    Map(Vec<(Cow<'r, str>, Raw<'r>)>),
}

impl Raw<'_> {
    /// What it is, for a message.
    pub fn found(&self) -> Found {
        match self {
            Raw::Nothing => Found::Nothing,
            Raw::Flag(_) => Found::Flag,
            Raw::Number(_) => Found::Number,
            Raw::Text(_) | Raw::Figure(..) => Found::Text,
            Raw::Word(_) if self.flag().is_some() => Found::Flag,
            Raw::Word(word) if plain_scalar(word).number().is_some() => Found::Number,
            Raw::Word(_) => Found::Text,
            Raw::List(_) => Found::List,
            Raw::Map(_) => Found::Map,
        }
    }

    /// A single value as it was written; `None` for several and for none.
    pub fn written(&self) -> Option<Cow<'_, str>> {
        match self {
            Raw::Flag(flag) => Some(Cow::Borrowed(if *flag { "true" } else { "false" })),
            Raw::Number(number) => Some(Cow::Owned(number.to_string())),
            Raw::Text(text) | Raw::Word(text) | Raw::Figure(text, _) => Some(Cow::Borrowed(text)),
            Raw::Nothing | Raw::List(_) | Raw::Map(_) => None,
        }
    }

    /// The flag, if it is one.
    pub fn flag(&self) -> Option<bool> {
        match self {
            Raw::Flag(flag) => Some(*flag),
            Raw::Word(word) => plain_scalar(word).flag(),
            Raw::Nothing
            | Raw::Number(_)
            | Raw::Text(_)
            | Raw::Figure(..)
            | Raw::List(_)
            | Raw::Map(_) => None,
        }
    }
}

/// A word as YAML reads it.
pub(super) fn plain_scalar(word: &str) -> Scalar<'_> {
    Scalar { text: Cow::Borrowed(word), plain: true }
}

/// Why what was brought is no answer: of a list, everything that is wrong with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// What is wrong.
    pub wrong: Wrong,
    /// The index of the item that is wrong, in a list.
    pub item: Option<usize>,
    /// What else is wrong with the list.
    pub others: Vec<Fault>,
}

/// What is wrong with what was brought.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Wrong {
    /// Not a single value, where an option is chosen.
    NotOption,
    /// None of the options.
    UnknownOption,
    /// Not a list.
    NotList,
    /// An option a second time.
    Repeated(u8),
    /// More options than can be chosen.
    TooMany {
        /// How many there are.
        count: usize,
        /// How many there may be.
        limit: usize,
    },
    /// Not a number.
    NotNumber,
    /// A number for people that could be several, and the one that is meant where that can be told.
    Unclear(Unclear, Option<f64>),
    /// `9.400` where only whole numbers are: the point was meant to group thousands.
    Grouped,
    /// A part of what can only be whole.
    NotWhole(f64),
    /// A number larger than any that can be calculated with.
    TooLarge,
    /// A number outside the question's range.
    OutOfRange(f64),
    /// Less than one percent, which hardly anybody means. It deserves a second look and no more.
    PercentFraction(f64),
    /// Neither yes nor no.
    NotFlag,
    /// Not a text, or nothing in it.
    NotText,
    /// A text of more characters than [`MAX_TEXT`](super::kind::text::MAX_TEXT).
    TooLong(usize),
}

impl From<Wrong> for Fault {
    fn from(wrong: Wrong) -> Self {
        Fault { wrong, item: None, others: Vec::new() }
    }
}

impl Fault {
    /// The part of what was brought that is wrong.
    pub fn part_of<'r, 't>(&self, raw: &'r Raw<'t>) -> &'r Raw<'t> {
        let items = if let Raw::List(items) = raw { &items[..] } else { &[] };
        self.item.and_then(|item| items.get(item)).unwrap_or(raw)
    }

    /// Everything that is wrong, in order.
    pub fn all(&self) -> impl Iterator<Item = &Fault> {
        std::iter::once(self).chain(&self.others)
    }
}
