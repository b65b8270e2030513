//! Reads how much a step moves, by type.

use super::Impact;
use crate::survey::Options;
use crate::typology::load::unknown_type;
use dteam_text::diagnostic::{Diagnostics, Problem, nearest};
use dteam_text::yaml::fields;
use dteam_text::yaml::{Node, Value};

/// From little to much.
pub(super) const IMPACT: (f64, f64) = (1.0, 5.0);

/// `3`, or `{default: 3, optimizer: 4}`.
pub(super) fn by_type(
    node: &Node<'_>,
    names: &Options,
    problems: &mut Diagnostics<'_>,
) -> Option<Impact> {
    let Value::Map(entries) = &node.value else {
        let impact = fields::number(node, IMPACT, problems)?;
        return Some(Impact::ByType { types: vec![impact; names.0.len()], default: impact });
    };
    if fields::cut_at_comma(entries, problems) {
        return None;
    }
    let mut default = None;
    let mut by_type = vec![None; names.0.len()];
    for entry in entries {
        let impact = fields::number(&entry.value, IMPACT, problems);
        match names.find(&entry.key) {
            _ if entry.key == "default" => default = impact,
            Some(kind) => by_type[usize::from(kind)] = impact,
            None if nearest(&entry.key, ["default"]).is_some() => {
                let problem = Problem::UnknownKey {
                    key: entry.key.to_string(),
                    known: format!("default, {}", names.listed()),
                    nearest: Some("default".to_owned()),
                };
                problems.error(entry.key_span.clone(), problem);
            }
            None => problems.error(entry.key_span.clone(), unknown_type(&entry.key, names)),
        }
    }
    let Some(default) = default else {
        let at = fields::mark(node, &problems.file().text);
        problems.error(at, Problem::MissingKey { key: "default".to_owned() });
        return None;
    };
    let types = by_type.into_iter().map(|impact| impact.unwrap_or(default)).collect();
    Some(Impact::ByType { types, default })
}
