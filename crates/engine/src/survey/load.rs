//! Reads `survey.yaml`.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::SurveyId;
use super::kind::{Control, KINDS, Kind};
use super::{MAX_QUESTIONS, Question, Section, Sections, Slot, Source, Survey};
use dteam_text::diagnostic::{Diagnostics, Location, Problem, nearest};
use dteam_text::language::Language;
use dteam_text::yaml::fields::{self, Fields};
use dteam_text::yaml::{Node, Value};

/// The format of `survey.yaml`, `typology.yaml`, `benchmarks.yaml` and `pack.yaml` that this
/// version reads.
pub const FORMAT: usize = 1;

/// Checks the `format` key; `None` if the file is of another format, in which nothing else need
/// mean the same.
pub fn format(keys: &mut Fields<'_, '_>, problems: &mut Diagnostics<'_>) -> Option<()> {
    let Some(node) = keys.required("format", problems) else { return Some(()) };
    let found = fields::scalar(node, "number", problems).map(|scalar| scalar.text.to_string());
    let Some(found) = found.filter(|found| *found != FORMAT.to_string()) else { return Some(()) };
    problems.error(node.span.clone(), Problem::FormatVersion { found, supported: FORMAT });
    None
}

/// The languages that the study names, or else those of its title; its advice speaks the first
/// unless asked for another.
pub fn languages(root: &Node<'_>, problems: &mut Diagnostics<'_>) -> Vec<Language> {
    let Value::Map(entries) = &root.value else { return Vec::new() };
    let value = |key| entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value);
    let Some(node) = value("languages") else {
        let title = value("title").map(|title| &title.value);
        let Some(Value::Map(title)) = title else { return vec![Language::default()] };
        let written: Vec<_> =
            title.iter().filter_map(|entry| Language::named(&entry.key)).collect();
        return if written.is_empty() { vec![Language::default()] } else { written };
    };
    let mut languages = Vec::new();
    for node in fields::list(node, problems).unwrap_or_default() {
        let Some(tag) = fields::text(node, problems) else { continue };
        match Language::named(tag) {
            Some(language) if languages.contains(&language) => {
                problems.error(node.span.clone(), Problem::DuplicateId { id: tag.to_owned() });
            }
            Some(language) => languages.push(language),
            None => problems.error(node.span.clone(), unknown_language(tag)),
        }
    }
    if languages.is_empty() && !problems.has_errors() {
        problems.error(node.span.clone(), Problem::MissingKey { key: "languages".to_owned() });
    }
    languages
}

fn unknown_language(tag: &str) -> Problem {
    let known = Language::ALL.map(Language::code);
    Problem::UnknownLanguage {
        language: tag.to_owned(),
        known: known.join(", "),
        nearest: nearest(tag, known),
    }
}

/// Reads the questions, whose texts are in these [`languages`].
pub fn survey(
    root: &Node<'_>,
    languages: &[Language],
    problems: &mut Diagnostics<'_>,
) -> Option<Survey> {
    let mut keys = Fields::of(root, problems)?;
    format(&mut keys, problems)?;
    keys.optional("languages");
    let title = keys.required("title", problems).and_then(|node| fields::localized(node, problems));
    let source = keys.required("source", problems).and_then(|node| source(node, problems));
    let sections: Vec<Section> = keys
        .required("sections", problems)
        .and_then(|node| fields::list(node, problems))
        .map(|nodes| nodes.iter().filter_map(|node| section(node, problems)).collect())?;
    let mut questions = Vec::new();
    let (mut by_path, mut groups) = (HashMap::new(), HashSet::new());
    for node in
        keys.required("questions", problems).and_then(|node| fields::list(node, problems))?
    {
        let Some(question) = question(node, &sections, problems) else { continue };
        if let Err(problem) = add(question, &mut questions, &mut by_path, &mut groups) {
            problems.error(fields::mark(node, &problems.file().text), problem);
        }
        if questions.len() > MAX_QUESTIONS {
            break;
        }
    }
    let states =
        keys.optional("states").and_then(|node| states(node, &questions, &by_path, problems));
    // They need the questions first: see `contradiction`, `council` and `planning`.
    keys.optional("contradictions");
    keys.optional("councils");
    keys.optional("planning");
    keys.finish(problems);
    let own = questions.len();
    Some(Survey {
        id: SurveyId::next(),
        languages: languages.to_vec(),
        title: title?,
        source: source?,
        sections,
        questions,
        by_path,
        states,
        groups,
        own,
    })
}

/// Takes a question in. Refused where its path is taken, or where a group of questions would have
/// to be a question as well.
pub fn add(
    question: Question,
    questions: &mut Vec<Question>,
    by_path: &mut HashMap<String, Slot>,
    groups: &mut HashSet<Box<str>>,
) -> Result<(), Problem> {
    if questions.len() >= MAX_QUESTIONS {
        return Err(Problem::TooManyQuestions { most: MAX_QUESTIONS });
    }
    if by_path.contains_key(&question.path) {
        return Err(Problem::DuplicateId { id: question.path.to_string() });
    }
    let path = question.path.as_str();
    let above = || path.match_indices('.').map(|(end, _)| &path[..end]);
    let outer = above().find(|above| by_path.contains_key(*above)).map(|outer| (path, outer));
    let within = |other: &str| other.strip_prefix(path).is_some_and(|rest| rest.starts_with('.'));
    let inner = || {
        questions.iter().find(|other| within(&other.path)).map(|inner| (inner.path.as_str(), path))
    };
    if let Some((inner, outer)) = outer.or_else(|| groups.contains(path).then(inner).flatten()) {
        return Err(Problem::QuestionWithinQuestion {
            inner: inner.to_owned(),
            outer: outer.to_owned(),
        });
    }
    groups.extend(above().map(Box::from));
    by_path.insert(question.path.clone(), Slot(questions.len() as u16));
    questions.push(question);
    Ok(())
}

/// The question of the state that a municipality lies in: one of which one option is chosen.
fn states(
    node: &Node<'_>,
    questions: &[Question],
    by_path: &HashMap<String, Slot>,
    problems: &mut Diagnostics<'_>,
) -> Option<Slot> {
    let slot = slot(node, by_path, problems)?;
    let question = &questions[usize::from(slot.0)];
    if !matches!(question.kind.control(), Control::One(_)) {
        let question = question.path.clone();
        problems.error(node.span.clone(), Problem::QuestionKind { question, expected: "choice" });
        return None;
    }
    Some(slot)
}

fn source(node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Option<Source> {
    let mut keys = Fields::of(node, problems)?;
    let title = keys.required("title", problems).and_then(|node| fields::text(node, problems));
    let publisher =
        keys.required("publisher", problems).and_then(|node| fields::text(node, problems));
    let mut year = |key, problems: &mut Diagnostics<'_>| {
        keys.required(key, problems)
            .and_then(|node| fields::whole(node, key, 1900..=2200, problems))
    };
    let (published, surveyed) = (year("published", problems), year("surveyed", problems));
    let sample =
        keys.required("sample", problems).and_then(|node| fields::localized(node, problems));
    let sections = keys.optional("sections").map(|node| Sections::read(node, problems));
    keys.finish(problems);
    Some(Source {
        title: title?.into(),
        publisher: publisher?.into(),
        published: published?,
        surveyed: surveyed?,
        sample: sample?,
        sections: sections.unwrap_or_default(),
    })
}

fn section(node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Option<Section> {
    let mut keys = Fields::of(node, problems)?;
    let id = keys.required("id", problems).and_then(|node| fields::id(node, problems));
    let title = keys.required("title", problems).and_then(|node| fields::localized(node, problems));
    keys.finish(problems);
    Some(Section { id: id?.into(), title: title? })
}

fn question(
    node: &Node<'_>,
    sections: &[Section],
    problems: &mut Diagnostics<'_>,
) -> Option<Question> {
    let mut keys = Fields::of(node, problems)?;
    let path = keys.required("id", problems).and_then(|node| fields::id(node, problems));
    let section = keys.required("section", problems).and_then(|node| {
        let id = fields::id(node, problems)?;
        let found = sections.iter().position(|section| section.id.as_str() == id);
        if found.is_none() {
            let nearest = nearest(id, sections.iter().map(|section| section.id.as_str()));
            problems.error(
                node.span.clone(),
                Problem::UnknownSection { section: id.to_owned(), nearest },
            );
        }
        found
    });
    let table =
        keys.optional("table").and_then(|node| fields::whole(node, "table", 1..=99, problems));
    asked(keys, path, section, table, problems)
}

/// A question, once it is known where it belongs.
pub fn asked(
    mut keys: Fields<'_, '_>,
    path: Option<&str>,
    section: Option<usize>,
    table: Option<u8>,
    problems: &mut Diagnostics<'_>,
) -> Option<Question> {
    let label = keys.required("label", problems).and_then(|node| fields::localized(node, problems));
    let help = keys.required("help", problems).and_then(|node| fields::localized(node, problems));
    let unit = keys.optional("unit").and_then(|node| fields::localized(node, problems));
    let unanswered = keys.optional("unanswered").and_then(|node| fields::localized(node, problems));
    let fixed =
        keys.optional("fixed").and_then(|node| fields::flag(node, problems)).unwrap_or(false);
    let kind = keys.required("kind", problems).and_then(|node| kind(node, &mut keys, problems));
    let location = Location { file: Arc::clone(problems.file()), span: keys.span("id") };
    keys.finish(problems);
    Some(Question {
        path: path?.into(),
        section: section?,
        kind: kind?,
        fixed,
        label: label?,
        help: help?,
        unit,
        table,
        unanswered,
        location,
    })
}

fn kind(
    node: &Node<'_>,
    keys: &mut Fields<'_, '_>,
    problems: &mut Diagnostics<'_>,
) -> Option<Box<dyn Kind>> {
    let name = fields::text(node, problems)?;
    let Some(definition) = KINDS.iter().find(|definition| definition.name == name) else {
        let names: Vec<&str> = KINDS.iter().map(|definition| definition.name).collect();
        let problem = Problem::UnknownKindOfQuestion {
            kind: name.to_owned(),
            kinds: names.join(", "),
            nearest: nearest(name, names),
        };
        problems.error(node.span.clone(), problem);
        return None;
    };
    (definition.load)(keys, problems)
}

/// The question that a node names by its path.
pub fn slot(
    node: &Node<'_>,
    by_path: &HashMap<String, Slot>,
    problems: &mut Diagnostics<'_>,
) -> Option<Slot> {
    let path = fields::text(node, problems)?;
    let found = by_path.get(path).copied();
    if found.is_none() {
        let mut paths: Vec<&str> = by_path.keys().map(AsRef::as_ref).collect();
        paths.sort_unstable();
        let problem = Problem::UnknownQuestion {
            question: path.to_owned(),
            level: "below",
            known: paths.join(", "),
            nearest: nearest(path, paths),
        };
        problems.error(node.span.clone(), problem);
    }
    found
}
