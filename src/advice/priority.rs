//! How much a step matters, in which order steps come, and when.

use std::collections::BTreeSet;

use super::{Factors, Horizon};
use crate::expression::evaluate::Facts;
use crate::pack::{Impact, Rule, Variant};

/// A step above this effort is not begun and done within months.
const SHORT_EFFORT: u8 = 3;

/// The factors of a rule's priority on the given facts. A need that rests on an open question counts as whole.
pub(super) fn factors(rule: &Rule, facts: &Facts<'_>) -> Factors {
    let impact = match &rule.impact {
        Impact::ByType { types, default } => match facts.standing.kind {
            Some(kind) => types[usize::from(kind)],
            None => *default,
        },
        Impact::Expression(number) => number.evaluate(facts).unwrap_or(1.0).clamp(1.0, 5.0),
    };
    let need = rule.need.as_ref().and_then(|need| need.evaluate(facts)).unwrap_or(1.0).clamp(0.0, 1.0);
    let effort = variant(rule, facts).and_then(|variant| variant.effort).unwrap_or(rule.effort);
    Factors { impact, need, fit: fit(rule, facts), effort }
}

/// The first variant whose condition is true.
pub(super) fn variant<'r>(rule: &'r Rule, facts: &Facts<'_>) -> Option<&'r Variant> {
    rule.variants.iter().find(|variant| variant.when.evaluate(facts) == Some(true))
}

/// The membership in each type; equal parts where no type is known.
pub(super) fn memberships(facts: &Facts<'_>) -> Vec<f64> {
    let types = facts.typology.count();
    facts.standing.memberships.clone().unwrap_or_else(|| vec![1.0 / types as f64; types])
}

fn fit(rule: &Rule, facts: &Facts<'_>) -> f64 {
    let weighted =
        memberships(facts).iter().zip(&rule.fit).map(|(membership, weight)| membership * weight).sum::<f64>();
    weighted.clamp(0.0, 1.0)
}

/// `100 · impact/5 · need · fit · (1 − 0.1·(effort − 1))`, 0..100.
pub(super) fn priority(factors: &Factors) -> f64 {
    let ease = 1.0 - 0.1 * (f64::from(factors.effort) - 1.0);
    let priority = 100.0 * factors.impact / 5.0 * factors.need * factors.fit * ease;
    // The last bits of the calculation must not decide between equals.
    (priority * 1e9).round() / 1e9
}

/// The fired rules with what their place rests on.
pub(super) struct Ordered {
    pub factors: Vec<Factors>,
    pub priorities: Vec<f64>,
    /// Places among the fired rules, the first step first.
    pub order: Vec<usize>,
}

/// Prioritises the fired rules and puts them in order.
pub(super) fn ordered(rules: &[Rule], fired: &[usize], facts: &Facts<'_>) -> Ordered {
    let factors = |place: &usize| {
        facts.rule.set(Some(*place));
        factors(&rules[*place], facts)
    };
    let factors: Vec<Factors> = fired.iter().map(factors).collect();
    let priorities: Vec<f64> = factors.iter().map(priority).collect();
    let order = order(rules, fired, &priorities);
    Ordered { factors, priorities, order }
}

/// The order of the fired rules: by priority, but nothing before what it comes after. What an important step waits for is as urgent as
/// that step; ties keep the catalog's order.
fn order(rules: &[Rule], fired: &[usize], priorities: &[f64]) -> Vec<usize> {
    let place_of = |rule: &usize| fired.binary_search(rule).ok();
    let before: Vec<Vec<usize>> =
        fired.iter().map(|rule| rules[*rule].after.iter().filter_map(place_of).collect()).collect();
    let urgencies = urgencies(&before, priorities);
    let more_urgent = |one: &usize, other: &usize| urgencies[*other].total_cmp(&urgencies[*one]).then(one.cmp(other));
    let mut waiting: BTreeSet<usize> = (0..fired.len()).collect();
    let mut ordered = Vec::with_capacity(fired.len());
    while !waiting.is_empty() {
        let ready =
            waiting.iter().copied().filter(|step| before[*step].iter().all(|earlier| !waiting.contains(earlier)));
        let Some(next) = ready.min_by(more_urgent) else {
            // Cycles are refused when the catalog loads; were there one all the same, no step may be lost.
            ordered.extend(std::mem::take(&mut waiting));
            break;
        };
        waiting.remove(&next);
        ordered.push(next);
    }
    ordered
}

/// Each step's own priority, or that of the most important step that waits for it.
fn urgencies(before: &[Vec<usize>], priorities: &[f64]) -> Vec<f64> {
    let mut urgencies = priorities.to_vec();
    // As long as something rises, what it waits for may have to rise too; without cycles that ends.
    for _ in 0..before.len() {
        let mut risen = false;
        for (step, earlier) in before.iter().enumerate() {
            for earlier in earlier {
                if urgencies[*earlier] < urgencies[step] {
                    urgencies[*earlier] = urgencies[step];
                    risen = true;
                }
            }
        }
        if !risen {
            break;
        }
    }
    urgencies
}

/// The horizon of a step, given those of the open steps it comes after.
pub(super) fn horizon(effort: u8, after: &[Horizon]) -> Horizon {
    match (after.is_empty(), effort > SHORT_EFFORT) {
        (true, false) => Horizon::Now,
        (_, true) => Horizon::Next,
        (false, false) if after.iter().all(|horizon| *horizon == Horizon::Now) => Horizon::Next,
        (false, false) => Horizon::Later,
    }
}
