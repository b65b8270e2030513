//! What expressions look at in each question: enough to tell which answers they can tell apart.

use indexmap::IndexMap;

use crate::expression::reads::Read;
use crate::expression::{Choice, Comparison, Condition, List, Number, Test, TypeOf, Value};
use crate::survey::{OptionSet, Slot};

/// Every option there can be.
const EVERY: OptionSet = OptionSet(u64::MAX);

/// What a group of expressions looks at.
#[derive(Debug, Clone, Default)]
pub(super) struct Observed {
    /// The questions, in the order in which they are first looked at.
    pub questions: IndexMap<Slot, Looks>,
    /// The type, and so the goals.
    pub kind: bool,
    /// The second type of a mixed form.
    pub mixed: bool,
    /// The degrees of membership.
    pub memberships: bool,
    /// The type by indicators, on its own.
    pub estimate: bool,
}

/// What is looked at in the answer to one question.
#[derive(Debug, Clone, Default)]
pub(super) struct Looks {
    /// Groups of options that are counted together; a single option is a group of one.
    pub groups: Vec<OptionSet>,
    /// Options told apart from all others.
    pub apart: OptionSet,
    /// Options whose place in the ranking matters.
    pub ranked: OptionSet,
    /// Numbers the answer is compared with.
    pub bounds: Vec<f64>,
    /// The answer goes into a calculation.
    pub calculated: bool,
    /// Texts the answer is compared with.
    pub texts: Vec<Box<str>>,
    /// Of options that are alike, the last ones stand for all.
    pub from_the_end: bool,
}

/// Two questions of which no profile may answer the same option: what is planned is not in use.
#[derive(Debug, Clone, Copy)]
pub(super) struct Opposed(pub Slot, pub Slot);

/// The opposed questions that a contradiction names.
pub(super) fn opposed(contradiction: &Condition) -> Option<Opposed> {
    let Condition::Atom(atom) = contradiction else { return None };
    let Test::Compare(Comparison::Greater | Comparison::GreaterOrEqual, numbers) = &atom.test else { return None };
    let [Number::Count(List::Both(lists)), Number::Constant { .. }] = numbers.as_ref() else { return None };
    match lists.as_ref() {
        [List::Answer(one), List::Answer(other)] => Some(Opposed(*one, *other)),
        _ => None,
    }
}

impl Looks {
    /// The options that are told apart from all others.
    fn alone(&self) -> OptionSet {
        let single = self.groups.iter().filter(|group| group.count() == 1);
        single.fold(self.apart, |apart, group| OptionSet(apart.0 | group.0))
    }
}

impl Observed {
    /// An option told apart in one of two opposed questions is told apart in the other.
    pub fn align(&mut self, Opposed(one, other): Opposed) {
        if !(self.questions.contains_key(&one) && self.questions.contains_key(&other)) {
            return;
        }
        let (one_alone, other_alone) = (self.looks(one).alone(), self.looks(other).alone());
        for (slot, alone) in [(one, other_alone), (other, one_alone)] {
            let looks = self.looks(slot);
            // Options that are not looked at are never chosen, so they are in no one's way.
            let counted = looks.groups.iter().filter(|group| group.count() > 1);
            let counted = counted.fold(0, |counted, group| counted | group.0);
            looks.apart = OptionSet(looks.apart.0 | alone.0 & counted);
        }
        // Where there is room, the rest of the options are chosen so that none is in both.
        self.looks(other).from_the_end = true;
    }

    pub fn condition(&mut self, condition: &Condition) {
        condition.for_each_atom(&mut |atom| self.test(&atom.test));
    }

    pub fn test(&mut self, test: &Test) {
        match test {
            Test::Flag(slot) => {
                self.looks(*slot);
            }
            Test::Text(slot, text) => self.looks(*slot).texts.push(text.clone()),
            Test::Compare(_, numbers) => self.compared(&numbers[0], &numbers[1]),
            Test::OneOf(Choice::Answer(slot), options) => self.looks(*slot).groups.push(*options),
            Test::OneOf(choice, _) => self.choice(*choice),
            Test::Same(left, right) => {
                self.choice(*left);
                self.choice(*right);
            }
            Test::Contains(list, option) => self.list(list, OptionSet::of(*option)),
            Test::Call(call) => call.arguments.iter().for_each(|argument| self.argument(argument)),
        }
    }

    pub fn number(&mut self, number: &Number) {
        match number {
            Number::Constant { .. } | Number::Benchmark { .. } => {}
            Number::Answer(slot) => self.looks(*slot).calculated = true,
            Number::Count(list) => self.list(list, EVERY),
            Number::Rank(slot, option) => {
                let looks = self.looks(*slot);
                looks.ranked = looks.ranked.with(*option);
            }
            Number::Membership(_) => self.memberships = true,
            Number::OwnBenchmark(_) => self.kind = true,
            Number::Calculate(_, numbers) => numbers.iter().for_each(|number| self.number(number)),
            Number::Negate(number) | Number::Round(number) => self.number(number),
            Number::If(parts) => {
                self.condition(&parts.0);
                self.number(&parts.1);
                self.number(&parts.2);
            }
            Number::Call(call) => call.arguments.iter().for_each(|argument| self.argument(argument)),
        }
    }

    /// Something read of which only whether it is known matters.
    pub fn read(&mut self, read: Read) {
        match read {
            Read::Answer(slot) => {
                self.looks(slot);
            }
            Read::Type(of) => self.choice(Choice::Type(of)),
            Read::Membership(_) => self.memberships = true,
            Read::Benchmark(_, of) => self.kind |= of.is_none(),
        }
    }

    pub fn looks(&mut self, slot: Slot) -> &mut Looks {
        self.questions.entry(slot).or_default()
    }

    /// An argument of a script: it may look at every option.
    fn argument(&mut self, argument: &Value) {
        match argument {
            Value::Condition(condition) => self.condition(condition),
            Value::Number(number) => self.number(number),
            Value::Choice(choice) => self.choice(*choice),
            Value::List(list, _) => self.apart(list, EVERY),
            Value::Text(slot) => {
                self.looks(*slot);
            }
            Value::Literal(_) => {}
        }
    }

    /// Two numbers beside each other: a bound where one is the same for every profile.
    fn compared(&mut self, left: &Number, right: &Number) {
        match (left, right) {
            (Number::Answer(slot), other) | (other, Number::Answer(slot)) if fixed(other).is_some() => {
                self.looks(*slot).bounds.extend(fixed(other));
            }
            (left, right) => {
                self.number(left);
                self.number(right);
                self.bounds(left, right);
                self.bounds(right, left);
            }
        }
    }

    /// The constants of a calculation are likely bounds of the answers in it.
    fn bounds(&mut self, calculated: &Number, with: &Number) {
        let mut constants = Vec::new();
        constants_of(calculated, &mut constants);
        constants_of(with, &mut constants);
        calculated.reads(&mut |read| {
            if let Read::Answer(slot) = read
                && let Some(looks) = self.questions.get_mut(&slot)
            {
                looks.bounds.extend(&constants);
            }
        });
    }

    fn choice(&mut self, choice: Choice) {
        match choice {
            // Compared with another answer, every option counts for itself.
            Choice::Answer(slot) => self.looks(slot).apart = EVERY,
            Choice::Type(TypeOf::Advice | TypeOf::Goals) => self.kind = true,
            Choice::Type(TypeOf::Mixed) => self.mixed = true,
            Choice::Type(TypeOf::Indicators) => self.estimate = true,
        }
    }

    /// A list of which the options in `within` are counted.
    fn list(&mut self, list: &List, within: OptionSet) {
        match list {
            List::Answer(slot) => self.looks(*slot).groups.push(within),
            List::Chosen(inner, options) | List::Missing(inner, options) => {
                self.list(inner, OptionSet(options.0 & within.0));
            }
            List::Both(lists) => lists.iter().for_each(|list| self.apart(list, within)),
        }
    }

    /// A list of which each option in `within` counts for itself.
    fn apart(&mut self, list: &List, within: OptionSet) {
        match list {
            List::Answer(slot) => {
                let looks = self.looks(*slot);
                looks.apart = OptionSet(looks.apart.0 | within.0);
            }
            List::Chosen(inner, options) | List::Missing(inner, options) => {
                self.apart(inner, OptionSet(options.0 & within.0));
            }
            List::Both(lists) => lists.iter().for_each(|list| self.apart(list, within)),
        }
    }
}

/// The number, where it is the same for every profile.
fn fixed(number: &Number) -> Option<f64> {
    match number {
        Number::Benchmark { value, .. } => Some(*value),
        number => number.constant(),
    }
}

fn constants_of(number: &Number, found: &mut Vec<f64>) {
    found.extend(fixed(number));
    match number {
        Number::Calculate(_, numbers) => numbers.iter().for_each(|number| constants_of(number, found)),
        Number::Negate(number) | Number::Round(number) => constants_of(number, found),
        Number::If(parts) => {
            constants_of(&parts.1, found);
            constants_of(&parts.2, found);
        }
        _ => {}
    }
}
