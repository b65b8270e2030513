//! Where the output of a batch goes: always whole records.

use std::fs::{File, OpenOptions};
use std::io::ErrorKind::BrokenPipe;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use dteam::batch::{Done, Names};
use dteam::{Invalid, source};
use dteam_text::diagnostic::Problem;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use crate::cli::output::{not_printed, place_file, standard_output};

/// Where what is written for each municipality goes.
pub(super) enum Sink {
    /// Only the summary is wanted.
    Nothing,
    /// Standard output, or a pipe or device of that name.
    Stream(Box<dyn Write>, Option<PathBuf>),
    File(Whole),
    /// A folder of reports, and the names that are taken.
    Reports(PathBuf, Names),
}

impl Sink {
    pub fn standard_output(header: &[u8]) -> Result<Self, Invalid> {
        let mut sink = Sink::Stream(Box::new(standard_output()?), None);
        sink.bytes(header)?;
        Ok(sink)
    }

    /// A pipe or a device.
    pub fn stream(path: &Path, header: &[u8]) -> Result<Self, Invalid> {
        let file =
            OpenOptions::new().write(true).open(path).map_err(|error| not_written(path, &error))?;
        let mut sink = Sink::Stream(Box::new(file), Some(path.to_owned()));
        sink.bytes(header)?;
        Ok(sink)
    }

    pub fn reports(folder: &Path) -> Result<Self, Invalid> {
        make_folder(folder)?;
        Ok(Sink::Reports(folder.to_owned(), Names::default()))
    }

    /// Writes what came of a chunk; `false` if nobody reads any more.
    pub fn write(&mut self, done: &Done) -> Result<bool, Invalid> {
        if let Sink::Reports(folder, names) = self {
            for report in &done.reports {
                let path =
                    folder.join(format!("{}.{}", names.take(&report.name), report.extension));
                place_file(&path, &report.content)?;
            }
            return Ok(true);
        }
        self.bytes(&done.output)
    }

    fn bytes(&mut self, bytes: &[u8]) -> Result<bool, Invalid> {
        match self {
            Sink::Nothing | Sink::Reports(..) => Ok(true),
            Sink::File(file) => file.append(bytes).map(|()| true),
            Sink::Stream(stream, path) => {
                match stream.write_all(bytes).and_then(|()| stream.flush()) {
                    Ok(()) => Ok(true),
                    Err(error) if error.kind() == BrokenPipe => Ok(false),
                    Err(error) => Err(path
                        .as_ref()
                        .map_or_else(|| not_printed(&error), |path| not_written(path, &error))),
                }
            }
        }
    }
}

pub(super) fn make_folder(folder: &Path) -> Result<(), Invalid> {
    std::fs::create_dir_all(folder).map_err(|error| not_written(folder, &error))
}

/// The number of last bytes that tell one output from another.
const END: usize = 4096;

/// What is in a file: its length in bytes, and what the last of them are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Written {
    length: u64,
    /// Where the end begins that is known, and its fingerprint.
    last: u64,
    fingerprint: u64,
}

impl Written {
    /// Whether anything can have been written so.
    pub fn is_possible(&self) -> bool {
        self.length.checked_sub(self.last).is_some_and(|end| end <= END as u64)
    }
}

/// A file that holds whole records whatever happens.
pub(super) struct Whole {
    path: PathBuf,
    file: File,
    written: Written,
}

impl Whole {
    pub fn create(path: &Path) -> Result<Self, Invalid> {
        let file = File::create(path).map_err(|error| not_written(path, &error))?;
        Ok(Whole { path: path.to_owned(), file, written: Written::default() })
    }

    /// Opens a file again and cuts off what was written after `written`.
    pub fn reopen(path: &Path, written: Written) -> Result<Self, Invalid> {
        let failed = |error: std::io::Error| not_written(path, &error);
        // Interrupted before the first byte, there may be no file yet.
        let new = written.length == 0;
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(new)
            .truncate(false)
            .open(path)
            .map_err(failed)?;
        if file.metadata().map_err(failed)?.len() < written.length
            || !holds(&mut file, written).map_err(failed)?
        {
            let path = path.display().to_string();
            return Err(Problem::OutputChanged { path }.into());
        }
        file.set_len(written.length).map_err(failed)?;
        file.seek(SeekFrom::End(0)).map_err(failed)?;
        Ok(Whole { path: path.to_owned(), file, written })
    }

    /// How many bytes there are, and a hash of the last of them.
    pub fn written(&self) -> Written {
        self.written
    }

    pub fn is_empty(&self) -> bool {
        self.written.length == 0
    }

    /// Appends all of it or, if there is no room, nothing.
    pub fn append(&mut self, bytes: &[u8]) -> Result<(), Invalid> {
        if bytes.is_empty() {
            return Ok(());
        }
        if let Err(error) = self.file.write_all(bytes) {
            // What was written of it before the disk was full goes again; if even that fails, going
            // on cuts it off.
            let _ = self.file.set_len(self.written.length);
            return Err(not_written(&self.path, &error));
        }
        let end = &bytes[bytes.len().saturating_sub(END)..];
        let length = self.written.length + bytes.len() as u64;
        self.written =
            Written { length, last: length - end.len() as u64, fingerprint: xxh3_64(end) };
        Ok(())
    }
}

/// Whether what was written last is in the file.
fn holds(file: &mut File, written: Written) -> std::io::Result<bool> {
    let mut last = Vec::new();
    file.seek(SeekFrom::Start(written.last))?;
    file.take(written.length.saturating_sub(written.last)).read_to_end(&mut last)?;
    Ok(written.length == 0 || xxh3_64(&last) == written.fingerprint)
}

fn not_written(path: &Path, error: &std::io::Error) -> Invalid {
    let (path, reason) = (path.display().to_string(), source::reason(error));
    Problem::NotWritable { path, reason }.into()
}
