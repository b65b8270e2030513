//! A report for each record, in a file of its own.

use serde_json::Value as Json;

use super::{Subject, Writer};
use crate::form::Holds;
use crate::{Done, Settings};
use dteam_engine::advice::{Advice, Assessment};
use dteam_engine::catalog::Catalog;
use dteam_report::{FULL_STEPS, Format, Layout};
use dteam_text::diagnostic::Invalid;
use dteam_text::language::slug;

/// A report and what to call it.
#[derive(Debug)]
pub struct Report {
    /// Made of the record's or the municipality's name: lower-case letters, digits and hyphens.
    /// Others may have the same.
    pub name: String,
    /// The extension of its file.
    pub extension: &'static str,
    /// The whole report.
    pub content: Vec<u8>,
}

pub(super) struct Reports {
    format: &'static Format,
    layout: Layout,
}

impl Reports {
    pub fn new(format: &'static Format, settings: &Settings) -> Self {
        let full_steps = settings.top.unwrap_or(FULL_STEPS);
        Reports { format, layout: Layout { full_steps, ..Layout::default() } }
    }
}

impl Writer for Reports {
    fn max_records(&self) -> usize {
        64
    }

    fn write<'c>(
        &self,
        catalog: &'c Catalog,
        subject: &Subject<'_>,
        done: &mut Done,
    ) -> Result<Assessment<'c>, Invalid> {
        let (advice, assessed) =
            catalog.advise_and_assess(&subject.record.profile, subject.options)?;
        let content = self.format.advice(&advice, &self.layout)?;
        let extension = self.format.extension;
        done.reports.push(Report { name: name(subject, &advice), extension, content });
        Ok(assessed)
    }
}

fn name(subject: &Subject<'_>, advice: &Advice) -> String {
    let origin = subject.origin;
    slug(&match &subject.record.id {
        Some(Json::String(id)) => id.clone(),
        Some(id) => id.to_string(),
        None if origin.form.holds == Holds::Record && !origin.unnamed => {
            std::path::Path::new(origin.name.as_ref())
                .file_stem()
                .map_or_else(String::new, |stem| stem.to_string_lossy().into_owned())
        }
        None => advice.name.clone().unwrap_or_default(),
    })
}
