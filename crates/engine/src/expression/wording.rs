//! Whole conditions in words: every form of test and number, for people who read rules and not
//! expressions.
//!
//! A condition becomes [`Clause`]s, nested as its parts are; each test is a [`Sentence`] about a
//! question or about a number (`numbers.rs`). Nothing falls back to the expression, which stands
//! beside its sentence for those who want to check.

use super::print::Names;
use super::{Choice, Condition, List, Number, Test, TypeOf, Value};
use crate::survey::{Kind, OptionSet, Slot};
use dteam_text::language::Language;
use dteam_text::language::messages::{Argument, message};

mod bounds;
mod numbers;

/// A condition or a part of it, in words.
#[derive(Debug, Clone)]
pub enum Clause {
    /// A single test.
    Test(Sentence),
    /// Several clauses, and how many of them have to hold.
    Group(Quantifier, Vec<Clause>),
    /// The condition that decides which of the other two counts.
    If(Box<[Clause; 3]>),
}

/// How many of a group's clauses have to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quantifier {
    /// Each of them.
    All,
    /// One of them at least.
    Any,
    /// Not each of them.
    NotAll,
    /// Not one of them.
    NoneOf,
}

/// A test in words.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// The question it is about, where it is about one.
    pub question: Option<Slot>,
    /// What is said of the question; the whole sentence where it is about none.
    pub says: String,
    /// The test as an expression.
    pub expression: String,
}

/// Puts expressions into words of one language.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    /// What slots and numbers are called.
    pub names: Names<'a>,
    /// The language of the words.
    pub language: Language,
}

impl Wording<'_> {
    /// The condition in words.
    pub fn condition(self, condition: &Condition) -> Clause {
        self.clause(condition, false)
    }

    /// Negations go down to the tests, where they have words of their own.
    fn clause(self, condition: &Condition, negated: bool) -> Clause {
        let each = |operands: &[Condition]| {
            operands.iter().map(|operand| self.clause(operand, false)).collect()
        };
        match condition {
            Condition::Constant(flag) => {
                let says = self.constant(*flag != negated);
                Clause::Test(Sentence {
                    question: None,
                    says,
                    expression: (*flag != negated).to_string(),
                })
            }
            Condition::Atom(atom) => {
                let expression = match negated {
                    true => self.names.condition(&Condition::Not(Box::new(condition.clone()))),
                    false => self.names.test(&atom.test),
                };
                let (question, says) = self.test(&atom.test, negated);
                Clause::Test(Sentence { question, says, expression })
            }
            Condition::Not(operand) => self.clause(operand, !negated),
            Condition::And(operands) if negated => {
                Clause::Group(Quantifier::NotAll, each(operands))
            }
            Condition::And(operands) => Clause::Group(Quantifier::All, each(operands)),
            Condition::Or(operands) if negated => Clause::Group(Quantifier::NoneOf, each(operands)),
            Condition::Or(operands) => Clause::Group(Quantifier::Any, each(operands)),
            Condition::If(parts) => {
                let [condition, yes, no] = parts.as_ref();
                let parts = [
                    self.clause(condition, false),
                    self.clause(yes, negated),
                    self.clause(no, negated),
                ];
                Clause::If(Box::new(parts))
            }
        }
    }

    /// The question a test is about, and what it says of it.
    fn test(self, test: &Test, negated: bool) -> (Option<Slot>, String) {
        match test {
            Test::Flag(slot) => (Some(*slot), self.yes_or_no(!negated)),
            Test::Compare(comparison, numbers) => self.compared(*comparison, numbers, negated),
            Test::OneOf(choice, options) => self.one_of(*choice, *options, negated),
            Test::Same(left, right) => {
                let (first, second) = (self.choice(*left), self.choice(*right));
                let id = if negated { "wording-different" } else { "wording-same" };
                (None, self.with(id, &[("first", first.into()), ("second", second.into())]))
            }
            Test::Contains(list, option) => self.contained(list, *option, negated),
            Test::Text(slot, text) => (Some(*slot), self.unless(negated, self.quoted(text))),
            Test::Call(call) => {
                (None, format!("{}: {}", self.call(call), self.yes_or_no(!negated)))
            }
        }
    }

    fn one_of(self, choice: Choice, options: OptionSet, negated: bool) -> (Option<Slot>, String) {
        let labels: Vec<String> =
            options.iter().map(|option| self.option(choice, option)).collect();
        let says = match (labels.as_slice(), negated) {
            ([], _) => return (None, self.constant(negated)),
            ([one], _) => self.unless(negated, one.clone()),
            (several, false) => self.joined(several, "or"),
            (several, true) => {
                let nor = format!(" {} ", self.say("wording-nor"));
                self.with("wording-neither", &[("options", several.join(&nor).into())])
            }
        };
        match choice {
            Choice::Answer(slot) => (Some(slot), says),
            Choice::Type(_) => (None, format!("{}: {says}", self.choice(choice))),
        }
    }

    /// Whether an option is in a list.
    fn contained(self, list: &List, option: u8, negated: bool) -> (Option<Slot>, String) {
        match list {
            List::Answer(slot) => {
                let id = if negated { "wording-not-among" } else { "wording-among" };
                let option = self.option(Choice::Answer(*slot), option);
                (Some(*slot), self.with(id, &[("option", option.into())]))
            }
            List::Chosen(inner, options) if options.has(option) => {
                self.contained(inner, option, negated)
            }
            List::Missing(inner, options) if options.has(option) => {
                self.contained(inner, option, !negated)
            }
            List::Chosen(..) | List::Missing(..) => (None, self.constant(negated)),
            List::Both(lists) => {
                let id = if negated { "wording-not-among-both" } else { "wording-among-both" };
                let option = self.option(Choice::Answer(question(list)), option);
                let (first, second) = (self.list(&lists[0]), self.list(&lists[1]));
                let parts =
                    [("option", option.into()), ("first", first.into()), ("second", second.into())];
                (None, self.with(id, &parts))
            }
        }
    }

    /// A condition in one line, for use within another text.
    pub fn in_line(self, clause: &Clause) -> String {
        let nested = |clause: &Clause| match clause {
            Clause::Test(_) => self.in_line(clause),
            _ => format!("({})", self.in_line(clause)),
        };
        match clause {
            Clause::Test(sentence) => match sentence.question {
                Some(slot) => format!("{}: {}", self.label(slot), sentence.says),
                None => sentence.says.clone(),
            },
            Clause::Group(quantifier, clauses) => {
                let clauses: Vec<String> = clauses.iter().map(nested).collect();
                let listed = |id: &str| self.with(id, &[("tests", clauses.join("; ").into())]);
                match quantifier {
                    Quantifier::All => clauses.join(&format!(" {} ", self.say("wording-and"))),
                    Quantifier::Any => clauses.join(&format!(" {} ", self.say("or"))),
                    Quantifier::NotAll => listed("wording-not-together"),
                    Quantifier::NoneOf => listed("wording-none-of"),
                }
            }
            Clause::If(parts) => {
                let [condition, yes, no] = parts.as_ref().clone().map(|part| nested(&part));
                self.if_else(condition, yes, no)
            }
        }
    }

    /// What a text is filled in with, as a name for it: `Eingesetzte Basiskomponenten, soweit nicht
    /// genannt: Formularserver`.
    pub fn placeholder(self, value: &Value) -> String {
        match value {
            Value::Condition(condition) => self.in_line(&self.condition(condition)),
            Value::Number(Number::Answer(slot))
            | Value::Choice(Choice::Answer(slot))
            | Value::Text(slot) => self.label(*slot),
            Value::Number(number) => self.number(number),
            Value::Choice(choice) => self.choice(*choice),
            Value::List(list, _) => self.listed(list),
            Value::Literal(text) => text.to_string(),
        }
    }

    fn listed(self, list: &List) -> String {
        let some = |id: &str, inner: &List, options: OptionSet| {
            let named = Choice::Answer(question(inner));
            let options: Vec<String> =
                options.iter().map(|option| self.plain_option(named, option)).collect();
            self.with(
                id,
                &[("list", self.listed(inner).into()), ("options", options.join(", ").into())],
            )
        };
        match list {
            List::Answer(slot) => self.label(*slot),
            List::Chosen(inner, options) => some("wording-as-far-as-chosen", inner, *options),
            List::Missing(inner, options) => some("wording-as-far-as-missing", inner, *options),
            List::Both(lists) => {
                let (first, second) = (self.listed(&lists[0]), self.listed(&lists[1]));
                self.with("wording-common", &[("first", first.into()), ("second", second.into())])
            }
        }
    }

    /// A list as part of a sentence: a question's label in quotes, all else in brackets.
    fn list(self, list: &List) -> String {
        let described = match list {
            List::Answer(slot) => return self.quoted(&self.label(*slot)),
            List::Chosen(inner, options) | List::Missing(inner, options) => {
                let options = self.options(inner, *options);
                let id = match list {
                    List::Chosen(..) => "wording-list-chosen",
                    _ => "wording-list-missing",
                };
                self.with(id, &[("list", self.list(inner).into()), ("options", options.into())])
            }
            List::Both(lists) => {
                let (first, second) = (self.list(&lists[0]), self.list(&lists[1]));
                self.with("wording-common", &[("first", first.into()), ("second", second.into())])
            }
        };
        format!("({described})")
    }

    /// The options of a list, quoted, with commas between them.
    fn options(self, list: &List, options: OptionSet) -> String {
        let named = Choice::Answer(question(list));
        let options: Vec<String> =
            options.iter().map(|option| self.option(named, option)).collect();
        options.join(", ")
    }

    /// The name of what is chosen: a question's label, or the kind of type.
    fn choice(self, choice: Choice) -> String {
        match choice {
            Choice::Answer(slot) => self.quoted(&self.label(slot)),
            Choice::Type(of) => self.say(match of {
                TypeOf::Advice => "type",
                TypeOf::Goals => "type-by-goals",
                TypeOf::Indicators => "type-by-indicators",
                TypeOf::Mixed => "mixed-with",
            }),
        }
    }

    fn option(self, choice: Choice, option: u8) -> String {
        self.quoted(&self.plain_option(choice, option))
    }

    fn plain_option(self, choice: Choice, option: u8) -> String {
        match choice {
            Choice::Answer(slot) => {
                let options = self.names.survey.question(slot).kind.options();
                options.map_or_else(String::new, |options| {
                    options.get(option).label.get(self.language).to_string()
                })
            }
            Choice::Type(_) => {
                self.names.typology.names.get(option).label.get(self.language).to_string()
            }
        }
    }

    fn label(self, slot: Slot) -> String {
        self.names.survey.question(slot).label.get(self.language).to_string()
    }

    fn kind(&self, slot: Slot) -> &dyn Kind {
        self.names.survey.question(slot).kind.as_ref()
    }

    /// `a, b oder c`
    fn joined(self, items: &[String], conjunction: &str) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => format!("{} {} {last}", first.join(", "), self.say(conjunction)),
        }
    }

    fn if_else(self, condition: String, yes: String, no: String) -> String {
        self.with(
            "wording-if-else",
            &[("condition", condition.into()), ("yes", yes.into()), ("no", no.into())],
        )
    }

    fn quoted(self, text: &str) -> String {
        self.with("wording-quoted", &[("text", text.into())])
    }

    fn unless(self, negated: bool, value: String) -> String {
        if negated { self.with("wording-not", &[("value", value.into())]) } else { value }
    }

    fn constant(self, flag: bool) -> String {
        self.say(if flag { "wording-always" } else { "wording-never" })
    }

    fn yes_or_no(self, flag: bool) -> String {
        super::template::yes_or_no(flag, self.language)
    }

    fn say(self, id: &str) -> String {
        message(self.language, id, &[])
    }

    fn with(self, id: &str, arguments: &[(&str, Argument)]) -> String {
        message(self.language, id, arguments)
    }
}

/// The question whose options a list holds.
fn question(list: &List) -> Slot {
    match list {
        List::Answer(slot) => *slot,
        List::Chosen(inner, _) | List::Missing(inner, _) => question(inner),
        List::Both(lists) => question(&lists[0]),
    }
}
