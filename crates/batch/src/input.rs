//! Where records come from: files, folders and standard input, and in which form.

use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::encoding::{Encoding, Stream};
use super::form::{Form, Holds};
use super::table::{self, Columns};
use dteam_engine::catalog::Catalog;
use dteam_text::diagnostic::{Diagnostic, Invalid, Problem};
use dteam_text::source;

/// What is to be read, in order.
#[derive(Debug)]
pub struct Inputs {
    pub(super) sources: Vec<Source>,
    /// Bytes in all, as far as files tell.
    bytes: Option<u64>,
}

/// One input.
pub(super) struct Source {
    pub path: PathBuf,
    /// What to call it.
    pub name: Arc<str>,
    /// Of a file that is not looked at, that of a profile.
    pub form: &'static Form,
    /// Of a table.
    pub columns: Option<Arc<Columns>>,
    /// If it is not in UTF-8.
    encoding: Option<Encoding>,
    /// Standard input or a pipe, which can be opened only once.
    opened: Option<Stream>,
}

/// As much as is read at once.
const BUFFER: usize = 256 * 1024;

/// A header line is not longer.
const MAX_HEADER_LENGTH: u64 = 1024 * 1024;

impl Inputs {
    /// Finds the inputs: each a file, a folder of profiles, or `-` for standard input. The form
    /// follows from the name's extension, then from the first character, unless it is given. They
    /// are in UTF-8, unless another encoding is given.
    ///
    /// # Errors
    /// [`Invalid`] with everything that cannot be read at all: files that are missing, folders
    /// without profiles, tables with columns that are no questions.
    pub fn find(
        catalog: &Catalog,
        paths: &[PathBuf],
        form: Option<&'static Form>,
        encoding: Option<Encoding>,
    ) -> Result<Inputs, Invalid> {
        let (mut sources, mut problems, mut bytes) = (Vec::new(), Vec::new(), Some(0));
        for path in paths {
            match found(catalog, path, form, encoding) {
                Ok((mut found, size)) => {
                    sources.append(&mut found);
                    bytes = bytes.zip(size).map(|(bytes, size)| bytes + size);
                }
                Err(mut invalid) => problems.append(&mut invalid.diagnostics),
            }
        }
        match problems.is_empty() {
            true => Ok(Inputs { sources, bytes }),
            false => Err(Invalid { diagnostics: problems }),
        }
    }

    /// How many bytes there are to read, where that is known.
    pub fn bytes(&self) -> Option<u64> {
        self.bytes
    }

    /// The inputs by name.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.sources.iter().map(|source| source.name.as_ref())
    }

    /// The inputs that are files.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        self.sources
            .iter()
            .filter(|source| source.opened.is_none())
            .map(|source| source.path.as_path())
    }

    /// Makes sure that faulty records of all inputs fit into one file.
    ///
    /// # Errors
    /// [`Invalid`] if forms or columns differ.
    pub fn must_be_alike(&self) -> Result<(), Invalid> {
        let kind = |source: &Source| {
            let columns = source.columns.as_ref().map(|columns| columns.header.clone());
            (source.form.holds == Holds::Record, source.form.holds == Holds::Rows, columns)
        };
        let Some(first) = self.sources.first() else { return Ok(()) };
        match self.sources.iter().find(|source| kind(source) != kind(first)) {
            None => Ok(()),
            Some(other) => {
                let (path, other) = (first.name.to_string(), other.name.to_string());
                Err(Problem::FormsMixed { path, other }.into())
            }
        }
    }
}

impl Source {
    /// Opens it, from the first record on.
    pub fn open(&mut self) -> Result<Stream, std::io::Error> {
        if let Some(opened) = self.opened.take() {
            return Ok(opened);
        }
        let mut stream = buffered(source::regular(&self.path)?, self.encoding);
        match &self.columns {
            Some(columns) => (0..columns.lines)
                .try_for_each(|_| stream.skip_until(columns.line_end).map(drop))?,
            None => skip_mark(&mut stream)?,
        }
        Ok(stream)
    }
}

impl std::fmt::Debug for Source {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Source")
            .field("name", &self.name)
            .field("form", &self.form.name)
            .finish_non_exhaustive()
    }
}

/// Skips the byte order mark with which editors on Windows begin a file.
fn skip_mark(stream: &mut Stream) -> std::io::Result<()> {
    if stream.fill_buf()?.starts_with(b"\xef\xbb\xbf") {
        stream.consume(3);
    }
    Ok(())
}

fn buffered(read: impl Read + Send + 'static, encoding: Option<Encoding>) -> Stream {
    let stream: Stream = Box::new(BufReader::with_capacity(BUFFER, read));
    match encoding {
        Some(encoding) => encoding.decoded(stream),
        None => stream,
    }
}

fn found(
    catalog: &Catalog,
    path: &Path,
    form: Option<&'static Form>,
    encoding: Option<Encoding>,
) -> Result<(Vec<Source>, Option<u64>), Invalid> {
    let source = Source { encoding, ..profile(path) };
    if path.as_os_str() == "-" {
        let opened = Some(buffered(std::io::stdin(), encoding));
        return Ok((vec![one(catalog, Source { opened, ..source }, form)?], None));
    }
    if path.is_dir() {
        return folder(catalog, path, form, encoding);
    }
    let file = File::open(path).map_err(|error| not_readable(path, &error))?;
    let about = file.metadata().map_err(|error| not_readable(path, &error))?;
    if about.is_file() {
        return Ok((vec![one(catalog, source, form)?], Some(about.len())));
    }
    let opened = Some(buffered(file, encoding));
    Ok((vec![one(catalog, Source { opened, ..source }, form)?], None))
}

/// The profiles directly in a folder, sorted by name.
fn folder(
    catalog: &Catalog,
    path: &Path,
    form: Option<&'static Form>,
    encoding: Option<Encoding>,
) -> Result<(Vec<Source>, Option<u64>), Invalid> {
    let is_profile = |path: &PathBuf| {
        matches!(extension(path).as_str(), "yaml" | "yml" | "json") && !path.is_dir()
    };
    let paths: Vec<PathBuf> = source::entries(path)?.into_iter().filter(is_profile).collect();
    if paths.is_empty() {
        let path = path.display().to_string();
        return Err(Problem::NoRecords { path }.into());
    }
    let (mut sources, mut bytes) = (Vec::with_capacity(paths.len()), 0);
    for path in paths {
        bytes += std::fs::metadata(&path).map_or(0, |about| about.len());
        // A file that cannot be read is a faulty record, not the end of the folder.
        let source = || Source { encoding, ..profile(&path) };
        sources.push(one(catalog, source(), form).unwrap_or_else(|_| source()));
    }
    Ok((sources, Some(bytes)))
}

fn profile(path: &Path) -> Source {
    let name = path.display().to_string().into();
    Source {
        path: path.to_owned(),
        name,
        form: Form::PROFILE,
        columns: None,
        encoding: None,
        opened: None,
    }
}

/// One input, its form found out and, of a table, its header read.
fn one(
    catalog: &Catalog,
    mut source: Source,
    form: Option<&'static Form>,
) -> Result<Source, Invalid> {
    let extension = extension(&source.path);
    let by_name = Form::ALL.iter().find(|form| form.extensions.contains(&extension.as_str()));
    let looked_at = source.opened.is_some();
    match form.or(by_name) {
        Some(form) if !looked_at && form.holds != Holds::Lines && form.holds != Holds::Rows => {
            source.form = form;
        }
        known => {
            let mut stream = source.open().map_err(|error| not_readable(&source.path, &error))?;
            look(catalog, &mut source, &mut stream, known)?;
            source.opened = looked_at.then_some(stream);
        }
    }
    Ok(source)
}

/// Finds out the form from the beginning, if it is not known, and reads the header of a table.
fn look(
    catalog: &Catalog,
    input: &mut Source,
    stream: &mut Stream,
    known: Option<&'static Form>,
) -> Result<(), Invalid> {
    let failed = |error: std::io::Error| Invalid::from(not_readable(&input.path, &error));
    skip_mark(stream).map_err(failed)?;
    let buffer = stream.fill_buf().map_err(failed)?;
    if let Some(encoding) = source::utf16(buffer) {
        let path = input.name.to_string();
        return Err(Problem::InputNotUtf8 { path, encoding }.into());
    }
    let first = buffer.iter().find(|byte| !byte.is_ascii_whitespace()).copied();
    input.form = known.unwrap_or_else(|| Form::begun(first, &extension(&input.path)));
    if input.form.holds == Holds::Rows {
        let line_end = line_end(stream).map_err(failed)?;
        let read = |line: &mut Vec<u8>| {
            stream.by_ref().take(MAX_HEADER_LENGTH).read_until(line_end, line).map_err(failed)
        };
        input.columns =
            Some(Arc::new(Columns::read(&catalog.survey, &input.name, line_end, read)?));
    }
    Ok(())
}

/// What ends the lines of a table: a line feed, or a carriage return alone as on old Macs, whatever
/// comes first. Nothing is used up.
fn line_end(stream: &mut Stream) -> std::io::Result<u8> {
    let mut beginning = Vec::new();
    stream.by_ref().take(MAX_HEADER_LENGTH).read_until(b'\n', &mut beginning)?;
    let line_end = table::line_end(&beginning);
    let rest = std::mem::replace(stream, Box::new(std::io::empty()));
    *stream = Box::new(Cursor::new(beginning).chain(rest));
    Ok(line_end)
}

fn extension(path: &Path) -> String {
    path.extension().map(|extension| extension.to_string_lossy().to_lowercase()).unwrap_or_default()
}

pub(super) fn not_readable(path: &Path, error: &std::io::Error) -> Diagnostic {
    let (path, reason) = (path.display().to_string(), source::reason(error));
    Diagnostic::unlocated(Problem::NotReadable { path, reason })
}
