//! `dteam check`

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use dteam::{Checked, Invalid, Subjects, render};

use super::output::Target;
use super::{Common, Outcome, problems, watch};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Folders of packs, single packs or their files, profiles, folders of profiles [default: the built-in packs and those given
    /// with --rules]
    paths: Vec<PathBuf>,
    /// Form of what was found
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Explain a problem by its code, such as D012, with an example
    #[arg(long, value_name = "CODE", conflicts_with_all = ["paths", "format", "watch"])]
    explain: Option<String>,
    /// Check again after each change in the paths, until Ctrl-C
    #[arg(long, conflicts_with = "output", requires = "paths")]
    watch: bool,
    #[command(flatten)]
    pub common: Common,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// With the source line and the cure
    Text,
    /// For other programs (dteam.check/1)
    Json,
    /// SARIF 2.1.0, for editors and code hosts
    Sarif,
    /// Commands of GitHub's workflows
    Github,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Invalid> {
    if let Some(code) = &arguments.explain {
        return explain(code, &arguments.common);
    }
    match arguments.watch {
        true => watch::rerun(&arguments.paths, &arguments.common, || run_once(arguments)),
        false => run_once(arguments),
    }
}

fn run_once(arguments: &Arguments) -> Result<Outcome, Invalid> {
    let common = &arguments.common;
    let target = Target::of(common, &arguments.paths)?;
    let subjects = Subjects { paths: arguments.paths.clone(), rules: common.rules.clone() };
    let checked = dteam::check(&subjects, common.language());
    target.write(&match arguments.format {
        Format::Text => text(&checked, common, &target),
        Format::Json => render::check_json(&checked, common.language()),
        Format::Sarif => render::check_sarif(&checked, common.language()),
        Format::Github => render::check_github(&checked, common.language()),
    })?;
    Ok(match (checked.is_incomplete(), checked.found_something()) {
        (true, _) => Outcome::Incomplete,
        (false, true) => Outcome::Found,
        (false, false) => Outcome::Done,
    })
}

fn text(checked: &Checked, common: &Common, target: &Target) -> String {
    let mut text = problems::written(&checked.diagnostics, common, target.colour());
    text.push_str(&render::check_summary(checked, common.language()));
    text
}

fn explain(code: &str, common: &Common) -> Result<Outcome, Invalid> {
    let target = Target::new(common)?;
    target.write(&dteam::explanation(code, common.language())?)?;
    Ok(Outcome::Done)
}
