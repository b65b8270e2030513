//! The general level: some municipalities have more of everything, whatever their type (study, 5.1,
//! 5.2, 6.4). It is a latent trait, normally distributed, of which a fine grid is looked at.

use libm::{exp, log};

/// The number of levels looked at, from -4 to 4 standard deviations. With a handful of nodes some
/// posteriors come out wrong by ten points.
pub const LEVELS: usize = 41;

/// The levels in standard deviations; 0 is what the study's municipalities have on average.
pub fn levels() -> [f64; LEVELS] {
    std::array::from_fn(|index| (index as f64 - 20.0) / 5.0)
}

/// What is computed from the levels once.
pub(super) struct Grid {
    /// How common each level is, adding up to 1.
    weights: [f64; LEVELS],
    /// e to the power of the level: what it makes of odds.
    odds: [f64; LEVELS],
}

impl Grid {
    pub(super) fn new() -> Grid {
        let density = levels().map(|level| exp(-level * level / 2.0));
        let sum: f64 = density.iter().sum();
        Grid { weights: density.map(|density| density / sum), odds: levels().map(exp) }
    }

    /// The logarithms of how common each level is.
    pub(super) fn logarithms(&self) -> [f64; LEVELS] {
        self.weights.map(log)
    }

    /// The logarithm of the odds at level 0 with which the share (between 0 and 1) comes out over
    /// all levels.
    pub(super) fn offset(&self, share: f64) -> f64 {
        // The probit approximation is within a hundredth; each step of Newton's method doubles the
        // correct digits.
        let mut offset = logit(share) * 1.18;
        for _ in 0..5 {
            let odds = exp(offset);
            let (mut mean, mut slope) = (0.0, 0.0);
            for (weight, factor) in self.weights.iter().zip(&self.odds) {
                let probability = odds * factor / (1.0 + odds * factor);
                mean += weight * probability;
                slope += weight * probability * (1.0 - probability);
            }
            offset += (share - mean) / slope;
        }
        offset
    }

    /// The odds at each level, with odds of this logarithm at level 0.
    pub(super) fn odds(&self, offset: f64, follows_level: bool) -> impl Iterator<Item = f64> {
        let odds = exp(offset);
        self.odds.iter().map(move |factor| if follows_level { odds * factor } else { odds })
    }
}

/// The logarithm of a probability's odds.
pub(super) fn logit(probability: f64) -> f64 {
    log(probability / (1.0 - probability))
}
