//! What words say about the number beside them; the words themselves are in
//! `locales/*/numbers.ftl`.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::language::Language;
use crate::language::messages::message;

/// What a word says about the number beside it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Meaning {
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
            lists.iter().flat_map(move |(id, meaning)| {
                listed(language, id).into_iter().map(|word| (word, *meaning))
            })
        });
        let endings =
            Language::ALL.into_iter().flat_map(|language| listed(language, "number-words-endings"));
        Words { meanings: meanings.collect(), endings: endings.collect() }
    })
}

/// What a word means, or a part of it that would change the number: `Mio.€`, `Tsd.Einwohner`.
pub(super) fn meaning(word: &str) -> Meaning {
    let folded: String = word.to_lowercase().split_whitespace().collect();
    let folded = folded.trim_end_matches('.');
    let known = |word: &str| words().meanings.get(word).copied();
    let is_number = || words().endings.iter().any(|ending| folded.ends_with(ending.as_str()));
    known(folded)
        .or_else(|| {
            folded
                .split(joins)
                .find_map(|part| known(part).filter(|found| *found != Meaning::About))
        })
        .or_else(|| is_number().then_some(Meaning::Number))
        .unwrap_or(Meaning::Plain)
}

/// What joins the parts of a word: `Einwohner/innen`, `v.H.`, `EW-Zahl`.
pub(super) fn joins(letter: char) -> bool {
    matches!(letter, '*' | ':' | '_' | '/' | '.' | '’' | '\'') || is_dash(letter)
}

pub(super) fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}
