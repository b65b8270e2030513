//! Texts of others on paper: every sign has a glyph, no word is too long for a line, and a name
//! from right to left stays by itself.

use serde_json::Value as Json;
use typst::text::Font;
use unicode_width::UnicodeWidthChar;

use super::world::FONTS;
use crate::html::clean;

/// What stands for a sign that no font here has.
const MISSING: char = '\u{fffd}';

/// Longer words are cut, unless hyphens divide them before: no word of the language comes near.
const MAX_LENGTH: usize = 40;

/// The number of letters that stay together in a word that is cut.
const PIECE: usize = 12;

/// Around a name that is set apart from the direction of the words beside it.
const APART: [char; 2] = ['\u{2068}', '\u{2069}'];

/// What is true of all texts of one report.
pub(super) struct Letters {
    /// The municipality's name, where it could be written from right to left.
    name: Option<String>,
    /// Whether a sign had to be replaced.
    pub replaced: bool,
}

impl Letters {
    pub fn new(name: Option<&str>) -> Self {
        let name = name.map(clean).filter(|name| name.chars().any(is_from_right));
        Letters { name: name.filter(|name| !name.trim().is_empty()), replaced: false }
    }

    /// Makes every text in `value` one that can be printed. Pictures stay as they are.
    pub fn settle(&mut self, value: &mut Json) {
        match value {
            Json::String(text) => *text = self.printable(text),
            Json::Array(values) => values.iter_mut().for_each(|value| self.settle(value)),
            Json::Object(fields) => fields
                .iter_mut()
                .filter(|(key, _)| *key != "svg")
                .for_each(|(_, value)| self.settle(value)),
            Json::Null | Json::Bool(_) | Json::Number(_) => {}
        }
    }

    fn printable(&mut self, text: &str) -> String {
        let text = cut(&self.with_glyphs(&clean(text)));
        match &self.name {
            Some(name) => text.replace(name.as_str(), &format!("{}{name}{}", APART[0], APART[1])),
            None => text,
        }
    }

    /// The text, each letter with the marks on it in a font that has them all.
    fn with_glyphs(&mut self, text: &str) -> String {
        let mut written = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let marks = rest[first.len_utf8()..].find(|letter: char| letter.width() != Some(0));
            let (cluster, after) =
                rest.split_at(marks.map_or(rest.len(), |marks| first.len_utf8() + marks));
            if FONTS.iter().any(|font| covers(font, cluster)) {
                written.push_str(cluster);
            } else {
                self.replaced = true;
                written.push(MISSING);
            }
            rest = after;
        }
        written
    }
}

fn covers(font: &Font, cluster: &str) -> bool {
    cluster.chars().all(|letter| font.info().coverage.contains(u32::from(letter)))
}

/// Hebrew, Arabic and their neighbours.
fn is_from_right(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Words that no line has room for, with points at which a line may end.
fn cut(text: &str) -> String {
    let words = text.split(' ').map(|word| {
        let letters: Vec<char> = word.chars().collect();
        match letters.len() > MAX_LENGTH {
            true => letters
                .chunks(PIECE)
                .map(|piece| piece.iter().collect())
                .collect::<Vec<String>>()
                .join("\u{200b}"),
            false => word.to_owned(),
        }
    });
    words.collect::<Vec<_>>().join(" ")
}
