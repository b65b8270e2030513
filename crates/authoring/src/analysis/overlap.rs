//! Rules that say the same twice: two conditions that are true on the same profiles, for steps that
//! change the same.
//!
//! Searching the profiles of every pair of rules would be quadratic in the number of rules. So all
//! conditions are first evaluated on the same few profiles, drawn at random: two rules that differ
//! on one of them need no search. The remaining pairs are candidates.

mod rivals;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock, RwLock};

use fixedbitset::FixedBitSet as RuleSet;

use self::rivals::Rivals;
use super::Findings;
use super::ground::{Goals, Ground};
use super::observed::Observed;
use super::rule::sought;
use super::space::{Found, SearchOutcome, Space, Turn};
use dteam_engine::catalog::{Catalog, parallel_map};
use dteam_engine::pack::Rule;
use dteam_engine::survey::Slot;
use dteam_text::diagnostic::Problem;

/// The maximum number of candidates of each kind that are searched for one rule.
const MAX_CANDIDATES: usize = 50;

/// The number of profiles drawn at a time: one for each bit of a word.
const WORD: usize = u64::BITS as usize;

/// The minimum number of words of outcomes for each rule: the more rules there are, the finer they
/// must be told apart.
const MIN_WORDS: usize = 4;
const MAX_WORDS: usize = 32;

/// All rules, so that each can be set beside those that may say the same.
pub(super) struct Overlaps<'c> {
    catalog: &'c Catalog,
    goals: &'c Goals,
    rules: Vec<Compared<'c>>,
    /// The rules whose conditions read just these questions.
    by_questions: HashMap<Vec<Slot>, RuleSet>,
    /// The rules of an effect, by the first question that their conditions read.
    by_effect: HashMap<(Effect, Option<Slot>), RuleSet>,
    /// The rules that read a question.
    by_question: HashMap<Slot, RuleSet>,
    /// The rules that fire, and those that are silent, on each profile drawn.
    fires_on: Vec<RuleSet>,
    silent_on: Vec<RuleSet>,
    silent_with: RwLock<SilentRules>,
    /// How many pairs were searched so far.
    searched: AtomicUsize,
}

/// The rules that an answer to a question makes silent, by the question and the answer.
type SilentRules = HashMap<(Slot, String), Arc<RuleSet>>;

/// What a step changes, sorted.
type Effect = Vec<(Slot, String)>;

/// A rule with what is needed to set it beside others.
struct Compared<'c> {
    rule: &'c Rule,
    observed: Observed,
    /// What its condition reads, sorted.
    questions: Vec<Slot>,
    effect: Effect,
    /// How its condition comes out on the profiles drawn: where it is true, and where it is false.
    drawn: Vec<Outcomes>,
    same: OnceLock<Same>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Outcomes {
    fires: u64,
    silent: u64,
}

/// The first rule before another that is the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Same {
    As(usize),
    None,
    /// There were too many candidates.
    Unknown,
}

impl<'c> Overlaps<'c> {
    pub fn of(catalog: &'c Catalog, goals: &'c Goals) -> Self {
        let mut rules: Vec<Compared<'c>> = catalog.rules.iter().map(Compared::of).collect();
        draw(catalog, goals, &mut rules);
        let none = RuleSet::with_capacity(rules.len());
        let mut fires_on =
            vec![none.clone(); rules.first().map_or(0, |compared| compared.drawn.len()) * WORD];
        let mut silent_on = fires_on.clone();
        let mut by_question: HashMap<Slot, RuleSet> = HashMap::new();
        let (mut by_questions, mut by_effect) =
            (HashMap::<_, RuleSet>::new(), HashMap::<_, RuleSet>::new());
        for (index, compared) in
            rules.iter().enumerate().filter(|(_, compared)| !compared.rule.is_off())
        {
            let new = || none.clone();
            let first = compared.questions.first().copied();
            by_effect.entry((compared.effect.clone(), first)).or_insert_with(new).insert(index);
            by_questions.entry(compared.questions.clone()).or_insert_with(new).insert(index);
            for slot in &compared.questions {
                by_question.entry(*slot).or_insert_with(new).insert(index);
            }
            for profile in profiles(&compared.drawn, |outcomes| outcomes.fires) {
                fires_on[profile].insert(index);
            }
            for profile in profiles(&compared.drawn, |outcomes| outcomes.silent) {
                silent_on[profile].insert(index);
            }
        }
        let (silent_with, searched) = (RwLock::default(), AtomicUsize::new(0));
        Overlaps {
            catalog,
            goals,
            rules,
            by_questions,
            by_effect,
            by_question,
            fires_on,
            silent_on,
            silent_with,
            searched,
        }
    }

    /// Sets the rule at `index` beside all others. Of two that are the same the later one is told,
    /// and each rule only once.
    pub fn check(&self, index: usize, findings: &mut Findings<'_>) {
        let own = &self.rules[index];
        if own.rule.is_off() {
            return;
        }
        let (problem, unknown) = match self.same(index) {
            Same::As(other) => {
                (Some(Problem::SameStep { other: self.rules[other].rule.id.to_string() }), false)
            }
            same => {
                let (containing, unknown) = self.containing(index);
                let problem = containing.map(|other| Problem::ContainedIn {
                    other: self.rules[other].rule.id.to_string(),
                });
                (problem, unknown || same == Same::Unknown)
            }
        };
        match problem {
            Some(problem) => findings.warn(own.rule.spans.when.clone(), problem),
            None if unknown => findings.not_proven(&own.rule.spans.when),
            None => {}
        }
    }

    fn same(&self, index: usize) -> Same {
        let own = &self.rules[index];
        *own.same.get_or_init(|| {
            // What others have asked of scripts must not show.
            let ground = Ground::new(self.catalog, self.goals);
            let alike = self.by_questions.get(&own.questions);
            let mut rivals = Rivals::of(self, own, alike).before(index).firing_only_here();
            let candidates = std::iter::from_fn(|| rivals.next(&ground));
            for (count, at) in candidates.filter(|at| self.rules[*at].may_imply(own)).enumerate() {
                let other = &self.rules[at];
                if count == MAX_CANDIDATES {
                    return Same::Unknown;
                }
                if self.implies(own, other, &ground) && self.implies(other, own, &ground) {
                    return Same::As(at);
                }
            }
            Same::None
        })
    }

    /// The first rule for the same step that also fires wherever the one at `index` does; and
    /// whether there were too many candidates.
    fn containing(&self, index: usize) -> (Option<usize>, bool) {
        let own = &self.rules[index];
        let ground = Ground::new(self.catalog, self.goals);
        // What reads a question that the other does not is undecided where only that one is open.
        let firsts = own.questions.iter().copied().map(Some).chain([None]);
        let groups = firsts.filter_map(|first| self.by_effect.get(&(own.effect.clone(), first)));
        let mut rivals = Rivals::of(self, own, groups);
        let candidates = std::iter::from_fn(|| rivals.next(&ground)).filter(|at| {
            let other = &self.rules[*at];
            *at != index
                && other.questions.iter().all(|slot| own.questions.contains(slot))
                // One that is the same is told where it stands.
                && !(other.may_imply(own) && self.same(*at) == Same::As(index))
        });
        for (count, at) in candidates.enumerate() {
            let other = &self.rules[at];
            if count == MAX_CANDIDATES {
                return (None, true);
            }
            // Of one that always fires, that is said already.
            if self.is_within(own, other, &ground) {
                return (Some(at), false);
            }
        }
        (None, false)
    }

    /// The other fires wherever this one does, and not the other way round. Of one that always
    /// fires, that is said already.
    fn is_within(&self, own: &Compared<'_>, other: &Compared<'_>, ground: &Ground<'_>) -> bool {
        self.implies(own, other, ground)
            && !self.implies(other, own, ground)
            && other.can_be_silent(ground)
    }

    /// On no profile does the one fire and the other not.
    fn implies(&self, one: &Compared<'_>, other: &Compared<'_>, ground: &Ground<'_>) -> bool {
        self.searched.fetch_add(1, Ordering::Relaxed);
        let (first, second) = (&one.rule.when, &other.rule.when);
        let mut observed = one.observed.clone();
        observed.condition(second);
        let space = Space::of(ground, &observed, &[]);
        let all = space.dimensions.len();
        let only_first =
            space.find(&mut |facts, depth| match (first.evaluate(facts), second.evaluate(facts)) {
                (Some(false), _) | (_, Some(true)) => Turn::Back,
                (Some(true), Some(false)) => Turn::Found,
                // It has no number to compare.
                (Some(true), None) if depth == all && second.is_answered(facts) => Turn::Found,
                _ => Turn::Deeper,
            });
        matches!(only_first, SearchOutcome::Nowhere)
    }
}

/// The profiles drawn whose bits are set.
fn profiles(drawn: &[Outcomes], bits: impl Fn(&Outcomes) -> u64) -> impl Iterator<Item = usize> {
    drawn.iter().enumerate().flat_map(move |(index, outcomes)| {
        let bits = bits(outcomes);
        (0..WORD).filter(move |bit| bits >> bit & 1 == 1).map(move |bit| index * WORD + bit)
    })
}

/// Lets all conditions come out on the same profiles.
fn draw<'c>(catalog: &'c Catalog, goals: &'c Goals, rules: &mut [Compared<'c>]) {
    let mut all = Observed::default();
    rules.iter().for_each(|compared| all.condition(&compared.rule.when));
    let words: Vec<u64> = (0..(rules.len() / WORD).clamp(MIN_WORDS, MAX_WORDS) as u64).collect();
    let whens: Vec<_> = rules.iter().map(|compared| &compared.rule.when).collect();
    let drawn = parallel_map(&words, |word| {
        let ground = Ground::new(catalog, goals);
        let mut outcomes = vec![Outcomes::default(); whens.len()];
        Space::of(&ground, &all, &[]).draw(*word, WORD, &mut |facts, number| {
            for (when, outcomes) in whens.iter().zip(&mut outcomes) {
                match when.evaluate(facts) {
                    Some(true) => outcomes.fires |= 1 << number,
                    Some(false) => outcomes.silent |= 1 << number,
                    None => {}
                }
            }
        });
        outcomes
    });
    for (index, compared) in rules.iter_mut().enumerate() {
        compared.drawn = drawn.iter().map(|outcomes| outcomes[index]).collect();
    }
}

impl<'c> Compared<'c> {
    fn of(rule: &'c Rule) -> Self {
        let mut observed = Observed::default();
        observed.condition(&rule.when);
        let mut effect: Effect =
            rule.effects().map(|(slot, written)| (slot, written.to_string())).collect();
        effect.sort();
        let mut questions: Vec<Slot> = observed.questions.keys().copied().collect();
        questions.sort_unstable();
        Compared { rule, observed, questions, effect, drawn: Vec::new(), same: OnceLock::new() }
    }

    /// There is a day on which both are in force.
    fn meets(&self, other: &Compared<'_>) -> bool {
        self.rule.valid.meets(other.rule.valid)
    }

    /// On no profile drawn does this one fire and the other not.
    fn may_imply(&self, other: &Compared<'_>) -> bool {
        self.drawn.iter().zip(&other.drawn).all(|(own, other)| own.fires & other.silent == 0)
    }

    /// A profile on which it fires.
    fn fires(&self, ground: &Ground<'_>) -> Option<Found> {
        let space = Space::of(ground, &self.observed, &[]);
        match space.find(&mut |facts, _| sought(self.rule.when.evaluate(facts), true)) {
            SearchOutcome::Found(found) => Some(found),
            SearchOutcome::Nowhere | SearchOutcome::NotDrawn | SearchOutcome::Failed(_) => None,
        }
    }

    fn can_be_silent(&self, ground: &Ground<'_>) -> bool {
        let space = Space::of(ground, &self.observed, &[]);
        let silent = space.find(&mut |facts, _| sought(self.rule.when.evaluate(facts), false));
        !matches!(silent, SearchOutcome::Nowhere)
    }
}
