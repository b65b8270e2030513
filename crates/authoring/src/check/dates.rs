//! Dates that are still to come where only what has happened can stand: of facts and of reviews.
//! And facts that somebody should have looked at again, or that nobody needs.

use std::sync::Arc;

use crate::facts::naming;
use dteam_engine::catalog::Catalog;
use dteam_engine::pack::DatedFact;
use dteam_text::diagnostic::{Diagnostic, Diagnostics, Problem, Severity, SourceFile};
use dteam_text::language::first_day;
use dteam_text::yaml::{self, Node, Value};
use jiff::civil::Date;

/// The dates in a pack's file that begin after the day.
pub(super) fn in_future(file: &Arc<SourceFile>, today: Date) -> Vec<Diagnostic> {
    // What is no YAML has been reported.
    let Some(root) = yaml::parse(file, &mut Diagnostics::new(file)) else { return Vec::new() };
    let mut problems = Diagnostics::new(file);
    look(&root, "", today, &mut problems);
    problems.finish()
}

/// Looks at all below a node, the value of `key`.
fn look(node: &Node<'_>, key: &str, today: Date, problems: &mut Diagnostics<'_>) {
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| look(item, key, today, problems)),
        Value::Map(entries) => {
            for entry in entries {
                let happened = match key {
                    "facts" => matches!(entry.key.as_ref(), "date" | "checked"),
                    "reviewed" => entry.key == "date",
                    _ => false,
                };
                if happened {
                    date(&entry.value, today, problems);
                }
                look(&entry.value, &entry.key, today, problems);
            }
        }
        Value::Null | Value::Scalar(_) => {}
    }
}

fn date(node: &Node<'_>, today: Date, problems: &mut Diagnostics<'_>) {
    let Value::Scalar(scalar) = &node.value else { return };
    if first_day(&scalar.text).is_some_and(|day| day > today) {
        let problem =
            Problem::DateInFuture { date: scalar.text.to_string(), today: today.to_string() };
        problems.add(Severity::Warning, node.span.clone(), problem);
    }
}

/// The fact is past the day on which it is to be checked again.
pub(super) fn due(fact: &DatedFact, today: Date) -> Option<Diagnostic> {
    fact.is_due(Some(today)).then(|| {
        let problem = Problem::RecheckDue {
            fact: fact.id.clone(),
            checked: fact.checked.to_string(),
            recheck: fact.recheck.to_string(),
        };
        warning(fact, problem)
    })
}

/// No rule names the fact.
pub(super) fn unused(catalog: &Catalog, fact: &DatedFact) -> Option<Diagnostic> {
    let is_used = naming(catalog, fact).next().is_some();
    (!is_used).then(|| warning(fact, Problem::UnusedFact { fact: fact.id.clone() }))
}

fn warning(fact: &DatedFact, problem: Problem) -> Diagnostic {
    let severity = Severity::Warning;
    Diagnostic { severity, ..Diagnostic::at(fact.location.clone(), problem) }
}
