//! A question that a pack adds to the survey.

use serde_json::{Map, Value as Json, json};

use crate::schema::{
    ID_PATTERN, Writer, joined, list_of, mapping, number, one_of, reference, text,
};
use dteam_engine::survey::kind::{Definition, KINDS};
use dteam_engine::survey::{MAX_OPTIONS, MAX_RANKED};

/// What an expression can read behind the pack's name and a point.
const NAME_PATTERN: &str = "^[A-Za-z][A-Za-z0-9_]*$";

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
    let keys = json!({
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
    });
    let by_kind: Vec<Json> = KINDS.iter().map(|kind| keys_of_kind(kind, &keys)).collect();
    joined(mapping(keys, &["id", "kind", "label", "help"]), json!({"allOf": by_kind}))
}

/// Which of the keys a question of the kind must have, and which only others have.
fn keys_of_kind(kind: &Definition, keys: &Json) -> Json {
    let has = |kind: &Definition, key: &str| kind.needs.contains(&key) || kind.may.contains(&key);
    let of_others = |key: &&String| !has(kind, key) && KINDS.iter().any(|other| has(other, key));
    let keys = keys.as_object().into_iter().flat_map(Map::keys);
    let refused: Map<String, Json> =
        keys.filter(of_others).map(|key| (key.clone(), json!(false))).collect();
    json!({
        "if": {"properties": {"kind": {"const": kind.name}}, "required": ["kind"]},
        "then": {"required": kind.needs, "properties": refused},
    })
}

fn kind(writer: &Writer<'_>) -> Json {
    let meaning = |name| (Json::from(name), writer.message(&format!("kind-{name}")));
    one_of("string", KINDS.iter().map(|kind| meaning(kind.name)))
}
