//! Paths in commands that a reader may copy.

use dteam_text::language::is_hidden;

/// A path as a shell takes it for one word. What a terminal would not show is written out.
pub fn shell_word(path: &str) -> String {
    if path.contains(is_hidden) {
        let written = |letter: char| match letter {
            '\\' | '\'' => format!("\\{letter}"),
            '\n' | '\r' | '\t' => letter.escape_default().to_string(),
            letter if is_hidden(letter) => format!("\\u{:04x}", u32::from(letter)),
            letter => letter.to_string(),
        };
        return format!("$'{}'", path.chars().map(written).collect::<String>());
    }
    let is_plain = |letter: char| {
        letter.is_alphanumeric() || matches!(letter, '/' | '\\' | ':' | '.' | '_' | '-')
    };
    match path.chars().all(is_plain) {
        true => path.to_owned(),
        false => format!("'{}'", path.replace('\'', r"'\''")),
    }
}
