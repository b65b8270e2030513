//! cel: each rule one compiled program, each profile one context, numbers as doubles so that
//! nothing has to be converted in the rules.

use std::collections::HashMap;
use std::hint::black_box;
use std::sync::Arc;

use cel::objects::Key;
use cel::{Context, Env, Program, Value};
use serde_json::Value as Json;

use super::{Engine, Needs, each, entries};
use crate::language::{Condition, Number};
use crate::rules::Rule;

pub struct Cel {
    environment: Arc<Env>,
    rules: Vec<Program>,
    profiles: Vec<Context<'static, 'static>>,
    needs: Needs,
}

impl Cel {
    pub fn new(rules: &[Rule], profiles: &[Json]) -> Self {
        let environment = Arc::new(Env::stdlib());
        let rules = each(rules, |rule| {
            let text = format!("{} ? {} : null", condition(&rule.condition), number(&rule.score));
            environment.compile(&text).unwrap_or_else(|error| panic!("{text}: {error}"))
        });
        let profiles = profiles.iter().map(|profile| native(&environment, profile)).collect();
        Cel { environment, rules, profiles, needs: Vec::new() }
    }
}

fn native(environment: &Arc<Env>, profile: &Json) -> Context<'static, 'static> {
    let mut context = Context::with_env(Arc::clone(environment));
    for (name, answers) in entries(profile) {
        context.add_variable_from_value(name.as_str(), value(answers));
    }
    context
}

fn value(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(flag) => Value::Bool(*flag),
        Json::Number(number) => Value::Float(number.as_f64().expect("answers are finite")),
        Json::String(text) => Value::String(Arc::new(text.clone())),
        Json::Array(items) => Value::List(Arc::new(items.iter().map(value).collect())),
        Json::Object(entries) => {
            let entries = entries.iter().map(|(key, entry)| (Key::from(key.as_str()), value(entry)));
            Value::from(entries.collect::<HashMap<_, _>>())
        }
    }
}

fn evaluate(rules: &[Program], profile: &Context<'_, '_>, needs: &mut Needs) {
    needs.clear();
    needs.extend(rules.iter().map(|rule| match rule.execute(profile).expect("the rules fit the profiles") {
        Value::Float(need) => Some(need),
        _ => None,
    }));
    black_box(needs);
}

impl Engine for Cel {
    fn name(&self) -> &'static str {
        "cel"
    }

    fn needs(&mut self, profile: usize) -> Needs {
        self.evaluate(profile);
        self.needs.clone()
    }

    fn evaluate(&mut self, profile: usize) {
        evaluate(&self.rules, &self.profiles[profile], &mut self.needs);
    }

    fn convert_and_evaluate(&mut self, profile: &Json) {
        evaluate(&self.rules, &native(&self.environment, profile), &mut self.needs);
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
            format!("({test} ? {yes} : {no})")
        }
        Condition::Flag(path) => path.clone(),
        Condition::Is(path, option) => format!("({path} == \"{option}\")"),
        Condition::OneOf(path, options) => format!("({path} in {options:?})"),
        Condition::Contains(path, option) => format!("(\"{option}\" in {path})"),
        Condition::Compare(operator, numbers) => match (operator, numbers.as_ref()) {
            // A place in a ranking that is only compared needs no calculation, and a size no
            // conversion.
            (&"==", [Number::Rank(path, option), Number::Constant(place)]) if *place >= 1.0 => {
                let place = place - 1.0;
                format!("(size({path}) > {place} && {path}[{place}] == \"{option}\")")
            }
            (&">", [Number::Rank(path, option), Number::Constant(0.0)]) => format!("(\"{option}\" in {path})"),
            (&"==", [Number::Rank(path, option), Number::Constant(0.0)]) => format!("!(\"{option}\" in {path})"),
            (operator, [Number::Count(path), Number::Constant(number)]) if number.fract() == 0.0 => {
                format!("(size({path}) {operator} {number})")
            }
            (operator, [left, right]) => format!("({} {operator} {})", number(left), number(right)),
        },
    }
}

fn number(of: &Number) -> String {
    let pair = |numbers: &[Number; 2]| numbers.each_ref().map(number);
    match of {
        Number::Constant(number) => format!("{number:?}"),
        Number::Answer(path) => path.clone(),
        Number::Count(path) => format!("double(size({path}))"),
        Number::CountChosen(path, options) => {
            let each = options.iter().map(|option| format!("(\"{option}\" in {path} ? 1.0 : 0.0)"));
            format!("({})", each.collect::<Vec<_>>().join(" + "))
        }
        Number::CountMissing(path, options) => {
            let each = options.iter().map(|option| format!("(\"{option}\" in {path} ? 0.0 : 1.0)"));
            format!("({})", each.collect::<Vec<_>>().join(" + "))
        }
        Number::CountBoth(one, other) => format!("double(size({one}.filter(option, option in {other})))"),
        Number::Rank(path, option) => {
            let place = |place: usize| format!("size({path}) > {place} && {path}[{place}] == \"{option}\"");
            format!("({} ? 1.0 : {} ? 2.0 : {} ? 3.0 : 0.0)", place(0), place(1), place(2))
        }
        Number::Calculate(operator, numbers) => {
            let [left, right] = pair(numbers);
            format!("({left} {operator} {right})")
        }
        Number::Min(numbers) => {
            let [left, right] = pair(numbers);
            format!("({left} < {right} ? {left} : {right})")
        }
        Number::Max(numbers) => {
            let [left, right] = pair(numbers);
            format!("({left} > {right} ? {left} : {right})")
        }
        Number::If(parts) => {
            format!("({} ? {} : {})", condition(&parts.0), number(&parts.1), number(&parts.2))
        }
    }
}
