//! Rules that say the same twice: two conditions that are true on the same profiles, for steps that change the same.
//!
//! To search the profiles of each pair of rules would take time with the square of their number. So all conditions first come out on the
//! same few profiles, drawn at random: of two rules that differ on one of these, no search is needed. What is left are candidates.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::Findings;
use super::ground::{Goals, Ground};
use super::observed::Observed;
use super::rule::sought;
use super::space::{Found, Result, Space, Turn};
use crate::catalog::{Catalog, each};
use crate::diagnostic::Problem;
use crate::expression::evaluate::Facts;
use crate::pack::Rule;
use crate::survey::Slot;

/// At most so many candidates of each kind are searched for one rule.
const MAX_CANDIDATES: usize = 50;

/// So many profiles are drawn at a time: one for each bit of a word.
const WORD: usize = u64::BITS as usize;

/// So many words of outcomes a rule has: the more rules there are, the finer they have to be told apart.
const MIN_WORDS: usize = 4;
const MAX_WORDS: usize = 16;

/// All rules, so that each can be set beside those that may say the same.
pub(super) struct Overlaps<'c> {
    catalog: &'c Catalog,
    goals: &'c Goals,
    rules: Vec<Compared<'c>>,
    /// The rules whose conditions read just these questions.
    by_questions: HashMap<Vec<Slot>, Vec<usize>>,
    /// The rules of an effect, by the first question that their conditions read.
    by_effect: HashMap<(Effect, Option<Slot>), Vec<usize>>,
}

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
        let (mut by_questions, mut by_effect) = (HashMap::<_, Vec<usize>>::new(), HashMap::<_, Vec<usize>>::new());
        for (place, compared) in rules.iter().enumerate().filter(|(_, compared)| !compared.rule.is_off()) {
            by_questions.entry(compared.questions.clone()).or_default().push(place);
            let first = compared.questions.first().copied();
            by_effect.entry((compared.effect.clone(), first)).or_default().push(place);
        }
        Overlaps { catalog, goals, rules, by_questions, by_effect }
    }

    /// Sets the rule at `place` beside all others. Of two that are the same the later one is told, and each rule only once.
    pub fn check(&self, place: usize, findings: &mut Findings<'_>) {
        let own = &self.rules[place];
        if own.rule.is_off() {
            return;
        }
        let (problem, unknown) = match self.same(place) {
            Same::As(other) => (Some(Problem::SameStep { other: self.rules[other].rule.id.to_string() }), false),
            same => {
                let (containing, unknown) = self.containing(place);
                let problem =
                    containing.map(|other| Problem::ContainedIn { other: self.rules[other].rule.id.to_string() });
                (problem, unknown || same == Same::Unknown)
            }
        };
        match problem {
            Some(problem) => findings.warn(own.rule.places.when.clone(), problem),
            None if unknown => findings.not_proven(&own.rule.places.when),
            None => {}
        }
    }

    fn same(&self, place: usize) -> Same {
        let own = &self.rules[place];
        *own.same.get_or_init(|| {
            // What others have asked of scripts must not show.
            let ground = Ground::new(self.catalog, self.goals);
            let Some(fires) = own.fires(&ground) else { return Same::None };
            let others = self.by_questions.get(&own.questions).into_iter().flatten().copied();
            let candidates = others.take_while(|at| *at < place).filter(|at| {
                let other = &self.rules[*at];
                own.meets(other) && own.may_imply(other) && other.may_imply(own) && other.may_fire(&ground, &fires)
            });
            for (count, at) in candidates.enumerate() {
                let other = &self.rules[at];
                if count == MAX_CANDIDATES {
                    return Same::Unknown;
                }
                if own.implies(other, &ground) && other.implies(own, &ground) {
                    return Same::As(at);
                }
            }
            Same::None
        })
    }

    /// The first rule for the same step that also fires wherever the one at `place` does; and whether there were too many candidates.
    fn containing(&self, place: usize) -> (Option<usize>, bool) {
        let own = &self.rules[place];
        let ground = Ground::new(self.catalog, self.goals);
        let Some(fires) = own.fires(&ground) else { return (None, false) };
        // What reads a question that the other does not is undecided where only that one is open.
        let firsts = own.questions.iter().copied().map(Some).chain([None]);
        let groups = firsts.filter_map(|first| self.by_effect.get(&(own.effect.clone(), first)));
        let mut others: Vec<usize> = groups.flatten().copied().collect();
        others.sort_unstable();
        let candidates = others.into_iter().filter(|at| {
            let other = &self.rules[*at];
            *at != place
                && own.meets(other)
                && own.may_imply(other)
                && other.questions.iter().all(|slot| own.questions.contains(slot))
                && other.may_fire(&ground, &fires)
                && !(other.may_imply(own) && self.same(*at) == Same::As(place))
        });
        for (count, at) in candidates.enumerate() {
            let other = &self.rules[at];
            if count == MAX_CANDIDATES {
                return (None, true);
            }
            // Of one that always fires, that is said already.
            if own.implies(other, &ground) && !other.implies(own, &ground) && other.can_be_silent(&ground) {
                return (Some(at), false);
            }
        }
        (None, false)
    }
}

/// Lets all conditions come out on the same profiles.
fn draw<'c>(catalog: &'c Catalog, goals: &'c Goals, rules: &mut [Compared<'c>]) {
    let mut all = Observed::default();
    rules.iter().for_each(|compared| all.condition(&compared.rule.when));
    let words: Vec<u64> = (0..(rules.len() / WORD).clamp(MIN_WORDS, MAX_WORDS) as u64).collect();
    let whens: Vec<_> = rules.iter().map(|compared| &compared.rule.when).collect();
    let drawn = each(&words, |word| {
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
    for (place, compared) in rules.iter_mut().enumerate() {
        compared.drawn = drawn.iter().map(|outcomes| outcomes[place]).collect();
    }
}

impl<'c> Compared<'c> {
    fn of(rule: &'c Rule) -> Self {
        let mut observed = Observed::default();
        observed.condition(&rule.when);
        let mut effect: Effect = rule.effects().map(|(slot, written)| (slot, written.to_string())).collect();
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
            Result::Found(found) => Some(found),
            Result::Nowhere | Result::NotDrawn | Result::Failed(_) => None,
        }
    }

    fn may_fire(&self, ground: &Ground<'_>, found: &Found) -> bool {
        self.rule.when.evaluate(&ground.facts(&found.answers, &found.standing)) != Some(false)
    }

    fn can_be_silent(&self, ground: &Ground<'_>) -> bool {
        let space = Space::of(ground, &self.observed, &[]);
        let silent = space.find(&mut |facts, _| sought(self.rule.when.evaluate(facts), false));
        !matches!(silent, Result::Nowhere)
    }

    /// On no profile does this one fire and the other not.
    fn implies(&self, other: &Compared<'_>, ground: &Ground<'_>) -> bool {
        let mut observed = self.observed.clone();
        observed.condition(&other.rule.when);
        let space = Space::of(ground, &observed, &[]);
        let all = space.dimensions.len();
        let only_this = space.find(&mut |facts, depth| {
            match (self.rule.when.evaluate(facts), other.rule.when.evaluate(facts)) {
                (Some(false), _) | (_, Some(true)) => Turn::Back,
                (Some(true), Some(false)) => Turn::Found,
                // It has no number to compare.
                (Some(true), None) if depth == all && other.is_answered(facts) => Turn::Found,
                _ => Turn::Deeper,
            }
        });
        matches!(only_this, Result::Nowhere)
    }

    fn is_answered(&self, facts: &Facts<'_>) -> bool {
        self.rule.when.is_answered(facts)
    }
}
