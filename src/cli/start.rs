//! `dteam` without a command: what there is to do, to be chosen by a number.
//!
//! It waits for the answer, so a window that was opened by a double click stays open.

use std::io::IsTerminal;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};
use dteam::{Invalid, Language, source};
use dteam_text::language::messages::{Argument, message};

use super::{Arguments, Common, Outcome, output, problems, spoken};

/// Message and command line of each choice.
const CHOICES: [(&str, &[&str]); 3] = [
    ("cli-start-serve", &["serve", "--open"]),
    ("cli-start-interview", &["interview"]),
    ("cli-start-help", &["--help"]),
];

/// What somebody with a profile types.
const ADVISE: [&str; 2] = ["dteam advise", "cli-value-profile"];

/// Asks what to do and does it; where nobody can answer, the help says what there is.
pub(super) fn run(language: Option<Language>) -> ExitCode {
    let spoken = language.or_else(spoken::system).unwrap_or_default();
    let common = Common { lang: Some(spoken), ..Common::plain(None) };
    let chosen = match std::io::stdin().is_terminal() && std::io::stdout().is_terminal() {
        true => ask(spoken),
        false => help(spoken).map(|()| None),
    };
    match chosen {
        Ok(Some(command)) => {
            let tag = language.map(|language| format!("--lang={}", language.code()));
            let program = std::iter::once(env!("CARGO_BIN_NAME"));
            let line = program.chain(command.iter().copied()).chain(tag.as_deref());
            match Arguments::try_parse_from(line) {
                Ok(arguments) => super::run(arguments),
                // The one choice that is no command is the help.
                Err(_) => super::ended(help(spoken).map(|()| Outcome::Done), &common),
            }
        }
        Ok(None) => ExitCode::SUCCESS,
        Err(invalid) => {
            problems::show(&invalid.diagnostics, &common);
            ExitCode::from(super::WRONG)
        }
    }
}

/// Asks until the answer is one of the numbers, or nothing.
fn ask(language: Language) -> Result<Option<&'static [&'static str]>, Invalid> {
    let say = |id: &str| message(language, id, &[]);
    let mut text = format!("{}\n\n{}\n\n", say("cli-start-title"), say("cli-start-about"));
    for (index, (id, command)) in CHOICES.iter().enumerate() {
        text.push_str(&format!("  {}  {}\n", index + 1, say(id)));
        text.push_str(&format!("     dteam {}\n", command.join(" ")));
    }
    let [advise, profile] = ADVISE;
    let own = Argument::from(format!("{advise} {}", say(profile)));
    text.push_str(&format!("\n{}\n\n", message(language, "cli-start-own", &[("command", own)])));
    output::print(&text)?;
    loop {
        output::print(&format!("{} ", say("cli-start-prompt")))?;
        let mut line = String::new();
        let read = std::io::stdin().read_line(&mut line);
        read.map_err(|error| source::not_readable("-".as_ref(), &error))?;
        let answer = line.trim();
        if answer.is_empty() {
            return Ok(None);
        }
        let index = answer.trim_end_matches('.').parse::<usize>().ok();
        if let Some((_, command)) = index.and_then(|index| CHOICES.get(index.checked_sub(1)?)) {
            return Ok(Some(command));
        }
        let typed = Argument::from(dteam::language::escaped(answer).into_owned());
        let unknown = message(language, "cli-start-unknown", &[("answer", typed)]);
        output::print(&format!("{unknown}\n"))?;
    }
}

fn help(language: Language) -> Result<(), Invalid> {
    let mut command = spoken::command(Arguments::command(), language);
    output::print_styled(&command.render_help())
}
