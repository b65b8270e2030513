//! The steps of an advice in time: what is done in the first half-year, what in the year after it.

use super::Horizon;
use super::priority::Waits;
use crate::expression::evaluate::Facts;
use crate::pack::Rule;
use crate::planning::Capacity;
use crate::schedule::{self, Limits, PER_YEAR, Placed, QUARTERS, Task, WEEKS};

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

/// The steps as tasks, with what each counts and its effort.
pub(super) fn tasks(
    rules: &[Rule],
    waits: &Waits,
    (counts, efforts): (&[f64], &[u8]),
    facts: &Facts<'_>,
) -> Vec<Task> {
    let tasks = waits.steps.iter().enumerate().map(|(step, index)| {
        let rule = &rules[*index];
        facts.rule.set(Some(*index));
        let duration = rule.duration(efforts[step], facts);
        Task {
            priority: counts[step],
            halves: duration.days.planned_halves(),
            weeks: duration.weeks.into(),
            after: waits.before(step).collect(),
            settles: settled(rules, *index, waits, facts),
        }
    });
    tasks.collect()
}

/// The steps whose rules fall silent by this one's effect alone.
fn settled(rules: &[Rule], index: usize, waits: &Waits, facts: &Facts<'_>) -> Vec<usize> {
    let touched = rules[index].touches.iter();
    let touched: Vec<(usize, usize)> =
        touched.filter_map(|rule| Some((waits.steps.binary_search(rule).ok()?, *rule))).collect();
    if touched.is_empty() {
        return Vec::new();
    }
    let done = rules[index].done(facts.answers);
    let then = facts.with_answers(&done);
    let is_silent = |rule: usize| {
        then.rule.set(Some(rule));
        rules[rule].when.evaluate(&then) == Some(false)
    };
    touched.into_iter().filter(|(_, rule)| is_silent(*rule)).map(|(step, _)| step).collect()
}

/// When each step is done, with this capacity in every quarter.
pub(super) fn schedule(tasks: &[Task], capacity: Capacity, order: &[usize]) -> Vec<Placed> {
    let halves = (capacity.days * 2.0) as u32;
    let limits = Limits { capacity: [halves; QUARTERS], per_year: PER_YEAR };
    schedule::schedule(tasks, &limits, order)
}
