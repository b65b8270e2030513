//! All answers to be checked, each with a way to change it.

use http::StatusCode;
use maud::html;

use super::frame::{FORM, Switch, carried};
use super::leaf::{CHANGE, heading, mistaken, to_question};
use super::refused::refused as text_refused;
use super::{diagnostics, shown, status};
use crate::answer::Answer;
use crate::asked::Asked;
use crate::draft::{Draft, Leaf};
use crate::failure::Failure;
use dteam_engine::survey::in_words;
use dteam_interview::as_written;

pub(super) fn page(asked: &Asked) -> Result<Answer, Failure> {
    match Draft::of(asked) {
        Ok(draft) => match mistaken(asked, &draft) {
            Some(again) => again,
            None => shown_for(asked, &draft, false),
        },
        Err(invalid) => text_refused(asked, asked.form.text("profile"), &invalid.diagnostics),
    }
}

/// The page for these answers; `refused`: a report was asked for, and there is none yet.
pub(super) fn shown_for(asked: &Asked, draft: &Draft, refused: bool) -> Result<Answer, Failure> {
    let (catalog, language) = (&asked.site.catalog, asked.language);
    let survey = &catalog.survey;
    let mut frame = asked.frame(asked.say("web-review"));
    frame.other = Some(Switch::Form("review", ""));
    let clashes = draft.clashes(catalog, language);
    let nothing = draft.sheet.answers.answered() == 0;
    let warnings = match catalog.profile(&draft.sheet.file) {
        Ok(profile) => profile.warnings().to_vec(),
        Err(_) => Vec::new(),
    };
    let warnings: Vec<_> =
        warnings.into_iter().filter(|warning| !warning.problem.is_contradiction()).collect();
    let is_open = |leaf: &Leaf| {
        leaf.questions(asked).iter().any(|slot| draft.sheet.answers.get(*slot).is_none())
    };
    let open = Leaf::sections(catalog).find(is_open);
    let page = frame.page(&html! {
        main id="content" class="with-aside" {
            form id=(FORM) method="post" action="report" {
                @if refused || !clashes.is_empty() || !draft.sheet.faulty.is_empty() {
                    div class="errors" role=[refused.then_some("alert")] tabindex="-1" autofocus[refused] aria-labelledby="h-errors" {
                        h2 id="h-errors" { (frame.say(if refused { "web-no-report" } else { "web-clashes" })) }
                        ul {
                            @if refused && nothing { li { (frame.say("web-nothing-answered")) } }
                            @for (slot, fault) in &draft.sheet.faulty {
                                @let question = survey.question(*slot);
                                li {
                                    (to_question(asked, question, CHANGE)) ": "
                                    (frame.with("web-fault", &[("written", as_written(fault).into())]))
                                }
                            }
                            @for clash in &clashes {
                                li {
                                    (clash.message)
                                    ul {
                                        @for slot in &clash.slots {
                                            @let question = survey.question(*slot);
                                            li { (to_question(asked, question, CHANGE)) }
                                        }
                                    }
                                }
                            }
                        }
                        @if clashes.iter().any(|clash| clash.is_error) { p { (frame.say("web-clashes-refused")) } }
                    }
                }
                h1 { (frame.title) }
                p { (frame.say("web-review-about")) }
                (diagnostics::list(&warnings, language))
                (carried(asked, draft))
                p class="buttons" {
                    button class="main" type="submit" { (frame.say("web-show-report")) }
                    @if let Some(leaf) = open {
                        button type="submit" formaction="questions" name="go" value=(leaf.name(catalog)) {
                            (frame.say("web-open-questions"))
                        }
                    }
                }
                @for leaf in Leaf::sections(catalog) {
                    h2 { (heading(asked, leaf)) }
                    dl class="answers" {
                        @for slot in leaf.questions(asked) {
                            @let question = survey.question(slot);
                            div {
                                dt { (question.label.get(language)) }
                                @match draft.sheet.answers.get(slot) {
                                    Some(answer) => dd { bdi { (in_words(question, answer, language)) } },
                                    None => dd class="quiet" { (frame.say("web-not-stated")) },
                                }
                                dd class="change" {
                                    button class="link" type="submit" formaction={ "questions#" (super::field::id(question)) }
                                        name="go" value={ (CHANGE) (leaf.name(catalog)) } {
                                        (frame.say("web-change")) span class="unseen" { ": " (question.label.get(language)) }
                                    }
                                }
                            }
                        }
                    }
                }
                p class="buttons" {
                    button class="main" type="submit" { (frame.say("web-show-report")) }
                    button type="submit" formaction="profile" { (frame.say("web-save")) }
                }
            }
            aside {
                section aria-labelledby="h-status" {
                    h2 id="h-status" { (frame.say("web-status")) }
                    div id="status" { (status::panel(asked, draft)?) }
                }
            }
        }
    });
    Ok(shown(if refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, page))
}
