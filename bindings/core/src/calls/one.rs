//! What is said of one profile.

use dteam_authoring::check::{Checked, check_json};
use dteam_engine::advice::Options;
use dteam_engine::catalog::Catalog;
use dteam_report::json;
use dteam_text::language::Language;
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::{Value as Json, json as value};

use super::{Call, DATE, Key, LANGUAGE, NAME, PROFILE, flag, text, texts};
use crate::Answer;
use crate::request::{date, keys, profile};

pub(super) const ADVISE: Call = Call {
    name: "advise",
    about: "The advice for a municipality (dteam.advice/2): its type, what to do next and why",
    keys: &[
        PROFILE,
        NAME,
        LANGUAGE,
        DATE,
        Key::optional(
            "top",
            "Maximum number of steps",
            || value!({"type": "integer", "minimum": 0}),
        ),
        Key::optional("likely", "Whether undecided rules are estimated; they are by default", flag),
    ],
    answer: advise,
};

pub(super) const CHECK: Call = Call {
    name: "check",
    about: "What is wrong with a profile, and what in it deserves a second look (dteam.check/1)",
    keys: &[PROFILE, NAME, LANGUAGE],
    answer: check,
};

pub(super) const CLASSIFY: Call = Call {
    name: "classify",
    about: "The type of a municipality, and what it rests on",
    keys: &[PROFILE, NAME, LANGUAGE],
    answer: classify,
};

pub(super) const EXPLAIN: Call = Call {
    name: "explain",
    about: "Why a rule fires, stays silent or is undecided; what other answers would change",
    keys: &[
        PROFILE,
        NAME,
        LANGUAGE,
        DATE,
        Key::required("rule", "The rule, as pack/rule", text),
        Key::optional(
            "what_if",
            "Answers to assume, as a profile writes them: `data.inventory=2`",
            texts,
        ),
    ],
    answer: explain,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Advise {
    profile: Json,
    name: Option<String>,
    #[serde(rename = "language")]
    _language: Option<Language>,
    #[serde(default, deserialize_with = "date")]
    date: Option<Date>,
    top: Option<usize>,
    likely: Option<bool>,
}

fn advise(catalog: &Catalog, request: Json, language: Language) -> Answer {
    let asked: Advise = keys(request)?;
    let profile = profile(catalog, asked.profile, asked.name.as_deref())?;
    let options = Options::default()
        .language(language)
        .date(asked.date)
        .top(asked.top)
        .likely(asked.likely.unwrap_or(true));
    Ok(json(&catalog.advise(&profile, &options)?))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfProfile {
    profile: Json,
    name: Option<String>,
    #[serde(rename = "language")]
    _language: Option<Language>,
}

/// Mistakes are what was asked for: the answer is the same whether there are any or not.
fn check(catalog: &Catalog, request: Json, language: Language) -> Answer {
    let asked: OfProfile = keys(request)?;
    let diagnostics = match profile(catalog, asked.profile, asked.name.as_deref()) {
        Ok(profile) => profile.warnings().to_vec(),
        Err(refused) => refused.diagnostics,
    };
    Ok(check_json(&Checked { diagnostics, profiles: 1, ..Checked::default() }, language))
}

fn classify(catalog: &Catalog, request: Json, language: Language) -> Answer {
    let asked: OfProfile = keys(request)?;
    let profile = profile(catalog, asked.profile, asked.name.as_deref())?;
    Ok(json(&catalog.classify(&profile, language)?))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Explain {
    profile: Json,
    name: Option<String>,
    #[serde(rename = "language")]
    _language: Option<Language>,
    #[serde(default, deserialize_with = "date")]
    date: Option<Date>,
    rule: String,
    #[serde(default)]
    what_if: Vec<String>,
}

fn explain(catalog: &Catalog, request: Json, language: Language) -> Answer {
    let asked: Explain = keys(request)?;
    let profile = profile(catalog, asked.profile, asked.name.as_deref())?;
    let options = Options::default().language(language).date(asked.date);
    if asked.what_if.is_empty() {
        return Ok(json(&catalog.explain(&profile, &asked.rule, &options)?));
    }
    let assumed = catalog.what_if(&profile, &asked.what_if)?;
    Ok(json(&catalog.explain_what_if(&profile, &assumed, &asked.rule, &options)?))
}
