//! What must always hold, whatever the answers.

use std::collections::BTreeMap;

use dteam::{Advice, Catalog, Horizon, Options, Outcome, Profile, render};
use proptest::prelude::*;
use serde_json::{Map, Value};

use crate::survey::{catalog, nested, profiles};
use crate::{DE, EN};

fn read(answers: &Map<String, Value>) -> Profile {
    catalog()
        .profile_from_str("profile.json", &nested(answers).to_string())
        .expect("the answers are consistent")
}

fn advise(profile: &Profile) -> Advice {
    catalog().advise(profile, &Options::default()).expect("no script fails")
}

/// The profile as YAML with its keys in another order and comments between them.
fn disordered(answers: &Map<String, Value>, seed: u64) -> String {
    let Value::Object(groups) = nested(answers) else { unreachable!("profiles are maps") };
    let shuffled = |map: &Map<String, Value>| {
        let mut entries: Vec<(String, Value)> = map.clone().into_iter().collect();
        let turn = seed as usize % entries.len().max(1);
        entries.rotate_left(turn);
        if seed % 2 == 1 {
            entries.reverse();
        }
        entries
    };
    let mut text = String::from("# a profile\n---\n");
    for (key, value) in shuffled(&groups) {
        match &value {
            Value::Object(map) => {
                text.push_str(&format!("{key}: # a group\n"));
                for (key, value) in shuffled(map) {
                    text.push_str(&format!(
                        "    # the answer\n    {key}:   {value}   # so far\n\n"
                    ));
                }
            }
            value => text.push_str(&format!("\"{key}\": {value}\n")),
        }
    }
    text
}

/// This number of cases, or what `PROPTEST_CASES` says.
pub fn cases(cases: u32) -> ProptestConfig {
    let usual = ProptestConfig::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { usual.cases } else { cases };
    ProptestConfig { cases, failure_persistence: None, ..usual }
}

proptest! {
    #![proptest_config(cases(120))]

    #[test]
    fn key_order_and_comments_change_nothing(answers in profiles(0.7), seed in any::<u64>()) {
        prop_assume!(!answers.is_empty());
        let other = catalog().profile_from_str("profile.yaml", &disordered(&answers, seed)).expect("the same answers");
        prop_assert_eq!(render::json(&advise(&read(&answers))), render::json(&advise(&other)));
    }

    #[test]
    fn an_answer_never_makes_a_decided_rule_undecided(answers in profiles(0.6), index in any::<prop::sample::Index>()) {
        prop_assume!(!answers.is_empty());
        let mut fewer = answers.clone();
        let taken = index.index(fewer.len());
        let path = fewer.keys().nth(taken).expect("within the answers").clone();
        fewer.remove(&path);
        let (more, fewer) = (read(&answers), read(&fewer));
        // An estimated type moves with every answer, and what hangs on it moves along.
        let same_type = |one: &Profile, other: &Profile| {
            let types = |profile: &Profile| {
                let found = catalog().classify(profile, EN).expect("it is the catalog's");
                let drifts = found.goals_and_work_differ;
                (found.kind, found.mixed_with, drifts, found.by_indicators.map(|indicators| indicators.kind))
            };
            types(one) == types(other)
        };
        let undecided = |profile: &Profile| -> Vec<String> {
            advise(profile).undecided.into_iter().map(|undecided| undecided.rule).collect()
        };
        let before = undecided(&fewer);
        for rule in undecided(&more) {
            let reads_type = || {
                let explained = catalog().explain(&more, &rule, &Options::default()).expect("the rule exists");
                let mut readings = explained.trace.when.tests.iter().flat_map(|test| &test.values);
                readings.any(|reading| reading.name.starts_with("type") || reading.name.contains('(') || reading.name == "mixed_with")
            };
            prop_assert!(
                before.contains(&rule) || (reads_type() && !same_type(&more, &fewer)),
                "{} was decided before {} was answered", rule, path
            );
        }
    }

    #[test]
    fn a_step_that_is_done_no_longer_comes_up(answers in profiles(0.8)) {
        let profile = read(&answers);
        for step in advise(&profile).steps {
            let done = catalog().with_step_done(&profile, &step.rule).expect("the rule exists");
            let explained = catalog().explain(&done, &step.rule, &Options::default()).expect("the rule exists");
            prop_assert_eq!(explained.outcome, Outcome::Silent, "{}", step.rule);
        }
    }

    #[test]
    fn steps_are_ordered_and_their_figures_in_range(answers in profiles(0.8)) {
        let advice = advise(&read(&answers));
        let rank: BTreeMap<&str, usize> = advice.steps.iter().map(|step| (step.rule.as_str(), step.rank)).collect();
        for (index, step) in advice.steps.iter().enumerate() {
            prop_assert_eq!(step.rank, index + 1);
            prop_assert!((0.0..=100.0).contains(&step.priority) && step.priority > 0.0, "{}: {}", step.rule, step.priority);
            prop_assert!(step.factors.need > 0.0 && step.factors.need <= 1.0, "{}: need {}", step.rule, step.factors.need);
            prop_assert!(step.after.iter().all(|earlier| rank[earlier.as_str()] < step.rank), "{} before what it waits for", step.rule);
            let factors = &step.factors;
            let expected = 100.0 * factors.impact / 5.0 * factors.need * factors.fit * (1.0 - 0.1 * (f64::from(factors.effort) - 1.0));
            prop_assert!((expected - step.priority).abs() < 0.1, "{}: {} from {:?}", step.rule, step.priority, factors);
            prop_assert!(step.trace.when.outcome == Some(true));
            let horizon_of = |rule: &String| advice.steps[rank[rule.as_str()] - 1].horizon;
            prop_assert!(step.after.iter().all(|earlier| horizon_of(earlier) <= step.horizon || advice.steps[rank[earlier.as_str()] - 1].settled_by.is_some()), "{} before what it waits for", step.rule);
        }
        let begun = |last: Horizon| advice.steps.iter().filter(|step| step.horizon <= last).count();
        prop_assert!(begun(Horizon::Now) <= advice.assumptions.per_year && begun(Horizon::Next) <= 2 * advice.assumptions.per_year);
        prop_assert!(advice.steps.iter().map(|step| step.horizon).is_sorted());
    }

    #[test]
    fn a_step_above_a_more_important_one_says_why(answers in profiles(0.8)) {
        let advice = advise(&read(&answers));
        for (index, step) in advice.steps.iter().enumerate() {
            let more = advice.steps[index + 1..].iter().filter(|other| other.settled_by.is_none());
            let more = more.filter(|other| other.priority > step.priority).count();
            prop_assert_eq!(step.ahead.is_some(), more > 0, "{}", step.rule);
        }
    }

    #[test]
    fn no_text_speaks_of_an_unanswered_question(answers in profiles(0.5)) {
        for language in [DE, EN] {
            let advice = catalog().advise(&read(&answers), &Options::default().language(language)).expect("no script fails");
            let placeholder = if language == DE { "keine Angabe" } else { "not stated" };
            for step in &advice.steps {
                let texts = step.actions.iter().chain([&step.title, &step.why]);
                for text in texts {
                    prop_assert!(!text.contains(placeholder), "{}: {}", step.rule, text);
                }
            }
        }
    }

    #[test]
    fn anything_at_all_is_either_read_or_refused_with_a_place(text in ".{0,200}") {
        if let Err(invalid) = catalog().profile_from_str("profile.yaml", &text) {
            prop_assert!(!invalid.diagnostics.is_empty());
            for diagnostic in &invalid.diagnostics {
                prop_assert!(diagnostic.location().is_some());
                prop_assert!(!diagnostic.message(DE).is_empty());
            }
        }
    }

    #[test]
    fn damaged_profiles_are_either_read_or_refused(index in any::<prop::sample::Index>(), junk in "[\\[\\]{}:,'\"|>&*!%@#\\t\\n -]{1,3}") {
        let text = std::fs::read_to_string("profiles/auetal.yaml").expect("the profile is in the repository");
        let mut at = index.index(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let damaged = format!("{}{junk}{}", &text[..at], &text[at..]);
        if let Err(invalid) = catalog().profile_from_str("profile.yaml", &damaged) {
            prop_assert!(!invalid.diagnostics.is_empty());
        }
    }
}

#[test]
fn the_advice_is_the_same_in_every_run_and_thread() {
    let text = std::fs::read_to_string("profiles/nordmarken.json")
        .expect("the profile is in the repository");
    let make = || {
        let catalog = dteam::embedded().expect("the embedded rules are sound");
        let profile = catalog.profile_from_str("profile", &text).expect("the profile is sound");
        render::json(&catalog.advise(&profile, &Options::default()).expect("no script fails"))
    };
    let first = make();
    std::thread::scope(|scope| {
        let others: Vec<_> = (0..4).map(|_| scope.spawn(make)).collect();
        for other in others {
            assert!(
                other.join().expect("no thread panics") == first,
                "the same profile gave another advice"
            );
        }
    });
}

/// Raises the impact of each rule to the highest there is, one at a time.
#[test]
fn a_higher_impact_never_lowers_a_rank() {
    let paths: Vec<_> = std::fs::read_dir("profiles")
        .expect("profiles are in the repository")
        .flatten()
        .map(|entry| entry.path())
        .collect();
    let shipped = |catalog: &Catalog| -> Vec<Profile> {
        let read = |path| catalog.profile_from_file(path).expect("the profile is sound");
        paths.iter().map(read).collect()
    };
    let rank = |advice: &Advice, rule: &str| {
        advice.steps.iter().find(|step| step.rule == rule).map(|step| step.rank)
    };
    let before: Vec<Advice> = shipped(catalog()).iter().map(advise).collect();
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (pack, _) in catalog().packs() {
        let source = std::path::Path::new("rules").join(pack);
        let target = folder.path().join(pack);
        std::fs::create_dir_all(&target).expect("the folder can be made");
        for entry in std::fs::read_dir(&source).expect("the pack is in the repository").flatten() {
            std::fs::copy(entry.path(), target.join(entry.file_name()))
                .expect("the file can be copied");
        }
        let text = std::fs::read_to_string(source.join("pack.yaml"))
            .expect("the pack is in the repository");
        let lines: Vec<&str> = text.lines().collect();
        let mut raised = 0;
        for (index, line) in
            lines.iter().enumerate().filter(|(_, line)| line.starts_with("    impact:"))
        {
            let id = lines[..index]
                .iter()
                .rev()
                .find_map(|line| line.strip_prefix("  - id: "))
                .expect("impact is a rule's");
            let rule = format!("{pack}/{}", id.split_whitespace().next().unwrap_or(id));
            let changed: Vec<&str> = lines
                .iter()
                .enumerate()
                .map(|(at, line)| if at == index { "    impact: 5" } else { line })
                .collect();
            std::fs::write(target.join("pack.yaml"), changed.join("\n"))
                .expect("the file can be written");
            let catalog =
                dteam::load(&[&target]).unwrap_or_else(|invalid| panic!("{line}\n{invalid}"));
            for (profile, before) in shipped(&catalog).iter().zip(&before) {
                let after = catalog.advise(profile, &Options::default()).expect("no script fails");
                assert!(rank(&after, &rule) <= rank(before, &rule), "{rule}");
            }
            raised += 1;
        }
        assert!(raised >= 10, "{pack}: only {raised} rules were raised");
    }
}
