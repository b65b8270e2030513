//! Every answer that the study has a value for: a line for each, in the sections of the survey.

use maud::{Markup, html};
use serde_json::Value as Json;

use super::marks::{self, Values};
use super::profile::head;
use super::report::{Report, clean};
use dteam_engine::advice::{Comparison, Extent};

pub(super) fn comparison(report: &Report<'_>) -> Option<Markup> {
    let advice = report.advice;
    if advice.comparison.is_empty() {
        return None;
    }
    let columns = [
        "column-question",
        "html-column-picture",
        "column-own",
        "column-type",
        "column-all",
        "column-table",
    ];
    let columns = columns.map(|column| clean(&report.words.say(column)));
    Some(html! {
        p { (report.say("html-comparison-about")) }
        (marks::legend(report))
        @for extent in &advice.extents {
            @if extent.answered > 0 { (section(report, extent, &columns)) }
        }
    })
}

fn section(report: &Report<'_>, extent: &Extent, columns: &[String]) -> Markup {
    let has_type = report.advice.classification.kind.is_some();
    let compared = report.advice.comparison.iter().enumerate();
    let compared: Vec<_> =
        compared.filter(|(_, compared)| extent.questions.contains(&compared.question)).collect();
    // What belongs to one question stands together under its label.
    let groups = compared
        .chunk_by(|one, other| question(one.1).is_some() && question(one.1) == question(other.1));
    html! {
        div class="compared" {
            h3 { (report.text(&extent.title)) }
            table class="lines reflow" role="table" {
                caption class="hidden" { (report.text(&extent.title)) }
                (head(report, columns, "figure"))
                @for group in groups {
                    tbody role="rowgroup" {
                        @if let Some(question) = question(group[0].1) {
                            tr role="row" class="group" {
                                th scope="rowgroup" role="rowheader" colspan=(if has_type { "6" } else { "5" }) {
                                    (report.text(question))
                                }
                            }
                        }
                        @for (place, compared) in group { (row(report, *place, compared, columns)) }
                    }
                }
            }
        }
    }
}

/// The question's label, where the comparison is of one of its options: the label without the
/// option's.
pub(crate) fn question(comparison: &Comparison) -> Option<&str> {
    let question = comparison.label.strip_suffix(comparison.option_label.as_ref()?.as_str())?;
    Some(question.trim_end_matches([' ', '–']))
}

fn row(report: &Report<'_>, place: usize, comparison: &Comparison, columns: &[String]) -> Markup {
    let words = report.words;
    let own = words.own_value(comparison);
    let values = values(comparison);
    let option = comparison.option_label.as_ref().filter(|_| question(comparison).is_some());
    let described = described(report, comparison);
    let number = |value: Option<f64>| {
        value.map_or_else(|| "–".to_owned(), |value| words.value(comparison, value))
    };
    html! {
        tr role="row" class=[option.map(|_| "option")] {
            th scope="row" role="rowheader" {
                (report.text(option.unwrap_or(&comparison.label)))
                @if let Some(range) = range(report, comparison) { " " span class="quiet" { (report.text(&range)) } }
            }
            td role="cell" class="picture" {
                (marks::line(report, &format!("compared-{}", place + 1), &comparison.label, &described, &values))
            }
            td role="cell" class="number own" data-label=(columns[2]) { (own) }
            @if report.advice.classification.kind.is_some() {
                td role="cell" class="number" data-label=(columns[3]) { (number(comparison.type_value)) }
            }
            td role="cell" class="number" data-label=(columns[4]) { (number(comparison.all_value)) }
            td role="cell" class="number" data-label=(columns[5]) { (comparison.table) }
        }
    }
}

/// The values as shares of the greatest there is.
pub(crate) fn values(comparison: &Comparison) -> Values<'_> {
    let share = |value: f64| value / comparison.greatest;
    let by_type = comparison.by_type.iter().flat_map(|values| values.iter());
    Values {
        own: match &comparison.value {
            Json::Bool(flag) => Some(if *flag { 1.0 } else { 0.0 }),
            value => value.as_f64().map(share),
        },
        by_type: by_type.map(|(kind, value)| (kind.as_ref(), share(*value))).collect(),
        all: comparison.all_value.map(share),
    }
}

/// The values in words.
pub(crate) fn described(report: &Report<'_>, comparison: &Comparison) -> String {
    format!("{}; {}", report.here(&report.words.own_value(comparison)), report.values(comparison))
}

/// `(von 0 bis 3)`, where the values are not percentages.
pub(crate) fn range(report: &Report<'_>, comparison: &Comparison) -> Option<String> {
    let is_percent = comparison.measure == "share" || comparison.unit == Some("percent");
    let greatest = [("greatest", report.words.0.number(comparison.greatest).into())];
    (!is_percent).then(|| report.words.with("html-up-to", &greatest))
}
