//! Steps by quarter, and what became of them.

use dteam_engine::advice::Options;
use dteam_engine::advice::plan::{Period, Plan, PlanOptions};
use dteam_engine::advice::progress::ProgressOf;
use dteam_engine::catalog::Catalog;
use dteam_engine::profile::own_plan::are_own_days;
use dteam_report::json;
use dteam_text::diagnostic::Problem;
use dteam_text::language::Language;
use dteam_text::source;
use indexmap::IndexMap;
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::{Value as Json, json as value};

use super::{Call, DATE, Key, LANGUAGE, NAME, PROFILE, any_profile, count, text, texts};
use crate::request::{date, keys, profile};
use crate::{Answer, Refused};

pub(super) const PLAN: Call = Call {
    name: "plan",
    about: "The steps by quarter, with the working days there are (dteam.plan/1)",
    keys: &[
        PROFILE,
        NAME,
        LANGUAGE,
        DATE,
        Key::optional(
            "start",
            "The first quarter, such as `2027-Q1`; else the one after the reference date",
            text,
        ),
        Key::optional(
            "quarters",
            "How many quarters are planned; else 8",
            || value!({"type": "integer", "minimum": 1, "maximum": 20}),
        ),
        Key::optional(
            "days",
            "Own working days of each quarter, whole or half",
            || value!({"type": "number", "minimum": 0.5, "maximum": 6000}),
        ),
        Key::optional("per_year", "How many steps are begun in any four quarters in a row", count),
        Key::optional("blocked", "Quarters in which nothing is done", texts),
        Key::optional("done", "Steps that are done already, as pack/rule", texts),
        Key::optional("skip", "Steps that are not wanted", texts),
        Key::optional(
            "fix",
            "The quarters in which certain steps begin, by their rules",
            || value!({"type": "object", "additionalProperties": {"type": "string"}}),
        ),
    ],
    answer: plan,
};

pub(super) const PROGRESS: Call = Call {
    name: "progress",
    about: "What is different between two profiles of one municipality (dteam.progress/1)",
    keys: &[
        Key::required("old", "The profile as it was, perhaps for an earlier survey", any_profile),
        Key::required("new", "The profile as it is", any_profile),
        Key::optional(
            "plan",
            "The plan of that time, as `plan` answers it",
            || value!({"type": "object"}),
        ),
        Key::optional("old_date", "The day of the old profile, YYYY-MM-DD", text),
        LANGUAGE,
        DATE,
    ],
    answer: progress,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Planned {
    profile: Json,
    name: Option<String>,
    #[serde(rename = "language")]
    _language: Option<Language>,
    #[serde(default, deserialize_with = "date")]
    date: Option<Date>,
    start: Option<Period>,
    quarters: Option<usize>,
    days: Option<f64>,
    per_year: Option<usize>,
    #[serde(default)]
    blocked: Vec<Period>,
    #[serde(default)]
    done: Vec<String>,
    #[serde(default)]
    skip: Vec<String>,
    #[serde(default)]
    fix: IndexMap<String, Period>,
}

fn plan(catalog: &Catalog, request: Json, language: Language) -> Answer {
    let asked: Planned = keys(request)?;
    let profile = profile(catalog, asked.profile, asked.name.as_deref())?;
    let start = asked.start.or_else(|| asked.date.map(Period::after)).ok_or(Problem::NoStart)?;
    let mut options =
        PlanOptions::from_start(start).language(language).date(asked.date).days(asked.days);
    if asked.days.is_some_and(|days| !are_own_days(days)) {
        return Err(Problem::NotHalfDays.into());
    }
    if let Some(quarters) = asked.quarters {
        options.quarters = within(quarters, 20)?;
    }
    options.per_year = asked.per_year.map(|steps| within(steps, 100)).transpose()?;
    options.blocked = asked.blocked;
    options.done = asked.done;
    options.skipped = asked.skip;
    options.fixed = asked.fix.into_iter().collect();
    Ok(json(&catalog.plan(&profile, &options)?))
}

/// A number from 1 to `max`.
pub(super) fn within(number: usize, max: usize) -> Result<usize, Refused> {
    let out = || Problem::NotInRange {
        value: number.to_string(),
        min: 1.to_string(),
        max: max.to_string(),
    };
    Some(number).filter(|number| (1..=max).contains(number)).ok_or_else(|| out().into())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ThenAndNow {
    old: Json,
    new: Json,
    plan: Option<Plan>,
    #[serde(default, deserialize_with = "date")]
    old_date: Option<Date>,
    #[serde(rename = "language")]
    _language: Option<Language>,
    #[serde(default, deserialize_with = "date")]
    date: Option<Date>,
}

fn progress(catalog: &Catalog, request: Json, language: Language) -> Answer {
    let asked: ThenAndNow = keys(request)?;
    let old = match asked.old {
        Json::String(text) => text,
        answers => format!("{answers:#}"),
    };
    let (old, gone) = catalog.earlier_profile(&source::read(old.as_bytes(), "old")?)?;
    let new = profile(catalog, asked.new, Some("new"))?;
    let of =
        ProgressOf { old: &old, new: &new, old_date: asked.old_date, plan: asked.plan.as_ref() };
    let options = Options::default().language(language).date(asked.date);
    let mut progress = catalog.progress(&of, &options)?;
    progress.gone_questions = gone;
    Ok(json(&progress))
}
