//! How long each part of the work takes, for a full profile: `cargo bench --bench engine`.

#![allow(missing_docs)]

use divan::{Bencher, black_box};
use dteam::{Advice, Catalog, Language, Options, Profile, render};

/// Answers every question of the study.
const YAML: &str = include_str!("../profiles/lindenfurt.yaml");
const JSON: &str = include_str!("../profiles/nordmarken.json");

fn main() {
    divan::main();
}

fn catalog() -> Catalog {
    dteam::embedded().expect("the embedded rules are sound")
}

fn profile(catalog: &Catalog) -> Profile {
    catalog.profile_from_str("lindenfurt.yaml", YAML).expect("the profile is sound")
}

fn advice() -> Advice {
    let catalog = catalog();
    catalog.advise(&profile(&catalog), &Options::default()).expect("no script fails")
}

#[divan::bench]
fn load(bencher: Bencher) {
    bencher.bench(catalog);
}

mod read {
    use super::*;

    #[divan::bench]
    fn yaml(bencher: Bencher) {
        let catalog = catalog();
        bencher.bench(|| catalog.profile_from_str("lindenfurt.yaml", black_box(YAML)));
    }

    #[divan::bench]
    fn json(bencher: Bencher) {
        let catalog = catalog();
        bencher.bench(|| catalog.profile_from_str("nordmarken.json", black_box(JSON)));
    }
}

#[divan::bench]
fn classify(bencher: Bencher) {
    let catalog = catalog();
    let profile = profile(&catalog);
    bencher.bench(|| catalog.classify(black_box(&profile), Language::default()));
}

#[divan::bench]
fn evaluate(bencher: Bencher) {
    let catalog = catalog();
    let profile = profile(&catalog);
    bencher.bench(|| catalog.outcomes(black_box(&profile), &Options::default()));
}

#[divan::bench]
fn assess(bencher: Bencher) {
    let catalog = catalog();
    let profile = profile(&catalog);
    bencher.bench(|| {
        catalog
            .assess(black_box(&profile), &Options::default())
            .map(|assessment| assessment.steps.len())
    });
}

#[divan::bench]
fn advise(bencher: Bencher) {
    let catalog = catalog();
    let profile = profile(&catalog);
    bencher.bench(|| catalog.advise(black_box(&profile), &Options::default()));
}

/// The same with the texts borrowed from the catalog.
#[divan::bench]
fn advise_borrowed(bencher: Bencher) {
    let catalog = catalog();
    let profile = profile(&catalog);
    bencher.bench(|| {
        catalog
            .advise_borrowed(black_box(&profile), &Options::default())
            .map(|advice| advice.steps.len())
    });
}

/// The advice as a batch makes it.
fn to_be_written<'c>(catalog: &'c Catalog, profile: &Profile) -> Advice<render::LineText<'c>> {
    catalog.advise_and_assess(profile, &Options::default()).expect("no script fails").0
}

/// What a batch does for one line of JSON: read it, advise, write the advice.
#[divan::bench]
fn from_line_to_line(bencher: Bencher) {
    let catalog = catalog();
    let mut line = Vec::new();
    bencher.bench_local(|| {
        let profile = catalog.profile_from_str("", black_box(JSON)).expect("the profile is sound");
        let advice = to_be_written(&catalog, &profile);
        line.clear();
        render::json_line(&advice, &mut line).map(|()| line.len())
    });
}

/// The same where only types and steps are wanted.
#[divan::bench]
fn from_line_to_assessment(bencher: Bencher) {
    let catalog = catalog();
    bencher.bench_local(|| {
        let profile = catalog.profile_from_str("", black_box(JSON)).expect("the profile is sound");
        catalog.assess(&profile, &Options::default()).map(|assessment| assessment.steps.len())
    });
}

mod write {
    use super::*;

    #[divan::bench]
    fn json_line(bencher: Bencher) {
        let catalog = catalog();
        let profile = profile(&catalog);
        let advice = to_be_written(&catalog, &profile);
        let mut line = Vec::new();
        bencher.bench_local(|| {
            line.clear();
            render::json_line(black_box(&advice), &mut line).map(|()| line.len())
        });
    }

    #[divan::bench]
    fn json(bencher: Bencher) {
        let advice = advice();
        bencher.bench(|| render::json(black_box(&advice)));
    }

    #[divan::bench]
    fn yaml(bencher: Bencher) {
        let advice = advice();
        bencher.bench(|| render::yaml(black_box(&advice)));
    }

    #[divan::bench]
    fn markdown(bencher: Bencher) {
        let advice = advice();
        bencher.bench(|| render::markdown(black_box(&advice), 5));
    }

    #[cfg(feature = "text-report")]
    #[divan::bench]
    fn text(bencher: Bencher) {
        let advice = advice();
        let layout = render::Layout::default();
        bencher.bench(|| render::text(black_box(&advice), &layout));
    }
}
