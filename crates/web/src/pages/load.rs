//! A profile from a file, from pasted text or from the examples.

use axum::http::StatusCode;
use axum::response::Response;
use maud::html;

use super::frame::Frame;
use super::{diagnostics, report, review, shown, start};
use crate::asked::Asked;
use crate::draft::{Draft, carried};
use crate::failure::Failure;
use dteam_interview::Sheet;
use dteam_text::diagnostic::{Diagnostic, SourceFile};

/// The answers in the file to be checked, or what is wrong with it.
pub(super) fn page(asked: &Asked) -> Result<Response, Failure> {
    let text = given(asked.form.text("text"), asked.form.text("file"));
    let catalog = &asked.site.catalog;
    let file = SourceFile::new(asked.say("web-your-profile"), text);
    let read = catalog.profile(&file, asked.language);
    match (read, asked.form.get("anyway"), Sheet::read(catalog, file.clone())) {
        (Ok(_), _, Ok(sheet)) | (_, Some(_), Ok(sheet)) => {
            let draft = Draft { sheet, leaf: None, mistakes: Vec::new(), seen: Vec::new() };
            review::shown_for(asked, &draft, false)
        }
        (Err(invalid), ..) | (_, _, Err(invalid)) => refused(asked, &file.text, &invalid.diagnostics),
    }
}

/// The text that was pasted, else that of the file: its ends of lines stay as they are.
pub(super) fn given(pasted: &str, file: &str) -> String {
    match pasted.trim().is_empty() {
        true => file.strip_prefix('\u{feff}').unwrap_or(file).to_owned(),
        false => carried(pasted),
    }
}

/// The report for an example.
pub(super) fn example(asked: &Asked) -> Result<Response, Failure> {
    let name = asked.query.text("name");
    let example = asked.site.examples.iter().find(|example| example.name == name).ok_or(Failure::NotFound)?;
    let file = SourceFile::new(example.name, example.text);
    let sheet = Sheet::read(&asked.site.catalog, file).map_err(|_| Failure::Broken)?;
    report::shown_for(asked, &Draft { sheet, leaf: None, mistakes: Vec::new(), seen: Vec::new() })
}

/// What is wrong with a text, and the text to be put right.
pub(super) fn refused(asked: &Asked, text: &str, found: &[Diagnostic]) -> Result<Response, Failure> {
    let text = carried(text);
    let frame = Frame::new(asked.language, asked.say("web-refused"), "../".to_owned());
    let is_empty = text.trim().is_empty();
    let mendable = !is_empty && Sheet::read(&asked.site.catalog, SourceFile::new("", text.clone())).is_ok();
    // A text field keeps no other control characters.
    let text: String = text.chars().filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t')).collect();
    let page = frame.page(&html! {
        main id="content" class="narrow" {
            div class="errors" role="alert" tabindex="-1" autofocus aria-labelledby="h-errors" {
                h1 id="h-errors" { (frame.title) }
                @if is_empty { p { (frame.say("web-refused-empty")) } } @else { (diagnostics::list(found, asked.language)) }
            }
            form method="post" action="load" enctype="multipart/form-data" {
                @if !is_empty {
                    p class="field" {
                        label for="text" { (frame.say("web-refused-text")) }
                        textarea id="text" name="text" rows="20" spellcheck="false" autocomplete="off" { "\n" (text) }
                    }
                } @else {
                    (start::file(&frame, "file"))
                }
                p class="buttons" {
                    button class="main" type="submit" { (frame.say("web-load-again")) }
                    @if mendable { button type="submit" name="anyway" value="1" { (frame.say("web-load-anyway")) } }
                }
            }
            p { a href="./" { (frame.say("web-to-start")) } }
        }
    });
    Ok(shown(StatusCode::UNPROCESSABLE_ENTITY, page))
}
