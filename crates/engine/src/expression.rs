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
    Constant(bool),
    Atom(Atom),
    Not(Box<Condition>),
    And(Box<[Condition]>),
    Or(Box<[Condition]>),
    If(Box<[Condition; 3]>),
}

/// A test that is not made of smaller conditions: the unit of explanation.
#[derive(Debug, Clone)]
pub struct Atom {
    /// Its index among the tests of its condition.
    pub index: usize,
    pub test: Test,
}

#[derive(Debug, Clone)]
pub enum Test {
    Flag(Slot),
    Compare(Comparison, Box<[Number; 2]>),
    OneOf(Choice, OptionSet),
    Same(Choice, Choice),
    Contains(List, u8),
    Text(Slot, Box<str>),
    Call(Call),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    Equal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

#[derive(Debug, Clone)]
pub enum Number {
    /// `whole`: written without a decimal point.
    Constant {
        value: f64,
        whole: bool,
    },
    Answer(Slot),
    Count(List),
    Rank(Slot, u8),
    Membership(u8),
    OwnBenchmark(u16),
    /// A benchmark of a named type or of all: a constant that keeps where it comes from.
    Benchmark {
        value: f64,
        benchmark: u16,
        of: Option<u8>,
    },
    Calculate(Operation, Box<[Number; 2]>),
    Negate(Box<Number>),
    Round(Box<Number>),
    If(Box<(Condition, Number, Number)>),
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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    Add,
    Subtract,
    Multiply,
    Divide,
    Min,
    Max,
}

/// One option: an answer, or a type of municipality.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    Answer(Slot),
    Type(TypeOf),
}

/// The ways a municipality comes by a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypeOf {
    Advice,
    Goals,
    Indicators,
    Mixed,
}

#[derive(Debug, Clone)]
pub enum List {
    Answer(Slot),
    Chosen(Box<List>, OptionSet),
    Missing(Box<List>, OptionSet),
    Both(Box<[List; 2]>),
}

/// A call of a function of the pack's scripts.
#[derive(Debug, Clone)]
pub struct Call {
    pub function: Arc<script::Function>,
    pub location: Location,
    pub arguments: Box<[Value]>,
}

/// A value of any kind: an argument of a function, or what a text is filled in with.
#[derive(Debug, Clone)]
pub enum Value {
    Condition(Condition),
    Number(Number),
    Choice(Choice),
    /// A list, and a question that has its options.
    List(List, Slot),
    Text(Slot),
    Literal(Box<str>),
}
