//! Documents as PDF for reading, printing and archiving: tagged for screen readers (PDF/UA-1) and
//! kept readable for ever (PDF/A-2a).
//!
//! `content.rs` hands a document over as data, `report.typ` lays it out. Texts of others reach the
//! layout as data alone: nothing in them is read as markup. Nothing is read from this machine:
//! fonts, hyphenation and colours come with the program.

use crate::format::{Content, Format};
use dteam_text::diagnostic::Invalid;

#[cfg(feature = "pdf")]
mod content;
#[cfg(feature = "pdf")]
mod letters;
#[cfg(feature = "pdf")]
mod pictures;
#[cfg(feature = "pdf")]
mod typeset;
#[cfg(feature = "pdf")]
mod world;

#[cfg(feature = "pdf")]
use self::typeset::typeset;

/// The format.
pub const FORMAT: Format = Format {
    name: "pdf",
    extension: "pdf",
    media_type: "application/pdf",
    about: "format-pdf",
    paper: None,
    is_built: cfg!(feature = "pdf"),
    content: Content::Bytes(typeset),
};

/// The report as PDF; the first `full` steps with reasons and first moves, the rest as a table. The
/// same advice gives the same bytes: its date is the advice's. Without a date the file is
/// accessible, but not archivable: an archive wants to know when a document was made.
///
/// # Errors
/// [`PdfNotMade`](dteam_text::diagnostic::Problem::PdfNotMade) where the report cannot be typeset
/// or would not conform to the standards.
#[cfg(feature = "pdf")]
pub fn pdf(advice: &dteam_engine::advice::Advice, full: usize) -> Result<Vec<u8>, Invalid> {
    typeset(&crate::report(advice, full))
}

#[cfg(not(feature = "pdf"))]
fn typeset(_: &crate::Document) -> Result<Vec<u8>, Invalid> {
    Err(dteam_text::diagnostic::Problem::PdfNotBuilt.into())
}
