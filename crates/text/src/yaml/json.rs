//! What is wrong with a text that is meant as JSON: what people and programs get wrong, told apart.

use serde_json::Value as Json;

use super::Fault;
use crate::diagnostic::{Problem, SourceFile};

/// Whether the file is JSON by its name.
pub fn is_named(file: &SourceFile) -> bool {
    has_ending(file, ".json")
}

/// Whether somebody meant to write JSON: by the file's name, or else by how the text begins.
pub fn is_meant(file: &SourceFile) -> bool {
    let begins = || {
        file.text
            .trim_start()
            .strip_prefix(['{', '['])
            .is_some_and(|rest| rest.trim_start().starts_with('"'))
    };
    is_named(file) || (!has_ending(file, ".yaml") && !has_ending(file, ".yml") && begins())
}

fn has_ending(file: &SourceFile, ending: &str) -> bool {
    let name = file.name.as_bytes();
    name.len() >= ending.len()
        && name[name.len() - ending.len()..].eq_ignore_ascii_case(ending.as_bytes())
}

/// Why the text is no JSON; `None` if it is.
pub fn fault(text: &str) -> Option<Fault> {
    let error = serde_json::from_str::<Json>(text).err()?;
    let detail = error.to_string();
    if detail.starts_with("recursion limit") {
        return Some((0..0, Problem::TooDeep));
    }
    let line = text
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1))
        .map(str::len)
        .sum::<usize>();
    let column = error.column().saturating_sub(1);
    let at = text.floor_char_boundary((line + column).min(text.len()));
    // Line and column are shown beside the message.
    let detail =
        detail.rsplit_once(" at line ").map_or(detail.as_str(), |(detail, _)| detail).to_owned();
    let (at, slip) = slip(text, at, &detail);
    let length =
        text[at..].chars().next().filter(|letter| *letter != '\n').map_or(0, char::len_utf8);
    let problem = match text[at..].chars().next() {
        Some(blank) if blank.is_whitespace() && !blank.is_ascii() => {
            Problem::InvisibleBlank { code: format!("U+{:04X}", u32::from(blank)) }
        }
        _ => Problem::NotJson { detail, slip },
    };
    Some((at..at + length, problem))
}

/// What was meant where the reader of JSON stopped, and where that is.
fn slip(text: &str, at: usize, detail: &str) -> (usize, &'static str) {
    let (before, rest) = (&text[..at], &text[at..]);
    let last = before.trim_end().chars().next_back();
    let says = |part: &str| detail.starts_with(part);
    let word = |words: [&str; 3]| words.iter().any(|word| rest.starts_with(word));
    if says("EOF while parsing a string") || says("control character") {
        return (text_start(before), "unclosed-text");
    }
    if says("EOF") {
        return (at, "unclosed");
    }
    if rest.starts_with('\'') {
        return (at, "single-quotes");
    }
    if rest.starts_with(['„', '“', '”', '‚', '‘', '’', '»', '«']) {
        return (at, "other-quotes");
    }
    if rest.starts_with('#') || rest.starts_with("//") || rest.starts_with("/*") {
        return (at, "comment");
    }
    if says("trailing comma") {
        return (before.rfind(',').unwrap_or(at), "trailing-comma");
    }
    if says("trailing characters") {
        return (at, if rest.starts_with(',') { "trailing-comma" } else { "trailing" });
    }
    if word(["True", "False", "None"]) || word(["NaN", "nan", "NULL"]) {
        return (at, "word");
    }
    if says("invalid number") {
        let digits = before.len()
            - before.trim_end_matches(|digit: char| digit.is_ascii_digit() || digit == '-').len();
        let is_zero =
            before.ends_with('0') && rest.starts_with(|digit: char| digit.is_ascii_digit());
        return (at - digits, if is_zero { "leading-zero" } else { "number" });
    }
    if says("number out of range") {
        let of_number =
            |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '+');
        return (before.trim_end_matches(of_number).len(), "range");
    }
    if says("key must be a string") {
        let number = before
            .strip_suffix(',')
            .is_some_and(|number| number.ends_with(|digit: char| digit.is_ascii_digit()));
        let decimal = number && rest.starts_with(|digit: char| digit.is_ascii_digit());
        return if decimal { (at - 1, "decimal-comma") } else { (at, "no-quotes") };
    }
    if says("expected `:`") {
        return (at, "colon");
    }
    if says("expected `,` or") {
        let in_text =
            last == Some('"') && rest.starts_with(|letter: char| letter.is_alphanumeric());
        return match rest.chars().next() {
            Some(']' | '}') => (at, "bracket"),
            _ if in_text => (at, "text-quotes"),
            _ => (at, "comma"),
        };
    }
    if says("expected value") || says("expected ident") {
        // `true` misspelt is noticed within the word.
        let start = before.trim_end_matches(|letter: char| letter.is_alphabetic()).len();
        return match text[start..].chars().next() {
            Some(letter) if letter.is_alphabetic() => (start, "no-quotes"),
            Some(',' | ']' | '}' | ':') => (at, "no-value"),
            Some('+' | '.') => (at, "number"),
            _ => (at, "other"),
        };
    }
    (at, if says("invalid escape") { "escape" } else { "other" })
}

/// Where the text begins that goes on to the end of `before`.
fn text_start(before: &str) -> usize {
    let mut at = before.len();
    while let Some(mark) = before[..at].rfind('"') {
        let escapes = before[..mark].bytes().rev().take_while(|byte| *byte == b'\\').count();
        if escapes % 2 == 0 {
            return mark;
        }
        at = mark;
    }
    before.len()
}
