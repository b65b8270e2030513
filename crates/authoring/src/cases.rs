//! A pack's own tests, `cases.yaml`: a profile fragment, and what is to come out on it: which rules
//! fire, stay silent or stay undecided, in which order steps come, what their texts say, which type
//! the municipality is.
//!
//! Results are plain data, the contract `dteam.test/1`; [`dteam_report`] makes text or JUnit of
//! them.

use std::ops::Range;

use indexmap::IndexMap;
use jiff::civil::Date;
use serde::Serialize;
use serde_json::Value as Json;

use dteam_engine::advice::{Outcome, Question};
use dteam_engine::expression::trace::ConditionTrace;
use dteam_engine::profile::Profile;
use dteam_text::diagnostic::Diagnostic;
use dteam_text::entries::Entries;
use dteam_text::language::messages::message;
use dteam_text::language::{Language, composed};

mod added;
mod coverage;
mod edit;
#[cfg(feature = "text")]
mod junit;
mod mutant;
mod mutation;
mod noticed;
mod part;
mod read;
mod run;
mod script_mutant;
#[cfg(feature = "text")]
mod text;
mod trial;
mod update;

pub use added::{Added, add_cases};
pub use coverage::{Coverage, QuestionCoverage, RuleCoverage, Unshown, coverage};
#[cfg(feature = "text")]
pub use junit::junit;
pub use mutation::{Mutation, Survivor, mutation};
pub use part::StepPart;
pub use read::read_cases;
pub use run::{outcomes_missing, run_case, test_cases};
#[cfg(feature = "text")]
pub use text::tests;
pub use update::{Update, update_cases};

/// The name of the JSON contract of a test run, and its version.
pub const TEST_SCHEMA: &str = "dteam.test/1";

/// One case of a pack.
#[derive(Debug, Clone)]
pub struct Case {
    /// What it shows.
    pub name: String,
    /// The 1-based line on which it begins.
    pub line: usize,
    span: Range<usize>,
    profile: Profile,
    date: Option<Date>,
    expected: Expected,
    /// It names rules of a pack that was left out of the catalog because it has mistakes.
    incomplete: bool,
}

/// What is to come out.
#[derive(Debug, Clone, PartialEq, Default)]
struct Expected {
    /// Nothing at all is said.
    nothing: bool,
    /// Each rule once; those of `order`, `texts` and `parts` have to fire.
    rules: IndexMap<String, Outcome>,
    /// Those of them that the case is about: it lists them by how they come out.
    listed: Vec<String>,
    order: Vec<String>,
    texts: Vec<ExpectedText>,
    /// What else is said of a step, by its rule.
    parts: Vec<(String, StepPart)>,
    classification: Vec<(ClassificationKey, Option<String>)>,
}

/// Parts that a step's texts in one language have to hold.
#[derive(Debug, Clone, PartialEq)]
struct ExpectedText {
    rule: String,
    language: Language,
    parts: Vec<String>,
}

impl Case {
    /// How the rule `pack/rule` is to come out, if the case says.
    pub fn expects(&self, rule: &str) -> Option<Outcome> {
        self.expected.rules.get(rule).copied()
    }

    /// As [`expects`](Case::expects), if the case is about the rule's outcome and not about parts of
    /// its step alone.
    pub fn lists(&self, rule: &str) -> Option<Outcome> {
        self.expects(rule).filter(|_| self.expected.listed.iter().any(|listed| listed == rule))
    }

    /// Whether the case's name or a rule it names contains one of the texts, upper and lower case
    /// alike.
    pub fn matches(&self, texts: &[String]) -> bool {
        let contains = |text: &str, sought: &str| {
            text.to_lowercase().contains(&composed(sought.into()).to_lowercase())
        };
        let holds = |sought: &String| {
            contains(&self.name, sought)
                || self.expected.rules.keys().any(|rule| contains(rule, sought))
        };
        texts.iter().any(holds)
    }
}

/// What came out of the cases of one or more packs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TestReport {
    /// [`TEST_SCHEMA`].
    pub schema: &'static str,
    /// The language of every text.
    pub language: Language,
    /// The packs, in the order of their folders.
    pub packs: Vec<PackResult>,
    /// The counts over all packs.
    pub tally: Tally,
}

/// How many came out as they should.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Tally {
    /// Cases that came out as they say.
    pub passed: usize,
    /// Cases that did not.
    pub failed: usize,
    /// Cases that could not be run because they name rules of a pack with mistakes.
    pub skipped: usize,
    /// Outcomes of rules that no case shows.
    pub missing: usize,
    /// Packs that could not be tested because their files have mistakes.
    pub broken: usize,
}

/// What came out of one pack's cases.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PackResult {
    /// The pack's id.
    pub pack: String,
    /// Its `cases.yaml`.
    pub file: String,
    /// The mistakes in the pack's files because of which it could not be tested, each in one line.
    pub problems: Vec<String>,
    /// The cases, in the order of the file.
    pub cases: Vec<CaseResult>,
    /// The outcomes of the pack's rules that no case shows.
    pub missing: Vec<MissingOutcome>,
    /// What was changed in the file so that its cases say what comes out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub updated: Vec<CaseChange>,
    /// How many suggested cases were added to the file.
    #[serde(skip_serializing_if = "is_none")]
    pub added: usize,
    /// What the cases show of the rules, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coverage: Option<Coverage>,
    /// What became of changes to the rules, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mutation: Option<Mutation>,
}

/// What came out of one case.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CaseResult {
    /// What the case shows.
    pub name: String,
    /// The 1-based line on which it begins.
    pub line: usize,
    /// How it came out.
    pub status: Status,
    /// What is otherwise than the case says.
    pub mismatches: Vec<Mismatch>,
}

/// How a case came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// As it says.
    Passed,
    /// Otherwise.
    Failed,
    /// It could not be run because it names rules of a pack with mistakes.
    Skipped,
}

/// Something that is otherwise than a case says.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Mismatch {
    /// A rule comes out otherwise.
    Outcome {
        /// `pack/rule`.
        rule: String,
        /// The step in a few words.
        title: String,
        /// What the case says.
        expected: Outcome,
        /// What came out.
        found: Outcome,
        /// The tests of the rule's condition, and what they read.
        trace: ConditionTrace,
        /// The unanswered questions that an undecided rule waits for.
        needs: Vec<Question>,
        /// The case's date and the rule's period, where the rule is not in force.
        #[serde(skip_serializing_if = "Option::is_none")]
        period: Option<Period>,
    },
    /// A rule fires, and still fires with its own effect on the answers.
    Effect {
        /// `pack/rule`.
        rule: String,
        /// The step in a few words.
        title: String,
        /// The answers that the step changes.
        effect: Entries<String, Json>,
        /// The tests of the rule's condition once the step is done.
        trace: ConditionTrace,
    },
    /// Steps come in another order.
    Order {
        /// The rules that fire, as the case has them.
        expected: Vec<String>,
        /// The same as the advice has them.
        found: Vec<RankedStep>,
    },
    /// Parts are missing in a step's texts.
    Text {
        /// `pack/rule`.
        rule: String,
        /// The language of the texts.
        #[serde(rename = "text_language")]
        language: Language,
        /// The parts that do not occur.
        missing: Vec<String>,
        /// The title that came out.
        title: String,
        /// The reason that came out.
        why: String,
        /// The first moves that came out.
        actions: Vec<String>,
    },
    /// A number of a step, its variant, its notes or what it comes after is otherwise.
    Part {
        /// `pack/rule`.
        rule: String,
        /// The step in a few words.
        title: String,
        /// What the case says.
        expected: StepPart,
        /// What came out.
        found: StepPart,
    },
    /// The municipality is classified otherwise.
    Classification {
        /// What differs.
        differences: Vec<Difference>,
        /// How far the municipality belongs to each type, 0..1; empty where no type is known.
        memberships: IndexMap<String, f64>,
    },
}

impl Mismatch {
    /// What is otherwise, in one sentence.
    pub fn message(&self, language: Language) -> String {
        let say = |id: &str, arguments: &[(&str, &str)]| {
            let arguments: Vec<_> =
                arguments.iter().map(|(name, value)| (*name, (*value).into())).collect();
            message(language, id, &arguments)
        };
        match self {
            Mismatch::Outcome { rule, expected, found, .. } => {
                let (expected, found) = (verb(*expected, language), verb(*found, language));
                say("case-mismatch", &[("rule", rule), ("expected", &expected), ("found", &found)])
            }
            Mismatch::Effect { rule, .. } => say("case-effect", &[("rule", rule)]),
            Mismatch::Order { expected, found } => {
                let found: Vec<&str> = found.iter().map(|step| step.rule.as_str()).collect();
                say(
                    "case-order",
                    &[("expected", &expected.join(", ")), ("found", &found.join(", "))],
                )
            }
            Mismatch::Text { rule, language: of, missing, .. } => say(
                "case-text",
                &[("rule", rule), ("language", of.code()), ("missing", &missing.join(" … "))],
            ),
            Mismatch::Part { rule, expected, found, .. } => {
                let (key, expected, found) =
                    (expected.key().name(), expected.to_string(), found.to_string());
                say(
                    "case-part",
                    &[("rule", rule), ("key", key), ("expected", &expected), ("found", &found)],
                )
            }
            Mismatch::Classification { differences, .. } => {
                let written = |value: fn(&Difference) -> &Option<String>| {
                    let parts = differences.iter().map(|difference| {
                        format!(
                            "{}: {}",
                            difference.key.name(),
                            value(difference).as_deref().unwrap_or("null")
                        )
                    });
                    parts.collect::<Vec<_>>().join(", ")
                };
                let (expected, found) =
                    (written(|part| &part.expected), written(|part| &part.found));
                say("case-classification", &[("expected", &expected), ("found", &found)])
            }
        }
    }
}

impl MissingOutcome {
    /// That no case shows it, in one sentence.
    pub fn message(&self, language: Language) -> String {
        let outcome = self.outcome.name();
        message(
            language,
            "case-missing",
            &[("rule", self.rule.as_str().into()), ("outcome", outcome.into())],
        )
    }
}

/// The outcome as a verb, to follow "should".
fn verb(outcome: Outcome, language: Language) -> String {
    message(language, &format!("outcome-{}", outcome.name()), &[])
}

/// The date of a case, and the dates from and until which a rule holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Period {
    /// The case's date.
    pub date: Option<Date>,
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
}

/// A step with its place in the advice.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RankedStep {
    /// `pack/rule`.
    pub rule: String,
    /// The place in the advice, from 1.
    pub rank: usize,
    /// 0..100.
    pub priority: f64,
    /// Steps of the advice to be done first.
    pub after: Vec<String>,
}

/// One part of the classification that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Which part.
    pub key: ClassificationKey,
    /// What the case says; `None` for none.
    pub expected: Option<String>,
    /// What came out.
    pub found: Option<String>,
}

/// The parts of a classification that a case can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ClassificationKey {
    /// The type that the advice rests on.
    Type,
    /// What the type rests on: `goals` or `indicators`.
    Basis,
    /// The second type of a mixed form.
    MixedWith,
}

impl ClassificationKey {
    /// All of them, in the order in which cases write them.
    pub const ALL: [ClassificationKey; 3] =
        [ClassificationKey::Type, ClassificationKey::Basis, ClassificationKey::MixedWith];

    /// The key as cases write it.
    pub fn name(self) -> &'static str {
        match self {
            ClassificationKey::Type => "type",
            ClassificationKey::Basis => "basis",
            ClassificationKey::MixedWith => "mixed_with",
        }
    }
}

/// An outcome of a rule that no case shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MissingOutcome {
    /// `pack/rule`.
    pub rule: String,
    /// The outcome.
    pub outcome: Outcome,
}

/// What was changed in a case.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CaseChange {
    /// What the case shows.
    pub name: String,
    /// The line on which it began before.
    pub line: usize,
    /// The changes.
    pub changes: Vec<Amendment>,
}

/// One change of what a case says.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Amendment {
    /// A rule moved to the list of its outcome.
    Rule {
        /// `pack/rule`.
        rule: String,
        /// What the case said.
        from: Outcome,
        /// What it says now: `fires`, `silent` or `undecided`.
        to: Outcome,
    },
    /// The steps of `order` were put in the order that came out.
    Order {
        /// The order as it is now.
        to: Vec<String>,
    },
    /// What is said of a step beside its texts was replaced.
    Part {
        /// `pack/rule`.
        rule: String,
        /// What the case said.
        from: StepPart,
        /// What it says now.
        to: StepPart,
    },
    /// A part of the classification was replaced.
    Classification {
        /// Which part.
        key: ClassificationKey,
        /// What the case said.
        from: Option<String>,
        /// What it says now.
        to: Option<String>,
    },
    /// The case said nothing and now says which rules of its pack come out so.
    Stated {
        /// The outcome.
        outcome: Outcome,
        /// `pack/rule`.
        rules: Vec<String>,
    },
}

impl TestReport {
    /// The report over these packs.
    pub fn new(packs: Vec<PackResult>, language: Language) -> Self {
        let mut tally = Tally::default();
        for pack in &packs {
            let count = |status| pack.cases.iter().filter(|case| case.status == status).count();
            tally.passed += count(Status::Passed);
            tally.failed += count(Status::Failed);
            tally.skipped += count(Status::Skipped);
            tally.missing += pack.missing.len();
            tally.broken += usize::from(!pack.problems.is_empty());
        }
        TestReport { schema: TEST_SCHEMA, language, packs, tally }
    }

    /// The share (0..1) of what is to be shown that the cases of all packs show; `None` if it was
    /// not asked for, or there is nothing to show.
    pub fn coverage(&self) -> Option<f64> {
        let counts = self.packs.iter().filter_map(|pack| pack.coverage.as_ref());
        share(counts.map(|coverage| (coverage.shown, coverage.total)))
    }

    /// The share (0..1) of changes that the cases of all packs notice; `None` if it was not asked
    /// for, or nothing can be changed.
    pub fn mutation(&self) -> Option<f64> {
        let counts = self.packs.iter().filter_map(|pack| pack.mutation.as_ref());
        share(counts.map(|mutation| (mutation.caught, mutation.total)))
    }

    /// Whether every case that could be run came out as it says, and every outcome is shown.
    pub fn passed(&self) -> bool {
        self.tally.failed == 0 && self.tally.missing == 0
    }
}

fn is_none(count: &usize) -> bool {
    *count == 0
}

fn share(counts: impl Iterator<Item = (usize, usize)>) -> Option<f64> {
    let (part, whole) =
        counts.fold((0, 0), |(part, whole), count| (part + count.0, whole + count.1));
    (whole > 0).then(|| part as f64 / whole as f64)
}

impl PackResult {
    /// The result of a pack that could not be tested.
    pub fn broken(pack: &str, file: &str, problems: &[Diagnostic], language: Language) -> Self {
        let line = |problem: &Diagnostic| match problem.location() {
            Some(location) => format!("{location}: {}", problem.message(language)),
            None => problem.message(language),
        };
        PackResult {
            pack: pack.to_owned(),
            file: file.to_owned(),
            problems: problems.iter().map(line).collect(),
            cases: Vec::new(),
            missing: Vec::new(),
            updated: Vec::new(),
            added: 0,
            coverage: None,
            mutation: None,
        }
    }
}
