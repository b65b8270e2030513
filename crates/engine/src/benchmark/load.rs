//! Reads `benchmarks.yaml`: every value names an existing question and option and lies within its
//! measure's range.

use super::{Benchmark, Benchmarks, Measure, Table, usual_measure};
use crate::survey::load::{format, slot};
use crate::survey::{OptionSet, Slot, Survey};
use crate::typology::Typology;
use crate::typology::load::{numbers, type_list, unknown_option};
use dteam_text::diagnostic::{Diagnostics, Problem, nearest};
use dteam_text::language::ByLanguage;
use dteam_text::yaml::Node;
use dteam_text::yaml::fields::{self, Fields};

struct Context<'c> {
    survey: &'c Survey,
    typology: &'c Typology,
    /// The index in `by_type` of each type of the typology.
    order: Vec<usize>,
}

/// Reads `benchmarks.yaml` against survey and typology; `None` if there is a mistake in it.
pub fn benchmarks(
    root: &Node<'_>,
    survey: &Survey,
    typology: &Typology,
    problems: &mut Diagnostics<'_>,
) -> Option<Benchmarks> {
    let mut keys = Fields::of(root, problems)?;
    format(&mut keys, problems)?;
    let order_node = keys.required("order", problems)?;
    let order = type_list(order_node, &typology.names, problems)?;
    let indices: Option<Vec<usize>> = (0..typology.count() as u8)
        .map(|kind| order.iter().position(|ordered| *ordered == kind))
        .collect();
    let Some(indices) = indices.filter(|_| order.len() == typology.count()) else {
        let problem = Problem::ValueCount { expected: typology.count(), found: order.len() };
        problems.error(order_node.span.clone(), problem);
        return None;
    };
    let context = Context { survey, typology, order: indices };
    let (mut values, mut tables) = (Vec::new(), Vec::new());
    for node in keys.required("tables", problems).and_then(|node| fields::list(node, problems))? {
        let Some((table, mut rows)) = table(node, &context, problems) else { continue };
        tables.push(table);
        values.append(&mut rows);
    }
    keys.finish(problems);
    Some(Benchmarks::new(values, tables, survey))
}

fn table(
    node: &Node<'_>,
    context: &Context<'_>,
    problems: &mut Diagnostics<'_>,
) -> Option<(Table, Vec<Benchmark>)> {
    let mut keys = Fields::of(node, problems)?;
    let number = keys
        .required("table", problems)
        .and_then(|node| fields::whole(node, "table", 1..=99, problems));
    let title = keys.required("title", problems).and_then(|node| fields::localized(node, problems));
    let base = keys.optional("base").and_then(|node| fields::localized(node, problems));
    let nodes = keys.required("values", problems).and_then(|node| fields::list(node, problems));
    keys.finish(problems);
    let number = number?;
    let rows = nodes?.iter().filter_map(|node| row(node, number, context, problems)).collect();
    Some((Table { number, title: title?, base }, rows))
}

fn row(
    node: &Node<'_>,
    table: u8,
    context: &Context<'_>,
    problems: &mut Diagnostics<'_>,
) -> Option<Benchmark> {
    let mut keys = Fields::of(node, problems)?;
    let question_node = keys.required("question", problems)?;
    let question = slot(question_node, &context.survey.by_path, problems)?;
    let option_node = keys.optional("option");
    let measure = match keys.optional("measure") {
        None => Some(usual_measure(context.survey.question(question).kind.as_ref())),
        Some(node) => measure(node, problems),
    };
    let better = keys
        .required("better", problems)
        .and_then(|node| word(node, ["higher", "neutral"], problems));
    if let Some(node) = keys.optional("check") {
        // For people who compare the values with the study.
        word(node, ["text", "sum", "order"], problems);
    }
    let indicator =
        keys.optional("indicator").and_then(|node| fields::flag(node, problems)).unwrap_or(true);
    let ranks =
        keys.optional("places").and_then(|node| fields::whole(node, "places", 1..=8u8, problems));
    let holds_for =
        keys.optional("where").and_then(|node| holds_for(node, context.survey, problems));
    let (by_type, all) = (keys.required("by_type", problems), keys.optional("all"));
    keys.finish(problems);

    let measure = measure?;
    let option = option(option_node, question, measure, question_node, context, problems)?;
    let range = range(measure, question, context);
    let by_type_node = by_type?;
    let given = numbers(by_type_node, range, problems)?;
    if given.len() != context.typology.count() {
        let problem =
            Problem::ValueCount { expected: context.typology.count(), found: given.len() };
        problems.error(by_type_node.span.clone(), problem);
        return None;
    }
    Some(Benchmark {
        question,
        option,
        measure,
        by_type: context.order.iter().map(|index| given[*index]).collect(),
        all: all.and_then(|node| fields::number(node, range, problems)),
        higher_is_better: better? == "higher",
        indicator,
        ranks: ranks.map(usize::from),
        holds_for,
        table,
        label: ByLanguage::default(),
        rare: ByLanguage::default(),
        much: ByLanguage::default(),
        named: std::sync::OnceLock::new(),
    })
}

/// The option's number; options are named exactly where the measure is one of options.
fn option(
    node: Option<&Node<'_>>,
    question: Slot,
    measure: Measure,
    question_node: &Node<'_>,
    context: &Context<'_>,
    problems: &mut Diagnostics<'_>,
) -> Option<Option<u8>> {
    let asked = context.survey.question(question);
    let of_options = matches!(measure, Measure::Share | Measure::Score);
    let needed = of_options && asked.kind.options().is_some();
    match (node, needed) {
        (None, false) => Some(None),
        (None, true) => {
            problems.error(
                question_node.span.clone(),
                Problem::OptionNeeded { question: asked.path.to_string() },
            );
            None
        }
        (Some(node), false) => {
            problems.error(
                node.span.clone(),
                Problem::OptionNotAllowed { question: asked.path.to_string() },
            );
            None
        }
        (Some(node), true) => {
            let id = fields::id(node, problems)?;
            let found = asked.kind.options().and_then(|options| options.find(id));
            if found.is_none() {
                unknown_option(node.span.clone(), id, question, context.survey, problems);
            }
            found.map(Some)
        }
    }
}

/// `question: [option, …]`: the municipalities that gave one of these answers.
fn holds_for(
    node: &Node<'_>,
    survey: &Survey,
    problems: &mut Diagnostics<'_>,
) -> Option<(Slot, OptionSet)> {
    let entry = fields::map(node, problems)?.first()?;
    let Some(question) = survey.find(&entry.key) else {
        let (question, nearest) = (entry.key.to_string(), nearest(&entry.key, survey.paths()));
        let known = survey.paths().collect::<Vec<_>>().join(", ");
        problems.error(
            entry.key_span.clone(),
            Problem::UnknownQuestion { question, level: "below", known, nearest },
        );
        return None;
    };
    let mut chosen = OptionSet::default();
    for node in fields::list(&entry.value, problems)? {
        let id = fields::id(node, problems)?;
        match survey.question(question).kind.options().and_then(|options| options.find(id)) {
            Some(option) => chosen = chosen.with(option),
            None => unknown_option(node.span.clone(), id, question, survey, problems),
        }
    }
    Some((question, chosen))
}

fn range(measure: Measure, question: Slot, context: &Context<'_>) -> (f64, f64) {
    let kind = &context.survey.question(question).kind;
    match measure {
        Measure::Share | Measure::None => (0.0, 100.0),
        Measure::Count => (0.0, kind.options().map_or(0, |options| options.0.len()) as f64),
        Measure::Score => (0.0, context.typology.goals.scores.iter().copied().fold(0.0, f64::max)),
        Measure::Mean | Measure::Median => kind.range().unwrap_or((0.0, 0.0)),
    }
}

fn measure(node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Option<Measure> {
    let name = word(node, Measure::NAMES, problems)?;
    Measure::named(name)
}

/// One of a few words.
pub fn word<'n, const N: usize>(
    node: &'n Node<'_>,
    words: [&'static str; N],
    problems: &mut Diagnostics<'_>,
) -> Option<&'n str> {
    let found = fields::text(node, problems)?;
    if !words.contains(&found) {
        let known = words.join(", ");
        let problem =
            Problem::UnknownKey { key: found.to_owned(), known, nearest: nearest(found, words) };
        problems.error(node.span.clone(), problem);
        return None;
    }
    Some(found)
}
