//! Reads the inputs and cuts them into records. Nothing is understood here: that is the workers'
//! part.

use std::io::{BufRead, Read};
use std::ops::Range;

use xxhash_rust::xxh3::Xxh3;

use super::Position;
use super::array;
use super::encoding::Stream;
use super::input::{Form, Source, not_readable};
use dteam_text::diagnostic::{Diagnostic, Problem};
use dteam_text::source;

/// The number of bytes after which records are handed on.
const BYTES: usize = 512 * 1024;

/// A longer record is refused; profiles have a few KiB.
pub(super) const MAX_LENGTH: usize = 4 * 1024 * 1024;

/// Some records in a row, as they were read.
#[derive(Debug, Default)]
pub(super) struct Chunk {
    pub text: Vec<u8>,
    pub records: Vec<Raw>,
    /// How far the reading has come with it.
    pub position: Position,
}

/// One record as it was read.
#[derive(Debug)]
pub(super) struct Raw {
    /// The place of its input among the inputs.
    pub source: usize,
    /// Its first line, from 1.
    pub line: usize,
    /// Its place in the chunk's text.
    pub text: Range<usize>,
    /// Why it is no record.
    pub fault: Option<Box<Diagnostic>>,
}

/// Nobody wants more chunks.
pub(super) struct Unwanted;

/// Cuts inputs into chunks and hands these on.
pub(super) struct Reader<D> {
    chunk: Chunk,
    position: Position,
    /// The maximum number of records handed on at once.
    most: usize,
    hand_on: D,
}

impl<D: FnMut(Chunk) -> Result<(), Unwanted>> Reader<D> {
    pub fn new(most: usize, hand_on: D) -> Self {
        Reader { chunk: Chunk::default(), position: Position::default(), most, hand_on }
    }

    /// Reads everything. What cannot be read becomes a faulty record, and reading goes on behind
    /// it.
    pub fn all(mut self, sources: &mut [Source]) -> Result<(), Unwanted> {
        for (place, input) in sources.iter_mut().enumerate() {
            let form = input.form;
            let columns = input.columns.as_deref();
            let first_line = 1 + columns.map_or(0, |columns| columns.lines);
            let line_end = columns.map_or(b'\n', |columns| columns.line_end);
            let read = match input.open() {
                Err(error) => Err(error),
                Ok(mut stream) => {
                    if let Ok(Some(encoding)) = stream.fill_buf().map(source::utf16) {
                        let problem =
                            Problem::InputNotUtf8 { path: input.name.to_string(), encoding };
                        self.record(
                            place,
                            1,
                            self.chunk.text.len(),
                            Some(Diagnostic::unlocated(problem)),
                        )?;
                        continue;
                    }
                    match form {
                        Form::Lines | Form::Table => {
                            self.lines(place, first_line, form, line_end, stream)?
                        }
                        Form::Array => self.array(place, stream)?,
                        Form::Profile => self.profile(place, stream)?,
                    }
                }
            };
            if let Err(error) = read {
                let fault = not_readable(&input.path, &error);
                self.record(place, 1, self.chunk.text.len(), Some(fault))?;
            }
        }
        self.flush()
    }

    fn lines(
        &mut self,
        source: usize,
        first: usize,
        form: Form,
        line_end: u8,
        mut stream: Stream,
    ) -> Result<std::io::Result<()>, Unwanted> {
        let mut line = first;
        let mut stray: Option<Stray> = None;
        loop {
            let start = self.chunk.text.len();
            let mut limited = stream.by_ref().take(MAX_LENGTH as u64 + 1);
            let mut fault = None;
            match limited.read_until(line_end, &mut self.chunk.text) {
                Ok(0) => {
                    self.end_stray(source, stray.take());
                    self.flush_if_full()?;
                    return Ok(Ok(()));
                }
                Ok(read) if read > MAX_LENGTH && !self.chunk.text.ends_with(&[line_end]) => {
                    fault = Some(Problem::RecordTooLarge { most_kib: MAX_LENGTH / 1024 });
                    if let Err(error) = stream.skip_until(line_end) {
                        return Ok(Err(error));
                    }
                }
                Ok(_) => {}
                Err(error) => {
                    self.chunk.text.truncate(start);
                    self.end_stray(source, stray.take());
                    return Ok(Err(error));
                }
            }
            while self.chunk.text.len() > start
                && matches!(self.chunk.text.last(), Some(b'\n' | b'\r'))
            {
                self.chunk.text.pop();
            }
            let text = &self.chunk.text[start..];
            if text.iter().all(|byte| matches!(byte, b' ' | b'\t' | b';' | b',')) {
                // An empty line; spreadsheets leave the separators of theirs.
                self.chunk.text.truncate(start);
            } else if form == Form::Lines && fault.is_none() && Stray::holds(stray.as_ref(), text) {
                let begun =
                    stray.get_or_insert_with(|| Stray::new(line, line == first, start, text));
                begun.lines += 1;
                // Of many, the first are kept.
                if start > begun.start && self.chunk.text.len() - begun.start > MAX_LENGTH {
                    self.chunk.text.truncate(start);
                } else {
                    begun.end = self.chunk.text.len();
                    self.chunk.text.push(b'\n');
                }
            } else {
                self.end_stray(source, stray.take());
                let fault = fault.map(|problem| Box::new(Diagnostic::unlocated(problem)));
                self.chunk.records.push(Raw {
                    source,
                    line,
                    text: start..self.chunk.text.len(),
                    fault,
                });
                self.flush_if_full()?;
            }
            line += 1;
        }
    }

    /// Lines without an object are one faulty record, however many they are.
    fn end_stray(&mut self, source: usize, stray: Option<Stray>) {
        let Some(Stray { line, start, end, lines, form, .. }) = stray else { return };
        let problem = Problem::NotOneObjectALine { lines, form };
        // What is wrong with a single one is said best by who reads it.
        let fault = (lines > 1).then(|| Box::new(Diagnostic::unlocated(problem)));
        self.chunk.records.push(Raw { source, line, text: start..end, fault });
    }

    fn array(&mut self, source: usize, stream: Stream) -> Result<std::io::Result<()>, Unwanted> {
        let mut items = array::Items::of(stream);
        loop {
            let start = self.chunk.text.len();
            match items.next(&mut self.chunk.text, MAX_LENGTH) {
                Ok(None) => return Ok(Ok(())),
                Ok(Some(item)) => {
                    self.record(source, item.line, start, item.fault.map(Diagnostic::unlocated))?;
                }
                Err(error) => {
                    self.chunk.text.truncate(start);
                    return Ok(Err(error));
                }
            }
        }
    }

    fn profile(&mut self, source: usize, stream: Stream) -> Result<std::io::Result<()>, Unwanted> {
        let start = self.chunk.text.len();
        match stream.take(MAX_LENGTH as u64 + 1).read_to_end(&mut self.chunk.text) {
            Err(error) => {
                self.chunk.text.truncate(start);
                Ok(Err(error))
            }
            Ok(read) => {
                let fault = (read > MAX_LENGTH)
                    .then_some(Problem::RecordTooLarge { most_kib: MAX_LENGTH / 1024 });
                self.record(source, 1, start, fault.map(Diagnostic::unlocated))?;
                Ok(Ok(()))
            }
        }
    }

    fn record(
        &mut self,
        source: usize,
        line: usize,
        start: usize,
        fault: Option<Diagnostic>,
    ) -> Result<(), Unwanted> {
        let text = start..self.chunk.text.len();
        self.chunk.records.push(Raw { source, line, text, fault: fault.map(Box::new) });
        self.flush_if_full()
    }

    fn flush_if_full(&mut self) -> Result<(), Unwanted> {
        match self.chunk.records.len() >= self.most || self.chunk.text.len() >= BYTES {
            true => self.flush(),
            false => Ok(()),
        }
    }

    fn flush(&mut self) -> Result<(), Unwanted> {
        if self.chunk.records.is_empty() {
            return Ok(());
        }
        let mut hasher = Xxh3::new();
        hasher.update(&self.position.fingerprint.to_le_bytes());
        hasher.update(&self.chunk.text);
        for record in &self.chunk.records {
            hasher.update(&(record.source as u64).to_le_bytes());
            hasher.update(&(record.text.end as u64).to_le_bytes());
        }
        self.position = Position { chunks: self.position.chunks + 1, fingerprint: hasher.digest() };
        let next = Chunk { text: Vec::with_capacity(self.chunk.text.len()), ..Chunk::default() };
        let chunk = std::mem::replace(&mut self.chunk, next);
        (self.hand_on)(Chunk { position: self.position, ..chunk })
    }
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
