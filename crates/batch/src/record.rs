//! From the text of a record to its profile.

use std::path::Path;
use std::sync::Arc;

use super::chunk::Raw;
use super::form::{Form, Holds, Record, Written, shortened};
use super::input::Source;
use super::table::Columns;
use dteam_engine::catalog::Catalog;
use dteam_text::diagnostic::{Diagnostic, Location, Problem, SourceFile};

/// What records say of where they come from.
#[derive(Debug)]
pub(super) struct Origin {
    /// What to call the input.
    pub name: Arc<str>,
    pub form: &'static Form,
    pub columns: Option<Arc<Columns>>,
    /// Standard input has no name that anybody gave it.
    pub unnamed: bool,
}

impl Origin {
    pub fn of(source: &Source) -> Self {
        let (name, columns) = (Arc::clone(&source.name), source.columns.clone());
        Origin { unnamed: name.as_ref() == "-", name, form: source.form, columns }
    }

    /// The name of a file with one profile, without its ending.
    pub fn stem(&self) -> Option<String> {
        let path = Path::new(self.name.as_ref());
        let is_one = self.form.holds == Holds::Record && !self.unnamed;
        is_one.then(|| Some(path.file_stem()?.to_string_lossy().into_owned())).flatten()
    }

    fn file(&self, text: impl Into<String>, line: usize) -> Arc<SourceFile> {
        let sheet = self.columns.as_ref().and_then(|columns| columns.sheet.clone());
        SourceFile::rows(self.name.as_ref(), sheet, text, line)
    }
}

/// Reads one record; everything that is wrong with it.
pub(super) fn read(
    catalog: &Catalog,
    origin: &Origin,
    raw: &Raw,
    bytes: &[u8],
) -> Result<Record, Vec<Diagnostic>> {
    if let Some(fault) = &raw.fault {
        let file = origin.file(beginning(bytes), raw.line);
        return Err(vec![at_its_place(fault, &file)]);
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
        Err(error) => return Err(vec![not_utf8(bytes, error.valid_up_to(), origin, raw.line)]),
    };
    (origin.form.read)(&Written {
        catalog,
        name: &origin.name,
        columns: origin.columns.as_deref(),
        text,
        line: raw.line,
    })
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
    let file = origin.file(shortened(text), line);
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
