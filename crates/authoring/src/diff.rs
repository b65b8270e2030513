//! What changes from one version of rules to another: the rules themselves, and for municipalities
//! the steps and types that come of them.
//!
//! The result is plain data, the contract `dteam.diff/1`, and a document for people.

use indexmap::IndexMap;
use serde::Serialize;

use dteam_engine::advice::{Assessment, Options};
use dteam_engine::catalog::Catalog;
use dteam_engine::pack::is_of;
use dteam_engine::profile::Profile;
use dteam_text::diagnostic::Invalid;
use dteam_text::language::Language;

mod document;
mod parts;
mod rules;

pub use rules::{ChangeKind, Changed, PartChange};

/// The name of the JSON contract and its version.
pub const DIFF_SCHEMA: &str = "dteam.diff/1";

/// Municipalities that are named for a change.
const EXAMPLES: usize = 3;

/// What changes from one version of rules to another.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Diff {
    /// [`DIFF_SCHEMA`].
    pub schema: &'static str,
    /// The language of every text.
    pub language: Language,
    /// Packs that are new, gone, or of another version.
    pub packs: Vec<Changed>,
    /// Questions, of the survey or of packs.
    pub questions: Vec<Changed>,
    /// Functions of packs.
    pub functions: Vec<Changed>,
    /// Rules, in the order of the new version; those that are gone at the end.
    pub rules: Vec<Changed>,
    /// Packs that have mistakes in one of the versions: nothing is said of their rules.
    pub left_out: Vec<String>,
    /// Municipalities, and what changes for them.
    pub municipalities: Municipalities,
}

/// What changes for municipalities.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Municipalities {
    /// How many were advised by both versions.
    pub advised: u64,
    /// For how many of them a step or the type changes.
    pub changed: u64,
    /// How many have answers that only one of the versions takes: the other one advises without
    /// them.
    pub partly: u64,
    /// How many records could not be read.
    pub rejected: u64,
    /// The steps that change for anybody, those that change for most first.
    pub steps: Vec<StepChange>,
    /// The types that change for anybody, the most frequent change first.
    pub types: Vec<TypeChange>,
}

/// For whom a step changes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StepChange {
    /// `pack/rule`.
    pub rule: String,
    /// The step in a few words.
    pub title: String,
    /// How many municipalities get it now and did not before.
    pub gain: u64,
    /// How many got it before and do not now.
    pub lose: u64,
    /// For how many it comes earlier among the steps that both versions recommend.
    pub earlier: u64,
    /// For how many it comes later among them.
    pub later: u64,
    /// Some of these municipalities.
    pub examples: Vec<StepExample>,
}

/// A municipality for which a step changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepExample {
    /// Its name, or where its record stands.
    pub municipality: String,
    /// The rank of the step before, from 1; `None` if it was none.
    pub old_rank: Option<usize>,
    /// The rank now.
    pub new_rank: Option<usize>,
}

/// For whom the type changes, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TypeChange {
    /// The type before; `None` if there was none.
    pub old: Option<String>,
    /// The type now.
    pub new: Option<String>,
    /// For how many municipalities.
    pub municipalities: u64,
    /// Some of them.
    pub examples: Vec<String>,
}

/// Two versions of rules, and what was found to change so far.
pub struct Comparison<'c> {
    old: &'c Catalog,
    new: &'c Catalog,
    options: Options,
    diff: Diff,
    steps: IndexMap<String, StepChange>,
    types: IndexMap<[Option<String>; 2], TypeChange>,
}

impl<'c> Comparison<'c> {
    /// Compares the rules; municipalities may follow. The packs that either version has left out
    /// because of mistakes are passed over.
    pub fn new(old: &'c Catalog, new: &'c Catalog, options: Options) -> Self {
        let language = options.spoken(new);
        let mut left_out: Vec<String> =
            old.left_out().chain(new.left_out()).map(str::to_owned).collect();
        left_out.sort();
        left_out.dedup();
        let diff = Diff {
            schema: DIFF_SCHEMA,
            language,
            packs: rules::packs([old, new], &left_out, language),
            questions: rules::questions([old, new], &left_out, language),
            functions: rules::functions([old, new], &left_out, language),
            rules: rules::rules([old, new], &left_out, language),
            left_out,
            municipalities: Municipalities::default(),
        };
        let (steps, types) = (IndexMap::new(), IndexMap::new());
        Comparison { old, new, options, diff, steps, types }
    }

    /// Counts a record that could not be read.
    pub fn reject(&mut self) {
        self.diff.municipalities.rejected += 1;
    }

    /// Advises a municipality by both versions and counts what changes. The profile is one of the
    /// new version; `location` is what to call a municipality without a name.
    ///
    /// # Errors
    /// [`Invalid`] if a function of a pack's script fails.
    pub fn add(&mut self, profile: &Profile, location: &str) -> Result<(), Invalid> {
        let (old, new) = (self.old, self.new);
        let answers = new.answers_of(profile);
        let json = serde_json::Value::Object(answers);
        let before = match old.profile_from_json(location, &json) {
            Ok(before) => before,
            Err(_) => {
                self.diff.municipalities.partly += 1;
                let serde_json::Value::Object(answers) = json else { return Ok(()) };
                match old.fit_profile(&answers) {
                    Ok(fitted) => fitted.profile,
                    // What fits contradicts itself there: nothing can be compared.
                    Err(_) => return Ok(()),
                }
            }
        };
        self.count(&before, profile, location)
    }

    /// Counts what changes for a municipality whose profile only the old version reads.
    ///
    /// # Errors
    /// As [`Comparison::add`].
    pub fn add_old(&mut self, profile: &Profile, location: &str) -> Result<(), Invalid> {
        self.diff.municipalities.partly += 1;
        let fitted = self.new.fit_profile(&self.old.answers_of(profile));
        match fitted {
            Ok(fitted) => self.count(profile, &fitted.profile, location),
            Err(_) => Ok(()),
        }
    }

    fn count(&mut self, before: &Profile, now: &Profile, location: &str) -> Result<(), Invalid> {
        let was = self.old.assess(before, &self.options)?;
        let is = self.new.assess(now, &self.options)?;
        let name = self.new.name_given(&now.answers).unwrap_or_else(|| location.to_owned());
        let (steps, kind) = (self.count_steps(&was, &is, &name), was.kind != is.kind);
        if kind {
            let key = [was.kind, is.kind].map(|kind| kind.map(str::to_owned));
            let change = self.types.entry(key).or_insert_with_key(|[old, new]| TypeChange {
                old: old.clone(),
                new: new.clone(),
                municipalities: 0,
                examples: Vec::new(),
            });
            change.municipalities += 1;
            if change.examples.len() < EXAMPLES {
                change.examples.push(name);
            }
        }
        self.diff.municipalities.advised += 1;
        self.diff.municipalities.changed += u64::from(steps || kind);
        Ok(())
    }

    /// Whether any step changes.
    fn count_steps(&mut self, was: &Assessment<'_>, is: &Assessment<'_>, name: &str) -> bool {
        let (was, is) = (self.compared(was), self.compared(is));
        let (was_common, is_common) = (common(&was, &is), common(&is, &was));
        let rank = |steps: &[&str], rule: &str| steps.iter().position(|step| *step == rule);
        let gone = was.iter().filter(|rule| !is.contains(rule));
        let mut changed = false;
        for rule in is.iter().chain(gone) {
            let (old, new) = (rank(&was, rule), rank(&is, rule));
            let moved = rank(&was_common, rule).zip(rank(&is_common, rule));
            if old.is_some() && new.is_some() && moved.is_none_or(|(old, new)| old == new) {
                continue;
            }
            changed = true;
            let (old_catalog, new_catalog, language) = (self.old, self.new, self.diff.language);
            let change = self.steps.entry((*rule).to_owned()).or_insert_with(|| StepChange {
                rule: (*rule).to_owned(),
                title: parts::title([new_catalog, old_catalog], rule, language),
                gain: 0,
                lose: 0,
                earlier: 0,
                later: 0,
                examples: Vec::new(),
            });
            let count = match (old, moved) {
                (None, _) => &mut change.gain,
                (Some(_), None) => &mut change.lose,
                (Some(_), Some((old, new))) if new < old => &mut change.earlier,
                (Some(_), Some(_)) => &mut change.later,
            };
            *count += 1;
            if change.examples.len() < EXAMPLES {
                change.examples.push(StepExample {
                    municipality: name.to_owned(),
                    old_rank: old.map(|old| old + 1),
                    new_rank: new.map(|new| new + 1),
                });
            }
        }
        changed
    }

    /// The steps by their rules, without those of packs that are passed over.
    fn compared<'a>(&self, assessment: &Assessment<'a>) -> Vec<&'a str> {
        let steps = assessment.steps.iter().map(|step| step.rule);
        steps.filter(|rule| !self.diff.left_out.iter().any(|pack| is_of(pack, rule))).collect()
    }

    /// All that was found.
    pub fn finish(self) -> Diff {
        let Comparison { mut diff, steps, types, .. } = self;
        let mut steps: Vec<StepChange> = steps.into_values().collect();
        steps.sort_by(|one, other| {
            other.concerned().cmp(&one.concerned()).then_with(|| one.rule.cmp(&other.rule))
        });
        let mut types: Vec<TypeChange> = types.into_values().collect();
        types.sort_by(|one, other| {
            let order = other.municipalities.cmp(&one.municipalities);
            order.then_with(|| [&one.old, &one.new].cmp(&[&other.old, &other.new]))
        });
        diff.municipalities.steps = steps;
        diff.municipalities.types = types;
        diff
    }
}

/// Those of the steps that are among the others.
fn common<'a>(steps: &[&'a str], others: &[&str]) -> Vec<&'a str> {
    steps.iter().filter(|rule| others.contains(rule)).copied().collect()
}

impl StepChange {
    /// For how many municipalities something about the step changes.
    pub fn concerned(&self) -> u64 {
        self.gain + self.lose + self.earlier + self.later
    }
}

impl Diff {
    /// Whether the rules differ, or what belongs to them.
    pub fn has_changes(&self) -> bool {
        let lists = [&self.packs, &self.questions, &self.functions, &self.rules];
        lists.iter().any(|changed| !changed.is_empty())
            || !self.municipalities.steps.is_empty()
            || !self.municipalities.types.is_empty()
    }
}
