//! Every profile of some inputs in turn, for whoever does something else with them than advise.

use super::chunk::{Chunk, Chunks, Unwanted};
use super::input::Inputs;
use super::record::{self, Origin};
use dteam_engine::catalog::Catalog;
use dteam_engine::profile::Profile;
use dteam_text::diagnostic::{Diagnostic, Invalid};

/// As many records are held at once.
const MAX_RECORDS: usize = 256;

/// What became of a record.
pub struct ReadRecord<'r> {
    /// Its input and its line: what to call it where it has no name.
    pub location: String,
    /// What to call it among others: its own `id`, or else, of a file with one profile, the file's
    /// name without its ending, or its municipality's name, or its location.
    pub id: String,
    /// Its profile, by the first catalog that takes it, with that catalog's index; otherwise what is
    /// wrong with it by the first.
    pub profile: Result<(usize, Profile), &'r [Diagnostic]>,
}

/// Reads every record of the inputs in turn, in constant memory, until `visit` has an error. The
/// inputs were found for the first catalog; the others read what it does not take.
///
/// # Errors
/// That of `visit`.
pub fn for_each_profile(
    catalogs: &[&Catalog],
    inputs: Inputs,
    visit: &mut dyn FnMut(ReadRecord<'_>) -> Result<(), Invalid>,
) -> Result<(), Invalid> {
    let mut sources = inputs.sources;
    let origins: Vec<Origin> = sources.iter().map(Origin::of).collect();
    let mut outcome = Ok(());
    let chunks = Chunks::new(MAX_RECORDS, |chunk: Chunk| {
        for raw in &chunk.records {
            let (origin, text) = (&origins[raw.source], &chunk.text[raw.text.clone()]);
            let mut problems: Vec<Diagnostic> = Vec::new();
            let (mut found, mut id) = (None, None);
            // The columns of a table are questions of the first catalog.
            let readers = if origin.columns.is_some() { &catalogs[..1] } else { catalogs };
            for (index, catalog) in readers.iter().enumerate() {
                match record::read(catalog, origin, raw, text) {
                    Ok(record) => {
                        id = record.id;
                        found = Some((index, record.profile));
                        break;
                    }
                    Err(wrong) if problems.is_empty() => problems = wrong,
                    Err(_) => {}
                }
            }
            let location = format!("{}:{}", origin.name, raw.line);
            let id = id.map(|id| id.as_str().map_or_else(|| id.to_string(), str::to_owned));
            let id = id.or_else(|| origin.stem()).or_else(|| {
                let (index, profile) = found.as_ref()?;
                catalogs[*index].name_given(&profile.answers)
            });
            let id = id.unwrap_or_else(|| location.clone());
            let read = ReadRecord { location, id, profile: found.ok_or(problems.as_slice()) };
            outcome = visit(read);
            if outcome.is_err() {
                return Err(Unwanted);
            }
        }
        Ok(())
    });
    // Whoever wants no more has said why.
    let _ = super::read::all(&mut sources, chunks);
    outcome
}
