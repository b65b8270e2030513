//! A step in full.

use serde::Serialize;

use super::table::Level;
use super::{Fact, StepLink};

/// A step with its reason, its first moves and what it rests on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FullStep {
    /// The step.
    pub step: StepLink,
    /// What it weighs, on a line.
    pub weights: Vec<Weight>,
    /// What to call the reason.
    pub why_label: String,
    /// The reason.
    pub why: String,
    /// What to call the first moves.
    pub moves_label: String,
    /// The first moves.
    pub moves: Vec<String>,
    /// What else there is to say.
    pub facts: Vec<Fact>,
}

/// One of the things that a step is weighed by.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Weight {
    /// Without a colon.
    pub label: String,
    /// A weight from 1 to 5, or a text.
    pub value: Weighed,
}

/// How much something weighs.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weighed {
    /// From 1 to 5.
    Level(Level),
    /// In words or figures.
    Text(String),
}
