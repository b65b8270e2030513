//! A version of rules: a pack's folder, a folder of packs, or either in a revision of Git.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use dteam::{Catalog, CatalogBuilder, Diagnostic, Invalid, SourceFile, source};
use dteam_text::diagnostic::Problem;

use super::Common;

/// A file and its path within a folder of rules.
type Found = (String, Arc<SourceFile>);

/// The catalog of a version, as far as its files are sound, and what is wrong with them. A folder
/// of the name goes before a revision.
pub(super) fn load(
    named: &str,
    common: &Common,
) -> Result<(Option<Catalog>, Vec<Diagnostic>), Invalid> {
    let path = Path::new(named);
    let files = match named.split_once(':') {
        Some((revision, within)) if !path.exists() => of_revision(revision, within)?,
        _ => of_folder(&source::folder_of_rules(path).unwrap_or_else(|| path.to_owned()))?,
    };
    let is_pack = |(path, _): &Found| path.ends_with("/pack.yaml");
    let shared = files.iter().filter(|(path, _)| source::STUDY.contains(&path.as_str())).count();
    if shared == 0 && !files.iter().any(is_pack) {
        return Err(Problem::NotARulesFolder { path: named.to_owned() }.into());
    }
    // A study of its own takes the place of all that comes along.
    let builder: CatalogBuilder = match shared == source::STUDY.len() {
        true => Catalog::builder(),
        false => dteam::builder().folders(&common.rules),
    };
    Ok(builder.files(files).examine())
}

fn of_folder(folder: &Path) -> Result<Vec<Found>, Invalid> {
    if folder.is_file() {
        return Err(Problem::NotARulesFolder { path: source::shown(folder) }.into());
    }
    let mut found = Vec::new();
    let packs = source::packs(folder)?;
    if !source::is_pack(folder) {
        let shared = source::STUDY.into_iter().chain([source::FACTS]);
        for name in shared.filter(|name| folder.join(name).is_file()) {
            found.push((name.to_owned(), source::open_found(folder.join(name))?));
        }
    }
    for pack in packs {
        let mut files = Vec::new();
        for path in source::entries(&pack)? {
            let name = source::folder_name(&path);
            if belongs(&name) {
                files.push((name, source::open_found(&path)?));
            }
        }
        found.extend(of_pack(&source::folder_name(&pack), files));
    }
    Ok(found)
}

/// A pack's files below its id: the folder of an older version may be called otherwise.
fn of_pack(folder: &str, files: Vec<Found>) -> impl Iterator<Item = Found> + use<> {
    let head = files.iter().find(|(name, _)| name == "pack.yaml");
    let id = head.and_then(|(_, file)| file.text.lines().find_map(|line| line.strip_prefix("id:")));
    let id = id.map_or(folder, |id| id.trim().trim_matches(['"', '\''])).to_owned();
    files.into_iter().map(move |(name, file)| (format!("{id}/{name}"), file))
}

fn belongs(name: &str) -> bool {
    matches!(name, "pack.yaml" | source::FACTS) || name.ends_with(".rhai")
}

/// The files below a path of the repository that the current folder lies in; the path is seen from
/// the current folder.
fn of_revision(revision: &str, within: &str) -> Result<Vec<Found>, Invalid> {
    let within = within.trim_end_matches('/');
    let tree = match within {
        "" | "." => format!("{revision}:./"),
        within => format!("{revision}:./{within}"),
    };
    let named = format!("{revision}:{within}");
    let listed = git(&["ls-tree", "-r", "-z", "--name-only", &tree], &named)?;
    let listed = String::from_utf8_lossy(&listed).into_owned();
    let open = |path: &str| {
        let (at, name) =
            (format!("{}/{path}", tree.trim_end_matches('/')), format!("{named}/{path}"));
        source::read(git(&["show", &at], &named)?.as_slice(), &name)
    };
    let (mut found, mut packs): (Vec<Found>, Vec<(String, Vec<Found>)>) = (Vec::new(), Vec::new());
    let own =
        Path::new(within).file_name().map_or_else(String::new, |it| it.to_string_lossy().into());
    let is_pack = listed.split('\0').any(|path| path == "pack.yaml");
    for path in listed.split('\0') {
        let (pack, name) = match path.split_once('/') {
            None if source::STUDY.contains(&path) || (path == source::FACTS && !is_pack) => {
                found.push((path.to_owned(), open(path)?));
                continue;
            }
            None => (own.as_str(), path),
            Some((pack, name)) => (pack, name),
        };
        if !belongs(name) {
            continue;
        }
        let file = (name.to_owned(), open(path)?);
        match packs.iter_mut().find(|(known, _)| known == pack) {
            Some((_, files)) => files.push(file),
            None => packs.push((pack.to_owned(), vec![file])),
        }
    }
    let packs =
        packs.into_iter().filter(|(_, files)| files.iter().any(|(name, _)| name == "pack.yaml"));
    found.extend(packs.flat_map(|(folder, files)| of_pack(&folder, files)));
    Ok(found)
}

fn git(arguments: &[&str], revision: &str) -> Result<Vec<u8>, Invalid> {
    let failed = |reason: String| -> Invalid {
        Problem::RevisionNotReadable { revision: revision.to_owned(), reason }.into()
    };
    // What begins with a hyphen would be an option.
    if revision.starts_with('-') {
        return Err(failed("no-revision".to_owned()));
    }
    let output = Command::new("git")
        .args(arguments)
        .env("LC_ALL", "C")
        .output()
        .map_err(|_| failed("no-git".to_owned()))?;
    match output.status.success() {
        true => Ok(output.stdout),
        false => {
            let said = String::from_utf8_lossy(&output.stderr);
            let first = said.lines().next().unwrap_or_default();
            Err(failed(first.trim_start_matches("fatal: ").to_owned()))
        }
    }
}
