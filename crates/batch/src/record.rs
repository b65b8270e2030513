//! From the text of a record to its profile.

use std::sync::Arc;

use serde_json::Value as Json;

use super::input::{Form, Source};
use super::read::Raw;
use super::table::{Columns, ID, has_id, with_id};
use dteam_engine::catalog::Catalog;
use dteam_engine::profile::{self, Answers, Profile, answer};
use dteam_text::diagnostic::{Diagnostic, Diagnostics, Found, Location, Problem, SourceFile};
use dteam_text::language::Language;
use dteam_text::yaml::fields::{found, mark};
use dteam_text::yaml::{self, Node, Value};

/// What records say of where they come from.
#[derive(Debug)]
pub(super) struct Origin {
    /// What to call the input.
    pub name: Arc<str>,
    pub form: Form,
    pub columns: Option<Arc<Columns>>,
    /// Standard input has no name that anybody gave it.
    pub unnamed: bool,
}

impl Origin {
    pub fn of(source: &Source) -> Self {
        let (name, columns) = (Arc::clone(&source.name), source.columns.clone());
        Origin { unnamed: name.as_ref() == "-", name, form: source.form, columns }
    }
}

/// A record that was read: whose answers, and how others can find it again.
pub(super) struct Record {
    pub id: Option<Json>,
    pub profile: Profile,
}

/// Reads one record; everything that is wrong with it.
pub(super) fn read(
    catalog: &Catalog,
    origin: &Origin,
    raw: &Raw,
    bytes: &[u8],
    language: Language,
) -> Result<Record, Vec<Diagnostic>> {
    let file = |text: &str| SourceFile::part(origin.name.as_ref(), text, raw.line);
    if let Some(fault) = &raw.fault {
        return Err(vec![at_its_place(fault, &file(&beginning(bytes)))]);
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
        Err(error) => return Err(vec![not_utf8(bytes, error.valid_up_to(), origin, raw.line)]),
    };
    if let Some(columns) = &origin.columns {
        let read = columns
            .quick(catalog, text)
            .map_or_else(|| columns.thorough(catalog, &file(text), language), Ok);
        return read.map(|(id, profile)| Record {
            id: id.map(|id| Json::from(answer::printable(&id))),
            profile,
        });
    }
    match origin.form {
        Form::Profile => {
            let profile =
                catalog.profile(&file(text), language).map_err(|invalid| invalid.diagnostics)?;
            Ok(Record { id: None, profile })
        }
        Form::Lines | Form::Array | Form::Table => json(catalog, text, &file, language),
    }
}

/// Reads a record of JSON.
fn json(
    catalog: &Catalog,
    text: &str,
    file: &dyn Fn(&str) -> Arc<SourceFile>,
    language: Language,
) -> Result<Record, Vec<Diagnostic>> {
    let id = has_id(&catalog.survey).then_some(ID);
    let quick = profile::json::read(&catalog.survey, id, text);
    if let Some((id, profile)) =
        quick.and_then(|(name, answers)| Some((name, catalog.sound(answers)?)))
    {
        return Ok(Record { id, profile });
    }
    let file = file(text);
    let mut problems = Diagnostics::new(&file);
    let read = thorough(catalog, id, language, &mut problems);
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
    language: Language,
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
    Some((name, catalog.answers(&root, language, problems)))
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

/// A fault of the form is shown with the beginning of the record.
fn at_its_place(fault: &Diagnostic, file: &Arc<SourceFile>) -> Diagnostic {
    let end = file.text.lines().next().map_or(0, str::len);
    match &fault.problem {
        Problem::NotReadable { .. } | Problem::InputNotUtf8 { .. } => fault.clone(),
        problem => {
            Diagnostic::at(Location { file: Arc::clone(file), span: 0..end }, problem.clone())
        }
    }
}

fn not_utf8(bytes: &[u8], valid: usize, origin: &Origin, line: usize) -> Diagnostic {
    // As much as was read rightly, and the mark that stands for a letter nobody knows.
    let from =
        bytes[..valid].iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
    let text = String::from_utf8_lossy(&bytes[from..]);
    let text = text.lines().next().unwrap_or_default();
    let line = line + bytes[..from].iter().filter(|byte| **byte == b'\n').count();
    let file = SourceFile::part(origin.name.as_ref(), shortened(text), line);
    let at = valid - from;
    let end = file.text[at.min(file.text.len())..]
        .chars()
        .next()
        .map_or(at, |letter| at + letter.len_utf8());
    Diagnostic::at(Location { file, span: at..end }, Problem::RecordNotUtf8)
}

/// As much of a record as can be shown.
fn beginning(bytes: &[u8]) -> String {
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    shortened(&String::from_utf8_lossy(&line[..line.len().min(4000)])).to_owned()
}

fn shortened(text: &str) -> &str {
    const MAX_LENGTH: usize = 200;
    text.char_indices().nth(MAX_LENGTH).map_or(text, |(end, _)| &text[..end])
}
