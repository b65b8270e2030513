//! Conditions over the marks of their tests, as gates.
//!
//! The marks of a condition's tests stand in a row. A gate's own mark is put behind them, so that
//! gates can ask each other. A gate asks whether all of some marks are as wanted; that any of them
//! is, is that not all are otherwise.

use std::ops::Range;

use super::mark::{self, FALSE, Mark, TRUE};

/// How many marks, eight to a word, most conditions have, and how many one may have.
const FEW: usize = 2;
pub(super) const MANY: usize = 8;

/// The gates of several conditions.
#[derive(Debug, Default)]
pub(super) struct Gates {
    few: Conditions<FEW>,
    many: Conditions<MANY>,
    count: usize,
}

/// Conditions with at most this number of words of marks.
#[derive(Debug, Default)]
struct Conditions<const WORDS: usize> {
    conditions: Vec<Condition<WORDS>>,
    gates: Vec<Gate<WORDS>>,
}

/// A condition: a gate, after others of which it asks.
#[derive(Debug)]
struct Condition<const WORDS: usize> {
    all: All<WORDS>,
    negated: bool,
    /// Which one it is.
    index: usize,
    /// The index of its first mark.
    marks: usize,
    /// The bits of its tests' marks.
    own: [u64; WORDS],
    before: Range<usize>,
}

/// True if all bits `wanted` are set; false if any that is `refused` is, the other bit of the same
/// mark.
#[derive(Debug, Clone, Copy)]
struct All<const WORDS: usize> {
    wanted: [u64; WORDS],
    refused: [u64; WORDS],
}

/// What a gate asks, and where its mark goes: the lowest bit of that mark.
#[derive(Debug, Clone, Copy)]
struct Gate<const WORDS: usize> {
    asks: Asks<WORDS>,
    to: [u64; WORDS],
}

#[derive(Debug, Clone, Copy)]
enum Asks<const WORDS: usize> {
    All(All<WORDS>),
    /// The first decides which of the others counts.
    If([Literal; 3]),
}

/// A mark, or its opposite.
#[derive(Debug, Clone, Copy)]
pub(super) struct Literal {
    pub index: u8,
    pub negated: bool,
}

/// A gate as it is written.
#[derive(Debug)]
pub(super) enum Draft {
    All(Vec<Literal>),
    If([Literal; 3]),
}

/// A condition as it is written.
#[derive(Debug)]
pub(super) struct Drafts {
    /// How many tests it has. Behind their marks are those of the gates before the last one.
    pub tests: usize,
    pub before: Vec<Draft>,
    /// All of these have to be true, or one of them false, where the condition is `negated`.
    pub last: Vec<Literal>,
    pub negated: bool,
}

impl Gates {
    /// Adds a condition whose marks begin at `marks`. `None` if there are too many.
    pub fn add(&mut self, marks: usize, drafts: &Drafts) -> Option<()> {
        match drafts.tests + drafts.before.len() {
            count if count <= 8 * FEW => self.few.add(self.count, marks, drafts),
            count if count <= 8 * MANY => self.many.add(self.count, marks, drafts),
            _ => return None,
        }
        self.count += 1;
        Some(())
    }

    /// Adds a condition of which nothing is known.
    pub fn add_none(&mut self) {
        self.count += 1;
    }

    /// How the conditions come out, in order. Behind the `marks` of their tests, there have to be
    /// [`MANY`] words of anything.
    pub fn outcomes(&self, marks: &[Mark]) -> Vec<Option<bool>> {
        let mut outcomes = vec![None; self.count];
        self.few.decide(marks, &mut outcomes);
        self.many.decide(marks, &mut outcomes);
        outcomes
    }
}

impl<const WORDS: usize> Conditions<WORDS> {
    fn add(&mut self, index: usize, marks: usize, drafts: &Drafts) {
        let Drafts { tests, before, last, negated } = drafts;
        let start = self.gates.len();
        let gates = before
            .iter()
            .zip(*tests..)
            .map(|(draft, to)| Gate { asks: Asks::of(draft), to: at(to, 1) });
        self.gates.extend(gates);
        let before = start..self.gates.len();
        let own = (0..*tests).map(|test| at(test, u8::MAX)).fold([0; WORDS], either);
        self.conditions.push(Condition {
            all: All::of(last),
            negated: *negated,
            index,
            marks,
            own,
            before,
        });
    }

    fn decide(&self, marks: &[Mark], outcomes: &mut [Option<bool>]) {
        for Condition { all, negated, index, marks: start, own, before } in &self.conditions {
            // Who calls has left enough behind the last mark.
            let Some(words) = marks[*start..].as_chunks::<8>().0.first_chunk::<WORDS>() else {
                return;
            };
            let mut words = words.map(u64::from_le_bytes);
            words.iter_mut().zip(own).for_each(|(word, own)| *word &= own);
            for gate in &self.gates[before.clone()] {
                gate.pass(&mut words);
            }
            let mark = all.mark(&words);
            let meanings = if *negated { &mark::OPPOSITES } else { &mark::OUTCOMES };
            outcomes[*index] = meanings[usize::from(mark & (TRUE | FALSE))];
        }
    }
}

impl<const WORDS: usize> Gate<WORDS> {
    /// Puts its mark behind those that are there.
    fn pass(&self, words: &mut [u64; WORDS]) {
        let mark = match &self.asks {
            Asks::All(all) => all.mark(words),
            Asks::If(literals) => match literals.map(|literal| literal.mark(words)) {
                [TRUE, yes, _] => yes,
                [FALSE, _, no] => no,
                _ => 0,
            },
        };
        words.iter_mut().zip(&self.to).for_each(|(word, to)| *word |= to * u64::from(mark));
    }
}

/// A mark at its index, the rest empty.
fn at<const WORDS: usize>(index: usize, mark: Mark) -> [u64; WORDS] {
    let mut words = [0; WORDS];
    words[index / 8] = u64::from(mark) << (index % 8 * 8);
    words
}

fn either<const WORDS: usize>(one: [u64; WORDS], other: [u64; WORDS]) -> [u64; WORDS] {
    std::array::from_fn(|word| one[word] | other[word])
}

impl<const WORDS: usize> Asks<WORDS> {
    fn of(draft: &Draft) -> Self {
        match draft {
            Draft::All(literals) => Asks::All(All::of(literals)),
            Draft::If(literals) => Asks::If(*literals),
        }
    }
}

impl<const WORDS: usize> All<WORDS> {
    fn of(literals: &[Literal]) -> Self {
        let mut all = All { wanted: [0; WORDS], refused: [0; WORDS] };
        for literal in literals {
            let (index, mark) =
                (usize::from(literal.index), if literal.negated { FALSE } else { TRUE });
            all.wanted = either(all.wanted, at(index, mark));
            all.refused = either(all.refused, at(index, mark::turned(mark)));
        }
        all
    }

    #[inline(always)]
    fn mark(&self, words: &[u64; WORDS]) -> Mark {
        let (mut missing, mut refused) = (0, 0);
        for (word, (wanted, unwanted)) in words.iter().zip(self.wanted.iter().zip(&self.refused)) {
            missing |= !word & wanted;
            refused |= word & unwanted;
        }
        u8::from(missing == 0) | u8::from(refused != 0) << 1
    }
}

impl Literal {
    fn mark<const WORDS: usize>(self, words: &[u64; WORDS]) -> Mark {
        let index = usize::from(self.index);
        let mark = (words[index / 8] >> (index % 8 * 8)) as u8 & (TRUE | FALSE);
        if self.negated { mark::turned(mark) } else { mark }
    }
}
