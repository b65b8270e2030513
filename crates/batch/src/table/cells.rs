//! A line cut into cells.

use std::borrow::Cow;
use std::ops::Range;

use dteam_engine::profile::answer::Spans;

/// What separates the answers within a cell.
pub const BAR: char = '|';

/// The text of one cell, and its span in the line with its quotation marks.
pub struct Cell<'t> {
    pub text: Cow<'t, str>,
    pub span: Range<usize>,
}

impl Cell<'_> {
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Where the cell stands, and what is between its bars.
    pub fn spans(&self) -> Spans {
        // Within quotation marks spans may be moved by doubled ones; options have none.
        let is_quoted = matches!(self.text, Cow::Borrowed(_)) && self.span.len() > self.text.len();
        let mut at = self.span.start + usize::from(is_quoted);
        let items = self.text.split(BAR).map(|part| {
            let start = at + (part.len() - part.trim_start().len());
            at += part.len() + BAR.len_utf8();
            start..(start + part.trim().len()).min(self.span.end)
        });
        Spans { items: items.collect(), whole: self.span.clone() }
    }
}

/// The cells of a line, or the span of a quotation mark that nothing closes.
pub fn cells(line: &str, separator: u8) -> Result<Vec<Cell<'_>>, Range<usize>> {
    let bytes = line.as_bytes();
    let mut cells = Vec::with_capacity(32);
    let mut start = 0;
    loop {
        let find = |from: usize| {
            bytes[from..].iter().position(|byte| *byte == separator).map(|at| from + at)
        };
        let quoted = bytes[start..].trim_ascii_start().first() == Some(&b'"');
        let (text, end) = match quoted {
            false => {
                let end = find(start).unwrap_or(bytes.len());
                (Cow::Borrowed(&line[start..end]), end)
            }
            true => {
                let open = start + (bytes.len() - start - bytes[start..].trim_ascii_start().len());
                let (text, close) = quoted_text(line, open + 1).ok_or(start..bytes.len())?;
                let end = find(close).unwrap_or(bytes.len());
                // Behind the closing mark, nothing but blanks may come.
                if !line[close..end].trim().is_empty() {
                    return Err(start..bytes.len());
                }
                (text, end)
            }
        };
        cells.push(Cell { text, span: start..end });
        match end < bytes.len() {
            true => start = end + 1,
            false => return Ok(cells),
        }
    }
}

/// The text up to the closing quotation mark, and the offset behind that; two marks stand for one.
fn quoted_text(line: &str, start: usize) -> Option<(Cow<'_, str>, usize)> {
    let (mut from, mut doubled) = (start, false);
    loop {
        let mark = from + line[from..].find('"')?;
        if line[mark + 1..].starts_with('"') {
            doubled = true;
            from = mark + 2;
            continue;
        }
        let text = &line[start..mark];
        let text =
            if doubled { Cow::Owned(text.replace("\"\"", "\"")) } else { Cow::Borrowed(text) };
        return Some((text, mark + 1));
    }
}
