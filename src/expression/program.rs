//! Conditions and numbers as programs without a branch: what every profile is put through.
//!
//! The typed form is a tree that can be printed, put into words and taken apart. What decides rules is also written down flat, as steps that
//! are all taken, one after the other, whatever comes out: each test joins its outcome to what the tests before it came to. That is
//! quicker than to skip what no longer matters, because a processor guesses wrong where to go on as often as profiles differ. And so the outcome
//! of every test is known in the end, which is what explanations are made of. Unknown is unknown here as in the tree.
//!
//! Where everything that a program looks at is answered, the same steps are taken without a thought for unknowns. Should one come up all the same,
//! of a division by zero or an open type, they are taken once more with it.
//!
//! Calls of scripts are not made for nothing: expressions that have some are left to the tree.

use std::ops::Range;

use super::{Comparison, Number, Operation, Test};
use crate::survey::Slot;

mod run;
mod write;

/// The most numbers that wait for a calculation, and the most conditions that wait to be joined.
const MOST_NUMBERS: usize = 8;
const MOST_CONDITIONS: usize = 64;

/// Conditions, or a number, written flat.
#[derive(Debug, Default)]
pub(crate) struct Program {
    checks: Vec<Check>,
    sums: Vec<Sum>,
    /// The steps of each condition.
    conditions: Vec<Range<usize>>,
    /// Where the steps of the number begin; those before belong to parts of it.
    start: usize,
    /// The questions whose answers the steps look at, as bits, if they are all among the first.
    reads: Option<u64>,
    /// The tests and numbers of rarer forms, which the tree evaluates.
    tests: Vec<Test>,
    numbers: Vec<Number>,
}

/// The outcomes of all tests of several conditions, whether they mattered or not.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Tests {
    outcomes: Vec<Option<bool>>,
    /// Those of each condition.
    parts: Vec<Range<usize>>,
}

impl Tests {
    /// Those of the condition at `place`, in their order.
    pub fn of(&self, place: usize) -> &[Option<bool>] {
        self.parts.get(place).map_or(&[], |part| &self.outcomes[part.clone()])
    }

    /// There are so many conditions, and no outcome is known yet.
    pub fn clear(&mut self, conditions: usize) {
        self.outcomes.clear();
        self.parts.clear();
        self.parts.resize(conditions, 0..0);
    }

    /// Those of the condition at `place` are others.
    pub fn replace(&mut self, place: usize, with: impl FnOnce(&mut Vec<Option<bool>>)) {
        let start = self.outcomes.len();
        with(&mut self.outcomes);
        self.parts[place] = start..self.outcomes.len();
    }
}

/// A step towards an outcome.
#[derive(Debug, Clone, Copy)]
enum Check {
    /// Whether the answer has one of the options: flags have the option 0 if they are set.
    Any {
        join: Join,
        slot: Slot,
        options: u64,
    },
    /// Whether a number answered compares so.
    Number {
        join: Join,
        fits: Fits,
        slot: Slot,
        with: f64,
    },
    /// Whether so many of the options are chosen.
    Count {
        join: Join,
        fits: Fits,
        slot: Slot,
        with: u8,
        options: u64,
    },
    /// Whether the option has such a place.
    Rank {
        join: Join,
        fits: Fits,
        slot: Slot,
        with: u8,
        option: u8,
    },
    /// Whether two numbers compare so.
    Sums {
        join: Join,
        fits: Fits,
        sums: Part,
    },
    /// A test of another form.
    Test {
        join: Join,
        test: u16,
    },
    /// The rest are no tests. What the last condition came to is joined to the one before.
    Joined(Join),
    /// Of the three last conditions, the first decides which of the others counts.
    If,
    Constant(bool),
    /// A condition is complete.
    End,
}

/// A step towards a number: one more, or a calculation with the last ones.
#[derive(Debug, Clone, Copy)]
enum Sum {
    Constant(f64),
    Answer(Slot),
    Chosen {
        slot: Slot,
        options: u64,
    },
    Missing {
        slot: Slot,
        options: u64,
    },
    Rank {
        slot: Slot,
        option: u8,
    },
    Other(u16),
    Calculate(Operation),
    Negate,
    Round,
    /// The condition decides which of the last two counts.
    If(Part),
}

/// Steps that belong together.
#[derive(Debug, Clone, Copy)]
struct Part {
    start: u16,
    end: u16,
}

impl Part {
    fn range(self) -> Range<usize> {
        usize::from(self.start)..usize::from(self.end)
    }
}

/// What becomes of an outcome.
#[derive(Debug, Clone, Copy)]
struct Join {
    negated: bool,
    with: With,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum With {
    /// It stands for itself.
    Nothing,
    And,
    Or,
}

const ALONE: Join = Join { negated: false, with: With::Nothing };

/// Which orders of two numbers a comparison accepts, as bits: less, equal, greater.
#[derive(Debug, Clone, Copy)]
struct Fits(u8);

impl Fits {
    fn of(comparison: Comparison) -> Self {
        Fits(match comparison {
            Comparison::Less => 0b001,
            Comparison::Equal => 0b010,
            Comparison::LessOrEqual => 0b011,
            Comparison::Greater => 0b100,
            Comparison::GreaterOrEqual => 0b110,
        })
    }

    #[inline(always)]
    fn accepts<T: PartialOrd>(self, left: T, right: T) -> bool {
        let order = u8::from(left < right) | u8::from(left == right) << 1 | u8::from(left > right) << 2;
        self.0 & order != 0
    }
}
