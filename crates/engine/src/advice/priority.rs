//! How much a step matters, in which order steps come, and when.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::covered::Covered;
use super::decide::{self, Decision, Decisions};
use super::{Factors, Horizon, Options, Outcome, horizon};
use crate::expression::evaluate::Facts;
use crate::pack::{Impact, Rule};
use crate::planning::Planning;
use crate::schedule::{Placed, Task};
use dteam_text::decimal::{nearest, rounded};

/// The factors of a rule's priority on the given facts, the need among them.
pub(super) fn factors(rule: &Rule, need: f64, facts: &Facts<'_>) -> Factors {
    let impact = match &rule.impact {
        Impact::ByType { types, default } => match facts.assignment.kind {
            Some(kind) => types[usize::from(kind)],
            None => *default,
        },
        Impact::Expression(number) => number.evaluate(facts).unwrap_or(1.0).clamp(1.0, 5.0),
    };
    Factors { impact, need, fit: fit(rule, facts), effort: effort(rule, facts) }
}

/// The membership in each type; equal parts where no type is known.
pub(super) fn memberships(facts: &Facts<'_>) -> Vec<f64> {
    let types = facts.typology.count();
    facts.assignment.memberships.clone().unwrap_or_else(|| vec![1.0 / types as f64; types])
}

fn effort(rule: &Rule, facts: &Facts<'_>) -> u8 {
    // Most variants change words only.
    let own = match rule.variants.iter().any(|variant| variant.effort.is_some()) {
        true => rule.variant(facts).and_then(|index| rule.variants[index].effort),
        false => None,
    };
    own.unwrap_or(rule.effort)
}

fn fit(rule: &Rule, facts: &Facts<'_>) -> f64 {
    let weighted = match &facts.assignment.memberships {
        Some(memberships) => memberships
            .iter()
            .zip(&rule.fit)
            .map(|(membership, weight)| membership * weight)
            .sum::<f64>(),
        None => {
            let part = 1.0 / facts.typology.count() as f64;
            rule.fit.iter().map(|weight| part * weight).sum()
        }
    };
    weighted.clamp(0.0, 1.0)
}

/// The factors and the priority of a rule's step, as the advice shows them.
pub fn weighed(rule: &Rule, facts: &Facts<'_>) -> (Factors, f64) {
    let factors = factors(rule, rule.need(facts), facts);
    let priority = priority(&factors);
    (shown(&factors), rounded(priority, 1))
}

/// The rules that fire and whose steps stand alone, each with its priority as shown, in the order of
/// the steps.
pub fn order_of(
    rules: &[Rule],
    planning: &Planning,
    facts: &Facts<'_>,
    options: &Options,
) -> Vec<(usize, f64)> {
    let decision = |(index, rule): (usize, &Rule)| {
        facts.rule.set(Some(index));
        let outcome = decide::outcome(rule, facts, options);
        Decision { outcome, need: (outcome == Outcome::Fires).then(|| rule.need(facts)) }
    };
    let all: Vec<Decision> = rules.iter().enumerate().map(decision).collect();
    let decisions = Decisions::sorted(rules, planning, &all, facts);
    let ranked = ranked(rules, planning, &decisions, facts);
    ranked.iter().map(|ranked| (ranked.rule, ranked.shown_priority())).collect()
}

/// `100 · impact/5 · need · fit · (1 − 0.1·(effort − 1))`, 0..100.
pub(super) fn priority(factors: &Factors) -> f64 {
    let ease = 1.0 - 0.1 * (f64::from(factors.effort) - 1.0);
    let priority = 100.0 * factors.impact / 5.0 * factors.need * factors.fit * ease;
    // The last bits of the calculation must not decide between equals.
    nearest(priority * 1e9) as f64 / 1e9
}

/// A fired rule at its rank.
pub(super) struct Ranked {
    /// The rule's index in the catalog.
    pub rule: usize,
    pub factors: Factors,
    pub priority: f64,
    /// The priority, or that of the most important of its parts.
    pub urgency: f64,
    pub horizon: Horizon,
    /// The rule whose step settles this one, by its index in the catalog.
    pub settled_by: Option<usize>,
}

impl Ranked {
    /// The factors as they are shown.
    pub fn shown_factors(&self) -> Factors {
        shown(&self.factors)
    }

    /// The priority as it is shown.
    pub fn shown_priority(&self) -> f64 {
        rounded(self.priority, 1)
    }
}

/// The factors as they are shown.
pub(super) fn shown(factors: &Factors) -> Factors {
    Factors { need: rounded(factors.need, 4), fit: rounded(factors.fit, 4), ..*factors }
}

/// The steps of the fired rules, and what a schedule needs to know of them; all in the order of the
/// rules, but for `order`.
pub(super) struct Work {
    pub waits: Waits,
    pub steps: Vec<Ranked>,
    pub tasks: Vec<Task>,
    /// By urgency, but nothing before what it comes after.
    pub order: Vec<usize>,
}

/// The steps of the fired rules, prioritised, not yet scheduled.
pub(super) fn work(rules: &[Rule], decisions: &Decisions, facts: &Facts<'_>) -> Work {
    let waits = Waits::of(rules, decisions);
    let mut steps: Vec<Ranked> = Vec::with_capacity(waits.steps.len());
    // A package is as urgent as the most urgent of its parts.
    let mut parts: Vec<(usize, f64)> = Vec::new();
    for (index, need) in decisions.fired.iter().zip(&decisions.needs) {
        facts.rule.set(Some(*index));
        let factors = factors(&rules[*index], *need, facts);
        let priority = priority(&factors);
        if decisions.covered.contains(*index) {
            parts.push((decisions.covered.step_of(*index), priority));
            continue;
        }
        if decisions.delegated.contains(index) {
            continue;
        }
        steps.push(Ranked {
            rule: *index,
            factors,
            priority,
            urgency: priority,
            horizon: Horizon::Later,
            settled_by: None,
        });
    }
    for (covering, priority) in parts {
        if let Ok(step) = waits.steps.binary_search(&covering) {
            steps[step].urgency = steps[step].urgency.max(priority);
        }
    }
    let tasks = horizon::tasks(rules, &waits, &decisions.covered, &steps, facts);
    let urgent = steps.iter().map(|step| step.urgency).collect();
    let order = order(&waits, &urgencies(&waits, urgent));
    Work { waits, steps, tasks, order }
}

/// The steps of the fired rules, prioritised, scheduled and in order: by horizon, and within each by
/// urgency.
pub(super) fn ranked(
    rules: &[Rule],
    planning: &Planning,
    decisions: &Decisions,
    facts: &Facts<'_>,
) -> Vec<Ranked> {
    let Work { waits, steps, tasks, order } = work(rules, decisions, facts);
    let placed = horizon::schedule(&tasks, planning.capacity(facts), &order);
    let mut steps: Vec<Option<Ranked>> = steps.into_iter().map(Some).collect();
    let mut ranked: Vec<Ranked> = order
        .into_iter()
        .filter_map(|index| {
            let mut step = steps[index].take()?;
            (step.horizon, step.settled_by) = match placed[index] {
                Placed::Done { start, .. } => (horizon::horizon(start), None),
                Placed::Settled { by, .. } => (Horizon::Later, Some(waits.steps[by])),
                Placed::Left => (Horizon::Later, None),
            };
            Some(step)
        })
        .collect();
    ranked.sort_by_key(|step| step.horizon);
    in_time(&mut ranked, rules, &decisions.covered);
    ranked
}

/// Moves a step in front of those that come after what it settles.
fn in_time(ranked: &mut [Ranked], rules: &[Rule], covered: &Covered) {
    let mut rank = 0;
    while rank < ranked.len() {
        let awaited = awaited(ranked, rules, ranked[rank].rule, covered);
        match ranked[rank + 1..].iter().position(|step| awaited.contains(&step.rule)) {
            Some(behind) => ranked[rank..=rank + 1 + behind].rotate_right(1),
            None => rank += 1,
        }
    }
}

/// The rules whose steps are to be done before this one's: where what it comes after is settled, the
/// one that settles it.
pub(super) fn awaited(
    ranked: &[Ranked],
    rules: &[Rule],
    rule: usize,
    covered: &Covered,
) -> Vec<usize> {
    let mut awaited = Vec::new();
    for earlier in earlier(rules, rule, covered) {
        let step = ranked.iter().find(|step| step.rule == earlier);
        let awaits = step.map(|step| step.settled_by.unwrap_or(step.rule));
        if let Some(awaits) = awaits.filter(|awaits| *awaits != rule && !awaited.contains(awaits)) {
            awaited.push(awaits);
        }
    }
    awaited
}

/// Which of the steps come after which others of them, by their indices among the steps.
pub(super) struct Waits {
    /// The rules of the steps, in the catalog's order: those that fire and are not covered.
    pub steps: Vec<usize>,
    /// A step and one it comes after; by step.
    pairs: Vec<(usize, usize)>,
    /// A step and one that comes after it; by step.
    turned: Vec<(usize, usize)>,
}

impl Waits {
    pub fn of(rules: &[Rule], decisions: &Decisions) -> Self {
        let Decisions { fired, covered, delegated, .. } = decisions;
        let is_step = |rule: &usize| !covered.contains(*rule) && !delegated.contains(rule);
        let steps: Vec<usize> = fired.iter().copied().filter(is_step).collect();
        let mut pairs = Vec::new();
        for (step, rule) in steps.iter().enumerate() {
            let earlier = earlier(rules, *rule, covered);
            pairs.extend(earlier.filter_map(|earlier| {
                let earlier = steps.binary_search(&earlier).ok()?;
                (earlier != step).then_some((step, earlier))
            }));
        }
        // A rule may name another twice.
        pairs.sort_unstable();
        pairs.dedup();
        let mut turned: Vec<_> = pairs.iter().map(|(step, earlier)| (*earlier, *step)).collect();
        turned.sort_unstable();
        Waits { steps, pairs, turned }
    }

    /// The steps that this one comes after.
    pub fn before(&self, step: usize) -> impl Iterator<Item = usize> {
        of_step(&self.pairs, step)
    }

    /// The steps that come after this one.
    pub fn behind(&self, step: usize) -> impl Iterator<Item = usize> {
        of_step(&self.turned, step)
    }
}

/// The rules whose steps come before this one's: those that it names, and those that what it covers
/// names. The step of a rule that is covered is that of the rule that covers it.
pub(super) fn earlier<'r>(
    rules: &'r [Rule],
    rule: usize,
    covered: &'r Covered,
) -> impl Iterator<Item = usize> + 'r {
    let all = std::iter::once(rule).chain(covered.parts(rule));
    let named = all.flat_map(|rule| rules[rule].after.iter());
    named.map(|earlier| covered.step_of(*earlier)).filter(move |earlier| *earlier != rule)
}

fn of_step(pairs: &[(usize, usize)], step: usize) -> impl Iterator<Item = usize> {
    let from = pairs.partition_point(|(first, _)| *first < step);
    pairs[from..].iter().take_while(move |(first, _)| *first == step).map(|(_, second)| *second)
}

/// The order of the steps: by urgency, but nothing before what it comes after; ties keep the
/// catalog's order.
fn order(waits: &Waits, urgencies: &[f64]) -> Vec<usize> {
    let count = urgencies.len();
    let mut by_urgency: Vec<usize> = (0..count).collect();
    by_urgency.sort_by(|one, other| urgencies[*other].total_cmp(&urgencies[*one]));
    if waits.pairs.is_empty() {
        return by_urgency;
    }
    let mut rank = vec![0; count];
    by_urgency.iter().enumerate().for_each(|(index, step)| rank[*step] = index);
    let mut open = vec![0; count];
    waits.pairs.iter().for_each(|(step, _)| open[*step] += 1);
    let mut ready: BinaryHeap<Reverse<usize>> =
        (0..count).filter(|step| open[*step] == 0).map(|step| Reverse(rank[step])).collect();
    let mut ordered = Vec::with_capacity(count);
    while let Some(Reverse(next)) = ready.pop() {
        let next = by_urgency[next];
        ordered.push(next);
        for behind in waits.behind(next) {
            open[behind] -= 1;
            if open[behind] == 0 {
                ready.push(Reverse(rank[behind]));
            }
        }
    }
    // Cycles are refused when the catalog loads; were there one all the same, no step may be lost.
    ordered.extend((0..count).filter(|step| open[*step] > 0));
    ordered
}

/// Each step's own priority, or that of the most important step that waits for it: what an
/// important step waits for is as urgent as that step.
fn urgencies(waits: &Waits, mut urgencies: Vec<f64>) -> Vec<f64> {
    let mut waiting: Vec<usize> = waits.pairs.iter().map(|(step, _)| *step).collect();
    waiting.dedup();
    // The most urgent first: so nothing rises more than once.
    waiting.sort_by(|one, other| urgencies[*other].total_cmp(&urgencies[*one]));
    let mut rising = Vec::new();
    for step in waiting {
        rising.push(step);
        while let Some(step) = rising.pop() {
            for earlier in waits.before(step) {
                if urgencies[earlier] < urgencies[step] {
                    urgencies[earlier] = urgencies[step];
                    rising.push(earlier);
                }
            }
        }
    }
    urgencies
}
