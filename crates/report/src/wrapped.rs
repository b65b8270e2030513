//! Lines of a given width, with hyphenation in the language's own way.

use std::borrow::Cow;

use textwrap::WordSeparator;
use textwrap::core::{Word, break_words};
use textwrap::wrap_algorithms::wrap_first_fit;
use unicode_width::UnicodeWidthStr;

use dteam_text::language::Language;

/// Texts narrower than this are hyphenated: in wide lines it only disturbs.
const HYPHENATE_BELOW: usize = 90;

/// Writes styled lines of at most `width` columns.
pub struct Writer {
    /// What is written so far.
    pub text: String,
    width: usize,
    colour: bool,
    language: Language,
}

/// The few styles a report needs. Each also reads well without.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// As it is.
    Plain,
    /// What stands out.
    Bold,
    /// The heading of a section.
    Heading,
    /// What can be passed over.
    Dim,
    /// What a comparison expected and did not find.
    Removed,
    /// What it found instead.
    Added,
}

impl Style {
    /// The SGR parameters (ECMA-48).
    fn code(self) -> &'static str {
        match self {
            Style::Plain => "",
            Style::Bold => "1",
            Style::Heading => "1;36",
            Style::Dim => "2",
            Style::Removed => "31",
            Style::Added => "32",
        }
    }
}

impl Writer {
    /// Writes lines of at most `width` columns, at least forty; with ANSI escape sequences if
    /// `colour`.
    pub fn new(width: usize, colour: bool, language: Language) -> Self {
        Writer { text: String::new(), width, colour, language }
    }

    /// What stands between a label and what is said of it.
    pub fn colon(&self) -> &'static str {
        self.language.colon()
    }

    /// An empty line.
    pub fn blank(&mut self) {
        self.text.push('\n');
    }

    /// A heading with an empty line before it.
    pub fn heading(&mut self, title: &str) {
        self.blank();
        self.line(title, Style::Heading);
    }

    /// One line as it is.
    pub fn line(&mut self, line: &str, style: Style) {
        let line = self.styled(line, style);
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// `left` and, if there is room on the same line, `right` at its end; else on lines of their
    /// own.
    pub fn spread(&mut self, left: &str, right: &str, indent: usize, style: Style) {
        let (left_width, right_width) = (left.width(), right.width());
        if indent + left_width + 2 + right_width <= self.width {
            let gap = self.width - indent - left_width - right_width;
            let left = self.styled(left, style);
            let right = self.styled(right.trim_end(), Style::Dim);
            let line = format!("{:indent$}{left}{:gap$}{right}", "", "");
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        } else {
            self.paragraph(left, indent, indent + hanging(left), style);
            self.paragraph(right, indent + hanging(left), indent + hanging(left), Style::Dim);
        }
    }

    /// A wrapped paragraph, its first line indented by `first`, the others by `rest`.
    pub fn paragraph(&mut self, text: &str, first: usize, rest: usize, style: Style) {
        self.labelled(&" ".repeat(first), text, rest, style);
    }

    /// A wrapped paragraph whose first line begins with `label`, the others indented by `indent`.
    pub fn labelled(&mut self, label: &str, text: &str, indent: usize, style: Style) {
        let rest = " ".repeat(indent.min(self.width / 2));
        let room = self.width.saturating_sub(rest.len().max(label.width())).max(10);
        let text = unbroken_units(text);
        for (index, line) in self.lines(&text, room).iter().enumerate() {
            let before = if index == 0 { label } else { &rest };
            // The sign of a difference is part of it.
            let of_label =
                if matches!(style, Style::Removed | Style::Added) { style } else { Style::Plain };
            let (before, line) =
                (self.styled(before, of_label).into_owned(), self.styled(line, style).into_owned());
            self.text.push_str(&before);
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
    }

    /// The text in lines of at most that many columns.
    fn lines(&self, text: &str, room: usize) -> Vec<String> {
        let hyphenation = (self.width < HYPHENATE_BELOW).then(|| hyphenation(self.language));
        let words = WordSeparator::AsciiSpace
            .find_words(text)
            .flat_map(|word| syllables(word, hyphenation.flatten()));
        let words = break_words(words, room);
        let lines = wrap_first_fit(&words, &[room as f64]);
        let written = |line: &&[Word<'_>]| {
            let mut written: String =
                line.iter().flat_map(|word| [word.word, word.whitespace]).collect();
            written.truncate(written.trim_end().len());
            written + line.last().map_or("", |word| word.penalty)
        };
        lines.iter().map(written).collect()
    }

    /// The text in a style, if there is colour.
    pub fn styled<'t>(&self, text: &'t str, style: Style) -> Cow<'t, str> {
        match self.colour && style != Style::Plain {
            true => Cow::Owned(format!("\u{1b}[{}m{text}\u{1b}[0m", style.code())),
            false => Cow::Borrowed(text),
        }
    }
}

/// How far a numbered or bulleted line's text stands in.
fn hanging(line: &str) -> usize {
    line.len()
        - line.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == ' ').len()
}

/// A number stays with its percent sign.
fn unbroken_units(text: &str) -> Cow<'_, str> {
    match text.contains('%') {
        true => Cow::Owned(text.replace(" %", "\u{a0}%")),
        false => Cow::Borrowed(text),
    }
}

/// How words of the language are divided, if that is known.
fn hyphenation(language: Language) -> Option<hypher::Lang> {
    let code = language.code().as_bytes();
    hypher::Lang::from_iso([*code.first()?, *code.get(1)?])
}

/// The word in the parts that it may be divided into.
fn syllables(word: Word<'_>, language: Option<hypher::Lang>) -> Vec<Word<'_>> {
    let ends = language.map_or_else(Vec::new, |language| hyphens(word.word, language));
    let mut parts = Vec::with_capacity(ends.len() + 1);
    let mut start = 0;
    for end in ends {
        let penalty = if word.word[..end].ends_with('-') { "" } else { "-" };
        parts.push(Word { penalty, ..Word::from(&word.word[start..end]) });
        start = end;
    }
    let last = Word { whitespace: word.whitespace, ..Word::from(&word.word[start..]) };
    parts.push(Word { penalty: word.penalty, ..last });
    parts
}

/// The points within a word where it may be divided: only in words of letters, never within the
/// first or last three.
fn hyphens(word: &str, language: hypher::Lang) -> Vec<usize> {
    let letters = word.trim_matches(|letter: char| !letter.is_alphanumeric());
    let Some(start) = word.find(letters) else { return Vec::new() };
    if letters.chars().count() < 8 || !letters.chars().all(char::is_alphabetic) {
        return Vec::new();
    }
    let mut breaks = Vec::new();
    let mut at = start;
    for syllable in hypher::hyphenate(letters, language) {
        at += syllable.len();
        let before = word[start..at].chars().count();
        let after = word[at..start + letters.len()].chars().count();
        if before >= 3 && after >= 3 {
            breaks.push(at);
        }
    }
    breaks
}
