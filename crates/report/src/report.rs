//! The report on an advice: its sections from top to bottom, whatever it is written as.

use self::author::Author;
use crate::document::{Block, Document, DocumentKind, Section};
use dteam_engine::advice::Advice;

mod author;
mod closing;
mod comparison;
mod kind;
mod likely;
mod plan;
mod profile;

/// The report on an advice; the first `full` steps with reasons and first moves, the rest as a
/// table.
pub fn report(advice: &Advice, full: usize) -> Document {
    let author = &Author::of(advice);
    let words = author.words;
    let sections = [
        section("summary", "section-summary", Some(summary(advice))),
        section("type", "section-type", Some(kind::kind(author))),
        section("duties", "section-duties", plan::duties(author)),
        section("plan", "section-steps", Some(plan::plan(author, full))),
        section("likely", "section-likely", likely::likely(author)),
        details("matrix", "html-section-matrix", plan::matrix(author)),
        details("profile", "html-section-profile", profile::profile(author)),
        details("comparison", "section-comparison", comparison::comparison(author)),
        section("strengths", "section-strengths", closing::strengths(author)),
        section("learning", "section-learning", closing::learning(author)),
        section("open", "section-open", Some(closing::open_questions(author))),
        section("method", "section-method", Some(closing::method(author))),
    ];
    let sections = sections.into_iter().filter_map(|(id, heading, is_detailed, blocks)| {
        Some(Section { id, heading: words.say(heading), is_detailed, blocks: blocks? })
    });
    let mut sections: Vec<Section> = sections.collect();
    if let Some((heading, blocks)) = plan::delegated(author) {
        let after = sections.iter().position(|section| section.id == "plan");
        let section = Section { id: "delegated", heading, is_detailed: false, blocks };
        sections.insert(after.map_or(sections.len(), |plan| plan + 1), section);
    }
    Document {
        kind: DocumentKind::Report,
        language: advice.language,
        title: words.title(advice),
        name: advice.name.clone(),
        facts: words.facts(advice).map(str::to_owned).collect(),
        dated: Some(words.dated(advice)),
        date: advice.date,
        opening: Vec::new(),
        sections,
    }
}

/// A section as it is listed: id, heading, whether it goes into details, and what it says, if
/// anything.
type Listed = (&'static str, &'static str, bool, Option<Vec<Block>>);

fn section(id: &'static str, heading: &'static str, blocks: Option<Vec<Block>>) -> Listed {
    (id, heading, false, blocks)
}

fn details(id: &'static str, heading: &'static str, blocks: Option<Vec<Block>>) -> Listed {
    (id, heading, true, blocks)
}

fn summary(advice: &Advice) -> Vec<Block> {
    vec![Block::Sentences(advice.summary.clone())]
}
