//! A YAML document as a flat tree: scalars, and the starts and ends of lists and mappings, each
//! with its byte range in the text.
//!
//! `build.rs` uses this file too. It writes the tokens of the program's own rules into the program,
//! because making them out of letters takes longer than all the rest of loading.

use std::borrow::Cow;
use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, ScanError};
use serde::{Deserialize, Serialize};

#[derive(Debug, Serialize, Deserialize)]
pub enum Token<'s> {
    Scalar {
        #[serde(borrow)]
        text: Cow<'s, str>,
        plain: bool,
        /// One that is not allowed.
        tag: Option<String>,
        anchor: usize,
    },
    ListStart(usize),
    ListEnd,
    MapStart(usize),
    MapEnd,
    Alias(usize),
    DocumentStart,
    End,
}

/// A token and its byte range.
pub type Spanned<'s> = (Token<'s>, Range<usize>);

/// The tokens of a text, up to the first mistake.
pub fn tokens(text: &str) -> impl Iterator<Item = Result<Spanned<'_>, ScanError>> {
    let mut parser = Parser::new_from_str(text);
    std::iter::from_fn(move || {
        loop {
            match parser.next_event()? {
                Err(error) => return Some(Err(error)),
                Ok((event, span)) => {
                    if let Some(token) = token(event) {
                        return Some(Ok((token, span.byte_range().unwrap_or(0..0))));
                    }
                }
            }
        }
    })
}

fn token(event: Event<'_>) -> Option<Token<'_>> {
    Some(match event {
        Event::Scalar(text, style, anchor, tag) => {
            // `!!str` says what quotes say; other tags would change what an answer is.
            let as_text = tag.as_ref().is_some_and(|tag| tag.core_suffix() == Some("str"));
            let tag = tag.filter(|_| !as_text).map(|tag| tag.original());
            Token::Scalar { text, plain: style == ScalarStyle::Plain && !as_text, tag, anchor }
        }
        Event::SequenceStart(_, anchor, _) => Token::ListStart(anchor),
        Event::SequenceEnd => Token::ListEnd,
        Event::MappingStart(_, anchor, _) => Token::MapStart(anchor),
        Event::MappingEnd => Token::MapEnd,
        Event::Alias(anchor) => Token::Alias(anchor),
        Event::DocumentStart(..) => Token::DocumentStart,
        Event::StreamEnd => Token::End,
        _ => return None,
    })
}
