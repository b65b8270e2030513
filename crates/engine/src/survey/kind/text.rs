//! A line of text, such as a name.

use super::{Control, Definition, Kind};
use crate::survey::answer::Answer;
use crate::survey::raw::{Fault, Raw, Wrong};
use dteam_text::diagnostic::Found;
use dteam_text::language::{composed, is_printable};

/// The maximum length of a text, in characters.
pub const MAX_TEXT: usize = 300;

pub(super) const DEFINITION: Definition =
    Definition { name: "text", needs: &[], may: &[], load: |_, _| Some(Box::new(Text)) };

#[derive(Debug)]
struct Text;

impl Kind for Text {
    fn name(&self) -> &'static str {
        DEFINITION.name
    }

    fn control(&self) -> Control<'_> {
        Control::Line
    }

    fn parse(&self, raw: &Raw<'_>) -> Result<Answer, Fault> {
        let written = raw.written().filter(|_| matches!(raw.found(), Found::Text));
        let line = printable(&written.ok_or(Wrong::NotText)?);
        // There are at most as many characters as bytes.
        let length = if line.len() > MAX_TEXT { line.chars().count() } else { 0 };
        match length > MAX_TEXT {
            true => Err(Wrong::TooLong(length).into()),
            false if line.is_empty() => Err(Wrong::NotText.into()),
            false => Ok(Answer::Text(line.into())),
        }
    }
}

/// The text on one line, its letters composed, without what could disturb a terminal or page.
pub fn printable(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for (index, word) in text.split_whitespace().enumerate() {
        if index > 0 {
            line.push(' ');
        }
        line.extend(word.chars().filter(|letter| is_printable(*letter)));
    }
    composed(line.into()).into_owned()
}
