//! Only one run at a time writes to an output: each claims its outputs until it ends.
//!
//! What is locked is a file beside the output. The output itself would not do: a summary is
//! replaced as a whole, and so is the journal.

use std::fs::{File, TryLockError};
use std::path::Path;

use dteam::{Diagnostic, Invalid, source};
use dteam_text::diagnostic::Problem;
use jiff::tz::TimeZone;

use crate::cli::held::{Held, Refused, beside, real};

/// What is written to, ours until this is dropped.
pub(super) struct Claim {
    _lock: Held,
    /// The output itself where it exists: it may have other names, each with a lock of its own.
    _output: Option<File>,
}

impl Claim {
    /// Claims a file.
    pub fn file(path: &Path) -> Result<Self, Invalid> {
        claim(path, &real(path))
    }

    /// Claims a folder for reports.
    pub fn folder(path: &Path) -> Result<Self, Invalid> {
        claim(path, &path.join("file"))
    }
}

fn claim(named: &Path, real: &Path) -> Result<Claim, Invalid> {
    let lock = beside(real, "lock");
    let failed = |error: std::io::Error| {
        let (path, reason) = (named.display().to_string(), source::reason(&error));
        Invalid::from(Diagnostic::unlocated(Problem::NotWritable { path, reason }))
    };
    match Held::make(&lock) {
        Ok(mut held) => {
            held.write(format!("{}\n", std::process::id()).as_bytes()).map_err(failed)?;
            // What a killed run has left half written goes with it.
            Held::replacement(real).map_err(failed)?;
            let output = existing(real).ok_or_else(|| under_way(named, None))?;
            Ok(Claim { _lock: held, _output: output })
        }
        Err(Refused::Failed(error)) => Err(failed(error)),
        Err(Refused::Held) => Err(under_way(named, holder(&lock))),
    }
}

fn under_way(named: &Path, holder: Option<(String, String)>) -> Invalid {
    let (process, since) = holder.unwrap_or_else(|| ("unknown".to_owned(), String::new()));
    Problem::RunUnderWay { path: named.display().to_string(), process, since }.into()
}

/// The output if it exists, locked; `None` if another run has it by another name.
fn existing(output: &Path) -> Option<Option<File>> {
    // On Windows such a lock would also keep everybody from reading the file.
    let file = source::regular(output).ok().filter(|_| cfg!(unix));
    match file.as_ref().map(File::try_lock) {
        Some(Err(TryLockError::WouldBlock)) => None,
        _ => Some(file),
    }
}

/// The process that holds a lock, and since when, if that can be known.
fn holder(lock: &Path) -> Option<(String, String)> {
    let process: u32 = std::fs::read_to_string(lock).ok()?.trim().parse().ok()?;
    let since = jiff::Timestamp::try_from(std::fs::metadata(lock).ok()?.modified().ok()?).ok()?;
    let since = since.to_zoned(TimeZone::system()).strftime("%Y-%m-%d %H:%M:%S").to_string();
    Some((process.to_string(), since))
}
