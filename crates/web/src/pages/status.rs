//! How things stand by the answers so far, beside every page of the questionnaire.

use http::StatusCode;
use maud::{Markup, html};

use super::HTML;
use crate::answer::Answer;
use crate::asked::Asked;
use crate::draft::Draft;
use crate::failure::Failure;
use dteam_interview::Progress;
use dteam_report::words::Words;
use dteam_text::language::Language;
use dteam_text::language::messages::message;

/// Steps that are named.
const NAMED: usize = 3;

/// The panel with what stands in the form just now. Entries that are no answer are passed over:
/// they are reported when they are sent.
pub(super) fn fragment(asked: &Asked) -> Result<Answer, Failure> {
    let draft = Draft::of(asked).map_err(|_| Failure::NotAForm)?;
    Ok(Answer::of(StatusCode::OK, HTML, panel(asked, &draft)?.into_string()))
}

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
            p { (kind(&progress, language)) }
            p { (words.with("web-status-steps", &[("steps", progress.steps.into())])) }
            @if !progress.new.is_empty() {
                ol { @for title in progress.new.iter().take(NAMED) { li { (title) } } }
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
