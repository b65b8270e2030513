//! What a team knows of one member.

use super::likeness::Features;
use crate::advice::Options;
use crate::catalog::Catalog;
use crate::profile::{Answers, Profile};
use dteam_text::diagnostic::Invalid;

/// A member of a team: its answers and steps.
#[derive(Debug, Clone)]
pub struct Member {
    /// Names it in the team.
    pub id: String,
    /// The index of its type.
    pub(super) kind: Option<u8>,
    pub(super) answers: Answers,
    pub(super) features: Features,
    /// Its steps, the most important first.
    pub(super) steps: Vec<OpenStep>,
    /// The rules that fire or cannot be decided, by their indices: nobody learns them here.
    pub(super) not_silent: Vec<usize>,
    /// Which partners of the survey it has.
    pub(super) partners: Vec<bool>,
}

/// A step of a member.
#[derive(Debug, Clone, Copy)]
pub(super) struct OpenStep {
    /// The rule's index in the catalog.
    pub rule: usize,
    /// 0..100.
    pub priority: f64,
    /// Own days, in halves.
    pub halves: u32,
}

impl Catalog {
    /// A member of a team.
    ///
    /// # Errors
    /// As [`Catalog::assess`].
    pub fn member(
        &self,
        id: String,
        profile: &Profile,
        options: &Options,
    ) -> Result<Member, Invalid> {
        let assessment = self.assess(profile, options)?;
        let facts = self.facts(&profile.answers, &assessment.assignment);
        let steps = assessment.steps.iter().map(|step| {
            facts.rule.set(Some(step.index));
            let duration = self.rules[step.index].duration(step.factors.effort, &facts);
            let halves = duration.days.planned_halves();
            OpenStep { rule: step.index, priority: step.priority, halves }
        });
        let steps: Vec<OpenStep> = steps.collect();
        let partners = self.planning.partners.iter();
        let partners = partners.map(|partner| partner.is_there(&facts)).collect();
        let own = steps.iter().map(|step| step.rule);
        let others = [&assessment.covered, &assessment.delegated, &assessment.undecided];
        let mut not_silent: Vec<usize> = own.chain(others.into_iter().flatten().copied()).collect();
        not_silent.sort_unstable();
        Ok(Member {
            id,
            kind: assessment.assignment.kind,
            features: Features::of(self, &profile.answers),
            answers: profile.answers.clone(),
            steps,
            not_silent,
            partners,
        })
    }
}
