//! `dteam check`

use std::path::PathBuf;

use clap::Args;
use dteam::Invalid;

use super::{Common, Outcome, problems};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Packs, folders of packs, profiles or cases [default: the built-in packs and those given with --rules]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    pub common: Common,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Invalid> {
    let common = &arguments.common;
    let catalog = common.catalog()?;
    let found = catalog.findings(&[], common.language());
    problems::show(&found, common);
    Ok(if found.is_empty() { Outcome::Done } else { Outcome::Found })
}
