//! The result of a test run as JUnit XML, which build servers read. There are no times in it: the
//! same run gives the same bytes.

use std::fmt::Write as _;

use super::text::failure;
use super::{CaseResult, PackResult, Status, TestReport};
use dteam_text::language::Language;

/// A test run as JUnit XML: a suite for each pack, a test for each case and for each outcome that
/// no case shows; a pack whose files have mistakes is an error.
pub fn junit(report: &TestReport) -> String {
    let suites: Vec<Suite> = report.packs.iter().map(|pack| suite(pack, report.language)).collect();
    let total = |count: fn(&Suite) -> usize| suites.iter().map(count).sum::<usize>();
    let counts =
        [total(|suite| suite.tests), total(|suite| suite.failures), total(|suite| suite.errors)];
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(
        xml,
        "<testsuites name=\"dteam test\"{}>",
        counted(counts, total(|suite| suite.skipped))
    );
    suites.iter().for_each(|suite| xml.push_str(&suite.xml));
    xml.push_str("</testsuites>\n");
    xml
}

/// A suite as XML, with its counts.
struct Suite {
    xml: String,
    tests: usize,
    failures: usize,
    errors: usize,
    skipped: usize,
}

fn suite(pack: &PackResult, language: Language) -> Suite {
    let count = |status| pack.cases.iter().filter(|case| case.status == status).count();
    let errors = usize::from(!pack.problems.is_empty());
    let (failures, skipped) = (count(Status::Failed) + pack.missing.len(), count(Status::Skipped));
    let tests = pack.cases.len() + pack.missing.len() + errors;
    let mut xml = String::new();
    let _ = writeln!(
        xml,
        "  <testsuite name=\"{}\" file=\"{}\"{}>",
        escaped(&pack.pack),
        escaped(&pack.file),
        counted([tests, failures, errors], skipped)
    );
    if let Some(first) = pack.problems.first() {
        let inner = element("error", first, &pack.problems.join("\n"));
        test(&mut xml, pack, "cases.yaml", 1, &inner);
    }
    for case in &pack.cases {
        test(&mut xml, pack, &case.name, case.line, &outcome(case, language));
    }
    for missing in &pack.missing {
        let message = missing.message(language);
        let name = format!("{} {}", missing.rule, missing.outcome.name());
        test(&mut xml, pack, &name, 1, &element("failure", &message, &message));
    }
    xml.push_str("  </testsuite>\n");
    Suite { xml, tests, failures, errors, skipped }
}

fn counted([tests, failures, errors]: [usize; 3], skipped: usize) -> String {
    format!(" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\" skipped=\"{skipped}\"")
}

fn outcome(case: &CaseResult, language: Language) -> String {
    match case.status {
        Status::Passed => String::new(),
        Status::Skipped => "      <skipped/>\n".to_owned(),
        Status::Failed => {
            let messages: Vec<String> =
                case.mismatches.iter().map(|mismatch| mismatch.message(language)).collect();
            element("failure", &messages.join("; "), &failure(case, language))
        }
    }
}

fn test(xml: &mut String, pack: &PackResult, name: &str, line: usize, inner: &str) {
    let (class, name, file) = (escaped(&pack.pack), escaped(name), escaped(&pack.file));
    let _ = write!(
        xml,
        "    <testcase classname=\"{class}\" name=\"{name}\" file=\"{file}\" line=\"{line}\""
    );
    match inner {
        "" => xml.push_str("/>\n"),
        inner => {
            let _ = write!(xml, ">\n{inner}    </testcase>\n");
        }
    }
}

fn element(name: &str, message: &str, text: &str) -> String {
    format!(
        "      <{name} message=\"{}\">{}</{name}>\n",
        escaped(message),
        escaped_text(text.trim_end())
    )
}

/// For an attribute: a line break in it would be read as a blank.
fn escaped(text: &str) -> String {
    escaped_text(text).replace('"', "&quot;").replace('\n', "&#10;").replace('\t', "&#9;")
}

/// What XML 1.0 does not allow at all is left out.
fn escaped_text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\n' | '\t' => escaped.push(letter),
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}
