//! The report as one HTML page for reading and printing: no script, no font, no request to
//! anywhere.
//!
//! It is for people who use no terminal, and for documents that the law wants accessible (WCAG 2.1
//! AA): every picture has its values in words, shapes and labels say what colours say, and what is
//! wide on a desk stands one below the other on a phone.

use maud::html;

use self::report::Report;
use dteam_engine::advice::Advice;

pub(super) mod closing;
pub(super) mod comparison;
pub mod frame;
pub(super) mod kind;
pub(super) mod marks;
pub(super) mod matrix;
mod page;
pub(super) mod plan;
pub(super) mod profile;
pub(super) mod report;

pub use report::clean;

/// What the report adds to the style of every page.
const STYLE: &str = include_str!("html/report.css");

/// The report as one self-contained page; the first `full` steps with reasons and first moves, the
/// rest as a table.
pub fn html(advice: &Advice, full: usize) -> String {
    let report = Report::of(advice);
    let body = html! {
        a class="skip" href="#report" { (report.say("html-skip")) }
        (page::main(&report, full))
    };
    frame::page(advice.language, &clean(&report.words.title(advice)), STYLE, &body)
}

/// The same report as its `<main>` element alone, for a page that has a frame of its own; its style
/// is [`html_style`].
pub fn html_main(advice: &Advice, full: usize) -> String {
    page::main(&Report::of(advice), full).into_string()
}

/// The style that the report needs.
pub fn html_style() -> String {
    frame::style(STYLE)
}
