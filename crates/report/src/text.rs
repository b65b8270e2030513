//! The report for a terminal: fits any width, reads well without colour.

use super::words::{OPEN_QUESTIONS, STRENGTHS, Words, step_title, type_label};
use super::wrapped::{Style, Writer};
use crate::FULL_STEPS;
use dteam_engine::advice::{Advice, Step};
use unicode_width::UnicodeWidthStr;

/// How a text is laid out.
#[derive(Debug, Clone, Copy)]
pub struct Layout {
    /// Columns; lines are at most so wide.
    pub width: usize,
    /// Whether to mark headings with ANSI escape sequences.
    pub colour: bool,
    /// The number of steps with reasons and first moves; the rest is a list.
    pub full_steps: usize,
}

impl Default for Layout {
    fn default() -> Self {
        Layout { width: 100, colour: false, full_steps: FULL_STEPS }
    }
}

/// Columns of the labels beside a step's parts.
const LABEL: usize = 15;

/// The report as text.
pub fn text(advice: &Advice, layout: &Layout) -> String {
    let words = Words(advice.language);
    let mut out = Writer::new(layout.width.max(40), layout.colour, advice.language);
    let headline = match advice.headline.is_empty() {
        true => words.title(advice),
        false => advice.headline.join(" · "),
    };
    out.spread(&headline, &words.dated(advice), 0, Style::Bold);
    out.heading(&words.say("section-summary"));
    out.paragraph(&advice.summary.join(" "), 2, 2, Style::Plain);
    kind(advice, words, &mut out);
    steps(advice, words, layout.full_steps, &mut out);
    open_questions(advice, words, &mut out);
    near(advice, words, &mut out);
    learning(advice, words, &mut out);
    out.heading(&words.say("section-method"));
    for line in words.method(advice) {
        out.paragraph(&line, 2, 4, Style::Dim);
    }
    out.text
}

fn kind(advice: &Advice, words: Words, out: &mut Writer) {
    out.heading(&words.say("section-type"));
    let Some(meaning) = &advice.classification.meaning else {
        out.paragraph(&words.say("type-none"), 2, 2, Style::Plain);
        return;
    };
    out.paragraph(&words.memberships(advice), 2, 2, Style::Bold);
    for remark in words.remarks(advice) {
        out.paragraph(&remark, 2, 2, Style::Plain);
    }
    if let Some(goals) = &advice.classification.leading_goals {
        out.paragraph(&format!("{}: {goals}.", words.say("type-goals")), 2, 2, Style::Plain);
    }
    out.paragraph(meaning, 2, 2, Style::Plain);
    let strengths =
        format!("{}: {}.", words.say("type-strengths"), advice.type_strengths.join("; "));
    out.paragraph(&strengths, 2, 2, Style::Plain);
}

fn steps(advice: &Advice, words: Words, full: usize, out: &mut Writer) {
    out.heading(&words.say("section-steps"));
    if advice.steps.is_empty() {
        out.paragraph(&words.say("no-steps"), 2, 2, Style::Plain);
    }
    let (first, rest) = advice.steps.split_at(full.min(advice.steps.len()));
    for (place, step) in first.iter().enumerate() {
        if place > 0 {
            out.blank();
        }
        full_step(advice, step, words, out);
    }
    if !rest.is_empty() {
        out.heading(&words.say("section-more-steps"));
        for step in rest {
            let title = format!("{:>2}  {}", step.rank, step.title);
            let weight = format!(
                "{:>3} · {} · {:<6}",
                words.priority(step.priority),
                circles(step.factors.effort),
                words.horizon(step.horizon)
            );
            out.spread(&title, &weight, 1, Style::Plain);
        }
        out.paragraph(&words.say("legend-more"), 2, 2, Style::Dim);
    }
}

fn full_step(advice: &Advice, step: &Step, words: Words, out: &mut Writer) {
    out.spread(&format!("{:>2}  {}", step.rank, step.title), &weight(step, words), 1, Style::Bold);
    part(&words.say("step-why"), &step.why, Style::Plain, out);
    for (place, action) in step.actions.iter().enumerate() {
        let label = if place == 0 { words.say("step-first") } else { String::new() };
        let label = format!("{}– ", column(&label));
        out.labelled(&label, action, LABEL + 2, Style::Plain);
    }
    let compared = step.benchmarks.iter().map(|comparison| words.comparison(advice, comparison));
    let compared = compared.collect::<Vec<_>>().join("; ");
    if !compared.is_empty() {
        part(&words.say("step-comparison"), &compared, Style::Plain, out);
    }
    if !step.learn_from.is_empty() {
        part(&words.say("step-learn-from"), &words.models(advice, step), Style::Plain, out);
    }
    for (label, rules) in [("step-after", &step.after), ("step-then", &step.then)] {
        let titles: Vec<&str> = rules.iter().filter_map(|rule| step_title(advice, rule)).collect();
        if !titles.is_empty() {
            part(&words.say(label), &titles.join("; "), Style::Plain, out);
        }
    }
    part(
        &words.say("step-source"),
        &words.source(&step.source, &step.rule, step.trace.changed_by.as_ref()),
        Style::Dim,
        out,
    );
}

/// `Priorität 78 · Aufwand ●●○○○ · jetzt`
fn weight(step: &Step, words: Words) -> String {
    let priority =
        words.with("step-priority", &[("priority", words.priority(step.priority).into())]);
    let effort = words.with("step-effort", &[("effort", circles(step.factors.effort).into())]);
    [priority, effort, words.horizon(step.horizon)].join(" · ")
}

/// Effort as filled circles out of five: readable without colour.
fn circles(effort: u8) -> String {
    (1..=5).map(|circle| if circle <= effort { '●' } else { '○' }).collect()
}

/// A labelled part of a step.
fn part(label: &str, text: &str, style: Style, out: &mut Writer) {
    out.labelled(&column(label), text, LABEL, style);
}

/// A label, padded to the column of what it labels.
fn column(label: &str) -> String {
    let padding = LABEL.saturating_sub(5 + label.width()).max(1);
    format!("     {label}{:padding$}", "")
}

fn open_questions(advice: &Advice, words: Words, out: &mut Writer) {
    out.heading(&words.say("section-open"));
    if advice.open_questions.is_empty() {
        out.paragraph(&words.say("open-none"), 2, 2, Style::Plain);
        return;
    }
    for open in advice.open_questions.iter().take(OPEN_QUESTIONS) {
        let question = format!("{} ({})", open.label, open.question);
        out.spread(&question, &words.waiting(open), 2, Style::Plain);
    }
    let more = advice.open_questions.len().saturating_sub(OPEN_QUESTIONS);
    if more > 0 {
        let more = words
            .with("open-more", &[("count", more.into()), ("number", words.0.count(more).into())]);
        out.paragraph(&more, 2, 2, Style::Plain);
    }
}

fn near(advice: &Advice, words: Words, out: &mut Writer) {
    let opened = words.opened(advice);
    if !opened.is_empty() {
        out.heading(&words.say("section-near"));
    }
    for line in opened {
        out.paragraph(&line, 2, 4, Style::Plain);
    }
}

fn learning(advice: &Advice, words: Words, out: &mut Writer) {
    if !advice.strengths.is_empty() {
        out.heading(&words.say("section-strengths"));
        for strength in advice.strengths.iter().take(STRENGTHS) {
            out.paragraph(&strength.text, 2, 4, Style::Plain);
        }
    }
    if !advice.learning.is_empty() {
        out.heading(&words.say("section-learning"));
        for learning in &advice.learning {
            let label = type_label(advice, &learning.kind);
            out.paragraph(
                &format!("{label}. {}", words.learning(advice, learning)),
                2,
                4,
                Style::Plain,
            );
        }
    }
}
