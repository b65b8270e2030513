//! What the readers refuse, the schemas refuse as far as a schema can tell; what the readers take,
//! they take.

use dteam::authoring::SchemaOf;
use serde_json::Value as Json;

use super::{
    CASES, PACK, cases_problems, errors, packs_problems, parsed, profile_problems, validator,
};
use crate::DE;
use crate::survey::catalog;

#[test]
fn mistakes_in_a_profile_are_refused_by_both() {
    let schema = validator(&dteam::authoring::schema(catalog(), SchemaOf::Profile, DE));
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
    // Answers that are each possible, but not together; and what YAML makes of something that is no
    // JSON.
    let beyond_it = ["contradictions.yaml", "json-letter-before-text.json"];
    let schema = validator(&dteam::authoring::schema(catalog(), SchemaOf::Profile, DE));
    let mut compared = 0;
    for entry in std::fs::read_dir("tests/suite/mistakes").expect("the folder is in the repository")
    {
        let path = entry.expect("the folder can be read").path();
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let Ok(document) = serde_yaml::from_str::<Json>(&text) else { continue };
        let name = path.file_name().expect("a file").to_string_lossy();
        assert_eq!(schema.is_valid(&document), beyond_it.contains(&name.as_ref()), "{name}");
        compared += 1;
    }
    assert!(compared > 5, "only {compared} were YAML at all");
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
    let schema = validator(&dteam::authoring::schema(catalog(), SchemaOf::Pack, DE));
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
        ("title: {de: Probe, en: Probe}", "title: {}"),
        ("title: {de: Probe, en: Probe}", "title: {de: Probe, en: ' '}"),
        ("title: {de: Probe, en: Probe}", "title: {de: Probe, en: Probe, xx: Essai}"),
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
    let schema = validator(&dteam::authoring::schema(catalog(), SchemaOf::Pack, DE));
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
        format!(
            "changes: [{{rule: data/inventory, weight: 0.5, impact: {{default: 3}}, {reason}}}]"
        ),
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
    let schema = validator(&dteam::authoring::schema(catalog(), SchemaOf::Pack, DE));
    let effect = |key: &str| {
        schema.is_valid(&parsed(&PACK.replacen(
            "effect: {data.inventory:",
            &format!("effect: {{{key}:"),
            1,
        )))
    };
    assert!(effect("school_digital.network"));
    assert!(
        !effect("data.network")
            && !effect("network")
            && !effect("School.network")
            && !effect("goals.network")
    );
}

#[test]
fn mistakes_in_cases_are_refused_by_both() {
    let schema = validator(&dteam::authoring::schema(catalog(), SchemaOf::Cases, DE));
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
    for mistake in [
        "order: []",
        "texts: {inventory: {}}",
        "classification: {type: optimiser}",
        "classification: {basis: guess}",
    ] {
        assert!(!more(mistake).is_empty(), "{mistake}");
    }
}
