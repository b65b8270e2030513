//! `dteam explain`

use clap::Args;
use dteam::{Invalid, render};

use super::classify::DataFormat;
use super::output::Target;
use super::{Common, Outcome, input, problems};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "cli-value-profile", help = "cli-profile")]
    profile: std::path::PathBuf,
    #[arg(value_name = "cli-value-rule", help = "cli-explain-rule")]
    rule: String,
    #[arg(help = "cli-explain-what-if", long_help = "cli-explain-what-if-more")]
    #[arg(long, value_name = "cli-value-question-answer")]
    what_if: Vec<String>,
    #[arg(value_name = "cli-value-form", help = "cli-explain-format")]
    #[arg(long, value_enum, default_value = "text")]
    format: DataFormat,
    #[arg(help = "cli-date-decides")]
    #[arg(long, value_name = "cli-value-date", value_parser = input::date)]
    date: Option<jiff::civil::Date>,
    #[command(flatten)]
    pub common: Common,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Invalid> {
    let common = &arguments.common;
    let (target, language) = (Target::of(common, &[&arguments.profile])?, common.language());
    let catalog = common.catalog()?;
    let profile = input::profile(&catalog, &arguments.profile, common)?;
    let options =
        dteam::Options::default().language(language).date(input::reference_date(arguments.date)?);
    if arguments.what_if.is_empty() {
        let explanation = catalog.explain(&profile, &arguments.rule, &options)?;
        target.write(&match arguments.format {
            DataFormat::Text => render::explanation(&explanation, language, &target.layout(0)),
            DataFormat::Json => render::json(&explanation),
            DataFormat::Yaml => render::yaml(&explanation),
        })?;
    } else {
        let assumed = catalog.what_if(&profile, &arguments.what_if)?;
        problems::show(assumed.warnings(), common);
        let what_if = catalog.explain_what_if(&profile, &assumed, &arguments.rule, &options)?;
        target.write(&match arguments.format {
            DataFormat::Text => render::what_if(&what_if, language, &target.layout(0)),
            DataFormat::Json => render::json(&what_if),
            DataFormat::Yaml => render::yaml(&what_if),
        })?;
    }
    Ok(Outcome::Done)
}
