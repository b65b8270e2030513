//! The addresses of the API: the routes and their description are both made of these.

use dteam_authoring::schema::SchemaOf;

/// What an address answers with.
#[derive(Debug, Clone, Copy)]
pub(super) enum Answers {
    Advice,
    Classification,
    Check,
    Description,
    Schema(SchemaOf),
    Health,
}

/// One address of the API.
pub(super) struct Endpoint {
    pub path: &'static str,
    /// It takes a profile; else it is fetched.
    pub takes_profile: bool,
    /// The parameters it knows.
    pub parameters: &'static [&'static str],
    /// What it answers with.
    pub answers: Answers,
}

/// All addresses for programs.
pub(super) const ENDPOINTS: &[Endpoint] = &[
    Endpoint {
        path: "/api/v1/advice",
        takes_profile: true,
        parameters: &["lang", "date"],
        answers: Answers::Advice,
    },
    Endpoint {
        path: "/api/v1/classification",
        takes_profile: true,
        parameters: &["lang"],
        answers: Answers::Classification,
    },
    Endpoint {
        path: "/api/v1/check",
        takes_profile: true,
        parameters: &["lang"],
        answers: Answers::Check,
    },
    Endpoint {
        path: "/api/v1/openapi.json",
        takes_profile: false,
        parameters: &[],
        answers: Answers::Description,
    },
    Endpoint {
        path: "/schema/profile.json",
        takes_profile: false,
        parameters: &["lang"],
        answers: Answers::Schema(SchemaOf::Profile),
    },
    Endpoint {
        path: "/schema/pack.json",
        takes_profile: false,
        parameters: &["lang"],
        answers: Answers::Schema(SchemaOf::Pack),
    },
    Endpoint {
        path: "/schema/cases.json",
        takes_profile: false,
        parameters: &["lang"],
        answers: Answers::Schema(SchemaOf::Cases),
    },
    Endpoint {
        path: "/schema/advice.json",
        takes_profile: false,
        parameters: &["lang"],
        answers: Answers::Schema(SchemaOf::Advice),
    },
    Endpoint { path: "/healthz", takes_profile: false, parameters: &[], answers: Answers::Health },
];
