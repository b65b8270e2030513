//! What comes out of a case under the catalog's rules, or with one of them or their scripts
//! changed.

use super::{Case, ExpectedText, Mismatch, Period, RankedStep};
use dteam_engine::advice::build::{Words, effect, notes, words};
use dteam_engine::advice::decide::{self, script_failure};
use dteam_engine::advice::priority::order_of;
use dteam_engine::advice::{Options, Outcome, Question, open};
use dteam_engine::catalog::Catalog;
use dteam_engine::classification::TypeAssignment;
use dteam_engine::expression::evaluate::Facts;
use dteam_engine::expression::script::Scripts;
use dteam_engine::pack::Rule;
use dteam_engine::profile::{Answers, Profile};
use dteam_text::diagnostic::Invalid;
use dteam_text::language::Language;

/// The rules that cases are tried on.
#[derive(Clone, Copy)]
pub(super) struct Trial<'t> {
    pub catalog: &'t Catalog,
    /// As many as the catalog has, each in its position.
    pub rules: &'t [Rule],
    pub scripts: &'t Scripts,
}

impl<'t> Trial<'t> {
    /// The rules as they are.
    pub fn of(catalog: &'t Catalog) -> Self {
        Trial { catalog, rules: &catalog.rules, scripts: &catalog.scripts }
    }

    pub fn facts<'f>(&self, answers: &'f Answers, assignment: &'f TypeAssignment) -> Facts<'f>
    where
        't: 'f,
    {
        Facts { scripts: self.scripts, ..self.catalog.facts(answers, assignment) }
    }

    /// What is otherwise about the rule than the case says; nothing if it does not name it.
    pub fn of_rule(
        &self,
        case: &Case,
        index: usize,
        assignment: &TypeAssignment,
        language: Language,
    ) -> Result<Vec<Mismatch>, Invalid> {
        let rule = &self.rules[index];
        let Some(expected) = case.expects(&rule.id) else { return Ok(Vec::new()) };
        let facts = self.facts(&case.profile.answers, assignment);
        let options = Options::default().language(language).date(case.date);
        facts.rule.set(Some(index));
        let found = decide::outcome(rule, &facts, &options);
        let mut mismatches = Vec::new();
        match (expected, found) {
            (Outcome::Fires, Outcome::Fires) => {
                mismatches.extend(self.effect_mismatch(rule, &facts, &options)?);
                mismatches.extend(self.part_mismatches(case, rule, &facts, &options));
                let texts = case.expected.texts.iter().filter(|text| text.rule == rule.id);
                mismatches.extend(texts.filter_map(|text| text_mismatch(rule, text, &facts)));
            }
            // Outside its period of validity, or switched off, a rule is silent like any other
            // that does not apply.
            (Outcome::Silent, Outcome::NotInForce | Outcome::Off) => {}
            _ if expected == found => {}
            _ => mismatches.push(self.outcome_mismatch(rule, expected, found, &facts, &options)),
        }
        script_failure(self.catalog, &facts)?;
        Ok(mismatches)
    }

    /// Compares the order of those expected steps that fire; that one does not is a mismatch of its
    /// own.
    pub fn of_order(
        &self,
        case: &Case,
        assignment: &TypeAssignment,
    ) -> Result<Option<Mismatch>, Invalid> {
        if case.expected.order.is_empty() {
            return Ok(None);
        }
        let facts = self.facts(&case.profile.answers, assignment);
        let options = Options::default().date(case.date);
        let order = order_of(self.rules, &self.catalog.planning, &facts, &options);
        script_failure(self.catalog, &facts)?;
        let fires = |index: &usize| order.iter().any(|(step, _)| step == index);
        let id = |index: usize| self.rules[index].id.clone();
        let found: Vec<RankedStep> = order
            .iter()
            .enumerate()
            .filter(|(_, (step, _))| case.expected.order.contains(&self.rules[*step].id))
            .map(|(rank, (step, priority))| RankedStep {
                rule: id(*step),
                rank: rank + 1,
                priority: *priority,
                after: self.rules[*step].after.iter().copied().filter(fires).map(id).collect(),
            })
            .collect();
        let steps = |rule: &&String| found.iter().any(|step| step.rule == **rule);
        let expected: Vec<String> = case.expected.order.iter().filter(steps).cloned().collect();
        let same = expected.iter().eq(found.iter().map(|step| &step.rule));
        Ok((!same).then_some(Mismatch::Order { expected, found }))
    }

    fn part_mismatches(
        &self,
        case: &Case,
        rule: &Rule,
        facts: &Facts<'_>,
        options: &Options,
    ) -> Vec<Mismatch> {
        let expected = case.expected.parts.iter().filter(|(named, _)| *named == rule.id);
        expected
            .filter_map(|(_, expected)| {
                let found = expected.key().of(self.catalog, rule, facts, options);
                (!found.is_as(expected)).then(|| Mismatch::Part {
                    rule: rule.id.to_string(),
                    title: open::title(rule, facts, options.spoken(self.catalog)),
                    expected: expected.clone(),
                    found: found.rounded(),
                })
            })
            .collect()
    }

    fn outcome_mismatch(
        &self,
        rule: &Rule,
        expected: Outcome,
        found: Outcome,
        facts: &Facts<'_>,
        options: &Options,
    ) -> Mismatch {
        let catalog = self.catalog;
        let mut needs = Vec::new();
        if found == Outcome::Undecided {
            rule.when.open_questions(facts, &mut needs);
        }
        let needs = needs.iter().map(|slot| {
            let question = catalog.survey.question(*slot);
            let label = question.label.get(options.spoken(catalog)).to_string();
            Question { question: question.path.to_string(), label }
        });
        let period = Period { date: options.date, from: rule.valid.from, until: rule.valid.until };
        Mismatch::Outcome {
            rule: rule.id.to_string(),
            title: open::title(rule, facts, options.spoken(catalog)),
            expected,
            found,
            trace: catalog.names().trace(&rule.when, facts, options.spoken(catalog)),
            needs: needs.collect(),
            period: (found == Outcome::NotInForce).then_some(period),
        }
    }

    /// Whether the rule still fires once its step is done: with its effect on the answers, and the type
    /// they then give.
    fn effect_mismatch(
        &self,
        rule: &Rule,
        facts: &Facts<'_>,
        options: &Options,
    ) -> Result<Option<Mismatch>, Invalid> {
        let catalog = self.catalog;
        let done = Profile::new(rule.done(facts.answers), Vec::new());
        let finding = catalog.find_type(&done.answers);
        let facts_done = self.facts(&done.answers, &finding.assignment);
        facts_done.rule.set(facts.rule.get());
        let outcome = decide::outcome(rule, &facts_done, options);
        script_failure(catalog, &facts_done)?;
        Ok((outcome == Outcome::Fires).then(|| Mismatch::Effect {
            rule: rule.id.to_string(),
            title: open::title(rule, facts, options.spoken(catalog)),
            effect: effect(catalog, rule),
            trace: catalog.names().trace(&rule.when, &facts_done, options.spoken(catalog)),
        }))
    }
}

/// The title of a firing rule's step, and what else it says.
pub(super) fn step_texts(rule: &Rule, facts: &Facts<'_>, language: Language) -> (String, Words) {
    let chosen = (rule.variant(facts), notes(rule, facts));
    let words = words(rule, (chosen.0, &chosen.1), facts, language);
    (open::title(rule, facts, language), words)
}

/// The parts that the texts of a firing rule lack.
fn text_mismatch(rule: &Rule, expected: &ExpectedText, facts: &Facts<'_>) -> Option<Mismatch> {
    let language = expected.language;
    let (title, words) = step_texts(rule, facts, language);
    let occurs = |part: &&String| {
        let mut texts = [&title, &words.why].into_iter().chain(&words.actions);
        texts.any(|text| text.contains(part.as_str()))
    };
    let missing: Vec<String> =
        expected.parts.iter().filter(|part| !occurs(part)).cloned().collect();
    (!missing.is_empty()).then(|| Mismatch::Text {
        rule: rule.id.to_string(),
        language,
        missing,
        title,
        why: words.why,
        actions: words.actions,
    })
}
