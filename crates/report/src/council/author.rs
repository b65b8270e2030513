//! What all sections of a paper are written with.

use super::{CouncilPaper, Purpose};
use crate::document::{Block, Caption, Cell, Column, ColumnKind, Form, Row, Section, Table};
use crate::words::Words;
use dteam_engine::advice::plan::PlannedStep;
use dteam_engine::advice::{Advice, Step};

/// Who writes all sections: the paper, the advice it rests on, the words of its language.
pub(super) struct Author<'a> {
    pub words: Words,
    pub advice: &'a Advice,
    pub paper: &'a CouncilPaper<'a>,
}

impl Author<'_> {
    pub fn say(&self, id: &str) -> String {
        self.words.say(id)
    }

    pub fn is_for_decision(&self) -> bool {
        self.paper.purpose == Purpose::Decision
    }

    /// The number that a step has in this paper.
    pub fn number_of(&self, step: &Step) -> Option<usize> {
        self.paper.steps.iter().position(|chosen| chosen.rank == step.rank).map(|index| index + 1)
    }

    /// When a step is taken, if that is planned.
    pub fn planned(&self, step: &Step) -> Option<&PlannedStep> {
        self.paper.plan?.steps.iter().find(|planned| planned.rule == step.rule)
    }

    /// A step's effort in words, as the format of packs has it.
    pub fn effort(&self, step: &Step) -> String {
        self.words.with("council-effort", &[("effort", usize::from(step.factors.effort).into())])
    }

    pub fn section(&self, id: &'static str, heading: &str, blocks: Vec<Block>) -> Section {
        Section::new(id, self.say(heading), blocks)
    }

    /// Fields that the administration fills in, all blank.
    pub fn blank_form(&self, caption: &str, fields: &[&str]) -> Block {
        let fields = fields.iter().map(|field| (self.say(field), String::new())).collect();
        Block::Form(Form { caption: self.say(caption), fields })
    }

    /// A table of texts; its columns with the percentage of the width that each takes.
    pub fn table(
        &self,
        name: &'static str,
        caption: Caption,
        columns: &[(&str, u8)],
        rows: Vec<Vec<String>>,
    ) -> Block {
        let columns = columns.iter().enumerate().map(|(index, (heading, width))| {
            let kind = if index == 0 { ColumnKind::Name } else { ColumnKind::Text };
            Column { width: Some(*width), ..Column::new(self.say(heading), kind) }
        });
        let rows = rows
            .into_iter()
            .map(|row| -> Row { row.into_iter().map(Cell::Text).collect::<Vec<_>>().into() });
        Block::Table(Table { name, caption, columns: columns.collect(), rows: rows.collect() })
    }
}
