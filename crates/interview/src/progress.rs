//! What the answers so far amount to: the type, the steps, and what has changed since this was told
//! last.

use std::collections::BTreeMap;

use super::Interview;
use super::asked::{as_written, clashing};
use dteam_engine::advice::{Advice, Options};
use dteam_engine::catalog::Catalog;
use dteam_engine::classification::{Basis, TypeAssignment};
use dteam_engine::profile::{Answers, Profile};
use dteam_engine::survey::Slot;
use dteam_text::diagnostic::Invalid;
use dteam_text::language::messages::message;

/// How things stand.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    /// Questions answered.
    pub answered: usize,
    /// Questions in all.
    pub questions: usize,
    /// The type's name, and how far the municipality belongs to it, 0..1.
    pub kind: Option<(String, f64)>,
    /// The type is estimated, for no goals are named.
    pub is_estimate: bool,
    /// Steps that are certain.
    pub steps: usize,
    /// Titles of those that were not there before, the most important first.
    pub new: Vec<String>,
    /// How many are there no more.
    pub gone: usize,
    pub(super) answers: Answers,
    /// The titles by rule.
    titles: BTreeMap<String, String>,
}

impl Progress {
    /// How things stand by these answers.
    pub fn of(catalog: &Catalog, answers: &Answers, options: &Options) -> Result<Self, Invalid> {
        let profile = Profile::new(answers.clone(), Vec::new());
        let advice = catalog.advise(&profile, &options.likely(false))?;
        let classification = &advice.classification;
        let degree = |kind: &str| match classification.basis {
            Some(Basis::Goals) => classification.by_goals.as_ref()?.memberships.get(kind).copied(),
            Some(Basis::Indicators) => {
                classification.by_indicators.as_ref()?.posterior.get(kind).copied()
            }
            None => None,
        };
        let kind =
            classification.label.clone().zip(classification.kind.as_deref().and_then(degree));
        Ok(Progress {
            answered: advice.answered.answers,
            questions: advice.answered.questions,
            kind,
            is_estimate: classification.basis == Some(Basis::Indicators),
            steps: advice.steps.len(),
            new: advice.steps.iter().map(|step| step.title.clone()).collect(),
            gone: 0,
            answers: answers.clone(),
            titles: advice.steps.into_iter().map(|step| (step.rule, step.title)).collect(),
        })
    }

    /// With what is new, and how much is gone, since `before`.
    pub(super) fn since(mut self, before: &Progress) -> Self {
        let known = |title: &String| {
            self.titles.iter().any(|(rule, own)| own == title && before.titles.contains_key(rule))
        };
        let new: Vec<String> = self.new.iter().filter(|title| !known(title)).cloned().collect();
        self.new = new;
        self.gone = before.titles.keys().filter(|rule| !self.titles.contains_key(*rule)).count();
        self
    }
}

/// What there is to say at the end.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Closing {
    /// The advice in three sentences; none while answers exclude one another, or none is given.
    pub summary: Vec<String>,
    /// The titles of the first steps.
    pub steps: Vec<String>,
    /// Questions answered.
    pub answered: usize,
    /// Questions in all.
    pub questions: usize,
    /// How answers exclude one another, or cannot be read: as long as they do, there is no advice.
    pub refused: Vec<String>,
}

/// Steps that are named at the end.
const FIRST_STEPS: usize = 3;

impl Interview<'_> {
    /// What there is to say at the end, whenever that is.
    ///
    /// # Errors
    /// [`Invalid`] if a function of a pack's script fails.
    pub fn closing(&self) -> Result<Closing, Invalid> {
        let profile = Profile::new(self.sheet.answers.clone(), Vec::new());
        let advice = self.catalog.advise(&profile, &self.options)?;
        let refused = self.refused();
        let is_sound = refused.is_empty() && advice.answered.answers > 0;
        Ok(Closing {
            steps: if is_sound { first_steps(&advice) } else { Vec::new() },
            answered: advice.answered.answers,
            questions: advice.answered.questions,
            summary: if is_sound { advice.summary } else { Vec::new() },
            refused,
        })
    }

    fn refused(&self) -> Vec<String> {
        let (language, survey) = (self.language(), &self.catalog.survey);
        let assignment = TypeAssignment::unknown();
        let facts = self.catalog.facts(&self.sheet.answers, &assignment);
        let labels = |slots: &[Slot]| {
            let labels: Vec<_> =
                slots.iter().map(|slot| survey.question(*slot).label.get(language)).collect();
            labels.iter().map(|label| label.as_ref()).collect::<Vec<&str>>().join(", ")
        };
        let faults = self.sheet.faulty.iter().map(|(slot, fault)| {
            let written =
                message(language, "interview-fault", &[("written", as_written(fault).into())]);
            format!("{}: {written}", labels(&[*slot]))
        });
        let clashes = self.catalog.contradictions.iter().enumerate();
        let clashes = clashes
            .filter(|(_, contradiction)| contradiction.is_error() && contradiction.holds(&facts));
        let clashes = clashes.map(|(index, contradiction)| {
            format!(
                "{}: {}",
                labels(&clashing(self, index)),
                contradiction.explained(&facts, language)
            )
        });
        faults.chain(clashes).collect()
    }
}

fn first_steps(advice: &Advice) -> Vec<String> {
    advice.steps.iter().take(FIRST_STEPS).map(|step| step.title.clone()).collect()
}
