//! What other answers would change for a rule, as text.

use super::findings::{entry, outcome, own_priority, particulars, plain, test_outcome};
use super::format::Layout;
use super::words::Words;
use super::wrapped::{Style, Writer};
use dteam_engine::advice::{ChangedAnswer, WhatIf};
use dteam_text::language::Language;

/// The maximum number of other steps that are named as coming, and as going.
const OTHERS: usize = 5;

/// What assumptions change for a rule, and its explanation under them, as text.
pub fn what_if(what_if: &WhatIf, language: Language, layout: &Layout) -> String {
    let words = Words(language);
    let mut out = Writer::new(layout.width.max(40), layout.colour, language);
    let count = [("count", what_if.assumed.len().into())];
    out.spread(&what_if.after.title, &what_if.rule, 0, Style::Bold);
    out.heading(&words.with("what-if-heading", &count));
    for (index, answer) in what_if.assumed.iter().enumerate() {
        let label = if index == 0 { words.with("what-if-assumed", &count) } else { String::new() };
        entry(&label, &assumed(answer, words), &mut out);
    }
    match what_if.affected {
        true => changes(what_if, words, &mut out),
        false => {
            let outcome = outcome(what_if.after.outcome, words).into();
            let parts =
                [("outcome", outcome), ("priority", own_priority(&what_if.after, words).into())];
            entry(
                &words.say("what-if-unaffected"),
                &words.with("what-if-nothing", &parts),
                &mut out,
            );
        }
    }
    others(what_if, words, &mut out);
    out.heading(&words.with("what-if-after", &count));
    particulars(&what_if.after, words, &mut out);
    out.text
}

/// `Bestandsaufnahme der Daten (data.inventory): 0 → 2`
fn assumed(answer: &ChangedAnswer, words: Words) -> String {
    let written = |value: &Option<serde_json::Value>| {
        value.as_ref().map_or_else(|| words.say("unanswered"), plain)
    };
    let change = change(written(&answer.before), written(&answer.after), words);
    format!("{} ({}): {change}", answer.label, answer.question)
}

fn changes(what_if: &WhatIf, words: Words, out: &mut Writer) {
    let (before, after) = (&what_if.before, &what_if.after);
    let compared = change(outcome(before.outcome, words), outcome(after.outcome, words), words);
    entry(&words.say("explain-outcome"), &compared, out);
    if before.rank.is_some() || after.rank.is_some() {
        let rank = |rank: Option<usize>| {
            rank.map_or_else(|| words.say("what-if-none"), |rank| rank.to_string())
        };
        entry(&words.say("what-if-rank"), &change(rank(before.rank), rank(after.rank), words), out);
    }
    let priorities = change(own_priority(before, words), own_priority(after, words), words);
    entry(&words.say("explain-priority"), &priorities, out);
    for (index, test) in what_if.tests.iter().enumerate() {
        let label = if index == 0 { words.say("explain-tests") } else { String::new() };
        let outcomes =
            change(test_outcome(test.before, words), test_outcome(test.after, words), words);
        entry(&label, &format!("{outcomes}: {}", test.test), out);
    }
    if before.why.is_some() && after.why.is_some() && before.why != after.why {
        entry(&words.say("what-if-wording"), &words.say("what-if-worded"), out);
    }
    if let Some(kind) = &what_if.kind {
        let label =
            |kind: &Option<String>| match kind.as_ref().and_then(|kind| after.labels.get(kind)) {
                Some(label) => label.clone(),
                None => words.say("what-if-none"),
            };
        entry(
            &words.say("what-if-type"),
            &change(label(&kind.before), label(&kind.after), words),
            out,
        );
    }
}

/// The other steps that the assumptions bring or end.
fn others(what_if: &WhatIf, words: Words, out: &mut Writer) {
    let mut lines = Vec::new();
    for (id, rules) in [("what-if-starts", &what_if.starts), ("what-if-stops", &what_if.stops)] {
        // One more is sooner named than counted.
        let named = if rules.len() == OTHERS + 1 { rules.len() } else { rules.len().min(OTHERS) };
        lines.extend(rules[..named].iter().map(|other| {
            words.with(
                id,
                &[("title", other.title.as_str().into()), ("rule", other.rule.as_str().into())],
            )
        }));
        if rules.len() > named {
            lines.push(words.with("what-if-more", &[("count", (rules.len() - named).into())]));
        }
    }
    if lines.is_empty() {
        lines.push(words.say("what-if-no-others"));
    }
    for (index, line) in lines.iter().enumerate() {
        let label = if index == 0 { words.say("what-if-others") } else { String::new() };
        entry(&label, line, out);
    }
}

fn change(before: String, after: String, words: Words) -> String {
    match before == after {
        true => words.with("what-if-same", &[("value", after.into())]),
        false => {
            words.with("what-if-changed", &[("before", before.into()), ("after", after.into())])
        }
    }
}
