//! How likely answers are for municipalities of each type: naive Bayes over the study's values. The
//! logarithms are taken once, when the values are read.

use super::{Benchmark, Benchmarks, Measure};
use crate::profile::{Answer, Answers};
use crate::survey::{Control, Slot, Survey};

/// A share or mean is drawn towards the middle as if this many more municipalities had been asked,
/// half of them each way (Laplace 1774 with pseudo-counts of one): a printed 0.0 or 100 never
/// decides alone.
const PSEUDO_COUNT: f64 = 1.0;

/// The smallest type had 47 municipalities (study, chapter 3): smoothing assumes no more of any.
const ASKED: f64 = 47.0;

/// A percentage counts as this many yes-or-no answers: there are ten base components it is a share
/// of.
const PERCENT_TRIALS: f64 = 10.0;

fn smoothed(share: f64) -> f64 {
    (share * ASKED + PSEUDO_COUNT) / (ASKED + 2.0 * PSEUDO_COUNT)
}

/// What one of the study's values says of an answer.
#[derive(Debug)]
pub(super) struct Likelihood {
    /// The value, by its number.
    benchmark: u16,
    scale: Scale,
    /// For each type the logarithms of a probability and of its opposite.
    logarithms: Vec<(f64, f64)>,
}

#[derive(Debug, Clone, Copy)]
enum Scale {
    Share,
    /// A binomial likelihood: this number of trials between the least and the most.
    Mean {
        trials: f64,
        least: f64,
        most: f64,
    },
}

/// For an option of a choice that has no value of its own, what the others leave: a logarithm for
/// each type.
#[derive(Debug)]
pub(super) struct Remainder {
    question: Slot,
    by_option: Vec<Option<Vec<f64>>>,
}

pub(super) fn likelihoods(values: &[Benchmark], survey: &Survey) -> Vec<Likelihood> {
    let indicators = values.iter().enumerate().filter(|(_, benchmark)| benchmark.indicator);
    indicators
        .filter_map(|(number, benchmark)| likelihood(number as u16, benchmark, survey))
        .collect()
}

fn likelihood(number: u16, benchmark: &Benchmark, survey: &Survey) -> Option<Likelihood> {
    let kind = &survey.question(benchmark.question).kind;
    let scale = match benchmark.measure {
        Measure::Share => Scale::Share,
        Measure::Mean => {
            let (least, most) = kind.range()?;
            let trials = if kind.is_percent() { PERCENT_TRIALS } else { most - least };
            Scale::Mean { trials, least, most }
        }
        _ => return None,
    };
    let logarithms = benchmark.by_type.iter().map(|value| {
        let probability = match scale {
            Scale::Share => smoothed(value / 100.0),
            Scale::Mean { least, most, .. } => smoothed((value - least) / (most - least)),
        };
        (probability.ln(), (1.0 - probability).ln())
    });
    Some(Likelihood { benchmark: number, scale, logarithms: logarithms.collect() })
}

pub(super) fn remainders(
    values: &[Benchmark],
    indicators: &[Slot],
    survey: &Survey,
) -> Vec<Remainder> {
    let choices = indicators.iter().filter_map(|question| {
        let control = survey.question(*question).kind.control();
        if let Control::One(options) = control { Some((*question, options)) } else { None }
    });
    let remainders = choices.map(|(question, options)| {
        let own: Vec<&Benchmark> =
            values.iter().filter(|value| value.indicator && value.question == question).collect();
        let by_option = (0..options.0.len() as u8).map(|option| {
            let has_value = own.iter().any(|benchmark| benchmark.option == Some(option));
            (!has_value).then(|| remainder(&own))
        });
        Remainder { question, by_option: by_option.collect() }
    });
    remainders.collect()
}

fn remainder(own: &[&Benchmark]) -> Vec<f64> {
    let types = own.first().map_or(0, |benchmark| benchmark.by_type.len());
    let others = |kind: usize| own.iter().map(|benchmark| benchmark.by_type[kind]).sum::<f64>();
    (0..types).map(|kind| smoothed((1.0 - others(kind) / 100.0).clamp(0.0, 1.0)).ln()).collect()
}

impl Benchmarks {
    /// Adds to each type's logarithm how likely the answers are for municipalities of the type.
    pub fn weigh(&self, answers: &Answers, logarithms: &mut [f64]) {
        for likelihood in &self.likelihoods {
            let benchmark = self.get(likelihood.benchmark);
            if let Some(answer) = answers.get(benchmark.question) {
                likelihood.weigh(benchmark, answer, logarithms);
            }
        }
        for remainder in &self.remainders {
            if let Some(Answer::Option(option)) = answers.get(remainder.question)
                && let Some(Some(left)) = remainder.by_option.get(usize::from(*option))
            {
                logarithms.iter_mut().zip(left).for_each(|(logarithm, left)| *logarithm += left);
            }
        }
    }
}

impl Likelihood {
    fn weigh(&self, benchmark: &Benchmark, answer: &Answer, logarithms: &mut [f64]) {
        let by_type = logarithms.iter_mut().zip(&self.logarithms);
        match (&self.scale, answer) {
            // A choice has one outcome: the options that were not chosen say nothing more.
            (Scale::Share, Answer::Option(option)) if benchmark.option == Some(*option) => {
                by_type.for_each(|(logarithm, (chosen, _))| *logarithm += chosen);
            }
            (Scale::Share, Answer::Option(_)) => {}
            (Scale::Share, answer) => match benchmark.of_answer(answer) {
                Some(share) if share > 0.0 => {
                    by_type.for_each(|(logarithm, (chosen, _))| *logarithm += chosen)
                }
                Some(_) => by_type.for_each(|(logarithm, (_, not))| *logarithm += not),
                None => {}
            },
            // But for the factor that all types share.
            (Scale::Mean { trials, least, most }, Answer::Number(number)) => {
                let reached = (number - least) / (most - least);
                by_type.for_each(|(logarithm, (yes, no))| {
                    *logarithm += trials * (reached * yes + (1.0 - reached) * no)
                });
            }
            _ => {}
        }
    }
}
