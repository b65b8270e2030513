//! Numbers as steps between registers.
//!
//! What numbers are made of is put into registers first, one form after the other, each thing once
//! however many rules ask for it; the constants stand there already. Then each step makes a new
//! number of two. A condition within a number is a number too, 1 or 0. A number that is unknown is
//! none (NaN).

use std::ops::Range;

use crate::expression::evaluate::Facts;
use crate::expression::{Number, Test};
use crate::profile::{Answer, Answers};
use crate::survey::Slot;

/// The first registers are those that steps write to.
pub(super) const WRITTEN: u16 = 16;

/// A register by its index.
pub(super) type Register = u16;

/// Numbers, written flat.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    /// What the registers hold at first.
    start: Vec<f64>,
    answers: Vec<Registered<Slot>>,
    counts: Vec<Registered<Count>>,
    both: Vec<Registered<[Slot; 2]>>,
    ranks: Vec<Registered<Rank>>,
    /// What the tree evaluates.
    others: Vec<Registered<Number>>,
    tests: Vec<Registered<Test>>,
    steps: Vec<Step>,
    /// The values of numbers that rest on one thing alone, by what that is.
    tables: Vec<f64>,
    /// The registers with whole numbers from 0 on, and the greatest there can be.
    levels: Vec<(Register, u8)>,
}

#[derive(Debug)]
struct Registered<T> {
    what: T,
    register: Register,
}

/// How many of the options are chosen; of the others, where the bits are `turned`. Of a single one:
/// whether it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Count {
    pub slot: Slot,
    pub options: u64,
    pub turned: u64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rank {
    pub slot: Slot,
    pub option: u8,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Step {
    pub operation: Operation,
    pub left: Register,
    pub right: Register,
    pub to: Register,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Operation {
    Number(crate::expression::Operation),
    Negate,
    Round,
    Equal,
    Less,
    LessOrEqual,
    Not,
    And,
    /// The condition in the register decides which counts, the left number or the right one.
    If(Register),
}

/// Where a number stands once its steps are taken.
#[derive(Debug, Clone)]
pub(super) struct Formula {
    pub steps: Range<usize>,
    pub result: Register,
}

/// A number as it is asked for.
#[derive(Debug, Clone)]
pub(super) enum Value {
    /// In the table that starts there, by what the register holds.
    Table(Register, usize),
    Formula(Formula),
}

impl Count {
    pub fn of(self, answers: &Answers) -> u32 {
        ((answers.words().bits(self.slot) ^ self.turned) & self.options).count_ones()
    }
}

impl Rank {
    /// The option's rank, 1 for the first; 0 if it is not chosen.
    pub fn of(self, answers: &Answers) -> u8 {
        match answers.get(self.slot) {
            Some(Answer::Ranking(ranking)) => ranking.rank(self.option),
            Some(Answer::Options(options)) => u8::from(options.has(self.option)),
            _ => 0,
        }
    }
}

impl Numbers {
    /// The registers with what the steps begin with.
    pub fn read(&self, facts: &Facts<'_>) -> Vec<f64> {
        let mut start = self.start.clone();
        let registers = start.as_mut_slice();
        let words = facts.answers.words();
        let if_given =
            |slot: Slot, number: f64| if words.is_given(slot) { number } else { f64::NAN };
        each(&self.answers, registers, |slot| if_given(*slot, f64::from_bits(words.bits(*slot))));
        each(&self.counts, registers, |count| {
            if_given(count.slot, f64::from(count.of(facts.answers)))
        });
        each(&self.ranks, registers, |rank| if_given(rank.slot, f64::from(rank.of(facts.answers))));
        each(&self.both, registers, |[one, other]| {
            let both = (words.bits(*one) & words.bits(*other)).count_ones();
            if_given(*one, if_given(*other, f64::from(both)))
        });
        each(&self.others, registers, |number| number.evaluate(facts).unwrap_or(f64::NAN));
        each(&self.tests, registers, |test| test.evaluate(facts).map_or(f64::NAN, flag));
        start
    }

    /// Takes steps.
    #[inline]
    pub fn take(&self, steps: Range<usize>, registers: &mut [f64]) {
        for Step { operation, left, right, to } in &self.steps[steps] {
            let (left, right) = (registers[usize::from(*left)], registers[usize::from(*right)]);
            let known = !left.is_nan() & !right.is_nan();
            registers[usize::from(*to)] = match operation {
                // The smaller of a number and none would be the number.
                Operation::Number(operation) => finite(known, operation.of(left, right)),
                Operation::Negate => -left,
                Operation::Round => left.round(),
                Operation::Equal => finite(known, flag(left == right)),
                Operation::Less => finite(known, flag(left < right)),
                Operation::LessOrEqual => finite(known, flag(left <= right)),
                Operation::Not => 1.0 - left,
                Operation::And => match left == 0.0 || right == 0.0 {
                    true => 0.0,
                    false => finite(known, 1.0),
                },
                Operation::If(condition) => match registers[usize::from(*condition)] {
                    1.0 => left,
                    0.0 => right,
                    _ => f64::NAN,
                },
            };
        }
    }

    pub fn value(&self, value: &Value, registers: &mut [f64]) -> Option<f64> {
        let number = match value {
            Value::Table(register, start) => {
                let level = registers[usize::from(*register)];
                if level.is_nan() { f64::NAN } else { self.tables[start + level as usize] }
            }
            Value::Formula(formula) => {
                self.take(formula.steps.clone(), registers);
                registers[usize::from(formula.result)]
            }
        };
        Some(number).filter(|number| !number.is_nan())
    }
}

#[inline(always)]
fn each<T>(registered: &[Registered<T>], registers: &mut [f64], number: impl Fn(&T) -> f64) {
    for Registered { what, register } in registered {
        registers[usize::from(*register)] = number(what);
    }
}

fn flag(flag: bool) -> f64 {
    f64::from(u8::from(flag))
}

#[inline(always)]
fn finite(known: bool, number: f64) -> f64 {
    if known & number.is_finite() { number } else { f64::NAN }
}

/// What is put in.
impl Numbers {
    pub fn steps(&self) -> usize {
        self.steps.len()
    }

    pub fn truncate(&mut self, steps: usize) {
        self.steps.truncate(steps);
    }

    pub fn add_step(
        &mut self,
        operation: Operation,
        [left, right]: [Register; 2],
        to: Register,
    ) -> Option<Register> {
        self.steps.push(Step { operation, left, right, to });
        (to < WRITTEN).then_some(to)
    }

    pub fn constant(&mut self, value: f64) -> Option<Register> {
        self.start.resize(self.start.len().max(usize::from(WRITTEN)), f64::NAN);
        let known = self.start.iter().position(|known| known.to_bits() == value.to_bits());
        let index = known.filter(|index| *index >= usize::from(WRITTEN)).unwrap_or_else(|| {
            self.start.push(value);
            self.start.len() - 1
        });
        Register::try_from(index).ok()
    }

    pub fn answer(&mut self, slot: Slot, greatest: Option<u8>) -> Option<Register> {
        let register = add_once(&mut self.answers, slot, &mut self.start)?;
        self.with_levels(register, greatest)
    }

    pub fn count(&mut self, count: Count) -> Option<Register> {
        let register = add_once(&mut self.counts, count, &mut self.start)?;
        self.with_levels(register, Some(count.options.count_ones() as u8))
    }

    pub fn both(&mut self, slots: [Slot; 2]) -> Option<Register> {
        add_once(&mut self.both, slots, &mut self.start)
    }

    pub fn rank(&mut self, rank: Rank) -> Option<Register> {
        let register = add_once(&mut self.ranks, rank, &mut self.start)?;
        self.with_levels(register, Some(crate::survey::MAX_RANKED as u8))
    }

    pub fn other(&mut self, number: &Number) -> Option<Register> {
        add_new(&mut self.others, number.clone(), &mut self.start)
    }

    pub fn test(&mut self, test: &Test) -> Option<Register> {
        add_new(&mut self.tests, test.clone(), &mut self.start)
    }

    /// Notes that the register holds whole numbers from 0 on, and none above the greatest.
    fn with_levels(&mut self, register: Register, greatest: Option<u8>) -> Option<Register> {
        if let Some(greatest) = greatest
            && self.levels.iter().all(|(known, _)| *known != register)
        {
            self.levels.push((register, greatest));
        }
        Some(register)
    }

    /// A table in place of the steps, if they rest on one thing alone that has few values.
    pub fn tabled(&mut self, formula: Formula) -> Value {
        let steps = &self.steps[formula.steps.clone()];
        let conditions = steps.iter().filter_map(|step| match step.operation {
            Operation::If(condition) => Some(condition),
            _ => None,
        });
        let mut read: Vec<Register> =
            steps.iter().flat_map(|step| [step.left, step.right]).collect();
        read.extend(conditions);
        read.push(formula.result);
        // What is none at first is read from the answers.
        read.retain(|register| *register >= WRITTEN && self.start[usize::from(*register)].is_nan());
        read.sort_unstable();
        read.dedup();
        let level = match read.as_slice() {
            [only] => self.levels.iter().find(|(register, _)| register == only),
            _ => None,
        };
        let Some((register, greatest)) = level.copied() else { return Value::Formula(formula) };
        let start = self.tables.len();
        for level in 0..=greatest {
            let mut registers = self.start.clone();
            registers[usize::from(register)] = f64::from(level);
            self.take(formula.steps.clone(), &mut registers);
            self.tables.push(registers[usize::from(formula.result)]);
        }
        self.steps.truncate(formula.steps.start);
        Value::Table(register, start)
    }
}

/// The register of something, which is added once.
fn add_once<T: PartialEq>(
    registered: &mut Vec<Registered<T>>,
    what: T,
    start: &mut Vec<f64>,
) -> Option<Register> {
    match registered.iter().find(|registered| registered.what == what) {
        Some(registered) => Some(registered.register),
        None => add_new(registered, what, start),
    }
}

fn add_new<T>(
    registered: &mut Vec<Registered<T>>,
    what: T,
    start: &mut Vec<f64>,
) -> Option<Register> {
    start.resize(start.len().max(usize::from(WRITTEN)), f64::NAN);
    let register = Register::try_from(start.len()).ok()?;
    start.push(f64::NAN);
    registered.push(Registered { what, register });
    Some(register)
}
