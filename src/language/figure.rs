//! Numbers as people write them: `ca. 9.400 Einwohner (2024)` is 9400, and `9000 bis 9500` is none.
//!
//! The one reader for forms, dialogue and tables. It takes a text only if it states exactly one number, and never picks one of several.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::Serialize;

use super::Language;
use super::messages::message;

/// Why a text with a number in it does not state one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
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

#[cfg(any(feature = "serve", feature = "text-report"))]
impl Unclear {
    /// The name under which messages know it.
    pub(crate) fn name(self) -> &'static str {
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
pub(crate) enum Refused {
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
pub(crate) struct Asked {
    /// What separates decimals, `,` or `.`; the other one separates thousands.
    pub decimal_mark: char,
    /// Decimals are not possible.
    pub whole: bool,
    /// A percentage is asked for.
    pub percent: bool,
}

/// The number that the text states.
pub(crate) fn read(text: &str, asked: Asked) -> Result<f64, Refused> {
    let mut reader = Reader { text, asked, tokens: Vec::new(), is_ambiguous: false };
    reader.all()?;
    let Reader { tokens, is_ambiguous, .. } = reader;
    let is = |wanted: &Token| tokens.contains(wanted);
    let means = |wanted: Meaning| tokens.iter().any(|token| matches!(token, Token::Word(found) if *found == wanted));
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
        return Err(Refused::Unclear(Unclear::Magnitude, worked_out(&tokens).filter(|_| !is_ambiguous)));
    }
    let [number] = numbers[..] else { return Err(Unclear::Several.into()) };
    if means(Meaning::Number) {
        return Err(Unclear::Word.into());
    }
    let number = signed(&tokens, number)?;
    match (asked.percent, means(Meaning::Percent), means(Meaning::Plain) || means(Meaning::PerMille)) {
        (true, false, true) => Err(Unclear::NotPercent.into()),
        (false, true, _) => Err(Unclear::Percent.into()),
        (false, false, _) if means(Meaning::PerMille) => Err(Unclear::Percent.into()),
        _ if is_ambiguous => Err(Refused::Unclear(Unclear::Marks, Some(number))),
        _ => Ok(number),
    }
}

/// Whether a unit is a percentage.
pub(crate) fn is_percent(unit: &str) -> bool {
    unit.trim() == "%" || meaning(unit.trim()) == Meaning::Percent
}

/// The number with its sign, which can only be the very first thing.
fn signed(tokens: &[Token], number: f64) -> Result<f64, Refused> {
    let mut told = tokens.iter().skip_while(|token| **token == Token::Word(Meaning::About)).peekable();
    let is_negative =
        told.next_if_eq(&&Token::Dash).is_some() && told.peek().is_some_and(|next| next.number().is_some());
    let rest: Vec<&Token> = told.collect();
    // Between the number and a word, a dash is punctuation.
    let stray = rest.iter().enumerate().any(|(place, token)| {
        **token == Token::Plus
            || **token == Token::Word(Meaning::Sign)
            || (**token == Token::Dash && !matches!(rest.get(place + 1), Some(Token::Word(_))))
    });
    match stray || (!is_negative && tokens.first() == Some(&Token::Dash)) {
        true => Err(Unclear::Sign.into()),
        false => Ok(if is_negative { -number } else { number }),
    }
}

/// What `120 Tausend`, `1 Mio. 200 Tsd.` or `9 Tsd. 400` come to: parts from the greatest to the least.
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

/// What a word says about the number beside it.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Meaning {
    /// Nothing that changes the number: a unit, a remark.
    Plain,
    About,
    Percent,
    PerMille,
    Range,
    Bound,
    Sign,
    Month,
    Scale(f64),
    /// A number in words.
    Number,
}

/// The words of all languages: a form in one is often filled in in another.
struct Words {
    meanings: HashMap<String, Meaning>,
    /// What longer words for numbers end with.
    endings: Vec<String>,
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        let lists = [
            ("number-words-about", Meaning::About),
            ("number-words-percent", Meaning::Percent),
            ("number-words-per-mille", Meaning::PerMille),
            ("number-words-range", Meaning::Range),
            ("number-words-bound", Meaning::Bound),
            ("number-words-sign", Meaning::Sign),
            ("number-words-month", Meaning::Month),
            ("number-words-number", Meaning::Number),
            ("number-words-hundred", Meaning::Scale(1e2)),
            ("number-words-thousand", Meaning::Scale(1e3)),
            ("number-words-million", Meaning::Scale(1e6)),
            ("number-words-milliard", Meaning::Scale(1e9)),
        ];
        let listed = |language, id| -> Vec<String> {
            message(language, id, &[]).split_whitespace().map(str::to_owned).collect()
        };
        let meanings = Language::ALL.into_iter().flat_map(|language| {
            lists.iter().flat_map(move |(id, meaning)| listed(language, id).into_iter().map(|word| (word, *meaning)))
        });
        let endings = Language::ALL.into_iter().flat_map(|language| listed(language, "number-words-endings"));
        Words { meanings: meanings.collect(), endings: endings.collect() }
    })
}

/// What a word means, or a part of it that would change the number: `Mio.€`, `Tsd.Einwohner`.
fn meaning(word: &str) -> Meaning {
    let folded = word.to_lowercase();
    let folded = folded.trim_end_matches('.');
    let known = |word: &str| words().meanings.get(word).copied();
    let is_number = || words().endings.iter().any(|ending| folded.ends_with(ending.as_str()));
    known(folded)
        .or_else(|| folded.split(joins).find_map(|part| known(part).filter(|found| *found != Meaning::About)))
        .or_else(|| is_number().then_some(Meaning::Number))
        .unwrap_or(Meaning::Plain)
}

/// What joins the parts of a word: `Einwohner/innen`, `v.H.`, `EW-Zahl`.
fn joins(letter: char) -> bool {
    matches!(letter, '*' | ':' | '_' | '/' | '.' | '’' | '\'') || is_dash(letter)
}

fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// The blanks that separate thousands.
fn is_blank(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʼ')
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Token {
    Number(f64),
    Word(Meaning),
    Dash,
    Slash,
    Plus,
    Bound,
    /// `½` and the like.
    VulgarFraction,
}

impl Token {
    fn number(&self) -> Option<f64> {
        if let Token::Number(number) = self { Some(*number) } else { None }
    }
}

struct Reader<'t> {
    text: &'t str,
    asked: Asked,
    tokens: Vec<Token>,
    /// The marks in a number may separate thousands or decimals.
    is_ambiguous: bool,
}

impl<'t> Reader<'t> {
    fn all(&mut self) -> Result<(), Refused> {
        let mut at = 0;
        while let Some(letter) = self.letter(at) {
            let next = at + letter.len_utf8();
            let token = match letter {
                '0'..='9' => {
                    at = self.figure(at)?;
                    continue;
                }
                // `.5`
                '.' | ',' if self.begins_decimals(at, next) => {
                    at = self.figure(at)?;
                    continue;
                }
                '(' | '[' => {
                    at = self.brackets(at, next)?;
                    continue;
                }
                '%' => Token::Word(Meaning::Percent),
                '‰' => Token::Word(Meaning::PerMille),
                '€' | '$' | '£' => Token::Word(Meaning::Plain),
                '~' | '≈' | '∼' => Token::Word(Meaning::About),
                '<' | '>' | '≤' | '≥' | '±' => Token::Bound,
                '+' if self.tokens.iter().any(|token| token.number().is_some()) => Token::Bound,
                '+' => Token::Plus,
                '/' | '÷' | '∕' | '⁄' => Token::Slash,
                '\u{bc}'..='\u{be}' | '\u{2150}'..='\u{215e}' => Token::VulgarFraction,
                _ if is_dash(letter) => Token::Dash,
                _ if letter.is_alphabetic() => {
                    let end = self.word_end(at);
                    let meaning = meaning(&self.text[at..end]);
                    // `Q4`, `A12`: a name, not a number. `ca.` may be written close.
                    let is_close =
                        !self.text[..end].ends_with('.') && self.letter(end).is_some_and(|letter| letter.is_numeric());
                    if is_close && meaning != Meaning::About {
                        return Err(Refused::NoNumber);
                    }
                    self.tokens.push(Token::Word(meaning));
                    at = end;
                    continue;
                }
                // `>=`
                '=' if self.tokens.last() == Some(&Token::Bound) => {
                    at = next;
                    continue;
                }
                ',' | ';' | ':' | '.' | '!' | '"' | '„' | '“' | '”' | '«' | '»' => {
                    at = next;
                    continue;
                }
                _ if letter.is_whitespace() || is_apostrophe(letter) => {
                    at = next;
                    continue;
                }
                _ => return Err(Refused::NoNumber),
            };
            self.tokens.push(token);
            at = next;
        }
        Ok(())
    }

    fn letter(&self, at: usize) -> Option<char> {
        self.text[at..].chars().next()
    }

    fn begins_decimals(&self, at: usize, next: usize) -> bool {
        let before = self.text[..at].chars().next_back();
        before.is_none_or(char::is_whitespace) && self.letter(next).is_some_and(|letter| letter.is_ascii_digit())
    }

    /// The end of the digits that begin here.
    fn digits(&self, start: usize) -> usize {
        let rest = &self.text[start..];
        start + rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len())
    }

    /// Takes the digits that begin here, with the marks between them.
    fn figure(&mut self, start: usize) -> Result<usize, Refused> {
        let mut at = self.digits(start);
        let mut groups = vec![&self.text[start..at]];
        let mut marks = Vec::new();
        while let Some(mark) = self.letter(at) {
            let behind = at + mark.len_utf8();
            let end = self.digits(behind);
            let group = &self.text[behind..end];
            let separates = match mark {
                _ if group.is_empty() => false,
                '.' | ',' => true,
                _ if is_apostrophe(mark) => true,
                // Without groups of three, a blank stands between two numbers.
                _ => {
                    is_blank(mark)
                        && group.len() == 3
                        && can_be_grouped(groups[0])
                        && marks.iter().all(|mark| *mark == ' ')
                }
            };
            if !separates {
                break;
            }
            marks.push(if is_apostrophe(mark) {
                '\''
            } else if is_blank(mark) {
                ' '
            } else {
                mark
            });
            groups.push(group);
            at = end;
        }
        let exponent_end = self.exponent(at);
        let exponent = &self.text[at..exponent_end];
        at = exponent_end;
        // `9,400` in German: nine and a bit of what is only whole, or thousands by another habit?
        self.is_ambiguous |=
            self.asked.whole && marks == [self.asked.decimal_mark] && exponent.is_empty() && in_threes(&groups);
        let number = value(&groups, &marks, exponent, self.asked)?;
        // A point ends a sentence, or it is one of a date: `12. Mai`, `12.05.`
        if self.text[at..].starts_with('.') {
            if marks.contains(&'.') && groups.last().is_some_and(|last| last.len() != 3) {
                return Err(Unclear::Date.into());
            }
            let rest = self.text[at + 1..].trim_start();
            if !rest.is_empty() && !rest.starts_with(['(', '[']) {
                let month = rest.starts_with(|letter: char| letter.is_ascii_digit())
                    || meaning(&rest[..rest.len() - rest.trim_start_matches(char::is_alphabetic).len()])
                        == Meaning::Month;
                return Err(if month { Unclear::Date.into() } else { Refused::NoNumber });
            }
            at += 1;
        }
        self.tokens.push(Token::Number(number));
        Ok(at)
    }

    /// The end of `e+05`, as R and Python write, if it stands here.
    fn exponent(&self, start: usize) -> usize {
        let rest = self.text[start..].strip_prefix(['e', 'E']).unwrap_or_default();
        let unsigned = rest.strip_prefix(['+', '-']).unwrap_or(rest);
        let digits = unsigned.len() - unsigned.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
        if digits == 0 { start } else { start + 1 + (rest.len() - unsigned.len()) + digits }
    }

    fn word_end(&self, start: usize) -> usize {
        let mut letters = self.text[start..].char_indices().peekable();
        while let Some((place, letter)) = letters.next() {
            let goes_on = letter.is_alphabetic()
                || matches!(letter, '²' | '³')
                || (joins(letter) && letters.peek().is_some_and(|(_, next)| next.is_alphabetic()));
            if !goes_on {
                return start + place + usize::from(letter == '.');
            }
        }
        self.text.len()
    }

    /// Takes what stands in brackets: a year or date with words beside it, or a remark without digits.
    fn brackets(&mut self, open: usize, start: usize) -> Result<usize, Refused> {
        let closing = if self.text[open..].starts_with('(') { ')' } else { ']' };
        let length = self.text[start..].find(closing).ok_or(Refused::NoNumber)?;
        let aside = &self.text[start..start + length];
        let is_digit = |letter: char| letter.is_ascii_digit();
        match aside.contains(is_digit) {
            true if is_dated(aside) => {}
            true => return Err(Unclear::Several.into()),
            false => {
                let mut told = Reader { text: aside, asked: self.asked, tokens: Vec::new(), is_ambiguous: false };
                told.all()?;
                let changes =
                    |token: &Token| !matches!(token, Token::Word(Meaning::Plain | Meaning::About) | Token::Dash);
                self.tokens.extend(told.tokens.into_iter().filter(changes));
            }
        }
        Ok(start + length + closing.len_utf8())
    }
}

/// Whether a text is a year or a date, with plain words beside it: `Stand 31.12.2024`.
fn is_dated(text: &str) -> bool {
    let (mut rest, mut month) = (text, false);
    // Words come before and behind.
    let mut figures = String::new();
    while let Some(letter) = rest.chars().next() {
        if letter.is_alphabetic() {
            let end = rest.find(|letter: char| !letter.is_alphabetic()).unwrap_or(rest.len());
            match meaning(&rest[..end]) {
                Meaning::Plain | Meaning::About => {}
                Meaning::Month => month = true,
                _ => return false,
            }
            figures.push(' ');
            rest = &rest[end..];
            continue;
        }
        figures.push(letter);
        rest = &rest[letter.len_utf8()..];
    }
    let figures = figures.trim_matches(|letter: char| !letter.is_ascii_digit());
    let parts: Vec<&str> =
        figures.split(|letter: char| !letter.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let marks: String = figures.chars().filter(|letter| !letter.is_ascii_digit() && !letter.is_whitespace()).collect();
    let within = |part: &str, least: u32, most: u32| {
        part.len() <= 4 && part.parse().is_ok_and(|number: u32| (least..=most).contains(&number))
    };
    let is_year = |part: &str| part.len() == 4 && within(part, 1900, 2100);
    let is_month = |part: &str| part.len() < 3 && within(part, 1, 12);
    let is_day = |part: &str| part.len() < 3 && within(part, 1, 31);
    match (parts.as_slice(), marks.as_str()) {
        ([year], "") => is_year(year),
        ([day, year], "." | "") => month && is_day(day) && is_year(year),
        ([month, year], "/") => is_month(month) && is_year(year),
        ([day, month, year], ".." | "//") => is_day(day) && is_month(month) && is_year(year),
        ([year, month, day], "--") => is_year(year) && is_month(month) && is_day(day),
        _ => false,
    }
}

/// Whether thousands may follow this group: nobody writes `0.400` for 400.
fn can_be_grouped(first: &str) -> bool {
    (1..=3).contains(&first.len()) && !first.starts_with('0')
}

/// Whether digits with one decimal point may be meant as thousands: `9.400`.
pub(crate) fn looks_grouped(written: &str) -> bool {
    let unsigned = written.strip_prefix(['-', '+']).unwrap_or(written);
    unsigned.split_once('.').is_some_and(|(first, second)| {
        can_be_grouped(first) && second.len() == 3 && second.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Whether the groups are those of thousands.
fn in_threes(groups: &[&str]) -> bool {
    can_be_grouped(groups[0]) && groups[1..].iter().all(|group| group.len() == 3)
}

/// The value of groups of digits with these marks between them.
fn value(groups: &[&str], marks: &[char], exponent: &str, asked: Asked) -> Result<f64, Refused> {
    let uniform = |marks: &[char]| marks.windows(2).all(|pair| pair[0] == pair[1]);
    let decimals = match marks {
        [] => false,
        [mark] if matches!(mark, '.' | ',') => {
            // `01.05` is how spreadsheets show a date.
            if *mark == '.' && groups[0].len() == 2 && groups[0].starts_with('0') {
                return Err(Unclear::Date.into());
            }
            let grouped = in_threes(groups) && exponent.is_empty();
            !grouped || (*mark == asked.decimal_mark && !asked.whole)
        }
        marks if uniform(marks) && in_threes(groups) => false,
        // Thousands by one mark, then decimals by another: `1.234,5`
        [thousands @ .., last] if matches!(last, '.' | ',') && uniform(thousands) && thousands[0] != *last => {
            if !in_threes(&groups[..groups.len() - 1]) {
                return Err(Refused::NoNumber);
            }
            true
        }
        _ => {
            let is_date = marks.iter().all(|mark| *mark == '.') && groups[..2].iter().all(|group| group.len() <= 2);
            return Err(if is_date { Unclear::Date.into() } else { Refused::NoNumber });
        }
    };
    let written = match (decimals, groups) {
        (true, [whole @ .., last]) => format!("{}.{last}{exponent}", whole.concat()),
        _ => format!("{}{exponent}", groups.concat()),
    };
    let number: f64 = written.parse().map_err(|_| Refused::NoNumber)?;
    if number.is_finite() { Ok(number) } else { Err(Refused::NoNumber) }
}
