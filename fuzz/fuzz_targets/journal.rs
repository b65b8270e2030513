//! The counts that an interrupted run has kept: they are those of a run, or refused.
#![no_main]

use std::sync::{Arc, LazyLock};

use dteam::batch::{Batch, Output, Settings, Tally};
use dteam_fuzz::catalog;

static BATCH: LazyLock<Batch> = LazyLock::new(|| {
    let catalog = Arc::new(catalog().clone());
    Batch::new(catalog, Settings { output: Output::Nothing, ..Settings::default() })
});

libfuzzer_sys::fuzz_target!(|kept: &[u8]| {
    let Ok(tally) = serde_json::from_slice::<Tally>(kept) else { return };
    if !BATCH.accepts(&tally) {
        return;
    }
    let mut twice = tally.clone();
    twice.add(&tally);
    for tally in [tally, twice] {
        let summary = BATCH.summary(&tally);
        serde_json::to_string(&summary).expect("a summary is JSON");
        dteam::render::document_as_markdown(&summary.document());
    }
});
