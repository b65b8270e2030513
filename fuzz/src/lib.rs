//! What the targets share: the catalogs, and what is done with every profile that was read.

use std::sync::{Arc, LazyLock};

use dteam::{Catalog, Invalid, Language, Options, Profile, SourceFile, render};

/// The languages that a message or a report is read in.
fn languages() -> [Language; 2] {
    ["de", "en"].map(|tag| Language::named(tag).expect("there are texts in it"))
}

/// The catalog that comes with the program.
pub fn catalog() -> &'static Catalog {
    static CATALOG: LazyLock<Catalog> =
        LazyLock::new(|| dteam::embedded().expect("the tests load it"));
    &CATALOG
}

/// A small study with this pack in the place of its own: it loads quickly.
pub fn study(pack: &str) -> dteam::CatalogBuilder {
    const FILES: [(&str, &str); 3] = [
        ("survey.yaml", include_str!("../../examples/studies/ecoles/survey.yaml")),
        ("typology.yaml", include_str!("../../examples/studies/ecoles/typology.yaml")),
        ("benchmarks.yaml", include_str!("../../examples/studies/ecoles/benchmarks.yaml")),
    ];
    let files = FILES.into_iter().chain([("reseau/pack.yaml", pack)]);
    Catalog::builder().files(files.map(|(path, text)| (path, SourceFile::new(path, text))))
}

/// Writes every message. A place is shown from the text of its file, where it has to be.
pub fn write_problems(invalid: &Invalid) {
    for diagnostic in &invalid.diagnostics {
        if let Some(location) = &diagnostic.location {
            let text = location.file.text.get(location.span.clone());
            assert!(text.is_some(), "no such place: {location:?}");
        }
        for language in languages() {
            assert!(!diagnostic.written(language).is_empty());
        }
    }
}

/// What the profile is advised, in every form, which agree.
pub fn write_advice(catalog: &Catalog, profile: &Profile) {
    for language in languages() {
        let options = Options::default().language(language);
        let advice = match catalog.advise(profile, &options) {
            Ok(advice) => advice,
            Err(invalid) => return write_problems(&invalid),
        };
        let json = render::json(&advice);
        let again: dteam::Advice = serde_json::from_str(&json).expect("what is written is read");
        assert!(again == advice, "{json}");
        let mut line = Vec::new();
        render::json_line(&advice, &mut line).expect("a list of bytes takes them all");
        let one: serde_json::Value = serde_json::from_slice(&line).expect("a line is JSON");
        let other: serde_json::Value = serde_json::from_str(&json).expect("so is the text");
        assert_eq!(one, other);
        render::markdown(&advice, 5);
        render::text(&advice, &render::Layout::default());
        render::html(&advice, 5);
    }
    let assessed = catalog.assess(profile, &Options::default()).expect("it was advised");
    let advice = catalog.advise(profile, &Options::default()).expect("it was advised");
    assert!(
        assessed.steps.iter().map(|step| step.rule).eq(advice.steps.iter().map(|step| &step.rule))
    );
}

/// The same answers, taken out and given again.
pub fn write_answers(catalog: &Catalog, profile: &Profile) {
    let answers = catalog.answers_of(profile);
    let fitted = catalog.fit_profile(&answers).expect("these are answers of the catalog");
    assert_eq!(catalog.answers_of(&fitted.profile), answers);
}

/// A profile's file, however it is written.
pub fn read_profile(name: &str, text: &str) {
    let file: Arc<SourceFile> = SourceFile::new(name, text);
    match catalog().profile(&file) {
        Ok(profile) => {
            write_answers(catalog(), &profile);
            write_advice(catalog(), &profile);
        }
        Err(invalid) => write_problems(&invalid),
    }
}
