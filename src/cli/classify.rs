//! `dteam classify`

use clap::{Args, ValueEnum};
use dteam::{Invalid, render};

use super::output::Target;
use super::{Common, Outcome, input};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "cli-value-profile", help = "cli-profile")]
    profile: std::path::PathBuf,
    #[arg(value_name = "cli-value-form", help = "cli-classify-format")]
    #[arg(long, value_enum, default_value = "text")]
    format: DataFormat,
    #[command(flatten)]
    pub common: Common,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum DataFormat {
    #[value(help = "cli-data-text")]
    Text,
    #[value(help = "cli-data-json")]
    Json,
    #[value(help = "cli-data-yaml")]
    Yaml,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Invalid> {
    let common = &arguments.common;
    let target = Target::of(common, &[&arguments.profile])?;
    let catalog = common.catalog()?;
    let profile = input::profile(&catalog, &arguments.profile, common)?;
    let classification = catalog.classify(&profile, common.language())?;
    target.write(&match arguments.format {
        DataFormat::Text => {
            render::classification(&classification, common.language(), &target.layout(0))
        }
        DataFormat::Json => render::json(&classification),
        DataFormat::Yaml => render::yaml(&classification),
    })?;
    Ok(Outcome::Done)
}
