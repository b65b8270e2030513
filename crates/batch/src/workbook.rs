//! Workbooks (`.xlsx`, `.ods`): one sheet becomes the lines of a table, a row on each, so that all
//! that holds for tables holds for them.
//!
//! Values are `calamine`'s. What it does not tell (what is hidden, merged or not calculated), and
//! whether there is too much of everything, is found out in [`marks`].

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{Data, Ods, OdsError, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use zip::ZipArchive;

use crate::sheet::{Area, Limits, Sheet, listed};
use dteam_text::diagnostic::{Invalid, Problem, nearest};
use marks::Marks;

mod marks;
pub(crate) mod template;
mod value;

/// What old workbooks begin with, and those that are protected by a password.
const COMPOUND_FILE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// A real styles part is far smaller, and each of its bytes costs many of memory.
const MAX_STYLES: u64 = 2 * 1024 * 1024;

/// Why a workbook cannot be read, as its message knows it.
type Why = &'static str;

/// Cells by row and column, from 0.
type Cells = BTreeMap<(u32, u32), String>;

type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// The sheet of that name or number, else the first that is not hidden.
///
/// # Errors
/// [`Invalid`] if this is no workbook that can be read, or has no such sheet.
pub(crate) fn read(
    path: &str,
    bytes: &[u8],
    wanted: Option<&str>,
    limits: Limits,
) -> Result<Sheet, Invalid> {
    let not_readable =
        |why: Why| Invalid::from(Problem::WorkbookNotReadable { path: path.to_owned(), why });
    let mut archive = unpackable(bytes, limits).map_err(not_readable)?;
    let book = match archive.index_for_name("content.xml") {
        Some(_) => open_document(bytes, &mut archive, limits),
        None => excel(bytes),
    };
    let mut book = book.map_err(not_readable)?;
    let sheet = book.choose(path, wanted)?.ok_or_else(|| not_readable("sheets"))?;
    let (cells, marks) = match &mut book {
        Book::Excel(book) => excel_cells(book, &mut archive, &sheet, limits),
        Book::OpenDocument(book, marks) => open_document_cells(book, marks, &sheet),
    }
    .map_err(not_readable)?;
    if !marks.uncalculated.is_empty() {
        let written = |cell: &(u32, u32)| Area { first: *cell, last: *cell }.written();
        let cells = listed(marks.uncalculated.iter().map(written));
        let path = path.to_owned();
        return Err(Problem::FormulasWithoutValue { path, sheet, cells }.into());
    }
    if cells.is_empty() {
        return Err(not_readable("sheets"));
    }
    let shown = book.sheets().into_iter().filter(|(name, is_shown)| *is_shown && *name != sheet);
    let others = shown.map(|(name, _)| name).collect();
    let text = lines(&cells, limits).ok_or_else(|| not_readable("large"))?;
    let is_filled = |cell: &(u32, u32)| cells.contains_key(cell);
    let mut rows: Vec<u32> = cells.keys().map(|(row, _)| *row).collect();
    rows.dedup();
    let mut hidden = marks.hidden_rows;
    hidden.sort_by_key(|rows| *rows.start());
    rows.retain(|row| {
        let begun = hidden.partition_point(|rows| rows.start() <= row);
        begun > 0 && hidden[begun - 1].contains(row)
    });
    Ok(Sheet {
        name: sheet.into(),
        others,
        text,
        hidden_rows: rows,
        hidden_columns: marks.hidden_columns,
        merged: marks.merged.into_iter().filter(|area| is_filled(&area.first)).collect(),
    })
}

/// A workbook that is open.
enum Book<'b> {
    Excel(Box<Xlsx<Cursor<&'b [u8]>>>),
    /// With the marks of each sheet.
    OpenDocument(Box<Ods<Cursor<&'b [u8]>>>, Vec<(String, Marks)>),
}

impl Book<'_> {
    /// The sheets with cells, and whether each is shown.
    fn sheets(&self) -> Vec<(String, bool)> {
        let metadata = match self {
            Book::Excel(book) => book.sheets_metadata(),
            Book::OpenDocument(book, _) => book.sheets_metadata(),
        };
        metadata
            .iter()
            .filter(|sheet| sheet.typ == SheetType::WorkSheet)
            .map(|sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible))
            .collect()
    }

    /// The sheet to be read; a name goes before a number. `None` if there is none at all.
    fn choose(&self, path: &str, wanted: Option<&str>) -> Result<Option<String>, Invalid> {
        let sheets = self.sheets();
        let Some(wanted) = wanted else {
            let shown = sheets.iter().find(|(_, is_shown)| *is_shown);
            return Ok(shown.or(sheets.first()).map(|(name, _)| name.clone()));
        };
        let is_meant = |(name, _): &&(String, bool)| {
            name.trim().to_lowercase() == wanted.trim().to_lowercase()
        };
        let by_number = || sheets.get(wanted.trim().parse::<usize>().ok()?.checked_sub(1)?);
        match sheets.iter().find(is_meant).or_else(by_number) {
            Some((name, _)) => Ok(Some(name.clone())),
            None => {
                let names = || sheets.iter().map(|(name, _)| name.as_str());
                let nearest = nearest(wanted, names());
                let known = names().collect::<Vec<_>>().join(", ");
                let (path, sheet) = (path.to_owned(), wanted.to_owned());
                Err(Problem::UnknownSheet { path, sheet, known, nearest }.into())
            }
        }
    }
}

/// Opens the archive and unpacks all of it once: what it says of its sizes need not be true.
fn unpackable(bytes: &[u8], limits: Limits) -> Result<Archive<'_>, Why> {
    if bytes.starts_with(COMPOUND_FILE) {
        let encrypted: Vec<u8> =
            "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let is_encrypted = bytes.windows(encrypted.len()).any(|window| window == encrypted);
        return Err(if is_encrypted { "password" } else { "old" });
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| "other")?;
    if archive.index_for_name("xl/workbook.bin").is_some() {
        return Err("binary");
    }
    let mut left = limits.unpacked;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(_) => "password",
            _ => "other",
        })?;
        let most = if part.name().is_ok_and(|name| name.ends_with("styles.xml")) {
            left.min(MAX_STYLES)
        } else {
            left
        };
        let size = std::io::copy(&mut part.take(most + 1), &mut std::io::sink());
        let size = size.map_err(|_| "other")?;
        if size > most {
            return Err("large");
        }
        left -= size;
    }
    Ok(archive)
}

fn excel(bytes: &[u8]) -> Result<Book<'_>, Why> {
    match Xlsx::new(Cursor::new(bytes)) {
        Ok(book) => Ok(Book::Excel(Box::new(book))),
        Err(XlsxError::Password) => Err("password"),
        Err(_) => Err("other"),
    }
}

fn open_document<'b>(
    bytes: &'b [u8],
    archive: &mut Archive<'_>,
    limits: Limits,
) -> Result<Book<'b>, Why> {
    // Before calamine writes out what is repeated.
    let marks = marks::of_open_document(archive, limits.cells)?;
    match Ods::new(Cursor::new(bytes)) {
        Ok(book) => Ok(Book::OpenDocument(Box::new(book), marks)),
        Err(OdsError::Password) => Err("password"),
        Err(_) => Err("other"),
    }
}

fn excel_cells(
    book: &mut Xlsx<Cursor<&[u8]>>,
    archive: &mut Archive<'_>,
    sheet: &str,
    limits: Limits,
) -> Result<(Cells, Marks), Why> {
    let mut cells = Cells::new();
    let mut reader = book.worksheet_cells_reader(sheet).map_err(|_| "other")?;
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(|_| "other")? {
        let format = reader.styles().get(style).and_then(|style| style.number_format.as_ref());
        let value = Data::from(cell.get_value().clone());
        let text = value::text(&value, format.map(|format| format.format_code.as_ref()));
        if !text.is_empty() {
            cells.insert(cell.get_position(), text);
        }
        if cells.len() > limits.cells {
            return Err("large");
        }
    }
    Ok((cells, marks::of_excel(archive, sheet)))
}

fn open_document_cells(
    book: &mut Ods<Cursor<&[u8]>>,
    marks: &mut Vec<(String, Marks)>,
    sheet: &str,
) -> Result<(Cells, Marks), Why> {
    let found = marks.iter().position(|(name, _)| name == sheet);
    let marks = found.map(|index| marks.swap_remove(index).1).unwrap_or_default();
    let range = book.worksheet_range(sheet).map_err(|_| "other")?;
    let (first_row, first_column) = range.start().unwrap_or_default();
    let cells = range.used_cells().map(|(row, column, value)| {
        let cell = (first_row + row as u32, first_column + column as u32);
        (cell, value::text(value, marks.formats.get(&cell).map(String::as_str)))
    });
    let cells = cells.filter(|(_, text)| !text.is_empty()).collect();
    Ok((cells, marks))
}

/// A line for each row, all with as many cells; `None` if that is too much.
fn lines(cells: &Cells, limits: Limits) -> Option<Vec<u8>> {
    let width = cells.keys().map(|(_, column)| column + 1).max().unwrap_or_default();
    let rows = cells.keys().next_back().map_or(0, |(row, _)| row + 1);
    let mut text = Vec::new();
    for row in 0..rows {
        let mut in_row = cells.range((row, 0)..=(row, width)).peekable();
        if in_row.peek().is_some() {
            let mut column = 0;
            for ((_, next), cell) in in_row {
                text.extend((column..*next).map(|_| b';'));
                column = *next;
                match cell.contains([';', '"']) {
                    true => text.extend(format!("\"{}\"", cell.replace('"', "\"\"")).bytes()),
                    false => text.extend(cell.bytes()),
                }
            }
            text.extend((column + 1..width).map(|_| b';'));
        }
        text.push(b'\n');
        if text.len() as u64 > limits.unpacked {
            return None;
        }
    }
    Some(text)
}
