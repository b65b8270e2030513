//! `dteam completions`

use std::path::PathBuf;

use clap::{Args, CommandFactory};
use clap_complete::Shell;
use dteam::Invalid;

use super::output::Target;
use super::{Common, Outcome};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The shell
    shell: Shell,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Invalid> {
    let target = Target::new(&Common::plain(arguments.output.clone()))?;
    let mut script = Vec::new();
    clap_complete::generate(
        arguments.shell,
        &mut super::Arguments::command(),
        env!("CARGO_BIN_NAME"),
        &mut script,
    );
    target.write(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Done)
}
