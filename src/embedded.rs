//! The `rules/` folder of the repository, as part of the program.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use crate::diagnostic::{LineStarts, SourceFile};

mod later;

pub(crate) use later::Later;

/// A file of the `rules/` folder.
pub(crate) struct File {
    /// Its path within the folder.
    pub path: &'static str,
    text: &'static str,
}

pub(crate) static FILES: &[File] = include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// The compiled catalog without its texts; nothing if the rules have changed since.
pub(crate) static COMPILED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalog.bin"));

/// The embedded file at a path within the folder; its name is its path in the repository. An empty one if there is none.
pub(crate) fn source(path: &str) -> Arc<SourceFile> {
    static OPENED: [OnceLock<Arc<SourceFile>>; FILES.len()] = [const { OnceLock::new() }; FILES.len()];
    let found = FILES.iter().zip(&OPENED).find(|(file, _)| file.path == path);
    let name = || format!("rules/{path}");
    found.map_or_else(
        || SourceFile::new(name(), ""),
        |(file, opened)| {
            let (text, lines) = (Cow::Borrowed(file.text), LineStarts::default());
            let open = || SourceFile { name: name(), text, first_line: 1, lines };
            Arc::clone(opened.get_or_init(|| Arc::new(open())))
        },
    )
}

/// An embedded file in the compiled catalog: its number.
pub(crate) mod file {
    use serde::de::Error as _;
    use serde::ser::Error as _;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{Arc, FILES, SourceFile, source};

    pub(crate) fn serialize<S: Serializer>(file: &Arc<SourceFile>, serializer: S) -> Result<S::Ok, S::Error> {
        let number = FILES.iter().position(|embedded| file.name.strip_prefix("rules/") == Some(embedded.path));
        number.ok_or_else(|| S::Error::custom("no embedded file"))?.serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<SourceFile>, D::Error> {
        let file = FILES.get(usize::deserialize(deserializer)?);
        file.map(|file| source(file.path)).ok_or_else(|| D::Error::custom("no file of this number"))
    }
}

/// Several of them.
pub(crate) mod files {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{Arc, SourceFile};

    #[derive(Serialize, Deserialize)]
    struct Written(#[serde(with = "super::file")] Arc<SourceFile>);

    pub(crate) fn serialize<S: Serializer>(files: &[Arc<SourceFile>], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(files.iter().map(|file| Written(Arc::clone(file))))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Arc<SourceFile>>, D::Error> {
        Ok(Vec::deserialize(deserializer)?.into_iter().map(|Written(file)| file).collect())
    }
}

/// A place in an embedded file, in the compiled catalog.
pub(crate) mod place {
    use std::ops::Range;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{Arc, SourceFile};
    use crate::diagnostic::Place;

    #[derive(Serialize, Deserialize)]
    struct Written {
        #[serde(with = "super::file")]
        file: Arc<SourceFile>,
        span: Range<usize>,
    }

    pub(crate) fn serialize<S: Serializer>(place: &Place, serializer: S) -> Result<S::Ok, S::Error> {
        Written { file: Arc::clone(&place.file), span: place.span.clone() }.serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Place, D::Error> {
        Written::deserialize(deserializer).map(|Written { file, span }| Place { file, span })
    }
}
