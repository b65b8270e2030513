//! Runs the typed form on one profile: `Option` is unknown when `None`.

use std::cell::{Cell, OnceCell};

use super::script::{Argument, Failure, Scripts};
use super::{Atom, Call, Choice, Condition, List, Number, Test, TypeOf, Value};
use crate::benchmark::Benchmarks;
use crate::classification::TypeAssignment;
use crate::profile::{Answer, Answers};
use crate::survey::{OptionSet, Slot, Survey};
use crate::typology::Typology;

/// All that an expression can look at.
pub struct Facts<'a> {
    /// The questions.
    pub survey: &'a Survey,
    /// What the study measured.
    pub benchmarks: &'a Benchmarks,
    /// Where scripts run.
    pub scripts: &'a Scripts,
    /// The types.
    pub typology: &'a Typology,
    /// The profile's answers.
    pub answers: &'a Answers,
    /// The municipality's type.
    pub assignment: &'a TypeAssignment,
    /// The first failure of a pack's script: the value counts as unknown until the caller asks.
    pub failure: OnceCell<Failure>,
    /// The rule that is being evaluated, by its index in the catalog.
    pub rule: Cell<Option<usize>>,
}

impl Facts<'_> {
    /// The same with other answers, the type taken to stay. A script that fails with these is no
    /// failure of the others.
    pub fn with_answers<'b>(&'b self, answers: &'b Answers) -> Facts<'b> {
        Facts { answers, failure: OnceCell::new(), rule: self.rule.clone(), ..*self }
    }
}

impl Condition {
    /// Whether it holds for the profile.
    pub fn evaluate(&self, facts: &Facts<'_>) -> Option<bool> {
        self.outcome(&mut |atom| atom.test.evaluate(facts))
    }

    /// Whether it would hold if one of its tests came to `outcome`, whatever the answers say. A
    /// script that fails for this alone is no failure.
    pub fn evaluate_assuming(
        &self,
        assumed: &Atom,
        outcome: bool,
        facts: &Facts<'_>,
    ) -> Option<bool> {
        let facts = facts.with(facts.answers);
        self.outcome(&mut |atom| match atom.index == assumed.index {
            true => Some(outcome),
            false => atom.test.evaluate(&facts),
        })
    }
}

impl Test {
    /// Whether it holds for the profile.
    pub fn evaluate(&self, facts: &Facts<'_>) -> Option<bool> {
        match self {
            Test::Flag(slot) => match facts.answers.get(*slot)? {
                Answer::Flag(flag) => Some(*flag),
                _ => None,
            },
            Test::Compare(comparison, numbers) => {
                Some(comparison.of(numbers[0].evaluate(facts)?, numbers[1].evaluate(facts)?))
            }
            Test::OneOf(choice, options) => {
                Some(choice.evaluate(facts)?.is_some_and(|option| options.has(option)))
            }
            Test::Same(left, right) => Some(left.evaluate(facts)? == right.evaluate(facts)?),
            Test::Contains(list, option) => Some(list.evaluate(facts)?.has(*option)),
            Test::Text(slot, text) => match facts.answers.get(*slot)? {
                Answer::Text(answer) => Some(answer == text),
                _ => None,
            },
            Test::Call(call) => call.evaluate(facts)?.flag(),
        }
    }
}

impl Number {
    /// The number; unknown too if a division by zero or an overflow leaves none.
    pub fn evaluate(&self, facts: &Facts<'_>) -> Option<f64> {
        let number = match self {
            Number::Constant { value, .. } | Number::Benchmark { value, .. } => *value,
            Number::Answer(slot) => match facts.answers.get(*slot)? {
                Answer::Number(number) => *number,
                _ => return None,
            },
            Number::Count(list) => f64::from(list.evaluate(facts)?.count()),
            Number::Rank(slot, option) => match facts.answers.get(*slot)? {
                Answer::Ranking(ranking) => {
                    ranking.index(*option).map_or(0.0, |index| index as f64 + 1.0)
                }
                Answer::Options(options) => f64::from(u8::from(options.has(*option))),
                _ => return None,
            },
            Number::Membership(kind) => {
                *facts.assignment.memberships.as_ref()?.get(usize::from(*kind))?
            }
            Number::OwnBenchmark(benchmark) => {
                let measured = facts.benchmarks.get(*benchmark);
                match facts.assignment.kind {
                    Some(kind) => *measured.by_type.get(usize::from(kind))?,
                    None => measured.all?,
                }
            }
            Number::Calculate(operation, numbers) => {
                operation.of(numbers[0].evaluate(facts)?, numbers[1].evaluate(facts)?)
            }
            Number::Negate(number) => -number.evaluate(facts)?,
            Number::Round(number) => number.evaluate(facts)?.round(),
            Number::If(parts) => {
                let (condition, yes, no) = parts.as_ref();
                match condition.evaluate(facts)? {
                    true => yes.evaluate(facts)?,
                    false => no.evaluate(facts)?,
                }
            }
            Number::Call(call) => call.evaluate(facts)?.number()?,
        };
        number.is_finite().then_some(number)
    }
}

impl Choice {
    /// Unknown, none (answered, but there is none), or an option.
    pub fn evaluate(self, facts: &Facts<'_>) -> Option<Option<u8>> {
        let assignment = facts.assignment;
        match self {
            Choice::Answer(slot) => match facts.answers.get(slot)? {
                Answer::Option(option) => Some(Some(*option)),
                _ => None,
            },
            Choice::Type(TypeOf::Advice) => assignment.kind.map(Some),
            Choice::Type(TypeOf::Goals) => match assignment.goals_answered {
                true => Some(assignment.by_goals),
                false => None,
            },
            Choice::Type(TypeOf::Indicators) => assignment.by_indicators.map(Some),
            Choice::Type(TypeOf::Mixed) => assignment.kind.map(|_| assignment.mixed_with),
        }
    }
}

impl List {
    /// The options; unknown where a question is open.
    pub fn evaluate(&self, facts: &Facts<'_>) -> Option<OptionSet> {
        match self {
            List::Answer(slot) => facts.answers.get(*slot)?.options(),
            List::Chosen(list, options) => Some(OptionSet(list.evaluate(facts)?.0 & options.0)),
            List::Missing(list, options) => Some(OptionSet(options.0 & !list.evaluate(facts)?.0)),
            List::Both(lists) => {
                Some(OptionSet(lists[0].evaluate(facts)?.0 & lists[1].evaluate(facts)?.0))
            }
        }
    }
}

impl Call {
    fn evaluate(&self, facts: &Facts<'_>) -> Option<super::script::Outcome> {
        let key = facts.scripts.functions_remember().then(|| self.key(facts)).flatten();
        if let Some(outcome) = key.as_ref().and_then(|key| self.function.known.get(key)) {
            return Some(outcome);
        }
        let mut arguments = Vec::with_capacity(self.arguments.len());
        for argument in &self.arguments {
            arguments.push(match argument {
                Value::Number(number) => Argument::Number(number.evaluate(facts)?),
                Value::Condition(condition) => Argument::Flag(condition.evaluate(facts)?),
                Value::Choice(choice) => {
                    let option = choice.evaluate(facts)?;
                    Argument::Text(option.map_or("", |option| facts.option_id(*choice, option)))
                }
                Value::List(list, slot) => Argument::List(
                    list.evaluate(facts)?.iter().map(|option| facts.id(*slot, option)).collect(),
                ),
                Value::Text(slot) => match facts.answers.get(*slot)? {
                    Answer::Text(text) => Argument::Text(text),
                    _ => return None,
                },
                Value::Literal(text) => Argument::Text(text),
            });
        }
        match facts.scripts.call(&self.function, &arguments, key.as_deref()) {
            Ok(outcome) => Some(outcome),
            Err(detail) => {
                let failure = Failure {
                    detail,
                    function: self.function.name.to_string(),
                    location: self.location.clone(),
                    rule: facts.rule.get(),
                };
                // Only the first failure is kept: the rest follow from it.
                let _ = facts.failure.set(failure);
                None
            }
        }
    }
}

impl Call {
    /// The arguments in numbers, each with what tells its kind; `None` where one is a text or
    /// unknown.
    fn key(&self, facts: &Facts<'_>) -> Option<Vec<u64>> {
        let mut key = Vec::with_capacity(2 * self.arguments.len());
        for argument in &self.arguments {
            key.extend(match argument {
                Value::Number(number) => [u64::MAX, number.evaluate(facts)?.to_bits()],
                Value::Condition(condition) => [u64::MAX, u64::from(condition.evaluate(facts)?)],
                // Options are numbers of their question's.
                Value::Choice(choice) => {
                    let options = match choice {
                        Choice::Answer(slot) => u64::from(slot.0),
                        Choice::Type(_) => u64::MAX,
                    };
                    [options, choice.evaluate(facts)?.map_or(0, |option| u64::from(option) + 1)]
                }
                Value::List(list, slot) => [u64::from(slot.0), list.evaluate(facts)?.0],
                Value::Text(_) | Value::Literal(_) => return None,
            });
        }
        Some(key)
    }
}

impl<'a> Facts<'a> {
    /// The same, with other answers.
    pub fn with<'b>(&self, answers: &'b Answers) -> Facts<'b>
    where
        'a: 'b,
    {
        Facts { answers, failure: OnceCell::new(), rule: self.rule.clone(), ..*self }
    }

    fn id(&self, slot: Slot, option: u8) -> &'a str {
        let options = self.survey.question(slot).kind.options();
        options.map_or("", |options| &options.get(option).id)
    }

    fn option_id(&self, choice: Choice, option: u8) -> &'a str {
        match choice {
            Choice::Answer(slot) => self.id(slot, option),
            Choice::Type(_) => &self.typology.names.get(option).id,
        }
    }
}
