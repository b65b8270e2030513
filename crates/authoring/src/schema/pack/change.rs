//! What a pack changes about a rule of another.

use serde_json::{Value as Json, json};

use crate::schema::{RULE_WITH_PACK_PATTERN, Writer, joined, mapping, number, reference};

/// A rule is switched off or counts otherwise: one of the two.
pub(super) fn change(writer: &Writer<'_>) -> Json {
    let keys = json!({
        "rule": writer.explained("schema-change-rule", writer.rule_id(RULE_WITH_PACK_PATTERN)),
        "off": writer.explained("schema-change-off", json!({"type": "boolean"})),
        "weight": writer.explained("schema-change-weight", number(0.0, 1.0)),
        "impact": writer.explained("schema-change-impact", reference("impact-by-type")),
        "reason": writer.explained("schema-change-reason", reference("text")),
    });
    let off_or_otherwise = json!({
        "if": {"properties": {"off": {"const": true}}, "required": ["off"]},
        "then": {"properties": {"weight": false, "impact": false}},
        "else": {"anyOf": [{"required": ["weight"]}, {"required": ["impact"]}]},
    });
    joined(mapping(keys, &["rule", "reason"]), off_or_otherwise)
}
