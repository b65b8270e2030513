//! One answer, whatever the kind of its question.

use serde_json::Value as Json;

use super::options::OptionSet;
use dteam_text::decimal::whole;

/// The maximum length of a ranking.
pub const MAX_RANKED: usize = 8;

/// One answer. There are few shapes of answers; many kinds of questions may share one.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// The index of the one option chosen.
    Option(u8),
    /// Options in no order; none is an answer too.
    Options(OptionSet),
    /// Options in order; none is an answer too.
    Ranking(Ranking),
    /// A finite number within the question's range.
    Number(f64),
    /// Yes or no.
    Flag(bool),
    /// One line that is not empty.
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
    /// Adds the option as the least important; nothing happens to a ranking of [`MAX_RANKED`].
    pub fn push(&mut self, option: u8) {
        if usize::from(self.length) < MAX_RANKED {
            self.options[usize::from(self.length)] = option;
            self.length += 1;
        }
    }

    /// The options in order.
    pub fn as_slice(&self) -> &[u8] {
        &self.options[..usize::from(self.length)]
    }

    /// The option's index, from 0; `None` if it was not chosen.
    pub fn index(&self, option: u8) -> Option<usize> {
        let index = self.options.iter().position(|ranked| *ranked == option);
        index.filter(|index| *index < usize::from(self.length))
    }

    /// The option's rank, from 1; 0 if it was not chosen.
    #[inline(always)]
    pub fn rank(&self, option: u8) -> u8 {
        // All ranks are asked at once: the first byte that becomes 0 is the option's. (Warren,
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
    /// The options of a list or ranking as a set.
    pub fn options(&self) -> Option<OptionSet> {
        match self {
            Answer::Options(options) => Some(*options),
            Answer::Ranking(ranking) => Some(ranking.as_slice().iter().copied().collect()),
            Answer::Option(_) | Answer::Number(_) | Answer::Flag(_) | Answer::Text(_) => None,
        }
    }
}

/// A whole number without a decimal point.
pub fn number_as_json(number: f64) -> Json {
    whole(number).map_or_else(|| Json::from(number), Json::from)
}

/// A number as messages and profiles write it.
pub fn plain(number: f64) -> String {
    number_as_json(number).to_string()
}
