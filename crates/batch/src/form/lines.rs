//! A JSON object on each line (NDJSON), and lines in general.

use std::io::{BufRead, Read};

use super::{Cut, Form, Holds, MAX_LENGTH, json};
use crate::chunk::{Chunks, Raw};
use crate::encoding::Stream;
use dteam_text::diagnostic::{Diagnostic, Problem};

pub(super) const FORM: Form = Form {
    name: "ndjson",
    about: "input-lines",
    extensions: &["ndjson", "jsonl"],
    is_begun: |beginning, extension| {
        matches!(beginning.first(), Some(b'{') | None) && extension != "json"
    },
    holds: Holds::Lines,
    cut: |chunks, source, _, stream| lines(chunks, source, 1, b'\n', true, stream),
    read: json::read,
};

/// Cuts lines; where `strays` says so, lines in a row without an object are one faulty record.
pub(super) fn lines(
    chunks: &mut Chunks<'_>,
    source: usize,
    first: usize,
    line_end: u8,
    strays: bool,
    mut stream: Stream,
) -> Cut {
    let mut line = first;
    let mut stray: Option<Stray> = None;
    loop {
        let start = chunks.text().len();
        let mut limited = stream.by_ref().take(MAX_LENGTH as u64 + 1);
        let mut fault = None;
        match limited.read_until(line_end, chunks.text()) {
            Ok(0) => {
                end_stray(source, stray.take(), chunks);
                chunks.flush_if_full()?;
                return Ok(Ok(()));
            }
            Ok(read) if read > MAX_LENGTH && !chunks.text().ends_with(&[line_end]) => {
                fault = Some(Problem::RecordTooLarge { most_kib: MAX_LENGTH / 1024 });
                if let Err(error) = stream.skip_until(line_end) {
                    return Ok(Err(error));
                }
            }
            Ok(_) => {}
            Err(error) => {
                chunks.text().truncate(start);
                end_stray(source, stray.take(), chunks);
                return Ok(Err(error));
            }
        }
        while chunks.text().len() > start && matches!(chunks.text().last(), Some(b'\n' | b'\r')) {
            chunks.text().pop();
        }
        let text = &chunks.text()[start..];
        if text.iter().all(|byte| matches!(byte, b' ' | b'\t' | b';' | b',')) {
            // An empty line; spreadsheets leave the separators of theirs.
            chunks.text().truncate(start);
        } else if strays && fault.is_none() && Stray::holds(stray.as_ref(), text) {
            let begun = stray.get_or_insert_with(|| Stray::new(line, line == first, start, text));
            begun.lines += 1;
            // Of many, the first are kept.
            if start > begun.start && chunks.text().len() - begun.start > MAX_LENGTH {
                chunks.text().truncate(start);
            } else {
                begun.end = chunks.text().len();
                chunks.text().push(b'\n');
            }
        } else {
            end_stray(source, stray.take(), chunks);
            let fault = fault.map(|problem| Box::new(Diagnostic::unlocated(problem)));
            let end = chunks.text().len();
            chunks.add(Raw { source, line, text: start..end, fault });
            chunks.flush_if_full()?;
        }
        line += 1;
    }
}

/// Lines without an object are one faulty record, however many they are.
fn end_stray(source: usize, stray: Option<Stray>, chunks: &mut Chunks<'_>) {
    let Some(Stray { line, start, end, lines, form, .. }) = stray else { return };
    let problem = Problem::NotOneObjectALine { lines, form };
    // What is wrong with a single one is said best by who reads it.
    let fault = (lines > 1).then(|| Box::new(Diagnostic::unlocated(problem)));
    chunks.add(Raw { source, line, text: start..end, fault });
}

/// Lines in a row that hold no object: JSON over several lines, YAML, or something else altogether.
struct Stray {
    /// The first of them.
    line: usize,
    start: usize,
    end: usize,
    lines: usize,
    form: &'static str,
    /// The input begins with them, and is of another form as a whole.
    whole_input: bool,
}

impl Stray {
    fn new(line: usize, is_first: bool, start: usize, text: &[u8]) -> Self {
        let text = text.trim_ascii();
        let opens = text.ends_with(b"{")
            || text.ends_with(b"[")
            || (text.starts_with(b"[") && !text.ends_with(b"]"));
        let form = match text.first() {
            Some(b'[') => "list",
            Some(b'{') if text.ends_with(b"},") => "comma",
            Some(b'{') => "object",
            _ => "other",
        };
        Stray { line, start, end: start, lines: 0, form, whole_input: is_first && opens }
    }

    /// Whether the line is one of them.
    fn holds(stray: Option<&Stray>, line: &[u8]) -> bool {
        let is_part = stray.is_some_and(|stray| {
            stray.whole_input || line.starts_with(b" ") || line.starts_with(b"\t")
        });
        let line = line.trim_ascii();
        is_part
            || !line.starts_with(b"{")
            || line.ends_with(b"{")
            || line.ends_with(b"[")
            || line.ends_with(b",")
    }
}
