//! `dteam plan`

use std::path::PathBuf;

use clap::Args;
use dteam::Invalid;
use dteam::plan::{Period, Plan, PlanOptions};
use dteam::render::{json, plan_document, tasks_as_csv, tasks_as_ics, tasks_as_xlsx};

use super::form::{Form, Others};
use super::output::Target;
use super::{Common, Outcome, input};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The profile, YAML or JSON; `-` for standard input
    profile: PathBuf,
    /// Form of the plan
    #[arg(long, value_parser = Form::parser("plan", OTHERS), default_value = "text", value_name = "FORMAT")]
    format: Form<Plan>,
    /// The first quarter, such as `2027-Q1` [default: the one after the reference date]
    #[arg(long, value_name = "PERIOD")]
    start: Option<Period>,
    /// How many quarters are planned, 1 to 20
    #[arg(long, value_name = "N", default_value_t = 8, value_parser = clap::value_parser!(u8).range(1..=20))]
    quarters: u8,
    /// Own working days of each quarter, 0.5 to 6000 [default: the profile's, else assumed by size]
    #[arg(long, value_name = "N", value_parser = days)]
    days: Option<f64>,
    /// How many steps are begun in any four quarters in a row [default: the profile's, else 5]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=100))]
    per_year: Option<u8>,
    /// Quarters in which nothing is done; several separated by commas
    #[arg(long, value_name = "PERIOD", value_delimiter = ',')]
    blocked: Vec<Period>,
    /// Steps that are done already, as pack/rule; several separated by commas
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    done: Vec<String>,
    /// Steps that are not wanted
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    skip: Vec<String>,
    /// Steps that begin in a certain quarter: `data/inventory=2027-Q1`
    #[arg(long, value_name = "RULE=PERIOD", value_delimiter = ',', value_parser = fixed)]
    fix: Vec<(String, Period)>,
    /// Reference date, YYYY-MM-DD: decides rules with a period of validity [default: today, or the
    /// day of `SOURCE_DATE_EPOCH`]
    #[arg(long, value_name = "DATE", value_parser = input::date)]
    date: Option<jiff::civil::Date>,
    #[command(flatten)]
    pub common: Common,
}

/// The forms beside those of every document.
const OTHERS: Others<Plan> = &[
    ("csv", "The tasks as a table for a spreadsheet", |plan| Ok(tasks_as_csv(plan).into_bytes())),
    ("xlsx", "The tasks as an Excel workbook", tasks_as_xlsx),
    ("ics", "The tasks as a calendar", |plan| Ok(tasks_as_ics(plan).into_bytes())),
    ("json", "For other programs (dteam.plan/1)", |plan| Ok(json(plan).into_bytes())),
];

fn days(text: &str) -> Result<f64, String> {
    let days = text.replace(',', ".").parse::<f64>().ok();
    let days = days.filter(|days| (0.5..=6000.0).contains(days) && (days * 2.0).fract() == 0.0);
    days.ok_or_else(|| "whole or half days, 0.5 to 6000".to_owned())
}

fn fixed(text: &str) -> Result<(String, Period), String> {
    let (rule, period) = text.split_once('=').ok_or("write `pack/rule=2027-Q1`")?;
    Ok((rule.to_owned(), period.parse()?))
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
