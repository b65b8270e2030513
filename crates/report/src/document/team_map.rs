//! The members of a team, and who learns from whom.

use serde::Serialize;

use super::table::Table;

/// The members of a team: a table, and for writers that draw a picture beside it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TeamMap {
    /// A row for each member.
    pub table: Table,
    /// Nothing where there are too many to be told apart.
    pub picture: Option<TeamPicture>,
}

/// The members of a team by type, with a line from each mentor to each learner.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TeamPicture {
    /// What it shows.
    pub title: String,
    /// How many lines there are, in words.
    pub described: String,
    /// What the types are called, each a column.
    pub types: Vec<String>,
    /// In the order of the table.
    pub members: Vec<TeamMember>,
    /// Mentors and their learners, by the members' indices.
    pub lines: Vec<(usize, usize)>,
}

/// A member of a team in the picture.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TeamMember {
    /// What it is called.
    pub name: String,
    /// The index of its type.
    pub kind: usize,
    /// How many learn from it.
    pub learners: usize,
}
