//! Plain Rhai as its book advises: one engine, one compiled script a rule, one scope a profile.

use std::hint::black_box;

use rhai::{AST, Array, Dynamic, Engine as Interpreter, Scope};
use serde_json::Value as Json;

use super::{Engine, Needs, each, entries};
use crate::language::{Condition, Number};
use crate::rules::Rule;

pub struct Rhai {
    interpreter: Interpreter,
    rules: Vec<AST>,
    profiles: Vec<Scope<'static>>,
    needs: Needs,
}

impl Rhai {
    pub fn new(rules: &[Rule], profiles: &[Json]) -> Self {
        let mut interpreter = Interpreter::new();
        interpreter.set_max_expr_depths(0, 0);
        // Methods take the list by reference; as arguments of a function they would be copied.
        interpreter.register_fn("place_of", |list: &mut Array, option: &str| {
            let place = list.iter().position(|item| is(item, option));
            place.map_or(0.0, |place| place as f64 + 1.0)
        });
        interpreter.register_fn("count_of", |list: &mut Array, options: Array| {
            options.iter().filter(|option| has(list, option)).count() as f64
        });
        let rules = each(rules, |rule| {
            let text = format!("if {} {{ {} }}", condition(&rule.condition), number(&rule.score));
            interpreter.compile(&text).unwrap_or_else(|error| panic!("{text}: {error}"))
        });
        Rhai { interpreter, rules, profiles: profiles.iter().map(native).collect(), needs: Vec::new() }
    }
}

fn is(item: &Dynamic, option: &str) -> bool {
    item.as_immutable_string_ref().is_ok_and(|text| text.as_str() == option)
}

fn has(list: &Array, option: &Dynamic) -> bool {
    option.as_immutable_string_ref().is_ok_and(|option| list.iter().any(|item| is(item, &option)))
}

fn native(profile: &Json) -> Scope<'static> {
    let mut scope = Scope::new();
    for (name, answers) in entries(profile) {
        scope.push_dynamic(name.as_str(), value(answers));
    }
    scope
}

/// Numbers become floats, as the rules calculate with parts.
fn value(json: &Json) -> Dynamic {
    match json {
        Json::Null => Dynamic::UNIT,
        Json::Bool(flag) => (*flag).into(),
        Json::Number(number) => number.as_f64().expect("answers are finite").into(),
        Json::String(text) => text.into(),
        Json::Array(items) => Dynamic::from_array(items.iter().map(value).collect()),
        Json::Object(entries) => {
            Dynamic::from_map(entries.iter().map(|(key, entry)| (key.as_str().into(), value(entry))).collect())
        }
    }
}

fn evaluate(interpreter: &Interpreter, rules: &[AST], profile: &mut Scope<'static>, needs: &mut Needs) {
    needs.clear();
    needs.extend(rules.iter().map(|rule| {
        let value: Dynamic = interpreter.eval_ast_with_scope(profile, rule).expect("the rules fit the profiles");
        value.as_float().ok()
    }));
    black_box(needs);
}

impl Engine for Rhai {
    fn name(&self) -> &'static str {
        "Rhai"
    }

    fn needs(&mut self, profile: usize) -> Needs {
        self.evaluate(profile);
        self.needs.clone()
    }

    fn evaluate(&mut self, profile: usize) {
        evaluate(&self.interpreter, &self.rules, &mut self.profiles[profile], &mut self.needs);
    }

    fn convert_and_evaluate(&mut self, profile: &Json) {
        evaluate(&self.interpreter, &self.rules, &mut native(profile), &mut self.needs);
    }
}

fn condition(of: &Condition) -> String {
    let joined = |operands: &[Condition], by: &str| operands.iter().map(condition).collect::<Vec<_>>().join(by);
    match of {
        Condition::And(operands) => format!("({})", joined(operands, " && ")),
        Condition::Or(operands) => format!("({})", joined(operands, " || ")),
        Condition::Not(operand) => format!("!{}", condition(operand)),
        Condition::If(parts) => {
            let [test, yes, no] = parts.each_ref().map(condition);
            format!("(if {test} {{ {yes} }} else {{ {no} }})")
        }
        Condition::Flag(path) => path.clone(),
        Condition::Is(path, option) => format!("({path} == \"{option}\")"),
        Condition::OneOf(path, options) => format!("({path} in {options:?})"),
        Condition::Contains(path, option) => format!("(\"{option}\" in {path})"),
        Condition::Compare(operator, numbers) => match (operator, numbers.as_ref()) {
            (&">", [Number::Rank(path, option), Number::Constant(0.0)]) => format!("(\"{option}\" in {path})"),
            (&"==", [Number::Rank(path, option), Number::Constant(0.0)]) => format!("!(\"{option}\" in {path})"),
            (operator, [Number::Count(path), Number::Constant(number)]) => {
                format!("({path}.len {operator} {number})")
            }
            (operator, [left, right]) => format!("({} {operator} {})", number(left), number(right)),
        },
    }
}

fn number(of: &Number) -> String {
    match of {
        Number::Constant(number) => format!("{number:?}"),
        Number::Answer(path) => path.clone(),
        Number::Count(path) => format!("{path}.len.to_float()"),
        Number::CountChosen(path, options) => format!("{path}.count_of({options:?})"),
        Number::CountMissing(path, options) => format!("({:?} - {path}.count_of({options:?}))", options.len() as f64),
        Number::CountBoth(one, other) => format!("{one}.count_of({other})"),
        Number::Rank(path, option) => format!("{path}.place_of(\"{option}\")"),
        Number::Calculate(operator, numbers) => {
            format!("({} {operator} {})", number(&numbers[0]), number(&numbers[1]))
        }
        Number::Min(numbers) => format!("min({}, {})", number(&numbers[0]), number(&numbers[1])),
        Number::Max(numbers) => format!("max({}, {})", number(&numbers[0]), number(&numbers[1])),
        Number::If(parts) => {
            format!("(if {} {{ {} }} else {{ {} }})", condition(&parts.0), number(&parts.1), number(&parts.2))
        }
    }
}
