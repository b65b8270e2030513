//! Tables, with pictures in their cells; on a phone, what stands in a row stands one below the
//! other.

use maud::{Markup, html};

use super::bar::{bar, span};
use super::marks;
use super::matrix::chip;
use super::step::{anchor, class};
use super::texts::{Texts, clean};
use crate::document::{Cell, Column, ColumnKind, Drawing, NotePlace, Picture, Row, Shown, Table};

pub(super) fn table(texts: &Texts, table: &Table) -> Markup {
    let columns = table.columns(|shown| match shown {
        Shown::Always | Shown::Drawn | Shown::Tabular => true,
        Shown::Undrawn | Shown::InLine => false,
    });
    let drawn = table.pictures().next().map(|picture| &picture.drawing);
    // Bars find room beside their names on a phone too.
    let layout = match drawn {
        Some(Drawing::Bar { .. }) => "",
        Some(Drawing::Line(_)) => " lines reflow",
        Some(Drawing::Span { .. }) | None => " reflow",
    };
    html! {
        table class={ (table.name) (layout) } role="table" {
            caption class=[table.caption.shown().is_none().then_some("hidden")] { (texts.text(table.caption.text())) }
            thead role="rowgroup" {
                tr role="row" {
                    @for (_, column) in &columns {
                        th scope="col" role="columnheader" class=(name(column.kind)) width=[column.width.map(|width| format!("{width}%"))] { (heading(texts, column, drawn)) }
                    }
                }
            }
            @for rows in groups(&table.rows) {
                tbody role="rowgroup" { @for row in rows { (self::row(texts, &columns, row)) } }
            }
        }
    }
}

/// The class of a column.
fn name(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Rank => "first",
        ColumnKind::Name => "name",
        ColumnKind::Own | ColumnKind::Figure => "figure",
        ColumnKind::Text => "words",
        ColumnKind::Picture => "picture",
        ColumnKind::Code => "key",
    }
}

/// The heading of a column; above lines with marks, their scale.
fn heading(texts: &Texts, column: &Column, drawn: Option<&Drawing>) -> Markup {
    let is_scale = column.kind == ColumnKind::Picture && matches!(drawn, Some(Drawing::Line(_)));
    html! {
        @if is_scale {
            span class="hidden" { (clean(&column.heading)) }
            span class="scale" aria-hidden="true" {
                @for share in [0.0, 0.5, 1.0] { span { (clean(&texts.language.percent(share))) } }
            }
        } @else {
            (texts.text(&column.heading))
        }
    }
}

/// Rows that belong together: where there are groups, each of them, and each row that is in none.
fn groups(rows: &[Row]) -> impl Iterator<Item = &[Row]> {
    let has_groups = rows.iter().any(|row| matches!(row, Row::Group(_)));
    rows.chunk_by(move |_, next| match next {
        Row::Group(_) => false,
        Row::Cells(row) => !has_groups || row.is_in_group,
        Row::Nothing(..) => !has_groups,
    })
}

fn row(texts: &Texts, columns: &[(usize, &Column)], row: &Row) -> Markup {
    match row {
        Row::Group(title) => html! {
            tr role="row" class="group" {
                th scope="rowgroup" role="rowheader" colspan=(columns.len()) { (texts.text(title)) }
            }
        },
        Row::Nothing(name, why) => html! {
            tr role="row" {
                th scope="row" role="rowheader" { (texts.text(name)) }
                td role="cell" colspan=(columns.len() - 1) class="quiet" { (texts.text(why)) }
            }
        },
        Row::Cells(row) => {
            let class = row.is_own.then_some("own").or(row.is_in_group.then_some("option"));
            let id = row.cells.iter().find_map(Cell::step).map(anchor);
            html! {
                tr role="row" class=[class] id=[id] {
                    @for (index, column) in columns { (cell(texts, column, &row.cells[*index])) }
                }
            }
        }
    }
}

fn cell(texts: &Texts, column: &Column, cell: &Cell) -> Markup {
    let content = content(texts, column, cell);
    let class = match column.kind {
        ColumnKind::Own => "number own",
        ColumnKind::Figure => "number",
        kind => name(kind),
    };
    match column.kind {
        ColumnKind::Name => html! { th scope="row" role="rowheader" { (content) } },
        ColumnKind::Rank | ColumnKind::Picture => {
            html! { td role="cell" class=(class) { (content) } }
        }
        ColumnKind::Own | ColumnKind::Figure | ColumnKind::Text | ColumnKind::Code => {
            html! { td role="cell" class=(class) data-label=(clean(&column.heading)) { (content) } }
        }
    }
}

fn content(texts: &Texts, column: &Column, cell: &Cell) -> Markup {
    match cell {
        Cell::Text(text) if column.kind == ColumnKind::Code => html! { code { (clean(text)) } },
        Cell::Text(text) => texts.text(text),
        Cell::Noted(text, note, index) => {
            let class = match index {
                NotePlace::Beside => "quiet",
                NotePlace::Below => "quiet below",
            };
            html! { (texts.text(text)) " " span class=(class) { (texts.text(note)) } }
        }
        Cell::Each(all) => html! { ul { @for text in all { li { (texts.text(text)) } } } },
        Cell::Rank(step) => html! { span class={ "rank " (class(step.horizon)) } { (step.rank) } },
        Cell::Steps(steps, none) => html! {
            @for step in steps { (chip(texts, step)) " " }
            @if steps.is_empty() { span class="quiet" { (texts.text(none)) } }
        },
        Cell::Level(level) => texts.text(&level.text),
        Cell::Picture(picture) => self::picture(picture),
    }
}

/// A picture, described by a title and its values in words.
fn picture(picture: &Picture) -> Markup {
    let id = &picture.id;
    let (class, drawn, height) = match &picture.drawing {
        Drawing::Bar { share, is_own } => (None, bar(*share, *is_own), 16),
        Drawing::Line(marks) => {
            let (drawn, height) = marks::drawn(marks);
            (Some("line"), drawn, height)
        }
        Drawing::Span { periods, from, until } => (None, span(*periods, *from, *until), 16),
    };
    html! {
        svg class=[class] role="img" aria-labelledby={ (id) "-t " (id) "-d" } width="100%" height=(height) {
            title id={ (id) "-t" } { (clean(&picture.title)) }
            desc id={ (id) "-d" } { (clean(&picture.described)) }
            (drawn)
        }
    }
}
