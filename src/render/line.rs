//! An advice as JSON on one line, byte for byte as `serde_json` writes it.
//!
//! An advice is long, and written a million times in a row it takes half of the time. So the objects that make up most of it are written
//! here, each key in one piece; a text has hardly ever a letter to escape, which sixteen letters at a time can be asked. `serde_json` writes the
//! rest. A test compares the two.

use std::borrow::Cow;
use std::sync::Arc;

use indexmap::IndexMap;
use jiff::civil::Date;
use memchr::memchr2;
use serde_json::{Result, Value as Json};

use crate::advice::{
    Advice, Answered, Best, ChangedBy, Comparison, Extent, Factors, FitTrace, Horizon, Learning, Missing, Near,
    OpenQuestion, PackName, RuleChange, Step, StepTrace, Strength, Study, Undecided,
};
use crate::classification::Classification;
use crate::decimal;
use crate::entries::Entries;
use crate::expression::trace::{ConditionTrace, NumberTrace, Reading, TestTrace};
use crate::language::Language;
use crate::pack::{Fact, RuleSource};
use crate::profile::Given;

type Lent<'c> = Cow<'c, str>;

/// Appends the advice to `line` as JSON without line breaks: a record of newline-delimited JSON.
///
/// # Errors
/// As [`serde_json::to_writer`]; none, for an advice is plain data.
pub fn json_line(advice: &Advice<Lent<'_>>, line: &mut Vec<u8>) -> Result<()> {
    advice.write(line)
}

/// What can be written on a line.
trait Line {
    fn write(&self, line: &mut Vec<u8>) -> Result<()>;

    /// Whether a key that may be left out is left out.
    fn is_left_out(&self) -> bool {
        false
    }
}

/// Objects by their keys, which are the names of the fields, in the order of their definitions. `[key]` is left out if it has no value.
macro_rules! objects {
    ($($object:ident$(<$text:ty>)? { $($keys:tt)+ })+) => {
        $(impl Line for $object$(<$text>)? {
            fn write(&self, line: &mut Vec<u8>) -> Result<()> {
                line.push(b'{');
                fields!(self, line, $($keys)+,);
                // Each field has left a comma.
                if let Some(last) = line.last_mut() {
                    *last = b'}';
                }
                Ok(())
            }
        })+
    };
}

macro_rules! fields {
    ($self:ident, $line:ident,) => {};
    ($self:ident, $line:ident, [$field:ident], $($rest:tt)*) => {
        if !$self.$field.is_left_out() {
            fields!($self, $line, $field: stringify!($field),);
        }
        fields!($self, $line, $($rest)*);
    };
    ($self:ident, $line:ident, $field:ident, $($rest:tt)*) => {
        fields!($self, $line, $field: stringify!($field), $($rest)*);
    };
    ($self:ident, $line:ident, $field:ident: $key:expr, $($rest:tt)*) => {
        $line.extend_from_slice(concat!("\"", $key, "\":").as_bytes());
        Line::write(&$self.$field, $line)?;
        $line.push(b',');
        fields!($self, $line, $($rest)*);
    };
}

/// What `serde_json` writes.
macro_rules! others {
    ($($other:ty),*) => {
        $(impl Line for $other {
            fn write(&self, line: &mut Vec<u8>) -> Result<()> {
                serde_json::to_writer(line, self)
            }
        })*
    };
}

objects! {
    Advice<Lent<'_>> {
        schema, date, language, municipality, name, headline, summary, answered, classification, type_strengths,
        steps, undecided, near, open_questions, comparison, extents, strengths, learning, study, packs
    }
    Step<Lent<'_>> {
        rank, rule, pack, title, why, actions, priority, factors, horizon, after, then, learn_from, effect,
        benchmarks, source, trace
    }
    Factors { impact, need, fit, effort }
    StepTrace<Lent<'_>> { when, [need], [impact], fit, [variant], [notes], [changed_by] }
    FitTrace { membership, weight }
    Undecided<Lent<'_>> { rule, title, needs, weight }
    Near<Lent<'_>> { rule, title, missing, opened_by }
    Missing<Lent<'_>> { question, label, condition, text }
    OpenQuestion<Lent<'_>> { question, label, [table], rules, weight }
    Comparison<Lent<'_>> {
        question, [option], label, [option_label], measure, [unit], value, [type_value], [by_type], [all_value],
        greatest, best, table, table_title, [base]
    }
    Best<Lent<'_>> { kind: "type", value }
    Extent<Lent<'_>> { section, title, questions, answered, value, by_type, [all_value] }
    Learning<Lent<'_>> { kind: "type", topics, steps }
    ConditionTrace<Lent<'_>> { condition, outcome, tests }
    TestTrace<Lent<'_>> { test, outcome, values }
    Reading<Lent<'_>> { name, label, value }
    NumberTrace<Lent<'_>> { expression, value, values }
    RuleSource<Lent<'_>> { section, [table], [facts] }
    Fact<Lent<'_>> { title, [date] }
    Answered { answers, questions }
    Strength { question, [option], label, text, table }
    Study { title, publisher, published, sample }
    PackName { id, title, version, [changes] }
}

others!(u8, u16, usize, ChangedBy, Classification, Date, Horizon, IndexMap<String, Json>, Language, RuleChange);

impl Line for str {
    fn write(&self, line: &mut Vec<u8>) -> Result<()> {
        if has(self.as_bytes(), |byte| (byte < b' ') | (byte == b'"') | (byte == b'\\')) {
            return escaped(self, line);
        }
        line.reserve(self.len() + 2);
        line.push(b'"');
        line.extend_from_slice(self.as_bytes());
        line.push(b'"');
        Ok(())
    }
}

/// A text with quotes, backslashes or, hardly ever, control characters.
fn escaped(text: &str, line: &mut Vec<u8>) -> Result<()> {
    let mut rest = text.as_bytes();
    if has(rest, |byte| byte < b' ') {
        return serde_json::to_writer(line, text);
    }
    line.push(b'"');
    while let Some(place) = memchr2(b'"', b'\\', rest) {
        line.extend_from_slice(&rest[..place]);
        line.extend_from_slice(&[b'\\', rest[place]]);
        rest = &rest[place + 1..];
    }
    line.extend_from_slice(rest);
    line.push(b'"');
    Ok(())
}

/// What is written as something it holds.
macro_rules! as_held {
    ($($holder:ty),*) => {
        $(impl Line for $holder {
            fn write(&self, line: &mut Vec<u8>) -> Result<()> {
                (**self).write(line)
            }
        })*
    };
}

as_held!(&str, Box<str>, Arc<Entries<Box<str>, f64>>, Lent<'_>, String);

impl Line for bool {
    fn write(&self, line: &mut Vec<u8>) -> Result<()> {
        line.extend_from_slice(if *self { b"true" } else { b"false" });
        Ok(())
    }
}

impl Line for f64 {
    fn write(&self, line: &mut Vec<u8>) -> Result<()> {
        match decimal::write(*self, line) {
            true => Ok(()),
            false => serde_json::to_writer(line, self),
        }
    }
}

impl Line for Json {
    fn write(&self, line: &mut Vec<u8>) -> Result<()> {
        match self {
            Json::Bool(flag) => flag.write(line),
            Json::String(text) => text.write(line),
            other => serde_json::to_writer(line, other),
        }
    }
}

impl Line for Given<Lent<'_>> {
    fn write(&self, line: &mut Vec<u8>) -> Result<()> {
        match self {
            Given::Text(text) => text.write(line),
            Given::List(texts) => texts.write(line),
            Given::Other(value) => value.write(line),
        }
    }
}

impl<V: Line> Line for Option<V> {
    fn write(&self, line: &mut Vec<u8>) -> Result<()> {
        match self {
            Some(value) => value.write(line),
            None => {
                line.extend_from_slice(b"null");
                Ok(())
            }
        }
    }

    fn is_left_out(&self) -> bool {
        self.is_none()
    }
}

impl<V: Line> Line for Vec<V> {
    fn write(&self, line: &mut Vec<u8>) -> Result<()> {
        line.push(b'[');
        for (place, value) in self.iter().enumerate() {
            if place > 0 {
                line.push(b',');
            }
            value.write(line)?;
        }
        line.push(b']');
        Ok(())
    }

    fn is_left_out(&self) -> bool {
        self.is_empty()
    }
}

impl<K: Line, V: Line> Line for Entries<K, V> {
    fn write(&self, line: &mut Vec<u8>) -> Result<()> {
        line.push(b'{');
        for (place, (key, value)) in self.iter().enumerate() {
            if place > 0 {
                line.push(b',');
            }
            key.write(line)?;
            line.push(b':');
            value.write(line)?;
        }
        line.push(b'}');
        Ok(())
    }
}

/// Whether any of the bytes is of a kind.
fn has(bytes: &[u8], kind: impl Fn(u8) -> bool + Copy) -> bool {
    // Without a way out between them, the processor asks all sixteen at once.
    let any = |sixteen: &[u8; 16]| sixteen.iter().fold(false, |found, byte| found | kind(*byte));
    match (bytes.as_chunks::<16>().0, bytes.last_chunk::<16>()) {
        // Some of them are asked twice, which costs less than one by one.
        (sixteens, Some(last)) => sixteens.iter().any(any) || any(last),
        (_, None) => bytes.iter().any(|byte| kind(*byte)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_text_is_written_as_serde_json_writes_it(text in "[\\x00-\\x7f äß„“€𝄞]{0,20}|[a-z äß„“€𝄞]{0,50}[\"x]?") {
            let mut line = Vec::new();
            text.write(&mut line).expect("a text is JSON");
            prop_assert_eq!(String::from_utf8(line).expect("JSON is UTF-8"), Json::from(text).to_string());
        }
    }
}
