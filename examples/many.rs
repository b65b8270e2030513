//! Many municipalities on all processors, and what they have in common: `cargo run --example many`.

use std::sync::Arc;
use std::time::Duration;

use dteam::batch::{Batch, Event, Inputs, Position, Reading, Settings};
use dteam::{Language, render};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let catalog = dteam::embedded()?;
    let inputs = Inputs::find(&catalog, &["profiles".into()], &Reading::default())?;
    let jobs = std::thread::available_parallelism()?.get();
    let language = Language::named("en").unwrap_or_default();
    let batch = Batch::new(Arc::new(catalog), Settings { jobs, language, ..Settings::default() });

    // Chunks come in the order of the input, however many processors there are.
    let (mut tally, mut lines) = (batch.tally(), 0);
    let mut results = batch.start(inputs, Position::default())?;
    loop {
        match results.next(Duration::from_secs(1))? {
            Event::Done(done) => {
                for rejected in &done.rejected {
                    eprintln!("{:?}", rejected.problems);
                }
                // One line of JSON for each municipality; here they are only counted.
                lines += done.output.split(|byte| *byte == b'\n').count() - 1;
                tally.add(&done.tally);
            }
            Event::Waiting => {}
            Event::End => break,
        }
    }
    println!("{lines} municipalities advised\n");
    println!("{}", render::json(&batch.summary(&tally).types));
    Ok(())
}
