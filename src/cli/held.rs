//! Files beside an output that are ours as long as we live: the locks of runs, and what is written
//! before it takes its place.
//!
//! The system lets go of a lock when its process ends, however it ends. So a file of this kind that
//! nobody holds was left behind by a process that was killed: whoever needs the name next takes it
//! away, and nobody else's.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use same_file::Handle;
use xxhash_rust::xxh3::xxh3_64;

/// What is written before it takes its place is held for moments only.
const PATIENCE: Duration = Duration::from_secs(5);

/// Between two looks at a file that another process holds.
const PAUSE: Duration = Duration::from_millis(5);

/// Longer names are abbreviated: file systems allow 255 bytes.
const MAX_NAME: usize = 200;

/// More links in a row lead in circles.
const MAX_LINKS: usize = 40;

/// The maximum number of attempts to make a file that others remove; after that, giving up is
/// better than looping.
const MAX_TRIES: usize = 1000;

/// A file that no other process of ours touches. It goes when this is dropped, unless it has taken
/// another's place.
pub(super) struct Held {
    path: PathBuf,
    file: File,
    placed: bool,
}

/// Why a file is not ours.
pub(super) enum Refused {
    /// Another process holds it.
    Held,
    Failed(std::io::Error),
}

impl From<std::io::Error> for Refused {
    fn from(error: std::io::Error) -> Self {
        Refused::Failed(error)
    }
}

impl Held {
    /// Makes the file, unless another process that lives has it.
    pub fn make(path: &Path) -> Result<Self, Refused> {
        for _ in 0..MAX_TRIES {
            match create(path) {
                Ok(file) => {
                    // Before it was locked, another process may have taken it for one that was left
                    // behind.
                    if lock(&file)? && is_at(&file, path)? {
                        return Ok(Held { path: path.to_owned(), file, placed: false });
                    }
                }
                Err(error) if error.kind() == ErrorKind::AlreadyExists => remove_abandoned(path)?,
                Err(error) => return Err(error.into()),
            }
        }
        Err(Refused::Held)
    }

    /// Makes the file in which the new content of `target` is written, once no other process is
    /// about to replace it.
    pub fn replacement(target: &Path) -> std::io::Result<Self> {
        let path = beside(target, "new");
        let begun = Instant::now();
        loop {
            match Held::make(&path) {
                Ok(held) => return Ok(held),
                Err(Refused::Failed(error)) => return Err(error),
                Err(Refused::Held) if begun.elapsed() > PATIENCE => {
                    return Err(std::io::Error::other("in-use"));
                }
                Err(Refused::Held) => std::thread::sleep(PAUSE),
            }
        }
    }

    pub fn write(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.file.write_all(bytes)
    }

    pub fn permit(&self, permissions: fs::Permissions) -> std::io::Result<()> {
        self.file.set_permissions(permissions)
    }

    /// Lets the file take the place of another.
    pub fn place(mut self, target: &Path) -> std::io::Result<()> {
        fs::rename(&self.path, target)?;
        self.placed = true;
        Ok(())
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if !self.placed {
            // While it is still locked: whoever opens it now finds that it is gone. If it stays,
            // the next one removes it.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// The name of a file of ours beside another: `.advices.ndjson.dteam-lock`.
pub(super) fn beside(path: &Path, purpose: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default();
    let mut own = std::ffi::OsString::from(".");
    match name.len() > MAX_NAME {
        true => own.push(format!("{:016x}", xxh3_64(name.as_encoded_bytes()))),
        false => own.push(name),
    }
    own.push(format!(".dteam-{purpose}"));
    path.with_file_name(own)
}

/// Where a file really is or will be, links followed, even one that leads to nothing yet.
pub(super) fn real(path: &Path) -> PathBuf {
    if fs::metadata(path).is_ok() {
        // The end of a pipe is there and has no name of its own.
        return fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    }
    let mut path = path.to_owned();
    for _ in 0..MAX_LINKS {
        match fs::read_link(&path) {
            Ok(target) => path = folder(&path).join(target),
            Err(_) => break,
        }
    }
    match (fs::canonicalize(folder(&path)), path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path,
    }
}

/// The folder that a file is in.
pub(super) fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn create(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o644);
    options.open(path)
}

/// Removes what a killed process has left behind.
fn remove_abandoned(path: &Path) -> Result<(), Refused> {
    let gone = |result: std::io::Result<()>| match result {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Refused::Failed(error)),
        _ => Ok(()),
    };
    match fs::symlink_metadata(path) {
        Err(error) => return gone(Err(error)),
        // No process of ours has made that.
        Ok(found) if !found.is_file() => return gone(fs::remove_file(path)),
        Ok(_) => {}
    }
    match OpenOptions::new().read(true).write(true).open(path) {
        Err(error) => gone(Err(error)),
        Ok(file) if !lock(&file)? => Err(Refused::Held),
        Ok(file) if is_at(&file, path)? => gone(fs::remove_file(path)),
        Ok(_) => Ok(()),
    }
}

/// Whether the file could be locked. Where the file system knows no locks, there are none to heed.
fn lock(file: &File) -> std::io::Result<bool> {
    match file.try_lock() {
        Ok(()) => Ok(true),
        Err(TryLockError::WouldBlock) => Ok(false),
        Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => Ok(true),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Whether the path still leads to the open file.
fn is_at(file: &File, path: &Path) -> std::io::Result<bool> {
    let open = file.try_clone().and_then(Handle::from_file)?;
    match Handle::from_path(path) {
        Ok(there) => Ok(open == there),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}
