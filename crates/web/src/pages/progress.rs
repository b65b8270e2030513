//! What a year brought: a profile of last year beside one of now.

use std::sync::Arc;

use http::StatusCode;
use maud::{Markup, PreEscaped, html};

use super::file::page_to_keep;
use super::frame::{FORM, Frame, Switch};
use super::{diagnostics, load, shown, start};
use crate::answer::Answer;
use crate::asked::Asked;
use crate::draft::{carried, to_carry};
use crate::failure::Failure;
use dteam_engine::advice::progress::{Progress, ProgressOf};
use dteam_report::{html_document, progress_document};
use dteam_text::diagnostic::{Diagnostic, Invalid, SourceFile};

/// The two profiles as they were given.
struct Given {
    old: Result<String, Vec<Diagnostic>>,
    new: Result<String, Vec<Diagnostic>>,
    /// The new one comes from the questionnaire.
    is_carried: bool,
}

impl Given {
    fn of(asked: &Asked) -> Self {
        let text = |pasted, file| load::given(asked, pasted, file).map_err(wrong);
        let mine = carried(asked.form.text("profile"));
        let is_carried = !mine.trim().is_empty();
        let new = if is_carried { Ok(mine) } else { text("new-text", "new") };
        Given { old: text("old-text", "old"), new, is_carried }
    }

    /// What is different, or what is wrong with the two.
    fn compared(&self, asked: &Asked) -> Result<Progress, [Vec<Diagnostic>; 2]> {
        let (catalog, file) = (&asked.site.catalog, |id: &str, text: &str| {
            SourceFile::new(asked.say(id), text.to_owned())
        });
        let read = |given: &Result<String, Vec<Diagnostic>>, id: &str| match given {
            Ok(text) => Ok(file(id, text)),
            Err(found) => Err(found.clone()),
        };
        let old = read(&self.old, "web-progress-old");
        let new = read(&self.new, "web-progress-new");
        let old = old.and_then(|file: Arc<_>| catalog.earlier_profile(&file).map_err(wrong));
        let new = new.and_then(|file: Arc<_>| catalog.profile(&file).map_err(wrong));
        match (old, new) {
            (Ok((old, gone)), Ok(new)) => {
                let of = ProgressOf { old: &old, new: &new, old_date: None, plan: None };
                let options = asked.site.options(asked.language).likely(false);
                let compared = catalog.progress(&of, &options);
                let mut progress = compared.map_err(|invalid| [Vec::new(), wrong(invalid)])?;
                progress.gone_questions = gone;
                Ok(progress)
            }
            (old, new) => Err([old.err().unwrap_or_default(), new.err().unwrap_or_default()]),
        }
    }

    /// For a form to carry on.
    fn fields(&self) -> Markup {
        let text = |given: &Result<String, _>| to_carry(given.as_deref().unwrap_or_default());
        html! {
            input type="hidden" name="old-text" value=(text(&self.old));
            @if self.is_carried {
                input type="hidden" name="profile" value=(text(&self.new));
            } @else {
                input type="hidden" name="new-text" value=(text(&self.new));
            }
        }
    }
}

fn wrong(invalid: Invalid) -> Vec<Diagnostic> {
    invalid.diagnostics
}

/// The form, with nothing chosen.
pub(super) fn form(asked: &Asked) -> Result<Answer, Failure> {
    choose(asked, StatusCode::OK, &Given::of(asked), &[Vec::new(), Vec::new()])
}

/// What the year brought, or the form with what is wrong with the two.
pub(super) fn page(asked: &Asked) -> Result<Answer, Failure> {
    let given = Given::of(asked);
    if asked.form.text("go") == "choose" {
        return choose(asked, StatusCode::OK, &given, &[Vec::new(), Vec::new()]);
    }
    let progress = match given.compared(asked) {
        Ok(progress) => progress,
        Err(found) => return choose(asked, StatusCode::UNPROCESSABLE_ENTITY, &given, &found),
    };
    let document = progress_document(&progress);
    let mut frame = asked.frame(document.title.clone());
    frame.other = Some(Switch::Form("progress", ""));
    frame.has_report = true;
    frame.tools = Some(html! {
        form id=(FORM) class="tools" method="post" action="progress" {
            (given.fields())
            p class="buttons" {
                button type="button" class="main" data-print hidden { (frame.say("web-print")) }
                button type="submit" formaction="progress.html" { (frame.say("web-save-page")) }
                @if given.is_carried {
                    button type="submit" formaction="report" { (frame.say("web-show-report")) }
                }
            }
        }
    });
    Ok(shown(StatusCode::OK, frame.page(&PreEscaped(html_document(&document)))))
}

/// The same as one HTML file.
pub(super) fn file(asked: &Asked) -> Result<Answer, Failure> {
    let given = Given::of(asked);
    match given.compared(asked) {
        Ok(progress) => {
            let (what, name) = (asked.say("web-progress-file"), progress.name.clone());
            page_to_keep(&what, name.as_deref(), &progress_document(&progress))
        }
        Err(found) => choose(asked, StatusCode::UNPROCESSABLE_ENTITY, &given, &found),
    }
}

fn choose(
    asked: &Asked,
    status: StatusCode,
    given: &Given,
    found: &[Vec<Diagnostic>; 2],
) -> Result<Answer, Failure> {
    let mut frame = asked.frame(asked.say("web-progress-title"));
    frame.other = match given.is_carried {
        true => Some(Switch::Form("progress", "choose")),
        false => Some(Switch::Link("progress")),
    };
    let is_mistaken = status != StatusCode::OK;
    if is_mistaken {
        frame.title = format!("{}: {}", frame.say("web-mistake"), frame.title);
    }
    let [old, new] = found;
    let page = frame.page(&html! {
        main id="content" class="narrow" {
            @if is_mistaken {
                div class="errors" role="alert" tabindex="-1" autofocus aria-labelledby="h-errors" {
                    h2 id="h-errors" { (frame.say("web-mistakes")) }
                    (mistakes(&frame, "web-progress-old", old))
                    (mistakes(&frame, "web-progress-new", new))
                }
            }
            h1 { (frame.say("web-progress-title")) }
            p { (frame.say("web-progress-about")) }
            form id=(FORM) method="post" action="progress" enctype="multipart/form-data" {
                (labelled(&frame, "web-progress-old", "old"))
                @if given.is_carried {
                    p { (frame.say("web-progress-carried")) }
                    input type="hidden" name="profile" value=(to_carry(given.new.as_deref().unwrap_or_default()));
                } @else {
                    (labelled(&frame, "web-progress-new", "new"))
                }
                p class="buttons" { button class="main" type="submit" { (frame.say("web-progress-show")) } }
            }
            p { a href="./" { (frame.say("web-to-start")) } }
        }
    });
    Ok(shown(status, page))
}

fn mistakes(frame: &Frame, label: &str, found: &[Diagnostic]) -> Markup {
    html! {
        @if !found.is_empty() {
            p { b { (frame.say(label)) } }
            (diagnostics::list(found, frame.language))
        }
    }
}

fn labelled(frame: &Frame, label: &str, name: &str) -> Markup {
    html! {
        p class="field" {
            label for=(name) { (frame.say(label)) }
            input type="file" id=(name) name=(name) accept=(start::PROFILES);
        }
    }
}
