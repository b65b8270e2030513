//! What is written for a record: a file for each format in `output/`, and a line for each in
//! [`RecordFormat::ALL`].

use serde::Serialize;
use serde_json::Value as Json;

use super::form::{Holds, Record};
use super::record::Origin;
use super::{Done, Settings};
use dteam_engine::advice::{Assessment, Options};
use dteam_engine::catalog::Catalog;
use dteam_engine::classification::TypeAssignment;
use dteam_engine::profile::Answers;
use dteam_report::Format;
use dteam_text::diagnostic::Invalid;
use dteam_text::language::Language;

mod csv;
mod municipalities;
mod ndjson;
mod nothing;
mod reports;
mod steps;

pub use reports::Report;

/// What becomes of each record.
#[derive(Debug, Clone, Copy)]
pub enum Output {
    /// It is only counted.
    Nothing,
    /// Lines are written for it.
    Records(&'static RecordFormat),
    /// A report is written for it, a file of its own.
    Reports(&'static Format),
}

impl Default for Output {
    fn default() -> Self {
        Output::Records(&ndjson::FORMAT)
    }
}

impl Output {
    /// What tells it from every other.
    pub fn name(self) -> String {
        match self {
            Output::Nothing => "nothing".to_owned(),
            Output::Records(RecordFormat { name, rows: Some((rows, _)), .. }) => {
                format!("{name} {rows}")
            }
            Output::Records(format) => format.name.to_owned(),
            Output::Reports(format) => format!("reports {}", format.name),
        }
    }

    pub(super) fn writer(self, catalog: &Catalog, settings: &Settings) -> Box<dyn Writer> {
        match self {
            Output::Nothing => Box::new(nothing::Nothing),
            Output::Records(format) => (format.writer)(catalog, settings),
            Output::Reports(format) => Box::new(reports::Reports::new(format, settings)),
        }
    }
}

/// A format in which lines are written for records.
#[derive(Debug)]
pub struct RecordFormat {
    /// What people call it on the command line.
    pub name: &'static str,
    /// The message that says what it is for.
    pub about: &'static str,
    /// Of a table, what its rows are called on the command line, and the message that says what
    /// they are. The first of a
    /// name is the usual one.
    pub rows: Option<(&'static str, &'static str)>,
    writer: fn(&Catalog, &Settings) -> Box<dyn Writer>,
}

impl RecordFormat {
    /// Every format.
    pub const ALL: &'static [RecordFormat] =
        &[ndjson::FORMAT, steps::FORMAT, municipalities::FORMAT];
}

/// Who writes what there is for a record. Only where a text is written are texts made.
pub(super) trait Writer: Send + Sync {
    /// The number of records handed on at once: enough that handing on costs nothing, and few
    /// enough that what is written for them fits into the memory of any machine.
    fn max_records(&self) -> usize {
        256
    }

    /// What comes before the first record.
    fn header(&self, _: &Catalog) -> Vec<u8> {
        Vec::new()
    }

    /// Advises on a record and adds what is written for it to `done`.
    fn write<'c>(
        &self,
        catalog: &'c Catalog,
        subject: &Subject<'_>,
        done: &mut Done,
    ) -> Result<Assessment<'c>, Invalid>;
}

/// The record that is advised on.
pub(super) struct Subject<'r> {
    pub record: &'r Record,
    pub origin: &'r Origin,
    /// Its first line in its input, from 1.
    pub line: usize,
    pub options: &'r Options,
}

/// How others can find the record again: by its `id`, else by its input and line.
#[derive(Debug, Serialize)]
pub(super) struct Mark<'r> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'r Json>,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
}

impl<'r> Mark<'r> {
    pub fn of(subject: &Subject<'r>) -> Self {
        let Subject { record, origin, line, .. } = *subject;
        if record.id.is_some() {
            return Mark { id: record.id.as_ref(), file: None, line: None };
        }
        let file = (!origin.unnamed).then_some(origin.name.as_ref());
        Mark { id: None, file, line: (origin.form.holds != Holds::Record).then_some(line) }
    }

    /// As one cell: `id`, `file:line` or what there is of it.
    pub fn cell(&self) -> String {
        let id = self.id.map(|id| id.as_str().map_or_else(|| id.to_string(), str::to_owned));
        let line = self.line.map(|line| line.to_string());
        let parts: Vec<String> =
            id.into_iter().chain(self.file.map(str::to_owned)).chain(line).collect();
        parts.join(":")
    }
}

/// The rules' titles. One that is filled in from answers is shown as for a municipality of which
/// nothing is known.
pub(super) fn titles(catalog: &Catalog, language: Language) -> Vec<String> {
    let (answers, standing) = (Answers::none(&catalog.survey), TypeAssignment::unknown());
    let facts = catalog.facts(&answers, &standing);
    catalog.rules.iter().map(|rule| rule.texts.title.get(language).fill(&facts, language)).collect()
}
