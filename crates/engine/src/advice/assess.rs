//! The assessment of one profile: what a list or a count of many municipalities needs of the
//! advice, without a word of text.

use super::decide::{self, Decision, Decisions};
use super::priority::{self, Ranked};
use super::{Factors, Horizon, Options, Outcome};
use crate::catalog::Catalog;
use crate::classification::{Basis, Finding, TypeAssignment};
use crate::expression::program::Tests;
use crate::profile::Profile;
use dteam_text::diagnostic::Invalid;

/// The type and the steps of one profile, as [`Catalog::advise`] has them; the names are the
/// catalog's own.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment<'c> {
    /// The id of the type; `None` if neither goals nor enough other answers are given.
    pub kind: Option<&'c str>,
    /// What the type rests on.
    pub basis: Option<Basis>,
    /// The id of the second type of a mixed form.
    pub mixed_with: Option<&'c str>,
    /// The goals and the other answers point to different types.
    pub goals_and_work_differ: bool,
    /// The steps, the most important first.
    pub steps: Vec<AssessedStep<'c>>,
    /// The rules that fire and whose steps are part of others, by their indices in
    /// [`Catalog::rule_ids`], in that order.
    pub covered: Vec<usize>,
    /// The rules that fire and are for the shared administration to do, by their indices in
    /// [`Catalog::rule_ids`], in that order.
    pub delegated: Vec<usize>,
    /// The rules that need an unanswered question to be decided, by their indices in
    /// [`Catalog::rule_ids`], in that order.
    pub undecided: Vec<usize>,
    /// How many rules are silent.
    pub silent: usize,
    /// What conditions read of the classification.
    pub assignment: TypeAssignment,
}

/// A step, without its texts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AssessedStep<'c> {
    /// `pack/rule`.
    pub rule: &'c str,
    /// The rule's index in [`Catalog::rule_ids`].
    pub index: usize,
    /// 0..100.
    pub priority: f64,
    /// What the priority is made of.
    pub factors: Factors,
    /// When the step's turn comes.
    pub horizon: Horizon,
}

/// How every rule comes out on one profile, and every test of its condition: see
/// [`Catalog::record`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Record {
    decisions: Vec<Decision>,
    tests: Tests,
}

impl Record {
    /// The rules' decisions, in the order of [`Catalog::rule_ids`].
    pub fn decisions(&self) -> &[Decision] {
        &self.decisions
    }

    /// The outcomes of the tests of the rule at this index in [`Catalog::rule_ids`]: true, false,
    /// or unknown (`None`). They are in the order of
    /// [`ConditionTrace::tests`](crate::expression::trace::ConditionTrace::tests). Scripts are not
    /// called for a rule that is switched off or not in force.
    pub fn tests(&self, rule: usize) -> &[Option<bool>] {
        self.tests.of(rule)
    }
}

impl Catalog {
    /// Classifies the profile, evaluates every rule on it and puts the steps in order, as
    /// [`Catalog::advise`] does, at a small part of its cost: no texts, no reasons, no comparison.
    /// The language of the options is of no account.
    ///
    /// # Errors
    /// As [`Catalog::advise`]; functions that only texts call are not called.
    pub fn assess(&self, profile: &Profile, options: &Options) -> Result<Assessment<'_>, Invalid> {
        self.must_be_ours(profile)?;
        let finding = self.find_type(&profile.answers);
        let facts = self.facts(&profile.answers, &finding.assignment);
        let decisions = Decisions::of(self, &facts, options);
        let ranked = priority::ranked(&self.rules, &self.planning, &decisions, &facts);
        decide::script_failure(self, &facts)?;
        Ok(self.assessment(&finding, &ranked, decisions, options))
    }

    pub(super) fn assessment(
        &self,
        finding: &Finding,
        ranked: &[Ranked],
        decisions: Decisions,
        options: &Options,
    ) -> Assessment<'_> {
        let steps =
            ranked.iter().take(options.top.unwrap_or(usize::MAX)).map(|step| AssessedStep {
                rule: &self.rules[step.rule].id,
                index: step.rule,
                priority: step.shown_priority(),
                factors: step.shown_factors(),
                horizon: step.horizon,
            });
        let id = |kind: u8| self.typology.names.get(kind).id.as_str();
        Assessment {
            kind: finding.assignment.kind.map(id),
            basis: finding.basis(),
            mixed_with: finding.assignment.mixed_with.map(id),
            goals_and_work_differ: finding.goals_and_work_differ(),
            steps: steps.collect(),
            covered: decisions
                .covered
                .rules()
                .filter(|rule| !decisions.delegated.contains(rule))
                .collect(),
            delegated: decisions.delegated,
            undecided: decisions.undecided,
            silent: decisions.silent.len(),
            assignment: finding.assignment.clone(),
        }
    }

    /// How every rule comes out, in the order of [`Catalog::rule_ids`]: the conditions alone,
    /// without priorities.
    ///
    /// # Errors
    /// As [`Catalog::advise`].
    pub fn outcomes(&self, profile: &Profile, options: &Options) -> Result<Vec<Outcome>, Invalid> {
        Ok(self.decisions(profile, options)?.into_iter().map(|decision| decision.outcome).collect())
    }

    /// How every rule comes out, in the order of [`Catalog::rule_ids`], and how far the
    /// municipality is from the targets of those that fire: conditions and needs alone. The type is
    /// found only if one of them reads it.
    ///
    /// # Errors
    /// As [`Catalog::advise`].
    pub fn decisions(
        &self,
        profile: &Profile,
        options: &Options,
    ) -> Result<Vec<Decision>, Invalid> {
        self.must_be_ours(profile)?;
        let assignment = self.assignment(profile);
        let facts = self.facts(&profile.answers, &assignment);
        let decisions = decide::decisions(self, &facts, options, None);
        decide::script_failure(self, &facts)?;
        Ok(decisions)
    }

    /// What the rules' conditions and needs may know of the type; nothing, if none of them reads
    /// it.
    fn assignment(&self, profile: &Profile) -> TypeAssignment {
        match self.types_decide {
            true => self.find_type(&profile.answers).assignment,
            false => TypeAssignment::unknown(),
        }
    }

    /// As [`Catalog::decisions`], with the outcome of every test of every condition, whether it
    /// mattered or not: what shows over many municipalities which test it is that keeps a rule from
    /// firing. The record is filled anew; use one for many profiles in turn.
    ///
    /// # Errors
    /// As [`Catalog::advise`]; then the record is of no use.
    pub fn record(
        &self,
        profile: &Profile,
        options: &Options,
        record: &mut Record,
    ) -> Result<(), Invalid> {
        self.must_be_ours(profile)?;
        let assignment = self.assignment(profile);
        let facts = self.facts(&profile.answers, &assignment);
        let Record { decisions, tests } = record;
        *decisions = decide::decisions(self, &facts, options, Some(tests));
        decide::script_failure(self, &facts)
    }
}
