//! From an offset in a scalar's text back to the offset in the file, through quotes, escapes, folding
//! and indentation.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

/// The byte offset in `source` of the character at byte `offset` of `text`, the decoded form of the
/// scalar at `span`.
///
/// Decoding changes blanks (folding, indentation), quotes and marks above letters, never the order
/// of the other characters: so these are counted.
pub fn in_file(source: &str, span: &Range<usize>, text: &str, offset: usize) -> usize {
    let offset = text.floor_char_boundary(offset.min(text.len()));
    let before = text[..offset].chars().filter(|letter| !is_passed_over(*letter)).count();
    let written = &source[span.start.min(source.len())..span.end.min(source.len())];
    let mut characters = Written { rest: written, at: span.start, quote: written.chars().next() };
    if matches!(characters.quote, Some('\'' | '"')) {
        characters.skip(1);
    } else {
        characters.quote = None;
    }
    let mut last_end = characters.at;
    let mut seen = 0;
    while let Some((at, width, blank)) = characters.next_character() {
        if blank {
            continue;
        }
        if seen == before {
            return at;
        }
        seen += 1;
        last_end = at + width;
    }
    last_end
}

fn is_passed_over(letter: char) -> bool {
    letter.is_whitespace() || is_combining_mark(letter)
}

/// The characters of a scalar as they stand in the file.
struct Written<'s> {
    rest: &'s str,
    at: usize,
    quote: Option<char>,
}

impl Written<'_> {
    fn skip(&mut self, bytes: usize) {
        let bytes = self.rest.ceil_char_boundary(bytes.min(self.rest.len()));
        self.rest = &self.rest[bytes..];
        self.at += bytes;
    }

    /// Offset and width of the next character as written, and whether it stands for a blank.
    fn next_character(&mut self) -> Option<(usize, usize, bool)> {
        let mut letters = self.rest.chars();
        let first = letters.next()?;
        let second = letters.next();
        let (width, blank) = match (self.quote, first, second) {
            (Some('"'), '\\', Some(escaped)) => {
                let digits = match escaped {
                    'x' => 2,
                    'u' => 4,
                    'U' => 8,
                    _ => 0,
                };
                (
                    1 + escaped.len_utf8() + digits,
                    matches!(escaped, 'n' | 't' | 'r' | ' ' | '\n' | '\t' | '_'),
                )
            }
            (Some('\''), '\'', Some('\'')) => (2, false),
            (Some(quote), letter, _) if letter == quote => return None,
            _ => (first.len_utf8(), is_passed_over(first)),
        };
        let at = self.at;
        self.skip(width);
        Some((at, width, blank))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Diagnostics, SourceFile};
    use crate::yaml::{Value, parse};

    /// The file's text from the offset of `needle` in the value of the only key on.
    fn found<'s>(source: &'s str, needle: &str) -> &'s str {
        let file = SourceFile::new("test", source);
        let mut problems = Diagnostics::new(&file);
        let root = parse(&file, &mut problems).expect("parses");
        let Value::Map(entries) = &root.value else { panic!("no map") };
        let Value::Scalar(scalar) = &entries[0].value.value else { panic!("no scalar") };
        let offset = scalar.text.find(needle).expect("needle is in the text");
        &source[in_file(source, &entries[0].value.span, &scalar.text, offset)..]
    }

    #[test]
    fn offsets_hold_in_every_kind_of_scalar() {
        assert!(found("when: a <= 1 && bcd > 2\n", "bcd").starts_with("bcd > 2"));
        assert!(found("when: 'a == ''x'' && bcd'\n", "bcd").starts_with("bcd'"));
        assert!(found("when: \"a == \\\"x\\\" && bcd\"\n", "bcd").starts_with("bcd\""));
        assert!(found("when: \"a\\n bcd\"\n", "bcd").starts_with("bcd\""));
        assert!(found("when: |\n  a &&\n    bcd\n  || c\n", "bcd").starts_with("bcd\n"));
        assert!(found("when: >-\n  a &&\n\n  bcd\n", "bcd").starts_with("bcd\n"));
        assert!(found("when: a &&\n  bcd\n", "bcd").starts_with("bcd\n"));
        assert!(found("when: \"ä\\u00fc bcd\"\n", "bcd").starts_with("bcd\""));
    }
}
