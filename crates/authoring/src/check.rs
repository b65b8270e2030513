//! Checks files of every kind: packs, their cases, profiles. All that is wrong with them at once,
//! and what trying out the answers shows.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::analysis::findings_watched;
use crate::cases::{follows, read_cases};
use dteam_engine::catalog::{Catalog, CatalogBuilder};
use dteam_engine::pack::{Authorship, DatedFact, is_of};
use dteam_text::diagnostic::{Diagnostic, Invalid, Problem, Severity, SourceFile};
use dteam_text::language::Language;
use dteam_text::source;
use jiff::civil::Date;

mod dates;
mod written;

pub use written::{check_github, check_json, check_progress, check_sarif, check_summary};

/// What to check, and beside what.
#[derive(Debug, Clone, Default)]
pub struct Subjects {
    /// Folders of packs, single packs, their files, profiles (`-`: one from standard input),
    /// folders of profiles. None stands for the packs of the catalog.
    pub paths: Vec<PathBuf>,
    /// Folders laid over the rules beside which files are checked, as in
    /// [`CatalogBuilder::folder`].
    pub rules: Vec<PathBuf>,
    /// The day after which nothing can have happened, and on which facts are to hold; `None` to
    /// leave dates alone.
    pub date: Option<Date>,
}

/// What a check came to.
#[derive(Debug, Clone, Default)]
pub struct Checked {
    /// Everything found, file by file.
    pub diagnostics: Vec<Diagnostic>,
    /// Packs looked at.
    pub packs: usize,
    /// Rules looked at.
    pub rules: usize,
    /// Cases looked at.
    pub cases: usize,
    /// Profiles looked at.
    pub profiles: usize,
    /// Who answers for the packs that say so, by id.
    pub authorship: Vec<(String, Authorship)>,
    /// The first language of the study, where the rules could be read.
    pub language: Option<Language>,
}

impl Checked {
    /// Something could not be checked: it cannot be read, is no file of the kind, or breaks a
    /// limit.
    pub fn is_incomplete(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| stops(&diagnostic.problem))
    }

    /// Something deserves a second look. What merely could not be proven does not.
    pub fn found_something(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity != Severity::Note)
    }
}

/// Problems that keep the rest of a file or pack from being looked at.
fn stops(problem: &Problem) -> bool {
    matches!(
        problem,
        Problem::NotReadable { .. }
            | Problem::NotUtf8 { .. }
            | Problem::TooLarge { .. }
            | Problem::EmptyFile
            | Problem::NoCases { .. }
            | Problem::NoRules { .. }
            | Problem::NotYaml { .. }
            | Problem::NotJson { .. }
            | Problem::InvisibleBlank { .. }
            | Problem::Utf16 { .. }
            | Problem::TabIndentation
            | Problem::SecondDocument
            | Problem::KeyNotText
            | Problem::UnknownAlias
            | Problem::TagNotAllowed { .. }
            | Problem::TooManyNodes { .. }
            | Problem::TooDeep
            | Problem::FormatVersion { .. }
            | Problem::DuplicatePack { .. }
            | Problem::NotARulesFolder { .. }
            | Problem::NothingToCheck { .. }
            | Problem::ScriptFailed { .. }
            | Problem::NotARequest { .. }
            | Problem::UnknownCall { .. }
            | Problem::NullPointer { .. }
            | Problem::CaughtFault { .. }
            | Problem::NotACatalog
            | Problem::StrayFile { .. }
    )
}

/// Checks files, beside the rules of `base`. What is found is told in `language`; `None` for the
/// study's first.
pub fn check(
    base: CatalogBuilder,
    subjects: &Subjects,
    language: impl Into<Option<Language>>,
) -> Checked {
    check_watched(base, subjects, language, &|_, _| {})
}

/// As [`check`]; `progress` is told how many rules of how many have been tried out, on whatever
/// thread that was.
pub fn check_watched(
    base: CatalogBuilder,
    subjects: &Subjects,
    language: impl Into<Option<Language>>,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Checked {
    let mut checked = Checked::default();
    let sorted = Sorted::of(&subjects.paths, &mut checked.diagnostics);
    // What a folder of rules holds is not loaded a second time.
    let is_loaded =
        |folder: &&PathBuf| subjects.rules.iter().any(|rules| source::holds(rules, folder));
    let others = sorted.rules.iter().filter(|folder| !is_loaded(folder));
    let folders: Vec<&PathBuf> = subjects.rules.iter().chain(others).collect();
    let (catalog, mut found) = base.folders(&folders).examine();
    checked.diagnostics.append(&mut found);
    let Some(catalog) = catalog else { return checked };
    checked.language = Some(catalog.language());
    let language = language.into().unwrap_or_else(|| catalog.language());
    if subjects.paths.is_empty() || !sorted.packs.is_empty() {
        packs(&catalog, (&sorted.packs, subjects.date), language, progress, &mut checked);
    }
    for path in &sorted.profiles {
        let file = match is_standard_input(path) {
            true => source::read(std::io::stdin().lock(), path),
            false => source::open(path),
        };
        match file {
            Ok(file) => {
                checked.profiles += 1;
                checked.diagnostics.extend(profile(&catalog, &file));
            }
            Err(mut invalid) => checked.diagnostics.append(&mut invalid.diagnostics),
        }
    }
    checked
}

/// What is wrong with a profile, and what in it deserves a second look.
fn profile(catalog: &Catalog, file: &std::sync::Arc<SourceFile>) -> Vec<Diagnostic> {
    match catalog.profile(file) {
        Ok(profile) => profile.warnings().to_vec(),
        Err(Invalid { mut diagnostics }) => {
            diagnostics.retain(|diagnostic| !follows(catalog, &diagnostic.problem));
            diagnostics
        }
    }
}

/// Reasons about the packs in the folders (all there are if none is given), compares their dates
/// with the day, and reads their cases.
fn packs(
    catalog: &Catalog,
    (folders, date): (&[PathBuf], Option<Date>),
    language: Language,
    progress: &(dyn Fn(usize, usize) + Sync),
    checked: &mut Checked,
) {
    let ids: Vec<String> = folders.iter().map(|folder| source::folder_name(folder)).collect();
    let named = |id: &str| ids.is_empty() || ids.iter().any(|own| own == id);
    let of_named = |rule: &&str| ids.is_empty() || ids.iter().any(|own| is_of(own, rule));
    let all = catalog.packs().all(|(id, _)| named(id));
    checked.packs = catalog.packs().filter(|(id, _)| named(id)).count().max(ids.len());
    let authorship = catalog.packs.iter().filter(|pack| named(&pack.id));
    checked.authorship = authorship
        .filter(|pack| !pack.authorship.is_empty())
        .map(|pack| (pack.id.clone(), pack.authorship.clone()))
        .collect();
    checked.rules = catalog.rule_ids().filter(of_named).count();
    let names: Vec<&str> = if all { Vec::new() } else { ids.iter().map(String::as_str).collect() };
    let mut found = findings_watched(catalog, &names, language, progress);
    // Which questions are read is not known while rules are missing, nor what scripts come to that
    // cannot be read.
    let is_left_out = |rule: &str| catalog.left_out().any(|pack| is_of(pack, rule));
    let sound = catalog.left_out().next().is_none();
    found.retain(|finding| match &finding.problem {
        Problem::UnreadQuestion { .. } => sound,
        Problem::ScriptFailed { rule, .. } => !is_left_out(rule),
        _ => true,
    });
    checked.diagnostics.append(&mut found);
    let facts = catalog.dated_facts.iter();
    let mut facts: Vec<&DatedFact> = facts
        .filter(|fact| fact.id.split_once('/').map_or(all, |(pack, _)| named(pack)))
        .map(AsRef::as_ref)
        .collect();
    facts.sort_by_key(|fact| (&fact.location.file.name, fact.location.span.start));
    if let Some(date) = date {
        let packs = catalog.packs.iter().filter(|pack| named(&pack.id)).map(|pack| &pack.file);
        let mut files: Vec<&Arc<SourceFile>> = packs.collect();
        for fact in &facts {
            if !files.iter().any(|file| Arc::ptr_eq(file, &fact.location.file)) {
                files.push(&fact.location.file);
            }
        }
        checked.diagnostics.extend(files.iter().flat_map(|file| dates::in_future(file, date)));
        checked.diagnostics.extend(facts.iter().filter_map(|fact| dates::due(fact, date)));
    }
    if sound {
        checked.diagnostics.extend(facts.iter().filter_map(|fact| dates::unused(catalog, fact)));
    }
    for (folder, id) in folders.iter().zip(&ids) {
        let path = folder.join("cases.yaml");
        if !path.exists() {
            continue;
        }
        let read = source::open_found(&path).and_then(|file| read_cases(catalog, id, &file));
        match read {
            Ok(cases) => checked.cases += cases.len(),
            Err(mut invalid) => checked.diagnostics.append(&mut invalid.diagnostics),
        }
    }
}

/// The paths by what they are.
#[derive(Debug, Default)]
struct Sorted {
    /// Folders to lay over the catalog.
    rules: Vec<PathBuf>,
    /// The pack folders among and below them.
    packs: Vec<PathBuf>,
    profiles: Vec<PathBuf>,
}

impl Sorted {
    fn of(paths: &[PathBuf], problems: &mut Vec<Diagnostic>) -> Self {
        let mut sorted = Sorted::default();
        let mut seen = BTreeSet::new();
        for path in paths {
            // A file of a pack is checked as part of it.
            let path = if path.is_dir() {
                path.clone()
            } else {
                source::folder_of_rules(path).unwrap_or_else(|| path.clone())
            };
            let known = std::fs::canonicalize(&path).unwrap_or_else(|_| path.clone());
            if !seen.insert(known) {
                continue;
            }
            if let Err(mut invalid) = sorted.add(&path) {
                problems.append(&mut invalid.diagnostics);
            }
        }
        sorted
    }

    fn add(&mut self, path: &Path) -> Result<(), dteam_text::diagnostic::Invalid> {
        if is_standard_input(path) || !path.is_dir() {
            self.profiles.push(path.to_owned());
            return Ok(());
        }
        if source::is_pack(path) {
            self.rules.push(path.to_owned());
            self.packs.push(path.to_owned());
            return Ok(());
        }
        let entries = source::entries(path)?;
        let packs: Vec<&PathBuf> = entries.iter().filter(|entry| source::is_pack(entry)).collect();
        if !packs.is_empty() || source::is_study(path) {
            self.rules.push(path.to_owned());
            self.packs.extend(packs.into_iter().cloned());
            return Ok(());
        }
        let is_profile = |entry: &&PathBuf| {
            let extension =
                entry.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
            entry.is_file() && matches!(extension, "yaml" | "yml" | "json")
        };
        let before = self.profiles.len();
        self.profiles.extend(entries.iter().filter(is_profile).cloned());
        match self.profiles.len() > before {
            true => Ok(()),
            false => {
                let path = source::shown(path);
                Err(Problem::NothingToCheck { path }.into())
            }
        }
    }
}

/// Whether the path stands for standard input.
fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}
