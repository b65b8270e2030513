//! Tables (CSV): a municipality on each line, a question in each column.
//!
//! A record is one line, whatever its quotation marks say, so that a faulty line costs no other.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::catalog::Catalog;
use crate::classification::Standing;
use crate::contradiction;
use crate::diagnostic::{Diagnostic, Diagnostics, Invalid, Problem, SourceFile};
use crate::language::Language;
use crate::profile::read::unknown;
use crate::profile::{Answer, Answers, Profile, answer};
use crate::survey::{Kind, OptionSet, Options, Question, Slot, Survey};
use crate::yaml::{Node, Scalar, Value};

/// What separates the answers within a cell.
pub(super) const BAR: char = '|';

/// In a cell of a list: answered with "none".
pub(super) const NONE: &str = "-";

/// The column that names a record, where no question is called so.
pub(super) const ID: &str = "id";

/// The columns of a table.
#[derive(Debug)]
pub(super) struct Columns {
    /// The header as it is written.
    pub header: Arc<str>,
    /// How many lines come before the first record.
    pub lines: usize,
    separator: u8,
    columns: Vec<Column>,
}

#[derive(Debug, Clone, Copy)]
enum Column {
    Id,
    Question(Slot),
}

/// The text of one cell, and its place in the line with its quotation marks.
struct Cell<'t> {
    text: Cow<'t, str>,
    span: Range<usize>,
}

/// The header of an empty table, every question a column.
pub fn template(catalog: &Catalog, excel: bool) -> String {
    let separator = if excel { ";" } else { "," };
    let columns: Vec<&str> =
        [ID].into_iter().filter(|_| has_id(&catalog.survey)).chain(catalog.survey.paths()).collect();
    let mark = if excel { "\u{feff}" } else { "" };
    let end = if excel { "\r\n" } else { "\n" };
    format!("{mark}{}{end}", columns.join(separator))
}

/// Whether records can be named by `id`.
pub(super) fn has_id(survey: &Survey) -> bool {
    let is_below = |path: &str| path.strip_prefix(ID).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    !survey.paths().any(is_below)
}

impl Columns {
    /// Reads the header, line by line from `read`.
    pub fn read(
        survey: &Survey,
        name: &str,
        mut read: impl FnMut(&mut Vec<u8>) -> Result<usize, Invalid>,
    ) -> Result<Columns, Invalid> {
        let (mut lines, mut given) = (0, None);
        loop {
            let mut line = Vec::new();
            let ended = read(&mut line)? == 0;
            lines += 1;
            let line = String::from_utf8(line).map_err(|error| {
                let offset = error.utf8_error().valid_up_to();
                Diagnostic::without_place(Problem::NotUtf8 { path: name.to_owned(), offset })
            })?;
            let line = line.trim_start_matches('\u{feff}').trim_end_matches(['\n', '\r']);
            // Excel is told the separator so.
            if let Some(separator) = line.strip_prefix("sep=").and_then(|rest| rest.bytes().next()) {
                given = Some(separator);
            } else if ended {
                return Err(Diagnostic::without_place(Problem::NoRecords { path: name.to_owned() }).into());
            } else if !line.trim().is_empty() {
                return Columns::of(survey, &SourceFile::part(name, line, lines), given, lines);
            }
        }
    }

    fn of(survey: &Survey, file: &Arc<SourceFile>, given: Option<u8>, lines: usize) -> Result<Columns, Invalid> {
        let separator = given.unwrap_or_else(|| most_frequent(&file.text));
        let mut problems = Diagnostics::new(file);
        let mut columns: Vec<Column> = Vec::new();
        let cells = cells(&file.text, separator).unwrap_or_else(|span| {
            problems.error(span, Problem::CellNotClosed);
            Vec::new()
        });
        let mut seen: Vec<&str> = Vec::new();
        for cell in &cells {
            let path = cell.text.trim();
            let column = match survey.find(path) {
                Some(slot) => Some(Column::Question(slot)),
                None if path == ID && has_id(survey) => Some(Column::Id),
                None => None,
            };
            match column {
                None => problems.error(cell.span.clone(), unknown(survey, path)),
                Some(_) if seen.contains(&path) => {
                    let problem = Problem::DuplicateKey { key: path.to_owned(), first_line: lines };
                    problems.error(cell.span.clone(), problem);
                }
                Some(column) => columns.push(column),
            }
            seen.push(path);
        }
        match problems.has_errors() {
            true => Err(Invalid { diagnostics: problems.finish() }),
            false => Ok(Columns { header: file.text.as_ref().into(), lines, separator, columns }),
        }
    }

    /// The record on a line: its name and its answers. `None` if something is wrong or deserves a second look.
    pub fn quick(&self, catalog: &Catalog, line: &str) -> Option<(Option<String>, Profile)> {
        let cells = cells(line, self.separator).ok()?;
        if cells.len() != self.columns.len() {
            return None;
        }
        let (mut id, mut answers) = (None, Answers::none(&catalog.survey));
        for (column, cell) in self.columns.iter().zip(&cells) {
            let text = cell.text.trim();
            match column {
                _ if text.is_empty() => {}
                Column::Id => id = Some(text.to_owned()),
                Column::Question(slot) => {
                    answers.set(*slot, Some(quick_answer(catalog.survey.question(*slot), text)?));
                }
            }
        }
        let standing = Standing::unknown();
        let facts = catalog.facts(&answers, &standing);
        let contradicts = catalog.contradictions.iter().any(|contradiction| contradiction.holds(&facts));
        (!contradicts).then(|| (id, Profile::new(answers, Vec::new())))
    }

    /// The same with everything that is wrong.
    pub fn thorough(
        &self,
        catalog: &Catalog,
        file: &Arc<SourceFile>,
        language: Language,
    ) -> Result<(Option<String>, Profile), Vec<Diagnostic>> {
        let mut problems = Diagnostics::new(file);
        let cells = cells(&file.text, self.separator).unwrap_or_else(|span| {
            problems.error(span, Problem::CellNotClosed);
            Vec::new()
        });
        if !problems.has_errors() && cells.len() != self.columns.len() {
            let span = match cells.get(self.columns.len()) {
                Some(first) => first.span.start..file.text.len(),
                None => file.text.len()..file.text.len(),
            };
            problems.error(span, Problem::CellCount { found: cells.len(), expected: self.columns.len() });
        }
        if problems.has_errors() {
            return Err(problems.finish());
        }
        let (mut id, mut answers) = (None, Answers::none(&catalog.survey));
        let mut places = vec![None; catalog.survey.questions.len()];
        for (column, cell) in self.columns.iter().zip(&cells) {
            match column {
                _ if cell.text.trim().is_empty() => {}
                Column::Id => id = Some(cell.text.trim().to_owned()),
                Column::Question(slot) => {
                    let question = catalog.survey.question(*slot);
                    answers.set(*slot, thorough_answer(question, cell, &mut problems));
                    places[slot.index()] = Some(cell.span.clone());
                }
            }
        }
        let standing = Standing::unknown();
        let facts = catalog.facts(&answers, &standing);
        contradiction::report(&catalog.contradictions, &facts, &places, language, &mut problems);
        match problems.has_errors() {
            true => Err(problems.finish()),
            false => Ok((id, Profile::new(answers, problems.finish()))),
        }
    }
}

/// The separator that a header uses most.
fn most_frequent(header: &str) -> u8 {
    let count = |separator: &u8| header.bytes().filter(|byte| byte == separator).count();
    // Of equals, the last: a header of one column needs none.
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

/// The cells of a line, or the place of a quotation mark that nothing closes.
fn cells(line: &str, separator: u8) -> Result<Vec<Cell<'_>>, Range<usize>> {
    let bytes = line.as_bytes();
    let mut cells = Vec::with_capacity(32);
    let mut start = 0;
    loop {
        let find = |from: usize| bytes[from..].iter().position(|byte| *byte == separator).map(|at| from + at);
        let quoted = bytes[start..].trim_ascii_start().first() == Some(&b'"');
        let (text, end) = match quoted {
            false => {
                let end = find(start).unwrap_or(bytes.len());
                (Cow::Borrowed(&line[start..end]), end)
            }
            true => {
                let open = start + (bytes.len() - start - bytes[start..].trim_ascii_start().len());
                let (text, close) = quoted_text(line, open + 1).ok_or(start..bytes.len())?;
                let end = find(close).unwrap_or(bytes.len());
                // Behind the closing mark, nothing but blanks may come.
                if !line[close..end].trim().is_empty() {
                    return Err(start..bytes.len());
                }
                (text, end)
            }
        };
        cells.push(Cell { text, span: start..end });
        match end < bytes.len() {
            true => start = end + 1,
            false => return Ok(cells),
        }
    }
}

/// The text up to the closing quotation mark, and the place behind that; two marks stand for one.
fn quoted_text(line: &str, start: usize) -> Option<(Cow<'_, str>, usize)> {
    let (mut from, mut doubled) = (start, false);
    loop {
        let mark = from + line[from..].find('"')?;
        if line[mark + 1..].starts_with('"') {
            doubled = true;
            from = mark + 2;
            continue;
        }
        let text = &line[start..mark];
        let text = if doubled { Cow::Owned(text.replace("\"\"", "\"")) } else { Cow::Borrowed(text) };
        return Some((text, mark + 1));
    }
}

/// The answer in a cell, where it is plainly right.
fn quick_answer(question: &Question, text: &str) -> Option<Answer> {
    Some(match &question.kind {
        Kind::Choice(options) => Answer::Option(options.find(text)?),
        Kind::Choices(_) if text == NONE => Answer::Options(OptionSet::default()),
        Kind::Choices(options) => {
            let mut chosen = OptionSet::default();
            for id in text.split(BAR) {
                let option = options.find(id.trim())?;
                if chosen.has(option) {
                    return None;
                }
                chosen = chosen.with(option);
            }
            Answer::Options(chosen)
        }
        Kind::Ranking { .. } if text == NONE => Answer::Ranking(Default::default()),
        Kind::Ranking { options, limit } => {
            let mut ranking = crate::profile::Ranking::default();
            for id in text.split(BAR) {
                let option = options.find(id.trim())?;
                if ranking.place(option).is_some() || ranking.as_slice().len() >= *limit {
                    return None;
                }
                ranking.push(option);
            }
            Answer::Ranking(ranking)
        }
        kind @ (Kind::Scale { .. } | Kind::Number { .. } | Kind::Percent) => {
            // Other forms are for the thorough reading to judge.
            if text.len() > 15 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
                return None;
            }
            let number: f64 = text.parse().ok()?;
            let (least, most) = kind.range()?;
            (least..=most).contains(&number).then_some(Answer::Number(number))?
        }
        Kind::Flag => Answer::Flag(flag(text)?),
        Kind::Text => plain_text(text)?,
    })
}

fn plain_text(text: &str) -> Option<Answer> {
    let printable = answer::printable(text);
    (!printable.is_empty() && answer::excessive(&printable).is_none()).then(|| Answer::Text(printable.into()))
}

/// Yes and no as spreadsheets write them: what is typed as `true` is `WAHR` in a German one.
fn flag(text: &str) -> Option<bool> {
    let is = |words: [&str; 4]| words.iter().any(|word| word.eq_ignore_ascii_case(text));
    match (is(["true", "wahr", "ja", "yes"]), is(["false", "falsch", "nein", "no"])) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    }
}

fn thorough_answer(question: &Question, cell: &Cell<'_>, problems: &mut Diagnostics<'_>) -> Option<Answer> {
    let text = cell.text.trim();
    if let Some(answer) = quick_answer(question, text) {
        return Some(answer);
    }
    let scalar = |text: &str, span: Range<usize>| {
        let plain = !matches!(question.kind, Kind::Text);
        Node { value: Value::Scalar(Scalar { text: Cow::Owned(text.to_owned()), plain }), span }
    };
    let node = match &question.kind {
        Kind::Choices(options) | Kind::Ranking { options, .. } => {
            if let Some(nearest) = otherwise_separated(options, text) {
                let nearest = Some(nearest).filter(|nearest| !nearest.is_empty());
                let problem = Problem::OptionsNotSeparated { question: question.path.to_string(), nearest };
                problems.error(cell.span.clone(), problem);
                return None;
            }
            // Within quotation marks places may be moved by doubled ones; options have none.
            let offset = cell.span.start
                + usize::from(matches!(cell.text, Cow::Borrowed(_)) && cell.span.len() > cell.text.len());
            let mut at = offset;
            let items = cell.text.split(BAR).map(|part| {
                let start = at + (part.len() - part.trim_start().len());
                at += part.len() + BAR.len_utf8();
                scalar(part.trim(), start..(start + part.trim().len()).min(cell.span.end))
            });
            Node { value: Value::List(items.collect()), span: cell.span.clone() }
        }
        _ => scalar(text, cell.span.clone()),
    };
    answer::answer(question, &node, problems)
}

/// What was meant by several options with another mark between them, or with nothing between two bars.
fn otherwise_separated(options: &Options, text: &str) -> Option<String> {
    let parts: Vec<&str> =
        text.split([',', ';', '/', '+', BAR]).map(str::trim).filter(|part| !part.is_empty()).collect();
    let others = text.contains([',', ';', '/', '+']);
    let gaps = text.split(BAR).any(|part| part.trim().is_empty());
    ((others || gaps) && parts.iter().all(|part| options.find(part).is_some())).then(|| parts.join("|"))
}
