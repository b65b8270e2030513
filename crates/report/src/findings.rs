//! A classification or an explanation as text.

use unicode_width::UnicodeWidthStr;

use super::format::Layout;
use super::words::Words;
use super::wrapped::{Style, Writer};
use dteam_engine::advice::{Explanation, Outcome};
use dteam_engine::classification::Classification;
use dteam_engine::expression::trace::{NumberTrace, Reading, TestTrace};
use dteam_engine::profile::Given;
use dteam_text::language::Language;

/// A classification as text.
pub fn classification(
    classification: &Classification,
    language: Language,
    layout: &Layout,
) -> String {
    let words = Words(language);
    let mut out = Writer::new(layout.width.max(40), layout.colour, language);
    match (&classification.label, &classification.mixed_with_label) {
        (Some(label), None) => out.line(label, Style::Bold),
        (Some(label), Some(mixed)) => {
            let names = [("first", label.as_str().into()), ("second", mixed.as_str().into())];
            out.line(&words.with("type-mixed", &names), Style::Bold);
        }
        (None, _) => out.paragraph(&words.say("type-none"), 0, 0, Style::Bold),
    }
    if let Some(meaning) = &classification.meaning {
        out.paragraph(meaning, 2, 2, Style::Plain);
    }
    out.heading(&words.say("classify-by-goals"));
    match &classification.by_goals {
        None => out.paragraph(&words.say("classify-no-goals"), 2, 2, Style::Plain),
        Some(goals) => {
            for (kind, membership) in &goals.memberships {
                let distance = goals.distances.get(kind).copied().unwrap_or_default();
                let distance = words.with(
                    "classify-distance",
                    &[("distance", language.decimal(distance, 2).into())],
                );
                degree(&classification.labels[kind], *membership, &distance, language, &mut out);
            }
        }
    }
    out.heading(&words.say("classify-by-indicators"));
    match &classification.by_indicators {
        None => out.paragraph(&words.say("classify-too-few"), 2, 2, Style::Plain),
        Some(indicators) => {
            for (kind, probability) in &indicators.posterior {
                degree(&classification.labels[kind], *probability, "", language, &mut out);
            }
            let used = [("count", indicators.answers_used.into())];
            out.paragraph(&words.with("classify-used", &used), 2, 2, Style::Dim);
            out.paragraph(&words.worth(indicators), 2, 2, Style::Plain);
            out.paragraph(&words.level(indicators), 2, 2, Style::Plain);
        }
    }
    out.text
}

/// A degree as a bar and a figure.
fn degree(label: &str, degree: f64, remark: &str, language: Language, out: &mut Writer) {
    const BAR: f64 = 20.0;
    let filled = (degree * BAR).round() as usize;
    let bar = format!("{}{}", "█".repeat(filled), "░".repeat(BAR as usize - filled));
    out.line(
        &format!("  {label:<18} {bar} {:>5}  {remark}", language.percent(degree)),
        Style::Plain,
    );
}

/// An explanation as text.
pub fn explanation(explanation: &Explanation, language: Language, layout: &Layout) -> String {
    let mut out = Writer::new(layout.width.max(40), layout.colour, language);
    out.spread(&explanation.title, &explanation.rule, 0, Style::Bold);
    out.blank();
    particulars(explanation, Words(language), &mut out);
    out.text
}

/// An explanation without its title.
pub fn particulars(explanation: &Explanation, words: Words, out: &mut Writer) {
    let rank = explanation
        .rank
        .map(|rank| words.with("explain-rank", &[("rank", rank.to_string().into())]));
    let outcome: Vec<String> =
        std::iter::once(outcome(explanation.outcome, words)).chain(rank).collect();
    entry(&words.say("explain-outcome"), &outcome.join(", "), out);
    if let Some(changed) = &explanation.trace.changed_by {
        let change = words.change(&changed.change, &explanation.labels);
        let changed = words.because(&change, &changed.title, &changed.change.reason);
        entry(&words.say("explain-change"), &changed, out);
    }
    if let Some(why) = &explanation.why {
        entry(&words.say("step-why"), why, out);
    }
    for (index, question) in explanation.needs.iter().enumerate() {
        let label = if index == 0 { words.say("explain-waits-for") } else { String::new() };
        entry(&label, &format!("{} ({})", question.label, question.question), out);
    }
    if let Some(missing) = &explanation.missing {
        entry(
            &words.say("explain-missing"),
            &format!("{}: {}", missing.text, missing.condition),
            out,
        );
    }
    out.blank();
    entry(&words.say("explain-condition"), &explanation.trace.when.condition, out);
    for (index, test) in explanation.trace.when.tests.iter().enumerate() {
        let label = if index == 0 { words.say("explain-tests") } else { String::new() };
        entry(&label, &self::test(test, words), out);
    }
    if explanation.outcome == Outcome::Fires {
        wording(explanation, words, out);
    }
    out.blank();
    priority(explanation, words, out);
    sources(explanation, words, out);
}

/// How a rule came out, in a word or two.
pub fn outcome(outcome: Outcome, words: Words) -> String {
    words.say(match outcome {
        Outcome::Fires => "explain-fires",
        Outcome::Silent => "explain-silent",
        Outcome::Undecided => "explain-undecided",
        Outcome::NotInForce => "explain-not-in-force",
        Outcome::Off => "explain-off",
    })
}

/// Which variant and which notes make up what the step says.
fn wording(explanation: &Explanation, words: Words, out: &mut Writer) {
    if let Some(variant) = &explanation.trace.variant {
        entry(&words.say("explain-variant"), variant, out);
    }
    for (index, note) in explanation.trace.notes.iter().enumerate() {
        let label = if index == 0 { words.say("explain-notes") } else { String::new() };
        entry(&label, note, out);
    }
}

fn priority(explanation: &Explanation, words: Words, out: &mut Writer) {
    let language = words.0;
    let factors = &explanation.factors;
    let value = own_priority(explanation, words);
    let formula = words.with(
        "explain-formula",
        &[
            ("impact", language.number(factors.impact).into()),
            ("need", language.number(factors.need).into()),
            ("fit", language.number(factors.fit).into()),
            ("ease", language.number(1.0 - 0.1 * (f64::from(factors.effort) - 1.0)).into()),
        ],
    );
    entry(&words.say("explain-priority"), &format!("{value} = {formula}"), out);
    for (label, number) in
        [("explain-impact", &explanation.trace.impact), ("explain-need", &explanation.trace.need)]
    {
        if let Some(number) = number {
            entry(&words.say(label), &number_trace(number, words), out);
        }
    }
    let fit = explanation.trace.fit.iter().map(|(kind, part)| {
        let label = &explanation.labels[kind];
        format!("{label} {} × {}", language.number(part.membership), language.number(part.weight))
    });
    entry(&words.say("explain-fit"), &fit.collect::<Vec<_>>().join(" + "), out);
}

/// The priority, or what it would be if the rule fired.
pub fn own_priority(explanation: &Explanation, words: Words) -> String {
    let value = words.0.decimal(explanation.priority, 1);
    match explanation.outcome {
        Outcome::Fires => value,
        _ => words.with("explain-would-be", &[("priority", value.into())]),
    }
}

fn sources(explanation: &Explanation, words: Words, out: &mut Writer) {
    if !explanation.after.is_empty() {
        entry(&words.say("explain-after"), &explanation.after.join(", "), out);
    }
    if let Some(covering) = &explanation.covered_by {
        entry(&words.say("explain-covered-by"), covering, out);
    }
    let effects =
        explanation.effect.iter().map(|(question, value)| format!("{question}: {}", plain(value)));
    entry(&words.say("explain-effect"), &effects.collect::<Vec<_>>().join(", "), out);
    for (index, comparison) in explanation.benchmarks.iter().enumerate() {
        let label = if index == 0 { words.say("step-comparison") } else { String::new() };
        let figures = [
            Some(words.with("here", &[("value", words.own_value(comparison).into())])),
            comparison.all_value.map(|all| {
                words.with("all-municipalities", &[("value", words.value(comparison, all).into())])
            }),
            Some(format!(
                "{} {}",
                explanation.labels[&comparison.best.kind],
                words.value(comparison, comparison.best.value)
            )),
        ];
        let figures: Vec<String> = figures.into_iter().flatten().collect();
        let table = words.with("source-table", &[("table", comparison.table.to_string().into())]);
        let source = format!("{table}: {}", comparison.table_title);
        entry(&label, &format!("{}: {} ({source})", comparison.label, figures.join(", ")), out);
    }
    entry(
        &words.say("step-source"),
        &words.source(&explanation.source, &explanation.rule, None),
        out,
    );
    for (index, fact) in words.facts_of(&explanation.source).iter().enumerate() {
        let label = if index == 0 { words.say("step-facts") } else { String::new() };
        entry(&label, &fact.written(), out);
    }
    entry(&words.say("explain-file"), &explanation.pack_file, out);
}

/// `erfüllt  data.inventory <= 1  (Bestandsaufnahme der Daten: 0)`
pub fn test(test: &TestTrace, words: Words) -> String {
    format!(
        "{}: {} ({})",
        test_outcome(test.outcome, words),
        test.test,
        readings(&test.values, words)
    )
}

/// How a test came out, in a word; unknown where an answer is missing.
pub fn test_outcome(outcome: Option<bool>, words: Words) -> String {
    words.say(match outcome {
        Some(true) => "test-true",
        Some(false) => "test-false",
        None => "test-unknown",
    })
}

fn number_trace(number: &NumberTrace, words: Words) -> String {
    let value = number.value.map_or_else(|| words.say("unanswered"), |value| words.0.number(value));
    match number.values.is_empty() {
        true => format!("{value} = {}", number.expression),
        false => format!("{value} = {} ({})", number.expression, readings(&number.values, words)),
    }
}

fn readings(values: &[Reading], words: Words) -> String {
    let written = values.iter().map(|reading| {
        let value = reading.value.as_ref().map_or_else(|| words.say("unanswered"), given);
        format!("{}: {value}", reading.label)
    });
    written.collect::<Vec<_>>().join("; ")
}

fn given(value: &Given) -> String {
    match value {
        Given::Text(text) => text.clone(),
        Given::List(items) => format!("[{}]", items.join(", ")),
        Given::Other(value) => plain(value),
    }
}

/// A value as a profile writes it, without quotes.
pub fn plain(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Array(items) => {
            format!("[{}]", items.iter().map(plain).collect::<Vec<_>>().join(", "))
        }
        other => other.to_string(),
    }
}

/// A label and what there is to say under it, beside it.
pub fn entry(label: &str, text: &str, out: &mut Writer) {
    const COLUMN: usize = 14;
    let padding = COLUMN.saturating_sub(2 + label.width()).max(1);
    out.labelled(&format!("  {label}{:padding$}", ""), text, COLUMN, Style::Plain);
}
