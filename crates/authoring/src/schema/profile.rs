//! The schema of a profile: the survey's questions by their paths.

use serde_json::{Map, Value as Json, json};

use super::{NOT_EMPTY, Writer, joined, mapping, one_of, reference};
use dteam_engine::profile::answer::MAX_TEXT;
use dteam_engine::profile::number_as_json;
use dteam_engine::survey::{Kind, Options, Question};
use dteam_text::language::messages::Argument;

pub(super) fn schema(writer: &Writer<'_>) -> Json {
    writer.file("profile", "schema-profile", "schema-profile-about", whole(writer), answers(writer))
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
    let explained =
        json!({"title": label, "description": format!("{help}\n\n{}", expected(writer, question))});
    joined(explained, answer(writer, question, open))
}

/// What a question takes; `null` as well, where it may be left open.
pub(super) fn answer(writer: &Writer<'_>, question: &Question, open: bool) -> Json {
    let answer = match &question.kind {
        Kind::Choice(options) => option(writer, options),
        Kind::Choices(options) => {
            json!({"type": "array", "items": option(writer, options), "uniqueItems": true})
        }
        Kind::Ranking { options, limit } => {
            json!({"type": "array", "items": option(writer, options), "uniqueItems": true, "maxItems": limit})
        }
        Kind::Scale { levels } => {
            let levels = levels.iter().map(|level| level.get(writer.language).to_string());
            one_of("integer", levels.enumerate().map(|(level, label)| (Json::from(level), label)))
        }
        Kind::Number { whole: true, .. } => json!({"type": "integer"}),
        Kind::Number { .. } | Kind::Percent => json!({"type": "number"}),
        Kind::Flag => json!({"type": "boolean"}),
        Kind::Text => json!({"type": "string", "pattern": NOT_EMPTY, "maxLength": MAX_TEXT}),
    };
    let range = match (&question.kind, question.kind.range()) {
        (Kind::Scale { .. }, _) | (_, None) => json!({}),
        (_, Some((least, most))) => {
            json!({"minimum": number_as_json(least), "maximum": number_as_json(most)})
        }
    };
    let answer = joined(answer, range);
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

/// What to write, in a few words.
fn expected(writer: &Writer<'_>, question: &Question) -> String {
    let (min, max) = question.kind.written_range();
    let range = [("min", Argument::from(min)), ("max", Argument::from(max))];
    let expected = match &question.kind {
        Kind::Choice(_) => writer.message("schema-choice"),
        Kind::Choices(_) => writer.message("schema-choices"),
        Kind::Ranking { limit, .. } => {
            writer.message_with("schema-ranking", &[("limit", Argument::from(*limit))])
        }
        Kind::Scale { .. } => writer.message_with("schema-scale", &range),
        Kind::Number { .. } => writer.message_with("expects-number", &range),
        Kind::Percent => writer.message("expects-percent"),
        Kind::Flag => writer.message("expects-flag"),
        Kind::Text => writer.message("expects-text"),
    };
    match &question.unit {
        Some(unit) => format!("{expected} ({})", unit.get(writer.language)),
        None => expected,
    }
}
