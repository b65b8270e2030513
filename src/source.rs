//! Reading files: text of reasonable size, or a clear error.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Invalid, Problem, SourceFile};

/// Larger files are refused: profiles have a few KiB, packs some hundred.
const MOST_BYTES: u64 = 4 * 1024 * 1024;

/// Reads a text file of at most 4 MiB.
///
/// # Errors
/// [`Invalid`] if the file cannot be read, is too large or is not UTF-8.
pub fn open(path: impl AsRef<Path>) -> Result<Arc<SourceFile>, Invalid> {
    let path = path.as_ref();
    read(File::open(path).map_err(|error| not_readable(path, &error))?, path)
}

/// Reads a text of at most 4 MiB from anywhere; `name` is what errors call it.
///
/// # Errors
/// As [`open`].
pub fn read(input: impl Read, name: impl AsRef<Path>) -> Result<Arc<SourceFile>, Invalid> {
    let path = name.as_ref();
    let mut bytes = Vec::new();
    input.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(|error| not_readable(path, &error))?;
    let name = path.display().to_string();
    if bytes.len() as u64 > MOST_BYTES {
        let problem = Problem::TooLarge { path: name, most_kib: (MOST_BYTES / 1024) as usize };
        return Err(Diagnostic::without_place(problem).into());
    }
    match String::from_utf8(bytes) {
        // Editors on Windows begin a file with a byte order mark.
        Ok(text) => Ok(SourceFile::new(name, text.strip_prefix('\u{feff}').unwrap_or(&text))),
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            Err(Diagnostic::without_place(Problem::NotUtf8 { path: name, offset }).into())
        }
    }
}

/// Why a file or folder cannot be read.
pub(crate) fn not_readable(path: &Path, error: &std::io::Error) -> Diagnostic {
    let reason = match error.kind() {
        ErrorKind::NotFound => "not-found".to_owned(),
        ErrorKind::PermissionDenied => "no-permission".to_owned(),
        ErrorKind::IsADirectory => "folder".to_owned(),
        _ => error.to_string(),
    };
    Diagnostic::without_place(Problem::NotReadable { path: path.display().to_string(), reason })
}
