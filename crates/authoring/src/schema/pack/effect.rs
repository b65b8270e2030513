//! What a step changes in the answers.

use serde_json::{Map, Value as Json, json};

use crate::schema::profile::{answer, explained_answer};
use crate::schema::{Writer, joined, list_of, one_of};
use dteam_engine::survey::{Options, Question};
use dteam_text::language::messages::Argument;

/// A new answer to any question that a step can change, or options to add to a list and to remove.
///
/// Questions of a pack that is not loaded are in a group that the survey does not have.
pub(super) fn effect(writer: &Writer<'_>) -> Json {
    let questions = &writer.catalog.survey.questions;
    let mut groups: Vec<&str> =
        questions.iter().filter_map(|question| question.path.split('.').next()).collect();
    groups.dedup();
    let of_other_packs =
        format!(r"^(?!({})\.)[a-z][a-z0-9_]*\.[A-Za-z][A-Za-z0-9_]*$", groups.join("|"));
    let answer_of_other_packs =
        json!({"type": ["string", "number", "boolean", "array"], "items": {"type": "string"}});
    let answer_of_other_packs = writer.explained("schema-effect-of-pack", answer_of_other_packs);
    let changeable = questions.iter().filter(|question| !question.fixed);
    let properties: Map<String, Json> =
        changeable.map(|question| (question.path.to_string(), change(writer, question))).collect();
    json!({
        "type": "object",
        "properties": properties,
        "patternProperties": {of_other_packs: answer_of_other_packs},
        "additionalProperties": false,
    })
}

fn change(writer: &Writer<'_>, question: &Question) -> Json {
    let change = explained_answer(writer, question, false);
    let (true, Some(options)) = (change["type"] == "array", question.kind.options()) else {
        return change;
    };
    // For editors: a hover shows the title of what fits.
    let label = question.label.get(writer.language);
    let named =
        |id, form| joined(json!({"title": format!("{label} ({})", writer.message(id))}), form);
    let answer = named("schema-effect-list", answer(writer, question, false));
    let one = named("schema-effect-one", signed(writer, options));
    let several = named("schema-effect-several", list_of(signed(writer, options)));
    json!({"title": change["title"], "description": change["description"], "anyOf": [answer, one, several]})
}

/// `+option` and `-option`.
fn signed(writer: &Writer<'_>, options: &Options) -> Json {
    let signs = [('+', "schema-effect-adds"), ('-', "schema-effect-removes")];
    let options = options.0.iter();
    let signed = options.flat_map(|option| {
        signs.map(|(sign, meaning)| {
            let label = option.label.get(writer.language).as_ref();
            let meaning = writer.message_with(meaning, &[("option", Argument::from(label))]);
            (Json::from(format!("{sign}{}", option.id)), meaning)
        })
    });
    one_of("string", signed)
}
