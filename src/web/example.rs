//! The example profiles that come with the program.

use crate::catalog::Catalog;
use dteam_text::diagnostic::SourceFile;
use dteam_text::language::Language;

/// Names and texts of the files in `profiles/`.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/profiles.rs"));

/// An example that the catalog can advise.
pub(super) struct Example {
    /// Its file's name without the ending.
    pub name: &'static str,
    pub text: &'static str,
    /// What kind of municipality it is, in German and in English.
    labels: [String; 2],
}

impl Example {
    pub fn label(&self, language: Language) -> &str {
        match language {
            Language::De => &self.labels[0],
            Language::En => &self.labels[1],
        }
    }
}

/// Those that fit the catalog: another survey has other questions.
pub(super) fn all(catalog: &Catalog) -> Vec<Example> {
    let examples = FILES.iter().filter_map(|(name, text)| {
        let profile = catalog.profile(&SourceFile::new(*name, *text), Language::De).ok()?;
        let label = |language| catalog.headline(&profile.answers, language).join(", ");
        Some(Example { name, text, labels: [label(Language::De), label(Language::En)] })
    });
    examples.collect()
}
