//! `dteam new`

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use dteam::render::NewPack;
use dteam::{Invalid, render, source};

use super::output::{self, Target};
use super::{Common, Outcome};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    #[command(about = "cli-new-profile")]
    Profile {
        #[command(flatten)]
        common: Common,
    },
    #[command(about = "cli-new-pack")]
    // What it says is short, and its files have no other place.
    #[command(mut_arg("output", |output| output.hide(true)), mut_arg("width", |width| width.hide(true)))]
    Pack {
        #[arg(value_name = "cli-value-name", help = "cli-new-pack-name")]
        name: PathBuf,
        #[command(flatten)]
        common: Common,
    },
}

impl Arguments {
    pub fn common(&self) -> &Common {
        match &self.what {
            What::Profile { common } | What::Pack { common, .. } => common,
        }
    }
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Invalid> {
    match &arguments.what {
        What::Profile { common } => profile(common),
        What::Pack { name, common } => pack(name, common),
    }
}

fn profile(common: &Common) -> Result<Outcome, Invalid> {
    let target = Target::new(common)?;
    target.must_be_new()?;
    target.write(&render::profile_template(&common.catalog()?, common.language()))?;
    Ok(Outcome::Done)
}

fn pack(folder: &Path, common: &Common) -> Result<Outcome, Invalid> {
    let target = Target::new(common)?;
    // `.` and `..` have no name of their own: the folder one stands in is not replaced.
    let id =
        folder.file_name().map_or_else(|| source::shown(folder), |_| source::folder_name(folder));
    let catalog = common.catalog()?;
    let files = render::pack_template(&catalog, &id, common.language())?;
    output::make_folder(folder, &files)?;
    let made = NewPack {
        folder: source::shown(folder),
        id,
        beside: common.rules.iter().map(|rules| source::shown(rules)).collect(),
        is_within: common.rules.iter().any(|rules| source::holds(rules, folder)),
        spoken: catalog.language(),
    };
    target.write(&render::pack_made(&made, &files, common.language()))?;
    Ok(Outcome::Done)
}
