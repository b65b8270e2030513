//! The program's own texts, from `locales/*.ftl` ([Fluent](https://projectfluent.org)).

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::Language;

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
    /// The same in words, as [`Language::count`] writes it in the language of the message: where
    /// another language stands in, its words go with its text.
    InWords(usize),
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
    let (language, bundle, message) = language.fallbacks().find_map(|language| {
        let bundle = bundle_with(language, id)?;
        Some((language, bundle, bundle.get_message(id)?))
    })?;
    let pattern = match attribute {
        None => message.value()?,
        Some(attribute) => message.get_attribute(attribute)?.value(),
    };
    let mut filled = FluentArgs::with_capacity(arguments.len());
    for (name, value) in arguments {
        match value {
            Argument::Text(text) => filled.set(*name, FluentValue::from(text.as_str())),
            Argument::Count(count) => filled.set(*name, FluentValue::from(*count)),
            Argument::InWords(count) => {
                filled.set(*name, FluentValue::from(language.count(*count)))
            }
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

/// A language's files, each read when a message in it is first asked for: a report needs no
/// problems.
type Bundles = Box<[OnceLock<FluentBundle<FluentResource>>]>;

static BUNDLES: [OnceLock<Bundles>; Language::ALL.len()] =
    [const { OnceLock::new() }; Language::ALL.len()];

/// The file of the language that has the message.
fn bundle_with(language: Language, id: &str) -> Option<&'static FluentBundle<FluentResource>> {
    let locale = language.locale();
    let found = locale.messages.binary_search_by_key(&id, |(id, _)| id).ok()?;
    let (_, file) = locale.messages[found];
    let bundles = BUNDLES[usize::from(language.0)]
        .get_or_init(|| locale.files.iter().map(|_| OnceLock::new()).collect());
    Some(bundles[file].get_or_init(|| load(language, locale.files[file].1)))
}

fn load(language: Language, source: &str) -> FluentBundle<FluentResource> {
    let tag = language.code();
    let resource =
        FluentResource::try_new(source.to_owned()).unwrap_or_else(|(readable, errors)| {
            debug_assert!(errors.is_empty(), "locales/{tag}: {errors:?}");
            readable
        });
    let mut bundle = FluentBundle::new_concurrent(vec![tag.parse().unwrap_or_default()]);
    // The isolation marks would appear in terminals and files as stray characters.
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_is_found_and_the_default_language_has_them_all() {
        for language in Language::ALL {
            for (id, _) in language.locale().messages {
                let bundle = bundle_with(language, id).expect("the file it was found in");
                assert!(bundle.has_message(id), "{}: {id}", language.code());
                if *id == "language-fallback" {
                    continue;
                }
                assert!(bundle_with(Language::default(), id).is_some(), "{id}");
            }
        }
    }
}
