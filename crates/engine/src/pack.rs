//! Packs of rules: each rule a condition on the profile and the step it recommends.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;
use rhai::Engine;
use serde_json::Value as Json;

use crate::benchmark::Benchmarks;
use crate::expression::evaluate::Facts;
use crate::expression::reads::Read;
use crate::expression::script::{Function, Scripts};
use crate::expression::template::Template;
use crate::expression::{Condition, Number};
use crate::profile::Answers;
use crate::survey::{Slot, Survey};
use crate::typology::Typology;
use dteam_text::diagnostic::{Diagnostics, SourceFile, nearest};
use dteam_text::language::Localized;
use dteam_text::yaml::Node;

pub mod changes;
pub mod effect;
mod functions;
mod impact;
pub mod load;
pub mod questions;
mod review;
mod source;
mod written;

use written::LazyWritten;

pub use changes::Change;
pub use review::{Authorship, Review};
pub use source::{Fact, Publication, RuleSource};

/// What packs are checked against.
#[derive(Clone, Copy)]
pub struct Context<'c> {
    pub parser: &'c Engine,
    pub scripts: &'c Scripts,
    pub survey: &'c Survey,
    pub typology: &'c Typology,
    pub benchmarks: &'c Benchmarks,
}

/// A folder of rules for one thesis.
#[derive(Debug)]
pub struct Pack {
    pub id: String,
    pub version: String,
    pub title: Localized,
    pub about: Localized,
    /// Packs come in this order, then by id.
    pub order: f64,
    /// Who answers for it.
    pub authorship: Authorship,
    pub file: Arc<SourceFile>,
    /// The functions of its scripts.
    pub functions: Vec<Arc<Function>>,
    pub cases: Option<CasesFile>,
}

/// A pack's files.
#[derive(Debug, Clone)]
pub struct PackFiles {
    /// The folder's name: the pack's id.
    pub folder: String,
    pub pack: Arc<SourceFile>,
    pub scripts: Vec<Arc<SourceFile>>,
    pub cases: Option<CasesFile>,
}

/// Where a pack's `cases.yaml` is. Advice needs no cases: they are read only when somebody asks for
/// them.
#[derive(Debug, Clone)]
pub enum CasesFile {
    /// In memory.
    Held(Arc<SourceFile>),
    /// In the pack's folder.
    At(PathBuf),
}

/// A pack's files, with `pack.yaml` as a tree.
#[derive(Debug)]
pub struct Parsed<'f> {
    pub files: &'f PackFiles,
    pub root: Option<Node<'f>>,
    pub problems: Diagnostics<'f>,
}

/// A rule that another comes after or a pack changes, and where it is named.
#[derive(Debug)]
pub struct NamedRule {
    pub id: String,
    pub span: Range<usize>,
}

/// Whether the rule's full id names the pack.
pub fn is_of(pack: &str, rule: &str) -> bool {
    rule.split('/').next() == Some(pack)
}

/// A rule's full id: `inventory` is one of the pack's own, `staff/data-skills` another's.
pub fn full_id(pack: &str, written: &str) -> String {
    if written.contains('/') { written.to_owned() } else { format!("{pack}/{written}") }
}

/// The rule that was meant by an unknown id: the one of that name in some pack, or one of a similar
/// id.
pub fn nearest_rule<'r>(id: &str, rules: impl Iterator<Item = &'r str> + Clone) -> Option<String> {
    let same_name = rules.clone().find(|rule| rule.rsplit('/').next() == id.rsplit('/').next());
    same_name.map(str::to_owned).or_else(|| nearest(id, rules))
}

/// The group of the questions that a pack asks: its id as expressions can read it.
pub fn group(pack: &str) -> String {
    pack.replace('-', "_")
}

/// A rule, checked and lowered.
#[derive(Debug, Clone)]
pub struct Rule {
    /// `pack/rule`.
    pub id: String,
    pub pack: usize,
    pub when: Condition,
    pub need: Option<Number>,
    pub impact: Impact,
    /// The weight (0..1) for each type.
    pub fit: Vec<f64>,
    /// 1..5.
    pub effort: u8,
    /// The rules to be done first, by their index in the catalog.
    pub after: Vec<usize>,
    pub learn_from: Vec<u8>,
    pub texts: Texts,
    pub notes: Vec<Note>,
    pub variants: Vec<Variant>,
    pub effect: Vec<effect::Effect>,
    /// The first rule in the catalog whose step changes the same, perhaps this one.
    pub same_effect: usize,
    pub valid: Validity,
    pub source: RuleSource,
    /// Who answers for it, where it is not who answers for the pack.
    pub authorship: Authorship,
    /// What another pack changes about it; weight and impact are changed already.
    pub changed: Option<Change>,
    pub spans: RuleSpans,
    written: LazyWritten,
}

/// Where the parts of a rule stand in its pack's file, as byte ranges.
#[derive(Debug, Clone, Default)]
pub struct RuleSpans {
    pub id: Range<usize>,
    pub when: Range<usize>,
    pub need: Range<usize>,
    pub impact: Range<usize>,
    pub fit: Range<usize>,
    pub effort: Range<usize>,
    pub after: Range<usize>,
}

/// What a rule says.
#[derive(Debug, Clone)]
pub struct Texts {
    pub title: Localized<Template>,
    pub why: Localized<Template>,
    pub actions: Localized<Vec<Template>>,
}

/// A sentence that is added to the reason where its condition is true.
#[derive(Debug, Clone)]
pub struct Note {
    pub when: Condition,
    /// The span of the condition.
    pub span: Range<usize>,
    pub text: Localized<Template>,
}

/// What a rule says and costs instead where the condition is true.
#[derive(Debug, Clone)]
pub struct Variant {
    pub when: Condition,
    /// The span of the condition.
    pub span: Range<usize>,
    pub title: Option<Localized<Template>>,
    pub why: Option<Localized<Template>>,
    pub actions: Option<Localized<Vec<Template>>>,
    pub effort: Option<u8>,
}

/// How much a step moves, 1..5.
#[derive(Debug, Clone)]
pub enum Impact {
    /// The value for each type, and where there is none.
    ByType {
        types: Vec<f64>,
        default: f64,
    },
    Expression(Number),
}

/// The dates between which a rule holds, both included.
#[derive(Debug, Clone, Copy, Default)]
pub struct Validity {
    pub from: Option<Date>,
    pub until: Option<Date>,
}

impl Validity {
    pub fn holds(&self, date: Option<Date>) -> bool {
        let Some(date) = date else { return true };
        self.from.is_none_or(|from| from <= date) && self.until.is_none_or(|until| date <= until)
    }
}

impl Validity {
    /// Whether there is a date on which both hold.
    pub fn meets(&self, other: Validity) -> bool {
        let before = |until: Option<Date>, from: Option<Date>| {
            until.zip(from).is_some_and(|(until, from)| until < from)
        };
        !before(self.until, other.from) && !before(other.until, self.from)
    }
}

/// A need as it counts: whole if there is none or it rests on an open question.
pub fn shown_need(need: Option<f64>) -> f64 {
    need.unwrap_or(1.0).clamp(0.0, 1.0)
}

impl Rule {
    /// How far the municipality is from the target, 0..1. A need that rests on an open question
    /// counts as whole.
    pub fn need(&self, facts: &Facts<'_>) -> f64 {
        shown_need(self.need.as_ref().and_then(|need| need.evaluate(facts)))
    }

    /// Whether it can be that the rule takes part in nothing: it is switched off, or not always in
    /// force.
    pub fn may_be_excluded(&self) -> bool {
        self.is_off() || self.valid.from.is_some() || self.valid.until.is_some()
    }

    /// Whether another pack has switched the rule off: then it takes part in nothing.
    pub fn is_off(&self) -> bool {
        self.changed.as_ref().is_some_and(|change| change.off)
    }

    /// Whether its condition or its need rests on what the classification says.
    pub fn reads_type(&self) -> bool {
        let mut reads = false;
        let mut look =
            |read| reads |= !matches!(read, Read::Answer(_) | Read::Benchmark(_, Some(_)));
        self.when.reads(&mut look);
        self.need.iter().for_each(|need| need.reads(&mut look));
        reads
    }

    /// The answers once the step is done.
    pub fn done(&self, answers: &Answers) -> Answers {
        let mut done = answers.clone();
        self.effect.iter().for_each(|effect| effect.apply(&mut done));
        done
    }

    /// The questions that change once the step is done, with what they change to as the pack writes
    /// it.
    pub fn effects(&self) -> impl Iterator<Item = (Slot, &Json)> {
        self.effect.iter().map(|effect| (effect.slot, &effect.written))
    }
}
