//! JSON on one line, byte for byte as `serde_json` writes it.
//!
//! An advice is long, and written a million times in a row its texts take most of the time. They hardly ever have a letter to escape, which
//! sixteen letters at a time can be asked; `serde_json` writes the others, and the numbers that are long.

use serde::ser::{self, Impossible, Serialize, Serializer};
use serde_json::{Error, Result};

use crate::decimal;

/// Appends the value to `line` as JSON without line breaks: an advice as one record of newline-delimited JSON.
///
/// # Errors
/// As [`serde_json::to_writer`]; none for an advice.
pub fn json_line<T: Serialize + ?Sized>(value: &T, line: &mut Vec<u8>) -> Result<()> {
    value.serialize(Line { line })
}

struct Line<'l> {
    line: &'l mut Vec<u8>,
}

/// What is written between the brackets of a list or map.
struct Items<'l> {
    line: &'l mut Vec<u8>,
    first: bool,
    end: &'static [u8],
}

impl Line<'_> {
    fn text(self, text: &str) -> Result<()> {
        if needs_escape(text.as_bytes()) {
            return self.other(text);
        }
        self.line.reserve(text.len() + 2);
        self.line.push(b'"');
        self.line.extend_from_slice(text.as_bytes());
        self.line.push(b'"');
        Ok(())
    }

    fn other<T: Serialize + ?Sized>(self, value: &T) -> Result<()> {
        serde_json::to_writer(self.line, value)
    }

    fn word(self, word: &str) -> Result<()> {
        self.line.extend_from_slice(word.as_bytes());
        Ok(())
    }
}

/// Whether any of the bytes is a quote, a backslash or a control character.
fn needs_escape(bytes: &[u8]) -> bool {
    match (bytes.as_chunks::<16>().0, bytes.last_chunk::<16>()) {
        // Some of them are asked twice, which costs less than one by one.
        (sixteens, Some(last)) => sixteens.iter().any(any_escape) || any_escape(last),
        (_, None) => bytes.iter().any(|byte| escape(*byte)),
    }
}

/// Without a way out between them, the processor asks all sixteen at once.
fn any_escape(bytes: &[u8; 16]) -> bool {
    bytes.iter().fold(false, |found, byte| found | escape(*byte))
}

fn escape(byte: u8) -> bool {
    (byte < 0x20) | (byte == b'"') | (byte == b'\\')
}

impl<'l> Items<'l> {
    fn begin(line: &'l mut Vec<u8>, begin: &[u8], end: &'static [u8]) -> Self {
        line.extend_from_slice(begin);
        Items { line, first: true, end }
    }

    fn next(&mut self) -> Line<'_> {
        if !self.first {
            self.line.push(b',');
        }
        self.first = false;
        Line { line: self.line }
    }

    /// A field of a struct: its name has no letter to escape.
    fn field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<()> {
        debug_assert!(!needs_escape(name.as_bytes()), "{name}");
        self.line.extend_from_slice(if self.first { b"\"" } else { b",\"" });
        self.first = false;
        self.line.extend_from_slice(name.as_bytes());
        self.line.extend_from_slice(b"\":");
        value.serialize(Line { line: self.line })
    }

    fn finish(self) -> Result<()> {
        self.line.extend_from_slice(self.end);
        Ok(())
    }
}

/// Numbers and whatever else needs no care of its own.
macro_rules! others {
    ($($method:ident: $kind:ty),*) => {
        $(fn $method(self, value: $kind) -> Result<()> {
            self.other(&value)
        })*
    };
}

impl<'l> Serializer for Line<'l> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Items<'l>;
    type SerializeTuple = Items<'l>;
    type SerializeTupleStruct = Items<'l>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Items<'l>;
    type SerializeStruct = Items<'l>;
    type SerializeStructVariant = Impossible<(), Error>;

    others!(
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_u8: u8, serialize_u16: u16,
        serialize_u32: u32, serialize_u64: u64, serialize_f32: f32, serialize_char: char
    );

    fn serialize_f64(self, value: f64) -> Result<()> {
        match decimal::write(value, self.line) {
            true => Ok(()),
            false => self.other(&value),
        }
    }

    fn serialize_bool(self, value: bool) -> Result<()> {
        self.word(if value { "true" } else { "false" })
    }

    fn serialize_str(self, value: &str) -> Result<()> {
        self.text(value)
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<()> {
        self.other(value)
    }

    fn serialize_none(self) -> Result<()> {
        self.word("null")
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<()> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<()> {
        self.word("null")
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result<()> {
        self.word("null")
    }

    fn serialize_unit_variant(self, _name: &'static str, _index: u32, variant: &'static str) -> Result<()> {
        self.text(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _name: &'static str, value: &T) -> Result<()> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<()> {
        let mut items = Items::begin(self.line, b"{", b"}");
        items.field(variant, value)?;
        items.finish()
    }

    fn serialize_seq(self, _length: Option<usize>) -> Result<Items<'l>> {
        Ok(Items::begin(self.line, b"[", b"]"))
    }

    fn serialize_tuple(self, _length: usize) -> Result<Items<'l>> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _name: &'static str, _length: usize) -> Result<Items<'l>> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _length: usize,
    ) -> Result<Self::SerializeTupleVariant> {
        Err(ser::Error::custom(variant))
    }

    fn serialize_map(self, _length: Option<usize>) -> Result<Items<'l>> {
        Ok(Items::begin(self.line, b"{", b"}"))
    }

    fn serialize_struct(self, _name: &'static str, _length: usize) -> Result<Items<'l>> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _length: usize,
    ) -> Result<Self::SerializeStructVariant> {
        Err(ser::Error::custom(variant))
    }
}

impl ser::SerializeSeq for Items<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        value.serialize(self.next())
    }

    fn end(self) -> Result<()> {
        self.finish()
    }
}

impl ser::SerializeTuple for Items<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        value.serialize(self.next())
    }

    fn end(self) -> Result<()> {
        self.finish()
    }
}

impl ser::SerializeTupleStruct for Items<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        value.serialize(self.next())
    }

    fn end(self) -> Result<()> {
        self.finish()
    }
}

impl ser::SerializeMap for Items<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<()> {
        // Keys are texts; anything else `serde_json` would refuse as well.
        key.serialize(self.next())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.line.push(b':');
        value.serialize(Line { line: self.line })
    }

    fn end(self) -> Result<()> {
        self.finish()
    }
}

impl ser::SerializeStruct for Items<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<()> {
        self.field(key, value)
    }

    fn end(self) -> Result<()> {
        self.finish()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_text_is_written_as_serde_json_writes_it(texts in prop::collection::vec("[\\x00-\\x7f äß„“€𝄞]{0,20}|[a-z äß„“€𝄞]{0,50}[\"x]?", 0..4), number in any::<f64>()) {
            let value = serde_json::json!({"texts": texts, "number": number, "nothing": null, "flags": [true, false, -1]});
            let mut line = Vec::new();
            json_line(&value, &mut line).expect("the value is JSON");
            prop_assert_eq!(String::from_utf8(line).expect("JSON is UTF-8"), value.to_string());
        }
    }
}
