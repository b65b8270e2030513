//! What rules rest on: the study, or a publication that their pack lists.

use serde::{Deserialize, Serialize};

use super::Context;
use super::fact::{CitedFact, Fact, Listener};
use crate::survey::Sections;
use dteam_text::diagnostic::{Diagnostics, Problem, nearest};
use dteam_text::yaml::fields::{self, Fields};
use dteam_text::yaml::{Node, Value};

/// What a rule rests on, as its pack writes it.
#[derive(Debug, Clone)]
pub struct Grounds {
    /// The publication; `None` for the study that the catalog belongs to.
    pub publication: Option<Publication>,
    /// Its section. Always there for the study.
    pub section: Option<String>,
    /// Its table.
    pub table: Option<u8>,
    /// What has happened since.
    pub facts: Vec<CitedFact>,
}

/// What a rule rests on, as it is told to somebody.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct RuleSource<T = String> {
    /// The publication; `None` for the study that the catalog belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publication: Option<Publication<T>>,
    /// Its section. Always there for the study.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<T>,
    /// Its table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<u8>,
    /// What has happened since.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Fact<T>>,
}

/// A publication that rules rest on: another study, a law, a guide.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Publication<T = String> {
    /// How the rules of its pack name it.
    pub id: T,
    /// Its title.
    pub title: T,
    /// Who published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<T>,
    /// The year in which it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// Where to find it: a web address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<T>,
}

impl Grounds {
    /// What it rests on for the listener, with the texts where they are, or copies of them.
    pub fn told<'c, T: From<&'c str>>(&'c self, listener: Listener<'_>) -> RuleSource<T> {
        RuleSource {
            publication: self.publication.as_ref().map(Publication::borrowed),
            section: self.section.as_deref().map(T::from),
            table: self.table,
            facts: self.facts.iter().filter_map(|fact| fact.told(listener)).collect(),
        }
    }
}

impl Publication {
    fn borrowed<'c, T: From<&'c str>>(&'c self) -> Publication<T> {
        Publication {
            id: self.id.as_str().into(),
            title: self.title.as_str().into(),
            publisher: self.publisher.as_deref().map(T::from),
            year: self.year,
            address: self.address.as_deref().map(T::from),
        }
    }
}

/// A publication as a pack lists it, with what may be cited of it.
#[derive(Debug)]
pub(super) struct Listed {
    publication: Publication,
    sections: Sections,
    /// Its tables, by number; any, if the pack lists none.
    tables: Option<Vec<u8>>,
}

impl Listed {
    /// The publication.
    pub(super) fn publication(&self) -> &Publication {
        &self.publication
    }
}

/// Reads `sources`: the publications that the pack's rules may name.
pub(super) fn publications(node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Vec<Listed> {
    let mut all: Vec<Listed> = Vec::new();
    for node in fields::list(node, problems).unwrap_or_default() {
        let Some(listed) = publication(node, problems) else { continue };
        let id = &listed.publication.id;
        if all.iter().any(|other| other.publication.id == *id) {
            let at = fields::mark(node, &problems.file().text);
            problems.error(at, Problem::DuplicateId { id: id.clone() });
        }
        all.push(listed);
    }
    all
}

fn publication(node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Option<Listed> {
    let mut keys = Fields::of(node, problems)?;
    let id = keys.required("id", problems).and_then(|node| fields::slug(node, problems));
    let title = keys.required("title", problems).and_then(|node| fields::text(node, problems));
    let publisher = keys.optional("publisher").and_then(|node| fields::text(node, problems));
    let year =
        keys.optional("year").and_then(|node| fields::whole(node, "year", 1000..=9999, problems));
    let address = keys.optional("address").and_then(|node| self::address(node, problems));
    let sections = keys.optional("sections").map(|node| Sections::read(node, problems));
    let tables =
        keys.optional("tables").and_then(|node| fields::list(node, problems)).map(|nodes| {
            let table = |node| fields::whole(node, "tables", 1..=99, problems);
            nodes.iter().filter_map(table).collect()
        });
    keys.finish(problems);
    let publication = Publication {
        id: id?.to_owned(),
        title: title?.to_owned(),
        publisher: publisher.map(str::to_owned),
        year,
        address: address.map(str::to_owned),
    };
    Some(Listed { publication, sections: sections.unwrap_or_default(), tables })
}

/// A web address.
pub(super) fn address<'n>(node: &'n Node<'_>, problems: &mut Diagnostics<'_>) -> Option<&'n str> {
    let address = fields::text(node, problems)?;
    if !["https://", "http://"].iter().any(|scheme| address.starts_with(scheme)) {
        problems.error(node.span.clone(), Problem::NotAnAddress { value: address.to_owned() });
    }
    Some(address)
}

/// Reads what a rule of the pack rests on: one of the pack's publications, or the study.
pub(super) fn source(
    node: &Node<'_>,
    pack: &str,
    context: Context<'_>,
    listed: &[Listed],
    problems: &mut Diagnostics<'_>,
) -> Option<Grounds> {
    let mut keys = Fields::of(node, problems)?;
    let named = keys.optional("publication");
    let publication = named.map(|node| named_publication(node, listed, problems));
    // What may be cited of an unknown publication is unknown too.
    let is_unknown = matches!(publication, Some(None));
    let publication = publication.flatten();
    let section = match named {
        Some(_) => keys.optional("section"),
        None => keys.required("section", problems),
    };
    let sections =
        publication.map_or(&context.survey.source.sections, |publication| &publication.sections);
    let section = section.and_then(|node| {
        let section = fields::text(node, problems)?;
        if !is_unknown {
            sections.must_have(section, node, problems);
        }
        Some(section)
    });
    let table = keys.optional("table").and_then(|node| {
        let number = fields::whole(node, "table", 1..=99, problems)?;
        let is_known = match publication {
            Some(listed) => listed.tables.as_ref().is_none_or(|tables| tables.contains(&number)),
            None => is_unknown || is_of_study(number, context),
        };
        if !is_known {
            problems.error(node.span.clone(), Problem::UnknownTable { table: number.to_string() });
        }
        Some(number)
    });
    let facts =
        keys.optional("facts").and_then(|node| fields::list(node, problems)).unwrap_or_default();
    let facts = facts.iter().filter_map(|node| fact(node, pack, context, problems)).collect();
    keys.finish(problems);
    if named.is_none() {
        section?;
    }
    Some(Grounds {
        publication: publication.map(|listed| listed.publication.clone()),
        section: section.map(str::to_owned),
        table,
        facts,
    })
}

pub(super) fn named_publication<'l>(
    node: &Node<'_>,
    listed: &'l [Listed],
    problems: &mut Diagnostics<'_>,
) -> Option<&'l Listed> {
    let id = fields::text(node, problems)?;
    let found = listed.iter().find(|listed| listed.publication.id == id);
    if found.is_none() {
        let known = listed.iter().map(|listed| listed.publication.id.as_str());
        let problem = Problem::UnknownPublication {
            publication: id.to_owned(),
            known: match listed {
                [] => "none".to_owned(),
                _ => known.clone().collect::<Vec<_>>().join(", "),
            },
            nearest: nearest(id, known),
        };
        problems.error(node.span.clone(), problem);
    }
    found
}

/// Whether the study has a table of this number, as far as the catalog knows.
fn is_of_study(number: u8, context: Context<'_>) -> bool {
    let typology = context.typology;
    let known = context.benchmarks.tables.iter().map(|table| table.number);
    let mut known = known.chain([typology.goals.table, typology.prior.table]);
    known.any(|table| table == number)
}

/// A fact by its id, or with a title of its own.
fn fact(
    node: &Node<'_>,
    pack: &str,
    context: Context<'_>,
    problems: &mut Diagnostics<'_>,
) -> Option<CitedFact> {
    if matches!(node.value, Value::Scalar(_)) {
        let written = fields::text(node, problems)?;
        return match context.facts.find(pack, written) {
            Ok(found) => found.map(CitedFact::Named),
            Err(problem) => {
                problems.error(node.span.clone(), problem);
                None
            }
        };
    }
    let mut keys = Fields::of(node, problems)?;
    let title = keys.required("title", problems).and_then(|node| fields::text(node, problems));
    let date = keys.optional("date").and_then(|node| partial_date(node, problems));
    keys.finish(problems);
    Some(CitedFact::Inline(Fact::inline(title?.to_owned(), date.map(str::to_owned))))
}

/// A year, a month or a day.
pub(super) fn partial_date<'n>(
    node: &'n Node<'_>,
    problems: &mut Diagnostics<'_>,
) -> Option<&'n str> {
    let text = fields::text(node, problems)?;
    if dteam_text::language::first_day(text).is_none() {
        problems.error(node.span.clone(), Problem::NotADate { value: text.to_owned() });
    }
    Some(text)
}
