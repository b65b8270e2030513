//! `dteam rules`

use clap::Args;
use dteam::{Invalid, render};

use super::output::Target;
use super::{Common, Outcome};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub common: Common,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Invalid> {
    let common = &arguments.common;
    let target = Target::new(common)?;
    target.write(&render::rules(&common.catalog()?, common.language()))?;
    Ok(Outcome::Done)
}
