//! Puts the `rules/` folder into the program, its YAML already scanned.
//!
//! Scanning characters into YAML events is about half of what loading takes. The events are written down here in the compact form
//! that `src/yaml/scanned.rs` reads; everything else (keys, expressions, texts) is read and checked when the catalog loads.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use granit_parser::{Event, Parser, ScalarStyle};

fn main() {
    println!("cargo:rerun-if-changed=rules");
    let root = PathBuf::from(variable("CARGO_MANIFEST_DIR")).join("rules");
    let out = PathBuf::from(variable("OUT_DIR"));
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let mut list = String::from("&[\n");
    for (number, path) in files.iter().enumerate() {
        let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let scanned = match path.extension().is_some_and(|extension| extension == "yaml") {
            true => scan(&text),
            false => Vec::new(),
        };
        let scanned_path = out.join(format!("{number}.events"));
        fs::write(&scanned_path, scanned).expect("OUT_DIR can be written");
        let name: Vec<_> = path.strip_prefix(&root).unwrap_or(path).iter().map(|part| part.to_string_lossy()).collect();
        let _ = writeln!(
            list,
            "    File {{ path: {:?}, text: include_str!({path:?}), scanned: include_bytes!({scanned_path:?}) }},",
            name.join("/")
        );
    }
    list.push(']');
    fs::write(out.join("rules.rs"), list).expect("OUT_DIR can be written");
}

fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("cargo sets {name}"))
}

/// The files of the catalog, and the cases of its packs.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries.flatten() {
        let path = entry.path();
        let extension = path.extension().unwrap_or_default();
        if path.is_dir() {
            collect(&path, files);
        } else if extension == "yaml" || extension == "rhai" {
            files.push(path);
        }
    }
}

/// The events of a document; nothing if it cannot be scanned, so that loading reports why.
fn scan(text: &str) -> Vec<u8> {
    let mut scanned = Vec::new();
    let mut last = 0;
    for event in Parser::new_from_str(text) {
        let Ok((event, span)) = event else { return Vec::new() };
        let (kind, anchor, value) = match &event {
            Event::Scalar(value, style, anchor, _) => {
                let borrowed = span.slice(text) == Some(value.as_ref());
                let plain = *style == ScalarStyle::Plain;
                let kind = match (plain, borrowed) {
                    (true, true) => 1,
                    (true, false) => 2,
                    (false, true) => 3,
                    (false, false) => 4,
                };
                (kind, *anchor, (!borrowed).then_some(value.as_ref()))
            }
            Event::SequenceStart(_, anchor, _) => (5, *anchor, None),
            Event::SequenceEnd => (6, 0, None),
            Event::MappingStart(_, anchor, _) => (7, *anchor, None),
            Event::MappingEnd => (8, 0, None),
            Event::Alias(anchor) => (9, *anchor, None),
            Event::DocumentStart(..) => (10, 0, None),
            Event::StreamEnd => (11, 0, None),
            _ => continue,
        };
        let Some(span) = span.byte_range() else { return Vec::new() };
        // An anchored event has the high bit set and its anchor behind it.
        scanned.push(if anchor > 0 { kind | 0x80 } else { kind });
        if anchor > 0 {
            number(anchor as i64, &mut scanned);
        }
        number(span.start as i64 - last, &mut scanned);
        number((span.end - span.start) as i64, &mut scanned);
        last = span.start as i64;
        if let Some(value) = value {
            number(value.len() as i64, &mut scanned);
            scanned.extend_from_slice(value.as_bytes());
        }
    }
    scanned
}

/// A signed number in as few bytes as it needs (zigzag LEB128).
fn number(number: i64, out: &mut Vec<u8>) {
    let mut rest = ((number << 1) ^ (number >> 63)) as u64;
    while rest >= 0x80 {
        out.push(rest as u8 | 0x80);
        rest >>= 7;
    }
    out.push(rest as u8);
}
