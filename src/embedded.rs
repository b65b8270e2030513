//! The `rules/` folder of the repository, as part of the program.

use std::borrow::Cow;
use std::sync::Arc;

use dteam_text::diagnostic::{LineStarts, SourceFile};

/// A file of the `rules/` folder.
pub(crate) struct File {
    /// Its path within the folder.
    pub path: &'static str,
    text: &'static str,
    /// Of YAML that a catalog is made of, what `build.rs` has made of it: see [`SourceFile::tokens`].
    tokens: &'static [u8],
}

pub(crate) static FILES: &[File] = include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// The embedded file at a path within the folder; its name is its path in the repository. An empty one if there is none.
pub(crate) fn source(path: &str) -> Arc<SourceFile> {
    let found = FILES.iter().find(|file| file.path == path);
    let (text, tokens): (&str, &[u8]) = found.map_or(("", &[]), |file| (file.text, file.tokens));
    let (name, text, lines) = (format!("rules/{path}"), Cow::Borrowed(text), LineStarts::default());
    Arc::new(SourceFile { name, text, first_line: 1, lines, tokens })
}

#[cfg(test)]
mod tests {
    use super::*;
    use dteam_text::diagnostic::Diagnostics;
    use dteam_text::yaml::parse;

    #[test]
    fn written_tokens_are_those_of_the_text() {
        let is_read_at_start = |path: &str| path.ends_with(".yaml") && !path.ends_with("/cases.yaml");
        for file in FILES.iter().map(|file| source(file.path)) {
            let scanned = SourceFile::new(file.name.clone(), file.text.clone());
            let parsed = |file| {
                let mut problems = Diagnostics::new(file);
                let root = parse(file, &mut problems);
                format!("{root:?}{:?}", problems.finish())
            };
            assert_eq!(!file.tokens.is_empty(), is_read_at_start(&file.name), "{}", file.name);
            assert!(file.tokens.is_empty() || parsed(&file) == parsed(&scanned), "{}", file.name);
        }
    }
}
