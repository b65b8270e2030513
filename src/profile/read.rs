//! Reads a profile and checks it against the survey: all mistakes at once, each at its place.

use std::ops::Range;
use std::sync::Arc;

use super::{Answers, Profile, answer};
use crate::catalog::Catalog;
use crate::classification::Standing;
use crate::diagnostic::{Diagnostics, Invalid, Problem, SourceFile, nearest};
use crate::language::Language;
use crate::survey::{Slot, Survey};
use crate::yaml::fields::{found, mark};
use crate::yaml::{self, Entry, Node, Value};

/// Where each answer stands in the file.
type Places = Vec<Option<Range<usize>>>;

/// Reads the profile in `file`; the language is the one in which contradictions are explained.
pub(crate) fn profile(catalog: &Catalog, file: &Arc<SourceFile>, language: Language) -> Result<Profile, Invalid> {
    let mut problems = Diagnostics::new(file);
    let root = yaml::parse(file, &mut problems);
    let mut answers = Answers::none(&catalog.survey);
    match &root {
        Some(root) if matches!(root.value, Value::Null) => problems.error(0..0, Problem::EmptyFile),
        Some(root) => fragment(catalog, root, &mut answers, language, &mut problems),
        None if !problems.has_errors() => problems.error(0..0, Problem::EmptyFile),
        None => {}
    }
    if problems.has_errors() {
        return Err(Invalid { diagnostics: problems.finish() });
    }
    Ok(Profile::new(answers, problems.finish()))
}

/// Reads the answers in a mapping, a whole profile or part of one, and looks for contradictions among them.
pub(crate) fn fragment(
    catalog: &Catalog,
    node: &Node<'_>,
    answers: &mut Answers,
    language: Language,
    problems: &mut Diagnostics<'_>,
) {
    let Value::Map(entries) = &node.value else {
        let problem = Problem::WrongKind { expected: "map", found: found(node) };
        problems.error(mark(node, &problems.file().text), problem);
        return;
    };
    let mut places = vec![None; catalog.survey.questions.len()];
    read(&catalog.survey, "", entries, answers, &mut places, problems);
    contradictions(catalog, answers, &places, language, problems);
}

/// Reads the answers below `path`, the empty path being the whole profile.
fn read(
    survey: &Survey,
    path: &str,
    entries: &[Entry<'_>],
    answers: &mut Answers,
    places: &mut Places,
    problems: &mut Diagnostics<'_>,
) {
    for entry in entries {
        let full = if path.is_empty() { entry.key.to_string() } else { format!("{path}.{}", entry.key) };
        if let Some(slot) = survey.find(&full) {
            // `null` is how editors leave a question open.
            if !matches!(entry.value.value, Value::Null) {
                answers.set(slot, answer::answer(survey.question(slot), &entry.value, problems));
                places[slot.index()] = Some(mark(&entry.value, &problems.file().text));
            }
            continue;
        }
        let questions = below(survey, &full);
        if questions.is_empty() {
            let siblings = keys_below(survey, path);
            let nearest = nearest_key(survey, &siblings, &full);
            let problem = Problem::UnknownQuestion { question: full, known: siblings.join(", "), nearest };
            problems.error(entry.key_span.clone(), problem);
            continue;
        }
        match &entry.value.value {
            Value::Map(entries) => read(survey, &full, entries, answers, places, problems),
            Value::Null => {}
            _ => {
                let problem = Problem::SectionNotMap {
                    section: full,
                    found: found(&entry.value),
                    questions: questions.join(", "),
                };
                problems.error(mark(&entry.value, &problems.file().text), problem);
            }
        }
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

/// The key most like the one written: at the same place first, then anywhere in the survey.
fn nearest_key(survey: &Survey, siblings: &[&str], written: &str) -> Option<String> {
    let last = written.rsplit('.').next().unwrap_or(written);
    nearest(last, siblings.iter().copied()).or_else(|| nearest(written, survey.paths())).or_else(|| {
        // The right name at the wrong level.
        let same_name = |full: &&str| full.rsplit('.').next() == Some(last);
        survey.paths().find(same_name).map(str::to_owned)
    })
}

/// Reports the survey's contradictions that the answers meet with.
fn contradictions(
    catalog: &Catalog,
    answers: &Answers,
    places: &Places,
    language: Language,
    problems: &mut Diagnostics<'_>,
) {
    let standing = Standing::unknown();
    let facts = catalog.facts(answers, &standing);
    for contradiction in &catalog.survey.contradictions {
        if contradiction.when.evaluate(&facts) != Some(true) {
            continue;
        }
        let problem = Problem::Contradiction {
            question: catalog.survey.question(contradiction.at).path.to_string(),
            message: contradiction.message.get(language).fill(&facts, language),
        };
        problems.add(contradiction.severity, place(places, contradiction.at), problem);
    }
}

fn place(places: &Places, slot: Slot) -> Range<usize> {
    places[slot.index()].clone().unwrap_or(0..0)
}
