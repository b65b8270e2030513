//! Writes the typed form back as an expression, so that an explanation shows exactly what was
//! evaluated.

use std::fmt::Write as _;

use super::{Call, Choice, Comparison, Condition, List, Number, Operation, Test, TypeOf, Value};
use crate::benchmark::Benchmarks;
use crate::survey::{OptionSet, Slot, Survey};
use crate::typology::Typology;

/// The names behind slots and numbers.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    /// The questions.
    pub survey: &'a Survey,
    /// The types.
    pub typology: &'a Typology,
    /// What the study measured.
    pub benchmarks: &'a Benchmarks,
}

/// A condition written as an expression, and each of its tests, in order.
#[derive(Debug)]
pub struct Written {
    /// The condition.
    pub whole: String,
    /// Its tests, in order.
    pub tests: Vec<String>,
}

/// How tightly operators bind, as in Rhai.
const OR: u8 = 1;
const AND: u8 = 2;
const TEST: u8 = 3;
const SUM: u8 = 4;
const PRODUCT: u8 = 5;
const UNARY: u8 = 6;

impl Names<'_> {
    /// The condition and each of its tests as expressions.
    pub fn written(self, condition: &Condition) -> Written {
        let mut tests = Vec::new();
        condition.for_each_atom(&mut |atom| tests.push(self.test(&atom.test)));
        Written { whole: self.condition(condition), tests }
    }

    /// The condition as an expression.
    pub fn condition(self, condition: &Condition) -> String {
        self.condition_in(condition, 0)
    }

    /// The number as an expression.
    pub fn number(self, number: &Number) -> String {
        self.number_in(number, 0)
    }

    fn condition_in(self, condition: &Condition, around: u8) -> String {
        match condition {
            Condition::Constant(flag) => flag.to_string(),
            Condition::Atom(atom) => self.test_in(&atom.test, around),
            Condition::Not(operand) => match operand.as_ref() {
                Condition::Atom(atom) => self.negated(&atom.test, around),
                operand @ Condition::Not(_) => format!("!({})", self.condition(operand)),
                operand => format!("!{}", self.condition_in(operand, UNARY)),
            },
            Condition::And(operands) => self.joined(operands, " && ", AND, around),
            Condition::Or(operands) => self.joined(operands, " || ", OR, around),
            Condition::If(parts) => {
                let [condition, yes, no] = parts.as_ref();
                let (condition, yes, no) =
                    (self.condition(condition), self.condition(yes), self.condition(no));
                bracketed(format!("if {condition} {{ {yes} }} else {{ {no} }}"), 0, around)
            }
        }
    }

    fn joined(self, operands: &[Condition], operator: &str, level: u8, around: u8) -> String {
        let parts: Vec<_> =
            operands.iter().map(|operand| self.condition_in(operand, level)).collect();
        bracketed(parts.join(operator), level, around)
    }

    /// The test as an expression.
    pub fn test(self, test: &Test) -> String {
        self.test_in(test, 0)
    }

    fn test_in(self, test: &Test, around: u8) -> String {
        let written = match test {
            Test::Flag(slot) => return self.path(*slot).to_owned(),
            Test::Call(call) => return self.call(call),
            Test::Compare(comparison, numbers) => {
                let operator = match comparison {
                    Comparison::Equal => "==",
                    Comparison::Less => "<",
                    Comparison::LessOrEqual => "<=",
                    Comparison::Greater => ">",
                    Comparison::GreaterOrEqual => ">=",
                };
                let (left, right) =
                    (self.number_in(&numbers[0], TEST), self.number_in(&numbers[1], TEST));
                format!("{left} {operator} {right}")
            }
            Test::OneOf(choice, options) if options.count() == 1 => {
                let option = options
                    .iter()
                    .map(|option| self.option(*choice, option))
                    .next()
                    .unwrap_or_default();
                format!("{} == \"{option}\"", self.choice(*choice))
            }
            Test::OneOf(choice, options) => {
                let options: Vec<_> = options
                    .iter()
                    .map(|option| format!("\"{}\"", self.option(*choice, option)))
                    .collect();
                format!("{} in [{}]", self.choice(*choice), options.join(", "))
            }
            Test::Same(left, right) => format!("{} == {}", self.choice(*left), self.choice(*right)),
            Test::Contains(list, option) => {
                format!("\"{}\" in {}", self.list_option(list, *option), self.list(list))
            }
            Test::Text(slot, text) => format!("{} == \"{text}\"", self.path(*slot)),
        };
        bracketed(written, TEST, around)
    }

    /// `!(a == b)` reads better as `a != b`.
    fn negated(self, test: &Test, around: u8) -> String {
        let plain = self.test_in(test, 0);
        let rewritten = match test {
            Test::Contains(..) => plain.replacen("\" in ", "\" !in ", 1),
            Test::OneOf(_, options) if options.count() > 1 => plain.replacen(" in [", " !in [", 1),
            Test::OneOf(..)
            | Test::Same(..)
            | Test::Text(..)
            | Test::Compare(Comparison::Equal, _) => plain.replacen(" == ", " != ", 1),
            _ => return format!("!{}", self.test_in(test, UNARY)),
        };
        bracketed(rewritten, TEST, around)
    }

    fn number_in(self, number: &Number, around: u8) -> String {
        match number {
            Number::Constant { value, whole: true } => value.to_string(),
            Number::Constant { value, whole: false } => format!("{value:?}"),
            Number::Answer(slot) => self.path(*slot).to_owned(),
            Number::Count(list) => format!("count({})", self.list(list)),
            Number::Rank(slot, option) => {
                format!(
                    "rank({}, \"{}\")",
                    self.path(*slot),
                    self.option(Choice::Answer(*slot), *option)
                )
            }
            Number::Membership(kind) => {
                format!("membership(\"{}\")", self.typology.names.get(*kind).id)
            }
            Number::OwnBenchmark(benchmark) => format!("benchmark({})", self.measured(*benchmark)),
            Number::Benchmark { benchmark, of: None, .. } => {
                format!("benchmark_all({})", self.measured(*benchmark))
            }
            Number::Benchmark { benchmark, of: Some(kind), .. } => {
                format!(
                    "benchmark_of(\"{}\", {})",
                    self.typology.names.get(*kind).id,
                    self.measured(*benchmark)
                )
            }
            Number::Calculate(operation, numbers) => {
                let (operator, level) = match operation {
                    Operation::Add => ("+", SUM),
                    Operation::Subtract => ("-", SUM),
                    Operation::Multiply => ("*", PRODUCT),
                    Operation::Divide => ("/", PRODUCT),
                    Operation::Min | Operation::Max => {
                        let name = if *operation == Operation::Min { "min" } else { "max" };
                        return format!(
                            "{name}({}, {})",
                            self.number(&numbers[0]),
                            self.number(&numbers[1])
                        );
                    }
                };
                let (left, right) =
                    (self.number_in(&numbers[0], level), self.number_in(&numbers[1], level + 1));
                bracketed(format!("{left} {operator} {right}"), level, around)
            }
            // Rhai reserves `--`.
            Number::Negate(number) if matches!(**number, Number::Negate(_)) => {
                format!("-({})", self.number(number))
            }
            Number::Negate(number) => format!("-{}", self.number_in(number, UNARY)),
            Number::Round(number) => format!("round({})", self.number(number)),
            Number::If(parts) => {
                let (condition, yes, no) = parts.as_ref();
                let (condition, yes, no) =
                    (self.condition(condition), self.number(yes), self.number(no));
                bracketed(format!("if {condition} {{ {yes} }} else {{ {no} }}"), 0, around)
            }
            Number::Call(call) => self.call(call),
        }
    }

    fn list(self, list: &List) -> String {
        match list {
            List::Answer(slot) => self.path(*slot).to_owned(),
            List::Chosen(inner, options) => {
                format!("chosen({}, {})", self.list(inner), self.options(inner, *options))
            }
            List::Missing(inner, options) => {
                format!("missing({}, {})", self.list(inner), self.options(inner, *options))
            }
            List::Both(lists) => {
                format!("both({}, {})", self.list(&lists[0]), self.list(&lists[1]))
            }
        }
    }

    fn options(self, list: &List, options: OptionSet) -> String {
        let written: Vec<_> = options
            .iter()
            .map(|option| format!("\"{}\"", self.list_option(list, option)))
            .collect();
        format!("[{}]", written.join(", "))
    }

    fn list_option(self, list: &List, option: u8) -> String {
        match list {
            List::Answer(slot) => self.option(Choice::Answer(*slot), option).to_owned(),
            List::Chosen(inner, _) | List::Missing(inner, _) => self.list_option(inner, option),
            List::Both(lists) => self.list_option(&lists[0], option),
        }
    }

    fn call(self, call: &Call) -> String {
        let mut written = format!("{}(", call.function.name);
        for (index, argument) in call.arguments.iter().enumerate() {
            let argument = match argument {
                Value::Condition(condition) => self.condition(condition),
                Value::Number(number) => self.number(number),
                Value::Choice(choice) => self.choice(*choice).to_owned(),
                Value::List(list, _) => self.list(list),
                Value::Text(slot) => self.path(*slot).to_owned(),
                Value::Literal(text) => format!("\"{text}\""),
            };
            let _ = write!(written, "{}{argument}", if index > 0 { ", " } else { "" });
        }
        written + ")"
    }

    fn choice(&self, choice: Choice) -> &str {
        match choice {
            Choice::Answer(slot) => self.path(slot),
            Choice::Type(TypeOf::Advice) => "type",
            Choice::Type(TypeOf::Goals) => "type_by_goals",
            Choice::Type(TypeOf::Indicators) => "type_by_indicators",
            Choice::Type(TypeOf::Mixed) => "mixed_with",
        }
    }

    fn option(&self, choice: Choice, option: u8) -> &str {
        match choice {
            Choice::Answer(slot) => {
                let options = self.survey.question(slot).kind.options();
                options.map_or("", |options| &options.get(option).id)
            }
            Choice::Type(_) => &self.typology.names.get(option).id,
        }
    }

    /// A benchmark's question, and option if it has one, as arguments.
    fn measured(self, benchmark: u16) -> String {
        let benchmark = self.benchmarks.get(benchmark);
        let path = self.path(benchmark.question);
        match benchmark.option {
            Some(option) => format!(
                "\"{path}\", \"{}\"",
                self.option(Choice::Answer(benchmark.question), option)
            ),
            None => format!("\"{path}\""),
        }
    }

    fn path(&self, slot: Slot) -> &str {
        &self.survey.question(slot).path
    }
}

fn bracketed(written: String, level: u8, around: u8) -> String {
    if level < around { format!("({written})") } else { written }
}
