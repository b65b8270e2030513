//! Rules that say the same twice: two conditions that are true on the same profiles, for steps that change the same.

use super::Findings;
use super::observed::Observed;
use super::rule::sought;
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

/// Sets the rule at `place` beside all others. Of two that are the same the later one is told, and each rule only once.
pub(super) fn check(rules: &[Compared<'_>], place: usize, findings: &mut Findings<'_>) {
    let own = &rules[place];
    if own.rule.is_off() {
        return;
    }
    let at_once = |other: &Rule| !other.is_off() && own.rule.valid.meets(other.valid);
    let others = || rules.iter().enumerate().filter(|(at, other)| *at != place && at_once(other.rule));
    // What reads a question that the other does not is undecided where only that one is open.
    let within = |other: &Compared<'_>| other.questions.iter().all(|slot| own.questions.contains(slot));
    let same = others().find(|(at, other)| {
        *at < place
            && own.questions == other.questions
            && implies(own, other, findings)
            && implies(other, own, findings)
    });
    let containing = || {
        others().find(|(_, other)| {
            own.effect == other.effect
                && within(other)
                && implies(own, other, findings)
                && !implies(other, own, findings)
                // Of one that always fires, that is said already.
                && can_be_silent(other, findings)
        })
    };
    let problem = match same {
        Some((_, other)) => Some(Problem::SameStep { other: other.rule.id.to_string() }),
        None => containing().map(|(_, other)| Problem::ContainedIn { other: other.rule.id.to_string() }),
    };
    if let Some(problem) = problem {
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

fn can_be_silent(one: &Compared<'_>, findings: &Findings<'_>) -> bool {
    let space = Space::of(findings.ground, &one.observed, &[]);
    let silent = space.find(&mut |facts, _| sought(one.rule.when.evaluate(facts), false));
    !matches!(silent, Result::Nowhere)
}

/// On no profile does the first fire and the second not.
fn implies(one: &Compared<'_>, other: &Compared<'_>, findings: &Findings<'_>) -> bool {
    let mut observed = one.observed.clone();
    observed.condition(&other.rule.when);
    let space = Space::of(findings.ground, &observed, &[]);
    let only_first =
        space.find(&mut |facts, _| match (one.rule.when.evaluate(facts), other.rule.when.evaluate(facts)) {
            (Some(false), _) | (_, Some(true)) => Turn::Back,
            (Some(true), Some(false)) => Turn::Found,
            _ => Turn::Deeper,
        });
    matches!(only_first, Result::Nowhere)
}
