//! What a command says that runs again after each change of files.

use dteam_report::words::Words;
use dteam_text::language::Language;

/// That a file has changed, and `others` with it.
pub fn changed(file: &str, others: usize, language: Language) -> String {
    let words = Words(language);
    match others {
        0 => words.with("watch-changed", &[("file", file.into())]),
        _ => words.with("watch-changed-more", &[("file", file.into()), ("others", others.into())]),
    }
}

/// That the next run waits for a change.
pub fn waiting(language: Language) -> String {
    Words(language).say("watch-waiting")
}
