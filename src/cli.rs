//! The command line: what it takes, and one file for each command.

use std::cell::OnceCell;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::{ContextKind, ContextValue};
use clap::{Args, Parser, Subcommand, ValueEnum};
use dteam::{Catalog, Invalid, Language};

mod advise;
mod batch;
mod check;
mod classify;
mod closed;
mod completions;
mod diff;
mod doc;
mod explain;
mod facts;
mod form;
mod held;
mod input;
mod interrupt;
mod interview;
mod man;
mod mcp;
mod new;
mod output;
mod overlap;
mod packs;
mod plan;
mod problems;
mod progress;
mod rules;
mod schema;
mod serve;
mod team;
mod test;
mod version;
mod watch;

/// Advice for the digital municipality: from a profile to prioritised next steps that explain
/// themselves.
///
/// Nothing leaves this machine. Exit codes: 0 done; 1 a test found something; 2 input or usage
/// wrong.
#[derive(Debug, Parser)]
#[command(version, propagate_version = true)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Advise a municipality: its type, the next steps in order, and why
    Advise(advise::Arguments),
    /// Advise any number of municipalities, and summarise what they have in common
    ///
    /// Each record is advised by itself and written in the order of the input. A faulty record is
    /// reported and passed over; then the exit code is 1. `dteam batch --csv-template` writes the
    /// header of a table to fill in.
    Batch(Box<batch::Arguments>),
    /// Find mistakes in packs, profiles and cases, and reason about what packs can do
    Check(check::Arguments),
    /// Say which type a municipality is, by its goals and by its other answers
    Classify(classify::Arguments),
    /// Compare two versions of rules: what is different, and who gets other steps or another type
    ///
    /// A version is a pack's folder, a folder of packs, or a revision of Git: `REV:PATH`, for
    /// instance `main:rules`. Exit code 1 with `--fail-on` if there is such a change.
    Diff(Box<diff::Arguments>),
    /// Explain why a rule fires on a profile, does not, or cannot be decided
    Explain(explain::Arguments),
    /// List the dated facts that rules rest on: sources, when to check them again, who needs them
    Facts(facts::Arguments),
    /// Fill in a profile question by question, those that decide most first
    ///
    /// Every answer is saved at once, and comments and order of an existing file stay as they are.
    /// Ended at any time, with Ctrl-C too (exit code 130), it goes on where it was with the same
    /// command. Answers can be piped in line by line.
    Interview(interview::Arguments),
    /// Answer agents (Model Context Protocol) on standard input and output
    ///
    /// Tools: advise, check, classify, explain, plan, questions. Resources: the handbook, the
    /// format of packs, JSON Schemas. Nothing is stored, and nothing leaves this machine.
    Mcp(mcp::Arguments),
    /// Make an empty profile or a pack to start from
    New(new::Arguments),
    /// Plan a municipality's steps by quarter, with the people and days there are
    ///
    /// What is done changes the answers, so that other steps become possible and some fall away.
    Plan(Box<plan::Arguments>),
    /// Compare two profiles of one municipality: steps done, begun and new, answers that moved
    ///
    /// OLD is read even if it was written for an earlier survey: questions that are no longer asked
    /// are named.
    Progress(progress::Arguments),
    /// List the packs and their rules with title and condition, as Markdown
    Rules(rules::Arguments),
    /// Show questionnaire and report in the browser, and answer other programs (JSON API)
    ///
    /// Nothing is stored, and nothing leaves this machine unless `--bind` opens it to others.
    /// Ctrl-C ends it.
    Serve(serve::Arguments),
    /// Bring municipalities together: joint projects, who learns what from whom, whom to call
    ///
    /// Faulty records are shown and passed over; then the exit code is 1.
    Team(team::Arguments),
    /// Write a JSON Schema, with which editors complete, explain and check keys and values
    Schema(schema::Arguments),
    /// Write the handbook of packs: questions, types and rules, with every condition in words
    Doc(doc::Arguments),
    /// Run the cases of packs: which rules fire, stay silent or stay undecided on their profile
    /// fragments
    Test(test::Arguments),
    /// Write a script that completes commands and options in a shell
    ///
    /// For bash: `dteam completions bash -o ~/.local/share/bash-completion/completions/dteam`; for
    /// fish: `dteam completions fish -o ~/.config/fish/completions/dteam.fish`; for zsh, `_dteam`
    /// in a folder of `$fpath`.
    Completions(completions::Arguments),
    /// Write the manual page of a command, or of all
    ///
    /// To read one: `dteam man advise | man -l -`. To install them: `dteam man --all
    /// ~/.local/share/man/man1`.
    Man(man::Arguments),
}

/// What every command takes.
#[derive(Debug, Args)]
struct Common {
    /// Language of the output [default: the first of the study]
    #[arg(long, value_parser = languages(), value_name = "LANGUAGE")]
    lang: Option<Language>,
    /// Folder with packs (or one pack) that adds to the built-in rules or replaces packs of the
    /// same id; repeatable
    #[arg(long, value_name = "DIR")]
    rules: Vec<PathBuf>,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Colour in text: only on a terminal and without `NO_COLOR`, always, or never
    #[arg(long, value_enum, default_value = "auto", value_name = "WHEN")]
    color: When,
    /// Columns of text output [default: the terminal's, at most 110; 100 elsewhere]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(40..=400))]
    width: Option<u16>,
    /// What the study speaks, once it is loaded.
    #[arg(skip)]
    spoken: OnceCell<Language>,
}

/// The tags of all languages.
fn languages() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(Language::ALL.map(Language::code))
        .map(|tag| Language::named(&tag).unwrap_or_default())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum When {
    Auto,
    Always,
    Never,
}

impl Common {
    fn language(&self) -> Language {
        self.lang.or(self.spoken.get().copied()).unwrap_or_default()
    }

    /// Speaks this language, unless another is asked for.
    fn speak(&self, language: Language) {
        let _ = self.spoken.set(language);
    }

    /// What holds for commands that neither read rules nor speak to anybody.
    fn plain(output: Option<PathBuf>) -> Self {
        let (rules, spoken) = (Vec::new(), OnceCell::new());
        Common { lang: None, rules, output, color: When::Auto, width: None, spoken }
    }

    fn catalog(&self) -> Result<Catalog, Invalid> {
        let catalog = dteam::load(&self.rules)?;
        self.speak(catalog.language());
        Ok(catalog)
    }
}

/// How a command ended that did its work.
enum Outcome {
    Done,
    /// A check, test or comparison found something.
    Found,
    /// Something could not be checked or done.
    Incomplete,
    /// A signal ended it.
    Interrupted,
}

/// A test or comparison found something.
const FOUND: u8 = 1;

/// Input or usage was wrong.
const WRONG: u8 = 2;

/// As shells have it after Ctrl-C.
const INTERRUPTED: u8 = 130;

/// A complaint about the command line, with what was typed as a terminal can show it.
fn escaped(mut error: clap::Error) -> clap::Error {
    let foreign = |value: &ContextValue| match value {
        ContextValue::String(text) => {
            Some(ContextValue::String(dteam::language::escaped(text).into_owned()))
        }
        ContextValue::Strings(texts) => Some(ContextValue::Strings(
            texts.iter().map(|text| dteam::language::escaped(text).into_owned()).collect(),
        )),
        // A tip that repeats it.
        ContextValue::StyledStrs(tips)
            if tips
                .iter()
                .any(|tip| dteam::language::escaped(&tip.to_string()) != tip.to_string()) =>
        {
            Some(ContextValue::None)
        }
        _ => None,
    };
    let escaped: Vec<(ContextKind, ContextValue)> =
        error.context().filter_map(|(kind, value)| Some((kind, foreign(value)?))).collect();
    for (kind, value) in escaped {
        error.insert(kind, value);
    }
    error
}

/// Says what is wrong with the arguments; or help or version, whichever was asked for.
pub fn tell(told: clap::Error) -> ExitCode {
    let told = escaped(told);
    if told.use_stderr() {
        told.exit()
    }
    let told = output::standard_output().and_then(|mut out| {
        let printed = told.print().and_then(|()| std::io::Write::flush(&mut out));
        match printed {
            // The reader has seen enough.
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
            other => other.map_err(|error| output::not_printed(&error)),
        }
    });
    match told {
        Ok(()) => ExitCode::SUCCESS,
        Err(invalid) => {
            problems::show(&invalid.diagnostics, &Common::plain(None));
            ExitCode::from(WRONG)
        }
    }
}

/// Runs a command and says how it went.
pub fn run(arguments: Arguments) -> ExitCode {
    let plain = Common::plain(None);
    let plainly;
    let (common, result) = match &arguments.command {
        Command::Advise(arguments) => (&arguments.common, advise::run(arguments)),
        Command::Batch(arguments) => (&arguments.common, batch::run(arguments)),
        Command::Check(arguments) => (&arguments.common, check::run(arguments)),
        Command::Classify(arguments) => (&arguments.common, classify::run(arguments)),
        Command::Diff(arguments) => (&arguments.common, diff::run(arguments)),
        Command::Explain(arguments) => (&arguments.common, explain::run(arguments)),
        Command::Facts(arguments) => (&arguments.common, facts::run(arguments)),
        Command::Interview(arguments) => (&arguments.common, interview::run(arguments)),
        Command::Mcp(arguments) => {
            plainly = arguments.common();
            (&plainly, mcp::run(arguments, &plainly))
        }
        Command::New(arguments) => (arguments.common(), new::run(arguments)),
        Command::Plan(arguments) => (&arguments.common, plan::run(arguments)),
        Command::Progress(arguments) => (&arguments.common, progress::run(arguments)),
        Command::Rules(arguments) => (&arguments.common, rules::run(arguments)),
        Command::Schema(arguments) => (&arguments.common, schema::run(arguments)),
        Command::Doc(arguments) => (&arguments.common, doc::run(arguments)),
        Command::Serve(arguments) => {
            plainly = arguments.common();
            (&plainly, serve::run(arguments, &plainly))
        }
        Command::Team(arguments) => (&arguments.common, team::run(arguments)),
        Command::Test(arguments) => (&arguments.common, test::run(arguments)),
        Command::Completions(arguments) => (&plain, completions::run(arguments)),
        Command::Man(arguments) => (&plain, man::run(arguments)),
    };
    match result {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Found) => ExitCode::from(FOUND),
        Ok(Outcome::Incomplete) => ExitCode::from(WRONG),
        Ok(Outcome::Interrupted) => ExitCode::from(INTERRUPTED),
        Err(invalid) => {
            problems::show(&invalid.diagnostics, common);
            ExitCode::from(WRONG)
        }
    }
}
