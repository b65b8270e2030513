//! When the steps are taken: the plan's part that the paper is about.

use super::author::Author;
use crate::document::{Block, Caption, Section};
use dteam_engine::pack::Budget;

/// Nothing without a plan, or if none of the steps has a place in it.
pub(super) fn schedule(author: &Author<'_>) -> Option<Section> {
    let plan = author.paper.plan?;
    let rows = author.paper.steps.iter().filter_map(|step| {
        let planned = author.planned(step)?;
        let budget = Budget { cost: planned.cost, returns: planned.returns, joint: None };
        Some(vec![
            step.title.clone(),
            author.words.period(planned.start),
            author.words.period(planned.end),
            author.words.0.number(planned.days.planned),
            author.words.budget(budget).unwrap_or_default(),
        ])
    });
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        return None;
    }
    let columns = [
        ("column-step", 34),
        ("council-start", 16),
        ("council-end", 16),
        ("council-days", 14),
        ("step-cost", 20),
    ];
    let caption = Caption::Hidden(author.say("council-section-schedule"));
    let days = author.words.0.number(plan.assumptions.days_per_quarter);
    let about = author.words.with("council-schedule-about", &[("days", days.into())]);
    let table = author.table("schedule", caption, &columns, rows);
    Some(author.section("schedule", "council-section-schedule", vec![Block::Text(about), table]))
}
