//! Records as they are read, in chunks that are handed on.

use std::ops::Range;

use xxhash_rust::xxh3::Xxh3;

use super::Position;
use dteam_text::diagnostic::Diagnostic;

/// The number of bytes after which records are handed on.
const BYTES: usize = 512 * 1024;

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
    /// The index of its input among the inputs.
    pub source: usize,
    /// Its first line, from 1.
    pub line: usize,
    /// Its span in the chunk's text.
    pub text: Range<usize>,
    /// Why it is no record.
    pub fault: Option<Box<Diagnostic>>,
}

/// Nobody wants more chunks.
pub(super) struct Unwanted;

/// Collects records into chunks and hands these on.
pub(super) struct Chunks<'h> {
    chunk: Chunk,
    position: Position,
    /// The maximum number of records handed on at once.
    max_records: usize,
    hand_on: Box<dyn FnMut(Chunk) -> Result<(), Unwanted> + 'h>,
}

impl<'h> Chunks<'h> {
    pub fn new(
        max_records: usize,
        hand_on: impl FnMut(Chunk) -> Result<(), Unwanted> + 'h,
    ) -> Self {
        let hand_on = Box::new(hand_on);
        Chunks { chunk: Chunk::default(), position: Position::default(), max_records, hand_on }
    }

    /// The text of the chunk, to which records are appended.
    pub fn text(&mut self) -> &mut Vec<u8> {
        &mut self.chunk.text
    }

    /// Adds a record whose text is in the chunk.
    pub fn add(&mut self, record: Raw) {
        self.chunk.records.push(record);
    }

    /// Adds the record whose text goes from `start` to the end.
    pub fn record(
        &mut self,
        source: usize,
        line: usize,
        start: usize,
        fault: Option<Diagnostic>,
    ) -> Result<(), Unwanted> {
        let text = start..self.chunk.text.len();
        self.add(Raw { source, line, text, fault: fault.map(Box::new) });
        self.flush_if_full()
    }

    pub fn flush_if_full(&mut self) -> Result<(), Unwanted> {
        match self.chunk.records.len() >= self.max_records || self.chunk.text.len() >= BYTES {
            true => self.flush(),
            false => Ok(()),
        }
    }

    /// Hands on what there is.
    pub fn flush(&mut self) -> Result<(), Unwanted> {
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
