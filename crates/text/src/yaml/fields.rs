//! Reads the tree: a mapping's keys one by one, each value in the kind that is expected, every
//! mistake reported at its span.

use std::ops::{Range, RangeInclusive};

use super::{Entry, Node, Scalar, Value, slip};
use crate::diagnostic::{Diagnostics, Found, Problem, Severity, nearest};
use crate::language::{Language, Localized, composed, printable};

/// The keys of one mapping. Keys that nobody asked for are reported by [`Fields::finish`].
pub struct Fields<'n, 's> {
    span: Range<usize>,
    entries: &'n [Entry<'s>],
    known: Vec<&'static str>,
}

impl<'n, 's> Fields<'n, 's> {
    /// The keys of `node`; `None` and a report if it is no mapping.
    pub fn of(node: &'n Node<'s>, problems: &mut Diagnostics<'_>) -> Option<Self> {
        match &node.value {
            Value::Map(entries) => {
                Some(Fields { span: node.span.clone(), entries, known: Vec::new() })
            }
            Value::Null | Value::Scalar(_) | Value::List(_) => {
                not_a_map(node, problems);
                None
            }
        }
    }

    /// The key's value, if it is there and not `null`.
    pub fn optional(&mut self, key: &'static str) -> Option<&'n Node<'s>> {
        self.known.push(key);
        let entry = self.entries.iter().find(|entry| entry.key == key)?;
        (!matches!(entry.value.value, Value::Null)).then_some(&entry.value)
    }

    /// The key's value, were it `null`.
    pub fn given(&mut self, key: &'static str) -> Option<&'n Node<'s>> {
        self.known.push(key);
        self.entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
    }

    /// The key's value; its absence is reported.
    pub fn required(
        &mut self,
        key: &'static str,
        problems: &mut Diagnostics<'_>,
    ) -> Option<&'n Node<'s>> {
        let value = self.optional(key);
        if value.is_none() {
            let entry = self.entries.iter().find(|entry| entry.key == key);
            let at = entry.map_or_else(|| self.first_key(), |entry| entry.key_span.clone());
            problems.error(at, Problem::MissingKey { key: key.to_owned() });
        }
        value
    }

    /// The span of the key's value; of the mapping's first key where it is not there.
    pub fn span(&self, key: &str) -> Range<usize> {
        let entry = self.entries.iter().find(|entry| entry.key == key);
        entry.map_or_else(|| self.first_key(), |entry| entry.value.span.clone())
    }

    /// Reports the keys that were not asked for.
    pub fn finish(self, problems: &mut Diagnostics<'_>) {
        for entry in self.entries.iter().filter(|entry| !self.known.contains(&entry.key.as_ref())) {
            let problem = Problem::UnknownKey {
                key: entry.key.to_string(),
                known: self.known.join(", "),
                nearest: nearest(&entry.key, self.known.iter().copied()),
            };
            problems.error(entry.key_span.clone(), problem);
        }
    }

    /// A mapping has no span of its own to point at that is shorter than the whole: its first key
    /// stands for it.
    fn first_key(&self) -> Range<usize> {
        self.entries.first().map_or_else(|| self.span.clone(), |entry| entry.key_span.clone())
    }
}

/// What a node holds, for a report.
pub fn found(node: &Node<'_>) -> Found {
    match &node.value {
        Value::Null => Found::Nothing,
        Value::List(_) => Found::List,
        Value::Map(_) => Found::Map,
        Value::Scalar(scalar) if scalar.number().is_some() => Found::Number,
        Value::Scalar(scalar) if scalar.flag().is_some() => Found::Flag,
        Value::Scalar(_) => Found::Text,
    }
}

/// Where to underline a node: a scalar whole, of a list or mapping only the first line.
pub fn mark(node: &Node<'_>, source: &str) -> Range<usize> {
    match &node.value {
        Value::Null | Value::Scalar(_) => node.span.clone(),
        Value::List(_) | Value::Map(_) => {
            let end = node.span.end.min(source.len());
            let text = &source[node.span.start.min(end)..end];
            let line = memchr::memchr(b'\n', text.as_bytes()).map_or(text, |end| &text[..end]);
            node.span.start..node.span.start + line.trim_end().len()
        }
    }
}

/// The scalar; anything else is reported as not being what was expected.
pub fn scalar<'n, 's>(
    node: &'n Node<'s>,
    expected: &'static str,
    problems: &mut Diagnostics<'_>,
) -> Option<&'n Scalar<'s>> {
    match &node.value {
        Value::Scalar(scalar) => Some(scalar),
        _ => {
            let at = mark(node, &problems.file().text);
            problems.error(at, Problem::WrongKind { expected, found: found(node) });
            None
        }
    }
}

/// A text that is not empty; one that waits to be written is a warning.
pub fn text<'n>(node: &'n Node<'_>, problems: &mut Diagnostics<'_>) -> Option<&'n str> {
    let scalar = scalar(node, "text", problems)?;
    let text = scalar.text.trim();
    if text.is_empty() {
        problems.error(node.span.clone(), Problem::EmptyText);
        return None;
    }
    if is_unfinished(text) {
        let problem = Problem::Unfinished { text: text.to_owned() };
        problems.add(Severity::Warning, node.span.clone(), problem);
    }
    Some(text)
}

/// Words that stand for a text still to be written.
const UNFINISHED: [&str; 3] = ["TODO", "FIXME", "XXX"];

/// Whether a text is only the place for one.
fn is_unfinished(text: &str) -> bool {
    // Each of the words has one of these letters; most texts have neither.
    let may_have_one = memchr::memchr2(b'O', b'X', text.as_bytes()).is_some();
    matches!(text, "…" | "..." | "?" | "???")
        || text.starts_with("Lorem ipsum")
        || may_have_one
            && text
                .split(|letter: char| !letter.is_alphanumeric())
                .any(|word| UNFINISHED.contains(&word))
}

/// The id of an option, a type or a section, or the path of a question of the study: letters,
/// digits, `_`, `-`, and `.` between the parts of a path.
pub fn id<'n>(node: &'n Node<'_>, problems: &mut Diagnostics<'_>) -> Option<&'n str> {
    id_of(node, "id", b"_-.", problems)
}

/// The id of a pack's question or function, which expressions read as a name: letters, digits and
/// `_`.
pub fn name<'n>(node: &'n Node<'_>, problems: &mut Diagnostics<'_>) -> Option<&'n str> {
    id_of(node, "name", b"_", problems)
}

fn id_of<'n>(
    node: &'n Node<'_>,
    form: &'static str,
    marks: &[u8],
    problems: &mut Diagnostics<'_>,
) -> Option<&'n str> {
    let text = text(node, problems)?;
    let valid = text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || marks.contains(&byte));
    if !valid {
        let nearest = nearest_slug(text).map(|slug| slug.replace('-', "_"));
        let problem = Problem::NotAnId { value: text.to_owned(), form, nearest };
        problems.error(node.span.clone(), problem);
        return None;
    }
    Some(text)
}

/// The id of a pack, a rule or a publication: lower-case letters, digits and hyphens.
pub fn slug<'n>(node: &'n Node<'_>, problems: &mut Diagnostics<'_>) -> Option<&'n str> {
    let id = text(node, problems)?;
    if !is_slug(id) {
        let problem = Problem::NotASlug { value: id.to_owned(), nearest: nearest_slug(id) };
        problems.error(node.span.clone(), problem);
        return None;
    }
    Some(id)
}

/// Whether a text can be the id of a pack or a rule.
pub fn is_slug(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// The id of a pack or a rule that is most like a name: small letters, umlauts spelled out, hyphens
/// for what lies between.
pub fn nearest_slug(name: &str) -> Option<String> {
    let mut slug = String::new();
    for letter in composed(name.into()).chars().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' => slug.push(letter),
            '0'..='9' if !slug.is_empty() => slug.push(letter),
            'ä' => slug.push_str("ae"),
            'ö' => slug.push_str("oe"),
            'ü' => slug.push_str("ue"),
            'ß' => slug.push_str("ss"),
            'à' | 'á' | 'â' => slug.push('a'),
            'è' | 'é' | 'ê' | 'ë' => slug.push('e'),
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    let slug = slug.trim_end_matches('-');
    (!slug.is_empty()).then(|| slug.to_owned())
}

/// A number within `range`, bounds included.
pub fn number(node: &Node<'_>, range: (f64, f64), problems: &mut Diagnostics<'_>) -> Option<f64> {
    let scalar = scalar(node, "number", problems)?;
    let Some(number) = scalar.number() else {
        let problem = match scalar.is_too_large() {
            true => Problem::NumberTooLarge { number: scalar.text.to_string() },
            false => Problem::WrongKind { expected: "number", found: found(node) },
        };
        problems.error(node.span.clone(), problem);
        return None;
    };
    if number < range.0 || number > range.1 {
        let problem = Problem::NotInRange {
            value: number.to_string(),
            min: range.0.to_string(),
            max: range.1.to_string(),
        };
        problems.error(node.span.clone(), problem);
        return None;
    }
    Some(number)
}

/// The whole number under the key `name`, within `range`, bounds included.
pub fn whole<N: TryFrom<u16> + Into<f64>>(
    node: &Node<'_>,
    name: &str,
    range: RangeInclusive<N>,
    problems: &mut Diagnostics<'_>,
) -> Option<N> {
    let (min, max) = range.into_inner();
    let number = number(node, (min.into(), max.into()), problems)?;
    if number.fract() != 0.0 {
        let (question, value) = (name.to_owned(), number.to_string());
        problems.error(node.span.clone(), Problem::NotWhole { question, value, nearest: None });
        return None;
    }
    N::try_from(number as u16).ok()
}

/// `true` or `false`; anything else is reported.
pub fn flag(node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Option<bool> {
    let flag = scalar(node, "flag", problems)?.flag();
    if flag.is_none() {
        problems
            .error(node.span.clone(), Problem::WrongKind { expected: "flag", found: found(node) });
    }
    flag
}

/// The items of a list; anything else is reported.
pub fn list<'n, 's>(node: &'n Node<'s>, problems: &mut Diagnostics<'_>) -> Option<&'n [Node<'s>]> {
    match &node.value {
        Value::List(items) => Some(items),
        _ => {
            let at = mark(node, &problems.file().text);
            problems.error(at, Problem::WrongKind { expected: "list", found: found(node) });
            None
        }
    }
}

/// The entries of a map; anything else is reported.
pub fn map<'n, 's>(node: &'n Node<'s>, problems: &mut Diagnostics<'_>) -> Option<&'n [Entry<'s>]> {
    match &node.value {
        Value::Map(entries) => Some(entries),
        Value::Null | Value::Scalar(_) | Value::List(_) => {
            not_a_map(node, problems);
            None
        }
    }
}

/// Reports a node that should hold keys with values.
pub fn not_a_map(node: &Node<'_>, problems: &mut Diagnostics<'_>) {
    let wrong = || {
        (
            mark(node, &problems.file().text),
            Problem::WrongKind { expected: "map", found: found(node) },
        )
    };
    let (span, problem) = slip::of_text(&problems.file().text, node).unwrap_or_else(wrong);
    problems.error(span, problem);
}

/// A text in several languages, each still as a node. One that is missing is a warning: another
/// stands in for it.
pub fn languages<'n, 's>(
    node: &'n Node<'s>,
    problems: &mut Diagnostics<'_>,
) -> Option<Localized<&'n Node<'s>>> {
    let mut fields = Fields::of(node, problems)?;
    let wanted = problems.languages();
    let others = Language::ALL.into_iter().filter(|language| !wanted.contains(language));
    let found: Vec<_> = wanted
        .iter()
        .copied()
        .chain(others)
        .filter_map(|language| Some((language, fields.optional(language.code())?)))
        .collect();
    let is_missing = |language: &&Language| found.iter().all(|(there, _)| there != *language);
    for language in wanted.iter().filter(is_missing) {
        let severity = if found.is_empty() { Severity::Error } else { Severity::Warning };
        let problem = Problem::MissingLanguage { language: language.code() };
        problems.add(severity, fields.first_key(), problem);
    }
    match cut_at_comma(fields.entries, problems) {
        true => return None,
        false => fields.finish(problems),
    }
    for (index, (language, node)) in found.iter().enumerate() {
        for (other, first) in &found[..index] {
            not_translated((*language, node), (*other, first), problems);
        }
    }
    Localized::of(found)
}

/// Reports sentences that are the same in two languages, of lists one by one.
fn not_translated(
    (language, node): (Language, &Node<'_>),
    (other, first): (Language, &Node<'_>),
    problems: &mut Diagnostics<'_>,
) {
    match (&node.value, &first.value) {
        (Value::Scalar(scalar), Value::Scalar(first))
            if scalar.text == first.text && is_sentence(&scalar.text) =>
        {
            let problem = Problem::NotTranslated { language: language.code(), other: other.code() };
            problems.add(Severity::Warning, node.span.clone(), problem);
        }
        (Value::List(items), Value::List(firsts)) => items
            .iter()
            .zip(firsts)
            .for_each(|(node, first)| not_translated((language, node), (other, first), problems)),
        (Value::Null | Value::Scalar(_) | Value::List(_) | Value::Map(_), _) => {}
    }
}

/// Whether a text is more than a name, which is the same in all languages: it has three words, two
/// of them in small letters.
fn is_sentence(text: &str) -> bool {
    let is_word = |word: &&str| word.chars().all(|letter| letter.is_alphabetic() || letter == '-');
    let words = || text.split_whitespace().map(|word| word.trim_end_matches([',', '.', ':', ';']));
    let is_small = |word: &&str| is_word(word) && word.starts_with(char::is_lowercase);
    words().filter(is_word).count() >= 3 && words().filter(is_small).count() >= 2
}

/// Reports what a comma in a text or a number without quotes has cut off: a key without a value
/// behind an entry.
pub fn cut_at_comma(entries: &[Entry<'_>], problems: &mut Diagnostics<'_>) -> bool {
    let is_cut =
        |entry: &Entry<'_>| matches!(entry.value.value, Value::Null) && entry.value.span.is_empty();
    let cut = entries.windows(2).find(|pair| is_cut(&pair[1]) && !is_cut(&pair[0]));
    let Some([before, behind]) = cut else { return false };
    let Value::Scalar(scalar) = &before.value.value else { return false };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = if digits(&scalar.text) && digits(&behind.key) { "yes" } else { "no" };
    let problem = Problem::CutAtComma {
        before: scalar.text.to_string(),
        behind: behind.key.to_string(),
        number,
    };
    problems.error(before.value.span.start..behind.key_span.end, problem);
    true
}

/// A text in several languages, without placeholders.
pub fn localized(node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Option<Localized> {
    languages(node, problems)?
        .try_map(|node| text(node, problems).map(|text| printable(text.to_owned())))
}
