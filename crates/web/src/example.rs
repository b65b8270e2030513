//! The example profiles that a site offers.

use dteam_engine::catalog::Catalog;
use dteam_text::diagnostic::SourceFile;
use dteam_text::language::Language;

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
pub(super) fn all(
    catalog: &Catalog,
    examples: &'static [(&'static str, &'static str)],
) -> Vec<Example> {
    let examples = examples.iter().filter_map(|(name, text)| {
        let profile = catalog.profile(&SourceFile::new(*name, *text), Language::De).ok()?;
        let label = |language| catalog.headline(&profile.answers, language).join(", ");
        Some(Example { name, text, labels: [label(Language::De), label(Language::En)] })
    });
    examples.collect()
}
