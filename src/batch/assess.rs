//! What a batch needs to know of an advice, without its texts.

use std::collections::HashMap;

use crate::advice::{Advice, Factors, Horizon, Options};
use crate::catalog::Catalog;
use crate::classification::Basis;
use crate::diagnostic::Invalid;
use crate::profile::Profile;

/// The type and the steps of one municipality. Types and rules by their places in the catalog.
#[derive(Debug)]
pub(super) struct Assessed {
    pub kind: Option<u8>,
    pub basis: Option<Basis>,
    pub mixed_with: Option<u8>,
    pub goals_and_work_differ: bool,
    /// The most important first.
    pub steps: Vec<Step>,
    pub undecided: Vec<usize>,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Step {
    pub rule: usize,
    pub priority: f64,
    pub factors: Factors,
    pub horizon: Horizon,
}

/// The places of rules by their ids.
#[derive(Debug)]
pub(super) struct Places(HashMap<Box<str>, usize>);

impl Places {
    pub fn of(catalog: &Catalog) -> Self {
        Places(catalog.rules.iter().enumerate().map(|(place, rule)| (rule.id.clone(), place)).collect())
    }
}

/// Assesses a profile where nobody asks for texts.
pub(super) fn assess(catalog: &Catalog, profile: &Profile, options: &Options) -> Result<Assessed, Invalid> {
    let found = catalog.assess(profile, options)?;
    let kind = |id: Option<&str>| catalog.typology.names.find(id?);
    let steps = found.steps.iter().map(|step| {
        let (priority, factors, horizon) = (step.priority, step.factors, step.horizon);
        Step { rule: step.place, priority, factors, horizon }
    });
    Ok(Assessed {
        kind: kind(found.kind),
        basis: found.basis,
        mixed_with: kind(found.mixed_with),
        goals_and_work_differ: found.goals_and_work_differ,
        steps: steps.collect(),
        undecided: found.undecided,
    })
}

/// The same from an advice that has been given.
pub(super) fn of_advice(catalog: &Catalog, places: &Places, advice: &Advice) -> Assessed {
    let kind = |id: &Option<String>| catalog.typology.names.find(id.as_deref()?);
    let place = |id: &str| places.0.get(id).copied();
    let steps = advice.steps.iter().filter_map(|step| {
        let (priority, factors, horizon) = (step.priority, step.factors, step.horizon);
        Some(Step { rule: place(&step.rule)?, priority, factors, horizon })
    });
    Assessed {
        kind: kind(&advice.classification.kind),
        basis: advice.classification.basis,
        mixed_with: kind(&advice.classification.mixed_with),
        goals_and_work_differ: advice.classification.goals_and_work_differ,
        steps: steps.collect(),
        undecided: advice.undecided.iter().filter_map(|undecided| place(&undecided.rule)).collect(),
    }
}
