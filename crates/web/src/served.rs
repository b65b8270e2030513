//! The pages as routes of a server: reads a request whole, and has it answered where the engine
//! works.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, HttpBody};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};

use super::answer::Answer;
use super::asked::{Asked, Page};
use super::failure::Failure;
use super::fields::Fields;
use super::pages::PAGES;
use super::preference::preferred;
use super::work::Workplace;
use super::{MAX_BYTES, Site};
use dteam_text::language::Language;

/// The maximum number of bytes that are still read of a body that is too long: whoever is still
/// sending does not hear the answer.
const MAX_DRAINED: usize = 32 * MAX_BYTES;

pub(super) fn routes(site: &Arc<Site>, workplace: &Arc<Workplace>) -> Router {
    let root = Arc::clone(site);
    let to_language = move |headers: HeaderMap| async move {
        let language = preferred(&root, &headers, false);
        Answer::to(&root.first_page(language)).with(header::VARY, "Accept-Language")
    };
    let mut routes = Router::new().route("/", get(to_language));
    for &language in site.languages() {
        let code = language.code();
        let to_start = move || async move { Answer::to(&format!("{code}/")) };
        routes = routes.route(&format!("/{code}"), get(to_start));
        for place in PAGES {
            let handler = |page: Page| {
                let (site, workplace) = (Arc::clone(site), Arc::clone(workplace));
                move |request| answer(site, workplace, language, request, page)
            };
            let methods = MethodRouter::new();
            let methods = match place.got {
                Some(page) => methods.merge(get(handler(page))),
                None => methods,
            };
            let methods = match place.posted {
                Some(page) => methods.merge(post(handler(page))),
                None => methods,
            };
            routes = routes.route(&format!("/{code}/{}", place.name), methods);
        }
    }
    routes
}

/// Style and script, which browsers may keep: another version has another address.
pub(super) fn assets() -> Router {
    super::assets::all().into_iter().fold(Router::new(), |routes, asset| {
        let serve = move || async move {
            let headers = [
                (header::CONTENT_TYPE, asset.kind),
                (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
            ];
            (headers, asset.text.as_str()).into_response()
        };
        routes.route(&format!("/assets/{}", asset.name), get(serve))
    })
}

/// Reads the request and has the page made.
async fn answer(
    site: Arc<Site>,
    workplace: Arc<Workplace>,
    language: Language,
    request: Request,
    page: Page,
) -> Response {
    match asked(&site, language, request).await {
        Ok(asked) => workplace.done(move || page(&asked)).await.into_response(),
        Err(failure) => failure.into_response(),
    }
}

async fn asked(site: &Arc<Site>, language: Language, request: Request) -> Result<Asked, Failure> {
    let (head, body) = request.into_parts();
    let query = Fields::urlencoded(head.uri.query().unwrap_or_default().as_bytes())?;
    let form = match head.method.is_safe() {
        true => Fields::default(),
        false => Fields::of_form(content_type(&head.headers), &read(&head.headers, body).await?)?,
    };
    Ok(Asked { site: Arc::clone(site), language, query, form })
}

pub(super) fn content_type(headers: &HeaderMap) -> &str {
    headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default()
}

/// The whole body, if it is not too long.
pub(super) async fn read(headers: &HeaderMap, mut body: Body) -> Result<Vec<u8>, Failure> {
    let coding = headers.get(header::CONTENT_ENCODING);
    if coding.is_some_and(|coding| !coding.as_bytes().eq_ignore_ascii_case(b"identity")) {
        return Err(Failure::Encoded);
    }
    // Who asks beforehand has not sent anything yet.
    if headers.contains_key(header::EXPECT) && body.size_hint().lower() > MAX_BYTES as u64 {
        return Err(Failure::TooLarge);
    }
    let (mut bytes, mut length) = (Vec::new(), 0);
    while let Some(frame) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
        // Nobody is left to be told.
        let Ok(data) = frame.map_err(|_| Failure::NotAForm)?.into_data() else { continue };
        length += data.len();
        match length {
            length if length > MAX_DRAINED => return Err(Failure::TooLarge),
            length if length > MAX_BYTES => bytes = Vec::new(),
            _ => bytes.extend_from_slice(&data),
        }
    }
    if length > MAX_BYTES { Err(Failure::TooLarge) } else { Ok(bytes) }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let mut response = (self.status, self.body).into_response();
        // A body of bytes has a type of its own, which is none of ours.
        response.headers_mut().remove(header::CONTENT_TYPE);
        for (name, value) in self.headers {
            let value = HeaderValue::try_from(value).expect("the values of our headers are ASCII");
            response.headers_mut().insert(name, value);
        }
        response
    }
}

impl IntoResponse for Failure {
    /// Without a body: [`super::gate`] knows who asked, and says it.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
