//! Which rules the answers of a profile can decide: a rule that reads none of them comes out as it does without any answer.

use super::Catalog;
use crate::classification::Standing;
use crate::expression::reads::Read;
use crate::pack::Rule;
use crate::profile::Answers;
use crate::survey::Slot;

/// The rules by what their conditions read.
#[derive(Debug)]
pub(crate) struct Readers {
    /// For each question the rules that read its answer.
    by_question: Vec<RuleSet>,
    /// Those that read the type.
    of_type: RuleSet,
    /// Those that are not simply undecided without any answer.
    always: RuleSet,
}

/// Rules by their places in the catalog, as bits.
#[derive(Debug, Clone, Default)]
pub(crate) struct RuleSet(Box<[u64]>);

impl RuleSet {
    fn empty(rules: usize) -> Self {
        RuleSet(vec![0; rules.div_ceil(64)].into())
    }

    fn add(&mut self, place: usize) {
        self.0[place / 64] |= 1 << (place % 64);
    }

    fn join(&mut self, other: &RuleSet) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word |= other);
    }

    pub fn has(&self, place: usize) -> bool {
        self.0[place / 64] & (1 << (place % 64)) != 0
    }
}

impl Readers {
    pub(super) fn of(catalog: &Catalog) -> Self {
        let none = RuleSet::empty(catalog.rules.len());
        let by_question = vec![none.clone(); catalog.survey.questions.len()];
        let mut readers = Readers { by_question, of_type: none.clone(), always: none };
        for (place, rule) in catalog.rules.iter().enumerate() {
            rule.when.reads(&mut |read| match read {
                Read::Answer(slot) => readers.by_question[slot.index()].add(place),
                Read::Type(_) | Read::Membership(_) | Read::Benchmark(_, None) => readers.of_type.add(place),
                Read::Benchmark(_, Some(_)) => {}
            });
            if !is_undecided_unanswered(catalog, rule) {
                readers.always.add(place);
            }
        }
        readers
    }

    /// The rules to be evaluated; all others are undecided.
    pub fn decidable(&self, answers: &Answers, standing: &Standing) -> RuleSet {
        let mut rules = self.always.clone();
        for (slot, readers) in self.by_question.iter().enumerate() {
            if answers.get(Slot(slot as u16)).is_some() {
                rules.join(readers);
            }
        }
        if *standing != Standing::unknown() {
            rules.join(&self.of_type);
        }
        rules
    }
}

/// Whether the rule is undecided as long as nothing is answered, on every date.
fn is_undecided_unanswered(catalog: &Catalog, rule: &Rule) -> bool {
    let (answers, standing) = (Answers::none(&catalog.survey), Standing::unknown());
    let facts = catalog.facts(&answers, &standing);
    let is_limited = rule.is_off() || rule.valid.from.is_some() || rule.valid.until.is_some();
    !is_limited && rule.when.evaluate(&facts).is_none() && facts.failure.get().is_none()
}
