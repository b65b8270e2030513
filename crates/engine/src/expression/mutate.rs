//! Conditions and numbers that differ from a given one in one place, as a slip of the pen would make them: does
//! any case notice?

use super::{Atom, Comparison, Condition, List, Number, Operation, Test};
use crate::survey::OptionSet;

/// Beyond this, a constant is shifted by a tenth rather than by one.
const SMALL: f64 = 20.0;

impl Condition {
    /// Every condition with one change: a test turned round, an operator flipped, a constant
    /// shifted, a part dropped.
    pub fn mutants(&self) -> Vec<Condition> {
        match self {
            Condition::Constant(_) => Vec::new(),
            Condition::Atom(atom) => {
                let turned = Condition::Not(Box::new(self.clone()));
                std::iter::once(turned).chain(changed(atom)).collect()
            }
            Condition::Not(operand) => {
                let inner = match operand.as_ref() {
                    // Turned round twice it would be as before.
                    Condition::Atom(atom) => changed(atom).collect(),
                    other => other.mutants(),
                };
                let within = inner.into_iter().map(|mutant| Condition::Not(Box::new(mutant)));
                std::iter::once(operand.as_ref().clone()).chain(within).collect()
            }
            Condition::And(operands) => {
                let flipped = Condition::Or(operands.clone());
                std::iter::once(flipped).chain(parts(operands, Condition::And)).collect()
            }
            Condition::Or(operands) => {
                let flipped = Condition::And(operands.clone());
                std::iter::once(flipped).chain(parts(operands, Condition::Or)).collect()
            }
            Condition::If(three) => {
                let of_part = |index: usize| {
                    three[index].mutants().into_iter().map(move |mutant| {
                        let mut three = three.clone();
                        three[index] = mutant;
                        Condition::If(three)
                    })
                };
                (0..three.len()).flat_map(of_part).collect()
            }
        }
    }
}

impl Number {
    /// Every number with one change: an operator flipped, a constant shifted, an option left out, a
    /// condition changed.
    pub fn mutants(&self) -> Vec<Number> {
        numbers(self)
    }
}

/// Each operand changed or left out.
fn parts(operands: &[Condition], join: fn(Box<[Condition]>) -> Condition) -> Vec<Condition> {
    let mut mutants = Vec::new();
    for index in 0..operands.len() {
        let mut rest = operands.to_vec();
        rest.remove(index);
        match (rest.len(), rest.pop()) {
            (1, Some(only)) => mutants.push(only),
            (_, Some(last)) => {
                rest.push(last);
                mutants.push(join(rest.into()));
            }
            _ => {}
        }
        for mutant in operands[index].mutants() {
            let mut all = operands.to_vec();
            all[index] = mutant;
            mutants.push(join(all.into()));
        }
    }
    mutants
}

fn changed(atom: &Atom) -> impl Iterator<Item = Condition> {
    let index = atom.index;
    tests(&atom.test).into_iter().map(move |test| Condition::Atom(Atom { index, test }))
}

fn tests(test: &Test) -> Vec<Test> {
    match test {
        Test::Compare(comparison, numbers) => {
            let neighbours: &[Comparison] = match comparison {
                Comparison::Less => &[Comparison::LessOrEqual],
                Comparison::LessOrEqual => &[Comparison::Less],
                Comparison::Greater => &[Comparison::GreaterOrEqual],
                Comparison::GreaterOrEqual => &[Comparison::Greater],
                Comparison::Equal => &[Comparison::LessOrEqual, Comparison::GreaterOrEqual],
            };
            let operators =
                neighbours.iter().map(|operator| Test::Compare(*operator, numbers.clone()));
            operators
                .chain(pairs(numbers).map(|numbers| Test::Compare(*comparison, numbers)))
                .collect()
        }
        Test::OneOf(choice, options) => {
            fewer(*options).map(|options| Test::OneOf(*choice, options)).collect()
        }
        Test::Contains(list, option) => {
            lists(list).into_iter().map(|list| Test::Contains(list, *option)).collect()
        }
        Test::Flag(_) | Test::Same(..) | Test::Text(..) | Test::Call(_) => Vec::new(),
    }
}

/// Two numbers with one of them changed.
fn pairs(numbers: &[Number; 2]) -> impl Iterator<Item = Box<[Number; 2]>> {
    let [left, right] = numbers;
    let lefts = self::numbers(left).into_iter().map(|left| Box::new([left, right.clone()]));
    lefts.chain(self::numbers(right).into_iter().map(|right| Box::new([left.clone(), right])))
}

fn numbers(number: &Number) -> Vec<Number> {
    match number {
        Number::Constant { value, whole } => {
            let step = match value.abs() <= SMALL {
                // A share: half of it shows.
                true if !*whole && value.abs() < 1.0 => value.abs() / 2.0,
                true => 1.0,
                false if *whole => (value.abs() / 10.0).round(),
                false => value.abs() / 10.0,
            };
            [value - step, value + step]
                .map(|value| Number::Constant { value, whole: *whole })
                .into()
        }
        Number::Count(list) => lists(list).into_iter().map(Number::Count).collect(),
        Number::Calculate(operation, numbers) => {
            let flipped = match operation {
                Operation::Add => Operation::Subtract,
                Operation::Subtract => Operation::Add,
                Operation::Multiply => Operation::Divide,
                Operation::Divide => Operation::Multiply,
                Operation::Min => Operation::Max,
                Operation::Max => Operation::Min,
            };
            let flipped = Number::Calculate(flipped, numbers.clone());
            let changed = pairs(numbers).map(|numbers| Number::Calculate(*operation, numbers));
            std::iter::once(flipped).chain(changed).collect()
        }
        Number::Negate(inner) => {
            self::numbers(inner).into_iter().map(|inner| Number::Negate(Box::new(inner))).collect()
        }
        Number::Round(inner) => {
            self::numbers(inner).into_iter().map(|inner| Number::Round(Box::new(inner))).collect()
        }
        Number::If(parts) => {
            let (when, yes, no) = parts.as_ref();
            let make = |when: &Condition, yes: &Number, no: &Number| {
                Number::If(Box::new((when.clone(), yes.clone(), no.clone())))
            };
            let conditions = when.mutants().into_iter().map(|when| make(&when, yes, no));
            let yeses = self::numbers(yes).into_iter().map(|yes| make(when, &yes, no));
            let noes = self::numbers(no).into_iter().map(|no| make(when, yes, &no));
            conditions.chain(yeses).chain(noes).collect()
        }
        Number::Answer(_)
        | Number::Rank(..)
        | Number::Membership(_)
        | Number::OwnBenchmark(_)
        | Number::Benchmark { .. }
        | Number::Call(_) => Vec::new(),
    }
}

fn lists(list: &List) -> Vec<List> {
    match list {
        List::Answer(_) | List::Both(_) => Vec::new(),
        List::Chosen(inner, options) => {
            fewer(*options).map(|options| List::Chosen(inner.clone(), options)).collect()
        }
        List::Missing(inner, options) => {
            fewer(*options).map(|options| List::Missing(inner.clone(), options)).collect()
        }
    }
}

/// The options without one of them, if any is left then.
fn fewer(options: OptionSet) -> impl Iterator<Item = OptionSet> {
    let several = options.count() > 1;
    options.iter().filter(move |_| several).map(move |option| options.without(option))
}
