//! What is read first, and fits on one page: the type and the first steps, the duties, and what to
//! tell the council.

use super::author::Author;
use crate::document::{Block, Caption, Cell, ColumnKind, Item, NotePlace, Table};
use crate::words::first_sentence;
use dteam_engine::advice::plan::Period;
use dteam_engine::advice::{Horizon, Step};
use dteam_engine::pack::DecidedBy;
use dteam_text::language::capitalised;
use dteam_text::language::messages::Argument;

/// How many steps are named.
const FIRST: usize = 3;

pub(super) fn summary(author: &Author<'_>) -> Vec<Block> {
    vec![Block::Sentences(author.advice.summary.clone())]
}

/// The steps that fit into the first half-year.
fn first_steps<'a>(author: &Author<'a>) -> Vec<&'a Step> {
    author.advice.steps.iter().filter(|step| step.horizon == Horizon::Now).collect()
}

/// The first steps: what, what for, who and how much work.
pub(super) fn first(author: &Author<'_>) -> Option<Vec<Block>> {
    let steps = first_steps(author);
    let rows = steps.iter().take(FIRST).map(|step| {
        let named = |text: Option<String>| Cell::Text(text.unwrap_or_default());
        let number = |days| author.words.0.number(days).into();
        let days = [("low", number(step.days.low)), ("high", number(step.days.high))];
        let why = first_sentence(&step.why).to_owned();
        vec![
            Cell::Steps(vec![author.link(step)], String::new()),
            Cell::Noted(step.title.clone(), why, NotePlace::Below),
            named(step.lead.as_ref().map(|lead| lead.label.clone())),
            named(step.decided_by.map(|by| author.words.body(by))),
            Cell::Text(author.with("first-days", &days)),
        ]
        .into()
    });
    let table = Table {
        name: "first-steps",
        caption: Caption::Hidden(author.say("section-first")),
        columns: vec![
            author.column("column-rank", ColumnKind::Rank),
            author.column("column-step", ColumnKind::Name),
            author.column("first-column-lead", ColumnKind::Text),
            author.column("first-column-decides", ColumnKind::Text),
            author.column("first-column-days", ColumnKind::Text),
        ],
        rows: rows.collect(),
    };
    let when = match author.advice.date.map(Period::after) {
        Some(start) => {
            let period = |period| author.words.period(period).into();
            let quarters = [("start", period(start)), ("end", period(start.later(1)))];
            author.with("first-dated", &quarters)
        }
        None => author.say("first-undated"),
    };
    let more = steps.len().saturating_sub(FIRST);
    let more =
        (more > 0).then(|| Block::Text(capitalised(&author.words.counted("first-more", more))));
    let table = [Block::Text(when), Block::Table(table)].into_iter().chain(more).collect();
    (!steps.is_empty()).then_some(table)
}

/// The duties that steps meet, with the steps.
pub(super) fn duties(author: &Author<'_>) -> Option<Vec<Block>> {
    let steps = author.advice.steps.iter();
    let items = steps.filter_map(|step| {
        let label = author.words.duty_of(step)?;
        let rank = step.rank.to_string();
        let note = author
            .with("duty-step", &[("rank", rank.into()), ("title", step.title.as_str().into())]);
        Some(Item { label: Some(label), text: note, ..Item::default() })
    });
    let items: Vec<Item> = items.collect();
    (!items.is_empty()).then(|| vec![Block::List(items)])
}

/// What is begun, what work it takes, and what the council has to decide: a sentence each.
pub(super) fn for_the_council(author: &Author<'_>) -> Option<Vec<Block>> {
    let steps = first_steps(author);
    if steps.is_empty() {
        return None;
    }
    let titles = |steps: &mut dyn Iterator<Item = &&Step>| {
        let quoted = steps.map(|step| author.words.0.quoted(&step.title)).collect::<Vec<_>>();
        author.words.0.list(&quoted)
    };
    let begun = [
        ("number", Argument::InWords(steps.len())),
        ("steps", titles(&mut steps.iter().take(FIRST)).into()),
        ("more", steps.len().saturating_sub(FIRST).into()),
    ];
    let number = |days: f64| author.words.0.number(days).into();
    let sum = |days: fn(&Step) -> f64| steps.iter().map(|step| days(step)).sum::<f64>();
    let work = [
        ("low", number(sum(|step| step.days.low))),
        ("high", number(sum(|step| step.days.high))),
        ("days", number(author.advice.assumptions.days_per_quarter)),
    ];
    let for_council = |step: &&&Step| step.decided_by == Some(DecidedBy::Council);
    let decided = [
        ("count", steps.iter().filter(for_council).count().into()),
        ("steps", titles(&mut steps.iter().filter(for_council)).into()),
    ];
    Some(vec![Block::Sentences(vec![
        author.with("told-begun", &begun),
        author.with("told-work", &work),
        author.with("told-decided", &decided),
    ])])
}
