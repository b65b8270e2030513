//! Nothing but the summary is wanted.

use super::{Subject, Writer};
use crate::Done;
use dteam_engine::advice::Assessment;
use dteam_engine::catalog::Catalog;
use dteam_text::diagnostic::Invalid;

pub(super) struct Nothing;

impl Writer for Nothing {
    fn write<'c>(
        &self,
        catalog: &'c Catalog,
        subject: &Subject<'_>,
        _: &mut Done,
    ) -> Result<Assessment<'c>, Invalid> {
        catalog.assess(&subject.record.profile, subject.options)
    }
}
