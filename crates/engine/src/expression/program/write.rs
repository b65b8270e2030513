//! From the typed form to programs.

use super::gate::{Draft, Drafts, Literal};
use super::numbers::{Count, Formula, Numbers, Operation, Rank, Register};
use super::{Need, Program};
use crate::expression::{Choice, Comparison, Condition, List, Number, Test};
use crate::survey::{MAX_OPTIONS, Slot, Survey};

impl Program {
    /// The program of several rules, each by its condition and its need, if it has one.
    pub fn of<'c>(
        rules: impl Iterator<Item = (&'c Condition, Option<&'c Number>)>,
        survey: &Survey,
    ) -> Program {
        let mut program = Program::default();
        for (index, (condition, need)) in rules.enumerate() {
            let first = program.tests.count();
            if program.add(condition, survey).is_none() {
                program.tests.truncate(first);
                program.gates.add_none();
                program.left_to_tree.push(index);
            }
            program.parts.push(first..program.tests.count());
            program.needs.push(match need {
                None => Need::None,
                Some(need) => match program.numbers.add(need, survey) {
                    Some(formula) => Need::Value(program.numbers.tabled(formula)),
                    None => Need::Tree,
                },
            });
        }
        program
    }

    fn add(&mut self, condition: &Condition, survey: &Survey) -> Option<()> {
        let first = self.tests.count();
        let mut outline = Outline::default();
        let mut add_test = |test: &Test| self.tests.add(test, &mut self.numbers, survey);
        let outcome = outline.condition(condition, &mut add_test)?;
        self.gates.add(first, &outline.drafts(outcome)?)
    }
}

/// The gates of a condition while not all of its tests are known, behind which their marks will
/// stand.
#[derive(Default)]
struct Outline {
    tests: usize,
    gates: Vec<Gate>,
}

enum Gate {
    All(Vec<Outcome>),
    If([Outcome; 3]),
}

/// What a test or a gate comes to, or the opposite.
#[derive(Clone, Copy)]
struct Outcome {
    of: Of,
    negated: bool,
}

#[derive(Clone, Copy)]
enum Of {
    Test(usize),
    Gate(usize),
}

impl Outcome {
    fn opposite(self) -> Self {
        Outcome { negated: !self.negated, ..self }
    }
}

impl Outline {
    fn condition(
        &mut self,
        condition: &Condition,
        add_test: &mut impl FnMut(&Test) -> Option<()>,
    ) -> Option<Outcome> {
        match condition {
            Condition::Atom(atom) => {
                add_test(&atom.test)?;
                self.tests += 1;
                Some(Outcome { of: Of::Test(self.tests - 1), negated: false })
            }
            Condition::Not(operand) => Some(self.condition(operand, add_test)?.opposite()),
            // All of nothing is true.
            Condition::Constant(flag) => {
                Some(Outcome { negated: !flag, ..self.gate(Gate::All(Vec::new())) })
            }
            Condition::And(operands) => {
                let all: Option<Vec<_>> =
                    operands.iter().map(|operand| self.condition(operand, add_test)).collect();
                Some(self.gate(Gate::All(all?)))
            }
            Condition::Or(operands) => {
                let none = operands
                    .iter()
                    .map(|operand| Some(self.condition(operand, add_test)?.opposite()));
                let none: Option<Vec<_>> = none.collect();
                Some(self.gate(Gate::All(none?)).opposite())
            }
            Condition::If(parts) => {
                let [condition, yes, no] = parts.as_ref();
                let parts = [
                    self.condition(condition, add_test)?,
                    self.condition(yes, add_test)?,
                    self.condition(no, add_test)?,
                ];
                Some(self.gate(Gate::If(parts)))
            }
        }
    }

    fn gate(&mut self, gate: Gate) -> Outcome {
        self.gates.push(gate);
        Outcome { of: Of::Gate(self.gates.len() - 1), negated: false }
    }

    /// The condition whose outcome this is, its gates behind its tests. `None` if there are too many
    /// of them.
    fn drafts(mut self, outcome: Outcome) -> Option<Drafts> {
        let tests = self.tests;
        let literal = |outcome: &Outcome| {
            let index = match outcome.of {
                Of::Test(test) => test,
                Of::Gate(gate) => tests + gate,
            };
            Some(Literal { index: u8::try_from(index).ok()?, negated: outcome.negated })
        };
        let literals =
            |outcomes: &[Outcome]| outcomes.iter().map(literal).collect::<Option<Vec<_>>>();
        // The outcome is that of the last gate, unless it is that of a single test.
        let (last, negated) = match (outcome.of, self.gates.pop()) {
            (Of::Gate(_), Some(Gate::All(last))) => (literals(&last)?, outcome.negated),
            (_, gate) => {
                self.gates.extend(gate);
                (literals(&[outcome])?, false)
            }
        };
        let before = self.gates.iter().map(|gate| {
            Some(match gate {
                Gate::All(outcomes) => Draft::All(literals(outcomes)?),
                Gate::If([condition, yes, no]) => {
                    Draft::If([literal(condition)?, literal(yes)?, literal(no)?])
                }
            })
        });
        Some(Drafts { tests, before: before.collect::<Option<_>>()?, last, negated })
    }
}

impl Numbers {
    /// Adds a number. `None` if it has to be left to the tree.
    pub(super) fn add(&mut self, number: &Number, survey: &Survey) -> Option<Formula> {
        self.add_from(number, survey, 0)
    }

    /// The same, its steps writing to the registers from `free` on.
    pub(super) fn add_from(
        &mut self,
        number: &Number,
        survey: &Survey,
        free: Register,
    ) -> Option<Formula> {
        let start = self.steps();
        let result = Writer { numbers: self, survey }.number(number, free);
        if result.is_none() {
            self.truncate(start);
        }
        Some(Formula { steps: start..self.steps(), result: result? })
    }
}

/// Writes the steps towards numbers and conditions, each of which may write to the registers from
/// `free` on: the outcome is in that one, or in one that no step writes to.
struct Writer<'n, 's> {
    numbers: &'n mut Numbers,
    survey: &'s Survey,
}

impl Writer<'_, '_> {
    fn number(&mut self, number: &Number, free: Register) -> Option<Register> {
        if let Some(number) = number.known() {
            return self.numbers.constant(number);
        }
        match number {
            Number::Answer(slot) => {
                let levels = self.survey.question(*slot).kind.levels();
                let greatest = levels.and_then(|levels| u8::try_from(levels.len() - 1).ok());
                self.numbers.answer(*slot, greatest)
            }
            Number::Rank(slot, option) => self.numbers.rank(Rank { slot: *slot, option: *option }),
            Number::Count(list) => match (counted(list, self.survey), list) {
                (Some(count), _) => self.numbers.count(count),
                (None, List::Both(lists)) => match lists.as_ref() {
                    [List::Answer(one), List::Answer(other)] => self.numbers.both([*one, *other]),
                    _ => self.numbers.other(number),
                },
                _ => self.numbers.other(number),
            },
            Number::Calculate(operation, numbers) => {
                let operands = self.both(numbers, free, Self::number)?;
                self.numbers.add_step(Operation::Number(*operation), operands, free)
            }
            Number::Negate(operand) => {
                let operand = self.number(operand, free)?;
                self.numbers.add_step(Operation::Negate, [operand; 2], free)
            }
            Number::Round(operand) => {
                let operand = self.number(operand, free)?;
                self.numbers.add_step(Operation::Round, [operand; 2], free)
            }
            Number::If(parts) => {
                let (condition, yes, no) = parts.as_ref();
                let condition = self.condition(condition, free)?;
                let (yes, free_again) = self.kept(yes, free + 1, Self::number)?;
                let no = self.number(no, free_again)?;
                self.numbers.add_step(Operation::If(condition), [yes, no], free)
            }
            Number::Call(_) => None,
            other => self.numbers.other(other),
        }
    }

    fn condition(&mut self, condition: &Condition, free: Register) -> Option<Register> {
        match condition {
            Condition::Constant(flag) => self.numbers.constant(f64::from(u8::from(*flag))),
            Condition::Atom(atom) => self.test(&atom.test, free),
            Condition::Not(operand) => {
                let operand = self.condition(operand, free)?;
                self.numbers.add_step(Operation::Not, [operand; 2], free)
            }
            Condition::And(operands) => self.all(operands, false, free),
            Condition::Or(operands) => {
                let none = self.all(operands, true, free)?;
                self.numbers.add_step(Operation::Not, [none; 2], free)
            }
            Condition::If(parts) => {
                let [condition, yes, no] = parts.as_ref();
                let condition = self.condition(condition, free)?;
                let (yes, free_again) = self.kept(yes, free + 1, Self::condition)?;
                let no = self.condition(no, free_again)?;
                self.numbers.add_step(Operation::If(condition), [yes, no], free)
            }
        }
    }

    /// Whether all operands are true, or their opposites.
    fn all(&mut self, operands: &[Condition], opposite: bool, free: Register) -> Option<Register> {
        let mut all = self.numbers.constant(1.0)?;
        for operand in operands {
            let mut operand = self.condition(operand, free + 1)?;
            if opposite {
                operand = self.numbers.add_step(Operation::Not, [operand; 2], free + 1)?;
            }
            all = self.numbers.add_step(Operation::And, [all, operand], free)?;
        }
        Some(all)
    }

    fn test(&mut self, test: &Test, free: Register) -> Option<Register> {
        match test {
            Test::Flag(slot) => self.any(*slot, 1),
            Test::Contains(List::Answer(slot), option) => self.any(*slot, 1 << option),
            Test::OneOf(Choice::Answer(slot), options) if options.count() == 1 => {
                self.any(*slot, options.0)
            }
            Test::Compare(comparison, numbers) => {
                let [left, right] = self.both(numbers, free, Self::number)?;
                let (operation, operands) = match comparison {
                    Comparison::Equal => (Operation::Equal, [left, right]),
                    Comparison::Less => (Operation::Less, [left, right]),
                    Comparison::LessOrEqual => (Operation::LessOrEqual, [left, right]),
                    Comparison::Greater => (Operation::Less, [right, left]),
                    Comparison::GreaterOrEqual => (Operation::LessOrEqual, [right, left]),
                };
                self.numbers.add_step(operation, operands, free)
            }
            other if other.calls() => None,
            other => self.numbers.test(other),
        }
    }

    fn any(&mut self, slot: Slot, options: u64) -> Option<Register> {
        self.numbers.count(Count { slot, options, turned: 0 })
    }

    fn both<T>(
        &mut self,
        [left, right]: &[T; 2],
        free: Register,
        write: fn(&mut Self, &T, Register) -> Option<Register>,
    ) -> Option<[Register; 2]> {
        let (left, free) = self.kept(left, free, write)?;
        Some([left, write(self, right, free)?])
    }

    /// Writes something, and gives the first register behind it that is free.
    fn kept<T>(
        &mut self,
        what: &T,
        free: Register,
        write: fn(&mut Self, &T, Register) -> Option<Register>,
    ) -> Option<(Register, Register)> {
        let register = write(self, what, free)?;
        Some((register, if register == free { free + 1 } else { free }))
    }
}

/// What is counted, if it is the options of one answer.
pub(super) fn counted(list: &List, survey: &Survey) -> Option<Count> {
    let of = |list: &List, options, turned| match list {
        List::Answer(slot) => Some(Count { slot: *slot, options, turned }),
        _ => None,
    };
    match list {
        List::Answer(slot) => {
            let options = survey
                .question(*slot)
                .kind
                .options()
                .map_or(MAX_OPTIONS, |options| options.0.len());
            of(list, u64::MAX >> (MAX_OPTIONS - options.clamp(1, MAX_OPTIONS)), 0)
        }
        List::Chosen(list, options) => of(list, options.0, 0),
        List::Missing(list, options) => of(list, options.0, u64::MAX),
        List::Both(_) => None,
    }
}

impl Number {
    /// The value, where no answer changes it.
    pub(super) fn known(&self) -> Option<f64> {
        let value = match self {
            Number::Constant { value, .. } | Number::Benchmark { value, .. } => Some(*value),
            Number::Negate(number) => number.known().map(|value| -value),
            _ => None,
        };
        value.filter(|value| value.is_finite())
    }

    /// Whether a script is called.
    pub fn calls(&self) -> bool {
        match self {
            Number::Call(_) => true,
            Number::Calculate(_, numbers) => numbers.iter().any(Number::calls),
            Number::Negate(number) | Number::Round(number) => number.calls(),
            Number::If(parts) => parts.0.calls() || parts.1.calls() || parts.2.calls(),
            _ => false,
        }
    }
}

impl Test {
    /// Whether a script is called.
    pub(super) fn calls(&self) -> bool {
        match self {
            Test::Call(_) => true,
            Test::Compare(_, numbers) => numbers.iter().any(Number::calls),
            _ => false,
        }
    }
}

impl Condition {
    /// Whether one of its tests calls a script.
    pub fn calls(&self) -> bool {
        let mut calls = false;
        self.for_each_atom(&mut |atom| calls |= atom.test.calls());
        calls
    }
}
