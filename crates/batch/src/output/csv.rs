//! What tables (CSV) have in common: the cells that begin each row, and how cells are written.

use std::borrow::Cow;

use super::{Mark, Subject, titles};
use crate::Settings;
use dteam_engine::advice::Assessment;
use dteam_engine::catalog::Catalog;
use dteam_engine::profile::Answer;
use dteam_engine::survey::{Kind, Slot};
use dteam_text::decimal::whole;

/// A table, with the cells that each rule and type has in it, written once.
pub(super) struct Sheet {
    /// As Excel opens it in Germany: semicolons, decimal commas, a byte order mark.
    excel: bool,
    /// The id, the title.
    pub rules: Vec<Vec<u8>>,
    types: Vec<Vec<u8>>,
    facts: Vec<Slot>,
}

impl Sheet {
    pub fn of(catalog: &Catalog, settings: &Settings) -> Self {
        let (language, excel) = (settings.language, settings.excel);
        let cells = |id: &str, label: &str| {
            let mut cells = Vec::new();
            let mut row = Row { excel, out: &mut cells };
            row.text(id);
            row.text(label);
            cells
        };
        let rules = catalog
            .rules
            .iter()
            .zip(titles(catalog, language))
            .map(|(rule, title)| cells(&rule.id, &title));
        let types =
            catalog.typology.names.0.iter().map(|name| cells(&name.id, name.label.get(language)));
        let facts = catalog.survey.own_slots().filter(|slot| catalog.survey.question(*slot).fixed);
        Sheet { excel, rules: rules.collect(), types: types.collect(), facts: facts.collect() }
    }

    pub fn row<'o>(&self, out: &'o mut Vec<u8>) -> Row<'o> {
        Row { excel: self.excel, out }
    }

    /// The names of the columns: the record, the municipality's own facts, and these.
    pub fn header(&self, catalog: &Catalog, own: impl Iterator<Item = String>) -> Vec<u8> {
        let facts = self.facts.iter().map(|slot| catalog.survey.question(*slot).path.to_string());
        let mut bytes = if self.excel { "\u{feff}".as_bytes().to_vec() } else { Vec::new() };
        let mut row = self.row(&mut bytes);
        ["record".to_owned()].into_iter().chain(facts).chain(own).for_each(|name| row.text(&name));
        row.end();
        bytes
    }

    /// The record, the municipality's own facts, the type.
    pub fn beginning(
        &self,
        catalog: &Catalog,
        subject: &Subject<'_>,
        assessed: &Assessment<'_>,
        row: &mut Row<'_>,
    ) {
        row.text(&Mark::of(subject).cell());
        for slot in &self.facts {
            match subject.record.profile.answers.get(*slot) {
                Some(Answer::Text(text)) => row.text(text),
                Some(Answer::Number(number)) => row.number(*number),
                Some(answer) => {
                    row.text(&options(answer, catalog.survey.question(*slot).kind.as_ref()))
                }
                None => row.empty(1),
            }
        }
        match assessed.kind.and_then(|kind| catalog.typology.names.find(kind)) {
            Some(kind) => row.cells(&self.types[usize::from(kind)]),
            None => row.empty(2),
        }
    }
}

/// The options of an answer as a cell writes them.
fn options(answer: &Answer, kind: &dyn Kind) -> String {
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
pub(super) struct Row<'o> {
    excel: bool,
    pub out: &'o mut Vec<u8>,
}

impl Row<'_> {
    fn separator(&self) -> u8 {
        if self.excel { b';' } else { b',' }
    }

    /// Cells that are written already.
    pub fn cells(&mut self, written: &[u8]) {
        self.out.extend_from_slice(written);
    }

    pub fn empty(&mut self, cells: usize) {
        (0..cells).for_each(|_| self.plain(""));
    }

    /// A cell without anything that needs quotation marks.
    pub fn plain(&mut self, cell: &str) {
        self.out.extend_from_slice(cell.as_bytes());
        self.out.push(self.separator());
    }

    pub fn text(&mut self, cell: &str) {
        let cell = harmless(cell, self.separator());
        // Whatever any spreadsheet could take apart, whichever separator it goes by.
        if !cell.contains([',', ';', '\t', '|', '"', '\n', '\r']) && cell.trim() == cell {
            return self.plain(&cell);
        }
        self.plain(&format!("\"{}\"", cell.replace('"', "\"\"")));
    }

    pub fn count(&mut self, count: usize) {
        self.number(count as f64);
    }

    pub fn number(&mut self, number: f64) {
        let start = self.out.len();
        // Numbers always serialise, and a vector takes whatever it is given.
        let _ = match whole(number) {
            Some(whole) => serde_json::to_writer(&mut *self.out, &whole),
            None => serde_json::to_writer(&mut *self.out, &number),
        };
        if self.excel {
            self.out[start..]
                .iter_mut()
                .filter(|byte| **byte == b'.')
                .for_each(|point| *point = b',');
        }
        self.out.push(self.separator());
    }

    pub fn end(&mut self) {
        self.out.pop();
        self.out.extend_from_slice(if self.excel { b"\r\n" } else { b"\n" });
    }
}
