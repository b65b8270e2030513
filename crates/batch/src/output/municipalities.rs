//! A table with a row for each municipality.

use super::csv::Sheet;
use super::{RecordFormat, Subject, Writer};
use crate::Done;
use dteam_engine::advice::{Assessment, Horizon};
use dteam_engine::catalog::Catalog;
use dteam_engine::classification::Basis;
use dteam_text::diagnostic::Invalid;

pub(super) const FORMAT: RecordFormat = RecordFormat {
    name: "csv",
    about: "format-csv",
    rows: Some(("municipalities", "rows-municipalities")),
    writer: |catalog, settings| Box::new(Municipalities { sheet: Sheet::of(catalog, settings) }),
};

struct Municipalities {
    sheet: Sheet,
}

const COLUMNS: [&str; 8] =
    ["type", "type_label", "basis", "mixed_with", "answered", "steps", "steps_now", "undecided"];

/// Steps that have columns of their own.
const FIRST: usize = 5;

impl Writer for Municipalities {
    fn header(&self, catalog: &Catalog) -> Vec<u8> {
        let first = (1..=FIRST).flat_map(|rank| [format!("step_{rank}"), format!("title_{rank}")]);
        self.sheet.header(catalog, COLUMNS.into_iter().map(str::to_owned).chain(first))
    }

    fn write<'c>(
        &self,
        catalog: &'c Catalog,
        subject: &Subject<'_>,
        done: &mut Done,
    ) -> Result<Assessment<'c>, Invalid> {
        let assessed = catalog.assess(&subject.record.profile, subject.options)?;
        let mut row = self.sheet.row(&mut done.output);
        self.sheet.beginning(catalog, subject, &assessed, &mut row);
        row.plain(match assessed.basis {
            Some(Basis::Goals) => "goals",
            Some(Basis::Indicators) => "indicators",
            None => "",
        });
        row.text(assessed.mixed_with.unwrap_or_default());
        let steps = &assessed.steps;
        let now = steps.iter().filter(|step| step.horizon == Horizon::Now).count();
        let answered = subject.record.profile.answers.answered();
        for count in [answered, steps.len(), now, assessed.undecided.len()] {
            row.count(count);
        }
        for rank in 0..FIRST {
            match steps.get(rank) {
                Some(step) => row.cells(&self.sheet.rules[step.index]),
                None => row.empty(2),
            }
        }
        row.end();
        Ok(assessed)
    }
}
