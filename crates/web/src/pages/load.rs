//! A profile from a file, from pasted text or from the examples.

use super::refused::refused;
use super::{report, review};
use crate::answer::Answer;
use crate::asked::Asked;
use crate::draft::{Draft, carried};
use crate::failure::Failure;
use dteam_interview::Sheet;
use dteam_text::diagnostic::{Invalid, SourceFile};

/// The answers in the file to be checked, or what is wrong with it.
pub(super) fn page(asked: &Asked) -> Result<Answer, Failure> {
    let text = match given(asked, "text", "file") {
        Ok(text) => text,
        Err(invalid) => return refused(asked, "", &invalid.diagnostics),
    };
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

/// The text that was pasted, else that of the file: its ends of lines stay as they are. Of a
/// workbook, the profile that it holds.
///
/// # Errors
/// [`Invalid`] if a workbook holds no profile, or more than one.
pub(super) fn given(asked: &Asked, pasted: &str, file: &str) -> Result<String, Invalid> {
    let (pasted, text) = (asked.form.text(pasted), asked.form.text(file));
    match (pasted.trim().is_empty(), asked.form.workbook(file)) {
        (false, _) => Ok(carried(pasted)),
        (true, Some(workbook)) => profile_in(asked, workbook),
        (true, None) => Ok(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned()),
    }
}

/// The profile in a workbook, as a text.
///
/// # Errors
/// [`Invalid`] if it holds none, or more than one.
pub(super) fn profile_in(asked: &Asked, workbook: &[u8]) -> Result<String, Invalid> {
    let catalog = &asked.site.catalog;
    let name = asked.say("web-your-workbook");
    let profile = dteam_batch::only_profile(catalog, &name, workbook)?;
    let empty = dteam_authoring::overview::profile_template(catalog, asked.language);
    let mut sheet = Sheet::read(catalog, SourceFile::new(name, empty))?;
    for slot in catalog.survey.slots() {
        if let Some(answer) = profile.answers.get(slot) {
            sheet.put(catalog, slot, Some(answer.clone()))?;
        }
    }
    Ok(sheet.file.text.to_string())
}

/// The report for an example.
pub(super) fn example(asked: &Asked) -> Result<Answer, Failure> {
    let name = asked.query.text("name");
    let example =
        asked.site.examples.iter().find(|example| example.name == name).ok_or(Failure::NotFound)?;
    let file = SourceFile::new(example.name, example.text);
    let sheet = Sheet::read(&asked.site.catalog, file).map_err(|_| Failure::Broken)?;
    report::shown_for(asked, &Draft { sheet, leaf: None, mistakes: Vec::new(), seen: Vec::new() })
}
