//! Files to keep.

use http::{StatusCode, header};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::answer::Answer;
use crate::failure::Failure;
use dteam_report::{Document, Layout};
use dteam_text::language::slug;

/// A document as one HTML file.
pub(super) fn page_to_keep(
    what: &str,
    municipality: Option<&str>,
    document: &Document,
) -> Result<Answer, Failure> {
    let format = &dteam_report::html::FORMAT;
    let name = file_name(what, municipality, format.extension);
    let page = format.document(document, &Layout::default()).map_err(|_| Failure::Broken)?;
    Ok(download(format.media_type, &name, page))
}

/// A name for a file that every system takes.
pub(super) fn file_name(what: &str, municipality: Option<&str>, ending: &str) -> String {
    format!("{}.{ending}", slug(&format!("{what} {}", municipality.unwrap_or_default())))
}

/// What is written as bytes in the name of a file.
const FILE_NAME: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.');

pub(super) fn download(kind: &str, name: &str, body: impl Into<Vec<u8>>) -> Answer {
    let encoded = utf8_percent_encode(name, FILE_NAME);
    let disposition = format!("attachment; filename*=UTF-8''{encoded}");
    Answer::of(StatusCode::OK, kind, body).with(header::CONTENT_DISPOSITION, disposition)
}
