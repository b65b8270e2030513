//! Problems for other programs: editors, code hosts, and whatever reads JSON.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Map, Value as Json, json};

use crate::authorship::authorship;
use crate::check::Checked;
use dteam_text::diagnostic::{Diagnostic, Severity, code, explanation};
use dteam_text::language::Language;
use dteam_text::language::messages::message;

/// The name of the JSON form of a check and its version.
const SCHEMA: &str = "dteam.check/1";

/// What was looked at and how much was found, in a line.
pub fn check_summary(checked: &Checked, language: Language) -> String {
    let counted = |id: &str, count: usize| {
        (count > 0).then(|| {
            message(
                language,
                id,
                &[("count", count.into()), ("number", number(count, language).into())],
            )
        })
    };
    let looked_at = [
        counted("check-packs", checked.packs),
        counted("check-rules", checked.rules),
        counted("check-cases", checked.cases),
        counted("check-profiles", checked.profiles),
    ];
    let looked_at: Vec<String> = looked_at.into_iter().flatten().collect();
    let of = |severity| {
        checked.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    };
    let found = [
        counted("check-errors", of(Severity::Error)),
        counted("check-warnings", of(Severity::Warning)),
        counted("check-notes", of(Severity::Note)),
    ];
    let found: Vec<String> = found.into_iter().flatten().collect();
    let found = if found.is_empty() {
        message(language, "check-nothing", &[])
    } else {
        language.list(&found)
    };
    let line = match looked_at.as_slice() {
        [] => found,
        looked_at => {
            let looked_at = language.list(looked_at);
            message(
                language,
                "check-summary",
                &[("checked", looked_at.into()), ("found", found.into())],
            )
        }
    };
    let mut text = String::new();
    for (pack, by) in &checked.authorship {
        let who = authorship(by, language).unwrap_or_default();
        let parts = [("pack", pack.as_str().into()), ("who", who.into())];
        text.push_str(&format!("{}\n", message(language, "check-authorship", &parts)));
    }
    text.push_str(&dteam_text::language::capitalised(&line));
    if checked.diagnostics.iter().any(|diagnostic| diagnostic.severity != Severity::Note) {
        text.push_str(&format!("\n{}", message(language, "check-explain", &[])));
    }
    text + "\n"
}

fn number(count: usize, language: Language) -> String {
    language.number(count as f64)
}

/// How many rules have been tried out so far, for a line on a terminal.
pub fn check_progress(done: usize, all: usize, language: Language) -> String {
    message(
        language,
        "check-progress",
        &[("done", number(done, language).into()), ("all", number(all, language).into())],
    )
}

/// What a check found, as JSON: `dteam.check/1`. Lines and columns count from 1, columns in
/// characters; an end is the position after the last character.
pub fn check_json(checked: &Checked, language: Language) -> String {
    let diagnostics: Vec<Json> =
        checked.diagnostics.iter().map(|diagnostic| described(diagnostic, language)).collect();
    let mut written = json!({
        "schema": SCHEMA,
        "language": language,
        "checked": {
            "packs": checked.packs, "rules": checked.rules, "cases": checked.cases, "profiles": checked.profiles,
        },
        "complete": !checked.is_incomplete(),
        "diagnostics": diagnostics,
    });
    let who = checked.authorship.iter().map(|(pack, by)| (pack.clone(), json!(by)));
    let who: Map<String, Json> = who.collect();
    if !who.is_empty() {
        written["authorship"] = who.into();
    }
    dteam_report::json(&written)
}

fn described(diagnostic: &Diagnostic, language: Language) -> Json {
    let region = Region::of(diagnostic);
    json!({
        "code": diagnostic.code(),
        "name": diagnostic.name(),
        "severity": diagnostic.severity,
        "message": diagnostic.message(language),
        "help": diagnostic.help(language),
        "example": diagnostic.example,
        "question": diagnostic.question(),
        "file": diagnostic.file(),
        "line": region.map(|region| region.start.0),
        "column": region.map(|region| region.start.1),
        "end_line": region.map(|region| region.end.0),
        "end_column": region.map(|region| region.end.1),
    })
}

/// What a check found, as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines.
pub fn check_sarif(checked: &Checked, language: Language) -> String {
    let found: BTreeSet<String> =
        checked.diagnostics.iter().map(|diagnostic| diagnostic.name()).collect();
    let rules: Vec<Json> = code::all()
        .filter(|(name, _)| found.contains(*name))
        .map(|(name, number)| match explanation(&number, language) {
            Ok(text) => {
                json!({"id": number, "name": name, "help": {"text": text, "markdown": text}})
            }
            Err(_) => json!({"id": number, "name": name}),
        })
        .collect();
    let results: Vec<Json> =
        checked.diagnostics.iter().map(|diagnostic| sarif_result(diagnostic, language)).collect();
    dteam_report::json(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "dteam", "version": env!("CARGO_PKG_VERSION"), "language": language, "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    }))
}

fn sarif_result(diagnostic: &Diagnostic, language: Language) -> Json {
    let level = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    // Code hosts refuse the whole report over one result without a file and a line: what is about a
    // whole file stands at its beginning.
    let region = match Region::of(diagnostic) {
        Some(region) => json!({
            "startLine": region.start.0, "startColumn": region.start.1,
            "endLine": region.end.0, "endColumn": region.end.1,
        }),
        None => json!({"startLine": 1}),
    };
    let location = |file| json!({"physicalLocation": {"artifactLocation": {"uri": uri(file)}, "region": region}});
    let locations: Vec<Json> = diagnostic.file().map(location).into_iter().collect();
    json!({
        "ruleId": diagnostic.code(),
        "level": level,
        "message": {"text": whole(diagnostic, language)},
        "locations": locations,
    })
}

/// What a check found, as commands of GitHub's workflows: one line each, shown beside the changed
/// lines.
pub fn check_github(checked: &Checked, language: Language) -> String {
    checked.diagnostics.iter().map(|diagnostic| github(diagnostic, language)).collect()
}

fn github(diagnostic: &Diagnostic, language: Language) -> String {
    let level = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let file =
        diagnostic.file().map_or_else(String::new, |file| format!("file={},", property(file)));
    let region = Region::of(diagnostic).map_or_else(String::new, |region| {
        let ((line, column), (end_line, end_column)) = (region.start, region.end);
        // An end column is only understood within one line.
        let end = match line == end_line {
            true => format!(",endColumn={}", end_column.saturating_sub(1).max(column)),
            false => String::new(),
        };
        format!("line={line},endLine={end_line},col={column}{end},")
    });
    let title = property(&diagnostic.code());
    let message = escaped(&whole(diagnostic, language));
    format!("::{level} {file}{region}title={title}::{message}\n")
}

/// Message, example and fix, on lines of their own.
fn whole(diagnostic: &Diagnostic, language: Language) -> String {
    let mut text = diagnostic.message(language);
    if let Some(example) = &diagnostic.example {
        text.push_str(&format!("\n{}: {example}", Severity::example(language)));
    }
    if let Some(help) = diagnostic.help(language) {
        text.push_str(&format!("\n{}: {help}", Severity::help(language)));
    }
    text
}

/// Line and column of the first character, and of the position after the last.
#[derive(Debug, Clone, Copy)]
struct Region {
    start: (usize, usize),
    end: (usize, usize),
}

impl Region {
    fn of(diagnostic: &Diagnostic) -> Option<Region> {
        let location = diagnostic.location.as_ref()?;
        let start = location.file.position(location.span.start);
        Some(Region {
            start,
            end: location.file.position(location.span.end.max(location.span.start)),
        })
    }
}

/// A path as a reference (RFC 3986): a relative one without a scheme, which a colon in its name
/// would be taken for; an absolute one as a `file:` address.
fn uri(path: &str) -> String {
    let is_absolute = Path::new(path).is_absolute();
    let path = if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() };
    let before = match is_absolute {
        true if path.starts_with('/') => "file://",
        // Before the letter of a drive.
        true => "file:///",
        false => "",
    };
    let plain = |byte: u8| {
        byte.is_ascii_alphanumeric()
            || b"-._~/".contains(&byte)
            || (byte == b':' && cfg!(windows) && is_absolute)
    };
    let written =
        |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    match path.is_empty() {
        true => ".".to_owned(),
        false => before.chars().map(String::from).chain(path.bytes().map(written)).collect(),
    }
}

fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}
