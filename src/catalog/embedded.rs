//! The `rules/` folder of the repository, as part of the program.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::files::RuleFiles;
use crate::diagnostic::SourceFile;
use crate::pack::{CasesFile, PackFiles};

/// A file of the `rules/` folder.
struct File {
    /// Its path within the folder.
    path: &'static str,
    text: &'static str,
    /// Its YAML events.
    scanned: &'static [u8],
}

static FILES: &[File] = include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// The embedded files; their names are their paths in the repository.
pub(super) fn files() -> RuleFiles {
    let packs = FILES.iter().filter_map(|file| file.path.strip_suffix("/pack.yaml"));
    let packs = packs.map(|folder| {
        let is_script = |file: &&File| {
            let name = file.path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/'));
            name.is_some_and(|name| name.ends_with(".rhai"))
        };
        let cases = FILES.iter().find(|file| file.path == format!("{folder}/cases.yaml"));
        let files = PackFiles {
            folder: folder.to_owned(),
            pack: named(&format!("{folder}/pack.yaml")),
            scripts: FILES.iter().filter(is_script).map(source).collect(),
            cases: cases.map(|file| CasesFile::Embedded(file.path)),
        };
        (folder.to_owned(), files)
    });
    RuleFiles {
        survey: named("survey.yaml"),
        typology: named("typology.yaml"),
        benchmarks: named("benchmarks.yaml"),
        packs: packs.collect(),
        left_out: BTreeSet::new(),
    }
}

/// The embedded file at a path within the folder; an empty one if there is none.
pub(super) fn named(path: &str) -> Arc<SourceFile> {
    let found = FILES.iter().find(|file| file.path == path);
    found.map_or_else(|| SourceFile::new(format!("rules/{path}"), ""), source)
}

fn source(file: &File) -> Arc<SourceFile> {
    let (name, text) = (format!("rules/{}", file.path), Cow::Borrowed(file.text));
    Arc::new(SourceFile { name, text, first_line: 1, scanned: file.scanned })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Diagnostics;
    use crate::yaml;

    #[test]
    fn scanned_events_make_the_same_tree_as_the_text() {
        for file in FILES.iter().filter(|file| file.path.ends_with(".yaml")) {
            let fresh = SourceFile::new(file.path, file.text);
            let embedded = Arc::new(SourceFile { scanned: file.scanned, ..SourceFile::clone(&fresh) });
            assert!(!file.scanned.is_empty(), "{} was not scanned", file.path);
            let tree = |source: &Arc<SourceFile>| {
                let mut problems = Diagnostics::new(source);
                format!("{:?}", yaml::parse(source, &mut problems))
            };
            assert_eq!(tree(&embedded), tree(&fresh), "{}", file.path);
        }
    }
}
