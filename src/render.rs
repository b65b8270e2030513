//! The advice, a classification or an explanation as something to read, or for other programs.

use serde::Serialize;

use dteam_text::language::is_hidden;

#[cfg(feature = "batch")]
mod batch;
mod council;
mod diagnostics;
#[cfg(feature = "html")]
pub(crate) mod html;
mod line;
mod markdown;
#[cfg(any(feature = "serve", feature = "text-report"))]
mod mistake;
mod overview;
mod pack_template;
pub(crate) mod page;
#[cfg(feature = "pdf")]
mod pdf;
mod watch;
pub(crate) mod words;

#[cfg(feature = "text-report")]
mod cases;
#[cfg(feature = "text-report")]
mod coverage;
#[cfg(feature = "text-report")]
mod findings;
#[cfg(feature = "text-report")]
mod interview;
#[cfg(feature = "text-report")]
mod junit;
#[cfg(feature = "text-report")]
mod text;
#[cfg(feature = "text-report")]
mod what_if;
#[cfg(feature = "text-report")]
mod wrapped;

#[cfg(feature = "batch")]
pub use batch::{BatchRemark, batch_account, batch_more, batch_progress, batch_summary};
#[cfg(feature = "text-report")]
pub use cases::tests;
#[cfg(feature = "html")]
pub use council::council_html;
pub use council::{COUNCIL_STEPS, CouncilPaper, Purpose, council};
pub use diagnostics::{check_github, check_json, check_progress, check_sarif, check_summary};
#[cfg(feature = "text-report")]
pub use findings::{classification, explanation};
#[cfg(feature = "html")]
pub use html::{html, html_main, html_style};
#[cfg(feature = "text-report")]
pub use interview::{Commands, Dialogue, InterviewRemark, Kept};
#[cfg(feature = "text-report")]
pub use junit::junit;
pub use line::json_line;
#[cfg(feature = "batch")]
pub(crate) use line::{Fragments, json_line_by};
pub use markdown::markdown;
pub use overview::{profile_template, rules};
pub use pack_template::{NamedText, NewPack, pack_made, pack_template};
#[cfg(feature = "pdf")]
pub use pdf::pdf;
#[cfg(feature = "text-report")]
pub use text::{Layout, text};
pub use watch::{changed, waiting};
#[cfg(feature = "text-report")]
pub use what_if::what_if;

/// JSON, indented, with a line break at the end. For an advice, the contract `dteam.advice/1`.
pub fn json<T: Serialize>(value: &T) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
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
    let is_plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '/' | '\\' | ':' | '.' | '_' | '-');
    match path.chars().all(is_plain) {
        true => path.to_owned(),
        false => format!("'{}'", path.replace('\'', r"'\''")),
    }
}
