//! The rules' conditions and needs as programs, written when a second profile shows that they are worth it.
//!
//! To write them takes longer than to decide the rules of one profile by the trees they are written from, which come to the same.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use super::Catalog;
use super::readers::{Readers, RuleSet};
use crate::expression::evaluate::Facts;
use crate::expression::program::Program;

/// The programs of a catalog's rules. Those of the needs are with the rules.
#[derive(Debug)]
pub(crate) struct Programs {
    pub conditions: Program,
    /// Of which rules the condition has no program.
    pub left_to_tree: Vec<bool>,
    readers: Readers,
}

impl Programs {
    fn of(catalog: &Catalog) -> Self {
        let (conditions, left_to_tree) = Program::of_conditions(catalog.rules.iter().map(|rule| &rule.when));
        for rule in &catalog.rules {
            if let Some(program) = rule.need.as_ref().and_then(Program::of_number) {
                rule.need_program.get_or_init(|| program);
            }
        }
        Programs { conditions, left_to_tree, readers: Readers::of(catalog) }
    }

    /// The rules that the answers can decide; all others are undecided.
    pub fn decidable(&self, facts: &Facts<'_>) -> RuleSet {
        self.readers.decidable(facts.answers, facts.standing)
    }
}

/// Programs that are not written before they are asked for twice.
#[derive(Debug, Default)]
pub(super) struct LazyPrograms {
    asked: AtomicBool,
    programs: OnceLock<Programs>,
}

impl LazyPrograms {
    pub fn get(&self, catalog: &Catalog) -> Option<&Programs> {
        if let Some(programs) = self.programs.get() {
            return Some(programs);
        }
        // Who asks at the same time may be taken for the first as well, or wait: the outcome is the same.
        match self.asked.swap(true, Ordering::Relaxed) {
            true => Some(self.programs.get_or_init(|| Programs::of(catalog))),
            false => None,
        }
    }
}
