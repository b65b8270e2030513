//! The members of a team as a picture: a column for each type, a line from each mentor to each
//! learner.

use maud::{Markup, html};

use super::table::table;
use super::texts::{Texts, clean};
use crate::document::{TeamMap, TeamMember, TeamPicture};

/// The width of a type's column, the height of a member's row, and the room for headings, in pixels.
const COLUMN: f64 = 150.0;
const ROW: f64 = 26.0;
const TOP: f64 = 40.0;

pub(super) fn team_map(texts: &Texts, map: &TeamMap) -> Markup {
    html! {
        @if let Some(picture) = &map.picture { (drawn(picture)) }
        (table(texts, &map.table))
    }
}

fn drawn(map: &TeamPicture) -> Markup {
    let places = places(map);
    let rows = places.iter().map(|(_, row)| row + 1).max().unwrap_or(0);
    let (width, height) = (map.types.len() as f64 * COLUMN, TOP + rows as f64 * ROW);
    let at = |member: usize| {
        let (column, row) = places[member];
        (column as f64 * COLUMN + 10.0, TOP + row as f64 * ROW)
    };
    html! {
        svg role="img" aria-labelledby="team-t team-d" width="100%" font-size="12" fill="currentColor" viewBox=(format!("0 0 {width} {height}")) {
            title id="team-t" { (clean(&map.title)) }
            desc id="team-d" { (clean(&map.described)) }
            @for (index, label) in map.types.iter().enumerate() {
                text font-weight="600" x=(index as f64 * COLUMN + 4.0) y="16" { (clean(label)) }
            }
            @for (mentor, learner) in &map.lines {
                path fill="none" stroke="currentColor" stroke-opacity=".4" d=(curve(at(*mentor), at(*learner))) {}
            }
            @for (index, member) in map.members.iter().enumerate() {
                (node(member, at(index)))
            }
        }
    }
}

/// The column and the row of each member.
fn places(map: &TeamPicture) -> Vec<(usize, usize)> {
    let mut rows = vec![0; map.types.len()];
    let places = map.members.iter().map(|member| {
        let column = member.kind;
        rows[column] += 1;
        (column, rows[column] - 1)
    });
    places.collect()
}

/// Bent, so that a line between members of one column passes beside those between them.
fn curve((x, y): (f64, f64), (to_x, to_y): (f64, f64)) -> String {
    let bend = if x == to_x { x - 10.0 - (y - to_y).abs() / 12.0 } else { (x + to_x) / 2.0 };
    format!("M{x} {y}C{bend:.1} {y} {bend:.1} {to_y} {to_x} {to_y}")
}

/// The larger, the more learn there. The name stands on a ground that lines pass behind.
fn node(member: &TeamMember, (x, y): (f64, f64)) -> Markup {
    let radius = 4.0 + (member.learners as f64).min(6.0) * 0.7;
    html! {
        circle class=@if member.learners == 0 { "bar" } @else { "bar own-bar" } cx=(x) cy=(y) r=(format!("{radius:.1}")) {}
        text x=(x + 11.0) y=(y + 4.0) stroke="Canvas" stroke-width="3" paint-order="stroke" { (clean(&member.name)) }
    }
}
