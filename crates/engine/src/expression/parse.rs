//! From an expression in a YAML scalar to Rhai's syntax tree, with every span known in the YAML
//! file.

use std::ops::Range;

use rhai::{AST, Engine, Expr, LexError, OptimizationLevel, ParseErrorType, Position, Stmt};

use dteam_text::diagnostic::{Diagnostics, Problem};
use dteam_text::yaml::{Node, Value, offset};

/// An expression as it stands in a file: the decoded text, or a part of it, and where it comes
/// from.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The text of the file.
    pub file: &'a str,
    /// Location of the whole scalar.
    pub span: &'a Range<usize>,
    /// The scalar's whole decoded text.
    pub scalar: &'a str,
    /// The part of the text that is the expression.
    pub part: (usize, usize),
}

impl<'a> Source<'a> {
    /// The scalar of `node` as one expression; reports it if the node is no scalar.
    pub fn of<'f: 'a>(node: &'a Node<'_>, problems: &mut Diagnostics<'f>) -> Option<Self> {
        let Value::Scalar(scalar) = &node.value else {
            let problem = Problem::WrongKind {
                expected: "expression",
                found: dteam_text::yaml::fields::found(node),
            };
            problems.error(node.span.clone(), problem);
            return None;
        };
        let text = scalar.text.as_ref();
        Some(Source {
            file: &problems.file().text,
            span: &node.span,
            scalar: text,
            part: (0, text.len()),
        })
    }

    /// The expression as it is written.
    pub fn text(&self) -> &'a str {
        &self.scalar[self.part.0..self.part.1]
    }

    /// The span in the file of the expression's bytes `from..to`.
    pub fn span(&self, from: usize, to: usize) -> Range<usize> {
        let start = offset::in_file(self.file, self.span, self.scalar, self.part.0 + from);
        match to > from {
            false => start..start,
            true => {
                let last = self.text()[..to].char_indices().next_back().map_or(from, |(at, _)| at);
                let last = offset::in_file(self.file, self.span, self.scalar, self.part.0 + last);
                let width =
                    self.file[last.min(self.file.len())..].chars().next().map_or(0, char::len_utf8);
                start..(last + width).max(start)
            }
        }
    }

    /// The span of the word, path, number or quoted text that begins at `position`.
    pub fn word(&self, position: Position) -> Range<usize> {
        let from = self.offset(position);
        let rest = &self.text()[from..];
        let first = rest.chars().next();
        let length = match first {
            Some(quote @ ('"' | '\'' | '`')) => {
                rest[1..].find(quote).map_or(rest.len(), |end| end + 2)
            }
            Some(letter) if letter.is_alphanumeric() || letter == '_' => rest
                .find(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '_' | '.')))
                .unwrap_or(rest.len()),
            Some(_) => rest
                .find(|letter: char| {
                    letter.is_alphanumeric()
                        || letter.is_whitespace()
                        || matches!(letter, '"' | '(')
                })
                .unwrap_or(rest.len())
                .max(1),
            None => 0,
        };
        self.span(from, from + length)
    }

    /// The word before `position` where it is one for “not”, and its span: Rhai takes it for a name
    /// and stumbles at the next.
    fn negation_before(&self, position: Position) -> Option<(Range<usize>, &'a str)> {
        let before = self.text()[..self.offset(position)].trim_end();
        let from = before.rfind(char::is_whitespace).map_or(0, |blank| blank + 1);
        let word = &before[from..];
        (operator(word) == Some("!")).then(|| (self.span(from, before.len()), word))
    }

    /// The number written at `position`.
    pub fn number(&self, position: Position) -> &'a str {
        let rest = &self.text()[self.offset(position)..];
        let mut before = ' ';
        let ends = |letter: char| {
            let is_exponents_sign = matches!(letter, '+' | '-') && matches!(before, 'e' | 'E');
            before = letter;
            !(letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_') || is_exponents_sign)
        };
        &rest[..rest.find(ends).unwrap_or(rest.len())]
    }

    /// The byte offset of a position that Rhai gives by line and column.
    fn offset(&self, position: Position) -> usize {
        let text = self.text();
        let (Some(line), column) = (position.line(), position.position().unwrap_or(1)) else {
            return text.len();
        };
        let line_start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
        let in_line =
            text[line_start.min(text.len())..].char_indices().nth(column.saturating_sub(1));
        in_line.map_or(text.len(), |(at, _)| line_start + at)
    }
}

/// An engine that parses expressions and runs nothing.
pub fn parser() -> Engine {
    let mut engine = Engine::new_raw();
    // Anything else folds the tree away before it can be checked.
    engine.set_optimization_level(OptimizationLevel::None);
    engine.set_max_expr_depths(64, 32);
    engine
}

/// Parses one expression; a syntax error is reported at its span.
pub fn parse(engine: &Engine, source: &Source<'_>, problems: &mut Diagnostics<'_>) -> Option<AST> {
    if source.text().trim().is_empty() {
        problems.error(source.span.clone(), Problem::EmptyText);
        return None;
    }
    match engine.compile_expression(source.text()) {
        Ok(tree) => Some(tree),
        Err(error) => {
            let mut span = source.word(error.position());
            let detail = match error.err_type() {
                // Of a sign that it does not know, Rhai says so twice.
                ParseErrorType::BadInput(LexError::UnexpectedInput(input))
                    if input.starts_with("Unexpected ") =>
                {
                    input.clone()
                }
                other => other.to_string(),
            };
            let word = problems.file().text.get(span.clone()).unwrap_or_default();
            let (mut slip, mut written, mut instead) = (slip(source.text()), "", "");
            if let Some(meant) = operator(word) {
                (slip, written, instead) = ("operator", word, meant);
            } else if let Some((negation, word)) = source.negation_before(error.position()) {
                (slip, written, instead, span) = ("operator", word, "!", negation);
            }
            let (written, instead) = (written.to_owned(), instead.to_owned());
            problems.error(span, Problem::ExpressionSyntax { detail, slip, written, instead });
            None
        }
    }
}

/// The operator that is meant by a word or a mark of everyday language.
fn operator(written: &str) -> Option<&'static str> {
    match written.to_lowercase().as_str() {
        "=" | "ist" | "is" | "est" => Some("=="),
        "≤" => Some("<="),
        "≥" => Some(">="),
        "≠" | "<>" => Some("!="),
        "und" | "and" | "et" => Some("&&"),
        "oder" | "or" | "ou" => Some("||"),
        "nicht" | "not" => Some("!"),
        _ => None,
    }
}

/// What people write who know other languages, or a word processor.
fn slip(text: &str) -> &'static str {
    let digit_before = |mark: &str| {
        let before = text.split(mark).next().unwrap_or_default();
        text.contains(mark) && before.ends_with(|last: char| last.is_ascii_digit())
    };
    if text.contains(['“', '”', '„', '‘', '’', '«', '»']) || text.contains('\'') {
        "quotes"
    } else if text.contains("=<") || text.contains("=>") {
        "order"
    } else if brackets(text) > 0 {
        "bracket-open"
    } else if brackets(text) < 0 {
        "bracket-closed"
    } else if digit_before("%") {
        "percent"
    } else if digit_before(",") {
        "comma"
    } else {
        "other"
    }
}

/// How many more round brackets are opened than closed, those in quotes left out.
fn brackets(text: &str) -> i32 {
    let plain = text.split('"').step_by(2).flat_map(str::chars);
    plain.fold(0, |open, letter| match letter {
        '(' => open + 1,
        ')' => open - 1,
        _ => open,
    })
}

/// Whether an expression can name a question by `path`: not where Rhai reads it as something else.
pub fn can_name(engine: &Engine, path: &str) -> bool {
    // Behind `true` and `false` a point can stand too.
    let is_path = |tree: &AST| match expression(tree) {
        Some(Expr::Dot(parts, ..)) => matches!(parts.lhs, Expr::Variable(..)),
        _ => false,
    };
    engine.compile_expression(path).is_ok_and(|tree| is_path(&tree))
}

/// The one expression of a parsed tree.
pub fn expression(tree: &AST) -> Option<&Expr> {
    match tree.statements() {
        [Stmt::Expr(expression)] => Some(expression),
        _ => None,
    }
}
