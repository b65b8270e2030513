//! `dteam test`

use std::path::PathBuf;

use clap::Args;
use dteam::{Catalog, Diagnostic, Invalid, Problem, missing, source, tally};

use super::output::Target;
use super::{Common, Outcome, watch};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Folders of packs, or single packs, whose `cases.yaml` to run
    #[arg(required = true)]
    folders: Vec<PathBuf>,
    /// Run again after each change in the folders, until Ctrl-C
    #[arg(long, conflicts_with = "output")]
    watch: bool,
    #[command(flatten)]
    pub common: Common,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Invalid> {
    match arguments.watch {
        true => {
            let folders: Vec<PathBuf> = arguments.common.rules.iter().chain(&arguments.folders).cloned().collect();
            watch::rerun(&folders, &arguments.common, || run_once(arguments))
        }
        false => run_once(arguments),
    }
}

fn run_once(arguments: &Arguments) -> Result<Outcome, Invalid> {
    let common = &arguments.common;
    let target = Target::of(common, None)?;
    let folders: Vec<&PathBuf> = common.rules.iter().chain(&arguments.folders).collect();
    let catalog = Catalog::load(&folders)?;
    let mut report = String::new();
    let (mut passed, mut failed) = (0, 0);
    for pack in packs(&arguments.folders)? {
        let (path, id) = (pack.join("cases.yaml"), source::folder_name(&pack));
        let cases = catalog.cases(&id, &source::open(&path)?)?;
        for (rule, outcome) in catalog.outcomes_missing(&id, &cases) {
            failed += 1;
            report.push_str(&format!("{}: {}\n", path.display(), missing(rule, outcome, common.language())));
        }
        for case in cases {
            let mismatches = catalog.run(&case)?;
            if mismatches.is_empty() {
                passed += 1;
                continue;
            }
            failed += 1;
            for mismatch in mismatches {
                let at = format!("{}:{}: {}", path.display(), case.line, case.name);
                report.push_str(&format!("{at}: {}\n", mismatch.message(common.language())));
            }
        }
    }
    report.push_str(&tally(passed, failed, common.language()));
    report.push('\n');
    target.write(&report)?;
    Ok(if failed == 0 { Outcome::Done } else { Outcome::Found })
}

/// The pack folders among and directly below the given ones.
fn packs(folders: &[PathBuf]) -> Result<Vec<PathBuf>, Invalid> {
    let mut packs = Vec::new();
    for folder in folders {
        if folder.join("pack.yaml").is_file() {
            packs.push(folder.clone());
            continue;
        }
        packs.extend(source::entries(folder)?.into_iter().filter(|path| path.join("pack.yaml").is_file()));
    }
    packs.sort();
    match packs.is_empty() {
        false => Ok(packs),
        true => {
            let path = folders.first().map_or_else(String::new, |folder| folder.display().to_string());
            Err(Diagnostic::without_place(Problem::NotARulesFolder { path }).into())
        }
    }
}
