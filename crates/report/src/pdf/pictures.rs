//! The pictures of the HTML pages for paper: the same shapes, with a width and colours of their
//! own.

use maud::{Markup, PreEscaped, html};
use serde_json::{Value as Json, json};

use crate::document::{Drawing, Mark, Picture};
use crate::html::{bar, marks};

const STYLE: &str = include_str!("pictures.css");

/// The width of a line from its left edge to its right, in pixels: 0.75 points each.
const LINE: usize = 220;

/// Marks at the edges reach so far beyond them.
const BEYOND: usize = 8;

/// The width of a full bar, in pixels.
const BAR: usize = 300;

/// A picture, with its values in words for those who do not see it.
pub(super) fn picture(picture: &Picture) -> Json {
    let drawn = match &picture.drawing {
        Drawing::Bar { share, is_own } => svg(BAR, 16, "", &bar::bar(*share, *is_own)),
        Drawing::Span { periods, from, until } => {
            svg(LINE, 16, "", &bar::span(*periods, *from, *until))
        }
        Drawing::Line(of_line) => {
            let (drawn, height) = marks::drawn(of_line);
            let shifted = html! { svg x=(BEYOND) y="0" width=(LINE) height=(height) overflow="visible" { (drawn) } };
            svg(LINE + 2 * BEYOND, height, "", &shifted)
        }
    };
    json!({"svg": drawn, "alt": format!("{}: {}", picture.title, picture.described)})
}

/// A mark; the word beside it says what there is to say of it.
pub(super) fn mark(mark: Mark) -> Json {
    json!({"svg": svg(15, 15, "-7.5 -7.5 15 15", &marks::mark(mark))})
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
