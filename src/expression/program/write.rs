//! From the typed form to programs.

use super::{ALONE, Check, Fits, Join, MOST_CONDITIONS, MOST_NUMBERS, Part, Program, Sum, With};
use crate::expression::{Choice, Comparison, Condition, List, Number, Test};
use crate::survey::Slot;

impl Program {
    /// The program of several conditions, and which of them are left to the tree: what comes out for those is of no account.
    pub fn of_conditions<'c>(conditions: impl Iterator<Item = &'c Condition>) -> (Program, Vec<bool>) {
        let mut writer = Writer::default();
        let (mut parts, mut left) = (Vec::new(), Vec::new());
        for condition in conditions {
            let (start, sums, reads) = (writer.checks.len(), writer.sums.len(), writer.reads.len());
            let written = writer.condition(condition, ALONE);
            if written.is_none() {
                writer.checks.truncate(start);
                writer.sums.truncate(sums);
                writer.reads.truncate(reads);
                writer.checks.push(Check::Constant(false));
            }
            (writer.conditions, writer.waiting) = (0, 0);
            writer.checks.push(Check::End);
            parts.push(start..writer.checks.len());
            left.push(written.is_none());
        }
        (Program { conditions: parts, ..writer.finished() }, left)
    }

    /// The program of a number; `None` if it is left to the tree.
    pub fn of_number(number: &Number) -> Option<Program> {
        let mut writer = Writer::default();
        let mut whole = Vec::new();
        writer.number(number, &mut whole)?;
        let start = writer.sums.len();
        writer.sums.extend(whole);
        Some(Program { start, ..writer.finished() })
    }
}

/// A program being written. Its methods give `None` for what has to be left to the tree.
#[derive(Default)]
struct Writer {
    checks: Vec<Check>,
    sums: Vec<Sum>,
    reads: Vec<Slot>,
    tests: Vec<Test>,
    numbers: Vec<Number>,
    /// How many conditions and numbers wait.
    conditions: usize,
    waiting: usize,
}

impl Writer {
    fn finished(self) -> Program {
        let Writer { checks, sums, reads, tests, numbers, .. } = self;
        let bit = |slot: &Slot| 1u64.checked_shl(u32::from(slot.0));
        let reads = reads.iter().try_fold(0, |reads, slot| Some(reads | bit(slot)?));
        Program { checks, sums, reads, tests, numbers, ..Program::default() }
    }

    /// The steps of a condition, whose outcome is joined so to the one before.
    fn condition(&mut self, condition: &Condition, join: Join) -> Option<()> {
        match condition {
            Condition::Atom(atom) => return self.test(&atom.test, join),
            Condition::Not(operand) => return self.condition(operand, Join { negated: !join.negated, ..join }),
            Condition::Constant(flag) => {
                self.checks.push(Check::Constant(*flag));
                self.one_more()?;
            }
            Condition::And(operands) | Condition::Or(operands) => {
                let with = if matches!(condition, Condition::And(_)) { With::And } else { With::Or };
                let (first, rest) = operands.split_first()?;
                self.condition(first, ALONE)?;
                for operand in rest {
                    self.condition(operand, Join { negated: false, with })?;
                }
            }
            Condition::If(parts) => {
                for part in parts.iter() {
                    self.condition(part, ALONE)?;
                }
                self.checks.push(Check::If);
                self.conditions -= 2;
            }
        }
        if join.negated || join.with != With::Nothing {
            self.checks.push(Check::Joined(join));
            self.conditions -= usize::from(join.with != With::Nothing);
        }
        Some(())
    }

    fn one_more(&mut self) -> Option<()> {
        self.conditions += 1;
        (self.conditions <= MOST_CONDITIONS).then_some(())
    }

    fn test(&mut self, test: &Test, join: Join) -> Option<()> {
        let check = match test {
            Test::Flag(slot) => self.any(join, *slot, 1),
            Test::OneOf(Choice::Answer(slot), options) => self.any(join, *slot, options.0),
            Test::Contains(List::Answer(slot), option) => self.any(join, *slot, 1 << option),
            Test::Compare(comparison, numbers) => {
                let fits = Fits::of(*comparison);
                match numbers.as_ref() {
                    [Number::Answer(slot), other] if constant(other).is_some() => {
                        Check::Number { join, fits, slot: self.read(*slot), with: constant(other)? }
                    }
                    [Number::Count(list), other] if of_answer(list).is_some() && whole(other).is_some() => {
                        let ((slot, options), with) = (of_answer(list)?, whole(other)?);
                        Check::Count { join, fits, slot: self.read(slot), with, options }
                    }
                    [Number::Rank(slot, option), other]
                        if whole(other) == Some(0) && *comparison == Comparison::Greater =>
                    {
                        self.any(join, *slot, 1 << option)
                    }
                    [Number::Rank(slot, option), other] if whole(other).is_some() => {
                        Check::Rank { join, fits, slot: self.read(*slot), with: whole(other)?, option: *option }
                    }
                    // A test within a number is none of the condition's own.
                    [left, right] if is_plain(left) && is_plain(right) => {
                        Check::Sums { join, fits, sums: self.pair(left, right)? }
                    }
                    _ => self.other(test, join)?,
                }
            }
            _ => self.other(test, join)?,
        };
        self.checks.push(check);
        if join.with == With::Nothing { self.one_more() } else { Some(()) }
    }

    fn any(&mut self, join: Join, slot: Slot, options: u64) -> Check {
        Check::Any { join, slot: self.read(slot), options }
    }

    /// The steps of two numbers.
    fn pair(&mut self, left: &Number, right: &Number) -> Option<Part> {
        let (waiting, mut steps) = (std::mem::take(&mut self.waiting), Vec::new());
        self.number(left, &mut steps)?;
        self.number(right, &mut steps)?;
        self.waiting = waiting;
        let start = self.sums.len();
        self.sums.extend(steps);
        part(start, self.sums.len())
    }

    fn other(&mut self, test: &Test, join: Join) -> Option<Check> {
        if test.calls() {
            return None;
        }
        self.tests.push(test.clone());
        Some(Check::Test { join, test: u16::try_from(self.tests.len() - 1).ok()? })
    }

    /// Adds the steps towards a number.
    fn number(&mut self, number: &Number, steps: &mut Vec<Sum>) -> Option<()> {
        let step = match number {
            number if constant(number).is_some() => Sum::Constant(constant(number)?),
            Number::Answer(slot) => Sum::Answer(self.read(*slot)),
            Number::Rank(slot, option) => Sum::Rank { slot: self.read(*slot), option: *option },
            Number::Count(list) if of_answer(list).is_some() => {
                let (slot, options) = of_answer(list)?;
                Sum::Chosen { slot: self.read(slot), options }
            }
            Number::Count(List::Missing(list, options)) if answer(list).is_some() => {
                Sum::Missing { slot: self.read(answer(list)?), options: options.0 }
            }
            Number::Calculate(operation, numbers) => {
                self.number(&numbers[0], steps)?;
                self.number(&numbers[1], steps)?;
                self.waiting -= 2;
                Sum::Calculate(*operation)
            }
            Number::Negate(operand) => {
                self.number(operand, steps)?;
                self.waiting -= 1;
                Sum::Negate
            }
            Number::Round(operand) => {
                self.number(operand, steps)?;
                self.waiting -= 1;
                Sum::Round
            }
            Number::If(parts) => {
                self.number(&parts.1, steps)?;
                self.number(&parts.2, steps)?;
                self.waiting -= 2;
                let start = self.checks.len();
                self.condition(&parts.0, ALONE)?;
                self.checks.push(Check::End);
                self.conditions -= 1;
                Sum::If(part(start, self.checks.len())?)
            }
            other if other.calls() => return None,
            other => {
                self.numbers.push(other.clone());
                Sum::Other(u16::try_from(self.numbers.len() - 1).ok()?)
            }
        };
        steps.push(step);
        self.waiting += 1;
        (self.waiting <= MOST_NUMBERS).then_some(())
    }

    fn read(&mut self, slot: Slot) -> Slot {
        self.reads.push(slot);
        slot
    }
}

fn part(start: usize, end: usize) -> Option<Part> {
    Some(Part { start: u16::try_from(start).ok()?, end: u16::try_from(end).ok()? })
}

fn constant(number: &Number) -> Option<f64> {
    let value = match number {
        Number::Constant { value, .. } | Number::Benchmark { value, .. } => Some(*value),
        Number::Negate(number) => constant(number).map(|value| -value),
        _ => None,
    };
    value.filter(|value| value.is_finite())
}

/// Whether there is no condition in the number.
fn is_plain(number: &Number) -> bool {
    match number {
        Number::If(_) => false,
        Number::Calculate(_, numbers) => numbers.iter().all(is_plain),
        Number::Negate(number) | Number::Round(number) => is_plain(number),
        _ => true,
    }
}

/// A whole number that counts and places are compared with.
fn whole(number: &Number) -> Option<u8> {
    let value = constant(number)?;
    (value.fract() == 0.0 && (0.0..=64.0).contains(&value)).then_some(value as u8)
}

/// The question and the options, if the list is those of its answer.
fn of_answer(list: &List) -> Option<(Slot, u64)> {
    match list {
        List::Answer(slot) => Some((*slot, u64::MAX)),
        List::Chosen(list, options) => Some((answer(list)?, options.0)),
        _ => None,
    }
}

/// The question, if the list is its answer as it is.
fn answer(list: &List) -> Option<Slot> {
    match list {
        List::Answer(slot) => Some(*slot),
        _ => None,
    }
}

impl Test {
    /// Whether a script is called.
    fn calls(&self) -> bool {
        match self {
            Test::Call(_) => true,
            Test::Compare(_, numbers) => numbers.iter().any(Number::calls),
            _ => false,
        }
    }
}

impl Number {
    fn calls(&self) -> bool {
        match self {
            Number::Call(_) => true,
            Number::Calculate(_, numbers) => numbers.iter().any(Number::calls),
            Number::Negate(number) | Number::Round(number) => number.calls(),
            Number::If(parts) => parts.0.calls() || parts.1.calls() || parts.2.calls(),
            _ => false,
        }
    }
}

impl Condition {
    /// Whether one of its tests calls a script.
    pub(crate) fn calls(&self) -> bool {
        let mut calls = false;
        self.for_each_atom(&mut |atom| calls |= atom.test.calls());
        calls
    }
}
