//! Values on a line: a mark of its own shape for the municipality, for each type and for all, and
//! what each mark means.
//!
//! Positions are percentages of the picture's width and marks have a fixed size, so a line fits any
//! width and nothing in it shrinks.

use maud::{Markup, html};

use crate::document::{Mark, Marks};

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

/// What there is in the picture of a line, and its height in pixels.
pub(crate) fn drawn(marks: &Marks) -> (Markup, usize) {
    let lanes = lanes(marks);
    let height = LANE * (1 + lanes.iter().copied().max().unwrap_or(0)) + 6;
    let y = |lane: usize| 3.0 + LANE as f64 * (lane as f64 + 0.5);
    let drawn = html! {
        @for quarter in 0..=4 {
            @let x = format!("{}%", quarter * 25);
            line class=@if quarter % 4 == 0 { "edge" } @else { "grid" } x1=(x) x2=(x) y1="0" y2=(height) {}
        }
        @if let Some(all) = marks.all {
            @let x = percent(all);
            line class="all" x1=(x) x2=(x) y1="0" y2=(height) {}
        }
        @for (of_type, lane) in marks.types.iter().zip(&lanes[1..]).rev() {
            svg x=(percent(of_type.value)) y=(y(*lane)) overflow="visible" width="1" height="1" {
                (mark(Mark::Type { index: of_type.index, is_own: of_type.is_own }))
            }
        }
        @if let Some(own) = marks.own {
            svg x=(percent(own)) y=(y(lanes[0])) overflow="visible" width="1" height="1" { (mark(Mark::Own)) }
        }
    };
    (drawn, height)
}

/// The lane of each mark, the municipality's own first: the topmost in which it touches no other.
fn lanes(marks: &Marks) -> Vec<usize> {
    let values = std::iter::once(marks.own).chain(marks.types.iter().map(|mark| Some(mark.value)));
    let mut placed: Vec<(Option<f64>, usize)> = Vec::new();
    for value in values {
        let touches = |lane: usize| {
            placed.iter().any(|(other, taken)| match (value, other) {
                (Some(value), Some(other)) => *taken == lane && (value - other).abs() < APART,
                _ => false,
            })
        };
        let lane = (0..=placed.len()).find(|lane| !touches(*lane)).unwrap_or_default();
        placed.push((value, lane));
    }
    placed.into_iter().map(|(_, lane)| lane).collect()
}

fn percent(share: f64) -> String {
    let written = format!("{:.2}", share.clamp(0.0, 1.0) * 100.0);
    format!("{}%", written.trim_end_matches('0').trim_end_matches('.'))
}

/// A mark, seven and a half pixels around its middle.
pub(crate) fn mark(mark: Mark) -> Markup {
    let (class, shape) = match mark {
        Mark::Own => ("own", OWN),
        Mark::Type { index, is_own: true } => ("type own-type", SHAPES[index % SHAPES.len()]),
        Mark::Type { index, is_own: false } => ("type", SHAPES[index % SHAPES.len()]),
        Mark::All => ("all", "M0 -7.5V7.5"),
        // The number of a step is text in a shape.
        Mark::Turn(_) => return Markup::default(),
    };
    html! { path class=(class) d=(shape) {} }
}
