//! Why one rule fires, does not, or cannot be decided.

use indexmap::IndexMap;
use serde::Serialize;
use serde_json::Value as Json;

use super::build::{effect, memberships, notes, trace, type_ids, words};
use super::compare::Compared;
use super::decide::Decisions;
use super::priority::{self, factors, priority};
use super::{Comparison, Factors, Missing, Options, StepTrace, compare, decide, open};
use crate::catalog::Catalog;
use crate::expression::evaluate::Facts;
use crate::pack::{Listener, RuleSource};
use crate::profile::Profile;
use dteam_text::decimal::rounded;
use dteam_text::diagnostic::Invalid;
use dteam_text::entries::Entries;

/// Why a rule came out as it did on one profile.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Explanation {
    /// `pack/rule`.
    pub rule: String,
    /// The step in a few words.
    pub title: String,
    /// How the rule came out.
    pub outcome: Outcome,
    /// The unanswered questions that an undecided rule waits for.
    pub needs: Vec<Question>,
    /// What a silent rule is short of, if it is only one condition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<Missing>,
    /// The reason, where the rule fires.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// The rank in the advice, where the rule fires.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rank: Option<usize>,
    /// The priority the step has, or would have.
    pub priority: f64,
    /// What the priority is made of.
    pub factors: Factors,
    /// The conditions and where the factors come from.
    pub trace: StepTrace,
    /// Rules to be done first.
    pub after: Vec<String>,
    /// The rule whose step does this one's work as well.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub covered_by: Option<String>,
    /// Types it is worth looking at.
    pub learn_from: Vec<String>,
    /// The answers once the step is done.
    pub effect: Entries<String, Json>,
    /// The comparisons that the step moves.
    pub benchmarks: Vec<Comparison>,
    /// The names of the types.
    pub labels: IndexMap<String, String>,
    /// What the rule rests on.
    pub source: RuleSource,
    /// File and line of the rule's pack.
    pub pack_file: String,
}

/// How a rule came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Its condition is true: it is a step of the advice.
    Fires,
    /// Its condition is false.
    Silent,
    /// Its condition needs an unanswered question.
    Undecided,
    /// The reference date is outside its period of validity.
    NotInForce,
    /// Another pack has switched it off.
    Off,
}

impl Outcome {
    /// The outcome's name, as cases and the JSON form write it.
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Fires => "fires",
            Outcome::Silent => "silent",
            Outcome::Undecided => "undecided",
            Outcome::NotInForce => "not-in-force",
            Outcome::Off => "off",
        }
    }
}

/// A question by path and label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Question {
    /// The question's path.
    pub question: String,
    /// What is asked.
    pub label: String,
}

impl Catalog {
    /// Explains why the rule `id` (`pack/rule`) fires on the profile, does not, or cannot be
    /// decided.
    ///
    /// # Errors
    /// [`Invalid`] if there is no such rule, or as [`Catalog::advise`].
    pub fn explain(
        &self,
        profile: &Profile,
        id: &str,
        options: &Options,
    ) -> Result<Explanation, Invalid> {
        self.must_be_ours(profile)?;
        let (index, _) = self.rule(id)?;
        let finding = self.find_type(&profile.answers);
        let facts = self.facts(&profile.answers, &finding.assignment);
        let decisions = Decisions::of(self, &facts, options);
        self.explanation(index, &facts, &decisions, options)
    }

    /// Explains the rule at `index` where all are decided.
    pub(super) fn explanation(
        &self,
        index: usize,
        facts: &Facts<'_>,
        decisions: &Decisions,
        options: &Options,
    ) -> Result<Explanation, Invalid> {
        let (rule, language) = (&self.rules[index], options.spoken(self));
        let rank = decisions.fired.contains(&index).then(|| {
            let ranked = priority::ranked(&self.rules, &self.planning, decisions, facts);
            ranked.iter().position(|step| step.rule == index)
        });
        facts.rule.set(Some(index));
        let outcome = decide::outcome(rule, facts, options);
        let mut tests = Vec::new();
        rule.when.record(facts, &mut tests);
        let when = (rule.when.evaluate(facts), tests.as_slice());
        let mut needs = Vec::new();
        if outcome == Outcome::Undecided {
            rule.when.open_questions(facts, &mut needs);
        }
        let needs = needs.iter().map(|slot| {
            let question = self.survey.question(*slot);
            Question {
                question: question.path.to_string(),
                label: question.label.get(language).to_string(),
            }
        });
        let factors = factors(rule, rule.need(facts), facts);
        let (variant, notes) = (rule.variant(facts), notes(rule, facts));
        let compared: Vec<Compared<'_>> = compare::comparisons(self, facts, language);
        let answers = Some((&self.survey, facts.answers));
        let listener = Listener { answers, date: options.date, language };
        let earlier = rule
            .after
            .iter()
            .map(|earlier| &self.rules[*earlier])
            .filter(|earlier| !earlier.is_off());
        let explanation = Explanation {
            rule: rule.id.to_string(),
            title: open::title_as(rule, variant, facts, language),
            outcome,
            needs: needs.collect(),
            missing: open::missing(self, rule, &tests, facts, language)
                .filter(|_| outcome == Outcome::Silent),
            why: (outcome == Outcome::Fires)
                .then(|| words(rule, (variant, &notes), facts, language).why),
            rank: rank.flatten().map(|rank| rank + 1),
            priority: rounded(priority(&factors), 1),
            factors: priority::shown(&factors),
            trace: trace(self, rule, when, (variant, &notes), &memberships(facts), facts, language),
            after: earlier.map(|earlier| earlier.id.to_string()).collect(),
            covered_by: decisions
                .covered
                .contains(index)
                .then(|| self.rules[decisions.covered.step_of(index)].id.to_string()),
            learn_from: type_ids(self, &rule.learn_from),
            effect: effect(self, rule),
            benchmarks: compare::moved(&compared, &rule.effect),
            labels: self.typology.labels(language),
            source: rule.source.told(listener),
            pack_file: self.packs[rule.pack].file.name.clone(),
        };
        decide::script_failure(self, facts)?;
        Ok(explanation)
    }
}
