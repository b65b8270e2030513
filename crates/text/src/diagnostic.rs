//! What is wrong with a file, where, and what would fix it.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use serde::Serialize;

use crate::language::messages::{Argument, message};
use crate::language::{Language, escaped};

pub mod code;
mod explanation;
mod problem;
mod said;

pub use explanation::explanation;
pub use problem::{Found, Problem};

/// A file as it was read, kept for showing the location of a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// The name to show: the path as it was given, `-` for standard input.
    pub name: String,
    /// The text.
    pub text: Cow<'static, str>,
    /// The number of its first line: above 1 if the text is a part of a longer file.
    pub first_line: usize,
    /// Where its lines begin, found out when first asked for.
    pub lines: LineStarts,
    /// Of a YAML file within the program, its tokens as `build.rs` has written them.
    pub tokens: &'static [u8],
    /// Of rows of a workbook, the name of their sheet.
    pub sheet: Option<Arc<str>>,
}

/// Where the lines after the first begin: found once, when the first position is asked for.
#[derive(Debug, Clone, Default)]
pub struct LineStarts(OnceLock<Vec<usize>>);

/// They follow from the text.
impl PartialEq for LineStarts {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for LineStarts {}

impl SourceFile {
    /// A source file of the given name and text.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        SourceFile::part(name, text, 1)
    }

    /// A part of a file that begins with the line of that number.
    pub fn part(name: impl Into<String>, text: impl Into<String>, first_line: usize) -> Arc<Self> {
        SourceFile::rows(name, None, text, first_line)
    }

    /// A part of a table; of one in a workbook, with the name of its sheet. Rows of a sheet are
    /// lines whose cells are separated by semicolons.
    pub fn rows(
        name: impl Into<String>,
        sheet: Option<Arc<str>>,
        text: impl Into<String>,
        first_line: usize,
    ) -> Arc<Self> {
        let (name, text) = (name.into(), Cow::Owned(text.into()));
        let (lines, tokens) = (LineStarts::default(), &[][..]);
        Arc::new(SourceFile { name, text, first_line, lines, tokens, sheet })
    }

    /// The line and column of a byte offset, both from 1, the column in characters.
    pub fn position(&self, offset: usize) -> (usize, usize) {
        let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
        let starts = self.lines.0.get_or_init(|| {
            memchr::memchr_iter(b'\n', self.text.as_bytes()).map(|newline| newline + 1).collect()
        });
        let line = starts.partition_point(|start| *start <= offset);
        let line_start = line.checked_sub(1).map_or(0, |before| starts[before]);
        (line + self.first_line, self.text[line_start..offset].chars().count() + 1)
    }

    /// Of rows of a sheet, the cell at a byte offset as spreadsheets name it, such as `C7`.
    fn cell(&self, offset: usize) -> String {
        let (row, column) = self.position(offset);
        let line = self.text.lines().nth(row - self.first_line).unwrap_or_default();
        let (mut cell, mut is_quoted) = (0, false);
        for letter in line.chars().take(column - 1) {
            is_quoted ^= letter == '"';
            cell += usize::from(letter == ';' && !is_quoted);
        }
        format!("{}{row}", column_name(cell))
    }
}

/// What spreadsheets call a column that comes after so many others: `A`, `Z`, `AA`.
pub fn column_name(before: usize) -> String {
    let letter = char::from(b'A' + (before % 26) as u8);
    match before / 26 {
        0 => letter.to_string(),
        more => column_name(more - 1) + &letter.to_string(),
    }
}

/// Whether a problem refuses the file or only asks for a second look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The file is refused.
    Error,
    /// The file is used all the same.
    Warning,
    /// Nothing is wrong; something is worth knowing.
    Note,
}

impl Severity {
    /// The word for it.
    pub fn name(self, language: Language) -> String {
        let id = match self {
            Severity::Error => "severity-error",
            Severity::Warning => "severity-warning",
            Severity::Note => "severity-note",
        };
        message(language, id, &[])
    }

    /// The word before an example.
    pub fn example(language: Language) -> String {
        message(language, "problem-example", &[])
    }

    /// The word before a fix.
    pub fn help(language: Language) -> String {
        message(language, "problem-help", &[])
    }
}

/// A span in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The file.
    pub file: Arc<SourceFile>,
    /// Byte range in its text; empty where the problem is a point.
    pub span: Range<usize>,
}

impl Location {
    /// Of rows of a workbook, the file, the sheet and the cell; the file's name as [`escaped`]
    /// writes it.
    pub fn cell(&self, language: Language) -> Option<String> {
        let sheet = self.file.sheet.as_deref()?;
        let cell = self.file.cell(self.span.start);
        let arguments = [
            ("file", Argument::from(escaped(&self.file.name).into_owned())),
            ("sheet", escaped(sheet).into_owned().into()),
            ("cell", cell.into()),
        ];
        Some(message(language, "problem-cell", &arguments))
    }
}

/// One problem at its location.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// How grave it is.
    pub severity: Severity,
    /// What is wrong, for the crates of this project: others know it by its code.
    #[doc(hidden)]
    pub problem: Problem,
    /// Where; `None` if the file could not be read at all.
    pub location: Option<Location>,
    /// For what was found by trying out answers: a smallest profile that shows it, as YAML on one
    /// line.
    pub example: Option<String>,
}

impl Diagnostic {
    /// An error that concerns a whole file or folder.
    pub fn unlocated(problem: Problem) -> Self {
        Diagnostic { severity: Severity::Error, problem, location: None, example: None }
    }

    /// The same as something that deserves a second look, and no error.
    #[must_use]
    pub fn as_warning(self) -> Self {
        Diagnostic { severity: Severity::Warning, ..self }
    }

    /// An error at its location.
    pub fn at(location: Location, problem: Problem) -> Self {
        Diagnostic { severity: Severity::Error, problem, location: Some(location), example: None }
    }

    /// The file it is about, as far as known: the one it is located in, or the one the problem
    /// names.
    pub fn file(&self) -> Option<&str> {
        self.location
            .as_ref()
            .map(|location| location.file.name.as_str())
            .or_else(|| self.problem.path())
    }

    /// `file:line:column`, as far as known; the file's name as [`escaped`] writes it. Of rows of a
    /// workbook, the file, the sheet and the cell.
    pub fn location(&self) -> Option<String> {
        self.located(ERROR_LANGUAGE)
    }

    fn located(&self, language: Language) -> Option<String> {
        let location = self.location.as_ref()?;
        let (line, column) = location.file.position(location.span.start);
        let in_text = || format!("{}:{line}:{column}", escaped(&location.file.name));
        Some(location.cell(language).unwrap_or_else(in_text))
    }

    /// The stable number, such as `D202`.
    pub fn code(&self) -> String {
        self.problem.code()
    }

    /// The stable name, such as `unknown-option`.
    pub fn name(&self) -> String {
        self.problem.name()
    }

    /// The path of the question whose answer is at fault, such as `data.inventory`.
    pub fn question(&self) -> Option<&str> {
        self.problem.question()
    }

    /// What is wrong, in one sentence.
    pub fn message(&self, language: Language) -> String {
        self.problem.message(language)
    }

    /// What would fix it, where that can be said.
    pub fn help(&self, language: Language) -> Option<String> {
        self.problem.help(language)
    }

    /// Where it is, what is wrong and what would fix it, on one line.
    pub fn written(&self, language: Language) -> String {
        let location = self.located(language).map(|location| format!("{location}: "));
        let help = self.help(language).map(|help| format!("; {help}"));
        let message = self.message(language);
        format!("{}{message}{}", location.unwrap_or_default(), help.unwrap_or_default())
    }
}

/// The language of errors for which nobody has chosen one: programmers read them in English.
pub const ERROR_LANGUAGE: Language = Language::named("en").expect("`locales/en` is there");

impl fmt::Display for Diagnostic {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.written(ERROR_LANGUAGE))
    }
}

/// A file, or several, that cannot be used: every error in them, and the warnings.
#[derive(Debug, thiserror::Error)]
pub struct Invalid {
    /// All problems, in the order of files and locations.
    pub diagnostics: Vec<Diagnostic>,
}

impl fmt::Display for Invalid {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.written(ERROR_LANGUAGE))
    }
}

impl Invalid {
    /// All problems in a language, a line each: where, what is wrong, and what would fix it.
    pub fn written(&self, language: Language) -> String {
        let lines: Vec<String> =
            self.diagnostics.iter().map(|diagnostic| diagnostic.written(language)).collect();
        lines.join("\n")
    }
}

impl From<Diagnostic> for Invalid {
    fn from(diagnostic: Diagnostic) -> Self {
        Invalid { diagnostics: vec![diagnostic] }
    }
}

impl From<Problem> for Invalid {
    /// One error that concerns a whole file or folder.
    fn from(problem: Problem) -> Self {
        Diagnostic::unlocated(problem).into()
    }
}

/// Collects the problems of one file.
#[derive(Debug, Clone)]
pub struct Diagnostics<'a> {
    file: &'a Arc<SourceFile>,
    /// Those that every text of the file should be written in.
    languages: &'a [Language],
    found: Vec<Diagnostic>,
}

/// As many problems as anybody reads; a file with more is some other file.
const MAX_PROBLEMS: usize = 200;

impl<'a> Diagnostics<'a> {
    /// None yet, of a file.
    pub fn new(file: &'a Arc<SourceFile>) -> Self {
        Diagnostics { file, languages: &[], found: Vec::new() }
    }

    /// The same of a file whose texts should be written in these languages.
    #[must_use]
    pub fn in_languages(self, languages: &'a [Language]) -> Self {
        Diagnostics { languages, ..self }
    }

    /// The languages that every text of the file should be written in.
    pub fn languages(&self) -> &'a [Language] {
        self.languages
    }

    /// The file that they are of.
    pub fn file(&self) -> &'a Arc<SourceFile> {
        self.file
    }

    /// Adds an error; the span is a byte range in the file.
    pub fn error(&mut self, span: Range<usize>, problem: Problem) {
        self.add(Severity::Error, span, problem);
    }

    /// Whether so much was found that looking further is of no use to anybody.
    pub fn is_full(&self) -> bool {
        self.found.len() >= MAX_PROBLEMS
    }

    /// Adds a problem; the span is a byte range in the file. Once there are too many to read, it is
    /// left out.
    pub fn add(&mut self, severity: Severity, span: Range<usize>, problem: Problem) {
        if self.is_full() {
            return;
        }
        let location = Location { file: Arc::clone(self.file), span };
        self.found.push(Diagnostic { severity, ..Diagnostic::at(location, problem) });
    }

    /// Whether anything found is an error.
    pub fn has_errors(&self) -> bool {
        self.errors() > 0
    }

    /// How many errors were found so far.
    pub fn errors(&self) -> usize {
        self.found.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count()
    }

    /// All that was found, in the order of the file.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        self.found.sort_by_key(|diagnostic| {
            diagnostic.location.as_ref().map_or(0, |location| location.span.start)
        });
        if self.is_full() {
            let at = self.file.text.len();
            let location = Location { file: Arc::clone(self.file), span: at..at };
            let problem = Problem::TooManyProblems { shown: MAX_PROBLEMS };
            self.found.push(Diagnostic::at(location, problem));
        }
        self.found
    }
}

/// Longer names are no slips of the pen, and costly to compare.
const MAX_NAME_LENGTH: usize = 60;

/// Of the names there are, the one most like `name`, if any is like enough to be what was meant.
pub fn nearest<'n>(name: &str, names: impl IntoIterator<Item = &'n str>) -> Option<String> {
    if name.len() > MAX_NAME_LENGTH {
        return None;
    }
    // Ids are written with `_` or `-`, people mix them up.
    let fold = |name: &str| name.to_lowercase().replace(['-', ' '], "_");
    let folded = fold(name);
    names
        .into_iter()
        .filter_map(|candidate| {
            let other = fold(candidate);
            let group = shared_group(&folded, &other);
            let (own, other) = (&folded[group..], &other[group..]);
            let distance = strsim::damerau_levenshtein(own, other);
            let longest = own.chars().count().max(other.chars().count());
            let is_near =
                distance <= (longest / 3).max(1) || (own.len() >= 4 && other.starts_with(own));
            is_near.then_some((distance, candidate))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate.to_owned())
}

/// The length of the groups that two paths share: what stands in both says nothing of how alike
/// the rest is.
fn shared_group(one: &str, other: &str) -> usize {
    let common = one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other);
    let ends = common.enumerate().filter(|(_, (byte, _))| matches!(byte, b'.' | b'/'));
    ends.last().map_or(0, |(index, _)| index + 1)
}
