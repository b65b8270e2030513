//! The one boundary of dteam for other languages: a call has a name, its request is JSON, its answer
//! is JSON.
//!
//! ```
//! let catalog = dteam_core::Catalog::embedded();
//! let request = br#"{"profile": {"data": {"inventory": 0}}, "language": "en"}"#;
//! let advice = catalog.call("advise", request).expect("the profile is sound");
//! assert!(advice.contains(r#""rule": "data/inventory""#));
//!
//! let request = br#"{"profile": {"data": {"inventry": 0}}, "language": "en"}"#;
//! let found = catalog.call("advise", request).expect_err("there is no such question");
//! assert!(found.contains(r#""schema": "dteam.check/1""#) && found.contains("`inventory`"));
//! ```
//!
//! Answers have the bytes that the command line writes with `--format json`. What is refused, is
//! refused with `dteam.check/1`, as `dteam check --format json` writes it. Nothing here reads a
//! file, the clock or the locale, and no call panics: what goes wrong inside is an answer as well.

use std::panic::{AssertUnwindSafe, catch_unwind};

use dteam_authoring::check::{Checked, check_json};
use dteam_text::diagnostic::{Diagnostic, ERROR_LANGUAGE, Invalid, Problem};
use dteam_text::language::Language;
use serde_json::Value as Json;

/// The example of the README is one of the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

mod calls;
mod files;
mod questions;
mod request;

pub use calls::{CALLS, Call};

/// The longest request, in bytes: as long as the longest file.
pub const MAX_REQUEST: usize = 4 * 1024 * 1024;

/// A catalog that answers requests. It never changes, and any number of threads can call it.
#[derive(Debug, Clone)]
pub struct Catalog {
    catalog: dteam_engine::catalog::Catalog,
}

/// What a request is refused for.
#[derive(Debug)]
struct Refused {
    diagnostics: Vec<Diagnostic>,
    /// How many profiles were looked at.
    profiles: usize,
}

impl From<Invalid> for Refused {
    fn from(Invalid { diagnostics }: Invalid) -> Self {
        Refused { diagnostics, profiles: 0 }
    }
}

impl From<Problem> for Refused {
    fn from(problem: Problem) -> Self {
        Invalid::from(problem).into()
    }
}

impl From<dteam_engine::catalog::Catalog> for Catalog {
    fn from(catalog: dteam_engine::catalog::Catalog) -> Self {
        Catalog { catalog }
    }
}

impl Catalog {
    /// The catalog that comes with the program.
    ///
    /// # Panics
    /// Never: the tests read the program's own rules.
    pub fn embedded() -> Self {
        dteam_rules::embedded().expect("the tests read the program's own rules").into()
    }

    /// The catalog that comes with the program, with the files of the request over it:
    /// `{"files": {"own/pack.yaml": "…"}}`, each by its path within a folder of rules. With
    /// `survey.yaml`, `typology.yaml` and `benchmarks.yaml` they are a study of its own. An empty
    /// request stands for no files.
    ///
    /// # Errors
    /// `dteam.check/1`, with every mistake in the files.
    pub fn load(request: &[u8]) -> Result<Self, String> {
        let asked = request::language(request);
        guarded(asked.unwrap_or_default(), || files::load(request))
    }

    /// Answers a call of [`CALLS`]: `request` is a JSON object of its keys, or empty.
    ///
    /// # Errors
    /// `dteam.check/1`: the request cannot be read, there is no such call, or the profile has
    /// mistakes.
    pub fn call(&self, name: &str, request: &[u8]) -> Result<String, String> {
        let asked = request::language(request);
        let language = asked.unwrap_or_else(|| self.catalog.language());
        guarded(language, || {
            let call = calls::named(name)?;
            (call.answer)(&self.catalog, request::parsed(request)?, language)
        })
    }
}

/// What was found, as `dteam.check/1`. For hosts that find something before a catalog is asked.
pub fn refusal(problem: Problem, language: impl Into<Option<Language>>) -> String {
    written(problem.into(), language.into().unwrap_or(ERROR_LANGUAGE))
}

/// What was wrong inside, when a panic was caught.
pub fn caught(panic: &(dyn std::any::Any + Send)) -> Problem {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let text = text.or_else(|| panic.downcast_ref::<String>().cloned());
    Problem::CaughtFault { detail: text.unwrap_or_else(|| "?".to_owned()) }
}

/// Does the work; a panic is told as everything else is.
fn guarded<T>(language: Language, work: impl FnOnce() -> Result<T, Refused>) -> Result<T, String> {
    // A catalog never changes, so there is nothing that could be left half done.
    let told = AssertUnwindSafe(|| work().map_err(|refused| written(refused, language)));
    catch_unwind(told).unwrap_or_else(|panic| Err(refusal(caught(panic.as_ref()), language)))
}

fn written(Refused { diagnostics, profiles }: Refused, language: Language) -> String {
    check_json(&Checked { diagnostics, profiles, ..Checked::default() }, language)
}

/// What a call answers, or what its request is refused for.
type Answer = Result<String, Refused>;

/// Answers a request in a language.
type Answering = fn(&dteam_engine::catalog::Catalog, Json, Language) -> Answer;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_told_as_data() {
        let english = Language::named("en").expect("`locales/en` is there");
        let told = guarded::<()>(english, || panic!("the {} is on fire", "barn"));
        let told = told.expect_err("it panicked");
        assert!(told.contains("D893") && told.contains("the barn is on fire"), "{told}");
    }
}
