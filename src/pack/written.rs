//! A rule's expressions written out: the same for every profile, so once is enough.

use std::sync::OnceLock;

use super::{Impact, Rule};
use crate::expression::Test;
use crate::expression::print::{Names, Written};
use crate::language::{Language, Localized};

/// What a rule's expressions look like, and what its tests are called.
#[derive(Debug)]
pub(crate) struct WrittenRule {
    pub when: Written,
    pub need: Option<String>,
    pub impact: Option<String>,
    pub variants: Vec<String>,
    pub notes: Vec<String>,
    /// The tests of the condition in words, as far as anybody asked.
    phrases: Vec<Localized<OnceLock<String>>>,
}

impl Rule {
    /// The rule's expressions, written out when somebody first asks.
    pub fn written(&self, names: Names<'_>) -> &WrittenRule {
        self.written.get_or_init(|| {
            let when = names.written(&self.when);
            WrittenRule {
                need: self.need.as_ref().map(|need| names.number(need)),
                impact: match &self.impact {
                    Impact::Expression(impact) => Some(names.number(impact)),
                    Impact::ByType { .. } => None,
                },
                variants: self.variants.iter().map(|variant| names.condition(&variant.when)).collect(),
                notes: self.notes.iter().map(|note| names.condition(&note.when)).collect(),
                phrases: when.tests.iter().map(|_| Localized::default()).collect(),
                when,
            }
        })
    }
}

impl WrittenRule {
    /// The test of the condition at `place`, in words.
    pub fn phrase(&self, place: usize, test: &Test, names: Names<'_>, language: Language) -> &str {
        self.phrases[place].get(language).get_or_init(|| names.phrase(test, language))
    }
}
