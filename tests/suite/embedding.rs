//! The engine within other programs: catalogs from memory, several at once, and profiles that know
//! theirs.

use std::sync::Arc;

use dteam::advice::Record;
use dteam::{Catalog, Invalid, Options, SourceFile};
use serde_json::{Value as Json, json};

use crate::survey::catalog;
use crate::{DE, EN};

const PROFILE: &str =
    "municipality: {name: Auetal, kind: gemeinde}\ngoals: [funding]\ndata: {inventory: 0}\n";

/// A catalog in which a pack asks a question of its own: its slots are others.
fn larger() -> Catalog {
    let pack = "format: 1\nid: more\nversion: 1.0.0\ntitle: {de: Mehr, en: More}\nabout: {de: Mehr, en: More}\n\
                rules:\n  - {id: more, title: {de: A, en: A}, when: 'data.inventory <= 1', impact: 3, effort: 2, why: {de: A, en: A}, \
                actions: {de: [A, B], en: [A, B]}, effect: {data.inventory: 2}, source: {section: '5.3'}}\n";
    let files = [("more/pack.yaml", SourceFile::new("more/pack.yaml", pack))];
    dteam::builder().files(files).build().expect("the pack has no mistakes")
}

fn codes(result: Result<impl Sized, Invalid>) -> Vec<String> {
    let Err(invalid) = result else { return Vec::new() };
    invalid.diagnostics.iter().map(|diagnostic| diagnostic.code()).collect()
}

#[test]
fn a_pack_in_memory_is_one_as_any() {
    let larger = larger();
    let profile = larger.profile_from_str("p.yaml", PROFILE).expect("the profile is sound");
    let advice = larger.advise(&profile, &Options::default()).expect("no script fails");
    assert!(advice.steps.iter().any(|step| step.rule == "more/more"));
    assert_eq!(larger.packs().count(), catalog().packs().count() + 1);
}

#[test]
fn mistakes_in_memory_are_at_their_place() {
    let file = SourceFile::new("from the database", "format: 1\nid: [more\n");
    let invalid =
        dteam::builder().files([("more/pack.yaml", file)]).build().expect_err("it is no YAML");
    assert!(invalid.to_string().contains("from the database:2"), "{invalid}");
    let nothing = Catalog::builder().build().expect_err("there is nothing");
    let said = nothing.to_string();
    assert!(
        ["survey.yaml", "typology.yaml", "benchmarks.yaml"].iter().all(|name| said.contains(name)),
        "{said}"
    );
}

#[test]
fn a_profile_is_refused_by_another_catalog() {
    let (ours, larger, options) = (catalog(), larger(), Options::default());
    for (one, other) in [(ours, &larger), (&larger, ours)] {
        let foreign = one.profile_from_str("p.yaml", PROFILE).expect("the profile is sound");
        let refused = ["D221"];
        assert_eq!(codes(other.advise(&foreign, &options)), refused);
        assert_eq!(codes(other.advise_borrowed(&foreign, &options)), refused);
        assert_eq!(codes(other.assess(&foreign, &options)), refused);
        assert_eq!(codes(other.outcomes(&foreign, &options)), refused);
        assert_eq!(codes(other.decisions(&foreign, &options)), refused);
        assert_eq!(codes(other.record(&foreign, &options, &mut Record::default())), refused);
        assert_eq!(codes(other.classify(&foreign, DE)), refused);
        assert_eq!(codes(other.council(&foreign, DE)), refused);
        assert_eq!(codes(other.explain(&foreign, "data/inventory", &options)), refused);
        assert_eq!(codes(other.open_questions(&foreign, &options)), refused);
        assert_eq!(codes(other.with_step_done(&foreign, "data/inventory")), refused);
        assert_eq!(codes(other.what_if(&foreign, &["data.inventory=2"])), refused);
    }
}

#[test]
fn a_clone_is_the_same_catalog() {
    let clone = catalog().clone();
    let profile =
        Arc::new(catalog().profile_from_str("p.yaml", PROFILE).expect("the profile is sound"));
    let there = std::thread::spawn({
        let profile = Arc::clone(&profile);
        move || clone.advise(&profile, &Options::default()).expect("it is the same catalog")
    });
    let here = catalog().advise(&profile, &Options::default()).expect("no script fails");
    assert_eq!(there.join().expect("it does not panic"), here);
}

#[test]
fn a_profile_set_by_a_program_is_the_one_that_is_written() {
    let catalog = catalog();
    let set = catalog
        .new_profile()
        .set("municipality.name", "Auetal")
        .and_then(|profile| profile.set("municipality.kind", "gemeinde"))
        .and_then(|profile| profile.set("goals", ["funding"].as_slice()))
        .and_then(|profile| profile.set("data.inventory", 3))
        .and_then(|profile| profile.set("data.inventory", 0))
        .and_then(|profile| profile.build())
        .expect("the answers are sound");
    let written = catalog.profile_from_str("p.yaml", PROFILE).expect("the profile is sound");
    assert_eq!(set, written);
    let answers = catalog.answers_of(&set);
    assert_eq!(answers["data.inventory"], 0);
    let read = catalog.profile_from_json("p", &Json::Object(answers)).expect("they are answers");
    assert_eq!(read, written);
}

#[test]
fn an_answer_that_is_none_is_refused_where_it_is_set() {
    let refused = |path: &str, answer: Json| {
        let Err(invalid) = catalog().new_profile().set(path, answer) else { return String::new() };
        let question = invalid.diagnostics[0].question().unwrap_or_default().to_owned();
        format!("{} {question}", invalid.diagnostics[0].code())
    };
    assert_eq!(refused("data.inventory", 7.into()), "D208 data.inventory");
    assert_eq!(refused("goals", vec!["fame"].into()), "D202 goals");
    assert_eq!(refused("data.inventori", 1.into()), "D201 ");
    assert_eq!(refused("fim.known", "perhaps".into()), "D206 fim.known");
}

#[test]
fn contradictory_answers_are_explained_in_the_language_that_is_asked_for() {
    let text = "components: {private_it_share: 60.5, municipal_it_share: 50}";
    let refused = catalog().profile_from_str("p.yaml", text).expect_err("it is more than 100 %");
    insta::assert_snapshot!([DE, EN].map(|language| refused.written(language)).join("\n"), @r"
    p.yaml:1:32: Die Anteile der kommunalen (50 %) und der privaten Dienstleister (60,5 %) ergeben zusammen mehr als 100 %.; eine der Antworten berichtigen oder die löschen, die nicht sicher ist
    p.yaml:1:32: The shares of municipal (50 %) and private providers (60.5 %) add up to more than 100 %.; correct one of the answers, or delete the one you are not sure of
    ");
}

#[test]
fn answers_to_questions_that_are_gone_are_handed_back() {
    let (ours, larger) = (catalog(), larger_with_question());
    let own = larger
        .new_profile()
        .set("data.inventory", 0)
        .and_then(|profile| profile.set("more.trees", 12))
        .and_then(|profile| profile.build())
        .expect("the answers are sound");
    let stored = larger.answers_of(&own);
    let fitted = ours.fit_profile(&stored).expect("nothing contradicts");
    assert_eq!(Json::Object(fitted.rejected), json!({"more.trees": 12}));
    assert_eq!(fitted.problems.len(), 1);
    assert_eq!(Json::Object(ours.answers_of(&fitted.profile)), json!({"data.inventory": 0}));
    let nested = json!({"data": {"inventory": 0, "gone": {"deep": true}}, "fim": {"known": null}});
    let Json::Object(nested) = nested else { unreachable!("it is an object") };
    let fitted = ours.fit_profile(&nested).expect("nothing contradicts");
    assert_eq!(Json::Object(fitted.rejected), json!({"data.gone.deep": true}));
}

/// A catalog in which a pack asks a question of its own.
fn larger_with_question() -> Catalog {
    let pack = "format: 1\nid: more\nversion: 1.0.0\ntitle: {de: Mehr}\nabout: {de: Mehr}\nquestions:\n  \
                - {id: trees, kind: number, min: 0, max: 100, label: {de: Bäume}, help: {de: Bäume}}\n";
    let files = [("more/pack.yaml", SourceFile::new("more/pack.yaml", pack))];
    dteam::builder().files(files).build().expect("the pack has no mistakes")
}
