//! A pack's own tests, `cases.yaml`: a profile fragment, and what is to come out on it: which rules
//! fire, stay silent or stay undecided, in which order steps come, what their texts say, which type
//! the municipality is.
//!
//! Results are plain data, the contract `dteam.test/1`; [`dteam_report`] makes text or JUnit of
//! them.

use std::ops::Range;

use indexmap::IndexMap;
use jiff::civil::Date;

use dteam_engine::advice::Outcome;
use dteam_engine::profile::Profile;
use dteam_text::language::{Language, composed};

mod added;
mod coverage;
mod edit;
#[cfg(feature = "text")]
mod junit;
mod mismatch;
mod mutant;
mod mutation;
mod noticed;
mod part;
mod read;
mod report;
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
pub use mismatch::{ClassificationKey, Difference, Mismatch, Period, RankedStep};
pub use mutation::{Mutation, Survivor, mutation};
pub use part::StepPart;
pub(crate) use read::follows;
pub use read::read_cases;
pub use report::{
    Amendment, CaseChange, CaseResult, MissingOutcome, PackResult, Status, Tally, TestReport,
};
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
