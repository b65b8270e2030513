//! What came out of the cases of packs.

use serde::Serialize;

use super::TEST_SCHEMA;
use super::coverage::Coverage;
use super::mismatch::{ClassificationKey, Mismatch};
use super::mutation::Mutation;
use super::part::StepPart;
use dteam_engine::advice::Outcome;
use dteam_text::diagnostic::Diagnostic;
use dteam_text::language::Language;
use dteam_text::language::messages::message;

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
