//! The pictures of the HTML report for paper: the same shapes, with a width and colours of their
//! own.

use maud::{Markup, PreEscaped, html};
use serde_json::{Value as Json, json};

use crate::html::kind;
use crate::html::marks::{self, Values};
use crate::html::report::Report;

const STYLE: &str = include_str!("pictures.css");

/// The width of a line from its left edge to its right, in pixels: 0.75 points each.
const LINE: usize = 220;

/// Marks at the edges reach so far beyond them.
const BEYOND: usize = 8;

/// The width of a full bar, in pixels.
const BAR: usize = 300;

/// Values on a line, with the values in words for those who do not see it.
pub(super) fn line(report: &Report<'_>, title: &str, described: &str, values: &Values<'_>) -> Json {
    let (drawn, height) = marks::drawn(report, values);
    let shifted =
        html! { svg x=(BEYOND) y="0" width=(LINE) height=(height) overflow="visible" { (drawn) } };
    json!({"svg": svg(LINE + 2 * BEYOND, height, "", &shifted), "alt": format!("{title}: {described}")})
}

pub(super) fn bar(label: &str, share: &str, degree: f64, own: bool) -> Json {
    json!({"svg": svg(BAR, 16, "", &kind::bar(degree, own)), "alt": format!("{label}: {share}")})
}

/// What the marks mean. The word beside a mark says what there is to say of it.
pub(super) fn legend(report: &Report<'_>) -> Json {
    let meanings = marks::meanings(report).into_iter();
    meanings.map(|(mark, meaning)| json!({"svg": svg(15, 15, "-7.5 -7.5 15 15", &mark), "meaning": meaning})).collect()
}

fn svg(width: usize, height: usize, view: &str, drawn: &Markup) -> String {
    let view = if view.is_empty() { format!("0 0 {width} {height}") } else { view.to_owned() };
    let svg = html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(width) height=(height) viewBox=(view) {
            style { (PreEscaped(STYLE)) }
            (drawn)
        }
    };
    svg.into_string()
}
