//! The profile, a plan and the reference date.

use std::path::Path;
use std::sync::Arc;

use dteam::plan::Plan;
use dteam::{Catalog, Invalid, Profile, SourceFile, source};
use dteam_text::diagnostic::Problem;
use jiff::civil::Date;

use super::expected::Expected;
use super::{Common, problems};

/// Reads a file, or standard input for `-`.
pub(super) fn file(path: &Path) -> Result<Arc<SourceFile>, Invalid> {
    match path.as_os_str() == "-" {
        true => source::read(std::io::stdin().lock(), path),
        false => source::open(path),
    }
}

/// Reads the profile, and shows what in it deserves a second look.
pub(super) fn profile(catalog: &Catalog, path: &Path, common: &Common) -> Result<Profile, Invalid> {
    let profile = catalog.profile(&file(path)?)?;
    problems::show(profile.warnings(), common);
    Ok(profile)
}

/// Reads a plan, as `dteam plan --format json` writes it.
pub(super) fn plan(path: &Path) -> Result<Plan, Invalid> {
    let file = source::open(path)?;
    serde_json::from_str(&file.text).map_err(|error| {
        let (path, reason) = (path.display().to_string(), error.to_string());
        Problem::NotAPlan { path, reason }.into()
    })
}

/// The reference date: as given, else the day of `SOURCE_DATE_EPOCH` (reproducible-builds.org),
/// else today.
///
/// This is the one place that looks at the clock: a report is dated by the day it is made on unless
/// somebody says otherwise.
pub(super) fn reference_date(given: Option<Date>) -> Result<Date, Invalid> {
    if let Some(date) = given {
        return Ok(date);
    }
    let Ok(epoch) = std::env::var("SOURCE_DATE_EPOCH") else {
        return Ok(jiff::Zoned::now().date());
    };
    let timestamp =
        epoch.trim().parse().ok().and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
    match timestamp {
        Some(timestamp) => Ok(timestamp.to_zoned(jiff::tz::TimeZone::UTC).date()),
        None => Err(Problem::NotAnEpoch { value: epoch }.into()),
    }
}

/// A date as ISO 8601 writes it.
pub(super) fn date(text: &str) -> Result<Date, Expected> {
    dteam::language::date(text).ok_or(Expected::new("cli-expected-date"))
}
