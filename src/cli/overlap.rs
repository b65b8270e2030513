//! Nothing is read and written at once. Files are compared by what they are, whatever they are
//! called: links, and the files behind standard input and output, are seen through.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use dteam::render::Format;
use dteam::{Invalid, source};
use dteam_text::diagnostic::Problem;
use same_file::Handle;

use super::held::{folder, real};

/// How many bytes at the beginning and at the end of a file tell whether it is a report.
const END: u64 = 500;

/// Refuses to write to any of `writes` that is among what is read: files, the files in folders, and
/// packs whole of which one file is named. `-` is standard input where it is read, and standard
/// output where it is written.
pub(super) fn refuse(reads: &[PathBuf], writes: &[PathBuf]) -> Result<(), Invalid> {
    let writes: Vec<(&PathBuf, Handle)> =
        writes.iter().filter_map(|path| written(path).map(|handle| (path, handle))).collect();
    if writes.is_empty() {
        return Ok(());
    }
    let stdin = reads.iter().find(|path| is_hyphen(path)).cloned();
    for path in read(reads).into_iter().chain(stdin) {
        let found = if is_hyphen(&path) { regular(Handle::stdin()) } else { existing(&path) };
        let same = found.and_then(|found| writes.iter().find(|(_, written)| *written == found));
        if let Some((output, _)) = same {
            // Whoever sent standard output there knows the file by its name.
            let path = if is_hyphen(output) { &path } else { *output };
            return Err(Problem::OutputIsInput { path: path.display().to_string() }.into());
        }
    }
    Ok(())
}

/// Refuses a folder for reports in which one could take the place of something that is read, or of
/// a file of the reports' form that is none.
pub(super) fn refuse_reports(
    reads: &[PathBuf],
    into: &Path,
    format: &Format,
) -> Result<(), Invalid> {
    let Ok(into) = fs::canonicalize(into) else { return Ok(()) };
    let alike = |path: &Path| {
        path.extension().is_some_and(|found| found.eq_ignore_ascii_case(format.extension))
    };
    let within = |path: &Path| fs::canonicalize(folder(path)).is_ok_and(|folder| folder == into);
    let refused = |path: &Path| {
        let path = path.display().to_string();
        Err(Problem::NotAReport { path }.into())
    };
    if let Some(path) = read(reads).iter().find(|path| alike(path) && within(path)) {
        return refused(path);
    }
    match source::entries(&into)?.iter().find(|path| alike(path) && !is_report(path, format)) {
        Some(path) => refused(path),
        None => Ok(()),
    }
}

fn is_report(path: &Path, format: &Format) -> bool {
    let ends = source::regular(path).and_then(|mut file| {
        let (mut beginning, mut ending) = (Vec::new(), Vec::new());
        file.by_ref().take(END).read_to_end(&mut beginning)?;
        file.seek(SeekFrom::Start(file.metadata()?.len().saturating_sub(END)))?;
        file.take(END).read_to_end(&mut ending)?;
        Ok((beginning, ending))
    });
    let letters = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    ends.is_ok_and(|(beginning, ending)| format.is_advice(&letters(&beginning), &letters(&ending)))
}

/// Whether both are the same file, or will be once they are made.
pub(super) fn same(one: &Path, other: &Path) -> bool {
    match (written(one), written(other)) {
        (Some(one), Some(other)) => one == other,
        _ => real(one) == real(other),
    }
}

/// Whether the path leads to standard output.
pub(super) fn is_standard_output(path: &Path) -> bool {
    is_hyphen(path)
        || existing(path)
            .is_some_and(|file| regular(Handle::stdout()).is_some_and(|out| out == file))
}

/// Every file that is read with one of these. What is no file, or cannot be looked into, is left
/// out: reading says so.
fn read(paths: &[PathBuf]) -> BTreeSet<PathBuf> {
    let (mut files, mut folders) = (BTreeSet::new(), BTreeSet::new());
    for path in paths.iter().filter(|path| !is_hyphen(path)) {
        match path.is_dir() {
            true => drop(folders.insert(path.clone())),
            false => {
                files.insert(path.clone());
                // One file of a pack, or of rules, stands for all.
                let folder = folder(path);
                if is_of(path, &["yaml", "rhai"]) && is_rules(folder) {
                    folders.insert(folder.to_owned());
                }
            }
        }
    }
    for folder in &folders {
        let packs = source::packs(folder).unwrap_or_default();
        let is_rules = !packs.is_empty() || is_rules(folder);
        let extensions: &[&str] =
            if is_rules { &["yaml", "rhai"] } else { &["yaml", "yml", "json"] };
        for folder in packs.iter().chain([folder]) {
            let entries = source::entries(folder).unwrap_or_default();
            files.extend(entries.into_iter().filter(|path| is_of(path, extensions)));
        }
    }
    files
}

fn is_rules(folder: &Path) -> bool {
    source::is_pack(folder) || folder.join("survey.yaml").is_file()
}

fn is_of(path: &Path, extensions: &[&str]) -> bool {
    let extension = path.extension().unwrap_or_default();
    extensions.iter().any(|known| extension.eq_ignore_ascii_case(known))
}

fn is_hyphen(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn written(path: &Path) -> Option<Handle> {
    if is_hyphen(path) { regular(Handle::stdout()) } else { existing(path) }
}

/// The file, if there is one. What is no regular file can be read and written at once, and opening
/// it could wait for ever.
fn existing(path: &Path) -> Option<Handle> {
    let is_file = fs::metadata(path).is_ok_and(|found| found.is_file());
    is_file.then(|| Handle::from_path(path).ok()).flatten()
}

fn regular(handle: std::io::Result<Handle>) -> Option<Handle> {
    handle.ok().filter(|handle| handle.as_file().metadata().is_ok_and(|found| found.is_file()))
}
