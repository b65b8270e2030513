//! One answer from its YAML node, checked against its question.

use std::ops::Range;

use crate::profile::{Answer, plain};
use crate::survey::{Choice, Kind, OptionSet, Options, Question};
use dteam_text::diagnostic::{Diagnostics, Found, Problem, Severity, nearest};
use dteam_text::language::figure::{self, Asked, Refused};
use dteam_text::language::{Language, Localized, composed, is_printable};
use dteam_text::yaml::fields::{found, mark};
use dteam_text::yaml::{Node, Value, slip};

/// The maximum length of a text, in characters.
pub const MAX_TEXT: usize = 300;

/// The answer a node holds; what is wrong with it is reported, all of it.
pub fn answer(
    question: &Question,
    node: &Node<'_>,
    problems: &mut Diagnostics<'_>,
) -> Option<Answer> {
    match &question.kind {
        Kind::Choice(options) => choice(question, options, node, problems).map(Answer::Option),
        Kind::Choices(options) => {
            let chosen = choices(question, options, options.0.len(), node, problems)?;
            Some(Answer::Options(chosen.into_iter().collect::<OptionSet>()))
        }
        Kind::Ranking { options, limit } => {
            let chosen = choices(question, options, *limit, node, problems)?;
            Some(Answer::Ranking(chosen.into_iter().collect()))
        }
        Kind::Scale { .. } | Kind::Number { .. } | Kind::Percent => {
            number(question, node, problems)
        }
        Kind::Flag => flag(question, node, problems),
        Kind::Text => text(question, node, problems),
    }
}

fn choice(
    question: &Question,
    options: &Options,
    node: &Node<'_>,
    problems: &mut Diagnostics<'_>,
) -> Option<u8> {
    let Value::Scalar(scalar) = &node.value else {
        let problem = Problem::ExpectedOption {
            question: question.path.to_string(),
            found: found(node),
            options: options.listed(),
        };
        problems.error(mark(node, &problems.file().text), problem);
        return None;
    };
    option(question, options, scalar.text.trim(), node, problems)
}

fn option(
    question: &Question,
    options: &Options,
    id: &str,
    node: &Node<'_>,
    problems: &mut Diagnostics<'_>,
) -> Option<u8> {
    let option = options.find(id);
    if option.is_none() {
        let problem = Problem::UnknownOption {
            question: question.path.to_string(),
            option: id.to_owned(),
            options: options.listed(),
            nearest: nearest_option(id, options),
        };
        problems.error(node.span.clone(), problem);
    }
    option
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

fn choices(
    question: &Question,
    options: &Options,
    limit: usize,
    node: &Node<'_>,
    problems: &mut Diagnostics<'_>,
) -> Option<Vec<u8>> {
    let Value::List(items) = &node.value else {
        if let Some((span, problem)) = slip::of_text(&problems.file().text, node) {
            problems.error(span, problem);
            return None;
        }
        let problem = Problem::ExpectedOptions {
            question: question.path.to_string(),
            found: found(node),
            options: options.listed(),
        };
        problems.error(mark(node, &problems.file().text), problem);
        return None;
    };
    let mut chosen = Vec::with_capacity(items.len());
    let mut complete = true;
    for item in items {
        if problems.is_full() {
            return None;
        }
        if let Some((span, problem)) = slip::of_item(&problems.file().text, item) {
            problems.error(span, problem);
            return None;
        }
        match choice(question, options, item, problems) {
            Some(option) if chosen.contains(&option) => {
                let problem = Problem::RepeatedChoice {
                    question: question.path.to_string(),
                    option: options.get(option).id.to_string(),
                };
                problems.error(item.span.clone(), problem);
                complete = false;
            }
            Some(option) => chosen.push(option),
            None => complete = false,
        }
    }
    if items.len() > limit {
        let problem = Problem::TooManyChoices {
            question: question.path.to_string(),
            count: items.len(),
            limit,
        };
        problems.error(items[limit].span.clone(), problem);
        complete = false;
    }
    complete.then_some(chosen)
}

fn number(question: &Question, node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Option<Answer> {
    let (number, text) = match &node.value {
        Value::Scalar(scalar) => (scalar.number(), scalar.text.as_ref()),
        _ => (None, ""),
    };
    let Some(number) = number else {
        let (min, max) = question.kind.written_range();
        if let Value::Scalar(scalar) = &node.value
            && scalar.is_too_large()
        {
            let problem = Problem::AnswerOutOfRange {
                question: question.path.to_string(),
                value: text.to_owned(),
                min,
                max,
            };
            problems.error(node.span.clone(), problem);
            return None;
        }
        let nearest = level(&question.kind, text).or_else(|| meant(question, text));
        let problem = Problem::ExpectedNumber {
            question: question.path.to_string(),
            found: found(node),
            min,
            max,
            nearest,
        };
        problems.error(mark(node, &problems.file().text), problem);
        return None;
    };
    // In `538.000` the point was meant to group thousands: read as a decimal point, it would be
    // 538.
    if is_whole(&question.kind) && figure::looks_grouped(text) {
        let nearest = meant(question, text);
        let problem = Problem::NotWhole {
            question: question.path.to_string(),
            value: text.to_owned(),
            nearest,
        };
        problems.error(node.span.clone(), problem);
        return None;
    }
    checked(question, number, node.span.clone(), problems)
}

/// The answer that a number is, if the question takes it.
pub fn checked(
    question: &Question,
    number: f64,
    span: Range<usize>,
    problems: &mut Diagnostics<'_>,
) -> Option<Answer> {
    let path = || question.path.to_string();
    // Programs write a whole number as `9400.0` too.
    if is_whole(&question.kind) && number.fract() != 0.0 {
        let problem = Problem::NotWhole { question: path(), value: plain(number), nearest: None };
        problems.error(span, problem);
        return None;
    }
    if matches!(question.kind, Kind::Percent) && number > 0.0 && number < 1.0 {
        let nearest = Some(plain((number * 1e4).round() / 100.0));
        let problem = Problem::PercentFraction { question: path(), value: plain(number), nearest };
        problems.add(Severity::Warning, span.clone(), problem);
    }
    let (least, most) = question.kind.range().unwrap_or((f64::MIN, f64::MAX));
    if number < least || number > most {
        let (min, max) = question.kind.written_range();
        let problem =
            Problem::AnswerOutOfRange { question: path(), value: plain(number), min, max };
        problems.error(span, problem);
        return None;
    }
    Some(Answer::Number(number))
}

/// Whether the answer is a number without decimals.
pub fn is_whole(kind: &Kind) -> bool {
    matches!(kind, Kind::Scale { .. } | Kind::Number { whole: true, .. })
}

/// How people are asked for the number that answers the question.
pub fn asked(question: &Question, decimal_mark: char) -> Asked {
    let is_unit = |unit: &Localized| unit.all().any(|unit| figure::is_percent(unit));
    let percent =
        matches!(question.kind, Kind::Percent) || question.unit.as_ref().is_some_and(is_unit);
    Asked { decimal_mark, whole: is_whole(&question.kind), percent }
}

/// Whether the question takes the number.
pub fn can_be(kind: &Kind, number: f64) -> bool {
    let within = kind.range().is_some_and(|(least, most)| (least..=most).contains(&number));
    within && !(is_whole(kind) && number.fract() != 0.0)
}

/// The number that was meant by `12,5`, `40 %`, `1.250.000`, `9’400` or `120 Tausend`, if it can be
/// an answer. Files say nothing of how their author writes numbers: what could be two of them is
/// none.
fn meant(question: &Question, written: &str) -> Option<String> {
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
        .filter(|number| can_be(&question.kind, *number))
        .collect();
    numbers.dedup();
    match numbers[..] {
        [number] => Some(plain(number)),
        _ => None,
    }
}

/// The level of a scale that is written by its label.
fn level(kind: &Kind, written: &str) -> Option<String> {
    let Kind::Scale { levels } = kind else { return None };
    let folded = written.trim().to_lowercase();
    let place =
        levels.iter().position(|level| level.all().any(|label| label.to_lowercase() == folded));
    place.map(|level| level.to_string())
}

fn flag(question: &Question, node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Option<Answer> {
    let Value::Scalar(scalar) = &node.value else {
        expected_flag(question, found(node), None, node, problems);
        return None;
    };
    let flag = scalar.flag();
    if flag.is_none() {
        let nearest = match scalar.text.to_lowercase().as_str() {
            "ja" | "yes" | "wahr" | "true" | "on" | "1" => Some("true"),
            "nein" | "no" | "falsch" | "false" | "off" | "0" => Some("false"),
            _ => None,
        };
        expected_flag(question, found(node), nearest, node, problems);
    }
    flag.map(Answer::Flag)
}

fn expected_flag(
    question: &Question,
    found: Found,
    nearest: Option<&str>,
    node: &Node<'_>,
    problems: &mut Diagnostics<'_>,
) {
    let question = question.path.to_string();
    let problem = Problem::ExpectedFlag { question, found, nearest: nearest.map(str::to_owned) };
    problems.error(mark(node, &problems.file().text), problem);
}

fn text(question: &Question, node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Option<Answer> {
    let found = found(node);
    if let (Value::Scalar(scalar), Found::Text) = (&node.value, found) {
        let printable = printable(&scalar.text);
        if let Some(count) = excessive(&printable) {
            let problem =
                Problem::TextTooLong { question: question.path.to_string(), count, max: MAX_TEXT };
            problems.error(mark(node, &problems.file().text), problem);
            return None;
        }
        if !printable.is_empty() {
            if scalar.plain && printable.starts_with(['„', '“', '”', '‚', '‘', '»', '«'])
            {
                problems.add(Severity::Warning, node.span.clone(), Problem::TypographicQuotes);
            }
            return Some(Answer::Text(printable.into()));
        }
    }
    let found = if matches!(found, Found::Text) { Found::Nothing } else { found };
    let problem = Problem::ExpectedText { question: question.path.to_string(), found };
    problems.error(mark(node, &problems.file().text), problem);
    None
}

/// The length of a text that is longer than [`MAX_TEXT`], in characters.
pub fn excessive(text: &str) -> Option<usize> {
    // There are at most as many characters as bytes.
    let count = if text.len() > MAX_TEXT { text.chars().count() } else { 0 };
    (count > MAX_TEXT).then_some(count)
}

/// The text on one line, its letters composed, without what could disturb a terminal or page.
pub fn printable(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for (place, word) in text.split_whitespace().enumerate() {
        if place > 0 {
            line.push(' ');
        }
        line.extend(word.chars().filter(|letter| is_printable(*letter)));
    }
    composed(line.into()).into_owned()
}
