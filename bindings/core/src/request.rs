//! Requests: read with limits, or refused with the reason.

use dteam_engine::catalog::Catalog;
use dteam_engine::profile::Profile;
use dteam_text::diagnostic::{Invalid, Problem};
use dteam_text::language::Language;
use dteam_text::source;
use jiff::civil::Date;
use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value as Json};

use crate::{MAX_REQUEST, Refused};

/// The name of a request where a file would have one.
const NAME: &str = "request";

/// The language that a request asks for, whatever else is wrong with it.
pub(crate) fn language(request: &[u8]) -> Option<Language> {
    #[derive(Deserialize)]
    struct Asked {
        language: Option<Language>,
    }
    let asked: Option<Asked> =
        (request.len() <= MAX_REQUEST).then(|| serde_json::from_slice(request).ok()).flatten();
    asked?.language
}

/// The request as JSON; an empty one asks for nothing in particular.
pub(crate) fn parsed(request: &[u8]) -> Result<Json, Refused> {
    if request.len() > MAX_REQUEST {
        let most_kib = MAX_REQUEST / 1024;
        return Err(Problem::TooLarge { path: NAME.to_owned(), most_kib }.into());
    }
    let text = std::str::from_utf8(request)
        .map_err(|error| Problem::NotUtf8 { path: NAME.to_owned(), offset: error.valid_up_to() })?;
    match text.trim().is_empty() {
        true => Ok(Json::Object(Map::new())),
        false => serde_json::from_str(text).map_err(not_a_request),
    }
}

/// The keys that a call knows.
pub(crate) fn keys<T: DeserializeOwned>(request: Json) -> Result<T, Refused> {
    // Derived readers take a list for an object as well.
    match request.is_object() {
        true => serde_json::from_value(request).map_err(not_a_request),
        false => Err(not_a_request(serde_json::Error::custom("expected an object"))),
    }
}

fn not_a_request(error: serde_json::Error) -> Refused {
    Problem::NotARequest { reason: error.to_string() }.into()
}

/// A date as the command line takes it.
pub(crate) fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    let text = Option::<String>::deserialize(deserializer)?;
    let wrong = || D::Error::custom("expected a date as YYYY-MM-DD, such as 2026-11-22");
    text.map(|text| dteam_text::language::date(&text).ok_or_else(wrong)).transpose()
}

/// A profile: an object of answers, or the text of a file in YAML or JSON.
pub(crate) fn profile(
    catalog: &Catalog,
    profile: Json,
    name: Option<&str>,
) -> Result<Profile, Refused> {
    let read = match profile {
        Json::String(text) => source::read(text.as_bytes(), name.unwrap_or("profile.yaml"))
            .and_then(|file| catalog.profile(&file)),
        answers => catalog.profile_from_json(name.unwrap_or("profile.json"), &answers),
    };
    read.map_err(|Invalid { diagnostics }| Refused { diagnostics, profiles: 1 })
}
