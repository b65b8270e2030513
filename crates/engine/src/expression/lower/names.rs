//! What names stand for: questions, types of municipality, options.

use rhai::{ASTFlags, Expr, FnCallExpr, Position};

use super::{Domain, Lowered, Lowering, start};
use crate::expression::{Choice, List, Number, Test, TypeOf};
use crate::survey::{Control, OptionSet, Slot};
use dteam_text::diagnostic::{Problem, nearest};

/// The names that stand for a type of municipality.
const TYPE_NAMES: [(&str, TypeOf); 4] = [
    ("type", TypeOf::Advice),
    ("type_by_goals", TypeOf::Goals),
    ("type_by_indicators", TypeOf::Indicators),
    ("mixed_with", TypeOf::Mixed),
];

impl<'v> Lowering<'v, '_, '_> {
    /// `a.b` names a question; `a.b.contains(…)` calls a method on one.
    pub(super) fn dot(&mut self, expression: &Expr) -> Option<Lowered<'v>> {
        let mut chain = Vec::new();
        if let Some(position) = links(expression, &mut chain) {
            return self.unsupported("?.", position);
        }
        let Some((Expr::Variable(variable, _, position), rest)) = chain.split_first() else {
            let [receiver, method] = chain[..] else {
                return self.unsupported("property", expression.position());
            };
            return self.method_on_value(receiver, method, expression);
        };
        let mut path = variable.1.to_string();
        for (index, link) in rest.iter().enumerate() {
            match link {
                Expr::Property(property, _) => {
                    path.push('.');
                    path.push_str(&property.2);
                }
                Expr::MethodCall(call, at) if index + 1 == rest.len() => {
                    let receiver = self.name(&path, *position)?;
                    return self.method(receiver, call, *at, expression);
                }
                other => return self.unsupported("property", other.position()),
            }
        }
        self.name(&path, *position)
    }

    /// `chosen(…).contains("a")`, `["a", "b"].contains(x)`.
    fn method_on_value(
        &mut self,
        receiver: &Expr,
        method: &Expr,
        whole: &Expr,
    ) -> Option<Lowered<'v>> {
        match method {
            Expr::MethodCall(call, position) => {
                let receiver = self.lower(receiver)?;
                self.method(receiver, call, *position, whole)
            }
            other => self.unsupported("property", other.position()),
        }
    }

    fn method(
        &mut self,
        receiver: Lowered<'v>,
        call: &FnCallExpr,
        position: Position,
        whole: &Expr,
    ) -> Option<Lowered<'v>> {
        match (call.name.as_str(), call.args.as_slice()) {
            ("contains", [item]) => self.contains(receiver, item, start(whole)),
            (name, _) => {
                let position = if position.is_none() { start(whole) } else { position };
                self.unknown_function(name, position)
            }
        }
    }

    /// A question's path or one of the names that stand for a type.
    pub(super) fn name(&mut self, path: &str, position: Position) -> Option<Lowered<'v>> {
        let vocabulary = self.vocabulary;
        if let Some((_, of)) = TYPE_NAMES.iter().find(|(name, _)| *name == path) {
            return Some(Lowered::Choice(Choice::Type(*of), Domain::Types(vocabulary.types)));
        }
        let Some(&slot) = vocabulary.by_path.get(path) else {
            let names = vocabulary.questions.iter().map(|question| question.path.as_str());
            let names = names.chain(TYPE_NAMES.iter().map(|(name, _)| *name));
            let nearest = nearest(path, names).or_else(|| self.of_any_group(path));
            let problem = Problem::UnknownPath { path: path.to_owned(), nearest };
            return self.report(position, problem);
        };
        let question = &vocabulary.questions[slot.index()];
        Some(match question.kind.control() {
            Control::One(options) => {
                Lowered::Choice(Choice::Answer(slot), Domain::Question(question, options))
            }
            Control::Several(_) | Control::Ranked(..) => Lowered::List(List::Answer(slot), slot),
            Control::Level(_) | Control::Number(_) => {
                Lowered::Number { number: Number::Answer(slot), whole: false }
            }
            Control::YesOrNo => Lowered::Condition(Self::atom(Test::Flag(slot))),
            Control::Line => Lowered::Text(slot),
        })
    }

    /// The one question of that name in whatever group.
    fn of_any_group(&self, path: &str) -> Option<String> {
        let name = |path: &'_ str| path.rsplit('.').next().map(str::to_owned);
        let mut found = self
            .vocabulary
            .questions
            .iter()
            .map(|question| &question.path)
            .filter(|other| name(other) == name(path));
        found.next().filter(|_| found.next().is_none()).cloned()
    }

    /// The options of the question whose list it is.
    pub(in super::super) fn domain(&self, slot: Slot) -> Option<Domain<'v>> {
        let question = &self.vocabulary.questions[slot.index()];
        question.kind.options().map(|options| Domain::Question(question, options))
    }

    pub(in super::super) fn option(
        &mut self,
        domain: Domain<'v>,
        id: &str,
        position: Position,
    ) -> Option<u8> {
        if let Some(option) = domain.options().find(id) {
            return Some(option);
        }
        let nearest = nearest(id, domain.options().ids());
        let listed = domain.options().listed();
        let problem = match domain {
            Domain::Question(question, _) => Problem::UnknownComparedOption {
                question: question.path.to_string(),
                option: id.to_owned(),
                options: listed,
                nearest,
            },
            Domain::Types(_) => {
                Problem::UnknownMunicipalityType { name: id.to_owned(), types: listed, nearest }
            }
        };
        self.report(position, problem)
    }

    pub(in super::super) fn options(
        &mut self,
        domain: Domain<'v>,
        ids: &[(String, Position)],
    ) -> Option<OptionSet> {
        let found: Vec<_> =
            ids.iter().map(|(id, position)| self.option(domain, id, *position)).collect();
        found.into_iter().collect()
    }
}

/// The links of `a.b.c(…)` in order, which Rhai nests to the right; the position of a `?.` among them,
/// if there is one.
fn links<'e>(expression: &'e Expr, chain: &mut Vec<&'e Expr>) -> Option<Position> {
    match expression {
        Expr::Dot(_, flags, position) if flags.contains(ASTFlags::NEGATED) => Some(*position),
        Expr::Dot(parts, ..) => links(&parts.lhs, chain).or_else(|| links(&parts.rhs, chain)),
        link => {
            chain.push(link);
            None
        }
    }
}
