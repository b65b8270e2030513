//! How far a run has come, in a file beside its output, so that it can go on after an interruption.
//!
//! What is known of the output is never more than what is in it: the output is written first.
//! Whatever was written after the last entry is cut off and written again.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use dteam::batch::{Batch, Position, Tally};
use dteam::{Diagnostic, Invalid, source};
use dteam_text::diagnostic::Problem;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::sink::Written;
use crate::cli::output::replace_file;

/// A larger file is no journal: one knows the names of all inputs, and of these there may be many.
const MAX_BYTES: u64 = 1024 * 1024 * 1024;

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Journal {
    /// The file it is kept in.
    #[serde(skip)]
    path: PathBuf,
    /// All that decides what is written.
    identity: BTreeMap<String, String>,
    pub date: Option<Date>,
    chunks: u64,
    fingerprint: u64,
    /// Bytes of input that are done.
    pub bytes: u64,
    pub output: Written,
    pub rejects: Option<Written>,
    pub tally: Tally,
    /// Of all else.
    checksum: u64,
}

/// Whether a file there is or will be one that can be cut off and gone on with.
pub(super) fn is_ordinary(path: &Path) -> bool {
    fs::metadata(path).map_or(true, |found| found.is_file())
}

impl Journal {
    pub fn new(
        output: &Path,
        identity: BTreeMap<String, String>,
        date: Date,
        tally: Tally,
    ) -> Self {
        Journal {
            path: beside(output),
            identity,
            date: Some(date),
            chunks: 0,
            fingerprint: 0,
            bytes: 0,
            output: Written::default(),
            rejects: None,
            tally,
            checksum: 0,
        }
    }

    /// That of an interrupted run to the same output, if it is to go on.
    pub fn earlier(output: &Path, resume: bool) -> Result<Option<Journal>, Invalid> {
        let (path, named) = (beside(output), output.display().to_string());
        match (path.exists(), resume) {
            (true, false) => Err(Problem::RunUnfinished { path: named }.into()),
            (false, true) if output.exists() => {
                Err(Problem::NothingToResume { path: named }.into())
            }
            (false, _) => Ok(None),
            (true, true) => {
                let mut text = Vec::new();
                let read = source::regular(&path)
                    .and_then(|file| file.take(MAX_BYTES).read_to_end(&mut text));
                read.map_err(|error| not_readable(&path, &error))?;
                // Another version has kept it, or somebody has changed it.
                let journal =
                    serde_json::from_slice::<Journal>(&text).ok().filter(Journal::is_unchanged);
                journal
                    .map(|journal| Some(Journal { path: path.clone(), ..journal }))
                    .ok_or_else(|| changed(&path))
            }
        }
    }

    /// Makes sure that it can be of such a batch, whoever has written it.
    pub fn must_fit(&self, batch: &Batch, rejects: bool) -> Result<(), Invalid> {
        let files = [Some(self.output), self.rejects]
            .into_iter()
            .flatten()
            .all(|written| written.is_possible());
        let begun = self.chunks == 0 || self.rejects.is_some() == rejects;
        match files && begun && batch.accepts(&self.tally) {
            true => Ok(()),
            false => Err(changed(&self.path)),
        }
    }

    /// Whether there is anything to go on from.
    pub fn has_begun(&self) -> bool {
        self.chunks > 0
    }

    fn is_unchanged(&self) -> bool {
        self.checksum == Journal { checksum: 0, ..self.clone() }.sum()
    }

    /// The checksum of what is kept, its own place empty.
    fn sum(&self) -> u64 {
        xxh3_64(self.written().as_bytes())
    }

    fn written(&self) -> String {
        // Maps have texts for keys, and numbers are whole: there is nothing that JSON could not
        // say.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Makes sure that going on gives what the whole would have given.
    pub fn must_match(&self, identity: &BTreeMap<String, String>) -> Result<(), Invalid> {
        let none = String::new();
        let names: std::collections::BTreeSet<&String> =
            self.identity.keys().chain(identity.keys()).collect();
        let other = names.into_iter().filter_map(|name| {
            let before = self.identity.get(name).unwrap_or(&none);
            let now = identity.get(name).unwrap_or(&none);
            let (setting, before, now) = (name.clone(), before.clone(), now.clone());
            (before != now)
                .then(|| Diagnostic::unlocated(Problem::ResumedOtherwise { setting, before, now }))
        });
        let diagnostics: Vec<Diagnostic> = other.collect();
        match diagnostics.is_empty() {
            true => Ok(()),
            false => Err(Invalid { diagnostics }),
        }
    }

    pub fn position(&self) -> Position {
        Position { chunks: self.chunks, fingerprint: self.fingerprint }
    }

    pub fn note(
        &mut self,
        position: Position,
        bytes: u64,
        output: Written,
        rejects: Option<Written>,
    ) {
        (self.chunks, self.fingerprint) = (position.chunks, position.fingerprint);
        self.bytes = self.bytes.saturating_add(bytes);
        (self.output, self.rejects) = (output, rejects);
    }

    pub fn keep(&mut self) -> Result<(), Invalid> {
        self.checksum = 0;
        self.checksum = self.sum();
        replace_file(&self.path, &self.written())
    }

    pub fn remove(&self) -> Result<(), Invalid> {
        fs::remove_file(&self.path).map_err(|error| {
            let (path, reason) = (self.path.display().to_string(), source::reason(&error));
            Problem::NotWritable { path, reason }.into()
        })
    }
}

fn changed(path: &Path) -> Invalid {
    Problem::JournalChanged { path: path.display().to_string() }.into()
}

fn beside(output: &Path) -> PathBuf {
    let mut name = output.as_os_str().to_owned();
    name.push(".progress");
    PathBuf::from(name)
}

fn not_readable(path: &Path, error: &std::io::Error) -> Invalid {
    let (path, reason) = (path.display().to_string(), source::reason(error));
    Problem::NotReadable { path, reason }.into()
}
