//! What the typesetter can reach: the layout, the report's content, and fonts within the program.
//! No file, no clock, no network.

use std::sync::LazyLock;

use serde_json::Value as Json;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

/// The layout. It is the same for every report.
const LAYOUT: &str = include_str!("report.typ");

/// The families that the layout names, of those in the typesetter's own collection.
const FAMILIES: [&str; 2] = ["Libertinus Serif", "DejaVu Sans Mono"];

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    // Headers of rows are tagged as such by a function that is still on trial.
    let features = [Feature::A11yExtras].into_iter().collect();
    LazyHash::new(Library::builder().with_features(features).build())
});

pub(super) static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let fonts = typst_assets::fonts().flat_map(|data| Font::iter(Bytes::new(data)));
    fonts.filter(|font| FAMILIES.contains(&font.info().family.as_str())).collect()
});

static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

static FILES: LazyLock<[FileId; 2]> = LazyLock::new(|| {
    ["report.typ", "report.json"].map(|name| {
        let path = VirtualPath::new(name).expect("both names are plain");
        RootedPath::new(VirtualRoot::Project, path).intern()
    })
});

/// One report on its way to paper.
pub(super) struct Desk {
    layout: Source,
    content: Bytes,
}

impl Desk {
    pub fn new(content: Json) -> Self {
        let layout = Source::new(FILES[0], LAYOUT.to_owned());
        Desk { layout, content: Bytes::from_string(content.to_string()) }
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        FILES[0]
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == FILES[0] { Ok(self.layout.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == FILES[1] { Ok(self.content.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
