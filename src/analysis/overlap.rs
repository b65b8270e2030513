//! Rules that say the same twice: two conditions that are true on the same profiles, for steps that change the same.

use super::Findings;
use super::observed::Observed;
use super::space::{Result, Space, Turn};
use crate::diagnostic::Problem;
use crate::pack::Rule;
use crate::survey::Slot;

/// A rule with what is needed to set it beside others.
pub(super) struct Compared<'r> {
    rule: &'r Rule,
    observed: Observed,
    /// What its condition reads, sorted.
    questions: Vec<Slot>,
    /// What its step changes, sorted.
    effect: Vec<(Slot, String)>,
}

/// Sets the rule at `place` beside all others; of two that are the same, the later one is told.
pub(super) fn check(rules: &[Compared<'_>], place: usize, findings: &mut Findings<'_>) {
    let own = &rules[place];
    for (at, other) in rules.iter().enumerate().filter(|(at, _)| *at != place) {
        let same_effect = own.effect == other.effect;
        let comparable = same_effect || (at < place && own.questions == other.questions);
        // What reads a question that the other does not is undecided where only that one is open.
        if !comparable || !other.questions.iter().all(|slot| own.questions.contains(slot)) {
            continue;
        }
        if !implies(own, other, findings) {
            continue;
        }
        let problem = match implies(other, own, findings) {
            true if at < place => Problem::SameStep { other: other.rule.id.to_string() },
            false if same_effect => Problem::ContainedIn { other: other.rule.id.to_string() },
            _ => continue,
        };
        findings.warn(own.rule.places.when.clone(), problem);
    }
}

impl<'r> Compared<'r> {
    pub fn of(rule: &'r Rule) -> Self {
        let mut observed = Observed::default();
        observed.condition(&rule.when);
        let mut effect: Vec<(Slot, String)> =
            rule.effects().map(|(slot, written)| (slot, written.to_string())).collect();
        effect.sort();
        let mut questions: Vec<Slot> = observed.questions.keys().copied().collect();
        questions.sort_unstable();
        Compared { rule, observed, questions, effect }
    }
}

/// On no profile does the first fire and the second not.
fn implies(one: &Compared<'_>, other: &Compared<'_>, findings: &Findings<'_>) -> bool {
    let mut observed = one.observed.clone();
    observed.condition(&other.rule.when);
    let space = Space::of(findings.catalog, &observed, &[]);
    let only_first =
        space.find(&mut |facts, _| match (one.rule.when.evaluate(facts), other.rule.when.evaluate(facts)) {
            (Some(false), _) | (_, Some(true)) => Turn::Back,
            (Some(true), Some(false)) => Turn::Found,
            _ => Turn::Deeper,
        });
    matches!(only_first, Result::Nowhere)
}
