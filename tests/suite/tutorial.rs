//! The tutorial is true: its files are written, its commands run, and what it shows is what they
//! say.
//!
//! What a block does follows from the words behind its fence:
//!
//! - `yaml school/pack.yaml`: the block is that file;
//! - `yaml school/pack.yaml append`: the block follows at the end of that file;
//! - `diff school/pack.yaml`: the lines without a sign and with `-` stand in that file, once; those
//!   without a sign and with `+` replace them;
//! - `console`: a line with `$ ` is a command, what follows is its output. A line `…` stands for
//!   any number of lines, a last line
//!   `[exit code 1]` for the code, which is otherwise 0;
//! - one word alone: only to look at, without commands.
//!
//! With `UPDATE_TUTORIAL=1` the test writes the outputs anew. What was left out stays left out
//! where its neighbours are still found.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use assert_cmd::Command;

use crate::schema;

const TUTORIAL: &str = "docs/authoring.md";

const LEFT_OUT: &str = "…";

#[test]
fn every_command_of_the_tutorial_says_what_the_tutorial_shows() {
    let text = fs::read_to_string(TUTORIAL).expect("there is a tutorial");
    let lines: Vec<&str> = text.lines().collect();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut updated: Vec<String> = Vec::new();
    let mut differences = String::new();
    let mut commands = 0;
    let mut next = 0;
    while let Some(line) = lines.get(next) {
        updated.push((*line).to_owned());
        next += 1;
        let Some(info) = line.strip_prefix("```") else { continue };
        let first = next;
        next = (first..lines.len())
            .find(|at| lines[*at] == "```")
            .unwrap_or_else(|| panic!("line {first} never ends"));
        let body = &lines[first..next];
        let words: Vec<&str> = info.split(' ').collect();
        match words[..] {
            ["console"] => {
                for shown in sessions(first, body) {
                    commands += 1;
                    let said = run(folder.path(), &shown);
                    if !agrees(&shown.output, &said) {
                        let _ = write!(differences, "\n{}", difference(&shown, &said));
                    }
                    updated.push(shown.written.to_owned());
                    let output = elided(&shown.output, &said);
                    let ends_block = output.iter().any(|line| line.starts_with("```"));
                    assert!(!ends_block, "line {}: leave out the lines with ```", shown.line);
                    updated.extend(output);
                }
            }
            _ => {
                updated.extend(body.iter().map(|line| (*line).to_owned()));
                write(folder.path(), &words, body, first);
            }
        }
        updated.push("```".to_owned());
        next += 1;
    }
    if std::env::var_os("UPDATE_TUTORIAL").is_some() {
        fs::write(TUTORIAL, format!("{}\n", updated.join("\n")))
            .expect("the tutorial can be written");
        return;
    }
    assert!(
        differences.is_empty(),
        "{TUTORIAL} shows what is not so; UPDATE_TUTORIAL=1 writes it anew:\n{differences}"
    );
    assert!(commands >= 20, "only {commands} commands");
    for name in ["pack", "cases"] {
        let text = |path: String| {
            fs::read_to_string(folder.path().join(path)).expect("the tutorial wrote it")
        };
        let validator = schema::validator(&schema::parsed(&text(format!("{name}.schema.json"))));
        let errors = schema::errors(
            &validator,
            &schema::parsed(&text(format!("school-digital/{name}.yaml"))),
        );
        assert!(errors.is_empty(), "an editor would underline in {name}.yaml: {errors:#?}");
    }
}

/// A command and what the tutorial shows of it.
struct Session<'t> {
    /// The number of its line, from 1.
    line: usize,
    written: &'t str,
    output: Vec<&'t str>,
}

/// The commands of a block that begins below the line `above`.
fn sessions<'t>(above: usize, body: &[&'t str]) -> Vec<Session<'t>> {
    let mut sessions: Vec<Session<'_>> = Vec::new();
    for (number, line) in body.iter().enumerate() {
        if line.starts_with("$ ") {
            sessions.push(Session { line: above + number + 1, written: line, output: Vec::new() });
        } else {
            let session = sessions
                .last_mut()
                .unwrap_or_else(|| panic!("line {above}: output without a command"));
            session.output.push(line);
        }
    }
    sessions
}

/// What a command says, line by line, and its exit code if it is not 0.
fn run(folder: &Path, session: &Session<'_>) -> Vec<String> {
    let mut words = words_of(session.written.trim_start_matches("$ ")).into_iter();
    assert_eq!(
        words.next().as_deref(),
        Some("dteam"),
        "line {}: nothing else is run",
        session.line
    );
    let mut command = Command::cargo_bin("dteam").expect("the binary is built");
    command.env_remove("SOURCE_DATE_EPOCH").env_remove("NO_COLOR").current_dir(folder).args(words);
    let output = command.output().expect("it runs");
    let mut said: Vec<String> = [output.stdout, output.stderr]
        .into_iter()
        .flat_map(|bytes| {
            let text = String::from_utf8(bytes).expect("the program speaks text");
            text.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>()
        })
        .collect();
    match output.status.code() {
        Some(0) => {}
        code => said.push(format!("[exit code {}]", code.expect("no signal ended it"))),
    }
    said
}

/// The words of a command; blanks within quotation marks part nothing.
fn words_of(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = None;
    for letter in command.chars() {
        match (letter, quoted) {
            ('"' | '\'', None) => quoted = Some(letter),
            (_, Some(mark)) if mark == letter => quoted = None,
            (' ', None) => words.push(String::new()),
            _ => words.last_mut().expect("there is one from the start").push(letter),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn write(folder: &Path, words: &[&str], body: &[&str], above: usize) {
    let (path, how) = match words {
        [_] => {
            let is_command = |line: &&str| line.starts_with("$ ") || line.starts_with("dteam ");
            assert!(!body.iter().any(is_command), "line {above}: a command that nothing runs");
            return;
        }
        ["diff", path] => (path, "diff"),
        [_, path] => (path, "whole"),
        [_, path, "append"] => (path, "append"),
        _ => panic!("line {above}: what is to be done with {words:?}?"),
    };
    let path = folder.join(path);
    let before = || {
        fs::read_to_string(&path)
            .unwrap_or_else(|_| panic!("line {above}: there is no such file yet"))
    };
    let text: String = body.iter().map(|line| format!("{line}\n")).collect();
    let text = match how {
        "append" => before() + text.as_str(),
        "diff" => changed(&before(), body, above),
        _ => text,
    };
    fs::create_dir_all(path.parent().expect("it is in the folder"))
        .expect("the folder can be made");
    fs::write(path, text).expect("the file can be written");
}

/// The file with the change that the lines of a `diff` block state.
fn changed(file: &str, body: &[&str], above: usize) -> String {
    let side = |sign: char| -> String {
        let lines = body
            .iter()
            .filter(|line| line.starts_with(sign) || line.starts_with(' ') || line.is_empty());
        lines.map(|line| format!("{}\n", line.get(1..).unwrap_or_default())).collect()
    };
    let (old, new) = (side('-'), side('+'));
    assert_eq!(
        file.matches(&old).count(),
        1,
        "line {above}: these lines are to stand in the file once:\n{old}\n{file}"
    );
    file.replacen(&old, &new, 1)
}

/// Whether what is shown is what was said, but for what is left out.
fn agrees(shown: &[&str], said: &[String]) -> bool {
    let mut parts = shown.split(|line| line.trim() == LEFT_OUT);
    let Some(mut rest) = parts.next().and_then(|first| stripped(said, first)) else { return false };
    let mut parts: Vec<&[&str]> = parts.collect();
    let Some(last) = parts.pop() else { return rest.is_empty() };
    for part in parts {
        let Some(found) = (0..=rest.len()).find_map(|at| stripped(&rest[at..], part)) else {
            return false;
        };
        rest = found;
    }
    rest.len().checked_sub(last.len()).is_some_and(|at| stripped(&rest[at..], last).is_some())
}

/// What follows `part` at the beginning of `said`.
fn stripped<'s>(said: &'s [String], part: &[&str]) -> Option<&'s [String]> {
    let begins = said.len() >= part.len()
        && said.iter().zip(part).all(|(said, shown)| said == shown.trim_end());
    begins.then(|| &said[part.len()..])
}

/// What was said, with what was left out before left out again: each part shown reaches from its
/// first line to its last. Where one of the two has changed, the part keeps its length; a part of
/// which nothing is found is left out.
fn elided(shown: &[&str], said: &[String]) -> Vec<String> {
    if agrees(shown, said) {
        return shown.iter().map(|line| (*line).to_owned()).collect();
    }
    let parts: Vec<&[&str]> = shown.split(|line| line.trim() == LEFT_OUT).collect();
    let last = parts.len() - 1;
    let mut out: Vec<String> = Vec::new();
    let mut from = 0;
    for (number, part) in parts.iter().enumerate() {
        let find = |line: Option<&&str>| {
            (from..said.len()).find(|at| line.is_some_and(|line| said[*at] == line.trim_end()))
        };
        let (first_found, last_found) = (find(part.first()), find(part.last()));
        let begin = match number {
            0 => Some(0),
            _ => {
                first_found.or_else(|| Some((last_found? + 1).saturating_sub(part.len()).max(from)))
            }
        };
        let end = match number == last && !part.is_empty() {
            true => Some(said.len()),
            false => begin.map(|begin| {
                let same_length = (begin + part.len()).min(said.len());
                last_found.map(|at| at + 1).filter(|end| *end > begin).unwrap_or(same_length)
            }),
        };
        if let (Some(begin), Some(end)) = (begin, end) {
            out.extend(said[begin..end].iter().cloned());
            from = end;
        }
        if number < last && out.last().is_none_or(|line| line != LEFT_OUT) {
            out.push(LEFT_OUT.to_owned());
        }
    }
    if agrees(&out.iter().map(String::as_str).collect::<Vec<_>>(), said) {
        out
    } else {
        said.to_vec()
    }
}

fn difference(shown: &Session<'_>, said: &[String]) -> String {
    let mut out = format!("{TUTORIAL}:{}: {}\nshown:\n", shown.line, shown.written);
    for line in &shown.output {
        let _ = writeln!(out, "    {line}");
    }
    let _ = writeln!(out, "said:");
    for line in said {
        let _ = writeln!(out, "    {line}");
    }
    out
}

#[test]
fn what_is_left_out_can_be_anything_and_nothing_else_can() {
    let said: Vec<String> = ["a", "b", "c", "b", "d"].map(str::to_owned).to_vec();
    for shown in [
        &["a", "b", "c", "b", "d"][..],
        &["…"],
        &["a", "…"],
        &["…", "b", "d"],
        &["a", "…", "b", "…", "d"],
        &["a", "b", "…", "c", "b", "d"],
    ] {
        assert!(agrees(shown, &said), "{shown:?}");
    }
    for shown in [
        &[][..],
        &["a"],
        &["…", "c"],
        &["b", "…"],
        &["a", "…", "d", "…", "b", "d"],
        &["a", "b", "c", "b", "d", "e"],
    ] {
        assert!(!agrees(shown, &said), "{shown:?}");
        assert!(
            agrees(&elided(shown, &said).iter().map(String::as_str).collect::<Vec<_>>(), &said),
            "{shown:?}"
        );
    }
}
