//! A profile from a file, from pasted text or from the examples.

use axum::response::Response;

use super::refused::refused;
use super::{report, review};
use crate::asked::Asked;
use crate::draft::{Draft, carried};
use crate::failure::Failure;
use dteam_interview::Sheet;
use dteam_text::diagnostic::SourceFile;

/// The answers in the file to be checked, or what is wrong with it.
pub(super) fn page(asked: &Asked) -> Result<Response, Failure> {
    let text = given(asked.form.text("text"), asked.form.text("file"));
    let catalog = &asked.site.catalog;
    let file = SourceFile::new(asked.say("web-your-profile"), text);
    let read = catalog.profile(&file);
    match (read, asked.form.get("anyway"), Sheet::read(catalog, file.clone())) {
        (Ok(_), _, Ok(sheet)) | (_, Some(_), Ok(sheet)) => {
            let draft = Draft { sheet, leaf: None, mistakes: Vec::new(), seen: Vec::new() };
            review::shown_for(asked, &draft, false)
        }
        (Err(invalid), ..) | (_, _, Err(invalid)) => {
            refused(asked, &file.text, &invalid.diagnostics)
        }
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
    let example =
        asked.site.examples.iter().find(|example| example.name == name).ok_or(Failure::NotFound)?;
    let file = SourceFile::new(example.name, example.text);
    let sheet = Sheet::read(&asked.site.catalog, file).map_err(|_| Failure::Broken)?;
    report::shown_for(asked, &Draft { sheet, leaf: None, mistakes: Vec::new(), seen: Vec::new() })
}
