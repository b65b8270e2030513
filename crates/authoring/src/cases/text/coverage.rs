//! What cases show of rules, and which changes to the rules they notice, as text.

use crate::cases::{Coverage, Mutation, Survivor, TestReport, Unshown};
use dteam_engine::advice::Outcome;
use dteam_report::words::Words;
use dteam_report::wrapped::{Style, Writer};

/// The coverage of each pack, and of each rule what is missing.
pub(super) fn coverage(report: &TestReport, words: Words, out: &mut Writer) {
    let packs: Vec<(&str, &Coverage)> = report
        .packs
        .iter()
        .filter_map(|pack| Some((pack.pack.as_str(), pack.coverage.as_ref()?)))
        .collect();
    if packs.is_empty() {
        return;
    }
    out.blank();
    out.line(&words.say("coverage-title"), Style::Bold);
    for (pack, coverage) in &packs {
        out.line(&counted(pack, coverage.shown, coverage.total, words), Style::Plain);
    }
    for (_, coverage) in &packs {
        for rule in coverage.rules.iter().filter(|rule| !rule.missing.is_empty()) {
            out.blank();
            out.line(&format!("{}:{}: {}", coverage.file, rule.line, rule.rule), Style::Bold);
            rule.missing.iter().for_each(|missing| unshown(missing, words, out));
        }
    }
    for (pack, coverage) in &packs {
        let unseen = coverage.questions.iter().filter(|question| !question.unseen.is_empty());
        let unseen: Vec<String> = unseen
            .map(|question| format!("{}: {}", question.question, question.unseen.join(", ")))
            .collect();
        if !unseen.is_empty() {
            out.blank();
            out.line(&words.with("coverage-unseen", &[("pack", (*pack).into())]), Style::Plain);
            unseen.iter().for_each(|line| indented(line, 4, out));
        }
    }
}

fn unshown(missing: &Unshown, words: Words, out: &mut Writer) {
    let text = match (&missing.test, missing.value, missing.outcome) {
        (Some(test), Some(true), _) => {
            words.with("coverage-test-true", &[("test", test.as_str().into())])
        }
        (Some(test), _, _) => words.with("coverage-test-false", &[("test", test.as_str().into())]),
        (None, _, outcome) => match (&missing.part, &missing.left_out) {
            (Some(part), Some(left_out)) => {
                let part = self::part(part, words);
                let parts = [("part", part.into()), ("text", left_out.as_str().into())];
                words.with("coverage-left-out", &parts)
            }
            _ => {
                let outcome = outcome.map_or("", Outcome::name);
                words.with("coverage-outcome", &[("outcome", outcome.into())])
            }
        },
    };
    indented(&text, 4, out);
    let Unshown { profile, outcome, expect, .. } = missing;
    suggestion("coverage-case", profile, *outcome, expect, words, out);
}

/// What part of a rule it is, with its number: `note 1`.
fn part(part: &str, words: Words) -> String {
    let (kind, number) = part.split_once(' ').unwrap_or((part, ""));
    words.with("mutation-part", &[("part", kind.into()), ("number", number.into())])
}

/// How many changes are noticed, and each that is not.
pub(super) fn mutation(report: &TestReport, words: Words, out: &mut Writer) {
    let packs: Vec<(&str, &Mutation)> = report
        .packs
        .iter()
        .filter_map(|pack| Some((pack.pack.as_str(), pack.mutation.as_ref()?)))
        .collect();
    if packs.is_empty() {
        return;
    }
    out.blank();
    out.line(&words.say("mutation-title"), Style::Bold);
    for (pack, mutation) in &packs {
        out.line(&counted(pack, mutation.caught, mutation.total, words), Style::Plain);
    }
    for (_, mutation) in &packs {
        let mut last: Option<&Survivor> = None;
        for survivor in &mutation.survivors {
            let of_rule =
                |last: &Survivor| last.rule == survivor.rule && last.line == survivor.line;
            let of_part = |last: &Survivor| {
                last.part == survivor.part && last.condition == survivor.condition
            };
            if !last.is_some_and(of_rule) {
                let file = survivor.file.as_ref().unwrap_or(&mutation.file);
                out.blank();
                out.line(&format!("{file}:{}: {}", survivor.line, survivor.rule), Style::Bold);
            }
            if !last.is_some_and(|last| of_rule(last) && of_part(last)) {
                indented(
                    &format!("{}: {}", part(&survivor.part, words), survivor.condition),
                    4,
                    out,
                );
            }
            self::survivor(survivor, words, out);
            last = Some(survivor);
        }
    }
}

fn survivor(survivor: &Survivor, words: Words, out: &mut Writer) {
    let said = match survivor.mutant.as_str() {
        "" => words.say("mutation-left-out"),
        mutant => words.with("mutation-survivor", &[("mutant", mutant.into())]),
    };
    indented(&said, 4, out);
    let Survivor { profile, outcome, expect, .. } = survivor;
    suggestion("mutation-case", profile, *outcome, expect, words, out);
}

/// A profile for a case, and what the case says.
fn suggestion(
    id: &str,
    profile: &Option<String>,
    outcome: Option<Outcome>,
    expect: &Option<String>,
    words: Words,
    out: &mut Writer,
) {
    let Some(profile) = profile else { return };
    let says = match (expect, outcome) {
        (Some(expect), _) => words.with("coverage-expect", &[("expect", expect.as_str().into())]),
        (None, Some(outcome)) => {
            words.with("coverage-under", &[("outcome", outcome.name().into())])
        }
        (None, None) => return,
    };
    let parts = [("profile", profile.as_str().into()), ("says", says.into())];
    indented(&words.with(id, &parts), 8, out);
}

/// `data: 97 % (118 von 121)`
fn counted(name: &str, part: usize, whole: usize, words: Words) -> String {
    // Rounded down: 100 % is all of it.
    let share = if whole == 0 { 1.0 } else { (part as f64 / whole as f64 * 100.0).floor() / 100.0 };
    let parts = [
        ("name", name.into()),
        ("share", words.0.percent(share).into()),
        ("part", words.0.number(part as f64).into()),
        ("whole", words.0.number(whole as f64).into()),
    ];
    words.with("coverage-counted", &parts)
}

/// One line as it is: profiles are to be copied.
fn indented(text: &str, indent: usize, out: &mut Writer) {
    out.line(&format!("{:indent$}{text}", ""), Style::Plain);
}
