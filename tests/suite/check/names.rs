//! Names of files as people and programs get them: escaped on a terminal, as addresses in SARIF, in
//! every annotation.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

use super::{Subjects, codes, run};

/// The answer of a command run in the folder, and its exit code.
fn run_in(folder: &Path, arguments: &[&std::ffi::OsStr]) -> (String, Option<i32>) {
    let mut command = Command::cargo_bin("dteam").expect("the binary is built");
    let output = command.current_dir(folder).args(arguments).output().expect("it runs");
    let text = [output.stdout, output.stderr].concat();
    (String::from_utf8(text).expect("output is text"), output.status.code())
}

fn is_shown(letter: char) -> bool {
    letter == '\n'
        || !(letter.is_control() || matches!(letter, '\u{202e}' | '\u{2028}' | '\u{200b}'))
}

/// A name that breaks the line, colours what follows and turns the direction.
#[cfg(unix)]
const NAME: &str = "a\nb\u{1b}[31m\u{202e}\u{2028}\u{200b}.yaml";

#[cfg(unix)]
const SHOWN: &str = "a\\nb\\u{1b}[31m\\u{202e}\\u{2028}\\u{200b}.yaml";

#[test]
#[cfg(unix)]
fn names_reach_no_terminal_as_they_are() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let folder = tempfile::tempdir().expect("a temporary folder");
    let write = |name: &OsStr, text: &[u8]| {
        fs::write(folder.path().join(name), text).expect("it can be written")
    };
    for (text, code) in [(&b"goals: [x]\n"[..], "D202"), (b"\xff", "D002"), (b"", "D004")] {
        write(OsStr::new(NAME), text);
        for command in ["check", "advise", "classify"] {
            let (said, _) = run_in(folder.path(), &[OsStr::new(command), OsStr::new(NAME)]);
            assert!(
                said.chars().all(is_shown) && said.contains(SHOWN) && said.contains(code),
                "{said:?}"
            );
        }
        let (said, _) = run_in(folder.path(), &[OsStr::new("batch"), OsStr::new(NAME)]);
        assert!(said.chars().all(is_shown) && said.contains(SHOWN), "{said:?}");
    }
    // Not UTF-8: shown, and told from others.
    write(OsStr::from_bytes(b"m\xfc.yaml"), b"goals: [x]\n");
    let (said, _) = run_in(folder.path(), &[OsStr::new("check"), OsStr::from_bytes(b"m\xfc.yaml")]);
    assert!(said.contains("m\\xfc.yaml:1:"), "{said}");
    // Whatever is typed comes back escaped, from the program and from the reader of its options.
    for arguments in [
        &["check", NAME, "--format", NAME][..],
        &["check", "--lang", NAME],
        &[NAME],
        &["check", "--width", NAME],
        &["check", &format!("--{NAME}")],
        &["check", "--explain", NAME],
        &["check", "--rules", "nowhere\u{1b}[31m"],
        &["test", "--filter", NAME],
        &["test", NAME],
        &["explain", NAME, NAME],
        &["explain", "-", NAME],
        &["advise", "-", "--date", NAME],
        &["advise", "-", "-o", "nowhere/\u{1b}[31m"],
        &["batch", NAME, "-o", "nowhere/\u{1b}[31m"],
        &["new", "pack", NAME],
        &["man", NAME],
        &["doc", NAME],
    ] {
        let arguments: Vec<&OsStr> = arguments.iter().map(OsStr::new).collect();
        let (said, code) = run_in(folder.path(), &arguments);
        assert!(said.chars().all(is_shown), "{arguments:?}: {said:?}");
        assert_ne!(code, Some(0), "{arguments:?}");
    }
}

#[test]
fn every_result_has_its_file() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = |name: &str| folder.path().join(name);
    fs::write(path("cp.yaml"), b"municipality: {name: M\xfcnster}\n").expect("it can be written");
    fs::create_dir(path("nothing")).expect("it can be made");
    let names = ["a:b, c#d?e%f.yaml", "gr\u{fc}n.yaml"];
    let names = if cfg!(windows) { &names[1..] } else { &names[..] };
    for name in names {
        fs::write(path(name), "goals: [x]\n").expect("it can be written");
    }
    let arguments = |format| {
        let inputs = ["check", "cp.yaml", "nothing", "missing.yaml"]
            .into_iter()
            .chain(names.iter().copied());
        inputs
            .chain(["--lang", "en", "--format", format])
            .map(std::ffi::OsStr::new)
            .collect::<Vec<_>>()
    };
    let (sarif, _) = run_in(folder.path(), &arguments("sarif"));
    let sarif: Value = serde_json::from_str(&sarif).expect("it is JSON");
    let results = sarif["runs"][0]["results"].as_array().expect("results");
    let uris: Vec<&str> = results.iter().map(uri).collect();
    let mut expected = vec![
        "nothing",
        "cp.yaml",
        "missing.yaml",
        "a%3Ab%2C%20c%23d%3Fe%25f.yaml",
        "gr%C3%BCn.yaml",
    ];
    expected.retain(|uri| cfg!(unix) || !uri.contains("%3A"));
    assert_eq!(uris, expected);
    let (github, _) = run_in(folder.path(), &arguments("github"));
    assert_eq!(github.lines().count(), expected.len(), "{github}");
    assert!(
        github.lines().all(|line| line.starts_with("::error file=") && line.contains(",title=D")),
        "{github}"
    );
    #[cfg(unix)]
    assert!(github.contains("file=a%3Ab%2C c#d?e%25f.yaml,line=1,"), "{github}");
    // An absolute path is an address of its own kind.
    let absolute = path("cp.yaml");
    let (sarif, _) = run(&[absolute.to_str().expect("a path of letters"), "--format", "sarif"]);
    let sarif: Value = serde_json::from_str(&sarif).expect("it is JSON");
    assert!(uri(&sarif["runs"][0]["results"][0]).starts_with("file:///"), "{sarif}");
}

fn uri(result: &Value) -> &str {
    let physical = &result["locations"][0]["physicalLocation"];
    assert!(physical["region"]["startLine"].as_u64() >= Some(1), "{result}");
    physical["artifactLocation"]["uri"].as_str().expect("a file")
}

/// What the standard (OASIS SARIF 2.1.0, chapter 3) demands of each part that is written.
#[test]
fn sarif_has_what_the_standard_demands() {
    let (text, _) = run(&[
        super::FLAWS,
        "tests/suite/mistakes/typos.yaml",
        "missing.yaml",
        "--format",
        "sarif",
    ]);
    let sarif: Value = serde_json::from_str(&text).expect("it is JSON");
    let keys = |value: &Value| -> Vec<String> {
        value.as_object().expect("an object").keys().cloned().collect()
    };
    assert_eq!(keys(&sarif), ["$schema", "version", "runs"]);
    let run = &sarif["runs"][0];
    assert_eq!(keys(run), ["tool", "columnKind", "results"]);
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let driver = &run["tool"]["driver"];
    assert!(
        driver["name"].is_string()
            && driver["language"].as_str().is_some_and(|language| language.len() == 2)
    );
    for rule in driver["rules"].as_array().expect("rules") {
        assert!(rule["id"].is_string() && rule["name"].is_string(), "{rule}");
        assert!(rule["help"]["text"].is_string(), "{rule}");
    }
    for result in run["results"].as_array().expect("results") {
        assert_eq!(keys(result), ["ruleId", "level", "message", "locations"]);
        assert!(result["message"]["text"].is_string());
        let physical = &result["locations"][0]["physicalLocation"];
        assert_eq!(keys(physical), ["artifactLocation", "region"]);
        let address = physical["artifactLocation"]["uri"].as_str().expect("an address");
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/%".contains(&byte);
        assert!(address.bytes().all(allowed) && !address.contains("//"), "{address}");
    }
}

#[test]
fn a_profile_can_come_from_standard_input() {
    let check = |text: &str| {
        let mut command = Command::cargo_bin("dteam").expect("the binary is built");
        let output = command
            .args(["check", "-", "--lang", "en"])
            .write_stdin(text)
            .output()
            .expect("it runs");
        (String::from_utf8(output.stdout).expect("output is text"), output.status.code())
    };
    let (text, code) = check("goals: [x]\n");
    assert!(text.contains("--> -:1:9") && text.contains("D202"), "{text}");
    assert_eq!(code, Some(1));
    let (text, code) = check("{\"goals\": [\"efficiency\"]}");
    assert_eq!(
        (text.as_str(), code),
        ("One profile checked: nothing to complain about\n", Some(0))
    );
    let subjects = Subjects { paths: vec!["no-such-file.yaml".into()], ..Subjects::default() };
    assert_eq!(
        codes(&dteam::authoring::check(dteam::builder(), &subjects, crate::EN).diagnostics),
        ["D001"]
    );
}
