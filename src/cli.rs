//! The command line: what it takes, and one file for each command.

use std::cell::OnceCell;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use dteam::{Catalog, Invalid, Language};

mod advise;
mod app;
mod batch;
mod check;
mod classify;
mod closed;
mod complaint;
mod completions;
mod diff;
mod doc;
mod expected;
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
mod spoken;
mod start;
mod team;
mod test;
mod version;
mod watch;

/// The line as it is parsed. Its texts are ids of messages: see `spoken`.
#[derive(Debug, Parser)]
#[command(
    version,
    propagate_version = true,
    about = "cli-dteam",
    long_about = "cli-dteam-more",
    subcommand_value_name = "cli-value-command"
)]
pub struct Arguments {
    #[arg(long, global = true, value_parser = languages(), value_name = "cli-value-language")]
    #[arg(help = "cli-lang-top")]
    lang: Option<Language>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    #[command(about = "cli-advise")]
    Advise(advise::Arguments),
    #[command(about = "cli-app", long_about = "cli-app-more")]
    App(app::Arguments),
    #[command(about = "cli-batch", long_about = "cli-batch-more")]
    Batch(Box<batch::Arguments>),
    #[command(about = "cli-check")]
    Check(check::Arguments),
    #[command(about = "cli-classify")]
    Classify(classify::Arguments),
    #[command(about = "cli-diff", long_about = "cli-diff-more")]
    Diff(Box<diff::Arguments>),
    #[command(about = "cli-explain")]
    Explain(explain::Arguments),
    #[command(about = "cli-facts")]
    Facts(facts::Arguments),
    #[command(about = "cli-interview", long_about = "cli-interview-more")]
    Interview(interview::Arguments),
    #[command(about = "cli-mcp", long_about = "cli-mcp-more")]
    Mcp(mcp::Arguments),
    #[command(about = "cli-new")]
    New(new::Arguments),
    #[command(about = "cli-plan", long_about = "cli-plan-more")]
    Plan(Box<plan::Arguments>),
    #[command(about = "cli-progress", long_about = "cli-progress-more")]
    Progress(progress::Arguments),
    #[command(about = "cli-rules")]
    Rules(rules::Arguments),
    #[command(about = "cli-serve", long_about = "cli-serve-more")]
    Serve(serve::Arguments),
    #[command(about = "cli-team", long_about = "cli-team-more")]
    Team(team::Arguments),
    #[command(about = "cli-schema")]
    Schema(schema::Arguments),
    #[command(about = "cli-doc")]
    Doc(doc::Arguments),
    #[command(about = "cli-test")]
    Test(test::Arguments),
    #[command(about = "cli-completions", long_about = "cli-completions-more")]
    Completions(completions::Arguments),
    #[command(about = "cli-man", long_about = "cli-man-more")]
    Man(man::Arguments),
}

/// What every command takes.
#[derive(Debug, Args)]
struct Common {
    #[arg(long, value_parser = languages(), value_name = "cli-value-language", help = "cli-lang")]
    lang: Option<Language>,
    #[arg(long, value_name = "cli-value-dir", help = "cli-rules-folder")]
    rules: Vec<PathBuf>,
    #[arg(short, long, value_name = "cli-value-file", help = "cli-output")]
    output: Option<PathBuf>,
    #[arg(help = "cli-color")]
    #[arg(long, value_enum, default_value = "auto", value_name = "cli-value-when")]
    color: When,
    #[arg(help = "cli-width")]
    #[arg(long, value_name = "cli-value-columns", value_parser = expected::whole(40_u16..=400))]
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

    /// What holds for commands that read no rules.
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

/// Says what is wrong with the arguments; or help or version, whichever was asked for.
pub fn tell(told: clap::Error) -> ExitCode {
    let language = spoken::language();
    // The same once more, with our words for clap's and in the reader's language.
    let again = spoken::command(Arguments::command(), language).try_get_matches();
    let told = again.err().unwrap_or(told);
    match told.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let common = Common { lang: Some(language), ..Common::plain(None) };
            ended(output::print_styled(&told.render()).map(|()| Outcome::Done), &common)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => told.exit(),
        _ => {
            complaint::complain(&told, language);
            ExitCode::from(WRONG)
        }
    }
}

/// Runs a command and says how it went.
pub fn run(arguments: Arguments) -> ExitCode {
    let plain = Common { lang: arguments.lang, ..Common::plain(None) };
    let plainly;
    let Some(command) = &arguments.command else { return start::run(arguments.lang) };
    let (common, result) = match command {
        Command::Advise(arguments) => (&arguments.common, advise::run(arguments)),
        Command::App(arguments) => (&arguments.common, app::run(arguments)),
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
        Command::Completions(arguments) => (&plain, completions::run(arguments, &plain)),
        Command::Man(arguments) => (&plain, man::run(arguments, &plain)),
    };
    ended(result, common)
}

/// The exit code; what went wrong is said.
fn ended(result: Result<Outcome, Invalid>, common: &Common) -> ExitCode {
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
