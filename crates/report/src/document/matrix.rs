//! Effort and impact of all steps.

use serde::Serialize;

use super::StepLink;
use super::table::{Caption, Cell, Column, ColumnKind, Table};

/// Effort and impact of all steps: a field for each pair of levels.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Matrix {
    /// What it shows.
    pub caption: String,
    /// What goes from left to right.
    pub effort: Axis,
    /// What goes from the bottom up.
    pub impact: Axis,
    /// In their order.
    pub steps: Vec<Placed>,
}

/// An axis with five levels.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Axis {
    /// What is weighed.
    pub label: String,
    /// What level 1 means.
    pub least: String,
    /// What level 5 means.
    pub most: String,
}

/// A step in a matrix.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Placed {
    /// 1..5.
    pub effort: u8,
    /// 1..5.
    pub impact: u8,
    /// The step.
    pub step: StepLink,
}

impl Matrix {
    /// The levels of both axes.
    pub const LEVELS: [u8; 5] = [1, 2, 3, 4, 5];

    /// The same as a table: a row for each level of impact, the greatest first.
    pub fn table(&self) -> Table {
        let end = |axis: &Axis, level: u8| match level {
            1 => format!("1 ({})", axis.least),
            5 => format!("5 ({})", axis.most),
            level => level.to_string(),
        };
        let corner = format!("{} / {}", self.impact.label, self.effort.label);
        let levels =
            Self::LEVELS.map(|effort| Column::new(end(&self.effort, effort), ColumnKind::Text));
        let rows = Self::LEVELS.into_iter().rev().map(|impact| {
            let fields = Self::LEVELS.map(|effort| {
                Cell::Steps(self.field(effort, impact).cloned().collect(), String::new())
            });
            let name = Cell::Text(end(&self.impact, impact));
            std::iter::once(name).chain(fields).collect::<Vec<_>>().into()
        });
        Table {
            name: "matrix",
            caption: Caption::Shown(self.caption.clone()),
            columns: std::iter::once(Column::new(corner, ColumnKind::Name)).chain(levels).collect(),
            rows: rows.collect(),
        }
    }

    /// The steps in one field.
    pub fn field(&self, effort: u8, impact: u8) -> impl Iterator<Item = &StepLink> {
        let here = move |placed: &&Placed| placed.effort == effort && placed.impact == impact;
        self.steps.iter().filter(here).map(|placed| &placed.step)
    }
}
