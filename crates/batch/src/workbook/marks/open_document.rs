//! The marks of the sheets in `.ods`.

use dteam_text::language::yes_or_no;
use quick_xml::events::BytesStart;

use super::super::value;
use super::{Archive, Area, Element, Marks, Why, attribute, for_each_element, number, part};

/// The marks of each sheet by its name.
///
/// # Errors
/// If the sheets have more cells than `max_cells` once what is repeated is written out.
pub fn of_open_document(
    archive: &mut Archive<'_>,
    max_cells: usize,
) -> Result<Vec<(String, Marks)>, Why> {
    let text = part(archive, "content.xml").ok_or("other")?;
    let mut reading = Reading::default();
    let read = for_each_element(&text, &mut |element| reading.see(element, max_cells as u64));
    match read {
        _ if reading.cells > max_cells as u64 => Err("large"),
        None => Err("other"),
        Some(()) => Ok(reading.sheets),
    }
}

/// The sheets that are being read.
#[derive(Default)]
struct Reading {
    sheets: Vec<(String, Marks)>,
    /// Row and column of the next cell, and of how many rows its row stands for.
    row: u32,
    column: u32,
    repeated: u32,
    /// The columns up to the last cell with something in it: of this row, of the sheet.
    row_width: u32,
    sheet_width: u32,
    /// Cells of the sheets before this one, and of all so far.
    cells_before: u64,
    cells: u64,
    /// Cells with a format that matters.
    formats: u64,
    /// The number in a cell under way: its kind, where it begins, and how it is shown.
    number: Option<(String, (u32, u32), String)>,
}

impl Reading {
    fn see(&mut self, element: Element<'_>, max_cells: u64) {
        // Once there is too much, nothing more is kept.
        if self.cells > max_cells {
            return;
        }
        match element {
            Element::Begins(tag) => match tag.local_name().as_ref() {
                "table" => {
                    let name = attribute(tag, "name").unwrap_or_default();
                    self.sheets.push((name, Marks::default()));
                    (self.row, self.column, self.sheet_width) = (0, 0, 0);
                    self.cells_before = self.cells;
                }
                "table-column" => {
                    let repeated = number(tag, "number-columns-repeated").unwrap_or(1).max(1);
                    let columns = self.column..=self.column.saturating_add(repeated - 1);
                    self.column = self.column.saturating_add(repeated);
                    if let Some(marks) = self.marks().filter(|_| is_hidden(tag)) {
                        marks.hidden_columns.push(columns);
                    }
                }
                "table-row" => {
                    (self.column, self.row_width) = (0, 0);
                    self.repeated = number(tag, "number-rows-repeated").unwrap_or(1).max(1);
                    let rows = self.row..=self.row.saturating_add(self.repeated - 1);
                    if let Some(marks) = self.marks().filter(|_| is_hidden(tag)) {
                        marks.hidden_rows.push(rows);
                    }
                }
                "table-cell" | "covered-table-cell" => self.cell(tag),
                _ => {}
            },
            Element::Ends("table-row") => {
                if self.row_width > 0 {
                    self.sheet_width = self.sheet_width.max(self.row_width);
                    let rows = u64::from(self.row) + u64::from(self.repeated);
                    self.cells = self.cells_before + rows * u64::from(self.sheet_width);
                }
                self.row = self.row.saturating_add(self.repeated);
            }
            Element::Ends("table-cell" | "covered-table-cell") => self.shown(max_cells),
            Element::Text(text) => {
                if let Some((_, _, shown)) = &mut self.number {
                    shown.push_str(text);
                }
            }
            Element::Ends(_) => {}
        }
    }

    fn cell(&mut self, tag: &BytesStart<'_>) {
        let repeated = number(tag, "number-columns-repeated").unwrap_or(1).max(1);
        let first = (self.row, self.column);
        self.column = self.column.saturating_add(repeated);
        let (kind, has_formula) =
            (attribute(tag, "value-type"), attribute(tag, "formula").is_some());
        let spanned = |name| number(tag, name).unwrap_or(1).max(1) - 1;
        let (down, right) = (spanned("number-rows-spanned"), spanned("number-columns-spanned"));
        if kind.is_some() || has_formula {
            self.row_width = self.column;
        }
        let is_uncalculated = has_formula && kind.is_none();
        let number = kind.filter(|kind| matches!(kind.as_str(), "float" | "percentage"));
        self.number = number.map(|kind| (kind, first, String::new()));
        let Some(marks) = self.marks() else { return };
        if is_uncalculated {
            marks.uncalculated.push(first);
        }
        if down + right > 0 {
            let last = (first.0.saturating_add(down), first.1.saturating_add(right));
            marks.merged.push(Area { first, last });
        }
    }

    /// Notes how a number is shown, in all cells that hold it.
    fn shown(&mut self, max_cells: u64) {
        let Some((kind, (row, column), shown)) = self.number.take() else { return };
        let is_key = shown.len() > 1 && shown.starts_with('0');
        let format = if kind == "percentage" {
            "0%".to_owned()
        } else if yes_or_no::read(&shown).is_some() {
            // Truth is kept as the number 1.
            value::BOOLEAN.to_owned()
        } else if is_key && shown.bytes().all(|digit| digit.is_ascii_digit()) {
            "0".repeat(shown.len())
        } else {
            return;
        };
        let (rows, columns) = (row..row.saturating_add(self.repeated), column..self.column);
        self.formats += rows.len() as u64 * columns.len() as u64;
        if self.formats > max_cells {
            self.cells = self.formats;
            return;
        }
        let Some(marks) = self.marks() else { return };
        let cells = rows.flat_map(|row| columns.clone().map(move |column| (row, column)));
        marks.formats.extend(cells.map(|cell| (cell, format.clone())));
    }

    fn marks(&mut self) -> Option<&mut Marks> {
        self.sheets.last_mut().map(|(_, marks)| marks)
    }
}

fn is_hidden(tag: &BytesStart<'_>) -> bool {
    matches!(attribute(tag, "visibility").as_deref(), Some("collapse" | "filter"))
}
