//! Reads the inputs and cuts them into records. Nothing is understood here: that is the workers'
//! part.

use std::io::BufRead;

use super::chunk::{Chunks, Unwanted};
use super::input::{Source, not_readable};
use dteam_text::diagnostic::{Diagnostic, Problem};
use dteam_text::source;

/// Reads everything. What cannot be read becomes a faulty record, and reading goes on behind it.
pub(super) fn all(sources: &mut [Source], mut chunks: Chunks<'_>) -> Result<(), Unwanted> {
    for (index, input) in sources.iter_mut().enumerate() {
        let form = input.form;
        let read = match input.open() {
            Err(error) => Err(error),
            Ok(mut stream) => {
                if let Ok(Some(encoding)) = stream.fill_buf().map(source::utf16) {
                    let problem = Problem::InputNotUtf8 { path: input.name.to_string(), encoding };
                    let start = chunks.text().len();
                    chunks.record(index, 1, start, Some(Diagnostic::unlocated(problem)))?;
                    continue;
                }
                (form.cut)(&mut chunks, index, input.columns.as_deref(), stream)?
            }
        };
        if let Err(error) = read {
            let start = chunks.text().len();
            chunks.record(index, 1, start, Some(not_readable(&input.path, &error)))?;
        }
    }
    chunks.flush()
}
