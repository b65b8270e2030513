//! The files that a catalog is made of: held in memory, and from folders laid over one another.

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Catalog;
use super::load::{self, RuleFiles};
use dteam_text::diagnostic::{Diagnostic, Invalid, Problem, Severity, SourceFile};
use dteam_text::source::{self, FACTS};

use crate::pack::{CasesFile, PackFiles};

/// The files that together make a study.
const STUDY: [&str; 3] = ["survey.yaml", "typology.yaml", "benchmarks.yaml"];

/// Gathers what a catalog is made of; what comes later replaces what came before.
#[derive(Debug, Default)]
pub struct CatalogBuilder {
    survey: Option<Arc<SourceFile>>,
    typology: Option<Arc<SourceFile>>,
    benchmarks: Option<Arc<SourceFile>>,
    facts: Option<Arc<SourceFile>>,
    /// Packs by their ids.
    packs: BTreeMap<String, PackFiles>,
    /// Packs that cannot be read.
    left_out: BTreeSet<String>,
    /// Where packs from folders came from.
    added: BTreeMap<String, PathBuf>,
    problems: Vec<Diagnostic>,
}

impl CatalogBuilder {
    /// Lays files held in memory over what there is, by their paths within a folder of rules, such
    /// as `survey.yaml` or `data/pack.yaml`, as [`CatalogBuilder::folder`] does. What is no file of
    /// a catalog is left out.
    #[must_use]
    pub fn files<P: AsRef<str>>(
        mut self,
        files: impl IntoIterator<Item = (P, Arc<SourceFile>)>,
    ) -> Self {
        let mut of_packs: Vec<(String, String, Arc<SourceFile>)> = Vec::new();
        let mut shared: Vec<(String, Arc<SourceFile>)> = Vec::new();
        for (path, file) in files {
            match path.as_ref().split_once('/') {
                Some((pack, name)) => of_packs.push((pack.to_owned(), name.to_owned(), file)),
                None => shared.push((path.as_ref().to_owned(), file)),
            }
        }
        let is_study = STUDY.iter().all(|name| shared.iter().any(|(path, _)| path == name));
        if is_study {
            self.packs.clear();
            self.facts = None;
        }
        for (path, file) in shared {
            match path.as_str() {
                "survey.yaml" => self.survey = Some(file),
                "typology.yaml" => self.typology = Some(file),
                "benchmarks.yaml" => self.benchmarks = Some(file),
                FACTS => self.facts = Some(file),
                _ => {}
            }
        }
        for (pack, _, file) in of_packs.iter().filter(|(_, name, _)| name == "pack.yaml") {
            let within = || of_packs.iter().filter(|(of, ..)| of == pack);
            let scripts = within().filter(|(_, name, _)| name.ends_with(".rhai"));
            let files = PackFiles {
                folder: pack.clone(),
                pack: Arc::clone(file),
                facts: within()
                    .find(|(_, name, _)| name == FACTS)
                    .map(|(.., file)| Arc::clone(file)),
                scripts: scripts.map(|(.., file)| Arc::clone(file)).collect(),
                cases: within()
                    .find(|(_, name, _)| name == "cases.yaml")
                    .map(|(.., file)| CasesFile::Held(Arc::clone(file))),
            };
            self.packs.insert(pack.clone(), files);
        }
        self
    }

    /// What a catalog would be made of, for [`CatalogBuilder::files`] elsewhere: paths within a
    /// folder of rules, and files. Cases are no part of a catalog.
    pub fn held(&self) -> impl Iterator<Item = (String, &Arc<SourceFile>)> {
        let shared = STUDY.iter().zip([&self.survey, &self.typology, &self.benchmarks]);
        let shared = shared.map(|(name, file)| (*name, file)).chain([(FACTS, &self.facts)]);
        let shared = shared.filter_map(|(name, file)| Some((name.to_owned(), file.as_ref()?)));
        shared.chain(self.packs.iter().flat_map(|(id, files)| {
            let scripts = files.scripts.iter().enumerate();
            let scripts = scripts.map(|(index, script)| (format!("{index}.rhai"), script));
            let facts = files.facts.iter().map(|facts| (FACTS.to_owned(), facts));
            let all = [("pack.yaml".to_owned(), &files.pack)].into_iter().chain(facts);
            all.chain(scripts).map(move |(name, file)| (format!("{id}/{name}"), file))
        }))
    }

    /// Lays a folder over what there is. It is a pack (it holds `pack.yaml`) or a folder of packs,
    /// which may also hold `survey.yaml`, `typology.yaml` and `benchmarks.yaml`; with all three it
    /// is a study of its own, which takes the place of all that came before. `facts.yaml` beside
    /// them holds the facts that all packs can name. A pack replaces one of
    /// the same id. A file stands for the folder that it belongs to.
    #[must_use]
    pub fn folder(mut self, folder: impl AsRef<Path>) -> Self {
        match self.shared_files(folder.as_ref()) {
            Ok(packs) => packs.iter().for_each(|pack| self.pack_over(pack)),
            Err(mut invalid) => self.problems.append(&mut invalid.diagnostics),
        }
        self
    }

    /// Lays several folders over what there is, as [`CatalogBuilder::folder`].
    #[must_use]
    pub fn folders<P: AsRef<Path>>(self, folders: &[P]) -> Self {
        folders.iter().fold(self, |builder, folder| builder.folder(folder))
    }

    /// Reads, checks and lowers it all.
    ///
    /// # Errors
    /// [`Invalid`] with every mistake of every file: unreadable folders, YAML, wrong keys,
    /// expressions that do not fit the survey.
    pub fn build(self) -> Result<Catalog, Invalid> {
        match self.examine() {
            (Some(catalog), problems)
                if problems.iter().all(|problem| problem.severity != Severity::Error) =>
            {
                Ok(catalog)
            }
            (_, diagnostics) => Err(Invalid { diagnostics }),
        }
    }

    /// As [`CatalogBuilder::build`], but what is sound is loaded all the same: the catalog without
    /// the folders, packs and rules that have mistakes ([`Catalog::left_out`]), beside all the
    /// mistakes. `None` where not even the survey and what belongs to it can be used. For checking
    /// and testing files; an advice should rest on all that was asked for.
    pub fn examine(self) -> (Option<Catalog>, Vec<Diagnostic>) {
        let mut problems = self.problems;
        let mut required = |name: &str, file: Option<Arc<SourceFile>>| {
            if file.is_none() {
                let missing = std::io::Error::from(ErrorKind::NotFound);
                problems.push(source::not_readable(Path::new(name), &missing));
            }
            file
        };
        let survey = required("survey.yaml", self.survey);
        let typology = required("typology.yaml", self.typology);
        let benchmarks = required("benchmarks.yaml", self.benchmarks);
        let (Some(survey), Some(typology), Some(benchmarks)) = (survey, typology, benchmarks)
        else {
            return (None, problems);
        };
        let files = RuleFiles {
            survey,
            typology,
            benchmarks,
            facts: self.facts,
            packs: self.packs,
            left_out: self.left_out,
        };
        let (catalog, mut found) = load::from_files(&files);
        problems.append(&mut found);
        (catalog, problems)
    }

    /// Replaces the files that are no pack's, and finds the packs' folders. A file stands for the
    /// folder that it belongs to.
    fn shared_files(&mut self, folder: &Path) -> Result<Vec<PathBuf>, Invalid> {
        let of_file = source::folder_of_rules(folder);
        let folder = of_file.as_deref().unwrap_or(folder);
        if source::is_pack(folder) {
            return Ok(vec![folder.to_owned()]);
        }
        if folder.is_file() {
            let path = folder.display().to_string();
            return Err(Problem::NotARulesFolder { path }.into());
        }
        let mut found = 0;
        let files = [&mut self.survey, &mut self.typology, &mut self.benchmarks];
        for (name, file) in STUDY.into_iter().zip(files) {
            let path = folder.join(name);
            if path.is_file() {
                *file = Some(source::open_found(&path)?);
                found += 1;
            }
        }
        if found == STUDY.len() {
            self.packs.clear();
            self.facts = None;
        }
        let facts = folder.join(FACTS);
        if facts.is_file() {
            self.facts = Some(source::open_found(&facts)?);
            found += 1;
        }
        let packs = source::packs(folder)?;
        match found > 0 || !packs.is_empty() {
            true => Ok(packs),
            false => {
                let path = source::shown(folder);
                Err(Problem::NotARulesFolder { path }.into())
            }
        }
    }

    fn pack_over(&mut self, folder: &Path) {
        let name = source::folder_name(folder);
        if let Some(first) = self.added.insert(name.clone(), folder.to_owned()) {
            let problem = Problem::DuplicatePack { id: name, first: source::shown(&first) };
            self.problems.push(Diagnostic::unlocated(problem));
            return;
        }
        match pack_files(&name, folder) {
            Ok(files) => {
                self.packs.insert(name, files);
            }
            Err(mut invalid) => {
                self.problems.append(&mut invalid.diagnostics);
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
    let facts = Some(folder.join(FACTS)).filter(|path| path.is_file());
    let facts = facts.map(source::open_found).transpose()?;
    let cases = Some(folder.join("cases.yaml")).filter(|path| path.is_file()).map(CasesFile::At);
    Ok(PackFiles { folder: name.to_owned(), pack, facts, scripts, cases })
}
