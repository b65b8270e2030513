//! What an expression reads, and which open questions keep a condition unknown.

use super::evaluate::Facts;
use super::{Choice, Condition, List, Number, Test, TypeOf, Value};
use crate::survey::Slot;

/// Something an expression looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Read {
    /// An answer.
    Answer(Slot),
    /// The municipality's type.
    Type(TypeOf),
    /// Degree of membership of a type.
    Membership(u8),
    /// The benchmark; `Some(None)` stands for all municipalities, `None` for the own type.
    Benchmark(u16, Option<Option<u8>>),
}

impl Condition {
    /// Visits what it reads, in order; what it reads several times, several times.
    pub fn reads(&self, found: &mut dyn FnMut(Read)) {
        match self {
            Condition::Constant(_) => {}
            Condition::Atom(atom) => atom.test.reads(found),
            Condition::Not(operand) => operand.reads(found),
            Condition::And(operands) | Condition::Or(operands) => {
                operands.iter().for_each(|operand| operand.reads(found));
            }
            Condition::If(parts) => parts.iter().for_each(|part| part.reads(found)),
        }
    }

    /// The unanswered questions that keep the condition unknown: of parts whose outcome no longer
    /// matters, none.
    pub fn open_questions(&self, facts: &Facts<'_>, found: &mut Vec<Slot>) {
        match self {
            Condition::Constant(_) => {}
            Condition::Atom(atom) => {
                atom.test.reads(&mut |read| {
                    for slot in facts.open(read) {
                        if !found.contains(&slot) {
                            found.push(slot);
                        }
                    }
                });
            }
            Condition::Not(operand) => operand.open_questions(facts, found),
            Condition::And(operands) | Condition::Or(operands) => operands
                .iter()
                .filter(|operand| operand.evaluate(facts).is_none())
                .for_each(|operand| operand.open_questions(facts, found)),
            Condition::If(parts) => {
                let [condition, yes, no] = parts.as_ref();
                let waiting = match condition.evaluate(facts) {
                    None => condition,
                    Some(true) => yes,
                    Some(false) => no,
                };
                waiting.open_questions(facts, found);
            }
        }
    }
}

impl Test {
    /// Visits what it reads, in order; what it reads several times, several times.
    pub fn reads(&self, found: &mut dyn FnMut(Read)) {
        match self {
            Test::Flag(slot) | Test::Text(slot, _) => found(Read::Answer(*slot)),
            Test::Compare(_, numbers) => numbers.iter().for_each(|number| number.reads(found)),
            Test::OneOf(choice, _) => choice.reads(found),
            Test::Same(left, right) => {
                left.reads(found);
                right.reads(found);
            }
            Test::Contains(list, _) => list.reads(found),
            Test::Call(call) => call.arguments.iter().for_each(|argument| argument.reads(found)),
        }
    }
}

impl Number {
    /// Visits what it reads, in order; what it reads several times, several times.
    pub fn reads(&self, found: &mut dyn FnMut(Read)) {
        match self {
            Number::Constant { .. } => {}
            Number::Answer(slot) | Number::Rank(slot, _) => found(Read::Answer(*slot)),
            Number::Count(list) => list.reads(found),
            Number::Membership(kind) => found(Read::Membership(*kind)),
            Number::OwnBenchmark(benchmark) => found(Read::Benchmark(*benchmark, None)),
            Number::Benchmark { benchmark, of, .. } => {
                found(Read::Benchmark(*benchmark, Some(*of)))
            }
            Number::Calculate(_, numbers) => numbers.iter().for_each(|number| number.reads(found)),
            Number::Negate(number) | Number::Round(number) => number.reads(found),
            Number::If(parts) => {
                parts.0.reads(found);
                parts.1.reads(found);
                parts.2.reads(found);
            }
            Number::Call(call) => call.arguments.iter().for_each(|argument| argument.reads(found)),
        }
    }
}

impl Condition {
    /// Everything it reads is answered.
    pub fn is_answered(&self, facts: &Facts<'_>) -> bool {
        let mut answered = true;
        self.reads(&mut |read| answered &= facts.open(read).is_empty());
        answered
    }
}

impl Number {
    /// Everything it reads is answered.
    pub fn is_answered(&self, facts: &Facts<'_>) -> bool {
        let mut answered = true;
        self.reads(&mut |read| answered &= facts.open(read).is_empty());
        answered
    }
}

impl Choice {
    fn reads(self, found: &mut dyn FnMut(Read)) {
        found(match self {
            Choice::Answer(slot) => Read::Answer(slot),
            Choice::Type(of) => Read::Type(of),
        });
    }
}

impl List {
    fn reads(&self, found: &mut dyn FnMut(Read)) {
        match self {
            List::Answer(slot) => found(Read::Answer(*slot)),
            List::Chosen(list, _) | List::Missing(list, _) => list.reads(found),
            List::Both(lists) => lists.iter().for_each(|list| list.reads(found)),
        }
    }
}

impl Value {
    /// Visits what it reads, in order; what it reads several times, several times.
    pub fn reads(&self, found: &mut dyn FnMut(Read)) {
        match self {
            Value::Condition(condition) => condition.reads(found),
            Value::Number(number) => number.reads(found),
            Value::Choice(choice) => choice.reads(found),
            Value::List(list, _) => list.reads(found),
            Value::Text(slot) => found(Read::Answer(*slot)),
            Value::Literal(_) => {}
        }
    }
}

impl Facts<'_> {
    /// The unanswered questions behind what is read. A type waits for the goals, or for anything
    /// its estimate rests on.
    fn open(&self, read: Read) -> Vec<Slot> {
        let unanswered = |slot: &Slot| self.answers.get(*slot).is_none();
        let goals = Some(self.typology.goals.question).filter(unanswered);
        let indicators = || self.benchmarks.indicator_questions().filter(unanswered);
        match read {
            Read::Answer(slot) => Some(slot).filter(unanswered).into_iter().collect(),
            Read::Benchmark(..) => Vec::new(),
            Read::Type(TypeOf::Goals) => goals.into_iter().collect(),
            Read::Type(TypeOf::Indicators) => match self.assignment.by_indicators {
                Some(_) => Vec::new(),
                None => indicators().collect(),
            },
            Read::Type(TypeOf::Advice | TypeOf::Mixed) | Read::Membership(_) => {
                match (self.assignment.kind, goals) {
                    (Some(_), _) => Vec::new(),
                    (None, Some(goals)) => vec![goals],
                    (None, None) => indicators().collect(),
                }
            }
        }
    }
}
