//! Which rules fire, which do not, and which cannot be decided.

use std::cell::LazyCell;

use crate::advice::{Options, Outcome};
use crate::catalog::Catalog;
use crate::diagnostic::Invalid;
use crate::expression::evaluate::Facts;
use crate::expression::program::Tests;
use crate::pack::Rule;

/// The rules by outcome, each by its place in the catalog, in the catalog's order.
#[derive(Debug, Default)]
pub(super) struct Decisions {
    pub fired: Vec<usize>,
    pub undecided: Vec<usize>,
    pub silent: Vec<usize>,
}

impl Decisions {
    pub fn of(catalog: &Catalog, facts: &Facts<'_>, options: &Options) -> Self {
        Decisions::sorted(outcomes(catalog, facts, options, None))
    }

    /// The decisions, and the tests that explain them.
    pub fn recorded(catalog: &Catalog, facts: &Facts<'_>, options: &Options) -> (Self, Tests) {
        let mut tests = Tests::default();
        let decisions = Decisions::sorted(outcomes(catalog, facts, options, Some(&mut tests)));
        (decisions, tests)
    }

    fn sorted(outcomes: impl ExactSizeIterator<Item = Outcome>) -> Self {
        let most = outcomes.len();
        let mut decisions = Decisions {
            fired: Vec::with_capacity(most),
            undecided: Vec::with_capacity(most),
            silent: Vec::with_capacity(most),
        };
        for (place, outcome) in outcomes.enumerate() {
            match outcome {
                Outcome::Fires => decisions.fired.push(place),
                Outcome::Silent => decisions.silent.push(place),
                Outcome::Undecided => decisions.undecided.push(place),
                Outcome::NotInForce | Outcome::Off => {}
            }
        }
        decisions
    }
}

/// How all rules come out, in the catalog's order. `facts` know which rule it is.
pub(super) fn outcomes<'a>(
    catalog: &'a Catalog,
    facts: &'a Facts<'_>,
    options: &'a Options,
    mut tests: Option<&'a mut Tests>,
) -> impl ExactSizeIterator<Item = Outcome> + 'a {
    let decidable = LazyCell::new(|| catalog.readers().decidable(facts.answers, facts.standing));
    let holds = match &mut tests {
        Some(tests) => catalog.conditions.recorded(facts, tests),
        None => catalog.conditions.holds(facts, |place| decidable.has(place)),
    };
    catalog.rules.iter().zip(holds).enumerate().map(move |(place, (rule, holds))| {
        facts.rule.set(Some(place));
        outcome_of(rule, options, || {
            if !rule.calls {
                return holds;
            }
            match &mut tests {
                Some(tests) => tests.replace(place, |outcomes| rule.when.record(facts, outcomes)),
                None if !decidable.has(place) => return None,
                None => {}
            }
            rule.when.evaluate(facts)
        })
    })
}

/// How one rule comes out.
pub(crate) fn outcome(rule: &Rule, facts: &Facts<'_>, options: &Options) -> Outcome {
    outcome_of(rule, options, || rule.when.evaluate(facts))
}

/// How a rule comes out whose condition holds, does not, or is unknown. It is not asked of a rule that takes part in nothing.
fn outcome_of(rule: &Rule, options: &Options, holds: impl FnOnce() -> Option<bool>) -> Outcome {
    if rule.is_off() {
        return Outcome::Off;
    }
    if !rule.valid.holds(options.date) {
        return Outcome::NotInForce;
    }
    match holds() {
        Some(true) => Outcome::Fires,
        Some(false) => Outcome::Silent,
        None => Outcome::Undecided,
    }
}

/// The failure of a pack's script, if there was one: then there is no advice, rather than half of one.
pub(crate) fn script_failure(catalog: &Catalog, facts: &Facts<'_>) -> Result<(), Invalid> {
    facts.failure.get().map_or(Ok(()), |failure| Err(catalog.failed(failure).into()))
}
