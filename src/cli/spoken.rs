//! The command line in the reader's language.
//!
//! Where `Arguments` and its parts have a text, they have the id of a message: `help = "cli-lang"`.
//! Here the ids become texts, and clap's own words become ours. What comes of it is read by people
//! and shells; it parses as `Arguments` does, so whatever ends in help or in a complaint is parsed
//! once more with it, and nothing else pays for it.

use std::ffi::{OsStr, OsString};

use clap::builder::{PossibleValue, PossibleValuesParser, StyledStr};
use clap::{Arg, ArgAction, Command};
use dteam::Language;
use dteam_text::language::messages::{Argument, message};

/// The language that the arguments of this process ask for, else the system's, else the program's.
pub(super) fn language() -> Language {
    asked(std::env::args_os()).or_else(system).unwrap_or_default()
}

/// What `--lang` says, wherever it stands: what is wrong may stand before it.
fn asked(arguments: impl Iterator<Item = OsString>) -> Option<Language> {
    let mut arguments = arguments.take_while(|argument| argument != "--");
    while let Some(argument) = arguments.next() {
        let tag = match argument.to_str() {
            Some("--lang") => arguments.next(),
            Some(other) => other.strip_prefix("--lang=").map(OsString::from),
            None => None,
        };
        if let Some(language) = tag.as_deref().and_then(OsStr::to_str).and_then(Language::named) {
            return Some(language);
        }
    }
    None
}

/// What the system speaks, by the first of POSIX' variables that says something.
pub(super) fn system() -> Option<Language> {
    let variables = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter();
    let locale = variables.filter_map(|name| std::env::var(name).ok()).find(|it| !it.is_empty())?;
    // `de_DE.UTF-8`, `de@euro`
    let tag = locale.split(['_', '.', '@', '-']).next().unwrap_or_default();
    Language::named(&tag.to_ascii_lowercase())
}

/// The command line, spoken in this language. `command` has the ids of its texts.
pub(super) fn command(mut command: Command, language: Language) -> Command {
    command.build();
    spoken(command, Words(language))
}

#[derive(Clone, Copy)]
struct Words(Language);

impl Words {
    fn say(self, id: &str) -> String {
        message(self.0, id, &[])
    }

    fn filled(self, id: &str, name: &str, value: String) -> String {
        message(self.0, id, &[(name, Argument::Text(value))])
    }
}

fn spoken(command: Command, words: Words) -> Command {
    let is_long = is_long(&command);
    let command = command
        .mut_subcommands(|below| spoken(below, words))
        .mut_args(|arg| argument(arg, is_long, words))
        .subcommand_value_name(words.say("cli-value-command"))
        .subcommand_help_heading(words.say("cli-heading-commands"));
    let command = match about(&command, words) {
        (about, None) => command.about(about),
        (about, Some(more)) => {
            let long = format!("{about}\n\n{more}");
            command.about(about).long_about(long)
        }
    };
    framed(command, words)
}

/// Whether `--help` says more than `-h`.
fn is_long(command: &Command) -> bool {
    let is_long = |arg: &Arg| {
        arg.get_long_help().is_some()
            || arg.get_possible_values().iter().any(|value| value.get_help().is_some())
    };
    command.get_long_about().is_some()
        || command.get_arguments().any(|arg| !is_of_clap(arg) && is_long(arg))
}

fn is_of_clap(arg: &Arg) -> bool {
    matches!(arg.get_action(), ArgAction::Help | ArgAction::Version)
}

/// What a command is for, in short and what there is to say beyond that.
fn about(command: &Command, words: Words) -> (String, Option<String>) {
    if command.get_name() == "help" {
        return (words.say("cli-help"), None);
    }
    let said = |text: &StyledStr| words.say(&text.to_string());
    let about = command.get_about().map(said).unwrap_or_default();
    (about, command.get_long_about().map(said))
}

/// The usage, and what stands around it and the lists of arguments.
fn framed(mut command: Command, words: Words) -> Command {
    let usage = usage_alone(&command.render_usage());
    let options = format!("[{}]", words.say("cli-value-options"));
    let usage = StyledStr::from(usage.replace("[OPTIONS]", &options));
    let style = command.get_styles().get_usage();
    let heading = format!("{style}{}:{style:#}", words.say("cli-heading-usage"));
    let template = format!(
        "{{before-help}}{{about-with-newline}}\n{heading} {{usage}}\n\n{{all-args}}{{after-help}}"
    );
    command.override_usage(usage).help_template(StyledStr::from(template))
}

/// A usage without the word for it before it.
pub(super) fn usage_alone(usage: &StyledStr) -> String {
    let usage = usage.ansi().to_string();
    let after = usage.split_once("Usage:").map_or(usage.as_str(), |(_, after)| after);
    after.split_once(' ').map_or(after, |(_, alone)| alone).trim_end().to_owned()
}

fn argument(arg: Arg, is_long: bool, words: Words) -> Arg {
    let heading = match arg.is_positional() {
        true => "cli-heading-arguments",
        false => "cli-heading-options",
    };
    let arg = arg.help_heading(words.say(heading));
    match arg.get_action() {
        ArgAction::Version => {
            let text = words.say("cli-version-flag");
            return arg.help(text.clone()).long_help(text);
        }
        ArgAction::Help if is_long => {
            let arg = arg.help(words.say("cli-help-flag-long"));
            return arg.long_help(words.say("cli-help-flag-short"));
        }
        ArgAction::Help => return arg.help(words.say("cli-help-flag")),
        _ => (),
    }
    let names: Vec<String> =
        arg.get_value_names().into_iter().flatten().map(|name| words.say(name)).collect();
    let arg = if names.is_empty() { arg } else { arg.value_names(names) };
    helped(arg, words)
}

/// What an argument is for, its default and its possible values.
fn helped(arg: Arg, words: Words) -> Arg {
    let said = |text: &StyledStr| words.say(&text.to_string());
    // The one argument of clap's own that says anything is that of `help`.
    let text = match arg.get_id() == "subcommand" {
        true => words.say("cli-help-command"),
        false => arg.get_help().map(said).unwrap_or_default(),
    };
    let more = arg.get_long_help().map(said);
    let takes_values = arg.get_num_args().is_some_and(|number| number.takes_values());
    let default: Vec<String> = match takes_values {
        true => arg.get_default_values().iter().map(|it| it.to_string_lossy().into()).collect(),
        false => Vec::new(),
    };
    let default =
        (!default.is_empty()).then(|| words.filled("cli-default", "value", default.join(", ")));
    let (arg, values) = with_possible_values(arg, words);
    let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
    let possible = (takes_values && !names.is_empty())
        .then(|| words.filled("cli-possible", "values", names.join(", ")));
    let short = [Some(text.clone()), default.clone(), possible.clone()];
    let short: Vec<String> = short.into_iter().flatten().collect();
    let has_list = values.iter().any(|value| value.get_help().is_some());
    let list = match has_list {
        true => Some(list(&values, words)),
        false => possible,
    };
    let arg = arg.hide_default_value(true).hide_possible_values(true).help(short.join(" "));
    match has_list || more.is_some() {
        true => {
            let long = [Some(text), more, list, default];
            arg.long_help(long.into_iter().flatten().collect::<Vec<_>>().join("\n\n"))
        }
        false => arg,
    }
}

/// With the possible values spoken too, where there are any; and those that are shown.
fn with_possible_values(arg: Arg, words: Words) -> (Arg, Vec<PossibleValue>) {
    let values: Vec<PossibleValue> = arg
        .get_possible_values()
        .into_iter()
        .map(|value| match value.get_help().map(ToString::to_string) {
            Some(id) => value.help(words.say(&id)),
            None => value,
        })
        .collect();
    if values.is_empty() {
        return (arg, values);
    }
    let arg = arg.value_parser(PossibleValuesParser::new(values.clone()));
    (arg, values.into_iter().filter(|value| !value.is_hide_set()).collect())
}

/// The possible values with what each means.
fn list(values: &[PossibleValue], words: Words) -> String {
    let mut list = words.say("cli-possible-list");
    for value in values {
        list.push_str(&format!("\n- {}", value.get_name()));
        if let Some(help) = value.get_help() {
            list.push_str(&format!(": {help}"));
        }
    }
    list
}
