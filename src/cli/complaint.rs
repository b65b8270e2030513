//! What is said of wrong usage, in the reader's language.

use std::io::Write;

use clap::builder::Styles;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use dteam::Language;
use dteam::language::escaped;
use dteam_text::language::messages::{Argument, message};

use super::expected::Expected;
use super::spoken::usage_alone;

/// Says on standard error what is wrong.
pub(super) fn complain(error: &clap::Error, language: Language) {
    let usage = match error.get(ContextKind::Usage) {
        Some(ContextValue::StyledStr(usage)) => Some(usage_alone(usage)),
        _ => None,
    };
    let complaint = Complaint { error, language, styles: Styles::styled() };
    print(&complaint.written(&complaint.wrong(), &complaint.tips(), usage.as_deref()));
}

/// Says on standard error what is wrong that is not clap's to notice.
pub(super) fn complain_of(wrong: &str, language: Language) {
    let error = clap::Error::new(ErrorKind::InvalidValue);
    let complaint = Complaint { error: &error, language, styles: Styles::styled() };
    print(&complaint.written(wrong, &[], None));
}

fn print(text: &str) {
    // If not even this can be written, there is nobody left to tell.
    let _ = anstream::stderr().write_all(text.as_bytes());
}

struct Complaint<'e> {
    error: &'e clap::Error,
    language: Language,
    styles: Styles,
}

impl Complaint<'_> {
    fn written(&self, wrong: &str, tips: &[String], usage: Option<&str>) -> String {
        let (error, valid) = (self.styles.get_error(), self.styles.get_valid());
        let mut text = format!("{error}{}:{error:#} {wrong}\n", self.say("cli-error"));
        for (index, tip) in tips.iter().enumerate() {
            let gap = if index == 0 { "\n" } else { "" };
            text.push_str(&format!("{gap}  {valid}{}:{valid:#} {tip}\n", self.say("cli-tip")));
        }
        if let Some(usage) = usage {
            let style = self.styles.get_usage();
            let heading = self.say("cli-heading-usage");
            text.push_str(&format!("\n{style}{heading}:{style:#} {usage}\n"));
        }
        let flag = self.styles.get_literal();
        let flag = format!("{flag}--help{flag:#}");
        text.push_str(&format!("\n{}\n", self.filled("cli-for-more", &[("flag", flag.into())])));
        text
    }

    /// What is wrong, in a sentence.
    fn wrong(&self) -> String {
        let argument = || self.text(ContextKind::InvalidArg).unwrap_or_default();
        let value = || self.text(ContextKind::InvalidValue).unwrap_or_default();
        let both = || [("argument", argument().into()), ("value", value().into())];
        match self.error.kind() {
            ErrorKind::UnknownArgument => {
                self.filled("cli-wrong-argument", &[("argument", argument().into())])
            }
            ErrorKind::InvalidSubcommand => {
                let command = self.text(ContextKind::InvalidSubcommand).unwrap_or_default();
                self.filled("cli-wrong-command", &[("command", command.into())])
            }
            ErrorKind::InvalidValue if value().is_empty() => {
                let missing = [("argument", argument().into())];
                format!("{}{}", self.filled("cli-value-missing", &missing), self.possible())
            }
            ErrorKind::InvalidValue => {
                format!("{}{}", self.filled("cli-wrong-value", &both()), self.possible())
            }
            ErrorKind::ValueValidation => match self.expected() {
                Some(expected) => {
                    let [argument, value] = both();
                    let expected = ("expected", expected.said(self.language).into());
                    self.filled("cli-wrong-value-expected", &[argument, value, expected])
                }
                None => self.filled("cli-wrong-value", &both()),
            },
            ErrorKind::TooManyValues => self.filled("cli-too-many-values", &both()),
            ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
                self.filled("cli-wrong-number-of-values", &[("argument", argument().into())])
            }
            ErrorKind::ArgumentConflict => self.conflict(&argument()),
            ErrorKind::MissingRequiredArgument => {
                let list = self.texts(ContextKind::InvalidArg);
                self.filled("cli-argument-missing", &[("arguments", list.join(", ").into())])
            }
            ErrorKind::MissingSubcommand => self.say("cli-command-missing"),
            ErrorKind::InvalidUtf8 => self.say("cli-not-unicode"),
            _ => self.say("cli-wrong-usage"),
        }
    }

    fn conflict(&self, argument: &str) -> String {
        let others = self.texts(ContextKind::PriorArg);
        match others.iter().any(|other| other == argument) {
            true => self.filled("cli-only-once", &[("argument", argument.into())]),
            false => {
                let others = self.language.list(&others);
                let both = [("argument", argument.into()), ("others", others.into())];
                self.filled("cli-not-with", &both)
            }
        }
    }

    /// What the reader of the value expected.
    fn expected(&self) -> Option<&Expected> {
        std::error::Error::source(self.error)?.downcast_ref()
    }

    fn possible(&self) -> String {
        match self.texts(ContextKind::ValidValue) {
            values if values.is_empty() => String::new(),
            values => {
                let values = [("values", values.join(", ").into())];
                format!("\n  {}", self.filled("cli-possible", &values))
            }
        }
    }

    /// What may have been meant.
    fn tips(&self) -> Vec<String> {
        let similar = [
            ContextKind::SuggestedSubcommand,
            ContextKind::SuggestedArg,
            ContextKind::SuggestedValue,
        ];
        let similar = similar.into_iter().map(|kind| self.texts(kind));
        let similar = similar
            .filter(|names| !names.is_empty())
            .map(|names| self.filled("cli-did-you-mean", &[("names", names.join(", ").into())]));
        similar.chain(self.suggested()).collect()
    }

    /// Clap's other tips are English sentences around what was typed, in quotes: of these, what is
    /// quoted.
    fn suggested(&self) -> Vec<String> {
        let Some(ContextValue::StyledStrs(tips)) = self.error.get(ContextKind::Suggested) else {
            return Vec::new();
        };
        let said = |tip: String| {
            let quoted: Vec<String> =
                tip.split('\'').skip(1).step_by(2).map(|it| escaped(it).into_owned()).collect();
            match quoted.as_slice() {
                [found] => {
                    Some(self.filled("cli-tip-elsewhere", &[("found", found.as_str().into())]))
                }
                [command, dashes] if dashes == "--" => {
                    Some(self.filled("cli-tip-command", &[("command", command.as_str().into())]))
                }
                [value, usage] => {
                    let both = [("value", value.as_str().into()), ("usage", usage.as_str().into())];
                    Some(self.filled("cli-tip-value", &both))
                }
                _ => None,
            }
        };
        tips.iter().filter_map(|tip| said(tip.to_string())).collect()
    }

    fn text(&self, kind: ContextKind) -> Option<String> {
        self.texts(kind).into_iter().next()
    }

    /// What was typed or could be, as a terminal can show it.
    fn texts(&self, kind: ContextKind) -> Vec<String> {
        match self.error.get(kind) {
            Some(ContextValue::String(text)) => vec![escaped(text).into_owned()],
            Some(ContextValue::Strings(texts)) => {
                texts.iter().map(|text| escaped(text).into_owned()).collect()
            }
            _ => Vec::new(),
        }
    }

    fn say(&self, id: &str) -> String {
        message(self.language, id, &[])
    }

    fn filled(&self, id: &str, arguments: &[(&str, Argument)]) -> String {
        message(self.language, id, arguments)
    }
}
