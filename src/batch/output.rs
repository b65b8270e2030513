//! What is written for a record: a line of JSON, rows of CSV, or a report.

use std::fmt::Write as _;

use serde::Serialize;
use serde_json::Value as Json;

use super::assess::{Assessed, Step};
use super::record::{Origin, Record};
use super::slug::slug;
use super::{Output, Settings};
use crate::advice::{Advice, Horizon};
use crate::catalog::Catalog;
use crate::classification::{Basis, Standing, rounded};
use crate::language::Language;
use crate::profile::{Answer, Answers, plain};
use crate::render;
use crate::survey::{Kind, Slot};

/// How CSV is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Table {
    /// As Excel opens it in Germany: semicolons, decimal commas, a byte order mark.
    pub excel: bool,
}

/// The form of reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportForm {
    /// Markdown
    Markdown,
    /// Plain text
    Text,
    /// JSON, indented
    Json,
}

impl ReportForm {
    fn extension(self) -> &'static str {
        match self {
            ReportForm::Markdown => "md",
            ReportForm::Text => "txt",
            ReportForm::Json => "json",
        }
    }
}

/// A report and what to call it.
#[derive(Debug)]
pub struct Report {
    /// Made of the record's or the municipality's name: lower-case letters, digits and hyphens. Others may have the same.
    pub name: String,
    /// The extension of its file.
    pub extension: &'static str,
    /// The whole report.
    pub text: String,
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
    pub fn of(record: &'r Record, origin: &'r Origin, line: usize) -> Self {
        if record.id.is_some() {
            return Mark { id: record.id.as_ref(), file: None, line: None };
        }
        let file = (!origin.unnamed).then_some(origin.name.as_ref());
        Mark { id: None, file, line: (origin.form != super::Form::Profile).then_some(line) }
    }

    /// As one cell: `id`, `file:line` or what there is of it.
    fn cell(&self) -> String {
        let id = self.id.map(|id| id.as_str().map_or_else(|| id.to_string(), str::to_owned));
        let line = self.line.map(|line| line.to_string());
        let parts: Vec<String> = id.into_iter().chain(self.file.map(str::to_owned)).chain(line).collect();
        parts.join(":")
    }
}

/// What each rule and type is called, found out once.
#[derive(Debug)]
pub(super) struct Labels {
    rules: Vec<String>,
    types: Vec<String>,
    facts: Vec<Slot>,
}

impl Labels {
    pub fn of(catalog: &Catalog, language: Language) -> Self {
        let types = catalog.typology.names.0.iter().map(|name| name.label.get(language).to_string());
        let facts = catalog.survey.own_slots().filter(|slot| catalog.survey.question(*slot).fixed);
        Labels { rules: titles(catalog, language), types: types.collect(), facts: facts.collect() }
    }
}

/// The rules' titles. One that is filled in from answers is shown as for a municipality of which nothing is known.
pub(super) fn titles(catalog: &Catalog, language: Language) -> Vec<String> {
    let (answers, standing) = (Answers::none(&catalog.survey), Standing::unknown());
    let facts = catalog.facts(&answers, &standing);
    catalog.rules.iter().map(|rule| rule.texts.title.get(language).fill(&facts, language)).collect()
}

/// Steps that have columns of their own in a table of municipalities.
const FIRST: usize = 5;

pub(super) fn header(catalog: &Catalog, settings: &Settings) -> Vec<u8> {
    let labels = Labels::of(catalog, settings.language);
    let facts = labels.facts.iter().map(|slot| catalog.survey.question(*slot).path.to_string());
    let own: Vec<String> = match settings.output {
        Output::Steps(_) => STEP_COLUMNS.map(str::to_owned).to_vec(),
        Output::Municipalities(_) => {
            let first = (1..=FIRST).flat_map(|rank| [format!("step_{rank}"), format!("title_{rank}")]);
            MUNICIPALITY_COLUMNS.iter().map(|name| (*name).to_owned()).chain(first).collect()
        }
        _ => return Vec::new(),
    };
    let (Output::Steps(table) | Output::Municipalities(table)) = settings.output else { return Vec::new() };
    let mut row = Row::new(table);
    ["record".to_owned()].into_iter().chain(facts).chain(own).for_each(|name| row.text(&name));
    let mut bytes = if table.excel { "\u{feff}".as_bytes().to_vec() } else { Vec::new() };
    row.end(&mut bytes);
    bytes
}

const STEP_COLUMNS: [&str; 11] =
    ["type", "type_label", "rank", "rule", "title", "priority", "horizon", "impact", "need", "fit", "effort"];

const MUNICIPALITY_COLUMNS: [&str; 8] =
    ["type", "type_label", "basis", "mixed_with", "answered", "steps", "steps_now", "undecided"];

/// The line for an advice: its JSON with `record` as the first key.
pub(super) fn line(mark: &Mark<'_>, advice: &Advice, out: &mut Vec<u8>) {
    let start = out.len();
    out.extend_from_slice(b"{\"record\":");
    let written = serde_json::to_writer(&mut *out, mark).and_then(|()| {
        let rest = out.len();
        serde_json::to_writer(&mut *out, advice)?;
        // The bracket that opens the advice gives way to the comma behind `record`.
        out[rest] = b',';
        Ok(())
    });
    match written {
        Ok(()) => out.push(b'\n'),
        // Plain data always serialises; were it otherwise, half a line would be worse than none.
        Err(_) => out.truncate(start),
    }
}

pub(super) fn report(form: ReportForm, record: &Record, origin: &Origin, advice: &Advice, full: usize) -> Report {
    let name = match &record.id {
        Some(Json::String(id)) => id.clone(),
        Some(id) => id.to_string(),
        None if origin.form == super::Form::Profile && !origin.unnamed => std::path::Path::new(origin.name.as_ref())
            .file_stem()
            .map_or_else(String::new, |stem| stem.to_string_lossy().into_owned()),
        None => advice.headline.first().cloned().unwrap_or_default(),
    };
    let text = match form {
        ReportForm::Markdown => render::markdown(advice, full),
        ReportForm::Text => render::text(advice, &render::Layout { full_steps: full, ..render::Layout::default() }),
        ReportForm::Json => render::json(advice),
    };
    Report { name: slug(&name), extension: form.extension(), text }
}

/// What the rows of a municipality have in common.
pub(super) struct Rows<'r> {
    pub catalog: &'r Catalog,
    pub labels: &'r Labels,
    pub answers: &'r Answers,
    pub mark: &'r Mark<'r>,
    pub assessed: &'r Assessed,
    pub table: Table,
}

impl Rows<'_> {
    /// A row for each step.
    pub fn steps(&self, top: Option<usize>, out: &mut Vec<u8>) {
        let beginning = self.beginning();
        for (place, step) in self.assessed.steps.iter().take(top.unwrap_or(usize::MAX)).enumerate() {
            let mut row = Row { table: self.table, text: beginning.text.clone() };
            self.step(place + 1, step, &mut row);
            row.end(out);
        }
    }

    fn step(&self, rank: usize, step: &Step, row: &mut Row) {
        row.plain(&rank.to_string());
        row.text(&self.catalog.rules[step.rule].id);
        row.text(&self.labels.rules[step.rule]);
        row.number(rounded(step.priority, 1));
        row.plain(horizon(step.horizon));
        row.number(step.factors.impact);
        row.number(rounded(step.factors.need, 4));
        row.number(rounded(step.factors.fit, 4));
        row.plain(&step.factors.effort.to_string());
    }

    /// One row.
    pub fn municipality(&self, out: &mut Vec<u8>) {
        let mut row = self.beginning();
        row.plain(match self.assessed.basis {
            Some(Basis::Goals) => "goals",
            Some(Basis::Indicators) => "indicators",
            None => "",
        });
        row.text(self.assessed.mixed_with.map_or("", |kind| &self.catalog.typology.names.get(kind).id));
        let answered = self.catalog.survey.slots().filter(|slot| self.answers.get(*slot).is_some()).count();
        let steps = &self.assessed.steps;
        let now = steps.iter().filter(|step| step.horizon == Horizon::Now).count();
        for count in [answered, steps.len(), now, self.assessed.undecided.len()] {
            row.plain(&count.to_string());
        }
        for rank in 0..FIRST {
            let rule = steps.get(rank).map(|step| step.rule);
            row.text(rule.map_or("", |rule| &self.catalog.rules[rule].id));
            row.text(rule.map_or("", |rule| &self.labels.rules[rule]));
        }
        row.end(out);
    }

    /// The record, the municipality's own facts, the type.
    fn beginning(&self) -> Row {
        let mut row = Row::new(self.table);
        row.foreign(&self.mark.cell());
        for slot in &self.labels.facts {
            match self.answers.get(*slot) {
                Some(Answer::Text(text)) => row.foreign(text),
                Some(Answer::Number(number)) => row.number(*number),
                Some(answer) => row.text(&options(answer, &self.catalog.survey.question(*slot).kind)),
                None => row.plain(""),
            }
        }
        let names = &self.catalog.typology.names;
        row.text(self.assessed.kind.map_or("", |kind| &names.get(kind).id));
        row.text(self.assessed.kind.map_or("", |kind| &self.labels.types[usize::from(kind)]));
        row
    }
}

fn horizon(horizon: Horizon) -> &'static str {
    match horizon {
        Horizon::Now => "now",
        Horizon::Next => "next",
        Horizon::Later => "later",
    }
}

/// The options of an answer as a cell writes them.
fn options(answer: &Answer, kind: &Kind) -> String {
    let id = |option: u8| kind.options().map_or("", |options| &options.get(option).id);
    match answer {
        Answer::Option(option) => id(*option).to_owned(),
        Answer::Options(options) => options.iter().map(id).collect::<Vec<_>>().join("|"),
        Answer::Ranking(ranking) => ranking.as_slice().iter().copied().map(id).collect::<Vec<_>>().join("|"),
        Answer::Flag(flag) => flag.to_string(),
        Answer::Number(_) | Answer::Text(_) => String::new(),
    }
}

/// A row of CSV, cell by cell.
struct Row {
    table: Table,
    text: String,
}

impl Row {
    fn new(table: Table) -> Self {
        Row { table, text: String::new() }
    }

    fn separator(&self) -> char {
        if self.table.excel { ';' } else { ',' }
    }

    /// A cell without anything that needs quotation marks.
    fn plain(&mut self, cell: &str) {
        self.text.push_str(cell);
        self.text.push(self.separator());
    }

    fn text(&mut self, cell: &str) {
        if !cell.contains([self.separator(), '"', '\n', '\r']) {
            return self.plain(cell);
        }
        let _ = write!(self.text, "\"{}\"{}", cell.replace('"', "\"\""), self.separator());
    }

    /// A text that others wrote: a spreadsheet must not take it for a formula.
    fn foreign(&mut self, cell: &str) {
        match cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
            true => self.text(&format!("'{cell}")),
            false => self.text(cell),
        }
    }

    fn number(&mut self, number: f64) {
        let written = plain(number);
        match self.table.excel {
            true => self.plain(&written.replace('.', ",")),
            false => self.plain(&written),
        }
    }

    fn end(mut self, out: &mut Vec<u8>) {
        self.text.pop();
        out.extend_from_slice(self.text.as_bytes());
        out.extend_from_slice(if self.table.excel { b"\r\n" } else { b"\n" });
    }
}
