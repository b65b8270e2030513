//! Documents as HTML pages for reading and printing: no script, no font, no request to anywhere.
//!
//! They are for people who use no terminal, and for documents that the law wants accessible (WCAG
//! 2.1 AA): every picture has its values in words, shapes and labels say what colours say, and what
//! is wide on a desk stands one below the other on a phone.

use maud::{Markup, html};

use self::texts::Texts;
use crate::document::{Document, DocumentKind, Part, Section};
use crate::format::{Content, Format, Layout};
use crate::report::report;
use crate::words::Words;
use dteam_engine::advice::Advice;

pub(crate) mod bar;
mod block;
pub mod frame;
pub(crate) mod marks;
mod matrix;
mod paper;
mod step;
mod table;
mod team_map;
mod texts;

pub use texts::clean;

/// The format.
pub const FORMAT: Format = Format {
    name: "html",
    extension: "html",
    media_type: "text/html; charset=utf-8",
    about: "format-html",
    paper: Some(("council-html", "format-council-html")),
    is_built: true,
    content: Content::Text(|document, _: &Layout| page(document)),
};

/// What a report adds to the style of every page.
const STYLE: &str = include_str!("html/report.css");

/// The report as one self-contained page; the first `full` steps with reasons and first moves, the
/// rest as a table.
pub fn html(advice: &Advice, full: usize) -> String {
    page(&report(advice, full))
}

/// The same report as its `<main>` element alone, for a page that has a frame of its own; its style
/// is [`html_style`].
pub fn html_main(advice: &Advice, full: usize) -> String {
    main(&report(advice, full)).into_string()
}

/// Any document as its `<main>` element alone, as [`html_main`].
pub fn html_document(document: &Document) -> String {
    main(document).into_string()
}

/// The style that a report needs.
pub fn html_style() -> String {
    frame::style(STYLE)
}

fn page(document: &Document) -> String {
    match document.kind {
        DocumentKind::Report => report_page(document),
        DocumentKind::Paper => paper::page(document),
    }
}

fn report_page(document: &Document) -> String {
    let body = html! {
        a class="skip" href="#report" { (clean(&Words(document.language).say("html-skip"))) }
        (main(document))
    };
    let style = format!("{STYLE}{}", foot(document));
    frame::page(document.language, &clean(&document.title), &style, &body)
}

/// The style of the foot of a printed page: the title, and which page of how many it is.
fn foot(document: &Document) -> String {
    let words = Words(document.language);
    let [title, page, of] =
        [clean(&document.title), words.say("pdf-page"), words.say("pdf-page-of")].map(css_string);
    format!(
        "@page {{\n  @bottom-left {{ content: {title}; font: 9pt system-ui, sans-serif; color: #565f69; }}\n  \
         @bottom-right {{ content: {page} \" \" counter(page) \" \" {of} \" \" counter(pages); }}\n}}\n"
    )
}

/// A string of CSS, in which nothing can end the string or the style.
fn css_string(text: String) -> String {
    let letters = text.chars().map(|letter| match letter {
        ' ' => " ".to_owned(),
        letter if letter.is_alphanumeric() => letter.to_string(),
        letter => format!("\\{:x} ", u32::from(letter)),
    });
    format!("\"{}\"", letters.collect::<String>())
}

/// An entry of the contents.
fn contents(texts: &Texts, section: &Section) -> Markup {
    html! { a href={ "#" (section.id) } { (texts.text(&section.heading)) } }
}

/// Title, what is read first, contents, and the other sections.
fn main(document: &Document) -> Markup {
    let texts = &Texts::of(document);
    let words = Words(document.language);
    // A document that has no such part begins with its first section.
    let front = document.sections.iter().take_while(|section| section.part == Part::Front);
    let front = front.count().max(1).min(document.sections.len());
    let (front, rest) = document.sections.split_at(front);
    let (main, annex): (Vec<&Section>, Vec<&Section>) =
        rest.iter().partition(|section| section.part != Part::Annex);
    html! {
        main id="report" lang=(document.language.code()) {
            header {
                h1 { (texts.text(&document.title)) }
                p class="facts" {
                    @for fact in document.facts.iter().chain(&document.dated) { span { (texts.text(fact)) } }
                }
            }
            @for block in &document.opening { (block::block(texts, block)) }
            div class="front" { @for section in front { (block::section(texts, section)) } }
            nav aria-labelledby="h-contents" {
                h2 id="h-contents" { (texts.text(&words.say("html-contents"))) }
                ol {
                    @for section in &main { li { (contents(texts, section)) } }
                    @for section in &annex { li class="annex" { (contents(texts, section)) } }
                }
            }
            @for section in main { (block::section(texts, section)) }
            @if !annex.is_empty() { p class="note annexes" { (texts.text(&words.say("html-annex"))) } }
            @for section in annex { (block::folded(texts, section)) }
        }
    }
}
