//! `dteam schema`

use clap::{Args, ValueEnum};
use dteam::Invalid;
use dteam::authoring::SchemaOf;

use super::output::Target;
use super::{Common, Outcome};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_enum, value_name = "cli-value-what", help = "cli-schema-what")]
    what: What,
    #[command(flatten)]
    pub common: Common,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum What {
    #[value(help = "cli-schema-profile")]
    Profile,
    #[value(help = "cli-schema-pack")]
    Pack,
    #[value(help = "cli-schema-cases")]
    Cases,
    #[value(help = "cli-schema-facts")]
    Facts,
    #[value(help = "cli-schema-advice")]
    Advice,
    #[value(help = "cli-schema-plan")]
    Plan,
    #[value(help = "cli-schema-progress")]
    Progress,
    #[value(help = "cli-schema-team")]
    Team,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Invalid> {
    let common = &arguments.common;
    let target = Target::new(common)?;
    let of = match arguments.what {
        What::Profile => SchemaOf::Profile,
        What::Pack => SchemaOf::Pack,
        What::Cases => SchemaOf::Cases,
        What::Facts => SchemaOf::Facts,
        What::Advice => SchemaOf::Advice,
        What::Plan => SchemaOf::Plan,
        What::Progress => SchemaOf::Progress,
        What::Team => SchemaOf::Team,
    };
    let schema = dteam::authoring::schema(&common.catalog()?, of, common.language());
    target.write(&format!("{schema:#}\n"))?;
    Ok(Outcome::Done)
}
