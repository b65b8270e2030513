//! Numbers in words: what is counted, and the calculation with its signs.

use super::super::{Call, Choice, List, Number, Operation, Value};
use super::Wording;
use crate::profile::plain;

/// How tightly signs bind.
const SUM: u8 = 1;
const PRODUCT: u8 = 2;
const UNARY: u8 = 3;

impl Wording<'_> {
    /// A number as what it is, or as a calculation: `1 − Stufe bei „Bestandsaufnahme der Daten“ ÷
    /// 3`.
    pub fn number(self, number: &Number) -> String {
        self.number_in(number, 0, false)
    }

    /// A number as the second part of a comparison, with its article: `der Wert der Studie …`.
    pub(super) fn with_article(self, number: &Number) -> String {
        self.number_in(number, SUM, true)
    }

    fn number_in(self, number: &Number, around: u8, article: bool) -> String {
        let article = ("article", if article { "yes" } else { "no" }.into());
        match number {
            Number::Constant { value, .. } => self.figure(*value),
            Number::Answer(slot) => {
                let label = self.quoted(&self.label(*slot));
                match self.kind(*slot).levels() {
                    Some(_) => self.with("wording-level", &[article, ("list", label.into())]),
                    None => label,
                }
            }
            Number::Count(list) => self.count(list, article),
            Number::Rank(slot, option) => {
                let option = self.option(Choice::Answer(*slot), *option);
                let list = self.quoted(&self.label(*slot));
                self.with(
                    "wording-rank",
                    &[article, ("option", option.into()), ("list", list.into())],
                )
            }
            Number::Membership(kind) => {
                let types = self.names.typology.types[usize::from(*kind)]
                    .dative
                    .get(self.language)
                    .as_str();
                self.with("wording-membership", &[article, ("types", types.into())])
            }
            Number::OwnBenchmark(benchmark) => {
                let of = self.measured(*benchmark);
                self.with("wording-benchmark-own", &[article, ("of", of.into())])
            }
            Number::Benchmark { benchmark, of: None, .. } => {
                let of = self.measured(*benchmark);
                self.with("wording-benchmark-all", &[article, ("of", of.into())])
            }
            Number::Benchmark { benchmark, of: Some(kind), .. } => {
                let (of, kind) = (self.measured(*benchmark), self.names.typology.names.get(*kind));
                let kind = self.quoted(kind.label.get(self.language));
                self.with(
                    "wording-benchmark-of",
                    &[article, ("of", of.into()), ("type", kind.into())],
                )
            }
            Number::Calculate(operation, numbers) => self.calculated(*operation, numbers, around),
            Number::Negate(inner) => {
                bracketed(format!("−{}", self.number_in(inner, UNARY, false)), SUM, around)
            }
            Number::Round(inner) => {
                self.with("wording-rounded", &[("number", self.number(inner).into())])
            }
            Number::If(parts) => {
                let (condition, yes, no) = parts.as_ref();
                let condition = format!("({})", self.in_line(&self.condition(condition)));
                bracketed(self.if_else(condition, self.number(yes), self.number(no)), 0, around)
            }
            Number::Call(call) => self.call(call),
        }
    }

    fn calculated(self, operation: Operation, numbers: &[Number; 2], around: u8) -> String {
        let (sign, level) = match operation {
            Operation::Add => ("+", SUM),
            Operation::Subtract => ("−", SUM),
            Operation::Multiply => ("×", PRODUCT),
            Operation::Divide => ("÷", PRODUCT),
            Operation::Min | Operation::Max => {
                return bracketed(self.limited(operation, numbers), 0, around);
            }
        };
        let left = self.number_in(&numbers[0], level, false);
        let right = self.number_in(&numbers[1], level + 1, false);
        bracketed(format!("{left} {sign} {right}"), level, around)
    }

    /// `min(1, x)` is x, at most 1.
    fn limited(self, operation: Operation, numbers: &[Number; 2]) -> String {
        let [left, right] = numbers;
        let (limit, inner) = match (left.constant(), right.constant()) {
            (Some(limit), None) => (limit, right),
            (None, Some(limit)) => (limit, left),
            _ => {
                let id =
                    if operation == Operation::Min { "wording-lesser" } else { "wording-greater" };
                let (first, second) = (self.number(left), self.number(right));
                return self.with(id, &[("first", first.into()), ("second", second.into())]);
            }
        };
        let id = if operation == Operation::Min { "phrase-at-most" } else { "phrase-at-least" };
        let limit = self.with(id, &[("value", self.figure(limit).into())]);
        format!("{}, {limit}", self.number_in(inner, SUM, false))
    }

    fn count(
        self,
        list: &List,
        article: (&str, dteam_text::language::messages::Argument),
    ) -> String {
        match list {
            List::Answer(_) => {
                self.with("wording-count", &[article, ("list", self.list(list).into())])
            }
            List::Chosen(inner, options) => {
                let (list, options) = (self.list(inner), self.options(inner, *options));
                self.with(
                    "wording-count-chosen",
                    &[article, ("list", list.into()), ("options", options.into())],
                )
            }
            List::Missing(inner, options) => {
                let (list, options) = (self.list(inner), self.options(inner, *options));
                self.with(
                    "wording-count-missing",
                    &[article, ("list", list.into()), ("options", options.into())],
                )
            }
            List::Both(lists) => {
                let (first, second) = (self.list(&lists[0]), self.list(&lists[1]));
                self.with(
                    "wording-count-both",
                    &[article, ("first", first.into()), ("second", second.into())],
                )
            }
        }
    }

    /// A function of the pack by what it says it computes, and from what.
    pub(super) fn call(self, call: &Call) -> String {
        let help = call.function.help.get(self.language).trim().trim_end_matches('.');
        let help = self.quoted(help);
        let arguments: Vec<String> =
            call.arguments.iter().map(|argument| self.argument(argument)).collect();
        match arguments.as_slice() {
            [] => help,
            arguments => {
                let from = self.language.list(arguments);
                self.with("wording-call", &[("help", help.into()), ("from", from.into())])
            }
        }
    }

    fn argument(self, value: &Value) -> String {
        match value {
            Value::Condition(condition) => {
                format!("({})", self.in_line(&self.condition(condition)))
            }
            Value::Number(number) => self.number(number),
            Value::Choice(choice) => self.choice(*choice),
            Value::List(list, _) => self.list(list),
            Value::Text(slot) => self.quoted(&self.label(*slot)),
            Value::Literal(text) => self.quoted(text),
        }
    }

    /// The question of a benchmark, and its option if it has one.
    fn measured(self, benchmark: u16) -> String {
        let benchmark = self.names.benchmarks.get(benchmark);
        let question = self.quoted(&self.label(benchmark.question));
        match benchmark.option {
            None => question,
            Some(option) => {
                format!("{question}, {}", self.option(Choice::Answer(benchmark.question), option))
            }
        }
    }

    /// A number with all its decimals.
    pub(super) fn figure(self, number: f64) -> String {
        let decimals = plain(number).split_once('.').map_or(0, |(_, decimals)| decimals.len());
        self.language.decimal(number, decimals.min(6))
    }
}

fn bracketed(written: String, level: u8, around: u8) -> String {
    if level < around { format!("({written})") } else { written }
}
