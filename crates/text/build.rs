//! Finds the languages that the program speaks: each is a folder in `locales/`.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Says how a language writes, and which one stands in for its missing texts.
const LANGUAGE: &str = "language.ftl";

/// A language's folder, as it was found.
struct Found {
    tag: String,
    fallback: Option<String>,
    /// By their paths within the folder.
    files: Vec<(String, PathBuf)>,
    /// The ids of messages, each with the index of its file.
    messages: Vec<(String, usize)>,
}

fn main() {
    let locales = PathBuf::from(variable("CARGO_MANIFEST_DIR")).join("../../locales");
    println!("cargo:rerun-if-changed={}", locales.display());
    let found: Vec<Found> = entries(&locales)
        .into_iter()
        .filter(|path| path.join(LANGUAGE).is_file())
        .map(|path| language(&path))
        .collect();
    let roots = found.iter().filter(|language| language.fallback.is_none()).count();
    assert_eq!(roots, 1, "exactly one language in {locales:?} falls back on no other");
    found.iter().for_each(|language| must_end(language, &found));
    let out = PathBuf::from(variable("OUT_DIR")).join("locales.rs");
    fs::write(out, written(&found)).expect("OUT_DIR can be written");
}

fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("cargo sets {name}"))
}

/// What is in a folder, by name: the same on every machine.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
    let mut paths: Vec<PathBuf> =
        entries.map(|entry| entry.expect("an entry of a folder").path()).collect();
    paths.sort();
    paths
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn language(folder: &Path) -> Found {
    let mut files = Vec::new();
    for path in entries(folder) {
        match path.is_dir() {
            true => files.extend(
                entries(&path)
                    .into_iter()
                    .map(|file| (format!("{}/{}", name(&path), name(&file)), file)),
            ),
            false => files.push((name(&path), path)),
        }
    }
    let (mut messages, mut fallback) = (Vec::new(), None);
    for (index, (file, path)) in files.iter().enumerate() {
        if !file.ends_with(".ftl") {
            continue;
        }
        let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
        // In Fluent, only the id of a message puts a letter at the start of a line.
        for line in
            text.lines().filter(|line| line.starts_with(|first: char| first.is_alphabetic()))
        {
            let Some((id, value)) = line.split_once('=') else { continue };
            messages.push((id.trim().to_owned(), index));
            if file == LANGUAGE && id.trim() == "language-fallback" {
                fallback = Some(value.trim().to_owned());
            }
        }
    }
    messages.sort();
    for pair in messages.windows(2) {
        assert_ne!(pair[0].0, pair[1].0, "a message stands twice in {folder:?}");
    }
    Found { tag: name(folder), fallback, files, messages }
}

/// Languages that stand in for one another in a circle would have no end.
fn must_end(language: &Found, all: &[Found]) {
    let next = |found: &&Found| {
        let fallback = found.fallback.as_ref()?;
        all.iter().find(|other| other.tag == *fallback)
    };
    let chain = std::iter::successors(Some(language), next).take(all.len() + 1);
    assert!(chain.count() <= all.len(), "{} falls back on itself", language.tag);
}

/// The languages as a Rust expression.
fn written(found: &[Found]) -> String {
    let mut out = String::from("&[\n");
    for Found { tag, fallback, files, messages } in found {
        let fallback = fallback.as_ref().map(|fallback| {
            found
                .iter()
                .position(|other| other.tag == *fallback)
                .unwrap_or_else(|| panic!("{tag} falls back on {fallback}, which is not there"))
        });
        let _ = writeln!(out, "    Locale {{ tag: {tag:?}, fallback: {fallback:?}, files: &[");
        for (name, path) in files {
            let _ = writeln!(out, "        ({name:?}, include_str!({path:?})),");
        }
        let _ = writeln!(out, "    ], messages: &{messages:?} }},");
    }
    out.push(']');
    out
}
