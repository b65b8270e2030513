//! `dteam new`

use clap::{Args, Subcommand};
use dteam::{Invalid, render};

use super::output::Target;
use super::{Common, Outcome};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// An empty profile: every question with its help and options as comments
    Profile {
        #[command(flatten)]
        common: Common,
    },
}

impl Arguments {
    pub fn common(&self) -> &Common {
        let What::Profile { common } = &self.what;
        common
    }
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Invalid> {
    let common = arguments.common();
    let target = Target::of(common, None)?;
    target.must_be_new()?;
    target.write(&render::profile_template(&common.catalog()?, common.language()))?;
    Ok(Outcome::Done)
}
