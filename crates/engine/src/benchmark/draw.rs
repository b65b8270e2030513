//! Answers drawn for open questions, as the study's values make them likely.
//!
//! Every number drawn depends on nothing but the draw, the question and the option: what one
//! question draws is the same whichever others are open.

use libm::exp;

use super::level::{Grid, LEVELS, levels};
use super::likelihood::smoothed;
use super::{Benchmarks, Measure};
use crate::profile::{Answer, Answers};
use crate::survey::{Control, OptionSet, Question, Slot, Survey};

/// A percentage is drawn in tenths: as many yes-or-no answers as it counts for in the estimate.
const TENTHS: usize = super::likelihood::PERCENT_TRIALS as usize;

/// Names every draw of this program; another number would draw others.
const SEED: u64 = 2019;

/// A type and a general level, as the answers make them likely.
#[derive(Debug, Clone, Copy)]
pub struct Drawn {
    /// The type.
    pub kind: usize,
    level: f64,
}

/// What can be drawn for a profile.
pub struct Drawing {
    /// The joint posterior of types and levels, summed up.
    cumulated: Vec<f64>,
    questions: Vec<(Slot, Form)>,
}

enum Form {
    Flag(Chance),
    Options(Vec<(u8, Chance)>),
    /// The options, and for each type how likely each of them is, adding up to 1.
    Choice {
        key: u64,
        by_type: Vec<Vec<f64>>,
    },
    /// Between the least and the most, in this many steps.
    Steps {
        chance: Chance,
        steps: usize,
        range: (f64, f64),
    },
}

/// How likely a yes is: for each type the logarithm of its odds at level 0.
struct Chance {
    key: u64,
    offsets: Vec<f64>,
}

impl Chance {
    fn comes(&self, trial: usize, draw: u64, of: Drawn) -> bool {
        let probability = 1.0 / (1.0 + exp(-self.offsets[of.kind] - of.level));
        uniform(mixed(self.key ^ trial as u64), draw) < probability
    }
}

impl Drawing {
    /// What can be drawn for these answers: every open question that the study has values for. The
    /// type is drawn too, unless it is given. `shares` has how common each type is, in percent.
    pub fn new(
        benchmarks: &Benchmarks,
        survey: &Survey,
        answers: &Answers,
        (kind, shares): (Option<u8>, &[f64]),
    ) -> Drawing {
        let mut sum = 0.0;
        let joint = benchmarks.posterior(answers, shares).into_iter().enumerate();
        let of_type = |index: usize| kind.is_none_or(|kind| index / LEVELS == usize::from(kind));
        let cumulated = joint.map(|(index, probability)| {
            sum += if of_type(index) { probability } else { 0.0 };
            sum
        });
        let cumulated = cumulated.collect();
        let grid = Grid::new();
        let open = survey.own_slots().filter(|slot| answers.get(*slot).is_none());
        let questions = open.filter_map(|slot| {
            let question = survey.question(slot);
            let form = (!question.fixed).then(|| form(benchmarks, slot, question, &grid))??;
            Some((slot, form))
        });
        let questions = questions.collect();
        Drawing { cumulated, questions }
    }

    /// The questions for which answers are drawn.
    pub fn questions(&self) -> impl Iterator<Item = Slot> {
        self.questions.iter().map(|(slot, _)| *slot)
    }

    /// Type and level in the draw of that number.
    pub fn kind(&self, draw: u64) -> Drawn {
        let all = self.cumulated.last().copied().unwrap_or_default();
        let drawn = uniform(mixed(SEED), draw) * all;
        let index = self.cumulated.partition_point(|sum| *sum <= drawn);
        let index = index.min(self.cumulated.len().saturating_sub(1));
        Drawn { kind: index / LEVELS, level: levels()[index % LEVELS] }
    }

    /// Answers the questions as the draw of that number does.
    pub fn fill(&self, draw: u64, of: Drawn, answers: &mut Answers) {
        for (slot, form) in &self.questions {
            answers.set(*slot, Some(form.draw(draw, of)));
        }
    }
}

impl Form {
    fn draw(&self, draw: u64, of: Drawn) -> Answer {
        match self {
            Form::Flag(chance) => Answer::Flag(chance.comes(0, draw, of)),
            Form::Options(chances) => {
                let chosen = chances.iter().filter(|(_, chance)| chance.comes(0, draw, of));
                Answer::Options(chosen.map(|(option, _)| *option).collect::<OptionSet>())
            }
            Form::Choice { key, by_type } => {
                let (drawn, mut sum) = (uniform(*key, draw), 0.0);
                let own = &by_type[of.kind];
                let chosen = own.iter().position(|probability| {
                    sum += probability;
                    drawn < sum
                });
                Answer::Option(chosen.unwrap_or(own.len() - 1) as u8)
            }
            Form::Steps { chance, steps, range: (least, most) } => {
                let reached = (0..*steps).filter(|trial| chance.comes(*trial, draw, of)).count();
                Answer::Number(least + (most - least) * reached as f64 / *steps as f64)
            }
        }
    }
}

/// How an answer is drawn; `None` where the study lacks values for it.
fn form(benchmarks: &Benchmarks, slot: Slot, question: &Question, grid: &Grid) -> Option<Form> {
    let find = |option: Option<u8>, measure: Measure| {
        let value = benchmarks.get(benchmarks.find(slot, option)?);
        (value.measure == measure).then_some(value.by_type.as_slice())
    };
    let key = |option: &str| key(&question.path, option);
    let chance = |option: &str, shares: &[f64]| Chance {
        key: key(option),
        offsets: shares.iter().map(|share| grid.offset(smoothed(*share))).collect(),
    };
    let parts = |values: &[f64], (least, most): (f64, f64)| -> Vec<f64> {
        values.iter().map(|value| (value - least) / (most - least)).collect()
    };
    match question.kind.control() {
        Control::YesOrNo => {
            Some(Form::Flag(chance("", &parts(find(None, Measure::Share)?, (0.0, 100.0)))))
        }
        Control::Several(options) => {
            let known = |option: u8| find(Some(option), Measure::Share);
            let all = 0..options.0.len() as u8;
            let rest = find(None, Measure::Count).map(|counts| {
                let unknown = all.clone().filter(|option| known(*option).is_none()).count();
                let left = counts.iter().enumerate().map(|(kind, count)| {
                    let shares = all.clone().filter_map(|option| Some(known(option)?[kind]));
                    let left = count - shares.sum::<f64>() / 100.0;
                    (left / unknown.max(1) as f64).clamp(0.0, 1.0)
                });
                left.collect::<Vec<f64>>()
            });
            let chances = all.clone().map(|option| {
                let shares = known(option).map(|shares| parts(shares, (0.0, 100.0)));
                let id = &options.get(option).id;
                Some((option, chance(id, &shares.or_else(|| rest.clone())?)))
            });
            Some(Form::Options(chances.collect::<Option<_>>()?))
        }
        Control::One(options) => {
            let known: Vec<Option<&[f64]>> = (0..options.0.len() as u8)
                .map(|option| find(Some(option), Measure::Share))
                .collect();
            let types = known.iter().flatten().next()?.len();
            let unknown = known.iter().filter(|shares| shares.is_none()).count();
            let by_type = (0..types).map(|kind| {
                let sum: f64 = known.iter().flatten().map(|shares| shares[kind] / 100.0).sum();
                let left = (1.0 - sum).clamp(0.0, 1.0) / unknown.max(1) as f64;
                let shares =
                    known.iter().map(|shares| shares.map_or(left, |all| all[kind] / 100.0));
                let shares: Vec<f64> = shares.map(smoothed).collect();
                let sum: f64 = shares.iter().sum();
                shares.iter().map(|share| share / sum).collect()
            });
            Some(Form::Choice { key: key(""), by_type: by_type.collect() })
        }
        Control::Level(levels) if levels.len() > 1 => {
            let range = question.kind.range()?;
            let chance = chance("", &parts(find(None, Measure::Mean)?, range));
            Some(Form::Steps { chance, steps: levels.len() - 1, range })
        }
        Control::Number(_) if question.kind.is_percent() => {
            let range = question.kind.range()?;
            let chance = chance("", &parts(find(None, Measure::Mean)?, range));
            Some(Form::Steps { chance, steps: TENTHS, range })
        }
        Control::Level(_) | Control::Number(_) | Control::Ranked(..) | Control::Line => None,
    }
}

/// A number for a question and an option of it (FNV-1a).
fn key(question: &str, option: &str) -> u64 {
    let bytes = question.bytes().chain([0]).chain(option.bytes());
    bytes.fold(0xCBF2_9CE4_8422_2325, |key, byte| {
        (key ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    })
}

/// A number from 0 to below 1 that looks random.
fn uniform(key: u64, draw: u64) -> f64 {
    (mixed(key ^ mixed(draw ^ SEED)) >> 11) as f64 / (1u64 << 53) as f64
}

/// SplitMix64 (Steele, Lea and Flood 2014).
fn mixed(state: u64) -> u64 {
    let mut mixed = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}
