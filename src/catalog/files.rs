//! The files a catalog is made of, from the program itself and from folders laid over it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Invalid, Problem, SourceFile};
use crate::pack::{CasesFile, PackFiles};
use crate::source;

/// The files of a catalog; packs by id.
#[derive(Debug)]
pub(crate) struct RuleFiles {
    pub survey: Arc<SourceFile>,
    pub typology: Arc<SourceFile>,
    pub benchmarks: Arc<SourceFile>,
    pub packs: BTreeMap<String, PackFiles>,
}

impl RuleFiles {
    /// Replaces and adds what the folders hold, as far as they can be read; and what is wrong with the rest.
    pub fn lay_over<P: AsRef<Path>>(&mut self, folders: &[P]) -> Vec<Diagnostic> {
        let mut problems = Vec::new();
        let mut added: BTreeMap<String, PathBuf> = BTreeMap::new();
        for folder in folders {
            if let Err(mut invalid) = self.lay_one_over(folder.as_ref(), &mut added) {
                problems.append(&mut invalid.diagnostics);
            }
        }
        problems
    }

    fn lay_one_over(&mut self, folder: &Path, added: &mut BTreeMap<String, PathBuf>) -> Result<(), Invalid> {
        if folder.join("pack.yaml").is_file() {
            return self.lay_pack_over(folder, added);
        }
        let mut anything = false;
        for (name, file) in [
            ("survey.yaml", &mut self.survey),
            ("typology.yaml", &mut self.typology),
            ("benchmarks.yaml", &mut self.benchmarks),
        ] {
            let path = folder.join(name);
            if path.is_file() {
                *file = source::open(&path)?;
                anything = true;
            }
        }
        let mut problems = Vec::new();
        for path in source::entries(folder)? {
            if path.join("pack.yaml").is_file() {
                // One pack that cannot be read is no reason to leave out the next.
                if let Err(mut invalid) = self.lay_pack_over(&path, added) {
                    problems.append(&mut invalid.diagnostics);
                }
                anything = true;
            }
        }
        if !anything {
            let path = folder.display().to_string();
            problems.push(Diagnostic::without_place(Problem::NotARulesFolder { path }));
        }
        if problems.is_empty() { Ok(()) } else { Err(Invalid { diagnostics: problems }) }
    }

    fn lay_pack_over(&mut self, folder: &Path, added: &mut BTreeMap<String, PathBuf>) -> Result<(), Invalid> {
        let name = source::folder_name(folder);
        if let Some(first) = added.insert(name.clone(), folder.to_owned()) {
            let problem = Problem::DuplicatePack { id: name, first: first.display().to_string() };
            return Err(Diagnostic::without_place(problem).into());
        }
        let mut scripts = Vec::new();
        for path in source::entries(folder)? {
            if path.extension().is_some_and(|extension| extension == "rhai") {
                scripts.push(source::open(&path)?);
            }
        }
        let pack = source::open(folder.join("pack.yaml"))?;
        let cases = Some(folder.join("cases.yaml")).filter(|path| path.is_file()).map(CasesFile::At);
        self.packs.insert(name.clone(), PackFiles { folder: name, pack, scripts, cases });
        Ok(())
    }
}
