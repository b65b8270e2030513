//! The report, as a page and as files to keep.

use http::StatusCode;
use maud::{Markup, PreEscaped, html};

use super::file::{download, file_name, page_to_keep};
use super::frame::{FORM, Frame, Switch, carried};
use super::leaf::mistaken;
use super::refused::refused;
use super::{review, shown};
use crate::answer::Answer;
use crate::asked::Asked;
use crate::draft::Draft;
use crate::failure::Failure;
use dteam_engine::advice::Advice;
use dteam_engine::profile::Profile;
use dteam_report::words::Words;
use dteam_report::{COUNCIL_STEPS, CouncilPaper, FULL_STEPS, Purpose, council_steps};
use dteam_report::{council as council_paper, html_main, report};

pub(super) fn page(asked: &Asked) -> Result<Answer, Failure> {
    with_draft(asked, |draft| shown_for(asked, draft))
}

/// What is made of the answers, unless what was entered has mistakes.
pub(super) fn with_draft(
    asked: &Asked,
    then: impl FnOnce(&Draft) -> Result<Answer, Failure>,
) -> Result<Answer, Failure> {
    match Draft::of(asked) {
        Ok(draft) => mistaken(asked, &draft).unwrap_or_else(|| then(&draft)),
        Err(invalid) => refused(asked, asked.form.text("profile"), &invalid.diagnostics),
    }
}

/// The advice; `None` as long as there cannot be any.
pub(super) fn advice(asked: &Asked, draft: &Draft) -> Result<Option<Advice>, Failure> {
    Ok(advised(asked, draft)?.map(|(_, advice)| advice))
}

/// The profile and its advice; `None` as long as there cannot be any.
pub(super) fn advised(asked: &Asked, draft: &Draft) -> Result<Option<(Profile, Advice)>, Failure> {
    let catalog = &asked.site.catalog;
    if draft.sheet.answers.answered() == 0 {
        return Ok(None);
    }
    let Ok(profile) = catalog.profile(&draft.sheet.file) else { return Ok(None) };
    let advice = catalog
        .advise(&profile, &asked.site.options(asked.language))
        .map_err(|_| Failure::Broken)?;
    Ok(Some((profile, advice)))
}

pub(super) fn shown_for(asked: &Asked, draft: &Draft) -> Result<Answer, Failure> {
    let Some(advice) = advice(asked, draft)? else { return review::shown_for(asked, draft, true) };
    let mut frame = asked.frame(Words(asked.language).title(&advice));
    frame.other = Some(Switch::Form("report", ""));
    frame.has_report = true;
    frame.tools = Some(tools(&frame, asked, draft));
    let page = frame.page(&html! { (PreEscaped(html_main(&advice, FULL_STEPS))) });
    Ok(shown(StatusCode::OK, page))
}

fn tools(frame: &Frame, asked: &Asked, draft: &Draft) -> Markup {
    html! {
        form id=(FORM) class="tools" method="post" action="report" {
            (carried(asked, draft))
            p class="buttons" {
                button type="button" class="main" data-print hidden { (frame.say("web-print")) }
                button type="submit" formaction="report.html" { (frame.say("web-save-report")) }
                button type="submit" formaction="council.html" { (frame.say("web-save-council")) }
                button type="submit" formaction="profile" { (frame.say("web-save")) }
                button type="submit" formaction="review" { (frame.say("web-change-answers")) }
                button type="submit" formaction="plan" { (frame.say("web-plan")) }
                button type="submit" formaction="progress" name="go" value="choose" { (frame.say("web-progress")) }
                button type="submit" formaction="compare" name="go" value="choose" { (frame.say("web-compare")) }
            }
            noscript { p { (frame.say("web-print-hint")) } }
        }
    }
}

/// The report as one HTML file.
pub(super) fn file(asked: &Asked) -> Result<Answer, Failure> {
    with_draft(asked, |draft| match advice(asked, draft)? {
        Some(advice) => {
            let what = asked.say("web-report-file");
            page_to_keep(&what, advice.name.as_deref(), &report(&advice, FULL_STEPS))
        }
        None => review::shown_for(asked, draft, true),
    })
}

/// A draft paper for the council on the first steps, as one HTML file; without any step, it is for
/// information.
pub(super) fn council(asked: &Asked) -> Result<Answer, Failure> {
    with_draft(asked, |draft| match advised(asked, draft)? {
        Some((profile, advice)) => {
            let steps = council_steps(&advice, COUNCIL_STEPS);
            let purpose = if steps.is_empty() { Purpose::Information } else { Purpose::Decision };
            let council = asked
                .site
                .catalog
                .council(&profile, asked.language)
                .map_err(|_| Failure::Broken)?;
            let paper = CouncilPaper { advice: &advice, council, steps, purpose, plan: None };
            let what = asked.say("web-council-file");
            page_to_keep(&what, advice.name.as_deref(), &council_paper(&paper))
        }
        None => review::shown_for(asked, draft, true),
    })
}

/// The profile as a file, to go on with some other time.
pub(super) fn profile(asked: &Asked) -> Result<Answer, Failure> {
    with_draft(asked, |draft| {
        let name = asked.site.catalog.name_given(&draft.sheet.answers);
        let text = draft.sheet.file.text.to_string();
        let is_json = text.trim_start().starts_with('{')
            && serde_json::from_str::<serde_json::Value>(&text).is_ok();
        let (kind, ending) =
            if is_json { ("application/json", "json") } else { ("application/yaml", "yaml") };
        let name = file_name(&asked.say("web-profile-file"), name.as_deref(), ending);
        Ok(download(kind, &name, text))
    })
}
