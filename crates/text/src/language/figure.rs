//! Numbers as people write them: `ca. 9.400 Einwohner (2024)` is 9400, and `9000 bis 9500` is none.
//!
//! The one reader for forms, dialogue and tables. It takes a text only if it states exactly one
//! number, and never picks one of several.

use serde::Serialize;

use tokens::{Token, Tokens, can_be_grouped, tokens};
use words::{Meaning, meaning};

mod tokens;
mod words;

/// Why a text with a number in it does not state one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Unclear {
    /// There is more than one number.
    Several,
    /// A range: `9000-9500`, `9000 bis 9500`.
    Range,
    /// A fraction or ratio: `1/3`, `½`.
    Fraction,
    /// A bound, or what the number is not: `> 9000`, `mindestens 9000`.
    Bound,
    /// A sign where none belongs: `+5`, `9400-`.
    Sign,
    /// A date outside brackets: `12. Mai`.
    Date,
    /// A number in words beside the digits.
    Word,
    /// Thousands or millions in words: `120 Tausend`.
    Magnitude,
    /// A percentage where a count is asked for.
    Percent,
    /// A count where a percentage is asked for.
    NotPercent,
    /// Marks that may separate thousands as well as decimals.
    Marks,
}

impl Unclear {
    /// The name under which messages know it.
    pub fn name(self) -> &'static str {
        match self {
            Unclear::Several => "several",
            Unclear::Range => "range",
            Unclear::Fraction => "fraction",
            Unclear::Bound => "bound",
            Unclear::Sign => "sign",
            Unclear::Date => "date",
            Unclear::Word => "word",
            Unclear::Magnitude => "magnitude",
            Unclear::Percent => "percent",
            Unclear::NotPercent => "not-percent",
            Unclear::Marks => "marks",
        }
    }
}

/// Why a text is not taken for a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Refused {
    /// No number in it, or something that nobody can read.
    NoNumber,
    /// The reason, and the number that is meant where it can be worked out.
    Unclear(Unclear, Option<f64>),
}

impl From<Unclear> for Refused {
    fn from(why: Unclear) -> Self {
        Refused::Unclear(why, None)
    }
}

/// How a number is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// What separates decimals, `,` or `.`; the other one separates thousands.
    pub decimal_mark: char,
    /// Decimals are not possible.
    pub whole: bool,
    /// A percentage is asked for.
    pub percent: bool,
}

/// The number that the text states.
pub fn read(text: &str, asked: Asked) -> Result<f64, Refused> {
    let Tokens { all: tokens, are_ambiguous } = tokens(text, asked)?;
    let is = |wanted: &Token| tokens.contains(wanted);
    let means = |wanted: Meaning| {
        tokens.iter().any(|token| matches!(token, Token::Word(found) if *found == wanted))
    };
    let numbers: Vec<f64> = tokens.iter().filter_map(Token::number).collect();
    if is(&Token::VulgarFraction) {
        return Err(Unclear::Fraction.into());
    }
    if numbers.is_empty() {
        return Err(Refused::NoNumber);
    }
    let joints = tokens.iter().filter(|token| matches!(token, Token::Dash | Token::Slash)).count();
    if means(Meaning::Month) || (numbers.len() > 2 && joints > 1) {
        return Err(Unclear::Date.into());
    }
    if is(&Token::Bound) || means(Meaning::Bound) {
        return Err(Unclear::Bound.into());
    }
    if is(&Token::Slash) {
        return Err(Unclear::Fraction.into());
    }
    if means(Meaning::Range) || (numbers.len() > 1 && is(&Token::Dash)) {
        return Err(Unclear::Range.into());
    }
    if tokens.iter().any(|token| matches!(token, Token::Word(Meaning::Scale(_)))) {
        return Err(Refused::Unclear(
            Unclear::Magnitude,
            worked_out(&tokens).filter(|_| !are_ambiguous),
        ));
    }
    let [number] = numbers[..] else { return Err(Unclear::Several.into()) };
    if means(Meaning::Number) {
        return Err(Unclear::Word.into());
    }
    let number = signed(&tokens, number)?;
    match (
        asked.percent,
        means(Meaning::Percent),
        means(Meaning::Plain) || means(Meaning::PerMille),
    ) {
        (true, false, true) => Err(Unclear::NotPercent.into()),
        (false, true, _) => Err(Unclear::Percent.into()),
        (false, false, _) if means(Meaning::PerMille) => Err(Unclear::Percent.into()),
        _ if are_ambiguous => Err(Refused::Unclear(Unclear::Marks, Some(number))),
        _ => Ok(number),
    }
}

/// Whether a unit is a percentage.
pub fn is_percent(unit: &str) -> bool {
    unit.trim() == "%" || meaning(unit.trim()) == Meaning::Percent
}

/// The number with its sign, which can only be the very first thing.
fn signed(tokens: &[Token], number: f64) -> Result<f64, Refused> {
    let mut told =
        tokens.iter().skip_while(|token| **token == Token::Word(Meaning::About)).peekable();
    let is_negative = told.next_if_eq(&&Token::Dash).is_some()
        && told.peek().is_some_and(|next| next.number().is_some());
    let rest: Vec<&Token> = told.collect();
    // Between the number and a word, a dash is punctuation.
    let stray = rest.iter().enumerate().any(|(index, token)| {
        **token == Token::Plus
            || **token == Token::Word(Meaning::Sign)
            || (**token == Token::Dash && !matches!(rest.get(index + 1), Some(Token::Word(_))))
    });
    match stray || (!is_negative && tokens.first() == Some(&Token::Dash)) {
        true => Err(Unclear::Sign.into()),
        false => Ok(if is_negative { -number } else { number }),
    }
}

/// What `120 Tausend`, `1 Mio. 200 Tsd.` or `9 Tsd. 400` come to: parts from the greatest to the
/// least.
fn worked_out(tokens: &[Token]) -> Option<f64> {
    let (mut sum, mut part, mut last) = (0.0, None, f64::INFINITY);
    for token in tokens {
        match token {
            Token::Number(number) if part.is_none() => part = Some(*number),
            Token::Word(Meaning::Scale(factor)) if *factor < last => {
                sum += part.take()? * factor;
                last = *factor;
            }
            Token::Word(Meaning::About | Meaning::Plain) => {}
            _ => return None,
        }
    }
    match part {
        Some(rest) if rest >= last => None,
        // What decimals leave behind in the last digits is not meant.
        rest => Some(((sum + rest.unwrap_or_default()) * 1e6).round() / 1e6),
    }
}

/// Whether digits with one decimal point may be meant as thousands: `9.400`.
pub fn looks_grouped(written: &str) -> bool {
    let unsigned = written.strip_prefix(['-', '+']).unwrap_or(written);
    unsigned.split_once('.').is_some_and(|(first, second)| {
        can_be_grouped(first)
            && second.len() == 3
            && second.bytes().all(|byte| byte.is_ascii_digit())
    })
}
