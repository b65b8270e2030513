//! The command line.

use std::process::ExitCode;

use clap::Parser;
use mimalloc::MiMalloc;

mod cli;

/// An advice is made of thousands of small pieces; batches live on how quickly they are made and
/// dropped.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    match cli::Arguments::try_parse() {
        Ok(arguments) => cli::run(arguments),
        Err(told) => cli::tell(told),
    }
}
