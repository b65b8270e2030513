//! The schema of the advice: the contract in `schema/advice.schema.json`, with the catalog's ids.

use serde_json::{Value as Json, json};

use super::{Writer, joined};

const CONTRACT: &str = include_str!("../../../../schema/advice.schema.json");

/// An advice names only the typology's types. Packs can add rules and questions: those of the
/// catalog are examples.
pub(super) fn schema(writer: &Writer<'_>) -> Json {
    let mut schema: Json = serde_json::from_str(CONTRACT).expect("a test reads the file as JSON");
    let catalog = writer.catalog;
    let ids = [
        ("TypeId", writer.type_id()),
        ("QuestionPath", json!({"examples": catalog.survey.paths().collect::<Vec<_>>()})),
        ("RuleId", json!({"examples": catalog.rule_ids().collect::<Vec<_>>()})),
        ("PackId", json!({"examples": catalog.packs().map(|(id, _)| id).collect::<Vec<_>>()})),
    ];
    for (name, ids) in ids {
        let id = &mut schema["$defs"][name];
        *id = joined(id.take(), ids);
    }
    schema
}
