//! Profiles drawn from the survey: plausible in that some municipalities are further along in
//! everything, and without contradictions.

use dteam::authoring::SchemaOf;
use dteam::{Catalog, Language};
use serde_json::{Map, Value as Json, json};

/// What can be answered, read from the JSON Schema of a profile.
pub struct Survey(Vec<Question>);

struct Question {
    path: String,
    answer: Kind,
}

enum Kind {
    Choice(Vec<Json>),
    List { options: Vec<Json>, most: usize, ranked: bool },
    Number { least: f64, most: f64 },
    Flag,
    Text,
}

/// One question of this number is left open.
const OPEN: u64 = 12;

/// So often a contradictory answer is drawn again before it is left out.
const ATTEMPTS: u64 = 6;

impl Survey {
    /// The catalog's survey.
    pub fn of(catalog: &Catalog) -> Survey {
        let schema = dteam::authoring::schema(
            catalog,
            SchemaOf::Profile,
            Language::named("en").unwrap_or_default(),
        );
        let definitions = schema["$defs"].as_object().cloned().unwrap_or_default();
        let question = |(name, about): (String, Json)| {
            let path = name.strip_prefix("question.")?.to_owned();
            Some(Question { path, answer: kind(&about) })
        };
        Survey(definitions.into_iter().filter_map(question).collect())
    }

    /// The profile of that number, as one line of JSON.
    pub fn profile(&self, catalog: &Catalog, seed: u64, number: u64) -> Json {
        let mut dice = Dice(
            seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ number.wrapping_mul(0xD1B5_4A32_D192_ED03),
        );
        let level = dice.share();
        let mut answers: Map<String, Json> = Map::new();
        for question in &self.0 {
            if !dice.below(OPEN).eq(&0) {
                answers
                    .insert(question.path.clone(), question.answer.draw(&mut dice, level, number));
            }
        }
        for attempt in 0.. {
            let contradictory = contradictory(catalog, &answers);
            if contradictory.is_empty() {
                break;
            }
            for path in contradictory {
                let question = self.0.iter().find(|question| question.path == path);
                match question.filter(|_| attempt < ATTEMPTS) {
                    Some(question) => {
                        answers.insert(path, question.answer.draw(&mut dice, level, number))
                    }
                    None => answers.remove(&path),
                };
            }
        }
        let mut profile = json!({"id": format!("G{number:07}")});
        for (path, answer) in answers {
            let group = path.split('.').fold(&mut profile, |group, key| &mut group[key]);
            *group = answer;
        }
        profile
    }
}

/// The answers that contradict others.
fn contradictory(catalog: &Catalog, answers: &Map<String, Json>) -> Vec<String> {
    let found =
        match catalog.profile_from_str("generated", &Json::Object(answers.clone()).to_string()) {
            Ok(profile) => profile.warnings().to_vec(),
            Err(invalid) => invalid.diagnostics,
        };
    let contradictions = found.iter().filter(|found| found.name() == "contradiction");
    contradictions.filter_map(|found| Some(found.question()?.to_owned())).collect()
}

fn kind(about: &Json) -> Kind {
    let options = |about: &Json| -> Vec<Json> {
        let options = about["enum"].as_array().into_iter().flatten();
        options.filter(|option| !option.is_null()).cloned().collect()
    };
    let number = |key: &str| about[key].as_f64();
    match about["type"][0].as_str() {
        Some("array") => {
            let options = options(&about["items"]);
            let limit = about["maxItems"].as_u64().map(|limit| limit as usize);
            Kind::List {
                most: limit.unwrap_or(options.len()),
                ranked: limit.is_some_and(|limit| limit < options.len()),
                options,
            }
        }
        Some("boolean") => Kind::Flag,
        // A scale lists its levels.
        Some("integer") if about["enum"].is_array() => {
            Kind::Number { least: 0.0, most: options(about).len() as f64 - 1.0 }
        }
        Some("integer" | "number") => Kind::Number {
            least: number("minimum").unwrap_or(0.0),
            most: number("maximum").unwrap_or(100.0),
        },
        _ => match options(about) {
            options if options.is_empty() => Kind::Text,
            options => Kind::Choice(options),
        },
    }
}

impl Kind {
    /// An answer of a municipality that is so far along (0..1).
    fn draw(&self, dice: &mut Dice, level: f64, number: u64) -> Json {
        match self {
            Kind::Choice(options) => options[dice.below(options.len() as u64) as usize].clone(),
            Kind::List { options, most, ranked: true } => {
                let mut chosen: Vec<Json> = Vec::new();
                for _ in 0..*most {
                    let option = &options[dice.below(options.len() as u64) as usize];
                    if !chosen.contains(option) {
                        chosen.push(option.clone());
                    }
                }
                Json::Array(chosen)
            }
            Kind::List { options, .. } => {
                let chance = 0.1 + 0.6 * level;
                options.iter().filter(|_| dice.share() < chance).cloned().collect()
            }
            // Over several powers of ten, small numbers are as frequent as large ones.
            Kind::Number { least, most } if *most > 1000.0 => {
                let (low, high) = (least.max(1.0).ln(), most.ln());
                json!((low + (high - low) * dice.share() * dice.share()).exp().round() as u64)
            }
            Kind::Number { least, most } => {
                let around = (level + 0.5 * (dice.share() - 0.5)).clamp(0.0, 1.0);
                json!((least + (most - least) * around).round() as u64)
            }
            Kind::Flag => json!(dice.share() < 0.2 + 0.6 * level),
            Kind::Text => json!(format!("Musterort {number}")),
        }
    }
}

/// Numbers that look random (SplitMix64).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, count: u64) -> u64 {
        self.next() % count
    }

    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }
}
