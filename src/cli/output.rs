//! Where output goes: standard output, or a file that is replaced only once all is written.

use std::io::{ErrorKind, IsTerminal, StdoutLock, Write};
use std::path::{Path, PathBuf};

use dteam::render::Layout;
use dteam::{Invalid, source};
use dteam_text::diagnostic::Problem;

use super::held::{Held, beside, folder, real};
use super::{Common, When, closed, overlap};

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

    /// Refuses to write over anything that is read: the inputs, and files in the folders among them
    /// or given with `--rules`.
    pub fn of<P: AsRef<Path>>(common: &Common, inputs: &[P]) -> Result<Self, Invalid> {
        let reads: Vec<PathBuf> = inputs
            .iter()
            .map(AsRef::as_ref)
            .chain(common.rules.iter().map(PathBuf::as_path))
            .map(Path::to_owned)
            .collect();
        let path = common.output.clone().filter(|path| !overlap::is_standard_output(path));
        overlap::refuse(&reads, &[path.clone().unwrap_or_else(|| PathBuf::from("-"))])?;
        let on_terminal = common.output.is_none() && std::io::stdout().is_terminal();
        let (width, colour) = look(common, on_terminal);
        Ok(Target { path, width, colour })
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

/// Whether to colour: `NO_COLOR` and dumb terminals are respected, `--color` has the last word.
pub(super) fn colour(
    when: When,
    on_terminal: bool,
    stream: &impl anstream::stream::RawStream,
) -> bool {
    match when {
        When::Always => true,
        When::Never => false,
        When::Auto => {
            on_terminal && anstream::AutoStream::choice(stream) != anstream::ColorChoice::Never
        }
    }
}

pub(super) fn print(text: &str) -> Result<(), Invalid> {
    print_bytes(text.as_bytes())
}

/// Prints a text with styles, which only a terminal that wants them gets to see.
pub(super) fn print_styled(text: &clap::builder::StyledStr) -> Result<(), Invalid> {
    let stdout = std::io::stdout();
    match colour(When::Auto, stdout.is_terminal(), &stdout) {
        true => print(&text.ansi().to_string()),
        false => print(&text.to_string()),
    }
}

fn print_bytes(bytes: &[u8]) -> Result<(), Invalid> {
    if bytes.is_empty() {
        return Ok(());
    }
    let mut out = standard_output()?;
    match out.write_all(bytes).and_then(|()| out.flush()) {
        // The reader has seen enough (`dteam … | head`).
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other.map_err(|error| not_printed(&error)),
    }
}

/// Standard output, unless it was closed from the beginning (`>&-`): then nothing that is written
/// arrives anywhere.
pub(super) fn standard_output() -> Result<StdoutLock<'static>, Invalid> {
    match closed::is_standard_output_closed() {
        true => Err(problem(Problem::NotPrintable { reason: "closed".to_owned() })),
        false => Ok(std::io::stdout().lock()),
    }
}

pub(super) fn not_printed(error: &std::io::Error) -> Invalid {
    problem(Problem::NotPrintable { reason: source::reason(error) })
}

fn problem(problem: Problem) -> Invalid {
    problem.into()
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
    let target = real(path);
    let existing = if target.exists() {
        std::fs::OpenOptions::new().write(true).open(&target).map(drop)
    } else {
        Ok(())
    };
    let tried = existing.and_then(|()| Held::replacement(&target).map(drop));
    tried.map_err(|error| not_written(&path.display().to_string(), &error))
}

/// Makes a folder with these files, all of them or nothing. An empty folder may be there already.
pub(super) fn make_folder(path: &Path, files: &[(&str, String)]) -> Result<(), Invalid> {
    let is_empty =
        |folder: &Path| std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
    if path.symlink_metadata().is_ok() && !is_empty(path) {
        return Err(problem(Problem::OutputExists { path: path.display().to_string() }));
    }
    make(path, files).map_err(|error| not_written(&path.display().to_string(), &error))
}

/// Writes beside the folder and then takes its place, so that there is never half of it.
fn make(path: &Path, files: &[(&str, String)]) -> std::io::Result<()> {
    // A link to an empty folder stays a link.
    let path = &real(path);
    if !folder(path).is_dir() {
        return Err(ErrorKind::NotFound.into());
    }
    // What a killed process has left there is nobody's while this is held.
    let _held = Held::replacement(path)?;
    let new = beside(path, "folder");
    if new.symlink_metadata().is_ok() {
        std::fs::remove_dir_all(&new)?;
    }
    std::fs::create_dir(&new)?;
    let made = files.iter().try_for_each(|(name, text)| std::fs::write(new.join(name), text));
    let placed = made.and_then(|()| std::fs::rename(&new, path));
    if placed.is_err() {
        // What went wrong first is what there is to say.
        let _ = std::fs::remove_dir_all(&new);
    }
    placed
}

/// Makes the file in its folder, or puts it in place of what has its name there, were that a link
/// to elsewhere. Of all files of a folder, one at a time is written.
pub(super) fn place_file(path: &Path, bytes: &[u8]) -> Result<(), Invalid> {
    let placed = Held::replacement(&folder(path).join("file")).and_then(|mut file| {
        file.write(bytes)?;
        file.place(path)
    });
    placed.map_err(|error| not_written(&path.display().to_string(), &error))
}

/// Writes beside the file and then takes its place, so that there is never half a report.
fn replace(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    // A link stays a link, and a file that may not be written to stays as it is.
    let path = &real(path);
    let mut permissions = None;
    if path.exists() {
        // Opened once: the reader of a pipe takes its being closed for the end.
        let mut existing = std::fs::OpenOptions::new().write(true).open(path)?;
        let found = existing.metadata()?;
        if !found.is_file() {
            return existing.write_all(bytes);
        }
        permissions = Some(found.permissions());
    }
    let mut file = Held::replacement(path)?;
    if let Some(permissions) = permissions {
        file.permit(permissions)?;
    }
    file.write(bytes)?;
    file.place(path)
}
