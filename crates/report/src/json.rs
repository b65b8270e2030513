//! Everything, as JSON.

use serde::Serialize;

use crate::format::{Content, Format};

/// The format: the contract `dteam.advice/2`.
pub const FORMAT: Format = Format {
    name: "json",
    extension: "json",
    media_type: "application/json",
    about: "format-json",
    paper: None,
    is_built: true,
    content: Content::Data(json),
};

/// JSON, indented, with a line break at the end.
pub fn json<T: Serialize>(value: &T) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
