//! `dteam man`

use std::path::{Path, PathBuf};

use clap::{Args, Command, CommandFactory};
use clap_mangen::Man;
use dteam::{Invalid, Language, source};
use dteam_text::diagnostic::Problem;
use dteam_text::language::messages::{Argument, message};

use super::output::{Target, place_file};
use super::{Common, Outcome, complaint, spoken};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "cli-value-command", help = "cli-man-command")]
    command: Vec<String>,
    #[arg(long, value_name = "cli-value-dir", conflicts_with = "command", help = "cli-man-all")]
    all: Option<PathBuf>,
}

const SOURCE: &str = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));

pub(super) fn run(arguments: &Arguments, common: &Common) -> Result<Outcome, Invalid> {
    let program = super::Arguments::command().disable_help_subcommand(true);
    let language = common.lang.or_else(spoken::system).unwrap_or_default();
    let program = spoken::command(program, language);
    match &arguments.all {
        Some(folder) => {
            std::fs::create_dir_all(folder).map_err(|error| not_written(folder, &error))?;
            write_all(&program, folder, language)?;
        }
        None => match named(&program, &arguments.command, language) {
            Ok(command) => {
                let written = page(command.clone(), Path::new("-"), language)?;
                Target::new(&Common::plain(None))?.write(&written)?;
            }
            Err(wrong) => {
                complaint::complain_of(&wrong, language);
                return Ok(Outcome::Incomplete);
            }
        },
    }
    Ok(Outcome::Done)
}

/// The command of these names; else what is wrong with them.
fn named<'p>(
    program: &'p Command,
    names: &[String],
    language: Language,
) -> Result<&'p Command, String> {
    let mut command = program;
    for name in names {
        let Some(found) = command.find_subcommand(name) else {
            let known: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
            let whole = command.get_bin_name().unwrap_or_else(|| command.get_name());
            let id = if known.is_empty() { "cli-wrong-page-none" } else { "cli-wrong-page" };
            let particulars = [
                ("command", Argument::from(whole)),
                ("name", dteam::language::escaped(name).into_owned().into()),
                ("known", known.join(", ").into()),
            ];
            return Err(message(language, id, &particulars));
        };
        command = found;
    }
    Ok(command)
}

/// The headings that are the writer's own, with the messages that stand for them.
const SECTIONS: [(&str, &str); 4] = [
    (".SH NAME", "cli-man-section-name"),
    (".SH SYNOPSIS", "cli-man-section-synopsis"),
    (".SH DESCRIPTION", "cli-man-section-description"),
    (".SH VERSION", "cli-man-section-version"),
];

/// The page of a command, which will be at `path`.
fn page(command: Command, path: &Path, language: Language) -> Result<String, Invalid> {
    let say = |id: &str| message(language, id, &[]);
    let commands = say("cli-heading-commands").to_uppercase();
    let man = Man::new(command.subcommand_help_heading(commands)).source(SOURCE);
    let mut written = Vec::new();
    man.render(&mut written).map_err(|error| not_written(path, &error))?;
    let mut page = String::new();
    for line in String::from_utf8_lossy(&written).lines() {
        match SECTIONS.iter().find(|(heading, _)| *heading == line) {
            Some((_, id)) => page.push_str(&format!(".SH {}", say(id))),
            None => page.push_str(line),
        }
        page.push('\n');
    }
    Ok(page)
}

fn write_all(command: &Command, folder: &Path, language: Language) -> Result<(), Invalid> {
    let path = folder.join(Man::new(command.clone()).get_filename());
    place_file(&path, page(command.clone(), &path, language)?.as_bytes())?;
    command
        .get_subcommands()
        .filter(|below| !below.is_hide_set())
        .try_for_each(|below| write_all(below, folder, language))
}

fn not_written(path: &Path, error: &std::io::Error) -> Invalid {
    let problem =
        Problem::NotWritable { path: path.display().to_string(), reason: source::reason(error) };
    problem.into()
}
