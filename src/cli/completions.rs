//! `dteam completions`

use std::path::PathBuf;

use clap::{Args, CommandFactory};
use clap_complete::Shell;
use dteam::Invalid;

use super::output::Target;
use super::{Common, Outcome, spoken};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "cli-value-shell", help = "cli-completions-shell")]
    shell: Shell,
    #[arg(short, long, value_name = "cli-value-file", help = "cli-output")]
    output: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments, common: &Common) -> Result<Outcome, Invalid> {
    let target = Target::new(&Common::plain(arguments.output.clone()))?;
    let language = common.lang.or_else(spoken::system).unwrap_or_default();
    let mut script = Vec::new();
    clap_complete::generate(
        arguments.shell,
        &mut spoken::command(super::Arguments::command(), language),
        env!("CARGO_BIN_NAME"),
        &mut script,
    );
    target.write(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Done)
}
