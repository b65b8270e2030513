//! What a report or a paper says, part by part, whatever it is written as.
//!
//! Which sections there are, their order, their headings, the columns of tables and what stands in
//! which cell is settled here. A writer decides on its looks alone: one that draws adds pictures
//! where a cell has one, all others write the same values in words.

use jiff::civil::Date;
use serde::Serialize;

use dteam_engine::advice::Horizon;
use dteam_text::language::Language;

mod matrix;
mod picture;
mod step;
mod table;
mod team_map;

pub use matrix::{Axis, Matrix, Placed};
pub use picture::{Drawing, Legend, Mark, Marks, Meaning, Picture, TypeMark};
pub use step::{FullStep, Weighed, Weight};
pub use table::{Caption, Cell, Cells, Column, ColumnKind, Level, NotePlace, Row, Shown, Table};
pub use team_map::{TeamMap, TeamMember, TeamPicture};

/// A report or a paper, from its title to its last section. All texts are plain: writers escape.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Document {
    /// What it is for.
    pub kind: DocumentKind,
    /// The language of every text.
    pub language: Language,
    /// The heading of the whole.
    pub title: String,
    /// The municipality's name, if it has one. It may be written from right to left.
    pub name: Option<String>,
    /// What else there is to say of the municipality, in a few words each.
    pub facts: Vec<String>,
    /// The kind of document with its date; nothing where the first part says so.
    pub dated: Option<String>,
    /// The reference date: the day that a file is said to be of.
    pub date: Option<Date>,
    /// What comes before the first section.
    pub opening: Vec<Block>,
    /// In their order.
    pub sections: Vec<Section>,
}

/// What a document is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentKind {
    /// It is read as it is.
    Report,
    /// It is a draft that people go on with, in a word processor for instance.
    Paper,
}

/// A part of a document with a heading.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Section {
    /// Names it within the document, for links: lower-case letters.
    pub id: &'static str,
    /// Its heading.
    pub heading: String,
    /// When it is read.
    pub part: Part,
    /// Whether it goes into details for which a terminal has no room.
    pub is_detailed: bool,
    /// In their order.
    pub blocks: Vec<Block>,
}

impl Section {
    /// A section of the main part.
    pub fn new(id: &'static str, heading: String, blocks: Vec<Block>) -> Self {
        Section { id, heading, part: Part::Main, is_detailed: false, blocks }
    }

    /// The same in another part.
    pub fn part(self, part: Part) -> Self {
        Section { part, ..self }
    }

    /// The same as details.
    pub fn detailed(self) -> Self {
        Section { is_detailed: true, ..self }
    }
}

/// When a section is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// First: what fits on one page, for those who read no further.
    Front,
    /// After that, from top to bottom.
    Main,
    /// When somebody wants to know: pages show it folded, and print what is unfolded.
    Annex,
}

/// A part of a section.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "block", content = "is", rename_all = "kebab-case")]
pub enum Block {
    /// A paragraph.
    Text(String),
    /// Sentences that make a paragraph, or one each where there is room.
    Sentences(Vec<String>),
    /// What a section comes down to, in a few words.
    Highlight(String),
    /// Something that readers could overlook.
    Remark(String),
    /// How to read what stands beside it.
    Note(String),
    /// The heading of a part of a section.
    Topic(String),
    /// A line that introduces the list after it.
    Lead(String),
    /// Items in no order.
    List(Vec<Item>),
    /// Items that are referred to by number: decisions, annexes.
    Numbered(Vec<Numbered>),
    /// What it is about, and what there is to say.
    Fact(Fact),
    /// What is to be filled in by hand.
    Form(Form),
    /// Rows and columns.
    Table(Table),
    /// A step in full.
    Step(Box<FullStep>),
    /// All steps by effort and impact.
    Matrix(Matrix),
    /// The members of a team.
    TeamMap(TeamMap),
    /// How to read the pictures after it: for writers that draw.
    Legend(Legend),
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Item {
    /// What it is about, where that is said.
    pub label: Option<String>,
    /// What there is to say.
    pub text: String,
    /// Where it is said.
    pub link: Option<Link>,
    /// A remark behind it, such as to what it applies.
    pub note: Option<String>,
}

/// Something published.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Link {
    /// What it is called.
    pub title: String,
    /// Where to read it on the web: what a reader can follow, never code.
    pub address: Option<String>,
}

impl Item {
    /// On one line, without its label.
    pub fn written(&self) -> String {
        let link = self.link.iter().flat_map(|link| {
            let address = link.address.iter().map(|address| format!("<{address}>"));
            std::iter::once(link.title.clone()).chain(address)
        });
        let parts = std::iter::once(self.text.clone()).chain(link).chain(self.note.clone());
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

impl From<String> for Item {
    fn from(text: String) -> Self {
        Item { text, ..Item::default() }
    }
}

/// A numbered item: what stands out, then the rest of it. One of both can be empty.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Numbered {
    /// What stands out.
    pub title: String,
    /// The rest.
    pub rest: String,
}

/// A label and what there is to say under it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fact {
    /// Without a colon.
    pub label: String,
    /// What there is to say.
    pub value: Value,
}

/// What there is to say under a label.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "value", content = "is", rename_all = "kebab-case")]
pub enum Value {
    /// In a sentence or less.
    Text(String),
    /// Several of them.
    Each(Vec<String>),
    /// Steps of the same document.
    Steps(Vec<StepLink>),
    /// Several, with where each is said.
    Items(Vec<Item>),
}

impl Value {
    /// On one line.
    pub fn written(&self) -> String {
        match self {
            Value::Text(text) => text.clone(),
            Value::Each(texts) => texts.join("; "),
            Value::Steps(steps) => {
                let named = steps.iter().map(|step| format!("{}. {}", step.rank, step.title));
                named.collect::<Vec<_>>().join("; ")
            }
            Value::Items(items) => items.iter().map(Item::written).collect::<Vec<_>>().join("; "),
        }
    }
}

/// A step of the document that is referred to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StepLink {
    /// Its number, from 1.
    pub rank: usize,
    /// The step in a few words.
    pub title: String,
    /// When its turn comes.
    pub horizon: Horizon,
}

/// Fields to be filled in, some filled in already.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Form {
    /// What it is for.
    pub caption: String,
    /// A label and what stands there already.
    pub fields: Vec<(String, String)>,
}
