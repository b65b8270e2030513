//! The forms of inputs: a file for each in `form/`, and a line for each in [`Form::ALL`].

use std::sync::Arc;

use serde_json::Value as Json;

use crate::chunk::{Chunks, Unwanted};
use crate::encoding::Stream;
use crate::table::Columns;
use dteam_engine::catalog::Catalog;
use dteam_engine::profile::Profile;
use dteam_text::diagnostic::{Diagnostic, SourceFile};

mod array;
mod json;
mod lines;
mod profile;
mod table;
mod workbook;

/// A form of inputs.
#[derive(Debug)]
pub struct Form {
    /// What people call it on the command line.
    pub name: &'static str,
    /// The message that says what it is.
    pub about: &'static str,
    /// Files of these extensions have it, whatever is in them.
    pub(super) extensions: &'static [&'static str],
    /// Whether an input of no such name has it, by its beginning after any blanks and by the
    /// extension of its name. The first form that says so is taken.
    pub(super) is_begun: fn(&[u8], &str) -> bool,
    /// What there is in an input.
    pub(super) holds: Holds,
    /// Cuts an input, which has this index among all, into records, after its header.
    pub(super) cut: fn(&mut Chunks<'_>, usize, Option<&Columns>, Stream) -> Cut,
    /// Reads one record; everything that is wrong with it.
    pub(super) read: fn(&Written<'_>) -> Result<Record, Vec<Diagnostic>>,
}

/// What there is in an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// Records on lines of their own.
    Lines,
    /// Records on lines of their own, under a header that names what stands where.
    Rows,
    /// The same in cells of a sheet.
    Cells,
    /// Records between which lines mean nothing.
    Items,
    /// One record.
    Record,
}

/// Whether an input could be read to its end, unless nobody wants more of it.
pub(super) type Cut = Result<std::io::Result<()>, Unwanted>;

/// A longer record is refused; profiles have a few KiB.
pub(super) const MAX_LENGTH: usize = 4 * 1024 * 1024;

/// A record that was read: whose answers, and how others can find it again.
pub(super) struct Record {
    pub id: Option<Json>,
    pub profile: Profile,
}

/// A record as it is written.
pub(super) struct Written<'r> {
    pub catalog: &'r Catalog,
    /// What to call its input.
    pub name: &'r str,
    /// Those of a table.
    pub columns: Option<&'r Columns>,
    pub text: &'r str,
    /// Its first line in its input, from 1.
    pub line: usize,
}

impl Written<'_> {
    /// The record as a part of its input.
    pub fn file(&self) -> Arc<SourceFile> {
        let sheet = self.columns.and_then(|columns| columns.sheet.clone());
        SourceFile::rows(self.name, sheet, self.text, self.line)
    }
}

impl Form {
    /// Every form.
    pub const ALL: &'static [Form] =
        &[lines::FORM, array::FORM, workbook::FORM, table::FORM, profile::FORM];

    /// A file with one profile.
    pub(super) const PROFILE: &'static Form = &profile::FORM;

    /// The form of that name.
    pub fn named(name: &str) -> Option<&'static Form> {
        Form::ALL.iter().find(|form| form.name == name)
    }

    /// The form of an input that begins so; nothing else tells.
    pub(super) fn begun(beginning: &[u8], extension: &str) -> &'static Form {
        let begun = Form::ALL.iter().find(|form| (form.is_begun)(beginning, extension));
        begun.unwrap_or(&table::FORM)
    }
}

/// As much of a record as can be shown.
pub(super) fn shortened(text: &str) -> &str {
    const MAX_LENGTH: usize = 200;
    text.char_indices().nth(MAX_LENGTH).map_or(text, |(end, _)| &text[..end])
}
