//! From a document to the bytes of its file.

use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::content;
use super::world::Desk;
use crate::document::Document;
use dteam_text::diagnostic::{Invalid, Problem};

/// Any document as PDF.
///
/// # Errors
/// [`Problem::PdfNotMade`] where it cannot be typeset or would not conform to the standards.
pub(super) fn typeset(document: &Document) -> Result<Vec<u8>, Invalid> {
    let desk = Desk::new(content::content(document));
    let typeset =
        typst::compile::<PagedDocument>(&desk).output.map_err(|errors| not_made(&errors))?;
    let standards = PdfStandards::new(standards(document))
        .map_err(|error| because(error.message().as_str()))?;
    let creator = Smart::Custom(Some(content::PROGRAM.to_owned()));
    let options = PdfOptions { standards, creator, ..PdfOptions::default() };
    let pdf = typst_pdf::pdf(&typeset, &options).map_err(|errors| not_made(&errors));
    // What was kept for the next report would grow with every one.
    typst::comemo::evict(0);
    pdf
}

/// What the file has to conform to; making it fails where it does not.
fn standards(document: &Document) -> &'static [PdfStandard] {
    match document.date {
        Some(_) => &[PdfStandard::Ua_1, PdfStandard::A_2a],
        None => &[PdfStandard::Ua_1],
    }
}

fn not_made(errors: &[SourceDiagnostic]) -> Invalid {
    let reasons: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    because(&reasons.join("; "))
}

fn because(reason: &str) -> Invalid {
    Problem::PdfNotMade { reason: reason.to_owned() }.into()
}
