//! `dteam schema`

use clap::{Args, ValueEnum};
use dteam::Invalid;
use dteam::authoring::SchemaOf;

use super::output::Target;
use super::{Common, Outcome};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// What the schema describes
    #[arg(value_enum, value_name = "WHAT")]
    what: What,
    #[command(flatten)]
    pub common: Common,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum What {
    /// A profile
    Profile,
    /// pack.yaml
    Pack,
    /// cases.yaml
    Cases,
    /// facts.yaml
    Facts,
    /// An advice as JSON or YAML
    Advice,
    /// A plan as JSON
    Plan,
    /// A comparison of two profiles as JSON
    Progress,
    /// A team of municipalities as JSON
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
