//! regorus: all rules one Rego policy, compiled once for its virtual machine, which is told one
//! profile after another.

use std::collections::HashMap;
use std::fmt::Write;
use std::hint::black_box;
use std::ops::Deref;

use regorus::languages::rego::compiler::Compiler;
use regorus::rvm::vm::RegoVM;
use regorus::{Engine as Compilation, Value};
use serde::Deserialize;
use serde_json::Value as Json;

use super::{Engine, Needs};
use crate::language::{Condition, Number};
use crate::rules::Rule;

const RESULT: &str = "data.peers.need";

pub struct Regorus {
    machine: RegoVM,
    profiles: Vec<Value>,
    ids: Vec<String>,
}

impl Regorus {
    pub fn new(rules: &[Rule], profiles: &[Json]) -> Self {
        let policy = policy(rules);
        let mut compilation = Compilation::new();
        let compiled = compilation
            .add_policy("peers.rego".to_owned(), policy.clone())
            .and_then(|_| compilation.compile_with_entrypoint(&RESULT.into()))
            .unwrap_or_else(|error| panic!("{policy}\n{error}"));
        let program =
            Compiler::compile_from_policy(&compiled, &[RESULT]).unwrap_or_else(|error| panic!("{policy}\n{error}"));
        let mut machine = RegoVM::new();
        machine.load_program(program);
        let ids = rules.iter().map(|rule| rule.id.clone()).collect();
        Regorus { machine, profiles: profiles.iter().map(native).collect(), ids }
    }

    fn evaluated(&mut self, profile: Value) -> Value {
        self.machine.set_input(profile);
        self.machine.execute().expect("the rules fit the profiles")
    }
}

fn native(profile: &Json) -> Value {
    Value::deserialize(profile).expect("JSON is data")
}

impl Engine for Regorus {
    fn name(&self) -> &'static str {
        "regorus"
    }

    fn needs(&mut self, profile: usize) -> Needs {
        let value = self.evaluated(self.profiles[profile].clone());
        let fired = value.as_object().expect("needs are an object");
        let fired: HashMap<&str, f64> = fired
            .iter()
            .map(|(id, need)| (id.as_string().expect("an id").as_ref(), need.as_f64().expect("a number")))
            .collect();
        self.ids.iter().map(|id| fired.get(id.as_str()).copied()).collect()
    }

    fn evaluate(&mut self, profile: usize) {
        // The value is shared, not copied.
        black_box(self.evaluated(self.profiles[profile].clone()));
    }

    fn convert_and_evaluate(&mut self, profile: &Json) {
        black_box(self.evaluated(native(profile)));
    }
}

fn policy(rules: &[Rule]) -> String {
    let mut policy = Policy { helpers: String::new(), number: 0 };
    let mut text = String::new();
    for rule in rules {
        let score = policy.number(&rule.score);
        let lines = policy.lines(&rule.condition).join(";\n  ");
        let _ = writeln!(text, "need[id] := {score} if {{\n  {lines};\n  id := \"{}\"\n}}\n", rule.id);
    }
    format!(
        "package peers\n\nimport rego.v1\n\n\
         rank(list, option) := 1 if list[0] == option else := 2 if list[1] == option else := 3 if list[2] == option \
         else := 0\n\n{}\n{text}",
        policy.helpers
    )
}

/// The policy while it is written: parts that Rego cannot say within a rule become rules of their
/// own.
struct Policy {
    helpers: String,
    number: usize,
}

impl Policy {
    fn helper(&mut self) -> String {
        self.number += 1;
        format!("part_{}", self.number)
    }

    /// The lines that all have to hold.
    fn lines(&mut self, of: &Condition) -> Vec<String> {
        match of {
            Condition::And(operands) => operands.iter().flat_map(|operand| self.lines(operand)).collect(),
            Condition::Or(operands) => {
                let name = self.helper();
                for operand in operands {
                    let lines = self.lines(operand);
                    self.define(&name, &lines);
                }
                vec![name]
            }
            Condition::Not(operand) => match operand.deref() {
                Condition::Is(path, option) => vec![format!("input.{path} != \"{option}\"")],
                operand => vec![format!("not {}", self.line(operand))],
            },
            Condition::If(parts) => {
                let name = self.helper();
                let [test, yes, no] = parts.deref();
                let test = self.line(test);
                let (yes, no) = (self.lines(yes), self.lines(no));
                self.define(&name, &[vec![test.clone()], yes].concat());
                self.define(&name, &[vec![format!("not {test}")], no].concat());
                vec![name]
            }
            Condition::Flag(path) => vec![format!("input.{path}")],
            Condition::Is(path, option) => vec![format!("input.{path} == \"{option}\"")],
            Condition::OneOf(path, options) => vec![format!("input.{path} in {}", set(options))],
            Condition::Contains(path, option) => vec![format!("\"{option}\" in input.{path}")],
            // A place in a ranking that is only compared needs no calculation.
            Condition::Compare(operator, numbers) => match (operator, numbers.deref()) {
                (&"==", [Number::Rank(path, option), Number::Constant(place)]) if *place >= 1.0 => {
                    vec![format!("input.{path}[{}] == \"{option}\"", place - 1.0)]
                }
                (&">", [Number::Rank(path, option), Number::Constant(0.0)]) => {
                    vec![format!("\"{option}\" in input.{path}")]
                }
                (&"==", [Number::Rank(path, option), Number::Constant(0.0)]) => {
                    vec![format!("not \"{option}\" in input.{path}")]
                }
                (operator, [left, right]) => {
                    vec![format!("{} {operator} {}", self.number(left), self.number(right))]
                }
            },
        }
    }

    /// One line, for what stands behind `not`.
    fn line(&mut self, of: &Condition) -> String {
        let lines = self.lines(of);
        match lines.as_slice() {
            [line] if !line.starts_with("not ") => line.clone(),
            lines => {
                let name = self.helper();
                self.define(&name, lines);
                name
            }
        }
    }

    fn define(&mut self, name: &str, lines: &[String]) {
        let _ = writeln!(self.helpers, "{name} if {{\n  {}\n}}\n", lines.join(";\n  "));
    }

    fn number(&mut self, of: &Number) -> String {
        let some_in =
            |path: &str, options: &str| format!("count([option | some option in input.{path}; option in {options}])");
        match of {
            Number::Constant(number) => number.to_string(),
            Number::Answer(path) => format!("input.{path}"),
            Number::Count(path) => format!("count(input.{path})"),
            Number::CountChosen(path, options) => some_in(path, &set(options)),
            Number::CountMissing(path, options) => {
                format!("({} - {})", options.len(), some_in(path, &set(options)))
            }
            Number::CountBoth(one, other) => some_in(one, &format!("input.{other}")),
            Number::Rank(path, option) => format!("rank(input.{path}, \"{option}\")"),
            Number::Calculate(operator, numbers) => {
                format!("({} {operator} {})", self.number(&numbers[0]), self.number(&numbers[1]))
            }
            Number::Min(numbers) => format!("min([{}, {}])", self.number(&numbers[0]), self.number(&numbers[1])),
            Number::Max(numbers) => format!("max([{}, {}])", self.number(&numbers[0]), self.number(&numbers[1])),
            Number::If(parts) => {
                let (test, yes, no) = parts.deref();
                let (test, yes, no) = (self.lines(test).join(";\n  "), self.number(yes), self.number(no));
                let name = self.helper();
                let _ = writeln!(self.helpers, "{name} := {yes} if {{\n  {test}\n}} else := {no}\n");
                name
            }
        }
    }
}

fn set(options: &[String]) -> String {
    format!("{{\"{}\"}}", options.join("\", \""))
}
