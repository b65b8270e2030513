//! The advice, a classification or an explanation as something to read, or for other programs.

#![allow(
    missing_docs,
    reason = "names of fields and variants say most of it; not everything is documented yet"
)]

use serde::Serialize;

use dteam_text::language::is_hidden;

/// The number of steps that a report shows with reasons and first moves unless somebody asks for
/// another: as many as a reader takes in. The rest stand in a table.
pub const FULL_STEPS: usize = 5;

mod council;
#[cfg(feature = "html")]
pub mod html;
mod markdown;
pub mod page;
#[cfg(feature = "pdf")]
mod pdf;
pub mod words;

#[cfg(feature = "text")]
pub mod findings;
#[cfg(feature = "text")]
pub mod text;
#[cfg(feature = "text")]
mod what_if;
#[cfg(feature = "text")]
pub mod wrapped;

#[cfg(feature = "html")]
pub use council::council_html;
pub use council::{COUNCIL_STEPS, CouncilPaper, Purpose, council};
#[cfg(feature = "text")]
pub use findings::{classification, explanation};
#[cfg(feature = "html")]
pub use html::{html, html_main, html_style};
pub use markdown::markdown;
#[cfg(feature = "pdf")]
pub use pdf::pdf;
#[cfg(feature = "text")]
pub use text::{Layout, text};
#[cfg(feature = "text")]
pub use what_if::what_if;

/// JSON, indented, with a line break at the end. For an advice, the contract `dteam.advice/1`.
pub fn json<T: Serialize>(value: &T) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

/// Appends the same data to `line` as JSON without line breaks: a record of newline-delimited JSON.
///
/// # Errors
/// As [`serde_json::to_writer`]; none for an advice, which is plain data.
pub fn json_line<T: Serialize>(value: &T, line: &mut Vec<u8>) -> serde_json::Result<()> {
    serde_json::to_writer(line, value)
}

/// The same data as [`json`], as YAML.
pub fn yaml<T: Serialize>(value: &T) -> String {
    // By way of JSON: numbers and dates are written alike in both.
    let value = serde_json::to_value(value).unwrap_or_default();
    serde_yaml::to_string(&value).unwrap_or_default()
}

/// A path as a shell takes it for one word. What a terminal would not show is written out.
pub fn shell_word(path: &str) -> String {
    if path.contains(is_hidden) {
        let written = |letter: char| match letter {
            '\\' | '\'' => format!("\\{letter}"),
            '\n' | '\r' | '\t' => letter.escape_default().to_string(),
            letter if is_hidden(letter) => format!("\\u{:04x}", u32::from(letter)),
            letter => letter.to_string(),
        };
        return format!("$'{}'", path.chars().map(written).collect::<String>());
    }
    let is_plain = |letter: char| {
        letter.is_alphanumeric() || matches!(letter, '/' | '\\' | ':' | '.' | '_' | '-')
    };
    match path.chars().all(is_plain) {
        true => path.to_owned(),
        false => format!("'{}'", path.replace('\'', r"'\''")),
    }
}
