//! How often the estimate of the type is right: `cargo run --release --example calibrate`.
//!
//! Municipalities are drawn from the study's shares, so what is true of them is known. Drawing is a
//! calculation of its own and shares no code with the estimate. Naive Bayes, which takes every
//! answer for independent of the others, is shown beside it.

use std::error::Error;

use dteam::{Catalog, Language};

mod draw;
mod steps;

use draw::{Dice, Municipality, Share, World};

/// Municipalities drawn of each type.
const OF_EACH: u64 = 4000;

/// The claims are counted in classes from these probabilities on.
const CLASSES: [f64; 6] = [0.0, 0.5, 0.6, 0.7, 0.8, 0.9];

fn main() -> Result<(), Box<dyn Error>> {
    let catalog = dteam::embedded()?;
    let shares = draw::shares(&catalog);
    println!("{} shares, {OF_EACH} municipalities of each type", shares.len());
    for (name, spread) in [("answers go together", 1.0), ("answers are independent", 0.0)] {
        let (mut naive, mut estimate) = (Claims::default(), Claims::default());
        let world = World::new(&shares, spread);
        let mut dice = Dice::new(1);
        for kind in 0..catalog.typology.count() {
            for _ in 0..OF_EACH {
                let municipality = world.draw(kind, &mut dice);
                let common = catalog.typology.prior.all[kind];
                naive.count(&naive_bayes(&catalog, &shares, &municipality), kind, common);
                if let Some(posterior) = estimated(&catalog, &shares, &municipality)? {
                    estimate.count(&posterior, kind, common);
                }
            }
        }
        println!("\n{name}");
        println!("{:<12}{:>15}{:>15}", "claimed", "naive Bayes", "estimate");
        for class in (0..CLASSES.len()).rev() {
            let from = format!("from {:.0} %", CLASSES[class] * 100.0);
            println!("{from:<12}{:>15}{:>15}", naive.row(class), estimate.row(class));
        }
        println!("{:<12}{:>14.1}%{:>14.1}%", "right", naive.right(), estimate.right());
    }
    steps::calibrate(&catalog)
}

/// What came of the claims, by class: their weight, and that of those that were right.
#[derive(Default)]
struct Claims {
    all: [f64; CLASSES.len()],
    right: [f64; CLASSES.len()],
}

impl Claims {
    /// Counts a claim about a municipality of a type that is so common.
    fn count(&mut self, posterior: &[f64], kind: usize, common: f64) {
        let most =
            (0..posterior.len()).max_by(|one, other| posterior[*one].total_cmp(&posterior[*other]));
        let Some(claimed) = most else { return };
        let class = CLASSES.partition_point(|from| *from <= posterior[claimed]) - 1;
        self.all[class] += common;
        if claimed == kind {
            self.right[class] += common;
        }
    }

    /// How many of the claims in the class are right, and which part of all claims these are.
    fn row(&self, class: usize) -> String {
        let all: f64 = self.all.iter().sum();
        let share = |part: f64, whole: f64| if whole > 0.0 { 100.0 * part / whole } else { 0.0 };
        let (right, made) =
            (share(self.right[class], self.all[class]), share(self.all[class], all));
        format!("{right:.1}% of {made:.1}%")
    }

    fn right(&self) -> f64 {
        100.0 * self.right.iter().sum::<f64>() / self.all.iter().sum::<f64>()
    }
}

/// What the program says.
fn estimated(
    catalog: &Catalog,
    shares: &[Share],
    municipality: &Municipality,
) -> Result<Option<Vec<f64>>, Box<dyn Error>> {
    // A draw that contradicts itself is no profile.
    let Ok(profile) = catalog.profile_from_json("drawn", &municipality.answers(catalog, shares))
    else {
        return Ok(None);
    };
    let found = catalog.classify(&profile, Language::default())?;
    Ok(found.by_indicators.map(|estimate| estimate.posterior.into_values().collect()))
}

fn naive_bayes(catalog: &Catalog, shares: &[Share], municipality: &Municipality) -> Vec<f64> {
    let logarithm = |kind: usize| {
        let answers = shares.iter().zip(&municipality.yes).map(|(share, yes)| {
            let smoothed = (47.0 * share.by_type[kind] + 1.0) / 49.0;
            if *yes { smoothed.ln() } else { (1.0 - smoothed).ln() }
        });
        catalog.typology.prior.all[kind].ln() + answers.sum::<f64>()
    };
    let logarithms: Vec<f64> = (0..catalog.typology.count()).map(logarithm).collect();
    let greatest = logarithms.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let weights: Vec<f64> = logarithms.iter().map(|own| (own - greatest).exp()).collect();
    let sum: f64 = weights.iter().sum();
    weights.iter().map(|weight| weight / sum).collect()
}
