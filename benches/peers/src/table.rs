//! Measures in turns and writes the table.

use std::fmt::Write;

use serde_json::Value as Json;

use crate::engines::Engine;
use crate::microseconds;

/// Passes over all profiles shorter than this are repeated within a round.
const SHORTEST: f64 = 20_000.0;

/// What an engine took in each round, in microseconds a profile.
#[derive(Default, Clone)]
struct Times {
    evaluated: Vec<f64>,
    converted: Vec<f64>,
}

/// Measures all engines and writes what they take for a profile, as Markdown.
pub fn measured(engines: &mut [Box<dyn Engine>], profiles: &[Json], rounds: usize) -> String {
    let mut times = vec![Times::default(); engines.len()];
    for _ in 0..rounds {
        for (engine, times) in engines.iter_mut().zip(&mut times) {
            times.evaluated.push(a_profile(profiles.len(), || {
                (0..profiles.len()).for_each(|profile| engine.evaluate(profile));
            }));
            times.converted.push(a_profile(profiles.len(), || {
                profiles.iter().for_each(|profile| engine.convert_and_evaluate(profile));
            }));
        }
    }
    let medians: Vec<[f64; 2]> =
        times.into_iter().map(|times| [median(times.evaluated), median(times.converted)]).collect();
    let place = |name: &str| engines.iter().position(|engine| engine.name() == name).expect("it is measured");
    let (hand, ours) = (medians[place("Rust by hand")], medians[place("dteam")]);
    let mut table = String::from(
        "| | µs | × by hand | × dteam | with the profile from parsed JSON, µs | × dteam |\n|---|---:|---:|---:|---:|---:|\n",
    );
    for (engine, [evaluated, converted]) in engines.iter().zip(medians) {
        let _ = writeln!(
            table,
            "| {} | {evaluated:.2} | {:.1} | {:.1} | {converted:.2} | {:.1} |",
            engine.name(),
            evaluated / hand[0],
            evaluated / ours[0],
            converted / ours[1],
        );
    }
    table
}

/// What a pass takes for each of this number of profiles.
fn a_profile(profiles: usize, mut pass: impl FnMut()) -> f64 {
    let (mut passes, mut taken) = (0, 0.0);
    while taken < SHORTEST {
        taken += microseconds(&mut pass);
        passes += 1;
    }
    taken / (passes * profiles) as f64
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
