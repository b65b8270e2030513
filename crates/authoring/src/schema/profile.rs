//! The schema of a profile: the survey's questions by their paths.

use serde_json::{Map, Value as Json, json};

use super::{
    NOT_EMPTY, RULE_WITH_PACK_PATTERN, Writer, joined, list_of, mapping, one_of, reference,
};
use crate::expected::with_unit;
use dteam_engine::profile::answer::MAX_TEXT;
use dteam_engine::profile::{number_as_json, own_plan};
use dteam_engine::survey::{Control, Options, Question};

pub(super) fn schema(writer: &Writer<'_>) -> Json {
    let mut root = whole(writer);
    root["properties"][own_plan::KEY] = plan(writer);
    writer.file("profile", "schema-profile", "schema-profile-about", root, answers(writer))
}

/// What the municipality says of its plan. A key without a value says nothing.
fn plan(writer: &Writer<'_>) -> Json {
    let days = || json!({"type": "number", "minimum": 0.5, "maximum": 6000, "multipleOf": 0.5});
    let period = || json!({"type": "string", "pattern": "^[0-9]{4}-[Qq][1-4]$"});
    let rule = || writer.rule_id(RULE_WITH_PACK_PATTERN);
    let by_rule = |value: Json| json!({"type": "object", "propertyNames": rule(), "additionalProperties": value});
    let said = |id: &str, value: Json| writer.explained(id, or_null(value));
    let euros = json!({"type": "number", "minimum": 0});
    let step = mapping(
        json!({
            "days": said("schema-plan-step-days", days()),
            "euros": said("schema-plan-step-euros", euros),
        }),
        &[],
    );
    let per_year = json!({"type": "integer", "minimum": 1, "maximum": 100});
    let plan = mapping(
        json!({
            "days_per_quarter": said("schema-plan-days", days()),
            "per_year": said("schema-plan-per-year", per_year),
            "blocked": said("schema-plan-blocked", list_of(period())),
            "done": said("schema-plan-done", list_of(rule())),
            "skip": said("schema-plan-skip", list_of(rule())),
            "fix": said("schema-plan-fix", by_rule(period())),
            "steps": said("schema-plan-steps", by_rule(step)),
        }),
        &[],
    );
    said("schema-plan", plan)
}

fn or_null(mut value: Json) -> Json {
    value["type"] = json!([value["type"], "null"]);
    value
}

/// A profile or part of one. It refers to the [`answers`].
pub(super) fn whole(writer: &Writer<'_>) -> Json {
    joined(group(writer, ""), json!({"type": "object"}))
}

/// Every question's answer.
pub(super) fn answers(writer: &Writer<'_>) -> Map<String, Json> {
    let questions = writer.catalog.survey.questions.iter();
    questions
        .map(|question| (definition(&question.path), explained_answer(writer, question, true)))
        .collect()
}

fn definition(path: &str) -> String {
    format!("question.{path}")
}

/// The questions below a path, the empty path being the whole profile.
///
/// The keys that people write are properties. The reader also takes paths in one piece
/// (`data.inventory: 1`); these are valid, and as patterns they are not suggested.
fn group(writer: &Writer<'_>, path: &str) -> Json {
    let (mut properties, mut patterns) = (Map::new(), Map::new());
    for question in &writer.catalog.survey.questions {
        let Some(rest) = rest(&question.path, path) else { continue };
        let ends = rest.match_indices('.').map(|(at, _)| at).chain([rest.len()]);
        for (depth, end) in ends.enumerate() {
            let key = &rest[..end];
            let full = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
            let value = || match writer.catalog.survey.find(&full) {
                Some(_) => reference(&definition(&full)),
                None => joined(heading(writer, &full), group(writer, &full)),
            };
            match depth {
                0 => properties.entry(key).or_insert_with(value),
                _ => patterns.entry(format!("^{}$", key.replace('.', r"\."))).or_insert_with(value),
            };
        }
    }
    let mut group =
        joined(mapping(Json::Object(properties), &[]), json!({"type": ["object", "null"]}));
    if !patterns.is_empty() {
        group["patternProperties"] = Json::Object(patterns);
    }
    group
}

/// What the questions below a path are about. Their group has no name of its own, but for the
/// section it is in.
fn heading(writer: &Writer<'_>, path: &str) -> Json {
    let survey = &writer.catalog.survey;
    let below: Vec<&Question> =
        survey.questions.iter().filter(|question| rest(&question.path, path).is_some()).collect();
    let title =
        below.first().map(|question| survey.sections[question.section].title.get(writer.language));
    let labels: Vec<&str> =
        below.iter().map(|question| question.label.get(writer.language).as_ref()).collect();
    json!({"title": title, "description": labels.join("; ")})
}

/// What remains of a question's path below another.
fn rest<'q>(question: &'q str, path: &str) -> Option<&'q str> {
    match path {
        "" => Some(question),
        path => question.strip_prefix(path)?.strip_prefix('.'),
    }
}

/// An answer with its question.
pub(super) fn explained_answer(writer: &Writer<'_>, question: &Question, open: bool) -> Json {
    let (label, help) = (question.label.get(writer.language), question.help.get(writer.language));
    let explained = json!({"title": label, "description": format!("{help}\n\n{}", with_unit(question, "schema", writer.language))});
    joined(explained, answer(writer, question, open))
}

/// What a question takes; `null` as well, where it may be left open.
pub(super) fn answer(writer: &Writer<'_>, question: &Question, open: bool) -> Json {
    let answer = match question.kind.control() {
        Control::One(options) => option(writer, options),
        Control::Several(options) => {
            json!({"type": "array", "items": option(writer, options), "uniqueItems": true})
        }
        Control::Ranked(options, limit) => {
            json!({"type": "array", "items": option(writer, options), "uniqueItems": true, "maxItems": limit})
        }
        Control::Level(levels) => {
            let levels = levels.iter().map(|level| level.get(writer.language).to_string());
            one_of("integer", levels.enumerate().map(|(level, label)| (Json::from(level), label)))
        }
        Control::Number(bounds) => {
            let form = if bounds.whole { "integer" } else { "number" };
            let (min, max) = (number_as_json(bounds.min), number_as_json(bounds.max));
            json!({"type": form, "minimum": min, "maximum": max})
        }
        Control::YesOrNo => json!({"type": "boolean"}),
        Control::Line => json!({"type": "string", "pattern": NOT_EMPTY, "maxLength": MAX_TEXT}),
    };
    if open { or_open(writer, answer) } else { answer }
}

/// `null` is how editors leave a question open.
fn or_open(writer: &Writer<'_>, mut answer: Json) -> Json {
    answer["type"] = json!([answer["type"], "null"]);
    if let Some(values) = answer.get_mut("enum").and_then(Json::as_array_mut) {
        values.push(Json::Null);
    }
    if let Some(meanings) = answer.get_mut("enumDescriptions").and_then(Json::as_array_mut) {
        meanings.push(Json::from(writer.message("schema-open")));
    }
    answer
}

fn option(writer: &Writer<'_>, options: &Options) -> Json {
    let options = options.0.iter();
    one_of(
        "string",
        options
            .map(|option| (Json::from(&*option.id), option.label.get(writer.language).to_string())),
    )
}
