//! The schema of `pack.yaml`.

use serde_json::{Map, Value as Json, json};

use super::{
    ID_PATTERN, NOT_EMPTY, RULE_PATTERN, SLUG_PATTERN, Writer, joined, list_of, mapping, number,
    one_of, reference, text,
};
use dteam_engine::expression::script::Kind;
use dteam_engine::pack::load::ACTIONS;
use dteam_engine::pack::work::{DAYS, WEEKS};
use dteam_engine::pack::{Cost, DecidedBy};
use dteam_engine::survey::load::FORMAT;
use dteam_text::language::Localized;

mod change;
mod effect;
mod question;

pub(super) fn schema(writer: &Writer<'_>) -> Json {
    let version =
        json!({"type": ["string", "number"], "pattern": r"^[0-9]+(\.[0-9]+)*$", "minimum": 0});
    let root = mapping(
        json!({
            "format": writer.explained("schema-pack-format", json!({"const": FORMAT})),
            "id": writer.explained("schema-pack-id", slug()),
            "version": writer.explained("schema-pack-version", version),
            "title": writer.explained("schema-pack-title", reference("text")),
            "about": writer.explained("schema-pack-about", reference("text")),
            "order": writer.explained("schema-pack-order", number(0.0, 1e6)),
            "author": writer.explained("schema-author", text()),
            "reviewed": writer.explained("schema-reviewed", reference("review")),
            "sources": writer.explained("schema-pack-sources", list_of(reference("publication"))),
            "functions": writer.explained("schema-pack-functions", list_of(reference("function"))),
            "questions": writer.explained("schema-pack-questions", list_of(reference("question"))),
            "contradictions": writer.explained(
                "schema-pack-contradictions",
                list_of(reference("contradiction")),
            ),
            "changes": writer.explained("schema-pack-changes", list_of(reference("change"))),
            "rules": writer.explained("schema-pack-rules", list_of(reference("rule"))),
        }),
        &["format", "id", "version", "title", "about"],
    );
    // A pack that only asks questions or changes rules needs none of its own.
    let only_rules = json!({"properties": {"questions": false, "changes": false}});
    let root = joined(root, json!({"if": only_rules, "then": {"required": ["rules"]}}));
    writer.file("pack", "schema-pack", "schema-pack-file", root, definitions(writer))
}

fn definitions(writer: &Writer<'_>) -> Map<String, Json> {
    let definitions = [
        ("rule", writer.titled("schema-rule", rule(writer))),
        ("note", writer.titled("schema-note", note(writer))),
        ("variant", writer.titled("schema-variant", variant(writer))),
        ("source", writer.titled("schema-source", source(writer))),
        ("publication", writer.titled("schema-publication", publication(writer))),
        ("review", writer.titled("schema-review", review(writer))),
        ("function", writer.titled("schema-function", function(writer))),
        ("question", writer.titled("schema-question", question::question(writer))),
        ("change", writer.titled("schema-change", change::change(writer))),
        ("contradiction", writer.titled("schema-contradiction", contradiction(writer))),
        ("text", writer.in_languages(&text())),
        ("actions", actions(writer)),
        ("condition", json!({"type": ["string", "boolean"], "pattern": NOT_EMPTY})),
        ("impact", impact_or_expression(writer)),
        ("impact-by-type", impact_by_type(writer)),
        ("effort", effort(writer)),
        ("effect", effect::effect(writer)),
        ("type", writer.type_id()),
        ("rule-id", writer.rule_id(RULE_PATTERN)),
    ];
    definitions.map(|(name, definition)| (name.to_owned(), definition)).into_iter().collect()
}

fn rule(writer: &Writer<'_>) -> Json {
    let need =
        json!({"type": ["string", "number"], "pattern": NOT_EMPTY, "minimum": 0, "maximum": 1});
    let mut rule = mapping(
        json!({
            "id": writer.explained("schema-rule-id", slug()),
            "title": writer.explained("schema-rule-title", reference("text")),
            "when": writer.explained("schema-rule-when", reference("condition")),
            "need": writer.explained("schema-rule-need", need),
            "impact": writer.explained("schema-rule-impact", reference("impact")),
            "fit": writer.explained("schema-rule-fit", by_type(writer, number(0.0, 1.0))),
            "effort": writer.explained("schema-rule-effort", reference("effort")),
            "days": writer.explained("schema-rule-days", days()),
            "weeks": writer.explained("schema-rule-weeks", weeks()),
            "decided_by": writer.explained("schema-rule-decided-by", bodies()),
            "lead": writer.explained("schema-rule-lead", roles(writer)),
            "with": writer.explained("schema-rule-with", list_of(partners(writer))),
            "cost": writer.explained("schema-rule-cost", costs()),
            "returns": writer.explained("schema-rule-returns", json!({"type": "boolean"})),
            "joint": writer.explained("schema-rule-joint", number(0.0, 1.0)),
            "duty": writer.explained("schema-rule-duty", duty(writer)),
            "after": writer.explained("schema-rule-after", list_of(reference("rule-id"))),
            "before": writer.explained("schema-rule-before", list_of(reference("rule-id"))),
            "covers": writer.explained("schema-rule-covers", list_of(reference("rule-id"))),
            "learn_from": writer.explained("schema-rule-learn-from", list_of(reference("type"))),
            "why": writer.explained("schema-rule-why", reference("text")),
            "notes": writer.explained("schema-rule-notes", list_of(reference("note"))),
            "actions": writer.explained("schema-rule-actions", reference("actions")),
            "variants": writer.explained("schema-rule-variants", list_of(reference("variant"))),
            "effect": writer.explained("schema-rule-effect", reference("effect")),
            "valid": writer.explained("schema-rule-valid", validity(writer)),
            "source": writer.explained("schema-rule-source", reference("source")),
            "author": writer.explained("schema-author", text()),
            "reviewed": writer.explained("schema-reviewed", reference("review")),
        }),
        &["id", "title", "when", "impact", "effort", "why", "actions", "effect", "source"],
    );
    let two = |first: u8| json!([format!("${{{first}}}"), format!("${{{}}}", first + 1)]);
    rule["defaultSnippets"] = json!([{
        "label": writer.message("schema-rule-snippet"),
        "description": writer.message("schema-rule-snippet-about"),
        "body": {
            "id": "${1}",
            "title": {"de": "${2}", "en": "${3}"},
            "when": "${4}",
            "impact": 3,
            "effort": 2,
            "why": {"de": "${5}", "en": "${6}"},
            "actions": {"de": two(7), "en": two(9)},
            "effect": {"${11}": "${12}"},
            "source": {"section": "${13}"},
        },
    }]);
    rule
}

fn note(writer: &Writer<'_>) -> Json {
    mapping(
        json!({
            "when": writer.explained("schema-note-when", reference("condition")),
            "text": writer.explained("schema-note-text", reference("text")),
        }),
        &["when", "text"],
    )
}

fn variant(writer: &Writer<'_>) -> Json {
    mapping(
        json!({
            "when": writer.explained("schema-variant-when", reference("condition")),
            "title": writer.explained("schema-rule-title", reference("text")),
            "why": writer.explained("schema-rule-why", reference("text")),
            "actions": writer.explained("schema-rule-actions", reference("actions")),
            "effort": writer.explained("schema-rule-effort", reference("effort")),
            "days": writer.explained("schema-rule-days", days()),
            "weeks": writer.explained("schema-rule-weeks", weeks()),
        }),
        &["when"],
    )
}

fn actions(writer: &Writer<'_>) -> Json {
    let moves =
        joined(list_of(text()), json!({"minItems": ACTIONS.start(), "maxItems": ACTIONS.end()}));
    writer.in_languages(&moves)
}

/// A number or a number for each type.
fn impact_by_type(writer: &Writer<'_>) -> Json {
    let mut by_type = by_type(writer, number(1.0, 5.0));
    let default = writer.explained("schema-impact-default", number(1.0, 5.0));
    if let Some(properties) = by_type["properties"].as_object_mut() {
        properties.shift_insert(0, "default".to_owned(), default);
    }
    by_type["required"] = json!(["default"]);
    json!({"anyOf": [number(1.0, 5.0), by_type]})
}

fn impact_or_expression(writer: &Writer<'_>) -> Json {
    let mut impact = impact_by_type(writer);
    if let Some(forms) = impact["anyOf"].as_array_mut() {
        forms.push(json!({"type": "string", "pattern": NOT_EMPTY}));
    }
    impact
}

fn by_type(writer: &Writer<'_>, value: Json) -> Json {
    let names = writer.catalog.typology.names.0.iter();
    let types = names.map(|name| {
        let label = json!({"description": name.label.get(writer.language)});
        (name.id.to_string(), joined(label, value.clone()))
    });
    mapping(types.collect(), &[])
}

fn effort(writer: &Writer<'_>) -> Json {
    let levels = [
        "schema-effort-1",
        "schema-effort-2",
        "schema-effort-3",
        "schema-effort-4",
        "schema-effort-5",
    ];
    one_of(
        "integer",
        (1..).zip(levels).map(|(effort, meaning)| (Json::from(effort), writer.message(meaning))),
    )
}

/// The least and the most days.
fn days() -> Json {
    let day = json!({"type": "number", "minimum": DAYS.0, "maximum": DAYS.1, "multipleOf": 0.5});
    joined(list_of(day), json!({"minItems": 2, "maxItems": 2}))
}

fn weeks() -> Json {
    json!({"type": "integer", "minimum": WEEKS.start(), "maximum": WEEKS.end()})
}

fn bodies() -> Json {
    json!({"enum": DecidedBy::ALL.map(DecidedBy::name)})
}

fn costs() -> Json {
    json!({"enum": Cost::ALL.map(Cost::name)})
}

fn roles(writer: &Writer<'_>) -> Json {
    let catalog = writer.catalog;
    let roles = catalog.planning.roles(&catalog.survey).into_iter().flat_map(|roles| &roles.0);
    parties(writer, roles.map(|role| (&role.id, &role.label)))
}

fn partners(writer: &Writer<'_>) -> Json {
    let partners = writer.catalog.planning.partners.iter();
    parties(writer, partners.map(|partner| (&partner.id, &partner.label)))
}

/// One of these by its id; nothing where there are none.
fn parties<'c>(
    writer: &Writer<'c>,
    parties: impl Iterator<Item = (&'c String, &'c Localized)>,
) -> Json {
    let named = parties
        .map(|(id, label)| (Json::from(id.as_str()), label.get(writer.language).to_string()));
    let named: Vec<_> = named.collect();
    match named.is_empty() {
        true => json!({"not": {}}),
        false => one_of("string", named.into_iter()),
    }
}

fn duty(writer: &Writer<'_>) -> Json {
    mapping(
        json!({
            "law": writer.explained("schema-duty-law", reference("text")),
            "since": writer.explained("schema-duty-since", writer.date()),
            "binds": writer.explained("schema-duty-binds", reference("text")),
        }),
        &["law", "since", "binds"],
    )
}

fn validity(writer: &Writer<'_>) -> Json {
    mapping(
        json!({
            "from": writer.explained("schema-valid-from", writer.date()),
            "until": writer.explained("schema-valid-until", writer.date()),
        }),
        &[],
    )
}

fn source(writer: &Writer<'_>) -> Json {
    let mut fact = mapping(
        json!({
            "title": writer.explained("schema-fact-title", text()),
            "date": writer.explained("schema-fact-date", writer.partial_date()),
        }),
        &["title"],
    );
    // Or the id of one in `facts.yaml`.
    fact["type"] = json!(["string", "object"]);
    fact["pattern"] = json!(RULE_PATTERN);
    let source = mapping(
        json!({
            "publication": writer.explained("schema-source-publication", slug()),
            "section": writer.explained("schema-source-section", text()),
            "table": writer.explained("schema-source-table", table_number()),
            "facts": writer.explained("schema-source-facts", list_of(fact)),
        }),
        &[],
    );
    let section = match writer.catalog.survey.source.sections.listed() {
        // `5.3` without quotation marks is a number for editors, and the same section.
        Some(sections) => {
            let numbers = sections.iter().filter_map(|section| section.parse::<f64>().ok());
            let numbers = numbers.map(Json::from);
            let texts = sections.iter().map(|section| Json::from(section.as_str()));
            json!({"enum": texts.chain(numbers).collect::<Vec<_>>()})
        }
        None => json!({}),
    };
    let of_study = json!({
        "required": ["section"],
        "properties": {"section": section, "table": table(writer)},
    });
    joined(source, json!({"if": {"required": ["publication"]}, "else": of_study}))
}

fn table_number() -> Json {
    json!({"type": "integer", "minimum": 1, "maximum": 99})
}

fn publication(writer: &Writer<'_>) -> Json {
    let year = json!({"type": "integer", "minimum": 1000, "maximum": 9999});
    let address = json!({"type": "string", "pattern": "^https?://"});
    mapping(
        json!({
            "id": writer.explained("schema-publication-id", slug()),
            "title": writer.explained("schema-publication-title", text()),
            "publisher": writer.explained("schema-publication-publisher", text()),
            "year": writer.explained("schema-publication-year", year),
            "address": writer.explained("schema-publication-address", address),
            "sections": writer.explained("schema-publication-sections", list_of(text())),
            "tables": writer.explained("schema-publication-tables", list_of(table_number())),
        }),
        &["id", "title"],
    )
}

fn contradiction(writer: &Writer<'_>) -> Json {
    let severity = json!({"enum": ["error", "warning"]});
    mapping(
        json!({
            "at": writer.explained("schema-contradiction-at", text()),
            "severity": writer.explained("schema-contradiction-severity", severity),
            "when": writer.explained("schema-contradiction-when", reference("condition")),
            "message": writer.explained("schema-contradiction-message", reference("text")),
        }),
        &["at", "severity", "when", "message"],
    )
}

fn review(writer: &Writer<'_>) -> Json {
    mapping(
        json!({
            "date": writer.explained("schema-review-date", writer.date()),
            "by": writer.explained("schema-review-by", text()),
        }),
        &["date", "by"],
    )
}

/// The study's tables, those that the typology is taken from among them.
fn table(writer: &Writer<'_>) -> Json {
    let catalog = writer.catalog;
    let tables = catalog.benchmarks.tables.iter();
    let mut tables: Vec<(u8, String)> =
        tables.map(|table| (table.number, table.title.get(writer.language).to_string())).collect();
    let typology = &catalog.typology;
    for (number, question) in [
        (typology.goals.table, typology.goals.question),
        (typology.prior.table, typology.prior.question),
    ] {
        if !tables.iter().any(|(known, _)| *known == number) {
            tables.push((
                number,
                catalog.survey.question(question).label.get(writer.language).to_string(),
            ));
        }
    }
    tables.sort();
    one_of("integer", tables.into_iter().map(|(number, title)| (Json::from(number), title)))
}

fn function(writer: &Writer<'_>) -> Json {
    let kinds = Kind::NAMES.map(|name| {
        let meaning = match Kind::named(name) {
            Some(Kind::Number) | None => "schema-value-number",
            Some(Kind::Flag) => "schema-value-flag",
            Some(Kind::Text) => "schema-value-text",
            Some(Kind::List) => "schema-value-list",
        };
        (Json::from(name), writer.message(meaning))
    });
    let returned = kinds
        .iter()
        .filter(|(name, _)| Kind::RETURNED.iter().any(|returned| name == returned))
        .cloned();
    let returns = one_of("string", returned);
    mapping(
        json!({
            "name": writer.explained("schema-function-name", id()),
            "arguments": writer.explained("schema-function-arguments", list_of(one_of("string", kinds.into_iter()))),
            "returns": writer.explained("schema-function-returns", returns),
            "help": writer.explained("schema-function-help", reference("text")),
        }),
        &["name", "arguments", "returns", "help"],
    )
}

fn slug() -> Json {
    json!({"type": "string", "pattern": SLUG_PATTERN})
}

fn id() -> Json {
    json!({"type": "string", "pattern": ID_PATTERN})
}
