//! The schema of `facts.yaml`.

use serde_json::{Map, Value as Json, json};

use super::{SLUG_PATTERN, Writer, list_of, mapping, one_of, text};
use dteam_engine::pack::Certainty;
use dteam_engine::survey::load::FORMAT;

pub(super) fn schema(writer: &Writer<'_>) -> Json {
    let root = mapping(
        json!({
            "format": writer.explained("schema-facts-format", json!({"const": FORMAT})),
            "facts": writer.explained("schema-facts-facts", list_of(fact(writer))),
        }),
        &["format", "facts"],
    );
    writer.file("facts", "schema-facts", "schema-facts-file", root, Map::new())
}

fn fact(writer: &Writer<'_>) -> Json {
    let slug = json!({"type": "string", "pattern": SLUG_PATTERN});
    let sure = Certainty::ALL.into_iter().map(|certainty| {
        let meaning = match certainty {
            Certainty::Certain => "schema-certainty-certain",
            Certainty::Likely => "schema-certainty-likely",
            Certainty::Unclear => "schema-certainty-unclear",
        };
        (Json::from(certainty.name()), writer.message(meaning))
    });
    mapping(
        json!({
            "id": writer.explained("schema-dated-fact-id", slug),
            "statement":
                writer.explained("schema-dated-fact-statement", writer.in_languages(&text())),
            "source": writer.explained("schema-dated-fact-source", source(writer)),
            "certainty": writer.explained("schema-dated-fact-certainty", one_of("string", sure)),
            "date": writer.explained("schema-fact-date", writer.partial_date()),
            "checked": writer.explained("schema-dated-fact-checked", writer.date()),
            "recheck": writer.explained("schema-dated-fact-recheck", writer.date()),
            "states": writer.explained("schema-dated-fact-states", list_of(state(writer))),
        }),
        &["id", "statement", "source", "certainty", "checked", "recheck"],
    )
}

/// A publication that the pack lists, or a title with its address.
fn source(writer: &Writer<'_>) -> Json {
    let address = json!({"type": "string", "pattern": "^https?://"});
    let slug = json!({"type": "string", "pattern": SLUG_PATTERN});
    let own = mapping(
        json!({
            "title": writer.explained("schema-fact-title", text()),
            "address": writer.explained("schema-publication-address", address),
        }),
        &["title"],
    );
    let listed = mapping(
        json!({"publication": writer.explained("schema-source-publication", slug)}),
        &["publication"],
    );
    json!({"anyOf": [own, listed]})
}

/// The options of the question that the survey names; nothing where it names none.
fn state(writer: &Writer<'_>) -> Json {
    let survey = &writer.catalog.survey;
    let question = survey.states.map(|slot| survey.question(slot));
    match question.and_then(|question| question.kind.options()) {
        Some(options) => {
            let choices = options.0.iter();
            one_of(
                "string",
                choices.map(|choice| {
                    (Json::from(choice.id.as_str()), choice.label.get(writer.language).clone())
                }),
            )
        }
        None => json!(false),
    }
}
