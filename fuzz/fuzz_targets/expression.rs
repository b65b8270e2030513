//! A condition, on the first line, and what is answered, behind it: where ours decides, plain Rhai
//! has to come to the same.
#![no_main]

use std::sync::LazyLock;

use dteam::survey::Control;
use dteam::{Catalog, Options, Outcome, Profile};
use dteam_fuzz::{study, write_problems};
use rhai::{Array, Dynamic, Engine, Map, Scope};
use serde_json::{Value, json};

/// Longer ones are only slower.
const MAX_LENGTH: usize = 300;

libfuzzer_sys::fuzz_target!(|input: &str| {
    let (condition, seeds) = input.split_once('\n').unwrap_or((input, ""));
    if condition.len() > MAX_LENGTH {
        return;
    }
    let (catalog, diagnostics) = study(&pack(condition)).examine();
    write_problems(&dteam::Invalid { diagnostics });
    // A pack that does not fit the survey is left out.
    let Some(catalog) = catalog.filter(|catalog| catalog.rule_ids().count() == 1) else { return };
    let profile = answered(&catalog, seeds.as_bytes());
    let outcomes = catalog.outcomes(&profile, &Options::default()).expect("no script is called");
    let theirs = plain(&catalog, &profile, condition);
    match (outcomes[0], &theirs) {
        (Outcome::Fires, Ok(true)) | (Outcome::Silent, Ok(false)) => {}
        // Infinity and not-a-number are unknown to us, and so is what hangs on them.
        (Outcome::Undecided, Ok(_)) if condition.contains(['/', '*', 'e', '9']) => {}
        (ours, _) => panic!("{condition}: ours {ours:?}, plain Rhai {theirs:?}"),
    }
});

fn pack(condition: &str) -> String {
    let when = serde_json::to_string(condition).expect("a text is JSON");
    format!(
        "format: 1\nid: reseau\nversion: 0.1.0\ntitle: {{fr: t}}\nabout: {{fr: a}}\nrules:\n  - id: one\n    \
         title: {{fr: t}}\n    when: {when}\n    impact: 5\n    effort: 1\n    why: {{fr: w}}\n    \
         actions: {{fr: [a, b]}}\n    source: {{section: \"1\"}}\n"
    )
}

/// Every question answered, each by the next of the bytes.
fn answered(catalog: &Catalog, seeds: &[u8]) -> Profile {
    let mut builder = catalog.new_profile();
    for (index, question) in catalog.survey.questions.iter().enumerate() {
        let seed = usize::from(seeds.get(index).copied().unwrap_or_default());
        let answer: Value = match question.kind.control() {
            Control::One(options) => options.ids().nth(seed % options.0.len()).into(),
            Control::Several(options) => {
                let chosen = |(option, _): &(usize, &str)| seed >> option & 1 == 1;
                options.ids().enumerate().filter(chosen).map(|(_, id)| id).collect()
            }
            Control::Ranked(options, limit) => {
                let ids: Vec<&str> = options.ids().collect();
                (0..=seed % limit).map(|rank| ids[(seed / 7 + rank) % ids.len()]).collect()
            }
            Control::Level(levels) => json!(seed % levels.len()),
            Control::Number(bounds) => json!((bounds.min + seed as f64).min(bounds.max)),
            Control::YesOrNo => json!(seed % 2 == 1),
            Control::Line => json!(format!("Ville {}", seed % 3)),
        };
        builder = builder.set(&question.path, answer).expect("it is an answer");
    }
    builder.build().expect("the only contradiction is a warning")
}

/// What plain Rhai makes of the condition, with the answers as variables.
fn plain(catalog: &Catalog, profile: &Profile, condition: &str) -> Result<bool, String> {
    let mut scope = Scope::new();
    let mut groups: Map = Map::new();
    for (path, answer) in &catalog.answers_of(profile) {
        match path.split_once('.') {
            None => drop(groups.insert(path.as_str().into(), dynamic(answer))),
            Some((group, name)) => {
                let group = groups.entry(group.into()).or_insert_with(|| Map::new().into());
                let mut group = group.write_lock::<Map>().expect("a group is a map");
                group.insert(name.into(), dynamic(answer));
            }
        }
    }
    for (name, value) in groups {
        scope.push_dynamic(name, value);
    }
    let finding = catalog.find_type(&profile.answers);
    let types = &catalog.typology.names;
    for (name, kind) in [
        ("type", finding.assignment.kind),
        ("type_by_goals", finding.assignment.by_goals),
        ("type_by_indicators", finding.assignment.by_indicators),
        ("mixed_with", finding.assignment.mixed_with),
    ] {
        let id = kind.map(|kind| Dynamic::from(types.get(kind).id.to_string()));
        scope.push_dynamic(name, id.unwrap_or(Dynamic::UNIT));
    }
    ENGINE.eval_with_scope::<bool>(&mut scope, condition).map_err(|error| error.to_string())
}

/// Plain Rhai with the functions of conditions that need no values of the study.
static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let has = |list: &Array, item: &Dynamic| {
        list.iter().any(|known| known.to_string() == item.to_string())
    };
    let mut engine = Engine::new();
    engine.set_max_expr_depths(0, 0);
    engine.register_fn("count", |list: Array| list.len() as f64);
    engine.register_fn("chosen", move |list: Array, of: Array| -> Array {
        of.into_iter().filter(|item| has(&list, item)).collect()
    });
    engine.register_fn("missing", move |list: Array, of: Array| -> Array {
        of.into_iter().filter(|item| !has(&list, item)).collect()
    });
    engine.register_fn("both", move |list: Array, of: Array| -> Array {
        of.into_iter().filter(|item| has(&list, item)).collect()
    });
    engine.register_fn("rank", |list: Array, option: &str| {
        let index = list.iter().position(|item| item.to_string() == option);
        index.map_or(0.0, |index| index as f64 + 1.0)
    });
    engine
});

fn dynamic(json: &Value) -> Dynamic {
    match json {
        Value::Bool(flag) => (*flag).into(),
        // The language has one kind of number.
        Value::Number(number) => number.as_f64().expect("answers are finite").into(),
        Value::Array(items) => items.iter().map(dynamic).collect::<Array>().into(),
        other => other.as_str().unwrap_or_default().to_owned().into(),
    }
}
