//! The `rules/` folder of the repository, as part of the program.

use std::borrow::Cow;
use std::sync::Arc;

use crate::diagnostic::{LineStarts, SourceFile};

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
