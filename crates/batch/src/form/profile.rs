//! One profile, YAML or JSON.

use std::io::Read;

use super::{Cut, Form, Holds, MAX_LENGTH, Record, Written};
use crate::chunk::Chunks;
use crate::encoding::Stream;
use dteam_text::diagnostic::{Diagnostic, Problem};

pub(super) const FORM: Form = Form {
    name: "profile",
    about: "input-profile",
    extensions: &["yaml", "yml"],
    is_begun: |beginning, extension| beginning.first() != Some(&b'[') && extension == "json",
    holds: Holds::Record,
    cut: |chunks, source, _, stream| whole(chunks, source, stream),
    read,
};

fn whole(chunks: &mut Chunks<'_>, source: usize, stream: Stream) -> Cut {
    let start = chunks.text().len();
    match stream.take(MAX_LENGTH as u64 + 1).read_to_end(chunks.text()) {
        Err(error) => {
            chunks.text().truncate(start);
            Ok(Err(error))
        }
        Ok(read) => {
            let fault = (read > MAX_LENGTH)
                .then_some(Problem::RecordTooLarge { most_kib: MAX_LENGTH / 1024 });
            chunks.record(source, 1, start, fault.map(Diagnostic::unlocated))?;
            Ok(Ok(()))
        }
    }
}

fn read(written: &Written<'_>) -> Result<Record, Vec<Diagnostic>> {
    let profile = written.catalog.profile(&written.file());
    let profile = profile.map_err(|invalid| invalid.diagnostics)?;
    Ok(Record { id: None, profile })
}
