//! Smallest profiles that show what a case has to show.

use super::observed::Observed;
use super::rule::{decides, sought};
use super::space::{Result, Space, Turn};
use super::{example, space};
use crate::catalog::Catalog;
use crate::expression::{Atom, Condition};

/// A profile looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Witness {
    /// The profile as YAML on one line, and how the condition comes out on it.
    Found(String, bool),
    /// There is none.
    None,
    /// There are too many to try them all, and none was drawn.
    Unknown,
}

/// A profile on which the condition comes out so.
pub(crate) fn coming_out(catalog: &Catalog, condition: &Condition, outcome: bool) -> Witness {
    let space = Space::of(catalog, &observed(&[condition]), &[]);
    witness(catalog, condition, space.find(&mut |facts, _| sought(condition.evaluate(facts), outcome)))
}

/// A profile on which the test comes out so and the condition hangs on it.
pub(crate) fn deciding(catalog: &Catalog, condition: &Condition, atom: &Atom, outcome: bool) -> Witness {
    let space = Space::of(catalog, &observed(&[condition]), &[]);
    let found = space.find(&mut |facts, _| match atom.test.evaluate(facts) {
        Some(other) if other != outcome => Turn::Back,
        _ => decides(condition, atom, facts),
    });
    witness(catalog, condition, found)
}

/// A profile on which the two conditions come out differently.
pub(crate) fn telling_apart(catalog: &Catalog, one: &Condition, other: &Condition) -> Witness {
    let space = Space::of(catalog, &observed(&[one, other]), &[]);
    let found = space.find(&mut |facts, _| match (one.evaluate(facts), other.evaluate(facts)) {
        (Some(one), Some(other)) if one == other => Turn::Back,
        (Some(_), Some(_)) => Turn::Found,
        _ => Turn::Deeper,
    });
    witness(catalog, one, found)
}

fn observed(conditions: &[&Condition]) -> Observed {
    let mut observed = Observed::default();
    conditions.iter().for_each(|condition| observed.condition(condition));
    observed
}

fn witness(catalog: &Catalog, condition: &Condition, found: Result) -> Witness {
    match found {
        Result::Found(space::Found { answers, standing }) => {
            let holds = condition.evaluate(&catalog.facts(&answers, &standing)) == Some(true);
            Witness::Found(example::found(catalog, &answers, &standing), holds)
        }
        Result::Nowhere => Witness::None,
        Result::NotDrawn | Result::Failed(_) => Witness::Unknown,
    }
}
