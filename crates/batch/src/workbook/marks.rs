//! What `calamine` does not tell of a sheet: which rows and columns are hidden, which cells are
//! merged, which formulas were never calculated, and how numbers of `.ods` are shown.

use std::collections::HashMap;
use std::io::Read;
use std::ops::RangeInclusive;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{Archive, Why};
use crate::sheet::Area;

mod excel;
mod open_document;

pub use excel::of_excel;
pub use open_document::of_open_document;

/// What there is to say of a sheet beside its values; rows and columns from 0.
#[derive(Debug, Default)]
pub struct Marks {
    pub hidden_rows: Vec<RangeInclusive<u32>>,
    pub hidden_columns: Vec<RangeInclusive<u32>>,
    pub merged: Vec<Area>,
    /// Formulas without the value they come to.
    pub uncalculated: Vec<(u32, u32)>,
    /// Number formats that matter, where `calamine` does not tell them.
    pub formats: HashMap<(u32, u32), String>,
}

/// The text of a part of the archive.
fn part(archive: &mut Archive<'_>, name: &str) -> Option<String> {
    let mut text = String::new();
    archive.by_name(name).ok()?.read_to_string(&mut text).ok()?;
    Some(text)
}

/// Hands on every element: as it begins, and as it ends.
fn for_each_element(text: &str, visit: &mut dyn FnMut(Element<'_>)) -> Option<()> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) => visit(Element::Begins(&tag)),
            Event::Empty(tag) => {
                visit(Element::Begins(&tag));
                visit(Element::Ends(tag.local_name().as_ref()));
            }
            Event::End(tag) => visit(Element::Ends(tag.local_name().as_ref())),
            Event::Text(text) => visit(Element::Text(&text)),
            Event::Eof => return Some(()),
            _ => {}
        }
    }
}

enum Element<'e> {
    Begins(&'e BytesStart<'e>),
    Text(&'e str),
    Ends(&'e str),
}

/// The attribute of that name, whatever its prefix.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|one| one.key.local_name().as_ref() == name)?;
    quick_xml::escape::unescape(&found.value).ok().map(|value| value.into_owned())
}

fn number(tag: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(tag, name)?.parse().ok()
}
