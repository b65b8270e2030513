//! The marks of a sheet in `.xlsx`.

use super::{Archive, Area, Element, Marks, attribute, for_each_element, number, part};

/// The marks of the sheet; none where its part of the archive is not found: they are only told.
pub fn of_excel(archive: &mut Archive<'_>, sheet: &str) -> Marks {
    found(archive, sheet).unwrap_or_default()
}

fn found(archive: &mut Archive<'_>, sheet: &str) -> Option<Marks> {
    let workbook = part(archive, "xl/workbook.xml")?;
    let (mut relation, mut never_calculated) = (None, false);
    for_each_element(&workbook, &mut |element| {
        let Element::Begins(tag) = element else { return };
        match tag.local_name().as_ref() {
            "sheet" if attribute(tag, "name").as_deref() == Some(sheet) => {
                relation = attribute(tag, "id");
            }
            // Programs that do not calculate leave it to whoever opens the file, and write 0.
            "calcPr" => never_calculated = is_set(attribute(tag, "fullCalcOnLoad")),
            _ => {}
        }
    })?;
    let relations = part(archive, "xl/_rels/workbook.xml.rels")?;
    let mut target = None;
    for_each_element(&relations, &mut |element| {
        let Element::Begins(tag) = element else { return };
        if relation.is_some() && attribute(tag, "Id") == relation {
            target = attribute(tag, "Target");
        }
    })?;
    let target = target?;
    let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
    let text = part(archive, &path)?;
    let mut reading = Reading { never_calculated, ..Reading::default() };
    for_each_element(&text, &mut |element| reading.see(element))?;
    Some(reading.marks)
}

/// A sheet that is being read.
#[derive(Default)]
struct Reading {
    marks: Marks,
    never_calculated: bool,
    /// The cell under way: whether it has a formula, and a value.
    cell: (u32, u32),
    has_formula: bool,
    has_value: bool,
    in_value: bool,
    /// Row and column of the next cell that does not say where it is.
    next: (u32, u32),
}

impl Reading {
    fn see(&mut self, element: Element<'_>) {
        match element {
            Element::Begins(tag) => match tag.local_name().as_ref() {
                "col" if is_set(attribute(tag, "hidden")) => {
                    if let (Some(min), Some(max)) = (number(tag, "min"), number(tag, "max")) {
                        self.marks
                            .hidden_columns
                            .push(min.saturating_sub(1)..=max.saturating_sub(1));
                    }
                }
                "row" => {
                    let row = number(tag, "r").map_or(self.next.0, |row| row.saturating_sub(1));
                    self.next = (row, 0);
                    if is_set(attribute(tag, "hidden")) {
                        self.marks.hidden_rows.push(row..=row);
                    }
                }
                "c" => {
                    self.cell =
                        attribute(tag, "r").and_then(|cell| position(&cell)).unwrap_or(self.next);
                    self.has_formula = false;
                    // A formula may come to a text without letters.
                    self.has_value = attribute(tag, "t").as_deref() == Some("str");
                }
                "f" => self.has_formula = true,
                "v" => self.in_value = true,
                "mergeCell" => {
                    let area = attribute(tag, "ref").and_then(|area| {
                        let (first, last) = area.split_once(':')?;
                        Some(Area { first: position(first)?, last: position(last)? })
                    });
                    self.marks.merged.extend(area);
                }
                _ => {}
            },
            Element::Text(text) if self.in_value => {
                let is_unset = self.never_calculated && text == "0";
                self.has_value |= !(text.is_empty() || is_unset);
            }
            Element::Text(_) => {}
            Element::Ends(name) => match name {
                "v" => self.in_value = false,
                "c" => {
                    if self.has_formula && !self.has_value {
                        self.marks.uncalculated.push(self.cell);
                    }
                    self.next = (self.cell.0, self.cell.1 + 1);
                }
                "row" => self.next = (self.next.0 + 1, 0),
                _ => {}
            },
        }
    }
}

fn is_set(flag: Option<String>) -> bool {
    matches!(flag.as_deref(), Some("1" | "true"))
}

/// Row and column of a cell such as `C7`.
fn position(cell: &str) -> Option<(u32, u32)> {
    let digits = cell.find(|letter: char| letter.is_ascii_digit())?;
    let column = cell[..digits].bytes().try_fold(0u32, |column, letter| {
        let letter = letter.is_ascii_uppercase().then(|| u32::from(letter - b'A') + 1)?;
        column.checked_mul(26)?.checked_add(letter)
    })?;
    Some((cell[digits..].parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}
