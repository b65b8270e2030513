//! What a typed line means: a key, or an answer to the question.

use dteam_engine::profile::{Answer, answer};
use dteam_engine::survey::raw::{Fault, Raw, Wrong};
use dteam_engine::survey::{Control, Options, Question};
use dteam_text::diagnostic::{Diagnostic, Location, Severity, SourceFile, nearest};
use dteam_text::language::messages::message;
use dteam_text::language::{Language, Unclear};

/// The maximum length of a line, in characters.
pub const MAX_LINE: usize = 16_384;

/// What may be done instead of answering.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    /// On, the answer as it was.
    Go,
    Back,
    Help,
    Overview,
    End,
}

/// What a line means at a question.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Reply {
    Key(Key),
    /// The answer is to be taken back.
    Clear,
    /// An answer, and what in it deserves a second look.
    Answer(Answer, Option<Diagnostic>),
}

/// Why a line is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Mistake {
    /// Part of it is not text: other bytes than those of UTF-8.
    NotUtf8,
    /// Control characters in it, as keys send them that move a cursor.
    Control,
    /// More than [`MAX_LINE`] characters.
    LineTooLong,
    /// None of the keys that are meant here.
    NoKey(String),
    /// None of the options; the number and label of the one that may be meant.
    NoSuchOption(String, Option<(usize, String)>),
    /// None of the numbers.
    NoSuchNumber {
        /// What was written.
        written: String,
        /// The lowest number there is.
        least: usize,
        /// The highest.
        most: usize,
    },
    /// More than one option where one is wanted.
    OnlyOne,
    /// More than may be ranked.
    TooMany {
        /// The number that was given.
        count: usize,
        /// The maximum number.
        limit: usize,
    },
    /// The option of this label is named twice.
    Twice(String),
    /// No number between these, as the language writes them.
    NoNumber {
        /// What was written.
        written: String,
        /// The least.
        least: String,
        /// The greatest.
        most: String,
    },
    /// Part of what can only be whole.
    NotWhole(String),
    /// Not one number, but something that could be taken for it.
    NumberUnclear {
        /// What was written.
        written: String,
        /// Why it is not one number.
        why: Unclear,
        /// The number that is meant, as the language writes it, where it can be worked out.
        meant: Option<String>,
    },
    /// Neither yes nor no.
    NotYesOrNo,
    /// Not a letter in it.
    NoText(String),
    /// More characters than a text may have.
    TooLong {
        /// How many were given.
        count: usize,
        /// How many there may be.
        max: usize,
    },
}

/// Whether it is known for certain what was written.
pub(super) fn legible(line: &str) -> Result<(), Mistake> {
    if line.chars().nth(MAX_LINE).is_some() {
        return Err(Mistake::LineTooLong);
    }
    if line.contains(char::REPLACEMENT_CHARACTER) {
        return Err(Mistake::NotUtf8);
    }
    match line.chars().any(|letter| letter.is_control() && !letter.is_whitespace()) {
        true => Err(Mistake::Control),
        false => Ok(()),
    }
}

/// What the line means where only keys do; `None` for anything else.
pub(super) fn key(line: &str, language: Language) -> Option<Key> {
    let keys = [
        (Key::Back, "interview-keys-back"),
        (Key::Help, "interview-keys-help"),
        (Key::Overview, "interview-keys-overview"),
        (Key::End, "interview-keys-end"),
    ];
    match line.trim() {
        "" => Some(Key::Go),
        line => keys.into_iter().find(|(_, id)| is_one_of(line, id, language)).map(|(key, _)| key),
    }
}

/// Whether the line is one of the words that a message lists.
fn is_one_of(line: &str, id: &str, language: Language) -> bool {
    let folded = line.to_lowercase();
    message(language, id, &[]).split(' ').any(|word| word == folded)
}

/// What the line means at the question.
pub(super) fn reply(question: &Question, line: &str, language: Language) -> Result<Reply, Mistake> {
    let line = line.trim();
    // There are places called Ende.
    let may_be_key = !matches!(question.kind.control(), Control::Line) || line.chars().count() <= 1;
    if may_be_key {
        if let Some(key) = key(line, language) {
            return Ok(Reply::Key(key));
        }
        if is_one_of(line, "interview-keys-clear", language) {
            return Ok(Reply::Clear);
        }
    }
    let (answer, doubt) = understood(question, &brought(question, line, language)?, language)?;
    Ok(Reply::Answer(answer, doubt))
}

/// What the line brings as an answer.
fn brought<'l>(
    question: &'l Question,
    line: &'l str,
    language: Language,
) -> Result<Raw<'l>, Mistake> {
    let id = |options: &'l Options, option: u8| Raw::Text(options.get(option).id.as_str().into());
    Ok(match question.kind.control() {
        Control::One(options) => match chosen(options, line, language)?[..] {
            [option] => id(options, option),
            _ => return Err(Mistake::OnlyOne),
        },
        Control::Several(options) | Control::Ranked(options, _) => {
            let is_none =
                is_one_of(line, "interview-keys-none", language) && options.find(line).is_none();
            let chosen = if is_none { Vec::new() } else { chosen(options, line, language)? };
            Raw::List(chosen.into_iter().map(|option| id(options, option)).collect())
        }
        Control::Level(levels) => {
            match named(levels.iter().map(|level| level.get(language).as_str()), line) {
                Some(level) => Raw::Number(level.into()),
                None => figure(question, line, language),
            }
        }
        Control::Number(_) => figure(question, line, language),
        Control::YesOrNo if is_one_of(line, "interview-keys-yes", language) => Raw::Flag(true),
        Control::YesOrNo if is_one_of(line, "interview-keys-no", language) => Raw::Flag(false),
        Control::YesOrNo => return Err(Mistake::NotYesOrNo),
        Control::Line => text(line)?,
    })
}

/// The answer that is meant by what stands in a field of its own, where there are no keys, and what
/// in it deserves a second look. For questions answered by a number or a text.
pub fn typed(
    question: &Question,
    line: &str,
    language: Language,
) -> Result<(Answer, Option<Diagnostic>), Mistake> {
    let line = answer::printable(line);
    legible(&line)?;
    let is_text = matches!(question.kind.control(), Control::Line);
    let raw = if is_text { text(&line)? } else { figure(question, &line, language) };
    understood(question, &raw, language)
}

/// The answer that was brought, and what in it deserves a second look.
pub fn understood(
    question: &Question,
    raw: &Raw<'_>,
    language: Language,
) -> Result<(Answer, Option<Diagnostic>), Mistake> {
    let answer =
        question.kind.parse(raw).map_err(|fault| mistake(question, &fault, raw, language))?;
    let doubt = question.kind.doubt(&answer).map(|wrong| {
        let file = SourceFile::new("", raw.written().unwrap_or_default());
        let span = 0..file.text.len();
        let problem = answer::problem(question, wrong, raw);
        Diagnostic {
            severity: Severity::Warning,
            ..Diagnostic::at(Location { file, span }, problem)
        }
    });
    Ok((answer, doubt))
}

/// The first thing that is wrong with what was brought.
fn mistake(question: &Question, fault: &Fault, raw: &Raw<'_>, language: Language) -> Mistake {
    let written = answer::printable(&fault.part_of(raw).written().unwrap_or_default());
    match fault.wrong {
        Wrong::NotOption | Wrong::UnknownOption | Wrong::NotList | Wrong::NotFlag => {
            Mistake::NoSuchOption(written, None)
        }
        Wrong::Repeated(option) => {
            let label = question.kind.options().map(|options| &options.get(option).label);
            Mistake::Twice(label.map_or(written, |label| label.get(language).to_string()))
        }
        Wrong::TooMany { count, limit } => Mistake::TooMany { count, limit },
        Wrong::NotNumber | Wrong::TooLarge | Wrong::OutOfRange(_) | Wrong::PercentFraction(_) => {
            let (least, most) = question.kind.range().unwrap_or_default();
            Mistake::NoNumber {
                written,
                least: language.number(least),
                most: language.number(most),
            }
        }
        Wrong::Unclear(why, meant) => Mistake::NumberUnclear {
            written,
            why,
            meant: meant.map(|meant| language.number(meant)),
        },
        Wrong::Grouped | Wrong::NotWhole(_) => Mistake::NotWhole(written),
        Wrong::NotText => Mistake::NoText(written),
        Wrong::TooLong(count) => Mistake::TooLong { count, max: answer::MAX_TEXT },
    }
}

/// A number as people write it.
fn figure<'l>(question: &Question, line: &'l str, language: Language) -> Raw<'l> {
    Raw::Figure(line.into(), answer::asked(question, language.decimal_mark()))
}

/// A text that has letters in it.
fn text(line: &str) -> Result<Raw<'_>, Mistake> {
    match line.chars().any(char::is_alphabetic) {
        true => Ok(Raw::Text(line.into())),
        false => Err(Mistake::NoText(line.to_owned())),
    }
}

/// The options that a line names, by numbers, ids or labels: `1 3`, `1, dms`, `Chatbot, De-Mail`.
fn chosen(options: &Options, line: &str, language: Language) -> Result<Vec<u8>, Mistake> {
    // A label may have commas and blanks of its own.
    if let Some(option) = option(options, line) {
        return Ok(vec![option]);
    }
    let and = format!(" {} ", message(language, "interview-and", &[]));
    let line = line.replace(&and, ",");
    let mut chosen = Vec::new();
    for piece in line.split([',', ';']).map(str::trim).filter(|piece| !piece.is_empty()) {
        if let Some(option) = option(options, piece) {
            chosen.push(option);
            continue;
        }
        let words: Vec<&str> = piece.split_whitespace().collect();
        let found: Option<Vec<u8>> = words.iter().map(|word| option(options, word)).collect();
        match found {
            // Several words of one label; the same number twice is a slip.
            Some(mut found) => {
                if words.iter().all(|word| word.parse::<usize>().is_err()) {
                    found.dedup();
                }
                chosen.extend(found);
            }
            None => return Err(not_an_option(options, piece, &words, language)),
        }
    }
    Ok(chosen)
}

/// The option of that number, id or label.
fn option(options: &Options, written: &str) -> Option<u8> {
    if let Ok(number) = written.trim_end_matches('.').parse::<usize>() {
        return number
            .checked_sub(1)
            .filter(|index| *index < options.0.len())
            .map(|index| index as u8);
    }
    let as_id = written.replace([' ', '-'], "_");
    let by_id = options
        .ids()
        .position(|id| id.eq_ignore_ascii_case(written) || id.eq_ignore_ascii_case(&as_id));
    let by_label = || {
        let in_language = |language| {
            named(options.0.iter().map(|choice| choice.label.get(language).as_str()), written)
        };
        Language::ALL.into_iter().find_map(in_language)
    };
    by_id.or_else(by_label).map(|index| index as u8)
}

/// The one label that is, begins with, or else contains what is written.
fn named<'l>(labels: impl Iterator<Item = &'l str>, written: &str) -> Option<usize> {
    let folded = written.to_lowercase();
    let labels: Vec<String> = labels.map(str::to_lowercase).collect();
    if let Some(index) = labels.iter().position(|label| *label == folded) {
        return Some(index);
    }
    if folded.chars().count() < 3 {
        return None;
    }
    let only = |fits: &dyn Fn(&str) -> bool| {
        let mut found =
            labels.iter().enumerate().filter(|(_, label)| fits(label)).map(|(index, _)| index);
        found.next().filter(|_| found.next().is_none())
    };
    only(&|label| label.starts_with(&folded)).or_else(|| only(&|label| label.contains(&folded)))
}

fn not_an_option(options: &Options, piece: &str, words: &[&str], language: Language) -> Mistake {
    let is_number = |word: &&&str| word.trim_end_matches('.').parse::<i64>().is_ok();
    if let Some(number) =
        words.iter().filter(|word| option(options, word).is_none()).find(is_number)
    {
        return Mistake::NoSuchNumber {
            written: (*number).to_owned(),
            least: 1,
            most: options.0.len(),
        };
    }
    let label = |index: usize| options.0[index].label.get(language).as_str();
    let labels: Vec<&str> = (0..options.0.len()).map(label).collect();
    // A word of a label is often all that is written.
    let by_word = || {
        let words = labels.iter().enumerate().flat_map(|(index, label)| {
            label
                .split([' ', '-', '(', ')'])
                .filter(|word| word.len() > 3)
                .map(move |word| (index, word))
        });
        let words: Vec<(usize, &str)> = words.collect();
        let nearest = nearest(piece, words.iter().map(|(_, word)| *word))?;
        words.iter().find(|(_, word)| *word == nearest).map(|(index, _)| *index)
    };
    let by_label = nearest(piece, labels.iter().copied())
        .and_then(|near| labels.iter().position(|label| *label == near));
    let by_id =
        || nearest(piece, options.ids()).and_then(|near| options.ids().position(|id| id == near));
    let near = by_label.or_else(by_id).or_else(by_word);
    Mistake::NoSuchOption(piece.to_owned(), near.map(|index| (index + 1, label(index).to_owned())))
}
