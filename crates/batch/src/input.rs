//! Where records come from: files, folders and standard input, and in which form.

use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::encoding::{Encoding, Stream};
use super::form::{Form, Holds};
use super::sheet::{self, Sheet};
use super::table::{self, Columns, Named};
use dteam_engine::catalog::Catalog;
use dteam_text::diagnostic::{Diagnostic, Invalid, Problem};
use dteam_text::source;

/// What is to be read, in order.
#[derive(Debug)]
pub struct Inputs {
    pub(super) sources: Vec<Source>,
    /// Bytes in all, as far as files tell.
    bytes: Option<u64>,
    /// What nobody sees who only looks at them.
    warnings: Vec<Diagnostic>,
}

/// How inputs are read, where it is not found out from themselves.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// The form of all; else it follows from the name's extension, then from the beginning.
    pub form: Option<&'static Form>,
    /// The encoding of all that are texts; else UTF-8.
    pub encoding: Option<Encoding>,
    /// The name or the number, from 1, of the sheet of a workbook; else the first that is shown.
    pub sheet: Option<String>,
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
    /// The lines of a sheet, until they are read.
    rows: Option<Vec<u8>>,
}

/// As much as is read at once.
const BUFFER: usize = 256 * 1024;

/// A header line is not longer.
const MAX_HEADER_LENGTH: u64 = 1024 * 1024;

impl Inputs {
    /// Finds the inputs: each a file, a folder of profiles, or `-` for standard input.
    ///
    /// # Errors
    /// [`Invalid`] with everything that cannot be read at all: files that are missing, folders
    /// without profiles, tables with columns that are no questions.
    pub fn find(
        catalog: &Catalog,
        paths: &[PathBuf],
        reading: &Reading,
    ) -> Result<Inputs, Invalid> {
        let mut inputs = Inputs { sources: Vec::new(), bytes: Some(0), warnings: Vec::new() };
        let mut problems = Vec::new();
        for path in paths {
            let finder = Finder { catalog, reading, warnings: &mut inputs.warnings };
            match finder.found(path) {
                Ok((mut found, size)) => {
                    inputs.sources.append(&mut found);
                    inputs.bytes = inputs.bytes.zip(size).map(|(bytes, size)| bytes + size);
                }
                Err(mut invalid) => problems.append(&mut invalid.diagnostics),
            }
        }
        match problems.is_empty() {
            true => Ok(inputs),
            false => Err(Invalid { diagnostics: problems }),
        }
    }

    /// What nobody sees in the inputs who only looks at them: rows, columns and cells of sheets
    /// that are hidden or merged.
    pub fn warnings(&self) -> &[Diagnostic] {
        &self.warnings
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
        let mut stream = match self.rows.take() {
            Some(rows) => Box::new(Cursor::new(rows)),
            None => buffered(source::regular(&self.path)?, self.encoding),
        };
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

/// Finds inputs.
struct Finder<'f> {
    catalog: &'f Catalog,
    reading: &'f Reading,
    warnings: &'f mut Vec<Diagnostic>,
}

impl Finder<'_> {
    /// The inputs at a path, and how many bytes they have.
    fn found(mut self, path: &Path) -> Result<(Vec<Source>, Option<u64>), Invalid> {
        let source = self.profile(path);
        if path.as_os_str() == "-" {
            let opened = Some(buffered(std::io::stdin(), source.encoding));
            return Ok((vec![self.one(Source { opened, ..source })?], None));
        }
        if path.is_dir() {
            return self.folder(path);
        }
        let file = File::open(path).map_err(|error| not_readable(path, &error))?;
        let about = file.metadata().map_err(|error| not_readable(path, &error))?;
        if about.is_file() {
            let source = self.one(source)?;
            let size = source.rows.as_ref().map_or(about.len(), |rows| rows.len() as u64);
            return Ok((vec![source], Some(size)));
        }
        let opened = Some(buffered(file, source.encoding));
        Ok((vec![self.one(Source { opened, ..source })?], None))
    }

    /// The profiles directly in a folder, sorted by name.
    fn folder(mut self, path: &Path) -> Result<(Vec<Source>, Option<u64>), Invalid> {
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
            let source = self.profile(&path);
            sources.push(self.one(source).unwrap_or_else(|_| self.profile(&path)));
        }
        Ok((sources, Some(bytes)))
    }

    fn profile(&self, path: &Path) -> Source {
        Source {
            path: path.to_owned(),
            name: path.display().to_string().into(),
            form: Form::PROFILE,
            columns: None,
            encoding: self.reading.encoding,
            opened: None,
            rows: None,
        }
    }

    /// One input, its form found out and, of a table, its header read.
    fn one(&mut self, mut source: Source) -> Result<Source, Invalid> {
        let extension = extension(&source.path);
        let by_name = Form::ALL.iter().find(|form| form.extensions.contains(&extension.as_str()));
        let known = self.reading.form.or(by_name);
        let looked_at = source.opened.is_some();
        match known {
            Some(form) if !looked_at && matches!(form.holds, Holds::Record | Holds::Items) => {
                source.form = form;
            }
            known => {
                if known.is_some_and(|form| form.holds == Holds::Cells) {
                    // A workbook is no text, whatever the others are.
                    source.encoding = None;
                }
                let mut stream =
                    source.open().map_err(|error| not_readable(&source.path, &error))?;
                self.look(&mut source, &mut stream, known)?;
                source.opened = looked_at.then_some(stream);
            }
        }
        Ok(source)
    }

    /// Finds out the form from the beginning, if it is not known, and reads the header of a table.
    fn look(
        &mut self,
        input: &mut Source,
        stream: &mut Stream,
        known: Option<&'static Form>,
    ) -> Result<(), Invalid> {
        let failed = |error: std::io::Error| Invalid::from(not_readable(&input.path, &error));
        skip_mark(stream).map_err(failed)?;
        let buffer = stream.fill_buf().map_err(failed)?;
        let beginning = buffer.trim_ascii_start();
        let form = known.unwrap_or_else(|| Form::begun(beginning, &extension(&input.path)));
        input.form = form;
        if form.holds == Holds::Cells {
            return self.look_at_cells(input, stream);
        }
        if let Some(encoding) = source::utf16(buffer) {
            let path = input.name.to_string();
            return Err(Problem::InputNotUtf8 { path, encoding }.into());
        }
        if form.holds == Holds::Rows {
            let line_end = line_end(stream).map_err(failed)?;
            let named = Named { name: &input.name, sheet: None };
            input.columns = Some(self.header(named, stream, line_end, failed)?);
        }
        Ok(())
    }

    /// Turns a workbook into the lines of a sheet, and reads their header.
    fn look_at_cells(&mut self, input: &mut Source, stream: &mut Stream) -> Result<(), Invalid> {
        let failed = |error: std::io::Error| Invalid::from(not_readable(&input.path, &error));
        let (limits, mut bytes) = (sheet::USUAL, Vec::new());
        stream.by_ref().take(limits.file + 1).read_to_end(&mut bytes).map_err(failed)?;
        if bytes.len() as u64 > limits.file {
            let path = input.name.to_string();
            return Err(Problem::WorkbookNotReadable { path, why: "large" }.into());
        }
        let mut sheet = Sheet::read(&input.name, &bytes, self.reading.sheet.as_deref(), limits)?;
        let rows = std::mem::take(&mut sheet.text);
        *stream = Box::new(Cursor::new(rows.clone()));
        let named = Named { name: &input.name, sheet: Some(Arc::clone(&sheet.name)) };
        let columns = self.header(named, stream, b'\n', failed).map_err(|mut invalid| {
            let is_chosen = self.reading.sheet.is_some();
            invalid.diagnostics.extend(sheet.other_sheets(&input.name).filter(|_| !is_chosen));
            invalid
        })?;
        let is_named = |column: u32| columns.has_name(column as usize);
        self.warnings.extend(sheet.warnings(&input.name, columns.lines as u32, is_named));
        input.columns = Some(columns);
        // What can be opened only once goes on with the stream.
        input.rows = Some(rows);
        Ok(())
    }

    /// Reads the header, and no more of the stream.
    fn header(
        &self,
        named: Named<'_>,
        stream: &mut Stream,
        line_end: u8,
        failed: impl Fn(std::io::Error) -> Invalid,
    ) -> Result<Arc<Columns>, Invalid> {
        let mut taken: Vec<Vec<u8>> = Vec::new();
        let columns = Columns::read(&self.catalog.survey, named, line_end, |line| {
            let mut limited = stream.by_ref().take(MAX_HEADER_LENGTH);
            let read = limited.read_until(line_end, line).map_err(&failed)?;
            taken.push(line.clone());
            Ok(read)
        })?;
        put_back(stream, taken.drain(columns.lines..).flatten().collect());
        Ok(Arc::new(columns))
    }
}

/// What ends the lines of a table: a line feed, or a carriage return alone as on old Macs, whatever
/// comes first. Nothing is used up.
fn line_end(stream: &mut Stream) -> std::io::Result<u8> {
    let mut beginning = Vec::new();
    stream.by_ref().take(MAX_HEADER_LENGTH).read_until(b'\n', &mut beginning)?;
    let line_end = table::line_end(&beginning);
    put_back(stream, beginning);
    Ok(line_end)
}

/// Lets bytes that were read be read again.
fn put_back(stream: &mut Stream, bytes: Vec<u8>) {
    let rest = std::mem::replace(stream, Box::new(std::io::empty()));
    *stream = Box::new(Cursor::new(bytes).chain(rest));
}

fn extension(path: &Path) -> String {
    path.extension().map(|extension| extension.to_string_lossy().to_lowercase()).unwrap_or_default()
}

pub(super) fn not_readable(path: &Path, error: &std::io::Error) -> Diagnostic {
    let (path, reason) = (path.display().to_string(), source::reason(error));
    Diagnostic::unlocated(Problem::NotReadable { path, reason })
}
