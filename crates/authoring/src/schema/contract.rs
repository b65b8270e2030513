//! The schemas of what programs read beside the advice: contracts in `schema/`, with the catalog's
//! rules.

use serde_json::{Value as Json, json};

use super::{Writer, joined};

/// That of `dteam.plan/1`.
pub(super) const PLAN: &str = include_str!("../../../../schema/plan.schema.json");

/// That of `dteam.progress/1`.
pub(super) const PROGRESS: &str = include_str!("../../../../schema/progress.schema.json");

/// That of `dteam.team/1`.
pub(super) const TEAM: &str = include_str!("../../../../schema/team.schema.json");

/// Packs can add rules: those of the catalog are examples.
pub(super) fn schema(writer: &Writer<'_>, contract: &str) -> Json {
    let mut schema: Json = serde_json::from_str(contract).expect("a test reads the file as JSON");
    let rules: Vec<&str> = writer.catalog.rule_ids().collect();
    let id = &mut schema["$defs"]["RuleId"];
    *id = joined(id.take(), json!({"examples": rules}));
    schema
}
