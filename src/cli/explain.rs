//! `dteam explain`

use clap::Args;
use dteam::{Invalid, Options, render};

use super::classify::DataFormat;
use super::output::Target;
use super::{Common, Outcome, input};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The profile, YAML or JSON; `-` for standard input
    profile: std::path::PathBuf,
    /// The rule, as pack/rule
    rule: String,
    /// Form of the explanation
    #[arg(long, value_enum, default_value = "text")]
    format: DataFormat,
    /// Reference date, YYYY-MM-DD: decides rules with a period of validity [default: today, or the day of `SOURCE_DATE_EPOCH`]
    #[arg(long, value_name = "DATE", value_parser = input::date)]
    date: Option<jiff::civil::Date>,
    #[command(flatten)]
    pub common: Common,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Invalid> {
    let common = &arguments.common;
    let target = Target::of(common, Some(&arguments.profile))?;
    let catalog = common.catalog()?;
    let profile = input::profile(&catalog, &arguments.profile, common)?;
    let options =
        Options { language: common.language(), date: Some(input::reference_date(arguments.date)?), top: None };
    let explanation = catalog.explain(&profile, &arguments.rule, &options)?;
    target.write(&match arguments.format {
        DataFormat::Text => render::explanation(&explanation, common.language(), &target.layout(0)),
        DataFormat::Json => render::json(&explanation),
        DataFormat::Yaml => render::yaml(&explanation),
    })?;
    Ok(Outcome::Done)
}
