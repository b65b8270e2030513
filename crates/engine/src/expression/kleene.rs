//! Kleene's logic: what conditions come to where an outcome is true, false or unknown (`None`).
//!
//! It is said here for all that walks through a condition. The flat programs say it once more, over
//! bytes ([`super::program`], its marks and gates) and over registers; the property test
//! `programs_agree_with_the_tree` in `agreement.rs` holds the two together.

use super::{Atom, Condition};

/// Whether it is false.
pub fn not(outcome: Option<bool>) -> Option<bool> {
    outcome.map(|outcome| !outcome)
}

/// False if any is false, else unknown if any is unknown. Behind the first that is false, none is
/// asked for.
pub fn all(outcomes: impl IntoIterator<Item = Option<bool>>) -> Option<bool> {
    let mut known = Some(true);
    for outcome in outcomes {
        match outcome {
            Some(false) => return outcome,
            Some(true) => {}
            None => known = None,
        }
    }
    known
}

/// True if any is true, else unknown if any is unknown. Behind the first that is true, none is
/// asked for.
pub fn any(outcomes: impl IntoIterator<Item = Option<bool>>) -> Option<bool> {
    not(all(outcomes.into_iter().map(not)))
}

impl Condition {
    /// What the condition comes to where its tests come to what `test` says of them. Tests that no
    /// longer matter are not asked for.
    pub fn outcome(&self, test: &mut impl FnMut(&Atom) -> Option<bool>) -> Option<bool> {
        match self {
            Condition::Constant(flag) => Some(*flag),
            Condition::Atom(atom) => test(atom),
            Condition::Not(operand) => not(operand.outcome(test)),
            Condition::And(operands) => all(operands.iter().map(|operand| operand.outcome(test))),
            Condition::Or(operands) => any(operands.iter().map(|operand| operand.outcome(test))),
            Condition::If(parts) => {
                let [condition, yes, no] = parts.as_ref();
                if condition.outcome(test)? { yes.outcome(test) } else { no.outcome(test) }
            }
        }
    }
}
