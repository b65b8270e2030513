//! Effort and impact of all steps: a field for each pair, in which any number of steps finds room.

use maud::{Markup, html};

use super::clean;
use super::step::{anchor, class};
use super::texts::Texts;
use crate::document::{Matrix, StepLink};
use crate::words::Words;
use dteam_engine::advice::Horizon;

pub(super) fn matrix(texts: &Texts, matrix: &Matrix) -> Markup {
    let (effort_axis, impact_axis) = (&matrix.effort, &matrix.impact);
    html! {
        table class="matrix" {
            caption { (texts.text(&matrix.caption)) }
            thead {
                tr {
                    td {}
                    th scope="colgroup" colspan="5" { (texts.text(&effort_axis.label)) }
                }
                tr {
                    th scope="col" class="corner" { (texts.text(&impact_axis.label)) }
                    @for effort in Matrix::LEVELS {
                        th scope="col" {
                            span class="hidden" { (texts.text(&effort_axis.label)) " " }
                            (effort)
                            @if effort == 1 { span class="end" { (texts.text(&effort_axis.least)) } }
                            @if effort == 5 { span class="end" { (texts.text(&effort_axis.most)) } }
                        }
                    }
                }
            }
            tbody {
                @for impact in Matrix::LEVELS.into_iter().rev() {
                    tr {
                        th scope="row" {
                            span class="hidden" { (texts.text(&impact_axis.label)) " " }
                            (impact)
                            @if impact == 5 { span class="end" { (texts.text(&impact_axis.most)) } }
                            @if impact == 1 { span class="end" { (texts.text(&impact_axis.least)) } }
                        }
                        @for effort in Matrix::LEVELS {
                            td { @for step in matrix.field(effort, impact) { (chip(texts, step)) " " } }
                        }
                    }
                }
            }
        }
    }
}

/// A step's number, leading to it; its shape says when the step's turn comes.
pub(super) fn chip(texts: &Texts, step: &StepLink) -> Markup {
    html! {
        a class={ "rank " (class(step.horizon)) } href={ "#" (anchor(step)) } title=(clean(&step.title)) {
            (step.rank) span class="hidden" { ". " (texts.text(&step.title)) }
        }
    }
}

/// The shape of the numbers of steps whose turn comes then.
pub(super) fn chip_example(texts: &Texts, turn: Horizon) -> Markup {
    let example = Words(texts.language).say("html-example-rank");
    html! { span class={ "rank " (class(turn)) } aria-hidden="true" { (texts.text(&example)) } }
}
