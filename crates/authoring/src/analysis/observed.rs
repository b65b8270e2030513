//! What expressions look at in each question: enough to tell which answers they can tell apart.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use dteam_engine::expression::reads::Read;
use dteam_engine::expression::{
    Choice, Comparison, Condition, List, Number, Operation, Test, TypeOf, Value,
};
use dteam_engine::survey::{OptionSet, Slot};

/// Every option there can be.
const EVERY: OptionSet = OptionSet(u64::MAX);

/// What a group of expressions looks at.
#[derive(Debug, Clone, Default)]
pub(crate) struct Observed {
    /// The questions, in the order in which they are first looked at.
    pub questions: IndexMap<Slot, Looks>,
    /// The type, and so the goals.
    pub kind: bool,
    /// The type by goals: whether there are any matters then.
    pub by_goals: bool,
    /// The second type of a mixed form.
    pub mixed: bool,
    /// The degrees of membership.
    pub memberships: bool,
    /// The type by indicators, on its own.
    pub estimate: bool,
    /// The study's values for the own type: those for all where the type is open.
    pub own_benchmarks: bool,
}

/// What is looked at in the answer to one question.
#[derive(Debug, Clone, Default)]
pub(crate) struct Looks {
    /// Groups of options that are counted together; a single option is a group of one.
    pub groups: Vec<OptionSet>,
    /// Options told apart from all others.
    pub apart: OptionSet,
    /// Options whose rank matters.
    pub ranked: OptionSet,
    /// Groups of options told apart from the others, though nobody counts them.
    pub splits: Vec<OptionSet>,
    /// Numbers the answer is compared with.
    pub bounds: Vec<f64>,
    /// The study's values for the own type that the answer is compared with.
    pub measured: BTreeSet<u16>,
    /// The answer goes into a calculation.
    pub calculated: bool,
    /// What becomes of the answer cannot be told from bounds: it is multiplied, rounded or handed
    /// to a script.
    pub opaque: bool,
    /// Texts the answer is compared with.
    pub texts: Vec<Box<str>>,
    /// Of options that are alike, the last ones stand for all.
    pub from_the_end: bool,
}

/// Two questions of which no profile may answer the same option: what is planned is not in use.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Opposed(pub Slot, pub Slot);

/// The opposed questions that a contradiction names.
pub(crate) fn opposed(contradiction: &Condition) -> Option<Opposed> {
    let Condition::Atom(atom) = contradiction else { return None };
    let Test::Compare(Comparison::Greater | Comparison::GreaterOrEqual, numbers) = &atom.test
    else {
        return None;
    };
    let [Number::Count(List::Both(lists)), Number::Constant { .. }] = numbers.as_ref() else {
        return None;
    };
    match lists.as_ref() {
        [List::Answer(one), List::Answer(other)] => Some(Opposed(*one, *other)),
        _ => None,
    }
}

impl Observed {
    /// Options told apart in one of two opposed questions are told apart in the other: then both
    /// are made of the same groups of alike options, and where there is room in a group, none is
    /// chosen in both.
    pub fn align(&mut self, Opposed(one, other): Opposed) {
        if !(self.questions.contains_key(&one) && self.questions.contains_key(&other)) {
            return;
        }
        let told_apart = |looks: &Looks| -> Vec<OptionSet> {
            let alone = OptionSet(looks.apart.0 | looks.ranked.0);
            let single = alone.iter().map(OptionSet::of);
            looks.groups.iter().chain(&looks.splits).copied().chain(single).collect()
        };
        let (of_one, of_other) = (told_apart(self.looks(one)), told_apart(self.looks(other)));
        self.looks(one).splits.extend(of_other);
        self.looks(other).splits.extend(of_one);
        self.looks(other).from_the_end = true;
    }

    /// The type the advice rests on is looked at, or what comes with it.
    pub fn is_typed(&self) -> bool {
        self.kind || self.mixed || self.memberships
    }

    /// The bounds of the percentages that go into calculations, and how many percentages do.
    pub fn calculated(&self, is_percent: impl Fn(Slot) -> bool) -> (Vec<f64>, usize) {
        let (mut bounds, mut count) = (Vec::new(), 0);
        for (slot, looks) in self.questions.iter().filter(|(_, looks)| looks.calculated) {
            match is_percent(*slot) {
                true => {
                    bounds.extend(&looks.bounds);
                    count += 1;
                }
                // The levels of a scale are whole numbers.
                false => bounds.push(1.0),
            }
        }
        (bounds, count)
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
            Number::Answer(slot) => {
                let looks = self.looks(*slot);
                (looks.calculated, looks.opaque) = (true, true);
            }
            Number::Count(list) => self.list(list, EVERY),
            Number::Rank(slot, option) => {
                let looks = self.looks(*slot);
                looks.ranked = looks.ranked.with(*option);
            }
            Number::Membership(_) => self.memberships = true,
            Number::OwnBenchmark(_) => self.own_benchmark(),
            Number::Calculate(_, numbers) => numbers.iter().for_each(|number| self.number(number)),
            Number::Negate(number) | Number::Round(number) => self.number(number),
            Number::If(parts) => {
                self.condition(&parts.0);
                self.number(&parts.1);
                self.number(&parts.2);
            }
            Number::Call(call) => {
                call.arguments.iter().for_each(|argument| self.argument(argument))
            }
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
            Read::Benchmark(_, None) => self.own_benchmark(),
            Read::Benchmark(..) => {}
        }
    }

    fn own_benchmark(&mut self) {
        (self.kind, self.own_benchmarks) = (true, true);
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
            Value::Text(slot) => self.looks(*slot).opaque = true,
            Value::Literal(_) => {}
        }
    }

    /// Two numbers beside each other: a bound where one is the same for every profile, or for every
    /// profile of a type.
    fn compared(&mut self, left: &Number, right: &Number) {
        match (left, right) {
            (Number::Answer(slot), other) | (other, Number::Answer(slot))
                if fixed(other).is_some() =>
            {
                self.looks(*slot).bounds.extend(fixed(other));
            }
            (Number::Answer(slot), Number::OwnBenchmark(benchmark))
            | (Number::OwnBenchmark(benchmark), Number::Answer(slot)) => {
                self.own_benchmark();
                self.looks(*slot).measured.insert(*benchmark);
            }
            (left, right) => self.calculation(left, right),
        }
    }

    /// The constants in it are likely bounds of the answers in it; they are all there is to know
    /// where answers are but added.
    fn calculation(&mut self, left: &Number, right: &Number) {
        let mut sum = Sum::default();
        sum.add(left);
        sum.add(right);
        let known: Vec<(Slot, bool)> = sum
            .answers
            .iter()
            .map(|slot| (*slot, self.questions.get(slot).is_some_and(|looks| looks.opaque)))
            .collect();
        self.number(left);
        self.number(right);
        for (slot, was_opaque) in known {
            let looks = self.looks(slot);
            looks.bounds.extend(&sum.constants);
            looks.opaque = was_opaque || !sum.is_plain;
        }
    }

    fn choice(&mut self, choice: Choice) {
        match choice {
            // Compared with another answer, every option counts for itself.
            Choice::Answer(slot) => self.looks(slot).apart = EVERY,
            Choice::Type(TypeOf::Advice) => self.kind = true,
            Choice::Type(TypeOf::Goals) => (self.kind, self.by_goals) = (true, true),
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

/// What a comparison of calculated numbers is made of.
struct Sum {
    /// The questions in it.
    answers: Vec<Slot>,
    constants: Vec<f64>,
    /// Each answer is in it once, added or subtracted as it is, beside constants and whole numbers.
    is_plain: bool,
}

impl Default for Sum {
    fn default() -> Self {
        Sum { answers: Vec::new(), constants: Vec::new(), is_plain: true }
    }
}

impl Sum {
    fn add(&mut self, number: &Number) {
        if let Some(constant) = fixed(number) {
            self.constants.push(constant);
            return;
        }
        match number {
            Number::Answer(slot) => self.answer(*slot),
            Number::Calculate(operation, numbers) => {
                self.is_plain &= !matches!(operation, Operation::Multiply | Operation::Divide);
                numbers.iter().for_each(|number| self.add(number));
            }
            Number::Negate(number) => self.add(number),
            // Counts and ranks are whole numbers.
            Number::Count(_) | Number::Rank(..) => self.constants.push(1.0),
            Number::Round(number) => {
                self.is_plain = false;
                self.add(number);
            }
            Number::If(parts) => {
                self.is_plain = false;
                self.add(&parts.1);
                self.add(&parts.2);
            }
            Number::Membership(_) | Number::OwnBenchmark(_) | Number::Call(_) => {
                self.is_plain = false
            }
            Number::Constant { .. } | Number::Benchmark { .. } => {}
        }
    }

    fn answer(&mut self, slot: Slot) {
        match self.answers.contains(&slot) {
            true => self.is_plain = false,
            false => self.answers.push(slot),
        }
    }
}
