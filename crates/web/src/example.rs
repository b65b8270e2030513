//! The example profiles that a site offers.

use dteam_engine::catalog::Catalog;
use dteam_text::language::Localized;

/// An example that the catalog can advise.
pub(super) struct Example {
    /// Its file's name without the ending.
    pub name: &'static str,
    pub text: &'static str,
    /// What kind of municipality it is.
    pub label: Localized,
}

/// Those that fit the catalog: another survey has other questions.
pub(super) fn all(
    catalog: &Catalog,
    examples: &'static [(&'static str, &'static str)],
) -> Vec<Example> {
    let examples = examples.iter().filter_map(|(name, text)| {
        let profile = catalog.profile_from_str(name, text).ok()?;
        let label = |language| catalog.headline(&profile.answers, language).join(", ");
        let labels = catalog.survey.languages.iter().map(|language| (*language, label(*language)));
        Some(Example { name, text, label: Localized::of(labels.collect())? })
    });
    examples.collect()
}
