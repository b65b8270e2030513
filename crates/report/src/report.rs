//! The report on an advice: its sections from top to bottom, whatever it is written as.

use self::author::Author;
use crate::document::{Block, Document, DocumentKind, Part, Section};
use dteam_engine::advice::Advice;

mod author;
mod closing;
mod comparison;
mod front;
mod kind;
mod likely;
mod plan;
mod profile;

/// The report on an advice; the first `full` steps with reasons and first moves, the rest as a
/// table.
pub fn report(advice: &Advice, full: usize) -> Document {
    let author = &Author::of(advice);
    let words = author.words;
    let section = |id, heading, blocks: Option<Vec<Block>>| {
        blocks.map(|blocks| Section::new(id, words.say(heading), blocks))
    };
    let front = [
        section("summary", "section-summary", Some(front::summary(author))),
        section("first", "section-first", front::first(author)).map(Section::detailed),
        section("duties", "section-duties", front::duties(author)),
        section("council", "section-council", front::for_the_council(author)),
    ];
    let main = [
        section("plan", "section-steps", Some(plan::plan(author, full))),
        plan::delegated(author).map(|(title, blocks)| Section::new("delegated", title, blocks)),
        section("likely", "section-likely", likely::likely(author)),
        section("strengths", "section-strengths", closing::strengths(author)),
        section("learning", "section-learning", closing::learning(author)),
    ];
    let annex = [
        section("type", "section-type", Some(kind::kind(author))),
        section("matrix", "html-section-matrix", plan::matrix(author)).map(Section::detailed),
        section("profile", "html-section-profile", profile::profile(author)).map(Section::detailed),
        section("comparison", "section-comparison", comparison::comparison(author))
            .map(Section::detailed),
        section("open", "section-open", Some(closing::open_questions(author))),
        section("method", "section-method", Some(closing::method(author))),
    ];
    let front = front.into_iter().flatten().map(|section| section.part(Part::Front));
    let annex = annex.into_iter().flatten().map(|section| section.part(Part::Annex));
    let sections = front.chain(main.into_iter().flatten()).chain(annex).collect();
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
