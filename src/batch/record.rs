//! From the text of a record to its profile.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use serde_json::Value as Json;

use super::input::{Form, Source};
use super::read::Raw;
use super::table::{Columns, ID, has_id};
use crate::catalog::Catalog;
use crate::diagnostic::{Diagnostic, Diagnostics, Found, Place, Problem, SourceFile};
use crate::language::Language;
use crate::profile::{Profile, answer};

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
        let read = columns.quick(catalog, text).map_or_else(|| columns.thorough(catalog, &file(text), language), Ok);
        return read.map(|(id, profile)| Record { id: id.map(|id| Json::from(answer::printable(&id))), profile });
    }
    if origin.form == Form::Profile {
        return Ok(Record { id: None, profile: profile(catalog, text, &file, language)? });
    }
    let (id, answers) = match has_id(&catalog.survey) {
        true => without_id(text, &file)?,
        false => (None, Cow::Borrowed(text)),
    };
    let profile = profile(catalog, &answers, &file, language).map_err(|problems| of_record(problems, &file(text)))?;
    Ok(Record { id, profile })
}

/// Problems of a record, each shown where it stands in the record as it was written.
fn of_record(mut problems: Vec<Diagnostic>, file: &Arc<SourceFile>) -> Vec<Diagnostic> {
    for diagnostic in &mut problems {
        if let Some(place) = &mut diagnostic.place {
            place.file = Arc::clone(file);
        }
        // What is said of a file of YAML is not what there is to say of a record.
        diagnostic.problem = match std::mem::replace(&mut diagnostic.problem, Problem::EmptyRecord) {
            Problem::EmptyFile => Problem::EmptyRecord,
            Problem::NotYaml { detail } => Problem::RecordNotJson { detail },
            Problem::WrongKind { expected: "map", found } => Problem::RecordNotObject { found },
            other => other,
        };
    }
    problems
}

/// The answers in a text. The one place that reads JSON and YAML.
fn profile(
    catalog: &Catalog,
    text: &str,
    file: &dyn Fn(&str) -> Arc<SourceFile>,
    language: Language,
) -> Result<Profile, Vec<Diagnostic>> {
    catalog.profile(&file(text), language).map_err(|invalid| invalid.diagnostics)
}

/// A fault of the form is shown with the beginning of the record.
fn at_its_place(fault: &Diagnostic, file: &Arc<SourceFile>) -> Diagnostic {
    let end = file.text.lines().next().map_or(0, str::len);
    match &fault.problem {
        Problem::NotReadable { .. } => fault.clone(),
        problem => Diagnostic::at(Place { file: Arc::clone(file), span: 0..end }, problem.clone()),
    }
}

fn not_utf8(bytes: &[u8], valid: usize, origin: &Origin, line: usize) -> Diagnostic {
    // As much as was read rightly, and the mark that stands for a letter nobody knows.
    let from = bytes[..valid].iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
    let text = String::from_utf8_lossy(&bytes[from..]);
    let text = text.lines().next().unwrap_or_default();
    let line = line + bytes[..from].iter().filter(|byte| **byte == b'\n').count();
    let file = SourceFile::part(origin.name.as_ref(), shortened(text), line);
    let at = valid - from;
    let end = file.text[at.min(file.text.len())..].chars().next().map_or(at, |letter| at + letter.len_utf8());
    Diagnostic::at(Place { file, span: at..end }, Problem::RecordNotUtf8)
}

/// As much of a record as can be shown.
fn beginning(bytes: &[u8]) -> String {
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    shortened(&String::from_utf8_lossy(&line[..line.len().min(4000)])).to_owned()
}

fn shortened(text: &str) -> &str {
    const LONGEST: usize = 200;
    text.char_indices().nth(LONGEST).map_or(text, |(end, _)| &text[..end])
}

/// The name of a record under `id`, and the text without it, everything else at its place.
fn without_id<'t>(
    text: &'t str,
    file: &dyn Fn(&str) -> Arc<SourceFile>,
) -> Result<(Option<Json>, Cow<'t, str>), Vec<Diagnostic>> {
    let Some(entry) = text.contains("\"id\"").then(|| id_entry(text)).flatten() else {
        return Ok((None, Cow::Borrowed(text)));
    };
    let id = match serde_json::from_str(&text[entry.value.clone()]) {
        Ok(Json::Null) => None,
        Ok(Json::String(id)) => Some(Json::from(answer::printable(&id))).filter(|id| id != ""),
        Ok(number @ Json::Number(_)) => Some(number),
        other => {
            let found = match other {
                Ok(Json::Bool(_)) => Found::Flag,
                Ok(Json::Array(_)) => Found::List,
                Ok(_) => Found::Map,
                // The reading of the whole says better what is wrong.
                Err(_) => return Ok((None, Cow::Borrowed(text))),
            };
            let file = file(text);
            let mut problems = Diagnostics::new(&file);
            problems.error(entry.value, Problem::ExpectedText { question: ID.to_owned(), found });
            return Err(problems.finish());
        }
    };
    // A blank for each byte: every place stays what it was.
    let mut rest = String::with_capacity(text.len());
    rest.push_str(&text[..entry.whole.start]);
    rest.extend(text[entry.whole.clone()].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
    rest.push_str(&text[entry.whole.end..]);
    Ok((id, Cow::Owned(rest)))
}

/// Where an entry of the outermost mapping stands, with the comma that belongs to it, and its value.
struct IdEntry {
    whole: Range<usize>,
    value: Range<usize>,
}

/// Finds the first `"id": …` directly in the outermost mapping.
fn id_entry(text: &str) -> Option<IdEntry> {
    let bytes = text.as_bytes();
    let blanks = |from: usize| from + bytes[from..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let (mut at, mut depth) = (0, 0usize);
    while at < bytes.len() {
        match bytes[at] {
            b'"' => {
                let end = text_end(bytes, at)?;
                let colon = blanks(end);
                if depth == 1 && bytes.get(colon) == Some(&b':') {
                    if &text[at..end] == "\"id\"" {
                        let value = blanks(colon + 1)..value_end(bytes, blanks(colon + 1))?;
                        return Some(IdEntry { whole: with_comma(bytes, at, value.end), value });
                    }
                    at = colon + 1;
                } else {
                    at = end;
                }
                continue;
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        at += 1;
    }
    None
}

/// Behind the closing quotation mark of the text that begins here.
fn text_end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start + 1;
    loop {
        match bytes.get(at)? {
            b'\\' => at += 2,
            b'"' => return Some(at + 1),
            _ => at += 1,
        }
    }
}

/// Behind the value that begins here.
fn value_end(bytes: &[u8], start: usize) -> Option<usize> {
    let (mut at, mut depth) = (start, 0usize);
    loop {
        match bytes.get(at)? {
            b'"' => at = text_end(bytes, at)? - 1,
            b'{' | b'[' => depth += 1,
            b',' | b'}' | b']' if depth == 0 => {
                let value = bytes[start..at].trim_ascii_end();
                return Some(start + value.len());
            }
            b'}' | b']' => depth -= 1,
            _ => {}
        }
        at += 1;
    }
}

/// The entry with the comma behind it, or else the one before it.
fn with_comma(bytes: &[u8], start: usize, end: usize) -> Range<usize> {
    let behind = end + bytes[end..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    if bytes.get(behind) == Some(&b',') {
        return start..behind + 1;
    }
    let before = bytes[..start].trim_ascii_end();
    if before.ends_with(b",") { before.len() - 1..end } else { start..end }
}
