//! `dteam interview`
//!
//! A dialogue of plain lines rather than a form on the screen: it can be read out by a screen
//! reader, works in every terminal and window, and in the same way with answers piped in. Only the
//! line that is being typed can be edited.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use clap::Args;
use dteam::interview::{Extent, Interview, Now, Said};
use dteam::render::{self, Commands, Dialogue, InterviewRemark, Kept};
use dteam::{Catalog, Invalid, Options};
use dteam_text::diagnostic::Problem;

use self::draft::Draft;
use self::line::Line;
use self::lines::Lines;
use super::expected::Expected;
use super::output::{self, Target};
use super::{Common, Outcome, input, overlap, problems};

mod draft;
mod line;
mod lines;
#[cfg(unix)]
mod terminal;

#[derive(Debug, Args)]
#[command(mut_arg("output", |output| output.help("cli-interview-output")))]
pub(super) struct Arguments {
    #[arg(value_name = "cli-value-profile", help = "cli-interview-profile")]
    #[arg(default_value = "profile.yaml", value_parser = file)]
    profile: PathBuf,
    #[arg(long, help = "cli-interview-short")]
    short: bool,
    #[arg(long, help = "cli-interview-again")]
    again: bool,
    #[arg(help = "cli-date-decides")]
    #[arg(long, value_name = "cli-value-date", value_parser = input::date)]
    date: Option<jiff::civil::Date>,
    #[command(flatten)]
    pub common: Common,
}

/// Standard input gives the answers.
fn file(path: &str) -> Result<PathBuf, Expected> {
    match path {
        "-" => Err(Expected::new("cli-expected-profile")),
        path => Ok(path.into()),
    }
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Invalid> {
    let common = &arguments.common;
    let target = Target::of(common, &[&arguments.profile])?;
    must_be_apart(arguments)?;
    let catalog = common.catalog()?;
    let options = Options::default()
        .language(common.language())
        .date(input::reference_date(arguments.date)?)
        .likely(true);
    let empty = render::profile_template(&catalog, common.language());
    let (draft, file) = Draft::open(&arguments.profile, empty)?;
    let extent = Extent { short: arguments.short, again: arguments.again };
    let interview = Interview::begin(&catalog, file, extent, options)?;
    let dialogue =
        Dialogue { language: common.language(), layout: output::dialogue_layout(common) };
    let mut session = Session { arguments, dialogue, interview, draft };
    let ended = session.all(Lines::start()?)?;
    session.close(ended, &catalog, &options, &target)
}

/// The profile is written to as well as the advice: neither may be anything else that is read, nor
/// the one the other.
fn must_be_apart(arguments: &Arguments) -> Result<(), Invalid> {
    let (common, profile, answers) = (&arguments.common, &arguments.profile, PathBuf::from("-"));
    let reads: Vec<PathBuf> = common.rules.iter().chain([&answers]).cloned().collect();
    overlap::refuse(&reads, std::slice::from_ref(profile))?;
    // The dialogue goes to standard output, and the answers come from standard input, wherever the
    // advice is written.
    let reads: Vec<PathBuf> = reads.into_iter().chain([profile.clone()]).collect();
    let writes: Vec<PathBuf> = common.output.iter().chain([&answers]).cloned().collect();
    overlap::refuse(&reads, &writes)?;
    match common.output.as_ref().filter(|output| overlap::same(output, profile)) {
        Some(output) => {
            let path = output.display().to_string();
            Err(Problem::OutputIsInput { path }.into())
        }
        None => Ok(()),
    }
}

struct Session<'a> {
    arguments: &'a Arguments,
    dialogue: Dialogue,
    interview: Interview<'a>,
    draft: Draft,
}

/// How the dialogue ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ended {
    /// All is asked, or was to be ended, or there are no more lines.
    Over,
    /// By a signal.
    Interrupted,
    /// Without a single line.
    NoInput,
}

impl Session<'_> {
    fn all(&mut self, mut lines: Lines) -> Result<Ended, Invalid> {
        let file = self.file();
        output::print(&self.dialogue.outset(
            &self.interview.outset(),
            &file,
            &self.command("interview", " --again"),
        ))?;
        let (mut chapter, mut begun, mut is_said) = (String::new(), false, false);
        loop {
            let now = self.interview.now();
            if now == Now::Over {
                return Ok(Ended::Over);
            }
            if !is_said {
                output::print(&self.dialogue.now(&now, &mut chapter))?;
            }
            let line = lines.next(&self.dialogue.prompt(&now))?;
            // What is typed on a terminal stands there already, with the end of its line.
            let seen = std::io::stdin().is_terminal();
            match &line {
                Line::Text(line) if !seen => output::print(&format!("{}\n", echo(line)))?,
                Line::Text(_) => {}
                Line::End | Line::Interrupted => output::print("\n")?,
            }
            let line = match line {
                Line::Text(line) => line,
                Line::End if !begun && !seen => return Ok(Ended::NoInput),
                Line::End => return Ok(Ended::Over),
                Line::Interrupted => return Ok(Ended::Interrupted),
            };
            begun = true;
            is_said = self.enter(&line)?;
        }
    }

    /// Whether the line was no use, and what is wanted need not be said again.
    fn enter(&mut self, line: &str) -> Result<bool, Invalid> {
        let said = self.interview.enter(line);
        let kept =
            said.and_then(|said| self.draft.keep(&self.interview.file().text).map(|()| said));
        match kept {
            Ok(said) => {
                output::print(&self.dialogue.said(&said))?;
                Ok(said.iter().any(Said::is_mistake))
            }
            Err(invalid) => {
                self.remark(InterviewRemark::Unsaved);
                Err(invalid)
            }
        }
    }

    /// What there is to say at the end; with `--output`, the advice as well.
    fn close(
        self,
        ended: Ended,
        catalog: &Catalog,
        options: &Options,
        target: &Target,
    ) -> Result<Outcome, Invalid> {
        match ended {
            Ended::NoInput => {
                self.remark(InterviewRemark::NoInput);
                return Ok(Outcome::Incomplete);
            }
            Ended::Interrupted => output::print(&format!(
                "{}\n",
                InterviewRemark::Interrupted.written(options.spoken(catalog))
            ))?,
            Ended::Over => {}
        }
        let closing = self.interview.closing()?;
        let commands =
            Commands { advise: self.command("advise", ""), resume: self.command("interview", "") };
        let kept = match (self.draft.is_changed(), self.draft.exists()) {
            (true, _) => Kept::Saved,
            (false, true) => Kept::Unchanged,
            (false, false) => Kept::Nothing,
        };
        output::print(&self.dialogue.closing(&closing, kept, &self.file(), &commands))?;
        if let (Some(report), false, Ended::Over) =
            (&self.arguments.common.output, closing.summary.is_empty(), ended)
        {
            self.report(report, catalog, options, target)?;
        }
        Ok(if ended == Ended::Interrupted { Outcome::Interrupted } else { Outcome::Done })
    }

    fn report(
        &self,
        path: &Path,
        catalog: &Catalog,
        options: &Options,
        target: &Target,
    ) -> Result<(), Invalid> {
        let profile = catalog.profile(self.interview.file())?;
        problems::show(profile.warnings(), &self.arguments.common);
        let advice = catalog.advise(&profile, options)?;
        let full_steps = render::FULL_STEPS;
        target.write(&match path.extension().is_some_and(|extension| extension == "md") {
            true => render::markdown(&advice, full_steps),
            false => render::text(&advice, &target.layout(full_steps)),
        })?;
        if path.as_os_str() != "-" {
            let report = path.display().to_string();
            output::print(&format!(
                "{}\n",
                InterviewRemark::Report(&report).written(options.spoken(catalog))
            ))?;
        }
        Ok(())
    }

    fn remark(&self, remark: InterviewRemark<'_>) {
        use std::io::Write;
        // If not even this can be written, there is nobody left to tell.
        let _ = writeln!(std::io::stderr().lock(), "{}", remark.written(self.dialogue.language));
    }

    fn file(&self) -> String {
        printable(&self.arguments.profile.display().to_string())
    }

    /// The command of this name for the same profile, language and rules.
    fn command(&self, name: &str, more: &str) -> String {
        let common = &self.arguments.common;
        let mut command = format!("dteam {name} {}{more}", typed(&self.arguments.profile));
        if let Some(language) = common.lang {
            command.push_str(&format!(" --lang {}", language.code()));
        }
        for rules in &common.rules {
            command.push_str(&format!(" --rules {}", typed(rules)));
        }
        command
    }
}

/// A path as one types it in a shell.
fn typed(path: &Path) -> String {
    render::shell_word(&printable(&path.display().to_string()))
}

/// The line as a terminal would show it, as far as it is worth repeating.
fn echo(line: &str) -> String {
    const MAX_ECHO: usize = 1000;
    match line.chars().nth(MAX_ECHO) {
        Some(_) => format!("{}…", printable(&line.chars().take(MAX_ECHO).collect::<String>())),
        None => printable(line),
    }
}

fn printable(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).collect()
}
