//! YAML and JSON as a tree in which every key and value knows its span in the file.
//!
//! A serde deserializer stops at the first error and keeps no spans below flattened or untagged
//! parts; profiles and packs are to show all their mistakes at once. So the tree is composed from
//! the parser's events and read by [`fields`].

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use granit_parser::ScanError;

use crate::diagnostic::{Diagnostics, Problem, SourceFile};
use crate::language::composed;

pub mod edit;
pub mod fields;
pub mod json;
pub mod offset;
pub mod slip;
mod token;

use token::{Spanned, Token, tokens};

/// The maximum number of lists and mappings within one another: threads beside the first have small
/// stacks.
const MAX_DEPTH: usize = 128;

/// The most nodes a document may have, aliases counted as often as they are used: far above any
/// profile or pack, far below what would fill the memory.
const MAX_NODES: usize = 200_000;

/// More duplicates than this are not worth telling apart.
const MAX_DUPLICATES: usize = 200;

/// Mappings with fewer keys are searched one by one.
const SMALL: usize = 16;

/// A value with its span.
#[derive(Debug, Clone)]
pub struct Node<'s> {
    /// What it is.
    pub value: Value<'s>,
    /// Byte range in the source.
    pub span: Range<usize>,
}

/// What a node is.
#[derive(Debug, Clone)]
pub enum Value<'s> {
    /// Nothing, or `null`.
    Null,
    /// A single value.
    Scalar(Scalar<'s>),
    /// A list of values.
    List(Vec<Node<'s>>),
    /// Keys with values, in the order of the source; no key twice.
    Map(Vec<Entry<'s>>),
}

/// A single value as it was written.
#[derive(Debug, Clone)]
pub struct Scalar<'s> {
    /// Without its quotes, escapes resolved.
    pub text: Cow<'s, str>,
    /// Written without quotes, so that `true` and `3` are a flag and a number rather than text.
    pub plain: bool,
}

/// A key and its value.
#[derive(Debug, Clone)]
pub struct Entry<'s> {
    /// The key, without quotes.
    pub key: Cow<'s, str>,
    /// Byte range of the key in the source.
    pub key_span: Range<usize>,
    /// The value.
    pub value: Node<'s>,
}

impl Scalar<'_> {
    /// The number the scalar stands for, if it was written as one.
    pub fn number(&self) -> Option<f64> {
        self.written_number().filter(|number| number.is_finite())
    }

    /// Written as a number, and larger than any that can be calculated with.
    pub fn is_too_large(&self) -> bool {
        self.written_number().is_some_and(f64::is_infinite)
    }

    fn written_number(&self) -> Option<f64> {
        let looks_like_one = self.plain
            && self.text.starts_with(|first: char| {
                first.is_ascii_digit() || matches!(first, '-' | '+' | '.')
            })
            && self.text.bytes().all(|byte| {
                byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+' | b'e' | b'E')
            });
        looks_like_one.then(|| self.text.parse().ok()).flatten()
    }

    /// The flag the scalar stands for, if it was written as one.
    pub fn flag(&self) -> Option<bool> {
        match (self.plain, self.text.as_ref()) {
            (true, "true") => Some(true),
            (true, "false") => Some(false),
            _ => None,
        }
    }
}

/// Composes the one document of `file`. Duplicate keys are reported and dropped; `None` if there is
/// no document or it cannot be parsed at all, which is reported too.
pub fn parse<'s>(file: &'s SourceFile, problems: &mut Diagnostics<'_>) -> Option<Node<'s>> {
    let tokens: Tokens<'_> = match file.tokens {
        [] => Box::new(tokens(&file.text)),
        written => Box::new(written_tokens(written)),
    };
    let mut composer = Composer {
        source: &file.text,
        tokens,
        anchors: HashMap::new(),
        nodes: 0,
        depth: 0,
        duplicates: Vec::new(),
    };
    let root = composer.document();
    for (key, span, first) in composer.duplicates {
        problems.error(span, Problem::DuplicateKey { key, first_line: file.position(first).0 });
    }
    match root {
        Ok(root) => root,
        Err((span, problem)) => {
            let as_json = json::is_meant(file).then(|| json::fault(&file.text)).flatten();
            let (span, problem) = as_json.unwrap_or((span, problem));
            problems.error(span, problem);
            None
        }
    }
}

/// The tokens that `build.rs` has written of a file within the program.
fn written_tokens(mut rest: &[u8]) -> impl Iterator<Item = Result<Spanned<'_>, ScanError>> {
    std::iter::from_fn(move || {
        let (token, behind) = postcard::take_from_bytes(rest).ok()?;
        rest = behind;
        Some(Ok(token))
    })
}

/// The 1-based line that holds the byte `offset`.
pub fn line_of(source: &str, offset: usize) -> usize {
    let before = &source.as_bytes()[..offset.min(source.len())];
    before.iter().filter(|byte| **byte == b'\n').count() + 1
}

/// What is wrong, and where.
pub type Fault = (Range<usize>, Problem);

type Tokens<'s> = Box<dyn Iterator<Item = Result<Spanned<'s>, ScanError>> + 's>;

struct Composer<'s> {
    source: &'s str,
    tokens: Tokens<'s>,
    anchors: HashMap<usize, (Node<'s>, usize)>,
    nodes: usize,
    /// How many lists and mappings are open.
    depth: usize,
    /// Key, span, and span of the first one.
    duplicates: Vec<(String, Range<usize>, usize)>,
}

impl<'s> Composer<'s> {
    fn document(&mut self) -> Result<Option<Node<'s>>, Fault> {
        let mut root = None;
        loop {
            match self.next()? {
                (Token::End, _) => return Ok(root),
                (Token::DocumentStart, span) => {
                    if root.is_some() {
                        return Err((span, Problem::SecondDocument));
                    }
                    let (token, span) = self.next()?;
                    root = Some(self.node(token, span)?);
                }
                _ => {}
            }
        }
    }

    fn next(&mut self) -> Result<Spanned<'s>, Fault> {
        let end = self.source.len();
        match self.tokens.next() {
            None => Ok((Token::End, end..end)),
            Some(Err(error)) => {
                let at = error.marker().byte_offset().unwrap_or(end);
                Err(slip::fault(self.source, at, &error.info()))
            }
            Some(Ok((Token::Scalar { tag: Some(tag), .. }, span))) => {
                Err((tag_before(self.source, span, &tag), Problem::TagNotAllowed { tag }))
            }
            Some(Ok(token)) => Ok(token),
        }
    }

    fn node(&mut self, token: Token<'s>, span: Range<usize>) -> Result<Node<'s>, Fault> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            return Err((span, Problem::TooManyNodes { most: MAX_NODES }));
        }
        match token {
            Token::Scalar { text, plain, anchor, .. } => {
                let is_null = plain && matches!(text.as_ref(), "" | "~" | "null");
                // Nobody names nothing: a text was meant that begins with `&`.
                if anchor > 0
                    && plain
                    && matches!(text.as_ref(), "" | "~")
                    && self.source.get(span.clone()) != Some("~")
                {
                    let before = self.source[..span.start].trim_end();
                    let sign = before.rfind('&').unwrap_or(span.start);
                    return Err((
                        sign..before.len().max(sign),
                        Problem::NotYaml { detail: String::new(), slip: "sign" },
                    ));
                }
                let value = if is_null {
                    Value::Null
                } else {
                    Value::Scalar(Scalar { text: composed(text), plain })
                };
                Ok(self.anchored(anchor, Node { value, span }))
            }
            Token::ListStart(_) | Token::MapStart(_) if self.depth >= MAX_DEPTH => {
                Err((span, Problem::TooDeep))
            }
            Token::ListStart(anchor) => {
                self.depth += 1;
                let (items, end) = self.list()?;
                self.depth -= 1;
                Ok(self.anchored(
                    anchor,
                    Node { value: Value::List(items), span: span.start..end.max(span.end) },
                ))
            }
            Token::MapStart(anchor) => {
                self.depth += 1;
                let (entries, end) = self.map()?;
                self.depth -= 1;
                Ok(self.anchored(
                    anchor,
                    Node { value: Value::Map(entries), span: span.start..end.max(span.end) },
                ))
            }
            Token::Alias(anchor) => match self.anchors.get(&anchor) {
                Some((_, size)) if self.nodes + size > MAX_NODES => {
                    Err((span, Problem::TooManyNodes { most: MAX_NODES }))
                }
                Some((node, size)) => {
                    self.nodes += size;
                    let mut node = node.clone();
                    shown_at(&mut node, &span);
                    Ok(node)
                }
                None => Err((span, Problem::UnknownAlias)),
            },
            Token::ListEnd | Token::MapEnd | Token::DocumentStart | Token::End => {
                Err((span, Problem::NotYaml { detail: "unexpected end".to_owned(), slip: "other" }))
            }
        }
    }

    /// The items up to the end of the list, and that end.
    fn list(&mut self) -> Result<(Vec<Node<'s>>, usize), Fault> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Token::ListEnd, end) => return Ok((items, end.end)),
                (token, span) => items.push(self.node(token, span)?),
            }
        }
    }

    /// The entries up to the end of the mapping, and that end.
    fn map(&mut self) -> Result<(Vec<Entry<'s>>, usize), Fault> {
        let mut entries: Vec<Entry<'s>> = Vec::new();
        let mut index_of: HashMap<Cow<'s, str>, usize> = HashMap::new();
        loop {
            let (key, key_span) = match self.next()? {
                (Token::MapEnd, end) => return Ok((entries, end.end)),
                (Token::Scalar { text, plain, .. }, span) => {
                    if let Some(fault) =
                        plain.then(|| slip::of_key(self.source, &text, &span)).flatten()
                    {
                        return Err(fault);
                    }
                    (text, span)
                }
                (_, span) => return Err((span, Problem::KeyNotText)),
            };
            let (token, span) = self.next()?;
            let value = self.node(token, span)?;
            // Mappings are small, but for those that are made to be slow.
            let first = match entries.len() < SMALL {
                true => entries.iter().position(|entry| entry.key == key),
                false => index_of.get(&key).copied(),
            };
            if let Some(first) = first {
                if self.duplicates.len() < MAX_DUPLICATES {
                    self.duplicates.push((
                        key.into_owned(),
                        key_span,
                        entries[first].key_span.start,
                    ));
                }
                continue;
            }
            entries.push(Entry { key, key_span, value });
            if entries.len() >= SMALL {
                let known = index_of.len()..entries.len();
                index_of.extend(known.map(|index| (entries[index].key.clone(), index)));
            }
        }
    }

    /// Remembers an anchored node with its size, so that aliases cannot multiply it without being
    /// counted.
    fn anchored(&mut self, anchor: usize, node: Node<'s>) -> Node<'s> {
        if anchor > 0 {
            let size = size(&node);
            self.anchors.insert(anchor, (node.clone(), size));
        }
        node
    }
}

/// What an alias stands for is shown where the alias stands: that is where the answer was given.
fn shown_at(node: &mut Node<'_>, span: &Range<usize>) {
    node.span = span.clone();
    match &mut node.value {
        Value::Null | Value::Scalar(_) => {}
        Value::List(items) => items.iter_mut().for_each(|item| shown_at(item, span)),
        Value::Map(entries) => entries.iter_mut().for_each(|entry| {
            entry.key_span = span.clone();
            shown_at(&mut entry.value, span);
        }),
    }
}

/// The tag as it stands before its value, which may be of no length.
fn tag_before(source: &str, value: Range<usize>, tag: &str) -> Range<usize> {
    let before = source.get(..value.start).unwrap_or_default().trim_end();
    match before.ends_with(tag) {
        true => before.len() - tag.len()..before.len(),
        false => value,
    }
}

fn size(node: &Node<'_>) -> usize {
    1 + match &node.value {
        Value::Null | Value::Scalar(_) => 0,
        Value::List(items) => items.iter().map(size).sum(),
        Value::Map(entries) => entries.iter().map(|entry| size(&entry.value)).sum(),
    }
}
