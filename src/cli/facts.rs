//! `dteam facts`

use clap::{Args, ValueEnum};
use dteam::Invalid;
use dteam::authoring::facts;
use dteam::render::{self, Format as Written};

use super::output::Target;
use super::{Common, Outcome, input};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(help = "cli-facts-format")]
    #[arg(long, value_enum, default_value = "text", value_name = "cli-value-form")]
    format: Format,
    #[arg(long, value_name = "cli-value-date", value_parser = input::date, help = "cli-facts-date")]
    date: Option<jiff::civil::Date>,
    #[command(flatten)]
    pub common: Common,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    #[value(help = "cli-facts-format-text")]
    Text,
    #[value(help = "cli-facts-format-json")]
    Json,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Invalid> {
    let common = &arguments.common;
    let target = Target::new(common)?;
    let date = input::reference_date(arguments.date)?;
    let facts = facts(&common.catalog()?, Some(date), common.language());
    match arguments.format {
        Format::Json => target.write(&render::json(&facts))?,
        Format::Text => {
            let text = Written::named("text").expect("the program writes text");
            target.write_bytes(&text.document(&facts.document(), &target.layout(0))?)?;
        }
    }
    Ok(Outcome::Done)
}
