//! What every request passes: whether it is for us, how long it may take, what is said when it fails, and what every answer has to have.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::time::timeout;

use super::failure::Failure;
use super::{Site, pages};
use crate::language::Language;

/// The longest that a request may take, with its body and the wait for its turn.
const LONGEST: Duration = Duration::from_secs(10);

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
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
];

pub(super) async fn gate(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let asker = Asker::of(&site, request.uri(), request.headers());
    let answer = match site.expects(request.uri(), request.headers()) {
        false => Failure::OtherHost.into_response(),
        true => match timeout(LONGEST, next.run(request)).await {
            Ok(answer) => answer,
            Err(_) => Failure::TooSlow.into_response(),
        },
    };
    let failure = answer.extensions().get::<Failure>().cloned();
    let ours = failure.is_some();
    let failure = failure.or_else(|| Failure::of(answer.status()));
    let mut answer = match failure {
        Some(failure) => asker.told(&failure, answer.headers()),
        None => answer,
    };
    if ours && answer.status() == StatusCode::SERVICE_UNAVAILABLE {
        answer.headers_mut().insert(header::RETRY_AFTER, RETRY_AFTER);
    }
    for (name, value) in HEADERS {
        answer.headers_mut().insert(name, value);
    }
    // Answers are nobody's business but the reader's. Pages say themselves that the browser may keep them.
    answer.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    answer
}

impl Site {
    /// Whether the host asked for is one of ours.
    fn expects(&self, uri: &Uri, headers: &HeaderMap) -> bool {
        let Some(hosts) = &self.settings.hosts else { return true };
        let named = headers.get(header::HOST).and_then(|host| host.to_str().ok());
        let named = named.or_else(|| uri.authority().map(|authority| authority.as_str()));
        let Some(named) = named else { return false };
        let host = match named.rsplit_once(':') {
            Some((host, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => host,
            _ => named,
        };
        hosts.iter().any(|own| own.eq_ignore_ascii_case(host))
    }
}

/// Who asked: a reader or a program, in which language, and how far below the site's root.
struct Asker {
    is_program: bool,
    language: Language,
    depth: usize,
}

impl Asker {
    fn of(site: &Site, uri: &Uri, headers: &HeaderMap) -> Self {
        let path = uri.path();
        let first = path.split('/').nth(1).unwrap_or_default();
        let is_program = matches!(first, "api" | "schema" | "healthz");
        let named = |code: &str| Language::ALL.into_iter().find(|language| language.code() == code);
        let language = match is_program {
            true => super::api::language_named(uri.query().unwrap_or_default()).or(site.settings.language),
            false => named(first),
        };
        Asker {
            is_program,
            language: language.unwrap_or_else(|| preferred(site, headers, is_program)),
            depth: path.matches('/').count().saturating_sub(1),
        }
    }

    fn told(&self, failure: &Failure, before: &HeaderMap) -> Response {
        let (kind, body) = match self.is_program {
            true => ("application/problem+json", failure.problem(self.language)),
            false => ("text/html; charset=utf-8", pages::failure(failure, self.language, self.depth)),
        };
        let mut answer = (failure.status(), [(header::CONTENT_TYPE, kind)], body).into_response();
        if let Some(allow) = before.get(header::ALLOW) {
            answer.headers_mut().insert(header::ALLOW, allow.clone());
        }
        answer
    }
}

/// The language for somebody who has not chosen one.
pub(super) fn preferred(site: &Site, headers: &HeaderMap, is_program: bool) -> Language {
    let asked = || headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok().and_then(wished);
    let wished = if is_program { None } else { asked() };
    site.settings.language.or(wished).unwrap_or_default()
}

/// The language of ours that is wished for most: `en-GB,en;q=0.9,de;q=0.8`.
fn wished(header: &str) -> Option<Language> {
    let mut best: Option<(f32, Language)> = None;
    for range in header.split(',') {
        let (tag, quality) = range.split_once(";q=").unwrap_or((range, "1"));
        let primary = tag.trim().split('-').next().unwrap_or_default();
        let language = Language::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(primary));
        let quality: f32 = quality.trim().parse().unwrap_or(0.0);
        if let Some(language) = language
            && quality > best.map_or(0.0, |(best, _)| best)
        {
            best = Some((quality, language));
        }
    }
    best.map(|(_, language)| language)
}
