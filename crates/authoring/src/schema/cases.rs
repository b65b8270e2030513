//! The schema of `cases.yaml`.

use serde_json::{Value as Json, json};

use super::{RULE_PATTERN, Writer, joined, list_of, mapping, one_of, profile, reference, text};
use dteam_engine::classification::Basis;

pub(super) fn schema(writer: &Writer<'_>) -> Json {
    let mut case = mapping(
        json!({
            "name": writer.explained("schema-case-name", text()),
            "profile": writer.explained("schema-case-profile", reference("profile")),
            "date": writer.explained("schema-case-date", writer.date()),
            "fires": writer.explained("schema-case-fires", reference("rules")),
            "silent": writer.explained("schema-case-silent", reference("rules")),
            "undecided": writer.explained("schema-case-undecided", reference("rules")),
            "order": writer.explained("schema-case-order", joined(reference("rules"), json!({"minItems": 1}))),
            "need": writer.explained("schema-case-need", of_rules(json!({"type": "number", "minimum": 0, "maximum": 1}))),
            "priority": writer.explained("schema-case-priority", of_rules(json!({"type": "number", "minimum": 0, "maximum": 100}))),
            "variant": writer.explained("schema-case-variant", of_rules(json!({"anyOf": [numbered(), {"type": "null"}]}))),
            "notes": writer.explained("schema-case-notes", of_rules(joined(list_of(numbered()), json!({"uniqueItems": true})))),
            "after": writer.explained("schema-case-after", of_rules(reference("rules"))),
            "covers": writer.explained("schema-case-covers", of_rules(reference("rules"))),
            "texts": writer.explained("schema-case-texts", of_rules(reference("parts"))),
            "classification": writer.explained("schema-case-classification", classification(writer)),
        }),
        &["name", "profile"],
    );
    let mut definitions = profile::answers(writer);
    definitions.insert("profile".to_owned(), profile::whole(writer));
    definitions.insert("rule".to_owned(), writer.rule_id(RULE_PATTERN));
    definitions.insert(
        "rules".to_owned(),
        joined(list_of(reference("rule")), json!({"uniqueItems": true})),
    );
    definitions.insert("parts".to_owned(), parts(writer));
    case["defaultSnippets"] = json!([{
        "label": writer.message("schema-case-snippet"),
        "description": writer.message("schema-case-snippet-about"),
        "body": {"name": "$1", "profile": {"$2": "$3"}, "fires": ["$4"], "silent": ["$5"], "undecided": ["$6"]},
    }]);
    let root = mapping(
        json!({"cases": writer.explained("schema-cases-list", list_of(writer.titled("schema-case", case)))}),
        &["cases"],
    );
    writer.file("cases", "schema-cases", "schema-cases-about", root, definitions)
}

/// Something for each of one or more rules.
fn of_rules(value: Json) -> Json {
    json!({
        "type": "object",
        "propertyNames": {"pattern": RULE_PATTERN},
        "additionalProperties": value,
        "minProperties": 1,
    })
}

/// The number of a variant or a note.
fn numbered() -> Json {
    json!({"type": "integer", "minimum": 1})
}

/// What occurs in a rule's texts, in one language or more.
fn parts(writer: &Writer<'_>) -> Json {
    let several = joined(list_of(text()), json!({"minItems": 1}));
    let part = json!({"anyOf": [text(), several]});
    writer.in_languages(&part)
}

fn classification(writer: &Writer<'_>) -> Json {
    let type_or_none = |id| {
        let none = json!({"type": "null"});
        writer.explained(id, json!({"anyOf": [writer.type_id(), none]}))
    };
    let basis = |basis: Basis, meaning| (json!(basis), writer.message(meaning));
    let bases = [
        basis(Basis::Goals, "schema-basis-goals"),
        basis(Basis::Indicators, "schema-basis-indicators"),
    ];
    let basis = json!({"anyOf": [one_of("string", bases.into_iter()), {"type": "null"}]});
    let keys = json!({
        "type": type_or_none("schema-case-type"),
        "basis": writer.explained("schema-case-basis", basis),
        "mixed_with": type_or_none("schema-case-mixed-with"),
    });
    joined(mapping(keys, &[]), json!({"minProperties": 1}))
}
