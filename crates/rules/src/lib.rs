//! The rules of the study, which come with the program, and example profiles: the folders `rules/`
//! and `profiles/` of the repository.

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

use dteam_engine::catalog::{Catalog, CatalogBuilder};
use dteam_text::diagnostic::{Invalid, LineStarts, SourceFile};

/// A file of the `rules/` folder.
struct File {
    /// Its path within the folder.
    path: &'static str,
    text: &'static str,
    /// Of YAML that a catalog is made of, what `build.rs` has made of it: see
    /// [`SourceFile::tokens`].
    tokens: &'static [u8],
}

static FILES: &[File] = include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// Names (of the files in `profiles/`, without ending) and texts of the example profiles, in YAML
/// or JSON.
pub static EXAMPLES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/profiles.rs"));

/// The study's survey, typology, values and packs, to lay other folders over.
pub fn builder() -> CatalogBuilder {
    Catalog::builder().files(FILES.iter().map(|file| (file.path, Arc::new(file.source()))))
}

/// The catalog that comes with the program.
///
/// # Errors
/// [`Invalid`] if the files are at fault, which the tests exclude.
pub fn embedded() -> Result<Catalog, Invalid> {
    builder().build()
}

/// The catalog that comes with the program, with folders laid over it, later ones over earlier
/// ones, as [`CatalogBuilder::folder`] says.
///
/// # Errors
/// As [`CatalogBuilder::build`].
pub fn load<P: AsRef<Path>>(folders: &[P]) -> Result<Catalog, Invalid> {
    builder().folders(folders).build()
}

impl File {
    /// The file; its name is its path in the repository.
    fn source(&self) -> SourceFile {
        let (name, text) = (format!("rules/{}", self.path), Cow::Borrowed(self.text));
        let lines = LineStarts::default();
        SourceFile { name, text, first_line: 1, lines, tokens: self.tokens, sheet: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dteam_text::diagnostic::Diagnostics;
    use dteam_text::yaml::parse;

    #[test]
    fn written_tokens_are_those_of_the_text() {
        let is_read_at_start =
            |path: &str| path.ends_with(".yaml") && !path.ends_with("/cases.yaml");
        for file in FILES.iter().map(|file| Arc::new(file.source())) {
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
