//! JSON Schemas (draft 2020-12) of the files people write and of the advice, from which editors
//! complete keys.
//!
//! They are built from the catalog and from what the readers of the files expect. Three keywords
//! are none of JSON Schema's own: `enumDescriptions`, `defaultSnippets` and `patternErrorMessage`.
//! VS Code and yaml-language-server understand them, validators pass over them.

use serde::Deserialize;
use serde_json::{Map, Value as Json, json};

use dteam_engine::catalog::Catalog;
use dteam_engine::classification::TypeAssignment;
use dteam_engine::pack::Rule;
use dteam_engine::profile::{Answers, number_as_json};
use dteam_text::language::Language;
use dteam_text::language::messages::{Argument, message};

mod advice;
mod cases;
mod contract;
mod facts;
mod pack;
mod profile;

/// What a schema describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SchemaOf {
    /// A profile.
    Profile,
    /// `pack.yaml`.
    Pack,
    /// `cases.yaml`.
    Cases,
    /// `facts.yaml`.
    Facts,
    /// An advice as JSON or YAML.
    Advice,
    /// A plan as JSON.
    Plan,
    /// What a year brought, as JSON.
    Progress,
    /// A team as JSON.
    Team,
}

/// The JSON Schema of a kind of file, with the catalog's own questions, options, types and rules.
///
/// Some of what the program refuses a schema cannot say: expressions, rules of packs that are not
/// loaded, answers that contradict one another. In packs and cases it is stricter than the program
/// in one thing: a key has to have a value.
///
/// The language is that of titles and descriptions. The schemas of the advice, the plan and
/// the like, which programs read, are described in English always.
pub fn schema(catalog: &Catalog, of: SchemaOf, language: Language) -> Json {
    let writer = Writer { catalog, language };
    match of {
        SchemaOf::Profile => profile::schema(&writer),
        SchemaOf::Pack => pack::schema(&writer),
        SchemaOf::Cases => cases::schema(&writer),
        SchemaOf::Facts => facts::schema(&writer),
        SchemaOf::Advice => advice::schema(&writer),
        SchemaOf::Plan => contract::schema(&writer, contract::PLAN),
        SchemaOf::Progress => contract::schema(&writer, contract::PROGRESS),
        SchemaOf::Team => contract::schema(&writer, contract::TEAM),
    }
}

/// What the schemas are written from.
struct Writer<'c> {
    catalog: &'c Catalog,
    language: Language,
}

/// A rule, alone or with its pack before it.
const RULE_PATTERN: &str = "^([a-z][a-z0-9-]*/)?[a-z][a-z0-9-]*$";
const RULE_WITH_PACK_PATTERN: &str = "^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$";
/// The id of a pack or a rule.
const SLUG_PATTERN: &str = "^[a-z][a-z0-9-]*$";
/// An id of the survey's own kind.
const ID_PATTERN: &str = "^[A-Za-z][A-Za-z0-9_.-]*$";
/// Something other than blanks.
const NOT_EMPTY: &str = r"\S";

impl Writer<'_> {
    fn message(&self, id: &str) -> String {
        message(self.language, id, &[])
    }

    fn message_with(&self, id: &str, arguments: &[(&str, Argument)]) -> String {
        message(self.language, id, arguments)
    }

    /// The schema with the message as its description.
    fn explained(&self, id: &str, schema: Json) -> Json {
        joined(json!({"description": self.message(id)}), schema)
    }

    /// The schema with the message as its title, which editors also show above the keys within.
    fn titled(&self, id: &str, schema: Json) -> Json {
        joined(json!({"title": self.message(id)}), schema)
    }

    /// The frame of a file's schema.
    fn file(
        &self,
        name: &str,
        title: &str,
        about: &str,
        root: Json,
        definitions: Map<String, Json>,
    ) -> Json {
        let frame = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": format!("urn:dteam:{name}:1"),
            "title": self.message(title),
            "description": self.message(about),
        });
        let definitions =
            if definitions.is_empty() { json!({}) } else { json!({"$defs": definitions}) };
        joined(joined(frame, root), definitions)
    }

    /// The types' ids with their names.
    fn type_id(&self) -> Json {
        let names = self.catalog.typology.names.0.iter();
        one_of(
            "string",
            names.map(|name| {
                (Json::from(name.id.as_str()), name.label.get(self.language).to_string())
            }),
        )
    }

    /// A rule's id; those of the catalog are suggested, others may stand in a pack that is not
    /// loaded.
    fn rule_id(&self, pattern: &str) -> Json {
        let (answers, assignment) =
            (Answers::none(&self.catalog.survey), TypeAssignment::unknown());
        let facts = self.catalog.facts(&answers, &assignment);
        let title = |rule: &Rule| rule.texts.title.get(self.language).fill(&facts, self.language);
        let titles =
            self.catalog.rules.iter().map(|rule| (Json::from(rule.id.as_str()), title(rule)));
        let any = json!({"type": "string", "pattern": pattern});
        let known = one_of("string", titles);
        // For editors: a hover shows the title of what fits.
        json!({"anyOf": [self.titled("schema-rule-any", any), self.titled("schema-rule-known", known)]})
    }

    fn date(&self) -> Json {
        let pattern = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
        let message = self.message("schema-date");
        json!({"type": "string", "format": "date", "pattern": pattern, "patternErrorMessage": message})
    }

    /// A year, a month or a day.
    fn partial_date(&self) -> Json {
        let pattern = "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";
        json!({"type": ["string", "integer"], "pattern": pattern, "minimum": 1000, "maximum": 9999})
    }

    /// Something in any languages, at least one.
    fn in_languages(&self, one: &Json) -> Json {
        let each = Language::ALL.into_iter().map(|language| {
            let named = joined(json!({"description": language.name()}), one.clone());
            (language.code().to_owned(), named)
        });
        let mut mapping = mapping(Json::Object(each.collect()), &[]);
        mapping["minProperties"] = json!(1);
        mapping
    }
}

/// A mapping with these keys and no others.
fn mapping(properties: Json, required: &[&str]) -> Json {
    let mut mapping = json!({"type": "object", "properties": properties});
    if !required.is_empty() {
        mapping["required"] = json!(required);
    }
    mapping["additionalProperties"] = json!(false);
    mapping
}

fn list_of(items: Json) -> Json {
    json!({"type": "array", "items": items})
}

/// A text that is not empty. Numbers stand for themselves: nobody has to put `5.3` in quotes.
fn text() -> Json {
    json!({"type": ["string", "number"], "pattern": NOT_EMPTY})
}

fn number(least: f64, most: f64) -> Json {
    json!({"type": "number", "minimum": number_as_json(least), "maximum": number_as_json(most)})
}

/// One of these values, each with what it means.
fn one_of(kind: &str, values: impl Iterator<Item = (Json, String)>) -> Json {
    let (values, meanings): (Vec<Json>, Vec<String>) = values.unzip();
    json!({"type": kind, "enum": values, "enumDescriptions": meanings})
}

fn reference(definition: &str) -> Json {
    json!({"$ref": format!("#/$defs/{definition}")})
}

/// The keywords of both.
fn joined(mut one: Json, other: Json) -> Json {
    if let (Json::Object(one), Json::Object(other)) = (&mut one, other) {
        one.extend(other);
    }
    one
}
