//! How long teams take, on one core: `cargo bench --bench team`. The members are invented: example
//! profiles with other facts.

#![allow(missing_docs)]

use divan::{Bencher, black_box};
use dteam::team::{LOAD, Member, TOPICS, TeamOptions};
use dteam::{Catalog, EXAMPLES, Language, Options};

fn main() {
    divan::main();
}

/// Reads and assesses the members and brings them together, in teams of this size.
fn together(catalog: &Catalog, members: usize, size: usize) -> usize {
    let profiles: Vec<_> = EXAMPLES
        .iter()
        .map(|(name, text)| catalog.profile_from_str(name, text).expect("the profile is sound"))
        .collect();
    let all: Vec<Member> = (0..members)
        .map(|number| {
            let profile = &profiles[number % profiles.len()];
            // Each has an inventory, components and inhabitants of its own.
            let answers = [
                format!("data.inventory={}", number % 5),
                format!("municipality.population={}", 900 + number * 37 % 90_000),
                format!("staff.participation={}", number / 5 % 5),
            ];
            let profile = catalog.what_if(profile, &answers).expect("the answers are sound");
            let id = number.to_string();
            catalog.member(id, &profile, &Options::default()).expect("no script fails")
        })
        .collect();
    let options = TeamOptions { language: Language::default(), load: LOAD, topics: TOPICS };
    all.chunks(size).map(|team| catalog.team(team, &options).pairs.len()).sum()
}

#[divan::bench(sample_count = 5)]
fn four_hundred(bencher: Bencher) {
    let catalog = dteam::embedded().expect("the embedded rules are sound");
    bencher.bench(|| together(black_box(&catalog), 400, 400));
}

#[divan::bench(sample_count = 1)]
fn eleven_thousand_in_groups(bencher: Bencher) {
    let catalog = dteam::embedded().expect("the embedded rules are sound");
    bencher.bench(|| together(black_box(&catalog), 11_000, 1_100));
}
