//! Several municipalities as a team, from their files.

use std::collections::HashSet;

use http::StatusCode;
use maud::{Markup, PreEscaped, html};

use super::file::{download, file_name, page_to_keep};
use super::frame::{FORM, Switch};
use super::{diagnostics, load, shown, start};
use crate::answer::Answer;
use crate::asked::Asked;
use crate::draft::{carried, to_carry};
use crate::failure::Failure;
use crate::fields::Content;
use dteam_engine::team::{LOAD, Member, TOPICS, Team, TeamOptions};
use dteam_report::tasks::team_as_csv;
use dteam_report::{Document, html_document, team_document};
use dteam_text::diagnostic::{Diagnostic, SourceFile};

/// A municipality's file, as text.
struct Given {
    /// Without its ending.
    name: String,
    text: String,
}

/// What was given, and what is made of it.
struct Gathered {
    given: Vec<Given>,
    members: Vec<Member>,
    /// The files that are no profile, each with what is wrong with it.
    faulty: Vec<(String, Vec<Diagnostic>)>,
}

impl Gathered {
    /// The files that were chosen, and those that the page has carried on.
    fn of(asked: &Asked) -> Result<Self, Failure> {
        let mut all = Gathered { given: Vec::new(), members: Vec::new(), faulty: Vec::new() };
        let carried_on = asked.form.all("name").zip(asked.form.all("text"));
        for (name, text) in carried_on {
            all.add(asked, name, carried(text))?;
        }
        for file in asked.form.files("files") {
            match file.content {
                Content::Text(text) => {
                    let text = text.strip_prefix('\u{feff}').unwrap_or(text).to_owned();
                    all.add(asked, file.name, text)?;
                }
                Content::Workbook(bytes) => match load::profile_in(asked, bytes) {
                    Ok(text) => all.add(asked, file.name, text)?,
                    Err(invalid) => all.faulty.push((file.name.to_owned(), invalid.diagnostics)),
                },
            }
        }
        Ok(all)
    }

    fn add(&mut self, asked: &Asked, file: &str, text: String) -> Result<(), Failure> {
        let catalog = &asked.site.catalog;
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        match catalog.profile(&SourceFile::new(file, text.clone())) {
            Ok(profile) => {
                let taken: HashSet<&str> =
                    self.members.iter().map(|member| member.id.as_str()).collect();
                let names = [stem.to_owned()].into_iter();
                let mut names = names.chain((2..).map(|number| format!("{stem}-{number}")));
                let id = names.find(|name| !taken.contains(name.as_str())).unwrap_or_default();
                let options = asked.site.options(asked.language).likely(false);
                let member = catalog.member(id, &profile, &options);
                self.members.push(member.map_err(|_| Failure::Broken)?);
                self.given.push(Given { name: file.to_owned(), text });
            }
            Err(invalid) => self.faulty.push((file.to_owned(), invalid.diagnostics)),
        }
        Ok(())
    }

    /// None where there are not at least two.
    fn team(&self, asked: &Asked) -> Option<Team> {
        let options = TeamOptions { language: asked.language, load: LOAD, topics: TOPICS };
        (self.members.len() >= 2).then(|| asked.site.catalog.team(&self.members, &options))
    }

    fn errors(&self, asked: &Asked) -> Markup {
        html! {
            @for (name, found) in &self.faulty {
                p { b { bdi { (name) } } }
                (diagnostics::list(found, asked.language))
            }
        }
    }
}

fn document(asked: &Asked, team: Team) -> Document {
    team_document(&[team], asked.language, (asked.site.settings.date)())
}

/// The form, with nothing chosen.
pub(super) fn form(asked: &Asked) -> Result<Answer, Failure> {
    choose(asked, None)
}

/// The team's page, with what is wrong with files that are no profile; without a team, the form.
pub(super) fn page(asked: &Asked) -> Result<Answer, Failure> {
    let gathered = Gathered::of(asked)?;
    let Some(team) = gathered.team(asked) else { return choose(asked, Some(&gathered)) };
    let document = document(asked, team);
    let mut frame = asked.frame(document.title.clone());
    frame.other = Some(Switch::Form("team", ""));
    frame.has_report = true;
    frame.tools = Some(html! {
        form id=(FORM) class="tools" method="post" action="team" {
            @for Given { name, text } in &gathered.given {
                input type="hidden" name="name" value=(name);
                input type="hidden" name="text" value=(to_carry(text));
            }
            p class="buttons" {
                button type="button" class="main" data-print hidden { (frame.say("web-print")) }
                button type="submit" formaction="team.html" { (frame.say("web-save-page")) }
                button type="submit" formaction="team.csv" { (frame.say("web-save-pairs")) }
                a class="button" href="team" { (frame.say("web-team-again")) }
            }
        }
        @if !gathered.faulty.is_empty() {
            div class="errors" role="alert" tabindex="-1" autofocus aria-labelledby="h-errors" {
                h2 id="h-errors" { (frame.say("web-team-faulty")) }
                (gathered.errors(asked))
            }
        }
    });
    Ok(shown(StatusCode::OK, frame.page(&PreEscaped(html_document(&document)))))
}

/// The same as one HTML file.
pub(super) fn file(asked: &Asked) -> Result<Answer, Failure> {
    let gathered = Gathered::of(asked)?;
    match gathered.team(asked) {
        Some(team) => page_to_keep(&asked.say("web-team-file"), None, &document(asked, team)),
        None => choose(asked, Some(&gathered)),
    }
}

/// The learning pairs as a table.
pub(super) fn table(asked: &Asked) -> Result<Answer, Failure> {
    let gathered = Gathered::of(asked)?;
    match gathered.team(asked) {
        Some(team) => {
            let name = file_name(&asked.say("web-team-file"), None, "csv");
            let table = team_as_csv(&[team], asked.language);
            Ok(download("text/csv; charset=utf-8", &name, table))
        }
        None => choose(asked, Some(&gathered)),
    }
}

/// The form, with what is wrong with what was chosen.
fn choose(asked: &Asked, refused: Option<&Gathered>) -> Result<Answer, Failure> {
    let mut frame = asked.frame(asked.say("web-team-title"));
    frame.other = Some(Switch::Link("team"));
    if refused.is_some() {
        frame.title = format!("{}: {}", frame.say("web-mistake"), frame.title);
    }
    let page = frame.page(&html! {
        main id="content" class="narrow" {
            @if let Some(gathered) = refused {
                div class="errors" role="alert" tabindex="-1" autofocus aria-labelledby="h-errors" {
                    h2 id="h-errors" { (frame.say("web-mistakes")) }
                    p { a href="#files" { (frame.with("web-team-too-few", &[("count", gathered.members.len().into())])) } }
                    (gathered.errors(asked))
                }
            }
            h1 { (frame.say("web-team-title")) }
            p { (frame.say("web-team-about")) }
            form method="post" action="team" enctype="multipart/form-data" {
                p class="field" {
                    label for="files" { (frame.say("web-team-files")) }
                    input type="file" id="files" name="files" multiple accept=(start::PROFILES);
                }
                p class="buttons" { button class="main" type="submit" { (frame.say("web-team-show")) } }
            }
            p { a href="./" { (frame.say("web-to-start")) } }
        }
    });
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(shown(status, page))
}
