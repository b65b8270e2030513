//! Puts steps into quarters: as much as possible as early as possible, within the days there are,
//! with only so many steps begun in a year, and nothing before what it waits for.
//!
//! A step counts with its priority, the more the earlier it ends: `Σ p · (H − e) / H` over the steps
//! that end in quarter `e` of `H`, counted from 0. The search tries orders of the steps and keeps the
//! best; it ends after a fixed number of tries, never after a time, so that the same steps give the
//! same schedule on every machine.

use std::cmp::Ordering;

use self::quarters::{Fit, Quarters};

pub mod bound;
pub mod quarters;
mod search;

pub use search::{best_schedule, schedule};

/// The weeks of a quarter.
pub const WEEKS: u32 = 13;

/// The quarters that are scheduled, unless somebody says otherwise.
pub const QUARTERS: usize = 8;

/// The most quarters that can be scheduled: five years.
pub const MAX_QUARTERS: usize = 20;

/// How many steps are begun in any year, unless somebody says otherwise.
pub const PER_YEAR: usize = 5;

/// Quarters that make a year.
const YEAR: usize = 4;

/// A smaller gain is none: the last bits of a sum must not decide.
const LEAST: f64 = 1e-9;

/// A step to be scheduled.
#[derive(Debug, Clone)]
pub struct Task {
    /// What it counts, 0 or more.
    pub priority: f64,
    /// Its half days, at least 1.
    pub halves: u32,
    /// How many weeks it lasts at least, 1 or more.
    pub weeks: u32,
    /// The tasks that have to end before it begins, by their indices.
    pub after: Vec<usize>,
    /// The tasks that are settled once it has ended, by their indices.
    pub settles: Vec<usize>,
    /// The quarter in which it has to begin, where somebody has said so.
    pub fixed: Option<usize>,
}

/// What a schedule has to keep to.
#[derive(Debug, Clone)]
pub struct Limits {
    /// The half days of each quarter, at most [`MAX_QUARTERS`] of them; nothing begins in one
    /// without any.
    pub capacity: Vec<u32>,
    /// How many steps are begun in any four quarters in a row.
    pub per_year: usize,
}

/// What becomes of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placed {
    /// It is done between these weeks, counted from 0.
    Done {
        /// The week in which it begins.
        start: u32,
        /// The first week after it.
        end: u32,
    },
    /// It falls away at this week, when the task of this index has ended.
    Settled {
        /// The task that settles it.
        by: usize,
        /// The first week after that one.
        end: u32,
    },
    /// It does not fit into the quarters.
    Left,
}

impl Placed {
    /// The first week after it, unless it is left.
    pub fn end(self) -> Option<u32> {
        match self {
            Placed::Done { end, .. } | Placed::Settled { end, .. } => Some(end),
            Placed::Left => None,
        }
    }
}

/// The quarter in which a task that ends before this week ends, counted from 0.
pub fn quarter_of_end(end: u32) -> usize {
    ((end.max(1) - 1) / WEEKS) as usize
}

/// What the tasks count together.
pub fn value(tasks: &[Task], placed: &[Placed], quarters: usize) -> f64 {
    let counts = tasks.iter().zip(placed).map(|(task, placed)| {
        placed.end().map_or(0.0, |end| counts(task.priority, quarter_of_end(end), quarters))
    });
    counts.sum()
}

/// What a task counts that ends in this quarter.
fn counts(priority: f64, quarter: usize, quarters: usize) -> f64 {
    priority * (quarters - quarter) as f64 / quarters as f64
}

/// Tasks as they are placed, one after the other.
#[derive(Debug, Clone)]
struct Board<'t> {
    tasks: &'t [Task],
    quarters: Quarters<'t>,
    placed: Vec<Option<Placed>>,
    /// The task that settles one first, and the week before which it ends.
    settled: Vec<Option<(usize, u32)>>,
}

impl<'t> Board<'t> {
    fn new(tasks: &'t [Task], limits: &'t Limits) -> Self {
        Board {
            tasks,
            quarters: Quarters::new(limits),
            placed: vec![None; tasks.len()],
            settled: vec![None; tasks.len()],
        }
    }

    /// Places the tasks in this order, each behind what it waits for, and says what they count.
    fn value(&mut self, order: &[usize]) -> f64 {
        self.quarters.clear();
        self.placed.fill(None);
        self.settled.fill(None);
        order.iter().for_each(|task| self.place(*task));
        self.counts()
    }

    /// What the tasks placed so far count.
    fn counts(&self) -> f64 {
        let quarters = self.quarters.count();
        let counts = self.tasks.iter().zip(&self.placed).map(|(task, placed)| {
            let end = placed.and_then(Placed::end);
            end.map_or(0.0, |end| counts(task.priority, quarter_of_end(end), quarters))
        });
        counts.sum()
    }

    fn place(&mut self, task: usize) {
        if self.placed[task].is_some() {
            return;
        }
        // Circles are refused when a catalog loads; were there one, its tasks would be left.
        self.placed[task] = Some(Placed::Left);
        let tasks = self.tasks;
        let mut earliest = 0;
        for before in &tasks[task].after {
            self.place(*before);
            match self.placed[*before].and_then(Placed::end) {
                Some(end) => earliest = earliest.max(end),
                None => return,
            }
        }
        let fit = self.quarters.fit(&tasks[task], earliest);
        let settled = self.settled[task];
        self.placed[task] = Some(match (fit, settled) {
            // What falls away as early as it could be done costs nothing.
            (Some(fit), Some((by, end))) if quarter_of_end(end) <= quarter_of_end(fit.end) => {
                Placed::Settled { by, end }
            }
            (None, Some((by, end))) => Placed::Settled { by, end },
            (None, None) => Placed::Left,
            (Some(fit), _) => {
                self.take(task, &fit);
                Placed::Done { start: fit.start, end: fit.end }
            }
        });
    }

    fn take(&mut self, task: usize, fit: &Fit) {
        self.quarters.take(fit);
        for other in &self.tasks[task].settles {
            if self.settled[*other].is_none_or(|(_, end)| fit.end < end) {
                self.settled[*other] = Some((task, fit.end));
            }
            // What did not fit falls away all the same.
            if self.placed[*other] == Some(Placed::Left) {
                self.placed[*other] = Some(Placed::Settled { by: task, end: fit.end });
            }
        }
    }

    fn placed(self) -> Vec<Placed> {
        self.placed.into_iter().map(|placed| placed.unwrap_or(Placed::Left)).collect()
    }
}

/// The greater number first.
fn falling(one: f64, other: f64) -> Ordering {
    other.total_cmp(&one)
}

#[cfg(test)]
mod tests;
