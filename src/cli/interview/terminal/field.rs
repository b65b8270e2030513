//! The line that is being typed, and what of it has to be written anew on the screen after a key:
//! the rest of the line from the first letter that differs, so that a screen reader has nothing
//! else to read out.

use std::fmt::Write;

use unicode_width::UnicodeWidthChar;

use super::keys::Key;
use crate::cli::interview::line::MAX_LETTERS;

/// What is typed so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Field {
    letters: Vec<char>,
    cursor: usize,
}

impl Field {
    pub fn text(&self) -> String {
        self.letters.iter().collect()
    }

    pub fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }

    /// Puts a letter in. One too many is kept so that the line is refused: it must not be shortened
    /// silently.
    pub fn insert(&mut self, letter: char) {
        if self.letters.len() <= MAX_LETTERS {
            self.letters.insert(self.cursor, letter);
            self.cursor += 1;
        }
    }

    /// What other keys do to the line.
    pub fn edit(&mut self, key: Key) {
        let (cursor, end) = (self.cursor, self.letters.len());
        match key {
            Key::Left => self.cursor = self.before(cursor),
            Key::Right => self.cursor = self.after(cursor),
            Key::WordLeft => self.cursor = self.word_before(cursor),
            Key::WordRight => self.cursor = self.word_after(cursor),
            Key::Home => self.cursor = 0,
            Key::End => self.cursor = end,
            Key::Backspace => self.delete(self.before(cursor), cursor),
            Key::Delete | Key::EndOfInput => self.delete(cursor, self.after(cursor)),
            Key::DeleteWordBefore => self.delete(self.word_before(cursor), cursor),
            Key::DeleteWordAfter => self.delete(cursor, self.word_after(cursor)),
            Key::DeleteToStart => self.delete(0, cursor),
            Key::DeleteToEnd => self.delete(cursor, end),
            Key::Letter(letter) => self.insert(letter),
            Key::Enter | Key::PasteBegin | Key::PasteEnd | Key::Interrupt | Key::Suspend => {}
        }
    }

    fn delete(&mut self, from: usize, to: usize) {
        self.letters.drain(from..to);
        self.cursor = from;
    }

    /// Where the letter before begins: marks upon it belong to it.
    fn before(&self, index: usize) -> usize {
        self.letters[..index].iter().rposition(|letter| width(*letter) > 0).unwrap_or(0)
    }

    fn after(&self, index: usize) -> usize {
        let rest = self.letters.iter().enumerate().skip(index + 1);
        rest.clone()
            .find(|(_, letter)| width(**letter) > 0)
            .map_or(self.letters.len(), |(index, _)| index)
    }

    fn word_before(&self, index: usize) -> usize {
        let is_letter = |index: &usize| self.letters[*index].is_alphanumeric();
        let end = (0..index).rev().find(is_letter).unwrap_or(0);
        (0..end).rev().find(|index| !is_letter(index)).map_or(0, |index| index + 1)
    }

    fn word_after(&self, index: usize) -> usize {
        let (end, is_letter) =
            (self.letters.len(), |index: &usize| self.letters[*index].is_alphanumeric());
        let begin = (index..end).find(is_letter).unwrap_or(end);
        (begin..end).find(|index| !is_letter(index)).unwrap_or(end)
    }
}

/// The line on the screen, which is so wide.
#[derive(Debug)]
pub(super) struct Screen {
    columns: usize,
    /// The column in which the line begins, behind the prompt.
    start: usize,
    shown: Field,
}

impl Screen {
    /// An empty line behind a prompt of this width.
    pub fn new(columns: usize, prompt: usize) -> Self {
        Screen { columns, start: prompt % columns, shown: Field::default() }
    }

    pub fn columns(&self) -> usize {
        self.columns
    }

    /// What to write so that the line stands there, and the cursor in it.
    pub fn show(&mut self, field: &Field) -> String {
        let pairs = self.shown.letters.iter().zip(&field.letters);
        let same = pairs.take_while(|(shown, letter)| shown == letter).count();
        let is_same = same == self.shown.letters.len() && same == field.letters.len();
        let mut out = String::new();
        let mut at = self.cell(&self.shown.letters[..self.shown.cursor]);
        if !is_same {
            // A mark is written together with the letter that it stands upon.
            let is_base = |letter: Option<&char>| letter.is_none_or(|letter| width(*letter) > 0);
            let split = |from: &usize| {
                is_base(field.letters.get(*from)) && is_base(self.shown.letters.get(*from))
            };
            let from = (0..=same).rev().find(split).unwrap_or(0);
            let rest = &field.letters[from..];
            go(&mut out, at, self.cell(&field.letters[..from]));
            out.extend(rest);
            at = self.cell(&field.letters);
            // At the right edge, the terminal waits for another letter before it goes on to the
            // next row.
            if at.1 == 0 && !rest.is_empty() {
                out.push_str("\r\n");
            }
            if self.cell(&self.shown.letters) > at {
                out.push_str("\x1b[J");
            }
        }
        go(&mut out, at, self.cell(&field.letters[..field.cursor]));
        self.shown.clone_from(field);
        out
    }

    /// Row and column behind these letters.
    fn cell(&self, letters: &[char]) -> (usize, usize) {
        letters.iter().fold((0, self.start), |(row, column), letter| {
            let (row, column) =
                if column + width(*letter) > self.columns { (row + 1, 0) } else { (row, column) };
            match column + width(*letter) {
                column if column >= self.columns => (row + 1, 0),
                column => (row, column),
            }
        })
    }
}

/// Moves the cursor from one row and column to another.
fn go(out: &mut String, (from_row, from_column): (usize, usize), (row, column): (usize, usize)) {
    // Writing into a string cannot fail.
    let mut step = |count: usize, letter: char| {
        let _ = if count > 0 { write!(out, "\x1b[{count}{letter}") } else { Ok(()) };
    };
    step(from_row.saturating_sub(row), 'A');
    step(row.saturating_sub(from_row), 'B');
    step(from_column.saturating_sub(column), 'D');
    step(column.saturating_sub(from_column), 'C');
}

fn width(letter: char) -> usize {
    letter.width().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(keys: &[Key]) -> Field {
        let mut field = Field::default();
        keys.iter().for_each(|key| field.edit(*key));
        field
    }

    fn letters(text: &str) -> Vec<Key> {
        text.chars().map(Key::Letter).collect()
    }

    #[test]
    fn keys_change_the_line() {
        let keys = |text: &str, keys: &[Key]| {
            typed(&[letters(text), keys.to_vec(), letters("|")].concat()).text()
        };
        for (text, pressed, line) in [
            (
                "Auetla",
                &[Key::Left, Key::Left, Key::Delete, Key::End, Key::Letter('l')][..],
                "Auetal|",
            ),
            ("uetal", &[Key::Home, Key::Letter('A'), Key::Right], "Au|etal"),
            ("Bad am See", &[Key::WordLeft, Key::WordLeft], "Bad |am See"),
            ("Bad am See", &[Key::Home, Key::WordRight, Key::WordRight], "Bad am| See"),
            ("Bad am  See", &[Key::DeleteWordBefore, Key::DeleteWordBefore], "Bad |"),
            ("Bad am See", &[Key::Home, Key::DeleteWordAfter], "| am See"),
            ("Bad am See", &[Key::WordLeft, Key::DeleteToEnd], "Bad am |"),
            ("Bad am See", &[Key::WordLeft, Key::DeleteToStart], "|See"),
            ("u\u{308}x", &[Key::Left, Key::Left, Key::Right, Key::Backspace], "|x"),
            (
                "",
                &[
                    Key::Left,
                    Key::Right,
                    Key::Backspace,
                    Key::Delete,
                    Key::WordLeft,
                    Key::WordRight,
                ],
                "|",
            ),
            (
                "  ",
                &[Key::WordLeft, Key::WordRight, Key::DeleteWordBefore, Key::DeleteWordAfter],
                "|",
            ),
        ] {
            assert_eq!(keys(text, pressed), line, "{text}");
        }
    }

    #[test]
    fn a_line_that_is_too_long_stays_too_long() {
        let field = typed(&letters(&"x".repeat(MAX_LETTERS + 100)));
        assert_eq!(field.text().len(), MAX_LETTERS + 1);
    }

    #[test]
    fn only_what_differs_is_written() {
        let mut screen = Screen::new(10, 4);
        let mut field = typed(&letters("Auetl"));
        assert_eq!(screen.show(&field), "Auetl");
        assert_eq!(screen.show(&field), "");
        field.edit(Key::Left);
        assert_eq!(screen.show(&field), "\x1b[1D");
        // To the edge, where a new row begins.
        field.edit(Key::Letter('a'));
        assert_eq!(screen.show(&field), "al\r\n\x1b[1A\x1b[9C");
        field.edit(Key::Letter('x'));
        assert_eq!(screen.show(&field), "xl\x1b[1D");
        field.edit(Key::Backspace);
        field.edit(Key::Home);
        assert_eq!(screen.show(&field), "\x1b[1A\x1b[9Cl\r\n\x1b[J\x1b[1A\x1b[4C");
    }
}
