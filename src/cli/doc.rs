//! `dteam doc`

use std::path::Path;

use clap::{Args, ValueEnum};
use dteam::{Invalid, source};

use super::output::Target;
use super::{Common, Outcome};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "cli-value-pack", help = "cli-doc-packs")]
    packs: Vec<String>,
    #[arg(value_name = "cli-value-form", help = "cli-doc-format")]
    #[arg(long, value_enum, default_value = "markdown")]
    format: Format,
    #[command(flatten)]
    pub common: Common,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    #[value(help = "cli-doc-format-markdown")]
    Markdown,
    #[value(help = "cli-doc-format-html")]
    Html,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Invalid> {
    let common = &arguments.common;
    let target = Target::of(common, &arguments.packs)?;
    let (mut folders, mut ids) = (common.rules.clone(), Vec::new());
    for pack in &arguments.packs {
        let path = Path::new(pack);
        let found = if path.is_dir() { source::packs(path)? } else { Vec::new() };
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
    let handbook = dteam::authoring::handbook(&dteam::load(&folders)?, &ids, common.language())?;
    target.write(&match arguments.format {
        Format::Markdown => handbook.markdown(),
        Format::Html => handbook.html(),
    })?;
    Ok(Outcome::Done)
}

fn same(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}
