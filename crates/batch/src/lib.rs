//! Advice for any number of municipalities: records are read, advised and handed on in the order of
//! the input, in constant memory.
//!
//! One thread reads and deals out chunks of records to the workers in turn, like cards; whoever
//! asks for results collects them in the same turn. So the order is kept without sorting, every
//! queue is bounded, and how many workers there are does not show.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use xxhash_rust::xxh3::Xxh3;

use dteam_engine::catalog::Catalog;
use dteam_text::diagnostic::{Diagnostic, Invalid};
use dteam_text::language::Language;

mod account;
mod chunk;
mod encoding;
mod form;
mod input;
mod names;
mod output;
mod pipeline;
mod profiles;
mod read;
mod record;
mod sheet;
mod summary;
mod table;
mod tally;
#[cfg(feature = "workbooks")]
mod workbook;

pub use account::{BatchRemark, batch_account, batch_more, batch_progress};
pub use encoding::Encoding;
pub use form::Form;
pub use input::{Inputs, Reading};
pub use names::Names;
pub use output::{Output, RecordFormat, Report};
pub use pipeline::{Event, Results};
pub use profiles::{ReadRecord, for_each_profile};
pub use sheet::{is_workbook, only_profile, workbook_template};
pub use summary::{
    Class, Compared, Group, Never, OptionShare, QuestionShare, SUMMARY_SCHEMA, StepShare,
    StudyValues, Summary, TypeShare, Types,
};
pub use table::template;
pub use tally::Tally;

/// How a batch is advised.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// The language of every text.
    pub language: Language,
    /// The reference date, as in [`Options`](dteam_engine::advice::Options).
    pub date: Option<Date>,
    /// The maximum number of steps in the output, in reports those in full; all if `None`. All are
    /// counted.
    pub top: Option<usize>,
    /// With likely steps, as in [`Options`](dteam_engine::advice::Options).
    pub likely: bool,
    /// What becomes of each record.
    pub output: Output,
    /// Whether tables are such as Excel opens in Germany: semicolons, decimal commas, a byte order
    /// mark.
    pub excel: bool,
    /// Bounds of the size classes, in place of those of the typology; rising.
    pub sizes: Option<Vec<f64>>,
    /// How many workers; at least one.
    pub jobs: usize,
    /// A chunk ends with its first faulty record.
    pub strict: bool,
}

/// A catalog and how to advise by it.
#[derive(Debug, Clone)]
pub struct Batch {
    catalog: Arc<Catalog>,
    settings: Settings,
}

/// How far a batch has come: the number of chunks, and a fingerprint of what was in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Position {
    /// Chunks of records.
    pub chunks: u64,
    /// Of all that was read so far.
    pub fingerprint: u64,
}

/// What came of one chunk of records.
#[derive(Debug)]
#[non_exhaustive]
pub struct Done {
    /// How far the batch has come with it.
    pub position: Position,
    /// Bytes of input.
    pub bytes: u64,
    /// Whole lines, to be written as they are.
    pub output: Vec<u8>,
    /// With [`Output::Reports`], the reports.
    pub reports: Vec<Report>,
    /// The records that could not be advised, in their order.
    pub rejected: Vec<Rejected>,
    /// What in the others deserves a second look.
    pub warnings: Vec<Diagnostic>,
    /// The records, counted.
    pub tally: Tally,
}

/// A record that could not be advised.
#[derive(Debug)]
#[non_exhaustive]
pub struct Rejected {
    /// The record as it was, one line without its end; of a file with one profile, the file's name.
    pub record: Vec<u8>,
    /// For a row of CSV, the header it belongs to.
    pub header: Option<Arc<str>>,
    /// What is wrong with it.
    pub problems: Vec<Diagnostic>,
}

impl Batch {
    /// A batch by a catalog.
    pub fn new(catalog: Arc<Catalog>, settings: Settings) -> Self {
        Batch { catalog, settings }
    }

    /// Starts reading and advising; after `from`, if the batch was interrupted there.
    ///
    /// # Errors
    /// [`Invalid`] if the system has no thread to give.
    pub fn start(&self, inputs: Inputs, from: Position) -> Result<Results, Invalid> {
        pipeline::start(Arc::clone(&self.catalog), self.settings.clone(), inputs, from)
    }

    /// What comes before the first record, for CSV the header.
    pub fn header(&self) -> Vec<u8> {
        self.settings.output.writer(&self.catalog, &self.settings).header(&self.catalog)
    }

    /// An empty tally.
    pub fn tally(&self) -> Tally {
        Tally::new(&self.catalog, &self.settings)
    }

    /// Whether a tally that was kept elsewhere can be of this batch: it counts what its rules and
    /// settings name.
    pub fn accepts(&self, tally: &Tally) -> bool {
        tally.is_like(&self.tally())
    }

    /// What a tally says, in words and shares.
    pub fn summary(&self, tally: &Tally) -> Summary {
        summary::summary(&self.catalog, &self.settings, tally)
    }

    /// All that decides what is written for a record, by name: an interrupted batch can go on if it
    /// is the same.
    pub fn identity(&self) -> BTreeMap<String, String> {
        let settings = &self.settings;
        let packs: Vec<String> =
            self.catalog.packs().map(|(id, version)| format!("{id} {version}")).collect();
        let date = settings.date.map(|date| date.to_string());
        let top = settings.top.map(|top| top.to_string());
        let entries = [
            ("version", env!("CARGO_PKG_VERSION").to_owned()),
            ("lang", settings.language.code().to_owned()),
            ("date", date.unwrap_or_default()),
            ("top", top.unwrap_or_default()),
            ("likely", settings.likely.to_string()),
            ("format", settings.output.name()),
            ("excel", settings.excel.to_string()),
            (
                "sizes",
                settings.sizes.as_ref().map_or_else(String::new, |sizes| format!("{sizes:?}")),
            ),
            ("rules", packs.join(", ")),
            ("rules' text", format!("{:016x}", self.rules_fingerprint())),
        ];
        entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }

    /// Of the rules' own text: a pack may have been changed without its version.
    fn rules_fingerprint(&self) -> u64 {
        let catalog = &self.catalog;
        let mut hasher = Xxh3::new();
        let mut add = |text: &str| {
            hasher.update(&(text.len() as u64).to_le_bytes());
            hasher.update(text.as_bytes());
        };
        catalog.packs.iter().for_each(|pack| add(&pack.file.text));
        catalog
            .survey
            .questions
            .first()
            .iter()
            .for_each(|question| add(&question.location.file.text));
        add(&format!("{:?}", catalog.typology));
        catalog.benchmarks.iter().for_each(|value| add(&format!("{value:?}")));
        hasher.digest()
    }
}

/// Checks the bounds of size classes as they are typed: rising, `5000,20000,100000`.
///
/// # Errors
/// [`Invalid`] if they are no rising numbers above 0.
pub fn sizes(written: &str) -> Result<Vec<f64>, Invalid> {
    let parse =
        |part: &str| part.trim().parse::<u32>().ok().filter(|bound| *bound > 0).map(f64::from);
    let bounds: Option<Vec<f64>> = written.split(',').map(parse).collect();
    match bounds.filter(|bounds| bounds.is_sorted_by(|one, other| one < other)) {
        Some(bounds) => Ok(bounds),
        None => Err(dteam_text::diagnostic::Problem::BoundsNotRising.into()),
    }
}
