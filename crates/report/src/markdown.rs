//! Documents as Markdown (CommonMark with tables), for printing, for the council, for a web page.

use crate::document::{
    Block, Cell, ColumnKind, Document, Fact, Form, FullStep, Item, Link, Numbered, Row, Shown,
    Table, Value, Weighed,
};
use crate::format::{Content, Format, Layout};
use crate::page::{Page, cell, destination, escaped};
use crate::report::report;
use dteam_engine::advice::Advice;

/// The format.
pub const FORMAT: Format = Format {
    name: "markdown",
    extension: "md",
    media_type: "text/markdown; charset=utf-8",
    about: "format-markdown",
    paper: Some(("council", "format-council")),
    is_built: true,
    content: Content::Text(|document, _: &Layout| document_as_markdown(document)),
};

/// The report as Markdown; the first `full` steps with reasons and first moves, the rest as a
/// table.
pub fn markdown(advice: &Advice, full: usize) -> String {
    document_as_markdown(&report(advice, full))
}

/// Any document as Markdown.
pub fn document_as_markdown(document: &Document) -> String {
    let (mut page, colon) = (Page::default(), document.language.colon());
    page.block(&format!("# {}", escaped(&document.title)));
    let facts: Vec<&str> =
        document.facts.iter().chain(&document.dated).map(String::as_str).collect();
    if !facts.is_empty() {
        page.block(&escaped(&facts.join(" · ")));
    }
    document.opening.iter().for_each(|block| write(block, colon, &mut page));
    for section in &document.sections {
        page.heading(&section.heading);
        section.blocks.iter().for_each(|block| write(block, colon, &mut page));
    }
    page.text
}

/// `colon` stands behind labels.
fn write(block: &Block, colon: &str, page: &mut Page) {
    match block {
        Block::Text(text) | Block::Remark(text) | Block::Lead(text) => page.block(&escaped(text)),
        Block::Sentences(sentences) => page.block(&escaped(&sentences.join(" "))),
        Block::Highlight(text) => page.block(&format!("**{}**", escaped(text))),
        Block::Note(text) => page.block(&format!("*{}*", escaped(text))),
        Block::Topic(title) => page.block(&format!("### {}", escaped(title))),
        Block::List(items) => page.list(items.iter().map(|item| self::item(item, colon))),
        Block::Numbered(items) => page.block(&numbered(items)),
        Block::Fact(fact) => page.block(&self::fact(fact, colon)),
        Block::Form(form) => self::form(form, page),
        Block::Table(table) => self::table(table, page),
        Block::Step(step) => full_step(step, colon, page),
        Block::Matrix(matrix) => self::table(&matrix.table(), page),
        Block::TeamMap(map) => self::table(&map.table, page),
        Block::Legend(_) => {}
    }
}

fn item(item: &Item, colon: &str) -> String {
    let label = item.label.iter().map(|label| format!("**{}{colon}**", escaped(label)));
    let text = Some(&item.text).filter(|text| !text.is_empty()).map(|text| escaped(text));
    let link = item.link.iter().map(link);
    let note = item.note.iter().map(|note| escaped(note));
    label.chain(text).chain(link).chain(note).collect::<Vec<_>>().join(" ")
}

/// A title, which leads to where it can be read.
fn link(link: &Link) -> String {
    match &link.address {
        Some(address) => {
            format!("[{}](<{}>)", escaped(&link.title), destination(address))
        }
        None => escaped(&link.title),
    }
}

fn numbered(items: &[Numbered]) -> String {
    let items = items.iter().enumerate().map(|(index, Numbered { title, rest })| {
        let item = match (title.is_empty(), rest.is_empty()) {
            (true, _) => escaped(rest),
            (false, true) => escaped(title),
            (false, false) => format!("**{}** {}", escaped(title), escaped(rest)),
        };
        format!("{}. {item}", index + 1)
    });
    items.collect::<Vec<_>>().join("\n")
}

fn fact(fact: &Fact, colon: &str) -> String {
    let value = match &fact.value {
        Value::Items(items) => {
            items.iter().map(|it| item(it, colon)).collect::<Vec<_>>().join("; ")
        }
        Value::Text(_) | Value::Each(_) | Value::Steps(_) => escaped(&fact.value.written()),
    };
    format!("**{}{colon}** {value}", escaped(&fact.label))
}

fn form(form: &Form, page: &mut Page) {
    let rows = form.fields.iter().map(|(label, value)| vec![cell(label), cell(value)]);
    page.table(&[cell(&form.caption), String::new()], rows);
}

fn full_step(full: &FullStep, colon: &str, page: &mut Page) {
    page.block(&format!("### {}. {}", full.step.rank, escaped(&full.step.title)));
    let weights = full.weights.iter().map(|weight| match &weight.value {
        Weighed::Level(level) => format!("{}{colon} {}", weight.label, level.text),
        Weighed::Text(text) => format!("{}{colon} {text}", weight.label),
    });
    let weights: Vec<String> = weights.collect();
    if !weights.is_empty() {
        page.block(&format!("*{}*", escaped(&weights.join(" · "))));
    }
    page.block(&escaped(&full.why));
    page.block(&escaped(&format!("{}{colon}", full.moves_label)));
    page.list(full.moves.iter().map(|first_move| escaped(first_move)));
    // A list would run together with that of the first moves.
    page.block(&full.facts.iter().map(|about| fact(about, colon)).collect::<Vec<_>>().join("  \n"));
}

fn table(table: &Table, page: &mut Page) {
    table.caption.shown().into_iter().for_each(|caption| page.block(&escaped(caption)));
    let columns = table.columns(|shown| match shown {
        Shown::Always | Shown::Undrawn | Shown::Tabular => true,
        Shown::Drawn | Shown::InLine => false,
    });
    let blanks = |count: usize| std::iter::repeat_n(String::new(), count);
    let rows = table.rows.iter().map(|row| match row {
        Row::Group(title) => {
            let title = format!("**{}**", cell(title));
            std::iter::once(title).chain(blanks(columns.len() - 1)).collect()
        }
        Row::Nothing(name, why) => {
            [cell(name), cell(why)].into_iter().chain(blanks(columns.len() - 2)).collect()
        }
        Row::Cells(row) => {
            columns.iter().map(|(index, column)| written(&row.cells[*index], column.kind)).collect()
        }
    });
    let headings: Vec<String> = columns.iter().map(|(_, column)| cell(&column.heading)).collect();
    page.table(&headings, rows);
}

fn written(content: &Cell, kind: ColumnKind) -> String {
    match kind {
        ColumnKind::Code => format!("`{}`", content.written()),
        ColumnKind::Rank
        | ColumnKind::Name
        | ColumnKind::Own
        | ColumnKind::Figure
        | ColumnKind::Text
        | ColumnKind::Picture => cell(&content.written()),
    }
}
