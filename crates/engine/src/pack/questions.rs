//! Reads the questions that packs ask of their own: they join the survey's.

use rhai::Engine;

use super::{Parsed, group};
use crate::expression::parse;
use crate::survey::load::{add, asked};
use crate::survey::{MAX_QUESTIONS, Section, Survey};
use dteam_text::diagnostic::{Diagnostics, Problem};
use dteam_text::language::{Language, Localized};
use dteam_text::yaml::fields::{self, Fields};
use dteam_text::yaml::{Node, Value};

/// Adds the packs' questions to the survey: each pack's as a section of its own, in the packs'
/// order. Returns the paths, or the groups of paths, that are not there only because of a mistake:
/// that an expression does not find them says nothing more.
pub fn join(packs: &mut [Parsed<'_>], survey: &mut Survey, parser: &Engine) -> Vec<String> {
    let mut missing = Vec::new();
    let mut order: Vec<usize> = (0..packs.len()).collect();
    order.sort_by(|one, other| self::order(&packs[*one]).total_cmp(&self::order(&packs[*other])));
    for index in order {
        let pack = &mut packs[index];
        let group = group(&pack.files.folder);
        let Some(root) = &pack.root else {
            missing.push(group);
            continue;
        };
        let Some(node) = value(root, "questions") else { continue };
        survey.sections.push(Section {
            id: pack.files.folder.as_str().into(),
            title: title(root, &pack.problems),
        });
        let Some(nodes) = fields::list(node, &mut pack.problems) else {
            missing.push(group);
            continue;
        };
        for node in nodes {
            let is_full = survey.questions.len() >= MAX_QUESTIONS;
            missing.extend(question(node, &group, survey, parser, &mut pack.problems));
            if is_full {
                missing.push(group);
                break;
            }
        }
    }
    missing
}

/// Adds one question; what is missing if it cannot be read.
fn question(
    node: &Node<'_>,
    group: &str,
    survey: &mut Survey,
    parser: &Engine,
    problems: &mut Diagnostics<'_>,
) -> Option<String> {
    let Some(mut keys) = Fields::of(node, problems) else { return Some(group.to_owned()) };
    let id = keys
        .required("id", problems)
        .and_then(|node| Some((fields::name(node, problems)?, node.span.clone())));
    let path = id.as_ref().map(|(id, _)| format!("{group}.{id}"));
    let section = survey.sections.len() - 1;
    let question = asked(keys, path.as_deref(), Some(section), None, problems);
    let (Some((_, at)), Some(path)) = (id, path) else { return Some(group.to_owned()) };
    if !parse::can_name(parser, &path) {
        problems.error(at, Problem::UnreadablePath { path: path.clone() });
        return Some(path);
    }
    match question.map(|question| {
        add(question, &mut survey.questions, &mut survey.by_path, &mut survey.groups)
    }) {
        Some(Ok(())) => None,
        Some(Err(problem)) => {
            problems.error(at, problem);
            Some(path)
        }
        None => Some(path),
    }
}

/// The pack's title. What is wrong with it is said when the pack itself is read.
fn title(root: &Node<'_>, problems: &Diagnostics<'_>) -> Localized {
    let mut unsaid = Diagnostics::new(problems.file());
    value(root, "title")
        .and_then(|node| fields::localized(node, &mut unsaid))
        .unwrap_or_else(|| Localized::one(Language::default(), String::new()))
}

/// Packs come in this order, then by id.
fn order(pack: &Parsed<'_>) -> f64 {
    let order = pack.root.as_ref().and_then(|root| match &value(root, "order")?.value {
        Value::Scalar(scalar) => scalar.number(),
        _ => None,
    });
    order.unwrap_or(f64::MAX)
}

/// The value of a key of the whole file.
fn value<'n, 's>(root: &'n Node<'s>, key: &str) -> Option<&'n Node<'s>> {
    let Value::Map(entries) = &root.value else { return None };
    let entry = entries.iter().find(|entry| entry.key == key)?;
    (!matches!(entry.value.value, Value::Null)).then_some(&entry.value)
}
