//! The report as Markdown (CommonMark with tables), for printing, for the council, for a web page.

use super::page::{Page, cell, escaped};
use super::words::{OPEN_QUESTIONS, STRENGTHS, Words, step_title, type_label};
use dteam_engine::advice::{Advice, Step};

/// The report as Markdown; the first `full` steps with reasons and first moves, the rest as a
/// table.
pub fn markdown(advice: &Advice, full: usize) -> String {
    let words = Words(advice.language);
    let mut page = Page::default();
    page.block(&format!("# {}", escaped(&words.title(advice))));
    let mut facts: Vec<String> = words.facts(advice).map(escaped).collect();
    facts.push(words.dated(advice));
    page.block(&facts.join(" · "));

    page.heading(&words.say("section-summary"));
    page.block(
        &advice.summary.iter().map(|sentence| escaped(sentence)).collect::<Vec<_>>().join(" "),
    );

    kind(advice, words, &mut page);
    steps(advice, words, full, &mut page);
    open_questions(advice, words, &mut page);
    near(advice, words, &mut page);
    learning(advice, words, &mut page);
    comparison(advice, words, &mut page);

    page.heading(&words.say("section-method"));
    page.list(words.method(advice).iter().map(|line| escaped(line)));
    page.text
}

fn kind(advice: &Advice, words: Words, page: &mut Page) {
    page.heading(&words.say("section-type"));
    let Some(label) = &advice.classification.label else {
        page.block(&words.say("type-none"));
        return;
    };
    page.block(&format!("**{}** ({})", escaped(label), words.memberships(advice)));
    for remark in words.remarks(advice) {
        page.block(&escaped(&remark));
    }
    if let Some(goals) = &advice.classification.leading_goals {
        page.block(&escaped(&format!("{}: {goals}.", words.say("type-goals"))));
    }
    if let Some(meaning) = &advice.classification.meaning {
        page.block(&escaped(meaning));
    }
    page.block(&format!("{}:", words.say("type-strengths")));
    page.list(advice.type_strengths.iter().map(|strength| escaped(strength)));
}

fn steps(advice: &Advice, words: Words, full: usize, page: &mut Page) {
    page.heading(&words.say("section-steps"));
    if advice.steps.is_empty() {
        page.block(&words.say("no-steps"));
    }
    let (first, rest) = advice.steps.split_at(full.min(advice.steps.len()));
    for step in first {
        full_step(advice, step, words, page);
    }
    if !rest.is_empty() {
        page.heading(&words.say("section-more-steps"));
        let columns = [
            "column-rank",
            "column-step",
            "column-priority",
            "column-effort",
            "column-when",
            "column-rule",
        ];
        page.table(
            &columns.map(|column| words.say(column)),
            rest.iter().map(|step| {
                vec![
                    step.rank.to_string(),
                    cell(&step.title),
                    words.priority(step.priority),
                    words.with(
                        "effort-in-words",
                        &[("effort", step.factors.effort.to_string().into())],
                    ),
                    words.horizon(step.horizon),
                    format!("`{}`", step.rule),
                ]
            }),
        );
    }
}

fn full_step(advice: &Advice, step: &Step, words: Words, page: &mut Page) {
    page.block(&format!("### {}. {}", step.rank, escaped(&step.title)));
    let effort =
        words.with("effort-in-words", &[("effort", step.factors.effort.to_string().into())]);
    let weight = [
        words.with("step-priority", &[("priority", words.priority(step.priority).into())]),
        words.with("step-effort", &[("effort", effort.into())]),
        words.horizon(step.horizon),
    ];
    page.block(&format!("*{}*", weight.join(" · ")));
    page.block(&escaped(&step.why));
    page.block(&format!("**{}:**", words.say("step-first")));
    page.list(step.actions.iter().map(|action| escaped(action)));
    let mut facts = Vec::new();
    let mut fact =
        |label: &str, value: String| facts.push(format!("**{}:** {value}", words.say(label)));
    if !step.benchmarks.is_empty() {
        let compared =
            step.benchmarks.iter().map(|comparison| words.comparison(advice, comparison));
        fact("step-comparison", escaped(&compared.collect::<Vec<_>>().join("; ")));
    }
    if !step.learn_from.is_empty() {
        fact("step-learn-from", escaped(&words.models(advice, step)));
    }
    for (label, rules) in [("step-after", &step.after), ("step-then", &step.then)] {
        let titles: Vec<&str> = rules.iter().filter_map(|rule| step_title(advice, rule)).collect();
        if !titles.is_empty() {
            fact(label, escaped(&titles.join("; ")));
        }
    }
    fact(
        "step-source",
        escaped(&words.source(&step.source, &step.rule, step.trace.changed_by.as_ref())),
    );
    // A list would run together with that of the first moves.
    page.block(&facts.join("  \n"));
}

fn open_questions(advice: &Advice, words: Words, page: &mut Page) {
    page.heading(&words.say("section-open"));
    if advice.open_questions.is_empty() {
        page.block(&words.say("open-none"));
        return;
    }
    let columns =
        ["column-question", "column-waiting", "column-key"].map(|column| words.say(column));
    let first = advice.open_questions.iter().take(OPEN_QUESTIONS);
    page.table(
        &columns,
        first.map(|open| {
            vec![cell(&open.label), words.waiting(open), format!("`{}`", open.question)]
        }),
    );
    let more = advice.open_questions.len().saturating_sub(OPEN_QUESTIONS);
    if more > 0 {
        page.block(
            &words.with(
                "open-more",
                &[("count", more.into()), ("number", words.0.count(more).into())],
            ),
        );
    }
}

fn near(advice: &Advice, words: Words, page: &mut Page) {
    let opened = words.opened(advice);
    if !opened.is_empty() {
        page.heading(&words.say("section-near"));
    }
    page.list(opened.iter().map(|line| escaped(line)));
}

fn learning(advice: &Advice, words: Words, page: &mut Page) {
    if !advice.strengths.is_empty() {
        page.heading(&words.say("section-strengths"));
        page.list(advice.strengths.iter().take(STRENGTHS).map(|strength| escaped(&strength.text)));
    }
    if !advice.learning.is_empty() {
        page.heading(&words.say("section-learning"));
        page.list(advice.learning.iter().map(|learning| {
            let label = escaped(type_label(advice, &learning.kind));
            format!("**{label}:** {}", escaped(&words.learning(advice, learning)))
        }));
    }
}

fn comparison(advice: &Advice, words: Words, page: &mut Page) {
    if advice.comparison.is_empty() {
        return;
    }
    page.heading(&words.say("section-comparison"));
    let columns = [
        "column-question",
        "column-own",
        "column-type",
        "column-all",
        "column-best",
        "column-table",
    ];
    page.table(
        &columns.map(|column| words.say(column)),
        advice.comparison.iter().map(|comparison| {
            let value = |value: Option<f64>| {
                value.map_or_else(|| "–".to_owned(), |value| words.value(comparison, value))
            };
            let best = type_label(advice, &comparison.best.kind);
            vec![
                cell(&comparison.label),
                words.own_value(comparison),
                value(comparison.type_value),
                value(comparison.all_value),
                format!("{} ({best})", words.value(comparison, comparison.best.value)),
                comparison.table.to_string(),
            ]
        }),
    );
}
