//! The engine for other programs: the same contracts that the command line writes.

use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, on};
use jiff::civil::Date;

use super::endpoint::{Answers, ENDPOINTS, Endpoint};
use super::failure::Failure;
use super::fields::Fields;
use super::served::{content_type, read};
use super::work::Workplace;
use super::{Site, openapi};
use dteam_authoring::check::Checked;
use dteam_authoring::schema::SchemaOf;
use dteam_engine::advice::Options;
use dteam_engine::profile::Profile;
use dteam_report as render;
use dteam_text::diagnostic::{Diagnostic, Problem, SourceFile};
use dteam_text::language::Language;

/// What a program asks for.
pub(super) struct Call {
    site: Arc<Site>,
    language: Language,
    date: Option<Date>,
    body: Vec<u8>,
    is_json: bool,
}

pub(super) fn routes(site: &Arc<Site>, workplace: &Arc<Workplace>) -> Router {
    ENDPOINTS.iter().fold(Router::new(), |routes, endpoint| {
        let (site, workplace) = (Arc::clone(site), Arc::clone(workplace));
        let method = if endpoint.takes_profile { MethodFilter::POST } else { MethodFilter::GET };
        let serve = move |request: Request| async move {
            match answered(site, &workplace, endpoint, request).await {
                Ok(response) => response,
                Err(failure) => failure.into_response(),
            }
        };
        routes.route(endpoint.path, on(method, serve))
    })
}

async fn answered(
    site: Arc<Site>,
    workplace: &Workplace,
    endpoint: &'static Endpoint,
    request: Request,
) -> Result<Response, Failure> {
    let (head, body) = request.into_parts();
    let (language, date) = parameters(&site, endpoint, &head.uri)?;
    let is_json = if endpoint.takes_profile { is_json(&head.headers)? } else { false };
    let body = if endpoint.takes_profile { read(&head.headers, body).await? } else { Vec::new() };
    let call = Call { site: Arc::clone(&site), language, date, body, is_json };
    let answers = endpoint.answers;
    match answers {
        // Whether the server is up has to be known above all when it has much to do.
        Answers::Health => respond(answers, &call),
        _ => workplace.done(move || respond(answers, &call)).await,
    }
}

fn respond(answers: Answers, call: &Call) -> Result<Response, Failure> {
    match answers {
        Answers::Advice => advice(call),
        Answers::Classification => classification(call),
        Answers::Check => check(call),
        Answers::Description => {
            Ok(json(StatusCode::OK, render::json(&openapi::description(call.site.languages()))))
        }
        Answers::Schema(of) => Ok(call.schema(of)),
        Answers::Health => Ok(json(StatusCode::OK, "{\"status\": \"ok\"}\n".to_owned())),
    }
}

/// Language and date; a parameter that means nothing here is refused, not passed over.
fn parameters(
    site: &Site,
    endpoint: &Endpoint,
    uri: &Uri,
) -> Result<(Language, Option<Date>), Failure> {
    let query = Fields::urlencoded(uri.query().unwrap_or_default().as_bytes())?;
    let strange = |parameter: String| {
        Failure::Parameter(dteam_engine::profile::answer::printable(&parameter))
    };
    for (index, name) in query.names().enumerate() {
        if !endpoint.parameters.contains(&name)
            || query.names().take(index).any(|other| other == name)
        {
            return Err(strange(name.to_owned()));
        }
    }
    let language = match query.get("lang") {
        Some(code) => site.language_named(code).ok_or_else(|| strange(format!("lang={code}")))?,
        None => site.settings.language.unwrap_or_else(|| site.language()),
    };
    let date = match query.get("date") {
        Some(date) => {
            Some(dteam_text::language::date(date).ok_or_else(|| strange(format!("date={date}")))?)
        }
        None => (site.settings.date)(),
    };
    Ok((language, date))
}

/// The language that a query names.
pub(super) fn language_named(site: &Site, query: &str) -> Option<Language> {
    site.language_named(Fields::urlencoded(query.as_bytes()).ok()?.get("lang")?)
}

fn is_json(headers: &HeaderMap) -> Result<bool, Failure> {
    let essence =
        content_type(headers).split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match essence.as_str() {
        "application/json" => Ok(true),
        "application/yaml" | "application/x-yaml" | "text/yaml" | "text/x-yaml" => Ok(false),
        other if other.starts_with("application/") && other.ends_with("+json") => Ok(true),
        other if other.starts_with("application/") && other.ends_with("+yaml") => Ok(false),
        _ => Err(Failure::Unsupported),
    }
}

impl Call {
    /// The profile in the body, or what is wrong with it.
    fn profile(&self) -> Result<Profile, Vec<Diagnostic>> {
        let name = if self.is_json { "profile.json" } else { "profile.yaml" };
        let file = match std::str::from_utf8(&self.body) {
            Ok(text) => SourceFile::new(name, text.strip_prefix('\u{feff}').unwrap_or(text)),
            Err(error) => {
                let problem =
                    Problem::NotUtf8 { path: name.to_owned(), offset: error.valid_up_to() };
                return Err(vec![Diagnostic::unlocated(problem)]);
            }
        };
        self.site.catalog.profile(&file).map_err(|invalid| invalid.diagnostics)
    }

    /// What was found, as the command `check` writes it.
    fn found(&self, status: StatusCode, diagnostics: Vec<Diagnostic>) -> Response {
        let checked = Checked { diagnostics, profiles: 1, ..Checked::default() };
        json(status, dteam_authoring::check::check_json(&checked, self.language))
    }

    fn schema(&self, of: SchemaOf) -> Response {
        let schema = format!(
            "{:#}\n",
            dteam_authoring::schema::schema(&self.site.catalog, of, self.language)
        );
        ([(header::CONTENT_TYPE, "application/schema+json")], schema).into_response()
    }
}

fn advice(call: &Call) -> Result<Response, Failure> {
    let profile = match call.profile() {
        Ok(profile) => profile,
        Err(found) => return Ok(call.found(StatusCode::UNPROCESSABLE_ENTITY, found)),
    };
    let options = Options::default().language(call.language).date(call.date).likely(true);
    Ok(match call.site.catalog.advise(&profile, &options) {
        Ok(advice) => json(StatusCode::OK, render::json(&advice)),
        Err(invalid) => call.found(StatusCode::UNPROCESSABLE_ENTITY, invalid.diagnostics),
    })
}

fn classification(call: &Call) -> Result<Response, Failure> {
    let classify = |profile: Profile| {
        call.site.catalog.classify(&profile, call.language).map_err(|invalid| invalid.diagnostics)
    };
    Ok(match call.profile().and_then(classify) {
        Ok(classification) => json(StatusCode::OK, render::json(&classification)),
        Err(found) => call.found(StatusCode::UNPROCESSABLE_ENTITY, found),
    })
}

/// Mistakes are what was asked for: the answer is the same whether there are any or not.
fn check(call: &Call) -> Result<Response, Failure> {
    let found = call.profile().map_or_else(|found| found, |profile| profile.warnings().to_vec());
    Ok(call.found(StatusCode::OK, found))
}

fn json(status: StatusCode, body: String) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], body).into_response()
}
