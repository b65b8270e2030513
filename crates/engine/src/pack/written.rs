//! A rule's expressions written out: the same for every profile, so once is enough.

use std::sync::OnceLock;

use super::{Impact, Rule};
use crate::expression::print::{Names, Written};
use crate::expression::trace::Reads;
use crate::expression::{Condition, Number, Test};
use dteam_text::language::{ByLanguage, Language};

/// What a rule's expressions look like, and what its tests are called.
#[derive(Debug)]
pub struct WrittenRule {
    pub when: Written,
    pub need: Option<String>,
    pub impact: Option<String>,
    pub variants: Vec<String>,
    pub notes: Vec<String>,
    /// The tests of the condition in words, as far as anybody asked.
    phrases: OnceLock<Box<[ByLanguage<OnceLock<String>>]>>,
    /// What each of them reads, likewise; and what the need and the impact do.
    reads: OnceLock<Box<[Reads]>>,
    need_reads: OnceLock<Reads>,
    impact_reads: OnceLock<Reads>,
}

/// What is written out once somebody asks. A copy of a rule may be changed, so it is written anew.
#[derive(Debug, Default)]
pub(super) struct LazyWritten(OnceLock<WrittenRule>);

impl Clone for LazyWritten {
    fn clone(&self) -> Self {
        LazyWritten::default()
    }
}

impl Rule {
    /// The rule's expressions, written out when somebody first asks.
    pub fn written(&self, names: Names<'_>) -> &WrittenRule {
        self.written.0.get_or_init(|| WrittenRule {
            when: names.written(&self.when),
            need: self.need.as_ref().map(|need| names.number(need)),
            impact: match &self.impact {
                Impact::Expression(impact) => Some(names.number(impact)),
                Impact::ByType { .. } => None,
            },
            variants: self.variants.iter().map(|variant| names.condition(&variant.when)).collect(),
            notes: self.notes.iter().map(|note| names.condition(&note.when)).collect(),
            phrases: OnceLock::new(),
            reads: OnceLock::new(),
            need_reads: OnceLock::new(),
            impact_reads: OnceLock::new(),
        })
    }
}

impl WrittenRule {
    /// What each test of the condition, which is the rule's, reads.
    pub fn reads(&self, when: &Condition) -> &[Reads] {
        self.reads.get_or_init(|| when.reads_by_test())
    }

    /// What the need, which is the rule's, reads.
    pub fn need_reads(&self, need: &Number) -> &Reads {
        self.need_reads.get_or_init(|| need.all_reads())
    }

    /// What the impact, which is the rule's, reads.
    pub fn impact_reads(&self, impact: &Number) -> &Reads {
        self.impact_reads.get_or_init(|| impact.all_reads())
    }

    /// The test of the condition at `index`, in words.
    pub fn phrase(&self, index: usize, test: &Test, names: Names<'_>, language: Language) -> &str {
        let phrases = self
            .phrases
            .get_or_init(|| self.when.tests.iter().map(|_| ByLanguage::default()).collect());
        phrases[index].get(language).get_or_init(|| names.phrase(test, language))
    }
}
