//! What a step changes in the answers once it is done.

use std::ops::Range;

use serde_json::Value as Json;

use crate::profile::{Answer, Answers, answer};
use crate::survey::{Control, OptionSet, Slot, Survey};
use crate::typology::load::unknown_option;
use dteam_text::diagnostic::{Diagnostics, Problem};
use dteam_text::yaml::{Entry, Node, Value};

/// A change to one answer.
#[derive(Debug, Clone)]
pub struct Effect {
    /// The question.
    pub slot: Slot,
    /// How its answer changes.
    pub change: Change,
    /// As the pack writes it.
    pub written: Json,
    /// Where it stands in the pack's file.
    pub span: Range<usize>,
}

/// How an answer changes.
#[derive(Debug, Clone)]
pub enum Change {
    /// To this answer.
    Set(Answer),
    /// A list by some of its options.
    Edit {
        /// Options that are added.
        add: Vec<u8>,
        /// Options that are removed.
        remove: Vec<u8>,
    },
}

impl Effect {
    /// Whether the option is among what the step brings.
    pub fn brings(&self, option: u8) -> bool {
        match &self.change {
            Change::Edit { add, .. } => add.contains(&option),
            Change::Set(Answer::Option(set)) => *set == option,
            Change::Set(answer) => answer.options().is_some_and(|options| options.has(option)),
        }
    }

    /// Whether the change is made in `now`, seen from `before`, where it was still to be made: a
    /// number has reached the one that is set, or passed it from there; a list has what is added and
    /// lacks what is removed; anything else is equal. An open question holds nothing.
    pub fn holds(&self, before: &Answers, now: &Answers) -> bool {
        let Some(answer) = now.get(self.slot) else { return false };
        match (&self.change, answer) {
            (Change::Set(Answer::Number(target)), Answer::Number(now)) => {
                match before.get(self.slot) {
                    Some(Answer::Number(before)) if before > target => now <= target,
                    Some(Answer::Number(before)) if before < target => now >= target,
                    _ => now == target,
                }
            }
            (Change::Set(target), answer) => target == answer,
            (Change::Edit { add, remove }, answer) => answer.options().is_some_and(|options| {
                add.iter().all(|option| options.has(*option))
                    && !remove.iter().any(|option| options.has(*option))
            }),
        }
    }

    /// Makes the change. A list that nobody has given, and that only loses options, stays open.
    pub fn apply(&self, answers: &mut Answers) {
        match &self.change {
            Change::Set(answer) => answers.set(self.slot, Some(answer.clone())),
            Change::Edit { add, remove } => {
                let edited = match answers.get(self.slot) {
                    Some(Answer::Ranking(ranking)) => {
                        let kept = ranking
                            .as_slice()
                            .iter()
                            .copied()
                            .filter(|option| !remove.contains(option));
                        let added =
                            add.iter().copied().filter(|option| ranking.index(*option).is_none());
                        Answer::Ranking(kept.chain(added).collect())
                    }
                    Some(Answer::Options(options)) => {
                        let kept = remove
                            .iter()
                            .fold(*options, |options, option| options.without(*option));
                        Answer::Options(
                            add.iter().fold(kept, |options, option| options.with(*option)),
                        )
                    }
                    // Taking something away from a list nobody has given leaves it open.
                    None if add.is_empty() => return,
                    None => Answer::Options(add.iter().copied().collect::<OptionSet>()),
                    // Only lists are edited.
                    Some(
                        Answer::Option(_) | Answer::Number(_) | Answer::Flag(_) | Answer::Text(_),
                    ) => return,
                };
                answers.set(self.slot, Some(edited));
            }
        }
    }
}

/// Reads one effect, `question: answer` or `question: +option`.
pub fn effect(
    slot: Slot,
    entry: &Entry<'_>,
    survey: &Survey,
    problems: &mut Diagnostics<'_>,
) -> Option<Effect> {
    let question = survey.question(slot);
    let span = entry.key_span.start..entry.value.span.end;
    let edits = edits(&entry.value);
    if edits.is_empty() {
        let answer = answer::answer(question, &entry.value, problems)?;
        let mut written = Answers::none(survey);
        written.set(slot, Some(answer.clone()));
        return Some(Effect {
            slot,
            written: written.json(slot, survey)?,
            change: Change::Set(answer),
            span,
        });
    }
    let (Control::Several(options) | Control::Ranked(options, _)) = question.kind.control() else {
        let problem = Problem::EffectOnFlagOrNumber { question: question.path.to_string() };
        problems.error(entry.value.span.clone(), problem);
        return None;
    };
    let (mut add, mut remove) = (Vec::new(), Vec::new());
    for (node, sign, id) in &edits {
        match options.find(id) {
            Some(option) if *sign == '+' => add.push(option),
            Some(option) => remove.push(option),
            None => unknown_option(node.span.clone(), id, slot, survey, problems),
        }
    }
    let named = |option: &u8| add.iter().chain(&remove).filter(|named| *named == option).count();
    if let Some(option) = add.iter().chain(&remove).find(|option| named(option) > 1) {
        let option = options.get(*option).id.to_string();
        let problem = Problem::RepeatedChoice { question: question.path.to_string(), option };
        problems.error(entry.value.span.clone(), problem);
    }
    let written = edits.iter().map(|(_, sign, id)| format!("{sign}{id}")).collect();
    Some(Effect { slot, change: Change::Edit { add, remove }, written, span })
}

/// The signed options of a value: none unless all of them have a sign.
fn edits<'n, 's>(node: &'n Node<'s>) -> Vec<(&'n Node<'s>, char, &'n str)> {
    let signed = |node: &'n Node<'s>| match &node.value {
        Value::Scalar(scalar) => {
            let sign = scalar.text.chars().next().filter(|first| matches!(first, '+' | '-'))?;
            let id = &scalar.text[1..];
            // Whoever writes `+2` of a number means to add it; `-2` can be an answer.
            let is_sum = sign == '+' && scalar.plain && scalar.number().is_some();
            (is_sum || id.starts_with(|first: char| first.is_ascii_alphabetic()))
                .then_some((node, sign, id))
        }
        _ => None,
    };
    match &node.value {
        Value::List(items) => items.iter().map(signed).collect::<Option<_>>().unwrap_or_default(),
        _ => signed(node).into_iter().collect(),
    }
}
