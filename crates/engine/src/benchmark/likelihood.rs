//! How likely answers are for municipalities of each type and each general level.
//!
//! The level adds to the logarithm of the odds of every share and mean, in all types alike. So an
//! answer's likelihood is that of having nothing (a table of types and levels, made when the values
//! are read) and, for what is there, an amount on a line in the level.

use libm::{exp, log};

use super::level::{Grid, LEVELS, levels, logit};
use super::{Benchmark, Benchmarks, Measure};
use crate::profile::{Answer, Answers};
use crate::survey::{Control, Question, Slot, Survey};

/// A share or mean is drawn towards the middle as if this many more municipalities had been asked,
/// half of them each way (Laplace 1774 with pseudo-counts of one): a printed 0.0 or 100 never
/// decides alone.
const PSEUDO_COUNT: f64 = 1.0;

/// The smallest type had 47 municipalities (study, chapter 3): smoothing assumes no more of any.
const ASKED: f64 = 47.0;

/// A percentage counts as this many yes-or-no answers: there are ten base components it is a share
/// of.
pub(super) const PERCENT_TRIALS: f64 = 10.0;

pub(super) fn smoothed(share: f64) -> f64 {
    (share * ASKED + PSEUDO_COUNT) / (ASKED + 2.0 * PSEUDO_COUNT)
}

/// What the study's values say of the answers to one question.
#[derive(Debug)]
pub(super) struct Evidence {
    question: Slot,
    /// For each type and level the logarithm of the probability that nothing of it is there; empty
    /// for a choice, which has one outcome.
    nothing: Vec<f64>,
    indicators: Vec<Indicator>,
    /// What is there grows with the general level.
    follows_level: bool,
    /// For an option of a choice that has no value of its own, what the others leave: a logarithm
    /// for each type.
    rest: Option<Vec<f64>>,
}

/// One of the study's values.
#[derive(Debug)]
struct Indicator {
    /// The value, by its number.
    benchmark: u16,
    /// For each type what a whole answer adds: the logarithm of its odds at level 0, of a choice
    /// that of its probability.
    by_type: Vec<f64>,
    /// The answer is a sum of this many yes-or-no answers.
    trials: f64,
    /// Nothing of it, and all of it, on the value's own scale.
    range: (f64, f64),
}

pub(super) fn evidence(
    values: &[Benchmark],
    questions: &[Slot],
    survey: &Survey,
    grid: &Grid,
) -> Vec<Evidence> {
    let evidence = questions.iter().map(|slot| {
        let own = values.iter().enumerate().filter(|(_, value)| value.question == *slot);
        let own: Vec<(u16, &Benchmark)> = own
            .filter(|(_, value)| value.indicator)
            .map(|(number, value)| (number as u16, value))
            .collect();
        of_question(*slot, survey.question(*slot), &own, grid)
    });
    evidence.collect()
}

fn of_question(
    slot: Slot,
    question: &Question,
    own: &[(u16, &Benchmark)],
    grid: &Grid,
) -> Evidence {
    let control = question.kind.control();
    let is_choice = matches!(control, Control::One(_));
    // What comes first in a ranking, or is chosen alone, says nothing of how much there is.
    let follows_level = !is_choice && !matches!(control, Control::Ranked(..));
    let mut indicators = Vec::new();
    for (number, benchmark) in own {
        let (range, trials) = match (benchmark.measure, question.kind.range()) {
            (Measure::Share, _) => ((0.0, 100.0), 1.0),
            (Measure::Mean, Some((least, most))) if least < most => {
                let percent = question.kind.is_percent();
                ((least, most), if percent { PERCENT_TRIALS } else { most - least })
            }
            _ => continue,
        };
        let by_type = benchmark.by_type.iter().map(|value| {
            let share = smoothed((value - range.0) / (range.1 - range.0));
            match (is_choice, follows_level) {
                (true, _) => log(share),
                (false, true) => grid.offset(share),
                (false, false) => logit(share),
            }
        });
        let by_type = by_type.collect();
        indicators.push(Indicator { benchmark: *number, by_type, trials, range });
    }
    let mut nothing = Vec::new();
    for indicator in indicators.iter().filter(|_| !is_choice) {
        nothing.resize(indicator.by_type.len() * LEVELS, 0.0);
        for (sums, offset) in nothing.chunks_mut(LEVELS).zip(&indicator.by_type) {
            for (sum, odds) in sums.iter_mut().zip(grid.odds(*offset, follows_level)) {
                *sum -= indicator.trials * log(1.0 + odds);
            }
        }
    }
    let rest = is_choice.then(|| rest(own));
    Evidence { question: slot, nothing, indicators, follows_level, rest }
}

fn rest(own: &[(u16, &Benchmark)]) -> Vec<f64> {
    let types = own.first().map_or(0, |(_, benchmark)| benchmark.by_type.len());
    let shares = |kind: usize| own.iter().map(|(_, value)| value.by_type[kind]).sum::<f64>();
    (0..types).map(|kind| log(smoothed((1.0 - shares(kind) / 100.0).clamp(0.0, 1.0)))).collect()
}

impl Benchmarks {
    /// How probable each type is at each level, all adding up to 1: a row of [`LEVELS`] for each
    /// type. `shares` has how common each type is, in percent.
    pub fn posterior(&self, answers: &Answers, shares: &[f64]) -> Vec<f64> {
        let mut by_type: Vec<f64> = shares.iter().map(|share| log(share.max(0.1))).collect();
        let mut logarithms: Vec<f64> = self.levels.repeat(shares.len());
        let mut amount = 0.0;
        for evidence in &self.evidence {
            if let Some(answer) = answers.get(evidence.question) {
                add(&mut logarithms, &evidence.nothing);
                amount += self.weigh(evidence, answer, &mut by_type);
            }
        }
        for (row, own) in logarithms.chunks_mut(LEVELS).zip(&by_type) {
            for (logarithm, level) in row.iter_mut().zip(levels()) {
                *logarithm += own + amount * level;
            }
        }
        normalised(logarithms)
    }

    /// Adds what there is of one question to each type; gives how much counts for the level.
    fn weigh(&self, evidence: &Evidence, answer: &Answer, by_type: &mut [f64]) -> f64 {
        let mut total = 0.0;
        for indicator in &evidence.indicators {
            let Some(value) = self.get(indicator.benchmark).of_answer(answer) else { continue };
            let (least, most) = indicator.range;
            let amount = indicator.trials * (value - least) / (most - least);
            if amount > 0.0 {
                total += amount;
                for (sum, own) in by_type.iter_mut().zip(&indicator.by_type) {
                    *sum += amount * own;
                }
            }
        }
        if let Some(rest) = evidence.rest.as_ref().filter(|_| total == 0.0) {
            add(by_type, rest);
        }
        if evidence.follows_level { total } else { 0.0 }
    }
}

fn add(sums: &mut [f64], terms: &[f64]) {
    sums.iter_mut().zip(terms).for_each(|(sum, term)| *sum += term);
}

/// The probabilities of these logarithms, adding up to 1.
fn normalised(logarithms: Vec<f64>) -> Vec<f64> {
    let greatest = logarithms.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let mut weights = logarithms;
    weights.iter_mut().for_each(|logarithm| *logarithm = exp(*logarithm - greatest));
    let sum: f64 = weights.iter().sum();
    weights.iter_mut().for_each(|weight| *weight /= sum);
    weights
}
