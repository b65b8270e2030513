//! Which rules fire, which do not, and which cannot be decided.

use std::iter::repeat_n;

use super::covered::Covered;
use crate::advice::{Options, Outcome};
use crate::catalog::Catalog;
use crate::expression::evaluate::Facts;
use crate::expression::program::Tests;
use crate::pack::{Rule, shown_need};
use crate::planning::Planning;
use dteam_text::diagnostic::Invalid;

/// How one rule comes out.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Decision {
    /// Whether it fires.
    pub outcome: Outcome,
    /// How far the municipality is from the rule's target, 0..1; `None` unless the rule fires.
    pub need: Option<f64>,
}

/// The rules by outcome, each by its index in the catalog, in the catalog's order.
#[derive(Debug, Default)]
pub(super) struct Decisions {
    pub fired: Vec<usize>,
    /// The needs of those that fire, in the same order.
    pub needs: Vec<f64>,
    /// Those of them whose steps are part of others.
    pub covered: Covered,
    /// Those that are for the shared administration to do, parts included.
    pub delegated: Vec<usize>,
    pub undecided: Vec<usize>,
    pub silent: Vec<usize>,
}

impl Decisions {
    pub fn of(catalog: &Catalog, facts: &Facts<'_>, options: &Options) -> Self {
        let all = decisions(catalog, facts, options, None);
        Decisions::sorted(&catalog.rules, &catalog.planning, &all, facts)
    }

    /// The decisions without some rules, by their indices: as if they were switched off.
    pub fn without(
        catalog: &Catalog,
        excluded: &[usize],
        facts: &Facts<'_>,
        options: &Options,
    ) -> Self {
        let mut all = decisions(catalog, facts, options, None);
        for index in excluded {
            all[*index] = Decision { outcome: Outcome::Off, need: None };
        }
        Decisions::sorted(&catalog.rules, &catalog.planning, &all, facts)
    }

    /// The decisions, and the tests that explain them.
    pub fn recorded(catalog: &Catalog, facts: &Facts<'_>, options: &Options) -> (Self, Tests) {
        let mut tests = Tests::default();
        let all = decisions(catalog, facts, options, Some(&mut tests));
        (Decisions::sorted(&catalog.rules, &catalog.planning, &all, facts), tests)
    }

    pub fn sorted(
        rules: &[Rule],
        planning: &Planning,
        all: &[Decision],
        facts: &Facts<'_>,
    ) -> Self {
        let mut decisions = Decisions {
            fired: Vec::with_capacity(all.len()),
            needs: Vec::with_capacity(all.len()),
            covered: Covered::default(),
            delegated: Vec::new(),
            undecided: Vec::with_capacity(all.len()),
            silent: Vec::with_capacity(all.len()),
        };
        for (index, decision) in all.iter().enumerate() {
            match (decision.outcome, decision.need) {
                (Outcome::Fires, need) => {
                    decisions.fired.push(index);
                    decisions.needs.push(shown_need(need));
                }
                (Outcome::Silent, _) => decisions.silent.push(index),
                (Outcome::Undecided, _) => decisions.undecided.push(index),
                (Outcome::NotInForce | Outcome::Off, _) => {}
            }
        }
        decisions.covered = Covered::of(rules, &decisions.fired);
        if planning.elsewhere(facts).is_some() {
            // A part is whose step it is part of.
            let is_delegated = |index: &usize| {
                rules[decisions.covered.step_of(*index)].involved.is_for_administration()
            };
            decisions.delegated = decisions.fired.iter().copied().filter(is_delegated).collect();
        }
        decisions
    }
}

/// How all rules come out, in the catalog's order; the outcomes of their tests too, where these are
/// wanted.
pub(super) fn decisions(
    catalog: &Catalog,
    facts: &Facts<'_>,
    options: &Options,
    mut tests: Option<&mut Tests>,
) -> Vec<Decision> {
    let rules = &catalog.rules;
    let Some(programs) = catalog.programs() else {
        if let Some(tests) = &mut tests {
            tests.clear(rules.len());
        }
        return (0..rules.len())
            .map(|index| by_tree(catalog, index, facts, options, &mut tests))
            .collect();
    };
    if let Some(tests) = &mut tests {
        tests.begin();
    }
    let mut decisions: Vec<Decision> = Vec::with_capacity(rules.len());
    for block in &programs.blocks {
        if !block.is_decidable(facts) {
            if let Some(tests) = &mut tests {
                block.rules.pass_over(tests);
            }
            decisions.extend(repeat_n(
                Decision { outcome: Outcome::Undecided, need: None },
                block.count,
            ));
            continue;
        }
        let mut outcomes = block.rules.run(facts, tests.as_deref_mut());
        decisions.extend((0..block.count).map(|index| {
            let outcome = decided(outcomes.holds[index]);
            let counts = || excluded(&rules[block.first + index], options).is_none();
            let need =
                (outcome == Outcome::Fires && counts()).then(|| match outcomes.need(index) {
                    Some(need) => shown_need(need),
                    None => need(catalog, block.first + index, facts),
                });
            Decision { outcome, need }
        }));
    }
    for index in &programs.may_be_excluded {
        if let Some(outcome) = excluded(&rules[*index], options) {
            decisions[*index] = Decision { outcome, need: None };
        }
    }
    for block in &programs.blocks {
        for index in block.rules.left_to_tree() {
            let index = block.first + index;
            decisions[index] = by_tree(catalog, index, facts, options, &mut tests);
        }
    }
    decisions
}

/// How the rule at `index` comes out by the typed form. Of a rule that takes part in nothing no
/// script is called.
fn by_tree(
    catalog: &Catalog,
    index: usize,
    facts: &Facts<'_>,
    options: &Options,
    tests: &mut Option<&mut Tests>,
) -> Decision {
    let rule = &catalog.rules[index];
    facts.rule.set(Some(index));
    let excluded = excluded(rule, options);
    if let Some(tests) = tests
        && (excluded.is_none() || !rule.when.calls())
    {
        tests.replace(index, |outcomes| rule.when.record(facts, outcomes));
    }
    let outcome = excluded.unwrap_or_else(|| decided(rule.when.evaluate(facts)));
    Decision { outcome, need: (outcome == Outcome::Fires).then(|| rule.need(facts)) }
}

fn need(catalog: &Catalog, index: usize, facts: &Facts<'_>) -> f64 {
    facts.rule.set(Some(index));
    catalog.rules[index].need(facts)
}

/// How one rule comes out.
pub fn outcome(rule: &Rule, facts: &Facts<'_>, options: &Options) -> Outcome {
    excluded(rule, options).unwrap_or_else(|| decided(rule.when.evaluate(facts)))
}

/// How a rule comes out that takes part in nothing, whatever its condition says.
fn excluded(rule: &Rule, options: &Options) -> Option<Outcome> {
    match rule.is_off() {
        true => Some(Outcome::Off),
        false => (!rule.valid.holds(options.date)).then_some(Outcome::NotInForce),
    }
}

fn decided(holds: Option<bool>) -> Outcome {
    match holds {
        Some(true) => Outcome::Fires,
        Some(false) => Outcome::Silent,
        None => Outcome::Undecided,
    }
}

/// The failure of a pack's script, if there was one: then there is no advice, rather than half of
/// one.
pub fn script_failure(catalog: &Catalog, facts: &Facts<'_>) -> Result<(), Invalid> {
    facts.failure.get().map_or(Ok(()), |failure| Err(catalog.failed(failure).into()))
}
