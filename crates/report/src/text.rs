//! Documents for a terminal: they fit any width and read well without colour. A row of a table is a
//! line of text, its name on the left, what there is to say of it on the right.

use unicode_width::UnicodeWidthStr;

use crate::document::{
    Block, Cell, Cells, Column, ColumnKind, Document, FullStep, Numbered, Row, Shown, Table, Value,
    Weighed,
};
use crate::format::{Content, Format, Layout};
use crate::report::report;
use crate::wrapped::{Style, Writer};
use dteam_engine::advice::Advice;

/// The format.
pub const FORMAT: Format = Format {
    name: "text",
    extension: "txt",
    media_type: "text/plain; charset=utf-8",
    about: "format-text",
    paper: None,
    is_built: true,
    content: Content::Text(document_as_text),
};

/// The report as text.
pub fn text(advice: &Advice, layout: &Layout) -> String {
    document_as_text(&report(advice, layout.full_steps), layout)
}

/// Where what belongs to a section begins.
const INDENT: usize = 2;

/// Columns of the labels beside a step's parts.
const LABEL: usize = 15;

/// Where what belongs to a step begins.
const STEP: usize = 5;

/// Any document as text, but for details.
fn document_as_text(document: &Document, layout: &Layout) -> String {
    let mut out = Writer::new(layout.width.max(40), layout.colour, document.language);
    out.paragraph(&document.title, 0, 0, Style::Bold);
    let facts: Vec<&str> =
        document.facts.iter().chain(&document.dated).map(String::as_str).collect();
    if !facts.is_empty() {
        out.paragraph(&facts.join(" · "), 0, 0, Style::Plain);
    }
    blocks(&document.opening, &mut out);
    for section in document.sections.iter().filter(|section| !section.is_detailed) {
        out.heading(&section.heading);
        blocks(&section.blocks, &mut out);
    }
    out.text
}

fn blocks(blocks: &[Block], out: &mut Writer) {
    let mut after_table = false;
    for block in blocks {
        // A topic has an empty line of its own.
        if after_table && !matches!(block, Block::Topic(_) | Block::Table(_)) {
            out.blank();
        }
        write(block, out);
        after_table = matches!(block, Block::Table(_));
    }
}

fn write(block: &Block, out: &mut Writer) {
    let mut paragraph = |text: &str, style| out.paragraph(text, INDENT, INDENT, style);
    match block {
        Block::Text(text) | Block::Remark(text) | Block::Lead(text) => {
            paragraph(text, Style::Plain);
        }
        Block::Sentences(sentences) => paragraph(&sentences.join(" "), Style::Plain),
        Block::Highlight(text) => paragraph(text, Style::Bold),
        Block::Note(text) => paragraph(text, Style::Dim),
        Block::Topic(title) => topic(title, out),
        Block::List(items) => {
            for item in items {
                let label = item.label.iter().map(|label| format!("{label}{}", out.colon()));
                let text = label.chain([item.written()]).collect::<Vec<_>>().join(" ");
                out.labelled("  – ", &text, INDENT + 2, Style::Plain);
            }
        }
        Block::Numbered(items) => {
            for (index, Numbered { title, rest }) in items.iter().enumerate() {
                let text = format!("{title} {rest}");
                let label = format!("{:>4}. ", index + 1);
                out.labelled(&label, text.trim(), label.len(), Style::Plain);
            }
        }
        Block::Fact(fact) => {
            let text = format!("{}{} {}", fact.label, out.colon(), fact.value.written());
            out.paragraph(&text, INDENT, INDENT, Style::Plain);
        }
        Block::Form(form) => {
            topic(&form.caption, out);
            for (label, value) in &form.fields {
                let text = format!("{label}{} {value}", out.colon());
                out.paragraph(&text, INDENT, INDENT + 2, Style::Plain);
            }
        }
        Block::Table(table) => self::table(table, out),
        Block::Step(step) => full_step(step, out),
        Block::Matrix(matrix) => self::table(&matrix.table(), out),
        Block::TeamMap(map) => self::table(&map.table, out),
        Block::Legend(_) => {}
    }
}

fn topic(title: &str, out: &mut Writer) {
    out.blank();
    out.paragraph(title, INDENT, INDENT, Style::Bold);
}

fn full_step(full: &FullStep, out: &mut Writer) {
    out.blank();
    let number = format!("{:>3}  ", full.step.rank);
    out.labelled(&number, &full.step.title, STEP, Style::Bold);
    let weights = full.weights.iter().map(|weight| match &weight.value {
        Weighed::Level(level) => format!("{} {}", weight.label, circles(level.level)),
        Weighed::Text(text) => format!("{}{} {text}", weight.label, out.colon()),
    });
    let weights: Vec<String> = weights.collect();
    if !weights.is_empty() {
        out.paragraph(&weights.join(" · "), STEP, STEP, Style::Dim);
    }
    out.labelled(&column(&full.why_label), &full.why, LABEL, Style::Plain);
    for (index, first_move) in full.moves.iter().enumerate() {
        let label = if index == 0 { full.moves_label.as_str() } else { "" };
        out.labelled(&format!("{}– ", column(label)), first_move, LABEL + 2, Style::Plain);
    }
    for fact in &full.facts {
        match &fact.value {
            Value::Items(items) => {
                for (index, item) in items.iter().enumerate() {
                    let label = if index == 0 { fact.label.as_str() } else { "" };
                    out.labelled(&column(label), &item.written(), LABEL, Style::Plain);
                }
            }
            Value::Text(_) | Value::Each(_) | Value::Steps(_) => {
                out.labelled(&column(&fact.label), &fact.value.written(), LABEL, Style::Plain);
            }
        }
    }
}

/// A level as filled circles out of five: readable without colour.
fn circles(level: u8) -> String {
    (1..=5).map(|circle| if circle <= level { '●' } else { '○' }).collect()
}

/// A label, padded to the column of what it labels.
fn column(label: &str) -> String {
    let padding = LABEL.saturating_sub(STEP + label.width()).max(1);
    format!("{:STEP$}{label}{:padding$}", "", "")
}

fn table(table: &Table, out: &mut Writer) {
    if let Some(caption) = table.caption.shown() {
        topic(caption, out);
    }
    let columns = table.columns(|shown| match shown {
        Shown::Always | Shown::Undrawn | Shown::InLine => true,
        Shown::Drawn | Shown::Tabular => false,
    });
    let (left, right): (Vec<_>, Vec<_>) =
        columns.into_iter().partition(|(_, column)| names_the_row(column.kind));
    let widths: Vec<usize> =
        right.iter().map(|(index, column)| widest(table, *index, column)).collect();
    let indent =
        if left.iter().any(|(_, column)| column.kind == ColumnKind::Rank) { 0 } else { INDENT };
    let headings = self::left(&left, |index| table.columns[index].heading.clone());
    let right_headings = self::right(&right, &widths, |index| table.columns[index].heading.clone());
    out.spread(&headings, &right_headings, indent, Style::Dim);
    for row in &table.rows {
        match row {
            Row::Group(title) => out.paragraph(title, INDENT, INDENT, Style::Plain),
            Row::Nothing(name, why) => out.spread(name, why, indent, Style::Plain),
            Row::Cells(Cells { cells, is_in_group, .. }) => {
                let written = |index: usize| written(&cells[index]);
                let indent = if *is_in_group { indent + 2 } else { indent };
                let (left, right) =
                    (self::left(&left, written), self::right(&right, &widths, written));
                out.spread(&left, &right, indent, Style::Plain);
            }
        }
    }
}

fn names_the_row(kind: ColumnKind) -> bool {
    match kind {
        ColumnKind::Rank | ColumnKind::Name | ColumnKind::Code => true,
        ColumnKind::Own | ColumnKind::Figure | ColumnKind::Text | ColumnKind::Picture => false,
    }
}

fn is_figure(kind: ColumnKind) -> bool {
    match kind {
        ColumnKind::Own | ColumnKind::Figure | ColumnKind::Rank => true,
        ColumnKind::Name | ColumnKind::Code | ColumnKind::Text | ColumnKind::Picture => false,
    }
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Level(level) => circles(level.level),
        Cell::Text(_)
        | Cell::Noted(..)
        | Cell::Each(_)
        | Cell::Rank(_)
        | Cell::Steps(..)
        | Cell::Picture(_) => cell.written(),
    }
}

/// The width of a column on the right.
fn widest(table: &Table, index: usize, column: &Column) -> usize {
    let cells = table.rows.iter().map(|row| match row {
        Row::Cells(row) => written(&row.cells[index]).width(),
        Row::Group(_) | Row::Nothing(..) => 0,
    });
    cells.chain([column.heading.width()]).max().unwrap_or(0)
}

/// The number, the name, and in brackets what programs call it.
fn left(columns: &[(usize, &Column)], written: impl Fn(usize) -> String) -> String {
    let parts = columns.iter().map(|(index, column)| match column.kind {
        ColumnKind::Rank => format!("{:>3} ", written(*index)),
        ColumnKind::Code => format!("({})", written(*index)),
        ColumnKind::Name
        | ColumnKind::Own
        | ColumnKind::Figure
        | ColumnKind::Text
        | ColumnKind::Picture => written(*index),
    });
    parts.collect::<Vec<_>>().join(" ")
}

/// What there is to say, each column as wide as its widest cell.
fn right(
    columns: &[(usize, &Column)],
    widths: &[usize],
    written: impl Fn(usize) -> String,
) -> String {
    let parts = columns.iter().zip(widths).map(|((index, column), width)| {
        let text = written(*index);
        let blanks = " ".repeat(width - text.width());
        match is_figure(column.kind) {
            true => format!("{blanks}{text}"),
            false => format!("{text}{blanks}"),
        }
    });
    parts.collect::<Vec<_>>().join(" · ")
}
