//! What a run writes to: never what it reads, and claimed until it ends.

use std::io::Read;
use std::path::{Path, PathBuf};

use dteam::batch::{self, Inputs};
use dteam::{Invalid, source};
use dteam_text::diagnostic::Problem;

use super::claim::Claim;
use super::sink::make_folder;
use super::{Arguments, journal};
use crate::cli::overlap::{self, is_standard_output};

/// The claims on all that a run writes to.
pub(super) struct Claims {
    claims: Vec<Claim>,
    /// The folder for reports was made for this run.
    new_folder: bool,
}

impl Claims {
    /// Gives up what was claimed where nothing was written.
    pub fn release(self, reports: Option<&Path>) {
        drop(self.claims);
        if let Some(folder) = reports.filter(|_| self.new_folder) {
            // If it is not empty any more, somebody else uses it.
            let _ = std::fs::remove_dir(folder);
        }
    }
}

impl Arguments {
    /// The files that are written to.
    fn files(&self) -> impl Iterator<Item = PathBuf> {
        let summary = self.summary_path().filter(|path| !is_standard_output(path));
        [self.records(), self.rejects.clone(), summary].into_iter().flatten()
    }

    fn uses_standard_output(&self) -> bool {
        let for_records =
            self.records().is_none() && self.reports.is_none() && !self.only_summary();
        for_records || self.summary_path().is_some_and(|path| is_standard_output(&path))
    }

    /// No file is read and written at once, and none is written for two purposes.
    pub fn must_be_apart(&self, inputs: &Inputs) -> Result<(), Invalid> {
        let standard = PathBuf::from("-");
        let stdin = self.inputs.iter().find(|path| **path == standard);
        let reads = inputs
            .files()
            .chain(stdin.map(PathBuf::as_path))
            .chain(self.common.rules.iter().map(PathBuf::as_path));
        let reads: Vec<PathBuf> = reads.map(Path::to_owned).collect();
        let stdout = self.uses_standard_output().then_some(standard);
        let writes: Vec<PathBuf> = stdout.into_iter().chain(self.files()).collect();
        overlap::refuse(&reads, &writes)?;
        let twice = writes
            .iter()
            .enumerate()
            .find(|(index, path)| writes[..*index].iter().any(|other| overlap::same(other, path)));
        if let Some((_, path)) = twice {
            let path = path.display().to_string();
            return Err(Problem::OutputTwice { path }.into());
        }
        if let Some(folder) = &self.reports {
            overlap::refuse_reports(&reads, folder, self.report_format)?;
        }
        match self.summary_path().filter(|path| !is_standard_output(path) && is_other_json(path)) {
            Some(path) => Err(Problem::OutputExists { path: path.display().to_string() }.into()),
            None => Ok(()),
        }
    }

    /// Claims all that is written to. Pipes and devices take what comes.
    pub(super) fn claims(&self) -> Result<Claims, Invalid> {
        let mut claims: Vec<Claim> = self
            .files()
            .filter(|path| journal::is_ordinary(path))
            .map(|path| Claim::file(&path))
            .collect::<Result<_, _>>()?;
        let mut new_folder = false;
        if let Some(folder) = &self.reports {
            new_folder = !folder.exists();
            make_folder(folder)?;
            claims.push(Claim::folder(folder)?);
        }
        Ok(Claims { claims, new_folder })
    }
}

/// A file of JSON that is no summary: somebody meant it to be read.
fn is_other_json(path: &Path) -> bool {
    let named_so = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    named_so && path.is_file() && !begins_with(path, batch::SUMMARY_SCHEMA)
}

/// Whether the file names the schema at its beginning.
fn begins_with(path: &Path, schema: &str) -> bool {
    let mut beginning = Vec::new();
    let read = source::regular(path).and_then(|file| file.take(100).read_to_end(&mut beginning));
    read.is_ok() && String::from_utf8_lossy(&beginning).contains(schema)
}
