//! Sections and what stands in them.

use maud::{Markup, html};

use super::matrix::{chip_example, matrix};
use super::step::{full_step, links};
use super::table::table;
use super::team_map::team_map;
use super::texts::{Texts, clean};
use super::{marks, paper};
use crate::document::{Block, Fact, Item, Legend, Link, Mark, Section, Value};

pub(super) fn section(texts: &Texts, section: &Section) -> Markup {
    html! {
        section id=(section.id) aria-labelledby={ "h-" (section.id) } {
            h2 id={ "h-" (section.id) } { (texts.text(&section.heading)) }
            @for block in &section.blocks { (self::block(texts, block)) }
        }
    }
}

/// A section that is shown when somebody asks for it, and printed only then.
pub(super) fn folded(texts: &Texts, section: &Section) -> Markup {
    html! {
        section id=(section.id) aria-labelledby={ "h-" (section.id) } {
            details {
                summary { h2 id={ "h-" (section.id) } { (texts.text(&section.heading)) } }
                @for block in &section.blocks { (self::block(texts, block)) }
            }
        }
    }
}

pub(super) fn block(texts: &Texts, block: &Block) -> Markup {
    match block {
        Block::Text(text) => html! { p { (texts.text(text)) } },
        Block::Sentences(sentences) => {
            html! { @for sentence in sentences { p { (texts.text(sentence)) } } }
        }
        Block::Highlight(text) => html! { p class="type-name" { (texts.text(text)) } },
        Block::Remark(text) => html! { p class="remark" { (texts.text(text)) } },
        Block::Note(text) => html! { p class="note" { (texts.text(text)) } },
        Block::Topic(title) => html! { h3 { (texts.text(title)) } },
        Block::Lead(text) => html! { p class="lead" { (texts.text(text)) } },
        Block::List(items) => {
            html! { ul { @for item in items { li { (self::item(texts, item)) } } } }
        }
        Block::Numbered(items) => paper::numbered(items),
        Block::Fact(Fact { label, value }) => {
            html! { p { b { (texts.text(label)) (texts.language.colon()) } " " (self::value(texts, value)) } }
        }
        Block::Form(form) => paper::form(form, &form.caption),
        Block::Table(table) => self::table(texts, table),
        Block::Step(step) => full_step(texts, step),
        Block::Matrix(matrix) => self::matrix(texts, matrix),
        Block::TeamMap(map) => team_map(texts, map),
        Block::Legend(legend) => self::legend(texts, legend),
    }
}

/// A title, which leads to where it can be read.
pub(super) fn link(link: &Link) -> Markup {
    let title = clean(&link.title);
    html! {
        @match &link.address {
            Some(address) => a href=(clean(address)) rel="noreferrer" { (title) },
            None => (title),
        }
    }
}

pub(super) fn item(texts: &Texts, item: &Item) -> Markup {
    html! {
        @if let Some(label) = &item.label { b { (texts.text(label)) (texts.language.colon()) } " " }
        (texts.text(&item.text))
        @if let Some(link) = &item.link { " " (self::link(link)) }
        @if let Some(note) = &item.note { " " span class="quiet" { (texts.text(note)) } }
    }
}

fn value(texts: &Texts, value: &Value) -> Markup {
    match value {
        Value::Steps(steps) => links(texts, steps),
        Value::Items(items) => {
            html! { @for (index, it) in items.iter().enumerate() {
                @if index > 0 { "; " }
                (item(texts, it))
            } }
        }
        Value::Text(_) | Value::Each(_) => texts.text(&value.written()),
    }
}

/// How to read pictures.
fn legend(texts: &Texts, legend: &Legend) -> Markup {
    html! {
        @if let Some(about) = &legend.about { p { (texts.text(about)) } }
        ul class="legend" {
            @for meaning in &legend.meanings {
                li {
                    @match meaning.mark {
                        Mark::Turn(turn) => (chip_example(texts, turn)),
                        Mark::Own | Mark::Type { .. } | Mark::All => {
                            svg class="mark" aria-hidden="true" width="15" height="15" viewBox="-7.5 -7.5 15 15" {
                                (marks::mark(meaning.mark))
                            }
                        }
                    }
                    (texts.text(&meaning.text))
                }
            }
        }
    }
}
