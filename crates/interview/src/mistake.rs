//! Why an entry is no answer, in words.

use dteam_report::words::Words;
use dteam_text::language::Language;

use crate::{MAX_LINE, Mistake};

impl Mistake {
    /// Why what was entered is no answer, in words.
    pub fn message(&self, language: Language) -> String {
        let words = Words(language);
        match self {
            Mistake::NotUtf8 => words.say("interview-not-utf8"),
            Mistake::Control => words.say("interview-control"),
            Mistake::LineTooLong => words.with(
                "interview-line-too-long",
                &[("max", language.number(MAX_LINE as f64).into())],
            ),
            Mistake::NoKey(written) => {
                words.with("interview-no-key", &[("written", short(written).into())])
            }
            Mistake::NoSuchOption(written, None) => {
                words.with("interview-no-such-option", &[("written", short(written).into())])
            }
            Mistake::NoSuchOption(written, Some((number, label))) => {
                let near = [
                    ("written", short(written).into()),
                    ("number", (*number).into()),
                    ("label", label.as_str().into()),
                ];
                words.with("interview-no-such-option-near", &near)
            }
            Mistake::NoSuchNumber { written, least, most } => {
                let parts = [
                    ("written", short(written).into()),
                    ("least", (*least).into()),
                    ("most", (*most).into()),
                ];
                words.with("interview-no-such-number", &parts)
            }
            Mistake::OnlyOne => words.say("interview-only-one"),
            Mistake::TooMany { count, limit } => words.with(
                "interview-too-many",
                &[("count", (*count).into()), ("limit", (*limit).into())],
            ),
            Mistake::Twice(label) => {
                words.with("interview-twice", &[("label", label.as_str().into())])
            }
            Mistake::NoNumber { written, least, most } => {
                let range = [("least", least.as_str().into()), ("most", most.as_str().into())];
                let [least, most] = range;
                words
                    .with("interview-no-number", &[("written", short(written).into()), least, most])
            }
            Mistake::NotWhole(written) => {
                words.with("interview-not-whole", &[("written", short(written).into())])
            }
            Mistake::NumberUnclear { written, why, meant } => {
                let meant = meant.as_deref().unwrap_or("none");
                let parts = [
                    ("written", short(written).into()),
                    ("why", why.name().into()),
                    ("meant", meant.into()),
                ];
                words.with("interview-number-unclear", &parts)
            }
            Mistake::NotYesOrNo => words.say("interview-not-yes-or-no"),
            Mistake::TooLong { count, max } => words
                .with("interview-too-long", &[("count", (*count).into()), ("max", (*max).into())]),
            Mistake::NoText(written) => {
                words.with("interview-no-text", &[("written", short(written).into())])
            }
        }
    }
}

/// What was written, as far as it is worth repeating.
pub(crate) fn short(written: &str) -> String {
    const MAX_LENGTH: usize = 40;
    match written.chars().count() > MAX_LENGTH {
        true => format!("{}…", written.chars().take(MAX_LENGTH).collect::<String>().trim_end()),
        false => written.to_owned(),
    }
}
