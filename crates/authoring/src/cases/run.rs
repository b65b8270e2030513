//! Runs cases. Only what a case names is evaluated; the whole advice is made for an expected order
//! alone.

use std::collections::HashSet;

use super::{
    Case, CaseResult, ClassificationKey, Difference, ExpectedText, Mismatch, MissingOutcome,
    PackResult, Period, RankedStep, Status,
};
use dteam_engine::advice::build::{Words, effect, notes, words};
use dteam_engine::advice::decide::{self, script_failure};
use dteam_engine::advice::priority::variant;
use dteam_engine::advice::{Options, Outcome, Question, open};
use dteam_engine::catalog::Catalog;
use dteam_engine::classification::{Basis, Classification};
use dteam_engine::expression::evaluate::Facts;
use dteam_engine::pack::Rule;
use dteam_engine::profile::Profile;
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
        let facts = catalog.facts(&case.profile.answers, &finding.standing);
        let options = Options::default().language(language).date(case.date);
        mismatches
            .extend(classification_mismatch(case, &|| finding.named(&catalog.typology, language)));
        for (id, expected) in &case.expected.rules {
            let (place, rule) = catalog.rule(id)?;
            facts.rule.set(Some(place));
            mismatches.extend(rule_mismatch(catalog, rule, *expected, &facts, &options)?);
            for text in case.expected.texts.iter().filter(|text| text.rule == *id) {
                mismatches.extend(text_mismatch(rule, text, &facts, &options));
            }
        }
        script_failure(catalog, &facts)?;
        mismatches.extend(order_mismatch(catalog, case, &options)?);
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
    let facts = catalog.facts(&case.profile.answers, &finding.standing);
    let options = Options::default().date(case.date);
    let mut rules = Vec::new();
    for (place, rule) in rules_of(catalog, pack) {
        facts.rule.set(Some(place));
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

fn rule_mismatch(
    catalog: &Catalog,
    rule: &Rule,
    expected: Outcome,
    facts: &Facts<'_>,
    options: &Options,
) -> Result<Option<Mismatch>, Invalid> {
    let found = decide::outcome(rule, facts, options);
    match (expected, found) {
        (Outcome::Fires, Outcome::Fires) => effect_mismatch(catalog, rule, facts, options),
        // Outside its period of validity, or switched off, a rule is silent like any other that
        // does not apply.
        (Outcome::Silent, Outcome::NotInForce | Outcome::Off) => Ok(None),
        _ if expected == found => Ok(None),
        _ => Ok(Some(outcome_mismatch(catalog, rule, expected, found, facts, options))),
    }
}

fn outcome_mismatch(
    catalog: &Catalog,
    rule: &Rule,
    expected: Outcome,
    found: Outcome,
    facts: &Facts<'_>,
    options: &Options,
) -> Mismatch {
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
    catalog: &Catalog,
    rule: &Rule,
    facts: &Facts<'_>,
    options: &Options,
) -> Result<Option<Mismatch>, Invalid> {
    let done = Profile::new(rule.done(facts.answers), Vec::new());
    let finding = catalog.find_type(&done.answers);
    let facts_done = catalog.facts(&done.answers, &finding.standing);
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

/// Compares the order of those expected steps that fire; that one does not is a mismatch of its
/// own.
fn order_mismatch(
    catalog: &Catalog,
    case: &Case,
    options: &Options,
) -> Result<Option<Mismatch>, Invalid> {
    if case.expected.order.is_empty() {
        return Ok(None);
    }
    let advice = catalog.advise(&case.profile, options)?;
    let found: Vec<RankedStep> = advice
        .steps
        .into_iter()
        .filter(|step| case.expected.order.contains(&step.rule))
        .map(|step| RankedStep {
            rule: step.rule,
            rank: step.rank,
            priority: step.priority,
            after: step.after,
        })
        .collect();
    let fires = |rule: &&String| found.iter().any(|step| step.rule == **rule);
    let expected: Vec<String> = case.expected.order.iter().filter(fires).cloned().collect();
    let same = expected.iter().eq(found.iter().map(|step| &step.rule));
    Ok((!same).then_some(Mismatch::Order { expected, found }))
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

/// The parts that the texts of a firing rule lack; that it does not fire is a mismatch of its own.
fn text_mismatch(
    rule: &Rule,
    expected: &ExpectedText,
    facts: &Facts<'_>,
    options: &Options,
) -> Option<Mismatch> {
    if decide::outcome(rule, facts, options) != Outcome::Fires {
        return None;
    }
    let language = expected.language;
    let (title, words): (String, Words) = (
        open::title(rule, facts, language),
        words(rule, (variant(rule, facts), &notes(rule, facts)), facts, language),
    );
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
