//! What a format is in which an advice is written. Which there are is in `formats.rs`.

use crate::FULL_STEPS;
use crate::document::Document;
use crate::report::report;
use dteam_engine::advice::{Advice, SCHEMA};
use dteam_text::diagnostic::Invalid;
use dteam_text::language::Language;
use dteam_text::language::messages::message;

/// A format in which an advice is written.
#[derive(Debug)]
pub struct Format {
    /// What people call it on the command line: lower-case letters.
    pub name: &'static str,
    /// Of its files, without a dot.
    pub extension: &'static str,
    /// With the encoding, as a header of HTTP has it.
    pub media_type: &'static str,
    /// The message that says what it is for.
    pub about: &'static str,
    /// What a paper for the council in this format is called on the command line, and the message that
    /// says what it is for; nothing where none is wanted.
    pub paper: Option<(&'static str, &'static str)>,
    /// Whether this program can write it.
    pub is_built: bool,
    /// How it is written.
    pub content: Content,
}

/// How a format is written.
#[derive(Debug)]
pub enum Content {
    /// A document for people.
    Text(fn(&Document, &Layout) -> String),
    /// A document for people, in bytes that are no text.
    Bytes(fn(&Document) -> Result<Vec<u8>, Invalid>),
    /// Data for other programs, all of it.
    Data(fn(&Advice) -> String),
}

/// How a document is laid out.
#[derive(Debug, Clone, Copy)]
pub struct Layout {
    /// Columns; lines of plain text are at most so wide.
    pub width: usize,
    /// Whether to mark headings of plain text with ANSI escape sequences.
    pub colour: bool,
    /// The number of steps with reasons and first moves; the rest is a list.
    pub full_steps: usize,
}

impl Default for Layout {
    fn default() -> Self {
        Layout { width: 100, colour: false, full_steps: FULL_STEPS }
    }
}

impl Format {
    /// Whether it is for other programs.
    pub fn is_data(&self) -> bool {
        matches!(self.content, Content::Data(_))
    }

    /// Whether it is text, which a terminal can show.
    pub fn is_text(&self) -> bool {
        !matches!(self.content, Content::Bytes(_))
    }

    /// The advice in this format.
    ///
    /// # Errors
    /// As those of [`Format::document`].
    pub fn advice(&self, advice: &Advice, layout: &Layout) -> Result<Vec<u8>, Invalid> {
        match self.content {
            Content::Data(write) => Ok(write(advice).into_bytes()),
            Content::Text(_) | Content::Bytes(_) => {
                self.document(&report(advice, layout.full_steps), layout)
            }
        }
    }

    /// A document in this format; nothing where it is for data.
    ///
    /// # Errors
    /// [`PdfNotBuilt`](dteam_text::diagnostic::Problem::PdfNotBuilt) if this program cannot write it; others say why the document cannot
    /// be typeset.
    pub fn document(&self, document: &Document, layout: &Layout) -> Result<Vec<u8>, Invalid> {
        match self.content {
            Content::Text(write) => Ok(write(document, layout).into_bytes()),
            Content::Bytes(write) => write(document),
            Content::Data(_) => Ok(Vec::new()),
        }
    }

    /// Whether a file that begins and ends like this, within a hundred letters or more, is an
    /// advice in this format in any language, and of this or a former version. Of a format that is
    /// no text, that cannot be told.
    pub fn is_advice(&self, beginning: &str, ending: &str) -> bool {
        match self.content {
            Content::Text(_) => {
                let ending = ending.split_whitespace().collect::<Vec<_>>().join(" ");
                let last = |language: &Language| message(*language, "method-privacy", &[]);
                Language::ALL.iter().any(|language| ending.contains(&last(language)))
            }
            Content::Bytes(_) => false,
            Content::Data(_) => {
                beginning.contains(SCHEMA.trim_end_matches(|digit: char| digit.is_ascii_digit()))
            }
        }
    }
}
