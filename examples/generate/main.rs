//! Invents profiles for trials and measurements: `cargo run --release --example generate -- 1000000
//! 42 > profiles.ndjson`.
//!
//! One JSON object a line with an `id`. The same number and seed give the same bytes; a longer run
//! begins like a shorter one.

use std::io::{BufWriter, Write};

mod profiles;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let count = arguments.next().map_or(Ok(1000), |count| count.parse())?;
    let seed = arguments.next().map_or(Ok(1), |seed| seed.parse())?;
    let catalog = dteam::embedded()?;
    let survey = profiles::Survey::of(&catalog);
    let mut out = BufWriter::new(std::io::stdout().lock());
    for number in 0..count {
        writeln!(out, "{}", survey.profile(&catalog, seed, number))?;
    }
    out.flush()?;
    Ok(())
}
