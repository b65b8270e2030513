//! How things stand by the answers so far, beside every page of the questionnaire.

use http::StatusCode;
use maud::{Markup, html};

use super::HTML;
use crate::answer::Answer;
use crate::asked::Asked;
use crate::draft::{Draft, Leaf, to_carry};
use crate::failure::Failure;
use dteam_interview::Progress;
use dteam_report::words::Words;
use dteam_text::language::Language;
use dteam_text::language::messages::message;

/// Steps that are named.
const NAMED: usize = 3;

/// What a script needs to know of what stands in the form just now: the panel, how much of each
/// section is answered, the profile. Entries that are no answer are passed over: they are reported
/// when they are sent.
pub(super) fn fragment(asked: &Asked) -> Result<Answer, Failure> {
    let draft = Draft::of(asked).map_err(|_| Failure::NotAForm)?;
    let sections = Leaf::sections(&asked.site.catalog);
    let fragment = html! {
        div data-panel { (panel(asked, &draft)?) }
        @for leaf in sections { span data-section=(leaf.name(&asked.site.catalog)) { (count(asked, &draft, leaf)) } }
        input type="hidden" data-newest value=(to_carry(&draft.sheet.file.text));
    };
    Ok(Answer::of(StatusCode::OK, HTML, fragment.into_string()))
}

/// How many questions of a page are answered.
pub(super) fn count(asked: &Asked, draft: &Draft, leaf: Leaf) -> String {
    let questions = leaf.questions(asked);
    let answered = questions.iter().filter(|slot| draft.sheet.answers.get(**slot).is_some());
    let parts = [("answered", answered.count().into()), ("questions", questions.len().into())];
    message(asked.language, "web-answered-of", &parts)
}

/// What is worth reading out when it changes is marked.
pub(super) fn panel(asked: &Asked, draft: &Draft) -> Result<Markup, Failure> {
    let (site, language) = (&asked.site, asked.language);
    let progress = Progress::of(&site.catalog, &draft.sheet.answers, &site.options(language))
        .map_err(|_| Failure::Broken)?;
    let words = Words(language);
    let answered =
        [("answered", progress.answered.into()), ("questions", progress.questions.into())];
    Ok(html! {
        p { (words.with("web-status-answered", &answered)) }
        @if progress.answered > 0 {
            p data-said { (kind(&progress, language)) }
            p data-said { (words.with("web-status-steps", &[("steps", progress.steps.into())])) }
            @if !progress.new.is_empty() {
                ol { @for title in progress.new.iter().take(NAMED) { li data-said { (title) } } }
            }
        }
    })
}

fn kind(progress: &Progress, language: Language) -> Markup {
    let Some((kind, degree)) = &progress.kind else {
        return html! { (message(language, "web-status-no-type", &[])) };
    };
    let parts = [("degree", language.percent(*degree).replace(' ', "\u{a0}").into())];
    html! {
        (message(language, "web-status-type", &[])) " " b { (kind) } " "
        @if progress.is_estimate {
            (message(language, "web-status-estimate", &parts))
        } @else {
            (message(language, "web-status-degree", &parts))
        }
    }
}
