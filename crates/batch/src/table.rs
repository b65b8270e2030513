//! Tables (CSV): a municipality on each line, a question in each column.
//!
//! A record is one line, whatever its quotation marks say, so that a faulty line costs no other.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use dteam_engine::catalog::Catalog;
use dteam_engine::classification::TypeAssignment;
use dteam_engine::contradiction;
use dteam_engine::profile::answer;
use dteam_engine::profile::own_plan;
use dteam_engine::profile::read::unknown;
use dteam_engine::profile::{Answer, Answers, Profile};
use dteam_engine::survey::raw::Raw;
use dteam_engine::survey::{Control, Options, Question, Slot, Survey};
use dteam_text::diagnostic::{Diagnostic, Diagnostics, Invalid, Problem, SourceFile};
use dteam_text::language::{Localized, yes_or_no};

mod cells;

pub(super) use cells::BAR;
use cells::{Cell, cells};

/// In a cell of a list: answered with "none".
pub(super) const NONE: &str = "-";

/// The column that names a record, where no question is called so.
pub(super) const ID: &str = "id";

/// The columns of a table.
#[derive(Debug)]
pub(super) struct Columns {
    /// The header as it is written.
    pub header: Arc<str>,
    /// Of a workbook, the name of the sheet.
    pub sheet: Option<Arc<str>>,
    /// How many lines come before the first record.
    pub lines: usize,
    /// What ends a line.
    pub line_end: u8,
    separator: u8,
    columns: Vec<Column>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Column {
    Id,
    Question(Slot),
    /// The header has nothing here, and neither may a record.
    Nameless,
}

/// What a table is called.
pub(super) struct Named<'n> {
    pub name: &'n str,
    /// Of a workbook, the name of the sheet, whose cells are separated by semicolons.
    pub sheet: Option<Arc<str>>,
}

/// The maximum number of rows above the header, such as titles.
const MAX_ROWS_ABOVE: usize = 10;

/// The encoding in which spreadsheets save tables that are not in UTF-8.
const USUAL_ENCODING: &str = "windows-1252";

/// The maximum number of faulty columns shown: a header with more is not one.
const MAX_FAULTY_COLUMNS: usize = 24;

/// The maximum number of bytes shown after the last faulty column.
const SHOWN_BEHIND: usize = 1000;

/// The header of an empty table, every question a column.
pub fn template(catalog: &Catalog, excel: bool) -> String {
    let separator = if excel { ";" } else { "," };
    let columns: Vec<&str> = [ID]
        .into_iter()
        .filter(|_| has_id(&catalog.survey))
        .chain(catalog.survey.paths())
        .collect();
    let mark = if excel { "\u{feff}" } else { "" };
    let end = if excel { "\r\n" } else { "\n" };
    format!("{mark}{}{end}", columns.join(separator))
}

/// Whether records can be named by `id`.
pub(super) fn has_id(survey: &Survey) -> bool {
    let is_below = |path: &str| {
        path.strip_prefix(ID).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    !survey.paths().any(is_below)
}

/// Beside the questions, a record knows the key `id`.
pub(super) fn with_id(problem: Problem) -> Problem {
    match problem {
        Problem::UnknownQuestion { question, level, known, nearest } if !question.contains('.') => {
            let is_meant = question.trim().eq_ignore_ascii_case(ID);
            let nearest = if is_meant { Some(ID.to_owned()) } else { nearest };
            Problem::UnknownQuestion { question, level, known: format!("{ID}, {known}"), nearest }
        }
        problem => problem,
    }
}

impl Columns {
    /// Reads the header, line by line from `read`: the first line that names questions, or the one
    /// below it if that does so too. What comes after [`Columns::lines`] was read in vain.
    pub fn read(
        survey: &Survey,
        named: Named<'_>,
        line_end: u8,
        mut read: impl FnMut(&mut Vec<u8>) -> Result<usize, Invalid>,
    ) -> Result<Columns, Invalid> {
        let names = names(survey);
        let (mut lines, mut given) = (0, named.sheet.is_some().then_some(b';'));
        let (mut header, mut first): (Option<Header>, Option<Header>) = (None, None);
        loop {
            let mut line = Vec::new();
            let ended = read(&mut line)? == 0;
            lines += 1;
            let line = match (String::from_utf8(line), &header) {
                (Ok(line), _) => line,
                // A record, which is looked at in its turn.
                (Err(_), Some(_)) => String::new(),
                (Err(_), None) => {
                    let (path, encoding) = (named.name.to_owned(), USUAL_ENCODING);
                    let problem = Problem::InputNotUtf8 { path, encoding };
                    return Err(Diagnostic::unlocated(problem).into());
                }
            };
            let line = line.trim_start_matches('\u{feff}').trim_end_matches(['\n', '\r']);
            // Excel is told the separator so.
            let told = line.strip_prefix("sep=").and_then(|rest| rest.bytes().next());
            if told.is_some() && header.is_none() && first.is_none() {
                given = told;
                continue;
            }
            let separator = given.unwrap_or_else(|| most_frequent(line));
            let found = Header { line: line.to_owned(), number: lines, separator };
            let is_header = found.names_questions(&names);
            if is_header && header.is_none() {
                header = Some(found);
            } else if header.is_some() {
                // Below the labels of questions, their ids.
                return (if is_header { found } else { header.unwrap_or(found) })
                    .columns(survey, &names, named, line_end);
            } else if ended || lines > MAX_ROWS_ABOVE {
                let Some(first) = first else {
                    return Err(Problem::NoRecords { path: named.name.to_owned() }.into());
                };
                return first.columns(survey, &names, named, line_end);
            } else if !is_blank(line) {
                first.get_or_insert(found);
            }
        }
    }

    /// Whether a column, counted from 0, stands for something.
    pub fn has_name(&self, column: usize) -> bool {
        self.columns.get(column).is_some_and(|column| *column != Column::Nameless)
    }

    /// What separates decimals: where it is the comma, a spreadsheet separates cells by something
    /// else.
    fn decimal_mark(&self) -> char {
        match self.separator {
            b';' | b'\t' => ',',
            _ => '.',
        }
    }

    /// Whether a line has the cells of the header. Spreadsheets leave empty ones behind the last
    /// column, or leave them out.
    fn fit(&self, cells: &[Cell<'_>]) -> bool {
        let missing = self.columns.get(cells.len()..).unwrap_or_default();
        let surplus = cells.get(self.columns.len()..).unwrap_or_default();
        missing.iter().all(|column| *column == Column::Nameless)
            && surplus.iter().all(Cell::is_empty)
    }

    /// The record on a line: its name and its answers. `None` if something is wrong or deserves a
    /// second look.
    pub fn quick(&self, catalog: &Catalog, line: &str) -> Option<(Option<String>, Profile)> {
        let cells = cells(line, self.separator).ok()?;
        if !self.fit(&cells) {
            return None;
        }
        let (mut id, mut answers) = (None, Answers::none(&catalog.survey));
        for (column, cell) in self.columns.iter().zip(&cells) {
            let text = cell.text.trim();
            match column {
                _ if text.is_empty() => {}
                _ if is_error(text) => return None,
                Column::Id => id = Some(text.to_owned()),
                Column::Question(slot) => {
                    let question = catalog.survey.question(*slot);
                    let raw = brought(question, text, self.decimal_mark());
                    answers.set(*slot, Some(question.kind.sound(&raw)?));
                }
                Column::Nameless => return None,
            }
        }
        catalog.sound(answers).map(|profile| (id, profile))
    }

    /// The same with everything that is wrong.
    pub fn thorough(
        &self,
        catalog: &Catalog,
        file: &Arc<SourceFile>,
    ) -> Result<(Option<String>, Profile), Vec<Diagnostic>> {
        let mut problems = Diagnostics::new(file);
        let cells = cells(&file.text, self.separator).unwrap_or_else(|span| {
            problems.error(span, Problem::CellNotClosed);
            Vec::new()
        });
        if !problems.has_errors() && !self.fit(&cells) {
            let span = match cells.get(self.columns.len()) {
                Some(first) => first.span.start..file.text.len(),
                None => file.text.len()..file.text.len(),
            };
            problems.error(
                span,
                Problem::CellCount { found: cells.len(), expected: self.columns.len() },
            );
        }
        if problems.has_errors() {
            return Err(problems.finish());
        }
        let (mut id, mut answers) = (None, Answers::none(&catalog.survey));
        let mut spans = vec![None; catalog.survey.questions.len()];
        for (index, (column, cell)) in self.columns.iter().zip(&cells).enumerate() {
            match column {
                _ if cell.is_empty() => {}
                Column::Id | Column::Question(_) if is_error(cell.text.trim()) => {
                    let error = cell.text.trim().to_owned();
                    problems.error(cell.span.clone(), Problem::CellError { error });
                }
                Column::Nameless => {
                    problems
                        .error(cell.span.clone(), Problem::ColumnWithoutName { column: index + 1 });
                }
                Column::Id => id = Some(cell.text.trim().to_owned()),
                Column::Question(slot) => {
                    let question = catalog.survey.question(*slot);
                    answers.set(
                        *slot,
                        thorough_answer(question, cell, self.decimal_mark(), &mut problems),
                    );
                    spans[slot.index()] = Some(cell.span.clone());
                }
            }
        }
        let standing = TypeAssignment::unknown();
        let facts = catalog.facts(&answers, &standing);
        contradiction::report(&catalog.contradictions, &facts, &spans, &mut problems);
        match problems.has_errors() {
            true => Err(problems.finish()),
            false => Ok((id, Profile::new(answers, problems.finish()))),
        }
    }
}

/// Whether nothing is on a line but separators, as spreadsheets leave them.
pub(super) fn is_blank(line: &str) -> bool {
    line.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b',' | b';'))
}

/// A line that may be a header.
struct Header {
    line: String,
    /// Its number in the table, from 1.
    number: usize,
    separator: u8,
}

impl Header {
    /// Whether half of what is written in it at least are names of columns.
    fn names_questions(&self, names: &Names) -> bool {
        let cells = cells(&self.line, self.separator).unwrap_or_default();
        let filled: Vec<_> = cells.iter().filter(|cell| !cell.is_empty()).collect();
        let is_name = |cell: &&&Cell<'_>| names.contains_key(&folded(&cell.text));
        let known = filled.iter().filter(is_name).count();
        known > 0 && 2 * known >= filled.len()
    }

    fn columns(
        self,
        survey: &Survey,
        names: &Names,
        named: Named<'_>,
        line_end: u8,
    ) -> Result<Columns, Invalid> {
        let columns = self.named_columns(survey, names, &named)?;
        let (lines, separator) = (self.number, self.separator);
        let (header, sheet) = (self.line.into(), named.sheet);
        Ok(Columns { header, sheet, lines, line_end, separator, columns })
    }

    /// The columns that it names.
    fn named_columns(
        &self,
        survey: &Survey,
        names: &Names,
        named: &Named<'_>,
    ) -> Result<Vec<Column>, Invalid> {
        let (mut columns, mut faults) = (Vec::new(), Vec::new());
        let cells = cells(&self.line, self.separator).unwrap_or_else(|span| {
            faults.push((span, Problem::CellNotClosed));
            Vec::new()
        });
        let mut seen = HashSet::new();
        for cell in &cells {
            if faults.len() == MAX_FAULTY_COLUMNS {
                let start = cell.span.start;
                faults.push((start..start, Problem::TooManyProblems { shown: MAX_FAULTY_COLUMNS }));
                break;
            }
            let written = cell.text.trim();
            let column = match survey.find(written) {
                Some(slot) => Some(Column::Question(slot)),
                None if folded(written).is_empty() => Some(Column::Nameless),
                None => names.get(&folded(written)).copied().flatten(),
            };
            match column {
                None => {
                    let is_plan = written == own_plan::KEY
                        || written.split_once('.').is_some_and(|(first, _)| first == own_plan::KEY);
                    let problem = match is_plan {
                        true => Problem::NoColumnForPlan,
                        false => unknown(survey, written),
                    };
                    let problem = if has_id(survey) { with_id(problem) } else { problem };
                    faults.push((cell.span.clone(), problem));
                }
                Some(column) if column != Column::Nameless && !seen.insert(column) => {
                    let (key, first_line) = (written.to_owned(), self.number);
                    faults.push((cell.span.clone(), Problem::DuplicateKey { key, first_line }));
                }
                Some(column) => columns.push(column),
            }
        }
        let Some((last, _)) = faults.last() else { return Ok(columns) };
        // Of a line without end, no more is shown than there is to see.
        let end = self.line.floor_char_boundary(last.end + SHOWN_BEHIND);
        let (sheet, shown) = (named.sheet.clone(), &self.line[..end]);
        let file = SourceFile::rows(named.name, sheet, shown, self.number);
        let mut problems = Diagnostics::new(&file);
        faults.into_iter().for_each(|(span, problem)| problems.error(span, problem));
        Err(Invalid { diagnostics: problems.finish() })
    }
}

/// The columns there can be by their folded names; `None` for a name that would be two of them.
type Names = HashMap<String, Option<Column>>;

/// A column is named by the id of its question, or by its label in any language.
fn names(survey: &Survey) -> Names {
    let id = has_id(survey).then_some((ID, Column::Id));
    let questions = survey.paths().zip(survey.slots().map(Column::Question));
    let labels = survey.slots().flat_map(|slot| {
        let labels = survey.question(slot).label.all();
        labels.map(move |label| (label.as_ref(), Column::Question(slot)))
    });
    let labels = once_each(labels);
    let mut names = once_each(id.into_iter().chain(questions));
    for (label, column) in labels {
        names.entry(label).or_insert(column);
    }
    names
}

fn once_each<'n>(named: impl Iterator<Item = (&'n str, Column)>) -> Names {
    let mut names = Names::new();
    for (name, column) in named {
        let other = |known: &mut Option<Column>| *known = known.filter(|known| *known == column);
        names.entry(folded(name)).and_modify(other).or_insert(Some(column));
    }
    names
}

/// A column's name without what spreadsheets and people change about it.
fn folded(name: &str) -> String {
    let around = |letter: char| letter.is_whitespace() || matches!(letter, '\u{feff}' | '"' | '\'');
    let name = name.trim_matches(around).to_lowercase();
    // In cells, names break where there is room for them.
    match name.contains([' ', '\u{a0}']) {
        true => name.split_whitespace().collect::<Vec<_>>().join(" "),
        false => name,
    }
}

/// Whether this is what a spreadsheet shows where it could not calculate: `#DIV/0!`, `#NV`.
fn is_error(text: &str) -> bool {
    let of_office =
        |code: &str| !code.is_empty() && code.bytes().all(|digit| digit.is_ascii_digit());
    match text.strip_prefix('#') {
        Some("N/A" | "NV") => true,
        Some(name) => {
            let name = name.strip_suffix(['!', '?']).unwrap_or_default();
            let is_of_name = |letter: char| {
                letter.is_uppercase() || letter.is_ascii_digit() || matches!(letter, '/' | '_')
            };
            name.len() > 1 && name.chars().all(is_of_name)
        }
        None => {
            ["Err:", "Fehler:"].iter().any(|word| text.strip_prefix(word).is_some_and(of_office))
        }
    }
}

/// What ends the lines of a table that begins so: a carriage return, if one comes first and alone.
pub(super) fn line_end(beginning: &[u8]) -> u8 {
    let first = beginning.iter().position(|byte| matches!(byte, b'\r' | b'\n'));
    match first.map(|at| (beginning[at], beginning.get(at + 1))) {
        Some((b'\r', next)) if next != Some(&b'\n') => b'\r',
        _ => b'\n',
    }
}

/// The separator that a header uses most.
fn most_frequent(header: &str) -> u8 {
    let count = |separator: &u8| header.bytes().filter(|byte| byte == separator).count();
    // Of equals, the last: a header of one column needs none.
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

/// What a cell brings as an answer.
fn brought<'t>(question: &'t Question, text: &'t str, decimal_mark: char) -> Raw<'t> {
    let figure = || Raw::Figure(text.into(), answer::asked(question, decimal_mark));
    match question.kind.control() {
        Control::One(options) => option(options, text),
        Control::Several(_) | Control::Ranked(..) if text == NONE => Raw::List(Vec::new()),
        Control::Several(options) | Control::Ranked(options, _) => {
            Raw::List(text.split(BAR).map(|part| option(options, part.trim())).collect())
        }
        Control::Level(levels) => match only(levels.iter(), text) {
            Some(level) => Raw::Word(level.to_string().into()),
            None => figure(),
        },
        Control::Number(_) => figure(),
        Control::YesOrNo => yes_or_no::read(text).map_or(Raw::Word(text.into()), Raw::Flag),
        Control::Line => Raw::Text(text.into()),
    }
}

/// An option by its id, or by its label where that is one option's alone: what people choose it by.
fn option<'t>(options: &'t Options, text: &'t str) -> Raw<'t> {
    if options.find(text).is_some() {
        return Raw::Word(text.into());
    }
    let labels = options.0.iter().map(|choice| &choice.label);
    let found = only(labels, text).map(|index| options.0[index].id.as_str());
    Raw::Word(found.unwrap_or(text).into())
}

/// The index of the only one with this label in any language.
pub(super) fn only<'l>(labels: impl Iterator<Item = &'l Localized>, text: &str) -> Option<usize> {
    let text = folded(text);
    let is_meant = |label: &Localized| label.all().any(|label| folded(label) == text);
    let mut found = labels.enumerate().filter(|(_, label)| is_meant(label)).map(|(index, _)| index);
    found.next().filter(|_| found.next().is_none())
}

/// The answer in a cell; what is wrong with it is reported.
fn thorough_answer(
    question: &Question,
    cell: &Cell<'_>,
    decimal_mark: char,
    problems: &mut Diagnostics<'_>,
) -> Option<Answer> {
    let text = cell.text.trim();
    let raw = brought(question, text, decimal_mark);
    if question.kind.parse(&raw).is_err()
        && let (Raw::List(_), Some(options)) = (&raw, question.kind.options())
        && let Some(nearest) = otherwise_separated(options, text)
    {
        let nearest = Some(nearest).filter(|nearest| !nearest.is_empty());
        let problem = Problem::OptionsNotSeparated { question: question.path.clone(), nearest };
        problems.error(cell.span.clone(), problem);
        return None;
    }
    answer::checked(question, &raw, &cell.spans(), problems)
}

/// What was meant by several options with another mark between them, or with nothing between two
/// bars.
fn otherwise_separated(options: &Options, text: &str) -> Option<String> {
    let parts: Vec<&str> = text
        .split([',', ';', '/', '+', BAR])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let others = text.contains([',', ';', '/', '+']);
    let gaps = text.split(BAR).any(|part| part.trim().is_empty());
    ((others || gaps) && parts.iter().all(|part| options.find(part).is_some()))
        .then(|| parts.join("|"))
}
