//! What is written for a record: a line of JSON, rows of CSV, or a report.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::Value as Json;

use super::record::{Origin, Record};
use super::{Output, Settings};
use dteam_engine::advice::{Advice, AssessedStep, Assessment, Horizon, SCHEMA};
use dteam_engine::catalog::Catalog;
use dteam_engine::classification::{Basis, TypeAssignment};
use dteam_engine::profile::{Answer, Answers};
use dteam_engine::survey::{Kind, Slot};
use dteam_report as render;
use dteam_report::words::Words;
use dteam_text::decimal::whole;
use dteam_text::language::{Language, slug};

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
    /// One HTML page
    #[cfg(feature = "html")]
    Html,
    /// Plain text
    Text,
    /// JSON, indented
    Json,
}

impl ReportForm {
    /// The extension of a report's file.
    pub fn extension(self) -> &'static str {
        match self {
            ReportForm::Markdown => "md",
            #[cfg(feature = "html")]
            ReportForm::Html => "html",
            ReportForm::Text => "txt",
            ReportForm::Json => "json",
        }
    }

    /// Whether a file that begins and ends like this, within a hundred letters or more, is a report
    /// of this form in any language, and of this or a former version.
    pub fn is_report(self, beginning: &str, ending: &str) -> bool {
        let ends_like_a_report = || {
            let ending = ending.split_whitespace().collect::<Vec<_>>().join(" ");
            Language::ALL
                .iter()
                .any(|language| ending.contains(&Words(*language).say("method-privacy")))
        };
        match self {
            ReportForm::Markdown | ReportForm::Text => ends_like_a_report(),
            #[cfg(feature = "html")]
            ReportForm::Html => ends_like_a_report(),
            ReportForm::Json => {
                beginning.contains(SCHEMA.trim_end_matches(|digit: char| digit.is_ascii_digit()))
            }
        }
    }
}

/// A report and what to call it.
#[derive(Debug)]
pub struct Report {
    /// Made of the record's or the municipality's name: lower-case letters, digits and hyphens.
    /// Others may have the same.
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
        let parts: Vec<String> =
            id.into_iter().chain(self.file.map(str::to_owned)).chain(line).collect();
        parts.join(":")
    }
}

/// The cells that each rule and type has in a table, written once.
#[derive(Debug)]
pub(super) struct Labels {
    /// The id, the title.
    rules: Vec<Vec<u8>>,
    types: Vec<Vec<u8>>,
    facts: Vec<Slot>,
}

impl Labels {
    pub fn of(catalog: &Catalog, settings: &Settings) -> Self {
        let (language, table) = (settings.language, settings.output.table().unwrap_or_default());
        let cells = |id: &str, label: &str| {
            let mut row = Row { table, out: &mut Vec::new() };
            row.text(id);
            row.text(label);
            std::mem::take(row.out)
        };
        let rules = catalog
            .rules
            .iter()
            .zip(titles(catalog, language))
            .map(|(rule, title)| cells(&rule.id, &title));
        let types =
            catalog.typology.names.0.iter().map(|name| cells(&name.id, name.label.get(language)));
        let facts = catalog.survey.own_slots().filter(|slot| catalog.survey.question(*slot).fixed);
        Labels { rules: rules.collect(), types: types.collect(), facts: facts.collect() }
    }
}

/// The rules' titles. One that is filled in from answers is shown as for a municipality of which
/// nothing is known.
pub(super) fn titles(catalog: &Catalog, language: Language) -> Vec<String> {
    let (answers, standing) = (Answers::none(&catalog.survey), TypeAssignment::unknown());
    let facts = catalog.facts(&answers, &standing);
    catalog.rules.iter().map(|rule| rule.texts.title.get(language).fill(&facts, language)).collect()
}

/// Steps that have columns of their own in a table of municipalities.
const FIRST: usize = 5;

pub(super) fn header(catalog: &Catalog, settings: &Settings) -> Vec<u8> {
    let Some(table) = settings.output.table() else { return Vec::new() };
    let labels = Labels::of(catalog, settings);
    let facts = labels.facts.iter().map(|slot| catalog.survey.question(*slot).path.to_string());
    let own: Vec<String> = match settings.output {
        Output::Municipalities(_) => {
            let first =
                (1..=FIRST).flat_map(|rank| [format!("step_{rank}"), format!("title_{rank}")]);
            MUNICIPALITY_COLUMNS.iter().map(|name| (*name).to_owned()).chain(first).collect()
        }
        _ => STEP_COLUMNS.map(str::to_owned).to_vec(),
    };
    let mut bytes = if table.excel { "\u{feff}".as_bytes().to_vec() } else { Vec::new() };
    let mut row = Row { table, out: &mut bytes };
    ["record".to_owned()].into_iter().chain(facts).chain(own).for_each(|name| row.text(&name));
    row.end();
    bytes
}

const STEP_COLUMNS: [&str; 11] = [
    "type",
    "type_label",
    "rank",
    "rule",
    "title",
    "priority",
    "horizon",
    "impact",
    "need",
    "fit",
    "effort",
];

const MUNICIPALITY_COLUMNS: [&str; 8] =
    ["type", "type_label", "basis", "mixed_with", "answered", "steps", "steps_now", "undecided"];

/// An advice with `record` as its first key.
#[derive(Serialize)]
struct Line<'r, 'a> {
    record: &'r Mark<'r>,
    #[serde(flatten)]
    advice: &'r Advice<Cow<'a, str>>,
}

/// Appends the line for an advice.
pub(super) fn line(mark: &Mark<'_>, advice: &Advice<Cow<'_, str>>, out: &mut Vec<u8>) {
    let start = out.len();
    match render::json_line(&Line { record: mark, advice }, out) {
        Ok(()) => out.push(b'\n'),
        // Plain data always serialises; were it otherwise, half a line would be worse than none.
        Err(_) => out.truncate(start),
    }
}

pub(super) fn report(
    form: ReportForm,
    record: &Record,
    origin: &Origin,
    advice: &Advice,
    full: usize,
) -> Report {
    let name = match &record.id {
        Some(Json::String(id)) => id.clone(),
        Some(id) => id.to_string(),
        None if origin.form == super::Form::Profile && !origin.unnamed => {
            std::path::Path::new(origin.name.as_ref())
                .file_stem()
                .map_or_else(String::new, |stem| stem.to_string_lossy().into_owned())
        }
        None => advice.name.clone().unwrap_or_default(),
    };
    let text = match form {
        ReportForm::Markdown => render::markdown(advice, full),
        #[cfg(feature = "html")]
        ReportForm::Html => render::html(advice, full),
        ReportForm::Text => {
            render::text(advice, &render::Layout { full_steps: full, ..render::Layout::default() })
        }
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
    pub assessed: &'r Assessment<'r>,
    pub table: Table,
}

impl Rows<'_> {
    /// A row for each step.
    pub fn steps(&self, top: Option<usize>, out: &mut Vec<u8>) {
        let start = out.len();
        let mut row = Row { table: self.table, out };
        self.beginning(&mut row);
        let beginning = row.out.split_off(start);
        for (place, step) in self.assessed.steps.iter().take(top.unwrap_or(usize::MAX)).enumerate()
        {
            row.out.extend_from_slice(&beginning);
            self.step(place + 1, step, &mut row);
            row.end();
        }
    }

    fn step(&self, rank: usize, step: &AssessedStep<'_>, row: &mut Row<'_>) {
        row.count(rank);
        row.cells(&self.labels.rules[step.place]);
        row.number(step.priority);
        row.plain(horizon(step.horizon));
        row.number(step.factors.impact);
        row.number(step.factors.need);
        row.number(step.factors.fit);
        row.count(step.factors.effort.into());
    }

    /// One row.
    pub fn municipality(&self, out: &mut Vec<u8>) {
        let mut row = Row { table: self.table, out };
        self.beginning(&mut row);
        row.plain(match self.assessed.basis {
            Some(Basis::Goals) => "goals",
            Some(Basis::Indicators) => "indicators",
            None => "",
        });
        row.text(self.assessed.mixed_with.unwrap_or_default());
        let steps = &self.assessed.steps;
        let now = steps.iter().filter(|step| step.horizon == Horizon::Now).count();
        for count in [self.answers.answered(), steps.len(), now, self.assessed.undecided.len()] {
            row.count(count);
        }
        for rank in 0..FIRST {
            match steps.get(rank) {
                Some(step) => row.cells(&self.labels.rules[step.place]),
                None => row.empty(2),
            }
        }
        row.end();
    }

    /// The record, the municipality's own facts, the type.
    fn beginning(&self, row: &mut Row<'_>) {
        row.text(&self.mark.cell());
        for slot in &self.labels.facts {
            match self.answers.get(*slot) {
                Some(Answer::Text(text)) => row.text(text),
                Some(Answer::Number(number)) => row.number(*number),
                Some(answer) => {
                    row.text(&options(answer, &self.catalog.survey.question(*slot).kind))
                }
                None => row.empty(1),
            }
        }
        match self.assessed.kind.and_then(|kind| self.catalog.typology.names.find(kind)) {
            Some(kind) => row.cells(&self.labels.types[usize::from(kind)]),
            None => row.empty(2),
        }
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
        Answer::Ranking(ranking) => {
            ranking.as_slice().iter().copied().map(id).collect::<Vec<_>>().join("|")
        }
        Answer::Flag(flag) => flag.to_string(),
        Answer::Number(_) | Answer::Text(_) => String::new(),
    }
}

/// The text with an apostrophe before whatever a spreadsheet would take for a formula: at its
/// beginning, and where one that goes by another separator sees a cell begin, for which a quotation
/// mark within its cell is a letter like any other.
fn harmless(text: &str, separator: u8) -> Cow<'_, str> {
    let mut written = String::new();
    let (mut begins, mut copied) = (true, 0);
    for (at, letter) in text.char_indices() {
        let is_formula =
            matches!(letter, '=' | '+' | '-' | '@') || (at == 0 && matches!(letter, '\t' | '\r'));
        if begins && is_formula {
            written.push_str(&text[copied..at]);
            written.push('\'');
            copied = at;
        }
        begins = match letter {
            ',' | ';' | '\t' | '|' | '\n' | '\r' => letter != char::from(separator),
            ' ' | '"' => begins,
            _ => false,
        };
    }
    match copied == 0 && written.is_empty() {
        true => Cow::Borrowed(text),
        false => Cow::Owned(written + &text[copied..]),
    }
}

/// A row of CSV, cell by cell, each with the separator behind it.
struct Row<'o> {
    table: Table,
    out: &'o mut Vec<u8>,
}

impl Row<'_> {
    fn separator(&self) -> u8 {
        if self.table.excel { b';' } else { b',' }
    }

    /// Cells that are written already.
    fn cells(&mut self, written: &[u8]) {
        self.out.extend_from_slice(written);
    }

    fn empty(&mut self, cells: usize) {
        (0..cells).for_each(|_| self.plain(""));
    }

    /// A cell without anything that needs quotation marks.
    fn plain(&mut self, cell: &str) {
        self.out.extend_from_slice(cell.as_bytes());
        self.out.push(self.separator());
    }

    fn text(&mut self, cell: &str) {
        let cell = harmless(cell, self.separator());
        // Whatever any spreadsheet could take apart, whichever separator it goes by.
        if !cell.contains([',', ';', '\t', '|', '"', '\n', '\r']) && cell.trim() == cell {
            return self.plain(&cell);
        }
        self.plain(&format!("\"{}\"", cell.replace('"', "\"\"")));
    }

    fn count(&mut self, count: usize) {
        self.number(count as f64);
    }

    fn number(&mut self, number: f64) {
        let start = self.out.len();
        // Numbers always serialise, and a vector takes whatever it is given.
        let _ = match whole(number) {
            Some(whole) => serde_json::to_writer(&mut *self.out, &whole),
            None => serde_json::to_writer(&mut *self.out, &number),
        };
        if self.table.excel {
            self.out[start..]
                .iter_mut()
                .filter(|byte| **byte == b'.')
                .for_each(|point| *point = b',');
        }
        self.out.push(self.separator());
    }

    fn end(&mut self) {
        self.out.pop();
        self.out.extend_from_slice(if self.table.excel { b"\r\n" } else { b"\n" });
    }
}
