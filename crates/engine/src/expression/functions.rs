//! The functions every expression can call, and the calls of a pack's own.

use std::sync::Arc;

use rhai::{Expr, Position};

use super::lower::{Domain, Lowered, Lowering, start};
use super::script::{Function, Kind};
use super::{Call, List, Number, Operation, Test, Value};
use dteam_text::diagnostic::{Problem, nearest};

/// The names of the functions there always are.
pub const NAMES: [&str; 13] = [
    "benchmark",
    "benchmark_all",
    "benchmark_of",
    "both",
    "chosen",
    "contains",
    "count",
    "max",
    "membership",
    "min",
    "missing",
    "rank",
    "round",
];

impl<'v> Lowering<'v, '_, '_> {
    pub(super) fn function(
        &mut self,
        name: &str,
        arguments: &[Expr],
        position: Position,
    ) -> Option<Lowered<'v>> {
        match (name, arguments) {
            ("count", [list]) => {
                let (list, _) = self.list(list)?;
                number(Number::Count(list))
            }
            ("chosen" | "missing", [list, options]) => {
                let (list, slot) = self.list(list)?;
                let domain = self.domain(slot)?;
                let Lowered::Literals(ids) = self.lower(options)? else {
                    return self.argument(name, "texts", "list", options);
                };
                let options = self.options(domain, &ids)?;
                let list = Box::new(list);
                Some(Lowered::List(
                    if name == "chosen" {
                        List::Chosen(list, options)
                    } else {
                        List::Missing(list, options)
                    },
                    slot,
                ))
            }
            ("both", [first, second]) => {
                let (first, first_slot) = self.list(first)?;
                let (second_list, second_slot) = self.list(second)?;
                let (Some(one), Some(other)) = (self.domain(first_slot), self.domain(second_slot))
                else {
                    return None;
                };
                let (Domain::Question(_, one), Domain::Question(_, other)) = (one, other) else {
                    return None;
                };
                if !one.same_as(other) {
                    return self.argument(name, "same-options", "list", second);
                }
                Some(Lowered::List(List::Both(Box::new([first, second_list])), first_slot))
            }
            ("rank", [ranking, option]) => {
                let (List::Answer(slot), _) = self.list(ranking)? else {
                    return self.argument(name, "ranking", "list", ranking);
                };
                let domain = self.domain(slot)?;
                let id = self.literal(name, option)?;
                let option = self.option(domain, &id, start(option))?;
                number(Number::Rank(slot, option))
            }
            ("min" | "max", [left, right]) => {
                let (left, right) = (self.number_or_whole(left), self.number_or_whole(right));
                let ((left, left_whole), (right, right_whole)) = (left?, right?);
                let operation = if name == "min" { Operation::Min } else { Operation::Max };
                let number = Number::Calculate(operation, Box::new([left, right]));
                Some(Lowered::Number { number, whole: left_whole || right_whole })
            }
            ("round", [argument]) => {
                let (argument, whole) = self.number_or_whole(argument)?;
                Some(Lowered::Number { number: Number::Round(Box::new(argument)), whole })
            }
            ("membership", [name_of_type]) => {
                let kind = self.type_name(name, name_of_type)?;
                number(Number::Membership(kind))
            }
            ("benchmark", [question, option @ ..]) if option.len() < 2 => {
                let benchmark = self.benchmark(name, question, option.first())?;
                number(Number::OwnBenchmark(benchmark))
            }
            ("benchmark_all", [question, option @ ..]) if option.len() < 2 => {
                let benchmark = self.benchmark(name, question, option.first())?;
                self.fixed_benchmark(benchmark, None, question)
            }
            ("benchmark_of", [name_of_type, question, option @ ..]) if option.len() < 2 => {
                let kind = self.type_name(name, name_of_type)?;
                let benchmark = self.benchmark(name, question, option.first())?;
                self.fixed_benchmark(benchmark, Some(kind), question)
            }
            _ => self.pack_function(name, arguments, position),
        }
    }

    fn pack_function(
        &mut self,
        name: &str,
        arguments: &[Expr],
        position: Position,
    ) -> Option<Lowered<'v>> {
        let functions = self.vocabulary.functions;
        let Some(function) = functions.iter().find(|function| function.name.as_str() == name)
        else {
            return match expected_arguments(name) {
                Some(expected) => self.argument_count(name, expected, arguments.len(), position),
                None => self.unknown_function(name, position),
            };
        };
        if function.arguments.len() != arguments.len() {
            return self.argument_count(name, function.arguments.len(), arguments.len(), position);
        }
        let mut values = Vec::with_capacity(arguments.len());
        for (argument, kind) in arguments.iter().zip(&function.arguments) {
            let lowered = self.lower(argument)?;
            let found = lowered.kind();
            let value = self.value(lowered, argument)?;
            let fits = matches!(
                (kind, &value),
                (Kind::Number, Value::Number(_))
                    | (Kind::Flag, Value::Condition(_))
                    | (Kind::List, Value::List(..))
                    | (Kind::Text, Value::Text(_) | Value::Choice(_) | Value::Literal(_))
            );
            if !fits {
                return self.argument(name, kind.name(), found, argument);
            }
            values.push(value);
        }
        let call = Call {
            function: Arc::clone(function),
            location: self.location(position),
            arguments: values.into(),
        };
        match function.returns {
            Kind::Flag => Some(Lowered::Condition(Self::atom(Test::Call(call)))),
            _ => number(Number::Call(call)),
        }
    }

    fn argument<T>(&mut self, function: &str, expected: &str, found: &str, at: &Expr) -> Option<T> {
        let problem = Problem::ArgumentKind {
            function: function.to_owned(),
            expected: expected.to_owned(),
            found: found.to_owned(),
        };
        self.report(start(at), problem)
    }

    fn argument_count<T>(
        &mut self,
        function: &str,
        expected: usize,
        found: usize,
        at: Position,
    ) -> Option<T> {
        self.report(at, Problem::ArgumentCount { function: function.to_owned(), expected, found })
    }

    pub(super) fn unknown_function<T>(&mut self, name: &str, position: Position) -> Option<T> {
        let own =
            self.vocabulary.functions.iter().map(|function: &Arc<Function>| function.name.as_str());
        // `len` is what other languages call it, too far from `count` to be found by its letters.
        let nearest = match name {
            "len" | "length" | "size" => Some("count".to_owned()),
            _ => nearest(name, NAMES.into_iter().chain(own)),
        };
        self.report(position, Problem::UnknownFunction { name: name.to_owned(), nearest })
    }

    fn literal(&mut self, function: &str, expression: &Expr) -> Option<String> {
        match self.lower(expression)? {
            Lowered::Literal(text) => Some(text),
            other => {
                let found = other.kind();
                self.argument(function, "text", found, expression)
            }
        }
    }

    fn type_name(&mut self, function: &str, expression: &Expr) -> Option<u8> {
        let id = self.literal(function, expression)?;
        self.option(Domain::Types(self.vocabulary.types), &id, start(expression))
    }

    /// The benchmark of a question, or of one of its options.
    fn benchmark(&mut self, function: &str, question: &Expr, option: Option<&Expr>) -> Option<u16> {
        let path = self.literal(function, question)?;
        let Some(&slot) = self.vocabulary.by_path.get(path.as_str()) else {
            let paths = self.vocabulary.questions.iter().map(|question| question.path.as_str());
            let nearest = nearest(&path, paths);
            return self.report(start(question), Problem::UnknownPath { path, nearest });
        };
        let option = match option {
            None => None,
            Some(expression) => {
                let id = self.literal(function, expression)?;
                match self.domain(slot) {
                    Some(domain) => Some(self.option(domain, &id, start(expression))?),
                    None => return self.argument(function, "question", "text", question),
                }
            }
        };
        let benchmarks = self.vocabulary.benchmarks;
        benchmarks.find(slot, option).or_else(|| {
            let available = benchmarks.options_of(slot, &self.vocabulary.questions[slot.index()]);
            self.report(start(question), Problem::NoBenchmark { question: path, available })
        })
    }

    fn fixed_benchmark(
        &mut self,
        benchmark: u16,
        of: Option<u8>,
        question: &Expr,
    ) -> Option<Lowered<'v>> {
        let measured = self.vocabulary.benchmarks.get(benchmark);
        let value = match of {
            Some(kind) => Some(measured.by_type[usize::from(kind)]),
            None => measured.all,
        };
        match value {
            Some(value) => number(Number::Benchmark { value, benchmark, of }),
            None => {
                let path = self.vocabulary.questions[measured.question.index()].path.to_string();
                self.report(
                    start(question),
                    Problem::NoBenchmark { question: path, available: "none".to_owned() },
                )
            }
        }
    }
}

fn number<'v>(number: Number) -> Option<Lowered<'v>> {
    Some(Lowered::Number { number, whole: false })
}

fn expected_arguments(name: &str) -> Option<usize> {
    match name {
        "count" | "membership" | "round" | "benchmark" | "benchmark_all" => Some(1),
        "chosen" | "missing" | "both" | "rank" | "min" | "max" | "contains" | "benchmark_of" => {
            Some(2)
        }
        _ => None,
    }
}
