//! Changes `cases.yaml`, one change at a time: all that is not changed stays byte for byte.
//!
//! A change that the written form does not allow (an anchor or alias in the way) gives `None`;
//! whether it came out as meant, the caller sees by reading the text again.

use std::sync::Arc;

use dteam_engine::pack::full_id;
use dteam_text::diagnostic::{Diagnostics, SourceFile};
pub(super) use dteam_text::yaml::edit::Written;
use dteam_text::yaml::edit::{
    Edit, List, entries, entry_end, inline, line_break, line_end, line_start, lines, next_line,
    plain_between,
};
use dteam_text::yaml::{self, Entry, Value};

/// A line longer than this is no longer read at a glance.
const MAX_LINE_LENGTH: usize = 120;

/// Where a text is changed: one case of a pack's file.
#[derive(Clone, Copy)]
pub(super) struct Location<'p> {
    pub pack: &'p str,
    /// The case's number in the file, from 0.
    pub case: usize,
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
fn changed(
    text: &str,
    location: Location<'_>,
    change: impl Fn(&Case<'_>) -> Option<Edit>,
) -> Option<String> {
    let file: Arc<SourceFile> = SourceFile::new("", text);
    let root = yaml::parse(&file, &mut Diagnostics::new(&file))?;
    let cases = entries(&root).iter().find(|entry| entry.key == "cases")?;
    let Value::List(cases) = &cases.value.value else { return None };
    let node = cases.get(location.case)?;
    let flow = file.text.get(node.span.start..)?.starts_with('{');
    let edit =
        change(&Case { source: &file.text, pack: location.pack, entries: entries(node), flow })?;
    edit.made(&file.text)
}

/// The rule as the list under `key` writes it; `None` if it does not stand there.
pub(super) fn written(
    text: &str,
    location: Location<'_>,
    key: &str,
    rule: &str,
) -> Option<Written> {
    let found = std::cell::RefCell::new(None);
    let _ = changed(text, location, |case| {
        let list = case.list(key)?;
        *found.borrow_mut() = Some(list.written(case.position(&list, rule)?));
        None
    });
    found.into_inner()
}

/// Adds items to the list under `key`, which is made if it is not there.
pub(super) fn add(
    text: &str,
    location: Location<'_>,
    key: &str,
    items: &[Written],
) -> Option<String> {
    changed(text, location, |case| match case.entry(key) {
        None => case.new_list(key, items),
        Some(entry) if matches!(entry.value.value, Value::Null) && entry.value.span.is_empty() => {
            let at = entry.key_span.end + 1;
            Some(Edit { from: at, to: at, with: format!(" {}", inline(items)) })
        }
        Some(entry) if matches!(entry.value.value, Value::Null) => Some(Edit {
            from: entry.value.span.start,
            to: entry.value.span.end,
            with: inline(items),
        }),
        Some(_) => case.longer_list(key, items),
    })
}

/// Takes the rule out of the list under `key`; a list that has no other goes whole.
pub(super) fn drop(text: &str, location: Location<'_>, key: &str, rule: &str) -> Option<String> {
    changed(text, location, |case| {
        let list = case.list(key)?;
        let at = case.position(&list, rule)?;
        if list.items.len() == 1 {
            return case.without(key);
        }
        Some(list.shorter(at))
    })
}

/// Puts the rules of the list under `key` in this order; each stands in it already. A comment
/// behind an item goes with it.
pub(super) fn reorder(
    text: &str,
    location: Location<'_>,
    key: &str,
    rules: &[String],
) -> Option<String> {
    changed(text, location, |case| {
        let list = case.list(key)?;
        let order: Option<Vec<usize>> =
            rules.iter().map(|rule| case.position(&list, rule)).collect();
        list.reordered(&order?)
    })
}

/// Replaces the value of `entry` in the map under `key`; a rule is found by its full id too.
pub(super) fn set(
    text: &str,
    location: Location<'_>,
    (key, entry): (&str, &str),
    value: &str,
) -> Option<String> {
    changed(text, location, |case| {
        let is_meant = |written: &str| written == entry || full_id(case.pack, written) == entry;
        let map = case.entry(key)?;
        let entry = entries(&map.value).iter().find(|entry| is_meant(&entry.key))?;
        let span = &entry.value.span;
        if span.is_empty() {
            let at = entry.key_span.end + 1;
            return Some(Edit { from: at, to: at, with: format!(" {value}") });
        }
        plain_between(case.source, entry).then(|| Edit {
            from: span.start,
            to: span.end,
            with: value.to_owned(),
        })
    })
}

impl<'c> Case<'c> {
    fn entry(&self, key: &str) -> Option<&'c Entry<'c>> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// The list under the key; `None` too where it is written in a way that cannot be changed in
    /// place.
    fn list(&self, key: &str) -> Option<List<'c>> {
        List::of(self.source, self.entry(key)?)
    }

    fn position(&self, list: &List<'_>, rule: &str) -> Option<usize> {
        list.items.iter().position(|item| match &item.value {
            Value::Scalar(scalar) => full_id(self.pack, scalar.text.trim()) == rule,
            _ => false,
        })
    }

    fn longer_list(&self, key: &str, items: &[Written]) -> Option<Edit> {
        let list = self.list(key)?;
        if list.items.is_empty() {
            let entry = self.entry(key)?;
            return Some(Edit {
                from: entry.value.span.start,
                to: entry.value.span.end,
                with: inline(items),
            });
        }
        list.longer(items)
    }

    /// A new list behind the one that usually comes before it, else before the one that comes after
    /// it, else at the end of the case.
    fn new_list(&self, key: &str, items: &[Written]) -> Option<Edit> {
        const USUAL: [&str; 3] = ["fires", "silent", "undecided"];
        let rank = USUAL.iter().position(|usual| *usual == key).unwrap_or(USUAL.len());
        let at = |key: &&&str| self.entries.iter().position(|entry| entry.key == ***key);
        let (before, after) = USUAL.split_at(rank);
        let behind = before
            .iter()
            .rev()
            .find_map(|key| at(&key))
            .or_else(|| after.iter().find_map(|key| at(&key)).map(|index| index.saturating_sub(1)))
            .unwrap_or(self.entries.len() - 1);
        let anchor = self.entries.get(behind)?;
        let end = entry_end(self.source, anchor);
        if self.flow {
            return Some(Edit { from: end, to: end, with: format!(", {key}: {}", inline(items)) });
        }
        let first = self.entries.first()?.key_span.start;
        let indent = " ".repeat(first - line_start(self.source, first));
        let (at, line_break) = (line_end(self.source, end), line_break(self.source));
        let on_one_line = format!("{indent}{key}: {}", inline(items));
        let with = match items.iter().find_map(|item| item.line.as_ref()) {
            Some((before, _)) => {
                format!("{line_break}{indent}{key}:{}", lines(items, before, line_break))
            }
            None if on_one_line.len() > MAX_LINE_LENGTH => {
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
        let comments = self.source[from..to]
            .split_inclusive('\n')
            .filter(|line| line.trim_start().starts_with('#'));
        Some(Edit { from, to, with: comments.collect() })
    }
}
