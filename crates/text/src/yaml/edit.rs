//! Changes a text of YAML by byte ranges: all that is not changed stays byte for byte.
//!
//! A change that the written form does not allow (an anchor or alias in the way) gives `None`;
//! whether it came out as meant, the caller sees by reading the text again.

use super::{Entry, Node, Value};

/// What stands from one byte to another is replaced.
#[derive(Debug)]
pub struct Edit {
    /// The first byte that goes.
    pub from: usize,
    /// The first byte that stays.
    pub to: usize,
    /// What takes the place.
    pub with: String,
}

impl Edit {
    /// The text with the change made.
    pub fn made(&self, text: &str) -> Option<String> {
        let (before, after) = (text.get(..self.from)?, text.get(self.to..)?);
        (self.from <= self.to).then(|| format!("{before}{}{after}", self.with))
    }
}

/// An item of a list as it is written.
#[derive(Debug, Clone)]
pub struct Written {
    /// The item itself.
    pub item: String,
    /// What stands before it, and the comment behind it: in a list with one item a line.
    pub line: Option<(String, String)>,
}

impl Written {
    /// An item with nothing around it.
    pub fn new(item: impl Into<String>) -> Self {
        Written { item: item.into(), line: None }
    }
}

/// A list that can be changed in place.
pub struct List<'n> {
    source: &'n str,
    /// Its items.
    pub items: &'n [Node<'n>],
    /// Written with brackets.
    pub flow: bool,
}

impl<'n> List<'n> {
    /// The list that the entry holds; `None` too where it is written in a way that cannot be
    /// changed in place.
    pub fn of(source: &'n str, entry: &'n Entry<'n>) -> Option<Self> {
        let Value::List(items) = &entry.value.value else { return None };
        let flow = source.get(entry.value.span.start..)?.starts_with('[');
        let at_home = |item: &Node<'_>| {
            let within =
                entry.value.span.start <= item.span.start && item.span.end <= entry.value.span.end;
            let before = source.get(line_start(source, item.span.start)..item.span.start);
            within && (flow || before.is_some_and(|before| before.trim() == "-"))
        };
        (plain_between(source, entry) && items.iter().all(at_home)).then_some(List {
            source,
            items,
            flow,
        })
    }

    /// The item as it is written, for taking it to another list.
    pub fn written(&self, at: usize) -> Written {
        let item = &self.items[at].span;
        let line = (!self.flow).then(|| {
            let behind = &self.source[item.end..line_end(self.source, item.end)];
            (
                self.source[line_start(self.source, item.start)..item.start].to_owned(),
                behind.to_owned(),
            )
        });
        Written { item: self.source[item.clone()].to_owned(), line }
    }

    /// More items at its end; `None` for a list that is empty.
    pub fn longer(&self, items: &[Written]) -> Option<Edit> {
        let last = self.items.last()?;
        if self.flow {
            let with: String = items.iter().map(|item| format!(", {}", item.item)).collect();
            return Some(Edit { from: last.span.end, to: last.span.end, with });
        }
        let before = &self.source[line_start(self.source, last.span.start)..last.span.start];
        let at = line_end(self.source, last.span.end);
        Some(Edit { from: at, to: at, with: lines(items, before, line_break(self.source)) })
    }

    /// One item less, which is not the only one.
    pub fn shorter(&self, at: usize) -> Edit {
        let item = &self.items[at].span;
        if !self.flow {
            let from = line_start(self.source, item.start);
            return Edit { from, to: next_line(self.source, item.end), with: String::new() };
        }
        let (from, to) = match (self.items.get(at + 1), at.checked_sub(1)) {
            (Some(next), _) => (item.start, next.span.start),
            (None, Some(before)) => (self.items[before].span.end, item.end),
            (None, None) => (item.start, item.end),
        };
        Edit { from, to, with: String::new() }
    }

    /// The items in another order, each by its present index. A comment behind an item goes with
    /// it.
    pub fn reordered(&self, order: &[usize]) -> Option<Edit> {
        let end = |item: &Node<'_>| match self.flow {
            true => item.span.end,
            false => line_end(self.source, item.span.end),
        };
        let mut with = String::new();
        for (slot, index) in order.iter().enumerate() {
            let item = self.items.get(*index)?;
            with.push_str(&self.source[item.span.start..end(item)]);
            if let (Some(here), Some(next)) = (self.items.get(slot), self.items.get(slot + 1)) {
                with.push_str(self.source.get(end(here)..next.span.start)?);
            }
        }
        let (first, last) = (self.items.first()?, self.items.last()?);
        (order.len() == self.items.len()).then(|| Edit {
            from: first.span.start,
            to: end(last),
            with,
        })
    }
}

/// The entries of a map; none of anything else.
pub fn entries<'n, 's>(node: &'n Node<'s>) -> &'n [Entry<'s>] {
    match &node.value {
        Value::Map(entries) => entries,
        _ => &[],
    }
}

/// The items as a list in brackets.
pub fn inline(items: &[Written]) -> String {
    let items: Vec<&str> = items.iter().map(|item| item.item.as_str()).collect();
    format!("[{}]", items.join(", "))
}

/// One item a line, each after a line break.
pub fn lines(items: &[Written], before: &str, line_break: &str) -> String {
    let line = |item: &Written| {
        let behind = item.line.as_ref().map_or("", |(_, behind)| behind.as_str());
        format!("{line_break}{before}{}{behind}", item.item)
    };
    items.iter().map(line).collect()
}

/// Whether nothing but a colon, blanks and comments stands between key and value: no anchor, no
/// tag.
pub fn plain_between(source: &str, entry: &Entry<'_>) -> bool {
    let Some(between) = source.get(entry.key_span.end..entry.value.span.start) else {
        return false;
    };
    let Some(rest) = between.trim_start().strip_prefix(':') else { return false };
    rest.lines().all(|line| line.split('#').next().is_some_and(|line| line.trim().is_empty()))
}

/// Where the entry ends; an alias as it is written, not what it stands for.
pub fn entry_end(source: &str, entry: &Entry<'_>) -> usize {
    end_of(source, &entry.value).max(entry.key_span.end)
}

/// Where the node ends as a reader sees it: what the parser counts in goes on to the next token.
fn end_of(source: &str, node: &Node<'_>) -> usize {
    let written = source.get(node.span.clone()).unwrap_or_default();
    let last = match &node.value {
        // An alias: what it stands for is written elsewhere.
        _ if written.starts_with('*') => None,
        Value::List(items) if !written.starts_with('[') => items
            .last()
            .filter(|last| last.span.start >= node.span.start)
            .map(|last| end_of(source, last)),
        Value::Map(entries) if !written.starts_with('{') => {
            entries.last().map(|last| entry_end(source, last))
        }
        _ => None,
    };
    last.unwrap_or(node.span.start + written.trim_end().len())
}

/// The first byte of the line.
pub fn line_start(source: &str, at: usize) -> usize {
    source[..at].rfind('\n').map_or(0, |line_break| line_break + 1)
}

/// The end of the line, before its line break.
pub fn line_end(source: &str, at: usize) -> usize {
    let end = source[at..].find('\n').map_or(source.len(), |line_break| at + line_break);
    if end > at && source[..end].ends_with('\r') { end - 1 } else { end }
}

/// The first byte of the next line.
pub fn next_line(source: &str, at: usize) -> usize {
    source[at..].find('\n').map_or(source.len(), |line_break| at + line_break + 1)
}

/// The line break that the text has.
pub fn line_break(source: &str) -> &'static str {
    if source.contains("\r\n") { "\r\n" } else { "\n" }
}
