//! What a rule's expressions become: a small typed form over question slots.
//!
//! Expressions are written in Rhai. When the catalog loads, Rhai parses them ([`parse`]), [`lower`]
//! checks them against the survey and turns them into this form once, and [`evaluate`] runs it for
//! every profile with three-valued logic: an unanswered question is unknown, not false. What rules
//! decide by is written down once more, flat, to run faster ([`program`]). Rhai's own evaluation
//! knows no unknown, compares values of different kinds silently as unequal, and looks names up
//! anew for every profile.

use std::sync::Arc;

use crate::survey::{OptionSet, Slot};
use dteam_text::diagnostic::Location;

#[cfg(test)]
pub(crate) mod agreement;
#[cfg(any(test, feature = "arbitrary"))]
pub mod arbitrary;
pub mod evaluate;
pub mod functions;
pub mod kleene;
pub mod lower;
pub mod mutate;
mod operators;
pub mod parse;
pub mod phrase;
pub mod print;
pub mod program;
pub mod reads;
pub mod script;
pub mod template;
pub mod trace;
pub mod wording;

/// True, false or unknown.
#[derive(Debug, Clone)]
pub enum Condition {
    /// Always the same.
    Constant(bool),
    /// A test.
    Atom(Atom),
    /// True where the operand is false.
    Not(Box<Condition>),
    /// True where all operands are.
    And(Box<[Condition]>),
    /// True where any operand is.
    Or(Box<[Condition]>),
    /// The first decides which of the other two counts.
    If(Box<[Condition; 3]>),
}

/// A test that is not made of smaller conditions: the unit of explanation.
#[derive(Debug, Clone)]
pub struct Atom {
    /// Its index among the tests of its condition.
    pub index: usize,
    /// What is tested.
    pub test: Test,
}

/// What can be true or false of answers, type and benchmarks.
#[derive(Debug, Clone)]
pub enum Test {
    /// A yes or no.
    Flag(Slot),
    /// Two numbers, the left one compared with the right one.
    Compare(Comparison, Box<[Number; 2]>),
    /// One option that is among several.
    OneOf(Choice, OptionSet),
    /// Two options that are the same one.
    Same(Choice, Choice),
    /// A list that has the option.
    Contains(List, u8),
    /// A text that is this one.
    Text(Slot, Box<str>),
    /// A function that returns a flag.
    Call(Call),
}

/// How two numbers compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// `==`
    Equal,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

/// What is calculated with.
#[derive(Debug, Clone)]
pub enum Number {
    /// A number that is written out.
    Constant {
        /// Its value.
        value: f64,
        /// Whether it is written without a decimal point.
        whole: bool,
    },
    /// The number answered.
    Answer(Slot),
    /// The number of options in a list.
    Count(List),
    /// The option's rank in a ranking, 1 for the first; 0 if it is not chosen.
    Rank(Slot, u8),
    /// Degree of membership of a type, 0..1.
    Membership(u8),
    /// The benchmark of the municipality's own type, else of all.
    OwnBenchmark(u16),
    /// A benchmark of a named type or of all: a constant that keeps where it comes from.
    Benchmark {
        /// The study's value.
        value: f64,
        /// Which benchmark it is.
        benchmark: u16,
        /// The type; `None` for all municipalities.
        of: Option<u8>,
    },
    /// Two numbers calculated with.
    Calculate(Operation, Box<[Number; 2]>),
    /// The opposite number.
    Negate(Box<Number>),
    /// The nearest whole number, halves away from 0.
    Round(Box<Number>),
    /// The condition decides which of the two numbers counts.
    If(Box<(Condition, Number, Number)>),
    /// A function that returns a number.
    Call(Call),
}

impl Condition {
    /// The same, its tests numbered in their order.
    fn with_indices(mut self) -> Self {
        self.number_tests(&mut 0);
        self
    }

    fn number_tests(&mut self, next: &mut usize) {
        match self {
            Condition::Constant(_) => {}
            Condition::Atom(atom) => {
                atom.index = *next;
                *next += 1;
            }
            Condition::Not(operand) => operand.number_tests(next),
            Condition::And(operands) | Condition::Or(operands) => {
                operands.iter_mut().for_each(|operand| operand.number_tests(next));
            }
            Condition::If(parts) => parts.iter_mut().for_each(|part| part.number_tests(next)),
        }
    }
}

impl Number {
    /// The value, where it is written out in numbers alone.
    pub fn constant(&self) -> Option<f64> {
        match self {
            Number::Constant { value, .. } => Some(*value),
            Number::Negate(number) => number.constant().map(|number| -number),
            Number::Calculate(operation, numbers) => {
                Some(operation.of(numbers[0].constant()?, numbers[1].constant()?))
            }
            _ => None,
        }
    }
}

impl Comparison {
    /// Whether the left number compares so with the right one.
    pub fn of(self, left: f64, right: f64) -> bool {
        match self {
            Comparison::Equal => left == right,
            Comparison::Less => left < right,
            Comparison::LessOrEqual => left <= right,
            Comparison::Greater => left > right,
            Comparison::GreaterOrEqual => left >= right,
        }
    }
}

impl Operation {
    /// The result; infinite or no number where there is none.
    pub fn of(self, left: f64, right: f64) -> f64 {
        match self {
            Operation::Add => left + right,
            Operation::Subtract => left - right,
            Operation::Multiply => left * right,
            Operation::Divide => left / right,
            Operation::Min => left.min(right),
            Operation::Max => left.max(right),
        }
    }
}

/// What is calculated with two numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `min`
    Min,
    /// `max`
    Max,
}

/// One option: an answer, or a type of municipality.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// The option answered.
    Answer(Slot),
    /// A type of municipality.
    Type(TypeOf),
}

/// The ways a municipality comes by a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypeOf {
    /// The type of the advice: by goals, else by indicators.
    Advice,
    /// The type by goals.
    Goals,
    /// The type by indicators.
    Indicators,
    /// The second type of a mixed form.
    Mixed,
}

/// Options, none several times.
#[derive(Debug, Clone)]
pub enum List {
    /// The options answered.
    Answer(Slot),
    /// Those of a list that are among these.
    Chosen(Box<List>, OptionSet),
    /// Those of these that are not in a list.
    Missing(Box<List>, OptionSet),
    /// Those that are in both lists.
    Both(Box<[List; 2]>),
}

/// A call of a function of the pack's scripts.
#[derive(Debug, Clone)]
pub struct Call {
    /// What is called.
    pub function: Arc<script::Function>,
    /// Where the pack calls it.
    pub location: Location,
    /// With what.
    pub arguments: Box<[Value]>,
}

/// A value of any kind: an argument of a function, or what a text is filled in with.
#[derive(Debug, Clone)]
pub enum Value {
    /// A flag.
    Condition(Condition),
    /// A number.
    Number(Number),
    /// One option.
    Choice(Choice),
    /// A list, and a question that has its options.
    List(List, Slot),
    /// The text answered.
    Text(Slot),
    /// A text written out.
    Literal(Box<str>),
}
