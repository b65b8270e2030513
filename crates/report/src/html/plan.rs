//! The plan: the first steps in full, the rest as a table.

use maud::{Markup, html};

use super::report::{Report, clean};
use crate::words::step_title;
use dteam_engine::advice::{Horizon, Step};

pub(super) fn plan(report: &Report<'_>, full: usize) -> Option<Markup> {
    let steps = &report.advice.steps;
    if steps.is_empty() {
        return Some(html! { p { (report.say("no-steps")) } });
    }
    let (first, rest) = steps.split_at(full.min(steps.len()));
    Some(html! {
        p class="note" { (report.say("html-plan-about")) }
        @for step in first { (full_step(report, step)) }
        @if !rest.is_empty() { (more(report, rest)) }
    })
}

/// The anchor of a step.
pub(super) fn anchor(step: &Step) -> String {
    format!("step-{}", step.rank)
}

/// The class by which a horizon has its shape.
pub(crate) fn class(horizon: Horizon) -> &'static str {
    match horizon {
        Horizon::Now => "now",
        Horizon::Next => "next",
        Horizon::Later => "later",
    }
}

/// `3 von 5`, with as many dots filled.
fn of_five(report: &Report<'_>, value: f64) -> Markup {
    let filled = (value.round().clamp(0.0, 5.0)) as usize;
    html! {
        span class="dots" aria-hidden="true" { (("●").repeat(filled)) (("○").repeat(5 - filled)) } " "
        (report.with("html-of-five", &[("value", report.words.0.number(value).into())]))
    }
}

/// The name of the pack a step comes from.
pub(crate) fn theme<'r>(report: &'r Report<'_>, step: &'r Step) -> &'r str {
    let pack = report.advice.packs.iter().find(|pack| pack.id == step.pack);
    pack.map_or(step.pack.as_str(), |pack| pack.title.as_str())
}

fn full_step(report: &Report<'_>, step: &Step) -> Markup {
    let id = anchor(step);
    html! {
        section class="step" id=(id) aria-labelledby={ "h-" (id) } {
            h3 id={ "h-" (id) } {
                span class={ "rank " (class(step.horizon)) } { (step.rank) span class="hidden" { ". " } }
                " " span { (report.text(&step.title)) }
            }
            dl class="weights" {
                div { dt { (report.say("column-when")) } dd { (report.text(&report.words.horizon(step.horizon))) } }
                div { dt { (report.say("html-impact")) } dd { (of_five(report, step.factors.impact)) } }
                div { dt { (report.say("column-effort")) } dd { (of_five(report, f64::from(step.factors.effort))) } }
                div { dt { (report.say("column-priority")) } dd { (report.words.priority(step.priority)) } }
                div { dt { (report.say("html-theme")) } dd { (report.text(theme(report, step))) } }
            }
            p { (report.text(&step.why)) }
            h4 { (report.say("step-first")) }
            ul { @for action in &step.actions { li { (report.text(action)) } } }
            (facts(report, step))
        }
    }
}

fn facts(report: &Report<'_>, step: &Step) -> Markup {
    let advice = report.advice;
    let words = report.words;
    html! {
        dl class="facts-of-step" {
            @if !step.benchmarks.is_empty() {
                div {
                    dt { (report.say("step-comparison")) }
                    @for comparison in &step.benchmarks { dd { (report.text(&words.comparison(advice, comparison))) } }
                }
            }
            @if !step.learn_from.is_empty() {
                div { dt { (report.say("step-learn-from")) } dd { (report.text(&words.models(advice, step))) } }
            }
            @for (label, rules) in [("step-after", &step.after), ("step-then", &step.then)] {
                @let titles: Vec<&str> = rules.iter().filter_map(|rule| step_title(advice, rule)).collect();
                @if !titles.is_empty() {
                    div { dt { (report.say(label)) } dd { (steps(report, rules)) } }
                }
            }
            div {
                dt { (report.say("step-source")) }
                dd { (report.text(&words.source(&step.source, &step.rule, step.trace.changed_by.as_ref()))) }
            }
        }
    }
}

/// Links to steps of the advice, each with its number and title.
pub(super) fn steps(report: &Report<'_>, rules: &[String]) -> Markup {
    let steps = report.advice.steps.iter().filter(|step| rules.contains(&step.rule));
    html! {
        @for (place, step) in steps.enumerate() {
            @if place > 0 { "; " }
            a href={ "#" (anchor(step)) } { (step.rank) ". " (report.text(&step.title)) }
        }
    }
}

/// The remaining steps: a table, and on a phone an entry for each.
fn more(report: &Report<'_>, rest: &[Step]) -> Markup {
    let columns = [
        "column-rank",
        "column-step",
        "html-theme",
        "column-when",
        "html-impact",
        "column-effort",
        "column-priority",
    ];
    let columns = columns.map(|column| clean(&report.words.say(column)));
    html! {
        h3 { (report.say("section-more-steps")) }
        table class="more reflow" role="table" {
            caption class="hidden" { (report.say("section-more-steps")) }
            thead role="rowgroup" {
                tr role="row" { @for column in &columns { th scope="col" role="columnheader" { (column) } } }
            }
            tbody role="rowgroup" {
                @for step in rest {
                    tr role="row" id=(anchor(step)) {
                        td role="cell" class="first" { span class={ "rank " (class(step.horizon)) } { (step.rank) } }
                        th scope="row" role="rowheader" { (report.text(&step.title)) }
                        td role="cell" data-label=(columns[2]) { (report.text(theme(report, step))) }
                        td role="cell" data-label=(columns[3]) { (report.text(&report.words.horizon(step.horizon))) }
                        td role="cell" data-label=(columns[4]) {
                            (report.with("html-of-five", &[("value", report.words.0.number(step.factors.impact).into())]))
                        }
                        td role="cell" data-label=(columns[5]) {
                            (report.with("html-of-five", &[("value", step.factors.effort.to_string().into())]))
                        }
                        td role="cell" data-label=(columns[6]) { (report.words.priority(step.priority)) }
                    }
                }
            }
        }
    }
}
