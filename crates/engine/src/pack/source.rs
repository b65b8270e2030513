//! What a rule rests on.

use serde::{Deserialize, Serialize};

use super::Context;
use dteam_text::diagnostic::{Diagnostics, Problem};
use dteam_text::yaml::Node;
use dteam_text::yaml::fields::{self, Fields};

/// What a rule rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RuleSource<T = String> {
    /// Section of the study.
    pub section: T,
    /// Table of the study.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<u8>,
    /// What has happened since the study.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Fact<T>>,
}

/// A public source of something that has happened since the study.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Fact<T = String> {
    /// The source.
    pub title: T,
    /// Its date, as far as known: a year, a month or a day (ISO 8601).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<T>,
}

impl RuleSource {
    /// The same, with the texts where they are, or copies of them.
    pub fn borrowed<'c, T: From<&'c str>>(&'c self) -> RuleSource<T> {
        let facts = self.facts.iter().map(|fact| Fact {
            title: fact.title.as_str().into(),
            date: fact.date.as_deref().map(T::from),
        });
        RuleSource {
            section: self.section.as_str().into(),
            table: self.table,
            facts: facts.collect(),
        }
    }
}

pub(super) fn source(
    node: &Node<'_>,
    context: Context<'_>,
    problems: &mut Diagnostics<'_>,
) -> Option<RuleSource> {
    let mut keys = Fields::of(node, problems)?;
    let section = keys.required("section", problems).and_then(|node| fields::text(node, problems));
    let table = keys.optional("table").and_then(|node| {
        let number = fields::number(node, (1.0, 99.0), problems)?;
        let typology = context.typology;
        let known = context.benchmarks.tables.iter().map(|table| table.number);
        let mut known = known.chain([typology.goals.table, typology.prior.table]);
        if !known.any(|table| f64::from(table) == number) {
            problems.error(node.span.clone(), Problem::UnknownTable { table: number.to_string() });
        }
        Some(number)
    });
    let facts =
        keys.optional("facts").and_then(|node| fields::list(node, problems)).unwrap_or_default();
    let facts = facts.iter().filter_map(|node| fact(node, problems)).collect();
    keys.finish(problems);
    Some(RuleSource { section: section?.into(), table: table.map(|table| table as u8), facts })
}

fn fact(node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Option<Fact> {
    let mut keys = Fields::of(node, problems)?;
    let title = keys.required("title", problems).and_then(|node| fields::text(node, problems));
    let date = keys.optional("date").and_then(|node| {
        let text = fields::text(node, problems)?;
        let day = format!("{text}{}", &"-01-01"[(text.len().clamp(4, 10) - 4).min(6)..]);
        if dteam_text::language::date(&day).is_none() {
            problems.error(node.span.clone(), Problem::NotADate { value: text.to_owned() });
        }
        Some(text.into())
    });
    keys.finish(problems);
    Some(Fact { title: title?.into(), date })
}
