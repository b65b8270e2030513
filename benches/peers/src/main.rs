//! Compares the evaluation of rules: dteam, zen-expression, cel, regorus, plain Rhai and Rust by
//! hand, the same rules and the same profiles.
//!
//! ```sh
//! cargo run --release --manifest-path benches/peers/Cargo.toml
//! cargo run --release --manifest-path benches/peers/Cargo.toml -- 500 9    # the number of profiles, the number of rounds
//! ```
//!
//! First all engines have to agree: the same rules fire for every profile, with the same need.
//! Where they do not, the rule, the profile and the engine are named, and nothing is measured. Then
//! each engine in turn evaluates all profiles, round after round; the tables give the median of the
//! rounds, in processor time of the one thread that does it all. Other work on the machine so meets
//! all engines alike.

use std::path::Path;
use std::process::ExitCode;

use cpu_time::ThreadTime;
use dteam::Language;
use dteam::authoring::SchemaOf;
use serde_json::Value as Json;

use crate::by_hand::{options_as_enums, options_as_texts};
use crate::engines::by_hand::ByHand;
use crate::engines::{Engine, Needs};
use crate::rules::Rule;

mod by_hand;
mod engines;
mod language;
mod rules;
mod table;

#[path = "../../../examples/generate/profiles.rs"]
mod profiles;

/// A set of rules, in a file and by hand.
struct Set {
    title: &'static str,
    file: &'static str,
    by_hand: fn(&options_as_enums::Profile, &mut Needs),
    by_hand_with_texts: fn(&options_as_texts::Profile, &mut Needs),
}

const SETS: [Set; 2] = [
    Set {
        title: "60 rules",
        file: include_str!("../rules/municipal.rules"),
        by_hand: options_as_enums::municipal,
        by_hand_with_texts: options_as_texts::municipal,
    },
    Set {
        title: "40 nested rules",
        file: include_str!("../rules/nested.rules"),
        by_hand: options_as_enums::nested,
        by_hand_with_texts: options_as_texts::nested,
    },
];

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1).map(|argument| argument.parse().expect("a number"));
    let (count, rounds) = (arguments.next().unwrap_or(2000), arguments.next().unwrap_or(31));
    let profiles = answered_profiles(count);
    for set in SETS {
        let rules = rules::read(set.file);
        let packs = std::env::temp_dir().join(format!("dteam-peers-{}", std::process::id()));
        rules::write_packs(&rules, &packs).expect("the temporary folder can be written");
        let mut engines = engines(&set, &rules, &packs, &profiles);
        std::fs::remove_dir_all(&packs).expect("it was written just now");
        if let Err(difference) = agree(&rules, &mut engines, &profiles) {
            eprintln!("{}: {difference}", set.title);
            return ExitCode::FAILURE;
        }
        println!("{}, {count} profiles: all engines agree.\n", set.title);
        println!("{}", table::measured(&mut engines, &profiles, rounds));
    }
    ExitCode::SUCCESS
}

/// Profiles in which every question is answered.
fn answered_profiles(count: usize) -> Vec<Json> {
    let catalog = dteam::embedded().expect("the embedded rules are sound");
    let survey = profiles::Survey::of(&catalog);
    let schema = dteam::authoring::schema(&catalog, SchemaOf::Profile, Language::named("en").unwrap_or_default());
    let names = schema["$defs"].as_object().expect("the schema defines the questions").keys();
    let questions = names.filter(|name| name.starts_with("question.")).count();
    let answered = |profile: &Json| {
        let read = catalog.profile_from_json("profile", profile).expect("generated profiles are sound");
        read.answered() == questions
    };
    let drawn = (0..).map(|number| {
        let mut profile = survey.profile(&catalog, 1, number);
        profile.as_object_mut().expect("a profile is an object").remove("id");
        profile
    });
    drawn.filter(answered).take(count).collect()
}

fn engines(set: &Set, rules: &[Rule], packs: &Path, profiles: &[Json]) -> Vec<Box<dyn Engine>> {
    let dteam = engines::dteam::Dteam::new(packs, profiles);
    let recording = dteam.recording();
    vec![
        Box::new(ByHand::new("Rust by hand", set.by_hand, profiles)),
        Box::new(ByHand::new("Rust by hand, options as texts", set.by_hand_with_texts, profiles)),
        Box::new(dteam),
        Box::new(recording),
        Box::new(engines::zen::Zen::new(rules, profiles)),
        Box::new(engines::cel::Cel::new(rules, profiles)),
        Box::new(engines::rhai::Rhai::new(rules, profiles)),
        Box::new(engines::regorus::Regorus::new(rules, profiles)),
    ]
}

/// Whether all engines say the same of all profiles as the first one does.
fn agree(rules: &[Rule], engines: &mut [Box<dyn Engine>], profiles: &[Json]) -> Result<(), String> {
    let mut fired = vec![0; rules.len()];
    for (place, profile) in profiles.iter().enumerate() {
        let expected = engines[0].needs(place);
        for engine in engines.iter_mut() {
            let needs = engine.needs(place);
            assert_eq!(needs.len(), rules.len(), "{}", engine.name());
            for (rule, (need, expected)) in rules.iter().zip(needs.iter().zip(&expected)) {
                let same = match (need, expected) {
                    (Some(need), Some(expected)) => (need - expected).abs() < 1e-9,
                    (need, expected) => need == expected,
                };
                if !same {
                    let name = engine.name();
                    return Err(format!("{name} has {need:?} for {}, not {expected:?}, in\n{profile}", rule.id));
                }
            }
        }
        fired.iter_mut().zip(&expected).for_each(|(fired, need)| *fired += usize::from(need.is_some()));
    }
    // What never or always fires tells nobody apart.
    match rules.iter().zip(&fired).find(|(_, fired)| **fired == 0 || **fired == profiles.len()) {
        Some((rule, fired)) => Err(format!("{} fires for {fired} of {} profiles", rule.id, profiles.len())),
        None => Ok(()),
    }
}

/// The processor time that the work takes on this thread, in microseconds.
fn microseconds(work: impl FnOnce()) -> f64 {
    let start = ThreadTime::now();
    work();
    start.elapsed().as_secs_f64() * 1e6
}
