//! What to look at where: the study's hints for the own type, and the steps for which another type is worth a look.

use super::{Learning, Step};
use crate::catalog::Catalog;
use crate::classification::Standing;
use crate::language::Language;

/// One entry for each type there is something to learn from, the one with the most first.
pub(super) fn learning(
    catalog: &Catalog,
    standing: &Standing,
    steps: &[Step],
    language: Language,
) -> Vec<Learning> {
    let typology = &catalog.typology;
    let own = standing.kind.map(|kind| &typology.types[usize::from(kind)]);
    let mut learning: Vec<Learning> = (0..typology.count() as u8)
        .filter(|kind| standing.kind != Some(*kind))
        .map(|kind| {
            let id = typology.names.get(kind).id.to_string();
            let topics = own.map_or(&[][..], |own| &own.learns[..]).iter();
            let topics = topics.filter(|learning| learning.from.contains(&kind));
            let about = steps.iter().filter(|step| step.learn_from.contains(&id));
            Learning {
                topics: topics.map(|learning| learning.topic.get(language).to_string()).collect(),
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
