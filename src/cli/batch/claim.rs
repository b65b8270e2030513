//! Only one run at a time writes to an output: each claims its outputs until it ends.
//!
//! What is locked is a file beside the output. The output itself would not do: a summary is
//! replaced as a whole, and so is the journal.

use std::path::Path;

use dteam::{Diagnostic, Invalid, Problem, source};
use jiff::tz::TimeZone;

use crate::cli::held::{Held, Refused, beside, real};

/// What is written to, ours until this is dropped.
pub(super) struct Claim {
    _lock: Held,
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
            Ok(Claim { _lock: held })
        }
        Err(Refused::Failed(error)) => Err(failed(error)),
        Err(Refused::Held) => {
            let (process, since) =
                holder(&lock).unwrap_or_else(|| ("unknown".to_owned(), String::new()));
            let path = named.display().to_string();
            Err(Problem::RunUnderWay { path, process, since }.into())
        }
    }
}

/// The process that holds a lock, and since when, if that can be known.
fn holder(lock: &Path) -> Option<(String, String)> {
    let process: u32 = std::fs::read_to_string(lock).ok()?.trim().parse().ok()?;
    let since = jiff::Timestamp::try_from(std::fs::metadata(lock).ok()?.modified().ok()?).ok()?;
    let since = since.to_zoned(TimeZone::system()).strftime("%Y-%m-%d %H:%M:%S").to_string();
    Some((process.to_string(), since))
}
