//! zen-expression: each rule one compiled expression, one virtual machine for all, its own
//! conversion from JSON.

use std::hint::black_box;
use std::ops::Deref;

use serde_json::Value as Json;
use zen_expression::expression::Standard;
use zen_expression::scope::Scope;
use zen_expression::variable::Variable;
use zen_expression::vm::VM;
use zen_expression::{Expression, compile_expression};

use super::{Engine, Needs, each};
use crate::language::{Condition, Number};
use crate::rules::Rule;

pub struct Zen {
    rules: Vec<Expression<Standard>>,
    profiles: Vec<Scope>,
    machine: VM,
    needs: Needs,
}

impl Zen {
    pub fn new(rules: &[Rule], profiles: &[Json]) -> Self {
        let rules = each(rules, |rule| {
            let text = format!("{} ? {} : null", condition(&rule.condition), number(&rule.score));
            compile_expression(&text).unwrap_or_else(|error| panic!("{text}: {error}"))
        });
        Zen { rules, profiles: profiles.iter().map(native).collect(), machine: VM::new(), needs: Vec::new() }
    }
}

fn native(profile: &Json) -> Scope {
    Scope::new(Variable::from(profile))
}

fn evaluate(rules: &[Expression<Standard>], profile: &Scope, machine: &mut VM, needs: &mut Needs) {
    needs.clear();
    needs.extend(rules.iter().map(|rule| {
        let value = rule.evaluate_with_scope(profile, machine).expect("the rules fit the profiles");
        value.as_number().map(|need| need.try_into().expect("needs are small"))
    }));
    black_box(needs);
}

impl Engine for Zen {
    fn name(&self) -> &'static str {
        "zen-expression"
    }

    fn needs(&mut self, profile: usize) -> Needs {
        self.evaluate(profile);
        self.needs.clone()
    }

    fn evaluate(&mut self, profile: usize) {
        evaluate(&self.rules, &self.profiles[profile], &mut self.machine, &mut self.needs);
    }

    fn convert_and_evaluate(&mut self, profile: &Json) {
        evaluate(&self.rules, &native(profile), &mut self.machine, &mut self.needs);
    }
}

fn condition(of: &Condition) -> String {
    let joined = |operands: &[Condition], by: &str| operands.iter().map(condition).collect::<Vec<_>>().join(by);
    match of {
        Condition::And(operands) => format!("({})", joined(operands, " and ")),
        Condition::Or(operands) => format!("({})", joined(operands, " or ")),
        Condition::Not(operand) => match operand.deref() {
            Condition::Contains(path, option) => format!("('{option}' not in {path})"),
            Condition::Is(path, option) => format!("({path} != '{option}')"),
            operand => format!("not ({})", condition(operand)),
        },
        Condition::If(parts) => {
            let [test, yes, no] = parts.each_ref().map(condition);
            format!("({test} ? {yes} : {no})")
        }
        Condition::Flag(path) => path.clone(),
        Condition::Is(path, option) => format!("({path} == '{option}')"),
        Condition::OneOf(path, options) => format!("({path} in {})", listed(options)),
        Condition::Contains(path, option) => format!("('{option}' in {path})"),
        Condition::Compare(operator, numbers) => {
            // A place in a ranking that is only compared needs no calculation.
            match (operator, numbers.as_ref()) {
                (&"==", [Number::Rank(path, option), Number::Constant(place)]) if *place >= 1.0 => {
                    format!("({path}[{}] == '{option}')", place - 1.0)
                }
                (&">", [Number::Rank(path, option), Number::Constant(0.0)]) => format!("('{option}' in {path})"),
                (&"==", [Number::Rank(path, option), Number::Constant(0.0)]) => format!("('{option}' not in {path})"),
                (operator, [left, right]) => format!("({} {operator} {})", number(left), number(right)),
            }
        }
    }
}

fn number(of: &Number) -> String {
    match of {
        Number::Constant(number) => number.to_string(),
        Number::Answer(path) => path.clone(),
        Number::Count(path) => format!("len({path})"),
        Number::CountChosen(path, options) => format!("count({path}, # in {})", listed(options)),
        Number::CountMissing(path, options) => {
            format!("({} - count({path}, # in {}))", options.len(), listed(options))
        }
        Number::CountBoth(one, other) => format!("count({one} as option, option in {other})"),
        Number::Rank(path, option) => {
            format!("({path}[0] == '{option}' ? 1 : {path}[1] == '{option}' ? 2 : {path}[2] == '{option}' ? 3 : 0)")
        }
        Number::Calculate(operator, numbers) => {
            format!("({} {operator} {})", number(&numbers[0]), number(&numbers[1]))
        }
        Number::Min(numbers) => format!("min([{}, {}])", number(&numbers[0]), number(&numbers[1])),
        Number::Max(numbers) => format!("max([{}, {}])", number(&numbers[0]), number(&numbers[1])),
        Number::If(parts) => {
            format!("({} ? {} : {})", condition(&parts.0), number(&parts.1), number(&parts.2))
        }
    }
}

fn listed(options: &[String]) -> String {
    format!("['{}']", options.join("', '"))
}
