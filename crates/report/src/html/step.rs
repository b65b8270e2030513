//! A step in full, and links to steps.

use maud::{Markup, html};

use super::texts::Texts;
use crate::document::{FullStep, StepLink, Value, Weighed};
use dteam_engine::advice::Horizon;

/// The anchor of a step.
pub(super) fn anchor(step: &StepLink) -> String {
    format!("step-{}", step.rank)
}

/// The class by which a horizon has its shape.
pub(super) fn class(horizon: Horizon) -> &'static str {
    match horizon {
        Horizon::Now => "now",
        Horizon::Next => "next",
        Horizon::Later => "later",
    }
}

pub(super) fn full_step(texts: &Texts, full: &FullStep) -> Markup {
    let id = anchor(&full.step);
    html! {
        section class="step" id=(id) aria-labelledby={ "h-" (id) } {
            h3 id={ "h-" (id) } {
                span class={ "rank " (class(full.step.horizon)) } { (full.step.rank) span class="hidden" { ". " } }
                " " span { (texts.text(&full.step.title)) }
            }
            @if !full.weights.is_empty() {
                dl class="weights" {
                    @for weight in &full.weights {
                        div { dt { (texts.text(&weight.label)) } dd { (weighed(texts, &weight.value)) } }
                    }
                }
            }
            p { (texts.text(&full.why)) }
            h4 { (texts.text(&full.moves_label)) }
            ul { @for first_move in &full.moves { li { (texts.text(first_move)) } } }
            dl class="facts-of-step" {
                @for fact in &full.facts { div { dt { (texts.text(&fact.label)) } (values(texts, &fact.value)) } }
            }
        }
    }
}

/// A level with as many dots filled.
fn weighed(texts: &Texts, weighed: &Weighed) -> Markup {
    match weighed {
        Weighed::Text(text) => texts.text(text),
        Weighed::Level(level) => {
            let filled = usize::from(level.level.min(5));
            html! {
                span class="dots" aria-hidden="true" { (("●").repeat(filled)) (("○").repeat(5 - filled)) } " "
                (texts.text(&level.text))
            }
        }
    }
}

fn values(texts: &Texts, value: &Value) -> Markup {
    match value {
        Value::Text(text) => html! { dd { (texts.text(text)) } },
        Value::Each(all) => html! { @for text in all { dd { (texts.text(text)) } } },
        Value::Steps(steps) => html! { dd { (links(texts, steps)) } },
        Value::Items(items) => {
            html! { @for item in items { dd { (super::block::item(texts, item)) } } }
        }
    }
}

/// Links to steps, each with its number and title.
pub(super) fn links(texts: &Texts, steps: &[StepLink]) -> Markup {
    html! {
        @for (index, step) in steps.iter().enumerate() {
            @if index > 0 { "; " }
            a href={ "#" (anchor(step)) } { (step.rank) ". " (texts.text(&step.title)) }
        }
    }
}
