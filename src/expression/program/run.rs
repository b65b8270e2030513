//! Runs programs.

use super::{ALONE, Check, Fits, Join, MOST_NUMBERS, Part, Program, Sum, Tests, With};
use crate::expression::Operation;
use crate::expression::evaluate::Facts;
use crate::profile::{Answer, Answers};
use crate::survey::Slot;

/// True, false, or neither where it is unknown.
#[derive(Debug, Clone, Copy)]
struct Outcome {
    yes: bool,
    no: bool,
}

impl Outcome {
    #[inline(always)]
    fn new(known: bool, holds: bool) -> Self {
        Outcome { yes: known & holds, no: known & !holds }
    }

    fn of(outcome: Option<bool>) -> Self {
        Outcome::new(outcome.is_some(), outcome == Some(true))
    }

    fn known(self) -> Option<bool> {
        (self.yes | self.no).then_some(self.yes)
    }
}

/// Conditions under way, the last as the lowest bits. Those that are not true count as false where `ANSWERED`.
#[derive(Default)]
struct Conditions<const ANSWERED: bool> {
    yes: u64,
    no: u64,
    unknown: bool,
}

impl<const ANSWERED: bool> Conditions<ANSWERED> {
    #[inline(always)]
    fn join(&mut self, join: Join, outcome: Outcome) {
        let (yes, no) = match join.negated {
            true => (outcome.no, outcome.yes),
            false => (outcome.yes, outcome.no),
        };
        let (yes, no) = (u64::from(yes), u64::from(no));
        match join.with {
            With::Nothing => {
                self.yes = self.yes << 1 | yes;
                self.no = self.no << 1 | no;
            }
            With::And => {
                self.yes &= !1 | yes;
                self.no |= no;
            }
            With::Or => {
                self.yes |= yes;
                self.no &= !1 | no;
            }
        }
    }

    #[inline(always)]
    fn pop(&mut self) -> Outcome {
        let yes = self.yes & 1 == 1;
        let outcome = Outcome { yes, no: if ANSWERED { !yes } else { self.no & 1 == 1 } };
        self.yes >>= 1;
        self.no >>= 1;
        outcome
    }

    /// What the first of the three last conditions chooses.
    fn chosen(&mut self) -> Outcome {
        let (no, yes, condition) = (self.pop(), self.pop(), self.pop());
        Outcome {
            yes: condition.yes & yes.yes | condition.no & no.yes,
            no: condition.yes & yes.no | condition.no & no.no,
        }
    }

    /// The one condition that is left.
    #[inline(always)]
    fn last(&mut self) -> Outcome {
        let outcome = self.pop();
        match ANSWERED && std::mem::take(&mut self.unknown) {
            true => Outcome { yes: false, no: false },
            false => outcome,
        }
    }
}

/// Numbers under way. One that is unknown is no number.
#[derive(Default)]
struct Numbers {
    numbers: [f64; MOST_NUMBERS],
    count: usize,
}

impl Numbers {
    // Who writes programs sees to it that there is room, and a number to take.
    #[inline(always)]
    fn push(&mut self, number: f64) {
        self.numbers[self.count % MOST_NUMBERS] = number;
        self.count += 1;
    }

    #[inline(always)]
    fn pop(&mut self) -> f64 {
        self.count = self.count.wrapping_sub(1);
        self.numbers[self.count % MOST_NUMBERS]
    }
}

/// What programs are run for.
trait Purpose {
    fn test(&mut self, outcome: Outcome);
    fn condition(&mut self, outcome: Outcome);
}

/// To know which conditions hold.
#[derive(Default)]
struct Deciding(Vec<Option<bool>>);

impl Purpose for Deciding {
    fn test(&mut self, _: Outcome) {}

    #[inline(always)]
    fn condition(&mut self, outcome: Outcome) {
        self.0.push(outcome.known());
    }
}

/// To know whether one does.
#[derive(Default)]
struct One(Option<bool>);

impl Purpose for One {
    fn test(&mut self, _: Outcome) {}

    fn condition(&mut self, outcome: Outcome) {
        self.0 = outcome.known();
    }
}

/// To know all their tests too.
struct Recording<'t> {
    decided: Deciding,
    tests: &'t mut Tests,
}

impl Purpose for Recording<'_> {
    #[inline(always)]
    fn test(&mut self, outcome: Outcome) {
        self.tests.outcomes.push(outcome.known());
    }

    #[inline(always)]
    fn condition(&mut self, outcome: Outcome) {
        self.decided.condition(outcome);
        let start = self.tests.parts.last().map_or(0, |part| part.end);
        self.tests.parts.push(start..self.tests.outcomes.len());
    }
}

impl Program {
    /// Whether each of the conditions holds, in order; unknown for those that are not `asked`, which is asked of some where answers are open.
    pub fn holds(&self, facts: &Facts<'_>, asked: impl Fn(usize) -> bool) -> Vec<Option<bool>> {
        let mut deciding = Deciding(Vec::with_capacity(self.conditions.len()));
        if self.is_answered(facts) {
            self.checked::<true>(&self.checks, facts, &mut deciding);
            self.decide_open(facts, &mut deciding, |_, _| {});
            return deciding.0;
        }
        for (place, condition) in self.conditions.iter().enumerate() {
            match asked(place) {
                true => self.checked::<false>(&self.checks[condition.clone()], facts, &mut deciding),
                false => deciding.0.push(None),
            }
        }
        deciding.0
    }

    /// The same, with the outcomes of all their tests.
    pub fn recorded(&self, facts: &Facts<'_>, tests: &mut Tests) -> Vec<Option<bool>> {
        tests.outcomes.clear();
        tests.parts.clear();
        let decided = Deciding(Vec::with_capacity(self.conditions.len()));
        let mut recording = Recording { decided, tests };
        if !self.is_answered(facts) {
            self.checked::<false>(&self.checks, facts, &mut recording);
        } else {
            self.checked::<true>(&self.checks, facts, &mut recording);
            let Recording { decided, tests } = &mut recording;
            self.decide_open(facts, decided, |place, again| {
                tests.replace(place, |outcomes| outcomes.extend_from_slice(&again.outcomes));
            });
        }
        recording.decided.0
    }

    /// Runs the conditions that are unknown once more, and tells what their tests came to.
    fn decide_open(&self, facts: &Facts<'_>, deciding: &mut Deciding, mut again: impl FnMut(usize, &Tests)) {
        for (place, outcome) in deciding.0.iter_mut().enumerate().filter(|(_, outcome)| outcome.is_none()) {
            let mut tests = Tests::default();
            let mut recording = Recording { decided: Deciding::default(), tests: &mut tests };
            self.checked::<false>(&self.checks[self.conditions[place].clone()], facts, &mut recording);
            *outcome = recording.decided.0.pop().flatten();
            again(place, &tests);
        }
    }

    /// The number, if there is one.
    pub fn value(&self, facts: &Facts<'_>) -> Option<f64> {
        let mut numbers = Numbers::default();
        match self.is_answered(facts) {
            true => self.summed::<true>(&self.sums[self.start..], facts, &mut numbers),
            false => self.summed::<false>(&self.sums[self.start..], facts, &mut numbers),
        }
        Some(numbers.pop()).filter(|number| !number.is_nan())
    }

    fn is_answered(&self, facts: &Facts<'_>) -> bool {
        self.reads.is_some_and(|reads| reads & !facts.answers.first_answered() == 0)
    }

    /// Takes the steps, all of them. With everything `ANSWERED`, a condition that is unknown may not be so.
    #[inline(never)]
    fn checked<const ANSWERED: bool>(&self, checks: &[Check], facts: &Facts<'_>, purpose: &mut impl Purpose) {
        let words = facts.answers.words();
        let known = |slot: Slot| ANSWERED || facts.answers.get(slot).is_some();
        let mut conditions = Conditions::<ANSWERED>::default();
        for check in checks {
            let (join, outcome) = match *check {
                Check::Any { join, slot, options } => {
                    (join, Outcome::new(known(slot), words[slot.index()] & options != 0))
                }
                Check::Number { join, fits, slot, with } => {
                    (join, Outcome::new(known(slot), fits.accepts(f64::from_bits(words[slot.index()]), with)))
                }
                Check::Count { join, fits, slot, with, options } => {
                    let count = (words[slot.index()] & options).count_ones();
                    (join, Outcome::new(known(slot), fits.accepts(count, u32::from(with))))
                }
                Check::Rank { join, fits, slot, with, option } => {
                    (join, Outcome::new(known(slot), fits.accepts(place(facts.answers, slot, option), with)))
                }
                Check::Sums { join, fits, sums } => {
                    let outcome = self.compared::<ANSWERED>(fits, sums, facts);
                    conditions.unknown |= !(outcome.yes | outcome.no);
                    (join, outcome)
                }
                Check::Test { join, test } => {
                    let outcome = Outcome::of(self.tests[usize::from(test)].evaluate(facts));
                    conditions.unknown |= !(outcome.yes | outcome.no);
                    (join, outcome)
                }
                Check::Joined(join) => {
                    let outcome = conditions.pop();
                    conditions.join(join, outcome);
                    continue;
                }
                Check::If => {
                    let outcome = conditions.chosen();
                    conditions.join(ALONE, outcome);
                    continue;
                }
                Check::Constant(flag) => {
                    conditions.join(ALONE, Outcome::new(true, flag));
                    continue;
                }
                Check::End => {
                    purpose.condition(conditions.last());
                    continue;
                }
            };
            purpose.test(outcome);
            conditions.join(join, outcome);
        }
    }

    #[inline(never)]
    fn compared<const ANSWERED: bool>(&self, fits: Fits, sums: Part, facts: &Facts<'_>) -> Outcome {
        let mut numbers = Numbers::default();
        self.summed::<ANSWERED>(&self.sums[sums.range()], facts, &mut numbers);
        let (right, left) = (numbers.pop(), numbers.pop());
        Outcome::new(!left.is_nan() & !right.is_nan(), fits.accepts(left, right))
    }

    /// Takes the steps towards a number, which is the last one then.
    #[inline(always)]
    fn summed<const ANSWERED: bool>(&self, sums: &[Sum], facts: &Facts<'_>, numbers: &mut Numbers) {
        let words = facts.answers.words();
        let or_unknown = |slot: Slot, number: f64| {
            if ANSWERED || facts.answers.get(slot).is_some() { number } else { f64::NAN }
        };
        for sum in sums {
            let number = match *sum {
                Sum::Constant(number) => number,
                Sum::Answer(slot) => or_unknown(slot, f64::from_bits(words[slot.index()])),
                Sum::Chosen { slot, options } => {
                    or_unknown(slot, f64::from((words[slot.index()] & options).count_ones()))
                }
                Sum::Missing { slot, options } => {
                    or_unknown(slot, f64::from((options & !words[slot.index()]).count_ones()))
                }
                Sum::Rank { slot, option } => or_unknown(slot, f64::from(place(facts.answers, slot, option))),
                Sum::Other(number) => self.numbers[usize::from(number)].evaluate(facts).unwrap_or(f64::NAN),
                Sum::Calculate(operation) => {
                    let (right, left) = (numbers.pop(), numbers.pop());
                    calculated(operation, left, right)
                }
                Sum::Negate => -numbers.pop(),
                Sum::Round => numbers.pop().round(),
                Sum::If(condition) => {
                    let (no, yes) = (numbers.pop(), numbers.pop());
                    match self.within(condition, facts) {
                        Some(true) => yes,
                        Some(false) => no,
                        None => f64::NAN,
                    }
                }
            };
            numbers.push(number);
        }
    }

    /// A condition within a number.
    fn within(&self, part: Part, facts: &Facts<'_>) -> Option<bool> {
        let mut one = One::default();
        self.checked::<false>(&self.checks[part.range()], facts, &mut one);
        one.0
    }
}

/// The place of the option in a ranking, 1 for the first; 0 if it is not chosen.
#[inline(always)]
fn place(answers: &Answers, slot: Slot, option: u8) -> u8 {
    match answers.get(slot) {
        Some(Answer::Ranking(ranking)) => ranking.place(option).map_or(0, |place| place as u8 + 1),
        Some(Answer::Options(options)) => u8::from(options.has(option)),
        _ => 0,
    }
}

#[inline(always)]
fn calculated(operation: Operation, left: f64, right: f64) -> f64 {
    // The smaller of a number and none would be the number.
    let known = !left.is_nan() & !right.is_nan();
    let number = operation.of(left, right);
    if known & number.is_finite() { number } else { f64::NAN }
}
