//! Tasks as entries of a calendar.

use icalendar::{Calendar, Component, Todo};
use jiff::civil::Date;

use super::tasks;
use crate::words::Words;
use dteam_engine::advice::plan::Plan;

/// The tasks as a calendar (RFC 5545): to do, from the first day of the quarter in which they begin,
/// due on the last day of the one in which they end.
pub fn tasks_as_ics(plan: &Plan) -> String {
    let words = Words(plan.language);
    let made = plan.date.unwrap_or_else(|| plan.assumptions.start.first_day());
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", "-//dteam//plan//DE"));
    for task in tasks(plan) {
        let owner = (!task.owner.is_empty())
            .then(|| format!("{}: {}", words.say("tasks-owner"), task.owner));
        let days = format!("{}: {}", words.say("tasks-days"), words.0.number(task.days));
        let about: Vec<String> = owner.into_iter().chain([days]).collect();
        let todo = Todo::new()
            // The same task keeps its name, so that a newer plan moves it.
            .uid(&format!("{}@dteam", task.rule.replace('/', ".")))
            .add_property("DTSTAMP", format!("{}T000000Z", compact(made)))
            .summary(&task.title)
            .description(&about.join("\n"))
            .append_property(on("DTSTART", task.start))
            .append_property(on("DUE", task.end))
            .done();
        calendar.push(todo);
    }
    calendar.to_string()
}

/// A day as calendars write it.
fn compact(date: Date) -> String {
    date.strftime("%Y%m%d").to_string()
}

fn on(name: &str, date: Date) -> icalendar::Property {
    icalendar::Property::new(name, compact(date)).add_parameter("VALUE", "DATE").done()
}
