//! The pages: where they are, and what a reader's request leads to.

use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use maud::html;

use self::frame::Frame;
use super::asked::{self, Page};
use super::failure::Failure;
use super::{Site, preference};
use dteam_text::language::Language;

mod compare;
mod diagnostics;
mod field;
mod frame;
mod leaf;
mod load;
mod questions;
mod refused;
mod report;
mod review;
mod start;
mod status;

pub(super) fn routes(site: &Arc<Site>) -> Router {
    let root = Arc::clone(site);
    let to_language = move |headers: HeaderMap| async move {
        let language = preference::preferred(&root, &headers, false);
        ([(header::VARY, "Accept-Language")], to(&format!("{}/", language.code()))).into_response()
    };
    site.languages().iter().fold(Router::new().route("/", get(to_language)), |routes, &language| {
        let code = language.code();
        let got = |page: Page| -> MethodRouter { get(handler(site, language, page)) };
        let posted = |page: Page| -> MethodRouter { post(handler(site, language, page)) };
        // What is made from answers cannot be fetched anew: whoever follows an old address begins
        // at the beginning.
        let begins = || get(|| async { to("./") });
        routes
            .route(&format!("/{code}"), get(move || async move { to(&format!("{code}/")) }))
            .route(&format!("/{code}/"), got(start::page))
            .route(
                &format!("/{code}/questions"),
                got(questions::begin).merge(posted(questions::page)),
            )
            .route(&format!("/{code}/load"), begins().merge(posted(load::page)))
            .route(&format!("/{code}/example"), got(load::example))
            .route(&format!("/{code}/review"), begins().merge(posted(review::page)))
            .route(&format!("/{code}/report"), begins().merge(posted(report::page)))
            .route(&format!("/{code}/report.html"), posted(report::file))
            .route(&format!("/{code}/council.html"), posted(report::council))
            .route(&format!("/{code}/profile"), posted(report::profile))
            .route(&format!("/{code}/status"), posted(status::fragment))
            .route(&format!("/{code}/compare"), got(compare::form).merge(posted(compare::page)))
    })
}

fn handler(
    site: &Arc<Site>,
    language: Language,
    page: Page,
) -> impl Fn(Request) -> std::pin::Pin<Box<dyn Future<Output = Response> + Send>>
+ Clone
+ Send
+ Sync
+ 'static {
    let site = Arc::clone(site);
    move |request| Box::pin(asked::answer(Arc::clone(&site), language, request, page))
}

/// Sends the reader elsewhere.
fn to(address: &str) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, address.to_owned())]).into_response()
}

/// A page. The browser keeps it for the way back, with what was entered: else a page that a form
/// led to would be gone.
fn shown(status: StatusCode, page: String) -> Response {
    let headers = [(header::CONTENT_TYPE, HTML), (header::CACHE_CONTROL, "private, no-cache")];
    (status, headers, page).into_response()
}

const HTML: &str = "text/html; charset=utf-8";

/// What is said of a request that cannot be served.
pub(super) fn failure(
    failure: &Failure,
    languages: &[Language],
    language: Language,
    up: &str,
) -> String {
    let title = failure.title(language);
    let frame = Frame::new(languages, language, title.clone(), up.to_owned());
    frame.page(&html! {
        main id="content" class="narrow" {
            h1 { (title) }
            p { (failure.help(language)) }
            p { a href={ (frame.up) (language.code()) "/" } { (frame.say("web-to-start")) } }
        }
    })
}
