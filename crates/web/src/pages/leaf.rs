//! A page of questions: a section, or the short form.

use http::StatusCode;
use maud::{Markup, html};

use super::field::{self, Field};
use super::frame::{FORM, Frame, Switch, carried};
use super::{shown, status};
use crate::answer::Answer;
use crate::asked::Asked;
use crate::draft::{Clash, Draft, Leaf};
use crate::entry;
use crate::failure::Failure;
use dteam_interview::Sheet;

/// The page that the form stood on once more, if what was entered there has mistakes.
pub(super) fn mistaken(asked: &Asked, draft: &Draft) -> Option<Result<Answer, Failure>> {
    let leaf = draft.leaf.filter(|_| !draft.mistakes.is_empty())?;
    Some(leaf_page(asked, draft, leaf, &[]))
}

pub(super) fn leaf_page(
    asked: &Asked,
    draft: &Draft,
    leaf: Leaf,
    clashes: &[Clash],
) -> Result<Answer, Failure> {
    let (catalog, language) = (&asked.site.catalog, asked.language);
    let leaves: Vec<Leaf> = Leaf::sections(catalog).collect();
    let heading = heading(asked, leaf);
    let is_mistaken = !draft.mistakes.is_empty() || !clashes.is_empty();
    let title = if is_mistaken {
        format!("{}: {heading}", asked.say("web-mistake"))
    } else {
        heading.clone()
    };
    let mut frame = asked.frame(title);
    frame.other = Some(Switch::Form("questions", "here"));
    frame.has_fields = true;
    let number = leaves.iter().position(|other| *other == leaf).map(|index| index + 1);
    let seen = draft.seen.iter().copied().chain(clashes.iter().map(|clash| clash.number));
    let questions = leaf.questions(asked);
    let is_last = number.is_none_or(|number| number == leaves.len());
    let is_change = is_change(asked, draft, leaf);
    let page = frame.page(&html! {
        main id="content" class="with-aside" {
            form id=(FORM) method="post" action="questions" novalidate data-status="status" {
                (summary(&frame, asked, draft, clashes, leaf))
                h1 { (heading) }
                @if let Some(number) = number {
                    p class="where" { (frame.with("web-section-of", &[("number", number.into()), ("sections", leaves.len().into())])) }
                } @else {
                    p class="where" { (frame.say("web-short-about")) }
                }
                (carried(asked, draft))
                input type="hidden" name="page" value=(leaf.name(catalog));
                @if is_change { input type="hidden" name="change" value="1"; }
                @for number in seen { input type="hidden" name="seen" value=(number); }
                @for slot in questions {
                    @let question = catalog.survey.question(slot);
                    @let mistaken = draft.mistakes.iter().find(|mistaken| mistaken.slot == slot);
                    @let clash = clashes.iter().find(|clash| clash.slots.contains(&slot));
                    @let values = match mistaken {
                        Some(mistaken) => mistaken.values.clone(),
                        None => entry::values(question, draft.sheet.answers.get(slot), language),
                    };
                    @let mistake = mistaken.map(|mistaken| mistaken.message.as_str()).or(clash.map(|clash| clash.message.as_str()));
                    (Field { question, language, values, mistake, fault: fault(&draft.sheet, slot) }.markup())
                }
                p class="buttons" {
                    button class="main" type="submit" name="go" value="next" {
                        @if is_last || is_change { (frame.say("web-check-answers")) } @else { (frame.say("web-next")) }
                    }
                    @if number.is_some_and(|number| number > 1) {
                        button type="submit" name="go" value="back" { (frame.say("web-back")) }
                    }
                }
                noscript { p class="quiet" { (frame.say("web-no-script")) } }
            }
            aside {
                section aria-labelledby="h-status" {
                    h2 id="h-status" { (frame.say("web-status")) }
                    div id="status" { (status::panel(asked, draft)?) }
                    p id="news" class="unseen" aria-live="polite" {}
                    p class="buttons" {
                        button form=(FORM) type="submit" formaction="report" { (frame.say("web-show-report")) }
                        button form=(FORM) type="submit" formaction="profile" { (frame.say("web-save")) }
                    }
                }
                (contents(&frame, asked, draft, leaf, &leaves))
            }
        }
    });
    Ok(shown(if is_mistaken { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, page))
}

/// In front of a page's name: whoever goes there to change an answer comes back afterwards.
pub(super) const CHANGE: &str = "change";

/// Whether the page was come to from all the answers, to change one of them.
pub(super) fn is_change(asked: &Asked, draft: &Draft, leaf: Leaf) -> bool {
    let is_still_there = draft.leaf == Some(leaf) && asked.form.get("change").is_some();
    is_still_there || asked.form.text("go").starts_with(CHANGE)
}

pub(super) fn heading(asked: &Asked, leaf: Leaf) -> String {
    match leaf {
        Leaf::Short => asked.say("web-short"),
        Leaf::Section(section) => {
            asked.site.catalog.survey.sections[section].title.get(asked.language).to_string()
        }
    }
}

fn fault(sheet: &Sheet, slot: dteam_engine::survey::Slot) -> Option<String> {
    sheet
        .faulty
        .iter()
        .find(|(faulty, _)| *faulty == slot)
        .map(|(_, fault)| dteam_interview::as_written(fault))
}

/// What is wrong with the page's entries, with links to them.
fn summary(frame: &Frame, asked: &Asked, draft: &Draft, clashes: &[Clash], leaf: Leaf) -> Markup {
    if draft.mistakes.is_empty() && clashes.is_empty() {
        return html! {};
    }
    let survey = &asked.site.catalog.survey;
    let here = leaf.questions(asked);
    html! {
        div class="errors" role="alert" tabindex="-1" autofocus aria-labelledby="h-errors" {
            h2 id="h-errors" { (frame.say(if draft.mistakes.is_empty() { "web-clashes" } else { "web-mistakes" })) }
            ul {
                @for mistaken in &draft.mistakes {
                    @let question = survey.question(mistaken.slot);
                    li { a href={ "#" (field::id(question)) } { (question.label.get(asked.language)) ": " (mistaken.message) } }
                }
                @for clash in clashes {
                    li {
                        (clash.message)
                        ul {
                            @for slot in &clash.slots {
                                @let question = survey.question(*slot);
                                li {
                                    @if here.contains(slot) {
                                        a href={ "#" (field::id(question)) } { (question.label.get(asked.language)) }
                                    } @else {
                                        (to_question(asked, question, ""))
                                    }
                                }
                            }
                        }
                    }
                }
            }
            @if draft.mistakes.is_empty() {
                p {
                    (frame.say("web-clashes-about"))
                    @if clashes.iter().any(|clash| clash.is_error) { " " (frame.say("web-clashes-refused")) }
                }
            }
        }
    }
}

/// A button that leads to a question on another page; `why` is nothing or [`CHANGE`].
pub(super) fn to_question(
    asked: &Asked,
    question: &dteam_engine::survey::Question,
    why: &str,
) -> Markup {
    let page = Leaf::Section(question.section).name(&asked.site.catalog);
    html! {
        button class="link" form=(FORM) type="submit" name="go" value={ (why) (page) }
            formaction={ "questions#" (field::id(question)) } { (question.label.get(asked.language)) }
    }
}

/// All sections, to go to.
fn contents(frame: &Frame, asked: &Asked, draft: &Draft, here: Leaf, leaves: &[Leaf]) -> Markup {
    html! {
        nav class="contents" aria-labelledby="h-contents" {
            h2 id="h-contents" { (frame.say("web-sections")) }
            ol {
                @for leaf in leaves {
                    li {
                        @if *leaf == here {
                            span aria-current="page" { (heading(asked, *leaf)) }
                        } @else {
                            button class="link" form=(FORM) type="submit" name="go" value=(leaf.name(&asked.site.catalog)) {
                                (heading(asked, *leaf))
                            }
                        }
                        " " span class="quiet" data-section=(leaf.name(&asked.site.catalog)) { (status::count(asked, draft, *leaf)) }
                    }
                }
            }
            p { button class="link" form=(FORM) type="submit" formaction="review" { (frame.say("web-check-answers")) } }
        }
    }
}
