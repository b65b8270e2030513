//! One answer from where it stands in a file, checked against its question.

use std::borrow::Cow;
use std::ops::Range;

use crate::profile::{Answer, plain};
use crate::survey::raw::{Fault, Raw, Wrong};
use crate::survey::{Choice, Control, Options, Question};
use dteam_text::diagnostic::{Diagnostics, Found, Problem, Severity, nearest};
use dteam_text::language::figure::{self, Asked, Refused};
use dteam_text::language::{Language, Localized, yes_or_no};
use dteam_text::yaml::fields::mark;
use dteam_text::yaml::{Node, Value, slip};

pub use crate::survey::kind::text::{MAX_TEXT, printable};

/// Where something stands in a file.
pub struct Spans {
    /// The whole of it.
    pub whole: Range<usize>,
    /// The items of a list.
    pub items: Vec<Range<usize>>,
}

/// The answer a node holds; what is wrong with it is reported, all of it.
pub fn answer(
    question: &Question,
    node: &Node<'_>,
    problems: &mut Diagnostics<'_>,
) -> Option<Answer> {
    let source = &problems.file().text;
    let takes_list = matches!(question.kind.control(), Control::Several(_) | Control::Ranked(..));
    if let Some((span, problem)) = slip::of_text(source, node).filter(|_| takes_list) {
        problems.error(span, problem);
        return None;
    }
    let items = if let Value::List(items) = &node.value { &items[..] } else { &[] };
    let spans = Spans {
        whole: mark(node, source),
        items: items.iter().map(|item| mark(item, source)).collect(),
    };
    let answer = checked(question, &raw(node), &spans, problems);
    if let (Some(Answer::Text(text)), Value::Scalar(scalar)) = (&answer, &node.value)
        && scalar.plain
        && text.starts_with(['„', '“', '”', '‚', '‘', '»', '«'])
    {
        problems.add(Severity::Warning, node.span.clone(), Problem::TypographicQuotes);
    }
    answer
}

/// What a node brings as an answer.
fn raw<'n>(node: &'n Node<'_>) -> Raw<'n> {
    match &node.value {
        Value::Null => Raw::Nothing,
        Value::Scalar(scalar) if scalar.plain => Raw::Word(Cow::Borrowed(&scalar.text)),
        Value::Scalar(scalar) => Raw::Text(Cow::Borrowed(&scalar.text)),
        Value::List(items) => Raw::List(items.iter().map(raw).collect()),
        // No kind of question is answered by keys with values.
        Value::Map(_) => Raw::Map(Vec::new()),
    }
}

/// The answer that was brought; what is wrong with it is reported, all of it.
pub fn checked(
    question: &Question,
    raw: &Raw<'_>,
    spans: &Spans,
    problems: &mut Diagnostics<'_>,
) -> Option<Answer> {
    match question.kind.parse(raw) {
        Ok(answer) => {
            if let Some(wrong) = question.kind.doubt(&answer) {
                let problem = problem(question, wrong, raw);
                problems.add(Severity::Warning, spans.whole.clone(), problem);
            }
            Some(answer)
        }
        Err(fault) => {
            report(question, &fault, raw, spans, problems);
            None
        }
    }
}

fn report(
    question: &Question,
    fault: &Fault,
    raw: &Raw<'_>,
    spans: &Spans,
    problems: &mut Diagnostics<'_>,
) {
    let Raw::List(items) = raw else {
        return problems.error(spans.whole.clone(), problem(question, fault.wrong, raw));
    };
    let source = &problems.file().text;
    // Items with the wrong mark between them are one item: what is wrong with the list behind them
    // is not known.
    let slip = items.iter().zip(&spans.items).enumerate().find_map(|(index, (item, span))| {
        let is_word = matches!(item, Raw::Word(_));
        slip::of_item(source, span).filter(|_| is_word).map(|found| (index, found))
    });
    for fault in fault.all() {
        let is_known = match (&slip, fault.wrong) {
            (None, _) => true,
            (Some(_), Wrong::TooMany { .. }) => false,
            (Some((index, _)), _) => fault.item.is_some_and(|item| item < *index),
        };
        if !is_known {
            continue;
        }
        let span = fault.item.and_then(|item| spans.items.get(item)).unwrap_or(&spans.whole);
        problems.error(span.clone(), problem(question, fault.wrong, fault.part_of(raw)));
    }
    if let Some((_, (span, problem))) = slip {
        problems.error(span, problem);
    }
}

/// What is wrong, as it is told.
pub fn problem(question: &Question, wrong: Wrong, raw: &Raw<'_>) -> Problem {
    let (path, kind) = (question.path.clone(), &question.kind);
    let written = raw.written().unwrap_or_default();
    let (min, max) = kind.written_range();
    let listed = || kind.options().map(Options::listed).unwrap_or_default();
    match wrong {
        Wrong::NotOption => {
            Problem::ExpectedOption { question: path, found: raw.found(), options: listed() }
        }
        Wrong::UnknownOption => {
            let option = written.trim().to_owned();
            let nearest = kind.options().and_then(|options| nearest_option(&option, options));
            Problem::UnknownOption { question: path, option, options: listed(), nearest }
        }
        Wrong::NotList => {
            Problem::ExpectedOptions { question: path, found: raw.found(), options: listed() }
        }
        Wrong::Repeated(option) => {
            let id = kind.options().map(|options| options.get(option).id.clone());
            Problem::RepeatedChoice { question: path, option: id.unwrap_or_default() }
        }
        Wrong::TooMany { count, limit } => Problem::TooManyChoices { question: path, count, limit },
        Wrong::NotNumber => {
            let nearest = level(question, &written).or_else(|| meant(question, &written));
            Problem::ExpectedNumber { question: path, found: raw.found(), min, max, nearest }
        }
        Wrong::Unclear(why, meant) => {
            let (written, nearest) = (written.into_owned(), meant.map(plain));
            Problem::NumberUnclear { question: path, written, why, nearest }
        }
        Wrong::Grouped => {
            let nearest = meant(question, &written);
            Problem::NotWhole { question: path, value: written.into_owned(), nearest }
        }
        Wrong::NotWhole(number) => {
            Problem::NotWhole { question: path, value: plain(number), nearest: None }
        }
        Wrong::TooLarge => {
            Problem::AnswerOutOfRange { question: path, value: written.into_owned(), min, max }
        }
        Wrong::OutOfRange(number) => {
            Problem::AnswerOutOfRange { question: path, value: plain(number), min, max }
        }
        Wrong::PercentFraction(number) => {
            let nearest = Some(plain((number * 1e4).round() / 100.0));
            Problem::PercentFraction { question: path, value: plain(number), nearest }
        }
        Wrong::NotFlag => {
            let nearest = flag(&written).map(|flag| flag.to_string());
            Problem::ExpectedFlag { question: path, found: raw.found(), nearest }
        }
        Wrong::NotText => {
            // A text that is none has nothing in it.
            let found = match raw.found() {
                Found::Text => Found::Nothing,
                found => found,
            };
            Problem::ExpectedText { question: path, found }
        }
        Wrong::TooLong(count) => Problem::TextTooLong { question: path, count, max: MAX_TEXT },
    }
}

/// The option meant: by its label in any language, which is what people see on paper, or by a name
/// like its id.
fn nearest_option(written: &str, options: &Options) -> Option<String> {
    let labels = |choice: &Choice| -> Vec<String> {
        choice.label.all().map(|label| label.to_lowercase()).collect()
    };
    let folded = written.to_lowercase();
    let found = |fits: &dyn Fn(&Choice) -> bool| {
        options.0.iter().find(|choice| fits(choice)).map(|choice| choice.id.to_string())
    };
    let long_enough = (4..=60).contains(&folded.len());
    found(&|choice| labels(choice).contains(&folded))
        .or_else(|| nearest(written, options.ids()))
        .or_else(|| {
            found(&|choice| {
                long_enough && labels(choice).iter().any(|label| label.contains(&folded))
            })
        })
        .or_else(|| {
            found(&|choice| {
                long_enough && choice.id.len() > 3 && folded.contains(choice.id.as_str())
            })
        })
}

/// How people are asked for the number that answers the question.
pub fn asked(question: &Question, decimal_mark: char) -> Asked {
    let is_unit = |unit: &Localized| unit.all().any(|unit| figure::is_percent(unit));
    let percent = question.kind.is_percent() || question.unit.as_ref().is_some_and(is_unit);
    Asked { decimal_mark, whole: question.kind.is_whole(), percent }
}

/// The number that was meant by `12,5`, `40 %`, `1.250.000`, `9’400` or `120 Tausend`, if it can be
/// an answer. Files say nothing of how their author writes numbers: what could be two of them is
/// none.
fn meant(question: &Question, written: &str) -> Option<String> {
    let bounds = question.kind.bounds()?;
    let read = |language: Language| match figure::read(
        written,
        asked(question, language.decimal_mark()),
    ) {
        Ok(number) | Err(Refused::Unclear(_, Some(number))) => Some(number),
        Err(_) => None,
    };
    let mut numbers: Vec<f64> = Language::ALL
        .into_iter()
        .filter_map(read)
        .filter(|number| bounds.check(*number).is_ok())
        .collect();
    numbers.dedup();
    match numbers[..] {
        [number] => Some(plain(number)),
        _ => None,
    }
}

/// The level of a scale that is written by its label.
fn level(question: &Question, written: &str) -> Option<String> {
    let folded = written.trim().to_lowercase();
    let is_written = |level: &Localized| level.all().any(|label| label.to_lowercase() == folded);
    let level = question.kind.levels()?.iter().position(is_written)?;
    Some(level.to_string())
}

/// The flag that was meant: a word of people, or of programs and of YAML as it once was.
fn flag(written: &str) -> Option<bool> {
    yes_or_no::read(written).or_else(|| match written.to_lowercase().as_str() {
        "on" | "1" => Some(true),
        "off" | "0" => Some(false),
        _ => None,
    })
}
