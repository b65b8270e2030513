//! The profile's file while it is being filled in: saved after each answer, and never over what
//! somebody else has written.

use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use dteam::{Invalid, SourceFile, source};
use dteam_text::diagnostic::Problem;

use crate::cli::output;

pub(super) struct Draft {
    path: PathBuf,
    /// What the file holds, as far as we know; `None` if there is none.
    held: Option<Vec<u8>>,
    /// A byte order mark that the file begins with.
    mark: &'static str,
    /// The profile's text that needs no saving.
    text: String,
    changed: bool,
}

impl Draft {
    /// The file; where there is none or nothing in it, one with the text `empty`, which is written
    /// with the first answer. Whether it can be written is found out now.
    pub fn open(path: &Path, empty: String) -> Result<(Self, Arc<SourceFile>), Invalid> {
        let held = match std::fs::metadata(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            _ => Some(source::open_found(path)?),
        };
        output::must_be_writable(path)?;
        let raw = match &held {
            None => None,
            Some(_) => Some(read(path).map_err(|error| not_written(path, source::reason(&error)))?),
        };
        let mark = if raw.as_ref().is_some_and(|raw| raw.starts_with("\u{feff}".as_bytes())) {
            "\u{feff}"
        } else {
            ""
        };
        let file = held.filter(|file| !file.text.trim().is_empty());
        let file = file.unwrap_or_else(|| SourceFile::new(path.display().to_string(), empty));
        let text = file.text.to_string();
        Ok((Draft { path: path.to_owned(), held: raw, mark, text, changed: false }, file))
    }

    /// Saves the text if it is another than before.
    pub fn keep(&mut self, text: &str) -> Result<(), Invalid> {
        if text == self.text {
            return Ok(());
        }
        let held = match read(&self.path) {
            Ok(held) => Some(held),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(not_written(&self.path, source::reason(&error))),
        };
        if held != self.held {
            return Err(not_written(&self.path, "changed".to_owned()));
        }
        let written = format!("{}{text}", self.mark);
        output::replace_file(&self.path, &written)?;
        (self.held, self.text, self.changed) = (Some(written.into_bytes()), text.to_owned(), true);
        Ok(())
    }

    /// Whether anything was saved.
    pub fn is_changed(&self) -> bool {
        self.changed
    }

    pub fn exists(&self) -> bool {
        self.held.is_some()
    }
}

/// What the file holds. It may have become anything meanwhile.
fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source::regular(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn not_written(path: &Path, reason: String) -> Invalid {
    Problem::NotWritable { path: path.display().to_string(), reason }.into()
}
