//! The paper as an HTML page. Its elements are those that word processors turn into styles, lists
//! and tables of their own.

use maud::{Markup, html};

use super::Part;
use crate::html::{clean, frame};
use dteam_text::language::Language;

/// How much of a form's width its labels take, in percent.
const FORM_LABELS: u8 = 40;

const STYLE: &str = include_str!("paper.css");

pub(super) fn page(language: Language, parts: &[Part]) -> String {
    let titles = parts
        .iter()
        .filter_map(|part| if let Part::Title(title) = part { Some(clean(title)) } else { None });
    let title = titles.collect::<String>();
    let body = html! {
        main { @for (place, part) in parts.iter().enumerate() { (written(part, place)) "\n" } }
    };
    frame::page(language, &title, STYLE, &body)
}

fn written(part: &Part, place: usize) -> Markup {
    match part {
        Part::Title(title) => html! { h1 { (clean(title)) } },
        Part::Section(title) => html! { h2 { (clean(title)) } },
        Part::Topic(number, title) => {
            html! { h3 { @if let Some(number) = number { (number) ". " } (clean(title)) } }
        }
        Part::Text(text) => html! { p { (clean(text)) } },
        Part::Lead(text) => html! { p class="lead" { (clean(text)) } },
        Part::List(items) => html! { ul { @for item in items { li { (clean(item)) } } } },
        Part::Numbered(items) => numbered(items),
        Part::Facts(facts) => html! {
            @for (label, value) in facts { p class="fact" { strong { (clean(label)) ":" } " " (clean(value)) } }
        },
        Part::Form { caption, fields } => form(caption, fields, place),
        Part::Table { caption, columns, rows } => table(caption.as_deref(), columns, rows, place),
    }
}

fn numbered(items: &[(String, String)]) -> Markup {
    html! {
        ol {
            @for (title, rest) in items {
                li {
                    @if !title.is_empty() && !rest.is_empty() { strong { (clean(title)) } " " }
                    @else { (clean(title)) }
                    (clean(rest))
                }
            }
        }
    }
}

// Word processors take borders and widths from attributes, not from the style, and centre captions:
// a paragraph stands in their place.

fn form(caption: &str, fields: &[(String, String)], place: usize) -> Markup {
    let id = format!("table-{place}");
    html! {
        p class="lead" id=(id) { (clean(caption)) }
        table aria-labelledby=(id) border="1" cellpadding="4" cellspacing="0" width="100%" {
            tbody {
                @for (label, value) in fields { tr { (heading("row", label, Some(FORM_LABELS))) td { (clean(value)) } } }
            }
        }
    }
}

fn table(
    caption: Option<&str>,
    columns: &[(String, u8)],
    rows: &[Vec<String>],
    place: usize,
) -> Markup {
    let id = caption.map(|_| format!("table-{place}"));
    html! {
        @if let Some(caption) = caption { p class="lead" id=[&id] { (clean(caption)) } }
        table aria-labelledby=[&id] border="1" cellpadding="4" cellspacing="0" width="100%" {
            thead { tr { @for (column, width) in columns { (heading("col", column, Some(*width))) } } }
            tbody {
                @for row in rows {
                    tr {
                        @for (place, text) in row.iter().enumerate() {
                            @if place == 0 { (heading("row", text, None)) } @else { td { (clean(text)) } }
                        }
                    }
                }
            }
        }
    }
}

/// A heading cell; of a column, with the percentage of the width that it takes.
fn heading(scope: &str, text: &str, width: Option<u8>) -> Markup {
    html! { th scope=(scope) align="left" width=[width.map(|width| format!("{width}%"))] { (clean(text)) } }
}
