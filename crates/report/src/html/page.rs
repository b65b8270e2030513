//! The parts of the report in their order.

use maud::{Markup, html};

use super::report::Report;
use super::{closing, comparison, kind, matrix, plan, profile};

pub(super) fn main(report: &Report<'_>, full: usize) -> Markup {
    let advice = report.advice;
    let parts = [
        ("type", "section-type", kind::kind(report)),
        ("plan", "section-steps", plan::plan(report, full)),
        ("matrix", "html-section-matrix", matrix::matrix(report)),
        ("profile", "html-section-profile", profile::profile(report)),
        ("comparison", "section-comparison", comparison::comparison(report)),
        ("strengths", "section-strengths", closing::strengths(report)),
        ("learning", "section-learning", closing::learning(report)),
        ("open", "section-open", closing::open_questions(report)),
        ("method", "section-method", closing::method(report)),
    ];
    let parts: Vec<_> = parts
        .into_iter()
        .filter_map(|(id, heading, content)| Some((id, heading, content?)))
        .collect();
    html! {
        main id="report" lang=(advice.language.code()) {
            header {
                h1 { (report.text(&report.words.title(advice))) }
                p class="facts" {
                    @for fact in report.words.facts(advice) { span { (report.text(fact)) } }
                    span { (report.text(&report.words.dated(advice))) }
                }
            }
            section id="summary" aria-labelledby="h-summary" {
                h2 id="h-summary" { (report.say("section-summary")) }
                @for sentence in &advice.summary { p { (report.text(sentence)) } }
            }
            nav aria-labelledby="h-contents" {
                h2 id="h-contents" { (report.say("html-contents")) }
                ol {
                    @for (id, heading, _) in &parts { li { a href={ "#" (id) } { (report.say(heading)) } } }
                }
            }
            @for (id, heading, content) in &parts { (report.section(id, heading, content)) }
        }
    }
}
