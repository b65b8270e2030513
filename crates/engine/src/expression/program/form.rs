//! The tests of conditions by their forms.

use std::ops::{Range, RangeInclusive};

use super::mark::{self, Mark};
use super::numbers::{Count, Numbers, Rank, Register, WRITTEN};
use super::write::counted;
use crate::expression::evaluate::Facts;
use crate::expression::{Choice, Comparison, List, Number, Test};
use crate::survey::{MAX_OPTIONS, MAX_RANKED, Slot, Survey};

/// Tests, those of one form together; each knows the index of its mark.
#[derive(Debug, Default)]
pub(super) struct Forms {
    any: Vec<Marked<Any>>,
    numbers: Vec<Marked<Within>>,
    counts: Vec<Marked<Counted>>,
    ranks: Vec<Marked<Ranked>>,
    calculations: Vec<Marked<Calculated>>,
    others: Vec<Marked<Test>>,
    count: usize,
}

#[derive(Debug, Clone)]
struct Marked<T> {
    test: T,
    index: u32,
}

/// Whether the answer has one of the options: flags have the option 0 if they are set.
#[derive(Debug, Clone, Copy)]
struct Any {
    options: u64,
    slot: Slot,
}

/// Whether a number answered is within bounds.
#[derive(Debug, Clone, Copy)]
struct Within {
    least: f64,
    most: f64,
    slot: Slot,
}

/// Whether this number is chosen.
#[derive(Debug, Clone, Copy)]
struct Counted {
    count: Count,
    least: u8,
    most: u8,
}

/// Whether the option has one of the ranks, as bits: 0 if it is not chosen.
#[derive(Debug, Clone, Copy)]
struct Ranked {
    rank: Rank,
    ranks: u16,
}

/// Whether two numbers compare so once the steps are taken.
#[derive(Debug, Clone)]
struct Calculated {
    steps: Range<usize>,
    comparison: Comparison,
    left: Register,
    right: Register,
}

impl Forms {
    pub fn count(&self) -> usize {
        self.count
    }

    /// Forgets the tests from the `count`th on.
    pub fn truncate(&mut self, count: usize) {
        fn end<T>(tests: &mut Vec<Marked<T>>, count: usize) {
            tests.truncate(tests.partition_point(|test| (test.index as usize) < count));
        }
        end(&mut self.any, count);
        end(&mut self.numbers, count);
        end(&mut self.counts, count);
        end(&mut self.ranks, count);
        end(&mut self.calculations, count);
        end(&mut self.others, count);
        self.count = count;
    }

    /// Adds a test. `None` if it is left to the tree.
    pub fn add(&mut self, test: &Test, numbers: &mut Numbers, survey: &Survey) -> Option<()> {
        let index = u32::try_from(self.count).ok()?;
        match test {
            Test::Flag(slot) => {
                self.any.push(Marked { test: Any { options: 1, slot: *slot }, index })
            }
            Test::OneOf(Choice::Answer(slot), options) => {
                self.any.push(Marked { test: Any { options: options.0, slot: *slot }, index });
            }
            Test::Contains(List::Answer(slot), option) => {
                self.any.push(Marked { test: Any { options: 1 << option, slot: *slot }, index });
            }
            Test::Compare(comparison, operands) => {
                self.add_comparison((*comparison, operands), index, numbers, survey)?;
            }
            other if other.calls() => return None,
            other => self.others.push(Marked { test: other.clone(), index }),
        }
        self.count += 1;
        Some(())
    }

    fn add_comparison(
        &mut self,
        (comparison, operands): (Comparison, &[Number; 2]),
        index: u32,
        numbers: &mut Numbers,
        survey: &Survey,
    ) -> Option<()> {
        let [left, right] = operands;
        let counted = if let Number::Count(list) = left { counted(list, survey) } else { None };
        match (left, right.known(), counted) {
            (Number::Answer(slot), Some(with), _) => {
                let (least, most) = bounds(comparison, with);
                self.numbers.push(Marked { test: Within { least, most, slot: *slot }, index });
            }
            (_, Some(with), Some(count)) => {
                let fitting = fitting(0..=MAX_OPTIONS as u8, comparison, with);
                let (least, most) =
                    (fitting.clone().min().unwrap_or(1), fitting.max().unwrap_or(0));
                self.counts.push(Marked { test: Counted { count, least, most }, index });
            }
            (Number::Rank(slot, option), Some(with), _) => {
                let ranks = fitting(0..=MAX_RANKED as u8, comparison, with);
                let ranks = ranks.fold(0, |ranks, index| ranks | 1 << index);
                self.ranks.push(Marked {
                    test: Ranked { rank: Rank { slot: *slot, option: *option }, ranks },
                    index,
                });
            }
            _ => {
                let left = numbers.add(left, survey)?;
                let free = if left.result < WRITTEN { left.result + 1 } else { 0 };
                let right = numbers.add_from(right, survey, free)?;
                let steps = left.steps.start..right.steps.end;
                let test = Calculated { steps, comparison, left: left.result, right: right.result };
                self.calculations.push(Marked { test, index });
            }
        }
        Some(())
    }

    /// Puts in the marks of all tests; the registers have been read.
    pub fn mark(
        &self,
        facts: &Facts<'_>,
        (numbers, registers): (&Numbers, &mut [f64]),
        marks: &mut [Mark],
    ) {
        let words = facts.answers.words();
        each(&self.any, marks, |&Any { slot, options }| {
            mark::of_test(words.bits(slot) & options != 0, words.is_given(slot))
        });
        each(&self.numbers, marks, |&Within { slot, least, most }| {
            let number = f64::from_bits(words.bits(slot));
            mark::of_test((least <= number) & (number <= most), words.is_given(slot))
        });
        each(&self.counts, marks, |&Counted { count, least, most }| {
            let chosen = count.of(facts.answers) as u8;
            mark::of_test((least <= chosen) & (chosen <= most), words.is_given(count.slot))
        });
        each(&self.ranks, marks, |&Ranked { rank, ranks }| {
            mark::of_test(ranks >> rank.of(facts.answers) & 1 == 1, words.is_given(rank.slot))
        });
        each(&self.calculations, marks, |Calculated { steps, comparison, left, right }| {
            numbers.take(steps.clone(), registers);
            let (left, right) = (registers[usize::from(*left)], registers[usize::from(*right)]);
            mark::of_test(comparison.of(left, right), !left.is_nan() & !right.is_nan())
        });
        each(&self.others, marks, |test| mark::of(test.evaluate(facts)));
    }
}

#[inline(always)]
fn each<T>(tests: &[Marked<T>], marks: &mut [Mark], mut mark: impl FnMut(&T) -> Mark) {
    for Marked { test, index } in tests {
        marks[*index as usize] = mark(test);
    }
}

/// The least and the greatest number that compare so.
fn bounds(comparison: Comparison, with: f64) -> (f64, f64) {
    match comparison {
        Comparison::Equal => (with, with),
        Comparison::Less => (f64::NEG_INFINITY, with.next_down()),
        Comparison::LessOrEqual => (f64::NEG_INFINITY, with),
        Comparison::Greater => (with.next_up(), f64::INFINITY),
        Comparison::GreaterOrEqual => (with, f64::INFINITY),
    }
}

/// Those of the whole numbers that compare so. They follow one another.
fn fitting(
    numbers: RangeInclusive<u8>,
    comparison: Comparison,
    with: f64,
) -> impl Iterator<Item = u8> + Clone {
    numbers.filter(move |number| comparison.of(f64::from(*number), with))
}
