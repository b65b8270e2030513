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
use crate::planning::Planning;
use crate::profile::Answers;
use crate::survey::{Slot, Survey};
use crate::typology::Typology;
use dteam_text::diagnostic::{Diagnostics, SourceFile, nearest};
use dteam_text::language::Localized;
use dteam_text::yaml::Node;

pub mod changes;
pub mod effect;
pub mod fact;
mod functions;
mod impact;
pub mod load;
pub mod questions;
mod review;
mod source;
pub mod work;
mod written;

use written::LazyWritten;

pub use changes::Change;
pub use fact::{Certainty, CitedFact, DatedFact, Fact, Listener};
pub use review::{Authorship, Review};
pub use source::{Grounds, Publication, RuleSource};
pub use work::{Budget, Cost, Days, DecidedBy, Duration, Duty, FullDuration, Involved};

/// What packs are checked against.
#[derive(Clone, Copy)]
pub struct Context<'c> {
    /// Rhai's parser.
    pub parser: &'c Engine,
    /// Where scripts are compiled.
    pub scripts: &'c Scripts,
    /// The questions.
    pub survey: &'c Survey,
    /// The types.
    pub typology: &'c Typology,
    /// What the study measured.
    pub benchmarks: &'c Benchmarks,
    /// Who can lead steps and help with them.
    pub planning: &'c Planning,
    /// The dated facts.
    pub facts: &'c fact::load::FactIndex,
}

/// A folder of rules for one thesis.
#[derive(Debug)]
pub struct Pack {
    /// The folder's name.
    pub id: String,
    /// Its version, as `1.2.3`.
    pub version: String,
    /// Its name.
    pub title: Localized,
    /// What it covers and what it leaves out.
    pub about: Localized,
    /// Packs come in this order, then by id.
    pub order: f64,
    /// Who answers for it.
    pub authorship: Authorship,
    /// `pack.yaml`.
    pub file: Arc<SourceFile>,
    /// The functions of its scripts.
    pub functions: Vec<Arc<Function>>,
    /// Where its cases are, if it has some.
    pub cases: Option<CasesFile>,
}

/// A pack's files.
#[derive(Debug, Clone)]
pub struct PackFiles {
    /// The folder's name: the pack's id.
    pub folder: String,
    /// `pack.yaml`.
    pub pack: Arc<SourceFile>,
    /// `facts.yaml`, if it has one.
    pub facts: Option<Arc<SourceFile>>,
    /// The scripts, ordered by their names.
    pub scripts: Vec<Arc<SourceFile>>,
    /// Where its cases are, if it has some.
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
    /// What was read.
    pub files: &'f PackFiles,
    /// The tree; `None` where the file is no YAML.
    pub root: Option<Node<'f>>,
    /// What is wrong with the file.
    pub problems: Diagnostics<'f>,
}

/// The rules that a rule names.
#[derive(Debug, Default)]
pub struct NamedRules {
    /// Those to be done first.
    pub after: Vec<NamedRule>,
    /// Those that it comes before: each of them is to be done after it.
    pub before: Vec<NamedRule>,
    /// Those whose work it does as well.
    pub covers: Vec<NamedRule>,
}

/// A rule that another names or a pack changes, and where it is named.
#[derive(Debug)]
pub struct NamedRule {
    /// The full id.
    pub id: String,
    /// Where it is named in the pack's file.
    pub span: Range<usize>,
}

/// Whether the rule's full id names the pack.
pub fn is_of(pack: &str, rule: &str) -> bool {
    rule.split('/').next() == Some(pack)
}

/// The full id of a rule or fact: `inventory` is one of the pack's own, `staff/data-skills`
/// another's.
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
    /// The index of its pack in the catalog.
    pub pack: usize,
    /// True of a profile that the step is recommended to.
    pub when: Condition,
    /// How far a profile is from the target; whole where none is given.
    pub need: Option<Number>,
    /// How much the step moves, 1..5.
    pub impact: Impact,
    /// The weight (0..1) for each type.
    pub fit: Vec<f64>,
    /// 1..5.
    pub effort: u8,
    /// How long the step takes.
    pub duration: Duration,
    /// Who decides, leads and helps.
    pub involved: Involved,
    /// What the step means for the budget.
    pub budget: Budget,
    /// The duty that the step meets.
    pub duty: Option<Duty>,
    /// The rules to be done first, by their index in the catalog: those that it names itself, then
    /// those that say of themselves that they come before it.
    pub after: Vec<usize>,
    /// Those of the others that it says it comes before, by their index in the catalog.
    pub before: Vec<usize>,
    /// The rules whose steps are part of this one's, where they fire too, by their index in the
    /// catalog.
    pub covers: Vec<usize>,
    /// The types it is worth looking at.
    pub learn_from: Vec<u8>,
    /// What it says.
    pub texts: Texts,
    /// Sentences added to the reason.
    pub notes: Vec<Note>,
    /// What it says instead for some profiles; the first that holds counts.
    pub variants: Vec<Variant>,
    /// What changes once the step is done.
    pub effect: Vec<effect::Effect>,
    /// The first rule in the catalog whose step changes the same, perhaps this one.
    pub same_effect: usize,
    /// The other rules whose conditions read an answer that the step changes, by their index in the
    /// catalog.
    pub touches: Vec<usize>,
    /// When it is in force.
    pub valid: Validity,
    /// What it rests on.
    pub source: Grounds,
    /// Who answers for it, where it is not who answers for the pack.
    pub authorship: Authorship,
    /// What another pack changes about it; weight and impact are changed already.
    pub changed: Option<Change>,
    /// Where its parts stand.
    pub spans: RuleSpans,
    written: LazyWritten,
}

/// Where the parts of a rule stand in its pack's file, as byte ranges.
#[derive(Debug, Clone, Default)]
pub struct RuleSpans {
    /// The id.
    pub id: Range<usize>,
    /// The condition.
    pub when: Range<usize>,
    /// The need; empty where none is given.
    pub need: Range<usize>,
    /// The impact.
    pub impact: Range<usize>,
    /// The weights for types; empty where none are given.
    pub fit: Range<usize>,
    /// The effort.
    pub effort: Range<usize>,
    /// The rules to be done first; empty where there are none.
    pub after: Range<usize>,
    /// The rules whose steps are part of its own; empty where there are none.
    pub covers: Range<usize>,
}

/// What a rule says.
#[derive(Debug, Clone)]
pub struct Texts {
    /// The step in a few words.
    pub title: Localized<Template>,
    /// The reason.
    pub why: Localized<Template>,
    /// The first moves.
    pub actions: Localized<Vec<Template>>,
}

/// A sentence that is added to the reason where its condition is true.
#[derive(Debug, Clone)]
pub struct Note {
    /// True of a profile that the sentence is for.
    pub when: Condition,
    /// The span of the condition.
    pub span: Range<usize>,
    /// The sentence.
    pub text: Localized<Template>,
}

/// What a rule says and costs instead where the condition is true.
#[derive(Debug, Clone)]
pub struct Variant {
    /// True of a profile that it is for.
    pub when: Condition,
    /// The span of the condition.
    pub span: Range<usize>,
    /// The step in a few words.
    pub title: Option<Localized<Template>>,
    /// The reason.
    pub why: Option<Localized<Template>>,
    /// The first moves.
    pub actions: Option<Localized<Vec<Template>>>,
    /// 1..5.
    pub effort: Option<u8>,
    /// How long the step takes.
    pub duration: Duration,
}

/// How much a step moves, 1..5.
#[derive(Debug, Clone)]
pub enum Impact {
    /// The value for each type, and where there is none.
    ByType {
        /// By type, in the typology's order.
        types: Vec<f64>,
        /// Where no type is known.
        default: f64,
    },
    /// By the profile.
    Expression(Number),
}

/// The dates between which a rule holds, both included.
#[derive(Debug, Clone, Copy, Default)]
pub struct Validity {
    /// The first day; `None` for no beginning.
    pub from: Option<Date>,
    /// The last day; `None` for no end.
    pub until: Option<Date>,
}

impl Validity {
    /// Whether it is in force on the day; always where none is given.
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

    /// How long the step takes: the days and weeks that the variant or the rule names, or else those
    /// assumed of its effort, 1 to 5.
    pub fn duration(&self, effort: u8, facts: &Facts<'_>) -> FullDuration {
        let has_own =
            |variant: &Variant| variant.duration.days.is_some() || variant.duration.weeks.is_some();
        let own = match self.variants.iter().any(has_own) {
            true => self.variant(facts).map(|index| self.variants[index].duration),
            false => None,
        };
        own.unwrap_or_default().or(self.duration).or_assumed(effort)
    }

    /// The index of the first variant whose condition is true.
    pub fn variant(&self, facts: &Facts<'_>) -> Option<usize> {
        self.variants.iter().position(|variant| variant.when.evaluate(facts) == Some(true))
    }

    /// What decides about the rule's step: its conditions, those of variants and notes too, need and
    /// impact.
    pub fn reads(&self, found: &mut dyn FnMut(Read)) {
        self.when.reads(found);
        self.need.iter().for_each(|need| need.reads(found));
        if let Impact::Expression(impact) = &self.impact {
            impact.reads(found);
        }
        self.variants.iter().for_each(|variant| variant.when.reads(found));
        self.notes.iter().for_each(|note| note.when.reads(found));
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
