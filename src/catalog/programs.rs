//! The rules' conditions and needs as programs, written when a second profile shows that they are worth it.
//!
//! To write them takes longer than to decide the rules of one profile by the trees they are written from, which come to the same.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use super::Catalog;
use crate::expression::program::Program;

/// The programs of a catalog's rules. Those of the needs are with the rules.
#[derive(Debug)]
pub(crate) struct Programs {
    pub rules: Program,
    /// The rules that may take part in nothing, by their places.
    pub may_be_excluded: Vec<usize>,
}

impl Programs {
    fn of(catalog: &Catalog) -> Self {
        let rules = &catalog.rules;
        let parts = rules.iter().map(|rule| (&rule.when, rule.need.as_ref()));
        let may_be_excluded = (0..rules.len()).filter(|place| rules[*place].may_be_excluded()).collect();
        Programs { rules: Program::of(parts, &catalog.survey), may_be_excluded }
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
