//! What can be shown of packs beyond their form: rules that never fire, steps that do not switch
//! their rule off, texts that can be left with a gap.
//!
//! Conditions read few questions, and answers are finite once numbers are cut at the constants they
//! are compared with. So the possible profiles are tried (`space.rs`), and what is found comes with
//! the smallest profile that shows it. The type by goals is tried through the goals themselves; a
//! type by indicators is taken as given, whatever answers lead to it.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use dteam_engine::catalog::{Catalog, parallel_map};
use dteam_engine::expression::script::Failure;
use dteam_engine::pack::{Pack, Rule};
use dteam_text::diagnostic::{Diagnostic, Location, Problem, Severity};
use dteam_text::language::Language;
use ground::{Goals, Ground};
use overlap::Overlaps;
use space::{Found, SearchOutcome};

#[cfg(test)]
mod brute_force;
mod dimension;
mod example;
mod ground;
pub(crate) mod observed;
mod overlap;
mod random;
mod rule;
mod scale;
mod space;
mod texts;
mod unread;
pub mod witness;

/// What deserves a second look in the packs named, found by trying out the possible answers; in all
/// packs if none is named. Warnings, and notes on what could not be shown. The survey explains
/// contradictory answers in `language`.
pub fn findings(catalog: &Catalog, packs: &[&str], language: Language) -> Vec<Diagnostic> {
    findings_watched(catalog, packs, language, &|_, _| {})
}

/// As [`findings`]; `progress` is told how many rules of how many have been tried out.
pub fn findings_watched(
    catalog: &Catalog,
    packs: &[&str],
    language: Language,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Vec<Diagnostic> {
    let checked =
        |rule: &Rule| packs.is_empty() || packs.contains(&catalog.packs[rule.pack].id.as_str());
    let rules: Vec<(usize, &Rule)> =
        catalog.rules.iter().enumerate().filter(|(_, rule)| checked(rule)).collect();
    let goals = Goals::default();
    let overlaps = Overlaps::of(catalog, &goals);
    let tried = AtomicUsize::new(0);
    let found = parallel_map(&rules, |(index, rule)| {
        let ground = Ground::new(catalog, &goals);
        let mut findings = Findings::new(&ground, rule, *index, language);
        scale::check(rule, &mut findings);
        if rule::check(rule, &mut findings) {
            texts::check(rule, &mut findings);
            overlaps.check(*index, &mut findings);
        }
        progress(tried.fetch_add(1, Ordering::Relaxed) + 1, rules.len());
        findings.finish()
    });
    let mut found: Vec<Diagnostic> = found.into_iter().flatten().collect();
    found.extend(unread::questions(catalog, packs));
    // In the order of the packs and their files; the survey's questions come first.
    let file = |found: &Diagnostic| {
        let name = found.location.as_ref().map(|location| &location.file.name);
        catalog.packs.iter().position(|pack| name == Some(&pack.file.name))
    };
    found.sort_by_cached_key(|found| {
        (file(found), found.location.as_ref().map_or(0, |location| location.span.start))
    });
    bounded(found)
}

/// The maximum number of rules named in a file that say the same as others; the rest are only
/// counted.
const MAX_OVERLAPS: usize = 100;

/// The findings, which are in the order of their files, without the overlaps that nobody would
/// read.
fn bounded(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    // How many there are in a file, and where the number of those left out stands.
    let mut overlaps: HashMap<String, (usize, Option<usize>)> = HashMap::new();
    let mut kept: Vec<Diagnostic> = Vec::with_capacity(found.len());
    for diagnostic in found {
        let is_overlap =
            matches!(diagnostic.problem, Problem::SameStep { .. } | Problem::ContainedIn { .. });
        let Some(location) = diagnostic.location.as_ref().filter(|_| is_overlap) else {
            kept.push(diagnostic);
            continue;
        };
        let (count, rest) = overlaps.entry(location.file.name.clone()).or_default();
        *count += 1;
        if *count <= MAX_OVERLAPS {
            kept.push(diagnostic);
            continue;
        }
        let problem = Problem::MoreOverlaps { count: *count - MAX_OVERLAPS };
        match *rest {
            Some(rest) => kept[rest].problem = problem,
            None => {
                *rest = Some(kept.len());
                kept.push(Diagnostic { problem, ..diagnostic });
            }
        }
    }
    kept
}

/// Collects what is found in one rule.
struct Findings<'c> {
    ground: &'c Ground<'c>,
    pack: &'c Pack,
    /// The rule's index in the catalog.
    rule: usize,
    language: Language,
    found: Vec<Diagnostic>,
    /// The spans at which something could not be shown: once is enough.
    unproven: BTreeSet<usize>,
}

impl<'c> Findings<'c> {
    fn new(ground: &'c Ground<'c>, rule: &Rule, index: usize, language: Language) -> Self {
        let pack = &ground.catalog.packs[rule.pack];
        Findings {
            ground,
            pack,
            rule: index,
            language,
            found: Vec::new(),
            unproven: BTreeSet::new(),
        }
    }

    fn warn(&mut self, span: Range<usize>, problem: Problem) {
        self.add(Severity::Warning, span, problem, None);
    }

    /// Something ought to be found: whether it was. That it was not is the problem.
    fn exists(&mut self, result: SearchOutcome, span: &Range<usize>, problem: Problem) -> bool {
        match result {
            SearchOutcome::Found(_) => true,
            SearchOutcome::Nowhere => {
                self.warn(span.clone(), problem);
                false
            }
            SearchOutcome::NotDrawn => {
                self.not_proven(span);
                true
            }
            SearchOutcome::Failed(failure) => {
                self.failed(failure);
                false
            }
        }
    }

    /// Nothing ought to be found: what was found shows the problem.
    fn example(&mut self, result: SearchOutcome, span: &Range<usize>, problem: Problem) {
        match result {
            SearchOutcome::Found(found) => {
                let example = self.written(&found);
                self.add(Severity::Warning, span.clone(), problem, Some(example));
            }
            SearchOutcome::Nowhere => {}
            SearchOutcome::NotDrawn => self.not_proven(span),
            SearchOutcome::Failed(failure) => self.failed(failure),
        }
    }

    fn not_proven(&mut self, span: &Range<usize>) {
        if self.unproven.insert(span.start) {
            self.add(Severity::Note, span.clone(), Problem::NotProven, None);
        }
    }

    /// A script that fails once is not asked again.
    fn failed(&mut self, failure: Failure) {
        let diagnostic = self.ground.failed(&Failure { rule: Some(self.rule), ..failure });
        if !self.found.contains(&diagnostic) {
            self.found.push(diagnostic);
        }
    }

    fn add(
        &mut self,
        severity: Severity,
        span: Range<usize>,
        problem: Problem,
        example: Option<String>,
    ) {
        let location = Location { file: Arc::clone(&self.pack.file), span };
        let diagnostic = Diagnostic { severity, example, ..Diagnostic::at(location, problem) };
        if !self.found.contains(&diagnostic) {
            self.found.push(diagnostic);
        }
    }

    /// In the order of the file.
    fn finish(mut self) -> Vec<Diagnostic> {
        self.found.sort_by_key(|diagnostic| {
            diagnostic.location.as_ref().map_or(0, |location| location.span.start)
        });
        self.found
    }

    /// The profile found, on one line as a case would write it.
    fn written(&self, found: &Found) -> String {
        example::found(self.ground, &found.answers, &found.assignment)
    }
}
