//! One JSON list of objects, read item by item: however long it is, only one item is held.

use std::io::BufRead;

use super::{Cut, Form, Holds, MAX_LENGTH, json};
use crate::chunk::Chunks;
use crate::encoding::Stream;
use dteam_text::diagnostic::{Diagnostic, Problem};

pub(super) const FORM: Form = Form {
    name: "json",
    about: "input-array",
    extensions: &[],
    is_begun: |beginning, _| beginning.first() == Some(&b'['),
    holds: Holds::Items,
    cut: |chunks, source, _, stream| items(chunks, source, stream),
    read: json::read,
};

fn items(chunks: &mut Chunks<'_>, source: usize, stream: Stream) -> Cut {
    let mut items = Items::of(stream);
    loop {
        let start = chunks.text().len();
        match items.next(chunks.text(), MAX_LENGTH) {
            Ok(None) => return Ok(Ok(())),
            Ok(Some(item)) => {
                chunks.record(source, item.line, start, item.fault.map(Diagnostic::unlocated))?;
            }
            Err(error) => {
                chunks.text().truncate(start);
                return Ok(Err(error));
            }
        }
    }
}

/// The items of a list that is being read.
struct Items {
    stream: Stream,
    line: usize,
    /// Blanks since the line began, if there is nothing else yet.
    blanks: Option<usize>,
    /// The blanks before the first item that begins a line: where a line begins so again, another
    /// item begins.
    indent: Option<usize>,
    begun: bool,
    ended: bool,
}

/// An item whose text was read.
struct Item {
    /// Its first line, from 1.
    pub line: usize,
    pub fault: Option<Problem>,
}

impl Items {
    pub fn of(stream: Stream) -> Self {
        Items { stream, line: 1, blanks: Some(0), indent: None, begun: false, ended: false }
    }

    /// Appends the text of the next item, at most `longest` bytes of it; `None` after the last.
    pub fn next(&mut self, text: &mut Vec<u8>, longest: usize) -> std::io::Result<Option<Item>> {
        if self.ended {
            return Ok(None);
        }
        if !self.begun {
            self.begun = true;
            match self.skip_blanks()? {
                Some(b'[') => self.skip_one(),
                _ => return self.no_item(Problem::NotAnArray, text),
            }
        }
        loop {
            match self.skip_blanks()? {
                Some(b',') => self.skip_one(),
                Some(b']') => {
                    self.skip_one();
                    self.ended = true;
                    return match self.skip_blanks()? {
                        None => Ok(None),
                        Some(_) => self.no_item(Problem::AfterTheList, text),
                    };
                }
                None => {
                    self.ended = true;
                    return Ok(Some(Item {
                        line: self.line,
                        fault: Some(Problem::ArrayNotClosed),
                    }));
                }
                Some(_) => break,
            }
        }
        self.indent = self.indent.or(self.blanks);
        self.item(text, longest).map(Some)
    }

    /// Something where nothing more can be read: one faulty record.
    fn no_item(&mut self, fault: Problem, text: &mut Vec<u8>) -> std::io::Result<Option<Item>> {
        self.ended = true;
        let rest = self.stream.fill_buf()?;
        let line = rest.split(|byte| *byte == b'\n').next().unwrap_or_default();
        text.extend_from_slice(&line[..line.len().min(1000)]);
        Ok(Some(Item { line: self.line, fault: Some(fault) }))
    }

    /// Reads up to the end of the item: the comma or bracket behind it, or where the next one
    /// begins all the same.
    fn item(&mut self, text: &mut Vec<u8>, longest: usize) -> std::io::Result<Item> {
        let (start, line) = (text.len(), self.line);
        let mut state = State::default();
        let mut too_long = false;
        loop {
            let buffer = self.stream.fill_buf()?;
            if buffer.is_empty() {
                self.ended = true;
                trim(text, start);
                let fault = if too_long { too_large(longest) } else { Problem::ArrayNotClosed };
                return Ok(Item { line, fault: Some(fault) });
            }
            let (mut used, mut end) = (0, None);
            for byte in buffer {
                let next = state.take(*byte, self.indent);
                self.line += usize::from(*byte == b'\n');
                if let Some(found) = next {
                    end = Some(found);
                    break;
                }
                used += 1;
            }
            too_long |= text.len() - start + used > longest;
            if !too_long {
                text.extend_from_slice(&buffer[..used]);
            }
            self.stream.consume(used);
            let Some(end) = end else { continue };
            self.blanks = if matches!(end, End::Next) { self.indent } else { None };
            trim(text, start);
            let fault = match (too_long, end) {
                (true, _) => Some(too_large(longest)),
                _ if state.too_deep => Some(Problem::TooDeep),
                (false, End::Next) => Some(Problem::ArrayNotClosed),
                (false, End::Whole) => state.broken.then_some(Problem::ArrayNotClosed),
            };
            return Ok(Item { line, fault });
        }
    }

    /// The first byte that is no blank.
    fn skip_blanks(&mut self) -> std::io::Result<Option<u8>> {
        loop {
            match self.stream.fill_buf()?.first().copied() {
                Some(byte) if byte.is_ascii_whitespace() => {
                    let newline = byte == b'\n';
                    self.line += usize::from(newline);
                    self.blanks =
                        if newline { Some(0) } else { self.blanks.map(|blanks| blanks + 1) };
                    self.stream.consume(1);
                }
                found => return Ok(found),
            }
        }
    }

    fn skip_one(&mut self) {
        self.stream.consume(1);
        self.blanks = None;
    }
}

/// How an item ended.
enum End {
    Whole,
    /// The next one began before it was closed.
    Next,
}

fn too_large(max_bytes: usize) -> Problem {
    Problem::RecordTooLarge { most_kib: max_bytes / 1024 }
}

/// Brackets within one another; answers have three.
const MAX_DEPTH: usize = 128;

/// Where in an item the reading is.
#[derive(Default)]
struct State {
    /// The brackets that are open, at most [`MAX_DEPTH`].
    open: Vec<u8>,
    /// How many more are open.
    beyond: usize,
    too_deep: bool,
    in_text: bool,
    escaped: bool,
    broken: bool,
    /// Blanks since the last line break; `None` once something else came.
    line_start: Option<usize>,
}

impl State {
    /// Takes one more byte, unless the item ends before it.
    fn take(&mut self, byte: u8, indent: Option<usize>) -> Option<End> {
        if byte == b'\n' {
            // No text of JSON goes on over a line break: the second quotation mark is missing.
            self.broken |= self.in_text;
            (self.in_text, self.escaped, self.line_start) = (false, false, Some(0));
            return None;
        }
        let begins_line = self.line_start;
        self.line_start = match byte {
            b' ' | b'\t' => begins_line.map(|blanks| blanks + 1),
            _ => None,
        };
        if self.in_text {
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' => self.escaped = true,
                b'"' => self.in_text = false,
                _ => {}
            }
            return None;
        }
        match byte {
            b'"' => self.in_text = true,
            b'{' if !self.open.is_empty() && begins_line.is_some() && begins_line == indent => {
                return Some(End::Next);
            }
            b'{' | b'[' if self.open.len() == MAX_DEPTH => {
                (self.beyond, self.too_deep) = (self.beyond + 1, true)
            }
            b'{' | b'[' => self.open.push(byte),
            b'}' | b']' if self.beyond > 0 => self.beyond -= 1,
            b'}' | b']' => {
                let opener = if byte == b'}' { b'{' } else { b'[' };
                match self.open.iter().rposition(|open| *open == opener) {
                    // What was opened later is not closed.
                    Some(index) => {
                        self.broken |= index + 1 < self.open.len();
                        self.open.truncate(index);
                    }
                    None if byte == b']' => {
                        self.broken |= !self.open.is_empty();
                        return Some(End::Whole);
                    }
                    None => self.broken = true,
                }
            }
            b',' if self.open.is_empty() => return Some(End::Whole),
            _ => {}
        }
        None
    }
}

/// Cuts off the blanks and the comma behind an item.
fn trim(text: &mut Vec<u8>, start: usize) {
    while text.len() > start
        && text.last().is_some_and(|byte| byte.is_ascii_whitespace() || *byte == b',')
    {
        text.pop();
    }
}
