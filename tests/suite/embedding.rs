//! The engine within other programs: catalogs from memory, several at once, and profiles that know
//! theirs.

use std::sync::Arc;

use dteam::advice::Record;
use dteam::{Catalog, Invalid, Options, SourceFile};

use crate::DE;
use crate::survey::catalog;

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
        assert_eq!(codes(other.what_if(&foreign, &["data.inventory=2"], DE)), refused);
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
