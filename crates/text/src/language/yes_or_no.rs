//! Yes and no as people write them; the words are in `locales/*/kinds.ftl`.

use std::sync::OnceLock;

use super::Language;
use super::messages::message;

/// What a word for yes or no says, in whatever language: what is typed as `true` is `WAHR` in a
/// German spreadsheet.
pub fn read(written: &str) -> Option<bool> {
    static WORDS: OnceLock<Vec<(String, bool)>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let listed = |(id, says): (&str, bool)| {
            let lists = Language::ALL.map(|language| message(language, id, &[]));
            let words = lists.iter().flat_map(|list| list.split_whitespace());
            words.map(|word| (word.to_owned(), says)).collect::<Vec<_>>()
        };
        [("flag-words-yes", true), ("flag-words-no", false)].into_iter().flat_map(listed).collect()
    });
    let folded = written.to_lowercase();
    words.iter().find(|(word, _)| *word == folded).map(|(_, says)| *says)
}
