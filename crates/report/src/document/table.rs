//! Tables: columns, rows, and what can stand in a cell.

use serde::Serialize;

use super::StepLink;
use super::picture::Picture;

/// A table. The first cell that is no number says what its row is about.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// Names the kind of table: writers lay out columns by it.
    pub name: &'static str,
    /// What it shows; where the heading above it says that already, only for those who do not see
    /// the heading beside it.
    pub caption: Caption,
    /// From left to right.
    pub columns: Vec<Column>,
    /// From top to bottom.
    pub rows: Vec<Row>,
}

impl Table {
    /// The columns that `has_use` picks, each with its index.
    pub fn columns(&self, has_use: impl Fn(Shown) -> bool) -> Vec<(usize, &Column)> {
        self.columns.iter().enumerate().filter(|(_, column)| has_use(column.shown)).collect()
    }

    /// The pictures in its cells, from top to bottom.
    pub fn pictures(&self) -> impl Iterator<Item = &Picture> {
        let cells = self.rows.iter().flat_map(|row| match row {
            Row::Cells(row) => row.cells.as_slice(),
            Row::Group(_) | Row::Nothing(..) => &[],
        });
        cells
            .filter_map(|cell| if let Cell::Picture(picture) = cell { Some(picture) } else { None })
    }
}

/// What a table shows.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum Caption {
    /// It stands above the table.
    Shown(String),
    /// The heading above says it; a screen reader says it again.
    Hidden(String),
}

impl Caption {
    /// The caption, whether it is shown or not.
    pub fn text(&self) -> &str {
        match self {
            Caption::Shown(text) | Caption::Hidden(text) => text,
        }
    }

    /// The caption, if it is to be seen.
    pub fn shown(&self) -> Option<&str> {
        match self {
            Caption::Shown(text) => Some(text),
            Caption::Hidden(_) => None,
        }
    }
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    /// What stands in it.
    pub heading: String,
    /// What kind of cells it has.
    pub kind: ColumnKind,
    /// Who has use for it.
    pub shown: Shown,
    /// The percentage of the table's width that it takes, where that matters.
    pub width: Option<u8>,
}

impl Column {
    /// A column that every writer writes.
    pub fn new(heading: String, kind: ColumnKind) -> Self {
        Column { heading, kind, shown: Shown::Always, width: None }
    }

    /// The same with this percentage of the table's width.
    pub fn width(self, percent: u8) -> Self {
        Column { width: Some(percent), ..self }
    }

    /// The same for some writers only.
    pub fn shown(self, shown: Shown) -> Self {
        Column { shown, ..self }
    }
}

/// What kind of cells a column has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnKind {
    /// The number of a step.
    Rank,
    /// What the row is about.
    Name,
    /// A figure of the municipality itself.
    Own,
    /// A figure to hold it against.
    Figure,
    /// Words.
    Text,
    /// Pictures.
    Picture,
    /// A name for programs.
    Code,
}

/// Who has use for a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shown {
    /// Everybody.
    Always,
    /// Those who draw.
    Drawn,
    /// Those who do not draw: it says in words what a picture shows.
    Undrawn,
    /// Those who write tables, and not a line of text for each row.
    Tabular,
    /// Those who write a line of text for each row.
    InLine,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "row", content = "is", rename_all = "kebab-case")]
pub enum Row {
    /// What the rows after it have in common.
    Group(String),
    /// A cell for each column.
    Cells(Cells),
    /// What the row is about, and why there is nothing to show.
    Nothing(String, String),
}

/// The cells of a row.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Cells {
    /// One for each column.
    pub cells: Vec<Cell>,
    /// Whether it belongs to the group that was named last.
    pub is_in_group: bool,
    /// Whether it is the municipality's own among others.
    pub is_own: bool,
}

impl From<Vec<Cell>> for Row {
    fn from(cells: Vec<Cell>) -> Self {
        Row::Cells(Cells { cells, ..Cells::default() })
    }
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "cell", content = "is", rename_all = "kebab-case")]
pub enum Cell {
    /// A text; an empty one for what is to be filled in by hand.
    Text(String),
    /// A text and a remark on it; beside it, or below where there is room.
    Noted(String, String, NotePlace),
    /// Several texts.
    Each(Vec<String>),
    /// A step that is in the table and nowhere in full.
    Rank(StepLink),
    /// Steps, or what to write where there are none.
    Steps(Vec<StepLink>, String),
    /// Something weighed from 1 to 5.
    Level(Level),
    /// A picture.
    Picture(Picture),
}

impl Cell {
    /// The step that its row stands for, if it names one.
    pub fn step(&self) -> Option<&StepLink> {
        if let Cell::Rank(step) = self { Some(step) } else { None }
    }

    /// In words, on one line.
    pub fn written(&self) -> String {
        match self {
            Cell::Text(text) => text.clone(),
            Cell::Noted(text, note, NotePlace::Beside) => format!("{text} {note}"),
            Cell::Noted(text, note, NotePlace::Below) => format!("{text} ({note})"),
            Cell::Each(texts) => texts.join("; "),
            Cell::Rank(step) => step.rank.to_string(),
            Cell::Steps(steps, none) if steps.is_empty() => none.clone(),
            Cell::Steps(steps, _) => {
                steps.iter().map(|step| step.rank.to_string()).collect::<Vec<_>>().join(", ")
            }
            Cell::Level(level) => level.text.clone(),
            Cell::Picture(picture) => picture.described.clone(),
        }
    }
}

/// Where a remark on a text in a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotePlace {
    /// On the same line.
    Beside,
    /// On a line of its own.
    Below,
}

/// Something weighed from 1 to 5.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Level {
    /// Rounded, 0..5.
    pub level: u8,
    /// In words, `3.5 of 5`.
    pub text: String,
}
