//! Which packs a command is about, from what was named on the command line.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use dteam::{Invalid, source};
use dteam_text::diagnostic::Problem;

use super::Common;

/// The folders of the packs to look at, and those to load for them.
pub(super) struct Packs {
    /// One folder a pack, in the order of their paths.
    pub folders: Vec<PathBuf>,
    /// Folders to lay over the built-in rules.
    pub load: Vec<PathBuf>,
}

impl Packs {
    /// `named` are folders of packs, packs' folders, or ids of packs in the folders given with
    /// `--rules`. Without any, those folders are meant; without these, `rules/`, else the current
    /// folder.
    pub fn of(named: &[PathBuf], common: &Common) -> Result<Self, Invalid> {
        let given = if common.rules.is_empty() { usual() } else { common.rules.clone() };
        let named = if named.is_empty() { given.as_slice() } else { named };
        if named.is_empty() {
            return Err(Problem::NoPacks.into());
        }
        let (mut folders, mut load, mut problems) = (Vec::new(), common.rules.clone(), Vec::new());
        for named in named {
            match found(named, &given) {
                Ok((mut packs, folder)) => {
                    folders.append(&mut packs);
                    load.push(folder);
                }
                Err(mut invalid) => problems.append(&mut invalid.diagnostics),
            }
        }
        folders.sort();
        match problems.is_empty() {
            true => Ok(Packs { folders: once(folders), load: outermost(once(load)) }),
            false => Err(Invalid { diagnostics: problems }),
        }
    }
}

/// Where packs are looked for if nobody says where.
fn usual() -> Vec<PathBuf> {
    let usual = ["rules", "."].into_iter().map(PathBuf::from);
    usual
        .filter(|folder| source::packs(folder).is_ok_and(|packs| !packs.is_empty()))
        .take(1)
        .collect()
}

/// The packs that are meant by a name, and the folder to load for them.
fn found(named: &Path, given: &[PathBuf]) -> Result<(Vec<PathBuf>, PathBuf), Invalid> {
    let is_path = named.components().count() > 1 || named.extension().is_some();
    if named.exists() || is_path {
        // A file stands for the folder that it belongs to.
        let of_file = source::folder_of_rules(named);
        let folder = of_file.as_deref().unwrap_or(named);
        let packs = if folder.is_file() { Vec::new() } else { source::packs(folder)? };
        if packs.is_empty() {
            let problem = Problem::NotARulesFolder { path: named.display().to_string() };
            return Err(problem.into());
        }
        return Ok((packs, folder.to_owned()));
    }
    let id = named.display().to_string();
    let mut known = Vec::new();
    for folder in given {
        for pack in source::packs(folder)? {
            let name = source::folder_name(&pack);
            if name == id {
                return Ok((vec![pack], folder.clone()));
            }
            known.push(name);
        }
    }
    let nearest = dteam::nearest(&id, known.iter().map(String::as_str));
    Err(Problem::UnknownPack { pack: id, known: known.join(", "), nearest }.into())
}

/// Each folder once, however it is written.
fn once(folders: Vec<PathBuf>) -> Vec<PathBuf> {
    let mut seen = BTreeSet::new();
    folders.into_iter().filter(|folder| seen.insert(real(folder))).collect()
}

/// Without the packs that lie in another of the folders.
fn outermost(folders: Vec<PathBuf>) -> Vec<PathBuf> {
    let all: BTreeSet<PathBuf> = folders.iter().map(|folder| real(folder)).collect();
    let within =
        |folder: &PathBuf| real(folder).parent().is_some_and(|parent| all.contains(parent));
    folders.into_iter().filter(|folder| !within(folder)).collect()
}

fn real(folder: &Path) -> PathBuf {
    std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned())
}
