//! The report as PDF for reading, printing and archiving: tagged for screen readers (PDF/UA-1) and
//! kept readable for ever (PDF/A-2a).
//!
//! `content.rs` gathers what the report says as data, `report.typ` lays it out. Texts of others
//! reach the layout as data alone: nothing in them is read as markup. Nothing is read from this
//! machine: fonts, hyphenation and colours come with the program.

use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use self::world::Desk;
use dteam_engine::advice::Advice;
use dteam_text::diagnostic::{Invalid, Problem};

mod content;
mod letters;
mod pictures;
mod plan;
mod world;

/// The report as PDF; the first `full` steps with reasons and first moves, the rest as a table. The
/// same advice gives the same bytes: its date is the advice's. Without a date the file is
/// accessible, but not archivable: an archive wants to know when a document was made.
///
/// # Errors
/// [`Problem::PdfNotMade`] where the report cannot be typeset or would not conform to the
/// standards.
pub fn pdf(advice: &Advice, full: usize) -> Result<Vec<u8>, Invalid> {
    let desk = Desk::new(content::content(advice, full));
    let document =
        typst::compile::<PagedDocument>(&desk).output.map_err(|errors| not_made(&errors))?;
    let standards =
        PdfStandards::new(standards(advice)).map_err(|error| because(error.message().as_str()))?;
    let creator = Smart::Custom(Some(content::PROGRAM.to_owned()));
    let options = PdfOptions { standards, creator, ..PdfOptions::default() };
    let pdf = typst_pdf::pdf(&document, &options).map_err(|errors| not_made(&errors));
    // What was kept for the next report would grow with every one.
    typst::comemo::evict(0);
    pdf
}

/// What the file has to conform to; making it fails where it does not.
fn standards(advice: &Advice) -> &'static [PdfStandard] {
    match advice.date {
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
