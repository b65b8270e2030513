//! An advice as JSON on one line, byte for byte as `serde_json` writes it.
//!
//! An advice is long, and written a million times in a row it takes half of the time. So the
//! objects that make up most of it are written here, each key in one piece, and texts sixteen
//! letters at a time, which hardly ever have one to escape among them. `serde_json` writes the
//! rest. A test compares the two.

use std::borrow::Cow;
use std::ops::{Deref, DerefMut};
use std::sync::{Arc, OnceLock};

use indexmap::IndexMap;
use jiff::civil::Date;
use serde_json::{Result, Value as Json};

use dteam_engine::advice::{
    Advice, Answered, Best, ChangedBy, Comparison, Extent, Factors, FitTrace, Horizon, Learning,
    Missing, Near, OpenQuestion, PackName, RuleChange, Step, StepTrace, Strength, Study, Undecided,
};
use dteam_engine::classification::{
    Basis, Classification, GoalsClassification, IndicatorsClassification,
};
use dteam_engine::expression::trace::{ConditionTrace, NumberTrace, Reading, TestTrace};
use dteam_engine::pack::{Fact, RuleSource};
use dteam_engine::profile::Given;
use dteam_text::decimal;
use dteam_text::entries::Entries;
use dteam_text::language::Language;

type Borrowed<'c> = Cow<'c, str>;

/// Appends the advice to `line` as JSON without line breaks: a record of newline-delimited JSON.
///
/// # Errors
/// As [`serde_json::to_writer`]; none, for an advice is plain data.
pub fn json_line(advice: &Advice<Borrowed<'_>>, line: &mut Vec<u8>) -> Result<()> {
    advice.write(&mut Out { line, fragments: None })
}

/// The same for an advice as the catalog has given it, much of which says what all other advices
/// say.
pub fn json_line_by(
    fragments: &Fragments,
    advice: &Advice<Borrowed<'_>>,
    line: &mut Vec<u8>,
) -> Result<()> {
    advice.write(&mut Out { line, fragments: Some(fragments) })
}

/// What comparisons and readings say whatever the municipality's own value is, each written when it
/// is first needed: for advices of one catalog in one language.
#[derive(Debug)]
pub struct Fragments {
    /// By the value's place in the catalog.
    comparisons: Vec<ComparisonFragments>,
    /// What stands before the answer to each question.
    readings: Vec<Fragment>,
}

type Fragment = OnceLock<Box<[u8]>>;

/// What stands before a comparison's own values, and behind them with and without the values of
/// every type.
#[derive(Debug, Default)]
struct ComparisonFragments {
    before: Fragment,
    with_types: Fragment,
    without_types: Fragment,
}

impl Fragments {
    pub fn of(catalog: &dteam_engine::catalog::Catalog) -> Self {
        Fragments {
            comparisons: catalog
                .benchmarks
                .iter()
                .map(|_| ComparisonFragments::default())
                .collect(),
            readings: catalog.survey.questions.iter().map(|_| Fragment::new()).collect(),
        }
    }
}

/// A line that is being written.
struct Out<'o> {
    line: &'o mut Vec<u8>,
    fragments: Option<&'o Fragments>,
}

impl Deref for Out<'_> {
    type Target = Vec<u8>;

    fn deref(&self) -> &Vec<u8> {
        self.line
    }
}

impl DerefMut for Out<'_> {
    fn deref_mut(&mut self) -> &mut Vec<u8> {
        self.line
    }
}

/// What can be written on a line.
trait Line {
    fn write(&self, line: &mut Out<'_>) -> Result<()>;

    /// Whether a key that may be left out is left out.
    fn is_left_out(&self) -> bool {
        false
    }
}

/// Objects by their keys, which are the names of the fields, in the order of their definitions.
/// `[key]` is left out if it has no value.
macro_rules! objects {
    ($($object:ident$(<$text:ty>)? { $($keys:tt)+ })+) => {
        $(impl Line for $object$(<$text>)? {
            fn write(&self, line: &mut Out<'_>) -> Result<()> {
                line.push(b'{');
                fields!(self, line, $($keys)+,);
                end(line);
                Ok(())
            }
        })+
    };
}

/// Each field has left a comma.
fn end(line: &mut Out<'_>) {
    if let Some(last) = line.last_mut() {
        *last = b'}';
    }
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
            fn write(&self, line: &mut Out<'_>) -> Result<()> {
                serde_json::to_writer(&mut *line.line, self)
            }
        })*
    };
}

objects! {
    Advice<Borrowed<'_>> {
        schema, date, language, municipality, name, headline, summary, answered, classification, type_strengths,
        steps, undecided, near, open_questions, comparison, extents, strengths, learning, study, packs
    }
    Step<Borrowed<'_>> {
        rank, rule, pack, title, why, actions, priority, factors, horizon, after, then, learn_from, effect,
        benchmarks, source, trace
    }
    Factors { impact, need, fit, effort }
    StepTrace<Borrowed<'_>> { when, [need], [impact], fit, [variant], [notes], [changed_by] }
    FitTrace { membership, weight }
    Undecided<Borrowed<'_>> { rule, title, needs, weight }
    Near<Borrowed<'_>> { rule, title, missing, opened_by }
    Missing<Borrowed<'_>> { question, label, condition, text }
    OpenQuestion<Borrowed<'_>> { question, label, [table], rules, weight }
    Best<Borrowed<'_>> { kind: "type", value }
    Extent<Borrowed<'_>> { section, title, questions, answered, value, by_type, [all_value] }
    Learning<Borrowed<'_>> { kind: "type", topics, steps }
    ConditionTrace<Borrowed<'_>> { condition, outcome, tests }
    TestTrace<Borrowed<'_>> { test, outcome, values }
    NumberTrace<Borrowed<'_>> { expression, value, values }
    RuleSource<Borrowed<'_>> { section, [table], [facts] }
    Fact<Borrowed<'_>> { title, [date] }
    Answered { answers, questions }
    Classification {
        kind: "type", label, basis, mixed_with, mixed_with_label, goals_and_work_differ, leading_goals, meaning, labels,
        by_goals, by_indicators
    }
    GoalsClassification { kind: "type", table, distances, memberships }
    IndicatorsClassification { kind: "type", prior_table, posterior, answers_used }
    Strength { question, [option], label, text, table }
    Study { title, publisher, published, sample }
    PackName { id, title, version, [changes] }
}

others!(u8, u16, usize, Basis, ChangedBy, Date, Horizon, Language, RuleChange);

impl Line for Comparison<Borrowed<'_>> {
    fn write(&self, line: &mut Out<'_>) -> Result<()> {
        let fragments = line.fragments.and_then(|fragments| fragments.comparisons.get(self.place));
        line.push(b'{');
        fixed(line, fragments.map(|fragments| &fragments.before), |line| {
            fields!(self, line, question, [option], label, [option_label], measure, [unit],);
            Ok(())
        })?;
        fields!(self, line, value, [type_value],);
        let behind = fragments.map(|fragments| match self.by_type.is_some() {
            true => &fragments.with_types,
            false => &fragments.without_types,
        });
        fixed(line, behind, |line| {
            fields!(self, line, [by_type], [all_value], greatest, best, table, table_title, [base],);
            Ok(())
        })?;
        end(line);
        Ok(())
    }
}

impl Line for Reading<Borrowed<'_>> {
    fn write(&self, line: &mut Out<'_>) -> Result<()> {
        let known = line
            .fragments
            .zip(self.slot)
            .and_then(|(fragments, slot)| fragments.readings.get(slot.index()));
        fixed(line, known, |line| {
            line.push(b'{');
            fields!(self, line, name, label,);
            line.extend_from_slice(b"\"value\":");
            Ok(())
        })?;
        self.value.write(line)?;
        line.push(b'}');
        Ok(())
    }
}

/// What was written before where it has been, else what `write` makes of it.
#[inline(always)]
fn fixed(
    line: &mut Out<'_>,
    known: Option<&Fragment>,
    write: impl FnOnce(&mut Out<'_>) -> Result<()>,
) -> Result<()> {
    if let Some(known) = known.and_then(OnceLock::get) {
        line.extend_from_slice(known);
        return Ok(());
    }
    let start = line.len();
    write(line)?;
    if let Some(known) = known {
        known.get_or_init(|| line[start..].into());
    }
    Ok(())
}

impl Line for str {
    fn write(&self, line: &mut Out<'_>) -> Result<()> {
        let bytes = self.as_bytes();
        line.reserve(bytes.len() + 2);
        line.push(b'"');
        let (chunks, rest) = bytes.as_chunks::<16>();
        for chunk in chunks {
            put(chunk, line);
        }
        // What is left is put in larger pieces that may begin with what is there already.
        match (
            rest.len(),
            bytes.last_chunk::<16>(),
            bytes.last_chunk::<8>(),
            bytes.last_chunk::<4>(),
        ) {
            (0, ..) => {}
            (left, Some(last), ..) => put_again(last, left, line),
            (8.., _, Some(last), _) => {
                bytes.first_chunk::<8>().into_iter().for_each(|first| put(first, line));
                put_again(last, bytes.len() - 8, line);
            }
            (4.., _, _, Some(last)) => {
                bytes.first_chunk::<4>().into_iter().for_each(|first| put(first, line));
                put_again(last, bytes.len() - 4, line);
            }
            _ => rest.iter().for_each(|byte| put(&[*byte], line)),
        }
        line.push(b'"');
        Ok(())
    }
}

/// Whether there is something to escape. Without a way out in between, the processor asks all bytes
/// at once.
#[inline(always)]
fn is_special<const COUNT: usize>(bytes: &[u8; COUNT]) -> bool {
    bytes
        .iter()
        .fold(false, |found, byte| found | (*byte < b' ') | (*byte == b'"') | (*byte == b'\\'))
}

#[inline(always)]
fn put<const COUNT: usize>(bytes: &[u8; COUNT], line: &mut Vec<u8>) {
    match is_special(bytes) {
        false => line.extend_from_slice(bytes),
        true => escaped(bytes, line),
    }
}

/// Puts the last `count` of the bytes; those before them are on the line, escaped if need be.
#[inline(always)]
fn put_again<const COUNT: usize>(bytes: &[u8; COUNT], left: usize, line: &mut Vec<u8>) {
    match is_special(bytes) {
        false => {
            line.truncate(line.len() + left - COUNT);
            line.extend_from_slice(bytes);
        }
        true => escaped(&bytes[COUNT - left..], line),
    }
}

fn escaped(bytes: &[u8], line: &mut Vec<u8>) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    if bytes.iter().all(|byte| *byte >= b' ') {
        // Written over, unless it is needed: what is to be escaped is no surprise then.
        let (mut pieces, mut length) = ([b'\\'; 32], 0);
        for byte in bytes {
            length += usize::from(matches!(byte, b'"' | b'\\'));
            pieces[length] = *byte;
            length += 1;
        }
        return line.extend_from_slice(&pieces[..length]);
    }
    for byte in bytes {
        match byte {
            b'"' | b'\\' => line.extend_from_slice(&[b'\\', *byte]),
            b'\n' => line.extend_from_slice(b"\\n"),
            b'\t' => line.extend_from_slice(b"\\t"),
            b'\r' => line.extend_from_slice(b"\\r"),
            0x08 => line.extend_from_slice(b"\\b"),
            0x0c => line.extend_from_slice(b"\\f"),
            0..b' ' => {
                let [high, low] = [byte >> 4, byte & 0xf].map(|digit| HEX[usize::from(digit)]);
                line.extend_from_slice(&[b'\\', b'u', b'0', b'0', high, low]);
            }
            _ => line.push(*byte),
        }
    }
}

/// What is written as something it holds.
macro_rules! as_held {
    ($($holder:ty),*) => {
        $(impl Line for $holder {
            fn write(&self, line: &mut Out<'_>) -> Result<()> {
                (**self).write(line)
            }
        })*
    };
}

as_held!(&str, Box<str>, Arc<Entries<Box<str>, f64>>, Borrowed<'_>, String);

impl Line for bool {
    fn write(&self, line: &mut Out<'_>) -> Result<()> {
        line.extend_from_slice(if *self { b"true" } else { b"false" });
        Ok(())
    }
}

impl Line for f64 {
    fn write(&self, line: &mut Out<'_>) -> Result<()> {
        match decimal::write(*self, line.line) {
            true => Ok(()),
            false => serde_json::to_writer(&mut *line.line, self),
        }
    }
}

impl Line for Json {
    fn write(&self, line: &mut Out<'_>) -> Result<()> {
        match self {
            Json::Bool(flag) => flag.write(line),
            Json::String(text) => text.write(line),
            other => serde_json::to_writer(&mut *line.line, other),
        }
    }
}

impl Line for Given<Borrowed<'_>> {
    fn write(&self, line: &mut Out<'_>) -> Result<()> {
        match self {
            Given::Text(text) => text.write(line),
            Given::List(texts) => texts.write(line),
            Given::Other(value) => value.write(line),
        }
    }
}

impl<V: Line> Line for Option<V> {
    fn write(&self, line: &mut Out<'_>) -> Result<()> {
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
    fn write(&self, line: &mut Out<'_>) -> Result<()> {
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
    fn write(&self, line: &mut Out<'_>) -> Result<()> {
        object(self.iter(), line)
    }
}

impl<V: Line> Line for IndexMap<String, V> {
    fn write(&self, line: &mut Out<'_>) -> Result<()> {
        object(self.iter(), line)
    }
}

fn object<'e, K: Line + 'e, V: Line + 'e>(
    entries: impl Iterator<Item = (&'e K, &'e V)>,
    line: &mut Out<'_>,
) -> Result<()> {
    line.push(b'{');
    for (place, (key, value)) in entries.enumerate() {
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_text_is_written_as_serde_json_writes_it(text in "[\\x00-\\x7f äß„“€𝄞]{0,40}|[a-z äß„“€𝄞]{0,50}[\"x]?[a-z]{0,20}") {
            let mut line = Vec::new();
            text.write(&mut Out { line: &mut line, fragments: None }).expect("a text is JSON");
            prop_assert_eq!(String::from_utf8(line).expect("JSON is UTF-8"), Json::from(text).to_string());
        }
    }
}
