//! Random profiles over the whole survey.

use std::sync::OnceLock;

use dteam::Catalog;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// The embedded catalog, loaded once for all tests.
pub fn catalog() -> &'static Catalog {
    static CATALOG: OnceLock<Catalog> = OnceLock::new();
    CATALOG.get_or_init(|| dteam::embedded().expect("the embedded rules are sound"))
}

/// The questions as `survey.yaml` defines them.
fn questions() -> &'static Vec<Value> {
    static QUESTIONS: OnceLock<Vec<Value>> = OnceLock::new();
    QUESTIONS.get_or_init(|| {
        let text =
            std::fs::read_to_string("rules/survey.yaml").expect("the survey is in the repository");
        let survey: Value = serde_yaml::from_str(&text).expect("the survey is YAML");
        survey["questions"].as_array().expect("the survey has questions").clone()
    })
}

/// An answer to the question, drawn from `seed`.
fn answer(question: &Value, seed: u64) -> Value {
    let options: Vec<Value> = question["options"]
        .as_array()
        .map(|options| options.iter().map(|option| option["id"].clone()).collect())
        .unwrap_or_default();
    let count = options.len().max(1) as u64;
    let chosen = |seed: u64| {
        options
            .iter()
            .enumerate()
            .filter(|(index, _)| seed >> index & 1 == 1)
            .map(|(_, id)| id.clone())
            .collect()
    };
    match question["kind"].as_str().expect("every question has a kind") {
        "choice" => options[(seed % count) as usize].clone(),
        "choices" => Value::Array(chosen(seed)),
        "ranking" => {
            let mut ranked: Vec<Value> = Vec::new();
            for index in 0..seed % 4 {
                let option = &options[((seed / 11 + index * (1 + seed % 4)) % count) as usize];
                if !ranked.contains(option) {
                    ranked.push(option.clone());
                }
            }
            Value::Array(ranked)
        }
        "scale" => json!(seed % (question["max"].as_u64().expect("a scale has a maximum") + 1)),
        // Small places and large ones alike.
        "number" => {
            let number =
                [900, 4_000, 9_400, 16_000, 24_000, 60_000, 150_000, 400_000][(seed % 8) as usize];
            let most = question["max"].as_u64().expect("a number has a maximum");
            json!(if number > most { 1 + number % most } else { number })
        }
        "percent" => json!(seed % 101),
        "flag" => json!(seed % 2 == 1),
        _ => json!("Auetal"),
    }
}

/// Takes back what contradicts another answer, as a person would.
fn consistent(profile: &mut Map<String, Value>) {
    let list = |profile: &Map<String, Value>, path: &str| {
        profile.get(path).and_then(Value::as_array).cloned()
    };
    if let (Some(in_use), Some(planned)) =
        (list(profile, "components.in_use"), list(profile, "components.planned"))
    {
        let rest: Vec<Value> =
            planned.into_iter().filter(|component| !in_use.contains(component)).collect();
        profile.insert("components.planned".to_owned(), Value::Array(rest));
    }
    if profile.get("strategy.status") == Some(&json!("none")) {
        profile.remove("strategy.developed_with");
    }
    let share = |profile: &Map<String, Value>, path: &str| {
        profile.get(path).and_then(Value::as_u64).unwrap_or(0)
    };
    if share(profile, "components.municipal_it_share")
        + share(profile, "components.private_it_share")
        > 100
    {
        profile.remove("components.private_it_share");
    }
    if profile.get("fim.known") == Some(&json!(false)) {
        profile.remove("fim.used");
    }
    if profile.get("municipality.kind") == Some(&json!("kreis"))
        || profile.get("municipality.administration") == Some(&json!("shared"))
    {
        profile.remove("municipality.district_free");
    }
}

/// The answers by path as a profile writes them: nested.
pub fn nested(answers: &Map<String, Value>) -> Value {
    let mut profile = Map::new();
    for (path, answer) in answers {
        match path.split_once('.') {
            None => {
                profile.insert(path.clone(), answer.clone());
            }
            Some((group, name)) => {
                let group =
                    profile.entry(group.to_owned()).or_insert_with(|| Value::Object(Map::new()));
                group
                    .as_object_mut()
                    .expect("groups are maps")
                    .insert(name.to_owned(), answer.clone());
            }
        }
    }
    Value::Object(profile)
}

/// Profiles that answer each question with probability `share`.
pub fn profiles(share: f64) -> impl Strategy<Value = Map<String, Value>> {
    let count = questions().len();
    proptest::collection::vec((proptest::bool::weighted(share), any::<u64>()), count).prop_map(
        |seeds| {
            let answered = questions().iter().zip(seeds).filter(|(_, (answered, _))| *answered);
            let mut profile = answered
                .map(|(question, (_, seed))| {
                    (
                        question["id"].as_str().expect("every question has an id").to_owned(),
                        answer(question, seed >> 3),
                    )
                })
                .collect();
            consistent(&mut profile);
            profile
        },
    )
}
