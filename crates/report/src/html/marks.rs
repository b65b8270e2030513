//! Values on a line: a mark of its own shape for the municipality, for each type and for all, and
//! what each mark means.
//!
//! Places are percentages of the picture's width and marks have a fixed size, so a line fits any
//! width and nothing in it shrinks.

use maud::{Markup, html};

use super::report::{Report, clean};

/// What is drawn on one line.
pub(crate) struct Values<'v> {
    /// 0..1, from the left edge to the right.
    pub own: Option<f64>,
    /// In the order of the types, with their ids.
    pub by_type: Vec<(&'v str, f64)>,
    pub all: Option<f64>,
}

/// The shapes of the types in turn, each about ten units wide around its middle.
const SHAPES: [&str; 6] = [
    "M-4.5 0A4.5 4.5 0 1 0 4.5 0A4.5 4.5 0 1 0 -4.5 0Z",
    "M-4 -4H4V4H-4Z",
    "M0 -5L5 4H-5Z",
    "M0 5L-5 -4H5Z",
    "M-1.8 -5H1.8V-1.8H5V1.8H1.8V5H-1.8V1.8H-5V-1.8H-1.8Z",
    "M-5 -2H5V2H-5Z",
];

const OWN: &str = "M0 -6.5L6.5 0L0 6.5L-6.5 0Z";

/// Marks nearer to one another than this share of the width are drawn one below the other: at 260
/// pixels they would touch.
const APART: f64 = 0.046;

/// The height of a lane for marks, in pixels.
const LANE: usize = 13;

/// The line as a picture, described by a title and the values in words.
pub(super) fn line(
    report: &Report<'_>,
    id: &str,
    title: &str,
    description: &str,
    values: &Values<'_>,
) -> Markup {
    let (drawn, height) = drawn(report, values);
    html! {
        svg class="line" role="img" aria-labelledby={ (id) "-t " (id) "-d" } width="100%" height=(height) {
            title id={ (id) "-t" } { (clean(title)) }
            desc id={ (id) "-d" } { (clean(description)) }
            (drawn)
        }
    }
}

/// What there is in the picture of a line, and its height in pixels.
pub(crate) fn drawn(report: &Report<'_>, values: &Values<'_>) -> (Markup, usize) {
    let kinds: Vec<&str> = report.advice.classification.labels.keys().map(String::as_str).collect();
    let lanes = lanes(values);
    let height = LANE * (1 + lanes.iter().copied().max().unwrap_or(0)) + 6;
    let y = |lane: usize| 3.0 + LANE as f64 * (lane as f64 + 0.5);
    let drawn = html! {
        @for quarter in 0..=4 {
            @let x = format!("{}%", quarter * 25);
            line class=@if quarter % 4 == 0 { "edge" } @else { "grid" } x1=(x) x2=(x) y1="0" y2=(height) {}
        }
        @if let Some(all) = values.all {
            @let x = percent(all);
            line class="all" x1=(x) x2=(x) y1="0" y2=(height) {}
        }
        @for ((kind, value), lane) in values.by_type.iter().zip(&lanes[1..]).rev() {
            @let number = kinds.iter().position(|other| other == kind).unwrap_or_default();
            @let own = report.advice.classification.kind.as_deref() == Some(*kind);
            svg x=(percent(*value)) y=(y(*lane)) overflow="visible" width="1" height="1" {
                path class=@if own { "type own-type" } @else { "type" } d=(SHAPES[number % SHAPES.len()]) {}
            }
        }
        @if let Some(own) = values.own {
            svg x=(percent(own)) y=(y(lanes[0])) overflow="visible" width="1" height="1" {
                path class="own" d=(OWN) {}
            }
        }
    };
    (drawn, height)
}

/// The lane of each mark, the municipality's own first: the topmost in which it touches no other.
fn lanes(values: &Values<'_>) -> Vec<usize> {
    let places =
        std::iter::once(values.own).chain(values.by_type.iter().map(|(_, value)| Some(*value)));
    let mut placed: Vec<(Option<f64>, usize)> = Vec::new();
    for place in places {
        let touches = |lane: usize| {
            placed.iter().any(|(other, taken)| match (place, other) {
                (Some(place), Some(other)) => *taken == lane && (place - other).abs() < APART,
                _ => false,
            })
        };
        let lane = (0..=placed.len()).find(|lane| !touches(*lane)).unwrap_or_default();
        placed.push((place, lane));
    }
    placed.into_iter().map(|(_, lane)| lane).collect()
}

fn percent(share: f64) -> String {
    let written = format!("{:.2}", share.clamp(0.0, 1.0) * 100.0);
    format!("{}%", written.trim_end_matches('0').trim_end_matches('.'))
}

/// What the marks mean.
pub(super) fn legend(report: &Report<'_>) -> Markup {
    html! {
        ul class="legend" {
            @for (mark, meaning) in meanings(report) {
                li {
                    svg class="mark" aria-hidden="true" width="15" height="15" viewBox="-7.5 -7.5 15 15" { (mark) }
                    (report.text(&meaning))
                }
            }
        }
    }
}

/// Every mark, seven and a half pixels around its middle, with its meaning.
pub(crate) fn meanings(report: &Report<'_>) -> Vec<(Markup, String)> {
    let classification = &report.advice.classification;
    let mark = |class: &str, shape: &str| html! { path class=(class) d=(shape) {} };
    let types = classification.labels.iter().enumerate().map(|(number, (kind, label))| {
        let shape = SHAPES[number % SHAPES.len()];
        match classification.kind.as_deref() == Some(kind) {
            true => {
                let meaning = format!("{label} {}", report.words.say("html-mark-own-type"));
                (mark("type own-type", shape), meaning)
            }
            false => (mark("type", shape), label.clone()),
        }
    });
    let own = (mark("own", OWN), report.words.say("html-mark-own"));
    let all = (mark("all", "M0 -7.5V7.5"), report.words.say("html-mark-all"));
    std::iter::once(own).chain(types).chain([all]).collect()
}
