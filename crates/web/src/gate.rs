//! What every request passes: whether it is for us, how long it may take, what is said when it
//! fails, and what every answer has to have.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::time::timeout;

use super::failure::Failure;
use super::preference::preferred;
use super::served::read;
use super::{Overloaded, Site, host, pages};
use dteam_text::language::Language;

/// The longest that a request may take, with its body and the wait for its turn.
const MAX_LENGTH: Duration = Duration::from_secs(10);

/// The maximum length of an address, in bytes: all of ours are far shorter.
const MAX_ADDRESS: usize = 2000;

/// The maximum number of parts of an address from which links lead back step by step.
const MAX_DEPTH: usize = 32;

/// For those who are turned away because too many ask, in seconds.
const RETRY_AFTER: HeaderValue = HeaderValue::from_static("10");

const HEADERS: [(HeaderName, HeaderValue); 5] = [
    (
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; \
             form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
        ),
    ),
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("same-origin"),
    ),
];

pub(super) async fn gate(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let asker = Asker::of(&site, request.uri(), request.headers());
    let answer = match site.refusal(&request) {
        Some(failure) => failure.into_response(),
        None => match timeout(MAX_LENGTH, handled(request, next)).await {
            Ok(answer) => answer,
            Err(_) => Failure::TooSlow.into_response(),
        },
    };
    let failure = answer.extensions().get::<Failure>().cloned();
    let ours = failure.is_some();
    let failure = failure.or_else(|| Failure::of(answer.status()));
    let mut answer = match failure {
        Some(failure) => asker.told(&failure, &site, answer.headers()),
        None => answer,
    };
    if ours && answer.status() == StatusCode::SERVICE_UNAVAILABLE {
        answer.headers_mut().insert(header::RETRY_AFTER, RETRY_AFTER);
    }
    for (name, value) in HEADERS {
        answer.headers_mut().insert(name, value);
    }
    // Answers are nobody's business but the reader's. Pages say themselves that the browser may
    // keep them.
    answer
        .headers_mut()
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    answer
}

async fn handled(request: Request, next: Next) -> Response {
    if request.extensions().get::<Overloaded>().is_none() {
        return next.run(request).await;
    }
    let (head, body) = request.into_parts();
    // Whoever is still sending does not hear the answer.
    let _ = read(&head.headers, body).await;
    Failure::Busy.into_response()
}

impl Site {
    /// Why the request is none for us, whatever it asks for.
    fn refusal(&self, request: &Request) -> Option<Failure> {
        let (uri, headers) = (request.uri(), request.headers());
        if uri.path_and_query().is_some_and(|address| address.as_str().len() > MAX_ADDRESS) {
            return Some(Failure::AddressTooLong);
        }
        let own = self.settings.hosts.as_ref()?;
        let mut named = headers.get_all(header::HOST).iter();
        let host = match (uri.authority(), named.next(), named.next()) {
            (_, _, Some(_)) | (None, None, None) => return Some(Failure::NoHost),
            // What stands in the first line counts.
            (Some(authority), _, None) => Some(authority.as_str()),
            (None, host, None) => host.and_then(|host| host.to_str().ok()),
        };
        let is_ours = host.and_then(host::named_in).is_some_and(|host| own.contains(&host));
        (!is_ours).then_some(Failure::OtherHost)
    }
}

/// Who asked: a reader or a program, in which language, and how far below the site's root.
struct Asker {
    is_program: bool,
    language: Language,
    /// The way back to the root.
    up: String,
}

impl Asker {
    fn of(site: &Site, uri: &Uri, headers: &HeaderMap) -> Self {
        let path = uri.path();
        let first = path.split('/').nth(1).unwrap_or_default();
        let is_program = matches!(first, "api" | "schema" | "healthz");
        let language = match is_program {
            true => super::api::language_named(site, uri.query().unwrap_or_default())
                .or(site.settings.language),
            false => site.language_named(first),
        };
        Asker {
            is_program,
            language: language.unwrap_or_else(|| preferred(site, headers, is_program)),
            up: match path.matches('/').count().saturating_sub(1) {
                depth if depth <= MAX_DEPTH => "../".repeat(depth),
                _ => "/".to_owned(),
            },
        }
    }

    fn told(&self, failure: &Failure, site: &Site, before: &HeaderMap) -> Response {
        let (kind, body) = match self.is_program {
            true => ("application/problem+json", failure.problem(self.language)),
            false => {
                ("text/html; charset=utf-8", pages::failure(failure, site, self.language, &self.up))
            }
        };
        let mut answer = (failure.status(), [(header::CONTENT_TYPE, kind)], body).into_response();
        if let Some(allow) = before.get(header::ALLOW) {
            answer.headers_mut().insert(header::ALLOW, allow.clone());
        }
        answer
    }
}
