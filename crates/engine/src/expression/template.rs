//! Texts with `{expression}` in them, filled in from the answers and written as the language writes
//! values.

use std::ops::Range;

use super::evaluate::Facts;
use super::lower::{self, Vocabulary};
use super::parse::Source;
use super::reads::Read;
use super::{Choice, List, Number, Value};
use crate::profile::Answer;
use crate::survey::Slot;
use dteam_text::diagnostic::{Diagnostics, Problem, Severity};
use dteam_text::language::messages::message;
use dteam_text::language::{Language, Localized, capitalised, is_capitalised, printable};
use dteam_text::yaml::{Node, fields};

/// A text and what it is filled in with.
#[derive(Debug, Clone, Default)]
pub struct Template {
    /// Up to the first value; of most texts, all of it.
    pub start: String,
    /// The values, each with the text behind it.
    pub values: Vec<(Value, String)>,
    /// Where the whole text stands in its file, as it is written.
    pub span: Range<usize>,
}

/// No text that people read is filled in with more values.
const MAX_PLACEHOLDERS: usize = 50;

/// Reads a text with placeholders in several languages.
pub fn localized(
    vocabulary: &Vocabulary<'_>,
    node: &Node<'_>,
    problems: &mut Diagnostics<'_>,
) -> Option<Localized<Template>> {
    let texts =
        fields::languages(node, problems)?.try_map(|node| template(vocabulary, node, problems))?;
    left_out(&texts, std::slice::from_ref, problems);
    Some(texts)
}

/// Reports values that the texts of one language are filled in with and those of another are not. A
/// text answered, such as a name, is a matter of style: one language may say “the municipality”.
pub fn left_out<T>(
    localized: &Localized<T>,
    texts: impl Fn(&T) -> &[Template],
    problems: &mut Diagnostics<'_>,
) {
    let read: Vec<(Language, Vec<Read>)> =
        localized.each().map(|(language, made)| (language, reads(texts(made)))).collect();
    let file = problems.file();
    for (own, made) in localized.each() {
        let mut told = Vec::new();
        for (value, span) in texts(made).iter().flat_map(|text| text.values(&file.text)) {
            let needed = value.read();
            let lacks = |(language, found): &&(Language, Vec<Read>)| {
                *language != own && needed.iter().any(|read| !found.contains(read))
            };
            let written = file.text.get(span.clone()).unwrap_or_default();
            if matches!(value, Value::Text(_)) || told.contains(&written) {
                continue;
            }
            if let Some((language, _)) = read.iter().find(lacks) {
                told.push(written);
                let (value, language) = (written.to_owned(), language.code());
                problems.add(Severity::Warning, span, Problem::ValueLeftOut { value, language });
            }
        }
    }
}

/// What the values of texts look at.
fn reads(texts: &[Template]) -> Vec<Read> {
    let values = texts.iter().flat_map(|text| &text.values);
    values.flat_map(|(value, _)| value.read()).collect()
}

/// Reads one text with placeholders.
pub fn template(
    vocabulary: &Vocabulary<'_>,
    node: &Node<'_>,
    problems: &mut Diagnostics<'_>,
) -> Option<Template> {
    fields::text(node, problems)?;
    let whole = Source::of(node, problems)?;
    let text = whole.text();
    let mut template = Template { span: node.span.clone(), ..Template::default() };
    let mut plain = String::new();
    let (mut at, mut placeholders) = (0, 0);
    let mut complete = true;
    while let Some(brace) = next_brace(text, at) {
        plain.push_str(&text[at..brace]);
        at = brace;
        let opens = text[at..].starts_with('{');
        match text[at + 1..].starts_with(&text[at..=at]) {
            true => {
                plain.push_str(&text[at..=at]);
                at += 2;
            }
            false if opens && placeholders == MAX_PLACEHOLDERS => {
                problems.error(
                    whole.span(at, at + 1),
                    Problem::TooManyPlaceholders { most: MAX_PLACEHOLDERS },
                );
                return None;
            }
            false if opens => {
                placeholders += 1;
                let Some(end) = closing_brace(text, at + 1) else {
                    problems.error(whole.span(at, at + 1), Problem::UnclosedPlaceholder);
                    return None;
                };
                template.push_text(&mut plain);
                let source = Source { part: (at + 1, end), ..whole };
                if let Some((path, nearest)) = hyphenated(vocabulary, source.text()) {
                    let problem = Problem::UnknownPath { path, nearest: Some(nearest) };
                    problems.error(whole.span(at + 1, end), problem);
                    complete = false;
                    at = end + 1;
                    continue;
                }
                match lower::value(vocabulary, &source, problems) {
                    Some(value) => template.values.push((value, String::default())),
                    None => complete = false,
                }
                at = end + 1;
            }
            false => {
                problems.error(whole.span(at, at + 1), Problem::StrayBrace);
                return None;
            }
        }
    }
    plain.push_str(&text[at..]);
    template.push_text(&mut plain);
    // Most texts have nothing to fill in: they are as they will be read.
    if template.values.is_empty() {
        template.start = capitalised(template.start.trim());
    }
    complete.then_some(template)
}

/// The question that is meant by a name with hyphens: expressions have `_` in their place.
fn hyphenated(vocabulary: &Vocabulary<'_>, text: &str) -> Option<(String, String)> {
    let name = text.trim();
    let is_name =
        |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.');
    let meant = name.replace('-', "_");
    (name.contains('-') && name.chars().all(is_name) && vocabulary.by_path.contains_key(&meant))
        .then(|| (name.to_owned(), meant))
}

/// Braces are single bytes in UTF-8: looking at bytes is enough.
fn next_brace(text: &str, from: usize) -> Option<usize> {
    memchr::memchr2(b'{', b'}', &text.as_bytes()[from..]).map(|ahead| from + ahead)
}

/// The `}` that closes a placeholder opened before `from`; braces within it, and any in quotes, are
/// its own.
fn closing_brace(text: &str, from: usize) -> Option<usize> {
    let (mut depth, mut quoted) = (0, false);
    for (at, letter) in text[from..].char_indices() {
        match letter {
            '"' => quoted = !quoted,
            '{' if !quoted => depth += 1,
            '}' if !quoted && depth == 0 => return Some(from + at),
            '}' if !quoted => depth -= 1,
            _ => {}
        }
    }
    None
}

impl Template {
    /// Adds what stands behind the last value.
    fn push_text(&mut self, plain: &mut String) {
        let end = self.values.last_mut().map_or(&mut self.start, |(_, text)| text);
        *end = printable(std::mem::take(plain));
    }

    /// The values it is filled in with, each with its span in `file`, which the template was read
    /// from.
    pub fn values<'t>(&'t self, file: &str) -> Vec<(&'t Value, Range<usize>)> {
        // YAML's escapes and folds leave braces as they are: what is written has the same
        // placeholders in the same order.
        let written = file.get(self.span.clone()).unwrap_or_default();
        let mut at = 0;
        let mut next = || {
            while let Some(brace) = next_brace(written, at) {
                if written[brace + 1..].starts_with(&written[brace..=brace]) {
                    at = brace + 2;
                    continue;
                }
                let end = closing_brace(written, brace + 1)?;
                at = end + 1;
                return Some(self.span.start + brace..self.span.start + end + 1);
            }
            None
        };
        self.values
            .iter()
            .map(|(value, _)| (value, next().unwrap_or_else(|| self.span.clone())))
            .collect()
    }

    /// The text with its values, its first letter a capital.
    pub fn fill<'t, T: From<&'t str> + From<String>>(
        &'t self,
        facts: &Facts<'_>,
        language: Language,
    ) -> T {
        if self.values.is_empty() {
            return T::from(&*self.start);
        }
        let mut filled = String::with_capacity(2 * self.span.len());
        filled.push_str(&self.start);
        for (value, text) in &self.values {
            filled.push_str(&value.written(facts, language));
            filled.push_str(text);
        }
        match is_capitalised(&filled) && filled.trim().len() == filled.len() {
            true => T::from(filled),
            false => T::from(capitalised(filled.trim())),
        }
    }
}

impl Value {
    fn read(&self) -> Vec<Read> {
        let mut read = Vec::new();
        self.reads(&mut |what| read.push(what));
        read
    }

    /// The value as the language writes it; what is unknown as "not stated".
    fn written(&self, facts: &Facts<'_>, language: Language) -> String {
        self.known(facts, language).unwrap_or_else(|| match self {
            Value::Text(slot)
            | Value::Choice(Choice::Answer(slot))
            | Value::Number(Number::Answer(slot))
            | Value::List(List::Answer(slot), _) => facts.unanswered(*slot, language),
            _ => message(language, "unanswered", &[]),
        })
    }

    /// Nothing is known to fill in.
    pub fn is_unknown(&self, facts: &Facts<'_>) -> bool {
        self.known(facts, Language::default()).is_none()
    }

    fn known(&self, facts: &Facts<'_>, language: Language) -> Option<String> {
        match self {
            Value::Condition(condition) => Some(yes_or_no(condition.evaluate(facts)?, language)),
            Value::Number(number) => Some(language.number(number.evaluate(facts)?)),
            Value::Choice(choice) => match choice.evaluate(facts)? {
                Some(option) => Some(facts.label(*choice, option, language)),
                None => Some(message(language, "none", &[])),
            },
            Value::List(list, slot) => {
                let options = list.evaluate(facts)?;
                let question = facts.survey.question(*slot).kind.options()?;
                let labels: Vec<_> =
                    options.iter().map(|option| question.get(option).label.get(language)).collect();
                Some(match labels.as_slice() {
                    [] => message(language, "none", &[]),
                    labels => language.list(labels),
                })
            }
            Value::Text(slot) => match facts.answers.get(*slot)? {
                Answer::Text(text) => Some(text.to_string()),
                _ => None,
            },
            Value::Literal(text) => Some(text.to_string()),
        }
    }
}

/// `ja` or `nein`, as the language has it.
pub fn yes_or_no(flag: bool, language: Language) -> String {
    message(language, if flag { "yes" } else { "no" }, &[])
}

impl Facts<'_> {
    fn label(&self, choice: Choice, option: u8, language: Language) -> String {
        match choice {
            Choice::Answer(slot) => {
                let options = self.survey.question(slot).kind.options();
                options.map_or_else(String::new, |options| {
                    options.get(option).label.get(language).to_string()
                })
            }
            Choice::Type(_) => self.typology.names.get(option).label.get(language).to_string(),
        }
    }

    fn unanswered(&self, slot: Slot, language: Language) -> String {
        match &self.survey.question(slot).unanswered {
            Some(text) => text.get(language).to_string(),
            None => message(language, "unanswered", &[]),
        }
    }
}
