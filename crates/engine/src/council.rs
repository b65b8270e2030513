//! Who decides in a municipality, as `survey.yaml` names it: council papers address it by its name.

use crate::expression::Condition;
use crate::expression::evaluate::Facts;
use crate::expression::lower::{self, Vocabulary};
use dteam_text::diagnostic::Diagnostics;
use dteam_text::language::{Language, Localized};
use dteam_text::yaml::fields::{self, Fields};
use dteam_text::yaml::{Node, Value};

/// The council of the municipalities that meet a condition.
#[derive(Debug)]
pub struct CouncilOf {
    when: Condition,
    name: Localized,
    in_text: Localized,
}

/// The elected body that decides in a municipality.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Council {
    /// Its name by itself: `Gemeinderat`.
    pub name: String,
    /// Its name as the subject of a sentence, the article in lower case: `der Gemeinderat`.
    pub in_text: String,
}

impl CouncilOf {
    /// Whether it is the council of the profile's municipality.
    pub fn is_of(&self, facts: &Facts<'_>) -> bool {
        self.when.evaluate(facts) == Some(true)
    }

    /// Its names in the language.
    pub fn named(&self, language: Language) -> Council {
        let text = |text: &Localized| text.get(language).to_string();
        Council { name: text(&self.name), in_text: text(&self.in_text) }
    }
}

/// Reads the councils of an already read survey.
pub fn councils(
    root: &Node<'_>,
    vocabulary: &Vocabulary<'_>,
    problems: &mut Diagnostics<'_>,
) -> Vec<CouncilOf> {
    let Value::Map(entries) = &root.value else { return Vec::new() };
    let Some(entry) = entries.iter().find(|entry| entry.key == "councils") else {
        return Vec::new();
    };
    let Some(nodes) = fields::list(&entry.value, problems) else { return Vec::new() };
    nodes.iter().filter_map(|node| council(node, vocabulary, problems)).collect()
}

fn council(
    node: &Node<'_>,
    vocabulary: &Vocabulary<'_>,
    problems: &mut Diagnostics<'_>,
) -> Option<CouncilOf> {
    let mut keys = Fields::of(node, problems)?;
    let when = keys
        .required("when", problems)
        .and_then(|node| lower::condition(vocabulary, node, problems));
    let mut text = |key, problems: &mut Diagnostics<'_>| {
        keys.required(key, problems).and_then(|node| fields::localized(node, problems))
    };
    let (name, in_text) = (text("name", problems), text("in_text", problems));
    keys.finish(problems);
    Some(CouncilOf { when: when?, name: name?, in_text: in_text? })
}
