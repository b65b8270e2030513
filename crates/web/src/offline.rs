//! The pages without a server: a request in, an answer out, for whoever shows them in another way.

use std::fmt;
use std::sync::Arc;

use http::StatusCode;

use dteam_engine::catalog::Catalog;
use dteam_text::diagnostic::Invalid;
use dteam_text::language::Language;

use super::answer::Answer;
use super::asked::Asked;
use super::assets::{self, Asset};
use super::failure::Failure;
use super::fields::Fields;
use super::pages::{self, PAGES};
use super::{MAX_BYTES, Settings, Site};

/// A request for a page.
#[derive(Debug, Clone, Copy)]
pub struct Request<'r> {
    /// Where to, seen from the site's root and without a slash in front, such as `de/questions`.
    pub path: &'r str,
    /// What stands behind the question mark.
    pub query: &'r str,
    /// What a form sends; `None` for what is only fetched.
    pub form: Option<Form<'r>>,
}

/// What a form sends.
#[derive(Debug, Clone, Copy)]
pub struct Form<'r> {
    /// Its media type, with the boundary where it has parts.
    pub kind: &'r str,
    /// Its fields.
    pub body: &'r [u8],
}

/// The pages of a site, to the last byte as a server sends them.
pub struct Pages {
    site: Arc<Site>,
}

impl fmt::Debug for Pages {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Pages").field("settings", &self.site.settings).finish_non_exhaustive()
    }
}

impl Pages {
    /// The pages for a catalog.
    ///
    /// # Errors
    /// [`Invalid`] if a function of a pack's script fails.
    pub fn new(catalog: Catalog, settings: Settings) -> Result<Self, Invalid> {
        Ok(Pages { site: Site::new(catalog, Arc::new(settings))? })
    }

    /// What the request is answered with; where it cannot be served, a page that says why.
    pub fn answer(&self, request: &Request<'_>) -> Answer {
        let is_asked = |asset: &&Asset| request.path.strip_prefix("assets/") == Some(asset.name);
        if let Some(asset) = assets::all().into_iter().find(is_asked) {
            return Answer::of(StatusCode::OK, asset.kind, asset.text.as_str());
        }
        let (first, name) = request.path.split_once('/').unwrap_or((request.path, ""));
        let named = self.site.language_named(first);
        let language = named.unwrap_or_else(|| self.language());
        let answered = match named {
            Some(language) => self.answered(language, name, request),
            None if request.path.is_empty() => self.begin(request),
            None => Err(Failure::NotFound),
        };
        answered.unwrap_or_else(|failure| {
            let up = "../".repeat(request.path.matches('/').count());
            let page = pages::failure(&failure, &self.site, language, &up);
            Answer::of(failure.status(), pages::HTML, page)
        })
    }

    /// Leads to the first page, in the first of the languages that the query's `languages` lists and
    /// the site speaks.
    fn begin(&self, request: &Request<'_>) -> Result<Answer, Failure> {
        let query = Fields::urlencoded(request.query.as_bytes())?;
        let mut wished = query.text("languages").split(',');
        let wished = wished.find_map(|tag| self.site.language_named(tag));
        let language = self.site.settings.language.or(wished).unwrap_or_else(|| self.language());
        Ok(Answer::to(&self.site.first_page(language)))
    }

    fn answered(
        &self,
        language: Language,
        name: &str,
        request: &Request<'_>,
    ) -> Result<Answer, Failure> {
        let place = PAGES.iter().find(|place| place.name == name).ok_or(Failure::NotFound)?;
        let page = if request.form.is_some() { place.posted } else { place.got };
        let page = page.ok_or(Failure::MethodNotAllowed)?;
        let form = match request.form {
            Some(form) if form.body.len() > MAX_BYTES => return Err(Failure::TooLarge),
            Some(form) => Fields::of_form(form.kind, form.body)?,
            None => Fields::default(),
        };
        let query = Fields::urlencoded(request.query.as_bytes())?;
        page(&Asked { site: Arc::clone(&self.site), language, query, form })
    }

    fn language(&self) -> Language {
        self.site.settings.language.unwrap_or_else(|| self.site.language())
    }
}
