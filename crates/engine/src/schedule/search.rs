//! Orders of tasks: the search for one that counts most.

use super::{Board, LEAST, Limits, Placed, Task, falling};

/// In an advice, the search moves the first steps of the order alone: the others hardly begin within
/// the quarters.
const CONTENDERS: usize = 10;

/// A search for an advice that still finds something better goes on while it has tried fewer orders
/// than these.
const TRIES: usize = 45;

/// The same for a plan.
const TRIES_OF_PLAN: usize = 100;

/// Of so few tasks, every order is tried for a plan.
const FEW: usize = 8;

/// How many random moves a plan is worth, among how many tasks at the beginning of the order, and
/// how much of its value a move may cost at first.
const MOVES: usize = 1500;
const EARLY: usize = 14;
const THRESHOLD: f64 = 0.02;

/// Half days a quarter: the best schedule for each of these that is less than what there is, is a
/// candidate too, so that more days never make a plan worse.
const LADDER: [u32; 16] = [10, 20, 30, 40, 50, 60, 70, 80, 100, 120, 160, 200, 300, 400, 600, 1000];

/// A good schedule, by task, after few tries; `order` is the order in which they are tried first.
pub fn schedule(tasks: &[Task], limits: &Limits, order: &[usize]) -> Vec<Placed> {
    let mut board = Board::new(tasks, limits);
    let (first, rest) = order.split_at(order.len().min(CONTENDERS));
    // What counts much for few days may come first as well.
    let (by_order, value) = improved(&mut board, first.to_vec(), 0, TRIES);
    let (by_density, other_value) = improved(&mut board, dense(tasks, first), 0, TRIES);
    let mut best = if other_value > value + LEAST { by_density } else { by_order };
    best.extend(rest);
    board.value(&best);
    board.placed()
}

/// The best schedule found with all the tries that a plan is worth, by task. Of at most eight tasks
/// it is the best of all orders.
pub fn best_schedule(tasks: &[Task], limits: &Limits, order: &[usize]) -> Vec<Placed> {
    // What is fixed takes its days first.
    let (mut fixed, free): (Vec<usize>, Vec<usize>) =
        order.iter().partition(|task| tasks[**task].fixed.is_some());
    fixed.sort_by_key(|task| tasks[*task].fixed);
    if free.len() <= FEW {
        let mut board = Board::new(tasks, limits);
        let mut best = (-1.0, Vec::new());
        fixed.iter().for_each(|task| board.place(*task));
        every_order(&board, &free, &mut best);
        return best.1;
    }
    // More than all tasks need is of no use.
    let needed = tasks.iter().map(|task| task.halves).sum::<u32>();
    let most = limits.capacity.iter().copied().max().unwrap_or(0).min(needed);
    let rungs = LADDER.into_iter().filter(|rung| *rung < most).chain([most]);
    let starts = [free.clone(), dense(tasks, &free), quick(tasks, &free)];
    let mut orders: Vec<Vec<usize>> =
        starts.into_iter().map(|start| fixed.iter().copied().chain(start).collect()).collect();
    let mut best = (-1.0, Vec::new());
    for rung in rungs {
        let capacity = limits.capacity.iter().map(|days| *days.min(&rung)).collect();
        let limits = Limits { capacity, per_year: limits.per_year };
        let mut board = Board::new(tasks, &limits);
        let found = orders.iter().map(|order| (order.clone(), board.value(order)));
        let found = found.reduce(|best, next| if next.1 > best.1 + LEAST { next } else { best });
        let found = improved(&mut board, found.unwrap_or_default().0, fixed.len(), TRIES_OF_PLAN);
        let (order, value) = annealed(&mut board, found, fixed.len());
        if value > best.0 - LEAST {
            board.value(&order);
            best = (value, board.placed());
        }
        orders.push(order);
    }
    best.1
}

/// A better order, from random moves behind the first `fixed`: a worse one is gone on from as long
/// as it is not much worse, less and less (threshold accepting, Dueck and Scheuer 1990).
fn annealed(board: &mut Board<'_>, best: (Vec<usize>, f64), fixed: usize) -> (Vec<usize>, f64) {
    let mut best = best;
    let (mut order, mut current) = best.clone();
    let free = order.len() - fixed;
    // What comes late in the order hardly begins.
    let early = free.min(EARLY);
    let mut random = SplitMix64(free as u64);
    for round in 0..MOVES {
        let threshold = best.1 * THRESHOLD * (1.0 - round as f64 / MOVES as f64);
        let (one, other) = (fixed + random.below(early), fixed + random.below(free));
        let is_exchange = random.below(2) == 0;
        match is_exchange {
            true => order.swap(one, other),
            false if one < other => order[one..=other].rotate_right(1),
            false => order[other..=one].rotate_left(1),
        }
        let value = board.value(&order);
        if value > current - threshold {
            current = value;
            if value > best.1 + LEAST {
                best = (order.clone(), value);
            }
            continue;
        }
        match is_exchange {
            true => order.swap(one, other),
            false if one < other => order[one..=other].rotate_left(1),
            false => order[other..=one].rotate_right(1),
        }
    }
    best
}

/// The generator of Steele, Lea and Flood (2014), so that chance is the same on every machine.
struct SplitMix64(u64);

impl SplitMix64 {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % count as u64) as usize
    }
}

/// Places the tasks in every order, as far as one can still be better than the best so far.
fn every_order(board: &Board<'_>, free: &[usize], best: &mut (f64, Vec<Placed>)) {
    let open: Vec<usize> =
        free.iter().copied().filter(|task| board.placed[*task].is_none()).collect();
    let value = board.counts();
    let possible: f64 = open.iter().map(|task| board.tasks[*task].priority).sum();
    if value + possible <= best.0 + LEAST {
        return;
    }
    if open.is_empty() {
        *best = (value, board.clone().placed());
    }
    for task in &open {
        let mut next = board.clone();
        next.place(*task);
        every_order(&next, &open, best);
    }
}

/// By what each counts for its days.
fn dense(tasks: &[Task], order: &[usize]) -> Vec<usize> {
    let density = |task: usize| tasks[task].priority / f64::from(tasks[task].halves);
    let mut dense = order.to_vec();
    dense.sort_by(|one, other| falling(density(*one), density(*other)));
    dense
}

/// By what each counts for the weeks it lasts.
fn quick(tasks: &[Task], order: &[usize]) -> Vec<usize> {
    let speed = |task: usize| tasks[task].priority / f64::from(tasks[task].weeks);
    let mut quick = order.to_vec();
    quick.sort_by(|one, other| falling(speed(*one), speed(*other)));
    quick
}

/// The order with tasks behind the first `fixed` moved where that counts more, and what it counts.
fn improved(
    board: &mut Board<'_>,
    mut order: Vec<usize>,
    fixed: usize,
    most: usize,
) -> (Vec<usize>, f64) {
    let mut best = board.value(&order);
    let mut tries = 0;
    let mut is_better = true;
    while is_better && tries < most {
        is_better = false;
        for from in fixed + 1..order.len() {
            for to in fixed..from {
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
