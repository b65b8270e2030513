//! What is said of the catalog itself.

use dteam_authoring::schema::{SchemaOf, schema};
use dteam_engine::catalog::Catalog;
use dteam_report::json;
use dteam_text::language::Language;
use serde::Deserialize;
use serde_json::{Value as Json, json as value};

use super::{Call, Key, LANGUAGE};
use crate::request::keys;
use crate::{Answer, questions};

pub(super) const QUESTIONS: Call = Call {
    name: "questions",
    about: "All questions with the answers there are, for a form (dteam.questions/1)",
    keys: &[LANGUAGE],
    answer: form,
};

pub(super) const SCHEMA: Call = Call {
    name: "schema",
    about: "The JSON Schema of what is read or answered",
    keys: &[
        Key::required("of", "What it describes", || {
            value!({"enum": [
                "profile", "pack", "cases", "facts", "advice", "plan", "progress", "team",
            ]})
        }),
        LANGUAGE,
    ],
    answer: described,
};

pub(super) const VERSION: Call = Call {
    name: "version",
    about: "The versions of the engine and of the packs",
    keys: &[LANGUAGE],
    answer: version,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {
    #[serde(rename = "language")]
    _language: Option<Language>,
}

fn form(catalog: &Catalog, request: Json, language: Language) -> Answer {
    let Nothing { .. } = keys(request)?;
    Ok(json(&questions::form(catalog, language)))
}

fn version(catalog: &Catalog, request: Json, _: Language) -> Answer {
    let Nothing { .. } = keys(request)?;
    let packs = catalog.packs().map(|(id, version)| value!({"id": id, "version": version}));
    let packs: Vec<Json> = packs.collect();
    Ok(json(&value!({"version": env!("CARGO_PKG_VERSION"), "packs": packs})))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Described {
    of: SchemaOf,
    #[serde(rename = "language")]
    _language: Option<Language>,
}

fn described(catalog: &Catalog, request: Json, language: Language) -> Answer {
    let Described { of, .. } = keys(request)?;
    Ok(format!("{:#}\n", schema(catalog, of, language)))
}
