//! Reads answers and checks them against the survey: all mistakes at once, each at its span.

use std::ops::Range;

use super::{Answers, answer, own_plan};
use crate::survey::{Named, Survey};
use dteam_text::diagnostic::{Diagnostics, Problem, nearest};
use dteam_text::yaml::fields::{found, mark, not_a_map};
use dteam_text::yaml::{Entry, Node, Value, slip};

/// Where each answer stands in the file.
pub type AnswerSpans = Vec<Option<Range<usize>>>;

/// Reads the answers in a mapping, a whole profile or part of one, and where each stands.
pub fn answers(
    survey: &Survey,
    node: &Node<'_>,
    problems: &mut Diagnostics<'_>,
) -> (Answers, AnswerSpans) {
    let mut answers = Answers::none(survey);
    let mut spans = vec![None; survey.questions.len()];
    match &node.value {
        Value::Map(entries) => {
            read(survey, &mut Path::default(), entries, &mut answers, &mut spans, problems)
        }
        Value::Null | Value::Scalar(_) | Value::List(_) => not_a_map(node, problems),
    }
    (answers, spans)
}

/// The same of a whole profile, which can say something of the plan too: that section, not yet read.
pub fn profile<'n, 's>(
    survey: &Survey,
    node: &'n Node<'s>,
    problems: &mut Diagnostics<'_>,
) -> (Answers, AnswerSpans, Option<&'n Node<'s>>) {
    let Value::Map(entries) = &node.value else {
        let (answers, spans) = answers(survey, node, problems);
        return (answers, spans, None);
    };
    let (mut answers, mut spans) = (Answers::none(survey), vec![None; survey.questions.len()]);
    let mut path = Path { is_profile: true, ..Path::default() };
    read(survey, &mut path, entries, &mut answers, &mut spans, problems);
    let mut plans = entries.iter().filter(|entry| entry.key == own_plan::KEY);
    let plan = plans.next();
    if let Some((first, second)) = plan.zip(plans.next()) {
        let (first_line, _) = problems.file().position(first.key_span.start);
        let key = own_plan::KEY.to_owned();
        problems.error(second.key_span.clone(), Problem::DuplicateKey { key, first_line });
    }
    (answers, spans, plan.map(|entry| &entry.value))
}

/// Where in the profile the reader is.
#[derive(Default)]
struct Path {
    text: String,
    /// The question after the last one found.
    next: usize,
    /// Whether it is a whole profile, which has a section on the plan.
    is_profile: bool,
}

/// Reads the answers below `path`, the empty path being the whole profile. The path is left as it
/// was.
fn read(
    survey: &Survey,
    path: &mut Path,
    entries: &[Entry<'_>],
    answers: &mut Answers,
    spans: &mut AnswerSpans,
    problems: &mut Diagnostics<'_>,
) {
    for entry in entries {
        if problems.is_full() {
            return;
        }
        let above = path.text.len();
        if above > 0 {
            path.text.push('.');
        }
        path.text.push_str(&entry.key);
        match survey.named(&path.text, &mut path.next) {
            Named::Question(slot) => {
                // `null` is how editors leave a question open.
                if let Some(first) = &spans[slot.index()] {
                    let (first_line, _) = problems.file().position(first.start);
                    let key = path.text.clone();
                    problems
                        .error(entry.key_span.clone(), Problem::DuplicateKey { key, first_line });
                } else if !matches!(entry.value.value, Value::Null) {
                    answers
                        .set(slot, answer::answer(survey.question(slot), &entry.value, problems));
                    spans[slot.index()] = Some(mark(&entry.value, &problems.file().text));
                }
            }
            _ if entry.key == "<<" => problems.error(entry.key_span.clone(), Problem::MergeKey),
            Named::Group => group(survey, path, entry, answers, spans, problems),
            Named::Nothing if path.is_profile && above == 0 && entry.key == own_plan::KEY => {}
            Named::Nothing => {
                let (parent, full) = (&path.text[..above], path.text.as_str());
                let mut siblings = keys_below(survey, parent);
                siblings.extend((path.is_profile && above == 0).then_some(own_plan::KEY));
                let nearest = by_label(survey, parent, &entry.key)
                    .or_else(|| nearest_key(survey, &siblings, full));
                let problem = Problem::UnknownQuestion {
                    question: full.to_owned(),
                    level: if parent.is_empty() { "top" } else { "below" },
                    known: siblings.join(", "),
                    nearest,
                };
                problems.error(entry.key_span.clone(), problem);
            }
        }
        path.text.truncate(above);
    }
}

/// Reads what stands below the name of a group of questions.
fn group(
    survey: &Survey,
    path: &mut Path,
    entry: &Entry<'_>,
    answers: &mut Answers,
    spans: &mut AnswerSpans,
    problems: &mut Diagnostics<'_>,
) {
    match &entry.value.value {
        Value::Map(entries) => read(survey, path, entries, answers, spans, problems),
        Value::Null => {}
        Value::Scalar(_) | Value::List(_) => {
            if let Some((span, problem)) = slip::of_text(&problems.file().text, &entry.value) {
                problems.error(span, problem);
                return;
            }
            let questions = below(survey, &path.text).join(", ");
            let problem = Problem::SectionNotMap {
                section: path.text.clone(),
                found: found(&entry.value),
                questions,
            };
            problems.error(mark(&entry.value, &problems.file().text), problem);
        }
    }
}

/// That the survey has no question of this full path: the question meant, or those of the group
/// that is named.
pub fn unknown(survey: &Survey, path: &str) -> Problem {
    let group = |path: &str| -> Vec<String> {
        below(survey, path).iter().map(|key| format!("{path}.{key}")).collect()
    };
    let own = group(path);
    let nearest = || by_label(survey, "", path).or_else(|| nearest_key(survey, &[], path));
    let nearest = if own.is_empty() { nearest() } else { None };
    let beside = || path.rsplit_once('.').map(|(parent, _)| group(parent)).unwrap_or_default();
    let known = [own, beside(), survey.paths().map(str::to_owned).collect()]
        .into_iter()
        .find(|known| !known.is_empty());
    Problem::UnknownQuestion {
        question: path.to_owned(),
        level: "below",
        known: known.unwrap_or_default().join(", "),
        nearest,
    }
}

/// The names of the questions below a path.
fn below<'s>(survey: &'s Survey, path: &str) -> Vec<&'s str> {
    survey.paths().filter_map(|question| question.strip_prefix(path)?.strip_prefix('.')).collect()
}

/// The keys that can stand below a path: questions and groups of questions.
fn keys_below<'s>(survey: &'s Survey, path: &str) -> Vec<&'s str> {
    let mut keys: Vec<&str> = Vec::new();
    for question in survey.paths() {
        let rest = match path {
            "" => Some(question),
            path => question.strip_prefix(path).and_then(|rest| rest.strip_prefix('.')),
        };
        let Some(key) = rest.and_then(|rest| rest.split('.').next()) else { continue };
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

/// The key of the question whose label begins as it is written: labels are what people see on
/// paper.
fn by_label(survey: &Survey, path: &str, written: &str) -> Option<String> {
    let folded = written.to_lowercase();
    if !(3..=60).contains(&folded.len()) {
        return None;
    }
    let begins = |label: &str| label.to_lowercase().starts_with(&folded);
    let mut questions = survey.questions.iter().filter_map(|question| match path {
        "" => Some((question.path.as_str(), question)),
        path => Some((question.path.strip_prefix(path)?.strip_prefix('.')?, question)),
    });
    let found = questions.find(|(_, question)| question.label.all().any(|label| begins(label)));
    found.map(|(key, _)| key.to_owned())
}

/// The key most like the one written: in the same group first, then anywhere in the survey.
fn nearest_key(survey: &Survey, siblings: &[&str], written: &str) -> Option<String> {
    let last = written.rsplit('.').next().unwrap_or(written);
    nearest(last, siblings.iter().copied()).or_else(|| nearest(written, survey.paths())).or_else(
        || {
            // The right name at the wrong level.
            let same_name = |full: &&str| full.rsplit('.').next() == Some(last);
            survey.paths().find(same_name).map(str::to_owned)
        },
    )
}
