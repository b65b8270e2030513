//! Does one stage of the work this number of times and measures nothing: callgrind counts its instructions
//! (`benches/instructions`).
//!
//! `stages STAGE TIMES`

#![allow(missing_docs)]

use std::cell::RefCell;
use std::hint::black_box;

use dteam::{Language, Options, render};

const YAML: &str = include_str!("../profiles/lindenfurt.yaml");
const JSON: &str = include_str!("../profiles/nordmarken.json");

fn main() {
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let stage = arguments.next().unwrap_or_default();
    let times: usize = arguments.next().and_then(|times| times.parse().ok()).unwrap_or(1);
    let catalog = dteam::embedded().expect("the embedded rules are sound");
    let profile = catalog.profile_from_str("lindenfurt.yaml", YAML).expect("the profile is sound");
    let options = Options::default();
    let advice = || catalog.advise(black_box(&profile), &options).expect("no script fails");
    let sample = advice();
    let (borrowed, _) = catalog
        .advise_and_assess::<render::LineText<'_>>(&profile, &options)
        .expect("no script fails");
    let line = RefCell::new(Vec::new());
    let work: &dyn Fn() -> usize = match stage.as_str() {
        "load" => &|| dteam::embedded().map_or(0, |catalog| catalog.rule_ids().count()),
        "read-yaml" => &|| {
            catalog.profile_from_str("", black_box(YAML)).map_or(0, |profile| profile.answered())
        },
        "read-json" => &|| {
            catalog.profile_from_str("", black_box(JSON)).map_or(0, |profile| profile.answered())
        },
        "classify" => &|| {
            catalog
                .classify(black_box(&profile), Language::default())
                .map_or(0, |found| found.labels.len())
        },
        "evaluate" => {
            &|| catalog.outcomes(black_box(&profile), &options).map_or(0, |outcomes| outcomes.len())
        }
        "assess" => &|| {
            catalog
                .assess(black_box(&profile), &options)
                .map_or(0, |assessment| assessment.steps.len())
        },
        "advise" => &|| advice().steps.len(),
        "advise-borrowed" => &|| {
            catalog
                .advise_borrowed(black_box(&profile), &options)
                .map_or(0, |advice| advice.steps.len())
        },
        "json-line" => &|| {
            let mut line = line.borrow_mut();
            line.clear();
            render::json_line(black_box(&borrowed), &mut line).map_or(0, |()| line.len())
        },
        "json" => &|| render::json(black_box(&sample)).len(),
        "markdown" => &|| render::markdown(black_box(&sample), 5).len(),
        _ => &|| 0,
    };
    for _ in 0..times {
        black_box(work());
    }
}
