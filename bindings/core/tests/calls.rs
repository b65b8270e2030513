//! Requests as hosts send them, and what comes back.

use std::sync::Arc;

use dteam_core::{CALLS, Catalog, MAX_REQUEST};
use serde_json::{Value as Json, json};

fn catalog() -> Catalog {
    Catalog::embedded()
}

fn call(catalog: &Catalog, name: &str, request: &Json) -> Result<Json, Json> {
    let parsed = |text: String| -> Json { serde_json::from_str(&text).expect("answers are JSON") };
    catalog.call(name, request.to_string().as_bytes()).map(parsed).map_err(parsed)
}

/// The codes of what a call is refused for.
fn codes(refused: Result<Json, Json>) -> Vec<String> {
    let refused = refused.expect_err("it is refused");
    assert_eq!(refused["schema"], "dteam.check/1");
    let found = refused["diagnostics"].as_array().expect("a list");
    found.iter().map(|one| one["code"].as_str().expect("a code").to_owned()).collect()
}

fn village() -> Json {
    json!({
        "municipality": {"name": "Auetal", "kind": "gemeinde", "population": 9400},
        "goals": ["legal_requirements", "funding", "efficiency"],
        "data": {"inventory": 0},
    })
}

#[test]
fn every_call_knows_the_keys_of_its_schema_and_no_others() {
    let catalog = catalog();
    for known in CALLS {
        let schema = known.request_schema();
        let properties = schema["properties"].as_object().expect("an object");
        let refused = call(&catalog, known.name, &json!({"language": "en", "no such key": 1}));
        let refused = refused.expect_err("there is no such key");
        let told = refused["diagnostics"][0]["message"].as_str().expect("a message").to_owned();
        let (_, listed) = told.split_once("expected ").expect("serde lists what it knows");
        let mut listed: Vec<&str> = listed.split('`').skip(1).step_by(2).collect();
        let mut keys: Vec<&str> = properties.keys().map(String::as_str).collect();
        listed.sort_unstable();
        keys.sort_unstable();
        assert_eq!(listed, keys, "{}", known.name);
    }
}

#[test]
fn the_docs_list_every_call_with_its_keys() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/plugins.md");
    let docs = std::fs::read_to_string(path).expect("it is in the repository");
    for known in CALLS {
        let row =
            docs.lines().find_map(|line| line.strip_prefix(&format!("| `{}` | ", known.name)));
        let (listed, _) = row.expect(known.name).split_once(" | ").expect("a row has cells");
        let schema = known.request_schema();
        let properties = schema["properties"].as_object().expect("an object");
        let required = schema["required"].as_array().expect("a list");
        let mut keys: Vec<String> = properties
            .keys()
            .map(|key| match required.contains(&json!(key)) {
                true => format!("**{key}**"),
                false => key.clone(),
            })
            .collect();
        let mut listed: Vec<&str> = listed.split(", ").collect();
        keys.sort_unstable();
        listed.sort_unstable();
        assert_eq!(listed, keys, "{}", known.name);
    }
}

#[test]
fn an_object_and_its_text_have_the_same_advice() {
    let catalog = catalog();
    let request = json!({"profile": village(), "date": "2026-11-22"});
    let of_object = call(&catalog, "advise", &request).expect("it is sound");
    assert_eq!(of_object["schema"], "dteam.advice/2");
    assert_eq!(of_object["date"], "2026-11-22");
    assert_eq!(of_object["language"], "de", "the study's own language");
    let request = json!({"profile": village().to_string(), "date": "2026-11-22"});
    assert_eq!(call(&catalog, "advise", &request), Ok(of_object));
}

#[test]
fn options_of_an_advice_are_heeded() {
    let catalog = catalog();
    let request = json!({"profile": village(), "top": 1, "likely": false, "language": "en"});
    let advice = call(&catalog, "advise", &request).expect("it is sound");
    assert_eq!(advice["steps"].as_array().map(Vec::len), Some(1));
    assert_eq!(advice["likely"], json!([]));
    assert_eq!((&advice["language"], &advice["date"]), (&json!("en"), &Json::Null));
}

#[test]
fn a_wrong_answer_is_told_where_it_stands() {
    let catalog = catalog();
    let request = json!({
        "profile": "data:\n  inventory: 9\n", "name": "auetal.yaml", "language": "en",
    });
    let refused = call(&catalog, "classify", &request).expect_err("there is no level 9");
    let found = &refused["diagnostics"][0];
    assert_eq!((&found["file"], &found["line"]), (&json!("auetal.yaml"), &json!(2)));
    assert_eq!(refused["checked"]["profiles"], 1);
    // Asked for mistakes, the same is the answer.
    assert_eq!(call(&catalog, "check", &request), Ok(refused));
}

#[test]
fn rules_are_explained_also_with_other_answers() {
    let catalog = catalog();
    let mut request = json!({"profile": village(), "rule": "data/inventory", "language": "en"});
    let explained = call(&catalog, "explain", &request).expect("there is such a rule");
    assert_eq!(explained["outcome"], "fires");
    request["what_if"] = json!(["data.inventory=2"]);
    let what_if = call(&catalog, "explain", &request).expect("it is an answer");
    assert_ne!(what_if, explained);
    request["rule"] = "data/inventry".into();
    assert_eq!(codes(call(&catalog, "explain", &request)).len(), 1);
}

#[test]
fn a_plan_is_made_and_kept_to() {
    let catalog = catalog();
    let mut request = json!({"profile": village()});
    assert_eq!(codes(call(&catalog, "plan", &request)), ["D895"]);
    request["date"] = "2026-11-22".into();
    let plan = call(&catalog, "plan", &request).expect("it has a start");
    assert_eq!((&plan["schema"], &plan["date"]), (&json!("dteam.plan/1"), &json!("2026-11-22")));
    request["start"] = "2027-Q1".into();
    assert_eq!(call(&catalog, "plan", &request), Ok(plan.clone()), "the quarter after the day");
    for (key, wrong) in [("quarters", json!(21)), ("days", json!(0.3)), ("per_year", json!(0))] {
        let mut request = request.clone();
        request[key] = wrong;
        assert_eq!(codes(call(&catalog, "plan", &request)).len(), 1, "{key}");
    }

    let mut later = village();
    later["data"]["inventory"] = 2.into();
    let request = json!({"old": village(), "new": later, "plan": plan, "date": "2027-11-22"});
    let progress = call(&catalog, "progress", &request).expect("both are sound");
    assert_eq!(progress["schema"], "dteam.progress/1");
    let done = progress["steps"]["done"].as_array().expect("a list");
    assert!(done.iter().any(|step| step["rule"] == "data/inventory"), "{done:?}");
}

#[test]
fn teams_name_whose_profile_is_wrong() {
    let catalog = catalog();
    let member = |id: &str, inventory: u8| {
        let mut profile = village();
        profile["data"]["inventory"] = inventory.into();
        json!({"id": id, "profile": profile})
    };
    let team = call(&catalog, "team", &json!({"members": [member("A", 0), member("B", 2)]}));
    assert_eq!(team.expect("both are sound")["municipalities"][1]["id"], "B");
    let wrong = call(&catalog, "team", &json!({"members": [member("A", 0), member("B", 9)]}));
    assert_eq!(wrong.expect_err("there is no level 9")["diagnostics"][0]["file"], "B");
    let twice = call(&catalog, "team", &json!({"members": [member("A", 0), member("A", 2)]}));
    assert_eq!(codes(twice), ["D883"]);
    assert_eq!(codes(call(&catalog, "team", &json!({"members": []}))), ["D882"]);
}

#[test]
fn the_form_asks_what_a_profile_can_answer() {
    let catalog = catalog();
    let form = call(&catalog, "questions", &json!({"language": "en"})).expect("it is a form");
    let sections = form["sections"].as_array().expect("a list");
    let questions: Vec<&Json> =
        sections.iter().flat_map(|it| it["questions"].as_array().expect("a list")).collect();
    // An answer that the form offers is one that a profile may give.
    for question in &questions {
        let path = question["question"].as_str().expect("a path");
        let first = |of: &Json| of["options"][0]["value"].clone();
        let answer = &question["answer"];
        let given = match answer["control"].as_str().expect("a control") {
            "one" | "level" => first(answer),
            "several" | "ranked" => json!([first(answer)]),
            "number" => answer["max"].clone(),
            "flag" => json!(true),
            "line" => json!("Auetal"),
            other => panic!("an unknown control: {other}"),
        };
        let request = json!({"profile": {path: given}, "language": "en"});
        let checked = call(&catalog, "check", &request).expect("a check always answers");
        let found = checked["diagnostics"].as_array().expect("a list");
        assert!(found.iter().all(|one| one["severity"] != "error"), "{path}: {found:?}");
    }
    let schema = call(&catalog, "schema", &json!({"of": "profile"})).expect("there is a schema");
    assert!(schema["properties"].is_object() && !questions.is_empty());
}

#[test]
fn rules_come_as_texts() {
    let pack = "format: 1\nid: own\nversion: 1.0.0\ntitle: {de: Eigenes, en: My own}\n";
    let load = |files: Json| Catalog::load(json!({"files": files}).to_string().as_bytes());
    let parsed = |text: String| serde_json::from_str::<Json>(&text).map_err(|_| json!(text));
    let refused =
        |files| load(files).map(|_| json!(null)).map_err(|text| parsed(text).expect("JSON"));
    assert_eq!(codes(refused(json!({"own/rules.yaml": pack}))), ["D896"]);
    let without_rules = refused(json!({"own/pack.yaml": pack})).expect_err("it has no rules");
    assert_eq!(without_rules["diagnostics"][0]["file"], "own/pack.yaml");

    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/studies/ecoles");
    let mut files = serde_json::Map::new();
    gather(std::path::Path::new(folder), "", &mut files);
    let study = load(files.into()).expect("it is a study");
    let version = call(&study, "version", &json!({})).expect("it has a version");
    let embedded = call(&catalog(), "version", &json!({})).expect("it has a version");
    assert_eq!(version["version"], embedded["version"]);
    assert_ne!(version["packs"], embedded["packs"], "a study of its own");
    // A profile belongs to the catalog that reads it, so two catalogs do not mix.
    let request = json!({"profile": village()});
    assert!(
        call(&study, "advise", &request).is_err() && call(&catalog(), "advise", &request).is_ok()
    );
}

#[test]
fn a_pack_that_never_ends_is_stopped() {
    let pack = r#"
format: 1
id: park
version: 1.0.0
title: {en: Parks}
about: {en: What the study did not ask about.}
functions:
  - {name: trees, arguments: [number], returns: number, help: {en: Trees}}
rules:
  - id: list-of-trees
    title: {en: Put the list of trees online}
    when: trees(data.inventory) > 5
    impact: 2
    effort: 1
    why: {en: Nothing is published yet.}
    actions: {en: [Ask the parks department for its list., Publish it.]}
    effect: {data.open_data: 1}
    source: {section: "5.3"}
"#;
    let files = |script: &str| json!({"park/pack.yaml": pack, "park/trees.rhai": script});
    let load = |files: Json| Catalog::load(json!({"files": files}).to_string().as_bytes());
    let advise = |catalog: &Catalog| call(catalog, "advise", &json!({"profile": village()}));
    let sound = load(files("fn trees(count) { 9.0 }")).expect("the pack is sound");
    let steps = advise(&sound).expect("the script ends")["steps"].to_string();
    assert!(steps.contains("park/list-of-trees"), "{steps}");
    let endless = load(files("fn trees(count) { let n = 0.0; loop { n += 1.0; } n }"));
    let refused = advise(&endless.expect("that it does not end shows when it runs"));
    let refused = refused.expect_err("the script is stopped");
    assert_eq!(refused["diagnostics"][0]["name"], "script-failed");
    assert!(advise(&catalog()).is_ok(), "other catalogs go on");
}

/// The files of a catalog below a folder, by their paths in it.
fn gather(folder: &std::path::Path, within: &str, files: &mut serde_json::Map<String, Json>) {
    for entry in std::fs::read_dir(folder).expect("the study is in the repository").flatten() {
        let name = format!("{within}{}", entry.file_name().to_string_lossy());
        match entry.path().is_dir() {
            true => gather(&entry.path(), &format!("{name}/"), files),
            false if name.contains("profil") || name.ends_with(".md") => {}
            false => {
                let text = std::fs::read_to_string(entry.path()).expect("it is text");
                files.insert(name, text.into());
            }
        }
    }
}

#[test]
fn what_is_no_request_is_refused() {
    let catalog = catalog();
    let refused = |request: &[u8]| {
        let told = catalog.call("advise", request).expect_err("it is no request");
        codes(Err(serde_json::from_str(&told).expect("JSON")))
    };
    assert_eq!(refused(b""), ["D890"], "a profile is missing");
    assert_eq!(refused(b"{"), ["D890"]);
    assert_eq!(refused(b"[]"), ["D890"]);
    assert_eq!(refused(br#"{"profile": {}, "date": "22.11.2026"}"#), ["D890"]);
    assert_eq!(refused(br#"{"profile": {}, "language": "tlh"}"#), ["D890"]);
    assert_eq!(refused("[".repeat(100_000).as_bytes()), ["D890"], "too deep");
    assert_eq!(refused(b"{\"profile\": \"\xff\"}"), ["D002"]);
    assert_eq!(refused(&vec![b' '; MAX_REQUEST + 1]), ["D003"]);
    let deep = "[".repeat(5000);
    let request = json!({"profile": deep}).to_string();
    assert!(!refused(request.as_bytes()).is_empty(), "a deep profile as text");
    assert_eq!(codes(call(&catalog, "advice", &json!({}))), ["D891"]);
}

#[test]
fn threads_share_a_catalog() {
    let catalog = Arc::new(catalog());
    let request = json!({"profile": village(), "likely": false}).to_string();
    let alone = catalog.call("advise", request.as_bytes());
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| assert_eq!(catalog.call("advise", request.as_bytes()), alone));
        }
    });
}
