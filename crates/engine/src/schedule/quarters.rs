//! The quarters as they fill: days that are left, and steps that are begun.

use std::ops::Range;

use super::{Limits, MAX_QUARTERS, Task, WEEKS, YEAR, quarter_of_end};

/// Half days by quarter.
pub type Halves = [u32; MAX_QUARTERS];

/// The quarters, some of their days taken.
#[derive(Debug, Clone)]
pub struct Quarters<'l> {
    limits: &'l Limits,
    /// Half days left.
    free: Halves,
    /// Steps begun.
    begun: [usize; MAX_QUARTERS],
    /// Whether one more may begin.
    is_open: [bool; MAX_QUARTERS],
}

/// Where a task fits.
#[derive(Debug, Clone, Copy)]
pub struct Fit {
    /// The week in which it begins.
    pub start: u32,
    /// The first week after it.
    pub end: u32,
    /// The half days that it takes in each quarter.
    pub halves: Halves,
}

impl<'l> Quarters<'l> {
    /// With all days left.
    pub fn new(limits: &'l Limits) -> Self {
        let mut quarters = Quarters {
            limits,
            free: [0; MAX_QUARTERS],
            begun: [0; MAX_QUARTERS],
            is_open: [false; MAX_QUARTERS],
        };
        quarters.clear();
        quarters
    }

    /// The same with other limits to what is still taken.
    pub fn with_limits<'o>(&self, limits: &'o Limits) -> Quarters<'o> {
        let mut quarters = Quarters { limits, ..self.clone() };
        quarters.find_open(0..limits.capacity.len());
        quarters
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.limits.capacity.len()
    }

    /// Gives back all that is taken.
    pub fn clear(&mut self) {
        self.free[..self.limits.capacity.len()].copy_from_slice(&self.limits.capacity);
        self.begun.fill(0);
        self.find_open(0..self.count());
    }

    /// Finds out in which of these quarters one more step may begin.
    fn find_open(&mut self, quarters: Range<usize>) {
        for quarter in quarters {
            let has_days = self.limits.capacity[quarter] > 0;
            self.is_open[quarter] = has_days && self.may_begin(quarter);
        }
    }

    /// Counts a step more or less that begins in this quarter.
    fn begin(&mut self, quarter: usize, count: impl FnOnce(usize) -> usize) {
        self.begun[quarter] = count(self.begun[quarter]);
        let (first, last) = (quarter.saturating_sub(YEAR - 1), quarter + YEAR);
        self.find_open(first..last.min(self.count()));
    }

    /// Takes what a task needs that fits there.
    pub fn take(&mut self, fit: &Fit) {
        self.begin((fit.start / WEEKS) as usize, |begun| begun + 1);
        self.free.iter_mut().zip(fit.halves).for_each(|(free, halves)| *free -= halves);
    }

    /// Gives back what a task took.
    pub fn give_back(&mut self, fit: &Fit) {
        self.begin((fit.start / WEEKS) as usize, |begun| begun - 1);
        self.free.iter_mut().zip(fit.halves).for_each(|(free, halves)| *free += halves);
    }

    /// The earliest days left for a task that is done between these weeks. Where several tasks share
    /// quarters, those that end first take theirs first: then there are days for all of them if there
    /// are at all.
    pub fn within(&self, halves: u32, start: u32, end: u32) -> Fit {
        let mut fit = Fit { start, end, halves: [0; MAX_QUARTERS] };
        let mut open = halves;
        for quarter in (start / WEEKS) as usize..=quarter_of_end(end) {
            fit.halves[quarter] = self.free[quarter].min(open);
            open -= fit.halves[quarter];
        }
        debug_assert_eq!(open, 0, "what is scheduled has its days");
        fit
    }

    /// Moves days of a task that has taken them to later quarters of its time, so far as days are
    /// left there, until they are spread evenly over its weeks.
    pub fn level(&mut self, fit: &mut Fit) {
        let all: u32 = fit.halves.iter().sum();
        let (first, last) = ((fit.start / WEEKS) as usize, quarter_of_end(fit.end));
        let due = |quarter: usize| {
            let until = ((quarter as u32 + 1) * WEEKS).min(fit.end) - fit.start;
            all * until / (fit.end - fit.start)
        };
        for later in (first + 1..=last).rev() {
            let wanted = due(later) - due(later - 1);
            for earlier in first..later {
                let short = wanted.saturating_sub(fit.halves[later]).min(self.free[later]);
                let fair =
                    due(earlier) - earlier.checked_sub(1).filter(|it| *it >= first).map_or(0, due);
                let moved = fit.halves[earlier].saturating_sub(fair).min(short);
                fit.halves[earlier] -= moved;
                self.free[earlier] += moved;
                fit.halves[later] += moved;
                self.free[later] -= moved;
            }
        }
    }

    /// The half days that are taken of a quarter.
    pub fn used(&self, quarter: usize) -> u32 {
        self.limits.capacity[quarter] - self.free[quarter]
    }

    /// The earliest weeks in which the task can be done.
    pub fn fit(&self, task: &Task, earliest: u32) -> Option<Fit> {
        let first = (earliest / WEEKS) as usize;
        let (first, last) = match task.fixed {
            Some(fixed) if fixed < first => return None,
            Some(fixed) => (fixed, fixed + 1),
            None => (first, self.count()),
        };
        (first..last).find_map(|quarter| {
            let start = earliest.max(quarter as u32 * WEEKS);
            self.is_open[quarter].then(|| self.spread(task, start)).flatten()
        })
    }

    /// Whether no year with this quarter in it is full.
    fn may_begin(&self, quarter: usize) -> bool {
        let mut year = 0;
        // From the quarters before this one, the year moves on by one quarter at a time.
        (0..self.count().min(quarter + YEAR)).all(|last| {
            year += self.begun[last];
            if last >= YEAR {
                year -= self.begun[last - YEAR];
            }
            last < quarter || year < self.limits.per_year
        })
    }

    /// The task from `start` on, its days the earliest that are left.
    fn spread(&self, task: &Task, start: u32) -> Option<Fit> {
        let end = start + task.weeks;
        if end > self.count() as u32 * WEEKS {
            return None;
        }
        let mut fit = Fit { start, end, halves: [0; MAX_QUARTERS] };
        let mut open = task.halves;
        for quarter in (start / WEEKS) as usize..self.count() {
            fit.halves[quarter] = self.free[quarter].min(open);
            open -= fit.halves[quarter];
            if open == 0 {
                // What is done only after its weeks takes the quarter to its end.
                let is_late = end <= quarter as u32 * WEEKS;
                fit.end = if is_late { (quarter as u32 + 1) * WEEKS } else { end };
                return Some(fit);
            }
        }
        None
    }
}
