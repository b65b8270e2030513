//! The pages: where they are, and what is made of a request for one.

use http::{StatusCode, header};
use maud::html;

use self::frame::Frame;
use super::Site;
use super::answer::Answer;
use super::asked::{Asked, Page};
use super::failure::Failure;
use dteam_text::language::Language;

mod compare;
mod diagnostics;
mod field;
mod file;
mod frame;
mod leaf;
mod load;
mod plan;
mod progress;
mod questions;
mod refused;
mod report;
mod review;
mod start;
mod status;
mod team;

/// An address below that of a language.
pub(super) struct Place {
    pub name: &'static str,
    /// What whoever fetches it gets.
    pub got: Option<Page>,
    /// What a form sent there leads to.
    pub posted: Option<Page>,
}

/// All addresses for readers.
pub(super) const PAGES: &[Place] = &[
    Place { name: "", got: Some(start::page), posted: None },
    Place { name: "questions", got: Some(questions::begin), posted: Some(questions::page) },
    Place { name: "load", got: Some(begins), posted: Some(load::page) },
    Place { name: "example", got: Some(load::example), posted: None },
    Place { name: "review", got: Some(begins), posted: Some(review::page) },
    Place { name: "report", got: Some(begins), posted: Some(report::page) },
    Place { name: "report.html", got: None, posted: Some(report::file) },
    Place { name: "council.html", got: None, posted: Some(report::council) },
    Place { name: "profile", got: None, posted: Some(report::profile) },
    Place { name: "status", got: None, posted: Some(status::fragment) },
    Place { name: "plan", got: Some(begins), posted: Some(plan::page) },
    Place { name: "plan.html", got: None, posted: Some(plan::file) },
    Place { name: "tasks.xlsx", got: None, posted: Some(plan::workbook) },
    Place { name: "tasks.csv", got: None, posted: Some(plan::table) },
    Place { name: "tasks.ics", got: None, posted: Some(plan::calendar) },
    Place { name: "progress", got: Some(progress::form), posted: Some(progress::page) },
    Place { name: "progress.html", got: None, posted: Some(progress::file) },
    Place { name: "team", got: Some(team::form), posted: Some(team::page) },
    Place { name: "team.html", got: None, posted: Some(team::file) },
    Place { name: "team.csv", got: None, posted: Some(team::table) },
    Place { name: "compare", got: Some(compare::form), posted: Some(compare::page) },
];

/// What is made from answers cannot be fetched anew: whoever follows an old address begins at the
/// beginning, where it says why.
fn begins(_: &Asked) -> Result<Answer, Failure> {
    Ok(Answer::to("./?again=1"))
}

/// A page. The browser keeps it for the way back, with what was entered: else a page that a form
/// led to would be gone.
fn shown(status: StatusCode, page: String) -> Answer {
    Answer::of(status, HTML, page).with(header::CACHE_CONTROL, "private, no-cache")
}

pub(super) const HTML: &str = "text/html; charset=utf-8";

/// What is said of a request that cannot be served.
pub(super) fn failure(failure: &Failure, site: &Site, language: Language, up: &str) -> String {
    let title = failure.title(language);
    let frame = Frame::new(site, language, title.clone(), up.to_owned());
    frame.page(&html! {
        main id="content" class="narrow" {
            h1 { (title) }
            p { (failure.help(language)) }
            p { a href={ (frame.up) (language.code()) "/" } { (frame.say("web-to-start")) } }
        }
    })
}
