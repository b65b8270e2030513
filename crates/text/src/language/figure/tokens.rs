//! A text with a number in it, cut into numbers, words and signs.

use super::words::{Meaning, is_dash, joins, meaning};
use super::{Asked, Refused, Unclear};

/// The blanks that separate thousands.
fn is_blank(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʼ')
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Token {
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
    pub fn number(&self) -> Option<f64> {
        if let Token::Number(number) = self { Some(*number) } else { None }
    }
}

/// What a text consists of.
pub(super) struct Tokens {
    pub all: Vec<Token>,
    /// The marks in a number may separate thousands or decimals.
    pub are_ambiguous: bool,
}

/// Cuts the text into tokens.
pub(super) fn tokens(text: &str, asked: Asked) -> Result<Tokens, Refused> {
    let mut reader = Reader { text, asked, tokens: Vec::new(), is_ambiguous: false };
    reader.all()?;
    Ok(Tokens { all: reader.tokens, are_ambiguous: reader.is_ambiguous })
}

struct Reader<'t> {
    text: &'t str,
    asked: Asked,
    tokens: Vec<Token>,
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
                    let is_close = !self.text[..end].ends_with('.')
                        && self.letter(end).is_some_and(|letter| letter.is_numeric());
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
        before.is_none_or(char::is_whitespace)
            && self.letter(next).is_some_and(|letter| letter.is_ascii_digit())
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
        self.is_ambiguous |= self.asked.whole
            && marks == [self.asked.decimal_mark]
            && exponent.is_empty()
            && in_threes(&groups);
        let number = value(&groups, &marks, exponent, self.asked)?;
        // A point ends a sentence, or it is one of a date: `12. Mai`, `12.05.`
        if self.text[at..].starts_with('.') {
            if marks.contains(&'.') && groups.last().is_some_and(|last| last.len() != 3) {
                return Err(Unclear::Date.into());
            }
            let rest = self.text[at + 1..].trim_start();
            if !rest.is_empty() && !rest.starts_with(['(', '[']) {
                let month = rest.starts_with(|letter: char| letter.is_ascii_digit())
                    || meaning(
                        &rest[..rest.len() - rest.trim_start_matches(char::is_alphabetic).len()],
                    ) == Meaning::Month;
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
        let digits = unsigned.len()
            - unsigned.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
        if digits == 0 { start } else { start + 1 + (rest.len() - unsigned.len()) + digits }
    }

    fn word_end(&self, start: usize) -> usize {
        let mut letters = self.text[start..].char_indices().peekable();
        while let Some((offset, letter)) = letters.next() {
            let goes_on = letter.is_alphabetic()
                || matches!(letter, '²' | '³')
                || (joins(letter) && letters.peek().is_some_and(|(_, next)| next.is_alphabetic()));
            if !goes_on {
                let end = start + offset + usize::from(letter == '.');
                return self.abbreviation_end(start, end).unwrap_or(end);
            }
        }
        self.text.len()
    }

    /// The end of an abbreviation with a blank in it, `v. H.`, whose first part is this word.
    fn abbreviation_end(&self, start: usize, end: usize) -> Option<usize> {
        let is_letter = |part: &str| part.strip_suffix('.').is_some_and(is_one_letter);
        if !is_letter(&self.text[start..end]) {
            return None;
        }
        let blanks = self.text[end..].find(|letter| !is_blank(letter))?;
        let behind = end + blanks + self.letter(end + blanks)?.len_utf8() + 1;
        let second = self.text.get(end + blanks..behind)?;
        (blanks > 0 && is_letter(second)).then_some(behind)
    }

    /// Takes what stands in brackets: a year or date with words beside it, or a remark without
    /// digits.
    fn brackets(&mut self, open: usize, start: usize) -> Result<usize, Refused> {
        let closing = if self.text[open..].starts_with('(') { ')' } else { ']' };
        let length = self.text[start..].find(closing).ok_or(Refused::NoNumber)?;
        let aside = &self.text[start..start + length];
        let is_digit = |letter: char| letter.is_ascii_digit();
        match aside.contains(is_digit) {
            true if is_dated(aside) => {}
            true => return Err(Unclear::Several.into()),
            false => {
                let aside = tokens(aside, self.asked)?.all;
                let changes = |token: &Token| {
                    !matches!(token, Token::Word(Meaning::Plain | Meaning::About) | Token::Dash)
                };
                self.tokens.extend(aside.into_iter().filter(changes));
            }
        }
        Ok(start + length + closing.len_utf8())
    }
}

fn is_one_letter(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
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
    let parts: Vec<&str> = figures
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    let marks: String = figures
        .chars()
        .filter(|letter| !letter.is_ascii_digit() && !letter.is_whitespace())
        .collect();
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
pub(super) fn can_be_grouped(first: &str) -> bool {
    (1..=3).contains(&first.len()) && !first.starts_with('0')
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
        [thousands @ .., last]
            if matches!(last, '.' | ',') && uniform(thousands) && thousands[0] != *last =>
        {
            if !in_threes(&groups[..groups.len() - 1]) {
                return Err(Refused::NoNumber);
            }
            true
        }
        _ => {
            let is_date = marks.iter().all(|mark| *mark == '.')
                && groups[..2].iter().all(|group| group.len() <= 2);
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
