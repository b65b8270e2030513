//! Reads `typology.yaml` and checks what can be checked: that each centre adds up to nearly the sum
//! of the scores, that shares do to 100, that every goal has its score.

use super::{Goals, Group, Learning, Prior, Type, Typology};
use crate::survey::load::{format, slot};
use crate::survey::{Choice, Control, Options, Slot, Survey};
use dteam_text::diagnostic::{Diagnostics, Problem, nearest};
use dteam_text::yaml::fields::{self, Fields};
use dteam_text::yaml::{Node, Value};

/// Every municipality names three goals, some fewer: the mean of the sums may lie this far below
/// the full sum.
const CENTRE_TOLERANCE: f64 = 0.1;

/// Printed shares are rounded to one decimal.
const SHARES_TOLERANCE: f64 = 0.35;

/// Reads `typology.yaml` against the survey; `None` if there is a mistake in it.
pub fn typology(
    root: &Node<'_>,
    survey: &Survey,
    problems: &mut Diagnostics<'_>,
) -> Option<Typology> {
    let mut keys = Fields::of(root, problems)?;
    format(&mut keys, problems)?;
    let type_nodes =
        keys.required("types", problems).and_then(|node| fields::list(node, problems))?;
    let names = names(type_nodes, problems);
    let goals = keys.required("goals", problems).and_then(|node| goals(node, survey, problems));
    let prior = keys
        .required("prior", problems)
        .and_then(|node| prior(node, survey, names.0.len(), problems));
    let mixed_ratio =
        keys.required("mixed", problems).and_then(|node| one(node, "ratio", (0.0, 1.0), problems));
    let least = keys
        .required("estimate", problems)
        .and_then(|node| one(node, "least_answers", (1.0, 99.0), problems));
    let groups =
        keys.optional("groups").and_then(|node| fields::list(node, problems)).unwrap_or_default();
    let groups = groups.iter().filter_map(|node| group(node, survey, problems)).collect();
    keys.finish(problems);
    let goals = goals?;
    let types: Vec<_> =
        type_nodes.iter().filter_map(|node| kind(node, survey, &names, &goals, problems)).collect();
    Some(Typology {
        names,
        types,
        goals,
        prior: prior?,
        mixed_ratio: mixed_ratio?,
        least_answers: least? as usize,
        groups,
    })
}

/// A choice, or a number with the bounds of its classes.
fn group(node: &Node<'_>, survey: &Survey, problems: &mut Diagnostics<'_>) -> Option<Group> {
    let mut keys = Fields::of(node, problems)?;
    let at = keys.required("question", problems)?;
    let question = slot(at, &survey.by_path, problems);
    let bounds = keys.optional("bounds");
    keys.finish(problems);
    let question = question?;
    let kind = &survey.question(question).kind;
    let bounds = match (kind.control(), bounds) {
        (Control::One(_), None) => Vec::new(),
        (Control::Number(range), Some(bounds)) if kind.is_amount() => {
            let numbers = numbers(bounds, (range.min, range.max), problems)?;
            if !numbers.is_sorted_by(|one, other| one < other) {
                problems.error(bounds.span.clone(), Problem::BoundsNotRising);
                return None;
            }
            numbers
        }
        _ => {
            let question = survey.question(question).path.to_string();
            let expected = if bounds.is_some() { "number" } else { "choice" };
            problems.error(at.span.clone(), Problem::QuestionKind { question, expected });
            return None;
        }
    };
    Some(Group { question, bounds })
}

/// The ids and labels first: types refer to one another.
fn names(nodes: &[Node<'_>], problems: &mut Diagnostics<'_>) -> Options {
    let mut names = Options::default();
    for node in nodes {
        let Value::Map(entries) = &node.value else { continue };
        let value =
            |key: &str| entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value);
        let id = value("id").and_then(|node| fields::id(node, problems));
        let label = value("label").and_then(|node| fields::localized(node, problems));
        let (Some(id), Some(label)) = (id, label) else { continue };
        if names.find(id).is_some() {
            problems.error(
                fields::mark(node, &problems.file().text),
                Problem::DuplicateId { id: id.to_owned() },
            );
        }
        names.0.push(Choice { id: id.into(), label });
    }
    names
}

fn one(
    node: &Node<'_>,
    key: &'static str,
    range: (f64, f64),
    problems: &mut Diagnostics<'_>,
) -> Option<f64> {
    let mut keys = Fields::of(node, problems)?;
    let number =
        keys.required(key, problems).and_then(|node| fields::number(node, range, problems));
    keys.finish(problems);
    number
}

fn goals(node: &Node<'_>, survey: &Survey, problems: &mut Diagnostics<'_>) -> Option<Goals> {
    let mut keys = Fields::of(node, problems)?;
    let question = options_question(keys.required("question", problems)?, survey, problems);
    let scores =
        keys.required("scores", problems).and_then(|node| numbers(node, (0.0, 99.0), problems));
    let table = keys
        .required("table", problems)
        .and_then(|node| fields::whole(node, "table", 1..=99, problems));
    keys.finish(problems);
    Some(Goals { question: question?, scores: scores?, table: table? })
}

fn prior(
    node: &Node<'_>,
    survey: &Survey,
    types: usize,
    problems: &mut Diagnostics<'_>,
) -> Option<Prior> {
    let mut keys = Fields::of(node, problems)?;
    let question = options_question(keys.required("question", problems)?, survey, problems);
    let table = keys
        .required("table", problems)
        .and_then(|node| fields::whole(node, "table", 1..=99, problems));
    let all = keys.required("all", problems).and_then(|node| shares(node, types, problems));
    let rows = keys.required("values", problems).and_then(|node| fields::map(node, problems));
    keys.finish(problems);
    let (question, all) = (question?, all?);
    let options = survey.question(question).kind.options()?;
    let mut by_option = vec![all.clone(); options.0.len()];
    for entry in rows? {
        match options.find(&entry.key) {
            Some(option) => {
                if let Some(row) = shares(&entry.value, types, problems) {
                    by_option[usize::from(option)] = row;
                }
            }
            None => unknown_option(entry.key_span.clone(), &entry.key, question, survey, problems),
        }
    }
    Some(Prior { question, table: table?, by_option, all })
}

fn kind(
    node: &Node<'_>,
    survey: &Survey,
    names: &Options,
    goals: &Goals,
    problems: &mut Diagnostics<'_>,
) -> Option<Type> {
    let mut keys = Fields::of(node, problems)?;
    let id = keys
        .required("id", problems)
        .and_then(|node| fields::id(node, problems))
        .unwrap_or_default();
    keys.required("label", problems);
    let mut text = |key, problems: &mut Diagnostics<'_>| {
        keys.required(key, problems).and_then(|node| fields::localized(node, problems))
    };
    let (belongs, dative) = (text("belongs", problems), text("dative", problems));
    let (leading_goals, meaning) = (text("leading_goals", problems), text("meaning", problems));
    let centre = keys
        .required("centre", problems)
        .and_then(|node| centre(node, id, survey, goals, problems));
    let strengths =
        keys.required("strengths", problems).and_then(|node| fields::list(node, problems));
    let strengths = strengths
        .map(|nodes| nodes.iter().filter_map(|node| fields::localized(node, problems)).collect());
    let learns = keys.required("learns", problems).and_then(|node| fields::list(node, problems));
    let learns = learns.map(|nodes| {
        nodes.iter().filter_map(|node| learning(node, survey, names, problems)).collect()
    });
    keys.finish(problems);
    Some(Type {
        belongs: belongs?,
        dative: dative?,
        leading_goals: leading_goals?,
        meaning: meaning?,
        centre: centre?,
        strengths: strengths?,
        learns: learns?,
    })
}

fn centre(
    node: &Node<'_>,
    id: &str,
    survey: &Survey,
    goals: &Goals,
    problems: &mut Diagnostics<'_>,
) -> Option<Vec<f64>> {
    let options = survey.question(goals.question).kind.options()?;
    let most = goals.scores.iter().copied().fold(0.0, f64::max);
    let mut centre = vec![None; options.0.len()];
    for entry in fields::map(node, problems)? {
        match options.find(&entry.key) {
            Some(option) => {
                centre[usize::from(option)] = fields::number(&entry.value, (0.0, most), problems)
            }
            None => {
                unknown_option(entry.key_span.clone(), &entry.key, goals.question, survey, problems)
            }
        }
    }
    let at = fields::mark(node, &problems.file().text);
    for (option, _) in centre.iter().enumerate().filter(|(_, score)| score.is_none()) {
        let option = options.get(option as u8).id.to_string();
        problems.error(at.clone(), Problem::CentreIncomplete { id: id.to_owned(), option });
    }
    let centre: Vec<f64> = centre.into_iter().collect::<Option<_>>()?;
    let (sum, full) = (centre.iter().sum::<f64>(), goals.scores.iter().sum::<f64>());
    if sum > full || sum < full - CENTRE_TOLERANCE {
        let (sum, expected) = (format!("{sum:.2}"), full.to_string());
        problems.error(at, Problem::CentreSum { id: id.to_owned(), sum, expected });
    }
    Some(centre)
}

fn learning(
    node: &Node<'_>,
    survey: &Survey,
    names: &Options,
    problems: &mut Diagnostics<'_>,
) -> Option<Learning> {
    let mut keys = Fields::of(node, problems)?;
    let topic = keys.required("topic", problems).and_then(|node| fields::localized(node, problems));
    let from = keys.required("from", problems).and_then(|node| type_list(node, names, problems));
    let questions =
        keys.required("questions", problems).and_then(|node| fields::list(node, problems));
    let questions = questions.map(|nodes| {
        nodes.iter().filter_map(|node| slot(node, &survey.by_path, problems)).collect()
    });
    keys.finish(problems);
    Some(Learning { topic: topic?, from: from?, questions: questions? })
}

/// A list of types' ids.
pub fn type_list(
    node: &Node<'_>,
    names: &Options,
    problems: &mut Diagnostics<'_>,
) -> Option<Vec<u8>> {
    let nodes = fields::list(node, problems)?;
    Some(nodes.iter().filter_map(|node| type_id(node, names, problems)).collect())
}

fn type_id(node: &Node<'_>, names: &Options, problems: &mut Diagnostics<'_>) -> Option<u8> {
    let id = fields::id(node, problems)?;
    let found = names.find(id);
    if found.is_none() {
        problems.error(node.span.clone(), unknown_type(id, names));
    }
    found
}

/// That there is no type of that id, with the nearest.
pub fn unknown_type(id: &str, names: &Options) -> Problem {
    Problem::UnknownMunicipalityType {
        name: id.to_owned(),
        types: names.listed(),
        nearest: nearest(id, names.ids()),
    }
}

fn options_question(
    node: &Node<'_>,
    survey: &Survey,
    problems: &mut Diagnostics<'_>,
) -> Option<Slot> {
    let slot = slot(node, &survey.by_path, problems)?;
    if survey.question(slot).kind.options().is_none() {
        let question = survey.question(slot).path.to_string();
        problems.error(node.span.clone(), Problem::QuestionKind { question, expected: "choice" });
        return None;
    }
    Some(slot)
}

/// Reports that the question has no option of that id, and the nearest.
pub fn unknown_option(
    span: std::ops::Range<usize>,
    id: &str,
    question: Slot,
    survey: &Survey,
    problems: &mut Diagnostics<'_>,
) {
    let question = survey.question(question);
    let Some(options) = question.kind.options() else { return };
    let problem = Problem::UnknownOption {
        question: question.path.to_string(),
        option: id.to_owned(),
        options: options.listed(),
        nearest: nearest(id, options.ids()),
    };
    problems.error(span, problem);
}

/// The numbers in a list; `None` if one is none, or out of range.
pub fn numbers(
    node: &Node<'_>,
    range: (f64, f64),
    problems: &mut Diagnostics<'_>,
) -> Option<Vec<f64>> {
    let nodes = fields::list(node, problems)?;
    let numbers: Vec<_> = nodes.iter().map(|node| fields::number(node, range, problems)).collect();
    numbers.into_iter().collect()
}

fn shares(node: &Node<'_>, types: usize, problems: &mut Diagnostics<'_>) -> Option<Vec<f64>> {
    let shares = numbers(node, (0.0, 100.0), problems)?;
    let sum: f64 = shares.iter().sum();
    if shares.len() != types {
        problems
            .error(node.span.clone(), Problem::ValueCount { expected: types, found: shares.len() });
        return None;
    }
    if (sum - 100.0).abs() > SHARES_TOLERANCE {
        problems.error(node.span.clone(), Problem::SharesSum { sum: format!("{sum:.1}") });
    }
    Some(shares)
}
