//! A table (CSV): questions as columns, a municipality on each line.

use serde_json::Value as Json;

use super::lines::lines;
use super::{Cut, Form, Holds, Record, Written};
use crate::chunk::Chunks;
use crate::encoding::Stream;
use crate::table::Columns;
use dteam_engine::profile::answer;
use dteam_text::diagnostic::Diagnostic;

pub(super) const FORM: Form = Form {
    name: "csv",
    about: "input-table",
    extensions: &["csv", "tsv"],
    is_begun: |beginning, extension| {
        !matches!(beginning.first(), Some(b'[' | b'{') | None) && extension != "json"
    },
    holds: Holds::Rows,
    cut,
    read,
};

/// Cuts rows; those of a sheet are lines as well.
pub(super) fn cut(
    chunks: &mut Chunks<'_>,
    source: usize,
    columns: Option<&Columns>,
    stream: Stream,
) -> Cut {
    let first = 1 + columns.map_or(0, |columns| columns.lines);
    let line_end = columns.map_or(b'\n', |columns| columns.line_end);
    lines(chunks, source, first, line_end, false, stream)
}

pub(super) fn read(written: &Written<'_>) -> Result<Record, Vec<Diagnostic>> {
    // Only an input whose header was read is a table.
    let Some(columns) = written.columns else { return Err(Vec::new()) };
    let (id, profile) = match columns.quick(written.catalog, written.text) {
        Some(read) => read,
        None => columns.thorough(written.catalog, &written.file())?,
    };
    Ok(Record { id: id.map(|id| Json::from(answer::printable(&id))), profile })
}
