//! `dteam doc`

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use dteam::{Catalog, Invalid, source};

use super::output::Target;
use super::{Common, Outcome};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Packs by their ids, or folders of packs, which are loaded too [default: all packs]
    #[arg(value_name = "PACK")]
    packs: Vec<String>,
    /// Form of the handbook
    #[arg(long, value_enum, default_value = "markdown")]
    format: Format,
    #[command(flatten)]
    pub common: Common,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Markdown,
    /// One page that needs nothing else, for reading and for printing
    Html,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Invalid> {
    let common = &arguments.common;
    let target = Target::of(common, &arguments.packs)?;
    let (mut folders, mut ids) = (common.rules.clone(), Vec::new());
    for pack in &arguments.packs {
        let path = Path::new(pack);
        let found = packs_in(path)?;
        // A name with a separator can only be meant as a folder, even if there is none.
        if found.is_empty() && !pack.contains(['/', '\\']) {
            ids.push(pack.clone());
            continue;
        }
        ids.extend(found.iter().map(|pack| source::folder_name(pack)));
        if !folders.iter().any(|folder| same(folder, path)) {
            folders.push(path.to_owned());
        }
    }
    let handbook = Catalog::load(&folders)?.handbook(&ids, common.language())?;
    target.write(&match arguments.format {
        Format::Markdown => handbook.markdown(),
        Format::Html => handbook.html(),
    })?;
    Ok(Outcome::Done)
}

/// The pack that a folder is, or the packs in it.
fn packs_in(folder: &Path) -> Result<Vec<PathBuf>, Invalid> {
    if folder.join("pack.yaml").is_file() {
        return Ok(vec![folder.to_owned()]);
    }
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    Ok(source::entries(folder)?.into_iter().filter(|path| path.join("pack.yaml").is_file()).collect())
}

fn same(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}
