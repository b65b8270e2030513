//! Makes `cases.yaml` say what comes out: for when a change of rules is meant, and many cases would
//! have to follow by hand.

use std::sync::Arc;

use super::edit::{self, Location, Written};
use super::run::coming_out;
use super::{Amendment, Case, CaseChange, CaseResult, Mismatch, read_cases, run_case};
use dteam_engine::advice::Outcome;
use dteam_engine::catalog::Catalog;
use dteam_text::diagnostic::{self, Diagnostic, Invalid, Problem, SourceFile};
use dteam_text::language::Language;

/// A file whose cases say what comes out.
#[derive(Debug, Clone, PartialEq)]
pub struct Update {
    /// The file's new text.
    pub text: String,
    /// What was changed, in the order of the file.
    pub changes: Vec<CaseChange>,
    /// The cases that cannot be changed as they are written.
    pub problems: Vec<Diagnostic>,
}

/// Changes the cases of the pack `pack` that do not come out as they say, so that they do: rules
/// move to the list of their outcome, `order`, `classification` and what is said of a step's numbers,
/// variant, notes and `after` become what was found. Expected texts stay as they are, and so does all that is not changed, comments too. A case that says
/// nothing gets the rules of its pack that fire and those that are undecided. With `filter`, only
/// cases that match one of its texts are changed.
///
/// # Errors
/// [`Invalid`] as [`read_cases`](super::read_cases) and [`run_case`](super::run_case).
pub fn update_cases(
    catalog: &Catalog,
    pack: &str,
    file: &Arc<SourceFile>,
    filter: &[String],
) -> Result<Update, Invalid> {
    let written = read_cases(catalog, pack, file)?;
    let mut cases = written.clone();
    let mut update =
        Update { text: file.text.to_string(), changes: Vec::new(), problems: Vec::new() };
    for (at, case) in written.iter().enumerate() {
        if !filter.is_empty() && !case.matches(filter) {
            continue;
        }
        let changes = amendments(catalog, pack, case)?;
        if changes.is_empty() {
            continue;
        }
        let text = rewritten(&update.text, Location { pack, case: at }, &changes);
        match text
            .and_then(|text| reread(catalog, pack, &text, at, &cases).map(|read| (text, read)))
        {
            Some((text, read)) => {
                update.text = text;
                update.changes.push(CaseChange {
                    name: case.name.clone(),
                    line: case.line,
                    changes,
                });
                cases = read;
            }
            None => update.problems.push(not_updated(file, case)),
        }
    }
    Ok(update)
}

/// What has to change in a case so that it says what comes out.
fn amendments(catalog: &Catalog, pack: &str, case: &Case) -> Result<Vec<Amendment>, Invalid> {
    if case.expected.nothing {
        return stated(catalog, pack, case);
    }
    let CaseResult { mismatches, .. } = run_case(catalog, case, Language::default())?;
    let mut changes = Vec::new();
    for mismatch in mismatches {
        match mismatch {
            // What is expected of its step says that it has to fire.
            Mismatch::Outcome { rule, .. }
                if case.expected.texts.iter().any(|text| text.rule == rule)
                    || case.expected.parts.iter().any(|(named, _)| *named == rule) => {}
            Mismatch::Outcome { rule, expected, found, .. } => {
                let to = if found == Outcome::NotInForce { Outcome::Silent } else { found };
                changes.push(Amendment::Rule { rule, from: expected, to });
            }
            Mismatch::Order { found, .. } => {
                changes.push(Amendment::Order {
                    to: found.into_iter().map(|step| step.rule).collect(),
                });
            }
            Mismatch::Classification { differences, .. } => {
                changes.extend(differences.into_iter().map(|difference| {
                    Amendment::Classification {
                        key: difference.key,
                        from: difference.expected,
                        to: difference.found,
                    }
                }));
            }
            Mismatch::Part { rule, expected, found, .. } => {
                changes.push(Amendment::Part { rule, from: expected, to: found });
            }
            Mismatch::Effect { .. } | Mismatch::Text { .. } => {}
        }
    }
    Ok(changes)
}

fn stated(catalog: &Catalog, pack: &str, case: &Case) -> Result<Vec<Amendment>, Invalid> {
    let mut changes = Vec::new();
    for outcome in [Outcome::Fires, Outcome::Undecided] {
        let rules = coming_out(catalog, pack, case, outcome)?;
        if !rules.is_empty() {
            changes.push(Amendment::Stated { outcome, rules });
        }
    }
    if changes.is_empty() {
        changes.push(Amendment::Stated { outcome: Outcome::Fires, rules: Vec::new() });
    }
    Ok(changes)
}

/// The cases of the new text, if only the one `at` says something else than before, and it now says
/// what comes out.
fn reread(
    catalog: &Catalog,
    pack: &str,
    text: &str,
    at: usize,
    before: &[Case],
) -> Option<Vec<Case>> {
    let cases = read_cases(catalog, pack, &SourceFile::new("", text)).ok()?;
    let others_stay = cases.iter().zip(before).enumerate().all(|(index, (now, before))| {
        let same_profile = now.profile.answers == before.profile.answers && now.date == before.date;
        same_profile && now.name == before.name && (index == at || now.expected == before.expected)
    });
    let done = cases.len() == before.len()
        && others_stay
        && amendments(catalog, pack, cases.get(at)?).ok()?.is_empty();
    done.then_some(cases)
}

/// The text with the changes made to one case.
fn rewritten(text: &str, location: Location<'_>, changes: &[Amendment]) -> Option<String> {
    // First all that is added: a list that would be empty in between keeps its place and its form.
    let mut text = moved_in(text, location, changes)?;
    for change in changes {
        text = match change {
            Amendment::Rule { rule, to, .. } => moved_out(text, location, rule, *to)?,
            Amendment::Order { to } => edit::reorder(&text, location, "order", to)?,
            Amendment::Classification { key, to, .. } => edit::set(
                &text,
                location,
                ("classification", key.name()),
                to.as_deref().unwrap_or("null"),
            )?,
            Amendment::Part { rule, to, .. } => {
                edit::set(&text, location, (to.key().name(), rule), &to.written(location.pack))?
            }
            Amendment::Stated { outcome, rules } => {
                let own = rules.iter().filter_map(|rule| rule.split_once('/'));
                let items: Vec<Written> = own.map(|(_, rule)| Written::new(rule)).collect();
                edit::add(&text, location, outcome.name(), &items)?
            }
        };
    }
    Some(text)
}

const LISTS: [&str; 4] = ["fires", "silent", "undecided", "order"];

fn moved_in(text: &str, location: Location<'_>, changes: &[Amendment]) -> Option<String> {
    let mut text = text.to_owned();
    for outcome in [Outcome::Fires, Outcome::Silent, Outcome::Undecided] {
        let rules = changes.iter().filter_map(|change| match change {
            Amendment::Rule { rule, to, .. } if *to == outcome => Some(rule),
            _ => None,
        });
        let items: Option<Vec<Written>> = rules
            .map(|rule| LISTS.iter().find_map(|list| edit::written(&text, location, list, rule)))
            .collect();
        let items = items?;
        if !items.is_empty() {
            text = edit::add(&text, location, outcome.name(), &items)?;
        }
    }
    Some(text)
}

fn moved_out(text: String, location: Location<'_>, rule: &str, to: Outcome) -> Option<String> {
    let mut text = text;
    for list in LISTS.into_iter().filter(|list| *list != to.name()) {
        if edit::written(&text, location, list, rule).is_some() {
            text = edit::drop(&text, location, list, rule)?;
        }
    }
    Some(text)
}

fn not_updated(file: &Arc<SourceFile>, case: &Case) -> Diagnostic {
    let location = diagnostic::Location { file: Arc::clone(file), span: case.span.clone() };
    let problem = Problem::CaseNotUpdated { case: case.name.clone() };
    Diagnostic::at(location, problem)
}
