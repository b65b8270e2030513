//! Conditions and numbers as programs: what every profile is put through.
//!
//! The typed form is a tree that can be printed, put into words and taken apart. What decides rules
//! is also written down flat. First the tests of all conditions are made, one form of test after
//! the other: those of one form are the same few instructions, without a branch. Each leaves a
//! mark, a byte. Then the gates of each condition ask whether all of some marks are as wanted,
//! eight at a time. Everything is done, whatever comes out: that is quicker than to skip what no
//! longer matters, because a processor guesses wrong where to go on as often as profiles differ.
//! And so the outcome of every test is known in the end, which is what explanations are made of.
//! Unknown is unknown here as in the tree.
//!
//! Calls of scripts are not made for nothing: expressions that have some are left to the tree.

use std::ops::Range;

use self::form::Forms;
use self::gate::{Gates, MANY};
use self::numbers::{Numbers, Value};
use super::evaluate::Facts;

mod form;
mod gate;
mod mark;
mod numbers;
mod write;

/// The number of marks for which no memory has to be allocated.
const FEW: usize = 512;

/// The conditions and needs of several rules, written flat.
#[derive(Debug, Default)]
pub struct Program {
    tests: Forms,
    gates: Gates,
    /// The tests of each condition.
    parts: Vec<Range<usize>>,
    numbers: Numbers,
    needs: Vec<Need>,
    left_to_tree: Vec<usize>,
}

/// How much a rule is needed, once it fires.
#[derive(Debug)]
enum Need {
    /// The rule does not say.
    None,
    Value(Value),
    /// The tree knows.
    Tree,
}

/// What the rules come to for one profile.
pub struct Outcomes<'p> {
    program: &'p Program,
    registers: Vec<f64>,
    /// Whether each condition holds; of those left to the tree, nothing is known.
    pub holds: Vec<Option<bool>>,
}

impl Program {
    /// The rules whose conditions are left to the tree, by their indices.
    pub fn left_to_tree(&self) -> &[usize] {
        &self.left_to_tree
    }

    /// Runs the program on a profile, and adds the outcomes of all tests to those of other
    /// programs, if these are wanted.
    pub fn run(&self, facts: &Facts<'_>, tests: Option<&mut Tests>) -> Outcomes<'_> {
        // Behind the marks are the words that gates may read past them.
        let (mut few, mut many) = ([0; FEW], Vec::new());
        let count = self.tests.count() + 8 * MANY;
        let marks = match few.get_mut(..count) {
            Some(few) => few,
            None => {
                many.resize(count, 0);
                many.as_mut_slice()
            }
        };
        let mut registers = self.numbers.read(facts);
        self.tests.mark(facts, (&self.numbers, &mut registers), marks);
        if let Some(tests) = tests {
            self.add_tests(marks[..self.tests.count()].iter().copied().map(mark::outcome), tests);
        }
        Outcomes { holds: self.gates.outcomes(marks), program: self, registers }
    }

    /// Notes that no test is known.
    pub fn pass_over(&self, tests: &mut Tests) {
        self.add_tests(std::iter::repeat_n(None, self.tests.count()), tests);
    }

    fn add_tests(&self, outcomes: impl Iterator<Item = Option<bool>>, tests: &mut Tests) {
        let before = tests.outcomes.len();
        tests.outcomes.extend(outcomes);
        tests.parts.extend(self.parts.iter().map(|part| before + part.start..before + part.end));
    }
}

impl Outcomes<'_> {
    /// The need of the rule at `index`: `None` if the tree has to be asked; within that, `None` if
    /// there is none, or it is unknown.
    pub fn need(&mut self, index: usize) -> Option<Option<f64>> {
        match &self.program.needs[index] {
            Need::None => Some(None),
            Need::Value(value) => Some(self.program.numbers.value(value, &mut self.registers)),
            Need::Tree => None,
        }
    }
}

/// The outcomes of all tests of several conditions, whether they mattered or not.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tests {
    outcomes: Vec<Option<bool>>,
    /// Those of each condition.
    parts: Vec<Range<usize>>,
}

impl Tests {
    /// Those of the condition at `index`, in their order.
    pub fn of(&self, index: usize) -> &[Option<bool>] {
        self.parts.get(index).map_or(&[], |part| &self.outcomes[part.clone()])
    }

    /// There are none yet.
    pub fn begin(&mut self) {
        self.outcomes.clear();
        self.parts.clear();
    }

    /// Makes room for this number of conditions; no outcome is known yet.
    pub fn clear(&mut self, conditions: usize) {
        self.begin();
        self.parts.resize(conditions, 0..0);
    }

    /// Those of the condition at `index` are others.
    pub fn replace(&mut self, index: usize, with: impl FnOnce(&mut Vec<Option<bool>>)) {
        let start = self.outcomes.len();
        with(&mut self.outcomes);
        self.parts[index] = start..self.outcomes.len();
    }
}
