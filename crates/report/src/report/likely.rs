//! Steps whose rules are undecided and that are likely all the same: always said to be estimated.

use super::author::Author;
use crate::document::{Block, Item};
use dteam_engine::advice::Likely;
use dteam_text::language::messages::Argument;

/// How many likely steps a report names: the first.
const LIKELY_STEPS: usize = 5;

pub(super) fn likely(author: &Author<'_>) -> Option<Vec<Block>> {
    let likely = &author.advice.likely;
    let items = likely.iter().take(LIKELY_STEPS).map(|likely| Item {
        label: Some(likely.title.clone()),
        text: estimate(author, likely),
        ..Item::default()
    });
    let mut blocks = vec![Block::Text(author.say("likely-about")), Block::List(items.collect())];
    let more = likely.len().saturating_sub(LIKELY_STEPS);
    blocks.extend((more > 0).then(|| Block::Text(author.words.counted("likely-more", more))));
    (!likely.is_empty()).then_some(blocks)
}

/// In how many cases the step comes, and what it depends on.
fn estimate(author: &Author<'_>, likely: &Likely) -> String {
    let tenths = (likely.probability * 10.0).round() as usize;
    let needs = likely.needs.len();
    let estimate = author.with(
        "likely-estimate",
        &[("tenths", tenths.into()), ("count", needs.into()), ("number", Argument::InWords(needs))],
    );
    if likely.unless.is_empty() {
        return estimate;
    }
    let open = &author.advice.open_questions;
    let labels = open.iter().filter(|open| likely.unless.contains(&open.question));
    let labels: Vec<String> =
        labels.map(|open| author.advice.language.quoted(&open.label)).collect();
    let unless =
        author.with("likely-unless", &[("questions", author.words.0.list(&labels).into())]);
    format!("{estimate}{unless}")
}
