//! The languages of human texts.

use std::borrow::Cow;
use std::fmt;
use std::hash::Hash;

use jiff::civil::Date;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use unicode_normalization::{UnicodeNormalization, is_nfc};

mod conventions;
pub mod figure;
pub mod messages;
mod slug;
pub mod yes_or_no;

pub use figure::Unclear;
pub use slug::slug;

/// A language the program speaks: one of the folders in `locales/`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(u8);

/// A language's folder, as `build.rs` found it.
struct Locale {
    /// Its BCP 47 tag, the folder's name.
    tag: &'static str,
    /// The index of the language that stands in for what this one lacks.
    fallback: Option<u8>,
    /// By their paths within the folder.
    files: &'static [(&'static str, &'static str)],
    /// The ids of all messages in order, each with the index of its file.
    messages: &'static [(&'static str, usize)],
}

static LOCALES: &[Locale] = include!(concat!(env!("OUT_DIR"), "/locales.rs"));

impl Language {
    /// Every language, ordered by tag.
    pub const ALL: [Language; LOCALES.len()] = {
        let mut all = [Language(0); LOCALES.len()];
        let mut index = 0;
        while index < all.len() {
            all[index] = Language(index as u8);
            index += 1;
        }
        all
    };

    /// The language with this tag, such as `de`, if the program speaks it.
    pub const fn named(tag: &str) -> Option<Language> {
        let mut index = 0;
        while index < LOCALES.len() {
            if is_same(LOCALES[index].tag.as_bytes(), tag.as_bytes()) {
                return Some(Language::ALL[index]);
            }
            index += 1;
        }
        None
    }

    /// The language's BCP 47 tag, such as `de`.
    pub fn code(self) -> &'static str {
        self.locale().tag
    }

    /// This language, the one that stands in for what it lacks, the one that stands in for that, and
    /// so on.
    pub fn fallbacks(self) -> impl Iterator<Item = Language> {
        std::iter::successors(Some(self), |language| language.locale().fallback.map(Language))
    }

    /// A file of the language's folder, or of one that stands in for it.
    pub fn file(self, name: &str) -> Option<&'static str> {
        self.fallbacks().find_map(|language| {
            let (_, text) = language.locale().files.iter().find(|(found, _)| *found == name)?;
            Some(*text)
        })
    }

    fn locale(self) -> &'static Locale {
        &LOCALES[usize::from(self.0)]
    }
}

const fn is_same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let mut index = 0;
    while index < one.len() {
        if one[index] != other[index] {
            return false;
        }
        index += 1;
    }
    true
}

/// The language that has all texts: it falls back on no other.
impl Default for Language {
    fn default() -> Self {
        let root = Language::ALL.into_iter().find(|language| language.locale().fallback.is_none());
        root.unwrap_or(Language(0))
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// By its tag; an error where the program does not speak it.
impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tag = Cow::<str>::deserialize(deserializer)?;
        let unknown = || D::Error::custom(format!("the program does not speak `{tag}`"));
        Language::named(&tag).ok_or_else(unknown)
    }
}

/// A date as `YYYY-MM-DD` (ISO 8601), from the year 1 on, and nothing else that a date could be
/// written as.
pub fn date(text: &str) -> Option<Date> {
    let written_so = text.len() == 10
        && text.bytes().enumerate().all(|(index, byte)| match index {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let date: Date = written_so.then(|| text.parse().ok()).flatten()?;
    (date.year() > 0).then_some(date)
}

/// The first day of a date as far as it is known: a year, a month or a day (ISO 8601).
pub fn first_day(text: &str) -> Option<Date> {
    let rest = match text.len() {
        4 => "-01-01",
        7 => "-01",
        _ => "",
    };
    date(&format!("{text}{rest}"))
}

/// One human text in the languages of a study, at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Localized<T = String>(Vec<(Language, T)>);

impl<T> Localized<T> {
    /// A text in one language.
    pub fn one(language: Language, text: T) -> Self {
        Localized(vec![(language, text)])
    }

    /// A text in these languages; `None` without any.
    pub fn of(texts: Vec<(Language, T)>) -> Option<Self> {
        (!texts.is_empty()).then_some(Localized(texts))
    }

    /// The text in the language, or in the one that stands in for it: see [`Language::fallbacks`];
    /// after these, the first there is.
    pub fn get(&self, language: Language) -> &T {
        let found = |language| self.0.iter().find(|(written, _)| *written == language);
        let (_, text) = language.fallbacks().find_map(found).unwrap_or(&self.0[0]);
        text
    }

    /// The text in every language that it is written in.
    pub fn all(&self) -> impl Iterator<Item = &T> {
        self.0.iter().map(|(_, text)| text)
    }

    /// What `make` makes of the text in each of its languages.
    pub fn map<U>(&self, mut make: impl FnMut(Language, &T) -> U) -> Localized<U> {
        Localized(self.each().map(|(language, text)| (language, make(language, text))).collect())
    }

    /// What `make` makes of the text in every language; `None` if it fails in any.
    pub fn try_map<U>(self, mut make: impl FnMut(T) -> Option<U>) -> Option<Localized<U>> {
        // All are made: what is wrong with the others is worth knowing too.
        let made: Vec<_> =
            self.0.into_iter().map(|(language, text)| (language, make(text))).collect();
        let whole = made.into_iter().map(|(language, text)| Some((language, text?)));
        whole.collect::<Option<_>>().map(Localized)
    }

    /// Each language that it is written in, with the text.
    pub fn each(&self) -> impl Iterator<Item = (Language, &T)> {
        self.0.iter().map(|(language, text)| (*language, text))
    }

    /// The same, to be changed.
    pub fn each_mut(&mut self) -> impl Iterator<Item = (Language, &mut T)> {
        self.0.iter_mut().map(|(language, text)| (*language, text))
    }
}

/// Something for each language that the program speaks: what is worked out of texts and kept.
#[derive(Debug, Default)]
pub struct ByLanguage<T>([T; Language::ALL.len()]);

impl<T> ByLanguage<T> {
    /// What there is for the language.
    pub fn get(&self, language: Language) -> &T {
        &self.0[usize::from(language.0)]
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
    fn what_is_not_printable_is_left_out_of_texts() {
        let dropped = |letter: &char| !letter.is_whitespace() && !is_printable(*letter);
        let all: Vec<char> = ('\0'..=char::MAX).filter(dropped).collect();
        assert!(all.len() > 60);
        for letter in all {
            assert_eq!(printable(format!("ä{letter}b")), "äb", "{letter:?}");
        }
        assert_eq!(printable("„§ 3“ –\u{a0}\n".to_owned()), "„§ 3“ –\u{a0}\n");
    }
}
