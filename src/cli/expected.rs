//! What is expected where a value cannot be read, as a message to be said in any language.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use dteam::Language;
use dteam_text::language::messages::{Argument, message};

/// Why a value is refused: what is expected in its place.
#[derive(Debug, Clone)]
pub(super) struct Expected {
    id: &'static str,
    range: Option<(String, String)>,
}

impl Expected {
    pub const fn new(id: &'static str) -> Self {
        Expected { id, range: None }
    }

    pub fn said(&self, language: Language) -> String {
        let Some((from, to)) = &self.range else { return message(language, self.id, &[]) };
        let range = [("from", Argument::from(from.as_str())), ("to", to.as_str().into())];
        message(language, self.id, &range)
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.said(Language::default()))
    }
}

impl std::error::Error for Expected {}

/// Reads a whole number in this range.
pub(super) fn whole<T>(
    range: RangeInclusive<T>,
) -> impl Fn(&str) -> Result<T, Expected> + Clone + Send + Sync + 'static
where
    T: FromStr + PartialOrd + ToString + Clone + Send + Sync + 'static,
{
    move |text| {
        let number = text.parse().ok().filter(|number| range.contains(number));
        number.ok_or_else(|| Expected {
            id: "cli-expected-whole",
            range: Some((range.start().to_string(), range.end().to_string())),
        })
    }
}

/// Reads a number of things.
pub(super) fn count(text: &str) -> Result<usize, Expected> {
    text.parse().map_err(|_| Expected::new("cli-expected-count"))
}
