//! What people get wrong in YAML, told apart where there is something better to say than the parser
//! does.
//!
//! The parser notices a slip where it can go on no longer, which is often a line later: the fault
//! is shown where the slip is.

use std::ops::Range;

use super::{Fault, Node, Value};
use crate::diagnostic::Problem;

/// What is wrong where the parser stopped at the byte `at` and says `detail`.
pub(super) fn fault(source: &str, at: usize, detail: &str) -> Fault {
    let at = source.floor_char_boundary(at.min(source.len()));
    let line = Line::at(source, at);
    let before = Line::before(source, line.start);
    let point = at..at
        + source[at..].chars().next().filter(|letter| *letter != '\n').map_or(0, char::len_utf8);
    if line.text.contains('\t') {
        return (at..at, Problem::TabIndentation);
    }
    // The parser stops at the value above, which it takes to go on.
    if detail.contains("found a tab")
        && let Some(tab) = source[at..].find('\t').map(|ahead| at + ahead)
    {
        return (tab..tab, Problem::TabIndentation);
    }
    if let Some(found) =
        [Some(&line), before.as_ref()].into_iter().flatten().find_map(Line::invisible_blank)
    {
        return found;
    }
    let says = |part: &str| detail.contains(part);
    if says("recursion limit") || says("nesting") {
        return (at..at, Problem::TooDeep);
    }
    if says("unknown anchor") {
        return (at..at, Problem::UnknownAlias);
    }
    let after_quote = says("after double-quoted scalar") || says("after single-quoted scalar");
    if says("while scanning a tag") || (after_quote && goes_on_as_expression(line.from(at))) {
        return (at..at, Problem::QuotesNeeded);
    }
    let found = if after_quote {
        let next_text = line.from(at).starts_with(['"', '\'']) && last_open(source, at).is_some();
        Some((point.clone(), if next_text { "comma" } else { "after-quote" }))
    } else if says("unknown escape") {
        line.text.find('\\').map(|slash| (line.span(slash, 1), "backslash"))
    } else if says("quoted scalar") || says("unclosed quote") {
        opening_quote(source, at).map(|quote| (quote..quote + 1, "unclosed-quote"))
    } else if says("expected <document start>") {
        line_beginning_with(source, '%').map(|sign| (sign..sign + 1, "sign"))
    } else if says("block scalar")
        || says("mapping keys are not allowed")
        || says("unexpected character: `")
    {
        source[at..].starts_with(['%', '@', '`', '>', '|', '?']).then(|| (point.clone(), "sign"))
    } else if says("misplaced bracket") {
        Some((point.clone(), "extra-bracket"))
    } else if says("mismatched bracket") {
        Some((point.clone(), "other-bracket"))
    } else if says("unclosed bracket") {
        Some((point.clone(), "unclosed-bracket"))
    } else if says("expected ',' or") || says("illegal placement of ':'") {
        Some(within_brackets(source, at, &line))
    } else if says("mapping values are not allowed") {
        stray_colon(&line, before.as_ref(), at)
    } else if says("simple key expected") || says("expected ':'") {
        Some(line.entry_slip().unwrap_or_else(|| (line.content(), "no-colon")))
    } else if says("did not find expected key") || says("expected '-' indicator") {
        Some(line_out_of_order(source, &line, at, says("indicator")))
    } else {
        None
    };
    match found {
        Some((span, slip)) => (span, Problem::NotYaml { detail: detail.to_owned(), slip }),
        None => (at..at, Problem::NotYaml { detail: detail.to_owned(), slip: "other" }),
    }
}

/// What is wrong with a key that was written without quotes.
pub(super) fn of_key(source: &str, key: &str, span: &Range<usize>) -> Option<Fault> {
    if matches!(key, "" | "~") && source.get(span.clone()) != Some("~") {
        let colon = span.start..(span.start + 1).min(source.len());
        return Some((colon, Problem::NotYaml { detail: String::new(), slip: "no-key" }));
    }
    (!key.is_ascii()).then(|| Line::at(source, span.start).invisible_blank()).flatten()
}

/// What is wrong with a text without quotes that stands where keys with values or a list belong.
pub fn of_text(source: &str, node: &Node<'_>) -> Option<Fault> {
    match &node.value {
        Value::Scalar(scalar) if scalar.plain => {}
        Value::Null | Value::Scalar(_) | Value::List(_) | Value::Map(_) => return None,
    }
    let line = Line::at(source, node.span.start);
    // A value on the line of its key is no entry of its own.
    if node.span.start != line.content().start {
        return None;
    }
    line.invisible_blank().or_else(|| {
        let (span, slip) = line.entry_slip()?;
        Some((span, Problem::NotYaml { detail: String::new(), slip }))
    })
}

/// Several answers in one text without quotes, with semicolons between them.
pub fn of_item(source: &str, span: &Range<usize>) -> Option<Fault> {
    let at = span.start + source.get(span.clone())?.find(';')?;
    Some((at..at + 1, Problem::NotYaml { detail: String::new(), slip: "semicolon" }))
}

/// One line of a file.
struct Line<'s> {
    start: usize,
    text: &'s str,
}

impl<'s> Line<'s> {
    fn at(source: &'s str, at: usize) -> Self {
        let at = source.floor_char_boundary(at.min(source.len()));
        let start = source[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let end = source[at..].find('\n').map_or(source.len(), |newline| at + newline);
        Line { start, text: &source[start..end] }
    }

    /// The last line before the one that begins at `start` that is neither empty nor a comment.
    fn before(source: &'s str, start: usize) -> Option<Self> {
        let mut end = start.checked_sub(1)?;
        loop {
            let line = Line::at(source, end);
            if !line.text.trim().is_empty() && !line.text.trim_start().starts_with('#') {
                return Some(line);
            }
            end = line.start.checked_sub(1)?;
        }
    }

    fn span(&self, offset: usize, length: usize) -> Range<usize> {
        self.start + offset..self.start + offset + length
    }

    fn from(&self, at: usize) -> &'s str {
        self.text.get(at - self.start..).unwrap_or_default()
    }

    fn indentation(&self) -> usize {
        self.text.len() - self.text.trim_start().len()
    }

    /// What stands on the line, without the blanks around it.
    fn content(&self) -> Range<usize> {
        self.span(self.indentation(), self.text.trim().len())
    }

    /// A blank that only looks like one: in the indentation or behind the colon of a key.
    fn invisible_blank(&self) -> Option<Fault> {
        let is_other = |letter: char| letter.is_whitespace() && !letter.is_ascii();
        let (at, letter) = self.text.char_indices().find(|(_, letter)| is_other(*letter))?;
        let before = &self.text[..at];
        let as_blank =
            before.trim().is_empty() || before.trim_end().ends_with([':', '-']) && is_start(before);
        let span = self.span(at, letter.len_utf8());
        as_blank.then(|| {
            (span, Problem::InvisibleBlank { code: format!("U+{:04X}", u32::from(letter)) })
        })
    }

    /// What an entry is written with in place of a colon and a blank, or an item in place of a dash
    /// and a blank.
    fn entry_slip(&self) -> Option<(Range<usize>, &'static str)> {
        let content = self.text.trim_start();
        let indentation = self.indentation();
        if content.starts_with('-') && !content.starts_with("- ") && !content.starts_with("--") {
            return Some((self.span(indentation, 1), "dash"));
        }
        let name = content.find(|letter: char| !is_of_name(letter)).filter(|end| *end > 0)?;
        let behind = &content[name..];
        let blanks = behind.len() - behind.trim_start().len();
        if behind.starts_with(':') && behind[1..].starts_with(|next: char| !next.is_whitespace()) {
            return Some((self.span(indentation + name, 1), "blank-after-colon"));
        }
        let equals = behind.trim_start().starts_with('=') && !behind.trim_start().starts_with("==");
        equals.then(|| (self.span(indentation + name + blanks, 1), "equals"))
    }
}

/// Letters of keys.
fn is_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.' | '„' | '“' | '”')
}

/// Whether this is no more than a dash, or the key of an entry.
fn is_start(before: &str) -> bool {
    let before = before.trim().trim_start_matches("- ").trim_end_matches([':', '-']);
    before.chars().all(|letter| is_of_name(letter) || letter.is_whitespace())
}

/// Whether what follows a text in quotes makes an expression of it.
fn goes_on_as_expression(rest: &str) -> bool {
    let operators = ["in ", "!in ", "==", "!=", "&&", "||"];
    operators.iter().any(|operator| rest.trim_start().starts_with(operator))
}

/// A colon at `at` where no entry can begin.
fn stray_colon(
    line: &Line<'_>,
    before: Option<&Line<'_>>,
    at: usize,
) -> Option<(Range<usize>, &'static str)> {
    let own = &line.text[..at - line.start];
    let is_second = own.contains(": ");
    if is_second {
        return Some((at..at + 1, "two-colons"));
    }
    let before = before?;
    if let Some(found) = before.entry_slip() {
        return Some(found);
    }
    if !before.text.contains(':') && !before.text.trim_start().starts_with("- ") {
        return Some((before.content(), "no-colon"));
    }
    Some((line.content(), "indentation"))
}

/// A line that does not go on what the lines above began.
fn line_out_of_order(
    source: &str,
    line: &Line<'_>,
    at: usize,
    in_list: bool,
) -> (Range<usize>, &'static str) {
    let content = line.text.trim_start();
    let before = line.text[..at - line.start].trim_end();
    if before.ends_with([']', '}']) {
        return (at..line.content().end.max(at), "after-bracket");
    }
    if let Some(slip) = line.entry_slip() {
        return slip;
    }
    // Between the levels above it, a line belongs to none of them.
    let mut above = std::iter::successors(Line::before(source, line.start), |line| {
        Line::before(source, line.start)
    });
    let level = above.find(|above| above.indentation() <= line.indentation());
    let is_on_level = level.is_some_and(|above| above.indentation() == line.indentation());
    let is_mixed = is_on_level && content.starts_with("- ") != in_list;
    (line.content(), if is_mixed { "mixed" } else { "indentation" })
}

/// Something within brackets that cannot stand there.
fn within_brackets(source: &str, at: usize, line: &Line<'_>) -> (Range<usize>, &'static str) {
    let open = last_open(source, at).unwrap_or(at);
    if let Some(semicolon) = source[open..at].rfind(';') {
        return (open + semicolon..open + semicolon + 1, "semicolon");
    }
    if source[open..].starts_with('{') && source[at..].starts_with(": ") {
        return (at..at + 1, "colon-in-text");
    }
    if open >= line.start && line.from(at).contains([']', '}']) {
        return (at..at + source[at..].chars().next().map_or(0, char::len_utf8), "comma");
    }
    (open..(open + 1).min(source.len()), "unclosed-bracket")
}

/// The last bracket before `at` that is not closed before it.
fn last_open(source: &str, at: usize) -> Option<usize> {
    let mut closed = 0usize;
    source[..at].rmatch_indices(['[', ']', '{', '}']).find_map(|(index, bracket)| {
        match bracket {
            "]" | "}" => closed += 1,
            _ if closed == 0 => return Some(index),
            _ => closed -= 1,
        }
        None
    })
}

/// The quotation mark before `at` that begins a text, and so what nothing closes.
fn opening_quote(source: &str, at: usize) -> Option<usize> {
    let mut marks = source[..at].rmatch_indices(['"', '\'']).map(|(mark, _)| mark);
    let begins = |mark: &usize| {
        source[..*mark].trim_end_matches(' ').ends_with([':', '-', '[', '{', ',', '\n'])
    };
    let last = source[at..].starts_with(['"', '\'']).then_some(at);
    last.or_else(|| marks.find(begins))
}

fn line_beginning_with(source: &str, sign: char) -> Option<usize> {
    match source.starts_with(sign) {
        true => Some(0),
        false => source.find(&format!("\n{sign}")).map(|newline| newline + 1),
    }
}
