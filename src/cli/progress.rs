//! `dteam progress`

use std::path::PathBuf;

use clap::Args;
use dteam::progress::{Progress, ProgressOf};
use dteam::render::{json, progress_document};
use dteam::{Invalid, Options};

use super::form::{Form, Others};
use super::output::Target;
use super::{Common, Outcome, input, problems};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "cli-value-old", help = "cli-progress-old")]
    old: PathBuf,
    #[arg(value_name = "cli-value-new", help = "cli-progress-new")]
    new: PathBuf,
    #[arg(long, value_name = "cli-value-file", help = "cli-progress-plan")]
    plan: Option<PathBuf>,
    #[arg(help = "cli-progress-format")]
    #[arg(long, value_parser = Form::parser(OTHERS), default_value = "text", value_name = "cli-value-form")]
    format: Form<Progress>,
    #[arg(help = "cli-progress-old-date")]
    #[arg(long, value_name = "cli-value-date", value_parser = input::date)]
    old_date: Option<jiff::civil::Date>,
    #[arg(help = "cli-progress-date")]
    #[arg(long, value_name = "cli-value-date", value_parser = input::date)]
    date: Option<jiff::civil::Date>,
    #[command(flatten)]
    pub common: Common,
}

/// The forms beside those of every document.
const OTHERS: Others<Progress> =
    &[("json", "cli-progress-format-json", |progress| Ok(json(progress).into_bytes()))];

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Invalid> {
    let common = &arguments.common;
    let inputs = [Some(&arguments.old), Some(&arguments.new), arguments.plan.as_ref()];
    let inputs: Vec<&PathBuf> = inputs.into_iter().flatten().collect();
    let target = Target::of(common, &inputs)?;
    let catalog = common.catalog()?;
    let (old, gone) = catalog.earlier_profile(&input::file(&arguments.old)?)?;
    problems::show(old.warnings(), common);
    let new = input::profile(&catalog, &arguments.new, common)?;
    let plan = arguments.plan.as_ref().map(|path| input::plan(path)).transpose()?;
    let of = ProgressOf { old: &old, new: &new, old_date: arguments.old_date, plan: plan.as_ref() };
    let options =
        Options::default().language(common.language()).date(input::reference_date(arguments.date)?);
    let mut progress = catalog.progress(&of, &options)?;
    progress.gone_questions = gone;
    let written = arguments.format.written(&progress, progress_document, &target)?;
    target.write_bytes(&written)?;
    Ok(Outcome::Done)
}
