//! The type: what it means, how far the municipality belongs to each, what that rests on.

use indexmap::IndexMap;
use maud::{Markup, html};

use super::report::{Report, clean};
use dteam_engine::classification::Basis;

pub(super) fn kind(report: &Report<'_>) -> Option<Markup> {
    let classification = &report.advice.classification;
    let Some(label) = &classification.label else {
        return Some(html! { p { (report.say("type-none")) } });
    };
    Some(html! {
        p class="type-name" { (report.text(label)) }
        @for remark in report.words.remarks(report.advice) { p class="remark" { (report.text(&remark)) } }
        @if let Some(goals) = &classification.leading_goals {
            p { b { (report.say("type-goals")) ":" } " " (report.text(goals)) "." }
        }
        @if let Some(meaning) = &classification.meaning { p { (report.text(meaning)) } }
        h3 { (report.say("type-strengths")) }
        ul { @for strength in &report.advice.type_strengths { li { (report.text(strength)) } } }
        @match (classification.basis, &classification.by_goals, &classification.by_indicators) {
            (Some(Basis::Goals), Some(goals), _) => {
                (bars(report, "html-memberships", &goals.memberships))
                p class="note" { (report.with("html-basis-goals", &[("table", goals.table.to_string().into())])) }
            }
            (Some(Basis::Indicators), _, Some(indicators)) => {
                (bars(report, "html-probabilities", &indicators.posterior))
                p class="note" {
                    (report.with("html-basis-indicators", &[("table", indicators.prior_table.to_string().into())]))
                }
            }
            _ => {}
        }
    })
}

/// A bar for each type, the longest first.
fn bars(report: &Report<'_>, caption: &str, degrees: &IndexMap<String, f64>) -> Markup {
    let classification = &report.advice.classification;
    html! {
        table class="bars" role="table" {
            caption { (report.say(caption)) }
            thead class="hidden" role="rowgroup" {
                tr role="row" {
                    th scope="col" role="columnheader" { (report.say("type")) }
                    th scope="col" role="columnheader" { (report.say("html-column-bar")) }
                    th scope="col" role="columnheader" { (report.say("html-column-share")) }
                }
            }
            tbody role="rowgroup" {
                @for (place, (kind, degree)) in sorted(degrees).into_iter().enumerate() {
                    @let label = clean(report.label(kind));
                    @let own = classification.kind.as_deref() == Some(kind);
                    @let second = classification.mixed_with.as_deref() == Some(kind);
                    @let share = report.percent(*degree);
                    @let id = format!("share-{}", place + 1);
                    tr role="row" class=[own.then_some("own")] {
                        th scope="row" role="rowheader" {
                            (label)
                            @if own { " " span class="quiet" { (report.say("html-mark-own-type")) } }
                            @if second { " " span class="quiet" { (report.say("html-second-type")) } }
                        }
                        td role="cell" class="length" {
                            svg role="img" aria-labelledby={ (id) "-t " (id) "-d" } width="100%" height="16" {
                                title id={ (id) "-t" } { (label) }
                                desc id={ (id) "-d" } { (share) }
                                (bar(*degree, own))
                            }
                        }
                        td role="cell" class="number" { (share) }
                    }
                }
            }
        }
    }
}

/// The highest degree first.
pub(crate) fn sorted(degrees: &IndexMap<String, f64>) -> Vec<(&String, &f64)> {
    let mut sorted: Vec<_> = degrees.iter().collect();
    sorted.sort_by(|one, other| other.1.total_cmp(one.1));
    sorted
}

/// A bar of 16 pixels in height, of all the width there is for a degree of 1.
pub(crate) fn bar(degree: f64, own: bool) -> Markup {
    html! {
        rect class="track" x="0" y="0" width="100%" height="16" {}
        rect class=@if own { "bar own-bar" } @else { "bar" } x="0" y="0" width=(format!("{:.1}%", degree * 100.0)) height="16" {}
    }
}
