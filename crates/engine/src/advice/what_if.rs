//! What other answers would change for one rule, and which other steps they would bring or end.

use serde::Serialize;
use serde_json::Value as Json;

use super::decide::{self, Decisions};
use super::{Explanation, Options, open};
use crate::catalog::Catalog;
use crate::expression::evaluate::Facts;
use crate::profile::{Answers, Profile};
use crate::survey::Slot;
use dteam_text::diagnostic::Invalid;
use dteam_text::language::Language;

/// What assumptions change for one rule.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct WhatIf {
    /// `pack/rule`.
    pub rule: String,
    /// The answers that are assumed, also those that were so before.
    pub assumed: Vec<ChangedAnswer>,
    /// Whether the rule's outcome, rank, priority, wording or any of its tests changes.
    pub affected: bool,
    /// The tests of the condition that come out otherwise.
    pub tests: Vec<ChangedTest>,
    /// The municipality's type, where it changes.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<ChangedType>,
    /// The other rules that fire only under the assumptions.
    pub starts: Vec<OtherRule>,
    /// The other rules that no longer fire under the assumptions.
    pub stops: Vec<OtherRule>,
    /// The rule without the assumptions.
    pub before: Explanation,
    /// The rule under the assumptions.
    pub after: Explanation,
}

/// An answer that is assumed to be another.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ChangedAnswer {
    /// The question's path.
    pub question: String,
    /// What is asked.
    pub label: String,
    /// The profile's answer; `None` if unanswered.
    pub before: Option<Json>,
    /// The assumed answer; `None` if unanswered.
    pub after: Option<Json>,
}

/// A test that comes out otherwise: true, false or unknown (`None`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ChangedTest {
    /// The test as an expression.
    pub test: String,
    /// Without the assumptions.
    pub before: Option<bool>,
    /// Under the assumptions.
    pub after: Option<bool>,
}

/// The municipality's type, by its id; `None` where there is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ChangedType {
    /// Without the assumptions.
    pub before: Option<String>,
    /// Under the assumptions.
    pub after: Option<String>,
}

/// Another rule by id and title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct OtherRule {
    /// `pack/rule`.
    pub rule: String,
    /// The step in a few words.
    pub title: String,
}

impl Catalog {
    /// Explains the rule `id` (`pack/rule`) on a profile and on one with other answers, as
    /// [`Catalog::what_if`] makes it, and what differs.
    ///
    /// # Errors
    /// As [`Catalog::explain`].
    pub fn explain_what_if(
        &self,
        profile: &Profile,
        assumed: &Profile,
        id: &str,
        options: &Options,
    ) -> Result<WhatIf, Invalid> {
        let (index, rule) = self.rule(id)?;
        let (finding, assumed_finding) =
            (self.find_type(&profile.answers), self.find_type(&assumed.answers));
        let facts = self.facts(&profile.answers, &finding.assignment);
        let assumed_facts = self.facts(&assumed.answers, &assumed_finding.assignment);
        let decisions = Decisions::of(self, &facts, options);
        let assumed_decisions = Decisions::of(self, &assumed_facts, options);
        let before = self.explanation(index, &facts, &decisions, options)?;
        let after = self.explanation(index, &assumed_facts, &assumed_decisions, options)?;

        let only = |here: &Decisions, there: &Decisions, facts: &Facts<'_>| {
            let fired = here
                .fired
                .iter()
                .filter(|fired| **fired != index && there.fired.binary_search(fired).is_err());
            fired.map(|fired| self.other_rule(*fired, facts, options.spoken(self))).collect()
        };
        let type_id =
            |kind: Option<u8>| kind.map(|kind| self.typology.names.get(kind).id.to_string());
        let (kind, assumed_kind) = (finding.assignment.kind, assumed_finding.assignment.kind);
        let tests = changed_tests(&before, &after);
        let what_if = WhatIf {
            rule: rule.id.to_string(),
            assumed: self.changed_answers(profile, assumed, options.spoken(self)),
            affected: !tests.is_empty() || is_affected(&before, &after),
            tests,
            kind: (kind != assumed_kind)
                .then(|| ChangedType { before: type_id(kind), after: type_id(assumed_kind) }),
            starts: only(&assumed_decisions, &decisions, &assumed_facts),
            stops: only(&decisions, &assumed_decisions, &facts),
            before,
            after,
        };
        // Titles can call functions too.
        decide::script_failure(self, &facts)?;
        decide::script_failure(self, &assumed_facts)?;
        Ok(what_if)
    }

    fn other_rule(&self, index: usize, facts: &Facts<'_>, language: Language) -> OtherRule {
        let rule = &self.rules[index];
        facts.rule.set(Some(index));
        OtherRule { rule: rule.id.to_string(), title: open::title(rule, facts, language) }
    }

    /// The answers that were assumed, in the order of the assumptions, then any others that differ.
    fn changed_answers(
        &self,
        profile: &Profile,
        assumed: &Profile,
        language: Language,
    ) -> Vec<ChangedAnswer> {
        let differs = |slot: &Slot| profile.answers.get(*slot) != assumed.answers.get(*slot);
        let others =
            self.survey.slots().filter(|slot| differs(slot) && !assumed.assumed.contains(slot));
        let changed = assumed.assumed.iter().copied().chain(others).map(|slot| {
            let question = self.survey.question(slot);
            let answer = |answers: &Answers| answers.json(slot, &self.survey);
            ChangedAnswer {
                question: question.path.to_string(),
                label: question.label.get(language).to_string(),
                before: answer(&profile.answers),
                after: answer(&assumed.answers),
            }
        });
        changed.collect()
    }
}

/// The tests of the two explanations are those of one condition, in one order.
fn changed_tests(before: &Explanation, after: &Explanation) -> Vec<ChangedTest> {
    let pairs = before.trace.when.tests.iter().zip(&after.trace.when.tests);
    let changed = pairs.filter(|(before, after)| before.outcome != after.outcome);
    changed
        .map(|(before, after)| ChangedTest {
            test: after.test.clone(),
            before: before.outcome,
            after: after.outcome,
        })
        .collect()
}

fn is_affected(before: &Explanation, after: &Explanation) -> bool {
    (before.outcome, before.rank, before.priority) != (after.outcome, after.rank, after.priority)
        || (&before.title, &before.why) != (&after.title, &after.why)
        || (&before.trace.variant, &before.needs) != (&after.trace.variant, &after.needs)
}
