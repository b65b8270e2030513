//! Schedules keep to their limits, and on few tasks none is better.

use proptest::prelude::*;

use super::bound::bound;
use super::{
    Limits, Placed, QUARTERS, Task, WEEKS, YEAR, best_schedule, quarter_of_end, schedule, value,
};

fn tasks(most: usize) -> impl Strategy<Value = Vec<Task>> {
    let task = (0.0..100.0_f64, 1..60_u32, 1..40_u32, any::<u32>(), any::<u32>());
    prop::collection::vec(task, 1..=most).prop_map(|drawn| {
        let count = drawn.len() as u32;
        let tasks = drawn.into_iter().zip(0..count).map(
            |((priority, halves, weeks, after, settles), index)| {
                // One task in three waits for an earlier one, one in five settles another.
                let before = (index > 0 && after % 3 == 0).then(|| (after / 3 % index) as usize);
                let other = settles / 5 % count;
                let settled = (settles % 5 == 0 && other != index).then_some(other as usize);
                Task {
                    priority: (priority * 10.0).round() / 10.0,
                    halves,
                    weeks,
                    after: before.into_iter().collect(),
                    settles: settled.into_iter().collect(),
                    fixed: None,
                }
            },
        );
        tasks.collect()
    })
}

/// The best value over all orders.
fn best(tasks: &[Task], limits: &Limits, order: &mut Vec<usize>) -> f64 {
    if order.len() == tasks.len() {
        let mut board = super::Board::new(tasks, limits);
        return board.value(order);
    }
    let mut best = 0.0_f64;
    for task in 0..tasks.len() {
        if !order.contains(&task) {
            order.push(task);
            best = best.max(self::best(tasks, limits, order));
            order.pop();
        }
    }
    best
}

fn limits(days: u32, per_year: usize) -> Limits {
    Limits { capacity: vec![days; QUARTERS], per_year }
}

fn by_priority(tasks: &[Task]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..tasks.len()).collect();
    order.sort_by(|one, other| tasks[*other].priority.total_cmp(&tasks[*one].priority));
    order
}

/// A plan takes as long as thousands of schedules.
fn config() -> ProptestConfig {
    let standard = ProptestConfig::default();
    ProptestConfig { failure_persistence: None, cases: standard.cases.div_ceil(8), ..standard }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn limits_are_kept(tasks in tasks(30), days in 1..120_u32, per_year in 1..8_usize, is_plan in any::<bool>()) {
        let limits = limits(days, per_year);
        let order = by_priority(&tasks);
        let placed = match is_plan {
            true => best_schedule(&tasks, &limits, &order),
            false => schedule(&tasks, &limits, &order),
        };
        let end_of = |task: usize| match placed[task] {
            Placed::Done { end, .. } | Placed::Settled { end, .. } => Some(end),
            Placed::Left => None,
        };
        let mut begun = [0; QUARTERS];
        let mut least_work = [0; QUARTERS];
        for (task, place) in tasks.iter().zip(&placed) {
            match place {
                Placed::Done { start, end } => {
                    prop_assert!(*end <= QUARTERS as u32 * WEEKS && end - start >= task.weeks);
                    for before in &task.after {
                        prop_assert!(end_of(*before).is_some_and(|end| end <= *start));
                    }
                    begun[(start / WEEKS) as usize] += 1;
                    least_work[quarter_of_end(*end)] += task.halves;
                }
                Placed::Settled { by, end } => prop_assert_eq!(end_of(*by), Some(*end)),
                Placed::Left => {}
            }
        }
        for year in begun.windows(YEAR) {
            prop_assert!(year.iter().sum::<usize>() <= per_year);
        }
        // What has ended by a quarter has been worked by then.
        let mut worked = 0;
        for (quarter, work) in least_work.iter().enumerate() {
            worked += work;
            prop_assert!(worked <= days * (quarter as u32 + 1));
        }
    }

    #[test]
    fn few_tasks_are_planned_as_well_as_in_any_order_and_none_exceeds_the_bound(
        tasks in tasks(5), days in 1..80_u32, per_year in 1..5_usize,
    ) {
        let limits = limits(days, per_year);
        let order = by_priority(&tasks);
        let planned = value(&tasks, &best_schedule(&tasks, &limits, &order), QUARTERS);
        let best = best(&tasks, &limits, &mut Vec::new());
        prop_assert!((planned - best).abs() < 1e-6 || planned > best, "{planned} of {best}");
        let mut settlers = vec![Vec::new(); tasks.len()];
        for (task, it) in tasks.iter().enumerate() {
            it.settles.iter().for_each(|settled| settlers[*settled].push(task));
        }
        let most = bound(&tasks, &settlers, &limits, planned);
        prop_assert!(planned <= most + 1e-6, "{planned} of {most}");
        // Whatever is reached already, no schedule is better than the bound.
        prop_assert!(best <= bound(&tasks, &settlers, &limits, 0.0) + 1e-6);
        let quick = value(&tasks, &schedule(&tasks, &limits, &order), QUARTERS);
        prop_assert!(quick <= planned + 1e-6 && quick >= 0.5 * planned, "{quick} of {planned}");
    }

    #[test]
    fn more_days_never_make_a_plan_worse(tasks in tasks(14), days in 1..12_u32, more in 1..6_u32) {
        let order = by_priority(&tasks);
        let planned = |days: u32| {
            let placed = best_schedule(&tasks, &limits(days * 10, 4), &order);
            value(&tasks, &placed, QUARTERS)
        };
        prop_assert!(planned(days + more) >= planned(days) - 1e-6);
    }
}
#[test]
fn days_that_do_not_fit_run_on_into_the_next_quarter() {
    let task = |halves, weeks| Task {
        priority: 1.0,
        halves,
        weeks,
        after: vec![],
        settles: vec![],
        fixed: None,
    };
    let placed = schedule(&[task(30, 13), task(10, 4)], &limits(20, 5), &[0, 1]);
    assert_eq!(placed[0], Placed::Done { start: 0, end: 2 * WEEKS });
    assert_eq!(placed[1], Placed::Done { start: 0, end: 4 });
}

#[test]
fn what_a_task_settles_takes_no_days() {
    let task = |settles: Vec<usize>| Task {
        priority: 1.0,
        halves: 20,
        weeks: 4,
        after: vec![],
        settles,
        fixed: None,
    };
    let placed = schedule(&[task(vec![1]), task(vec![])], &limits(20, 5), &[0, 1]);
    assert_eq!(placed[1], Placed::Settled { by: 0, end: 4 });
}
