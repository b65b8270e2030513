//! Questionnaire, report and JSON API as a web site. With the feature `server`, an `axum::Router` to
//! be served or mounted; without it, the same pages as functions from request to answer ([`Pages`]).
//!
//! Nothing is kept. A profile's text travels in the forms, each page merges what was
//! entered into it and hands it on. Pages work without scripts and load nothing from elsewhere;
//! their links are relative, so that the site can be mounted below any path.
//!
//! ```
//! use dteam_web::{Pages, Request, Settings};
//!
//! let pages = Pages::new(dteam_rules::embedded()?, Settings::default())?;
//! let start = pages.answer(&Request { path: "de/", query: "", form: None });
//! assert!(start.status.is_success());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::fmt;
use std::sync::Arc;

use jiff::civil::Date;

use dteam_engine::advice::Options;
use dteam_engine::catalog::Catalog;
use dteam_engine::survey::Slot;
use dteam_interview::first_questions;
use dteam_text::diagnostic::Invalid;
use dteam_text::language::Language;
use dteam_text::language::messages::message;

mod answer;
#[cfg(feature = "server")]
mod api;
mod asked;
mod assets;
mod content;
mod draft;
#[cfg(feature = "server")]
mod endpoint;
mod entry;
mod example;
mod failure;
mod fields;
#[cfg(feature = "server")]
mod gate;
#[cfg(feature = "server")]
mod host;
#[cfg(feature = "server")]
mod live;
mod offline;
#[cfg(feature = "server")]
mod openapi;
mod pages;
#[cfg(feature = "server")]
mod preference;
#[cfg(feature = "server")]
mod served;
#[cfg(feature = "server")]
mod work;

pub use answer::Answer;
pub use content::Content;
#[cfg(feature = "server")]
pub use host::host_name;
#[cfg(feature = "server")]
pub use live::{LiveSite, router};
pub use offline::{Form, Pages, Request};

use example::Example;

/// The most bytes of a request's body.
pub const MAX_BYTES: usize = 1024 * 1024;

/// How a site behaves.
pub struct Settings {
    /// The language of visitors at `/` and of callers who name none; `None` for what their browsers
    /// ask for, else German.
    pub language: Option<Language>,
    /// The reference date of each advice, asked for anew each time: this library does not look at
    /// the clock.
    pub date: Box<dyn Fn() -> Option<Date> + Send + Sync>,
    /// The host names under which the site may be asked for, without ports; `None` for any. Naming
    /// them keeps other sites from reaching this one by a name of their own (DNS rebinding).
    pub hosts: Option<Vec<String>>,
    /// How many requests may be worked on at a time; the others wait.
    pub at_once: usize,
    /// Names and texts of example profiles to begin with; those that the catalog's survey has no
    /// questions for are left out.
    pub examples: &'static [(&'static str, &'static str)],
    /// What the site is called, in every language; `None` for the program's name.
    pub title: Option<String>,
    /// The text of a profile that every questionnaire begins with; `None` for an empty one.
    pub profile: Option<String>,
    /// Visitors at `/` begin with the short form.
    pub is_short: bool,
}

impl Default for Settings {
    /// The visitor's language, no date, any host, four at a time, no examples, nothing answered.
    fn default() -> Self {
        Settings {
            language: None,
            date: Box::new(|| None),
            hosts: None,
            at_once: 4,
            examples: &[],
            title: None,
            profile: None,
            is_short: false,
        }
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Settings { language, hosts, at_once, title, is_short, .. } = self;
        let mut shown = out.debug_struct("Settings");
        shown.field("language", language).field("hosts", hosts).field("at_once", at_once);
        shown.field("title", title).field("is_short", is_short);
        shown.finish_non_exhaustive()
    }
}

/// Put among the extensions of a request by a server that has no room for more: the site tells
/// whoever asks to come again later.
#[cfg(feature = "server")]
#[derive(Debug, Clone, Copy)]
pub struct Overloaded;

/// What all requests to a catalog share.
struct Site {
    catalog: Catalog,
    settings: Arc<Settings>,
    /// The questions of the short form.
    first: Vec<Slot>,
    examples: Vec<Example>,
}

impl Site {
    fn new(catalog: Catalog, settings: Arc<Settings>) -> Result<Arc<Self>, Invalid> {
        let options = Options::default().date((settings.date)()).likely(true);
        let first = first_questions(&catalog, &options)?;
        let examples = example::all(&catalog, settings.examples);
        Ok(Arc::new(Site { catalog, settings, first, examples }))
    }

    /// The languages it speaks: the study's.
    fn languages(&self) -> &[Language] {
        &self.catalog.survey.languages
    }

    /// The language of that tag, if the site speaks it.
    fn language_named(&self, tag: &str) -> Option<Language> {
        Language::named(tag).filter(|language| self.languages().contains(language))
    }

    /// The language for those who wish for none.
    fn language(&self) -> Language {
        self.catalog.language()
    }

    /// Where visitors begin, seen from the root.
    fn first_page(&self, language: Language) -> String {
        let page = if self.settings.is_short { "questions?short=1" } else { "" };
        format!("{}/{page}", language.code())
    }

    fn options(&self, language: Language) -> Options {
        Options::default().language(language).date((self.settings.date)()).likely(true)
    }
}

/// A word in the terminal of the one who serves the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remark<'a> {
    /// The site is up at this address.
    Serving(&'a str),
    /// Other machines can reach it at this address.
    Beyond(&'a str),
    /// The browser could not be opened.
    NotOpened,
    /// The rules were read anew.
    Reloaded,
}

impl Remark<'_> {
    /// The remark, on one line.
    pub fn written(self, language: Language) -> String {
        match self {
            Remark::Serving(address) => {
                message(language, "web-serving", &[("address", address.into())])
            }
            Remark::Beyond(address) => {
                message(language, "web-serving-beyond", &[("address", address.into())])
            }
            Remark::NotOpened => message(language, "web-not-opened", &[]),
            Remark::Reloaded => message(language, "web-reloaded", &[]),
        }
    }
}
