//! The whole advice as JSON, a line for each record: the contract `dteam.advice/2` with `record`,
//! which names the record.

use serde::Serialize;

use super::{Mark, RecordFormat, Subject, Writer};
use crate::Done;
use dteam_engine::advice::{Advice, Assessment};
use dteam_engine::catalog::Catalog;
use dteam_report::{LineText, json_line};
use dteam_text::diagnostic::Invalid;

pub(super) const FORMAT: RecordFormat = RecordFormat {
    name: "ndjson",
    about: "format-ndjson",
    rows: None,
    writer: |_, settings| Box::new(Lines { top: settings.top }),
};

struct Lines {
    /// The maximum number of steps.
    top: Option<usize>,
}

/// An advice with `record` as its first key.
#[derive(Serialize)]
struct Line<'r, 'c> {
    record: &'r Mark<'r>,
    #[serde(flatten)]
    advice: &'r Advice<LineText<'c>>,
}

impl Writer for Lines {
    fn max_records(&self) -> usize {
        16
    }

    fn write<'c>(
        &self,
        catalog: &'c Catalog,
        subject: &Subject<'_>,
        done: &mut Done,
    ) -> Result<Assessment<'c>, Invalid> {
        let (mut advice, assessed) =
            catalog.advise_and_assess(&subject.record.profile, subject.options)?;
        advice.steps.truncate(self.top.unwrap_or(usize::MAX));
        let start = done.output.len();
        match json_line(&Line { record: &Mark::of(subject), advice: &advice }, &mut done.output) {
            Ok(()) => done.output.push(b'\n'),
            // Plain data always serialises; were it otherwise, half a line would be worse than none.
            Err(_) => done.output.truncate(start),
        }
        Ok(assessed)
    }
}
