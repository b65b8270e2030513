//! The rules' conditions and needs as programs, written when a second profile shows that they are
//! worth it.
//!
//! To write them takes longer than to decide the rules of one profile by the trees they are written
//! from, which come to the same.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use super::Catalog;
use crate::classification::TypeAssignment;
use crate::expression::evaluate::Facts;
use crate::expression::program::Program;
use crate::expression::reads::Read;
use crate::pack::Rule;
use crate::profile::Answers;
use crate::survey::Slot;

/// The number of rules that are decided together, or passed over together.
const TOGETHER: usize = 128;

/// The programs of a catalog's rules, those of neighbours in one.
#[derive(Debug)]
pub struct Programs {
    pub blocks: Vec<Block>,
    /// The rules that may take part in nothing, by their indices.
    pub may_be_excluded: Vec<usize>,
}

/// Rules that follow one another.
#[derive(Debug)]
pub struct Block {
    /// The index of the first.
    pub first: usize,
    pub count: usize,
    pub rules: Program,
    /// The questions that their conditions read.
    reads: Vec<Slot>,
    reads_type: bool,
    /// One of them is decided even without any answer.
    always: bool,
}

impl Programs {
    fn of(catalog: &Catalog) -> Self {
        let rules = &catalog.rules;
        let blocks = rules
            .chunks(TOGETHER)
            .enumerate()
            .map(|(index, rules)| Block::of(catalog, index * TOGETHER, rules));
        let may_be_excluded =
            (0..rules.len()).filter(|index| rules[*index].may_be_excluded()).collect();
        Programs { blocks: blocks.collect(), may_be_excluded }
    }
}

impl Block {
    fn of(catalog: &Catalog, first: usize, rules: &[Rule]) -> Self {
        let (mut reads, mut reads_type) = (Vec::new(), false);
        for rule in rules {
            rule.when.reads(&mut |read| match read {
                Read::Answer(slot) => reads.push(slot),
                Read::Type(_) | Read::Membership(_) | Read::Benchmark(_, None) => reads_type = true,
                Read::Benchmark(_, Some(_)) => {}
            });
        }
        reads.sort_unstable();
        reads.dedup();
        let (answers, assignment) = (Answers::none(&catalog.survey), TypeAssignment::unknown());
        let facts = catalog.facts(&answers, &assignment);
        let always =
            rules.iter().any(|rule| rule.when.calls() || rule.when.evaluate(&facts).is_some());
        let parts = rules.iter().map(|rule| (&rule.when, rule.need.as_ref()));
        Block {
            first,
            count: rules.len(),
            rules: Program::of(parts, &catalog.survey),
            reads,
            reads_type,
            always,
        }
    }

    /// Whether the answers can decide one of the rules: if none of them is to what the rules read,
    /// all are undecided.
    pub fn is_decidable(&self, facts: &Facts<'_>) -> bool {
        let words = facts.answers.words();
        self.always
            || self.reads_type && *facts.assignment != TypeAssignment::unknown()
            || self.reads.iter().any(|slot| words.is_given(*slot))
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
        // Who asks at the same time may be taken for the first as well, or wait: the outcome is the
        // same.
        match self.asked.swap(true, Ordering::Relaxed) {
            true => Some(self.programs.get_or_init(|| Programs::of(catalog))),
            false => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::expression::agreement::full_answers;
    use crate::expression::arbitrary::catalog;

    /// Whatever single question is answered: a rule that is passed over is undecided.
    #[test]
    fn what_is_passed_over_is_undecided() {
        let catalog = catalog();
        let blocks: Vec<Block> = (0..catalog.rules.len())
            .map(|index| Block::of(catalog, index, &catalog.rules[index..=index]))
            .collect();
        let all = full_answers(&[5, 11, 2, 7]);
        let mut passed_over = 0;
        for slot in catalog.survey.slots() {
            let mut answers = Answers::none(&catalog.survey);
            answers.set(slot, all.get(slot).cloned());
            let finding = catalog.find_type(&answers);
            let facts = catalog.facts(&answers, &finding.assignment);
            for (block, rule) in
                blocks.iter().zip(&catalog.rules).filter(|(block, _)| !block.is_decidable(&facts))
            {
                assert_eq!(rule.when.evaluate(&facts), None, "{}", rule.id);
                assert_eq!(block.rules.run(&facts, None).holds, [None], "{}", rule.id);
                passed_over += 1;
            }
        }
        assert!(passed_over > 1000, "{passed_over} of {} rules", blocks.len());
    }
}
