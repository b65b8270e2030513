//! Rules that say the same twice: two conditions that are true on the same profiles, for steps that change the same.
//!
//! Searching the profiles of every pair of rules would be quadratic in the number of rules. So all conditions are first evaluated on the
//! same few profiles, drawn at random: two rules that differ on one of them need no search. The remaining pairs are candidates.

use std::cell::LazyCell;
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock, RwLock};

use super::Findings;
use super::ground::{Goals, Ground};
use super::observed::Observed;
use super::rule::sought;
use super::space::{Found, Result, Space, Turn};
use crate::catalog::{Catalog, each};
use crate::classification::Standing;
use crate::diagnostic::Problem;
use crate::pack::Rule;
use crate::profile::{Answer, Answers};
use crate::survey::Slot;

/// The maximum number of candidates of each kind that are searched for one rule.
const MAX_CANDIDATES: usize = 50;

/// The number of profiles drawn at a time: one for each bit of a word.
const WORD: usize = u64::BITS as usize;

/// The minimum number of words of outcomes for each rule: the more rules there are, the finer they must be told apart.
const MIN_WORDS: usize = 4;
const MAX_WORDS: usize = 32;

/// More calls of scripts than these are not waited for.
const MAX_CALLS: usize = 2_000;

/// All rules, so that each can be set beside those that may say the same.
pub(super) struct Overlaps<'c> {
    catalog: &'c Catalog,
    goals: &'c Goals,
    rules: Vec<Compared<'c>>,
    /// The rules whose conditions read just these questions.
    by_questions: HashMap<Vec<Slot>, Vec<usize>>,
    /// The rules of an effect, by the first question that their conditions read.
    by_effect: HashMap<(Effect, Option<Slot>), Vec<usize>>,
    /// The rules that read a question.
    by_question: HashMap<Slot, Vec<usize>>,
    silent: RwLock<SilentRules>,
    /// How many pairs were searched so far.
    searched: AtomicUsize,
}

/// The rules that an answer to a question makes silent, as bits, by the question and the answer.
type SilentRules = HashMap<(Slot, String), Arc<[u64]>>;

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
        let mut by_question: HashMap<Slot, Vec<usize>> = HashMap::new();
        let (mut by_questions, mut by_effect) = (HashMap::<_, Vec<usize>>::new(), HashMap::<_, Vec<usize>>::new());
        for (place, compared) in rules.iter().enumerate().filter(|(_, compared)| !compared.rule.is_off()) {
            by_questions.entry(compared.questions.clone()).or_default().push(place);
            compared.questions.iter().for_each(|slot| by_question.entry(*slot).or_default().push(place));
            let first = compared.questions.first().copied();
            by_effect.entry((compared.effect.clone(), first)).or_default().push(place);
        }
        let (silent, searched) = (RwLock::default(), AtomicUsize::new(0));
        Overlaps { catalog, goals, rules, by_questions, by_effect, by_question, silent, searched }
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
            let others = self.by_questions.get(&own.questions).into_iter().flatten().copied();
            let mut firing = LazyCell::new(|| Firing::of(self, own, &ground));
            let candidates = others.take_while(|at| *at < place).filter(|at| {
                let other = &self.rules[*at];
                own.meets(other) && own.may_imply(other) && other.may_imply(own) && firing.may_fire(*at)
            });
            for (count, at) in candidates.enumerate() {
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

    /// The first rule for the same step that also fires wherever the one at `place` does; and whether there were too many candidates.
    fn containing(&self, place: usize) -> (Option<usize>, bool) {
        let own = &self.rules[place];
        let ground = Ground::new(self.catalog, self.goals);
        // What reads a question that the other does not is undecided where only that one is open.
        let firsts = own.questions.iter().copied().map(Some).chain([None]);
        let groups = firsts.filter_map(|first| self.by_effect.get(&(own.effect.clone(), first)));
        let mut others: Vec<usize> = groups.flatten().copied().collect();
        others.sort_unstable();
        let mut firing = LazyCell::new(|| Firing::of(self, own, &ground));
        let candidates = others.into_iter().filter(|at| {
            let other = &self.rules[*at];
            *at != place
                && own.meets(other)
                && own.may_imply(other)
                && other.questions.iter().all(|slot| own.questions.contains(slot))
                && firing.may_fire(*at)
                // One that is the same is told where it stands.
                && !(other.may_imply(own) && self.same(*at) == Same::As(place))
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
}

/// The smallest profile on which a rule fires: what is silent there is not implied by the rule.
struct Firing<'o, 'c> {
    overlaps: &'o Overlaps<'c>,
    own: &'o Compared<'c>,
    ground: &'o Ground<'c>,
    found: Option<Found>,
    /// How many were silent so far, and then those that each single answer keeps silent.
    refused: usize,
    silent: Vec<Arc<[u64]>>,
}

impl<'o, 'c> Firing<'o, 'c> {
    fn of(overlaps: &'o Overlaps<'c>, own: &'o Compared<'c>, ground: &'o Ground<'c>) -> Self {
        Firing { overlaps, own, ground, found: own.fires(ground), refused: 0, silent: Vec::new() }
    }

    /// Whether the rule at that place is not silent on the profile.
    fn may_fire(&mut self, at: usize) -> bool {
        let Some(found) = &self.found else { return false };
        if self.silent.iter().any(|silent| silent[at / WORD] >> (at % WORD) & 1 == 1) {
            return false;
        }
        let facts = self.ground.facts(&found.answers, &found.standing);
        let may_fire = self.overlaps.rules[at].rule.when.evaluate(&facts) != Some(false);
        if !may_fire {
            self.refused += 1;
            if self.refused == MAX_CANDIDATES {
                let goals = self.overlaps.catalog.typology.goals.question;
                let slots = self.own.questions.iter().filter(|slot| **slot != goals);
                let answers = slots.filter_map(|slot| Some((*slot, found.answers.get(*slot)?)));
                self.silent = answers.map(|(slot, answer)| self.overlaps.silent_with(slot, answer)).collect();
            }
        }
        may_fire
    }
}

impl Overlaps<'_> {
    /// The rules that this one answer keeps from firing, as bits; found out once for all rules that are looked for.
    fn silent_with(&self, slot: Slot, answer: &Answer) -> Arc<[u64]> {
        let key = (slot, format!("{answer:?}"));
        if let Some(known) = self.silent.read().ok().and_then(|known| known.get(&key).cloned()) {
            return known;
        }
        let ground = Ground::new(self.catalog, self.goals);
        let mut answers = Answers::none(&self.catalog.survey);
        answers.set(slot, Some(answer.clone()));
        let standing = Standing::unknown();
        let facts = ground.facts(&answers, &standing);
        let mut silent = vec![0; self.rules.len().div_ceil(WORD)];
        for at in self.by_question.get(&slot).into_iter().flatten() {
            // What cannot be asked of scripts any more may fire.
            if ground.scripts.remembered() < MAX_CALLS && self.rules[*at].rule.when.evaluate(&facts) == Some(false) {
                silent[*at / WORD] |= 1 << (*at % WORD);
            }
        }
        let silent: Arc<[u64]> = silent.into();
        if let Ok(mut known) = self.silent.write() {
            known.insert(key, Arc::clone(&silent));
        }
        silent
    }

    /// The other fires wherever this one does, and not the other way round. Of one that always fires, that is said already.
    fn is_within(&self, own: &Compared<'_>, other: &Compared<'_>, ground: &Ground<'_>) -> bool {
        self.implies(own, other, ground) && !self.implies(other, own, ground) && other.can_be_silent(ground)
    }

    /// On no profile does the one fire and the other not.
    fn implies(&self, one: &Compared<'_>, other: &Compared<'_>, ground: &Ground<'_>) -> bool {
        self.searched.fetch_add(1, Ordering::Relaxed);
        let (first, second) = (&one.rule.when, &other.rule.when);
        let mut observed = one.observed.clone();
        observed.condition(second);
        let space = Space::of(ground, &observed, &[]);
        let all = space.dimensions.len();
        let only_first = space.find(&mut |facts, depth| match (first.evaluate(facts), second.evaluate(facts)) {
            (Some(false), _) | (_, Some(true)) => Turn::Back,
            (Some(true), Some(false)) => Turn::Found,
            // It has no number to compare.
            (Some(true), None) if depth == all && second.is_answered(facts) => Turn::Found,
            _ => Turn::Deeper,
        });
        matches!(only_first, Result::Nowhere)
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

    fn can_be_silent(&self, ground: &Ground<'_>) -> bool {
        let space = Space::of(ground, &self.observed, &[]);
        let silent = space.find(&mut |facts, _| sought(self.rule.when.evaluate(facts), false));
        !matches!(silent, Result::Nowhere)
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;

    /// A catalog with a pack more, in which each of the conditions is a rule's; every third has another effect.
    fn catalog(conditions: &[String]) -> Catalog {
        let mut text =
            "format: 1\nid: many\nversion: 1.0.0\ntitle: {de: P, en: P}\nabout: {de: P, en: P}\nrules:\n".to_owned();
        for (number, when) in conditions.iter().enumerate() {
            let effect = if number % 3 == 2 { "data.inventory: 3" } else { "data.inventory: 2" };
            let _ = writeln!(
                text,
                "  - {{id: r{number}, title: {{de: A, en: A}}, when: '{when}', impact: 3, effort: 2, why: {{de: A, en: A}}, \
                 actions: {{de: [A, B], en: [A, B]}}, effect: {{{effect}}}, source: {{section: '5.3'}}}}"
            );
        }
        let folder = tempfile::tempdir().expect("a temporary folder");
        let pack = folder.path().join("many");
        std::fs::create_dir(&pack).expect("the folder can be made");
        std::fs::write(pack.join("pack.yaml"), text).expect("the file can be written");
        Catalog::load(&[folder.path()]).expect("the pack has no mistakes")
    }

    /// What is found of each rule, as place of the other and whether it is the same.
    fn found(overlaps: &Overlaps<'_>) -> Vec<Option<(usize, bool)>> {
        let of = |place: usize| match overlaps.same(place) {
            Same::As(other) => Some((other, true)),
            _ => overlaps.containing(place).0.map(|other| (other, false)),
        };
        (0..overlaps.rules.len()).map(of).collect()
    }

    /// The same, by a search for each pair.
    fn searched(overlaps: &Overlaps<'_>) -> Vec<Option<(usize, bool)>> {
        let ground = Ground::new(overlaps.catalog, overlaps.goals);
        let rules = &overlaps.rules;
        let of = |place: usize| {
            let own = &rules[place];
            own.fires(&ground)?;
            let same = (0..place).find(|at| {
                let other = &rules[*at];
                own.questions == other.questions
                    && overlaps.implies(own, other, &ground)
                    && overlaps.implies(other, own, &ground)
            });
            let within = |at: &usize| {
                let other = &rules[*at];
                *at != place
                    && own.effect == other.effect
                    && other.questions.iter().all(|slot| own.questions.contains(slot))
                    && overlaps.is_within(own, other, &ground)
            };
            let containing = || Some(((0..rules.len()).find(within)?, false));
            same.map(|other| (other, true)).or_else(containing)
        };
        (0..rules.len()).map(of).collect()
    }

    #[test]
    fn what_is_drawn_leaves_out_no_pair_that_a_search_would_find() {
        let tests = [
            "data.inventory <= 1",
            "data.inventory < 2",
            "data.inventory != 3",
            "components.municipal_it_share < 20",
            "!(components.municipal_it_share >= 20)",
            "components.municipal_it_share / 2 < 10",
            "100 / components.municipal_it_share > 5",
            "type == \"optimizer\"",
            "rank(goals, \"efficiency\") == 1",
            "\"dms\" in components.in_use",
            "count(both(components.in_use, components.planned)) == 0",
            "count(missing(components.in_use, [\"dms\", \"eid\"])) == 0",
            "components.municipal_it_share < benchmark(\"components.municipal_it_share\")",
        ];
        let mut conditions: Vec<String> = tests.iter().map(ToString::to_string).collect();
        for (number, one) in tests.iter().enumerate() {
            for other in &tests[number + 1..] {
                conditions.push(format!("{one} && {other}"));
                if number < 2 {
                    conditions.push(format!("{other} && ({one})"));
                    conditions.push(format!("{one} || {other}"));
                }
            }
        }
        let catalog = catalog(&conditions);
        let goals = Goals::default();
        let overlaps = Overlaps::of(&catalog, &goals);
        let found = found(&overlaps);
        assert_eq!(found, searched(&overlaps));
        let same = found.iter().flatten().filter(|(_, same)| *same).count();
        let within = found.iter().flatten().count() - same;
        assert!(same > 20 && within > 20, "{same} {within}");
    }

    #[test]
    fn searches_grow_with_the_rules_and_not_with_their_pairs() {
        let kinds: [fn(usize) -> String; 5] = [
            |_| "data.inventory <= 1 && components.municipal_it_share < 20".to_owned(),
            |number| format!("data.inventory <= 1 && components.municipal_it_share < {}.{}", number / 10, number % 10),
            |number| format!("data.inventory <= 1 && municipality.population > {}", 1000 + number),
            |number| format!("data.inventory <= 1 && municipality.population < {}", 1000 + number),
            |number| {
                format!(
                    "components.municipal_it_share == {} && municipality.population == {}",
                    number % 31,
                    90 + number / 31
                )
            },
        ];
        for (kind, when) in kinds.iter().enumerate() {
            let rules = 400;
            let catalog = catalog(&(1..=rules).map(when).collect::<Vec<_>>());
            let goals = Goals::default();
            let overlaps = Overlaps::of(&catalog, &goals);
            found(&overlaps);
            let searched = overlaps.searched.load(Ordering::Relaxed);
            assert!(searched < 40 * rules, "kind {kind}: {searched} searches");
        }
    }
}
