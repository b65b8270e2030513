//! A record of JSON.

use serde_json::Value as Json;

use super::{Record, Written, shortened};
use crate::table::{ID, has_id, with_id};
use dteam_engine::catalog::Catalog;
use dteam_engine::profile::{self, Answers, Profile, answer};
use dteam_text::diagnostic::{Diagnostic, Diagnostics, Found, Problem};
use dteam_text::yaml::fields::{found, mark};
use dteam_text::yaml::{self, Node, Value};

/// Reads a record of JSON; everything that is wrong with it.
pub(super) fn read(written: &Written<'_>) -> Result<Record, Vec<Diagnostic>> {
    let catalog = written.catalog;
    let id = has_id(&catalog.survey).then_some(ID);
    let quick = profile::json::read(&catalog.survey, id, written.text);
    if let Some((id, profile)) =
        quick.and_then(|(name, answers)| Some((name, catalog.sound(answers)?)))
    {
        return Ok(Record { id, profile });
    }
    let file = written.file();
    let mut problems = Diagnostics::new(&file);
    let read = thorough(catalog, id, &mut problems);
    let has_errors = problems.has_errors();
    let found = problems.finish();
    match read.filter(|_| !has_errors) {
        Some((id, answers)) => Ok(Record { id, profile: Profile::new(answers, found) }),
        None => Err(found.into_iter().map(|problem| of_record(problem, id.is_some())).collect()),
    }
}

/// Reads a record with every span, so that all that is wrong with it can be shown.
fn thorough(
    catalog: &Catalog,
    id: Option<&str>,
    problems: &mut Diagnostics<'_>,
) -> Option<(Option<Json>, Answers)> {
    let file = problems.file();
    let fault = yaml::json::fault(&file.text);
    if let Some(problem) = no_object(&file.text, fault.is_some()) {
        let start = file.text.len() - file.text.trim_start().len();
        let end = file.text[start..].find('\n').map_or(file.text.len(), |newline| start + newline);
        problems.error(start..start + shortened(file.text[start..end].trim_end()).len(), problem);
        return None;
    }
    if let Some((span, problem)) = fault {
        problems.error(span, problem);
        return None;
    }
    let mut root = yaml::parse(file, problems)?;
    let mut name = None;
    if let (Some(id), Value::Map(entries)) = (id, &mut root.value)
        && let Some(index) = entries.iter().position(|entry| entry.key == id)
    {
        name = record_name(&entries.remove(index).value, problems);
    }
    Some((name, catalog.answers(&root, problems)))
}

/// What stands there in place of an object.
fn no_object(text: &str, faulty: bool) -> Option<Problem> {
    let found = match text.trim_start().chars().next()? {
        '{' => return None,
        _ if text.trim() == "null" => return Some(Problem::EmptyRecord),
        '[' => Found::List,
        '"' => Found::Text,
        _ if faulty => Found::Text,
        't' | 'f' => Found::Flag,
        _ => Found::Number,
    };
    Some(Problem::RecordNotObject { found })
}

/// The name that stands under `id`: a text, or a whole number with every digit.
fn record_name(value: &Node<'_>, problems: &mut Diagnostics<'_>) -> Option<Json> {
    let span = mark(value, &problems.file().text);
    let scalar = match &value.value {
        Value::Null => return None,
        Value::Scalar(scalar) if !scalar.plain => {
            return Some(Json::from(answer::printable(&scalar.text))).filter(|name| name != "");
        }
        Value::Scalar(scalar) if scalar.number().is_some() => scalar,
        Value::Scalar(_) | Value::List(_) | Value::Map(_) => {
            problems.error(
                span,
                Problem::ExpectedText { question: ID.to_owned(), found: found(value) },
            );
            return None;
        }
    };
    let written = |number: &serde_json::Number| number.to_string() == scalar.text;
    let whole = scalar.text.parse::<u64>().map(serde_json::Number::from);
    let whole = whole
        .or_else(|_| scalar.text.parse::<i64>().map(serde_json::Number::from))
        .ok()
        .filter(written);
    if whole.is_none() {
        problems.error(span, Problem::IdNotExact { id: scalar.text.to_string() });
    }
    whole.map(Json::Number)
}

/// What there is to say of a record is not what is said of a file of YAML; and records have names.
fn of_record(mut diagnostic: Diagnostic, has_id: bool) -> Diagnostic {
    diagnostic.problem = match diagnostic.problem {
        Problem::NotYaml { detail, .. } => Problem::RecordNotJson { detail, slip: "other" },
        Problem::NotJson { detail, slip } => Problem::RecordNotJson { detail, slip },
        problem if has_id => with_id(problem),
        problem => problem,
    };
    diagnostic
}
