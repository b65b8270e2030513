//! Reading files and folders: text of reasonable size, or a clear error.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Invalid, Problem, SourceFile};

/// Larger files are refused: profiles have a few KiB, packs some hundred.
const MAX_BYTES: u64 = 4 * 1024 * 1024;

/// Most profiles are smaller, and so are read at once.
const USUAL_BYTES: usize = 8 * 1024;

/// Reads a text file of at most 4 MiB.
///
/// # Errors
/// [`Invalid`] if the file cannot be read, is too large or is not UTF-8.
pub fn open(path: impl AsRef<Path>) -> Result<Arc<SourceFile>, Invalid> {
    let path = path.as_ref();
    read(File::open(path).map_err(|error| not_readable(path, &error))?, path)
}

/// As [`open`], for a file found in a folder: it has to be one, for a pipe could be waited for
/// without end.
///
/// # Errors
/// As [`open`], and if it is no regular file.
pub fn open_found(path: impl AsRef<Path>) -> Result<Arc<SourceFile>, Invalid> {
    let path = path.as_ref();
    read(regular(path).map_err(|error| not_readable(path, &error))?, path)
}

/// Opens a regular file. Anything else could be waited for without end: nobody may be writing to a
/// pipe.
///
/// # Errors
/// As opening a file; and, for [`reason`] to name it, if it is no regular file.
pub fn regular(path: &Path) -> std::io::Result<File> {
    match fs::metadata(path) {
        Ok(found) if !found.is_file() && !found.is_dir() => Err(std::io::Error::other("no-file")),
        _ => File::open(path),
    }
}

/// Reads a text of at most 4 MiB from anywhere; `name` is what errors call it.
///
/// # Errors
/// As [`open`].
pub fn read(input: impl Read, name: impl AsRef<Path>) -> Result<Arc<SourceFile>, Invalid> {
    let path = name.as_ref();
    let mut bytes = Vec::with_capacity(USUAL_BYTES);
    input
        .take(MAX_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| not_readable(path, &error))?;
    let name = shown(path);
    if utf16(&bytes).is_some() {
        return Err(Problem::Utf16 { path: name }.into());
    }
    if bytes.len() as u64 > MAX_BYTES {
        let problem = Problem::TooLarge { path: name, most_kib: (MAX_BYTES / 1024) as usize };
        return Err(problem.into());
    }
    match String::from_utf8(bytes) {
        // Editors on Windows begin a file with a byte order mark.
        Ok(text) => Ok(SourceFile::new(name, text.strip_prefix('\u{feff}').unwrap_or(&text))),
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            Err(Problem::NotUtf8 { path: name, offset }.into())
        }
    }
}

/// The encoding of what Windows calls Unicode, if this is some: two bytes a letter, with a mark
/// before them or a zero beside the first letter.
pub fn utf16(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, ..] => Some("utf-16le"),
        [0xfe, 0xff, ..] => Some("utf-16be"),
        [letter, 0, ..] if *letter != 0 => Some("utf-16le"),
        [0, letter, ..] if *letter != 0 => Some("utf-16be"),
        _ => None,
    }
}

/// A folder's entries, sorted: the order of the file system is nobody's order.
///
/// # Errors
/// [`Invalid`] if the folder cannot be read.
pub fn entries(folder: &Path) -> Result<Vec<PathBuf>, Invalid> {
    let failed = |error: std::io::Error| Invalid::from(not_readable(folder, &error));
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        paths.push(entry.map_err(failed)?.path());
    }
    paths.sort();
    Ok(paths)
}

/// The packs in a folder: the folder itself if it is one (it holds `pack.yaml`), else those
/// directly in it, sorted.
///
/// # Errors
/// [`Invalid`] if the folder cannot be read.
pub fn packs(folder: &Path) -> Result<Vec<PathBuf>, Invalid> {
    if is_pack(folder) {
        return Ok(vec![folder.to_owned()]);
    }
    Ok(entries(folder)?.into_iter().filter(|path| is_pack(path)).collect())
}

/// Whether the folder is a pack: it holds something called `pack.yaml`. That it cannot be read is
/// said when it is read.
pub fn is_pack(folder: &Path) -> bool {
    fs::symlink_metadata(folder.join("pack.yaml")).is_ok()
}

/// The files that make a study, beside its packs.
pub const STUDY: [&str; 3] = ["survey.yaml", "typology.yaml", "benchmarks.yaml"];

/// The file of the dated facts, of a study or of a pack.
pub const FACTS: &str = "facts.yaml";

/// Whether the folder holds the survey, the typology or the benchmarks of a study.
pub fn is_study(folder: &Path) -> bool {
    STUDY.iter().any(|name| folder.join(name).is_file())
}

/// The folder of a file that belongs to a pack or to the rules.
pub fn folder_of_rules(file: &Path) -> Option<PathBuf> {
    let name = file.file_name()?.to_str()?;
    let of_pack = matches!(name, "pack.yaml" | "cases.yaml" | FACTS) || name.ends_with(".rhai");
    let folder = file
        .parent()
        .map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder })?;
    let of_study = STUDY.contains(&name) || (name == FACTS && holds_packs(folder));
    (file.is_file() && (of_study || (of_pack && is_pack(folder)))).then(|| folder.to_owned())
}

/// Whether packs or a study are in the folder.
fn holds_packs(folder: &Path) -> bool {
    is_study(folder) || packs(folder).is_ok_and(|packs| !packs.is_empty())
}

/// The folder's own name, which `.` does not show: a pack's id.
pub fn folder_name(folder: &Path) -> String {
    let named = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    named.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// A path as text. Bytes that are no text (names from systems with another encoding) are written
/// out, `\\xe4`, so that no two names look alike.
pub fn shown(path: &Path) -> String {
    let mut shown = String::new();
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        shown.push_str(chunk.valid());
        chunk.invalid().iter().for_each(|byte| shown.push_str(&format!("\\x{byte:02x}")));
    }
    shown
}

/// Whether `inner` is `outer` or lies directly in it, however the two are written.
pub fn holds(outer: &Path, inner: &Path) -> bool {
    match (fs::canonicalize(outer), fs::canonicalize(inner)) {
        (Ok(outer), Ok(inner)) => inner == outer || inner.parent() == Some(outer.as_path()),
        _ => false,
    }
}

/// Why reading or writing failed, as problems name it: a keyword for what people meet, else the
/// system's own words.
pub fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "not-found".to_owned(),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => "no-permission".to_owned(),
        ErrorKind::IsADirectory => "folder".to_owned(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            "full".to_owned()
        }
        _ if is_out_of_descriptors(error) => "too-many-open".to_owned(),
        _ => error.to_string(),
    }
}

/// Whether the process, or the machine, may open no more files: EMFILE and ENFILE, which have the
/// same numbers on every Unix and no kind in Rust.
fn is_out_of_descriptors(error: &std::io::Error) -> bool {
    cfg!(unix) && matches!(error.raw_os_error(), Some(23 | 24))
}

/// The problem that a file or folder cannot be read, and why.
pub fn not_readable(path: &Path, error: &std::io::Error) -> Diagnostic {
    Diagnostic::unlocated(Problem::NotReadable { path: shown(path), reason: reason(error) })
}
