//! The plan: the first steps in full, the rest as a table; and all of them by effort and impact.

use super::author::Author;
use crate::document::{
    Axis, Block, Caption, Cell, ColumnKind, Fact, FullStep, Legend, Level, Mark, Matrix, Meaning,
    NotePlace, Placed, Shown, Table, Value, Weighed, Weight,
};
use dteam_engine::advice::{DaysBasis, Horizon, Step};
use dteam_text::language::messages::Argument;

pub(super) fn plan(author: &Author<'_>, full: usize) -> Vec<Block> {
    let steps = &author.advice.steps;
    if steps.is_empty() {
        return vec![Block::Text(author.say("no-steps"))];
    }
    let (first, rest) = steps.split_at(full.min(steps.len()));
    let mut blocks = vec![Block::Text(turns(author)), Block::Note(author.say("html-plan-about"))];
    blocks.extend(first.iter().map(|step| Block::Step(Box::new(full_step(author, step)))));
    if !rest.is_empty() {
        blocks.push(Block::Topic(author.say("section-more-steps")));
        blocks.push(Block::Table(more(author, rest)));
    }
    blocks
}

/// What decides when a step's turn comes.
fn turns(author: &Author<'_>) -> String {
    let assumptions = author.advice.assumptions;
    let id = match assumptions.days_basis {
        DaysBasis::Given => "turns-given",
        DaysBasis::Estimated => "turns-estimated",
    };
    let days = author.words.0.number(assumptions.days_per_quarter);
    author.with(id, &[("days", days.into()), ("per-year", Argument::InWords(assumptions.per_year))])
}

/// What the shared administration is to do.
pub(super) fn delegated(author: &Author<'_>) -> Option<(String, Vec<Block>)> {
    let delegated = author.advice.delegated.as_ref()?;
    let steps = delegated.steps.iter().map(|step| step.title.clone().into());
    let blocks = vec![Block::Text(delegated.about.clone()), Block::List(steps.collect())];
    Some((delegated.title.clone(), blocks))
}

/// `3 von 5`
fn of_five(author: &Author<'_>, value: f64) -> Level {
    let text = author.with("html-of-five", &[("value", author.words.0.number(value).into())]);
    Level { level: value.round().clamp(0.0, 5.0) as u8, text }
}

/// The name of the pack a step comes from.
fn theme(author: &Author<'_>, step: &Step) -> String {
    let pack = author.advice.packs.iter().find(|pack| pack.id == step.pack);
    pack.map_or_else(|| step.pack.clone(), |pack| pack.title.clone())
}

fn full_step(author: &Author<'_>, step: &Step) -> FullStep {
    let (advice, words) = (author.advice, author.words);
    let weight = |label: &str, value: Weighed| Weight { label: author.say(label), value };
    let level = |value: f64| Weighed::Level(of_five(author, value));
    let mut facts = Vec::new();
    let mut fact = |label: &str, value: Value| facts.push(Fact { label: author.say(label), value });
    if !step.benchmarks.is_empty() {
        let compared =
            step.benchmarks.iter().map(|comparison| words.comparison(advice, comparison));
        fact("step-comparison", Value::Each(compared.collect()));
    }
    if let Some(order) = words.order(advice, step) {
        fact("step-order", Value::Text(order));
    }
    fact("step-work", Value::Text(words.work(step)));
    let parties = words.parties(step);
    if !parties.is_empty() {
        fact("step-parties", Value::Text(parties));
    }
    if let Some(duty) = words.duty_of(step) {
        fact("step-duty", Value::Text(duty));
    }
    if !step.covers.is_empty() {
        let titles = step.covers.iter().map(|covered| covered.title.clone());
        fact("step-covers", Value::Each(titles.collect()));
    }
    if !step.learn_from.is_empty() {
        fact("step-learn-from", Value::Text(words.models(advice, step)));
    }
    for (label, rules) in [("step-after", &step.after), ("step-then", &step.then)] {
        let links = author.links(rules);
        if !links.is_empty() {
            fact(label, Value::Steps(links));
        }
    }
    let source = words.source(&step.source, &step.rule, step.trace.changed_by.as_ref());
    fact("step-source", Value::Text(source));
    if !step.source.facts.is_empty() {
        fact("step-facts", Value::Items(words.facts_of(&step.source)));
    }
    FullStep {
        step: author.link(step),
        weights: vec![
            weight("column-when", Weighed::Text(words.horizon(step.horizon))),
            weight("html-impact", level(step.factors.impact)),
            weight("column-effort", level(f64::from(step.factors.effort))),
            weight("column-priority", Weighed::Text(words.priority(step.priority))),
            weight("html-theme", Weighed::Text(theme(author, step))),
        ],
        why_label: author.say("step-why"),
        why: step.why.clone(),
        moves_label: author.say("step-first"),
        moves: step.actions.clone(),
        facts,
    }
}

/// What the step is, and why it stands where it does.
fn titled(author: &Author<'_>, step: &Step) -> Cell {
    match author.words.order(author.advice, step) {
        Some(order) => Cell::Noted(step.title.clone(), order, NotePlace::Below),
        None => Cell::Text(step.title.clone()),
    }
}

/// The remaining steps, a row each.
fn more(author: &Author<'_>, rest: &[Step]) -> Table {
    let rows = rest.iter().map(|step| {
        vec![
            Cell::Rank(author.link(step)),
            titled(author, step),
            Cell::Text(theme(author, step)),
            Cell::Text(author.words.horizon(step.horizon)),
            Cell::Level(of_five(author, step.factors.impact)),
            Cell::Level(of_five(author, f64::from(step.factors.effort))),
            Cell::Text(author.words.priority(step.priority)),
        ]
        .into()
    });
    Table {
        name: "more",
        caption: Caption::Hidden(author.say("section-more-steps")),
        columns: vec![
            author.column("column-rank", ColumnKind::Rank),
            author.column("column-step", ColumnKind::Name),
            author.column("html-theme", ColumnKind::Text).shown(Shown::Tabular),
            author.column("column-when", ColumnKind::Text),
            author.column("html-impact", ColumnKind::Text).shown(Shown::Tabular),
            author.column("column-effort", ColumnKind::Text),
            author.column("column-priority", ColumnKind::Text),
        ],
        rows: rows.collect(),
    }
}

/// All steps by effort and impact.
pub(super) fn matrix(author: &Author<'_>) -> Option<Vec<Block>> {
    let steps = &author.advice.steps;
    if steps.is_empty() {
        return None;
    }
    let occurs = |horizon: &Horizon| steps.iter().any(|step| step.horizon == *horizon);
    let turns = [Horizon::Now, Horizon::Next, Horizon::Later].into_iter().filter(occurs);
    let meanings = turns
        .map(|turn| Meaning { mark: Mark::Turn(turn), text: author.words.horizon(turn) })
        .collect();
    let axis = |label: &str, least: &str, most: &str| Axis {
        label: author.say(label),
        least: author.say(least),
        most: author.say(most),
    };
    let placed = steps.iter().map(|step| Placed {
        effort: step.factors.effort,
        // Halves count up.
        impact: step.factors.impact.round().clamp(1.0, 5.0) as u8,
        step: author.link(step),
    });
    let matrix = Matrix {
        caption: author.say("html-matrix-caption"),
        effort: axis("column-effort", "html-effort-least", "html-effort-most"),
        impact: axis("html-impact", "html-impact-least", "html-impact-most"),
        steps: placed.collect(),
    };
    Some(vec![
        Block::Text(author.say("html-matrix-about")),
        Block::Legend(Legend { about: None, meanings }),
        Block::Matrix(matrix),
    ])
}
