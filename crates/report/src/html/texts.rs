//! Texts of others, written so that they stay text.

use maud::{Markup, html};

use crate::document::Document;
use dteam_text::language::{Language, is_printable};

/// What all texts of a document have in common.
pub(super) struct Texts {
    pub language: Language,
    /// The municipality's name: it may be written from right to left.
    name: Option<String>,
}

impl Texts {
    pub fn of(document: &Document) -> Self {
        let name = document.name.as_deref().map(clean).filter(|name| !name.trim().is_empty());
        Texts { language: document.language, name }
    }

    /// A text, the municipality's name in it set apart: a name from right to left would pull the
    /// words beside it along.
    pub fn text(&self, text: &str) -> Markup {
        let text = clean(text);
        let Some(name) = &self.name else { return html! { (text) } };
        let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        // Where the name stands as a word of its own.
        let starts = text.match_indices(name.as_str()).map(|(start, _)| start).filter(|start| {
            let (before, after) = (&text[..*start], &text[*start + name.len()..]);
            !is_word(before.chars().next_back()) && !is_word(after.chars().next())
        });
        let mut written = 0;
        let mut parts = Vec::new();
        for start in starts {
            parts.push((&text[written..start], Some(name)));
            written = start + name.len();
        }
        parts.push((&text[written..], None));
        html! {
            @for (before, name) in parts {
                (before)
                @if let Some(name) = name { bdi { (name) } }
            }
        }
    }
}

/// Text without control characters and marks that turn the direction of writing; a line break is a
/// blank, and no line ends before a percent sign.
pub fn clean(text: &str) -> String {
    let text = text.replace(" %", "\u{a0}%");
    text.chars()
        .filter_map(|letter| match letter {
            letter if letter.is_whitespace() && letter != '\u{a0}' => Some(' '),
            letter => is_printable(letter).then_some(letter),
        })
        .collect()
}
