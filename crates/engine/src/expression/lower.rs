//! Checks a parsed expression against the survey and lowers it to the typed form.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use rhai::{Engine, Expr, FnCallExpr, Position, Stmt, Token};

use super::parse::{self, Source};
use super::script::Function;
use super::{Atom, Choice, Condition, List, Number, Test, Value};
use crate::benchmark::Benchmarks;
use crate::survey::{Options, Question, Slot, Survey};
use dteam_text::diagnostic::{Diagnostics, Location, Problem, SourceFile};
use dteam_text::yaml::Node;

mod names;

/// What an expression can name.
pub struct Vocabulary<'v> {
    /// Rhai's parser.
    pub parser: &'v Engine,
    /// All questions, by their slots.
    pub questions: &'v [Question],
    /// The slots of the questions, by their paths.
    pub by_path: &'v HashMap<String, Slot>,
    /// The types.
    pub types: &'v Options,
    /// What the study measured.
    pub benchmarks: &'v Benchmarks,
    /// The functions of the pack's scripts.
    pub functions: &'v [Arc<Function>],
    /// What was lowered already: the same few expressions stand in most texts, in both languages,
    /// and as conditions.
    pub lowered: RefCell<HashMap<String, Value>>,
}

impl<'v> Vocabulary<'v> {
    /// What expressions on this survey can name.
    pub fn new(
        parser: &'v Engine,
        survey: &'v Survey,
        types: &'v Options,
        benchmarks: &'v Benchmarks,
        functions: &'v [Arc<Function>],
    ) -> Self {
        Vocabulary {
            parser,
            questions: &survey.questions,
            by_path: &survey.by_path,
            types,
            benchmarks,
            functions,
            lowered: RefCell::default(),
        }
    }

    /// Keeps what an expression was lowered to. A call of a script knows its location, so it is not
    /// the same anywhere else.
    fn remember(&self, source: &Source<'_>, value: &Value) {
        let calls_script =
            self.functions.iter().any(|function| source.text().contains(function.name.as_str()));
        if !calls_script {
            self.lowered.borrow_mut().insert(source.text().to_owned(), value.clone());
        }
    }
}

/// Up to here, every whole number is kept exactly (2^53).
const MAX_WHOLE: u64 = 1 << 53;

/// Lowers the node's expression to a condition.
pub fn condition(
    vocabulary: &Vocabulary<'_>,
    node: &Node<'_>,
    problems: &mut Diagnostics<'_>,
) -> Option<Condition> {
    let source = Source::of(node, problems)?;
    if let Some(Value::Condition(condition)) = vocabulary.lowered.borrow().get(source.text()) {
        return Some(condition.clone());
    }
    let condition = with_tree(vocabulary, &source, problems, |lowering, expression| {
        lowering.condition(expression).map(Condition::with_indices)
    })?;
    vocabulary.remember(&source, &Value::Condition(condition.clone()));
    Some(condition)
}

/// Lowers the node's expression to a number.
pub fn number(
    vocabulary: &Vocabulary<'_>,
    node: &Node<'_>,
    problems: &mut Diagnostics<'_>,
) -> Option<Number> {
    let source = Source::of(node, problems)?;
    with_tree(vocabulary, &source, problems, |lowering, expression| lowering.number(expression))
}

/// Lowers an expression in a text to a value of any kind.
pub fn value(
    vocabulary: &Vocabulary<'_>,
    source: &Source<'_>,
    problems: &mut Diagnostics<'_>,
) -> Option<Value> {
    if let Some(value) = vocabulary.lowered.borrow().get(source.text()) {
        return Some(value.clone());
    }
    let value = with_tree(vocabulary, source, problems, |lowering, expression| {
        let lowered = lowering.lower(expression)?;
        lowering.value(lowered, expression)
    })?;
    vocabulary.remember(source, &value);
    Some(value)
}

fn with_tree<T>(
    vocabulary: &Vocabulary<'_>,
    source: &Source<'_>,
    problems: &mut Diagnostics<'_>,
    lower: impl FnOnce(&mut Lowering<'_, '_, '_>, &Expr) -> Option<T>,
) -> Option<T> {
    let tree = parse::parse(vocabulary.parser, source, problems)?;
    let mut lowering = Lowering { vocabulary, source, file: problems.file(), problems: Vec::new() };
    let lowered = match parse::expression(&tree) {
        Some(expression) => lower(&mut lowering, expression),
        None => lowering.unsupported("statement", Position::START),
    };
    let failed = !lowering.problems.is_empty();
    for (position, problem) in lowering.problems {
        problems.error(source.word(position), problem);
    }
    lowered.filter(|_| !failed)
}

/// A lowered expression with what is known of its kind.
pub(super) enum Lowered<'v> {
    Condition(Condition),
    /// `whole`: whole number in plain Rhai too, where a division would cut the result off.
    Number {
        number: Number,
        whole: bool,
    },
    Choice(Choice, Domain<'v>),
    List(List, Slot),
    Text(Slot),
    Literal(String),
    Literals(Vec<(String, Position)>),
}

/// Where an option belongs.
#[derive(Clone, Copy)]
pub(super) enum Domain<'v> {
    Question(&'v Question, &'v Options),
    Types(&'v Options),
}

impl<'v> Domain<'v> {
    pub(super) fn options(&self) -> &'v Options {
        match self {
            Domain::Question(_, options) | Domain::Types(options) => options,
        }
    }
}

impl Lowered<'_> {
    /// The kind's name, as messages use it.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Lowered::Condition(_) => "flag",
            Lowered::Number { .. } => "number",
            Lowered::Choice(..) => "choice",
            Lowered::List(..) => "list",
            Lowered::Text(_) | Lowered::Literal(_) => "text",
            Lowered::Literals(_) => "texts",
        }
    }
}

pub(super) struct Lowering<'v, 's, 'a> {
    pub vocabulary: &'v Vocabulary<'v>,
    pub(super) source: &'s Source<'a>,
    file: &'s Arc<SourceFile>,
    problems: Vec<(Position, Problem)>,
}

impl<'v> Lowering<'v, '_, '_> {
    pub(super) fn report<T>(&mut self, position: Position, problem: Problem) -> Option<T> {
        self.problems.push((position, problem));
        None
    }

    pub(super) fn location(&self, position: Position) -> Location {
        Location { file: Arc::clone(self.file), span: self.source.word(position) }
    }

    pub(super) fn unsupported<T>(&mut self, what: &str, position: Position) -> Option<T> {
        self.report(position, Problem::ExpressionUnsupported { what: what.to_owned() })
    }

    pub(super) fn atom(test: Test) -> Condition {
        Condition::Atom(Atom { index: 0, test })
    }

    pub(super) fn condition(&mut self, expression: &Expr) -> Option<Condition> {
        match self.lower(expression)? {
            Lowered::Condition(condition) => Some(condition),
            other => self.mismatch("flag", other.kind(), expression),
        }
    }

    pub(super) fn number(&mut self, expression: &Expr) -> Option<Number> {
        self.number_or_whole(expression).map(|(number, _)| number)
    }

    pub(super) fn number_or_whole(&mut self, expression: &Expr) -> Option<(Number, bool)> {
        match self.lower(expression)? {
            Lowered::Number { number, whole } => Some((number, whole)),
            other => self.mismatch("number", other.kind(), expression),
        }
    }

    pub(super) fn list(&mut self, expression: &Expr) -> Option<(List, Slot)> {
        match self.lower(expression)? {
            Lowered::List(list, slot) => Some((list, slot)),
            other => self.mismatch("list", other.kind(), expression),
        }
    }

    pub(super) fn mismatch<T>(
        &mut self,
        expected: &str,
        found: &str,
        expression: &Expr,
    ) -> Option<T> {
        let problem =
            Problem::TypeMismatch { expected: expected.to_owned(), found: found.to_owned() };
        self.report(start(expression), problem)
    }

    pub(super) fn lower(&mut self, expression: &Expr) -> Option<Lowered<'v>> {
        match expression {
            Expr::BoolConstant(flag, _) => Some(Lowered::Condition(Condition::Constant(*flag))),
            Expr::IntegerConstant(number, position) if number.unsigned_abs() > MAX_WHOLE => {
                self.too_large(self.source.number(*position), *position)
            }
            Expr::IntegerConstant(number, _) => Some(Lowered::Number {
                number: Number::Constant { value: *number as f64, whole: true },
                whole: true,
            }),
            Expr::FloatConstant(number, position) => self.decimal(**number, *position),
            Expr::StringConstant(text, _) => Some(Lowered::Literal(text.to_string())),
            Expr::Array(items, _) => self.literals(items),
            Expr::Variable(variable, _, position) => self.name(&variable.1, *position),
            Expr::Dot(..) => self.dot(expression),
            Expr::And(operands, _) => {
                Some(Lowered::Condition(Condition::And(self.operands(operands)?)))
            }
            Expr::Or(operands, _) => {
                Some(Lowered::Condition(Condition::Or(self.operands(operands)?)))
            }
            Expr::FnCall(call, position) => self.call(call, *position),
            Expr::Stmt(block) => match block.statements() {
                [statement] => self.statement(statement, expression.position()),
                _ => self.unsupported("statement", expression.position()),
            },
            Expr::InterpolatedString(..) => {
                self.unsupported("interpolation", expression.position())
            }
            Expr::Index(..) => self.unsupported("[ ]", expression.position()),
            Expr::Coalesce(..) => self.unsupported("??", expression.position()),
            _ => self.unsupported(self.source.text(), expression.position()),
        }
    }

    /// A number that is no whole one to the parser: what cannot be calculated with would be another
    /// number, or none.
    fn decimal(&mut self, value: f64, position: Position) -> Option<Lowered<'v>> {
        let written = self.source.number(position);
        // Digits alone, too many for a whole number.
        let is_huge = written.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_');
        let digits = written.split(['e', 'E']).next().unwrap_or_default();
        let is_tiny = value == 0.0 && digits.bytes().any(|byte| matches!(byte, b'1'..=b'9'));
        match value.is_finite() && !is_huge && !is_tiny {
            true => Some(Lowered::Number {
                number: Number::Constant { value, whole: false },
                whole: false,
            }),
            false => self.too_large(written, position),
        }
    }

    pub(super) fn too_large<T>(&mut self, number: &str, position: Position) -> Option<T> {
        self.report(position, Problem::NumberTooLarge { number: number.to_owned() })
    }

    fn operands(&mut self, operands: &[Expr]) -> Option<Box<[Condition]>> {
        let lowered: Vec<_> = operands.iter().map(|operand| self.condition(operand)).collect();
        lowered.into_iter().collect()
    }

    fn statement(&mut self, statement: &Stmt, position: Position) -> Option<Lowered<'v>> {
        match statement {
            Stmt::Expr(expression) => self.lower(expression),
            Stmt::FnCall(call, position) => self.call(call, *position),
            Stmt::If(flow, position) => {
                let condition = self.condition(&flow.expr);
                let (yes, no) = (flow.body.statements(), flow.branch.statements());
                let ([yes], [no]) = (yes, no) else { return self.unsupported("if", *position) };
                let (yes, no) = (self.statement(yes, *position), self.statement(no, *position));
                self.branches(condition?, yes?, no?, *position)
            }
            _ => self.unsupported("statement", position),
        }
    }

    fn branches(
        &mut self,
        condition: Condition,
        yes: Lowered<'v>,
        no: Lowered<'v>,
        position: Position,
    ) -> Option<Lowered<'v>> {
        match (yes, no) {
            (Lowered::Condition(yes), Lowered::Condition(no)) => {
                Some(Lowered::Condition(Condition::If(Box::new([condition, yes, no]))))
            }
            (
                Lowered::Number { number: yes, whole: first },
                Lowered::Number { number: no, whole: second },
            ) => {
                // Either branch may be cut off by a division in plain Rhai.
                let number = Number::If(Box::new((condition, yes, no)));
                Some(Lowered::Number { number, whole: first || second })
            }
            (yes, no) => {
                let problem = Problem::TypeMismatch {
                    expected: yes.kind().to_owned(),
                    found: no.kind().to_owned(),
                };
                self.report(position, problem)
            }
        }
    }

    fn literals(&mut self, items: &[Expr]) -> Option<Lowered<'v>> {
        let mut texts = Vec::with_capacity(items.len());
        for item in items {
            match item {
                Expr::StringConstant(text, position) => texts.push((text.to_string(), *position)),
                other => return self.unsupported("list", other.start_position()),
            }
        }
        Some(Lowered::Literals(texts))
    }

    fn call(&mut self, call: &FnCallExpr, position: Position) -> Option<Lowered<'v>> {
        let arguments = call.args.as_slice();
        match (call.name.as_str(), arguments, &call.op_token) {
            ("!", [operand], Some(_)) => {
                let condition = self.condition(operand)?;
                Some(Lowered::Condition(Condition::Not(Box::new(condition))))
            }
            ("-", [operand], Some(_)) => {
                let (number, whole) = self.number_or_whole(operand)?;
                Some(Lowered::Number { number: Number::Negate(Box::new(number)), whole })
            }
            ("+", [operand], Some(_)) => {
                let (number, whole) = self.number_or_whole(operand)?;
                Some(Lowered::Number { number, whole })
            }
            (operator, [left, right], Some(token)) if *token != Token::NotIn => {
                self.operator(operator, left, right, position)
            }
            ("contains", [container, item], _) => {
                let at = start(item);
                let container = self.lower(container)?;
                self.contains(container, item, at)
            }
            (name, arguments, _) => self.function(name, arguments, position),
        }
    }

    pub(super) fn value(&mut self, lowered: Lowered<'v>, expression: &Expr) -> Option<Value> {
        Some(match lowered {
            Lowered::Condition(condition) => Value::Condition(condition.with_indices()),
            Lowered::Number { number, .. } => Value::Number(number),
            Lowered::Choice(choice, _) => Value::Choice(choice),
            Lowered::List(list, slot) => Value::List(list, slot),
            Lowered::Text(slot) => Value::Text(slot),
            Lowered::Literal(text) => Value::Literal(text.into()),
            Lowered::Literals(_) => return self.mismatch("list", "texts", expression),
        })
    }
}

/// Where an expression begins: Rhai locates an operation at its operator.
pub(super) fn start(expression: &Expr) -> Position {
    match expression {
        Expr::Dot(parts, ..) => start(&parts.lhs),
        Expr::And(operands, _) | Expr::Or(operands, _) => {
            operands.first().map_or(Position::NONE, start)
        }
        Expr::FnCall(call, position) => match call.op_token {
            Some(_) if call.args.len() == 2 => start(&call.args[0]),
            _ => *position,
        },
        other => other.start_position(),
    }
}
