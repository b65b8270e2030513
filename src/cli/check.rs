//! `dteam check`

use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};
use dteam::authoring::{Checked, Subjects};
use dteam::{Invalid, Language, render};

use super::output::Target;
use super::{Common, Outcome, input, problems, watch};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "cli-value-path", help = "cli-check-paths")]
    paths: Vec<PathBuf>,
    #[arg(value_name = "cli-value-form", help = "cli-check-format")]
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    #[arg(help = "cli-check-explain")]
    #[arg(long, value_name = "cli-value-code", conflicts_with_all = ["paths", "format", "watch"])]
    explain: Option<String>,
    #[arg(long, value_name = "cli-value-date", value_parser = input::date, help = "cli-check-date")]
    date: Option<jiff::civil::Date>,
    #[arg(long, conflicts_with = "output", requires = "paths", help = "cli-check-watch")]
    watch: bool,
    #[command(flatten)]
    pub common: Common,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    #[value(help = "cli-check-format-text")]
    Text,
    #[value(help = "cli-check-format-json")]
    Json,
    #[value(help = "cli-check-format-sarif")]
    Sarif,
    #[value(help = "cli-check-format-github")]
    Github,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Invalid> {
    if let Some(code) = &arguments.explain {
        return explain(code, &arguments.common);
    }
    match arguments.watch {
        true => watch::rerun(&arguments.paths, &arguments.common, || run_once(arguments)),
        false => run_once(arguments),
    }
}

fn run_once(arguments: &Arguments) -> Result<Outcome, Invalid> {
    let common = &arguments.common;
    let target = Target::of(common, &arguments.paths)?;
    let subjects = Subjects {
        paths: arguments.paths.clone(),
        rules: common.rules.clone(),
        date: arguments.date,
    };
    let progress = Progress::new(arguments.format, common.language());
    let checked =
        dteam::authoring::check_watched(dteam::builder(), &subjects, common.lang, &|done, all| {
            progress.advance(done, all)
        });
    progress.clear();
    if let Some(language) = checked.language {
        common.speak(language);
    }
    target.write(&match arguments.format {
        Format::Text => text(&checked, common, &target),
        Format::Json => render::check_json(&checked, common.language()),
        Format::Sarif => render::check_sarif(&checked, common.language()),
        Format::Github => render::check_github(&checked, common.language()),
    })?;
    Ok(match (checked.is_incomplete(), checked.found_something()) {
        (true, _) => Outcome::Incomplete,
        (false, true) => Outcome::Found,
        (false, false) => Outcome::Done,
    })
}

/// How often the line on progress is renewed; a check that is over sooner shows none.
const PAUSE: Duration = Duration::from_millis(300);

/// The line that says how far a check is, on a terminal only.
struct Progress {
    language: Language,
    /// When the line was last written, and whether it is there; `None` if nobody looks.
    shown: Option<Mutex<(Instant, bool)>>,
}

impl Progress {
    fn new(format: Format, language: Language) -> Self {
        // What other programs read goes by itself, unless it goes to a terminal too.
        let is_for_people = format == Format::Text || std::io::stdout().is_terminal();
        let is_seen = is_for_people && std::io::stderr().is_terminal();
        Progress { language, shown: is_seen.then(|| Mutex::new((Instant::now(), false))) }
    }

    fn advance(&self, done: usize, all: usize) {
        // Whoever comes while another writes has nothing newer to say.
        let Some(Ok(mut shown)) = self.shown.as_ref().map(Mutex::try_lock) else { return };
        if shown.0.elapsed() >= PAUSE {
            *shown = (Instant::now(), true);
            write(&format!("\r{}\u{1b}[K", render::check_progress(done, all, self.language)));
        }
    }

    fn clear(&self) {
        let Some(Ok(shown)) = self.shown.as_ref().map(Mutex::try_lock) else { return };
        if shown.1 {
            write("\r\u{1b}[K");
        }
    }
}

fn write(text: &str) {
    let mut err = std::io::stderr().lock();
    // If not even this can be written, there is nobody left to tell.
    let _ = err.write_all(text.as_bytes()).and_then(|()| err.flush());
}

fn text(checked: &Checked, common: &Common, target: &Target) -> String {
    let mut text = problems::written(&checked.diagnostics, common, target.colour());
    text.push_str(&render::check_summary(checked, common.language()));
    text
}

fn explain(code: &str, common: &Common) -> Result<Outcome, Invalid> {
    let target = Target::new(common)?;
    target.write(&dteam::explanation(code, common.language())?)?;
    Ok(Outcome::Done)
}
