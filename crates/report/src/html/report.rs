//! An advice with the words for it, and texts of others written so that they stay text.

use maud::{Markup, html};

use crate::words::Words;
use dteam_engine::advice::{Advice, Comparison};
use dteam_text::language::is_printable;
use dteam_text::language::messages::Argument;

/// The advice and the words for it.
pub(crate) struct Report<'a> {
    pub advice: &'a Advice,
    pub words: Words,
    /// The municipality's name: it may be written from right to left.
    name: Option<String>,
}

impl<'a> Report<'a> {
    pub fn of(advice: &'a Advice) -> Self {
        let name = advice.name.as_deref().map(clean).filter(|name| !name.trim().is_empty());
        Report { advice, words: Words(advice.language), name }
    }

    pub fn say(&self, id: &str) -> Markup {
        self.text(&self.words.say(id))
    }

    pub fn with(&self, id: &str, arguments: &[(&str, Argument)]) -> Markup {
        self.text(&self.words.with(id, arguments))
    }

    /// A text, the municipality's name in it set apart: a name from right to left would pull the
    /// words beside it along.
    pub fn text(&self, text: &str) -> Markup {
        let text = clean(text);
        let Some(name) = &self.name else { return html! { (text) } };
        let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        // The places where the name stands as a word of its own.
        let places = text.match_indices(name.as_str()).map(|(place, _)| place).filter(|place| {
            let (before, after) = (&text[..*place], &text[*place + name.len()..]);
            !is_word(before.chars().next_back()) && !is_word(after.chars().next())
        });
        let mut written = 0;
        let mut parts = Vec::new();
        for place in places {
            parts.push((&text[written..place], Some(name)));
            written = place + name.len();
        }
        parts.push((&text[written..], None));
        html! {
            @for (before, name) in parts {
                (before)
                @if let Some(name) = name { bdi { (name) } }
            }
        }
    }

    /// The values of all types, and of all municipalities, in words: `Bedächtige 17 %, Optimierer
    /// 17,1 %, alle 14,1 %`.
    pub fn values(&self, comparison: &Comparison) -> String {
        let by_type = comparison.by_type.iter().flat_map(|values| values.iter());
        let types = by_type.map(|(kind, value)| {
            format!("{} {}", self.label(kind), self.words.value(comparison, *value))
        });
        let all = comparison.all_value.map(|value| self.all(&self.words.value(comparison, value)));
        types.chain(all).collect::<Vec<_>>().join(", ")
    }

    /// A share of 0..1 as a percentage.
    pub fn percent(&self, share: f64) -> String {
        clean(&self.words.0.percent(share))
    }

    pub fn all(&self, value: &str) -> String {
        self.words.with("all-municipalities", &[("value", value.into())])
    }

    pub fn here(&self, value: &str) -> String {
        self.words.with("here", &[("value", value.into())])
    }

    /// A type's name.
    pub fn label<'t>(&'t self, kind: &'t str) -> &'t str {
        crate::words::type_label(self.advice, kind)
    }

    /// A part of the report with its heading.
    pub fn section(&self, id: &str, heading: &str, content: &Markup) -> Markup {
        html! {
            section id=(id) aria-labelledby={ "h-" (id) } {
                h2 id={ "h-" (id) } { (self.say(heading)) }
                (content)
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
