//! Puts the `rules/` folder into the program, its YAML as tokens too, and `profiles/` as examples.
//!
//! That is all: the program checks and lowers the rules when it loads them, as it does with those
//! of any folder.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

#[path = "../text/src/yaml/token.rs"]
mod token;

fn main() {
    let project = PathBuf::from(variable("CARGO_MANIFEST_DIR")).join("../..");
    for folder in ["rules", "profiles"] {
        println!("cargo:rerun-if-changed={}", project.join(folder).display());
    }
    let out = PathBuf::from(variable("OUT_DIR"));

    let root = project.join("rules");
    let mut list = String::from("&[\n");
    for (number, path) in files(&root, &["yaml", "rhai"]).iter().enumerate() {
        let name: Vec<_> = path
            .strip_prefix(&root)
            .unwrap_or(path)
            .iter()
            .map(|part| part.to_string_lossy())
            .collect();
        let name = name.join("/");
        let tokens_path = out.join(format!("{number}.tokens"));
        write(&tokens_path, &tokens(path));
        let _ = writeln!(
            list,
            "    File {{ path: {name:?}, text: include_str!({path:?}), tokens: include_bytes!({tokens_path:?}) }},"
        );
    }
    list.push(']');
    write(&out.join("rules.rs"), list.as_bytes());

    let mut list = String::from("&[\n");
    for path in files(&project.join("profiles"), &["yaml", "json"]) {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let _ = writeln!(list, "    ({name:?}, include_str!({path:?})),");
    }
    list.push(']');
    write(&out.join("profiles.rs"), list.as_bytes());
}

fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("cargo sets {name}"))
}

fn write(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).expect("OUT_DIR can be written");
}

/// The tokens of a YAML file, one after the other; none of cases, which no advice needs. None where
/// there is a mistake either: the program then reads the text, and says what is wrong with it.
fn tokens(path: &Path) -> Vec<u8> {
    let is_read_at_start = path.extension().is_some_and(|extension| extension == "yaml")
        && !path.ends_with("cases.yaml");
    let text = fs::read_to_string(path).ok().filter(|_| is_read_at_start);
    let Some(text) = text else { return Vec::new() };
    let written = token::tokens(&text).map(|token| postcard::to_allocvec(&token.ok()?).ok());
    written.collect::<Option<Vec<_>>>().unwrap_or_default().concat()
}

/// The files of these kinds in the folder and below it, in order.
fn files(folder: &Path, kinds: &[&str]) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let mut found = Vec::new();
    for path in paths {
        let is_kind = |kind: &&str| path.extension().is_some_and(|extension| extension == *kind);
        if path.is_dir() {
            found.append(&mut files(&path, kinds));
        } else if kinds.iter().any(is_kind) {
            found.push(path);
        }
    }
    found
}
