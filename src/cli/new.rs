//! `dteam new`

use clap::{Args, Subcommand};
use dteam::render;

use super::output::Target;
use super::{Common, Failure, Outcome};

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

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Failure> {
    let common = arguments.common();
    let target = Target::of(common, None)?;
    if let Some(existing) = target.existing() {
        return Err(Failure::Usage(format!("{}: exists already; nothing was changed", existing.display())));
    }
    target.write(&render::profile_template(&common.catalog()?, common.language()))?;
    Ok(Outcome::Done)
}
