//! Why a condition came out as it did: each test with its outcome and the values it read.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::evaluate::Facts;
use super::print::{Names, Written};
use super::reads::Read;
use super::{Atom, Condition, Number, Test, TypeOf};
use crate::profile::Given;
use dteam_text::decimal::rounded;
use dteam_text::language::messages::plain;
use dteam_text::language::{Language, Text};

/// A condition with the outcome of each of its tests.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ConditionTrace<T = String> {
    /// The condition as an expression.
    pub condition: T,
    /// True, false, or unknown (`None`).
    pub outcome: Option<bool>,
    /// Its tests, in order.
    pub tests: Vec<TestTrace<T>>,
}

/// One test of a condition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TestTrace<T = String> {
    /// The test as an expression.
    pub test: T,
    /// True, false, or unknown (`None`).
    pub outcome: Option<bool>,
    /// What it read.
    pub values: Vec<Reading<T>>,
}

/// A value that an expression read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Reading<T = String> {
    /// The question's path, or the name of what is no question, such as `type`.
    pub name: T,
    /// What it is, in the advice's language.
    pub label: T,
    /// The value; `None` if unanswered.
    pub value: Option<Given<T>>,
}

/// A number with the values it was computed from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct NumberTrace<T = String> {
    /// The expression.
    pub expression: T,
    /// Its value; `None` if unknown.
    pub value: Option<f64>,
    /// What it read.
    pub values: Vec<Reading<T>>,
}

impl<'c> Names<'c> {
    /// The trace of a condition: each of its tests with its outcome and what it read.
    pub fn trace(
        self,
        condition: &Condition,
        facts: &Facts<'_>,
        language: Language,
    ) -> ConditionTrace {
        let written = self.written(condition);
        let mut outcomes = Vec::with_capacity(written.tests.len());
        condition.record(facts, &mut outcomes);
        let reads = condition.reads_by_test();
        let texts = written.tests.iter().map(|test| test.to_string());
        let tests = self.traced_tests(texts.zip(outcomes).zip(&reads), facts, language);
        ConditionTrace {
            condition: written.whole.to_string(),
            outcome: condition.evaluate(facts),
            tests,
        }
    }

    /// The trace of a condition that has been written out already, and whose tests are known with
    /// what they read and their outcomes.
    pub fn trace_recorded<T: Text<'c>>(
        self,
        (written, reads): (&'c Written, &[Reads]),
        (outcome, outcomes): (Option<bool>, &[Option<bool>]),
        facts: &Facts<'_>,
        language: Language,
    ) -> ConditionTrace<T> {
        let texts = written.tests.iter().map(|test| T::from(test.as_ref()));
        let tests =
            self.traced_tests(texts.zip(outcomes.iter().copied()).zip(reads), facts, language);
        ConditionTrace { condition: written.whole.as_str().into(), outcome, tests }
    }

    /// The tests of a condition, by how they are written and came out and by what they read.
    fn traced_tests<'r, T: Text<'c>>(
        self,
        tests: impl Iterator<Item = ((T, Option<bool>), &'r Reads)>,
        facts: &Facts<'_>,
        language: Language,
    ) -> Vec<TestTrace<T>> {
        let traced = tests.map(|((test, outcome), reads)| {
            let values = self.readings(reads, facts, language);
            TestTrace { test, outcome, values }
        });
        traced.collect()
    }

    /// The trace of a number; `expression` is how it is written, and `reads` is what it reads.
    pub fn trace_number<T: Text<'c>>(
        self,
        (number, reads): (&Number, &Reads),
        expression: T,
        facts: &Facts<'_>,
        language: Language,
    ) -> NumberTrace<T> {
        let values = self.readings(reads, facts, language);
        let value = number.evaluate(facts).map(|value| rounded(value, 4));
        NumberTrace { expression, value, values }
    }

    fn readings<T: Text<'c>>(
        self,
        read: &[Read],
        facts: &Facts<'_>,
        language: Language,
    ) -> Vec<Reading<T>> {
        read.iter().map(|read| self.reading(*read, facts, language)).collect()
    }

    fn reading<T: Text<'c>>(self, read: Read, facts: &Facts<'_>, language: Language) -> Reading<T> {
        let type_id = |kind: u8| Given::Text(T::from(self.typology.names.get(kind).id.as_str()));
        let message = |id| match plain(language, id) {
            Cow::Borrowed(text) => T::from(text),
            Cow::Owned(text) => T::from(text),
        };
        match read {
            Read::Answer(slot) => {
                let question = self.survey.question(slot);
                Reading {
                    name: question.path.as_str().into(),
                    label: question.label.get(language).as_str().into(),
                    value: facts.answers.given(slot, self.survey),
                }
            }
            Read::Type(of) => {
                let assignment = facts.assignment;
                let (name, label, kind) = match of {
                    TypeOf::Advice => ("type", "type", assignment.kind),
                    TypeOf::Goals => ("type_by_goals", "type-by-goals", assignment.by_goals),
                    TypeOf::Indicators => {
                        ("type_by_indicators", "type-by-indicators", assignment.by_indicators)
                    }
                    TypeOf::Mixed => ("mixed_with", "mixed-with", assignment.mixed_with),
                };
                // Known to be none is something else than not known.
                let none = match of {
                    TypeOf::Goals => assignment.goals_answered,
                    TypeOf::Mixed => assignment.kind.is_some(),
                    TypeOf::Advice | TypeOf::Indicators => false,
                };
                let value =
                    kind.map(type_id).or_else(|| none.then(|| Given::Text(message("none"))));
                Reading { name: name.into(), label: message(label), value }
            }
            Read::Membership(kind) => Reading {
                name: self.number(&Number::Membership(kind)).into(),
                label: message("membership"),
                value: Number::Membership(kind)
                    .evaluate(facts)
                    .map(|value| Given::Other(Json::from(rounded(value, 4)))),
            },
            Read::Benchmark(benchmark, of) => {
                let number = match of {
                    None => Number::OwnBenchmark(benchmark),
                    Some(of) => {
                        let measured = self.benchmarks.get(benchmark);
                        let value = of
                            .map_or(measured.all, |kind| Some(measured.by_type[usize::from(kind)]));
                        Number::Benchmark { value: value.unwrap_or(f64::NAN), benchmark, of }
                    }
                };
                Reading {
                    name: self.number(&number).into(),
                    label: message("benchmark"),
                    value: number.evaluate(facts).map(|value| Given::Other(Json::from(value))),
                }
            }
        }
    }
}

/// What is read several times is shown once.
fn once(found: Read, read: &mut Vec<Read>) {
    if !read.contains(&found) {
        read.push(found);
    }
}

/// What a test or a number reads, each thing once.
pub type Reads = Box<[Read]>;

impl Number {
    /// What it reads.
    pub fn all_reads(&self) -> Reads {
        let mut read = Vec::new();
        self.reads(&mut |found| once(found, &mut read));
        read.into()
    }
}

impl Condition {
    /// What each test reads, in order.
    pub fn reads_by_test(&self) -> Box<[Reads]> {
        let mut tests = Vec::new();
        self.for_each_atom(&mut |atom| {
            let mut read = Vec::new();
            atom.test.reads(&mut |found| once(found, &mut read));
            tests.push(read.into());
        });
        tests.into()
    }

    /// Visits the tests, in order.
    pub fn for_each_atom<'c>(&'c self, visit: &mut dyn FnMut(&'c Atom)) {
        match self {
            Condition::Constant(_) => {}
            Condition::Atom(atom) => visit(atom),
            Condition::Not(operand) => operand.for_each_atom(visit),
            Condition::And(operands) | Condition::Or(operands) => {
                operands.iter().for_each(|operand| operand.for_each_atom(visit));
            }
            Condition::If(parts) => parts.iter().for_each(|part| part.for_each_atom(visit)),
        }
    }

    /// Adds the outcomes of all tests, in order, whether they matter or not.
    pub fn record(&self, facts: &Facts<'_>, outcomes: &mut Vec<Option<bool>>) {
        self.for_each_atom(&mut |atom| outcomes.push(atom.test.evaluate(facts)));
    }

    /// The one test that keeps a false condition from being true, if it is only one: with it turned
    /// round, the rest as it is, the condition holds. `outcomes` are those of all tests; `missing`
    /// says which stand for something that is missing.
    pub fn one_short(
        &self,
        outcomes: &[Option<bool>],
        facts: &Facts<'_>,
        missing: &dyn Fn(&Test, bool, &Facts<'_>) -> bool,
    ) -> Option<&Atom> {
        let mut known = |atom: &Atom| outcomes.get(atom.index).copied().flatten();
        // A test stands in one part only, and cannot make up for two that do not hold.
        if let Condition::And(parts) = self
            && parts.iter().filter(|part| part.outcome(&mut known) != Some(true)).nth(1).is_some()
        {
            return None;
        }
        let mut atoms = Vec::with_capacity(outcomes.len());
        self.for_each_atom(&mut |atom| atoms.push(atom));
        if atoms.len() < 2 {
            return None;
        }
        atoms.into_iter().find(|turned| {
            let Some(outcome) = known(turned) else { return false };
            let mut with_it_turned =
                |atom: &Atom| if atom.index == turned.index { Some(!outcome) } else { known(atom) };
            missing(&turned.test, outcome, facts) && self.outcome(&mut with_it_turned) == Some(true)
        })
    }
}
