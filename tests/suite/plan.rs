//! Plans: that each can be carried out, that it is nearly as good as it can be, and what is asked of
//! it is kept or refused.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use dteam::plan::{Period, Plan, PlanOptions, Reason};
use dteam::render::{json, plan_document, tasks_as_csv, tasks_as_ics, tasks_as_xlsx};
use dteam::{Catalog, Invalid, Options, Outcome, Profile};
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::Value as Json;

use crate::survey::{catalog, nested, profiles};
use crate::{DE, EN};

static SCHEMA: LazyLock<Validator> = LazyLock::new(|| {
    let schema = std::fs::read_to_string("schema/plan.schema.json").expect("it is in the source");
    let schema: Json = serde_json::from_str(&schema).expect("the schema is JSON");
    jsonschema::validator_for(&schema).expect("the schema is one")
});

fn period(text: &str) -> Period {
    text.parse().expect("a quarter")
}

fn options() -> PlanOptions {
    PlanOptions::from_start(period("2027-Q1")).language(EN).date(jiff::civil::date(2026, 11, 22))
}

fn shipped(name: &str) -> Profile {
    let path = format!("profiles/{name}.yaml");
    let text = std::fs::read_to_string(&path).expect("it is in the repository");
    catalog().profile_from_str(&path, &text).expect("the profile is sound")
}

fn names() -> Vec<String> {
    let files = std::fs::read_dir("profiles").expect("there are example profiles");
    let names = files.filter_map(|file| {
        let name = file.expect("the folder can be read").file_name();
        Some(name.to_str()?.strip_suffix(".yaml")?.to_owned())
    });
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

fn planned(name: &str, options: &PlanOptions) -> Plan {
    catalog().plan(&shipped(name), options).expect("there is a plan")
}

fn code(result: Result<Plan, Invalid>) -> String {
    let invalid = result.expect_err("it cannot be kept to");
    invalid.diagnostics[0].code().to_owned()
}

/// What becomes of the rule on these answers.
fn outcome(catalog: &Catalog, profile: &Profile, rule: &str) -> Outcome {
    let options = Options::default().date(jiff::civil::date(2026, 11, 22));
    catalog.explain(profile, rule, &options).expect("no script fails").outcome
}

/// Holds a plan against what it promises, knowing only the profile and the plan.
fn check(profile: &Profile, plan: &Plan) {
    let text = json(plan);
    let read: Json = serde_json::from_str(&text).expect("a plan is JSON");
    let errors: Vec<_> = SCHEMA.iter_errors(&read).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    assert_eq!(serde_json::from_str::<Plan>(&text).expect("it can be read back"), *plan);

    let quarters = plan.assumptions.quarters;
    let index = |period: Period| period.since(plan.assumptions.start).expect("of the plan");
    assert_eq!(plan.periods.len(), quarters);
    let ends: BTreeMap<&str, usize> =
        plan.steps.iter().map(|step| (step.rule.as_str(), index(step.end))).collect();
    let settled_in = |rule: &str| {
        let by = plan.settled.iter().find(|settled| settled.rule == rule)?;
        ends.get(by.by.as_str()).copied()
    };

    // Days: all of a step's, within its time, and no quarter has more than there are.
    let mut used = vec![0.0; quarters];
    let mut begun = vec![0; quarters];
    for step in &plan.steps {
        let (start, end) = (index(step.start), index(step.end));
        assert!(start <= end && end < quarters, "{}", step.rule);
        assert!((end - start + 1) * 13 >= step.weeks.into(), "{} lasts too little", step.rule);
        let days: f64 = step.days_by_period.iter().map(|it| it.days).sum();
        assert_eq!(days, step.days.planned, "{}", step.rule);
        for it in &step.days_by_period {
            assert!((start..=end).contains(&index(it.period)), "{}", step.rule);
            used[index(it.period)] += it.days;
        }
        begun[start] += 1;
        for before in &step.after {
            let end = ends.get(before.as_str()).copied().or_else(|| settled_in(before));
            assert!(end.is_some_and(|end| end <= start), "{} before {before}", step.rule);
        }
    }
    for (quarter, used) in plan.periods.iter().zip(used) {
        assert!(quarter.used == used && used <= quarter.capacity, "{quarter:?}");
    }
    for year in begun.windows(4.min(quarters)) {
        assert!(year.iter().sum::<usize>() <= plan.assumptions.per_year, "{begun:?}");
    }

    // Effects: what begins is to be done on the answers that there are then.
    for step in &plan.steps {
        let mut before: Vec<_> = plan
            .steps
            .iter()
            .filter(|other| {
                index(other.end) < index(step.start) || step.because.contains(&other.rule)
            })
            .collect();
        before.sort_by_key(|step| step.end);
        let answers = before.iter().fold(profile.clone(), |answers, other| {
            catalog().with_step_done(&answers, &other.rule).expect("the rule is known")
        });
        // What is advised today may come to depend on a question that is open: it stays advised.
        let outcome = outcome(catalog(), &answers, &step.rule);
        let has_reason =
            outcome == Outcome::Fires || step.wave == 0 && matches!(outcome, Outcome::Undecided);
        assert!(has_reason, "{} has no reason", step.rule);
        assert_eq!(step.wave > 0, !step.because.is_empty(), "{}", step.rule);
    }

    assert!(plan.value.reached <= plan.value.bound);
    let counts = |priority: f64, end: usize| priority * (quarters - end) as f64 / quarters as f64;
    let by_steps: f64 = plan
        .steps
        .iter()
        .filter(|step| step.wave == 0)
        .map(|step| counts(step.priority, index(step.end)))
        .sum();
    // What is settled counts too.
    assert!(by_steps <= plan.value.reached + 0.02, "{by_steps} of {:?}", plan.value);
}

#[test]
fn plans_of_the_example_profiles_can_be_carried_out_and_are_nearly_the_best() {
    for name in names() {
        let profile = shipped(&name);
        let plan = planned(&name, &options());
        check(&profile, &plan);
        assert!(
            plan.value.reached >= 0.97 * plan.value.bound,
            "{name}: {:?} is more than 3 % from the bound",
            plan.value
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        cases: ProptestConfig::default().cases.div_ceil(16),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_plan_can_be_carried_out(
        answers in profiles(0.8),
        (days, per_year, quarters) in (1_u32..200, 1_usize..9, 1_usize..14),
        blocked in prop::collection::vec(0_usize..14, 0..3),
    ) {
        let text = nested(&answers).to_string();
        let Ok(profile) = catalog().profile_from_str("profile.json", &text) else { return Ok(()) };
        let mut asked = options().days(f64::from(days) / 2.0);
        (asked.per_year, asked.quarters) = (Some(per_year), quarters);
        asked.blocked = blocked
            .into_iter()
            .filter(|quarter| *quarter < quarters)
            .map(|quarter| asked.start.later(quarter))
            .collect();
        match catalog().plan(&profile, &asked) {
            Ok(plan) => check(&profile, &plan),
            Err(invalid) => prop_assert_eq!(invalid.diagnostics[0].code(), "D873"),
        }
    }
}

#[test]
fn what_is_done_unwanted_or_fixed_is_kept_to() {
    let first = planned("wellingau", &options());
    let rule = &first.steps[0].rule;
    let has = |plan: &Plan, rule: &str| plan.steps.iter().any(|step| step.rule == rule);

    let mut asked = options();
    asked.done = vec![rule.clone()];
    assert!(!has(&planned("wellingau", &asked), rule));

    let mut asked = options();
    asked.skipped = vec![rule.clone()];
    let without = planned("wellingau", &asked);
    assert!(!has(&without, rule) && without.value.reached < first.value.reached);

    let mut asked = options();
    asked.fixed = vec![(rule.clone(), period("2027-Q4"))];
    let plan = planned("wellingau", &asked);
    let fixed = plan.steps.iter().find(|step| step.rule == *rule).expect("it is planned");
    assert_eq!(fixed.start, period("2027-Q4"));
    check(&shipped("wellingau"), &plan);

    let mut asked = options();
    asked.blocked = vec![period("2027-Q1"), period("2027-Q3")];
    let plan = planned("wellingau", &asked);
    assert_eq!((plan.periods[0].capacity, plan.periods[2].used), (0.0, 0.0));
    check(&shipped("wellingau"), &plan);
}

#[test]
fn what_cannot_be_kept_to_is_refused() {
    let profile = shipped("wellingau");
    let plan = planned("wellingau", &options());
    let rule = plan.steps[0].rule.clone();
    let waiting = plan.steps.iter().chain(&[]).find(|step| !step.after.is_empty());
    let refused = |change: &dyn Fn(&mut PlanOptions)| {
        let mut asked = options();
        change(&mut asked);
        code(catalog().plan(&profile, &asked))
    };
    assert_eq!(refused(&|asked| asked.done = vec!["data/nothing".to_owned()]), "D508");
    assert_eq!(
        refused(&|asked| (asked.done, asked.skipped) = (vec![rule.clone()], vec![rule.clone()])),
        "D871"
    );
    let twice = [period("2027-Q1"), period("2027-Q2")].map(|period| (rule.clone(), period));
    assert_eq!(refused(&|asked| asked.fixed = twice.to_vec()), "D871");
    let late = vec![(rule.clone(), period("2029-Q1"))];
    assert_eq!(refused(&|asked| asked.fixed.clone_from(&late)), "D872");
    assert_eq!(refused(&|asked| asked.blocked = vec![period("2026-Q1")]), "D872");
    let fixed = vec![(rule.clone(), period("2027-Q1"))];
    assert_eq!(
        refused(&|asked| {
            asked.fixed.clone_from(&fixed);
            asked.blocked = vec![period("2027-Q1")];
        }),
        "D872"
    );
    let all: Vec<Period> = (0..8).map(|quarter| period("2027-Q1").later(quarter)).collect();
    assert_eq!(refused(&|asked| asked.blocked.clone_from(&all)), "D873");
    let silent = catalog()
        .rule_ids()
        .find(|rule| outcome(catalog(), &profile, rule) != Outcome::Fires)
        .expect("not every rule fires");
    let silent = vec![(silent.to_owned(), period("2027-Q1"))];
    assert_eq!(refused(&|asked| asked.fixed.clone_from(&silent)), "D874");
    if let Some(waiting) = waiting {
        let too_early = vec![(waiting.rule.clone(), period("2027-Q1"))];
        let code = refused(&|asked| asked.fixed.clone_from(&too_early));
        assert!(code == "D875" || code == "D876", "{code}");
    }
    let many: Vec<(String, Period)> =
        plan.steps.iter().map(|step| (step.rule.clone(), period("2027-Q1"))).collect();
    let code = refused(&|asked| asked.fixed.clone_from(&many));
    assert!(["D875", "D876", "D877"].contains(&code.as_str()), "{code}");
}

#[test]
fn what_others_make_possible_comes_after_them() {
    // Enough people that a later wave finds room.
    let mut asked = options().days(400.0);
    (asked.per_year, asked.quarters) = (Some(40), 12);
    let mut later = 0;
    for name in names() {
        let plan = planned(&name, &asked);
        check(&shipped(&name), &plan);
        later += plan.steps.iter().filter(|step| step.wave > 0).count();
        let left = plan.unscheduled.iter().filter(|left| left.reason == Reason::PerYear).count();
        assert_eq!(left, 0, "{name}");
    }
    assert!(later > 0, "some step makes another possible");
}

#[test]
fn a_plan_reads_well_and_its_tasks_are_the_same_every_time() {
    let plan = planned("auetal", &options().language(DE));
    let layout = dteam::render::Layout { width: 80, ..dteam::render::Layout::default() };
    let text = dteam::render::Format::named("text").expect("it is built");
    let text = text.document(&plan_document(&plan), &layout).expect("text can be written");
    insta::assert_snapshot!("plan", String::from_utf8(text).expect("it is text"));
    insta::assert_snapshot!("plan-tasks", tasks_as_csv(&plan));
    insta::assert_snapshot!("plan-calendar", tasks_as_ics(&plan).replace('\r', ""));
    let workbook = tasks_as_xlsx(&plan).expect("it can be written");
    assert!(workbook.starts_with(b"PK") && workbook == tasks_as_xlsx(&plan).expect("again"));
}

const OWN: &str = "goals: [efficiency, service_range, attractiveness]
data: {inventory: 0, uses: [], open_data: 0}
staff: {participation: 0}
training: {offered: [], digital_share: 0}
plan:
  days_per_quarter: 12.5
  per_year: 3
  blocked: [2020-Q1, 2027-Q2]
  done: [staff/participation]
  skip: [data/open-data-start]
  fix: {data/inventory: 2027-Q3}
  steps:
    data/inventory: {days: 7, euros: 4000}
";

#[test]
fn what_the_profile_says_of_the_plan_comes_before_the_estimates() {
    let profile = catalog().profile_from_str("profile.yaml", OWN).expect("the profile is sound");
    let plan = catalog().plan(&profile, &options()).expect("there is a plan");
    assert_eq!((plan.assumptions.days_per_quarter, plan.assumptions.per_year), (12.5, 3));
    assert_eq!(plan.periods[1].capacity, 0.0);
    let step = plan.steps.iter().find(|step| step.rule == "data/inventory").expect("it is fixed");
    assert_eq!((step.start, step.days.planned, step.euros), (period("2027-Q3"), 7.0, Some(4000.0)));
    let is_there = |rule: &str| plan.steps.iter().any(|step| step.rule == rule);
    assert!(!is_there("staff/participation") && !is_there("data/open-data-start"));
    // What is asked for now comes before what the profile says.
    let plan = catalog().plan(&profile, &options().days(40.0)).expect("there is a plan");
    assert_eq!(plan.assumptions.days_per_quarter, 40.0);
    // The advice is the same as without.
    let (answers, _) = OWN.split_once("plan:").expect("there is a section");
    let without = catalog().profile_from_str("profile.yaml", answers).expect("it is sound");
    let advice = |profile| catalog().advise(profile, &Options::default()).expect("no script fails");
    assert_eq!(advice(&profile), advice(&without));
}

#[test]
fn mistakes_in_what_the_profile_says_of_the_plan_have_their_place() {
    let mistakes = [
        ("plan: {days: 3}", "D101", 8),
        ("plan: {days_per_quarter: 3.2}", "D879", 26),
        ("plan: {blocked: [Q3]}", "D878", 18),
        ("plan: {done: [data/inventry]}", "D508", 15),
        ("plan: {fix: {data/inventory: 2027}}", "D878", 30),
        ("plan: {steps: {data/inventory: {euro: 3}}}", "D101", 33),
        ("plan: 3", "D104", 7),
    ];
    for (text, code, column) in mistakes {
        let invalid = catalog().profile_from_str("profile.yaml", text).expect_err(text);
        let found: Vec<_> = invalid.diagnostics.iter().map(|it| it.code().to_owned()).collect();
        let location = invalid.diagnostics[0].location.as_ref().expect("it has a place");
        assert_eq!((found, location.span.start + 1), (vec![code.to_owned()], column), "{text}");
    }
}

#[test]
fn a_dialogue_keeps_what_the_profile_says_of_the_plan() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("profile.yaml");
    std::fs::write(&path, OWN).expect("the file can be written");
    let mut command = assert_cmd::Command::cargo_bin("dteam").expect("the binary is built");
    let _ended = command.arg("interview").arg(&path).write_stdin("Auetal\n").assert();
    let kept = std::fs::read_to_string(&path).expect("the file is there");
    let (_, plan) = OWN.split_once("plan:").expect("there is a section");
    assert!(kept != OWN && kept.contains(&format!("plan:{plan}")), "{kept}");
}
