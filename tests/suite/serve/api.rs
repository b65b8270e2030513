//! The API, held against its own description.

use crate::folded::folded;
use std::collections::BTreeSet;

use serde_json::{Value as Json, json};

use super::{Answer, Served};

const SOUND: &[u8] = b"municipality: {name: Auetal, kind: gemeinde}\ngoals: [funding]\n";
const FAULTY: &[u8] = b"gaols: [funding]\ndata: {inventory: 9}\n";

fn parsed(answer: &Answer) -> Json {
    serde_json::from_str(&answer.body).expect("the answer is JSON")
}

/// The schema that a reference leads to, whole.
fn resolved(served: &Served, description: &Json, schema: &Json) -> Json {
    let Some(reference) = schema.get("$ref").and_then(Json::as_str) else { return schema.clone() };
    if let Some(name) = reference.strip_prefix("#/components/schemas/") {
        return description["components"]["schemas"][name].clone();
    }
    let (file, part) = reference.split_once('#').unwrap_or((reference, ""));
    let path = file.strip_prefix("../..").expect("references are relative to the description");
    let mut whole = parsed(&served.get(path));
    if !part.is_empty() {
        let id = whole["$id"].as_str().expect("the schema has an id").to_owned();
        whole = json!({"$ref": format!("{id}#{part}"), "$defs": {"all": whole}});
    }
    whole
}

/// What brings the status about at the path.
fn tried(served: &Served, path: &str, method: &str, status: &str) -> Option<Answer> {
    let post = |path: &str, kind: &str, body: &[u8]| Some(served.post(path, kind, body));
    match (method, status) {
        ("get", "200") => Some(served.get(path)),
        ("get", "400") => Some(served.get(&format!("{path}?lang=fr"))),
        (_, "421") if method == "get" => Some(served.get_with(path, "Host", "evil.example")),
        ("get", "414") => Some(served.get(&format!("{path}?{}", "x".repeat(3000)))),
        ("post", "414") => post(&format!("{path}?{}", "x".repeat(3000)), "application/yaml", SOUND),
        ("post", "200") => post(path, "application/yaml", SOUND),
        ("post", "400") => post(&format!("{path}?date=tomorrow"), "application/yaml", SOUND),
        ("post", "413") => post(path, "application/yaml", &vec![b'a'; 2 << 20]),
        ("post", "415") => post(path, "text/plain", SOUND),
        ("post", "422") => post(path, "application/json", FAULTY),
        // The slow and the many have tests of their own; the others cannot be brought about from
        // outside.
        ("post", "408" | "421" | "500" | "503") | ("get", "503") => None,
        other => panic!("{path}: nobody knows how to bring about {other:?}"),
    }
}

#[test]
fn every_path_and_status_of_the_description_is_as_described() {
    let served = Served::new();
    let description = parsed(&served.get("/api/v1/openapi.json"));
    assert_eq!(description["openapi"], "3.1.0");
    let mut seen = BTreeSet::new();
    for (path, methods) in description["paths"].as_object().expect("there are paths") {
        for (method, operation) in methods.as_object().expect("there are methods") {
            assert!(
                seen.insert(operation["operationId"].as_str().expect("it has an id").to_owned())
            );
            for (status, response) in
                operation["responses"].as_object().expect("there are responses")
            {
                let Some(answer) = tried(&served, path, method, status) else { continue };
                assert_eq!(answer.status.to_string(), *status, "{method} {path}: {}", answer.body);
                let content = response["content"].as_object().expect("there is content");
                let (kind, media) = content.iter().next().expect("of some kind");
                assert_eq!(answer.kind, *kind, "{path} {status}");
                let schema = resolved(&served, &description, &media["schema"]);
                let validator = jsonschema::options().build(&schema).expect("the schema is sound");
                let body = parsed(&answer);
                let errors: Vec<String> =
                    validator.iter_errors(&body).map(|error| error.to_string()).collect();
                assert_eq!(errors, Vec::<String>::new(), "{path} {status}");
            }
        }
    }
    assert_eq!(seen.len(), 9, "{seen:?}");
    insta::assert_snapshot!(folded(&description.to_string()));
}

#[test]
fn answers_are_those_of_the_command_line() {
    let served = Served::new();
    let run = |arguments: &[&str]| {
        let mut command = assert_cmd::Command::new(assert_cmd::cargo::cargo_bin!("dteam"));
        let output = command.args(arguments).output().expect("the program runs");
        String::from_utf8(output.stdout).expect("output is text")
    };
    let yaml = std::fs::read("profiles/auetal.yaml").expect("the examples are in the repository");
    let json =
        std::fs::read("profiles/nordmarken.json").expect("the examples are in the repository");
    let advice = ["advise", "--format", "json", "--date", "2026-11-22"];
    for (name, kind, body) in
        [("auetal.yaml", "text/yaml", &yaml), ("nordmarken.json", "application/json", &json)]
    {
        let path = format!("profiles/{name}");
        for lang in ["de", "en"] {
            let said = run(&[&advice[..], &[&path, "--lang", lang]].concat());
            assert_eq!(served.post(&format!("/api/v1/advice?lang={lang}"), kind, body).body, said);
            let said = run(&["classify", "--format", "json", &path, "--lang", lang]);
            assert_eq!(
                served.post(&format!("/api/v1/classification?lang={lang}"), kind, body).body,
                said
            );
        }
    }
    let at_another_day = served.post("/api/v1/advice?date=2020-01-01", "application/yaml", &yaml);
    assert_eq!(parsed(&at_another_day)["date"], "2020-01-01");
    assert_eq!(
        served.get("/schema/profile.json?lang=en").body,
        run(&["schema", "profile", "--lang", "en"])
    );
    assert_eq!(served.get("/schema/advice.json").body, run(&["schema", "advice"]));
}

#[test]
fn mistakes_come_with_their_places() {
    let served = Served::new();
    let found = parsed(&served.post("/api/v1/check?lang=en", "application/yaml", FAULTY));
    insta::assert_snapshot!(folded(&found.to_string()));
    let refused = served.post("/api/v1/advice?lang=en", "application/yaml", FAULTY);
    assert_eq!((refused.status, parsed(&refused)), (422, found));
    let bytes = served.post("/api/v1/classification", "application/json", b"{\"a\": \"\xff\"}");
    assert_eq!(
        (bytes.status, parsed(&bytes)["diagnostics"][0]["name"].clone()),
        (422, json!("not-utf8"))
    );
    let sound = parsed(&served.post("/api/v1/check", "application/vnd.x+yaml", SOUND));
    assert_eq!(sound["diagnostics"], json!([]));
}

#[test]
fn parameters_that_mean_nothing_are_refused() {
    let served = Served::new();
    for query in [
        "lnag=en",
        "lang=de&lang=en",
        "lang=",
        "date=2026-13-01",
        "date=22.11.2026",
        "top=3",
        "%FF=1",
    ] {
        let answer = served.post(&format!("/api/v1/advice?{query}"), "application/yaml", SOUND);
        assert_eq!(
            (answer.status, answer.kind.as_str()),
            (400, "application/problem+json"),
            "{query}"
        );
    }
    let method = served.get("/api/v1/advice");
    assert_eq!((method.status, method.header("allow")), (405, Some("POST")));
    let nothing = served.get("/api/v2/advice");
    assert_eq!((nothing.status, parsed(&nothing)["status"].clone()), (404, json!(404)));
}
