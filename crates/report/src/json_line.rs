//! Everything, as JSON on one line: a record of newline-delimited JSON.
//!
//! In a batch this takes longer than all else, and most of it goes into asking each letter whether
//! it has to be escaped. So the texts of an advice are asked as a whole, which the processor does
//! sixteen letters at a time, and hardly ever one of them has.

use std::borrow::Cow;
use std::io;

use serde::{Serialize, Serializer};
use serde_json::ser::Formatter;

/// Appends the same data as [`json`](crate::json()) to `line`, without line breaks.
///
/// # Errors
/// As [`serde_json::to_writer`]; none for an advice, which is plain data.
pub fn json_line<T: Serialize>(value: &T, line: &mut Vec<u8>) -> serde_json::Result<()> {
    value.serialize(&mut serde_json::Serializer::with_formatter(line, Quoting))
}

/// A text of an advice that [`json_line`] will write: quicker than others, the same bytes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LineText<'c>(Cow<'c, str>);

impl<'c> From<&'c str> for LineText<'c> {
    fn from(text: &'c str) -> Self {
        LineText(Cow::Borrowed(text))
    }
}

impl From<String> for LineText<'_> {
    fn from(text: String) -> Self {
        LineText(Cow::Owned(text))
    }
}

impl AsRef<str> for LineText<'_> {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Serialize for LineText<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match needs_escaping(self.0.as_bytes()) {
            // No other bytes are serialised: `Quoting` takes these for a text.
            false => serializer.serialize_bytes(self.0.as_bytes()),
            true => serializer.serialize_str(&self.0),
        }
    }
}

fn needs_escaping(text: &[u8]) -> bool {
    let is_special = |byte: &u8| *byte < b' ' || matches!(byte, b'"' | b'\\');
    let (chunks, rest) = text.as_chunks::<16>();
    // Without a way out in between, the processor asks a whole chunk at once.
    let is_in = |chunk: &[u8; 16]| {
        chunk
            .iter()
            .fold(false, |found, byte| found | (*byte < b' ') | (*byte == b'"') | (*byte == b'\\'))
    };
    chunks.iter().any(is_in) || rest.iter().any(is_special)
}

/// JSON without blanks, in which bytes are a text that needs no escaping.
struct Quoting;

impl Formatter for Quoting {
    fn write_byte_array<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        text: &[u8],
    ) -> io::Result<()> {
        writer.write_all(b"\"")?;
        writer.write_all(text)?;
        writer.write_all(b"\"")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_text_is_written_as_serde_json_writes_it(text in "[\\x00-\\x7f äß„“€𝄞]{0,40}|[a-z äß„“€𝄞]{0,50}[\"x]?[a-z]{0,20}") {
            let mut line = Vec::new();
            json_line(&LineText::from(text.as_str()), &mut line).expect("a text is JSON");
            let expected = serde_json::to_string(&text).expect("a text is JSON");
            prop_assert_eq!(String::from_utf8(line).expect("JSON is UTF-8"), expected);
        }
    }
}
