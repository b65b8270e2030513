//! The steps of a plan as tasks for the programs in which people keep theirs: spreadsheets and
//! calendars.

use jiff::civil::Date;

use crate::words::Words;
use dteam_engine::advice::plan::Plan;
use dteam_engine::pack::Budget;

mod csv;
mod ics;
mod xlsx;

pub use csv::{tasks_as_csv, team_as_csv};
pub use ics::tasks_as_ics;
pub use xlsx::tasks_as_xlsx;

/// A step as a row of a list of tasks.
struct Task {
    /// From 1.
    number: usize,
    rule: String,
    title: String,
    /// Who does it, as far as it is known.
    owner: String,
    helps: String,
    decides: String,
    start: Date,
    end: Date,
    /// Own person-days.
    days: f64,
    cost: String,
}

/// The headings of the columns, in their order.
const COLUMNS: [&str; 9] = [
    "tasks-number",
    "tasks-task",
    "tasks-owner",
    "tasks-helps",
    "tasks-decides",
    "tasks-start",
    "tasks-end",
    "tasks-days",
    "tasks-cost",
];

fn headings(words: Words) -> [String; 9] {
    COLUMNS.map(|id| words.say(id))
}

fn tasks(plan: &Plan) -> impl Iterator<Item = Task> {
    let words = Words(plan.language);
    plan.steps.iter().enumerate().map(move |(index, step)| {
        let helps: Vec<String> = step.with.iter().map(|party| party.label.clone()).collect();
        let decides = step.decided_by.map(|by| words.body(by));
        let budget = Budget { cost: step.cost, returns: step.returns, joint: None };
        Task {
            number: index + 1,
            rule: step.rule.clone(),
            title: step.title.clone(),
            owner: step.lead.as_ref().map(|lead| lead.label.clone()).unwrap_or_default(),
            helps: helps.join(", "),
            decides: decides.unwrap_or_default(),
            start: step.start.first_day(),
            end: step.end.last_day(),
            days: step.days.planned,
            cost: words.budget(budget).unwrap_or_default(),
        }
    })
}

/// The text with an apostrophe before what a spreadsheet would take for a formula.
fn harmless(text: &str) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}
