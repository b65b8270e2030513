//! The JSON Schemas say what the readers say: the same files, the same keys, the same mistakes.

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use dteam::authoring::SchemaOf;
use dteam::{Invalid, SourceFile};
use dteam_text::diagnostic::Problem;
use jsonschema::Validator;
use serde_json::{Map, Value as Json, json};

use crate::survey::catalog;
use crate::{DE, EN};

pub mod keys;
mod mistakes;

const ALL: [SchemaOf; 5] =
    [SchemaOf::Profile, SchemaOf::Pack, SchemaOf::Cases, SchemaOf::Facts, SchemaOf::Advice];

/// A pack in which every key and every mapping is there once.
const PACK: &str = r#"
format: 1
id: probe
version: 1.0.0
order: 9
title: {de: Probe, en: Probe}
about: {de: Eine Probe., en: A probe.}
functions:
  - {name: links, arguments: [list], returns: number, help: {de: Zählt., en: Counts.}}
rules:
  - id: one
    title: {de: Eins, en: One}
    when: data.inventory <= 1
    need: 1 - data.inventory / 3
    impact: {default: 3, optimizer: 4}
    fit: {optimizer: 0.5}
    effort: 2
    after: [staff/data-skills]
    learn_from: [optimizer]
    why: {de: "Stand {data.inventory}.", en: "Level {data.inventory}."}
    notes: [{when: fim.known, text: {de: Bekannt., en: Known.}}]
    actions: {de: [Erstens tun, Zweitens tun], en: [Do this, Do that]}
    variants:
      - {when: fim.used, title: {de: E, en: O}, why: {de: D, en: B}, actions: {de: [a, b], en: [a, b]}, effort: 1}
    effect: {data.inventory: 2, components.in_use: +eid, components.planned: [-eid, -dms], data.uses: [automation]}
    valid: {from: "2026-01-01", until: "2030-12-31"}
    source: {section: "5.3", table: 11, facts: [{title: Ein Gesetz, date: "2024-07"}]}
"#;

/// Cases in which every key and every mapping is there once.
const CASES: &str = r#"
cases:
  - name: no inventory yet
    profile: {data: {inventory: 0}, fim: {known: true}}
    date: "2026-01-01"
    fires: [inventory]
    silent: [staff/data-skills]
    undecided: []
"#;

#[test]
fn every_schema_is_one_in_both_languages() {
    for of in ALL {
        let [german, english] =
            [DE, EN].map(|language| dteam::authoring::schema(catalog(), of, language));
        for schema in [&german, &english] {
            assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
            jsonschema::draft202012::meta::validate(schema)
                .expect("it is a schema of the draft it names");
            // A text that is missing shows as its id.
            assert!(!schema.to_string().contains("\"schema-"), "{of:?}");
            validator(schema);
        }
        assert_eq!(without_texts(&german), without_texts(&english), "{of:?}");
    }
}

#[test]
fn every_shipped_file_fits() {
    let below = |folder: &str| {
        let entries = Path::new(folder).read_dir().expect("the folder is in the repository");
        entries.map(|entry| entry.expect("the folder can be read").path()).collect::<Vec<_>>()
    };
    let of_packs = |name: &str| below("rules").into_iter().map(|pack| pack.join(name)).collect();
    let facts = vec![PathBuf::from("rules/facts.yaml")];
    let kinds: [(SchemaOf, Vec<PathBuf>, usize); 4] = [
        (SchemaOf::Profile, below("profiles"), 6),
        (SchemaOf::Pack, of_packs("pack.yaml"), 6),
        (SchemaOf::Cases, of_packs("cases.yaml"), 6),
        (SchemaOf::Facts, facts, 1),
    ];
    for (of, files, least) in kinds {
        let validator = validator(&dteam::authoring::schema(catalog(), of, DE));
        let files: Vec<PathBuf> = files.into_iter().filter(|path| path.is_file()).collect();
        assert!(files.len() >= least, "{of:?}");
        for path in files {
            let text = std::fs::read_to_string(&path).expect("the file is text");
            let errors = errors(&validator, &parsed(&text));
            assert!(errors.is_empty(), "{}\n{}", path.display(), errors.join("\n"));
        }
    }
}

#[test]
fn the_schemas_in_the_repository_are_those_of_the_program() {
    for (of, name) in [
        (SchemaOf::Profile, "profile"),
        (SchemaOf::Pack, "pack"),
        (SchemaOf::Cases, "cases"),
        (SchemaOf::Facts, "facts"),
    ] {
        let path = format!("schema/{name}.schema.json");
        let written = format!("{:#}\n", dteam::authoring::schema(catalog(), of, DE));
        if std::env::var_os("UPDATE_SCHEMAS").is_some() {
            std::fs::write(&path, &written).expect("the file can be written");
        }
        let found = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            found == written,
            "{path} is out of date; write it anew with: UPDATE_SCHEMAS=1 cargo test --locked --test suite schema"
        );
    }
}

#[test]
fn an_advice_names_the_types_of_the_typology_and_no_others() {
    let validator = validator(&dteam::authoring::schema(catalog(), SchemaOf::Advice, EN));
    let profile =
        catalog().profile_from_file("profiles/auetal.yaml").expect("the profile is sound");
    let advice = catalog().advise(&profile, &dteam::Options::default()).expect("no script fails");
    let mut advice: Json = serde_json::to_value(&advice).expect("an advice is plain data");
    assert_eq!(errors(&validator, &advice), [""; 0]);
    advice["classification"]["type"] = json!("unheard_of");
    assert_eq!(errors(&validator, &advice).len(), 1);
}

#[test]
fn questions_and_options_are_explained() {
    let schema = dteam::authoring::schema(catalog(), SchemaOf::Profile, DE);
    let inventory = level(&schema, &["data", "inventory"]);
    assert_eq!(inventory["title"], "Bestandsaufnahme der Daten");
    assert_eq!(
        inventory["description"],
        "Wie weit ist erfasst, welche Daten die Verwaltung hat?\n\nEine Stufe von 0 bis 3"
    );
    assert_eq!(inventory["enum"], json!([0, 1, 2, 3, null]));
    assert_eq!(
        inventory["enumDescriptions"],
        json!(["gar nicht", "in Ansätzen", "überwiegend", "vollständig", "noch offen"])
    );
    let goals = level(&schema, &["goals"]);
    assert_eq!((&goals["maxItems"], &goals["uniqueItems"]), (&json!(3), &json!(true)));
    let population = level(&schema, &["municipality", "population"]);
    assert_eq!(
        (&population["type"], &population["minimum"]),
        (&json!(["integer", "null"]), &json!(50))
    );
    let effort =
        level(&dteam::authoring::schema(catalog(), SchemaOf::Pack, EN), &["rules", "*", "effort"])
            .clone();
    assert_eq!(effort["enumDescriptions"][0], "a few days, no budget");
}

#[test]
fn another_survey_gives_another_schema() {
    let survey =
        std::fs::read_to_string("rules/survey.yaml").expect("the survey is in the repository");
    let changed = survey.replacen(
        "      - {id: automation, ",
        "      - {id: forecasts, label: {de: Vorhersagen, en: forecasts}}\n      - {id: automation, ",
        1,
    );
    let folder = folder_with("survey.yaml", &changed);
    let output = folder.path().join("profile.schema.json");
    let run = |what: &str| {
        let mut command = Command::cargo_bin("dteam").expect("the binary is built");
        command
            .args(["schema", what, "--lang", "en", "--rules"])
            .arg(folder.path())
            .arg("-o")
            .arg(&output);
        command.output().expect("it runs").status.code()
    };
    assert_eq!(run("profile"), Some(0));
    let written = std::fs::read_to_string(&output).expect("the file was written");
    let schema: Json = serde_json::from_str(&written).expect("it is JSON");
    assert_eq!(schema["title"], "Profile of a municipality");
    assert!(validator(&schema).is_valid(&json!({"data": {"uses": ["forecasts"]}})));
    assert_eq!(run("survey"), Some(2));
}

pub fn validator(schema: &Json) -> Validator {
    let options = jsonschema::draft202012::options().should_validate_formats(true);
    options.build(schema).expect("it refers to nothing outside it")
}

pub fn errors(validator: &Validator, document: &Json) -> Vec<String> {
    validator
        .iter_errors(document)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

pub fn parsed(yaml: &str) -> Json {
    serde_yaml::from_str(yaml).unwrap_or_else(|error| panic!("{error}\n{yaml}"))
}

/// A schema with nothing in it for people.
fn without_texts(schema: &Json) -> Json {
    const TEXTS: [&str; 5] =
        ["title", "description", "enumDescriptions", "defaultSnippets", "patternErrorMessage"];
    match schema {
        Json::Object(keywords) => {
            // A key of a file may be called `title`: then a schema stands there.
            let kept = keywords
                .iter()
                .filter(|(key, value)| !TEXTS.contains(&key.as_str()) || value.is_object());
            Json::Object(
                kept.map(|(key, value)| (key.clone(), without_texts(value))).collect::<Map<_, _>>(),
            )
        }
        Json::Array(items) => items.iter().map(without_texts).collect(),
        other => other.clone(),
    }
}

/// The schema of what stands below these keys; `*` is an item of a list.
fn level<'s>(schema: &'s Json, steps: &[&str]) -> &'s Json {
    steps.iter().fold(schema, |at, step| {
        let at = resolved(schema, at);
        let next = match *step {
            "*" => &at["items"],
            step if at["properties"][step].is_null() => &at["additionalProperties"],
            step => &at["properties"][step],
        };
        assert!(next.is_object(), "nothing at {step} of {steps:?}");
        resolved(schema, next)
    })
}

/// What a reference stands for; of several forms the one with keys.
fn resolved<'s>(schema: &'s Json, at: &'s Json) -> &'s Json {
    if let Some(reference) = at["$ref"].as_str() {
        let definition =
            schema.pointer(reference.trim_start_matches('#')).expect("the definition is there");
        return resolved(schema, definition);
    }
    let forms = at["anyOf"].as_array().map(Vec::as_slice).unwrap_or_default();
    forms.iter().find(|form| form["properties"].is_object()).unwrap_or(at)
}

fn problems<T>(read: Result<T, Invalid>) -> Vec<Problem> {
    let diagnostics = read.err().map_or_else(Vec::new, |invalid| invalid.diagnostics);
    diagnostics.into_iter().map(|diagnostic| diagnostic.problem).collect()
}

fn profile_problems(text: &str) -> Vec<Problem> {
    problems(catalog().profile_from_str("profile.yaml", text))
}

fn cases_problems(text: &str) -> Vec<Problem> {
    problems(dteam::authoring::read_cases(catalog(), "data", &SourceFile::new("cases.yaml", text)))
}

/// What is wrong with each of these packs. They are loaded together, which is quicker than one by
/// one.
fn packs_problems(packs: &[String]) -> Vec<Vec<Problem>> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (number, text) in packs.iter().enumerate() {
        let pack = folder.path().join(format!("pack-{number}"));
        std::fs::create_dir(&pack).expect("the folder can be made");
        let text = text.replacen("probe", &format!("pack-{number}"), 1);
        std::fs::write(pack.join("pack.yaml"), text).expect("the file can be written");
        std::fs::write(pack.join("probe.rhai"), "fn links(list) { 1.0 }\n")
            .expect("the file can be written");
    }
    let diagnostics =
        dteam::load(&[folder.path()]).err().map_or_else(Vec::new, |invalid| invalid.diagnostics);
    let of_pack = |number: usize| {
        let file = format!("/pack-{number}/pack.yaml");
        let within = diagnostics.iter().filter(|diagnostic| {
            diagnostic
                .location
                .as_ref()
                .is_some_and(|location| location.file.name.replace('\\', "/").ends_with(&file))
        });
        within.map(|diagnostic| diagnostic.problem.clone()).collect()
    };
    (0..packs.len()).map(of_pack).collect()
}

fn folder_with(name: &str, text: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join(name);
    std::fs::create_dir_all(path.parent().expect("it is in the folder"))
        .expect("the folder can be made");
    std::fs::write(path, text).expect("the file can be written");
    folder
}
