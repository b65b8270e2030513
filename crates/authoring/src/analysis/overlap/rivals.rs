//! Which rules may say the same as one: those that fire on what it fires on.

use std::cell::OnceCell;
use std::sync::Arc;

use super::{Compared, MAX_CANDIDATES, Overlaps, RuleSet, profiles};
use crate::analysis::ground::Ground;
use crate::analysis::space::Found;
use dteam_engine::classification::TypeAssignment;
use dteam_engine::profile::{Answer, Answers};
use dteam_engine::survey::Slot;

/// The maximum number of profiles on which others are set beside one rule at once; the other
/// profiles are looked at pair by pair.
const MAX_PROFILES: usize = 64;

/// More calls of scripts than these are not waited for.
const MAX_CALLS: usize = 2_000;

/// The rules that may fire wherever one fires, found without looking at every pair: on its smallest
/// profile none of them is silent.
pub(super) struct Rivals<'o, 'c> {
    overlaps: &'o Overlaps<'c>,
    own: &'o Compared<'c>,
    /// Those not looked at yet.
    left: RuleSet,
    /// The smallest profile on which `own` fires, once it is looked for.
    fires: OnceCell<Option<Found>>,
    /// How many were silent there so far.
    refused: usize,
}

impl<'o, 'c> Rivals<'o, 'c> {
    pub fn of(
        overlaps: &'o Overlaps<'c>,
        own: &'o Compared<'c>,
        among: impl IntoIterator<Item = &'o RuleSet>,
    ) -> Self {
        let mut left = RuleSet::with_capacity(overlaps.rules.len());
        among.into_iter().for_each(|group| left.union_with(group));
        for profile in profiles(&own.drawn, |outcomes| outcomes.fires).take(MAX_PROFILES) {
            left.difference_with(&overlaps.silent_on[profile]);
        }
        Rivals { overlaps, own, left, fires: OnceCell::new(), refused: 0 }
    }

    /// Those that come before the rule at `index`.
    pub fn before(mut self, index: usize) -> Self {
        self.left.set_range(index.., false);
        self
    }

    /// Those that fire only where this one does, too.
    pub fn firing_only_here(mut self) -> Self {
        for profile in profiles(&self.own.drawn, |outcomes| outcomes.silent).take(MAX_PROFILES) {
            self.left.difference_with(&self.overlaps.fires_on[profile]);
        }
        self
    }

    /// The next rule that may fire wherever this one does.
    pub fn next(&mut self, ground: &Ground<'_>) -> Option<usize> {
        while let Some(at) = self.left.minimum() {
            self.left.remove(at);
            let other = &self.overlaps.rules[at];
            if !self.own.meets(other) || !self.own.may_imply(other) {
                continue;
            }
            let found = self.fires.get_or_init(|| self.own.fires(ground)).as_ref()?;
            if other.rule.when.evaluate(&ground.facts(&found.answers, &found.assignment))
                != Some(false)
            {
                return Some(at);
            }
            self.refused += 1;
            if self.refused == MAX_CANDIDATES {
                let goals = self.overlaps.catalog.typology.goals.question;
                for slot in self.own.questions.iter().filter(|slot| **slot != goals) {
                    if let Some(answer) = found.answers.get(*slot) {
                        self.left.difference_with(&self.overlaps.silent_with(*slot, answer));
                    }
                }
            }
        }
        None
    }
}

impl Overlaps<'_> {
    /// The rules that this one answer keeps from firing; found out once for all rules that are
    /// looked for.
    fn silent_with(&self, slot: Slot, answer: &Answer) -> Arc<RuleSet> {
        let key = (slot, format!("{answer:?}"));
        if let Some(known) = self.silent_with.read().ok().and_then(|known| known.get(&key).cloned())
        {
            return known;
        }
        let ground = Ground::new(self.catalog, self.goals);
        let mut answers = Answers::none(&self.catalog.survey);
        answers.set(slot, Some(answer.clone()));
        let assignment = TypeAssignment::unknown();
        let facts = ground.facts(&answers, &assignment);
        let mut silent = RuleSet::with_capacity(self.rules.len());
        for at in self.by_question.get(&slot).into_iter().flat_map(RuleSet::ones) {
            // What cannot be asked of scripts any more may fire.
            if ground.scripts.remembered() < MAX_CALLS
                && self.rules[at].rule.when.evaluate(&facts) == Some(false)
            {
                silent.insert(at);
            }
        }
        let silent = Arc::new(silent);
        if let Ok(mut known) = self.silent_with.write() {
            known.insert(key, Arc::clone(&silent));
        }
        silent
    }
}
