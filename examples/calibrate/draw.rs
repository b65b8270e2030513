//! Municipalities drawn from the study's shares.

use std::collections::HashMap;

use dteam::advice::Measure;
use dteam::survey::{Control, Question};
use dteam::{Catalog, Language};
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

/// Draws answers to every question, those without a value of the study too.
pub struct Full {
    /// By question, option and type the logarithm of the odds of a yes at level 0.
    offsets: HashMap<(u16, Option<u8>, usize), f64>,
    /// By question and type the same of every option that the study has no share for, where it says
    /// how many options there are on average.
    rest: HashMap<(u16, usize), f64>,
}

/// What is taken for the share of a yes where the study has none.
const UNKNOWN: f64 = 0.25;

/// So often a contradictory municipality is drawn again.
const ATTEMPTS: usize = 1000;

impl Full {
    pub fn new(catalog: &Catalog) -> Full {
        let mut offsets = HashMap::new();
        for value in catalog.benchmarks.iter().filter(|value| value.holds_for.is_none()) {
            let kind = &catalog.survey.question(value.question).kind;
            let (least, most) = match (value.measure, kind.range()) {
                (Measure::Share, _) => (0.0, 100.0),
                (Measure::Mean, Some(range)) => range,
                _ => continue,
            };
            for (kind, mean) in value.by_type.iter().enumerate() {
                let share: f64 = (mean - least) / (most - least);
                let own = offset(share.clamp(0.001, 0.999), 1.0);
                offsets.insert((value.question.0, value.option, kind), own);
            }
        }
        Full { offsets, rest: rest(catalog) }
    }

    /// A municipality of the type: its goals and facts, and all its answers.
    pub fn draw(
        &self,
        catalog: &Catalog,
        kind: usize,
        dice: &mut Dice,
    ) -> (Map<String, Json>, Map<String, Json>) {
        for _ in 0..ATTEMPTS {
            let level = dice.normal();
            let (mut begun, mut all) = (Map::new(), Map::new());
            let mut unvalued = Vec::new();
            for (slot, question) in catalog.survey.slots().zip(&catalog.survey.questions) {
                // How much there is has nothing to do with what the municipality is.
                let level = if question.fixed { 0.0 } else { level };
                let Some(answer) = self.answer(question, slot.0, (kind, level), dice) else {
                    continue;
                };
                let is_goals = catalog.typology.goals.question == slot;
                if answer.is_array() && !is_goals && !self.has_values(slot.0) {
                    unvalued.push(question.path.clone());
                }
                if question.fixed || is_goals {
                    begun.insert(question.path.clone(), answer.clone());
                }
                all.insert(question.path.clone(), answer);
            }
            // To draw again whatever contradicts itself would favour those who have little: what the
            // study has no values for gives way.
            if catalog.profile_from_json("drawn", &Json::Object(all.clone())).is_err() {
                unvalued.iter().for_each(|path| drop(all.insert(path.clone(), json!([]))));
            }
            let profile = catalog.profile_from_json("drawn", &Json::Object(all.clone()));
            let found = profile.and_then(|profile| catalog.classify(&profile, Language::default()));
            let wanted = catalog.typology.names.get(kind as u8).id.to_string();
            if found.is_ok_and(|found| found.kind == Some(wanted)) {
                return (begun, all);
            }
        }
        (Map::new(), Map::new())
    }

    fn has_values(&self, slot: u16) -> bool {
        self.offsets.keys().any(|(question, _, _)| *question == slot)
            || self.rest.keys().any(|(question, _)| *question == slot)
    }

    fn answer(
        &self,
        question: &Question,
        slot: u16,
        (kind, level): (usize, f64),
        dice: &mut Dice,
    ) -> Option<Json> {
        let offset = |option| self.offsets.get(&(slot, option, kind)).copied();
        let rest = self.rest.get(&(slot, kind)).copied();
        let unknown = rest.unwrap_or((UNKNOWN / (1.0 - UNKNOWN)).ln());
        let chance = |option| logistic(offset(option).unwrap_or(unknown) + level);
        let id =
            |option: u8| question.kind.options().map(|options| options.get(option).id.to_string());
        Some(match question.kind.control() {
            Control::YesOrNo => json!(dice.share() < chance(None)),
            Control::Several(options) => {
                let all = 0..options.0.len() as u8;
                let chosen = all.filter(|option| dice.share() < chance(Some(*option)));
                json!(chosen.filter_map(id).collect::<Vec<_>>())
            }
            Control::Level(levels) => {
                let trials = 1..levels.len();
                json!(trials.filter(|_| dice.share() < chance(None)).count())
            }
            Control::Number(_) if question.kind.is_percent() => {
                json!((0..10).filter(|_| dice.share() < chance(None)).count() * 10)
            }
            Control::Number(bounds) if bounds.max > 150_000.0 => {
                json!((1500.0 * 100f64.powf(dice.share())).round())
            }
            Control::Number(_) | Control::Line => return None,
            // What comes first does not depend on the level.
            Control::One(options) => {
                let weights = (0..options.0.len() as u8)
                    .map(|option| offset(Some(option)).map_or(UNKNOWN, logistic));
                json!(id(drawn(weights.collect(), dice))?)
            }
            Control::Ranked(options, limit) => {
                let weight = |option: u8| offset(Some(option)).map_or(0.1, logistic);
                let mut weights: Vec<f64> = (0..options.0.len() as u8).map(weight).collect();
                let mut ranking = Vec::new();
                for _ in 0..limit.min(options.0.len()) {
                    let next = drawn(weights.clone(), dice);
                    weights[usize::from(next)] = 0.0;
                    ranking.push(id(next)?);
                }
                json!(ranking)
            }
        })
    }
}

/// The index of one of these, as often as its weight says.
fn drawn(weights: Vec<f64>, dice: &mut Dice) -> u8 {
    let mut rest = dice.share() * weights.iter().sum::<f64>();
    let index = weights.iter().position(|weight| {
        rest -= weight;
        rest < 0.0
    });
    index.unwrap_or_default() as u8
}

/// What is left of the mean number of options, in equal parts for those without a share.
fn rest(catalog: &Catalog) -> HashMap<(u16, usize), f64> {
    let values = || catalog.benchmarks.iter().filter(|value| value.holds_for.is_none());
    let mut rest = HashMap::new();
    for count in values().filter(|value| value.measure == Measure::Count) {
        let own = || {
            values()
                .filter(|value| value.question == count.question && value.measure == Measure::Share)
        };
        let options = catalog.survey.question(count.question).kind.options();
        let without = options.map_or(0, |options| options.0.len()) - own().count();
        for (kind, mean) in count.by_type.iter().enumerate() {
            let left = mean - own().map(|value| value.by_type[kind] / 100.0).sum::<f64>();
            let share = (left / without.max(1) as f64).clamp(0.001, 0.999);
            rest.insert((count.question.0, kind), offset(share, 1.0));
        }
    }
    rest
}
