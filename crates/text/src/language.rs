//! The two languages of every human text, and how each writes numbers, dates and lists.

use std::borrow::Cow;
use std::hash::Hash;

use jiff::civil::Date;
use serde::Serialize;
use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::decimal::whole;

pub mod figure;
pub mod messages;
mod slug;

pub use figure::Unclear;
pub use slug::slug;

/// A language the advice can be given in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// German, the default.
    #[default]
    De,
    /// English.
    En,
}

impl Language {
    /// Every language, in the order in which texts are checked.
    pub const ALL: [Language; 2] = [Language::De, Language::En];

    /// The language's ISO 639-1 code.
    pub fn code(self) -> &'static str {
        match self {
            Language::De => "de",
            Language::En => "en",
        }
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
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place).is_multiple_of(3) {
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
        let figure = self.decimal(share * 100.0, 0);
        match self {
            Language::De => format!("{figure} %"),
            Language::En => format!("{figure}%"),
        }
    }

    /// Writes a date: `22.11.2026` in German (DIN 5008), `22 November 2026` in English.
    pub fn date(self, date: Date) -> String {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        match self {
            Language::De => format!("{:02}.{:02}.{}", date.day(), date.month(), date.year()),
            Language::En => {
                format!("{} {} {}", date.day(), MONTHS[date.month() as usize - 1], date.year())
            }
        }
    }

    /// Joins items as a sentence does: `a, b und c`.
    pub fn list<S: AsRef<str>>(self, items: &[S]) -> String {
        let and = match self {
            Language::De => " und ",
            Language::En => " and ",
        };
        let length = items.iter().map(|item| item.as_ref().len() + and.len()).sum();
        let mut joined = String::with_capacity(length);
        for (place, item) in items.iter().enumerate() {
            if place > 0 {
                joined.push_str(if place + 1 == items.len() { and } else { ", " });
            }
            joined.push_str(item.as_ref());
        }
        joined
    }

    /// The text in the language's quotation marks.
    pub fn quoted(self, text: &str) -> String {
        match self {
            Language::De => format!("„{text}“"),
            Language::En => format!("“{text}”"),
        }
    }

    /// Writes a count in running text: as a word up to twelve, in digits beyond.
    pub fn count(self, count: usize) -> String {
        const DE: [&str; 13] = [
            "keine", "eine", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun",
            "zehn", "elf", "zwölf",
        ];
        const EN: [&str; 13] = [
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve",
        ];
        let words = match self {
            Language::De => &DE,
            Language::En => &EN,
        };
        words.get(count).map_or_else(|| self.number(count as f64), |word| (*word).to_owned())
    }

    /// What separates decimals.
    pub fn decimal_mark(self) -> char {
        match self {
            Language::De => ',',
            Language::En => '.',
        }
    }

    fn group_mark(self) -> char {
        match self {
            Language::De => '.',
            Language::En => ',',
        }
    }
}

/// A date as `YYYY-MM-DD` (ISO 8601), from the year 1 on, and nothing else that a date could be
/// written as.
pub fn date(text: &str) -> Option<Date> {
    let written_so = text.len() == 10
        && text.bytes().enumerate().all(|(place, byte)| match place {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let date: Date = written_so.then(|| text.parse().ok()).flatten()?;
    (date.year() > 0).then_some(date)
}

/// One human text in every language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Localized<T = String> {
    /// The German text.
    pub de: T,
    /// The English text.
    pub en: T,
}

impl<T> Localized<T> {
    /// The text in one language.
    pub fn get(&self, language: Language) -> &T {
        match language {
            Language::De => &self.de,
            Language::En => &self.en,
        }
    }
}

/// A text that is given: of its own, or borrowed from what lives for `'c`.
pub trait Text<'c>: From<&'c str> + From<String> + Clone + Eq + Hash + AsRef<str> {}

impl<'c, T: From<&'c str> + From<String> + Clone + Eq + Hash + AsRef<str>> Text<'c> for T {}

/// Whether the text's first letter needs no change to be a capital.
pub fn is_capitalised(text: &str) -> bool {
    text.chars()
        .next()
        .is_none_or(|first| first.is_ascii_uppercase() || first.to_uppercase().eq([first]))
}

/// The text with its first letter as a capital: texts that begin with a filled-in value need it.
pub fn capitalised(text: &str) -> String {
    let Some(first) = text.chars().next() else { return String::new() };
    let mut capitalised = String::with_capacity(text.len() + 2);
    capitalised.extend(first.to_uppercase());
    capitalised.push_str(&text[first.len_utf8()..]);
    capitalised
}

/// Neither control characters nor marks that turn the direction of writing: they would reach the
/// reader's terminal and page.
pub fn is_printable(letter: char) -> bool {
    let turns_direction = matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !letter.is_control() && !turns_direction
}

/// The text with letters and their marks in one: macOS writes `ü` as `u` and two dots.
pub fn composed(text: Cow<'_, str>) -> Cow<'_, str> {
    // Letters below the first mark, U+0300, are composed already: all others begin with a byte that
    // is none of theirs.
    let may_have_marks = text.bytes().fold(false, |found, byte| found | (byte >= 0xcc));
    match may_have_marks && !is_nfc(&text) {
        true => Cow::Owned(text.nfc().collect()),
        false => text,
    }
}

/// What nobody sees: what is not printable, and other letters without a shape.
pub fn is_hidden(letter: char) -> bool {
    let shapeless = matches!(
        letter,
        '\u{61c}' | '\u{200b}' | '\u{2028}' | '\u{2029}' | '\u{2060}' | '\u{feff}'
    );
    shapeless || !is_printable(letter)
}

/// A text of others for a line of ours: what is no letter there, such as a line break, a command to
/// the terminal or a mark that turns the direction of writing, is written out (`\n`, `\u{1b}`).
pub fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '\n' | '\r' | '\t' => escaped.extend(letter.escape_default()),
            letter if is_hidden(letter) => escaped.extend(letter.escape_unicode()),
            letter => escaped.push(letter),
        }
    }
    Cow::Owned(escaped)
}

/// A pack's text without what is neither blank nor printable: it reaches terminals and pages as
/// answers do.
pub fn printable(mut text: String) -> String {
    // All that is not printable begins with one of these bytes; most texts have none of them, and
    // looking at bytes is ten times as quick.
    let is_suspicious = |byte: u8| byte < b' ' || matches!(byte, 0x7f | 0xc2 | 0xe2);
    if text.bytes().fold(false, |found, byte| found | is_suspicious(byte)) {
        text.retain(|letter| letter.is_whitespace() || is_printable(letter));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_the_language() {
        let written = |value| [Language::De.number(value), Language::En.number(value)];
        assert_eq!(written(9400.0), ["9.400", "9,400"]);
        assert_eq!(written(1_234_567.5), ["1.234.567,5", "1,234,567.5"]);
        assert_eq!(written(0.76), ["0,76", "0.76"]);
        assert_eq!(written(0.1 + 0.2), ["0,3", "0.3"]);
        assert_eq!(written(-2.0), ["−2", "−2"]);
        assert_eq!(written(-0.001), ["0", "0"]);
    }

    #[test]
    fn what_is_not_printable_is_left_out_of_texts() {
        let dropped = |letter: &char| !letter.is_whitespace() && !is_printable(*letter);
        let all: Vec<char> = ('\0'..=char::MAX).filter(dropped).collect();
        assert!(all.len() > 60);
        for letter in all {
            assert_eq!(printable(format!("ä{letter}b")), "äb", "{letter:?}");
        }
        assert_eq!(printable("„§ 3“ –\u{a0}\n".to_owned()), "„§ 3“ –\u{a0}\n");
    }

    #[test]
    fn lists_read_as_sentences_do() {
        assert_eq!(Language::De.list(&["a", "b", "c"]), "a, b und c");
        assert_eq!(Language::En.list(&["a", "b"]), "a and b");
        assert_eq!(Language::De.list::<&str>(&[]), "");
    }

    #[test]
    fn dates_follow_the_language() {
        let date = jiff::civil::date(2026, 3, 9);
        assert_eq!(Language::De.date(date), "09.03.2026");
        assert_eq!(Language::En.date(date), "9 March 2026");
    }
}
