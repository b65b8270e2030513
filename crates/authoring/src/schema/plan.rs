//! The schema of the plan: the contract in `schema/plan.schema.json`, with the catalog's rules.

use serde_json::{Value as Json, json};

use super::{Writer, joined};

const CONTRACT: &str = include_str!("../../../../schema/plan.schema.json");

/// Packs can add rules: those of the catalog are examples.
pub(super) fn schema(writer: &Writer<'_>) -> Json {
    let mut schema: Json = serde_json::from_str(CONTRACT).expect("a test reads the file as JSON");
    let rules: Vec<&str> = writer.catalog.rule_ids().collect();
    let id = &mut schema["$defs"]["RuleId"];
    *id = joined(id.take(), json!({"examples": rules}));
    schema
}
