//! What comes after plan and pictures: strengths, models, open questions, method and sources.

use maud::{Markup, html};

use super::report::{Report, clean};
use crate::words::{OPEN_QUESTIONS, STRENGTHS};
use dteam_engine::advice::{OpenQuestion, Undecided};

pub(super) fn strengths(report: &Report<'_>) -> Option<Markup> {
    let strengths = &report.advice.strengths;
    (!strengths.is_empty()).then(|| {
        html! {
            p { (report.say("html-strengths-about")) }
            ul { @for strength in strengths.iter().take(STRENGTHS) { li { (report.text(&strength.text)) } } }
        }
    })
}

pub(super) fn learning(report: &Report<'_>) -> Option<Markup> {
    let learning = &report.advice.learning;
    (!learning.is_empty()).then(|| {
        html! {
            ul {
                @for learning in learning {
                    li {
                        b { (report.text(report.label(&learning.kind))) ":" } " "
                        (report.text(&report.words.learning(report.advice, learning)))
                    }
                }
            }
        }
    })
}

pub(super) fn open_questions(report: &Report<'_>) -> Option<Markup> {
    let open = &report.advice.open_questions;
    let opened = report.words.opened(report.advice);
    let columns = ["column-question", "html-column-decides", "column-key"]
        .map(|id| clean(&report.words.say(id)));
    let more = open.len().saturating_sub(OPEN_QUESTIONS);
    Some(html! {
        @if open.is_empty() {
            p { (report.say("open-none")) }
        } @else {
            p { (report.say("html-open-about")) }
            table class="open reflow" role="table" {
                caption class="hidden" { (report.say("section-open")) }
                thead role="rowgroup" {
                    tr role="row" { @for column in &columns { th scope="col" role="columnheader" { (column) } } }
                }
                tbody role="rowgroup" {
                    @for question in open.iter().take(OPEN_QUESTIONS) {
                        tr role="row" {
                            th scope="row" role="rowheader" { (report.text(&question.label)) }
                            td role="cell" data-label=(columns[1]) { (decides(report, question)) }
                            td role="cell" data-label=(columns[2]) { code { (clean(&question.question)) } }
                        }
                    }
                }
            }
            @if more > 0 {
                p { (report.with("open-more", &[("count", more.into()), ("number", report.words.0.count(more).into())])) }
            }
        }
        @if !opened.is_empty() {
            h3 { (report.say("section-near")) }
            ul { @for line in &opened { li { (report.text(line)) } } }
        }
    })
}

/// How many of the steps that a question decides are named.
const NAMED: usize = 2;

fn decides(report: &Report<'_>, question: &OpenQuestion) -> Markup {
    html! { ul { @for line in decided(report, question) { li { (report.text(&line)) } } } }
}

/// The steps that an answer would decide, some by name: those that wait for the fewest other
/// answers, the weightiest first.
pub(crate) fn decided(report: &Report<'_>, question: &OpenQuestion) -> Vec<String> {
    let waits = |undecided: &&Undecided| undecided.needs.contains(&question.question);
    let mut waiting: Vec<&Undecided> = report.advice.undecided.iter().filter(waits).collect();
    waiting.sort_by(|one, other| {
        one.needs.len().cmp(&other.needs.len()).then_with(|| other.weight.total_cmp(&one.weight))
    });
    let more = waiting.len().saturating_sub(NAMED);
    let mut lines: Vec<String> =
        waiting.iter().take(NAMED).map(|undecided| undecided.title.clone()).collect();
    if more > 0 {
        let numbers = [("count", more.into()), ("number", report.words.0.count(more).into())];
        lines.push(report.words.with("html-more-steps", &numbers));
    }
    lines
}

pub(super) fn method(report: &Report<'_>) -> Option<Markup> {
    let advice = report.advice;
    let words = report.words;
    Some(html! {
        ul { @for line in words.how(advice) { li { (report.text(&line)) } } }
        h3 { (report.say("html-sources")) }
        ul {
            @for line in words.study(advice) { li { (report.text(&line)) } }
            @for (fact, ranks) in facts(report) {
                @let numbers = [("count", ranks.len().into()), ("numbers", words.0.list(&ranks).into())];
                li { (report.text(&fact)) " " span class="quiet" { (report.with("html-for-steps", &numbers)) } }
            }
        }
        h3 { (report.say("html-packs")) }
        table class="packs" {
            caption class="hidden" { (report.say("html-packs")) }
            thead {
                tr { @for column in ["html-theme", "html-column-pack", "html-column-version"] { th scope="col" { (report.say(column)) } } }
            }
            tbody {
                @for pack in &advice.packs {
                    tr {
                        th scope="row" { (report.text(&pack.title)) }
                        td { code { (clean(&pack.id)) } }
                        td { (clean(&pack.version)) }
                    }
                }
            }
        }
        @let changed: Vec<String> = words.changed_rules(advice).collect();
        @if !changed.is_empty() { ul { @for line in &changed { li { (report.text(line)) } } } }
        p { (report.say("method-privacy")) }
        p { (report.text(&words.dated(advice))) "." }
    })
}

/// What steps rest on besides the study, each with the numbers of these steps.
pub(crate) fn facts(report: &Report<'_>) -> Vec<(String, Vec<String>)> {
    let mut facts: Vec<(String, Vec<String>)> = Vec::new();
    for step in &report.advice.steps {
        for fact in &step.source.facts {
            let (written, rank) = (report.words.fact(fact), step.rank.to_string());
            match facts.iter_mut().find(|(known, _)| *known == written) {
                Some((_, ranks)) => ranks.push(rank),
                None => facts.push((written, vec![rank])),
            }
        }
    }
    facts
}
