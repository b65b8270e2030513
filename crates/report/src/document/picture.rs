//! Pictures in cells, as what they show: writers that draw decide on the looks.

use serde::Serialize;

use dteam_engine::advice::Horizon;

/// A picture, described in words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Picture {
    /// Names it within the document.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// Its values in words.
    pub described: String,
    /// What is drawn.
    pub drawing: Drawing,
}

/// What is drawn in a cell.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Drawing {
    /// A bar.
    Bar {
        /// 0..1 of the cell's width.
        share: f64,
        /// Whether it is the municipality's own among others.
        is_own: bool,
    },
    /// Marks on a line.
    Line(Marks),
    /// A time among periods of equal length.
    Span {
        /// How many periods there are.
        periods: usize,
        /// When it begins, 0..1 of them all.
        from: f64,
        /// When it ends.
        until: f64,
    },
}

/// Marks on a line, each 0..1 from its left edge to its right.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Marks {
    /// The municipality's own.
    pub own: Option<f64>,
    /// Those of the types.
    pub types: Vec<TypeMark>,
    /// That of all municipalities.
    pub all: Option<f64>,
}

/// The mark of a type on a line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TypeMark {
    /// The type's index among the types, which gives the mark its shape.
    pub index: usize,
    /// Whether it is the municipality's own type.
    pub is_own: bool,
    /// 0..1.
    pub value: f64,
}

/// How to read pictures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Legend {
    /// What they show, where nothing else says it.
    pub about: Option<String>,
    /// Their marks.
    pub meanings: Vec<Meaning>,
}

/// A mark and what it means.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Meaning {
    /// Which mark.
    pub mark: Mark,
    /// In a few words.
    pub text: String,
}

/// A mark in a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// The municipality's own value.
    Own,
    /// The value of a type.
    Type {
        /// The type's index among the types.
        index: usize,
        /// Whether it is the municipality's own type.
        is_own: bool,
    },
    /// The value of all municipalities.
    All,
    /// The number of a step, by when its turn comes.
    Turn(Horizon),
}
