//! Effort and impact of all steps: a field for each pair, in which any number of steps finds room.

use maud::{Markup, html};

use super::plan::{anchor, class};
use super::report::{Report, clean};
use dteam_engine::advice::{Horizon, Step};

pub(super) fn matrix(report: &Report<'_>) -> Option<Markup> {
    let steps = &report.advice.steps;
    if steps.is_empty() {
        return None;
    }
    let levels: [u8; 5] = [1, 2, 3, 4, 5];
    Some(html! {
        p { (report.say("html-matrix-about")) }
        (horizons(report))
        table class="matrix" {
            caption { (report.say("html-matrix-caption")) }
            thead {
                tr {
                    td {}
                    th scope="colgroup" colspan="5" { (report.say("column-effort")) }
                }
                tr {
                    th scope="col" class="corner" { (report.say("html-impact")) }
                    @for effort in levels {
                        th scope="col" {
                            span class="hidden" { (report.say("column-effort")) " " }
                            (effort)
                            @if effort == 1 { span class="end" { (report.say("html-effort-least")) } }
                            @if effort == 5 { span class="end" { (report.say("html-effort-most")) } }
                        }
                    }
                }
            }
            tbody {
                @for impact in levels.into_iter().rev() {
                    tr {
                        th scope="row" {
                            span class="hidden" { (report.say("html-impact")) " " }
                            (impact)
                            @if impact == 5 { span class="end" { (report.say("html-impact-most")) } }
                            @if impact == 1 { span class="end" { (report.say("html-impact-least")) } }
                        }
                        @for effort in levels {
                            td {
                                @for step in steps.iter().filter(|step| step.factors.effort == effort && level(step) == impact) {
                                    (chip(report, step)) " "
                                }
                            }
                        }
                    }
                }
            }
        }
    })
}

/// The impact as a whole number; halves count up.
pub(crate) fn level(step: &Step) -> u8 {
    step.factors.impact.round().clamp(1.0, 5.0) as u8
}

/// A step's number, leading to it; its shape says when the step's turn comes.
pub(super) fn chip(report: &Report<'_>, step: &Step) -> Markup {
    html! {
        a class={ "rank " (class(step.horizon)) } href={ "#" (anchor(step)) } title=(clean(&step.title)) {
            (step.rank) span class="hidden" { ". " (report.text(&step.title)) }
        }
    }
}

/// What the shapes of the numbers mean: those that occur.
pub(super) fn horizons(report: &Report<'_>) -> Markup {
    let occurs =
        |horizon: &Horizon| report.advice.steps.iter().any(|step| step.horizon == *horizon);
    html! {
        ul class="legend" {
            @for horizon in [Horizon::Now, Horizon::Next, Horizon::Later].into_iter().filter(occurs) {
                li {
                    span class={ "rank " (class(horizon)) } aria-hidden="true" { (report.say("html-example-rank")) }
                    (report.text(&report.words.horizon(horizon)))
                }
            }
        }
    }
}
