//! Why an entry is no answer, in words.

use super::words::Words;
use crate::interview::{MAX_LINE, Mistake};

impl Words {
    /// Why what was entered is no answer.
    pub fn mistake(self, mistake: &Mistake) -> String {
        match mistake {
            Mistake::NotUtf8 => self.say("interview-not-utf8"),
            Mistake::Control => self.say("interview-control"),
            Mistake::LineTooLong => {
                self.with("interview-line-too-long", &[("max", self.0.number(MAX_LINE as f64).into())])
            }
            Mistake::NoKey(written) => self.with("interview-no-key", &[("written", short(written).into())]),
            Mistake::NoSuchOption(written, None) => {
                self.with("interview-no-such-option", &[("written", short(written).into())])
            }
            Mistake::NoSuchOption(written, Some((number, label))) => {
                let near = [
                    ("written", short(written).into()),
                    ("number", (*number).into()),
                    ("label", label.as_str().into()),
                ];
                self.with("interview-no-such-option-near", &near)
            }
            Mistake::NoSuchNumber { written, least, most } => {
                let parts = [("written", short(written).into()), ("least", (*least).into()), ("most", (*most).into())];
                self.with("interview-no-such-number", &parts)
            }
            Mistake::OnlyOne => self.say("interview-only-one"),
            Mistake::TooMany { count, limit } => {
                self.with("interview-too-many", &[("count", (*count).into()), ("limit", (*limit).into())])
            }
            Mistake::Twice(label) => self.with("interview-twice", &[("label", label.as_str().into())]),
            Mistake::NoNumber { written, least, most } => {
                let range = [("least", least.as_str().into()), ("most", most.as_str().into())];
                let [least, most] = range;
                self.with("interview-no-number", &[("written", short(written).into()), least, most])
            }
            Mistake::NotWhole(written) => self.with("interview-not-whole", &[("written", short(written).into())]),
            Mistake::NumberUnclear { written, why, meant } => {
                let meant = meant.as_deref().unwrap_or("none");
                let parts = [("written", short(written).into()), ("why", why.name().into()), ("meant", meant.into())];
                self.with("interview-number-unclear", &parts)
            }
            Mistake::NotYesOrNo => self.say("interview-not-yes-or-no"),
            Mistake::TooLong { count, max } => {
                self.with("interview-too-long", &[("count", (*count).into()), ("max", (*max).into())])
            }
            Mistake::NoText(written) => self.with("interview-no-text", &[("written", short(written).into())]),
        }
    }
}

/// What was written, as far as it is worth repeating.
pub(super) fn short(written: &str) -> String {
    const LONGEST: usize = 40;
    match written.chars().count() > LONGEST {
        true => format!("{}…", written.chars().take(LONGEST).collect::<String>().trim_end()),
        false => written.to_owned(),
    }
}
