//! The start page: what this is, and the ways in.

use http::StatusCode;
use maud::{Markup, html};

use super::frame::{Frame, Switch};
use super::shown;
use crate::answer::Answer;
use crate::asked::Asked;
use crate::draft::Draft;
use crate::failure::Failure;
use dteam_interview::minutes;

pub(super) fn page(asked: &Asked) -> Result<Answer, Failure> {
    let mut frame = asked.frame(asked.say("web-start-title"));
    frame.other = Some(Switch::Link(""));
    let survey = &asked.site.catalog.survey;
    let study = asked.site.catalog.study(asked.language);
    let questions = [("questions", survey.questions.len().into())];
    let first = [("questions", asked.site.first.len().into())];
    let time = [
        ("whole", minutes(survey.questions.len()).into()),
        ("short", minutes(asked.site.first.len()).into()),
    ];
    let answered = Draft::of(asked).map_err(|_| Failure::Broken)?.sheet.answers.answered();
    let page = frame.page(&html! {
        main id="content" class="narrow" {
            h1 { (frame.title) }
            @if asked.query.get("again").is_some() { p class="notice" role="status" { (frame.say("web-start-again")) } }
            // A script fills it in and shows it.
            form id="kept-answers" class="notice" method="post" action="review" hidden {
                input type="hidden" name="profile" value="";
                input type="hidden" name="run" value="";
                p { (frame.say("web-start-kept")) }
                p class="buttons" { button class="main" type="submit" { (frame.say("web-start-go-on")) } }
            }
            p class="lead" { (frame.say("web-start-lead")) }
            ul {
                li { (frame.with("web-start-time", &time)) }
                li { (frame.say("web-start-open")) }
                li { (frame.say("web-start-private")) }
            }
            @if answered > 0 {
                p { (frame.with("web-start-filled-in", &[("answered", answered.into())])) }
            }
            p class="buttons" {
                a class="button main" href="questions" { (frame.with("web-start-full", &questions)) }
                a class="button" href="questions?short=1" { (frame.with("web-start-short", &first)) }
            }
            section aria-labelledby="h-load" {
                h2 id="h-load" { (frame.say("web-start-load")) }
                p { (frame.say("web-start-load-about")) }
                form method="post" action="load" enctype="multipart/form-data" {
                    (file(&frame, "file"))
                    p class="buttons" { button type="submit" { (frame.say("web-load")) } }
                }
            }
            @if !asked.site.examples.is_empty() {
                section aria-labelledby="h-example" {
                    h2 id="h-example" { (frame.say("web-start-example")) }
                    p { (frame.say("web-start-example-about")) }
                    form method="get" action="example" {
                        p class="field" {
                            label for="example" { (frame.say("web-example")) }
                            (examples(asked, "example", "name", None))
                        }
                        p class="buttons" { button type="submit" { (frame.say("web-start-example-show")) } }
                    }
                }
            }
            section aria-labelledby="h-compare" {
                h2 id="h-compare" { (frame.say("web-start-compare")) }
                p { (frame.say("web-start-compare-about")) }
                p class="buttons" { a class="button" href="compare" { (frame.say("web-start-compare-show")) } }
            }
            section aria-labelledby="h-progress" {
                h2 id="h-progress" { (frame.say("web-start-progress")) }
                p { (frame.say("web-start-progress-about")) }
                p class="buttons" { a class="button" href="progress" { (frame.say("web-start-progress-show")) } }
            }
            section aria-labelledby="h-team" {
                h2 id="h-team" { (frame.say("web-start-team")) }
                p { (frame.say("web-start-team-about")) }
                p class="buttons" { a class="button" href="team" { (frame.say("web-start-team-show")) } }
            }
            section aria-labelledby="h-study" {
                h2 id="h-study" { (frame.say("web-start-study")) }
                p {
                    (frame.with("web-start-study-about", &[
                        ("title", study.title.into()), ("publisher", study.publisher.into()),
                        ("published", study.published.to_string().into()), ("sample", study.sample.into()),
                    ]))
                }
            }
        }
    });
    Ok(shown(StatusCode::OK, page))
}

/// The kinds of files that hold a profile.
pub(super) const PROFILES: &str =
    ".yaml,.yml,.json,.xlsx,.ods,application/yaml,application/json,text/plain";

/// A field for a profile's file.
pub(super) fn file(frame: &Frame, name: &str) -> Markup {
    html! {
        p class="field" {
            label for=(name) { (frame.say("web-file")) }
            input type="file" id=(name) name=(name) accept=(PROFILES);
        }
    }
}

/// A list of the examples to choose from; without a choice where `none` says so.
pub(super) fn examples(asked: &Asked, id: &str, name: &str, none: Option<(&str, &str)>) -> Markup {
    html! {
        select id=(id) name=(name) {
            @if let Some((label, _)) = none { option value="" { (label) } }
            @for example in &asked.site.examples {
                option value=(example.name) selected[none.is_some_and(|(_, chosen)| chosen == example.name)] {
                    (example.label.get(asked.language))
                }
            }
        }
    }
}
