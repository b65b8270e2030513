//! `dteam man`

use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use clap::{Args, Command, CommandFactory};
use clap_mangen::Man;
use dteam::{Invalid, source};
use dteam_text::diagnostic::Problem;

use super::output::{Target, place_file};
use super::{Common, Outcome};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The command, such as `advise` or `new profile` [default: the page of `dteam` itself]
    command: Vec<String>,
    /// Write the pages of all commands into this folder, one file each
    #[arg(long, value_name = "DIR", conflicts_with = "command")]
    all: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Invalid> {
    let mut program = super::Arguments::command().disable_help_subcommand(true);
    program.build();
    match &arguments.all {
        Some(folder) => {
            std::fs::create_dir_all(folder).map_err(|error| not_written(folder, &error))?;
            write_all(&program, folder)?;
        }
        None => {
            let command = named(&program, &arguments.command);
            let mut written = Vec::new();
            page(command)
                .render(&mut written)
                .map_err(|error| not_written(Path::new("-"), &error))?;
            Target::new(&Common::plain(None))?.write(&String::from_utf8_lossy(&written))?;
        }
    }
    Ok(Outcome::Done)
}

/// The command of these names; if there is none, the program ends as with any wrong usage.
fn named(program: &Command, names: &[String]) -> Command {
    let mut command = program;
    for name in names {
        let Some(found) = command.find_subcommand(name) else {
            let known: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
            let whole = command.get_bin_name().unwrap_or_else(|| command.get_name());
            let message = match known.is_empty() {
                true => format!(
                    "`{whole}` has no commands below it, `{}` is none",
                    dteam::language::escaped(name)
                ),
                false => {
                    format!(
                        "`{whole}` has no command `{}`; there are: {}",
                        dteam::language::escaped(name),
                        known.join(", ")
                    )
                }
            };
            let own = program.find_subcommand("man").cloned();
            own.unwrap_or_default().error(ErrorKind::InvalidSubcommand, message).exit()
        };
        command = found;
    }
    command.clone()
}

fn page(command: Command) -> Man {
    Man::new(command).source(concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION")))
}

fn write_all(command: &Command, folder: &Path) -> Result<(), Invalid> {
    let page = page(command.clone());
    let (mut written, path) = (Vec::new(), folder.join(page.get_filename()));
    page.render(&mut written).map_err(|error| not_written(&path, &error))?;
    place_file(&path, &written)?;
    command
        .get_subcommands()
        .filter(|below| !below.is_hide_set())
        .try_for_each(|below| write_all(below, folder))
}

fn not_written(path: &Path, error: &std::io::Error) -> Invalid {
    let problem =
        Problem::NotWritable { path: path.display().to_string(), reason: source::reason(error) };
    problem.into()
}
