//! A reader's request for a page, read whole and answered where the engine works.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;

use axum::body::{Body, HttpBody};
use axum::extract::Request;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};

use super::failure::Failure;
use super::fields::Fields;
use super::{MAX_BYTES, Site};
use dteam_text::language::Language;
use dteam_text::language::messages::message;

/// The maximum number of bytes that are still read of a body that is too long: whoever is still
/// sending does not hear the answer.
const MAX_DRAINED: usize = 32 * MAX_BYTES;

/// What a page is made from.
pub(super) struct Asked {
    pub site: Arc<Site>,
    pub language: Language,
    pub query: Fields,
    pub form: Fields,
}

/// Makes a page.
pub(super) type Page = fn(&Asked) -> Result<Response, Failure>;

/// Reads the request and has the page made.
pub(super) async fn answer(
    site: Arc<Site>,
    language: Language,
    request: Request,
    page: Page,
) -> Response {
    match asked(&site, language, request).await {
        Ok(asked) => site.workplace.done(move || page(&asked)).await.into_response(),
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

impl Asked {
    /// A text in the reader's language.
    pub fn say(&self, id: &str) -> String {
        message(self.language, id, &[])
    }
}
