//! The reference of the pack format names all there is, and its examples are sound.

use std::collections::BTreeSet;

use crate::schema::keys::known_to_readers;

const REFERENCE: &str = "docs/pack-format.md";

fn reference() -> String {
    std::fs::read_to_string(REFERENCE).expect("there is a reference")
}

/// The pieces of code within its sentences and tables.
fn code() -> Vec<String> {
    let reference = reference();
    let mut fenced = false;
    let lines = reference.lines().filter(|line| {
        let fence = line.starts_with("```");
        fenced ^= fence;
        !fenced && !fence
    });
    lines
        .flat_map(|line| line.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

/// The names of the functions there always are, as the source lists them.
fn functions() -> Vec<String> {
    let source = std::fs::read_to_string("crates/engine/src/expression/functions.rs")
        .expect("the source is in the repository");
    let (_, list) = source.split_once("NAMES: [&str; ").expect("the functions are listed");
    let (list, _) = list.split_once("];").expect("the list ends");
    let names: Vec<String> = list.split('"').skip(1).step_by(2).map(str::to_owned).collect();
    assert!(names.len() >= 13, "{names:?}");
    names
}

/// The rows of its table of functions: the ways to call one, and an example.
fn table() -> Vec<(String, String)> {
    let reference = reference();
    let (_, after) = reference
        .split_once("| function | result | example |\n")
        .expect("there is a table of functions");
    let rows = after.lines().skip(1).take_while(|row| row.starts_with("| "));
    let cells =
        rows.map(|row| row.trim_matches('|').split(" | ").map(str::trim).collect::<Vec<_>>());
    cells
        .map(|cells| match cells[..] {
            [calls, _, example] => (calls.to_owned(), example.trim_matches('`').to_owned()),
            _ => panic!("three cells: {cells:?}"),
        })
        .collect()
}

#[test]
fn the_reference_names_every_key() {
    let code = code();
    let named: BTreeSet<&str> =
        code.iter().flat_map(|code| code.split(|letter| !is_of_word(letter))).collect();
    let known = known_to_readers();
    assert!(known.len() > 50, "{known:?}");
    let unnamed: Vec<&String> = known.iter().filter(|key| !named.contains(key.as_str())).collect();
    assert!(unnamed.is_empty(), "{REFERENCE} lacks {unnamed:?}");
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '-')
}

#[test]
fn the_reference_names_every_function_with_an_example() {
    let table = table();
    let named = |name: &String| {
        let call = format!("{name}(");
        table
            .iter()
            .any(|(calls, example)| calls.contains(&format!("`{call}")) && example.contains(&call))
    };
    let unnamed: Vec<String> = functions().into_iter().filter(|name| !named(name)).collect();
    assert!(unnamed.is_empty(), "{REFERENCE} lacks {unnamed:?}");
}

#[test]
fn the_examples_of_the_functions_are_sound() {
    let table = table();
    let examples: Vec<String> =
        table.into_iter().map(|(_, example)| format!("{{{example}}}")).collect();
    let problems = with_reason(&examples.join(" "));
    assert!(problems.is_empty(), "{problems}");
    assert!(
        with_reason("{count(data.inventory)}").contains("list"),
        "a wrong one would be noticed"
    );
}

/// What is wrong with a pack whose rule has this reason.
fn with_reason(reason: &str) -> String {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pack = folder.path().join("probe");
    std::fs::create_dir(&pack).expect("the folder can be made");
    std::fs::write(pack.join("pack.yaml"), PACK.replace("REASON", reason))
        .expect("the file can be written");
    let diagnostics =
        dteam::load(&[folder.path()]).err().map_or_else(Vec::new, |invalid| invalid.diagnostics);
    let messages = diagnostics.iter().map(|diagnostic| diagnostic.message(crate::EN));
    messages.collect::<Vec<_>>().join("\n")
}

const PACK: &str = r#"format: 1
id: probe
version: 1.0.0
title: {de: Probe, en: Probe}
about: {de: Eine Probe., en: A probe.}
rules:
  - id: one
    title: {de: Eins, en: One}
    when: data.inventory <= 1
    impact: 3
    effort: 2
    why: {de: 'REASON', en: 'REASON'}
    actions: {de: [Tun, Lassen], en: [Do, Leave]}
    effect: {data.inventory: 2}
    source: {section: "5.3"}
"#;
