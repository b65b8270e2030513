//! What a rule says: its texts, notes and variants.

use super::{ACTIONS, Reader, effort, first_line};
use crate::expression::template::{self, Template};
use crate::pack::{Duration, Note, Variant};
use dteam_text::diagnostic::{Diagnostics, Problem};
use dteam_text::language::Localized;
use dteam_text::yaml::fields::{self, Fields};
use dteam_text::yaml::{Node, Value};

impl Reader<'_> {
    pub(super) fn text(
        &self,
        node: &Node<'_>,
        problems: &mut Diagnostics<'_>,
    ) -> Option<Localized<Template>> {
        template::localized(&self.vocabulary, node, problems)
    }

    pub(super) fn notes(&self, node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Vec<Note> {
        let nodes = fields::list(node, problems).unwrap_or_default();
        nodes.iter().filter_map(|node| self.note(node, problems)).collect()
    }

    fn note(&self, node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Option<Note> {
        let mut keys = Fields::of(node, problems)?;
        let when = keys.required("when", problems).and_then(|node| self.condition(node, problems));
        let text = keys.required("text", problems).and_then(|node| self.text(node, problems));
        let span = keys.span("when");
        keys.finish(problems);
        Some(Note { when: when?, span, text: text? })
    }

    pub(super) fn variants(&self, node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Vec<Variant> {
        let nodes = fields::list(node, problems).unwrap_or_default();
        nodes.iter().filter_map(|node| self.variant(node, problems)).collect()
    }

    fn variant(&self, node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Option<Variant> {
        let mut keys = Fields::of(node, problems)?;
        let when = keys.required("when", problems).and_then(|node| self.condition(node, problems));
        let title = keys.optional("title").and_then(|node| self.text(node, problems));
        let why = keys.optional("why").and_then(|node| self.text(node, problems));
        let actions = keys.optional("actions").and_then(|node| self.actions(node, problems));
        let effort = keys.optional("effort").and_then(|node| effort(node, problems));
        let duration = Duration::read(&mut keys, problems);
        let span = keys.span("when");
        keys.finish(problems);
        Some(Variant { when: when?, span, title, why, actions, effort, duration })
    }

    /// As many first moves in one language as in the others.
    pub(super) fn actions(
        &self,
        node: &Node<'_>,
        problems: &mut Diagnostics<'_>,
    ) -> Option<Localized<Vec<Template>>> {
        let languages = fields::languages(node, problems)?;
        let counts = languages.clone().try_map(|node| match &node.value {
            Value::List(items) => Some(items.len()),
            Value::Null | Value::Scalar(_) | Value::Map(_) => None,
        });
        let moves = languages.try_map(|node| {
            let nodes = fields::list(node, problems)?;
            if !ACTIONS.contains(&nodes.len()) {
                problems
                    .error(first_line(node, problems), Problem::ActionCount { found: nodes.len() });
            }
            Some(
                nodes
                    .iter()
                    .filter_map(|node| template::template(&self.vocabulary, node, problems))
                    .collect(),
            )
        });
        let counts: Vec<_> = counts.iter().flat_map(Localized::each).collect();
        if let Some((first, rest)) = counts.split_first()
            && let Some(other) = rest.iter().find(|other| other.1 != first.1)
        {
            let problem = Problem::ActionsDiffer {
                language: first.0.code(),
                count: *first.1,
                other: other.0.code(),
                other_count: *other.1,
            };
            problems.error(first_line(node, problems), problem);
        }
        if let Some(moves) = &moves {
            template::left_out(moves, Vec::as_slice, problems);
        }
        moves
    }
}
