//! A text has at most as many characters as the schema says, whichever way it comes.

use std::io::Write as _;

use assert_cmd::Command;
use dteam::authoring::SchemaOf;
use serde_json::json;

use crate::EN;
use crate::survey::catalog;

/// The maximum that the schema names.
fn max() -> usize {
    let schema = dteam::authoring::schema(catalog(), SchemaOf::Profile, EN);
    let max = schema["$defs"]["question.municipality.name"]["maxLength"]
        .as_u64()
        .expect("there is a maximum");
    usize::try_from(max).expect("it is small")
}

fn dteam(arguments: &[&str], input: &str) -> (Option<i32>, String) {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("dteam"));
    let output = command.args(arguments).write_stdin(input).output().expect("the program runs");
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn in_every_form_of_input() {
    let max = max();
    assert_eq!(max, 300);
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (length, is_sound) in [(max, true), (max + 1, false), (900_000, false)] {
        // A character of two bytes: what counts are characters.
        let name = "ü".repeat(length);
        let json = json!({"municipality": {"name": name}, "goals": ["funding"]}).to_string();
        for (file, text) in [
            ("p.yaml", format!("municipality: {{name: {name}}}\ngoals: [funding]\n")),
            ("p.json", json.clone()),
            ("p.ndjson", format!("{json}\n")),
            ("p.csv", format!("id,municipality.name,goals\n1,{name},funding\n")),
        ] {
            let path = folder.path().join(file);
            std::fs::File::create(&path)
                .and_then(|mut out| out.write_all(text.as_bytes()))
                .expect("it can be written");
            let (code, said) = dteam(&["batch", &path.to_string_lossy(), "--lang", "en", "-q"], "");
            assert_eq!(code == Some(0), is_sound, "{file} {length}: {said}");
            let message = format!(
                "[D220]: the text at `municipality.name` has {length} characters, at most 300 are possible"
            );
            let head = said.lines().next().unwrap_or_default();
            assert!(is_sound || said.contains(&message), "{file}: {head:.300}");
        }
    }
}

#[test]
fn in_the_dialogue() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("p.yaml");
    let path = path.to_string_lossy();
    let input = format!("{}\nAuetal\n", "x".repeat(301));
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("dteam"));
    let output =
        command.args(["interview", &path]).write_stdin(input).output().expect("the program runs");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("Der Text hat 301 Zeichen, höchstens 300 sind möglich."), "{said}");
    let text = std::fs::read_to_string(&*path).expect("the file is saved");
    assert!(text.contains("Auetal") && !text.contains("xxx"), "{text}");
}
