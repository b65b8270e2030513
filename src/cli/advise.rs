//! `dteam advise`

use std::mem::ManuallyDrop;

use clap::{Args, ValueEnum};
use dteam::{Invalid, Options, render};

use super::output::Target;
use super::{Common, Outcome, input};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The profile, YAML or JSON; `-` for standard input
    profile: std::path::PathBuf,
    /// Form of the advice
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// So many steps: in full in text, Markdown and HTML [default: 5], at all in JSON and YAML [default: all]
    #[arg(long, value_name = "N")]
    top: Option<usize>,
    /// Reference date, YYYY-MM-DD: stands on the advice and decides rules with a period of validity [default: today, or
    /// the day of `SOURCE_DATE_EPOCH`]
    #[arg(long, value_name = "DATE", value_parser = input::date)]
    date: Option<jiff::civil::Date>,
    #[command(flatten)]
    pub common: Common,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A report for the terminal
    Text,
    /// A report in Markdown
    Markdown,
    /// A report as one HTML page that needs nothing else, for reading and for printing
    Html,
    /// Everything, for other programs (the contract dteam.advice/1)
    Json,
    /// The same as JSON, in YAML
    Yaml,
}

/// Steps in full unless `--top` says otherwise: as many as a reader takes in.
pub(super) const FULL_STEPS: usize = 5;

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Invalid> {
    let common = &arguments.common;
    let target = Target::of(common, &[&arguments.profile])?;
    // Taken apart at the end, they would take as long as some of the work, and the process ends anyway.
    let catalog = ManuallyDrop::new(common.catalog()?);
    let profile = input::profile(&catalog, &arguments.profile, common)?;
    let for_programs = matches!(arguments.format, Format::Json | Format::Yaml);
    let options = Options {
        language: common.language(),
        date: Some(input::reference_date(arguments.date)?),
        top: arguments.top.filter(|_| for_programs),
    };
    let advice = ManuallyDrop::new(catalog.advise(&profile, &options)?);
    let full_steps = arguments.top.unwrap_or(FULL_STEPS);
    target.write(&match arguments.format {
        Format::Text => render::text(&advice, &target.layout(full_steps)),
        Format::Markdown => render::markdown(&advice, full_steps),
        Format::Html => render::html(&advice, full_steps),
        Format::Json => render::json(&*advice),
        Format::Yaml => render::yaml(&*advice),
    })?;
    Ok(Outcome::Done)
}
