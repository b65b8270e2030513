//! `dteam batch`

use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use dteam::batch::{
    self, Batch, Encoding, Form, Inputs, Output, Position, Reading, RecordFormat, Settings,
};
use dteam::render::{self, BatchRemark, Format};
use dteam::{Catalog, Invalid};
use dteam_text::diagnostic::Problem;

use self::journal::Journal;
use self::run::First;
use self::sink::{Sink, Whole};
use super::expected::{self, Expected};
use super::output::{Target, place_file, replace_file};
use super::overlap::is_standard_output;
use super::{Common, Outcome, input, interrupt, problems};

mod claim;
mod journal;
mod outputs;
mod run;
mod sink;
mod status;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "cli-value-input", help = "cli-inputs")]
    inputs: Vec<PathBuf>,
    #[arg(help = "cli-input-format")]
    #[arg(long, value_parser = input_forms(), value_name = "cli-value-form")]
    input_format: Option<&'static Form>,
    #[arg(long, value_name = "cli-value-name", help = "cli-encoding")]
    encoding: Option<String>,
    #[arg(long, value_name = "cli-value-sheet", help = "cli-sheet")]
    sheet: Option<String>,
    #[arg(long, value_parser = formats(), value_name = "cli-value-form", help = "cli-batch-format")]
    format: Option<String>,
    #[arg(long, value_parser = rows(), value_name = "cli-value-rows", help = "cli-batch-rows")]
    rows: Option<String>,
    #[arg(long, help = "cli-batch-excel")]
    excel: bool,
    #[arg(help = "cli-batch-reports")]
    #[arg(long, value_name = "cli-value-dir", conflicts_with_all = ["output", "format", "rows", "excel"])]
    reports: Option<PathBuf>,
    #[arg(help = "cli-batch-report-format")]
    #[arg(long, value_parser = report_formats(), default_value = "markdown", requires = "reports", value_name = "cli-value-form")]
    report_format: &'static Format,
    #[arg(long, value_name = "cli-value-number", value_parser = expected::count, help = "cli-batch-top")]
    top: Option<usize>,
    #[arg(long, help = "cli-batch-likely")]
    likely: bool,
    #[arg(help = "cli-batch-jobs")]
    #[arg(long, value_name = "cli-value-number", value_parser = expected::whole(1_u16..=1024))]
    jobs: Option<u16>,
    #[arg(long, value_name = "cli-value-file", help = "cli-batch-rejects")]
    rejects: Option<PathBuf>,
    #[arg(long, help = "cli-batch-strict")]
    strict: bool,
    #[arg(long, requires = "output", help = "cli-batch-resume")]
    resume: bool,
    #[arg(help = "cli-batch-summary")]
    #[arg(long, value_name = "cli-value-file", num_args = 0..=1, default_missing_value = "-", value_parser = summary_name)]
    summary: Option<PathBuf>,
    #[arg(long, value_enum, value_name = "cli-value-form", help = "cli-batch-summary-format")]
    summary_format: Option<SummaryFormat>,
    #[arg(long, conflicts_with_all = ["reports", "resume"], help = "cli-batch-summary-only")]
    summary_only: bool,
    #[arg(long, value_name = "cli-value-numbers", value_parser = sizes, help = "cli-batch-sizes")]
    sizes: Option<Sizes>,
    #[arg(long, help = "cli-batch-csv-template")]
    csv_template: bool,
    #[arg(help = "cli-batch-template")]
    #[arg(long, value_name = "cli-value-workbook", value_parser = workbook_name, conflicts_with_all = ["csv_template", "output"])]
    template: Option<PathBuf>,
    #[arg(short, long, help = "cli-batch-quiet")]
    quiet: bool,
    #[arg(long, value_name = "cli-value-date", value_parser = input::date, help = "cli-batch-date")]
    date: Option<jiff::civil::Date>,
    #[command(flatten)]
    pub common: Common,
}

/// Names and what they mean, each once.
fn names(named: impl Iterator<Item = (&'static str, &'static str)>) -> PossibleValuesParser {
    let mut names: Vec<(&str, &str)> = named.collect();
    names.dedup_by_key(|(name, _)| *name);
    PossibleValuesParser::new(
        names.into_iter().map(|(name, about)| PossibleValue::new(name).help(about)),
    )
}

pub(super) fn input_forms() -> impl TypedValueParser<Value = &'static Form> {
    names(Form::ALL.iter().map(|form| (form.name, form.about)))
        .map(|name| Form::named(&name).expect("every possible value is the name of a form"))
}

fn formats() -> PossibleValuesParser {
    names(RecordFormat::ALL.iter().map(|format| (format.name, format.about)))
}

fn rows() -> PossibleValuesParser {
    names(RecordFormat::ALL.iter().filter_map(|format| format.rows))
}

/// The formats of reports; one that is no text takes too long for a batch.
fn report_formats() -> impl TypedValueParser<Value = &'static Format> {
    let texts = Format::ALL.iter().filter(|format| format.is_text());
    names(texts.map(|format| (format.name, format.about)))
        .map(|name| Format::named(&name).expect("every possible value is the name of a format"))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum SummaryFormat {
    #[value(help = "cli-batch-summary-json")]
    Json,
    #[value(help = "cli-batch-summary-markdown")]
    Markdown,
}

#[derive(Debug, Clone)]
struct Sizes(Vec<f64>);

fn sizes(written: &str) -> Result<Sizes, Expected> {
    batch::sizes(written).map(Sizes).map_err(|_| Expected::new("cli-expected-sizes"))
}

/// The name of a summary. What looks like an input is refused: it would be replaced.
fn summary_name(written: &str) -> Result<PathBuf, Expected> {
    let path = PathBuf::from(written);
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    match extension.as_deref() {
        Some("ndjson" | "jsonl" | "csv" | "tsv" | "yaml" | "yml") => {
            Err(Expected::new("cli-expected-summary"))
        }
        _ => Ok(path),
    }
}

/// The name of a workbook; programs open it by its extension.
fn workbook_name(written: &str) -> Result<PathBuf, Expected> {
    let path = PathBuf::from(written);
    match path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("xlsx")) {
        true => Ok(path),
        false => Err(Expected::new("cli-expected-workbook")),
    }
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Invalid> {
    let common = &arguments.common;
    let catalog = common.catalog()?;
    if arguments.csv_template {
        Target::new(common)?.write(&batch::template(&catalog, arguments.excel))?;
        if !arguments.quiet {
            status::say(&BatchRemark::Template.written(common.language()));
        }
        return Ok(Outcome::Done);
    }
    if let Some(path) = &arguments.template {
        return write_template(arguments, &catalog, path);
    }
    if arguments.inputs.is_empty() {
        return Err(Problem::NoInput.into());
    }
    let encoding = arguments.encoding.as_deref().map(Encoding::named).transpose()?;
    let (form, sheet) = (arguments.input_format, arguments.sheet.clone());
    let reading = Reading { form, encoding, sheet };
    let inputs = Inputs::find(&catalog, &arguments.inputs, &reading)?;
    arguments.must_be_apart(&inputs)?;
    if arguments.rejects.is_some() {
        inputs.must_be_alike()?;
    }
    let records = arguments.records();
    // Before anything is read back or written: what another run has begun is its own until it ends.
    let claims = arguments.claims()?;
    let earlier = match records.as_deref().filter(|path| journal::is_ordinary(path)) {
        Some(path) => Journal::earlier(path, arguments.resume)?,
        None => None,
    };
    let date = match (arguments.date, earlier.as_ref().and_then(|earlier| earlier.date)) {
        (None, Some(date)) => date,
        (given, _) => input::reference_date(given)?,
    };
    let batch = Batch::new(Arc::new(catalog), arguments.settings(date));
    let mut identity = batch.identity();
    identity.insert("input".to_owned(), inputs.names().collect::<Vec<_>>().join(", "));
    let encoding = encoding.map(|encoding| encoding.name().to_owned());
    identity.insert("encoding".to_owned(), encoding.unwrap_or_default());
    if let Some(sheet) = &arguments.sheet {
        identity.insert("sheet".to_owned(), sheet.clone());
    }
    let rejects = arguments.rejects.as_ref().map(|path| path.display().to_string());
    identity.insert("rejects".to_owned(), rejects.unwrap_or_default());
    if let Some(earlier) = &earlier {
        earlier.must_match(&identity)?;
        earlier.must_fit(&batch, arguments.rejects.is_some())?;
    }
    let earlier = earlier.filter(Journal::has_begun);
    let from = earlier.as_ref().map_or_else(Position::default, Journal::position);
    if !arguments.quiet {
        problems::show(inputs.warnings(), common);
    }
    let (bytes, names) = (inputs.bytes(), identity["input"].clone());
    let mut results = batch.start(inputs, from)?;
    let stop = interrupt::noticed();
    // Nothing is written before there is anything to write.
    let first = match run::first(&mut results, &stop)? {
        First::Done(done) => Some(done),
        First::Interrupted => {
            status::say(&BatchRemark::Interrupted(earlier.is_some()).written(common.language()));
            return Ok(Outcome::Interrupted);
        }
        First::End if earlier.is_some() => None,
        First::End => {
            claims.release(arguments.reports.as_deref());
            return Err(Problem::EmptyInput { path: names }.into());
        }
    };
    let (sink, journal) =
        arguments.open(&batch, records.as_deref(), earlier.as_ref(), identity, date)?;
    let rejects = match (&arguments.rejects, earlier.as_ref().and_then(|earlier| earlier.rejects)) {
        (None, _) => None,
        (Some(path), Some(written)) => Some(Whole::reopen(path, written)?),
        (Some(path), None) => Some(Whole::create(path)?),
    };
    let done_before = earlier.as_ref().map_or(0, |earlier| earlier.bytes);
    let tally = earlier.map_or_else(|| batch.tally(), |earlier| earlier.tally);
    let progress = run::Progress { bytes, done_before };
    run::Run { arguments, batch: &batch, sink, rejects, journal, tally }
        .all(results, first, &stop, progress)
}

/// Writes a workbook to be filled in; one that is there may be filled in already.
fn write_template(
    arguments: &Arguments,
    catalog: &Catalog,
    path: &Path,
) -> Result<Outcome, Invalid> {
    let language = arguments.common.language();
    let shown = path.display().to_string();
    if path.exists() {
        return Err(Problem::OutputExists { path: shown }.into());
    }
    place_file(path, &batch::workbook_template(catalog, language, &shown)?)?;
    if !arguments.quiet {
        let path = dteam::language::escaped(&shown).into_owned();
        status::say(&BatchRemark::WorkbookTemplate(&path).written(language));
    }
    Ok(Outcome::Done)
}

impl Arguments {
    fn settings(&self, date: jiff::civil::Date) -> Settings {
        let output = match &self.reports {
            _ if self.only_summary() => Output::Nothing,
            Some(_) => Output::Reports(self.report_format),
            None => self.record_format().map_or_else(Output::default, Output::Records),
        };
        let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
        Settings {
            language: self.common.language(),
            date: Some(date),
            top: self.top,
            likely: self.likely,
            output,
            excel: self.excel,
            sizes: self.sizes.clone().map(|sizes| sizes.0),
            jobs: self.jobs.map_or(cores, usize::from),
            strict: self.strict,
        }
    }

    /// The first format that has the name and the rows that were asked for. Rows, and what Excel
    /// opens, are those of a table.
    fn record_format(&self) -> Option<&'static RecordFormat> {
        let in_rows = self.rows.is_some() || self.excel;
        let is_asked = |format: &&RecordFormat| match &self.format {
            Some(name) => format.name == name,
            None => format.rows.is_some() == in_rows,
        };
        let has_rows = |format: &&RecordFormat| match (&self.rows, format.rows) {
            (Some(asked), Some((rows, _))) => asked == rows,
            (Some(_), None) | (None, _) => true,
        };
        RecordFormat::ALL.iter().filter(is_asked).find(has_rows)
    }

    /// Nothing but the summary is wanted, or there is only one place for both.
    fn only_summary(&self) -> bool {
        let both_to_standard_output = self.summary.as_deref().is_some_and(is_standard_output)
            && self.common.output.as_deref().is_none_or(is_standard_output)
            && self.reports.is_none();
        self.summary_only || both_to_standard_output
    }

    /// The file for what is written for each municipality.
    fn records(&self) -> Option<PathBuf> {
        self.common.output.clone().filter(|path| !is_standard_output(path) && !self.only_summary())
    }

    /// Where the summary goes, if one is wanted.
    fn summary_path(&self) -> Option<PathBuf> {
        let output = self.common.output.clone().filter(|_| self.summary_only);
        let usual = || self.summary_only.then(|| output.unwrap_or_else(|| PathBuf::from("-")));
        self.summary.clone().or_else(usual)
    }

    /// Opens what is written for each municipality, after what an interrupted run has written, and
    /// the journal of this run.
    fn open(
        &self,
        batch: &Batch,
        records: Option<&Path>,
        earlier: Option<&Journal>,
        identity: std::collections::BTreeMap<String, String>,
        date: jiff::civil::Date,
    ) -> Result<(Sink, Option<Journal>), Invalid> {
        if let Some(folder) = &self.reports {
            return Ok((Sink::reports(folder)?, None));
        }
        if self.only_summary() {
            return Ok((Sink::Nothing, None));
        }
        let Some(path) = records else {
            return Ok((Sink::standard_output(&batch.header())?, None));
        };
        if !journal::is_ordinary(path) {
            return Ok((Sink::stream(path, &batch.header())?, None));
        }
        if let Some(earlier) = earlier {
            let file = Whole::reopen(path, earlier.output)?;
            return Ok((Sink::File(file), Some(earlier.clone())));
        }
        // First the journal: from here on, a run that is interrupted can go on.
        let mut journal = Journal::new(path, identity, date, batch.tally());
        journal.keep()?;
        let mut file = Whole::create(path)?;
        file.append(&batch.header())?;
        journal.output = file.written();
        journal.keep()?;
        Ok((Sink::File(file), Some(journal)))
    }

    fn write_summary(&self, batch: &Batch, tally: &dteam::batch::Tally) -> Result<(), Invalid> {
        let Some(path) = self.summary_path() else { return Ok(()) };
        let summary = batch.summary(tally);
        let by_name =
            path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
        let usual = if by_name { SummaryFormat::Json } else { SummaryFormat::Markdown };
        let text = match self.summary_format.unwrap_or(usual) {
            SummaryFormat::Json => render::json(&summary),
            SummaryFormat::Markdown => render::document_as_markdown(&summary.document()),
        };
        match is_standard_output(&path) {
            true => super::output::print(&text),
            false => replace_file(&path, &text),
        }
    }
}
