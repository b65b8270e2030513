//! What can be asked of a catalog.

use dteam_text::diagnostic::{Problem, nearest};
use serde_json::{Map, Value as Json, json};

use crate::{Answering, Refused};

mod about;
mod one;
mod over_time;
mod together;

/// A call: its name, what it is for, and what its request may hold.
#[derive(Debug, Clone, Copy)]
pub struct Call {
    /// Its name.
    pub name: &'static str,
    /// What it answers, in a sentence for programmers.
    pub about: &'static str,
    /// The keys of its request.
    keys: &'static [Key],
    pub(crate) answer: Answering,
}

/// A key of a request.
#[derive(Debug, Clone, Copy)]
struct Key {
    name: &'static str,
    about: &'static str,
    is_required: bool,
    /// What JSON Schema says of its value.
    value: fn() -> Json,
}

impl Call {
    /// The JSON Schema (draft 2020-12) of its request.
    pub fn request_schema(&self) -> Json {
        let properties = self.keys.iter().map(|key| {
            let mut schema = (key.value)();
            schema["description"] = key.about.into();
            (key.name.to_owned(), schema)
        });
        let properties: Map<String, Json> = properties.collect();
        let required = self.keys.iter().filter(|key| key.is_required).map(|key| key.name);
        json!({
            "type": "object",
            "properties": properties,
            "required": required.collect::<Vec<_>>(),
            "additionalProperties": false,
        })
    }
}

/// All calls.
pub const CALLS: &[Call] = &[
    one::ADVISE,
    one::CHECK,
    one::CLASSIFY,
    one::EXPLAIN,
    over_time::PLAN,
    over_time::PROGRESS,
    together::TEAM,
    about::QUESTIONS,
    about::SCHEMA,
    about::VERSION,
];

/// The call of that name.
pub(crate) fn named(name: &str) -> Result<&'static Call, Refused> {
    CALLS.iter().find(|call| call.name == name).ok_or_else(|| {
        let nearest = nearest(name, CALLS.iter().map(|call| call.name));
        Problem::UnknownCall { call: name.to_owned(), nearest }.into()
    })
}

impl Key {
    const fn required(name: &'static str, about: &'static str, value: fn() -> Json) -> Self {
        Key { name, about, is_required: true, value }
    }

    const fn optional(name: &'static str, about: &'static str, value: fn() -> Json) -> Self {
        Key { name, about, is_required: false, value }
    }
}

const PROFILE: Key = Key::required(
    "profile",
    "The answers as an object, or the text of a profile in YAML or JSON",
    any_profile,
);
const NAME: Key = Key::optional("name", "What mistakes call the profile", text);
const LANGUAGE: Key =
    Key::optional("language", "Language of every text, such as `de` or `en`", text);
const DATE: Key = Key::optional(
    "date",
    "Reference date, YYYY-MM-DD: decides rules with a period of validity",
    text,
);

fn any_profile() -> Json {
    json!({"type": ["object", "string"]})
}

fn text() -> Json {
    json!({"type": "string"})
}

fn texts() -> Json {
    json!({"type": "array", "items": {"type": "string"}})
}

fn flag() -> Json {
    json!({"type": "boolean"})
}

fn count() -> Json {
    json!({"type": "integer", "minimum": 1, "maximum": 100})
}
