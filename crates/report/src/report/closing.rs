//! What comes after the plan and the comparison: strengths, models, open questions, method and
//! sources.

use super::author::Author;
use crate::document::{Block, Caption, Cell, ColumnKind, Item, Shown, Table};
use dteam_engine::advice::{OpenQuestion, Undecided};

/// How many open questions a report lists: with the ten weightiest, half an hour is well spent.
const OPEN_QUESTIONS: usize = 10;

/// How many strengths a report names: the rarest.
const STRENGTHS: usize = 5;

/// How many of the steps that a question decides are named.
const NAMED: usize = 2;

pub(super) fn strengths(author: &Author<'_>) -> Option<Vec<Block>> {
    let strengths = &author.advice.strengths;
    let named = strengths.iter().take(STRENGTHS).map(|strength| strength.text.clone().into());
    (!strengths.is_empty()).then(|| {
        vec![Block::Text(author.say("html-strengths-about")), Block::List(named.collect())]
    })
}

pub(super) fn learning(author: &Author<'_>) -> Option<Vec<Block>> {
    let items = author.advice.learning.iter().map(|learning| Item {
        label: Some(author.label(&learning.kind).to_owned()),
        text: author.words.learning(author.advice, learning),
        ..Item::default()
    });
    (!author.advice.learning.is_empty()).then(|| vec![Block::List(items.collect())])
}

pub(super) fn open_questions(author: &Author<'_>) -> Vec<Block> {
    let open = &author.advice.open_questions;
    let mut blocks = Vec::new();
    match open.is_empty() {
        true => blocks.push(Block::Text(author.say("open-none"))),
        false => {
            blocks.push(Block::Text(author.say("html-open-about")));
            blocks.push(Block::Table(weightiest(author, open)));
        }
    }
    let more = open.len().saturating_sub(OPEN_QUESTIONS);
    blocks.extend((more > 0).then(|| Block::Text(author.words.counted("open-more", more))));
    let opened = author.words.opened(author.advice);
    if !opened.is_empty() {
        blocks.push(Block::Topic(author.say("section-near")));
        blocks.push(Block::List(opened.into_iter().map(Into::into).collect()));
    }
    blocks
}

fn weightiest(author: &Author<'_>, open: &[OpenQuestion]) -> Table {
    let rows = open.iter().take(OPEN_QUESTIONS).map(|question| {
        vec![
            Cell::Text(question.label.clone()),
            Cell::Each(decided(author, question)),
            Cell::Text(question.question.clone()),
            Cell::Text(author.words.waiting(question)),
        ]
        .into()
    });
    Table {
        name: "open",
        caption: Caption::Hidden(author.say("section-open")),
        columns: vec![
            author.column("column-question", ColumnKind::Name),
            author.column("html-column-decides", ColumnKind::Text).shown(Shown::Tabular),
            author.column("column-key", ColumnKind::Code),
            author.column("column-waiting", ColumnKind::Text).shown(Shown::InLine),
        ],
        rows: rows.collect(),
    }
}

/// The steps that an answer would decide, some by name: those that wait for the fewest other
/// answers, the weightiest first.
fn decided(author: &Author<'_>, question: &OpenQuestion) -> Vec<String> {
    let waits = |undecided: &&Undecided| undecided.needs.contains(&question.question);
    let mut waiting: Vec<&Undecided> = author.advice.undecided.iter().filter(waits).collect();
    waiting.sort_by(|one, other| {
        one.needs.len().cmp(&other.needs.len()).then_with(|| other.weight.total_cmp(&one.weight))
    });
    let more = waiting.len().saturating_sub(NAMED);
    let named = waiting.iter().take(NAMED).map(|undecided| undecided.title.clone());
    named.chain((more > 0).then(|| author.words.counted("html-more-steps", more))).collect()
}

pub(super) fn method(author: &Author<'_>) -> Vec<Block> {
    let (advice, words) = (author.advice, author.words);
    let items = |lines: Vec<String>| lines.into_iter().map(Item::from);
    let facts = facts(author).into_iter().map(|(fact, ranks)| {
        let numbers = [("count", ranks.len().into()), ("numbers", words.0.list(&ranks).into())];
        let ranks = author.with("html-for-steps", &numbers);
        let note = fact.note.iter().cloned().chain([ranks]).collect::<Vec<_>>().join(" ");
        Item { note: Some(note), ..fact }
    });
    let changed: Vec<String> = words.changed_rules(advice).collect();
    let mut blocks = vec![
        Block::List(items(words.how(advice)).collect()),
        Block::Topic(author.say("html-sources")),
        Block::List(items(words.study(advice).to_vec()).chain(facts).collect()),
        Block::Topic(author.say("html-packs")),
        Block::Table(packs(author)),
    ];
    if !changed.is_empty() {
        blocks.push(Block::List(items(changed).collect()));
    }
    blocks.push(Block::Text(author.say("method-privacy")));
    blocks.push(Block::Text(format!("{}.", words.dated(advice))));
    blocks
}

/// What steps rest on besides the study, each with the numbers of these steps.
fn facts(author: &Author<'_>) -> Vec<(Item, Vec<String>)> {
    let mut facts: Vec<(Item, Vec<String>)> = Vec::new();
    for step in &author.advice.steps {
        let publication = step.source.publication.as_ref().map(|publication| {
            let parts = [Some(author.words.publication(publication)), publication.address.clone()];
            Item::from(parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
        });
        let known = step.source.facts.iter().map(|fact| author.words.fact(fact));
        for written in publication.into_iter().chain(known) {
            let rank = step.rank.to_string();
            match facts.iter_mut().find(|(known, _)| *known == written) {
                Some((_, ranks)) => ranks.push(rank),
                None => facts.push((written, vec![rank])),
            }
        }
    }
    facts
}

fn packs(author: &Author<'_>) -> Table {
    let rows = author.advice.packs.iter().map(|pack| {
        let cells = [&pack.title, &pack.id, &pack.version];
        cells.map(|cell| Cell::Text(cell.clone())).to_vec().into()
    });
    Table {
        name: "packs",
        caption: Caption::Hidden(author.say("html-packs")),
        columns: vec![
            author.column("html-theme", ColumnKind::Name),
            author.column("html-column-pack", ColumnKind::Code),
            author.column("html-column-version", ColumnKind::Text),
        ],
        rows: rows.collect(),
    }
}
