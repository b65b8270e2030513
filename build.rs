//! Puts the `rules/` folder into the program, and beside it the catalog compiled from it; `profiles/` too, as examples.
//!
//! The engine compiles the catalog (`src/catalog/compiled.rs`) into `compiled/catalog.bin`. It is used only while `rules/` and the
//! types it is made of are what they were; else the program loads its rules from the files.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

fn main() {
    println!("cargo:rerun-if-changed=rules");
    println!("cargo:rerun-if-changed=profiles");
    println!("cargo:rerun-if-changed=src");
    println!("cargo:rerun-if-changed=compiled");
    let project = PathBuf::from(variable("CARGO_MANIFEST_DIR"));
    let root = project.join("rules");
    let out = PathBuf::from(variable("OUT_DIR"));
    let mut files = Vec::new();
    collect(&root, &["yaml", "rhai"], &mut files);
    let (mut list, mut fingerprint) = (String::from("&[\n"), Fingerprint::START);
    for path in &files {
        let text = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let name: Vec<_> = path.strip_prefix(&root).unwrap_or(path).iter().map(|part| part.to_string_lossy()).collect();
        let name = name.join("/");
        fingerprint.add(name.as_bytes());
        // The catalog knows where cases are, and not what they say.
        if !name.ends_with("/cases.yaml") {
            fingerprint.add(&text);
        }
        let _ = writeln!(list, "    File {{ path: {name:?}, text: include_str!({path:?}) }},");
    }
    list.push(']');
    let mut sources = Vec::new();
    collect(&project.join("src"), &["rs"], &mut sources);
    for path in &sources {
        add_types(&fs::read_to_string(path).unwrap_or_default(), &mut fingerprint);
    }
    write(&out.join("rules.rs"), list.as_bytes());

    let mut profiles = Vec::new();
    collect(&project.join("profiles"), &["yaml", "json"], &mut profiles);
    let mut list = String::from("&[\n");
    for path in &profiles {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let _ = writeln!(list, "    ({name:?}, include_str!({path:?})),");
    }
    list.push(']');
    write(&out.join("profiles.rs"), list.as_bytes());

    println!("cargo:rustc-env=RULES_FINGERPRINT={}", fingerprint.0);
    let compiled = fs::read(project.join("compiled/catalog.bin")).unwrap_or_default();
    let (texts, catalog) = parts(&compiled, fingerprint).unwrap_or_default();
    write(&out.join("catalog.txt"), texts);
    write(&out.join("catalog.bin"), catalog);
}

/// The texts and the rest of the compiled catalog, if these rules are what it was compiled from.
fn parts(compiled: &[u8], fingerprint: Fingerprint) -> Option<(&[u8], &[u8])> {
    let (of, rest) = compiled.split_first_chunk()?;
    let (length, rest) = rest.split_first_chunk()?;
    let (texts, catalog) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    let is_text = std::str::from_utf8(texts).is_ok();
    (is_text && u64::from_le_bytes(*of) == fingerprint.0).then_some((texts, catalog))
}

/// FNV-1a: nobody has a reason to forge it.
#[derive(Clone, Copy)]
struct Fingerprint(u64);

impl Fingerprint {
    const START: Fingerprint = Fingerprint(0xcbf2_9ce4_8422_2325);

    fn add(&mut self, bytes: &[u8]) {
        for byte in (bytes.len() as u64).to_le_bytes().iter().chain(bytes) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}

fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("cargo sets {name}"))
}

fn write(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).expect("OUT_DIR can be written");
}

/// The definitions of the types that can be read back: what another shape has written means nothing.
fn add_types(source: &str, fingerprint: &mut Fingerprint) {
    let mut within = None;
    for line in source.lines() {
        let code = line.trim_start();
        let indent = line.len() - code.len();
        if code.starts_with("#[derive(") && code.contains("Deserialize") {
            within = Some(indent);
        }
        if within.is_some() && !code.starts_with("//") {
            fingerprint.add(code.as_bytes());
        }
        if within == Some(indent) && (code.starts_with('}') || code.ends_with(';')) {
            within = None;
        }
    }
}

/// The files of these kinds in the folder and below it, in order.
fn collect(folder: &Path, kinds: &[&str], files: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let is_kind = |kind: &&str| path.extension().is_some_and(|extension| extension == *kind);
        if path.is_dir() {
            collect(&path, kinds, files);
        } else if kinds.iter().any(is_kind) {
            files.push(path);
        }
    }
}
