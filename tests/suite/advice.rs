//! What people and programs get: the advice for every shipped profile, in every form and language.

use crate::folded::folded;
use std::fmt::Write as _;
use std::path::PathBuf;

use dteam::render::{self, Layout};
use dteam::{Advice, Language, Options};
use xxhash_rust::xxh3::xxh3_64;

use crate::survey::catalog;
use crate::{DE, EN};

const LANGUAGES: [Language; 2] = [DE, EN];

fn advice(path: &std::path::Path, language: Language) -> Advice {
    let profile = catalog().profile_from_file(path).expect("the shipped profiles are sound");
    let options = Options::default().language(language).date(jiff::civil::date(2026, 11, 22));
    catalog().advise(&profile, &options).expect("no script fails")
}

/// A form of the advice: what it is called, and how it is made.
type Form = (&'static str, fn(&Advice) -> String);

const FORMS: [Form; 4] = [
    ("text", |advice| render::text(advice, &Layout::default())),
    ("markdown", |advice| render::markdown(advice, 5)),
    ("json", |advice| render::json(advice)),
    ("yaml", |advice| render::yaml(advice)),
];

/// All shipped profiles, by name.
fn profiles() -> Vec<PathBuf> {
    let entries = std::fs::read_dir("profiles").expect("profiles are in the repository").flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

/// A small municipality, one between two types, and one of which hardly anything is known. What
/// YAML says, a test compares with JSON.
#[test]
fn the_advice_as_a_whole() {
    for name in ["auetal", "kaltenried", "tannwerder"] {
        for language in LANGUAGES {
            let advice = advice(format!("profiles/{name}.yaml").as_ref(), language);
            for (form, render) in FORMS.iter().filter(|(form, _)| *form != "yaml") {
                let text = match *form {
                    "json" => folded(&render(&advice)),
                    _ => render(&advice),
                };
                insta::assert_snapshot!(format!("{form}-{}@{name}", language.code()), text);
            }
        }
    }
}

/// Type, steps and priorities for every shipped profile.
#[test]
fn every_profile_in_short() {
    let mut digest = String::new();
    for path in profiles() {
        let advice = advice(&path, DE);
        let kind = advice.classification.kind.as_deref().unwrap_or("-");
        let name = path.file_name().expect("it is a file").to_string_lossy();
        let open = advice.open_questions.len();
        let _ = writeln!(digest, "{name}: {kind}, {open} open questions");
        for step in &advice.steps {
            let _ = writeln!(
                digest,
                "  {:2} {:5.1} {:?} {}",
                step.rank, step.priority, step.horizon, step.rule
            );
        }
    }
    insta::assert_snapshot!(digest);
}

/// Whether a byte has changed in any form, language and profile; what has changed, the other
/// snapshots show.
#[test]
fn the_bytes_of_every_form() {
    let mut sums = String::new();
    for (form, render) in FORMS {
        for language in LANGUAGES {
            let all: String =
                profiles().iter().map(|path| render(&advice(path, language))).collect();
            let _ = writeln!(sums, "{form}-{} {:016x}", language.code(), xxh3_64(all.as_bytes()));
        }
    }
    insta::assert_snapshot!(sums);
}

#[test]
fn narrow_and_wide_terminals() {
    let advice = advice("profiles/auetal.yaml".as_ref(), DE);
    for width in [40, 60, 80, 140] {
        let layout = Layout { width, ..Layout::default() };
        let text = render::text(&advice, &layout);
        let widest = text.lines().map(|line| line.chars().count()).max();
        assert!(widest <= Some(width), "{widest:?} columns at {width}");
        // The narrowest has the most to show.
        if width == 40 {
            insta::assert_snapshot!("width-40", text);
        }
    }
}

#[test]
fn colour_only_adds_marks() {
    let advice = advice("profiles/auetal.yaml".as_ref(), DE);
    let plain = render::text(&advice, &Layout::default());
    let coloured = render::text(&advice, &Layout { colour: true, ..Layout::default() });
    assert!(coloured.contains("\u{1b}[1;36m"));
    let mut stripped = coloured;
    for code in ["\u{1b}[1;36m", "\u{1b}[1m", "\u{1b}[2m", "\u{1b}[0m"] {
        stripped = stripped.replace(code, "");
    }
    assert_eq!(stripped, plain);
}

#[test]
fn a_profile_that_answers_nothing_still_gets_an_honest_report() {
    let profile =
        catalog().profile_from_str("profile.yaml", "{}").expect("no answers are a profile too");
    let advice = catalog().advise(&profile, &Options::default()).expect("no script fails");
    assert!(advice.steps.is_empty() && !advice.open_questions.is_empty());
    insta::assert_snapshot!("nothing-answered", render::text(&advice, &Layout::default()));
}

#[test]
fn the_classification_as_text() {
    for name in ["falkenrode", "rodenbrueck", "quellenried"] {
        let profile = catalog()
            .profile_from_file(format!("profiles/{name}.yaml"))
            .expect("the profile is sound");
        let classification = catalog().classify(&profile, DE).expect("it is the catalog's");
        let text = render::classification(&classification, DE, &Layout::default());
        insta::assert_snapshot!(format!("classification-{name}"), text);
    }
}

#[test]
fn explanations_of_each_outcome() {
    let profile =
        catalog().profile_from_file("profiles/auetal.yaml").expect("the profile is sound");
    let partial = catalog()
        .profile_from_str("profile.yaml", "fim: {known: true}")
        .expect("the profile is sound");
    let options =
        |language| Options::default().language(language).date(jiff::civil::date(2026, 11, 22));
    for (name, profile, rule) in [
        ("fires", &profile, "data/inventory"),
        ("silent", &profile, "base-components/use-fim"),
        ("undecided", &partial, "base-components/use-fim"),
        ("script", &profile, "base-components/e-payment"),
    ] {
        for language in LANGUAGES {
            let explanation =
                catalog().explain(profile, rule, &options(language)).expect("the rule exists");
            let text = render::explanation(&explanation, language, &Layout::default());
            insta::assert_snapshot!(format!("explanation-{name}-{}", language.code()), text);
        }
    }
}

#[test]
fn the_same_gap_gives_different_advice_by_kind_and_type() {
    let words = |kind: &str, population: u32, goals: &str| {
        let text = format!(
            "municipality: {{kind: {kind}, population: {population}}}\ngoals: [{goals}]\ndata: {{inventory: 0}}"
        );
        let profile =
            catalog().profile_from_str("profile.yaml", &text).expect("the profile is sound");
        let advice = catalog().advise(&profile, &Options::default()).expect("no script fails");
        let step = advice
            .steps
            .into_iter()
            .find(|step| step.rule == "data/inventory")
            .expect("the gap is there");
        (step.why, step.actions)
    };
    let by_kind = [("gemeinde", 4000), ("kreis", 180_000), ("stadt", 90_000)];
    let by_kind =
        by_kind.map(|(kind, population)| words(kind, population, "efficiency, service_range"));
    assert!(by_kind[0] != by_kind[1] && by_kind[1] != by_kind[2] && by_kind[0] != by_kind[2]);
    let goals = [
        "legal_requirements, funding",
        "efficiency, service_range",
        "citizen_focus, attractiveness",
        "public_services, economy",
    ];
    let by_type: Vec<_> = goals.iter().map(|goals| words("stadt", 30_000, goals).0).collect();
    for (index, one) in by_type.iter().enumerate() {
        assert!(by_type[index + 1..].iter().all(|other| other != one), "{one}");
    }
}

#[test]
fn near_names_only_what_is_missing() {
    let profile = catalog()
        .profile_from_str("profile.yaml", "fim: {known: false, used: false}")
        .expect("the profile is sound");
    let advice = catalog().advise(&profile, &Options::default()).expect("no script fails");
    let near = advice
        .near
        .iter()
        .find(|near| near.rule == "base-components/use-fim")
        .expect("one condition short");
    assert_eq!(
        (near.missing.question.as_str(), near.missing.condition.as_str()),
        ("fim.known", "fim.known")
    );
    // The step of knowing FIM is no condition short of itself once it is done.
    let profile = catalog()
        .profile_from_str("profile.yaml", "fim: {known: true, used: true}")
        .expect("the profile is sound");
    let advice = catalog().advise(&profile, &Options::default()).expect("no script fails");
    assert!(advice.near.iter().all(|near| !near.rule.ends_with("fim")));
}
