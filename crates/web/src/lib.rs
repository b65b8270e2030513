//! Questionnaire, report and JSON API as a web site: an [`axum::Router`] to be served or mounted.
//!
//! The server keeps nothing. A profile's text travels in the forms, each page merges what was
//! entered into it and hands it on. Pages work without scripts and load nothing from elsewhere;
//! their links are relative, so that the site can be mounted below any path.
//!
//! ```no_run
//! use dteam_web::{Settings, router};
//!
//! let app: axum::Router = router(dteam_rules::embedded()?, Settings::default())?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::fmt;
use std::sync::Arc;

use axum::Router;
use jiff::civil::Date;

use dteam_engine::advice::Options;
use dteam_engine::catalog::Catalog;
use dteam_engine::survey::Slot;
use dteam_interview::first_questions;
use dteam_text::diagnostic::Invalid;
use dteam_text::language::Language;
use dteam_text::language::messages::message;

mod api;
mod asked;
mod assets;
mod draft;
mod endpoint;
mod entry;
mod example;
mod failure;
mod fields;
mod gate;
mod host;
mod live;
mod openapi;
mod pages;
mod preference;
mod work;

pub use host::host_name;
pub use live::LiveSite;

use example::Example;
use work::Workplace;

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
}

impl Default for Settings {
    /// The visitor's language, no date, any host, four at a time, no examples.
    fn default() -> Self {
        Settings { language: None, date: Box::new(|| None), hosts: None, at_once: 4, examples: &[] }
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Settings { language, date: _, hosts, at_once, examples: _ } = self;
        let mut shown = out.debug_struct("Settings");
        shown.field("language", language).field("hosts", hosts).field("at_once", at_once);
        shown.finish_non_exhaustive()
    }
}

/// Put among the extensions of a request by a server that has no room for more: the site tells
/// whoever asks to come again later.
#[derive(Debug, Clone, Copy)]
pub struct Overloaded;

/// What all requests to a catalog share.
struct Site {
    catalog: Catalog,
    settings: Arc<Settings>,
    /// The questions of the short form.
    first: Vec<Slot>,
    examples: Vec<Example>,
    workplace: Arc<Workplace>,
}

impl Site {
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

    fn options(&self, language: Language) -> Options {
        Options::default().language(language).date((self.settings.date)()).likely(true)
    }
}

/// The site. To be used within a tokio runtime with its timer on.
///
/// # Errors
/// [`Invalid`] if a function of a pack's script fails.
pub fn router(catalog: Catalog, settings: Settings) -> Result<Router, Invalid> {
    let workplace = Arc::new(Workplace::new(settings.at_once));
    routes(catalog, normalised(settings), workplace)
}

/// The settings, with host names in the form in which they are compared.
fn normalised(settings: Settings) -> Arc<Settings> {
    let named = |hosts: Vec<String>| hosts.iter().filter_map(|host| host_name(host)).collect();
    Arc::new(Settings { hosts: settings.hosts.map(named), ..settings })
}

fn routes(
    catalog: Catalog,
    settings: Arc<Settings>,
    workplace: Arc<Workplace>,
) -> Result<Router, Invalid> {
    let options = Options::default().date((settings.date)()).likely(true);
    let first = first_questions(&catalog, &options)?;
    let examples = example::all(&catalog, settings.examples);
    let site = Arc::new(Site { catalog, settings, first, examples, workplace });
    let routes = pages::routes(&site).merge(api::routes(&site)).merge(assets::routes());
    Ok(routes.layer(axum::middleware::from_fn_with_state(site, gate::gate)))
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
