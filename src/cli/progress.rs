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
    /// How it was: a profile, YAML or JSON; it may have been written for an earlier survey
    old: PathBuf,
    /// How it is now: a profile; `-` for standard input
    new: PathBuf,
    /// The plan of that time, as `dteam plan --format json` writes it: what is on time, late or
    /// ahead
    #[arg(long, value_name = "FILE")]
    plan: Option<PathBuf>,
    /// Form of the comparison
    #[arg(long, value_parser = Form::parser("comparison", OTHERS), default_value = "text", value_name = "FORMAT")]
    format: Form<Progress>,
    /// The day of the old profile, YYYY-MM-DD: decides which rules with a period of validity applied
    /// then [default: the reference date]
    #[arg(long, value_name = "DATE", value_parser = input::date)]
    old_date: Option<jiff::civil::Date>,
    /// Reference date, YYYY-MM-DD: decides rules with a period of validity, and what of a plan is
    /// late [default: today, or the day of `SOURCE_DATE_EPOCH`]
    #[arg(long, value_name = "DATE", value_parser = input::date)]
    date: Option<jiff::civil::Date>,
    #[command(flatten)]
    pub common: Common,
}

/// The forms beside those of every document.
const OTHERS: Others<Progress> =
    &[(
        "json",
        "For other programs (dteam.progress/1)",
        |progress| Ok(json(progress).into_bytes()),
    )];

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
