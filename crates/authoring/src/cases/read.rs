//! Reads `cases.yaml`.

use std::ops::Range;
use std::sync::Arc;

use super::part::{PartKey, StepPart};
use super::{Case, ClassificationKey, Expected, ExpectedText};
use dteam_engine::advice::Outcome;
use dteam_engine::catalog::Catalog;
use dteam_engine::pack::load::date;
use dteam_engine::pack::{full_id, group, is_of};
use dteam_engine::profile::answer::printable;
use dteam_engine::profile::{Answers, Profile};
use dteam_engine::typology::load::unknown_type;
use dteam_text::diagnostic::{Diagnostics, Invalid, Problem, SourceFile, nearest};
use dteam_text::language::Language;
use dteam_text::yaml::fields::{self, Fields};
use dteam_text::yaml::{self, Entry, Node, Value, line_of};

/// What a type can rest on.
const BASES: [&str; 2] = ["goals", "indicators"];

/// The keys of a case that say what is to come out.
const EXPECTING: [&str; 12] = [
    "fires",
    "silent",
    "undecided",
    "order",
    "need",
    "priority",
    "variant",
    "notes",
    "after",
    "covers",
    "texts",
    "classification",
];

/// Reads the cases of the pack `pack`; rules without a pack's name are its own.
///
/// # Errors
/// [`Invalid`] with every mistake in the file, its profile fragments and the rules it names.
pub fn read_cases(
    catalog: &Catalog,
    pack: &str,
    file: &Arc<SourceFile>,
) -> Result<Vec<Case>, Invalid> {
    let mut problems = Diagnostics::new(file);
    let root = yaml::parse(file, &mut problems);
    let cases = root.as_ref().map(|root| {
        let nodes = case_nodes(root, &mut problems);
        nodes.iter().filter_map(|node| case(catalog, pack, node, &mut problems)).collect()
    });
    match cases {
        Some(cases) if !problems.has_errors() => Ok(cases),
        _ => {
            if !problems.has_errors() {
                let path = file.name.clone();
                problems.error(0..0, Problem::NoCases { path });
            }
            let mut diagnostics = problems.finish();
            diagnostics.retain(|diagnostic| !follows(catalog, &diagnostic.problem));
            match diagnostics.is_empty() {
                // What is wrong is the pack, and that is said where it is.
                true => Ok(Vec::new()),
                false => Err(Invalid { diagnostics }),
            }
        }
    }
}

/// Whether it is wrong only because a pack with mistakes was left out, and its questions with it.
pub(crate) fn follows(catalog: &Catalog, problem: &Problem) -> bool {
    let Problem::UnknownQuestion { question, .. } = problem else { return false };
    let first = question.split('.').next();
    catalog.left_out().any(|pack| first == Some(group(pack).as_str()))
}

fn case(
    catalog: &Catalog,
    pack: &str,
    node: &Node<'_>,
    problems: &mut Diagnostics<'_>,
) -> Option<Case> {
    let mut keys = Fields::of(node, problems)?;
    let name = keys.required("name", problems).and_then(|node| fields::text(node, problems));
    let answers = keys
        .required("profile", problems)
        .map_or_else(|| Answers::none(&catalog.survey), |node| catalog.answers(node, problems));
    let date = keys.optional("date").and_then(|node| date(node, problems));
    let mut reader = Reader {
        catalog,
        pack,
        expected: Expected::default(),
        named: Vec::new(),
        incomplete: false,
    };
    for outcome in [Outcome::Fires, Outcome::Silent, Outcome::Undecided] {
        if let Some(node) = keys.optional(outcome.name()) {
            let rules = reader.rules(node, outcome.name(), outcome, problems);
            reader.expected.listed.extend(rules);
        }
    }
    if let Some(node) = keys.optional("order") {
        reader.expected.order = reader.rules(node, "order", Outcome::Fires, problems);
        reader.expected.listed.extend(reader.expected.order.iter().cloned());
        something(node, "order", problems);
    }
    for key in PartKey::ALL {
        let Some(node) = keys.given(key.name()) else { continue };
        reader.parts(key, node, problems);
        something(node, key.name(), problems);
    }
    if let Some(node) = keys.optional("texts") {
        reader.texts(node, problems);
        something(node, "texts", problems);
    }
    if let Some(node) = keys.optional("classification") {
        reader.classification(node, problems);
        something(node, "classification", problems);
    }
    keys.finish(problems);
    reader.expected.nothing =
        entries(node).iter().all(|entry| !EXPECTING.contains(&entry.key.as_ref()));
    Some(Case {
        name: printable(name?),
        line: line_of(&problems.file().text, node.span.start),
        span: fields::mark(node, &problems.file().text),
        profile: Profile::new(answers, Vec::new()),
        date,
        expected: reader.expected,
        incomplete: reader.incomplete,
    })
}

/// The nodes of the cases; what else the file holds is reported.
fn case_nodes<'n, 's>(root: &'n Node<'s>, problems: &mut Diagnostics<'_>) -> &'n [Node<'s>] {
    let Some(mut keys) = Fields::of(root, problems) else { return &[] };
    let nodes = keys.required("cases", problems).and_then(|node| fields::list(node, problems));
    keys.finish(problems);
    nodes.unwrap_or_default()
}

fn entries<'n, 's>(node: &'n Node<'s>) -> &'n [Entry<'s>] {
    match &node.value {
        Value::Map(entries) => entries,
        _ => &[],
    }
}

/// An expectation without content would look like a check and be none.
fn something(node: &Node<'_>, key: &str, problems: &mut Diagnostics<'_>) {
    let is_empty = match &node.value {
        Value::List(items) => items.is_empty(),
        Value::Map(entries) => entries.is_empty(),
        _ => false,
    };
    if is_empty {
        problems.error(node.span.clone(), Problem::NothingExpected { key: key.to_owned() });
    }
}

/// Reads what one case expects.
struct Reader<'r> {
    catalog: &'r Catalog,
    pack: &'r str,
    expected: Expected,
    /// Each rule with the key under which it stands.
    named: Vec<(String, &'static str)>,
    incomplete: bool,
}

impl Reader<'_> {
    /// The rules in the list under `key`, which are to come out so.
    fn rules(
        &mut self,
        node: &Node<'_>,
        key: &'static str,
        outcome: Outcome,
        problems: &mut Diagnostics<'_>,
    ) -> Vec<String> {
        let mut rules = Vec::new();
        for node in fields::list(node, problems).unwrap_or_default() {
            let Some(written) = fields::text(node, problems) else { continue };
            rules.extend(self.rule(written, &node.span, key, outcome, problems));
        }
        rules
    }

    /// The rule named so; `None` if there is no such rule, or another place of the case
    /// contradicts.
    fn rule(
        &mut self,
        written: &str,
        span: &Range<usize>,
        key: &'static str,
        outcome: Outcome,
        problems: &mut Diagnostics<'_>,
    ) -> Option<String> {
        let id = full_id(self.pack, written);
        if self.catalog.left_out.iter().any(|pack| is_of(pack, &id)) {
            self.incomplete = true;
            return None;
        }
        if !self.catalog.rule_ids().any(|rule| rule == id) {
            let nearest = nearest(&id, self.catalog.rule_ids());
            problems.error(span.clone(), Problem::UnknownRule { rule: id, nearest });
            return None;
        }
        let contradicts = self.expected.rules.get(&id).is_some_and(|before| *before != outcome);
        let mut before = self.named.iter().filter(|(named, _)| *named == id);
        if let Some((_, list)) = before.find(|(_, before)| contradicts || *before == key) {
            let problem = Problem::RuleNamedTwice { rule: id, list: (*list).to_owned() };
            problems.error(span.clone(), problem);
            return None;
        }
        self.named.push((id.clone(), key));
        self.expected.rules.insert(id.clone(), outcome);
        Some(id)
    }

    /// For each rule what its step is to have under `key`.
    fn parts(&mut self, key: PartKey, node: &Node<'_>, problems: &mut Diagnostics<'_>) {
        for entry in fields::map(node, problems).unwrap_or_default() {
            let rule = self.rule(&entry.key, &entry.key_span, key.name(), Outcome::Fires, problems);
            let Some(rule) = rule else { continue };
            if let Some(part) = self.part(key, &rule, &entry.value, problems) {
                self.expected.parts.push((rule, part));
            }
        }
    }

    fn part(
        &self,
        key: PartKey,
        id: &str,
        node: &Node<'_>,
        problems: &mut Diagnostics<'_>,
    ) -> Option<StepPart> {
        let (_, rule) = self.catalog.rule(id).ok()?;
        Some(match key {
            PartKey::Need => StepPart::Need(fields::number(node, (0.0, 1.0), problems)?),
            PartKey::Priority => StepPart::Priority(fields::number(node, (0.0, 100.0), problems)?),
            PartKey::Variant if matches!(node.value, Value::Null) => StepPart::Variant(None),
            PartKey::Variant => {
                StepPart::Variant(Some(numbered(node, key, (id, rule.variants.len()), problems)?))
            }
            PartKey::Notes => {
                let notes = fields::list(node, problems)?.iter();
                let notes = notes.map(|node| numbered(node, key, (id, rule.notes.len()), problems));
                StepPart::Notes(notes.collect::<Option<_>>()?)
            }
            PartKey::After => StepPart::After(self.others(node, problems)?),
            PartKey::Covers => StepPart::Covers(self.others(node, problems)?),
        })
    }

    fn others(&self, node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Option<Vec<String>> {
        let rules = fields::list(node, problems)?.iter();
        rules.map(|node| self.other(node, problems)).collect()
    }

    /// A rule that another comes after or covers.
    fn other(&self, node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Option<String> {
        let id = full_id(self.pack, fields::text(node, problems)?);
        if !self.catalog.rule_ids().any(|rule| rule == id) {
            let nearest = nearest(&id, self.catalog.rule_ids());
            problems.error(node.span.clone(), Problem::UnknownRule { rule: id, nearest });
            return None;
        }
        Some(id)
    }

    fn texts(&mut self, node: &Node<'_>, problems: &mut Diagnostics<'_>) {
        for entry in fields::map(node, problems).unwrap_or_default() {
            let rule = self.rule(&entry.key, &entry.key_span, "texts", Outcome::Fires, problems);
            let Some(mut keys) = Fields::of(&entry.value, problems) else { continue };
            let mut stated = false;
            for language in Language::ALL {
                let Some(node) = keys.optional(language.code()) else { continue };
                stated = true;
                let parts = parts(node, language, problems);
                let text = rule.clone().map(|rule| ExpectedText { rule, language, parts });
                self.expected.texts.extend(text);
            }
            keys.finish(problems);
            if !stated {
                problems.error(
                    entry.key_span.clone(),
                    Problem::NothingExpected { key: entry.key.to_string() },
                );
            }
        }
    }

    fn classification(&mut self, node: &Node<'_>, problems: &mut Diagnostics<'_>) {
        let Some(mut keys) = Fields::of(node, problems) else { return };
        for key in ClassificationKey::ALL {
            let Some(node) = keys.given(key.name()) else { continue };
            let value = match &node.value {
                Value::Null => Some(None),
                _ => fields::text(node, problems)
                    .and_then(|value| self.classified(key, value, node, problems))
                    .map(Some),
            };
            self.expected.classification.extend(value.map(|value| (key, value)));
        }
        keys.finish(problems);
    }

    fn classified(
        &self,
        key: ClassificationKey,
        value: &str,
        node: &Node<'_>,
        problems: &mut Diagnostics<'_>,
    ) -> Option<String> {
        let types = &self.catalog.typology.names;
        let problem = match key {
            ClassificationKey::Basis if BASES.contains(&value) => None,
            ClassificationKey::Basis => Some(Problem::UnknownBasis {
                basis: value.to_owned(),
                nearest: nearest(value, BASES),
            }),
            ClassificationKey::Type | ClassificationKey::MixedWith => {
                types.find(value).is_none().then(|| unknown_type(value, types))
            }
        };
        match problem {
            None => Some(value.to_owned()),
            Some(problem) => {
                problems.error(node.span.clone(), problem);
                None
            }
        }
    }
}

/// The number of a variant or a note, from 1, of a rule that has so many of them.
fn numbered(
    node: &Node<'_>,
    key: PartKey,
    (rule, count): (&str, usize),
    problems: &mut Diagnostics<'_>,
) -> Option<usize> {
    let number = fields::number(node, (f64::MIN, f64::MAX), problems)?;
    if number.fract() == 0.0 && (1.0..=count as f64).contains(&number) {
        return Some(number as usize);
    }
    let problem = Problem::NoSuchPart { rule: rule.to_owned(), key: key.name().to_owned(), count };
    problems.error(node.span.clone(), problem);
    None
}

/// One part, or a list of them.
fn parts(node: &Node<'_>, language: Language, problems: &mut Diagnostics<'_>) -> Vec<String> {
    let nodes = match &node.value {
        Value::List(items) => items.as_slice(),
        _ => std::slice::from_ref(node),
    };
    something(node, language.code(), problems);
    nodes.iter().filter_map(|node| fields::text(node, problems).map(str::to_owned)).collect()
}
