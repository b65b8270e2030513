//! What a pack's cases show of its rules: each rule firing, silent and undecided; each test of a
//! condition deciding the outcome by being true and by being false (modified condition/decision
//! coverage, MC/DC; Chilenski and Miller 1994); every other part being missed if it were left out;
//! and which options they use.

use super::run::rules_of;
use serde::Serialize;

use super::Case;
use super::mutation::{line, mutants};
use super::noticed::{Noticing, Shown, Suggestion, of_mutant, of_outcome, of_script};
use super::script_mutant;
use crate::analysis::witness;
use dteam_engine::advice::Outcome;
use dteam_engine::catalog::Catalog;
use dteam_engine::expression::evaluate::Facts;
use dteam_engine::expression::reads::Read;
use dteam_engine::expression::{Atom, Condition};
use dteam_engine::pack::Rule;
use dteam_engine::profile::Answer;
use dteam_engine::survey::{Control, Slot};

/// What cases show of one pack's rules.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Coverage {
    /// The pack's file.
    pub file: String,
    /// Things shown: outcomes of rules, tests that decide by being true or false, and other parts.
    pub shown: usize,
    /// Things to be shown. What no answers can show is not counted.
    pub total: usize,
    /// The rules, in the order of the file.
    pub rules: Vec<RuleCoverage>,
    /// The questions that the pack's conditions read, in the survey's order; those with options,
    /// levels or yes and no.
    pub questions: Vec<QuestionCoverage>,
}

/// What cases show of one rule.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RuleCoverage {
    /// `pack/rule`, or a function of the pack.
    pub rule: String,
    /// The 1-based line of its condition, or of the function's first statement.
    pub line: usize,
    /// Things shown.
    pub shown: usize,
    /// Things to be shown.
    pub total: usize,
    /// What no case shows.
    pub missing: Vec<Unshown>,
}

/// Something that no case shows.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Unshown {
    /// The test, as an expression; the rule as a whole if there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub test: Option<String>,
    /// How the test would have to come out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<bool>,
    /// A part of the rule that could as well be left out: `need`, `after`, `variant 1`, `note 1`,
    /// `text de`, `change` or `function`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// What could be left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left_out: Option<String>,
    /// How the rule comes out in a case that shows it; `None` if none was found.
    pub outcome: Option<Outcome>,
    /// A smallest profile for a case that shows it, as YAML on one line; `None` if none was found.
    pub profile: Option<String>,
    /// What the case says of the step, as YAML on one line, where the outcome alone does not tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expect: Option<String>,
}

/// Which answers to one question occur in the cases.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QuestionCoverage {
    /// The question's path.
    pub question: String,
    /// How many of its options, levels or flags occur.
    pub seen: usize,
    /// Those that do not.
    pub unseen: Vec<String>,
}

/// What the cases show of the pack's rules and functions. Only what a case says counts: a rule it
/// does not name is not shown by it, and neither is a part that could as well not be there.
pub fn coverage(catalog: &Catalog, pack: &str, cases: &[Case]) -> Coverage {
    let mut noticing = Noticing::new(catalog, cases);
    let mut rules: Vec<RuleCoverage> = rules_of(catalog, pack)
        .map(|(_, rule)| rule_coverage(catalog, rule, &noticing.shown))
        .collect();
    for mut mutant in mutants(catalog, pack).into_iter().filter(|mutant| mutant.changed.is_none()) {
        let line = line(catalog, pack, &mutant);
        let missing = match noticing.notice(&mut mutant) {
            true => Some(None),
            false => of_mutant(catalog, pack, &mutant)
                .map(|suggestion| Some(left_out(&mutant.part, &mutant.original, suggestion))),
        };
        record(&mut rules, &mutant.rule.id, line, missing);
    }
    for mutant in script_mutant::of_pack(catalog, pack) {
        if mutant.changed.is_some() {
            continue;
        }
        let missing = match noticing.notice_scripts(&mutant.scripts) {
            true => Some(None),
            false => of_script(catalog, pack, &mutant)
                .map(|suggestion| Some(left_out(&"function", &mutant.original, suggestion))),
        };
        record(&mut rules, &mutant.function, mutant.location.1, missing);
    }
    Coverage {
        file: pack_file(catalog, pack),
        shown: rules.iter().map(|rule| rule.shown).sum(),
        total: rules.iter().map(|rule| rule.total).sum(),
        rules,
        questions: questions_coverage(catalog, pack, cases),
    }
}

/// Counts a part of a rule or function as shown or missing; nothing where no case can show it.
fn record(
    rules: &mut Vec<RuleCoverage>,
    named: &str,
    line: usize,
    missing: Option<Option<Unshown>>,
) {
    let Some(missing) = missing else { return };
    let position = rules.iter().position(|rule| rule.rule == named).unwrap_or_else(|| {
        let rule = named.to_owned();
        rules.push(RuleCoverage { rule, line, shown: 0, total: 0, missing: Vec::new() });
        rules.len() - 1
    });
    let rule = &mut rules[position];
    rule.total += 1;
    rule.shown += usize::from(missing.is_none());
    rule.missing.extend(missing);
}

fn left_out(part: &dyn std::fmt::Display, original: &str, suggestion: Suggestion) -> Unshown {
    Unshown {
        part: Some(part.to_string()),
        left_out: Some(original.to_owned()),
        ..unshown(suggestion)
    }
}

fn unshown(Suggestion { profile, outcome, expect }: Suggestion) -> Unshown {
    Unshown {
        test: None,
        value: None,
        part: None,
        left_out: None,
        outcome,
        profile,
        expect: expect.map(|expect| expect.to_string()),
    }
}

/// The name of the pack's file.
pub(super) fn pack_file(catalog: &Catalog, pack: &str) -> String {
    let found = catalog.packs.iter().find(|known| known.id.as_str() == pack);
    found.map_or_else(String::new, |pack| pack.file.name.clone())
}

fn rule_coverage(catalog: &Catalog, rule: &Rule, shown: &[Shown]) -> RuleCoverage {
    let naming: Vec<(&Shown, Outcome)> =
        shown.iter().filter_map(|shown| Some((shown, shown.expected(rule)?))).collect();
    let (mut done, mut missing) = (0, Vec::new());
    for outcome in [Outcome::Fires, Outcome::Silent, Outcome::Undecided] {
        match naming.iter().any(|(_, expected)| *expected == outcome) {
            true => done += 1,
            false => missing.extend(unshown_outcome(catalog, rule, outcome)),
        }
    }
    let mut atoms: Vec<Atom> = Vec::new();
    rule.when.for_each_atom(&mut |atom| atoms.push(atom.clone()));
    for atom in &atoms {
        for value in [true, false] {
            let decided = naming
                .iter()
                .any(|(shown, _)| decides(&rule.when, atom, value, &shown.facts(catalog)));
            match decided {
                true => done += 1,
                false => missing.extend(unshown_test(catalog, rule, atom, value)),
            }
        }
    }
    let (line, _) = catalog.packs[rule.pack].file.position(rule.spans.when.start);
    RuleCoverage {
        rule: rule.id.to_string(),
        line,
        shown: done,
        total: done + missing.len(),
        missing,
    }
}

fn unshown_outcome(catalog: &Catalog, rule: &Rule, outcome: Outcome) -> Option<Unshown> {
    let found =
        |outcome| of_outcome(catalog, rule, witness::coming_out(catalog, &rule.when, outcome));
    let suggestion = match outcome {
        Outcome::Fires => found(true)?,
        Outcome::Silent => found(false)?,
        // Where nothing is answered, nothing is decided.
        Outcome::Undecided | Outcome::NotInForce | Outcome::Off => {
            Suggestion { profile: Some("{}".to_owned()), ..Suggestion::default() }
        }
    };
    Some(Unshown { outcome: Some(outcome), ..unshown(suggestion) })
}

fn unshown_test(catalog: &Catalog, rule: &Rule, atom: &Atom, value: bool) -> Option<Unshown> {
    let test = Some(catalog.names().test(&atom.test));
    let found = witness::deciding(catalog, &rule.when, atom, value);
    let suggestion = of_outcome(catalog, rule, found)?;
    Some(Unshown { test, value: Some(value), ..unshown(suggestion) })
}

fn questions_coverage(catalog: &Catalog, pack: &str, cases: &[Case]) -> Vec<QuestionCoverage> {
    let mut read: Vec<Slot> = Vec::new();
    for (_, rule) in rules_of(catalog, pack) {
        rule.when.reads(&mut |what| {
            if let Read::Answer(slot) = what {
                read.push(slot);
            }
        });
    }
    read.sort_unstable();
    read.dedup();
    read.into_iter().filter_map(|slot| question_coverage(catalog, slot, cases)).collect()
}

fn question_coverage(catalog: &Catalog, slot: Slot, cases: &[Case]) -> Option<QuestionCoverage> {
    let question = catalog.survey.question(slot);
    let answers = || cases.iter().filter_map(|case| case.profile.answers.get(slot));
    let possible: Vec<(String, bool)> = match question.kind.control() {
        Control::YesOrNo => [true, false]
            .map(|flag| (flag.to_string(), answers().any(|answer| *answer == Answer::Flag(flag))))
            .into(),
        Control::Level(levels) => (0..levels.len())
            .map(|level| {
                (level.to_string(), answers().any(|answer| *answer == Answer::Number(level as f64)))
            })
            .collect(),
        Control::One(options) | Control::Several(options) | Control::Ranked(options, _) => {
            let chosen = |option: u8| {
                answers().any(|answer| match answer {
                    Answer::Option(chosen) => *chosen == option,
                    answer => answer.options().is_some_and(|options| options.has(option)),
                })
            };
            let ids = options.ids().enumerate();
            ids.map(|(option, id)| (id.to_owned(), chosen(option as u8))).collect()
        }
        // There are too many to show each.
        Control::Number(_) | Control::Line => return None,
    };
    let unseen: Vec<String> =
        possible.iter().filter(|(_, seen)| !seen).map(|(id, _)| id.clone()).collect();
    Some(QuestionCoverage {
        question: question.path.to_string(),
        seen: possible.len() - unseen.len(),
        unseen,
    })
}

/// The test comes out so, and the condition would come out otherwise if it did not.
fn decides(condition: &Condition, atom: &Atom, value: bool, facts: &Facts<'_>) -> bool {
    let otherwise = || condition.evaluate_assuming(atom, !value, facts);
    atom.test.evaluate(facts) == Some(value)
        && match (condition.evaluate(facts), otherwise()) {
            (Some(is), Some(would_be)) => is != would_be,
            _ => false,
        }
}
