//! YAML events that were scanned when the program was built (`build.rs` writes them).

use std::borrow::Cow;
use std::ops::Range;

use super::Token;

/// The events of an embedded file, over its text.
pub(super) struct Scanned<'s> {
    pub text: &'s str,
    pub bytes: &'static [u8],
    pub last: usize,
}

impl<'s> Scanned<'s> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(*first)
    }

    /// A signed number (zigzag LEB128).
    fn number(&mut self) -> Option<i64> {
        let (mut number, mut shift) = (0u64, 0);
        loop {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some((number >> 1) as i64 ^ -((number & 1) as i64));
            }
            shift += 7;
        }
    }

    /// A text that differs from what stands in the file.
    fn decoded(&mut self) -> Option<Cow<'s, str>> {
        let length = self.number()? as usize;
        let (text, rest) = self.bytes.split_at_checked(length)?;
        self.bytes = rest;
        std::str::from_utf8(text).ok().map(Cow::Borrowed)
    }

    pub fn event(&mut self) -> Option<(Token<'s>, Range<usize>)> {
        let kind = self.byte()?;
        let anchor = if kind & 0x80 != 0 { self.number()? as usize } else { 0 };
        let start = (self.last as i64 + self.number()?) as usize;
        let span = start..start + self.number()? as usize;
        self.last = start;
        let token = match kind & 0x7f {
            kind @ 1..=4 => {
                let text = match kind % 2 {
                    1 => Cow::Borrowed(self.text.get(span.clone())?),
                    _ => self.decoded()?,
                };
                Token::Scalar { text, plain: kind <= 2, anchor }
            }
            5 => Token::ListStart(anchor),
            6 => Token::ListEnd,
            7 => Token::MapStart(anchor),
            8 => Token::MapEnd,
            9 => Token::Alias(anchor),
            10 => Token::DocumentStart,
            _ => Token::End,
        };
        Some((token, span))
    }
}
