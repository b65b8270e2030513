//! A table with a row for each step.

use super::csv::{Row, Sheet};
use super::{RecordFormat, Subject, Writer};
use crate::Done;
use dteam_engine::advice::{AssessedStep, Assessment, Horizon};
use dteam_engine::catalog::Catalog;
use dteam_text::diagnostic::Invalid;

pub(super) const FORMAT: RecordFormat = RecordFormat {
    name: "csv",
    about: "format-csv",
    rows: Some(("steps", "rows-steps")),
    writer: |catalog, settings| {
        Box::new(Steps { sheet: Sheet::of(catalog, settings), top: settings.top })
    },
};

struct Steps {
    sheet: Sheet,
    /// The maximum number of rows for a record.
    top: Option<usize>,
}

const COLUMNS: [&str; 11] = [
    "type",
    "type_label",
    "rank",
    "rule",
    "title",
    "priority",
    "horizon",
    "impact",
    "need",
    "fit",
    "effort",
];

impl Writer for Steps {
    fn header(&self, catalog: &Catalog) -> Vec<u8> {
        self.sheet.header(catalog, COLUMNS.into_iter().map(str::to_owned))
    }

    fn write<'c>(
        &self,
        catalog: &'c Catalog,
        subject: &Subject<'_>,
        done: &mut Done,
    ) -> Result<Assessment<'c>, Invalid> {
        let assessed = catalog.assess(&subject.record.profile, subject.options)?;
        let start = done.output.len();
        let mut row = self.sheet.row(&mut done.output);
        self.sheet.beginning(catalog, subject, &assessed, &mut row);
        let beginning = row.out.split_off(start);
        let steps = assessed.steps.iter().take(self.top.unwrap_or(usize::MAX));
        for (index, step) in steps.enumerate() {
            row.cells(&beginning);
            self.step(index + 1, step, &mut row);
            row.end();
        }
        Ok(assessed)
    }
}

impl Steps {
    fn step(&self, rank: usize, step: &AssessedStep<'_>, row: &mut Row<'_>) {
        row.count(rank);
        row.cells(&self.sheet.rules[step.index]);
        row.number(step.priority);
        row.plain(horizon(step.horizon));
        row.number(step.factors.impact);
        row.number(step.factors.need);
        row.number(step.factors.fit);
        row.count(step.factors.effort.into());
    }
}

fn horizon(horizon: Horizon) -> &'static str {
    match horizon {
        Horizon::Now => "now",
        Horizon::Next => "next",
        Horizon::Later => "later",
    }
}
