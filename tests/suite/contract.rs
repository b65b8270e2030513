//! The contract `dteam.advice/2`: every advice is what `schema/advice.schema.json` says, in JSON as
//! in YAML, and can be read back.

use std::path::{Path, PathBuf};

use crate::{DE, EN};
use dteam::advice::Entries;
use dteam::{Advice, Catalog, Options, Profile, SCHEMA, render};
use serde_json::Value as Json;

use crate::extension;

/// What the design promises to other programs. `*` is each item of a list; `?` marks what is not
/// always there.
const PROMISED: [&str; 59] = [
    "schema",
    "date",
    "language",
    "municipality",
    "classification",
    "classification.type",
    "classification.basis",
    "classification.mixed_with",
    "classification.by_goals",
    "classification.by_goals.type",
    "classification.by_goals.distances",
    "classification.by_goals.memberships",
    "classification.by_indicators",
    "classification.by_indicators.type",
    "classification.by_indicators.posterior",
    "classification.by_indicators.answers_used",
    "steps",
    "steps.*.rank",
    "steps.*.rule",
    "steps.*.pack",
    "steps.*.title",
    "steps.*.why",
    "steps.*.actions",
    "steps.*.priority",
    "steps.*.factors",
    "steps.*.factors.impact",
    "steps.*.factors.need",
    "steps.*.factors.fit",
    "steps.*.factors.effort",
    "steps.*.horizon",
    "steps.*.after",
    "steps.*.learn_from",
    "steps.*.effect",
    "steps.*.source",
    "steps.*.trace",
    "undecided",
    "undecided.*.rule",
    "undecided.*.needs",
    "near",
    "near.*.rule",
    "near.*.missing",
    "near.*.missing.question",
    "near.*.missing.condition",
    "open_questions",
    "open_questions.*.question",
    "open_questions.*.label",
    "open_questions.*.rules",
    "comparison",
    "comparison.*.question",
    "comparison.*.option?",
    "comparison.*.value",
    "comparison.*.type_value?",
    "comparison.*.all_value?",
    "comparison.*.best",
    "comparison.*.best.type",
    "comparison.*.best.value",
    "comparison.*.table",
    "strengths",
    "learning",
];

#[test]
fn every_advice_fits_the_schema() {
    let schema = schema();
    assert_eq!(schema["properties"]["schema"]["const"], SCHEMA);
    let validator = jsonschema::draft202012::options()
        .should_validate_formats(true)
        .build(&schema)
        .expect("the schema is a JSON Schema and refers to nothing outside it");
    let mut failures = Vec::new();
    for (name, advice) in every_advice() {
        let json = json_of(&advice);
        failures.extend(
            validator
                .iter_errors(&json)
                .map(|error| format!("{name}: {}: {error}", error.instance_path())),
        );
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn an_advice_can_be_read_back() {
    for (name, advice) in every_advice() {
        let written = render::json(&advice);
        let read: Advice = serde_json::from_str(&written).expect("it is an advice");
        assert!(read == advice, "{name}: what is read differs");
        assert!(render::json(&read) == written, "{name}: what is written again differs");
    }
}

#[test]
fn what_is_no_advice_of_this_contract_is_refused() {
    let (_, advice) = every_advice().pop().expect("there are some");
    let refusal = |path: &str, value: Json| {
        let mut json = json_of(&advice);
        let (group, key) = path.rsplit_once('/').expect("a path begins with a slash");
        json.pointer_mut(group).expect("it is there")[key] = value;
        serde_json::from_value::<Advice>(json).expect_err(path).to_string()
    };
    let refusals = [
        refusal("/schema", Json::from("dteam.advice/3")),
        refusal("/language", Json::from("tlh")),
        refusal("/answered/colour", Json::from("blue")),
        refusal("/steps/0/trace/when/colour", Json::from("blue")),
        refusal("/steps/0/rank", Json::from("first")),
    ];
    insta::assert_snapshot!(refusals.join("\n"), @r#"
    unknown variant `dteam.advice/3`, expected `dteam.advice/2`
    the program does not speak `tlh`
    unknown field `colour`, expected `answers` or `questions`
    unknown field `colour`, expected one of `condition`, `outcome`, `tests`
    invalid type: string "first", expected usize
    "#);
    let twice = serde_json::from_str::<Entries<String, f64>>(r#"{"creator": 0.5, "creator": 1}"#);
    insta::assert_snapshot!(
        twice.expect_err("a key stands there twice"),
        @"`creator` stands there twice at line 1 column 30"
    );
}

#[test]
fn yaml_says_the_same_as_json() {
    let mut failures = Vec::new();
    for (name, advice) in every_advice() {
        differences(&json_of(&advice), &yaml_of(&advice), &name, &mut failures);
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn everything_the_design_promises_is_there() {
    let every_advice: Vec<(String, Json)> =
        every_advice().into_iter().map(|(name, advice)| (name, json_of(&advice))).collect();
    let mut failures = Vec::new();
    for promise in PROMISED {
        let path = promise.trim_end_matches('?');
        let always = path == promise;
        let mut seen = false;
        for (name, advice) in &every_advice {
            let found = find(advice, path);
            seen |= found.iter().any(Option::is_some);
            if always && found.iter().any(Option::is_none) {
                failures.push(format!("{name}: {path} is missing"));
            }
        }
        if !seen {
            failures.push(format!("no advice has {path}"));
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

/// The advice for every profile and for one without answers, and for one that answers the questions
/// of packs, with every combination of options, each with a name for messages.
fn every_advice() -> Vec<(String, Advice)> {
    let catalog = dteam::embedded().expect("the embedded rules are sound");
    let empty =
        catalog.profile_from_str("empty.yaml", "{}").expect("every question may stay unanswered");
    let mut profiles = vec![(PathBuf::from("empty.yaml"), empty)];
    for path in profile_files() {
        let profile = catalog.profile_from_file(&path).expect("the example profiles are sound");
        profiles.push((path, profile));
    }
    let extended = extension::extended();
    let school = vec![(PathBuf::from("school.yaml"), extension::answered(&extended))];
    advice_by(&catalog, &profiles).into_iter().chain(advice_by(&extended, &school)).collect()
}

fn advice_by(catalog: &Catalog, profiles: &[(PathBuf, Profile)]) -> Vec<(String, Advice)> {
    let mut given = Vec::new();
    for (path, profile) in profiles {
        for language in [DE, EN] {
            for date in [None, Some(jiff::civil::date(2026, 11, 22))] {
                for top in [None, Some(3)] {
                    let options = Options::default().language(language).date(date).top(top);
                    let advice = catalog.advise(profile, &options).expect("no script fails");
                    let date = date.map_or_else(|| "no date".to_owned(), |date| date.to_string());
                    let steps =
                        top.map_or_else(|| "all steps".to_owned(), |top| format!("{top} steps"));
                    given.push((
                        format!("{} ({}, {date}, {steps})", path.display(), language.code()),
                        advice,
                    ));
                }
            }
        }
    }
    given
}

fn profile_files() -> Vec<PathBuf> {
    let entries = Path::new("profiles").read_dir().expect("there are example profiles");
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    assert!(!files.is_empty(), "there are example profiles");
    files
}

fn schema() -> Json {
    let text = std::fs::read_to_string("schema/advice.schema.json")
        .expect("the schema comes with the source");
    serde_json::from_str(&text).expect("the schema is JSON")
}

/// The advice as another program reads it from YAML.
fn yaml_of(advice: &Advice) -> Json {
    serde_yaml::from_str(&render::yaml(advice)).expect("an advice is written as YAML")
}

/// The advice as another program reads it.
fn json_of(advice: &Advice) -> Json {
    serde_json::from_str(&render::json(advice)).expect("an advice is written as JSON")
}

/// What stands at a path, `None` where it is missing; nothing where what it would be part of is
/// null or an empty list.
fn find<'j>(advice: &'j Json, path: &str) -> Vec<Option<&'j Json>> {
    path.split('.').fold(vec![Some(advice)], |found, part| {
        let into = |value: &'j Json| match value {
            Json::Array(items) if part == "*" => items.iter().map(Some).collect(),
            Json::Null => Vec::new(),
            value => vec![value.get(part)],
        };
        found.into_iter().flatten().flat_map(into).collect()
    })
}

/// Where the two differ. A number is the same however it is written.
fn differences(json: &Json, yaml: &Json, path: &str, found: &mut Vec<String>) {
    match (json, yaml) {
        (Json::Object(one), Json::Object(other)) if one.keys().eq(other.keys()) => {
            one.iter().for_each(|(key, value)| {
                differences(value, &other[key], &format!("{path}/{key}"), found)
            });
        }
        (Json::Array(one), Json::Array(other)) if one.len() == other.len() => {
            for (index, (one, other)) in one.iter().zip(other).enumerate() {
                differences(one, other, &format!("{path}/{index}"), found);
            }
        }
        (Json::Number(one), Json::Number(other)) if one.as_f64() == other.as_f64() => {}
        _ if json == yaml => {}
        _ => found.push(format!("{path}: {json} in JSON, {yaml} in YAML")),
    }
}
