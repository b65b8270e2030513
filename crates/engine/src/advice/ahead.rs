//! Why a step stands above others of higher priority: readers expect the most important first.

use super::AheadBecause;
use super::covered::Covered;
use super::priority::{Ranked, Waits};
use dteam_text::decimal::rounded;

/// Why the step at this rank, counted from 0, stands above others of higher priority, and those that
/// the reason is about, by their rules; nothing if it does not.
pub(super) fn ahead(
    ranked: &[Ranked],
    rank: usize,
    waits: &Waits,
    covered: &Covered,
) -> Option<(AheadBecause, Vec<usize>)> {
    let step = &ranked[rank];
    let below = &ranked[rank + 1..];
    let own = step.shown_priority();
    let stands = |other: &&Ranked| other.shown_priority() > own && other.settled_by.is_none();
    let first = below.iter().find(stands)?;
    let waiting = waiting_for(waits, step.rule);
    let urgent = below.iter().filter(|other| rounded(other.urgency, 1) > own);
    let urgent: Vec<usize> =
        urgent.map(|other| other.rule).filter(|rule| waiting.contains(rule)).collect();
    if !urgent.is_empty() {
        return Some((AheadBecause::Prerequisite, urgent));
    }
    if first.horizon == step.horizon && rounded(step.urgency, 1) > own {
        return Some((AheadBecause::Part, covered.parts(step.rule).collect()));
    }
    let settled = below.iter().filter(|other| other.settled_by == Some(step.rule));
    let settled: Vec<usize> = settled.map(|other| other.rule).collect();
    if !settled.is_empty() {
        return Some((AheadBecause::Settles, settled));
    }
    let first_waits = waits
        .steps
        .binary_search(&first.rule)
        .is_ok_and(|step| waits.before(step).next().is_some());
    let because = if first_waits { AheadBecause::Waiting } else { AheadBecause::Capacity };
    Some((because, vec![first.rule]))
}

/// The rules whose steps wait for this one's, and those that wait for these.
fn waiting_for(waits: &Waits, rule: usize) -> Vec<usize> {
    let mut waiting: Vec<usize> = Vec::new();
    let mut open = vec![rule];
    while let Some(rule) = open.pop() {
        let Ok(step) = waits.steps.binary_search(&rule) else { continue };
        for behind in waits.behind(step) {
            let behind = waits.steps[behind];
            if !waiting.contains(&behind) {
                waiting.push(behind);
                open.push(behind);
            }
        }
    }
    waiting
}
