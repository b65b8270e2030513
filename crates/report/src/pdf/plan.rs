//! The plan as the layout takes it: the first steps in full, the rest as rows; and all of them by
//! effort and impact.

use serde_json::{Value as Json, json};

use crate::html::report::Report;
use crate::html::{matrix, plan};
use dteam_engine::advice::Step;

pub(super) fn plan(report: &Report<'_>, full: usize) -> Json {
    let steps = &report.advice.steps;
    let (first, rest) = steps.split_at(full.min(steps.len()));
    let fields = |step: &Step| {
        let mut field = chip(step);
        field["effort"] = step.factors.effort.into();
        field["impact"] = matrix::level(step).into();
        field
    };
    json!({
        "first": first.iter().map(|step| full_step(report, step)).collect::<Json>(),
        "rest": rest.iter().map(|step| weighed(report, step)).collect::<Json>(),
        "fields": steps.iter().map(fields).collect::<Json>(),
    })
}

/// A step's number; its shape says when the step's turn comes.
pub(super) fn chip(step: &Step) -> Json {
    json!({"rank": step.rank, "horizon": plan::class(step.horizon)})
}

/// What every step has, in full or as a row.
fn weighed(report: &Report<'_>, step: &Step) -> Json {
    let words = report.words;
    let of_five =
        |value: f64| words.with("html-of-five", &[("value", words.0.number(value).into())]);
    let mut weighed = chip(step);
    weighed["title"] = step.title.as_str().into();
    weighed["theme"] = plan::theme(report, step).into();
    weighed["when"] = words.horizon(step.horizon).into();
    weighed["impact"] = json!([matrix::level(step), of_five(step.factors.impact)]);
    weighed["effort"] = json!([step.factors.effort, of_five(f64::from(step.factors.effort))]);
    weighed["priority"] = words.priority(step.priority).into();
    weighed
}

fn full_step(report: &Report<'_>, step: &Step) -> Json {
    let words = report.words;
    let advice = report.advice;
    let named = |rules: &[String]| {
        let steps = advice.steps.iter().filter(|step| rules.contains(&step.rule));
        steps.map(|step| json!({"rank": step.rank, "title": step.title})).collect::<Json>()
    };
    let mut full = weighed(report, step);
    full["why"] = step.why.as_str().into();
    full["actions"] = json!(step.actions);
    full["compared"] =
        step.benchmarks.iter().map(|compared| words.comparison(advice, compared)).collect();
    full["models"] = (!step.learn_from.is_empty()).then(|| words.models(advice, step)).into();
    full["after"] = named(&step.after);
    full["then"] = named(&step.then);
    full["source"] = words.source(&step.source, &step.rule, step.trace.changed_by.as_ref()).into();
    full
}
