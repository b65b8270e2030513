//! Reads what a pack changes about the rules of other packs.

use std::collections::HashMap;
use std::ops::Range;

use serde_json::Value as Json;

use super::impact::by_type;
use super::{Context, Impact, NamedRule, full_id};
use crate::profile::number_as_json;
use dteam_text::diagnostic::{Diagnostics, Problem};
use dteam_text::language::Localized;
use dteam_text::yaml::fields::{self, Fields};
use dteam_text::yaml::{Node, Value, line_of};

/// What a pack changes about a rule of another.
#[derive(Debug, Clone)]
pub struct Change {
    /// The pack that changes it, by its index in the catalog.
    pub pack: usize,
    /// The rule is switched off.
    pub off: bool,
    /// 0..1, multiplies the rule's fit for every type.
    pub weight: Option<f64>,
    /// The impact in place of the rule's own, as the pack writes it.
    pub impact: Option<Json>,
    /// Why.
    pub reason: Localized,
    /// Where the rule is named in the pack's file.
    pub span: Range<usize>,
}

/// A change, its rule still a name.
#[derive(Debug)]
pub struct NamedChange {
    /// The rule that is changed.
    pub rule: NamedRule,
    /// What is changed.
    pub change: Change,
    /// The impact in place of the rule's own.
    pub impact: Option<Impact>,
}

/// Reads the changes of one pack.
pub(super) fn changes(
    node: &Node<'_>,
    pack: &str,
    context: Context<'_>,
    problems: &mut Diagnostics<'_>,
) -> Vec<NamedChange> {
    let mut indices: HashMap<String, usize> = HashMap::new();
    let mut changes = Vec::new();
    for node in fields::list(node, problems).unwrap_or_default() {
        let Some(named) = change(node, pack, context, problems) else { continue };
        if let Some(first) = indices.insert(named.rule.id.clone(), named.rule.span.start) {
            let first_line = line_of(&problems.file().text, first);
            let problem = Problem::DuplicateKey { key: named.rule.id.clone(), first_line };
            problems.error(named.rule.span.clone(), problem);
            continue;
        }
        changes.push(named);
    }
    changes
}

fn change(
    node: &Node<'_>,
    pack: &str,
    context: Context<'_>,
    problems: &mut Diagnostics<'_>,
) -> Option<NamedChange> {
    let mut keys = Fields::of(node, problems)?;
    let rule = keys.required("rule", problems).and_then(|node| {
        let id = full_id(pack, fields::text(node, problems)?);
        Some(NamedRule { id, span: node.span.clone() })
    });
    let off_node = keys.optional("off");
    let off = off_node.and_then(|node| fields::flag(node, problems));
    let (weight_node, impact_node) = (keys.optional("weight"), keys.optional("impact"));
    let weight = weight_node.and_then(|node| fields::number(node, (0.0, 1.0), problems));
    let impact = impact_node.and_then(|node| impact(node, context, problems));
    let reason =
        keys.required("reason", problems).and_then(|node| fields::localized(node, problems));
    keys.finish(problems);

    let others = [("weight", weight_node), ("impact", impact_node)];
    for (key, node) in others.into_iter().filter(|_| off == Some(true)) {
        if let Some(node) = node {
            problems.error(
                fields::mark(node, &problems.file().text),
                Problem::OffAndChanged { key: key.to_owned() },
            );
        }
    }
    let says_nothing = off == Some(false) || off_node.is_none();
    if says_nothing && weight_node.is_none() && impact_node.is_none() {
        let at = off_node.unwrap_or(node);
        problems.error(fields::mark(at, &problems.file().text), Problem::NothingChanged);
    }
    let (impact, written) = impact.unzip();
    let rule = rule?;
    let change = Change {
        pack: 0,
        off: off == Some(true),
        weight,
        impact: written,
        reason: reason?,
        span: rule.span.clone(),
    };
    Some(NamedChange { rule, change, impact })
}

/// `5` or `{default: 3, optimizer: 4}`, and as it is written. No expression: whoever reads of the
/// change is to see a number.
fn impact(
    node: &Node<'_>,
    context: Context<'_>,
    problems: &mut Diagnostics<'_>,
) -> Option<(Impact, Json)> {
    let impact = by_type(node, &context.typology.names, problems)?;
    let number = |node: &Node<'_>| match &node.value {
        Value::Scalar(scalar) => scalar.number().map(number_as_json),
        _ => None,
    };
    let written = match &node.value {
        Value::Map(entries) => {
            let numbers = entries
                .iter()
                .filter_map(|entry| Some((entry.key.to_string(), number(&entry.value)?)));
            Json::Object(numbers.collect())
        }
        _ => number(node)?,
    };
    Some((impact, written))
}
