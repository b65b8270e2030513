//! Requests that cannot be served: a page in the reader's language, or for programs a problem as
//! JSON (RFC 9457).

use http::StatusCode;
use serde_json::json;

use dteam_text::language::Language;
use dteam_text::language::messages::{Argument, message};

/// Why.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "server"), allow(dead_code, reason = "most are a server's to meet"))]
pub(super) enum Failure {
    NotFound,
    MethodNotAllowed,
    TooLarge,
    TooManyFields,
    NotUtf8,
    NotAForm,
    /// A parameter of the address that there is not, or a value that it cannot have.
    Parameter(String),
    Unsupported,
    /// The body is compressed.
    Encoded,
    AddressTooLong,
    /// No host is named, or more than one.
    NoHost,
    TooSlow,
    Busy,
    OtherHost,
    Broken,
}

#[cfg_attr(not(feature = "server"), allow(dead_code, reason = "most are a server's to meet"))]
impl Failure {
    /// What an answer without a reason of ours means.
    pub fn of(status: StatusCode) -> Option<Self> {
        match status {
            StatusCode::NOT_FOUND => Some(Failure::NotFound),
            StatusCode::METHOD_NOT_ALLOWED => Some(Failure::MethodNotAllowed),
            status if status.is_server_error() => Some(Failure::Broken),
            _ => None,
        }
    }

    pub fn status(&self) -> StatusCode {
        match self {
            Failure::NotFound => StatusCode::NOT_FOUND,
            Failure::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Failure::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Failure::TooManyFields
            | Failure::NotUtf8
            | Failure::NotAForm
            | Failure::Parameter(_)
            | Failure::NoHost => StatusCode::BAD_REQUEST,
            Failure::Unsupported | Failure::Encoded => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Failure::AddressTooLong => StatusCode::URI_TOO_LONG,
            Failure::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Failure::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Failure::OtherHost => StatusCode::MISDIRECTED_REQUEST,
            Failure::Broken => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// What has happened, in a few words.
    pub fn title(&self, language: Language) -> String {
        let id = match self {
            Failure::NotFound => "web-not-found",
            Failure::MethodNotAllowed => "web-method",
            Failure::TooLarge => "web-too-large",
            Failure::TooManyFields => "web-too-many-fields",
            Failure::NotUtf8 => "web-not-utf8",
            Failure::NotAForm => "web-not-a-form",
            Failure::Parameter(_) => "web-parameter",
            Failure::Unsupported => "web-unsupported",
            Failure::Encoded => "web-encoded",
            Failure::AddressTooLong => "web-address-too-long",
            Failure::NoHost => "web-no-host",
            Failure::TooSlow => "web-too-slow",
            Failure::Busy => "web-busy",
            Failure::OtherHost => "web-other-host",
            Failure::Broken => "web-broken",
        };
        message(language, id, &[])
    }

    /// What to do about it.
    pub fn help(&self, language: Language) -> String {
        let say = |id: &str, arguments: &[(&str, Argument)]| message(language, id, arguments);
        let most = [("most", (super::MAX_BYTES / 1024).to_string().into())];
        match self {
            Failure::NotFound => say("web-not-found-help", &[]),
            Failure::MethodNotAllowed => say("web-method-help", &[]),
            Failure::TooLarge => say("web-too-large-help", &most),
            Failure::TooManyFields => say("web-too-many-fields-help", &[]),
            Failure::NotUtf8 => say("web-not-utf8-help", &[]),
            Failure::NotAForm => say("web-not-a-form-help", &[]),
            Failure::Parameter(parameter) => {
                say("web-parameter-help", &[("parameter", parameter.as_str().into())])
            }
            Failure::Unsupported => say("web-unsupported-help", &[]),
            Failure::Encoded => say("web-encoded-help", &[]),
            Failure::AddressTooLong => say("web-address-too-long-help", &[]),
            Failure::NoHost => say("web-no-host-help", &[]),
            Failure::TooSlow => say("web-too-slow-help", &[]),
            Failure::Busy => say("web-busy-help", &[]),
            Failure::OtherHost => say("web-other-host-help", &[]),
            Failure::Broken => say("web-broken-help", &[]),
        }
    }

    /// The problem as `application/problem+json`.
    pub fn problem(&self, language: Language) -> String {
        dteam_report::json(&json!({
            "type": "about:blank",
            "title": self.title(language),
            "status": self.status().as_u16(),
            "detail": self.help(language),
        }))
    }
}
