//! The `rules/` folder of the repository, as part of the program.

use include_dir::{Dir, include_dir};

use super::files::RuleFiles;
use crate::diagnostic::SourceFile;
use crate::pack::load::PackFiles;

static RULES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/rules");

/// The embedded files; their names are their paths in the repository.
pub(super) fn files() -> RuleFiles {
    let source = |path: &str| {
        let text = RULES.get_file(path).and_then(|file| file.contents_utf8()).unwrap_or_default();
        SourceFile::new(format!("rules/{path}"), text)
    };
    let mut files = RuleFiles {
        survey: source("survey.yaml"),
        typology: source("typology.yaml"),
        benchmarks: source("benchmarks.yaml"),
        packs: Default::default(),
    };
    for folder in RULES.dirs() {
        let name = folder.path().to_string_lossy().into_owned();
        let scripts = folder
            .files()
            .filter(|file| file.path().extension().is_some_and(|extension| extension == "rhai"))
            .map(|file| source(&file.path().to_string_lossy()))
            .collect();
        let pack = source(&format!("{name}/pack.yaml"));
        files.packs.insert(name.clone(), PackFiles { folder: name, pack, scripts });
    }
    files
}
