//! Smallest profiles that show what a case has to show.

use super::example;
use super::ground::{Goals, Ground};
use super::observed::Observed;
use super::rule::{decides, sought};
use super::space::{Found, SearchOutcome, Space, Turn};
use dteam_engine::catalog::Catalog;
use dteam_engine::expression::evaluate::Facts;
use dteam_engine::expression::{Atom, Condition};
use dteam_engine::pack::Rule;
use dteam_engine::profile::Answers;

/// A profile looked for.
#[derive(Debug, Clone)]
pub enum Witness {
    /// The profile, and the same as YAML on one line.
    Found(Answers, String),
    /// There is none.
    None,
    /// There are too many to try them all, and none was drawn.
    Unknown,
}

/// A profile on which the condition comes out so.
pub fn coming_out(catalog: &Catalog, condition: &Condition, outcome: bool) -> Witness {
    witness(catalog, &[condition], &mut |facts, _| sought(condition.evaluate(facts), outcome))
}

/// A profile on which the test comes out so and the condition hangs on it.
pub fn deciding(catalog: &Catalog, condition: &Condition, atom: &Atom, outcome: bool) -> Witness {
    witness(catalog, &[condition], &mut |facts, _| match atom.test.evaluate(facts) {
        Some(other) if other != outcome => Turn::Back,
        _ => decides(condition, atom, facts),
    })
}

/// A profile on which the two conditions come out differently.
pub fn telling_apart(catalog: &Catalog, one: &Condition, other: &Condition) -> Witness {
    witness(catalog, &[one, other], &mut |facts, _| match (
        one.evaluate(facts),
        other.evaluate(facts),
    ) {
        (Some(one), Some(other)) if one == other => Turn::Back,
        (Some(_), Some(_)) => Turn::Found,
        _ => Turn::Deeper,
    })
}

/// A profile on which the rule fires and the other rule, which stands in its place, has something
/// else about it that `tells` says.
pub(crate) fn telling_steps_apart(
    catalog: &Catalog,
    [one, other]: [&Rule; 2],
    observed: &Observed,
    tells: &mut dyn FnMut(&Facts<'_>) -> bool,
) -> Witness {
    let mut observed = observed.clone();
    observed.condition(&one.when);
    observed.condition(&other.when);
    observed_witness(catalog, &observed, &mut |facts, _| match one.when.evaluate(facts) {
        Some(false) => Turn::Back,
        Some(true) if tells(facts) => Turn::Found,
        _ => Turn::Deeper,
    })
}

/// A profile found among those that the conditions can tell apart.
fn witness(
    catalog: &Catalog,
    conditions: &[&Condition],
    judge: &mut dyn FnMut(&Facts<'_>, usize) -> Turn,
) -> Witness {
    let mut observed = Observed::default();
    conditions.iter().for_each(|condition| observed.condition(condition));
    observed_witness(catalog, &observed, judge)
}

fn observed_witness(
    catalog: &Catalog,
    observed: &Observed,
    judge: &mut dyn FnMut(&Facts<'_>, usize) -> Turn,
) -> Witness {
    let goals = Goals::default();
    let ground = Ground::new(catalog, &goals);
    let space = Space::of(&ground, observed, &[]);
    match space.find_example(judge) {
        SearchOutcome::Found(Found { answers, assignment }) => {
            let written = example::found(catalog, &answers, &assignment);
            Witness::Found(answers, written)
        }
        // Only with answers that lead to another type.
        SearchOutcome::Nowhere if matches!(space.find(judge), SearchOutcome::Nowhere) => {
            Witness::None
        }
        SearchOutcome::Nowhere | SearchOutcome::NotDrawn | SearchOutcome::Failed(_) => {
            Witness::Unknown
        }
    }
}
