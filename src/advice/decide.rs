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
    let programs = catalog.programs();
    if let (None, Some(tests)) = (programs, &mut tests) {
        tests.clear(catalog.rules.len());
    }
    let decidable = LazyCell::new(move || programs.map(|programs| programs.decidable(facts)));
    let is_decidable = move |place| decidable.as_ref().is_none_or(|rules| rules.has(place));
    let holds = programs.map(|programs| match &mut tests {
        Some(tests) => programs.conditions.recorded(facts, tests),
        None => programs.conditions.holds(facts, &is_decidable),
    });
    catalog.rules.iter().enumerate().map(move |(place, rule)| {
        facts.rule.set(Some(place));
        let excluded = excluded(rule, options);
        if let (Some(programs), Some(holds)) = (programs, &holds)
            && !programs.left_to_tree[place]
        {
            return excluded.unwrap_or_else(|| decided(holds[place]));
        }
        match &mut tests {
            Some(tests) if excluded.is_none() || !rule.when.calls() => {
                tests.replace(place, |outcomes| rule.when.record(facts, outcomes));
            }
            None if !is_decidable(place) => return excluded.unwrap_or(Outcome::Undecided),
            _ => {}
        }
        excluded.unwrap_or_else(|| decided(rule.when.evaluate(facts)))
    })
}

/// How one rule comes out.
pub(crate) fn outcome(rule: &Rule, facts: &Facts<'_>, options: &Options) -> Outcome {
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

/// The failure of a pack's script, if there was one: then there is no advice, rather than half of one.
pub(crate) fn script_failure(catalog: &Catalog, facts: &Facts<'_>) -> Result<(), Invalid> {
    facts.failure.get().map_or(Ok(()), |failure| Err(catalog.failed(failure).into()))
}
