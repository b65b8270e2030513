//! Puts steps into quarters: as much as possible as early as possible, within the days there are,
//! with only so many steps begun in a year, and nothing before what it waits for.
//!
//! A step counts with its priority, the more the earlier it ends: `Σ p · (H − e) / H` over the steps
//! that end in quarter `e` of `H`, counted from 0. The search tries orders of the steps and keeps the
//! best; it ends after a fixed number of tries, never after a time, so that the same steps give the
//! same schedule on every machine.

/// The weeks of a quarter.
pub const WEEKS: u32 = 13;

/// The quarters that are scheduled.
pub const QUARTERS: usize = 8;

/// How many steps are begun in any year, unless somebody says otherwise.
pub const PER_YEAR: usize = 5;

/// Quarters that make a year.
const YEAR: usize = 4;

/// The search moves the first steps of the order alone: the others hardly begin within the quarters.
const CONTENDERS: usize = 10;

/// A search that still finds something better goes on while it has tried fewer orders than these.
const TRIES: usize = 45;

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
}

/// What a schedule has to keep to.
#[derive(Debug, Clone)]
pub struct Limits {
    /// The half days of each quarter.
    pub capacity: [u32; QUARTERS],
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

/// The quarter in which a task that ends before this week ends, counted from 0.
fn quarter_of_end(end: u32) -> usize {
    ((end.max(1) - 1) / WEEKS) as usize
}

/// The best schedule found, by task; `order` is the order in which they are tried first.
pub fn schedule(tasks: &[Task], limits: &Limits, order: &[usize]) -> Vec<Placed> {
    let mut board = Board::new(tasks, limits);
    let (first, rest) = order.split_at(order.len().min(CONTENDERS));
    // What counts much for few days may come first as well.
    let mut dense = first.to_vec();
    let density = |task: usize| tasks[task].priority / f64::from(tasks[task].halves);
    dense.sort_by(|one, other| density(*other).total_cmp(&density(*one)));
    let (by_order, value) = improved(&mut board, first.to_vec());
    let (by_density, other_value) = improved(&mut board, dense);
    let mut best = if other_value > value + LEAST { by_density } else { by_order };
    best.extend(rest);
    board.value(&best);
    board.placed.into_iter().map(|placed| placed.unwrap_or(Placed::Left)).collect()
}

/// The order with tasks moved in front where that counts more, and what it counts.
fn improved(board: &mut Board<'_>, mut order: Vec<usize>) -> (Vec<usize>, f64) {
    let mut best = board.value(&order);
    let mut tries = 0;
    let mut is_better = true;
    while is_better && tries < TRIES {
        is_better = false;
        for from in 1..order.len() {
            for to in 0..from {
                tries += 1;
                order[to..=from].rotate_right(1);
                let value = board.value(&order);
                if value > best + LEAST {
                    best = value;
                    is_better = true;
                    break;
                }
                order[to..=from].rotate_left(1);
            }
        }
    }
    (order, best)
}

/// The quarters as they fill.
struct Board<'t> {
    tasks: &'t [Task],
    limits: &'t Limits,
    /// Half days left.
    free: [u32; QUARTERS],
    /// Steps begun.
    begun: [usize; QUARTERS],
    placed: Vec<Option<Placed>>,
    /// The task that settles one first, and the week before which it ends.
    settled: Vec<Option<(usize, u32)>>,
}

impl<'t> Board<'t> {
    fn new(tasks: &'t [Task], limits: &'t Limits) -> Self {
        Board {
            tasks,
            limits,
            free: limits.capacity,
            begun: [0; QUARTERS],
            placed: vec![None; tasks.len()],
            settled: vec![None; tasks.len()],
        }
    }

    /// Places the tasks in this order, each behind what it waits for, and says what they count.
    fn value(&mut self, order: &[usize]) -> f64 {
        self.free = self.limits.capacity;
        self.begun = [0; QUARTERS];
        self.placed.fill(None);
        self.settled.fill(None);
        order.iter().for_each(|task| self.place(*task));
        let counts = |(task, placed): (&Task, &Option<Placed>)| match placed {
            Some(Placed::Done { end, .. } | Placed::Settled { end, .. }) => {
                task.priority * (QUARTERS - quarter_of_end(*end)) as f64 / QUARTERS as f64
            }
            Some(Placed::Left) | None => 0.0,
        };
        self.tasks.iter().zip(&self.placed).map(counts).sum()
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
            match self.placed[*before] {
                Some(Placed::Done { end, .. } | Placed::Settled { end, .. }) => {
                    earliest = earliest.max(end);
                }
                Some(Placed::Left) | None => return,
            }
        }
        let fit = self.fit(&tasks[task], earliest);
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
        self.begun[(fit.start / WEEKS) as usize] += 1;
        self.free.iter_mut().zip(fit.halves).for_each(|(free, halves)| *free -= halves);
        for other in &self.tasks[task].settles {
            if self.settled[*other].is_none_or(|(_, end)| fit.end < end) {
                self.settled[*other] = Some((task, fit.end));
            }
        }
    }

    /// The earliest weeks in which the task can be done, and the half days it takes in each quarter.
    fn fit(&self, task: &Task, earliest: u32) -> Option<Fit> {
        let first = (earliest / WEEKS) as usize;
        (first..QUARTERS).find_map(|quarter| {
            let start = earliest.max(quarter as u32 * WEEKS);
            (self.may_begin(quarter) && self.free[quarter] > 0)
                .then(|| self.spread(task, start))
                .flatten()
        })
    }

    /// Whether no year with this quarter in it is full.
    fn may_begin(&self, quarter: usize) -> bool {
        let mut year = 0;
        // From the quarters before this one, the year moves on by one quarter at a time.
        (0..QUARTERS.min(quarter + YEAR)).all(|last| {
            year += self.begun[last];
            if last >= YEAR {
                year -= self.begun[last - YEAR];
            }
            last < quarter || year < self.limits.per_year
        })
    }

    /// Spreads the task's days evenly over its weeks from `start` on; where a quarter has not enough
    /// of them left, the rest is done in the next.
    fn spread(&self, task: &Task, start: u32) -> Option<Fit> {
        let end = start + task.weeks;
        let mut fit = Fit { start, end, halves: [0; QUARTERS] };
        let mut done = 0;
        for quarter in (start / WEEKS) as usize..QUARTERS {
            let quarter_end = (quarter as u32 + 1) * WEEKS;
            let weeks = quarter_end.min(end) - start.min(end);
            let due = (task.halves * weeks).div_ceil(task.weeks);
            fit.halves[quarter] = self.free[quarter].min(due - done);
            done += fit.halves[quarter];
            if done == task.halves && end <= quarter_end {
                // What is done only after its weeks takes the quarter to its end.
                fit.end = if end + WEEKS <= quarter_end { quarter_end } else { end };
                return Some(fit);
            }
        }
        None
    }
}

/// Where a task fits.
struct Fit {
    start: u32,
    end: u32,
    halves: [u32; QUARTERS],
}

#[cfg(test)]
mod tests;
