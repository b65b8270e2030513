//! Runs cases. Only what a case names is evaluated.

use std::collections::HashSet;

use super::trial::Trial;
use super::{
    Case, CaseResult, ClassificationKey, Difference, Mismatch, MissingOutcome, PackResult, Status,
};
use dteam_engine::advice::decide::{self, script_failure};
use dteam_engine::advice::{Options, Outcome};
use dteam_engine::catalog::Catalog;
use dteam_engine::classification::{Basis, Classification};
use dteam_engine::pack::Rule;
use dteam_text::diagnostic::Invalid;
use dteam_text::language::Language;

/// Runs cases of the pack `pack`, which were read from `file`. With `filter`, only the cases that
/// match one of its texts are run ([`Case::matches`]), and missing outcomes are not looked for.
///
/// # Errors
/// [`Invalid`] as [`run_case`](super::run_case).
pub fn test_cases(
    catalog: &Catalog,
    pack: &str,
    file: &str,
    cases: &[Case],
    filter: &[String],
    language: Language,
) -> Result<PackResult, Invalid> {
    let chosen = cases.iter().filter(|case| filter.is_empty() || case.matches(filter));
    let results: Result<Vec<CaseResult>, Invalid> =
        chosen.map(|case| run_case(catalog, case, language)).collect();
    Ok(PackResult {
        pack: pack.to_owned(),
        file: file.to_owned(),
        problems: Vec::new(),
        cases: results?,
        missing: if filter.is_empty() {
            outcomes_missing(catalog, pack, cases)
        } else {
            Vec::new()
        },
        updated: Vec::new(),
        added: 0,
        coverage: None,
        mutation: None,
    })
}

/// Runs a case; the language is that of labels and titles in the result.
///
/// # Errors
/// [`Invalid`] if a function of a pack's script fails.
pub fn run_case(catalog: &Catalog, case: &Case, language: Language) -> Result<CaseResult, Invalid> {
    let mut mismatches = Vec::new();
    if !case.incomplete {
        let finding = catalog.find_type(&case.profile.answers);
        let trial = Trial::of(catalog);
        mismatches
            .extend(classification_mismatch(case, &|| finding.named(&catalog.typology, language)));
        for id in case.expected.rules.keys() {
            let (index, _) = catalog.rule(id)?;
            mismatches.extend(trial.of_rule(case, index, &finding.assignment, language)?);
        }
        mismatches.extend(trial.of_order(case, &finding.assignment)?);
    }
    let status = match (case.incomplete, mismatches.is_empty()) {
        (true, _) => Status::Skipped,
        (false, true) => Status::Passed,
        (false, false) => Status::Failed,
    };
    Ok(CaseResult { name: case.name.clone(), line: case.line, status, mismatches })
}

/// The outcomes of the pack's rules that no case shows: each rule is to be seen firing, silent and
/// undecided.
pub fn outcomes_missing(catalog: &Catalog, pack: &str, cases: &[Case]) -> Vec<MissingOutcome> {
    let shown = cases.iter().flat_map(|case| &case.expected.rules);
    let shown: HashSet<(&str, Outcome)> =
        shown.map(|(rule, outcome)| (rule.as_ref(), *outcome)).collect();
    let outcomes = [Outcome::Fires, Outcome::Silent, Outcome::Undecided];
    rules_of(catalog, pack)
        .flat_map(|(_, rule)| outcomes.map(|outcome| (rule.id.as_str(), outcome)))
        .filter(|shows| !shown.contains(shows))
        .map(|(rule, outcome)| MissingOutcome { rule: rule.to_owned(), outcome })
        .collect()
}

/// The pack's rules on the case's profile that come out so.
pub(super) fn coming_out(
    catalog: &Catalog,
    pack: &str,
    case: &Case,
    outcome: Outcome,
) -> Result<Vec<String>, Invalid> {
    let finding = catalog.find_type(&case.profile.answers);
    let facts = catalog.facts(&case.profile.answers, &finding.assignment);
    let options = Options::default().date(case.date);
    let mut rules = Vec::new();
    for (index, rule) in rules_of(catalog, pack) {
        facts.rule.set(Some(index));
        if decide::outcome(rule, &facts, &options) == outcome {
            rules.push(rule.id.to_string());
        }
    }
    script_failure(catalog, &facts)?;
    Ok(rules)
}

pub(super) fn rules_of<'c>(
    catalog: &'c Catalog,
    pack: &str,
) -> impl Iterator<Item = (usize, &'c Rule)> {
    catalog
        .rules
        .iter()
        .enumerate()
        .filter(move |(_, rule)| catalog.packs[rule.pack].id.as_str() == pack)
}

fn classification_mismatch(case: &Case, classify: &dyn Fn() -> Classification) -> Option<Mismatch> {
    if case.expected.classification.is_empty() {
        return None;
    }
    let classification = classify();
    let found = |key| match key {
        ClassificationKey::Type => classification.kind.clone(),
        ClassificationKey::Basis => classification.basis.map(|basis| basis_name(basis).to_owned()),
        ClassificationKey::MixedWith => classification.mixed_with.clone(),
    };
    let differences: Vec<Difference> = case
        .expected
        .classification
        .iter()
        .map(|(key, expected)| Difference {
            key: *key,
            expected: expected.clone(),
            found: found(*key),
        })
        .filter(|difference| difference.expected != difference.found)
        .collect();
    let memberships = match (&classification.by_goals, &classification.by_indicators) {
        (Some(goals), _) => goals.memberships.clone(),
        (None, Some(indicators)) => indicators.posterior.clone(),
        (None, None) => Default::default(),
    };
    (!differences.is_empty()).then_some(Mismatch::Classification { differences, memberships })
}

fn basis_name(basis: Basis) -> &'static str {
    match basis {
        Basis::Goals => "goals",
        Basis::Indicators => "indicators",
    }
}
