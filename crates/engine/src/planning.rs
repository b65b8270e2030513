//! What a schedule rests on, as `survey.yaml` names it under `planning`: the hands there are, and
//! who can lead a step or help with it.

use crate::expression::Condition;
use crate::expression::evaluate::Facts;
use crate::expression::lower::{self, Vocabulary};
use crate::profile::Answer;
use crate::survey::load::slot;
use crate::survey::{Control, Options, Slot, Survey};
use dteam_text::diagnostic::{Diagnostics, Problem, nearest};
use dteam_text::language::Localized;
use dteam_text::yaml::fields::{self, Fields};
use dteam_text::yaml::{Node, Value};

/// Own person-days a quarter where neither the profile nor the survey says.
const DAYS_A_QUARTER: f64 = 30.0;

/// Between half a day and a hundred people.
const CAPACITY: (f64, f64) = (0.5, 6000.0);

/// What a schedule rests on.
#[derive(Debug, Default)]
pub struct Planning {
    /// The question whose answer is the number of own person-days a quarter.
    capacity: Option<Slot>,
    /// The number of days assumed of municipalities that meet a condition; the first counts.
    assumed: Vec<(Condition, f64)>,
    /// The question whose options are roles.
    roles: Option<Slot>,
    /// Those who help from outside.
    pub partners: Vec<Partner>,
    /// The municipalities that share an administration.
    elsewhere: Option<Elsewhere>,
}

/// The municipalities that share an administration with others: what it decides is no step of their
/// own.
#[derive(Debug)]
pub struct Elsewhere {
    /// True of them.
    when: Condition,
    /// What is to be done about those steps, in a few words.
    pub title: Localized,
    /// The same in a sentence or two.
    pub about: Localized,
}

/// Somebody from outside who helps with steps.
#[derive(Debug)]
pub struct Partner {
    /// How rules name it.
    pub id: String,
    /// What people call it.
    pub label: Localized,
    /// True of municipalities that have no such partner.
    unless: Option<Condition>,
    /// The same, where `unless` rests on an open question.
    assume: Option<Condition>,
}

impl Partner {
    /// Whether the municipality has such a partner, as far as one knows.
    pub fn is_there(&self, facts: &Facts<'_>) -> bool {
        let holds = |condition: &Option<Condition>| condition.as_ref()?.evaluate(facts);
        let Some(unless) = &self.unless else { return true };
        !unless.evaluate(facts).or_else(|| holds(&self.assume)).unwrap_or(false)
    }
}

/// Own person-days a quarter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Capacity {
    /// How many.
    pub days: f64,
    /// Whether the profile says so; else it is assumed.
    pub is_given: bool,
}

impl Planning {
    /// The roles that can lead a step.
    pub fn roles<'s>(&self, survey: &'s Survey) -> Option<&'s Options> {
        match survey.question(self.roles?).kind.control() {
            Control::Several(options) | Control::One(options) => Some(options),
            Control::Ranked(..)
            | Control::Level(_)
            | Control::Number(_)
            | Control::YesOrNo
            | Control::Line => None,
        }
    }

    /// What the study says of the administration that the municipality shares, if it does.
    pub fn elsewhere(&self, facts: &Facts<'_>) -> Option<&Elsewhere> {
        self.elsewhere.as_ref().filter(|elsewhere| elsewhere.when.evaluate(facts) == Some(true))
    }

    /// The days that the municipality has for steps.
    pub fn capacity(&self, facts: &Facts<'_>) -> Capacity {
        if let Some(Answer::Number(days)) = self.capacity.and_then(|slot| facts.answers.get(slot)) {
            return Capacity { days: *days, is_given: true };
        }
        let assumed = self.assumed.iter().find(|(when, _)| when.evaluate(facts) == Some(true));
        Capacity { days: assumed.map_or(DAYS_A_QUARTER, |(_, days)| *days), is_given: false }
    }
}

/// Reads `planning` of an already read survey; what there is where it is missing.
pub fn planning(
    root: &Node<'_>,
    survey: &Survey,
    vocabulary: &Vocabulary<'_>,
    problems: &mut Diagnostics<'_>,
) -> Planning {
    let Value::Map(entries) = &root.value else { return Planning::default() };
    let entry = entries.iter().find(|entry| entry.key == "planning");
    let Some(mut keys) = entry.and_then(|entry| Fields::of(&entry.value, problems)) else {
        return Planning::default();
    };
    let mut question = |key, is_fit: fn(Control<'_>) -> bool, expected| {
        let node = keys.optional(key)?;
        let slot = slot(node, vocabulary.by_path, problems)?;
        if !is_fit(survey.question(slot).kind.control()) {
            let found = fields::found(node);
            problems.error(node.span.clone(), Problem::WrongKind { expected, found });
            return None;
        }
        Some(slot)
    };
    let is_number = |control: Control<'_>| matches!(control, Control::Number(_));
    let has_options =
        |control: Control<'_>| matches!(control, Control::Several(_) | Control::One(_));
    let capacity = question("capacity", is_number, "number");
    let roles = question("roles", has_options, "options");
    let assumed = keys.optional("assumed").and_then(|node| fields::list(node, problems));
    let assumed = assumed.unwrap_or_default().iter();
    let assumed = assumed.filter_map(|node| days_of(node, vocabulary, problems)).collect();
    let partners = keys.optional("partners").and_then(|node| fields::list(node, problems));
    let partners = partners.unwrap_or_default().iter();
    let partners = partners.filter_map(|node| partner(node, vocabulary, problems)).collect();
    let elsewhere = keys.optional("elsewhere");
    let elsewhere = elsewhere.and_then(|node| self::elsewhere(node, vocabulary, problems));
    keys.finish(problems);
    Planning { capacity, assumed, roles, partners, elsewhere }
}

fn elsewhere(
    node: &Node<'_>,
    vocabulary: &Vocabulary<'_>,
    problems: &mut Diagnostics<'_>,
) -> Option<Elsewhere> {
    let mut keys = Fields::of(node, problems)?;
    let when = keys
        .required("when", problems)
        .and_then(|node| lower::condition(vocabulary, node, problems));
    let title = keys.required("title", problems).and_then(|node| fields::localized(node, problems));
    let about = keys.required("about", problems).and_then(|node| fields::localized(node, problems));
    keys.finish(problems);
    Some(Elsewhere { when: when?, title: title?, about: about? })
}

fn days_of(
    node: &Node<'_>,
    vocabulary: &Vocabulary<'_>,
    problems: &mut Diagnostics<'_>,
) -> Option<(Condition, f64)> {
    let mut keys = Fields::of(node, problems)?;
    let when = keys
        .required("when", problems)
        .and_then(|node| lower::condition(vocabulary, node, problems));
    let days =
        keys.required("days", problems).and_then(|node| fields::number(node, CAPACITY, problems));
    keys.finish(problems);
    when.zip(days)
}

fn partner(
    node: &Node<'_>,
    vocabulary: &Vocabulary<'_>,
    problems: &mut Diagnostics<'_>,
) -> Option<Partner> {
    let mut keys = Fields::of(node, problems)?;
    let id = keys.required("id", problems).and_then(|node| fields::id(node, problems));
    let label = keys.required("label", problems).and_then(|node| fields::localized(node, problems));
    let mut condition =
        |key| keys.optional(key).and_then(|node| lower::condition(vocabulary, node, problems));
    let (unless, assume) = (condition("unless"), condition("assume"));
    keys.finish(problems);
    Some(Partner { id: id?.to_owned(), label: label?, unless, assume })
}

/// The index of the name that a node holds among those there are.
pub fn named(
    node: &Node<'_>,
    key: &'static str,
    known: &[&str],
    problems: &mut Diagnostics<'_>,
) -> Option<usize> {
    let name = fields::text(node, problems)?;
    let found = known.iter().position(|known| *known == name);
    if found.is_none() {
        let problem = Problem::NotOneOf {
            key: key.to_owned(),
            name: name.to_owned(),
            known: if known.is_empty() { "none".to_owned() } else { known.join(", ") },
            nearest: nearest(name, known.iter().copied()),
        };
        problems.error(node.span.clone(), problem);
    }
    found
}
