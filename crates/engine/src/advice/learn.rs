//! What to look at where: the study's hints for the own type, and the steps for which another type
//! is worth a look.

use super::compare::Compared;
use super::{Learning, Step};
use crate::catalog::Catalog;
use crate::classification::TypeAssignment;
use crate::survey::Slot;
use dteam_text::language::{Language, Text};

/// One entry for each type there is something to learn from, the one with the most first.
pub(super) fn learning<'c, T: Text<'c>>(
    catalog: &'c Catalog,
    assignment: &TypeAssignment,
    compared: &[Compared<'_, T>],
    steps: &[Step<T>],
    language: Language,
) -> Vec<Learning<T>> {
    let typology = &catalog.typology;
    let own = assignment.kind.map(|kind| &typology.types[usize::from(kind)]);
    let mut learning: Vec<Learning<T>> = (0..typology.count() as u8)
        .filter(|kind| assignment.kind != Some(*kind))
        .map(|kind| {
            let id = T::from(typology.names.get(kind).id.as_str());
            let topics = own.map_or(&[][..], |own| &own.learns[..]).iter();
            let topics = topics.filter(|learning| {
                learning.from.contains(&kind) && is_behind(&learning.questions, kind, compared)
            });
            let about = steps.iter().filter(|step| step.learn_from.contains(&id));
            Learning {
                topics: topics
                    .map(|learning| T::from(learning.topic.get(language).as_str()))
                    .collect(),
                steps: about.map(|step| step.rule.clone()).collect(),
                kind: id,
            }
        })
        .filter(|learning| !learning.topics.is_empty() || !learning.steps.is_empty())
        .collect();
    learning.sort_by_key(|learning| {
        (std::cmp::Reverse(learning.topics.len()), std::cmp::Reverse(learning.steps.len()))
    });
    learning
}

/// Whether the municipality is behind the type in anything the topic shows in; if none of it is
/// known, it may be.
fn is_behind<T>(questions: &[Slot], kind: u8, compared: &[Compared<'_, T>]) -> bool {
    let mut known = compared
        .iter()
        .filter(|compared| questions.contains(&compared.benchmark.question))
        .peekable();
    known.peek().is_none()
        || known.any(|compared| compared.value < compared.benchmark.by_type[usize::from(kind)])
}
