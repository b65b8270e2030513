//! A value that no schedule of the tasks exceeds: how good a plan is, one can say only beside it.
//!
//! An integer programme that asks less than a schedule has to keep to: each task ends in a quarter
//! that is not before the earliest possible one, or is left; what another settles counts from that
//! one's end on; what a task waits for is over when it must have begun; the days of all that have
//! ended by a quarter are there until then; and so are the beginnings of all that must have begun. Prices of days and beginnings (Lagrangian multipliers)
//! bound it from above, and branching on the tasks, the most important first, tightens the bound
//! until a fixed number of nodes is reached.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::{LEAST, Limits, MAX_QUARTERS, Task, WEEKS, YEAR, counts, falling, quarter_of_end};

/// How often prices are corrected at first.
const CORRECTIONS: usize = 120;

/// How often they are corrected for a node.
const CORRECTIONS_OF_NODE: usize = 10;

/// How many nodes are branched on at most.
const NODES: usize = 4000;

/// A bound that is so near to what is reached says enough.
const NEAR: f64 = 1.01;

/// Of each quarter, the price of a half day and of a beginning.
type Prices = [(f64, f64); MAX_QUARTERS];

/// By task, the quarter in which it is over, done or settled, so far.
type Over = Vec<Option<usize>>;

/// The most that the tasks can count. `settlers` are, by task, those that may settle it, alone or
/// together; `reached` is the value of a schedule that there is.
pub fn bound(tasks: &[Task], settlers: &[Vec<usize>], limits: &Limits, reached: f64) -> f64 {
    let programme = Programme::of(tasks, settlers, limits);
    programme.branched(reached)
}

/// The integer programme.
struct Programme<'t> {
    tasks: &'t [Task],
    /// By task, those that it may settle.
    settles: Vec<Vec<usize>>,
    /// By task, the quarters in which it can end, each with the one in which it must have begun.
    ends: Vec<Vec<(usize, usize)>>,
    /// By task, those that may settle it.
    settlers: &'t [Vec<usize>],
    /// By task and quarter, what it counts if it is over then.
    counts: Vec<[f64; MAX_QUARTERS]>,
    /// The tasks, the most important first.
    order: Vec<usize>,
    /// By task, its index in that order.
    rank: Vec<usize>,
    /// Tasks, each with one that it waits for.
    waits: Vec<(usize, usize)>,
    /// By quarter, the half days and beginnings there are until its end.
    until: Vec<(f64, f64)>,
}

impl<'t> Programme<'t> {
    fn of(tasks: &'t [Task], settlers: &'t [Vec<usize>], limits: &Limits) -> Self {
        let mut days = 0.0;
        let until = limits.capacity.iter().enumerate().map(|(quarter, halves)| {
            days += f64::from(*halves);
            // Every year that has begun allows its beginnings.
            (days, limits.per_year as f64 * (quarter / YEAR + 1) as f64)
        });
        let until: Vec<(f64, f64)> = until.collect();
        let mut settles = vec![Vec::new(); tasks.len()];
        for (task, settlers) in settlers.iter().enumerate() {
            settlers.iter().for_each(|settler| settles[*settler].push(task));
        }
        let ends = earliest(tasks, settlers).into_iter().zip(tasks).map(|(earliest, task)| {
            let ends = (quarter_of_end(earliest)..until.len())
                .filter(|end| until[*end].0 >= f64::from(task.halves));
            let begun = |end: usize| ((end as u32 + 1) * WEEKS - task.weeks) / WEEKS;
            ends.map(|end| (end, (begun(end) as usize).min(end))).collect()
        });
        let ends = ends.collect();
        let weight = |task: usize| {
            let settled = settles[task].iter().map(|other: &usize| tasks[*other].priority);
            tasks[task].priority + settled.sum::<f64>()
        };
        let mut order: Vec<usize> = (0..tasks.len()).collect();
        order.sort_by(|one, other| falling(weight(*one), weight(*other)));
        let table = tasks.iter().map(|task| {
            let mut table = [0.0; MAX_QUARTERS];
            for (quarter, it) in table.iter_mut().enumerate().take(until.len()) {
                *it = counts(task.priority, quarter, until.len());
            }
            table
        });
        let table = table.collect();
        let mut rank = vec![0; tasks.len()];
        order.iter().enumerate().for_each(|(index, task)| rank[*task] = index);
        let waits = tasks.iter().enumerate();
        let waits = waits.flat_map(|(task, it)| it.after.iter().map(move |before| (task, *before)));
        let waits = waits.collect();
        Programme { tasks, settles, ends, settlers, counts: table, order, rank, waits, until }
    }

    /// The tasks that count once this one has ended: itself, and what it may settle.
    fn credited(&self, task: usize) -> impl Iterator<Item = usize> {
        std::iter::once(task).chain(self.settles[task].iter().copied())
    }

    /// What the task adds if it ends in this quarter.
    fn gain(&self, task: usize, end: usize, over: &Over) -> f64 {
        let mut gain = 0.0;
        for credited in self.credited(task) {
            let counts = &self.counts[credited];
            let counted = over[credited].map_or(0.0, |over| counts[over]);
            gain += (counts[end] - counted).max(0.0);
        }
        gain
    }

    /// The most that the task can add at these prices, and where it ends for that.
    fn best(&self, task: usize, over: &Over, prices: &Prices) -> (f64, Option<(usize, usize)>) {
        let halves = f64::from(self.tasks[task].halves);
        let (mut best, mut at) = (0.0, None);
        for (end, begun) in &self.ends[task] {
            let (day, _) = prices[*end];
            let (_, beginning) = prices[*begun];
            let gain = self.gain(task, *end, over) - halves * day - beginning;
            if gain > best {
                (best, at) = (gain, Some((*end, *begun)));
            }
        }
        (best, at)
    }

    /// What can be counted at most with the choices of the node, at these prices of all that is
    /// needed from a quarter on; and by quarter what is asked for beyond what there is.
    fn relaxed(&self, node: &Node, prices: &Prices) -> (f64, Vec<(f64, f64)>) {
        let count = self.until.len();
        // What is needed from a quarter on costs the prices of all later ones too.
        let mut from = *prices;
        for quarter in (0..count.saturating_sub(1)).rev() {
            from[quarter].0 += from[quarter + 1].0;
            from[quarter].1 += from[quarter + 1].1;
        }
        let mut bound = node.value;
        let mut excess: Vec<(f64, f64)> = Vec::with_capacity(count);
        for (quarter, (days, beginnings)) in self.until.iter().enumerate() {
            let left = (days - node.halves[quarter], beginnings - node.begun[quarter]);
            bound += left.0 * prices[quarter].0 + left.1 * prices[quarter].1;
            excess.push((-left.0, -left.1));
        }
        for task in &self.order[node.depth..] {
            let (gain, ends) = self.best(*task, &node.over, &from);
            bound += gain;
            let Some((end, begun)) = ends else { continue };
            let halves = f64::from(self.tasks[*task].halves);
            excess[end..].iter_mut().for_each(|it| it.0 += halves);
            excess[begun..].iter_mut().for_each(|it| it.1 += 1.0);
        }
        (bound, excess)
    }

    /// The node with prices at which little more is asked for than there is, by the subgradient
    /// method.
    fn tightened(&self, mut node: Node, reached: f64, corrections: usize) -> Node {
        let scale = self.until.last().map_or(1.0, |until| until.0.max(1.0) / until.1.max(1.0));
        let (mut prices, mut pace) = (node.prices, 1.0);
        for round in 0..corrections {
            let (bound, excess) = self.relaxed(&node, &prices);
            if bound < node.bound - LEAST {
                (node.bound, node.prices) = (bound, prices);
            } else if round % 4 == 3 {
                pace *= 0.8;
            }
            let norm: f64 = excess.iter().map(|(d, b)| (d / scale).powi(2) + b.powi(2)).sum();
            if norm < LEAST || node.bound <= reached + LEAST {
                break;
            }
            let step = pace * (bound - reached).max(1.0) / norm;
            for (price, excess) in prices.iter_mut().zip(&excess) {
                price.0 = (price.0 + step * excess.0 / scale / scale).max(0.0);
                price.1 = (price.1 + step * excess.1).max(0.0);
            }
        }
        node
    }

    /// The bound after branching: the greatest of what is still open, or what is reached.
    fn branched(&self, reached: f64) -> f64 {
        let count = self.tasks.len();
        let root = Node {
            bound: f64::INFINITY,
            depth: 0,
            value: 0.0,
            over: vec![None; count],
            began: vec![None; count],
            halves: [0.0; MAX_QUARTERS],
            begun: [0.0; MAX_QUARTERS],
            prices: [(0.0, 0.0); MAX_QUARTERS],
        };
        let root = self.tightened(root, reached, CORRECTIONS);
        let mut open = BinaryHeap::from([root]);
        for _ in 0..NODES {
            let Some(node) = open.pop() else { return reached };
            // What has been left aside is at most what is reached.
            if node.bound <= reached * NEAR {
                return node.bound.max(reached);
            }
            let Some(task) = self.order.get(node.depth).copied() else { return node.bound };
            let node = self.tightened(node, reached, CORRECTIONS_OF_NODE);
            if open.peek().is_some_and(|next| next.bound > node.bound + LEAST) {
                open.push(node);
                continue;
            }
            let left = Node { depth: node.depth + 1, ..node.clone() };
            let ends = self.ends[task].iter();
            let done = ends.filter_map(|ends| self.ended(&node, task, *ends));
            let next = done.chain([left]).filter(|node| self.waits_are_kept(node, task));
            let next = next.map(|node| {
                let (bound, _) = self.relaxed(&node, &node.prices);
                // With nothing open, it is what it counts.
                let bound = if node.depth == count { node.value } else { bound };
                Node { bound: node.bound.min(bound), ..node }
            });
            open.extend(next.filter(|next| next.bound > reached + LEAST));
        }
        open.pop().map_or(reached, |node| node.bound.max(reached))
    }

    /// Whether what the task waits for, and what waits for it, still can be in time.
    fn waits_are_kept(&self, node: &Node, task: usize) -> bool {
        let is_open = |task: usize| self.rank[task] >= node.depth;
        self.waits.iter().filter(|(later, before)| *later == task || *before == task).all(
            |(later, before)| {
                let Some(began) = node.began[*later] else { return true };
                node.over[*before].is_some_and(|over| over <= began)
                    || is_open(*before)
                    || self.settlers[*before].iter().any(|settler| is_open(*settler))
            },
        )
    }

    /// With the task done, if there are days and a beginning for it.
    fn ended(&self, node: &Node, task: usize, (end, begun): (usize, usize)) -> Option<Node> {
        let mut next = node.clone();
        next.depth += 1;
        next.value += self.gain(task, end, &node.over);
        next.began[task] = Some(begun);
        for credited in self.credited(task) {
            next.over[credited] = Some(next.over[credited].map_or(end, |over| over.min(end)));
        }
        next.halves[end..].iter_mut().for_each(|it| *it += f64::from(self.tasks[task].halves));
        next.begun[begun..].iter_mut().for_each(|it| *it += 1.0);
        let has_room = self
            .until
            .iter()
            .zip(next.halves.iter().zip(&next.begun))
            .all(|((days, beginnings), (halves, begun))| halves <= days && begun <= beginnings);
        has_room.then_some(next)
    }
}

/// Choices for the first tasks of the order.
#[derive(Clone)]
struct Node {
    /// What all can count with them, at most.
    bound: f64,
    depth: usize,
    /// What the choices count.
    value: f64,
    /// By task, when it is over.
    over: Over,
    /// By task, the quarter in which it must have begun, if it is done.
    began: Vec<Option<usize>>,
    halves: [f64; MAX_QUARTERS],
    begun: [f64; MAX_QUARTERS],
    prices: Prices,
}

impl Ord for Node {
    fn cmp(&self, other: &Self) -> Ordering {
        self.bound.total_cmp(&other.bound).then(self.depth.cmp(&other.depth))
    }
}

impl PartialOrd for Node {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Eq for Node {}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

/// By task, the earliest week by which it can be done, if what it waits for is done or settled as
/// early as possible.
fn earliest(tasks: &[Task], settlers: &[Vec<usize>]) -> Vec<u32> {
    let mut ends: Vec<u32> = tasks.iter().map(|task| task.weeks).collect();
    // One follows from the other, and no chain is longer than there are tasks.
    for _ in 0..tasks.len() {
        let over = |task: usize| {
            let settled = settlers[task].iter().map(|settler| ends[*settler]);
            settled.fold(ends[task], u32::min)
        };
        let next = tasks.iter().map(|task| {
            let waited = task.after.iter().map(|before| over(*before)).max().unwrap_or(0);
            let fixed = task.fixed.map_or(0, |quarter| quarter as u32 * WEEKS);
            waited.max(fixed) + task.weeks
        });
        let next: Vec<u32> = next.collect();
        if next == ends {
            break;
        }
        ends = next;
    }
    ends
}
