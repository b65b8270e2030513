//! A paper as an HTML page. Its elements are those that word processors turn into styles, lists and
//! tables of their own.

use maud::{Markup, html};

use super::{clean, frame};
use crate::document::{
    Block, Column, Document, Fact, Form, FullStep, Item, Numbered, Row, Section, Shown, Table,
    Value,
};

/// How much of a form's width its labels take, in percent.
const FORM_LABELS: u8 = 40;

const STYLE: &str = include_str!("paper.css");

pub(super) fn page(document: &Document) -> String {
    let facts: Vec<&str> =
        document.facts.iter().chain(&document.dated).map(String::as_str).collect();
    let colon = document.language.colon();
    let body = html! {
        main {
            h1 { (clean(&document.title)) } "\n"
            @if !facts.is_empty() { p { (clean(&facts.join(" · "))) } "\n" }
            @for (index, block) in document.opening.iter().enumerate() { (written(block, &format!("table-{index}"), colon)) "\n" }
            @for section in &document.sections { (self::section(section, colon)) }
        }
    };
    frame::page(document.language, &clean(&document.title), STYLE, &body)
}

fn section(section: &Section, colon: &str) -> Markup {
    html! {
        h2 { (clean(&section.heading)) } "\n"
        @for (index, block) in section.blocks.iter().enumerate() { (written(block, &format!("{}-{index}", section.id), colon)) "\n" }
    }
}

/// A block; `id` names a table, `colon` stands behind labels.
fn written(block: &Block, id: &str, colon: &str) -> Markup {
    match block {
        Block::Topic(title) => html! { h3 { (clean(title)) } },
        Block::Text(text) | Block::Highlight(text) | Block::Remark(text) | Block::Note(text) => {
            html! { p { (clean(text)) } }
        }
        Block::Sentences(sentences) => html! { p { (clean(&sentences.join(" "))) } },
        Block::Lead(text) => html! { p class="lead" { (clean(text)) } },
        Block::List(items) => list(items, colon),
        Block::Numbered(items) => numbered(items),
        Block::Fact(fact) => self::fact(fact, colon),
        Block::Form(form) => self::form(form, id),
        Block::Table(table) => self::table(table, id),
        Block::Matrix(matrix) => table(&matrix.table(), id),
        Block::TeamMap(map) => table(&map.table, id),
        Block::Step(step) => full_step(step, colon),
        Block::Legend(_) => Markup::default(),
    }
}

fn list(items: &[Item], colon: &str) -> Markup {
    html! {
        ul {
            @for item in items {
                li {
                    @if let Some(label) = &item.label { strong { (clean(label)) (colon) } " " }
                    (self::item(item))
                }
            }
        }
    }
}

fn item(item: &Item) -> Markup {
    html! {
        (clean(&item.text))
        @if let Some(link) = &item.link { " " (super::block::link(link)) }
        @if let Some(note) = &item.note { " " (clean(note)) }
    }
}

pub(super) fn numbered(items: &[Numbered]) -> Markup {
    html! {
        ol {
            @for Numbered { title, rest } in items {
                li {
                    @if !title.is_empty() && !rest.is_empty() { strong { (clean(title)) } " " }
                    @else { (clean(title)) }
                    (clean(rest))
                }
            }
        }
    }
}

fn fact(fact: &Fact, colon: &str) -> Markup {
    let value = match &fact.value {
        Value::Items(items) => html! {
            @for (index, item) in items.iter().enumerate() {
                @if index > 0 { "; " }
                (self::item(item))
            }
        },
        Value::Text(_) | Value::Each(_) | Value::Steps(_) => {
            html! { (clean(&fact.value.written())) }
        }
    };
    html! { p class="fact" { strong { (clean(&fact.label)) (colon) } " " (value) } }
}

fn full_step(full: &FullStep, colon: &str) -> Markup {
    let moves: Vec<Item> = full.moves.iter().cloned().map(Item::from).collect();
    html! {
        h3 { (full.step.rank) ". " (clean(&full.step.title)) } "\n"
        p { (clean(&full.why)) } "\n"
        p class="lead" { (clean(&full.moves_label)) (colon) } "\n"
        (list(&moves, colon)) "\n"
        @for fact in &full.facts { (self::fact(fact, colon)) }
    }
}

// Word processors take borders and widths from attributes, not from the style, and centre captions:
// a paragraph stands in their place.

/// A form; `id` names it.
pub(super) fn form(form: &Form, id: &str) -> Markup {
    html! {
        p class="lead" id=(id) { (clean(&form.caption)) }
        table aria-labelledby=(id) border="1" cellpadding="4" cellspacing="0" width="100%" {
            tbody {
                @for (label, value) in &form.fields { tr { (heading("row", label, Some(FORM_LABELS))) td { (clean(value)) } } }
            }
        }
    }
}

fn table(table: &Table, id: &str) -> Markup {
    let caption = table.caption.shown();
    let id = caption.map(|_| id);
    let columns = table.columns(|shown| match shown {
        Shown::Always | Shown::Undrawn | Shown::Tabular => true,
        Shown::Drawn | Shown::InLine => false,
    });
    html! {
        @if let Some(caption) = caption { p class="lead" id=[id] { (clean(caption)) } }
        table aria-labelledby=[id] border="1" cellpadding="4" cellspacing="0" width="100%" {
            thead { tr { @for (_, column) in &columns { (heading("col", &column.heading, column.width)) } } }
            tbody { @for row in &table.rows { tr { (self::row(&columns, row)) } } }
        }
    }
}

fn row(columns: &[(usize, &Column)], row: &Row) -> Markup {
    let texts = match row {
        Row::Group(title) => vec![title.clone()],
        Row::Nothing(name, why) => vec![name.clone(), why.clone()],
        Row::Cells(row) => columns.iter().map(|(index, _)| row.cells[*index].written()).collect(),
    };
    html! {
        @for (index, text) in texts.iter().enumerate() {
            @if index == 0 { (heading("row", text, None)) } @else { td { (clean(text)) } }
        }
    }
}

/// A heading cell; of a column, with the percentage of the width that it takes.
fn heading(scope: &str, text: &str, width: Option<u8>) -> Markup {
    html! { th scope=(scope) align="left" width=[width.map(|width| format!("{width}%"))] { (clean(text)) } }
}
