//! A sheet of a workbook as lines of a table, and what in it nobody sees who only looks at it.

use std::ops::RangeInclusive;
use std::sync::Arc;

use crate::table::{Columns, Named, is_blank};
use dteam_engine::catalog::Catalog;
use dteam_engine::profile::Profile;
use dteam_text::diagnostic::{Diagnostic, Invalid, Problem, Severity, SourceFile, column_name};
use dteam_text::language::Language;

/// A sheet that was read; rows and columns from 0.
#[derive(Debug)]
pub(super) struct Sheet {
    pub name: Arc<str>,
    /// The other sheets that are shown.
    pub others: Vec<String>,
    /// A line for each row from the first on, its cells separated by semicolons, with decimal
    /// commas.
    pub text: Vec<u8>,
    /// Those with something in them.
    pub hidden_rows: Vec<u32>,
    pub hidden_columns: Vec<RangeInclusive<u32>>,
    /// Merged cells with something in the first.
    pub merged: Vec<Area>,
}

/// Cells that make a rectangle, by the row and column of the first and the last.
#[derive(Debug, Clone, Copy)]
pub(super) struct Area {
    pub first: (u32, u32),
    pub last: (u32, u32),
}

impl Area {
    /// As spreadsheets name it: `C7`, `C7:C9`.
    pub fn written(self) -> String {
        let cell =
            |(row, column): (u32, u32)| format!("{}{}", column_name(column as usize), row + 1);
        match self.first == self.last {
            true => cell(self.first),
            false => format!("{}:{}", cell(self.first), cell(self.last)),
        }
    }
}

/// How much a workbook may be.
#[derive(Debug, Clone, Copy)]
#[cfg_attr(
    not(feature = "workbooks"),
    expect(dead_code, reason = "who cannot read workbooks looks at the file's size alone")
)]
pub(super) struct Limits {
    /// Bytes of the file.
    pub file: u64,
    /// Bytes of all its parts once they are unpacked, and of the lines that come of a sheet.
    pub unpacked: u64,
    /// Cells of a sheet.
    pub cells: usize,
}

/// Room for all municipalities of a country with every question answered, several times over.
pub(super) const USUAL: Limits = Limits { file: 64 << 20, unpacked: 256 << 20, cells: 4_000_000 };

/// Room for one municipality, where strangers send workbooks.
const SENT: Limits = Limits { file: 1 << 20, unpacked: 8 << 20, cells: 100_000 };

/// Whether a file begins as workbooks do, those that cannot be read too.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0")
}

/// The profile in a workbook that holds a single one: below a header, as in every table, one row.
///
/// # Errors
/// [`Invalid`] if it cannot be read, or has mistakes, or holds none or several.
pub fn only_profile(catalog: &Catalog, path: &str, workbook: &[u8]) -> Result<Profile, Invalid> {
    let sheet = Sheet::read(path, workbook, None, SENT)?;
    let mut lines = sheet.text.split_inclusive(|byte| *byte == b'\n');
    let named = Named { name: path, sheet: Some(Arc::clone(&sheet.name)) };
    let columns = Columns::read(&catalog.survey, named, b'\n', |line| {
        line.extend_from_slice(lines.next().unwrap_or_default());
        Ok(line.len())
    });
    let columns = columns.map_err(|mut invalid| {
        invalid.diagnostics.extend(sheet.other_sheets(path));
        invalid
    })?;
    let text = String::from_utf8_lossy(&sheet.text);
    let rows = text.lines().enumerate().skip(columns.lines);
    let filled: Vec<(usize, &str)> = rows.filter(|(_, row)| !is_blank(row)).collect();
    let [(above, row)] = filled[..] else {
        let (path, count) = (path.to_owned(), filled.len());
        return Err(Problem::OneMunicipality { path, count }.into());
    };
    let file = SourceFile::rows(path, Some(sheet.name), row, above + 1);
    let read = columns.thorough(catalog, &file);
    read.map(|(_, profile)| profile).map_err(|diagnostics| Invalid { diagnostics })
}

impl Sheet {
    /// Reads the sheet of that name or number, else the first that is not hidden.
    ///
    /// # Errors
    /// [`Invalid`] if this is no workbook that can be read, or has no such sheet, or if this program
    /// cannot read workbooks.
    #[cfg(feature = "workbooks")]
    pub fn read(
        path: &str,
        bytes: &[u8],
        wanted: Option<&str>,
        limits: Limits,
    ) -> Result<Self, Invalid> {
        crate::workbook::read(path, bytes, wanted, limits)
    }

    /// Says that it cannot be read.
    #[cfg(not(feature = "workbooks"))]
    pub fn read(path: &str, _: &[u8], _: Option<&str>, _: Limits) -> Result<Self, Invalid> {
        Err(Problem::WorkbooksNotBuilt { path: path.to_owned() }.into())
    }

    /// Which sheets there are besides, if any.
    pub fn other_sheets(&self, path: &str) -> Option<Diagnostic> {
        let others = listed(self.others.iter().cloned());
        let (path, sheet) = (path.to_owned(), self.name.to_string());
        let problem = Problem::OtherSheets { path, sheet, others };
        let note = Diagnostic { severity: Severity::Note, ..Diagnostic::unlocated(problem) };
        (!self.others.is_empty()).then_some(note)
    }

    /// What nobody sees: of rows after the first `header` ones and of columns with a name, what is
    /// hidden or merged.
    pub fn warnings(
        &self,
        path: &str,
        header: u32,
        is_named: impl Fn(u32) -> bool,
    ) -> Vec<Diagnostic> {
        let (path, sheet) = (path.to_owned(), self.name.to_string());
        let mut problems = Vec::new();
        let mut rows = self.hidden_rows.iter().filter(|row| **row >= header).peekable();
        if rows.peek().is_some() {
            let rows = listed(rows.map(|row| (row + 1).to_string()));
            problems.push(Problem::HiddenRows { path: path.clone(), sheet: sheet.clone(), rows });
        }
        // As far as names can reach: a sheet may hide all columns behind its last one.
        let hidden =
            self.hidden_columns.iter().flat_map(|columns| columns.clone().take(MAX_COLUMNS));
        let mut columns = hidden.filter(|column| is_named(*column)).peekable();
        if columns.peek().is_some() {
            let columns = listed(columns.map(|column| column_name(column as usize)));
            problems.push(Problem::HiddenColumns {
                path: path.clone(),
                sheet: sheet.clone(),
                columns,
            });
        }
        let holds_answers = |area: &&Area| {
            let right = area.last.1.min(area.first.1.saturating_add(MAX_COLUMNS as u32));
            area.last.0 >= header && (area.first.1..=right).any(&is_named)
        };
        let mut merged = self.merged.iter().filter(holds_answers).peekable();
        if merged.peek().is_some() {
            let cells = listed(merged.map(|area| area.written()));
            problems.push(Problem::MergedCells { path, sheet, cells });
        }
        let warning =
            |problem| Diagnostic { severity: Severity::Warning, ..Diagnostic::unlocated(problem) };
        problems.into_iter().map(warning).collect()
    }
}

/// A workbook (`.xlsx`) to be filled in: a row for each municipality, its cells with the answers
/// there are. The same survey gives the same bytes.
///
/// # Errors
/// [`Invalid`] if the survey does not fit into a workbook, or if this program cannot write any.
pub fn workbook_template(
    catalog: &Catalog,
    language: Language,
    path: &str,
) -> Result<Vec<u8>, Invalid> {
    #[cfg(feature = "workbooks")]
    return crate::workbook::template::written(catalog, language).map_err(|error| {
        let (path, reason) = (path.to_owned(), error.to_string());
        Problem::NotWritable { path, reason }.into()
    });
    #[cfg(not(feature = "workbooks"))]
    {
        let _ = (catalog, language);
        Err(Problem::WorkbooksNotBuilt { path: path.to_owned() }.into())
    }
}

/// As many columns a sheet can have.
const MAX_COLUMNS: usize = 16_384;

/// The first of many names, in one text.
pub(super) fn listed(names: impl Iterator<Item = String>) -> String {
    const MAX_LISTED: usize = 12;
    let mut names = names.peekable();
    let mut listed = names.by_ref().take(MAX_LISTED).collect::<Vec<_>>().join(", ");
    if names.peek().is_some() {
        listed.push_str(", …");
    }
    listed
}
