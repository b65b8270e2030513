//! Lowers calculations, comparisons and `in`.

use rhai::{Expr, Position};

use super::lower::{Lowered, Lowering, start};
use super::{Comparison, Condition, Number, Operation, Test};
use crate::survey::OptionSet;
use dteam_text::diagnostic::Problem;

impl<'v> Lowering<'v, '_, '_> {
    pub(super) fn operator(
        &mut self,
        operator: &str,
        left: &Expr,
        right: &Expr,
        position: Position,
    ) -> Option<Lowered<'v>> {
        let calculation = match operator {
            "+" => Some(Operation::Add),
            "-" => Some(Operation::Subtract),
            "*" => Some(Operation::Multiply),
            "/" => Some(Operation::Divide),
            _ => None,
        };
        if let Some(operation) = calculation {
            return self.calculate(operation, left, right, position);
        }
        let comparison = match operator {
            "==" | "!=" => Comparison::Equal,
            "<" => Comparison::Less,
            "<=" => Comparison::LessOrEqual,
            ">" => Comparison::Greater,
            ">=" => Comparison::GreaterOrEqual,
            other => return self.unsupported(other, position),
        };
        let condition = match comparison {
            Comparison::Equal => self.equality(left, right, position)?,
            _ => {
                let (left, right) = (self.number(left), self.number(right));
                Self::atom(Test::Compare(comparison, Box::new([left?, right?])))
            }
        };
        Some(Lowered::Condition(match operator {
            "!=" => Condition::Not(Box::new(condition)),
            _ => condition,
        }))
    }

    fn calculate(
        &mut self,
        operation: Operation,
        left: &Expr,
        right: &Expr,
        position: Position,
    ) -> Option<Lowered<'v>> {
        let divisor = start(right);
        let (left, right) = (self.number_or_whole(left), self.number_or_whole(right));
        let ((left, left_whole), (right, right_whole)) = (left?, right?);
        if operation == Operation::Divide {
            if right.constant() == Some(0.0) {
                return self.report(divisor, Problem::DivisionByZero);
            }
            if left_whole && right_whole {
                return self.report(position, Problem::WholeNumberDivision);
            }
        }
        let number = Number::Calculate(operation, Box::new([left, right]));
        // What is written out in numbers alone has a value, or is a slip.
        if number.constant().is_some_and(|value| !value.is_finite()) {
            return self.too_large(self.source.text().trim(), position);
        }
        Some(Lowered::Number { number, whole: left_whole && right_whole })
    }

    fn equality(&mut self, left: &Expr, right: &Expr, position: Position) -> Option<Condition> {
        let literal_at = |lowered: &Lowered<'_>, expression: &Expr| match lowered {
            Lowered::Literal(_) => Some(start(expression)),
            _ => None,
        };
        let (lowered_left, lowered_right) = (self.lower(left), self.lower(right));
        let (lowered_left, lowered_right) = (lowered_left?, lowered_right?);
        let at = literal_at(&lowered_left, left)
            .or_else(|| literal_at(&lowered_right, right))
            .unwrap_or(position);
        match (lowered_left, lowered_right) {
            (Lowered::Number { number: left, .. }, Lowered::Number { number: right, .. }) => {
                Some(Self::atom(Test::Compare(Comparison::Equal, Box::new([left, right]))))
            }
            (Lowered::Condition(Condition::Constant(constant)), Lowered::Condition(condition))
            | (Lowered::Condition(condition), Lowered::Condition(Condition::Constant(constant))) => {
                Some(if constant { condition } else { Condition::Not(Box::new(condition)) })
            }
            (Lowered::Condition(left), Lowered::Condition(right)) => {
                let otherwise = Condition::Not(Box::new(right.clone()));
                Some(Condition::If(Box::new([left, right, otherwise])))
            }
            (Lowered::Choice(choice, domain), Lowered::Literal(option))
            | (Lowered::Literal(option), Lowered::Choice(choice, domain)) => {
                let option = self.option(domain, &option, at)?;
                Some(Self::atom(Test::OneOf(choice, OptionSet::of(option))))
            }
            (Lowered::Choice(left, first), Lowered::Choice(right, second))
                if first.options().same_as(second.options()) =>
            {
                Some(Self::atom(Test::Same(left, right)))
            }
            (Lowered::Text(slot), Lowered::Literal(text))
            | (Lowered::Literal(text), Lowered::Text(slot)) => {
                Some(Self::atom(Test::Text(slot, text.into())))
            }
            (left, right) => {
                let problem = Problem::Incomparable {
                    left: left.kind().to_owned(),
                    right: right.kind().to_owned(),
                };
                self.report(position, problem)
            }
        }
    }

    /// `item in container`: an option in a list, or an answer in a list of options.
    pub(super) fn contains(
        &mut self,
        container: Lowered<'v>,
        item: &Expr,
        position: Position,
    ) -> Option<Lowered<'v>> {
        let lowered_item = self.lower(item)?;
        let test = match (container, lowered_item) {
            (Lowered::List(list, slot), Lowered::Literal(option)) => {
                let domain = self.domain(slot)?;
                Test::Contains(list, self.option(domain, &option, start(item))?)
            }
            (Lowered::Literals(options), Lowered::Choice(choice, domain)) => {
                Test::OneOf(choice, self.options(domain, &options)?)
            }
            (container, item) => {
                let problem = Problem::Incomparable {
                    left: container.kind().to_owned(),
                    right: item.kind().to_owned(),
                };
                return self.report(position, problem);
            }
        };
        Some(Lowered::Condition(Self::atom(test)))
    }
}
