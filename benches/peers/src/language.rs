//! The part of dteam's expressions that the measured rules use, as a tree that can be written in
//! other languages.

use std::iter::Peekable;
use std::str::Chars;

/// True or false.
pub enum Condition {
    And(Vec<Condition>),
    Or(Vec<Condition>),
    Not(Box<Condition>),
    If(Box<[Condition; 3]>),
    Flag(Path),
    /// `path == "option"`
    Is(Path, String),
    OneOf(Path, Vec<String>),
    Contains(Path, String),
    Compare(&'static str, Box<[Number; 2]>),
}

/// A number.
pub enum Number {
    Constant(f64),
    Answer(Path),
    Count(Path),
    CountChosen(Path, Vec<String>),
    CountMissing(Path, Vec<String>),
    CountBoth(Path, Path),
    Rank(Path, String),
    /// `+`, `-`, `*`, `/`
    Calculate(&'static str, Box<[Number; 2]>),
    Min(Box<[Number; 2]>),
    Max(Box<[Number; 2]>),
    If(Box<(Condition, Number, Number)>),
}

/// The path of a question.
pub type Path = String;

/// A part of an expression whose kind its neighbours decide.
enum Part {
    Condition(Condition),
    Number(Number),
    Path(Path),
    Text(String),
    Texts(Vec<String>),
    List(Number),
}

pub fn condition(text: &str) -> Condition {
    Parser::of(text).whole().condition()
}

pub fn number(text: &str) -> Number {
    Parser::of(text).whole().number()
}

impl Part {
    fn condition(self) -> Condition {
        match self {
            Part::Condition(condition) => condition,
            Part::Path(path) => Condition::Flag(path),
            _ => panic!("a condition is expected"),
        }
    }

    fn number(self) -> Number {
        match self {
            Part::Number(number) => number,
            Part::Path(path) => Number::Answer(path),
            _ => panic!("a number is expected"),
        }
    }

    fn path(self) -> Path {
        match self {
            Part::Path(path) => path,
            _ => panic!("a path is expected"),
        }
    }

    fn text(self) -> String {
        match self {
            Part::Text(text) => text,
            _ => panic!("a text is expected"),
        }
    }
}

/// The operators, those that bind least first.
const OPERATORS: [&[&str]; 7] =
    [&["||"], &["&&"], &["==", "!="], &["in", "!in"], &["<=", ">=", "<", ">"], &["+", "-"], &["*", "/"]];

struct Parser<'t> {
    text: &'t str,
    letters: Peekable<Chars<'t>>,
    tokens: Vec<String>,
    at: usize,
}

impl<'t> Parser<'t> {
    fn of(text: &'t str) -> Self {
        let mut parser = Parser { text, letters: text.chars().peekable(), tokens: Vec::new(), at: 0 };
        while let Some(token) = parser.token() {
            parser.tokens.push(token);
        }
        parser
    }

    fn token(&mut self) -> Option<String> {
        while self.letters.next_if(|letter| letter.is_whitespace()).is_some() {}
        let first = self.letters.next()?;
        let mut token = String::from(first);
        let mut take = |fits: &dyn Fn(char) -> bool| {
            while let Some(letter) = self.letters.next_if(|letter| fits(*letter)) {
                token.push(letter);
            }
        };
        match first {
            '"' => {
                take(&|letter| letter != '"');
                self.letters.next();
            }
            '&' | '|' | '=' | '<' | '>' => take(&|letter| matches!(letter, '&' | '|' | '=')),
            '!' => {
                if let Some(next) = self.letters.next_if(|next| *next == '=') {
                    token.push(next);
                }
            }
            letter if letter.is_alphanumeric() => {
                take(&|letter| letter.is_alphanumeric() || matches!(letter, '_' | '.'));
            }
            _ => {}
        }
        // `!in` is one word, `!` before a path or a bracket is not.
        if token == "!" && self.letters.clone().take(3).eq("in ".chars()) {
            token.extend(self.letters.by_ref().take(2));
        }
        Some(token)
    }

    fn peek(&self) -> &str {
        self.tokens.get(self.at).map_or("", String::as_str)
    }

    fn next(&mut self) -> String {
        self.at += 1;
        self.tokens[self.at - 1].clone()
    }

    fn take(&mut self, token: &str) {
        let next = self.next();
        assert_eq!(next, token, "in {}", self.text);
    }

    fn whole(mut self) -> Part {
        let part = self.operation(0);
        assert_eq!(self.at, self.tokens.len(), "{}", self.text);
        part
    }

    fn operation(&mut self, level: usize) -> Part {
        let Some(operators) = OPERATORS.get(level) else { return self.unary() };
        let mut left = self.operation(level + 1);
        while let Some(operator) = operators.iter().find(|operator| **operator == self.peek()) {
            self.next();
            let right = self.operation(level + 1);
            left = combined(operator, left, right);
        }
        left
    }

    fn unary(&mut self) -> Part {
        match self.peek() {
            "!" => {
                self.next();
                Part::Condition(Condition::Not(Box::new(self.unary().condition())))
            }
            _ => self.primary(),
        }
    }

    fn primary(&mut self) -> Part {
        let token = self.next();
        match token.as_str() {
            "(" => {
                let inner = self.operation(0);
                self.take(")");
                inner
            }
            "[" => Part::Texts(self.arguments("]").into_iter().map(Part::text).collect()),
            "if" => {
                let condition = self.operation(0).condition();
                let yes = self.block();
                self.take("else");
                match (yes, self.block()) {
                    (Part::Number(yes), no) => Part::Number(Number::If(Box::new((condition, yes, no.number())))),
                    (yes, no) => Part::Condition(Condition::If(Box::new([condition, yes.condition(), no.condition()]))),
                }
            }
            text if text.starts_with('"') => Part::Text(text[1..].to_owned()),
            number if number.starts_with(|first: char| first.is_ascii_digit()) => {
                Part::Number(Number::Constant(number.parse().expect("digits are a number")))
            }
            name if self.peek() == "(" => {
                self.next();
                let arguments = self.arguments(")");
                called(name, arguments)
            }
            path => Part::Path(path.to_owned()),
        }
    }

    fn block(&mut self) -> Part {
        self.take("{");
        let inner = self.operation(0);
        self.take("}");
        inner
    }

    fn arguments(&mut self, end: &str) -> Vec<Part> {
        let mut arguments = Vec::new();
        while self.peek() != end {
            arguments.push(self.operation(0));
            if self.peek() == "," {
                self.next();
            }
        }
        self.next();
        arguments
    }
}

fn combined(operator: &'static str, left: Part, right: Part) -> Part {
    let not = |condition| Condition::Not(Box::new(condition));
    if matches!(operator, "+" | "-" | "*" | "/") {
        return Part::Number(Number::Calculate(operator, Box::new([left.number(), right.number()])));
    }
    Part::Condition(match (operator, left, right) {
        ("||", left, right) => match left.condition() {
            Condition::Or(operands) => Condition::Or(operands.into_iter().chain([right.condition()]).collect()),
            left => Condition::Or(vec![left, right.condition()]),
        },
        ("&&", left, right) => match left.condition() {
            Condition::And(operands) => Condition::And(operands.into_iter().chain([right.condition()]).collect()),
            left => Condition::And(vec![left, right.condition()]),
        },
        ("in", Part::Text(option), list) => Condition::Contains(list.path(), option),
        ("!in", Part::Text(option), list) => not(Condition::Contains(list.path(), option)),
        ("in", path, Part::Texts(options)) => Condition::OneOf(path.path(), options),
        ("==", path, Part::Text(option)) => Condition::Is(path.path(), option),
        ("!=", path, Part::Text(option)) => not(Condition::Is(path.path(), option)),
        (operator, left, right) => Condition::Compare(operator, Box::new([left.number(), right.number()])),
    })
}

fn called(name: &str, arguments: Vec<Part>) -> Part {
    let mut arguments = arguments.into_iter();
    let mut next = || arguments.next().expect("a function has arguments");
    let texts = |part| match part {
        Part::Texts(texts) => texts,
        _ => panic!("options are expected"),
    };
    match name {
        "count" => Part::Number(match next() {
            Part::List(count) => count,
            list => Number::Count(list.path()),
        }),
        "chosen" => Part::List(Number::CountChosen(next().path(), texts(next()))),
        "missing" => Part::List(Number::CountMissing(next().path(), texts(next()))),
        "both" => Part::List(Number::CountBoth(next().path(), next().path())),
        "rank" => Part::Number(Number::Rank(next().path(), next().text())),
        "min" => Part::Number(Number::Min(Box::new([next().number(), next().number()]))),
        "max" => Part::Number(Number::Max(Box::new([next().number(), next().number()]))),
        method => match method.strip_suffix(".contains") {
            Some(path) => Part::Condition(Condition::Contains(path.to_owned(), next().text())),
            None => panic!("no function {name}"),
        },
    }
}
