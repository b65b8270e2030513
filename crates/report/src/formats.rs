//! The formats in which an advice is written: a file each, and a line each here.

use crate::format::Format;
use crate::{json, markdown, pdf, yaml};

impl Format {
    /// Every format, those for people first.
    pub const ALL: &'static [Format] = &[
        #[cfg(feature = "text")]
        crate::text::FORMAT,
        markdown::FORMAT,
        #[cfg(feature = "html")]
        crate::html::FORMAT,
        pdf::FORMAT,
        json::FORMAT,
        yaml::FORMAT,
    ];

    /// The format of that name.
    pub fn named(name: &str) -> Option<&'static Format> {
        Format::ALL.iter().find(|format| format.name == name)
    }
}
