//! A question that a pack adds to the survey.

use serde_json::{Map, Value as Json, json};

use crate::schema::{
    ID_PATTERN, Writer, joined, list_of, mapping, number, one_of, reference, text,
};
use dteam_engine::survey::{Kind, MAX_OPTIONS, MAX_RANKED};

/// What an expression can read behind the pack's name and a point.
const NAME_PATTERN: &str = "^[A-Za-z][A-Za-z0-9_]*$";

/// The keys that only some kinds of questions have: the kind, the keys it needs, and those it may
/// have.
const BY_KIND: [(&str, &[&str], &[&str]); 8] = [
    ("choice", &["options"], &[]),
    ("choices", &["options"], &[]),
    ("ranking", &["options", "limit"], &[]),
    ("scale", &["max", "levels"], &[]),
    ("number", &["min", "max"], &["whole"]),
    ("percent", &[], &[]),
    ("flag", &[], &[]),
    ("text", &[], &[]),
];

const OF_SOME_KINDS: [&str; 6] = ["options", "limit", "min", "max", "whole", "levels"];

pub(super) fn question(writer: &Writer<'_>) -> Json {
    let bound = || json!({"type": "number", "minimum": -1e12, "maximum": 1e12});
    let option = mapping(
        json!({
            "id": writer.explained("schema-option-id", json!({"type": "string", "pattern": ID_PATTERN})),
            "label": writer.explained("schema-option-label", reference("text")),
        }),
        &["id", "label"],
    );
    let options = joined(list_of(option), json!({"maxItems": MAX_OPTIONS}));
    let question = mapping(
        json!({
            "id": writer.explained("schema-question-id", json!({"type": "string", "pattern": NAME_PATTERN})),
            "kind": writer.explained("schema-question-kind", kind(writer)),
            "label": writer.explained("schema-question-label", reference("text")),
            "help": writer.explained("schema-question-help", reference("text")),
            "options": writer.explained("schema-question-options", options),
            "limit": writer.explained("schema-question-limit", number(1.0, MAX_RANKED as f64)),
            "min": writer.explained("schema-question-min", bound()),
            "max": writer.explained("schema-question-max", bound()),
            "whole": writer.explained("schema-question-whole", json!({"type": "boolean"})),
            "levels": writer.explained("schema-question-levels", list_of(writer.in_languages(&text()))),
            "unit": writer.explained("schema-question-unit", reference("text")),
            "unanswered": writer.explained("schema-question-unanswered", reference("text")),
            "fixed": writer.explained("schema-question-fixed", json!({"type": "boolean"})),
        }),
        &["id", "kind", "label", "help"],
    );
    joined(
        question,
        json!({"allOf": BY_KIND.map(|(kind, needs, may)| keys_of_kind(kind, needs, may))}),
    )
}

fn keys_of_kind(kind: &str, needs: &[&str], may: &[&str]) -> Json {
    let others = OF_SOME_KINDS.into_iter().filter(|key| !needs.contains(key) && !may.contains(key));
    let refused: Map<String, Json> = others.map(|key| (key.to_owned(), json!(false))).collect();
    json!({
        "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
        "then": {"required": needs, "properties": refused},
    })
}

fn kind(writer: &Writer<'_>) -> Json {
    let meaning = |name| match name {
        "choice" => "schema-kind-choice",
        "choices" => "schema-kind-choices",
        "ranking" => "schema-kind-ranking",
        "scale" => "schema-kind-scale",
        "number" => "schema-kind-number",
        "percent" => "schema-kind-percent",
        "flag" => "schema-kind-flag",
        _ => "schema-kind-text",
    };
    one_of(
        "string",
        Kind::NAMES.into_iter().map(|name| (Json::from(name), writer.message(meaning(name)))),
    )
}
