//! The profile: how much there is in each section of the survey, beside the types; and where the
//! steps begin.

use maud::{Markup, html};

use super::marks::{self, Values};
use super::matrix::chip;
use super::report::{Report, clean};
use dteam_engine::advice::Extent;

pub(super) fn profile(report: &Report<'_>) -> Option<Markup> {
    let advice = report.advice;
    let answered = advice.extents.iter().any(|extent| extent.value.is_some());
    if !answered && advice.steps.is_empty() {
        return None;
    }
    Some(html! {
        @if answered {
            p { (report.say("html-profile-about")) }
            div class="compared" {
                (marks::legend(report))
                (extents(report))
            }
        }
        @if !advice.steps.is_empty() { (themes(report)) }
    })
}

fn extents(report: &Report<'_>) -> Markup {
    let columns = [
        "html-column-area",
        "html-column-picture",
        "column-own",
        "column-type",
        "column-all",
        "column-best",
    ];
    let columns = columns.map(|column| clean(&report.words.say(column)));
    html! {
        table class="lines reflow" role="table" {
            caption { (report.say("html-profile-caption")) }
            (head(report, &columns, "best"))
            tbody role="rowgroup" {
                @for (place, extent) in report.advice.extents.iter().enumerate() { (row(report, place, extent, &columns)) }
            }
        }
    }
}

/// The head of a table of marks and their figures; `last` is the kind of its last column.
pub(super) fn head(report: &Report<'_>, columns: &[String], last: &str) -> Markup {
    html! {
        thead role="rowgroup" {
            tr role="row" {
                th scope="col" role="columnheader" class="name" { (columns[0]) }
                th scope="col" role="columnheader" class="picture" { (scale(report, &columns[1])) }
                th scope="col" role="columnheader" class="figure" { (columns[2]) }
                @if report.advice.classification.kind.is_some() {
                    th scope="col" role="columnheader" class="figure" { (columns[3]) }
                }
                th scope="col" role="columnheader" class="figure" { (columns[4]) }
                th scope="col" role="columnheader" class=(last) { (columns[5]) }
            }
        }
    }
}

/// The ends and the middle of the lines below.
fn scale(report: &Report<'_>, name: &str) -> Markup {
    let percent = |share: f64| report.percent(share);
    html! {
        span class="hidden" { (name) }
        span class="scale" aria-hidden="true" { span { (percent(0.0)) } span { (percent(0.5)) } span { (percent(1.0)) } }
    }
}

fn row(report: &Report<'_>, place: usize, extent: &Extent, columns: &[String]) -> Markup {
    let advice = report.advice;
    let own_type = advice.classification.kind.as_deref();
    let percent = |share: f64| report.percent(share);
    let Some(value) = extent.value else {
        return html! {
            tr role="row" {
                th scope="row" role="rowheader" { (report.text(&extent.title)) }
                td role="cell" colspan=(if own_type.is_some() { "5" } else { "4" }) class="quiet" { (report.say("html-nothing-answered")) }
            }
        };
    };
    let best = best(extent);
    let described = described(report, extent, value);
    let values = values(extent);
    let counts = [
        ("answered", extent.answered.to_string().into()),
        ("questions", extent.questions.len().to_string().into()),
    ];
    html! {
        tr role="row" {
            th scope="row" role="rowheader" {
                (report.text(&extent.title))
                span class="quiet below" { (report.with("html-of-questions", &counts)) }
            }
            td role="cell" class="picture" {
                (marks::line(report, &format!("extent-{}", place + 1), &extent.title, &described, &values))
            }
            td role="cell" class="number own" data-label=(columns[2]) { (percent(value)) }
            @if let Some(kind) = own_type {
                td role="cell" class="number" data-label=(columns[3]) {
                    (extent.by_type.get(kind).map_or_else(|| "–".to_owned(), |value| percent(*value)))
                }
            }
            td role="cell" class="number" data-label=(columns[4]) {
                (extent.all_value.map_or_else(|| "–".to_owned(), percent))
            }
            td role="cell" class="best" data-label=(columns[5]) {
                @if let Some((kind, value)) = best { (percent(value)) " " span class="quiet below" { (report.text(report.label(kind))) } }
            }
        }
    }
}

/// The type with the most, the first of equals.
pub(crate) fn best(extent: &Extent) -> Option<(&String, f64)> {
    extent.by_type.iter().fold(None, |best: Option<(&String, f64)>, (kind, value)| match best {
        Some((_, highest)) if highest >= *value => best,
        _ => Some((kind, *value)),
    })
}

pub(crate) fn values(extent: &Extent) -> Values<'_> {
    Values {
        own: extent.value,
        by_type: extent.by_type.iter().map(|(kind, value)| (kind.as_str(), *value)).collect(),
        all: extent.all_value,
    }
}

/// The values in words.
pub(crate) fn described(report: &Report<'_>, extent: &Extent, value: f64) -> String {
    let percent = |share: f64| report.percent(share);
    let named = extent
        .by_type
        .iter()
        .map(|(kind, value)| format!("{} {}", report.label(kind), percent(*value)));
    let all = extent.all_value.map(|value| report.all(&percent(value)));
    std::iter::once(report.here(&percent(value)))
        .chain(named)
        .chain(all)
        .collect::<Vec<_>>()
        .join(", ")
}

/// The steps of each pack by their numbers.
fn themes(report: &Report<'_>) -> Markup {
    let advice = report.advice;
    html! {
        table class="themes" {
            caption { (report.say("html-themes-caption")) }
            thead {
                tr {
                    th scope="col" { (report.say("html-theme")) }
                    th scope="col" { (report.say("html-column-steps")) }
                }
            }
            tbody {
                @for pack in &advice.packs {
                    tr {
                        th scope="row" { (report.text(&pack.title)) }
                        td {
                            @let steps = || advice.steps.iter().filter(|step| step.pack == pack.id);
                            @for step in steps() { (chip(report, step)) " " }
                            @if steps().next().is_none() { span class="quiet" { (report.say("html-no-step")) } }
                        }
                    }
                }
            }
        }
    }
}
