//! Dates that are still to come where only what has happened can stand: of facts and of reviews.

use std::sync::Arc;

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
                if entry.key == "date" && matches!(key, "facts" | "reviewed") {
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
