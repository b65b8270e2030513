//! The files a catalog is made of, from the program itself and from folders laid over it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::embedded::{self, FILES};
use crate::pack::{CasesFile, PackFiles};
use dteam_text::diagnostic::{Diagnostic, Invalid, Problem, SourceFile};
use dteam_text::source;

/// The files of a catalog; packs by id.
#[derive(Debug)]
pub(crate) struct RuleFiles {
    pub survey: Arc<SourceFile>,
    pub typology: Arc<SourceFile>,
    pub benchmarks: Arc<SourceFile>,
    pub packs: BTreeMap<String, PackFiles>,
    /// Packs that cannot be read.
    pub left_out: BTreeSet<String>,
}

impl RuleFiles {
    /// Those that come with the program.
    pub fn embedded() -> Self {
        let packs = FILES.iter().filter_map(|file| file.path.strip_suffix("/pack.yaml"));
        let packs = packs.map(|folder| {
            let within = |path: &str| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
            let scripts = FILES.iter().filter(|file| within(file.path) && file.path.ends_with(".rhai"));
            let path = |name: &str| format!("{folder}/{name}");
            let cases = Some(path("cases.yaml")).filter(|path| FILES.iter().any(|file| file.path == path));
            let files = PackFiles {
                folder: folder.to_owned(),
                pack: embedded::source(&path("pack.yaml")),
                scripts: scripts.map(|file| embedded::source(file.path)).collect(),
                cases: cases.map(CasesFile::Embedded),
            };
            (folder.to_owned(), files)
        });
        RuleFiles {
            survey: embedded::source("survey.yaml"),
            typology: embedded::source("typology.yaml"),
            benchmarks: embedded::source("benchmarks.yaml"),
            packs: packs.collect(),
            left_out: BTreeSet::new(),
        }
    }

    /// Replaces and adds what the folders hold, as far as they can be read; and what is wrong with the rest.
    pub fn lay_over<P: AsRef<Path>>(&mut self, folders: &[P]) -> Vec<Diagnostic> {
        let mut problems = Vec::new();
        let mut added: BTreeMap<String, PathBuf> = BTreeMap::new();
        for folder in folders {
            match self.shared_files(folder.as_ref()) {
                Ok(packs) => packs.iter().for_each(|pack| self.pack_over(pack, &mut added, &mut problems)),
                Err(mut invalid) => problems.append(&mut invalid.diagnostics),
            }
        }
        problems
    }

    /// Replaces the files that are no pack's, and finds the packs' folders. A file stands for the folder that it belongs to.
    fn shared_files(&mut self, folder: &Path) -> Result<Vec<PathBuf>, Invalid> {
        let of_file = source::folder_of_rules(folder);
        let folder = of_file.as_deref().unwrap_or(folder);
        if source::is_pack(folder) {
            return Ok(vec![folder.to_owned()]);
        }
        if folder.is_file() {
            let path = folder.display().to_string();
            return Err(Diagnostic::without_place(Problem::NotARulesFolder { path }).into());
        }
        let mut anything = false;
        for (name, file) in [
            ("survey.yaml", &mut self.survey),
            ("typology.yaml", &mut self.typology),
            ("benchmarks.yaml", &mut self.benchmarks),
        ] {
            let path = folder.join(name);
            if path.is_file() {
                *file = source::open_found(&path)?;
                anything = true;
            }
        }
        let packs = source::packs(folder)?;
        match anything || !packs.is_empty() {
            true => Ok(packs),
            false => {
                let path = source::shown(folder);
                Err(Diagnostic::without_place(Problem::NotARulesFolder { path }).into())
            }
        }
    }

    fn pack_over(&mut self, folder: &Path, added: &mut BTreeMap<String, PathBuf>, problems: &mut Vec<Diagnostic>) {
        let name = source::folder_name(folder);
        if let Some(first) = added.insert(name.clone(), folder.to_owned()) {
            let problem = Problem::DuplicatePack { id: name, first: source::shown(&first) };
            problems.push(Diagnostic::without_place(problem));
            return;
        }
        match pack_files(&name, folder) {
            Ok(files) => {
                self.packs.insert(name, files);
            }
            Err(mut invalid) => {
                problems.append(&mut invalid.diagnostics);
                // Nor does the one that it was to replace take its place.
                self.packs.remove(&name);
                self.left_out.insert(name);
            }
        }
    }
}

fn pack_files(name: &str, folder: &Path) -> Result<PackFiles, Invalid> {
    let mut scripts = Vec::new();
    for path in source::entries(folder)? {
        if path.extension().is_some_and(|extension| extension == "rhai") {
            scripts.push(source::open_found(&path)?);
        }
    }
    let pack = source::open_found(folder.join("pack.yaml"))?;
    let cases = Some(folder.join("cases.yaml")).filter(|path| path.is_file()).map(CasesFile::At);
    Ok(PackFiles { folder: name.to_owned(), pack, scripts, cases })
}
