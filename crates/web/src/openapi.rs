//! The description of the API (OpenAPI 3.1), in English: it is for those who write programs.

use serde_json::{Map, Value as Json, json};

use super::endpoint::{Answers, ENDPOINTS, Endpoint};
use super::failure::Failure;
use dteam_text::diagnostic::ERROR_LANGUAGE;
use dteam_text::language::Language;

impl Answers {
    fn summary(self) -> &'static str {
        match self {
            Answers::Advice => {
                "The advice for a municipality: its type and the next steps, with their reasons"
            }
            Answers::Classification => {
                "The type of a municipality, by its goals and by its other answers"
            }
            Answers::Check => "The mistakes in a profile, and what in it deserves a second look",
            Answers::Description => "This description",
            Answers::Schema(_) => "A JSON Schema, with the questions and rules of this server",
            Answers::Health => "Whether the server is up",
        }
    }

    fn media_type(self) -> &'static str {
        match self {
            Answers::Schema(_) => "application/schema+json",
            Answers::Advice
            | Answers::Classification
            | Answers::Check
            | Answers::Description
            | Answers::Health => "application/json",
        }
    }

    fn schema(self) -> Json {
        match self {
            Answers::Advice => json!({"$ref": "../../schema/advice.json"}),
            Answers::Classification => {
                json!({"$ref": "../../schema/advice.json#/$defs/Classification"})
            }
            Answers::Check => json!({"$ref": "#/components/schemas/Check"}),
            Answers::Description | Answers::Schema(_) => json!({"type": "object"}),
            Answers::Health => {
                json!({"type": "object", "required": ["status"], "properties": {"status": {"const": "ok"}}})
            }
        }
    }
}

/// The whole description.
pub(super) fn description(languages: &[Language]) -> Json {
    let codes: Vec<&str> = languages.iter().map(|language| language.code()).collect();
    let paths: Map<String, Json> = ENDPOINTS
        .iter()
        .map(|endpoint| (endpoint.path.to_owned(), path(endpoint, &codes)))
        .collect();
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "dteam",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "Advice for the digital municipality",
            "description": "Nothing that is sent is stored. Answers are the same for the same profile, language and date.",
        },
        "servers": [{"url": "../../"}],
        "paths": paths,
        "components": {"schemas": {"Problem": problem(), "Check": check(&codes)}},
    })
}

fn path(endpoint: &Endpoint, codes: &[&str]) -> Json {
    let answers = endpoint.answers;
    let mut responses = Map::new();
    let content = |kind: &str, schema: Json| json!({kind: {"schema": schema}});
    let done =
        json!({"description": "Done", "content": content(answers.media_type(), answers.schema())});
    responses.insert("200".to_owned(), done);
    let mut failures =
        vec![Failure::Parameter(String::new()), Failure::AddressTooLong, Failure::OtherHost];
    if !matches!(answers, Answers::Health) {
        failures.push(Failure::Busy);
    }
    if endpoint.takes_profile {
        failures = vec![
            Failure::Parameter(String::new()),
            Failure::TooSlow,
            Failure::TooLarge,
            Failure::AddressTooLong,
            Failure::Unsupported,
            Failure::OtherHost,
            Failure::Broken,
            Failure::Busy,
        ];
    }
    if matches!(answers, Answers::Advice | Answers::Classification) {
        let schema = json!({"$ref": "#/components/schemas/Check"});
        let mistakes = json!({
            "description": "The profile has mistakes: all of them, with line, column and fix",
            "content": content("application/json", schema),
        });
        responses.insert("422".to_owned(), mistakes);
    }
    for failure in failures {
        let schema = json!({"$ref": "#/components/schemas/Problem"});
        let described = json!({
            "description": failure.title(ERROR_LANGUAGE),
            "content": content("application/problem+json", schema),
        });
        responses.insert(failure.status().as_u16().to_string(), described);
    }
    responses.sort_keys();
    let mut operation = json!({"summary": answers.summary(), "operationId": operation_id(endpoint), "responses": responses});
    let parameters: Vec<Json> =
        endpoint.parameters.iter().map(|name| parameter(name, codes)).collect();
    if !parameters.is_empty() {
        operation["parameters"] = Json::from(parameters);
    }
    if endpoint.takes_profile {
        // What is wrong with a profile can be asked of anything.
        let schema = if matches!(answers, Answers::Check) {
            json!({})
        } else {
            json!({"$ref": "../../schema/profile.json"})
        };
        operation["requestBody"] = json!({
            "description": "The profile, at most 1 MiB",
            "required": true,
            "content": {"application/json": {"schema": schema}, "application/yaml": {"schema": schema}},
        });
    }
    json!({if endpoint.takes_profile { "post" } else { "get" }: operation})
}

fn operation_id(endpoint: &Endpoint) -> String {
    let words = endpoint.path.trim_start_matches("/api/v1").split(['/', '.']);
    words.filter(|word| !word.is_empty() && *word != "json").collect::<Vec<_>>().join("-")
}

fn parameter(name: &str, codes: &[&str]) -> Json {
    let (description, schema) = match name {
        "date" => (
            "The reference date: stands on the advice and decides rules with a period of validity. Without it, today",
            json!({"type": "string", "format": "date"}),
        ),
        _ => ("The language of every text", json!({"type": "string", "enum": codes})),
    };
    json!({"name": name, "in": "query", "description": description, "schema": schema})
}

fn problem() -> Json {
    json!({
        "description": "RFC 9457",
        "type": "object",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": {"type": "string"},
            "title": {"type": "string"},
            "status": {"type": "integer", "minimum": 400, "maximum": 599},
            "detail": {"type": "string"},
        },
    })
}

fn check(codes: &[&str]) -> Json {
    let text = json!({"type": ["string", "null"]});
    let index = json!({"type": ["integer", "null"], "minimum": 1});
    json!({
        "description": "What `dteam check --format json` writes",
        "type": "object",
        "required": ["schema", "language", "checked", "complete", "diagnostics"],
        "properties": {
            "schema": {"const": "dteam.check/1"},
            "language": {"enum": codes},
            "checked": {"type": "object"},
            "complete": {"type": "boolean"},
            "diagnostics": {"type": "array", "items": {
                "type": "object",
                "required": ["code", "name", "severity", "message", "help", "file", "line", "column"],
                "properties": {
                    "code": {"type": "string"}, "name": {"type": "string"},
                    "severity": {"enum": ["error", "warning", "note"]},
                    "message": {"type": "string"}, "help": text, "example": text,
                    "question": text, "file": text, "line": index, "column": index,
                    "end_line": index, "end_column": index,
                },
            }},
        },
    })
}
