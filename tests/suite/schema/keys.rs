//! The schemas know the keys that the readers know.

use std::collections::BTreeSet;

use dteam::authoring::SchemaOf;
use dteam_text::diagnostic::Problem;
use serde_json::{Value as Json, json};

use super::{
    CASES, PACK, cases_problems, folder_with, level, packs_problems, parsed, problems,
    profile_problems,
};
use crate::DE;
use crate::survey::catalog;

/// A pack that changes the rules of others; two of them would be in each other's way.
const CHANGING: &str = r#"
format: 1
id: probe
version: 1.0.0
title: {de: Probe, en: Probe}
about: {de: Eine Probe., en: A probe.}
changes:
  - {rule: staff/data-skills, weight: 0.5, impact: {default: 3, optimizer: 4}, reason: {de: Ein Grund., en: A reason.}}
"#;

/// A case that expects more than outcomes.
const EXPECTING: &str = r#"
cases:
  - name: no inventory yet
    profile: {data: {inventory: 0, uses: []}}
    order: [beyond-reporting, inventory]
    texts: {inventory: {de: [erfasst], en: [recorded]}}
    classification: {type: null, basis: null, mixed_with: null}
"#;

#[test]
fn the_schemas_know_the_keys_that_the_readers_know() {
    let mut compared = 0;
    let schema = dteam::authoring::schema(catalog(), SchemaOf::Profile, DE);
    for profile in ["profiles/mainfelden.yaml", "profiles/nordmarken.json"] {
        let text = std::fs::read_to_string(profile).expect("the profile is in the repository");
        compared += compare_keys(&schema, &parsed(&text), &each(profile_problems));
    }
    compared += compare_keys(
        &dteam::authoring::schema(catalog(), SchemaOf::Pack, DE),
        &parsed(PACK),
        &packs_problems,
    );
    let alone = |pack: &str| packs_problems(&[pack.to_owned()]).remove(0);
    compared += compare_keys(
        &dteam::authoring::schema(catalog(), SchemaOf::Pack, DE),
        &parsed(CHANGING),
        &each(alone),
    );
    for cases in [CASES, EXPECTING] {
        let schema = dteam::authoring::schema(catalog(), SchemaOf::Cases, DE);
        compared += compare_keys(&schema, &parsed(cases), &each(cases_problems));
    }
    assert!(compared > 40, "only {compared} mappings were compared");
}

/// Plants a key that nobody knows into each mapping of a sound document: their paths, each with the
/// keys that the reader then names.
fn known_at(
    sound: &Json,
    read: &dyn Fn(&[String]) -> Vec<Vec<Problem>>,
) -> Vec<(Vec<String>, BTreeSet<String>)> {
    assert_eq!(read(&[sound.to_string()]), [[]]);
    let paths = mappings(sound);
    let planted = |path: &Vec<String>| {
        let mut planted = sound.clone();
        let mapping = planted
            .pointer_mut(&pointer(path))
            .and_then(Json::as_object_mut)
            .expect("a mapping is there");
        mapping.insert("zzz".to_owned(), json!(1));
        planted.to_string()
    };
    let planted: Vec<String> = paths.iter().map(planted).collect();
    let mut known = Vec::new();
    for (path, problems) in paths.into_iter().zip(read(&planted)) {
        // The keys there are rules, of this pack or of others.
        if path.last().is_some_and(|last| last == "texts") {
            assert!(
                problems.iter().any(|problem| matches!(problem, Problem::UnknownRule { .. })),
                "{problems:?}"
            );
            continue;
        }
        let keys = problems
            .iter()
            .find_map(known_keys)
            .unwrap_or_else(|| panic!("{path:?}: {problems:?}"));
        known.push((path, keys));
    }
    known
}

/// Compares the keys that the reader knows with those of the schema. Returns the number of
/// mappings.
fn compare_keys(
    schema: &Json,
    sound: &Json,
    read: &dyn Fn(&[String]) -> Vec<Vec<Problem>>,
) -> usize {
    let known = known_at(sound, read);
    for (path, known) in &known {
        let steps: Vec<&str> = path
            .iter()
            .map(|step| if step.parse::<usize>().is_ok() { "*" } else { step })
            .collect();
        let described = keys(level(schema, &steps));
        let not_described: Vec<&String> = known.difference(&described).collect();
        let not_known: Vec<&String> = described.difference(known).collect();
        match steps.last() {
            // A step cannot change what the municipality is, nor how many hands there are.
            Some(&"effect") => {
                assert!(not_described.iter().all(|key| {
                    key.starts_with("municipality.") || key.starts_with("capacity.")
                }))
            }
            _ => assert!(not_described.is_empty(), "{path:?}: the schema lacks {not_described:?}"),
        }
        match steps.last() {
            // Beside the types, which alone the reader names.
            Some(&"impact") => assert_eq!(not_known, ["default"]),
            _ => assert!(not_known.is_empty(), "{path:?}: the reader does not know {not_known:?}"),
        }
    }
    known.len()
}

/// The keys of a question of a pack, for each kind.
fn question_keys() -> Vec<(String, BTreeSet<String>)> {
    let text =
        std::fs::read_to_string("rules/survey.yaml").expect("the survey is in the repository");
    let survey = parsed(&text);
    let questions = survey["questions"].as_array().expect("the survey is a list of questions");
    let kinds: BTreeSet<&str> =
        questions.iter().filter_map(|question| question["kind"].as_str()).collect();
    assert!(kinds.len() >= 6, "{kinds:?}");
    let mut of_kinds = Vec::new();
    for kind in kinds {
        let path = questions
            .iter()
            .position(|question| question["kind"] == kind)
            .expect("the kind was found there");
        let mut planted = survey.clone();
        planted["questions"][path]["zzz"] = json!(1);
        let problems =
            problems(dteam::load(&[folder_with("survey.yaml", &planted.to_string()).path()]));
        let mut known = problems.iter().find_map(known_keys).expect("the reader names the keys");
        // The survey's own: a pack's questions are a section of their own, and in no table of the
        // study.
        assert!(known.remove("section") && known.remove("table"), "{known:?}");
        of_kinds.push((kind.to_owned(), known));
    }
    of_kinds
}

#[test]
fn questions_of_a_pack_have_the_keys_of_questions_of_the_survey() {
    let schema = dteam::authoring::schema(catalog(), SchemaOf::Pack, DE);
    let question = level(&schema, &["questions", "*"]);
    for (kind, known) in question_keys() {
        let refused = |key: &String| {
            let rule = |branch: &&Json| branch["if"]["properties"]["kind"]["const"] == kind;
            let branch = question["allOf"]
                .as_array()
                .and_then(|all| all.iter().find(rule))
                .expect("every kind has one");
            branch["then"]["properties"].get(key) == Some(&json!(false))
        };
        let described: BTreeSet<String> =
            keys(question).into_iter().filter(|key| !refused(key)).collect();
        assert_eq!(known, described, "{kind}");
    }
}

/// What the readers of packs and cases know: the keys of each mapping, but not those that come of
/// the survey and the types.
pub fn known_to_readers() -> BTreeSet<String> {
    let alone = |pack: &str| packs_problems(&[pack.to_owned()]).remove(0);
    let packs =
        [known_at(&parsed(PACK), &packs_problems), known_at(&parsed(CHANGING), &each(alone))];
    let cases = [CASES, EXPECTING].map(|cases| known_at(&parsed(cases), &each(cases_problems)));
    let of_survey = ["profile", "effect", "impact", "fit"].map(str::to_owned);
    let of_format = packs.into_iter().chain(cases).flatten();
    let of_format = of_format.filter(|(path, _)| !path.iter().any(|step| of_survey.contains(step)));
    of_format
        .flat_map(|(_, keys)| keys)
        .chain(question_keys().into_iter().flat_map(|(_, keys)| keys))
        .collect()
}

/// The paths of all mappings in a document.
fn mappings(document: &Json) -> Vec<Vec<String>> {
    let below = |key: String, value: &Json| {
        mappings(value)
            .into_iter()
            .map(move |rest| [vec![key.clone()], rest].concat())
            .collect::<Vec<_>>()
    };
    match document {
        Json::Object(entries) => {
            let inner = entries.iter().flat_map(|(key, value)| below(key.clone(), value));
            [Vec::new()].into_iter().chain(inner).collect()
        }
        Json::Array(items) => items
            .iter()
            .enumerate()
            .flat_map(|(path, value)| below(path.to_string(), value))
            .collect(),
        _ => Vec::new(),
    }
}

fn pointer(path: &[String]) -> String {
    path.iter().map(|step| format!("/{step}")).collect()
}

/// The keys that a reader says it knows where it found the planted one.
fn known_keys(problem: &Problem) -> Option<BTreeSet<String>> {
    let (planted, known) = match problem {
        Problem::UnknownKey { key, known, .. } => (key, known),
        Problem::UnknownQuestion { question, known, .. } => (question, known),
        Problem::UnknownMunicipalityType { name, types, .. } => (name, types),
        _ => return None,
    };
    planted.ends_with("zzz").then(|| known.split(", ").map(str::to_owned).collect())
}

fn keys(mapping: &Json) -> BTreeSet<String> {
    let properties = mapping["properties"].as_object().expect("a mapping has keys");
    assert_eq!(mapping["additionalProperties"], false);
    properties.keys().cloned().collect()
}

/// A reader of several files from one that reads a single one.
fn each(read: fn(&str) -> Vec<Problem>) -> impl Fn(&[String]) -> Vec<Vec<Problem>> {
    move |texts| texts.iter().map(|text| read(text)).collect()
}
