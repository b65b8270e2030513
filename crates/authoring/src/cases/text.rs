//! The result of a test run as text: for each failing case what was expected, what came out, and
//! why.

use unicode_width::UnicodeWidthStr;

mod coverage;

use super::{
    Amendment, CaseChange, CaseResult, Difference, Mismatch, PackResult, Period, RankedStep,
    StepPart, Tally, TestReport,
};
use dteam_engine::advice::Question;
use dteam_engine::expression::trace::ConditionTrace;
use dteam_report::Layout;
use dteam_report::findings::{outcome, plain, test};
use dteam_report::words::Words;
use dteam_report::wrapped::{Style, Writer};
use dteam_text::language::{Language, capitalised, escaped};

/// Columns before what is expected and found.
const COLUMN: usize = 17;

/// The result of a test run as text: what was changed, every case that failed and every outcome
/// that no case shows, and the count.
pub fn tests(report: &TestReport, layout: &Layout) -> String {
    let words = Words(report.language);
    let mut out = Writer::new(layout.width.max(40), layout.colour, report.language);
    for pack in &report.packs {
        for changed in &pack.updated {
            out.line(&location(pack, changed.line, &changed.name), Style::Bold);
            changes(changed, words, &mut out);
            out.blank();
        }
    }
    if let Some(count) = changed_count(report, words) {
        out.line(&count, Style::Plain);
        out.blank();
    }
    for pack in report.packs.iter().filter(|pack| pack.added > 0) {
        let parts = [
            ("count", pack.added.into()),
            ("number", words.0.number(pack.added as f64).into()),
            ("file", escaped(&pack.file).as_ref().into()),
        ];
        out.paragraph(&words.with("case-added", &parts), 0, 0, Style::Plain);
        out.blank();
    }
    for pack in &report.packs {
        for case in pack.cases.iter().filter(|case| !case.mismatches.is_empty()) {
            out.line(&location(pack, case.line, &case.name), Style::Bold);
            mismatches(case, words, &mut out);
            out.blank();
        }
        for missing in &pack.missing {
            out.line(
                &format!("{}: {}", escaped(&pack.file), missing.message(report.language)),
                Style::Plain,
            );
        }
    }
    coverage::coverage(report, words, &mut out);
    coverage::mutation(report, words, &mut out);
    if report.coverage().is_some() || report.mutation().is_some() {
        out.blank();
    }
    out.line(&tally(&report.tally, words), Style::Plain);
    out.text
}

/// How many cases were changed, in a sentence.
fn changed_count(report: &TestReport, words: Words) -> Option<String> {
    let count: usize = report.packs.iter().map(|pack| pack.updated.len()).sum();
    let number = capitalised(&words.0.count(count));
    (count > 0).then(|| {
        words.with("case-changed-count", &[("count", count.into()), ("number", number.into())])
    })
}

/// A failing case without its heading, as plain text.
pub(super) fn failure(case: &CaseResult, language: Language) -> String {
    let mut out = Writer::new(Layout::default().width, false, language);
    mismatches(case, Words(language), &mut out);
    out.text
}

fn location(pack: &PackResult, line: usize, name: &str) -> String {
    format!("{}:{line}: {name}", escaped(&pack.file))
}

fn tally(tally: &Tally, words: Words) -> String {
    let counts = [
        ("case-missing-count", tally.missing),
        ("case-skipped", tally.skipped),
        ("case-broken", tally.broken),
    ];
    let mut parts =
        vec![words.with(
            "case-tally",
            &[("passed", tally.passed.into()), ("failed", tally.failed.into())],
        )];
    parts.extend(
        counts
            .iter()
            .filter(|(_, count)| *count > 0)
            .map(|(id, count)| words.with(id, &[("count", (*count).into())])),
    );
    parts.join(", ")
}

fn mismatches(case: &CaseResult, words: Words, out: &mut Writer) {
    for mismatch in &case.mismatches {
        match mismatch {
            Mismatch::Outcome { rule, title, expected, found, trace, needs, period } => {
                out.paragraph(&format!("{rule}: {title}"), 2, 4, Style::Plain);
                expected_found(&outcome(*expected, words), &outcome(*found, words), words, out);
                match period {
                    Some(period) => {
                        entry(&words.say("case-period"), &self::period(period, words), out)
                    }
                    None => because(trace, words, out),
                }
                self::needs(needs, words, out);
            }
            Mismatch::Effect { rule, title, effect, trace } => {
                out.paragraph(&format!("{rule}: {title}"), 2, 4, Style::Plain);
                expected_found(
                    &words.say("case-effect-expected"),
                    &words.say("case-effect-found"),
                    words,
                    out,
                );
                let effect =
                    effect.iter().map(|(question, value)| format!("{question}: {}", plain(value)));
                entry(&words.say("case-effect-line"), &effect.collect::<Vec<_>>().join(", "), out);
                because(trace, words, out);
                entry("", &words.say("case-effect-hint"), out);
            }
            Mismatch::Order { expected, found } => order(expected, found, words, out),
            Mismatch::Text { rule, language, missing, title, why, actions } => {
                let parts = [("rule", rule.as_str().into()), ("language", language.code().into())];
                out.paragraph(&words.with("case-texts", &parts), 2, 4, Style::Plain);
                for part in missing {
                    signed('-', &words.say("case-text-missing"), part, Style::Removed, out);
                }
                signed('+', &words.say("case-text-title"), title, Style::Added, out);
                signed('+', &words.say("case-text-why"), why, Style::Added, out);
                for (index, action) in actions.iter().enumerate() {
                    let label =
                        if index == 0 { words.say("case-text-actions") } else { String::new() };
                    signed('+', &label, action, Style::Added, out);
                }
            }
            Mismatch::Part { rule, title, expected, found } => {
                out.paragraph(&format!("{rule}: {title}"), 2, 4, Style::Plain);
                let said = |part: &StepPart| format!("{}: {part}", part.key().name());
                expected_found(&said(expected), &said(found), words, out);
            }
            Mismatch::Classification { differences, memberships } => {
                out.line(&format!("  {}", words.say("case-kind")), Style::Plain);
                let [expected, found] = Difference::written(differences);
                expected_found(&expected, &found, words, out);
                let degrees = memberships
                    .iter()
                    .map(|(kind, degree)| format!("{kind} {}", words.0.percent(*degree)));
                let degrees: Vec<String> = degrees.collect();
                if !degrees.is_empty() {
                    entry(&words.say("case-memberships"), &degrees.join(" · "), out);
                }
            }
        }
    }
}

fn expected_found(expected: &str, found: &str, words: Words, out: &mut Writer) {
    signed('-', &words.say("case-expected"), expected, Style::Removed, out);
    signed('+', &words.say("case-found"), found, Style::Added, out);
}

/// The tests of the condition; the whole condition too where it has several.
fn because(trace: &ConditionTrace, words: Words, out: &mut Writer) {
    if trace.tests.len() > 1 {
        entry(&words.say("case-condition"), &trace.condition, out);
    }
    for (index, of_condition) in trace.tests.iter().enumerate() {
        let label = if index == 0 { words.say("case-because") } else { String::new() };
        entry(&label, &test(of_condition, words), out);
    }
}

fn needs(needs: &[Question], words: Words, out: &mut Writer) {
    for (index, question) in needs.iter().enumerate() {
        let label = if index == 0 { words.say("case-needs") } else { String::new() };
        entry(&label, &format!("{} ({})", question.label, question.question), out);
    }
}

fn period(period: &Period, words: Words) -> String {
    let date = |date: jiff::civil::Date| words.0.date(date);
    let holds = match (period.from, period.until) {
        (Some(from), None) => words.with("case-period-from", &[("from", date(from).into())]),
        (None, Some(until)) => words.with("case-period-until", &[("until", date(until).into())]),
        (Some(from), Some(until)) => words.with(
            "case-period-between",
            &[("from", date(from).into()), ("until", date(until).into())],
        ),
        (None, None) => String::new(),
    };
    match period.date {
        Some(on) => {
            words.with("case-period-on", &[("period", holds.into()), ("date", date(on).into())])
        }
        None => holds,
    }
}

fn order(expected: &[String], found: &[RankedStep], words: Words, out: &mut Writer) {
    out.line(&format!("  {}", words.say("case-steps")), Style::Plain);
    for (index, rule) in expected.iter().enumerate() {
        let label = if index == 0 { words.say("case-expected") } else { String::new() };
        signed('-', &label, rule, Style::Removed, out);
    }
    for (index, step) in found.iter().enumerate() {
        let label = if index == 0 { words.say("case-found") } else { String::new() };
        let after = words.0.list(&step.after);
        let parts = [
            ("rank", step.rank.to_string().into()),
            ("rule", step.rule.as_str().into()),
            ("priority", words.0.decimal(step.priority, 1).into()),
            ("after", after.as_str().into()),
        ];
        let id = if after.is_empty() { "case-step" } else { "case-step-after" };
        signed('+', &label, &words.with(id, &parts), Style::Added, out);
    }
}

fn changes(changed: &CaseChange, words: Words, out: &mut Writer) {
    for change in &changed.changes {
        let text = match change {
            Amendment::Rule { rule, from, to } => {
                let parts = [
                    ("rule", rule.as_str().into()),
                    ("from", from.name().into()),
                    ("to", to.name().into()),
                ];
                words.with("case-changed-rule", &parts)
            }
            Amendment::Order { to } => {
                words.with("case-changed-order", &[("order", to.join(", ").into())])
            }
            Amendment::Part { rule, from, to } => {
                let parts = [
                    ("rule", rule.as_str().into()),
                    ("key", to.key().name().into()),
                    ("from", from.to_string().into()),
                    ("to", to.to_string().into()),
                ];
                words.with("case-changed-part", &parts)
            }
            Amendment::Classification { key, from, to } => {
                let written =
                    |value: &Option<String>| value.as_deref().unwrap_or("null").to_owned();
                let parts = [
                    ("key", key.name().into()),
                    ("from", written(from).into()),
                    ("to", written(to).into()),
                ];
                words.with("case-changed-classification", &parts)
            }
            Amendment::Stated { outcome, rules } => {
                let listed = if rules.is_empty() {
                    words.say("case-changed-nothing")
                } else {
                    rules.join(", ")
                };
                words.with(
                    "case-changed-stated",
                    &[("key", outcome.name().into()), ("rules", listed.into())],
                )
            }
        };
        out.paragraph(&text, 2, 4, Style::Plain);
    }
}

/// `    - erwartet     …`
fn signed(sign: char, label: &str, text: &str, style: Style, out: &mut Writer) {
    let padding = COLUMN.saturating_sub(6 + label.width()).max(1);
    out.labelled(&format!("    {sign} {label}{:padding$}", ""), text, COLUMN, style);
}

fn entry(label: &str, text: &str, out: &mut Writer) {
    signed(' ', label, text, Style::Plain, out);
}
