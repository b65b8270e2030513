//! The steps of an advice in time: what is done in the first half-year, what in the year after it.

use std::collections::BTreeSet;

use super::covered::Covered;
use super::decide::Decisions;
use super::priority::{Ranked, Waits};
use super::{Horizon, Options};
use crate::catalog::Catalog;
use crate::expression::evaluate::Facts;
use crate::pack::Rule;
use crate::planning::Capacity;
use crate::profile::{Answers, Profile};
use crate::schedule::{self, Limits, PER_YEAR, Placed, QUARTERS, Task, WEEKS};
use dteam_text::diagnostic::Invalid;

/// The quarters of the first half-year.
const NOW: u32 = 2;

/// The quarters of the first year and a half.
const NEXT: u32 = 6;

/// The horizon of a step that begins in this week, counted from 0.
pub(super) fn horizon(start: u32) -> Horizon {
    match start / WEEKS {
        quarter if quarter < NOW => Horizon::Now,
        quarter if quarter < NEXT => Horizon::Next,
        _ => Horizon::Later,
    }
}

/// The steps as tasks, each of which counts as much as it is urgent.
pub(super) fn tasks(
    rules: &[Rule],
    waits: &Waits,
    covered: &Covered,
    steps: &[Ranked],
    facts: &Facts<'_>,
) -> Vec<Task> {
    let tasks = steps.iter().enumerate().map(|(index, step)| {
        let rule = &rules[step.rule];
        facts.rule.set(Some(step.rule));
        let duration = rule.duration(step.factors.effort, facts);
        Task {
            priority: step.urgency,
            halves: duration.days.planned_halves(),
            weeks: duration.weeks.into(),
            after: waits.before(index).collect(),
            settles: settled(rules, step.rule, waits, covered, facts),
            fixed: None,
        }
    });
    tasks.collect()
}

/// The steps whose rules fall silent by this one's effect alone.
fn settled(
    rules: &[Rule],
    index: usize,
    waits: &Waits,
    covered: &Covered,
    facts: &Facts<'_>,
) -> Vec<usize> {
    let all = std::iter::once(index).chain(covered.parts(index));
    let touched = all.flat_map(|rule| &rules[rule].touches);
    let touched: BTreeSet<(usize, usize)> = touched
        .filter(|rule| **rule != index)
        .filter_map(|rule| Some((waits.steps.binary_search(rule).ok()?, *rule)))
        .collect();
    if touched.is_empty() {
        return Vec::new();
    }
    let done = done(rules, index, covered, facts.answers);
    let then = facts.with_answers(&done);
    let is_silent = |rule: usize| {
        then.rule.set(Some(rule));
        rules[rule].when.evaluate(&then) == Some(false)
    };
    touched.into_iter().filter(|(_, rule)| is_silent(*rule)).map(|(step, _)| step).collect()
}

/// The answers once the rule's step is done, and with it the parts of it.
pub(super) fn done(rules: &[Rule], index: usize, covered: &Covered, answers: &Answers) -> Answers {
    let parts = covered.parts(index).fold(answers.clone(), |done, part| rules[part].done(&done));
    rules[index].done(&parts)
}

impl Catalog {
    /// The profile once the step of the rule `id` is done: with the rule's `effect` on the answers,
    /// and those of the rules that fire and whose steps are part of it.
    ///
    /// # Errors
    /// [`Invalid`] if there is no such rule, or the profile is one of another catalog.
    pub fn with_step_done(&self, profile: &Profile, id: &str) -> Result<Profile, Invalid> {
        self.must_be_ours(profile)?;
        let (index, _) = self.rule(id)?;
        let finding = self.find_type(&profile.answers);
        let facts = self.facts(&profile.answers, &finding.assignment);
        let decisions = Decisions::of(self, &facts, &Options::default());
        let answers = done(&self.rules, index, &decisions.covered, &profile.answers);
        Ok(Profile::new(answers, Vec::new()))
    }
}

/// When each step is done, with this capacity in every quarter.
pub(super) fn schedule(tasks: &[Task], capacity: Capacity, order: &[usize]) -> Vec<Placed> {
    let halves = (capacity.days * 2.0) as u32;
    let limits = Limits { capacity: vec![halves; QUARTERS], per_year: PER_YEAR };
    schedule::schedule(tasks, &limits, order)
}
