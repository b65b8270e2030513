//! Reads the inputs and cuts them into records. Nothing is understood here: that is the workers' part.

use std::io::{BufRead, Read};
use std::ops::Range;

use xxhash_rust::xxh3::Xxh3;

use super::Position;
use super::array;
use super::input::{Form, Source, Stream, not_readable};
use crate::diagnostic::{Diagnostic, Problem};

/// Records handed on at once end where there is so much of them.
const BYTES: usize = 512 * 1024;

/// A longer record is refused; profiles have a few KiB.
pub(super) const LONGEST: usize = 4 * 1024 * 1024;

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
    /// So many records are handed on at once at most.
    most: usize,
    hand_on: D,
}

impl<D: FnMut(Chunk) -> Result<(), Unwanted>> Reader<D> {
    pub fn new(most: usize, hand_on: D) -> Self {
        Reader { chunk: Chunk::default(), position: Position::default(), most, hand_on }
    }

    /// Reads everything. What cannot be read becomes a faulty record, and reading goes on behind it.
    pub fn all(mut self, sources: &mut [Source]) -> Result<(), Unwanted> {
        for (place, source) in sources.iter_mut().enumerate() {
            let form = source.form;
            let first_line = 1 + source.columns.as_ref().map_or(0, |columns| columns.lines);
            let read = match source.open() {
                Err(error) => Err(error),
                Ok(stream) => match form {
                    Form::Lines | Form::Table => self.lines(place, first_line, stream)?,
                    Form::Array => self.array(place, stream)?,
                    Form::Profile => self.profile(place, stream)?,
                },
            };
            if let Err(error) = read {
                let fault = not_readable(&source.path, &error);
                self.record(place, 1, self.chunk.text.len(), Some(fault))?;
            }
        }
        self.flush()
    }

    fn lines(&mut self, source: usize, first: usize, mut stream: Stream) -> Result<std::io::Result<()>, Unwanted> {
        let mut line = first;
        loop {
            let start = self.chunk.text.len();
            let mut limited = stream.by_ref().take(LONGEST as u64 + 1);
            let mut fault = None;
            match limited.read_until(b'\n', &mut self.chunk.text) {
                Ok(0) => return Ok(Ok(())),
                Ok(read) if read > LONGEST && !self.chunk.text.ends_with(b"\n") => {
                    fault = Some(Problem::RecordTooLarge { most_kib: LONGEST / 1024 });
                    if let Err(error) = stream.skip_until(b'\n') {
                        return Ok(Err(error));
                    }
                }
                Ok(_) => {}
                Err(error) => {
                    self.chunk.text.truncate(start);
                    return Ok(Err(error));
                }
            }
            while self.chunk.text.len() > start && matches!(self.chunk.text.last(), Some(b'\n' | b'\r')) {
                self.chunk.text.pop();
            }
            if self.chunk.text[start..].iter().all(|byte| matches!(byte, b' ' | b'\t' | b';' | b',')) {
                // An empty line; spreadsheets leave the separators of theirs.
                self.chunk.text.truncate(start);
            } else {
                self.record(source, line, start, fault.map(Diagnostic::without_place))?;
            }
            line += 1;
        }
    }

    fn array(&mut self, source: usize, stream: Stream) -> Result<std::io::Result<()>, Unwanted> {
        let mut items = array::Items::of(stream);
        loop {
            let start = self.chunk.text.len();
            match items.next(&mut self.chunk.text, LONGEST) {
                Ok(None) => return Ok(Ok(())),
                Ok(Some(item)) => {
                    self.record(source, item.line, start, item.fault.map(Diagnostic::without_place))?;
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
        match stream.take(LONGEST as u64 + 1).read_to_end(&mut self.chunk.text) {
            Err(error) => {
                self.chunk.text.truncate(start);
                Ok(Err(error))
            }
            Ok(read) => {
                let fault = (read > LONGEST).then_some(Problem::RecordTooLarge { most_kib: LONGEST / 1024 });
                self.record(source, 1, start, fault.map(Diagnostic::without_place))?;
                Ok(Ok(()))
            }
        }
    }

    fn record(&mut self, source: usize, line: usize, start: usize, fault: Option<Diagnostic>) -> Result<(), Unwanted> {
        let text = start..self.chunk.text.len();
        self.chunk.records.push(Raw { source, line, text, fault: fault.map(Box::new) });
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
