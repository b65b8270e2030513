//! Municipalities drawn from the study's shares.

use dteam::Catalog;
use dteam::advice::Measure;
use dteam::survey::Control;
use serde_json::{Map, Value as Json, json};

/// A share of the study: of a yes, or of an option among several.
pub struct Share {
    question: u16,
    option: Option<u8>,
    /// 0..1, in the order of the types.
    pub by_type: Vec<f64>,
}

/// The shares of yes-or-no answers that the estimate rests on.
pub fn shares(catalog: &Catalog) -> Vec<Share> {
    let shares = catalog.benchmarks.iter().filter(|value| {
        let control = catalog.survey.question(value.question).kind.control();
        let of_yes = matches!(control, Control::YesOrNo | Control::Several(_));
        value.indicator && value.measure == Measure::Share && of_yes
    });
    shares
        .map(|value| Share {
            question: value.question.0,
            option: value.option,
            by_type: value.by_type.iter().map(|share| share / 100.0).collect(),
        })
        .collect()
}

/// How answers come about: by their type's share, at a level that differs between municipalities.
pub struct World {
    /// The standard deviation of the level.
    spread: f64,
    /// For each share and type the logarithm of the odds of a yes at level 0.
    offsets: Vec<Vec<f64>>,
}

/// A municipality that was drawn.
pub struct Municipality {
    /// Its answers, in the order of the shares.
    pub yes: Vec<bool>,
}

impl World {
    /// The world in which the shares come out, with this standard deviation of the level.
    pub fn new(shares: &[Share], spread: f64) -> World {
        let offsets = shares.iter().map(|share| {
            share.by_type.iter().map(|share| offset(share.clamp(0.001, 0.999), spread)).collect()
        });
        World { spread, offsets: offsets.collect() }
    }

    /// A municipality of the type.
    pub fn draw(&self, kind: usize, dice: &mut Dice) -> Municipality {
        let level = self.spread * dice.normal();
        let yes = self.offsets.iter().map(|by_type| dice.share() < logistic(by_type[kind] + level));
        Municipality { yes: yes.collect() }
    }
}

impl Municipality {
    /// Its answers as a profile.
    pub fn answers(&self, catalog: &Catalog, shares: &[Share]) -> Json {
        let mut answers: Map<String, Json> = Map::new();
        for (share, yes) in shares.iter().zip(&self.yes) {
            let question = &catalog.survey.questions[usize::from(share.question)];
            let Some((option, options)) = share.option.zip(question.kind.options()) else {
                answers.insert(question.path.clone(), json!(yes));
                continue;
            };
            let chosen = answers.entry(question.path.clone()).or_insert_with(|| json!([]));
            if let (true, Some(chosen)) = (*yes, chosen.as_array_mut()) {
                chosen.push(json!(options.get(option).id.as_str()));
            }
        }
        Json::Object(answers)
    }
}

fn logistic(odds: f64) -> f64 {
    1.0 / (1.0 + (-odds).exp())
}

/// The logarithm of the odds at level 0 with which the share comes out over all levels, by
/// bisection.
fn offset(share: f64, spread: f64) -> f64 {
    let levels = (-500..=500).map(|step| f64::from(step) / 100.0);
    let weighted: Vec<(f64, f64)> =
        levels.map(|level| (level, (-level * level / 2.0).exp())).collect();
    let sum: f64 = weighted.iter().map(|(_, weight)| weight).sum();
    let (mut low, mut high) = (-20.0, 20.0);
    for _ in 0..50 {
        let middle = (low + high) / 2.0;
        let terms =
            weighted.iter().map(|(level, weight)| weight * logistic(middle + spread * level));
        if terms.sum::<f64>() / sum < share { low = middle } else { high = middle }
    }
    low
}

/// Numbers that look random (SplitMix64).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    /// A number from 0 to below 1.
    pub fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A number with normal distribution (Box and Muller 1958).
    fn normal(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.share()).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.share()).cos()
    }
}
