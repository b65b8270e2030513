//! Changes `cases.yaml` by byte ranges, one change at a time: all that is not changed stays byte for byte.
//!
//! A change that the written form does not allow (an anchor or alias in the way) gives `None`; whether it came out as meant, the caller sees
//! by reading the text again.

use std::sync::Arc;

use crate::diagnostic::{Diagnostics, SourceFile};
use crate::pack::full_id;
use crate::yaml::{self, Entry, Node, Value};

/// A line longer than this is no longer read at a glance.
const LONGEST_LINE: usize = 120;

/// Where a text is changed: one case of a pack's file.
#[derive(Clone, Copy)]
pub(super) struct Place<'p> {
    pub pack: &'p str,
    /// The case's number in the file, from 0.
    pub case: usize,
}

/// An item as it is written, for taking it to another list.
#[derive(Debug, Clone)]
pub(super) struct Written {
    pub item: String,
    /// The comment behind it, and what stands before it: in a list with one item a line.
    line: Option<(String, String)>,
}

impl Written {
    pub fn new(item: impl Into<String>) -> Self {
        Written { item: item.into(), line: None }
    }
}

/// A case as it stands in the text.
struct Case<'s> {
    source: &'s str,
    pack: &'s str,
    entries: &'s [Entry<'s>],
    /// Written with braces.
    flow: bool,
}

/// Runs `change` on the case, and gives the text with the change made.
fn changed(text: &str, place: Place<'_>, change: impl Fn(&Case<'_>) -> Option<Edit>) -> Option<String> {
    let file: Arc<SourceFile> = SourceFile::new("", text);
    let root = yaml::parse(&file, &mut Diagnostics::new(&file))?;
    let cases = entries(&root).iter().find(|entry| entry.key == "cases")?;
    let Value::List(cases) = &cases.value.value else { return None };
    let node = cases.get(place.case)?;
    let flow = file.text.get(node.span.start..)?.starts_with('{');
    let edit = change(&Case { source: &file.text, pack: place.pack, entries: entries(node), flow })?;
    let (before, after) = (file.text.get(..edit.from)?, file.text.get(edit.to..)?);
    (edit.from <= edit.to).then(|| format!("{before}{}{after}", edit.with))
}

/// What stands from one byte to another is replaced.
struct Edit {
    from: usize,
    to: usize,
    with: String,
}

/// The rule as the list under `key` writes it; `None` if it does not stand there.
pub(super) fn written(text: &str, place: Place<'_>, key: &str, rule: &str) -> Option<Written> {
    let found = std::cell::RefCell::new(None);
    let _ = changed(text, place, |case| {
        let list = case.list(key)?;
        let item = &list.items[case.position(&list, rule)?];
        let line = (!list.flow).then(|| {
            let behind = &case.source[item.span.end..line_end(case.source, item.span.end)];
            (case.source[line_start(case.source, item.span.start)..item.span.start].to_owned(), behind.to_owned())
        });
        *found.borrow_mut() = Some(Written { item: case.source[item.span.clone()].to_owned(), line });
        None
    });
    found.into_inner()
}

/// Adds items to the list under `key`, which is made if it is not there.
pub(super) fn add(text: &str, place: Place<'_>, key: &str, items: &[Written]) -> Option<String> {
    changed(text, place, |case| match case.entry(key) {
        None => case.new_list(key, items),
        Some(entry) if matches!(entry.value.value, Value::Null) && entry.value.span.is_empty() => {
            let at = entry.key_span.end + 1;
            Some(Edit { from: at, to: at, with: format!(" {}", inline(items)) })
        }
        Some(entry) if matches!(entry.value.value, Value::Null) => {
            Some(Edit { from: entry.value.span.start, to: entry.value.span.end, with: inline(items) })
        }
        Some(_) => case.longer_list(key, items),
    })
}

/// Takes the rule out of the list under `key`; a list that has no other goes whole.
pub(super) fn drop(text: &str, place: Place<'_>, key: &str, rule: &str) -> Option<String> {
    changed(text, place, |case| {
        let list = case.list(key)?;
        let at = case.position(&list, rule)?;
        if list.items.len() == 1 {
            return case.without(key);
        }
        let item = &list.items[at].span;
        if !list.flow {
            let from = line_start(case.source, item.start);
            return Some(Edit { from, to: next_line(case.source, item.end), with: String::new() });
        }
        let (from, to) = match list.items.get(at + 1) {
            Some(next) => (item.start, next.span.start),
            None => (list.items[at - 1].span.end, item.end),
        };
        Some(Edit { from, to, with: String::new() })
    })
}

/// Puts the rules of the list under `key` in this order; each stands in it already. A comment behind an item goes with it.
pub(super) fn reorder(text: &str, place: Place<'_>, key: &str, rules: &[String]) -> Option<String> {
    changed(text, place, |case| {
        let list = case.list(key)?;
        let end = |item: &Node<'_>| match list.flow {
            true => item.span.end,
            false => line_end(case.source, item.span.end),
        };
        let mut with = String::new();
        for (slot, rule) in rules.iter().enumerate() {
            let item = &list.items[case.position(&list, rule)?];
            with.push_str(&case.source[item.span.start..end(item)]);
            if let (Some(here), Some(next)) = (list.items.get(slot), list.items.get(slot + 1)) {
                with.push_str(case.source.get(end(here)..next.span.start)?);
            }
        }
        let (first, last) = (list.items.first()?, list.items.last()?);
        (rules.len() == list.items.len()).then(|| Edit { from: first.span.start, to: end(last), with })
    })
}

/// Replaces a value of `classification`.
pub(super) fn classify(text: &str, place: Place<'_>, key: &str, value: Option<&str>) -> Option<String> {
    changed(text, place, |case| {
        let map = case.entry("classification")?;
        let entry = entries(&map.value).iter().find(|entry| entry.key == key)?;
        let (value, span) = (value.unwrap_or("null"), &entry.value.span);
        if span.is_empty() {
            let at = entry.key_span.end + 1;
            return Some(Edit { from: at, to: at, with: format!(" {value}") });
        }
        plain_between(case.source, entry).then(|| Edit { from: span.start, to: span.end, with: value.to_owned() })
    })
}

/// A list under a key of a case.
struct List<'c> {
    items: &'c [Node<'c>],
    /// Written with brackets.
    flow: bool,
}

impl<'c> Case<'c> {
    fn entry(&self, key: &str) -> Option<&'c Entry<'c>> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// The list under the key; `None` too where it is written in a way that cannot be changed in place.
    fn list(&self, key: &str) -> Option<List<'c>> {
        let entry = self.entry(key)?;
        let Value::List(items) = &entry.value.value else { return None };
        let flow = self.source.get(entry.value.span.start..)?.starts_with('[');
        let at_home = |item: &Node<'_>| {
            let within = entry.value.span.start <= item.span.start && item.span.end <= entry.value.span.end;
            let before = self.source.get(line_start(self.source, item.span.start)..item.span.start);
            within && (flow || before.is_some_and(|before| before.trim() == "-"))
        };
        (plain_between(self.source, entry) && items.iter().all(at_home)).then_some(List { items, flow })
    }

    fn position(&self, list: &List<'_>, rule: &str) -> Option<usize> {
        list.items.iter().position(|item| match &item.value {
            Value::Scalar(scalar) => full_id(self.pack, scalar.text.trim()) == rule,
            _ => false,
        })
    }

    fn longer_list(&self, key: &str, items: &[Written]) -> Option<Edit> {
        let list = self.list(key)?;
        let Some(last) = list.items.last() else {
            let entry = self.entry(key)?;
            return Some(Edit { from: entry.value.span.start, to: entry.value.span.end, with: inline(items) });
        };
        if list.flow {
            let with: String = items.iter().map(|item| format!(", {}", item.item)).collect();
            return Some(Edit { from: last.span.end, to: last.span.end, with });
        }
        let before = &self.source[line_start(self.source, last.span.start)..last.span.start];
        let at = line_end(self.source, last.span.end);
        Some(Edit { from: at, to: at, with: lines(items, before, self.line_break()) })
    }

    /// A new list behind the one that usually comes before it, else before the one that comes after it, else at the end of the case.
    fn new_list(&self, key: &str, items: &[Written]) -> Option<Edit> {
        const USUAL: [&str; 3] = ["fires", "silent", "undecided"];
        let rank = USUAL.iter().position(|usual| *usual == key).unwrap_or(USUAL.len());
        let at = |key: &&&str| self.entries.iter().position(|entry| entry.key == ***key);
        let (before, after) = USUAL.split_at(rank);
        let behind = before
            .iter()
            .rev()
            .find_map(|key| at(&key))
            .or_else(|| after.iter().find_map(|key| at(&key)).map(|place| place.saturating_sub(1)))
            .unwrap_or(self.entries.len() - 1);
        let anchor = self.entries.get(behind)?;
        let end = entry_end(self.source, anchor);
        if self.flow {
            return Some(Edit { from: end, to: end, with: format!(", {key}: {}", inline(items)) });
        }
        let first = self.entries.first()?.key_span.start;
        let indent = " ".repeat(first - line_start(self.source, first));
        let (at, line_break) = (line_end(self.source, end), self.line_break());
        let on_one_line = format!("{indent}{key}: {}", inline(items));
        let with = match items.iter().find_map(|item| item.line.as_ref()) {
            Some((before, _)) => format!("{line_break}{indent}{key}:{}", lines(items, before, line_break)),
            None if on_one_line.len() > LONGEST_LINE => {
                let before = format!("{indent}  - ");
                format!("{line_break}{indent}{key}:{}", lines(items, &before, line_break))
            }
            None => format!("{line_break}{on_one_line}"),
        };
        Some(Edit { from: at, to: at, with })
    }

    /// The case without the key; lines that hold nothing but a comment stay.
    fn without(&self, key: &str) -> Option<Edit> {
        let at = self.entries.iter().position(|entry| entry.key == key)?;
        let entry = &self.entries[at];
        let end = entry_end(self.source, entry);
        if self.flow {
            let (from, to) = match (at.checked_sub(1), self.entries.get(at + 1)) {
                (Some(before), _) => (entry_end(self.source, &self.entries[before]), end),
                (None, Some(next)) => (entry.key_span.start, next.key_span.start),
                (None, None) => return None,
            };
            return Some(Edit { from, to, with: String::new() });
        }
        let from = line_start(self.source, entry.key_span.start);
        if !self.source[from..entry.key_span.start].trim().is_empty() {
            // The hyphen of the case stands on this line.
            return Some(Edit { from: entry.key_span.end + 1, to: end, with: " []".to_owned() });
        }
        let to = next_line(self.source, end);
        let comments = self.source[from..to].split_inclusive('\n').filter(|line| line.trim_start().starts_with('#'));
        Some(Edit { from, to, with: comments.collect() })
    }

    fn line_break(&self) -> &'static str {
        if self.source.contains("\r\n") { "\r\n" } else { "\n" }
    }
}

fn entries<'n, 's>(node: &'n Node<'s>) -> &'n [Entry<'s>] {
    match &node.value {
        Value::Map(entries) => entries,
        _ => &[],
    }
}

fn inline(items: &[Written]) -> String {
    let items: Vec<&str> = items.iter().map(|item| item.item.as_str()).collect();
    format!("[{}]", items.join(", "))
}

/// One item a line, each after a line break.
fn lines(items: &[Written], before: &str, line_break: &str) -> String {
    let line = |item: &Written| {
        let behind = item.line.as_ref().map_or("", |(_, behind)| behind.as_str());
        format!("{line_break}{before}{}{behind}", item.item)
    };
    items.iter().map(line).collect()
}

/// Whether nothing but a colon, blanks and comments stands between key and value: no anchor, no tag; nor is the value an alias of
/// something that stands elsewhere.
fn plain_between(source: &str, entry: &Entry<'_>) -> bool {
    let Some(between) = source.get(entry.key_span.end..entry.value.span.start) else { return false };
    let Some(rest) = between.trim_start().strip_prefix(':') else { return false };
    rest.lines().all(|line| line.split('#').next().is_some_and(|line| line.trim().is_empty()))
}

/// Where the entry ends; an alias as it is written, not what it stands for.
fn entry_end(source: &str, entry: &Entry<'_>) -> usize {
    if entry.value.span.start >= entry.key_span.end {
        return end_of(source, &entry.value).max(entry.key_span.end);
    }
    let alias = source[entry.key_span.end..].find('*').map_or(entry.key_span.end, |star| entry.key_span.end + star);
    let ends = |letter: char| letter.is_whitespace() || matches!(letter, ',' | '[' | ']' | '{' | '}');
    alias + source[alias..].find(ends).unwrap_or(source.len() - alias)
}

/// Where the node ends as a reader sees it: what the parser counts in goes on to the next token.
fn end_of(source: &str, node: &Node<'_>) -> usize {
    let written = source.get(node.span.clone()).unwrap_or_default();
    let last = match &node.value {
        Value::List(items) if !written.starts_with('[') => {
            items.last().filter(|last| last.span.start >= node.span.start).map(|last| end_of(source, last))
        }
        Value::Map(entries) if !written.starts_with('{') => entries.last().map(|last| entry_end(source, last)),
        _ => None,
    };
    last.unwrap_or(node.span.start + written.trim_end().len())
}

fn line_start(source: &str, at: usize) -> usize {
    source[..at].rfind('\n').map_or(0, |line_break| line_break + 1)
}

/// The end of the line, before its line break.
fn line_end(source: &str, at: usize) -> usize {
    let end = source[at..].find('\n').map_or(source.len(), |line_break| at + line_break);
    if end > at && source[..end].ends_with('\r') { end - 1 } else { end }
}

fn next_line(source: &str, at: usize) -> usize {
    source[at..].find('\n').map_or(source.len(), |line_break| at + line_break + 1)
}
