//! What a case can say of a step beside its texts: the numbers its priority is made of, which
//! variant and which notes it has, what it comes after and what is part of it.

use std::fmt;

use serde::Serialize;

use dteam_engine::advice::priority::weighed;
use dteam_engine::advice::{Options, Outcome, build, decide};
use dteam_engine::catalog::Catalog;
use dteam_engine::expression::evaluate::Facts;
use dteam_engine::pack::Rule;

/// One thing that a case says of a step.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum StepPart {
    /// How far the municipality is from the target, 0..1.
    Need(f64),
    /// 0..100.
    Priority(f64),
    /// The variant that counts, from 1 in the order of the rule; `None` for the rule as it is.
    Variant(Option<usize>),
    /// The notes that are added to the reason, from 1 in the order of the rule.
    Notes(Vec<usize>),
    /// The steps of the advice that are to be done first, as `pack/rule`.
    After(Vec<String>),
    /// The steps that are part of this one, as `pack/rule`.
    Covers(Vec<String>),
}

/// The parts as cases name them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PartKey {
    Need,
    Priority,
    Variant,
    Notes,
    After,
    Covers,
}

impl PartKey {
    /// All of them, in the order in which cases write them.
    pub const ALL: [PartKey; 6] = [
        PartKey::Need,
        PartKey::Priority,
        PartKey::Variant,
        PartKey::Notes,
        PartKey::After,
        PartKey::Covers,
    ];

    /// The key as cases write it.
    pub fn name(self) -> &'static str {
        match self {
            PartKey::Need => "need",
            PartKey::Priority => "priority",
            PartKey::Variant => "variant",
            PartKey::Notes => "notes",
            PartKey::After => "after",
            PartKey::Covers => "covers",
        }
    }

    /// The part of the step of a rule that fires.
    pub fn of(
        self,
        catalog: &Catalog,
        rule: &Rule,
        facts: &Facts<'_>,
        options: &Options,
    ) -> StepPart {
        let that_fire = |rules: &[usize]| {
            let rules = rules.iter().map(|rule| &catalog.rules[*rule]);
            let fire = rules.filter(|rule| decide::outcome(rule, facts, options) == Outcome::Fires);
            fire.map(|rule| rule.id.clone()).collect()
        };
        match self {
            PartKey::Need => StepPart::Need(weighed(rule, facts).0.need),
            PartKey::Priority => StepPart::Priority(weighed(rule, facts).1),
            PartKey::Variant => StepPart::Variant(rule.variant(facts).map(|variant| variant + 1)),
            PartKey::Notes => {
                let notes = build::notes(rule, facts);
                StepPart::Notes(notes.into_iter().map(|note| note + 1).collect())
            }
            PartKey::After => StepPart::After(that_fire(&rule.after)),
            PartKey::Covers => StepPart::Covers(that_fire(&rule.covers)),
        }
    }
}

impl StepPart {
    pub(super) fn key(&self) -> PartKey {
        match self {
            StepPart::Need(_) => PartKey::Need,
            StepPart::Priority(_) => PartKey::Priority,
            StepPart::Variant(_) => PartKey::Variant,
            StepPart::Notes(_) => PartKey::Notes,
            StepPart::After(_) => PartKey::After,
            StepPart::Covers(_) => PartKey::Covers,
        }
    }

    /// As a case of the pack writes it.
    pub(super) fn written(&self, pack: &str) -> String {
        self.to_string().replace(&format!("{pack}/"), "")
    }

    /// The part as a case can write it: a need has two decimals.
    pub(super) fn rounded(self) -> StepPart {
        match self {
            StepPart::Need(need) => StepPart::Need((need * 100.0).round() / 100.0),
            other => other,
        }
    }

    /// Whether it is what the case says. Numbers are written as they are read in an explanation: a
    /// need with two decimals, a priority with one; rules and notes in any order.
    pub(super) fn is_as(&self, expected: &StepPart) -> bool {
        match (expected, self) {
            (StepPart::Need(expected), StepPart::Need(found)) => {
                (expected - found).abs() <= 0.005 + ROUNDING
            }
            (StepPart::Priority(expected), StepPart::Priority(found)) => {
                (expected - found).abs() <= 0.05 + ROUNDING
            }
            (StepPart::Notes(expected), StepPart::Notes(found)) => {
                sorted(expected) == sorted(found)
            }
            (StepPart::After(expected), StepPart::After(found))
            | (StepPart::Covers(expected), StepPart::Covers(found)) => {
                sorted(expected) == sorted(found)
            }
            (expected, found) => expected == found,
        }
    }
}

/// What half of a last decimal may be off by.
const ROUNDING: f64 = 1e-9;

fn sorted<T: Ord>(items: &[T]) -> Vec<&T> {
    let mut sorted: Vec<&T> = items.iter().collect();
    sorted.sort();
    sorted
}

/// As a case writes it.
impl fmt::Display for StepPart {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StepPart::Need(need) => write!(formatter, "{need}"),
            StepPart::Priority(priority) => write!(formatter, "{priority}"),
            StepPart::Variant(None) => formatter.write_str("null"),
            StepPart::Variant(Some(variant)) => write!(formatter, "{variant}"),
            StepPart::Notes(notes) => {
                let notes: Vec<String> = notes.iter().map(ToString::to_string).collect();
                write!(formatter, "[{}]", notes.join(", "))
            }
            StepPart::After(rules) | StepPart::Covers(rules) => {
                write!(formatter, "[{}]", rules.join(", "))
            }
        }
    }
}
