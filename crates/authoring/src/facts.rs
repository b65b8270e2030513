//! The dated facts of a catalog: what each says, who says so, until when it can be relied on, and
//! which rules name it.

use std::sync::Arc;

use dteam_engine::catalog::Catalog;
use dteam_engine::pack::{CitedFact, DatedFact, Fact, Listener};
use dteam_report::document::{
    Block, Document, DocumentKind, Fact as Labelled, Item, Section, Value,
};
use dteam_report::words::Words;
use dteam_text::language::Language;
use jiff::civil::Date;
use serde::Serialize;

/// The contract of the JSON form.
pub const FACTS_SCHEMA: &str = "dteam.facts/1";

/// All dated facts.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct FactList {
    /// [`FACTS_SCHEMA`].
    pub schema: &'static str,
    /// The reference date.
    pub date: Option<Date>,
    /// The language of the texts.
    pub language: Language,
    /// In the order of their ids.
    pub facts: Vec<ListedFact>,
}

/// A dated fact, and who needs it.
#[derive(Debug, Serialize)]
#[non_exhaustive]
pub struct ListedFact {
    /// The fact as an advice tells it.
    #[serde(flatten)]
    pub fact: Fact,
    /// The states in which it holds, as the survey writes them; empty for all.
    pub states: Vec<String>,
    /// The rules that name it.
    pub rules: Vec<String>,
}

/// Lists the catalog's facts; past is what is to be checked again before the date.
pub fn facts(catalog: &Catalog, date: Option<Date>, language: Language) -> FactList {
    let listener = Listener { answers: None, date, language };
    let listed = catalog.dated_facts.iter().filter_map(|fact| {
        Some(ListedFact {
            fact: CitedFact::Named(Arc::clone(fact)).told(listener)?,
            states: states(catalog, fact),
            rules: naming(catalog, fact).map(str::to_owned).collect(),
        })
    });
    FactList { schema: FACTS_SCHEMA, date, language, facts: listed.collect() }
}

/// The rules that name the fact.
pub(crate) fn naming<'c>(
    catalog: &'c Catalog,
    fact: &'c DatedFact,
) -> impl Iterator<Item = &'c str> {
    let names = |cited: &CitedFact| match cited {
        CitedFact::Named(named) => named.id == fact.id,
        CitedFact::Inline(_) => false,
    };
    let rules = catalog.rules.iter().filter(move |rule| rule.source.facts.iter().any(names));
    rules.map(|rule| rule.id.as_str())
}

fn states(catalog: &Catalog, fact: &DatedFact) -> Vec<String> {
    let question = catalog.survey.states.map(|slot| catalog.survey.question(slot));
    let options = question.and_then(|question| question.kind.options());
    let (Some(states), Some(options)) = (fact.states, options) else { return Vec::new() };
    let ids = options.ids().enumerate().filter(|(index, _)| states.has(*index as u8));
    ids.map(|(_, id)| id.to_owned()).collect()
}

impl FactList {
    /// What there is to read.
    pub fn document(&self) -> Document {
        let words = Words(self.language);
        let past = self.facts.iter().filter(|listed| listed.fact.expired).count();
        let counts = [("count", self.facts.len().into()), ("past", past.into())];
        Document {
            kind: DocumentKind::Report,
            language: self.language,
            title: words.say("facts-title"),
            name: None,
            facts: Vec::new(),
            dated: None,
            date: None,
            opening: vec![Block::Text(words.with("facts-count", &counts))],
            sections: self.facts.iter().map(|listed| section(listed, words)).collect(),
        }
    }
}

fn section(listed: &ListedFact, words: Words) -> Section {
    let fact = words.fact(&listed.fact);
    let labelled = |label: &str, value| Block::Fact(Labelled { label: words.say(label), value });
    let mut blocks = vec![Block::Text(fact.text)];
    let source = Item { link: fact.link, note: fact.note, ..Item::default() };
    blocks.push(labelled("step-source", Value::Items(vec![source])));
    if let Some(recheck) = listed.fact.recheck {
        blocks.push(labelled("facts-recheck", Value::Text(words.0.date(recheck))));
    }
    if !listed.states.is_empty() {
        blocks.push(labelled("facts-states", Value::Text(listed.states.join(", "))));
    }
    let rules = match listed.rules.is_empty() {
        true => words.say("facts-unused"),
        false => listed.rules.join(", "),
    };
    blocks.push(labelled("facts-rules", Value::Text(rules)));
    let heading = listed.fact.id.clone().unwrap_or_default();
    Section::new("fact", heading, blocks)
}
