//! Where output goes: standard output, or a file that is replaced only once all is written.

use std::io::{ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};

use dteam::render::Layout;
use dteam::{Diagnostic, Invalid, Problem, source};

use super::{Common, When};

/// Wider lines are hard to read.
const WIDEST: u16 = 110;

/// Where nobody tells the width.
const USUAL: u16 = 100;

/// Where output goes and how it is laid out.
pub(super) struct Target {
    path: Option<PathBuf>,
    width: u16,
    colour: bool,
}

impl Target {
    /// Where nothing is read but the rules.
    pub fn new(common: &Common) -> Result<Self, Invalid> {
        Target::of::<&Path>(common, &[])
    }

    /// Refuses to write over anything that is read: the inputs, and files in the folders among them or given with `--rules`.
    pub fn of<P: AsRef<Path>>(common: &Common, inputs: &[P]) -> Result<Self, Invalid> {
        if let Some(output) = &common.output
            && let Ok(existing) = std::fs::canonicalize(output)
        {
            let inputs = inputs.iter().map(AsRef::as_ref).chain(common.rules.iter().map(PathBuf::as_path));
            let reads = |input: &Path| std::fs::canonicalize(input).is_ok_and(|input| is_read(&input, &existing));
            if inputs.into_iter().any(reads) {
                return Err(problem(Problem::OutputIsInput { path: output.display().to_string() }));
            }
        }
        let on_terminal = common.output.is_none() && std::io::stdout().is_terminal();
        let (width, colour) = look(common, on_terminal);
        Ok(Target { path: common.output.clone().filter(|path| path.as_os_str() != "-"), width, colour })
    }

    /// Refuses to replace a file.
    pub fn must_be_new(&self) -> Result<(), Invalid> {
        match self.path.as_deref().filter(|path| path.exists()) {
            Some(path) => Err(problem(Problem::OutputExists { path: path.display().to_string() })),
            None => Ok(()),
        }
    }

    pub fn colour(&self) -> bool {
        self.colour
    }

    pub fn layout(&self, full_steps: usize) -> Layout {
        Layout { width: usize::from(self.width), colour: self.colour, full_steps }
    }

    pub fn write(&self, text: &str) -> Result<(), Invalid> {
        self.write_bytes(text.as_bytes())
    }

    pub fn write_bytes(&self, bytes: &[u8]) -> Result<(), Invalid> {
        match &self.path {
            None => print_bytes(bytes),
            Some(path) => replace_with(path, bytes),
        }
    }

    /// Whether output goes to a screen.
    #[cfg(feature = "pdf")]
    pub fn is_terminal(&self) -> bool {
        self.path.is_none() && std::io::stdout().is_terminal()
    }
}

/// Columns, and whether to colour.
fn look(common: &Common, on_terminal: bool) -> (u16, bool) {
    let measured = || {
        let (width, _) = on_terminal.then(terminal_size::terminal_size).flatten()?;
        Some(width.0.clamp(40, WIDEST))
    };
    let width = common.width.or_else(measured).unwrap_or(USUAL);
    (width, colour(common.color, on_terminal, &std::io::stdout()))
}

/// The layout of a dialogue, which takes place on standard output wherever `--output` goes.
pub(super) fn dialogue_layout(common: &Common) -> Layout {
    let (width, colour) = look(common, std::io::stdout().is_terminal());
    Layout { width: usize::from(width), colour, full_steps: 0 }
}

/// Whether the existing file is the input, or may be read as part of it: a pack's file, or a profile in a folder of profiles.
fn is_read(input: &Path, existing: &Path) -> bool {
    let extension = existing.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let source = matches!(extension, "yaml" | "yml" | "json" | "rhai");
    input == existing || (source && input.is_dir() && existing.starts_with(input)) || is_beside(input, existing, source)
}

/// A pack's file given by its name stands for the whole pack.
fn is_beside(input: &Path, existing: &Path, source: bool) -> bool {
    let folder = input.parent();
    source && input.is_file() && folder == existing.parent() && folder.is_some_and(source::is_pack)
}

/// Whether to colour: `NO_COLOR` and dumb terminals are respected, `--color` has the last word.
pub(super) fn colour(when: When, on_terminal: bool, stream: &impl anstream::stream::RawStream) -> bool {
    match when {
        When::Always => true,
        When::Never => false,
        When::Auto => on_terminal && anstream::AutoStream::choice(stream) != anstream::ColorChoice::Never,
    }
}

pub(super) fn print(text: &str) -> Result<(), Invalid> {
    print_bytes(text.as_bytes())
}

fn print_bytes(bytes: &[u8]) -> Result<(), Invalid> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        // The reader has seen enough (`dteam … | head`).
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other.map_err(|error| not_written("-", &error)),
    }
}

fn problem(problem: Problem) -> Invalid {
    Diagnostic::without_place(problem).into()
}

fn not_written(path: &str, error: &std::io::Error) -> Invalid {
    problem(Problem::NotWritable { path: path.to_owned(), reason: source::reason(error) })
}

/// Replaces the file, or makes it.
pub(super) fn replace_file(path: &Path, text: &str) -> Result<(), Invalid> {
    replace_with(path, text.as_bytes())
}

fn replace_with(path: &Path, bytes: &[u8]) -> Result<(), Invalid> {
    replace(path, bytes).map_err(|error| not_written(&path.display().to_string(), &error))
}

/// Refuses a file that could not be replaced or made.
pub(super) fn must_be_writable(path: &Path) -> Result<(), Invalid> {
    let target = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let existing =
        if target.exists() { std::fs::OpenOptions::new().write(true).open(&target).map(drop) } else { Ok(()) };
    let tried = existing.and_then(|()| tempfile::Builder::new().prefix(".dteam-").tempfile_in(folder).map(drop));
    tried.map_err(|error| not_written(&path.display().to_string(), &error))
}

/// Makes a folder with these files, all of them or nothing. An empty folder may be there already.
pub(super) fn make_folder(path: &Path, files: &[(&str, String)]) -> Result<(), Invalid> {
    let is_empty = |folder: &Path| std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
    if path.symlink_metadata().is_ok() && !is_empty(path) {
        return Err(problem(Problem::OutputExists { path: path.display().to_string() }));
    }
    make(path, files).map_err(|error| not_written(&path.display().to_string(), &error))
}

/// Writes beside the folder and then takes its place, so that there is never half of it.
fn make(path: &Path, files: &[(&str, String)]) -> std::io::Result<()> {
    // A link to an empty folder stays a link.
    let path = &std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !parent.is_dir() {
        return Err(ErrorKind::NotFound.into());
    }
    let mut options = tempfile::Builder::new();
    options.prefix(".dteam-");
    #[cfg(unix)]
    options.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
    let folder = options.tempdir_in(parent)?;
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text)?;
    }
    std::fs::rename(folder.path(), path)?;
    // There is nothing left to remove.
    let _ = folder.keep();
    Ok(())
}

/// Makes the file in its folder, or puts it in place of what has its name there, were that a link to elsewhere.
pub(super) fn place_file(path: &Path, text: &str) -> Result<(), Invalid> {
    let mut options = tempfile::Builder::new();
    options.prefix(".dteam-");
    #[cfg(unix)]
    options.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644));
    let folder = path.parent().unwrap_or(Path::new("."));
    let placed = options.tempfile_in(folder).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.persist(path).map_err(|error| error.error)
    });
    placed.map(drop).map_err(|error| not_written(&path.display().to_string(), &error))
}

/// Writes beside the file and then takes its place, so that there is never half a report.
fn replace(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    // A link stays a link, and a file that may not be written to stays as it is.
    let path = &std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut options = tempfile::Builder::new();
    options.prefix(".dteam-");
    if path.exists() {
        // Opened once: the reader of a pipe takes its being closed for the end.
        let mut existing = std::fs::OpenOptions::new().write(true).open(path)?;
        let found = existing.metadata()?;
        if !found.is_file() {
            return existing.write_all(bytes);
        }
        options.permissions(found.permissions());
    } else {
        #[cfg(unix)]
        options.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = options.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}
