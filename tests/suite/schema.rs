//! The JSON Schemas say what the readers say: they take the same files, know the same keys and refuse the same mistakes.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use dteam::{Catalog, Invalid, Language, Problem, SchemaOf, SourceFile};
use jsonschema::Validator;
use serde_json::{Map, Value as Json, json};

use crate::survey::catalog;

const ALL: [SchemaOf; 4] = [SchemaOf::Profile, SchemaOf::Pack, SchemaOf::Cases, SchemaOf::Advice];

/// Keys that the schemas know before the readers of this version do.
const AHEAD: [&str; 5] = ["questions", "changes", "order", "texts", "classification"];

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
        let [german, english] = Language::ALL.map(|language| catalog().schema(of, language));
        for schema in [&german, &english] {
            assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
            jsonschema::draft202012::meta::validate(schema).expect("it is a schema of the draft it names");
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
    let kinds: [(SchemaOf, Vec<PathBuf>); 3] = [
        (SchemaOf::Profile, below("profiles")),
        (SchemaOf::Pack, of_packs("pack.yaml")),
        (SchemaOf::Cases, of_packs("cases.yaml")),
    ];
    for (of, files) in kinds {
        let validator = validator(&catalog().schema(of, Language::De));
        let files: Vec<PathBuf> = files.into_iter().filter(|path| path.is_file()).collect();
        assert!(files.len() >= 6, "{of:?}");
        for path in files {
            let text = std::fs::read_to_string(&path).expect("the file is text");
            let errors = errors(&validator, &parsed(&text));
            assert!(errors.is_empty(), "{}\n{}", path.display(), errors.join("\n"));
        }
    }
}

#[test]
fn the_schemas_in_the_repository_are_those_of_the_program() {
    for (of, name) in [(SchemaOf::Profile, "profile"), (SchemaOf::Pack, "pack"), (SchemaOf::Cases, "cases")] {
        let path = format!("schema/{name}.schema.json");
        let written = format!("{:#}\n", catalog().schema(of, Language::De));
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
    let validator = validator(&catalog().schema(SchemaOf::Advice, Language::En));
    let profile = catalog().profile_from_file("profiles/auetal.yaml").expect("the profile is sound");
    let advice = catalog().advise(&profile, &dteam::Options::default()).expect("no script fails");
    let mut advice: Json = serde_json::to_value(&advice).expect("an advice is plain data");
    assert_eq!(errors(&validator, &advice), [""; 0]);
    advice["classification"]["type"] = json!("unheard_of");
    assert_eq!(errors(&validator, &advice).len(), 1);
}

#[test]
fn questions_and_options_are_explained() {
    let schema = catalog().schema(SchemaOf::Profile, Language::De);
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
    assert_eq!((&population["type"], &population["minimum"]), (&json!(["integer", "null"]), &json!(50)));
    let effort = level(&catalog().schema(SchemaOf::Pack, Language::En), &["rules", "*", "effort"]).clone();
    assert_eq!(effort["enumDescriptions"][0], "a few days, no budget");
}

#[test]
fn the_schemas_know_the_keys_that_the_readers_know() {
    let mut compared = 0;
    let schema = catalog().schema(SchemaOf::Profile, Language::De);
    for profile in ["profiles/mainfelden.yaml", "profiles/nordmarken.json"] {
        let text = std::fs::read_to_string(profile).expect("the profile is in the repository");
        compared += compare_keys(&schema, &parsed(&text), &each(profile_problems));
    }
    compared += compare_keys(&catalog().schema(SchemaOf::Pack, Language::De), &parsed(PACK), &packs_problems);
    compared += compare_keys(&catalog().schema(SchemaOf::Cases, Language::De), &parsed(CASES), &each(cases_problems));
    assert!(compared > 40, "only {compared} mappings were compared");
}

/// Plants a key that nobody knows into each mapping of a sound document, and compares the keys that the reader then names with those of
/// the schema. Returns the number of mappings.
fn compare_keys(schema: &Json, sound: &Json, read: &dyn Fn(&[String]) -> Vec<Vec<Problem>>) -> usize {
    assert_eq!(read(&[sound.to_string()]), [[]]);
    let places = mappings(sound);
    let planted = |place: &Vec<String>| {
        let mut planted = sound.clone();
        let mapping = planted.pointer_mut(&pointer(place)).and_then(Json::as_object_mut).expect("a mapping is there");
        mapping.insert("zzz".to_owned(), json!(1));
        planted.to_string()
    };
    let planted: Vec<String> = places.iter().map(planted).collect();
    for (place, problems) in places.iter().zip(read(&planted)) {
        let known = problems.iter().find_map(known_keys).unwrap_or_else(|| panic!("{place:?}: {problems:?}"));
        let steps: Vec<&str> =
            place.iter().map(|step| if step.parse::<usize>().is_ok() { "*" } else { step }).collect();
        let mut described = keys(level(schema, &steps));
        described.retain(|key| known.contains(key) || !AHEAD.contains(&key.as_str()));
        let not_described: Vec<&String> = known.difference(&described).collect();
        let not_known: Vec<&String> = described.difference(&known).collect();
        match steps.last() {
            // A step cannot change what the municipality is.
            Some(&"effect") => assert!(not_described.iter().all(|key| key.starts_with("municipality."))),
            _ => assert!(not_described.is_empty(), "{place:?}: the schema lacks {not_described:?}"),
        }
        match steps.last() {
            // Beside the types, which alone the reader names.
            Some(&"impact") => assert_eq!(not_known, ["default"]),
            _ => assert!(not_known.is_empty(), "{place:?}: the reader does not know {not_known:?}"),
        }
    }
    places.len()
}

#[test]
fn questions_of_a_pack_have_the_keys_of_questions_of_the_survey() {
    let schema = catalog().schema(SchemaOf::Pack, Language::De);
    let question = level(&schema, &["questions", "*"]);
    let text = std::fs::read_to_string("rules/survey.yaml").expect("the survey is in the repository");
    let survey = parsed(&text);
    let questions = survey["questions"].as_array().expect("the survey is a list of questions");
    let kinds: BTreeSet<&str> = questions.iter().filter_map(|question| question["kind"].as_str()).collect();
    assert!(kinds.len() >= 6, "{kinds:?}");
    for kind in kinds {
        let place = questions.iter().position(|question| question["kind"] == kind).expect("the kind was found there");
        let mut planted = survey.clone();
        planted["questions"][place]["zzz"] = json!(1);
        let problems = problems(Catalog::load(&[folder_with("survey.yaml", &planted.to_string()).path()]));
        let mut known = problems.iter().find_map(known_keys).expect("the reader names the keys");
        // The survey's own: a pack's questions are a section of their own, and in no table of the study.
        assert!(known.remove("section") && known.remove("table"), "{known:?}");
        let refused = |key: &String| {
            let rule = |branch: &&Json| branch["if"]["properties"]["kind"]["const"] == kind;
            let branch =
                question["allOf"].as_array().and_then(|all| all.iter().find(rule)).expect("every kind has one");
            branch["then"]["properties"].get(key) == Some(&json!(false))
        };
        let described: BTreeSet<String> = keys(question).into_iter().filter(|key| !refused(key)).collect();
        assert_eq!(known, described, "{kind}");
    }
}

#[test]
fn mistakes_in_a_profile_are_refused_by_both() {
    let schema = validator(&catalog().schema(SchemaOf::Profile, Language::De));
    let mistakes = [
        "data: {inventry: 1}",
        "dta: {inventory: 1}",
        "data.inventry: 1",
        "data: 3",
        "data: {inventory: 4}",
        "data: {inventory: -1}",
        "data: {inventory: 1.5}",
        "data: {inventory: gar nicht}",
        "data: {uses: automation}",
        "data: {uses: [automatisch]}",
        "data: {uses: [automation, automation]}",
        "goals: [efficiency, funding, economy, innovation]",
        "goals: {efficiency: 1}",
        "municipality: {kind: dorf}",
        "municipality: {kind: [stadt]}",
        "municipality: {population: 9400.5}",
        "municipality: {population: 49}",
        "municipality: {population: 4000001}",
        "municipality: {population: 9.400 Einwohner}",
        "municipality: {name: ''}",
        "municipality: {name: '  '}",
        "municipality: {name: 12}",
        "municipality: {name: [Auetal]}",
        "fim: {known: ja}",
        "fim: {known: 1}",
        "training: {digital_share: 101}",
        "training: {digital_share: 16 %}",
        "[]",
        "Auetal",
    ];
    for mistake in mistakes {
        assert!(!profile_problems(mistake).is_empty(), "the reader takes {mistake}");
        assert!(!schema.is_valid(&parsed(mistake)), "the schema takes {mistake}");
    }
    let sound = [
        "{}",
        "data.inventory: 1",
        "fim.known: true\ndata: {uses: []}",
        "data:",
        "data: {inventory: , open_data: null, uses: ~}",
        "municipality: {name: , kind: , population: }",
        "training: {digital_share: 12.5}",
        "goals: []",
        "municipality: {state: NI, name: Ja}",
    ];
    for sound in sound {
        assert_eq!(profile_problems(sound), [], "{sound}");
        assert_eq!(errors(&schema, &parsed(sound)), [""; 0], "{sound}");
    }
}

#[test]
fn example_mistakes_are_refused_by_the_schema_as_far_as_it_can_tell() {
    // Answers that are each possible, but not together; and a figure with a point that JSON does not tell from one without.
    let beyond_it = ["contradictions.yaml", "dotted-twice.yaml", "population.yaml"];
    let schema = validator(&catalog().schema(SchemaOf::Profile, Language::De));
    let mut refused = 0;
    for entry in std::fs::read_dir("tests/suite/mistakes").expect("the folder is in the repository") {
        let path = entry.expect("the folder can be read").path();
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let Ok(document) = serde_saphyr::from_str::<Json>(&text) else { continue };
        let name = path.file_name().expect("a file").to_string_lossy();
        if beyond_it.contains(&name.as_ref()) {
            continue;
        }
        assert!(!schema.is_valid(&document), "{name}");
        refused += 1;
    }
    assert!(refused >= 5, "only {refused} were YAML at all");
}

/// The pack with one change at a time.
fn changed(changes: &[(&str, &str)]) -> Vec<String> {
    let change = |(from, to): &(&str, &str)| {
        assert!(PACK.contains(from), "{from}");
        PACK.replacen(from, to, 1)
    };
    changes.iter().map(change).collect()
}

#[test]
fn mistakes_in_a_pack_are_refused_by_both() {
    let schema = validator(&catalog().schema(SchemaOf::Pack, Language::De));
    let when = "when: data.inventory <= 1";
    let effect = "effect: {data.inventory: 2,";
    let mistakes = [
        ("format: 1", "format: 2"),
        ("format: 1\n", "\n"),
        ("id: probe", "id: Probe"),
        ("version: 1.0.0", "version: 1.0.0-beta"),
        ("version: 1.0.0", "version: v1"),
        ("order: 9", "order: first"),
        ("order: 9", "order: -1"),
        ("title: {de: Probe, en: Probe}", "title: Probe"),
        ("title: {de: Probe, en: Probe}", "title: {de: Probe}"),
        ("title: {de: Probe, en: Probe}", "title: {de: Probe, en: ' '}"),
        ("title: {de: Probe, en: Probe}", "title: {de: Probe, en: Probe, fr: Essai}"),
        ("arguments: [list]", "arguments: [liste]"),
        ("returns: number", "returns: text"),
        ("  - id: one\n", "  - id: One\n"),
        (when, ""),
        (when, "when: 1"),
        (when, "when: [fim.known]"),
        (when, "wenn: data.inventory <= 1"),
        ("need: 1 - data.inventory / 3", "need: 2"),
        ("impact: {default: 3, optimizer: 4}", "impact: 6"),
        ("impact: {default: 3, optimizer: 4}", "impact: {optimizer: 4}"),
        ("impact: {default: 3, optimizer: 4}", "impact: {default: 3, optimiser: 4}"),
        ("impact: {default: 3, optimizer: 4}", "impact: {default: 3, optimizer: 0.5}"),
        ("fit: {optimizer: 0.5}", "fit: {optimizer: 1.5}"),
        ("fit: {optimizer: 0.5}", "fit: {optimiser: 0.5}"),
        ("effort: 2\n", "effort: 2.5\n"),
        ("effort: 2\n", "effort: 6\n"),
        ("learn_from: [optimizer]", "learn_from: optimizer"),
        ("learn_from: [optimizer]", "learn_from: [optimiser]"),
        ("after: [staff/data-skills]", "after: staff/data-skills"),
        ("after: [staff/data-skills]", "after: [Data Skills/]"),
        ("notes: [{when: fim.known,", "notes: [{"),
        ("actions: {de: [Erstens tun, Zweitens tun]", "actions: {de: [Erstens tun]"),
        ("actions: {de: [Erstens tun, Zweitens tun]", "actions: {de: [a, b, c, d, e, f]"),
        ("variants:\n      - {when: fim.used,", "variants:\n      - {"),
        (effect, "effect: {data.inventory: 4,"),
        (effect, "effect: {data.inventory: null,"),
        (effect, "effect: {data.inventry: 2,"),
        (effect, "effect: {data.inventory: +eid,"),
        (effect, "effect: {municipality.kind: stadt,"),
        ("components.in_use: +eid", "components.in_use: +eit"),
        ("components.in_use: +eid", "components.in_use: eid"),
        ("components.planned: [-eid, -dms]", "components.planned: [-eid, dms]"),
        ("components.planned: [-eid, -dms]", "components.planned: [eid, eid]"),
        ("from: \"2026-01-01\"", "from: 1.1.2026"),
        ("from: \"2026-01-01\"", "from: \"2026-13-01\""),
        ("from: \"2026-01-01\"", "since: \"2026-01-01\""),
        ("section: \"5.3\", ", ""),
        ("table: 11", "table: 17"),
        ("table: 11", "table: eleven"),
        ("facts: [{title: Ein Gesetz, ", "facts: [{"),
        ("date: \"2024-07\"", "date: July 2024"),
    ];
    for (mistake, problems) in mistakes.iter().zip(packs_problems(&changed(&mistakes))) {
        assert!(!problems.is_empty(), "the reader takes {}", mistake.1);
    }
    for ((_, to), mistake) in mistakes.iter().zip(changed(&mistakes)) {
        assert!(!schema.is_valid(&parsed(&mistake)), "the schema takes {to}");
    }
    let sound = [
        ("version: 1.0.0", "version: 1.0"),
        (when, "when: true"),
        ("need: 1 - data.inventory / 3", "need: 1"),
        ("impact: {default: 3, optimizer: 4}", "impact: 3"),
        ("impact: {default: 3, optimizer: 4}", "impact: \"3 + data.inventory / 3\""),
        ("after: [staff/data-skills]", "after: []"),
        ("section: \"5.3\"", "section: 5.3"),
        ("date: \"2024-07\"", "date: 2024"),
        ("title: {de: Eins, en: One}", "title: {de: 1, en: 1}"),
        (effect, "effect: {data.inventory: 3,"),
    ];
    for ((_, to), problems) in sound.iter().zip(packs_problems(&changed(&sound))) {
        assert_eq!(problems, [], "{to}");
    }
    for ((_, to), sound) in sound.iter().zip(changed(&sound)) {
        assert_eq!(errors(&schema, &parsed(&sound)), [""; 0], "{to}");
    }
}

#[test]
fn questions_and_changes_of_a_pack_have_a_form() {
    let schema = validator(&catalog().schema(SchemaOf::Pack, Language::De));
    let pack = |more: &str| {
        let head = PACK.split("rules:").next().expect("the pack begins before its rules");
        errors(&schema, &parsed(&format!("{head}{more}")))
    };
    let question = "label: {de: Frage, en: Question}, help: {de: Ist es so?, en: Is it so?}";
    let reason = "reason: {de: Darum., en: Therefore.}";
    let sound = [
        format!("questions: [{{id: open, kind: flag, {question}}}]"),
        format!("questions: [{{id: many, kind: number, min: 0, max: 9, whole: true, {question}}}]"),
        format!(
            "questions: [{{id: much, kind: scale, max: 1, levels: [{{de: a, en: a}}, {{de: b, en: b}}], {question}}}]"
        ),
        format!(
            "questions: [{{id: which, kind: ranking, limit: 2, options: [{{id: a, label: {{de: a, en: a}}}}], {question}}}]"
        ),
        format!("changes: [{{rule: data/inventory, off: true, {reason}}}]"),
        format!("changes: [{{rule: data/inventory, weight: 0.5, impact: {{default: 3}}, {reason}}}]"),
    ];
    for sound in sound {
        assert_eq!(pack(&sound), [""; 0], "{sound}");
    }
    let mistakes = [
        "questions: []\nrules: 3".to_owned(),
        String::new(),
        format!("questions: [{{id: a.b, kind: flag, {question}}}]"),
        format!("questions: [{{id: open, kind: flg, {question}}}]"),
        format!("questions: [{{id: open, kind: flag, max: 3, {question}}}]"),
        format!("questions: [{{id: open, kind: number, min: 0, {question}}}]"),
        format!("questions: [{{id: open, kind: choice, {question}}}]"),
        format!("questions: [{{id: open, kind: flag, section: data, {question}}}]"),
        format!("changes: [{{rule: inventory, off: true, {reason}}}]"),
        format!("changes: [{{rule: data/inventory, {reason}}}]"),
        format!("changes: [{{rule: data/inventory, off: true, weight: 0.5, {reason}}}]"),
        format!("changes: [{{rule: data/inventory, weight: 2, {reason}}}]"),
        "changes: [{rule: data/inventory, off: true}]".to_owned(),
    ];
    for mistake in mistakes {
        assert!(!pack(&mistake).is_empty(), "{mistake}");
    }
}

#[test]
fn effects_on_questions_of_other_packs_are_taken() {
    let schema = validator(&catalog().schema(SchemaOf::Pack, Language::De));
    let effect = |key: &str| {
        schema.is_valid(&parsed(&PACK.replacen("effect: {data.inventory:", &format!("effect: {{{key}:"), 1)))
    };
    assert!(effect("school_digital.network"));
    assert!(!effect("data.network") && !effect("network") && !effect("School.network") && !effect("goals.network"));
}

#[test]
fn mistakes_in_cases_are_refused_by_both() {
    let schema = validator(&catalog().schema(SchemaOf::Cases, Language::De));
    let mistakes = [
        ("cases:", "case:"),
        ("name: no inventory yet", "nmae: no inventory yet"),
        ("profile: {data: {inventory: 0},", "profile: {data: {inventory: 7},"),
        ("profile: {data: {inventory: 0},", "profile: {data: {inventry: 0},"),
        ("fires: [inventory]", "fires: inventory"),
        ("fires: [inventory]", "fires: [Data/Inventory]"),
        ("fires: [inventory]", "fired: [inventory]"),
        ("date: \"2026-01-01\"", "date: tomorrow"),
    ];
    for (from, to) in mistakes {
        assert!(CASES.contains(from), "{from}");
        let mistake = CASES.replacen(from, to, 1);
        assert!(!cases_problems(&mistake).is_empty(), "the reader takes {to}");
        assert!(!schema.is_valid(&parsed(&mistake)), "the schema takes {to}");
    }
    let more = |more: &str| errors(&schema, &parsed(&format!("{CASES}    {more}\n")));
    let sound = [
        "order: [inventory, staff/data-skills]",
        "texts: {inventory: {de: [Daten], en: data}}",
        "classification: {type: optimizer, basis: goals, mixed_with: null}",
        "classification: {type: null, basis: null}",
    ];
    for sound in sound {
        assert_eq!(more(sound), [""; 0], "{sound}");
    }
    for mistake in
        ["order: []", "texts: {inventory: {}}", "classification: {type: optimiser}", "classification: {basis: guess}"]
    {
        assert!(!more(mistake).is_empty(), "{mistake}");
    }
}

#[test]
fn another_survey_gives_another_schema() {
    let survey = std::fs::read_to_string("rules/survey.yaml").expect("the survey is in the repository");
    let changed = survey.replacen(
        "      - {id: automation, ",
        "      - {id: forecasts, label: {de: Vorhersagen, en: forecasts}}\n      - {id: automation, ",
        1,
    );
    let folder = folder_with("survey.yaml", &changed);
    let output = folder.path().join("profile.schema.json");
    let run = |what: &str| {
        let mut command = Command::cargo_bin("dteam").expect("the binary is built");
        command.args(["schema", what, "--lang", "en", "--rules"]).arg(folder.path()).arg("-o").arg(&output);
        command.output().expect("it runs").status.code()
    };
    assert_eq!(run("profile"), Some(0));
    let written = std::fs::read_to_string(&output).expect("the file was written");
    let schema: Json = serde_json::from_str(&written).expect("it is JSON");
    assert_eq!(schema["title"], "Profile of a municipality");
    assert!(validator(&schema).is_valid(&json!({"data": {"uses": ["forecasts"]}})));
    assert_eq!(run("survey"), Some(2));
}

fn validator(schema: &Json) -> Validator {
    let options = jsonschema::draft202012::options().should_validate_formats(true);
    options.build(schema).expect("it refers to nothing outside it")
}

fn errors(validator: &Validator, document: &Json) -> Vec<String> {
    validator.iter_errors(document).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn parsed(yaml: &str) -> Json {
    serde_saphyr::from_str(yaml).unwrap_or_else(|error| panic!("{error}\n{yaml}"))
}

/// A schema with nothing in it for people.
fn without_texts(schema: &Json) -> Json {
    const TEXTS: [&str; 5] = ["title", "description", "enumDescriptions", "defaultSnippets", "patternErrorMessage"];
    match schema {
        Json::Object(keywords) => {
            // A key of a file may be called `title`: then a schema stands there.
            let kept = keywords.iter().filter(|(key, value)| !TEXTS.contains(&key.as_str()) || value.is_object());
            Json::Object(kept.map(|(key, value)| (key.clone(), without_texts(value))).collect::<Map<_, _>>())
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
        let definition = schema.pointer(reference.trim_start_matches('#')).expect("the definition is there");
        return resolved(schema, definition);
    }
    let forms = at["anyOf"].as_array().map(Vec::as_slice).unwrap_or_default();
    forms.iter().find(|form| form["properties"].is_object()).unwrap_or(at)
}

fn keys(mapping: &Json) -> BTreeSet<String> {
    let properties = mapping["properties"].as_object().expect("a mapping has keys");
    assert_eq!(mapping["additionalProperties"], false);
    properties.keys().cloned().collect()
}

/// The places of all mappings in a document.
fn mappings(document: &Json) -> Vec<Vec<String>> {
    let below = |key: String, value: &Json| {
        mappings(value).into_iter().map(move |rest| [vec![key.clone()], rest].concat()).collect::<Vec<_>>()
    };
    match document {
        Json::Object(entries) => {
            let inner = entries.iter().flat_map(|(key, value)| below(key.clone(), value));
            [Vec::new()].into_iter().chain(inner).collect()
        }
        Json::Array(items) => {
            items.iter().enumerate().flat_map(|(place, value)| below(place.to_string(), value)).collect()
        }
        _ => Vec::new(),
    }
}

fn pointer(place: &[String]) -> String {
    place.iter().map(|step| format!("/{step}")).collect()
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

fn problems<T>(read: Result<T, Invalid>) -> Vec<Problem> {
    let diagnostics = read.err().map_or_else(Vec::new, |invalid| invalid.diagnostics);
    diagnostics.into_iter().map(|diagnostic| diagnostic.problem).collect()
}

fn profile_problems(text: &str) -> Vec<Problem> {
    problems(catalog().profile_from_str("profile.yaml", text))
}

fn cases_problems(text: &str) -> Vec<Problem> {
    problems(catalog().cases("data", &SourceFile::new("cases.yaml", text)))
}

/// What is wrong with each of these packs. They are loaded together, which is quicker than one by one.
fn packs_problems(packs: &[String]) -> Vec<Vec<Problem>> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (number, text) in packs.iter().enumerate() {
        let pack = folder.path().join(format!("pack-{number}"));
        std::fs::create_dir(&pack).expect("the folder can be made");
        let text = text.replacen("probe", &format!("pack-{number}"), 1);
        std::fs::write(pack.join("pack.yaml"), text).expect("the file can be written");
        std::fs::write(pack.join("probe.rhai"), "fn links(list) { 1.0 }\n").expect("the file can be written");
    }
    let diagnostics = Catalog::load(&[folder.path()]).err().map_or_else(Vec::new, |invalid| invalid.diagnostics);
    let of_pack = |number: usize| {
        let file = format!("/pack-{number}/pack.yaml");
        let within = diagnostics.iter().filter(|diagnostic| {
            diagnostic.place.as_ref().is_some_and(|place| place.file.name.replace('\\', "/").ends_with(&file))
        });
        within.map(|diagnostic| diagnostic.problem.clone()).collect()
    };
    (0..packs.len()).map(of_pack).collect()
}

/// A reader of several files from one that reads a single one.
fn each(read: fn(&str) -> Vec<Problem>) -> impl Fn(&[String]) -> Vec<Vec<Problem>> {
    move |texts| texts.iter().map(|text| read(text)).collect()
}

fn folder_with(name: &str, text: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join(name);
    std::fs::create_dir_all(path.parent().expect("it is in the folder")).expect("the folder can be made");
    std::fs::write(path, text).expect("the file can be written");
    folder
}
