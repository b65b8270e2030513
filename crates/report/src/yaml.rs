//! Everything, as YAML.

use serde::Serialize;

use crate::format::{Content, Format};

/// The format.
pub const FORMAT: Format = Format {
    name: "yaml",
    extension: "yaml",
    media_type: "application/yaml",
    about: "format-yaml",
    paper: None,
    is_built: true,
    content: Content::Data(yaml),
};

/// The same data as [`json`](crate::json()), as YAML.
pub fn yaml<T: Serialize>(value: &T) -> String {
    // By way of JSON: numbers and dates are written alike in both.
    let value = serde_json::to_value(value).unwrap_or_default();
    serde_yaml::to_string(&value).unwrap_or_default()
}
