//! The site as a router, and one that can be handed another catalog while it runs.

use std::sync::{Arc, PoisonError, RwLock};

use axum::Router;
use axum::extract::Request;
use tower::ServiceExt;

use dteam_engine::catalog::Catalog;
use dteam_text::diagnostic::Invalid;

use super::work::Workplace;
use super::{Settings, Site, api, gate, host_name, served};

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
    let site = Site::new(catalog, settings)?;
    let routes = served::routes(&site, &workplace)
        .merge(api::routes(&site, &workplace))
        .merge(served::assets());
    Ok(routes.layer(axum::middleware::from_fn_with_state(site, gate::gate)))
}

/// A site whose catalog can be replaced while it runs: requests under way end with the one they
/// began with. A clone is the same site.
#[derive(Debug, Clone)]
pub struct LiveSite {
    current: Arc<RwLock<Router>>,
    settings: Arc<Settings>,
    /// Shared by what is served now and before: there are no more hands than there were.
    workplace: Arc<Workplace>,
}

impl LiveSite {
    /// The site with its first catalog.
    ///
    /// # Errors
    /// As [`super::router`].
    pub fn new(catalog: Catalog, settings: Settings) -> Result<Self, Invalid> {
        let workplace = Arc::new(Workplace::new(settings.at_once));
        let settings = normalised(settings);
        let first = routes(catalog, Arc::clone(&settings), Arc::clone(&workplace))?;
        Ok(LiveSite { current: Arc::new(RwLock::new(first)), settings, workplace })
    }

    /// The router to serve or to mount. To be used within a tokio runtime with its timer on.
    pub fn router(&self) -> Router {
        let current = Arc::clone(&self.current);
        Router::new().fallback(move |request: Request| {
            // A router is put in whole, so nothing is broken where a thread has panicked.
            let router = current.read().unwrap_or_else(PoisonError::into_inner).clone();
            router.oneshot(request)
        })
    }

    /// Advises with this catalog from now on. What visitors have entered so far lies with them;
    /// answers to questions that are gone are named when they come back.
    ///
    /// # Errors
    /// As [`super::router`]; the site then stays as it is.
    pub fn replace(&self, catalog: Catalog) -> Result<(), Invalid> {
        let next = routes(catalog, Arc::clone(&self.settings), Arc::clone(&self.workplace))?;
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = next;
        Ok(())
    }
}
