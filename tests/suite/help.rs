//! Help, complaints about wrong usage, manual pages and completions speak the reader's language.

use std::collections::BTreeSet;
use std::process::Output;

use assert_cmd::Command;

#[cfg(unix)]
mod start;

/// The program on a system that says nothing of a language.
fn dteam() -> Command {
    let mut command = Command::cargo_bin("dteam").expect("the binary is built");
    for variable in ["LC_ALL", "LC_MESSAGES", "LANG", "CLICOLOR_FORCE"] {
        command.env_remove(variable);
    }
    command.env("COLUMNS", "100");
    command
}

fn run(command: &mut Command, arguments: &[&str]) -> Output {
    command.args(arguments).output().expect("it runs")
}

fn stdout(arguments: &[&str]) -> String {
    let output = run(&mut dteam(), arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("output is text")
}

/// What is said of wrong usage.
fn complaint(arguments: &[&str]) -> String {
    let output = run(&mut dteam(), arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    assert!(output.stdout.is_empty(), "{arguments:?}");
    String::from_utf8(output.stderr).expect("output is text")
}

/// All commands, as the help lists them, and those below `new`.
fn commands() -> Vec<Vec<String>> {
    let help = stdout(&["--help", "--lang", "en"]);
    let (_, listed) = help.split_once("Commands:\n").expect("the help lists the commands");
    let lines = listed.lines().take_while(|line| !line.is_empty());
    let names = lines.filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    let commands = names.filter(|name| !name.is_empty() && *name != "help");
    let commands: Vec<Vec<String>> = commands.map(|name| vec![name.to_owned()]).collect();
    assert!(commands.len() >= 19, "{commands:?}");
    let below = ["profile", "pack"].map(|name| vec!["new".to_owned(), name.to_owned()]);
    std::iter::once(Vec::new()).chain(commands).chain(below).collect()
}

fn help(command: &[String], flag: &str, language: &str) -> String {
    let mut arguments: Vec<&str> = command.iter().map(String::as_str).collect();
    arguments.extend([flag, "--lang", language]);
    stdout(&arguments)
}

/// The words of the sentences: without what is typed as it stands (options, values, commands).
fn words(text: &str) -> BTreeSet<String> {
    let mut prose = String::new();
    for line in text.lines() {
        // A value or command in a list, before what is said of it.
        let line = line.trim_start().split_once(": ").filter(|_| line.trim().starts_with("- "));
        prose.push_str(line.map_or("", |(_, said)| said));
        prose.push('\n');
    }
    prose.push_str(text);
    let prose: String = prose.split('`').step_by(2).collect();
    let typed =
        |word: &str| word.starts_with(['-', '\\']) || word.contains(['.', '/', '<', '[', '_']);
    let words = prose.split_whitespace().filter(|word| !typed(word.trim_end_matches(['.', ']'])));
    let words = words.flat_map(|word| word.split(|letter: char| !letter.is_alphabetic()));
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// Words that sentences of one language hardly do without and the other does not know.
const ENGLISH: [&str; 36] = [
    "the",
    "of",
    "and",
    "or",
    "with",
    "for",
    "to",
    "from",
    "is",
    "are",
    "this",
    "that",
    "not",
    "by",
    "which",
    "default",
    "possible",
    "values",
    "usage",
    "arguments",
    "commands",
    "print",
    "see",
    "more",
    "write",
    "show",
    "each",
    "than",
    "it",
    "as",
    "on",
    "at",
    "no",
    "one",
    "if",
    "what",
];
const GERMAN: [&str; 24] = [
    "der", "das", "und", "oder", "mit", "für", "von", "zu", "ist", "nicht", "eine", "ein", "wird",
    "vorgabe", "möglich", "aufruf", "optionen", "befehle", "werden", "auf", "nach", "wie", "alle",
    "sonst",
];

fn must_speak(language: &str, text: &str, whose: &str) {
    let (own, foreign): (&[&str], &[&str]) = match language {
        "de" => (&GERMAN, &ENGLISH),
        _ => (&ENGLISH, &GERMAN),
    };
    let words = words(text);
    for word in foreign {
        assert!(!words.contains(*word), "{whose} in {language} says “{word}”:\n{text}");
    }
    assert!(own.iter().any(|word| words.contains(*word)), "{whose} in {language}:\n{text}");
    for id in ["cli-", "format-text", "rows-steps", "input-table"] {
        assert!(!text.contains(id), "{whose} in {language} says no more than “{id}”:\n{text}");
    }
}

/// The options and the lines for arguments, as they stand at the margin.
fn options(help: &str) -> Vec<String> {
    let options = help.split_whitespace().filter(|word| word.starts_with("--") && word.len() > 2);
    options
        .map(|option| option.trim_matches(|it: char| !it.is_ascii_alphabetic()).to_owned())
        .collect()
}

#[test]
fn every_command_explains_itself_in_both_languages() {
    for command in commands() {
        for flag in ["-h", "--help"] {
            let texts = ["de", "en"].map(|language| help(&command, flag, language));
            let whose = format!("{flag} of {command:?}");
            must_speak("de", &texts[0], &whose);
            must_speak("en", &texts[1], &whose);
            let [german, english] = texts.each_ref().map(|text| options(text));
            let [german, english] = [german, english].map(BTreeSet::from_iter);
            let missing: Vec<&String> = german.symmetric_difference(&english).collect();
            assert!(missing.is_empty(), "{whose}: {missing:?}");
        }
    }
}

#[test]
fn both_languages_have_the_same_texts_for_the_command_line() {
    let ids = |language: &str| -> BTreeSet<String> {
        let text = std::fs::read_to_string(format!("locales/{language}/cli.ftl"));
        let text = text.expect("the texts are in the repository");
        text.lines()
            .filter_map(|line| line.split_once(" = "))
            .map(|(id, _)| id.to_owned())
            .filter(|id| !id.starts_with(['#', ' ']))
            .collect()
    };
    assert_eq!(ids("de"), ids("en"));
    assert!(ids("de").len() > 200);
}

#[test]
fn manual_pages_and_completions_speak_the_language_too() {
    for language in ["de", "en"] {
        for command in commands() {
            let mut arguments = vec!["man"];
            arguments.extend(command.iter().map(String::as_str));
            arguments.extend(["--lang", language]);
            let page = stdout(&arguments);
            let heading = if language == "de" { ".SH BESCHREIBUNG" } else { ".SH DESCRIPTION" };
            assert!(page.contains(heading), "{arguments:?}:\n{page}");
            let (_, text) = page.split_once(heading).expect("it has a description");
            must_speak(language, &text.replace("\\-", "-"), &format!("{arguments:?}"));
        }
        for shell in ["fish", "zsh", "powershell", "elvish"] {
            let script = stdout(&["completions", shell, "--lang", language]);
            let said = if language == "de" { "Form der Beratung" } else { "Form of the advice" };
            assert!(script.contains(said), "{shell}");
            for id in ["cli-", "format-text"] {
                assert!(!script.contains(id), "{shell} in {language} has “{id}”");
            }
        }
    }
    // The values can still be completed.
    assert!(stdout(&["completions", "bash"]).contains("text markdown html council"));
}

#[test]
fn the_language_is_asked_for_anywhere_else_it_is_the_systems_else_german() {
    let german = stdout(&["advise", "--help"]);
    let english = stdout(&["advise", "--help", "--lang", "en"]);
    assert!(german.contains("Aufruf: dteam advise") && english.contains("Usage: dteam advise"));
    for arguments in [
        &["--lang", "en", "advise", "--help"][..],
        &["--lang=en", "help", "advise"],
        &["advise", "--lang=en", "--help"],
    ] {
        assert_eq!(stdout(arguments), english, "{arguments:?}");
    }
    let on = |name: &str, value: &str| {
        let output = run(dteam().env(name, value), &["advise", "--help"]);
        String::from_utf8(output.stdout).expect("output is text")
    };
    for (name, value) in [("LC_ALL", "en_GB.UTF-8"), ("LC_MESSAGES", "en_US"), ("LANG", "en")] {
        assert_eq!(on(name, value), english, "{name}={value}");
    }
    for value in ["C.UTF-8", "POSIX", "pl_PL.UTF-8", "", "de_AT.UTF-8"] {
        assert_eq!(on("LC_ALL", value), german, "{value}");
    }
    // What follows `--` is no option.
    assert!(complaint(&["advise", "a", "b", "--", "--lang", "en"]).contains("Fehler:"));
    // The answer of a command goes by `--lang` and the study, as ever.
    let advice =
        |arguments: &[&str]| stdout(&[arguments, &["classify", "profiles/auetal.yaml"]].concat());
    assert!(advice(&["--lang", "en"]).contains("Cautious") && advice(&[]).contains("Bedächtige"));
}

#[test]
fn wrong_usage_is_said_in_the_readers_language() {
    for (arguments, german, english) in [
        (
            &["advise", "--forma", "json"][..],
            "Tipp: Ist --format gemeint?",
            "Did you mean --format?",
        ),
        (&["adviso"], "einen Befehl „adviso“ gibt es nicht", "there is no command `adviso`"),
        (&["advise"], "es fehlt: <PROFIL>", "missing: <PROFILE>"),
        (
            &["advise", "x", "--format", "jsn"],
            "„jsn“ passt nicht zu „--format",
            "`jsn` is no value for `--format",
        ),
        (
            &["advise", "x", "--top", "a"],
            "erwartet wird eine ganze Zahl",
            "expected a whole number",
        ),
        (
            &["plan", "x", "--quarters", "90"],
            "eine ganze Zahl von 1 bis 20",
            "a whole number from 1 to 20",
        ),
        (&["plan", "x", "--start", "q"], "erwartet wird ein Quartal", "expected a quarter"),
        (&["plan", "x", "--days", "0.3"], "ganze oder halbe Tage", "whole or half days"),
        (&["plan", "x", "--fix", "q"], "eine Regel und ihr Quartal", "a rule and its quarter"),
        (
            &["advise", "x", "--date", "1.1.2026"],
            "ein Datum als JJJJ-MM-TT",
            "a date as YYYY-MM-DD",
        ),
        (
            &["advise", "x", "--steps", "1", "--top", "3"],
            "geht nicht zusammen mit",
            "cannot be used with",
        ),
        (
            &["advise", "x", "--top", "1", "--top", "3"],
            "darf nur einmal vorkommen",
            "can be given only once",
        ),
        (&["advise", "a", "b"], "„b“ gibt es hier nicht", "unexpected argument `b`"),
        (&["advise", "-x"], "dann so: -- -x", "as a value: -- -x"),
        (
            &["advise", "x", "--output"],
            "zu „--output <DATEI>“ fehlt ein Wert",
            "`--output <FILE>` needs a value",
        ),
        (
            &["batch", "x", "--summary", "a.csv"],
            "Eingaben stehen vor --summary",
            "inputs come before --summary",
        ),
        (
            &["batch", "--template", "a.csv"],
            "ein Name, der auf .xlsx endet",
            "a name that ends in .xlsx",
        ),
        (&["batch", "x", "--sizes", "9,1"], "aufsteigende ganze Zahlen", "rising whole numbers"),
        (
            &["interview", "-"],
            "kommen von der Standardeingabe",
            "standard input is for the answers",
        ),
        (
            &["serve", "--bind", "nowhere"],
            "eine Adresse dieses Rechners",
            "an address of this machine",
        ),
        (
            &["serve", "--port", "99999"],
            "eine ganze Zahl von 0 bis 65535",
            "a whole number from 0 to 65535",
        ),
        (&["man", "nothing"], "hat keinen Befehl „nothing“", "has no command `nothing`"),
        (&["man", "advise", "it"], "hat keine eigenen Befehle", "has no commands below it"),
        (&["new"], "Aufruf: dteam new", "Usage: dteam new"),
    ] {
        for (language, expected) in [("de", german), ("en", english)] {
            // Before everything that is wrong.
            let said = complaint(&[&["--lang", language], arguments].concat());
            assert!(said.contains(expected), "{arguments:?}: {said}");
            must_speak_of_wrong(language, &said);
        }
    }
}

/// The frame of a complaint is in the language, and clap's own words are not in it.
fn must_speak_of_wrong(language: &str, said: &str) {
    let foreign = match language {
        "de" => ["error:", "tip:", "Usage:", "For more", "[possible", "OPTIONS"],
        _ => ["Fehler:", "Tipp:", "Aufruf:", "Mehr sagt", "[möglich", "OPTIONEN"],
    };
    for word in foreign {
        assert!(!said.contains(word), "{language}: {said}");
    }
}

#[test]
fn the_help_at_length() {
    insta::assert_snapshot!("help-de", stdout(&["--help"]));
    let help = stdout(&["advise", "--help", "--lang", "en"]);
    // There is one form more where the program is built for it.
    let help: String =
        help.split_inclusive('\n').filter(|line| !line.contains("- pdf: ")).collect();
    insta::assert_snapshot!("help-advise-en", help);
}

#[test]
fn without_a_command_and_without_a_terminal_the_help_says_what_there_is() {
    let said = stdout(&[]);
    assert!(said.contains("Aufruf: dteam") && said.contains("interview"), "{said}");
    assert!(stdout(&["--lang", "en"]).contains("Usage: dteam"));
}
