//! `dteam` advises municipalities on their digitalisation.
//!
//! A municipality describes itself in a *profile*. The *catalog* (the study's survey, typology and
//! values, and packs of rules) classifies it, evaluates the rules and answers with an *advice*:
//! prioritised steps that carry their reasons. The domain is data: questions, types and rules live
//! in the catalog's files, never in this code.
//!
//! ```
//! use dteam::{Language, Options, render};
//!
//! let catalog = dteam::embedded()?;
//! let profile = catalog.profile_from_str(
//!     "profile.yaml",
//!     "municipality: {name: Auetal, kind: gemeinde, population: 9400}\n\
//!      goals: [legal_requirements, funding, efficiency]\n\
//!      data: {inventory: 0}\n",
//! )?;
//! let options = Options::default().language(Language::named("en"));
//! let advice = catalog.advise(&profile, &options)?;
//!
//! assert_eq!(advice.classification.kind.as_deref(), Some("cautious"));
//! let step = advice.steps.iter().find(|step| step.rule == "data/inventory").expect("there is no inventory");
//! assert!(step.trace.when.tests.iter().all(|test| test.outcome == Some(true)));
//! println!("{}", render::markdown(&advice, 5));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A catalog is loaded once, never changes, and can be shared between threads. Nothing here reads
//! the clock, the locale or the network: the same profile gives the same bytes.
//!
//! # Features
//! `batch` adds `batch`, advice for any number of profiles; `html` adds `render::html` and
//! `authoring::Handbook::html`, pages for reading and printing; `pdf` adds `render::pdf`, the
//! report as an accessible and archivable file; `serve` adds `web`, questionnaire, report and
//! JSON API as a web site; `text-report` adds `render::text`, the report for a terminal or a
//! plain-text mail; `cli` (the default) the command line.

pub mod advice {
    //! What an advice consists of, and what else a catalog says of a profile.
    pub use dteam_engine::advice::{
        Answered, AssessedStep, Assessment, Best, Change, ChangedAnswer, ChangedBy, ChangedTest,
        ChangedType, Comparison, CoveredStep, Decision, Explanation, Extent, Factors, FitTrace,
        Learning, Likely, Missing, Near, OpenQuestion, OtherRule, PackName, Question, Record,
        RuleChange, Schema, StepTrace, Strength, Study, Undecided, WhatIf,
    };
    pub use dteam_engine::benchmark::{Measure, Unit};
    pub use dteam_engine::classification::{Basis, GoalsClassification, IndicatorsClassification};
    pub use dteam_engine::council::Council;
    pub use dteam_engine::expression::trace::{ConditionTrace, NumberTrace, Reading, TestTrace};
    pub use dteam_engine::pack::{Certainty, Fact, RuleSource};
    pub use dteam_engine::profile::Given;
    pub use dteam_text::entries::Entries;
}
pub mod authoring {
    //! For those who write rules: see [`dteam_authoring`].
    pub use dteam_authoring::analysis::findings;
    pub use dteam_authoring::cases::{
        Added, Amendment, Case, CaseChange, CaseResult, ClassificationKey, Coverage, Difference,
        Mismatch, MissingOutcome, Mutation, PackResult, Period, QuestionCoverage, RankedStep,
        RuleCoverage, Status, StepPart, Survivor, TEST_SCHEMA, Tally, TestReport, Unshown, Update,
        add_cases, coverage, mutation, outcomes_missing, read_cases, run_case, test_cases,
        update_cases,
    };
    pub use dteam_authoring::check::{Checked, Subjects, check, check_watched};
    pub use dteam_authoring::diff::{
        ChangeKind, Changed, Comparison, DIFF_SCHEMA, Diff, Municipalities, PartChange, StepChange,
        StepExample, TypeChange,
    };
    pub use dteam_authoring::facts::{FACTS_SCHEMA, FactList, ListedFact, facts};
    pub use dteam_authoring::handbook::{Handbook, handbook};
    pub use dteam_authoring::schema::{SchemaOf, schema};
}
#[cfg(feature = "batch")]
pub mod batch {
    //! Advice for any number of municipalities: see [`dteam_batch`].
    pub use dteam_batch::*;
}
pub mod interview {
    //! The questionnaire: see [`dteam_interview`].
    pub use dteam_interview::*;
}
pub mod language {
    //! Numbers, dates and texts as people write and read them.
    pub use dteam_text::language::{Unclear, date, escaped};
}
pub mod plan {
    //! Steps by quarter, with what they make possible or unnecessary.
    pub use dteam_engine::advice::plan::*;
    pub use dteam_engine::pack::Cost;
}
pub mod progress {
    //! What a year brought: two profiles of one municipality, and what is different.
    pub use dteam_engine::advice::progress::*;
}
pub mod render;
pub mod survey {
    //! The questions a profile can answer, as [`Catalog::survey`](crate::Catalog) lists them.
    pub use dteam_engine::survey::{
        Answer, Bounds, Choice, Control, Kind, Question, Ranking, Section, Source, Survey,
    };
    pub use dteam_text::language::Localized;
}
pub mod team {
    //! Municipalities as a team.
    pub use dteam_engine::team::*;
}
#[cfg(feature = "serve")]
pub mod web {
    //! The site: see [`dteam_web`].
    pub use dteam_web::*;
}

pub use dteam_engine::advice::{Advice, Horizon, Options, Outcome, SCHEMA, Step};
pub use dteam_engine::catalog::{Catalog, CatalogBuilder, FittedProfile, ProfileBuilder};
pub use dteam_engine::classification::Classification;
pub use dteam_engine::profile::Profile;
pub use dteam_rules::{EXAMPLES, builder, embedded, load};
pub use dteam_text::diagnostic::{
    Diagnostic, Invalid, Location, Severity, SourceFile, explanation, nearest,
};
pub use dteam_text::language::Language;
pub use dteam_text::source;
