//! A text of the catalog: part of the program where it comes with it, of its own where a file was read.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The texts of the compiled catalog, one after the other.
static TEXTS: &str = include_str!(concat!(env!("OUT_DIR"), "/catalog.txt"));

/// A text of the catalog: an id, a label, a sentence. In the compiled catalog it is a place among [`TEXTS`], so that reading it copies nothing.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct CatalogText(Cow<'static, str>);

impl Deref for CatalogText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for CatalogText {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for CatalogText {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl From<&str> for CatalogText {
    fn from(text: &str) -> Self {
        CatalogText(Cow::Owned(text.to_owned()))
    }
}

impl From<String> for CatalogText {
    fn from(text: String) -> Self {
        CatalogText(Cow::Owned(text))
    }
}

impl fmt::Debug for CatalogText {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, out)
    }
}

impl fmt::Display for CatalogText {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, out)
    }
}

impl Serialize for CatalogText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match serializer.is_human_readable() {
            true => serializer.serialize_str(self),
            false => written::place(self).serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for CatalogText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (start, length) = <(u32, u32)>::deserialize(deserializer)?;
        let end = start.saturating_add(length) as usize;
        match TEXTS.get(start as usize..end) {
            Some(text) => Ok(CatalogText(Cow::Borrowed(text))),
            None => Err(serde::de::Error::custom("no text at this place")),
        }
    }
}

/// The texts of a catalog that is being compiled.
pub(crate) mod written {
    use std::cell::RefCell;
    use std::collections::HashMap;

    /// All of them, and where each is.
    #[derive(Default)]
    struct Written {
        all: String,
        places: HashMap<Box<str>, u32>,
    }

    thread_local! {
        static WRITTEN: RefCell<Written> = RefCell::default();
    }

    /// Where the text stands, and its length; at the end if it was not there yet.
    pub(super) fn place(text: &str) -> (u32, u32) {
        WRITTEN.with_borrow_mut(|written| {
            let start = *written.places.entry(text.into()).or_insert_with(|| {
                written.all.push_str(text);
                (written.all.len() - text.len()) as u32
            });
            (start, text.len() as u32)
        })
    }

    /// All texts since this was last asked.
    #[cfg(test)]
    pub(crate) fn take() -> String {
        WRITTEN.take().all
    }
}
