//! What a year brought: between invented years, of which it is known what happened in them.

use std::path::Path;
use std::sync::LazyLock;

use assert_cmd::Command;
use dteam::plan::PlanOptions;
use dteam::progress::{Direction, GoneReason, Progress, ProgressOf};
use dteam::render::{Format, Layout, json, progress_document};
use dteam::{Options, Profile, SourceFile};
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::Value as Json;

use crate::survey::{catalog, nested, profiles};
use crate::{DE, EN};

static SCHEMA: LazyLock<Validator> = LazyLock::new(|| {
    let schema =
        std::fs::read_to_string("schema/progress.schema.json").expect("it is in the source");
    let schema: Json = serde_json::from_str(&schema).expect("the schema is JSON");
    jsonschema::validator_for(&schema).expect("the schema is one")
});

fn shipped(name: &str) -> Profile {
    let path = format!("profiles/{name}.yaml");
    catalog().profile_from_file(&path).expect("the profile is sound")
}

fn options() -> Options {
    Options::default().language(EN).date(jiff::civil::date(2027, 11, 22))
}

fn between(old: &Profile, new: &Profile) -> Progress {
    let of = ProgressOf { old, new, old_date: None, plan: None };
    let progress = catalog().progress(&of, &options()).expect("no script fails");
    let read: Json = serde_json::from_str(&json(&progress)).expect("it is JSON");
    let errors: Vec<_> = SCHEMA.iter_errors(&read).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    progress
}

fn assumed(profile: &Profile, answers: &[&str]) -> Profile {
    catalog().what_if(profile, answers).expect("the answers are sound")
}

#[test]
fn what_was_done_is_said_to_be() {
    let old = shipped("auetal");
    let advice = catalog().advise(&old, &options()).expect("no script fails");
    for step in &advice.steps {
        let new = catalog().with_step_done(&old, &step.rule).expect("the rule is known");
        let progress = between(&old, &new);
        let done = progress.steps.done.iter().find(|done| done.rule == step.rule);
        let done = done.unwrap_or_else(|| panic!("{} is done", step.rule));
        let moved = progress.answers.iter().find(|answer| answer.question == done.by);
        assert_eq!(moved.map(|answer| answer.direction), Some(Direction::Towards), "{}", step.rule);
    }
}

#[test]
fn answers_move_towards_what_was_advised_or_away() {
    let old = assumed(&shipped("auetal"), &["data.inventory=1", "components.in_use=[dms]"]);
    let direction = |answers: &[&str], question: &str| {
        let progress = between(&old, &assumed(&old, answers));
        let moved = progress.answers.iter().find(|answer| answer.question == question);
        moved.map(|answer| answer.direction)
    };
    assert_eq!(direction(&["data.inventory=2"], "data.inventory"), Some(Direction::Towards));
    assert_eq!(direction(&["data.inventory=3"], "data.inventory"), Some(Direction::Towards));
    assert_eq!(direction(&["data.inventory=0"], "data.inventory"), Some(Direction::Away));
    assert_eq!(direction(&["data.inventory="], "data.inventory"), Some(Direction::Neither));
    assert_eq!(direction(&["data.inventory=1"], "data.inventory"), None);
    let components = "components.in_use";
    assert_eq!(direction(&["components.in_use=[dms, eid]"], components), Some(Direction::Towards));
    assert_eq!(direction(&["components.in_use=[]"], components), Some(Direction::Away));
    let population = "municipality.population";
    assert_eq!(direction(&["municipality.population=9500"], population), Some(Direction::Neither));
}

#[test]
fn what_is_gone_has_a_reason() {
    let old = shipped("auetal");
    let nothing = assumed(&old, &["data.inventory="]);
    let progress = between(&old, &nothing);
    let inventory = progress.steps.gone.iter().find(|gone| gone.rule == "data/inventory");
    let inventory = inventory.expect("nothing is known of the inventory");
    assert_eq!(inventory.reason, GoneReason::Undecided);
    assert_eq!(inventory.by.as_deref(), Some("data.inventory"));
}

#[test]
fn a_plan_is_late_on_time_or_ahead() {
    let old = shipped("auetal");
    let start = "2027-Q1".parse().expect("a quarter");
    let plan = catalog().plan(&old, &PlanOptions::from_start(start)).expect("there is a plan");
    let first = &plan.steps[0];
    let done = catalog().with_step_done(&old, &first.rule).expect("the rule is known");
    let seen = |new: &Profile, day: jiff::civil::Date| {
        let of = ProgressOf { old: &old, new, old_date: None, plan: Some(&plan) };
        let progress = catalog().progress(&of, &options().date(day)).expect("no script fails");
        progress.plan.expect("there was a plan")
    };
    let has = |steps: &[dteam::progress::PlannedStepProgress]| {
        steps.iter().any(|step| step.rule == first.rule)
    };
    let (early, late) = (jiff::civil::date(2027, 1, 2), jiff::civil::date(2029, 1, 2));
    assert!(has(&seen(&done, early).ahead));
    assert!(has(&seen(&done, late).on_time));
    assert!(has(&seen(&old, early).on_time));
    assert!(has(&seen(&old, late).late));
}

#[test]
fn an_earlier_survey_can_be_read() {
    let text = "municipality: {kind: gemeinde}\ngoals: [funding, prestige]\n\
                data: {inventory: 0}\nfax: {machines: 3}\n";
    let file = SourceFile::new("old.yaml", text);
    let (profile, gone) = catalog().earlier_profile(&file).expect("what is gone is passed over");
    assert_eq!(gone, ["goals: prestige", "fax"]);
    assert_eq!(catalog().answers_of(&profile)["data.inventory"], 0);
    let wrong = SourceFile::new("old.yaml", "data: {inventory: many}\n");
    assert!(catalog().earlier_profile(&wrong).is_err());
}

#[test]
fn a_comparison_reads_well() {
    let old = assumed(&shipped("auetal"), &["training.offered=[]"]);
    let new =
        assumed(&old, &["data.inventory=2", "components.in_use=[+dms]", "goals=[efficiency]"]);
    let of = ProgressOf { old: &old, new: &new, old_date: None, plan: None };
    for (name, language) in [("de", DE), ("en", EN)] {
        let progress =
            catalog().progress(&of, &options().language(language)).expect("no script fails");
        let layout = Layout { width: 80, ..Layout::default() };
        let format = Format::named("text").expect("it is built");
        let text = format.document(&progress_document(&progress), &layout).expect("it is text");
        insta::assert_snapshot!(name, String::from_utf8(text).expect("it is text"));
    }
}

#[test]
fn the_command_names_what_is_gone_and_refuses_what_is_no_plan() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("the folder can be written to");
        path
    };
    let old = write("old.yaml", "data: {inventory: 0}\nfax: 3\n");
    let new = write("new.yaml", "data: {inventory: 3}\n");
    let run = |more: &[&Path]| {
        let mut command = Command::cargo_bin("dteam").expect("the binary is built");
        command.arg("progress").args([&old, &new]).args(["--date", "2027-11-22"]);
        let output = command.args(["--lang", "en"]).args(more).output().expect("it runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it is text");
        (output.status.code(), text(output.stdout), text(output.stderr))
    };
    let (code, said, complaint) = run(&[]);
    assert_eq!((code, complaint.as_str()), (Some(0), ""));
    assert!(said.contains("– fax\n"), "{said}");
    let (code, said, complaint) = run(&[Path::new("--plan"), &new]);
    assert_eq!((code, said.as_str()), (Some(2), ""));
    assert!(complaint.contains("D881"), "{complaint}");
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        cases: ProptestConfig::default().cases.div_ceil(8),
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_step_of_old_has_become_something(old in profiles(0.8), new in profiles(0.8)) {
        let read = |answers: &_| {
            catalog().profile_from_str("profile.json", &nested(answers).to_string()).ok()
        };
        let (Some(old), Some(new)) = (read(&old), read(&new)) else { return Ok(()) };
        let progress = between(&old, &new);
        let steps = &progress.steps;
        let old_steps = steps.done.len() + steps.begun.len() + steps.open.len() + steps.gone.len();
        prop_assert_eq!(old_steps, progress.from.steps);
        let same = between(&old, &old);
        prop_assert!(same.answers.is_empty() && same.steps.open.len() == same.from.steps);
    }
}
