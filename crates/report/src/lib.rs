//! The advice, a classification or an explanation as something to read, or for other programs.
//!
//! What there is to read is first a [`Document`], plain data; each [`Format`] writes any of them.

/// The number of steps that a report shows with reasons and first moves unless somebody asks for
/// another: as many as a reader takes in. The rest stand in a table.
pub const FULL_STEPS: usize = 5;

mod council;
pub mod document;
pub mod format;
mod formats;
#[cfg(feature = "html")]
pub mod html;
mod json;
mod json_line;
mod markdown;
pub mod page;
mod pdf;
pub mod plan;
pub mod progress;
mod report;
mod shell;
#[cfg(feature = "tasks")]
pub mod tasks;
pub mod team;
pub mod words;
mod yaml;

#[cfg(feature = "text")]
pub mod findings;
#[cfg(feature = "text")]
mod text;
#[cfg(feature = "text")]
mod what_if;
#[cfg(feature = "text")]
pub mod wrapped;

pub use council::{COUNCIL_STEPS, CouncilPaper, Purpose, council, council_steps};
pub use document::Document;
#[cfg(feature = "text")]
pub use findings::{classification, explanation};
pub use format::{Format, Layout};
#[cfg(feature = "html")]
pub use html::{html, html_document, html_main, html_style};
pub use json::json;
pub use json_line::{LineText, json_line};
pub use markdown::{document_as_markdown, markdown};
#[cfg(feature = "pdf")]
pub use pdf::pdf;
pub use plan::plan_document;
pub use progress::progress_document;
pub use report::report;
pub use shell::shell_word;
pub use team::team_document;
#[cfg(feature = "text")]
pub use text::text;
#[cfg(feature = "text")]
pub use what_if::what_if;
pub use yaml::yaml;
