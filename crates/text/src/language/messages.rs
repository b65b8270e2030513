//! The program's own texts, from `locales/*.ftl` ([Fluent](https://projectfluent.org)).

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::{LanguageIdentifier, langid};

use super::Language;

/// A language's files, one for each part of the program that speaks.
type Texts = [&'static str; FILES];

const FILES: usize = 14;

macro_rules! texts {
    ($language:literal) => {
        [
            include_str!(concat!("../../../../locales/", $language, "/report.ftl")),
            include_str!(concat!("../../../../locales/", $language, "/explain.ftl")),
            include_str!(concat!("../../../../locales/", $language, "/problems.ftl")),
            include_str!(concat!("../../../../locales/", $language, "/templates.ftl")),
            include_str!(concat!("../../../../locales/", $language, "/check.ftl")),
            include_str!(concat!("../../../../locales/", $language, "/cases.ftl")),
            include_str!(concat!("../../../../locales/", $language, "/handbook.ftl")),
            include_str!(concat!("../../../../locales/", $language, "/schema.ftl")),
            include_str!(concat!("../../../../locales/", $language, "/batch.ftl")),
            include_str!(concat!("../../../../locales/", $language, "/interview.ftl")),
            include_str!(concat!("../../../../locales/", $language, "/html.ftl")),
            include_str!(concat!("../../../../locales/", $language, "/council.ftl")),
            include_str!(concat!("../../../../locales/", $language, "/web.ftl")),
            include_str!(concat!("../../../../locales/", $language, "/numbers.ftl")),
        ]
    };
}

const GERMAN: Texts = texts!("de");
const ENGLISH: Texts = texts!("en");

/// A language's files, each read when a message in it, or in one after it, is first asked for: a
/// report needs no problems.
type Bundles = [OnceLock<FluentBundle<FluentResource>>; FILES];

static GERMAN_BUNDLES: Bundles = [const { OnceLock::new() }; FILES];
static ENGLISH_BUNDLES: Bundles = [const { OnceLock::new() }; FILES];

/// The message `id`, filled in with `arguments`. A number argument decides plural forms and is
/// written as the language writes it.
pub fn message(language: Language, id: &str, arguments: &[(&str, Argument)]) -> String {
    formatted(language, id, None, arguments).map_or_else(|| id.to_owned(), Cow::into_owned)
}

/// A message that nothing is filled into.
pub fn plain(language: Language, id: &'static str) -> Cow<'static, str> {
    formatted(language, id, None, &[]).unwrap_or(Cow::Borrowed(id))
}

/// The message before and behind the one argument that is not given: texts put into it are put in
/// as they are.
pub fn around(
    language: Language,
    id: &str,
    argument: &str,
    others: &[(&str, Argument)],
) -> (String, String) {
    const HERE: &str = "\u{fffc}";
    let mut arguments = others.to_vec();
    arguments.push((argument, HERE.into()));
    let text = message(language, id, &arguments);
    text.split_once(HERE).map_or_else(
        || (text.clone(), String::new()),
        |(before, behind)| (before.into(), behind.into()),
    )
}

/// The message's attribute, if it has one: problems carry their fix as `.help`.
pub fn attribute(
    language: Language,
    id: &str,
    attribute: &str,
    arguments: &[(&str, Argument)],
) -> Option<String> {
    formatted(language, id, Some(attribute), arguments).map(Cow::into_owned)
}

/// A value a message is filled in with.
#[derive(Debug, Clone)]
pub enum Argument {
    /// A text, as it is.
    Text(String),
    /// A number of things, which decides between singular and plural.
    Count(usize),
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Argument::Text(text.to_owned())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Argument::Text(text)
    }
}

impl From<usize> for Argument {
    fn from(count: usize) -> Self {
        Argument::Count(count)
    }
}

fn formatted(
    language: Language,
    id: &str,
    attribute: Option<&str>,
    arguments: &[(&str, Argument)],
) -> Option<Cow<'static, str>> {
    let (bundle, message) =
        bundles(language).find_map(|bundle| Some((bundle, bundle.get_message(id)?)))?;
    let pattern = match attribute {
        None => message.value()?,
        Some(attribute) => message.get_attribute(attribute)?.value(),
    };
    let mut filled = FluentArgs::with_capacity(arguments.len());
    for (name, value) in arguments {
        match value {
            Argument::Text(text) => filled.set(*name, FluentValue::from(text.as_str())),
            Argument::Count(count) => filled.set(*name, FluentValue::from(*count)),
        }
    }
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&filled), &mut errors);
    debug_assert!(errors.is_empty(), "message {id}: {errors:?}");
    Some(match text {
        // A pattern of text alone is borrowed from the bundle, which stays.
        Cow::Borrowed(text) => Cow::Borrowed(text),
        Cow::Owned(text) => Cow::Owned(text),
    })
}

fn bundles(language: Language) -> impl Iterator<Item = &'static FluentBundle<FluentResource>> {
    let (identifier, bundles, sources) = match language {
        Language::De => (langid!("de"), &GERMAN_BUNDLES, GERMAN),
        Language::En => (langid!("en"), &ENGLISH_BUNDLES, ENGLISH),
    };
    bundles
        .iter()
        .zip(sources)
        .map(move |(bundle, source)| bundle.get_or_init(|| load(identifier.clone(), source)))
}

fn load(identifier: LanguageIdentifier, source: &str) -> FluentBundle<FluentResource> {
    let resource =
        FluentResource::try_new(source.to_owned()).unwrap_or_else(|(readable, errors)| {
            debug_assert!(errors.is_empty(), "locales/{identifier}: {errors:?}");
            readable
        });
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    // The isolation marks would appear in terminals and files as stray characters.
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn ids(sources: Texts) -> BTreeSet<String> {
        sources
            .iter()
            .flat_map(|source| source.lines())
            .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
            .filter_map(|line| line.split_once(" =").or_else(|| line.split_once('=')))
            .map(|(id, _)| id.to_owned())
            .collect()
    }

    #[test]
    fn both_languages_have_the_same_messages() {
        assert_eq!(ids(GERMAN), ids(ENGLISH));
    }

    #[test]
    fn every_message_loads_from_one_file() {
        for language in Language::ALL {
            for id in ids(GERMAN) {
                let found =
                    bundles(language).filter(|bundle| bundle.get_message(&id).is_some()).count();
                assert_eq!(found, 1, "{}: {id}", language.code());
            }
        }
    }
}
