//! Which rules fire, which do not, and which cannot be decided.

use crate::advice::{Options, Outcome};
use crate::catalog::Catalog;
use crate::diagnostic::{Diagnostic, Invalid, Problem, Severity};
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
        let mut decisions = Decisions::default();
        for (place, rule) in catalog.rules.iter().enumerate() {
            facts.rule.set(Some(place));
            match outcome(rule, facts, options) {
                Outcome::Fires => decisions.fired.push(place),
                Outcome::Silent => decisions.silent.push(place),
                Outcome::Undecided => decisions.undecided.push(place),
                Outcome::NotInForce => {}
            }
        }
        decisions
    }
}

/// How one rule comes out.
pub(crate) fn outcome(rule: &Rule, facts: &Facts<'_>, options: &Options) -> Outcome {
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
    let Some(failure) = facts.failure.get() else { return Ok(()) };
    let problem = Problem::ScriptFailed {
        rule: failure.rule.map_or_else(String::new, |place| catalog.rules[place].id.to_string()),
        function: failure.function.clone(),
        detail: failure.detail.clone(),
    };
    Err(Diagnostic { severity: Severity::Error, problem, place: Some(failure.place.clone()) }.into())
}
