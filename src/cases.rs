//! A pack's own tests, `cases.yaml`: a profile fragment and which rules fire, stay silent or stay undecided.

use std::sync::Arc;

use jiff::civil::Date;

use crate::advice::{Advice, Options, Outcome};
use crate::catalog::Catalog;
use crate::diagnostic::{Diagnostics, Invalid, Problem, SourceFile, nearest};
use crate::language::Language;
use crate::language::messages::{Argument, message};
use crate::pack::full_id;
use crate::pack::load::date;
use crate::profile::{Answers, Profile};
use crate::yaml::fields::{self, Fields};
use crate::yaml::{self, Node, line_of};

/// One case of a pack.
#[derive(Debug, Clone)]
pub struct Case {
    /// What it shows.
    pub name: String,
    /// The 1-based line on which it begins.
    pub line: usize,
    profile: Profile,
    date: Option<Date>,
    /// The rules it names, `pack/rule`, and how each comes out.
    pub(crate) expected: Vec<(String, Outcome)>,
}

/// A rule that is otherwise than its case says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mismatch {
    /// It comes out otherwise.
    Outcome {
        /// `pack/rule`.
        rule: String,
        /// What the case says.
        expected: Outcome,
        /// What came out.
        found: Outcome,
    },
    /// It fires, and still fires with its own effect on the answers.
    Effect {
        /// `pack/rule`.
        rule: String,
    },
}

impl Mismatch {
    /// What is otherwise, in one sentence.
    pub fn message(&self, language: Language) -> String {
        let outcome =
            |outcome: &Outcome| Argument::from(message(language, &format!("outcome-{}", outcome.name()), &[]));
        match self {
            Mismatch::Outcome { rule, expected, found } => {
                let (expected, found) = (outcome(expected), outcome(found));
                let parts = [("rule", rule.as_str().into()), ("expected", expected), ("found", found)];
                message(language, "case-mismatch", &parts)
            }
            Mismatch::Effect { rule } => message(language, "case-effect", &[("rule", rule.as_str().into())]),
        }
    }
}

/// That no case shows the rule with this outcome.
pub fn missing(rule: &str, outcome: Outcome, language: Language) -> String {
    let outcome = message(language, &format!("outcome-{}", outcome.name()), &[]);
    message(language, "case-missing", &[("rule", rule.into()), ("outcome", outcome.into())])
}

/// How many cases came out as they say, and how many did not.
pub fn tally(passed: usize, failed: usize, language: Language) -> String {
    message(language, "case-tally", &[("passed", passed.into()), ("failed", failed.into())])
}

impl Catalog {
    /// Reads the cases of the pack `pack`; rules without a pack's name are its own.
    ///
    /// # Errors
    /// [`Invalid`] with every mistake in the file, its profile fragments and the rules it names.
    pub fn cases(&self, pack: &str, file: &Arc<SourceFile>) -> Result<Vec<Case>, Invalid> {
        let mut problems = Diagnostics::new(file);
        let root = yaml::parse(file, &mut problems);
        let cases = root.as_ref().map(|root| self.read_cases(pack, root, &mut problems));
        match cases {
            Some(cases) if !problems.has_errors() => Ok(cases),
            _ => {
                if !problems.has_errors() {
                    problems.error(0..0, Problem::EmptyFile);
                }
                Err(Invalid { diagnostics: problems.finish() })
            }
        }
    }

    /// Runs a case; empty if every rule comes out as it says.
    ///
    /// # Errors
    /// [`Invalid`] if a function of the pack's script fails.
    pub fn run(&self, case: &Case) -> Result<Vec<Mismatch>, Invalid> {
        let options = Options { date: case.date, ..Options::default() };
        let advice = self.advise(&case.profile, &options)?;
        let mut mismatches = Vec::new();
        for (rule, expected) in &case.expected {
            let found = self.outcome(rule, &advice)?;
            // Outside its period of validity, or switched off, a rule is silent like any other that does not apply.
            let silent = *expected == Outcome::Silent && matches!(found, Outcome::NotInForce | Outcome::Off);
            if found != *expected && !silent {
                mismatches.push(Mismatch::Outcome { rule: rule.clone(), expected: *expected, found });
            }
            if found == Outcome::Fires {
                let done = self.advise(&self.with_step_done(&case.profile, rule)?, &options)?;
                if self.outcome(rule, &done)? == Outcome::Fires {
                    mismatches.push(Mismatch::Effect { rule: rule.clone() });
                }
            }
        }
        Ok(mismatches)
    }

    /// How a rule came out in an advice with all its steps.
    fn outcome(&self, id: &str, advice: &Advice) -> Result<Outcome, Invalid> {
        let (_, rule) = self.rule(id)?;
        Ok(if advice.steps.iter().any(|step| step.rule == id) {
            Outcome::Fires
        } else if advice.undecided.iter().any(|undecided| undecided.rule == id) {
            Outcome::Undecided
        } else if rule.is_off() {
            Outcome::Off
        } else if rule.valid.holds(advice.date) {
            Outcome::Silent
        } else {
            Outcome::NotInForce
        })
    }

    /// The outcomes of the pack's rules that no case shows: each rule is to be seen firing, silent and undecided.
    pub fn outcomes_missing<'c>(&'c self, pack: &str, cases: &[Case]) -> Vec<(&'c str, Outcome)> {
        let shown = |rule: &str, outcome| {
            let mut expected = cases.iter().flat_map(|case| &case.expected);
            expected.any(|(shown, expected)| shown == rule && *expected == outcome)
        };
        let own = self.rule_ids().filter(|rule| rule.split('/').next() == Some(pack));
        let outcomes = [Outcome::Fires, Outcome::Silent, Outcome::Undecided];
        own.flat_map(|rule| outcomes.map(|outcome| (rule, outcome)))
            .filter(|(rule, outcome)| !shown(rule, *outcome))
            .collect()
    }

    fn read_cases(&self, pack: &str, root: &Node<'_>, problems: &mut Diagnostics<'_>) -> Vec<Case> {
        let Some(mut keys) = Fields::of(root, problems) else { return Vec::new() };
        let nodes = keys.required("cases", problems).and_then(|node| fields::list(node, problems));
        keys.finish(problems);
        nodes.unwrap_or_default().iter().filter_map(|node| self.case(pack, node, problems)).collect()
    }

    fn case(&self, pack: &str, node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Option<Case> {
        let mut keys = Fields::of(node, problems)?;
        let name = keys.required("name", problems).and_then(|node| fields::text(node, problems));
        let answers = keys
            .required("profile", problems)
            .map_or_else(|| Answers::none(&self.survey), |node| self.answers(node, Language::En, problems));
        let date = keys.optional("date").and_then(|node| date(node, problems));
        let mut expected = Vec::new();
        for outcome in [Outcome::Fires, Outcome::Silent, Outcome::Undecided] {
            let nodes = keys.optional(outcome.name()).and_then(|node| fields::list(node, problems));
            for node in nodes.unwrap_or_default() {
                let rule = self.named_rule(pack, node, problems);
                expected.extend(rule.map(|rule| (rule, outcome)));
            }
        }
        keys.finish(problems);
        Some(Case {
            name: name?.to_owned(),
            line: line_of(&problems.file().text, node.span.start),
            profile: Profile::new(answers, Vec::new()),
            date,
            expected,
        })
    }

    fn named_rule(&self, pack: &str, node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Option<String> {
        let written = fields::text(node, problems)?;
        let id = full_id(pack, written);
        let known = self.rule_ids().any(|rule| rule == id);
        if !known {
            let nearest = nearest(&id, self.rule_ids());
            problems.error(node.span.clone(), Problem::UnknownRule { rule: id.clone(), nearest });
        }
        known.then_some(id)
    }
}
