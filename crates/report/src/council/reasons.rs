//! Where the municipality stands, and for each step why, how and on what grounds.

use super::Purpose;
use super::author::Author;
use crate::document::{Block, Fact, FullStep, Section, StepLink, Value};
use dteam_engine::advice::{Horizon, Step};
use dteam_engine::classification::Basis;
use dteam_text::language::capitalised;
use dteam_text::language::messages::Argument;

/// How many strengths are named: enough to see what can be built upon.
const STRENGTHS: usize = 3;

pub(super) fn reasons(author: &Author<'_>) -> Section {
    let heading =
        if author.is_for_decision() { "council-section-reasons" } else { "council-section-state" };
    let mut blocks = vec![Block::Topic(author.say("council-topic-position"))];
    blocks.extend(position(author));
    let steps = author.paper.steps.iter().enumerate();
    blocks.extend(
        steps.map(|(index, step)| Block::Step(Box::new(full_step(author, index + 1, step)))),
    );
    author.section("reasons", heading, blocks)
}

fn position(author: &Author<'_>) -> Vec<Block> {
    let (advice, words) = (author.advice, author.words);
    let (study, answered) = (&advice.study, advice.answered);
    let basis = [
        ("answers", answered.answers.to_string().into()),
        ("questions", answered.questions.to_string().into()),
        ("study", study.title.as_str().into()),
        ("publisher", study.publisher.as_str().into()),
        ("published", study.published.to_string().into()),
        ("sample", study.sample.as_str().into()),
        ("types", Argument::InWords(advice.classification.labels.len())),
    ];
    let mut blocks = vec![Block::Text(words.with("council-basis", &basis))];
    // The first sentence of the summary says which type it is.
    let kind = advice.summary.first().into_iter().chain(&advice.classification.meaning);
    let kind: Vec<&str> = kind.map(String::as_str).collect();
    blocks.push(Block::Text(kind.join(" ")));
    match advice.classification.basis {
        Some(Basis::Goals) => blocks.push(Block::Text(author.say("council-type-by-goals"))),
        Some(Basis::Indicators) => {
            blocks.push(Block::Text(author.say("council-type-by-indicators")))
        }
        None => {}
    }
    if !advice.strengths.is_empty() {
        blocks.push(Block::Lead(author.say("council-strengths")));
        let strengths = advice.strengths.iter().take(STRENGTHS);
        blocks.push(Block::List(strengths.map(|strength| strength.text.clone().into()).collect()));
    }
    blocks.push(Block::Text(choice(author)));
    blocks
}

/// How many steps there are, and how many of them the paper is about.
fn choice(author: &Author<'_>) -> String {
    let (words, all, chosen) = (author.words, author.advice.steps.len(), author.paper.steps.len());
    let counts = [
        ("all", all.into()),
        ("all-number", Argument::InWords(all)),
        ("chosen", chosen.into()),
        ("chosen-number", Argument::InWords(chosen)),
    ];
    let text = match author.paper.purpose {
        _ if all == 0 => author.say("council-no-steps"),
        _ if chosen == all => author.words.counted("council-chosen-all", all),
        Purpose::Decision => words.with("council-chosen-decision", &counts),
        Purpose::Information => words.with("council-chosen-information", &counts),
    };
    capitalised(&text)
}

/// A step under the number that it has in the paper.
fn full_step(author: &Author<'_>, rank: usize, step: &Step) -> FullStep {
    let (advice, words) = (author.advice, author.words);
    let mut facts = Vec::new();
    let mut fact = |label: &str, value: String| {
        facts.push(Fact { label: author.say(label), value: Value::Text(value) });
    };
    if !step.benchmarks.is_empty() {
        let compared =
            step.benchmarks.iter().map(|comparison| words.comparison(advice, comparison));
        fact("council-comparison", compared.collect::<Vec<_>>().join("; "));
    }
    if !step.covers.is_empty() {
        let titles: Vec<&str> = step.covers.iter().map(|covered| covered.title.as_str()).collect();
        fact("council-covers", titles.join("; "));
    }
    fact("column-effort", words.work(step));
    let parties = words.parties(step);
    if !parties.is_empty() {
        fact("step-parties", parties);
    }
    if let Some(duty) = words.duty_of(step) {
        fact("step-duty", duty);
    }
    fact(
        "council-start",
        match (author.paper.plan, step.horizon) {
            (Some(_), _) => match author.planned(step) {
                Some(planned) => words.period(planned.start),
                None => author.say("council-start-unplanned"),
            },
            (None, Horizon::Now) => author.say("council-start-now"),
            (None, Horizon::Next) => author.say("council-start-next"),
            (None, Horizon::Later) => author.say("council-start-later"),
        },
    );
    for (label, rules) in [("council-needs", &step.after), ("council-enables", &step.then)] {
        let named: Vec<String> = others(author, rules);
        if !named.is_empty() {
            fact(label, named.join("; "));
        }
    }
    if !step.learn_from.is_empty() {
        let models =
            [("count", step.learn_from.len().into()), ("types", words.models(advice, step).into())];
        fact("council-learn-from", words.with("council-models", &models));
    }
    fact("council-source", words.cited(&step.source));
    if !step.source.facts.is_empty() {
        let value = Value::Items(words.facts_of(&step.source));
        facts.push(Fact { label: author.say("step-facts"), value });
    }
    FullStep {
        step: StepLink { rank, title: step.title.clone(), horizon: step.horizon },
        weights: Vec::new(),
        why_label: author.say("step-why"),
        why: step.why.clone(),
        moves_label: author.say("council-moves"),
        moves: step.actions.clone(),
        facts,
    }
}

/// Other steps of the plan, each with its number in the paper or the remark that it is not in it.
fn others(author: &Author<'_>, rules: &[String]) -> Vec<String> {
    let steps = author.advice.steps.iter().filter(|step| rules.contains(&step.rule));
    let named = steps.map(|step| {
        let title = ("title", step.title.as_str().into());
        match author.number_of(step) {
            Some(number) => author
                .words
                .with("council-step-within", &[title, ("number", number.to_string().into())]),
            None => author.words.with("council-step-outside", &[title]),
        }
    });
    named.collect()
}
