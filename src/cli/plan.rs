//! `dteam plan`

use std::path::PathBuf;

use clap::Args;
use dteam::Invalid;
use dteam::plan::{Period, Plan, PlanOptions, own_days};
use dteam::render::{json, plan_document, tasks_as_csv, tasks_as_ics, tasks_as_xlsx};

use super::expected::{Expected, whole};
use super::form::{Form, Others};
use super::output::Target;
use super::{Common, Outcome, input};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "cli-value-profile", help = "cli-profile")]
    profile: PathBuf,
    #[arg(help = "cli-plan-format")]
    #[arg(long, value_parser = Form::parser(OTHERS), default_value = "text", value_name = "cli-value-form")]
    format: Form<Plan>,
    #[arg(long, value_name = "cli-value-period", value_parser = period, help = "cli-plan-start")]
    start: Option<Period>,
    #[arg(help = "cli-plan-quarters")]
    #[arg(long, value_name = "cli-value-number", default_value_t = 8, value_parser = whole(1_u8..=20))]
    quarters: u8,
    #[arg(long, value_name = "cli-value-number", value_parser = days, help = "cli-plan-days")]
    days: Option<f64>,
    #[arg(help = "cli-plan-per-year")]
    #[arg(long, value_name = "cli-value-number", value_parser = whole(1_u8..=100))]
    per_year: Option<u8>,
    #[arg(help = "cli-plan-blocked")]
    #[arg(long, value_name = "cli-value-period", value_delimiter = ',', value_parser = period)]
    blocked: Vec<Period>,
    #[arg(long, value_name = "cli-value-rule", value_delimiter = ',', help = "cli-plan-done")]
    done: Vec<String>,
    #[arg(long, value_name = "cli-value-rule", value_delimiter = ',', help = "cli-plan-skip")]
    skip: Vec<String>,
    #[arg(help = "cli-plan-fix")]
    #[arg(long, value_name = "cli-value-rule-period", value_delimiter = ',', value_parser = fixed)]
    fix: Vec<(String, Period)>,
    #[arg(help = "cli-date-decides")]
    #[arg(long, value_name = "cli-value-date", value_parser = input::date)]
    date: Option<jiff::civil::Date>,
    #[command(flatten)]
    pub common: Common,
}

/// The forms beside those of every document.
const OTHERS: Others<Plan> = &[
    ("csv", "cli-plan-format-csv", |plan| Ok(tasks_as_csv(plan).into_bytes())),
    ("xlsx", "cli-plan-format-xlsx", tasks_as_xlsx),
    ("ics", "cli-plan-format-ics", |plan| Ok(tasks_as_ics(plan).into_bytes())),
    ("json", "cli-plan-format-json", |plan| Ok(json(plan).into_bytes())),
];

fn days(text: &str) -> Result<f64, Expected> {
    own_days(text).ok_or(Expected::new("cli-expected-days"))
}

fn period(text: &str) -> Result<Period, Expected> {
    text.parse().map_err(|_| Expected::new("cli-expected-period"))
}

fn fixed(text: &str) -> Result<(String, Period), Expected> {
    let (rule, written) = text.split_once('=').ok_or(Expected::new("cli-expected-fixed"))?;
    Ok((rule.to_owned(), period(written)?))
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Invalid> {
    let common = &arguments.common;
    let (target, language) = (Target::of(common, &[&arguments.profile])?, common.language());
    let catalog = common.catalog()?;
    let profile = input::profile(&catalog, &arguments.profile, common)?;
    let date = input::reference_date(arguments.date)?;
    let start = arguments.start.unwrap_or_else(|| Period::after(date));
    let mut options =
        PlanOptions::from_start(start).language(language).date(date).days(arguments.days);
    options.quarters = arguments.quarters.into();
    options.per_year = arguments.per_year.map(usize::from);
    options.blocked.clone_from(&arguments.blocked);
    options.done.clone_from(&arguments.done);
    options.skipped.clone_from(&arguments.skip);
    options.fixed.clone_from(&arguments.fix);
    let plan = catalog.plan(&profile, &options)?;
    let written = arguments.format.written(&plan, plan_document, &target)?;
    target.write_bytes(&written)?;
    Ok(Outcome::Done)
}
