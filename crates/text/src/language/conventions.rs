//! How a language writes numbers, dates, lists and quotations: `locales/*/language.ftl`.

use std::sync::OnceLock;

use jiff::civil::Date;

use super::Language;
use super::messages::{Argument, around, message};
use crate::decimal::whole;

/// What every number needs, read once.
struct Conventions {
    decimal_mark: char,
    group_mark: char,
    /// What stands before and behind the number of a percentage.
    percent: (String, String),
    quotes: (String, String),
    /// Between the last two items of a list.
    and: String,
    /// Counts in words, from none up.
    colon: String,
    counts: Vec<String>,
}

static CONVENTIONS: [OnceLock<Conventions>; Language::ALL.len()] =
    [const { OnceLock::new() }; Language::ALL.len()];

impl Conventions {
    fn of(language: Language) -> Self {
        let say = |id| message(language, id, &[]);
        let mark = |id| say(id).chars().next().unwrap_or('.');
        Conventions {
            decimal_mark: mark("language-decimal-mark"),
            group_mark: mark("language-group-mark"),
            percent: around(language, "language-percent", "number", &[]),
            quotes: around(language, "language-quoted", "text", &[]),
            and: format!(" {} ", say("language-and")),
            colon: say("language-colon"),
            counts: say("language-counts").split_whitespace().map(str::to_owned).collect(),
        }
    }
}

impl Language {
    fn conventions(self) -> &'static Conventions {
        CONVENTIONS[usize::from(self.0)].get_or_init(|| Conventions::of(self))
    }

    /// What the language calls itself.
    pub fn name(self) -> String {
        message(self, "language-name", &[])
    }

    /// Writes a number with at most two decimals: `9400` is `9.400` in German and `9,400` in
    /// English.
    pub fn number(self, value: f64) -> String {
        if let Some(whole) = whole(value) {
            return self.grouped(whole < 0, &whole.unsigned_abs().to_string(), "");
        }
        let fixed = self.decimal(value, 2);
        let Some(decimal_mark) = fixed.rfind(self.decimal_mark()) else { return fixed };
        let decimals = fixed[decimal_mark + 1..].trim_end_matches('0');
        match decimals {
            "" => fixed[..decimal_mark].to_owned(),
            _ => fixed[..decimal_mark + 1 + decimals.len()].to_owned(),
        }
    }

    /// Writes a number with exactly `digits` decimals.
    pub fn decimal(self, value: f64, digits: usize) -> String {
        let plain = format!("{:.*}", digits, value.abs());
        let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
        let is_negative = value < 0.0 && plain.bytes().any(|digit| (b'1'..=b'9').contains(&digit));
        self.grouped(is_negative, whole, decimals)
    }

    /// The digits with the marks that group them.
    fn grouped(self, is_negative: bool, whole: &str, decimals: &str) -> String {
        let mut written = String::with_capacity(2 * whole.len() + decimals.len());
        if is_negative {
            written.push('−');
        }
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                written.push(self.group_mark());
            }
            written.push(digit);
        }
        if !decimals.is_empty() {
            written.push(self.decimal_mark());
            written.push_str(decimals);
        }
        written
    }

    /// Writes a share of 0..1 as a whole percentage, `0.6` as `60 %`.
    pub fn percent(self, share: f64) -> String {
        self.percentage(&self.decimal(share * 100.0, 0))
    }

    /// A number that is written already, as a percentage: `60 %`.
    pub fn percentage(self, number: &str) -> String {
        let (before, behind) = &self.conventions().percent;
        format!("{before}{number}{behind}")
    }

    /// Writes a date: `22.11.2026` in German (DIN 5008), `22 November 2026` in English.
    pub fn date(self, date: Date) -> String {
        self.calendar("language-date", date)
    }

    /// Writes a month: `11.2026` in German, `11/2026` in English. The day does not matter.
    pub fn month(self, date: Date) -> String {
        self.calendar("language-month", date)
    }

    fn calendar(self, id: &str, date: Date) -> String {
        let month = usize::try_from(date.month()).unwrap_or_default();
        let parts: [(&str, Argument); 5] = [
            ("day", date.day().to_string().into()),
            ("two-digit-day", format!("{:02}", date.day()).into()),
            ("month", month.into()),
            ("two-digit-month", format!("{:02}", date.month()).into()),
            ("year", date.year().to_string().into()),
        ];
        message(self, id, &parts)
    }

    /// Joins items as a sentence does: `a, b und c`.
    pub fn list<S: AsRef<str>>(self, items: &[S]) -> String {
        let and = &self.conventions().and;
        let length = items.iter().map(|item| item.as_ref().len() + and.len()).sum();
        let mut joined = String::with_capacity(length);
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                joined.push_str(if index + 1 == items.len() { and } else { ", " });
            }
            joined.push_str(item.as_ref());
        }
        joined
    }

    /// The text in the language's quotation marks.
    pub fn quoted(self, text: &str) -> String {
        let (before, behind) = &self.conventions().quotes;
        format!("{before}{text}{behind}")
    }

    /// Writes a count in running text: as a word up to twelve, in digits beyond.
    pub fn count(self, count: usize) -> String {
        let word = self.conventions().counts.get(count);
        word.map_or_else(|| self.number(count as f64), Clone::clone)
    }

    /// What stands between a label and what is said of it: a colon, with a blank before it where the
    /// language has one.
    pub fn colon(self) -> &'static str {
        &self.conventions().colon
    }

    /// What separates decimals.
    pub fn decimal_mark(self) -> char {
        self.conventions().decimal_mark
    }

    fn group_mark(self) -> char {
        self.conventions().group_mark
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DE: Language = Language::named("de").unwrap();
    const EN: Language = Language::named("en").unwrap();

    #[test]
    fn numbers_follow_the_language() {
        let written = |value| [DE.number(value), EN.number(value)];
        assert_eq!(written(9400.0), ["9.400", "9,400"]);
        assert_eq!(written(1_234_567.5), ["1.234.567,5", "1,234,567.5"]);
        assert_eq!(written(0.76), ["0,76", "0.76"]);
        assert_eq!(written(0.1 + 0.2), ["0,3", "0.3"]);
        assert_eq!(written(-2.0), ["−2", "−2"]);
        assert_eq!(written(-0.001), ["0", "0"]);
    }

    #[test]
    fn lists_read_as_sentences_do() {
        assert_eq!(DE.list(&["a", "b", "c"]), "a, b und c");
        assert_eq!(EN.list(&["a", "b"]), "a and b");
        assert_eq!(DE.list::<&str>(&[]), "");
    }

    #[test]
    fn dates_follow_the_language() {
        let date = jiff::civil::date(2026, 3, 9);
        assert_eq!(DE.date(date), "09.03.2026");
        assert_eq!(EN.date(date), "9 March 2026");
    }
}
