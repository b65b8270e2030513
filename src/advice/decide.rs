//! Which rules fire, which do not, and which cannot be decided.

use crate::advice::{Options, Outcome};
use crate::catalog::Catalog;
use crate::diagnostic::Invalid;
use crate::expression::evaluate::Facts;
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
        let most = catalog.rules.len();
        let mut decisions = Decisions {
            fired: Vec::with_capacity(most),
            undecided: Vec::with_capacity(most),
            silent: Vec::with_capacity(most),
        };
        for (place, outcome) in outcomes(catalog, facts, options).enumerate() {
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

/// How every rule comes out, in the catalog's order.
pub(super) fn outcomes(catalog: &Catalog, facts: &Facts<'_>, options: &Options) -> impl Iterator<Item = Outcome> {
    let decidable = catalog.readers.decidable(facts.answers, facts.standing);
    catalog.rules.iter().enumerate().map(move |(place, rule)| {
        if !decidable.has(place) {
            return Outcome::Undecided;
        }
        facts.rule.set(Some(place));
        outcome(rule, facts, options)
    })
}

/// How one rule comes out.
pub(crate) fn outcome(rule: &Rule, facts: &Facts<'_>, options: &Options) -> Outcome {
    if rule.is_off() {
        return Outcome::Off;
    }
    if !rule.valid.holds(options.date) {
        return Outcome::NotInForce;
    }
    match rule.when.evaluate(facts) {
        Some(true) => Outcome::Fires,
        Some(false) => Outcome::Silent,
        None => Outcome::Undecided,
    }
}

/// The failure of a pack's script, if there was one: then there is no advice, rather than half of one.
pub(crate) fn script_failure(catalog: &Catalog, facts: &Facts<'_>) -> Result<(), Invalid> {
    facts.failure.get().map_or(Ok(()), |failure| Err(catalog.failed(failure).into()))
}
