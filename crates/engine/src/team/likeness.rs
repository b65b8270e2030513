//! How much alike two municipalities are by the facts that no step changes: kind, size, Land.

use libm::log;

use crate::catalog::Catalog;
use crate::profile::{Answer, Answers};

/// Two sizes are not alike at all if one is so many times the other.
const FACTOR: f64 = 10.0;

/// What is compared of a municipality, in the order of the survey.
#[derive(Debug, Clone)]
pub(super) struct Features(Vec<Feature>);

#[derive(Debug, Clone, Copy)]
enum Feature {
    Unknown,
    Option(u8),
    /// The logarithm of a number.
    Size(f64),
}

impl Features {
    pub fn of(catalog: &Catalog, answers: &Answers) -> Self {
        let features = catalog.facts_of_municipality().filter_map(|slot| {
            let question = catalog.survey.question(slot);
            if question.kind.options().is_none() && question.kind.range().is_none() {
                return None;
            }
            Some(match answers.get(slot) {
                Some(Answer::Option(option)) => Feature::Option(*option),
                Some(Answer::Number(number)) => Feature::Size(log(number.max(1.0))),
                Some(
                    Answer::Options(_) | Answer::Ranking(_) | Answer::Flag(_) | Answer::Text(_),
                )
                | None => Feature::Unknown,
            })
        });
        Features(features.collect())
    }

    /// 0..1: the mean over the facts; what is unknown is half alike.
    pub fn likeness(&self, other: &Features) -> f64 {
        let alike = |pair: (&Feature, &Feature)| match pair {
            (Feature::Option(one), Feature::Option(other)) => f64::from(u8::from(one == other)),
            (Feature::Size(one), Feature::Size(other)) => {
                (1.0 - (one - other).abs() / log(FACTOR)).max(0.0)
            }
            (Feature::Unknown | Feature::Option(_) | Feature::Size(_), _) => 0.5,
        };
        let count = self.0.len().max(1) as f64;
        self.0.iter().zip(&other.0).map(alike).sum::<f64>() / count
    }
}
