//! What a municipality says of its plan in its profile, under `plan`: what it knows better than the
//! estimates, and what is settled already.

use crate::period::Period;
use dteam_text::diagnostic::{Diagnostics, Problem, nearest};
use dteam_text::yaml::fields::{self, Fields};
use dteam_text::yaml::{Entry, Node, Value};

/// The key of the section.
pub const KEY: &str = "plan";

/// Own person-days of a quarter or a step.
const DAYS: (f64, f64) = (0.5, 6000.0);

/// What a step may cost.
const EUROS: (f64, f64) = (0.0, 1e9);

/// Steps begun in a year.
const PER_YEAR: std::ops::RangeInclusive<u16> = 1..=100;

/// The `plan` section of a profile. What is asked for beside it, on the command line for instance,
/// comes first or is added.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct OwnPlan {
    /// Own person-days of each quarter, in halves.
    pub days_per_quarter: Option<f64>,
    /// How many steps are begun in any four quarters in a row.
    pub per_year: Option<usize>,
    /// Quarters in which nothing is done.
    pub blocked: Vec<Period>,
    /// Steps that are done, as `pack/rule`.
    pub done: Vec<String>,
    /// Steps that are not wanted.
    pub skipped: Vec<String>,
    /// Steps that begin in a certain quarter.
    pub fixed: Vec<(String, Period)>,
    /// Steps of which more is known.
    pub steps: Vec<OwnStep>,
}

/// What a municipality knows of a step.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct OwnStep {
    /// `pack/rule`.
    pub rule: String,
    /// Own person-days, in halves.
    pub days: Option<f64>,
    /// What it costs, in euros.
    pub euros: Option<f64>,
}

/// Whether a quarter can have so many own working days: whole or half days, 0.5 to 6000.
pub fn are_own_days(days: f64) -> bool {
    (DAYS.0..=DAYS.1).contains(&days) && (days * 2.0).fract() == 0.0
}

impl OwnPlan {
    /// Reads the section; `rules` are those there are.
    pub fn read(node: &Node<'_>, rules: &[&str], problems: &mut Diagnostics<'_>) -> Self {
        // A key without a value says nothing, here as for answers.
        if matches!(node.value, Value::Null) {
            return OwnPlan::default();
        }
        let Some(mut keys) = Fields::of(node, problems) else { return OwnPlan::default() };
        let days_per_quarter =
            keys.optional("days_per_quarter").and_then(|node| days(node, problems));
        let per_year = keys
            .optional("per_year")
            .and_then(|node| fields::whole::<u16>(node, "per_year", PER_YEAR, problems));
        let blocked = list(keys.optional("blocked"), problems, period);
        let mut named = |key| list(keys.optional(key), problems, |it, p| rule(it, rules, p));
        let (done, skipped) = (named("done"), named("skip"));
        let fixed = entries(keys.optional("fix"), problems, |entry, problems| {
            let period = period(&entry.value, problems);
            known(entry, rules, problems).zip(period)
        });
        let steps = entries(keys.optional("steps"), problems, |entry, problems| {
            let rule = known(entry, rules, problems);
            let mut keys = Fields::of(&entry.value, problems)?;
            let days = keys.optional("days").and_then(|node| days(node, problems));
            let euros = keys.optional("euros");
            let euros = euros.and_then(|node| fields::number(node, EUROS, problems));
            keys.finish(problems);
            Some(OwnStep { rule: rule?, days, euros })
        });
        keys.finish(problems);
        let per_year = per_year.map(usize::from);
        OwnPlan { days_per_quarter, per_year, blocked, done, skipped, fixed, steps }
    }

    /// What is known of the step of this rule.
    pub fn step(&self, rule: &str) -> Option<&OwnStep> {
        self.steps.iter().find(|step| step.rule == rule)
    }
}

fn days(node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Option<f64> {
    let days = fields::number(node, DAYS, problems)?;
    if !are_own_days(days) {
        problems.error(node.span.clone(), Problem::NotHalfDays);
        return None;
    }
    Some(days)
}

fn period(node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Option<Period> {
    let text = fields::text(node, problems)?;
    let period = text.parse().ok();
    if period.is_none() {
        problems.error(node.span.clone(), Problem::NotAPeriod { text: text.to_owned() });
    }
    period
}

fn rule(node: &Node<'_>, rules: &[&str], problems: &mut Diagnostics<'_>) -> Option<String> {
    let name = fields::text(node, problems)?;
    is_known(name, rules, node.span.clone(), problems).then(|| name.to_owned())
}

fn known(entry: &Entry<'_>, rules: &[&str], problems: &mut Diagnostics<'_>) -> Option<String> {
    is_known(&entry.key, rules, entry.key_span.clone(), problems).then(|| entry.key.to_string())
}

fn is_known(
    name: &str,
    rules: &[&str],
    span: std::ops::Range<usize>,
    problems: &mut Diagnostics<'_>,
) -> bool {
    let is_known = rules.contains(&name);
    if !is_known {
        let nearest = nearest(name, rules.iter().copied());
        problems.error(span, Problem::UnknownRule { rule: name.to_owned(), nearest });
    }
    is_known
}

fn list<T>(
    node: Option<&Node<'_>>,
    problems: &mut Diagnostics<'_>,
    read: impl Fn(&Node<'_>, &mut Diagnostics<'_>) -> Option<T>,
) -> Vec<T> {
    let items = node.and_then(|node| fields::list(node, problems)).unwrap_or_default();
    items.iter().filter_map(|item| read(item, problems)).collect()
}

fn entries<T>(
    node: Option<&Node<'_>>,
    problems: &mut Diagnostics<'_>,
    read: impl Fn(&Entry<'_>, &mut Diagnostics<'_>) -> Option<T>,
) -> Vec<T> {
    let entries = node.and_then(|node| fields::map(node, problems)).unwrap_or_default();
    entries.iter().filter_map(|entry| read(entry, problems)).collect()
}
