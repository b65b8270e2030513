//! A plan step by step: what is done changes the answers, and these make other steps possible or
//! unnecessary.

use std::collections::{BTreeMap, BTreeSet};

use super::Reason;
use super::request::Request;
use crate::advice::covered::Covered;
use crate::advice::decide::{self, Decisions};
use crate::advice::priority::{self, Work};
use crate::catalog::Catalog;
use crate::classification::TypeAssignment;
use crate::profile::Answers;
use crate::schedule::quarters::{Fit, Quarters};
use crate::schedule::{Limits, Placed, Task, best_schedule, quarter_of_end};
use dteam_text::decimal::rounded;
use dteam_text::diagnostic::Invalid;

/// What there is to do on some answers.
pub(super) struct Situation {
    pub answers: Answers,
    pub assignment: TypeAssignment,
    pub silent: Vec<usize>,
    pub covered: Covered,
    pub work: Work,
}

impl Situation {
    pub fn of(catalog: &Catalog, request: &Request, answers: Answers) -> Result<Self, Invalid> {
        let assignment = catalog.find_type(&answers).assignment;
        let facts = catalog.facts(&answers, &assignment);
        let decisions = Decisions::without(catalog, &request.excluded, &facts, &request.options);
        let mut work = priority::work(&catalog.rules, &decisions, &facts);
        decide::script_failure(catalog, &facts)?;
        for (task, rule) in work.tasks.iter_mut().zip(&work.waits.steps) {
            // As it is shown: whoever checks a plan has no other figure.
            task.priority = rounded(task.priority, 1);
            let own = request.own.step(&catalog.rules[*rule].id);
            if let Some(days) = own.and_then(|own| own.days) {
                task.halves = (days * 2.0) as u32;
            }
        }
        let Decisions { silent, covered, .. } = decisions;
        Ok(Situation { answers, assignment, silent, covered, work })
    }

    /// By step, the steps that may settle it: alone, or together with others.
    pub fn settlers(&self, catalog: &Catalog) -> Vec<Vec<usize>> {
        let Work { waits, tasks, .. } = &self.work;
        let settlers = waits.steps.iter().enumerate().map(|(step, rule)| {
            let (alone, others): (Vec<usize>, Vec<usize>) = (0..tasks.len())
                .filter(|other| *other != step && self.touches(catalog, waits.steps[*other], *rule))
                .partition(|other| tasks[*other].settles.contains(&step));
            let settle = |but: Option<usize>| {
                let others = others.iter().filter(|other| Some(**other) != but);
                let parts = others.flat_map(|other| self.parts(waits.steps[*other]));
                let together = done(catalog, &parts.collect::<Vec<_>>(), &self.answers);
                let facts = catalog.facts(&together, &self.assignment);
                facts.rule.set(Some(*rule));
                catalog.rules[*rule].when.evaluate(&facts) == Some(false)
            };
            if others.is_empty() || !settle(None) {
                return alone;
            }
            // Without one that it takes, the others do not settle it either.
            let needed = others.iter().copied().find(|other| !settle(Some(*other)));
            match needed {
                Some(needed) => alone.into_iter().chain([needed]).collect(),
                None => alone.into_iter().chain(others).collect(),
            }
        });
        settlers.collect()
    }

    /// Whether the rule's step changes answers that the other rule reads.
    fn touches(&self, catalog: &Catalog, rule: usize, other: usize) -> bool {
        self.parts(rule).iter().any(|part| catalog.rules[*part].touches.contains(&other))
    }

    /// The rules whose work is done with this one's step, itself first.
    pub fn parts(&self, rule: usize) -> Vec<usize> {
        std::iter::once(rule).chain(self.covered.parts(rule)).collect()
    }
}

/// A step in its time.
pub(super) struct Begun {
    pub rule: usize,
    /// The rules whose work is done with it, itself first.
    parts: Vec<usize>,
    pub fit: Fit,
    pub priority: f64,
    pub wave: usize,
    pub because: Vec<usize>,
    pub after: Vec<usize>,
    /// The situation in which it became possible, by its index.
    pub situation: usize,
}

/// What becomes of a rule's step.
pub(super) enum Fate {
    Begun(Begun),
    Settled { by: usize, end: u32, situation: usize },
    Left { reason: Reason, awaited: Option<usize>, situation: usize },
}

/// A plan as it unfolds.
pub(super) struct Unfolding<'c> {
    catalog: &'c Catalog,
    request: &'c Request,
    pub quarters: Quarters<'c>,
    /// In the order in which steps end; the first is today's.
    pub situations: Vec<Situation>,
    /// By rule.
    pub fates: BTreeMap<usize, Fate>,
    /// Steps that have not ended yet, by the week in which they do.
    open: BTreeSet<(u32, usize)>,
    /// Steps that have ended, in their order: the rules whose work is done.
    ended: Vec<Vec<usize>>,
}

impl<'c> Unfolding<'c> {
    /// The plan for what is to be done today, and after it for what that makes possible.
    pub fn of(catalog: &'c Catalog, request: &'c Request) -> Result<Self, Invalid> {
        let mut today = Situation::of(catalog, request, request.answers.clone())?;
        for (rule, task) in today.work.waits.steps.iter().zip(&mut today.work.tasks) {
            task.fixed = request.fixed(*rule);
        }
        let mut quarters = Quarters::new(&request.limits);
        let fates = fates_of_today(&today, &mut quarters, &request.limits);
        let mut unfolding = Unfolding {
            catalog,
            request,
            quarters,
            open: fates.iter().filter_map(|(rule, fate)| Some((fate.fit()?.end, *rule))).collect(),
            situations: vec![today],
            fates,
            ended: Vec::new(),
        };
        while let Some((end, rule)) = unfolding.open.pop_first() {
            unfolding.end(rule, end)?;
        }
        Ok(unfolding)
    }

    /// What there is once the step of this rule has ended.
    fn end(&mut self, rule: usize, end: u32) -> Result<(), Invalid> {
        let Some(Fate::Begun(Begun { parts, wave, .. })) = self.fates.get(&rule) else {
            return Ok(());
        };
        let (parts, wave) = (parts.clone(), *wave);
        let before = &self.situations[self.situations.len() - 1].answers;
        let answers = self.done(&parts, before);
        self.ended.push(parts);
        let now = Situation::of(self.catalog, self.request, answers)?;
        self.settle(&now, rule, end);
        self.situations.push(now);
        self.open_new(rule, end, wave);
        Ok(())
    }

    fn done(&self, parts: &[usize], answers: &Answers) -> Answers {
        done(self.catalog, parts, answers)
    }

    /// Takes out of the plan what has become unnecessary before it began.
    fn settle(&mut self, now: &Situation, by: usize, end: u32) {
        for (rule, fate) in &mut self.fates {
            let is_open = match fate {
                Fate::Begun(begun) => begun.fit.start >= end,
                Fate::Left { .. } => true,
                Fate::Settled { .. } => false,
            };
            if !is_open || now.silent.binary_search(rule).is_err() {
                continue;
            }
            let situation = fate.situation();
            if let Some(fit) = fate.fit() {
                self.quarters.give_back(&fit);
                self.open.remove(&(fit.end, *rule));
            }
            *fate = Fate::Settled { by, end, situation };
        }
    }

    /// Finds places for the steps that the last one has made possible.
    fn open_new(&mut self, by: usize, end: u32, wave: usize) {
        let situation = self.situations.len() - 1;
        let order = self.situations[situation].work.order.clone();
        for step in order {
            let Work { waits, tasks, .. } = &self.situations[situation].work;
            let rule = waits.steps[step];
            let is_new = match self.fates.get(&rule) {
                None => true,
                // It was settled, but something has undone that.
                Some(Fate::Settled { end: settled, .. }) => *settled < end,
                Some(Fate::Begun(_) | Fate::Left { .. }) => false,
            };
            if !is_new {
                continue;
            }
            let after: Vec<usize> = waits.before(step).map(|before| waits.steps[before]).collect();
            let task = tasks[step].clone();
            let fate = self.fate_of_new(rule, &task, after, (by, end, wave));
            if let Some(fit) = fate.fit() {
                self.quarters.take(&fit);
                self.open.insert((fit.end, rule));
            }
            self.fates.insert(rule, fate);
        }
    }

    fn fate_of_new(
        &self,
        rule: usize,
        task: &Task,
        after: Vec<usize>,
        (by, end, wave): (usize, u32, usize),
    ) -> Fate {
        let situation = self.situations.len() - 1;
        let mut earliest = end;
        for before in &after {
            match self.fates.get(before) {
                Some(Fate::Begun(begun)) => earliest = earliest.max(begun.fit.end),
                Some(Fate::Settled { end, .. }) => earliest = earliest.max(*end),
                Some(Fate::Left { .. }) | None => {
                    let (reason, awaited) = (Reason::WaitsFor, Some(*before));
                    return Fate::Left { reason, awaited, situation };
                }
            }
        }
        let parts = self.situations[situation].parts(rule);
        earliest = earliest.max(self.end_of_what_it_settles(&parts, end));
        match self.quarters.fit(task, earliest) {
            Some(fit) => {
                let because = self.because(rule, by);
                let wave = because.iter().filter_map(|rule| self.wave(*rule)).max().unwrap_or(wave);
                Fate::Begun(Begun {
                    rule,
                    parts,
                    fit,
                    priority: task.priority,
                    wave: wave + 1,
                    because,
                    after,
                    situation,
                })
            }
            None => {
                let reason = why_left(task, earliest, &self.quarters, &self.request.limits);
                Fate::Left { reason, awaited: None, situation }
            }
        }
    }

    fn wave(&self, rule: usize) -> Option<usize> {
        match self.fates.get(&rule)? {
            Fate::Begun(begun) => Some(begun.wave),
            Fate::Settled { .. } | Fate::Left { .. } => None,
        }
    }

    /// What a later step makes unnecessary ends before it: no step of today is dropped for one of
    /// tomorrow.
    fn end_of_what_it_settles(&self, parts: &[usize], end: u32) -> u32 {
        let now = &self.situations[self.situations.len() - 1];
        let then = self.done(parts, &now.answers);
        let assignment = &now.assignment;
        let facts = self.catalog.facts(&then, assignment);
        let touched = parts.iter().flat_map(|part| &self.catalog.rules[*part].touches);
        let ends = touched.filter_map(|touched| match self.fates.get(touched)? {
            Fate::Begun(begun) if begun.fit.start >= end => {
                facts.rule.set(Some(*touched));
                let is_silent = self.catalog.rules[*touched].when.evaluate(&facts) == Some(false);
                is_silent.then_some(begun.fit.end)
            }
            Fate::Begun(_) | Fate::Settled { .. } | Fate::Left { .. } => None,
        });
        ends.max().unwrap_or(0)
    }

    /// The ended steps without any of which the rule would not fire; where each alone would do, the
    /// last.
    fn because(&self, rule: usize, by: usize) -> Vec<usize> {
        let touches = |parts: &[usize]| {
            parts.iter().any(|part| self.catalog.rules[*part].touches.contains(&rule))
        };
        let is_needed = |without: usize| {
            let others = self.ended.iter().filter(|parts| parts[0] != without);
            let answers = others
                .fold(self.request.answers.clone(), |answers, parts| self.done(parts, &answers));
            let assignment = &self.situations[self.situations.len() - 1].assignment;
            let facts = self.catalog.facts(&answers, assignment);
            facts.rule.set(Some(rule));
            self.catalog.rules[rule].when.evaluate(&facts) != Some(true)
        };
        let candidates = self.ended.iter().filter(|parts| touches(parts)).map(|parts| parts[0]);
        let because: Vec<usize> = candidates.filter(|without| is_needed(*without)).collect();
        if because.is_empty() { vec![by] } else { because }
    }
}

/// The answers once the work of these rules is done.
fn done(catalog: &Catalog, parts: &[usize], answers: &Answers) -> Answers {
    // The step itself comes last, as everywhere.
    let parts = parts.iter().rev();
    parts.fold(answers.clone(), |answers, part| catalog.rules[*part].done(&answers))
}

impl Fate {
    /// Where the step stands, if it has a place.
    pub fn fit(&self) -> Option<Fit> {
        match self {
            Fate::Begun(begun) => Some(begun.fit),
            Fate::Settled { .. } | Fate::Left { .. } => None,
        }
    }

    /// The situation in which the step became possible, by its index.
    pub fn situation(&self) -> usize {
        match self {
            Fate::Begun(begun) => begun.situation,
            Fate::Settled { situation, .. } | Fate::Left { situation, .. } => *situation,
        }
    }
}

/// What becomes of the steps of today by themselves, with their days taken.
fn fates_of_today(
    today: &Situation,
    quarters: &mut Quarters<'_>,
    limits: &Limits,
) -> BTreeMap<usize, Fate> {
    let Work { tasks, order, waits, .. } = &today.work;
    let placed = best_schedule(tasks, limits, order);
    let mut by_end: Vec<(u32, u32, usize)> = Vec::new();
    for (task, placed) in placed.iter().enumerate() {
        if let Placed::Done { start, end } = placed {
            by_end.push((*end, *start, task));
        }
    }
    by_end.sort_by_key(|(end, start, task)| (quarter_of_end(*end), *start, *task));
    let mut fits = BTreeMap::new();
    for (end, start, task) in by_end {
        let fit = quarters.within(tasks[task].halves, start, end);
        quarters.take(&fit);
        fits.insert(task, fit);
    }
    let fate = |task: usize| match placed[task] {
        Placed::Done { .. } => Fate::Begun(Begun {
            rule: waits.steps[task],
            parts: today.parts(waits.steps[task]),
            fit: fits[&task],
            priority: tasks[task].priority,
            wave: 0,
            because: Vec::new(),
            after: waits.before(task).map(|before| waits.steps[before]).collect(),
            situation: 0,
        }),
        Placed::Settled { by, end } => Fate::Settled { by: waits.steps[by], end, situation: 0 },
        Placed::Left => {
            let end = |before: &usize| placed[*before].end();
            let awaited = tasks[task].after.iter().find(|before| end(before).is_none());
            let earliest = tasks[task].after.iter().filter_map(end).max().unwrap_or(0);
            let reason = match awaited {
                Some(_) => Reason::WaitsFor,
                None => why_left(&tasks[task], earliest, quarters, limits),
            };
            let awaited = awaited.map(|before| waits.steps[*before]);
            Fate::Left { reason, awaited, situation: 0 }
        }
    };
    (0..tasks.len()).map(|task| (waits.steps[task], fate(task))).collect()
}

/// Why a task finds no place from this week on.
fn why_left(task: &Task, earliest: u32, quarters: &Quarters<'_>, limits: &Limits) -> Reason {
    let any_number = Limits { per_year: usize::MAX, ..limits.clone() };
    let plenty = task.halves + limits.capacity.iter().copied().max().unwrap_or(0);
    let more_days =
        limits.capacity.iter().map(|halves| if *halves > 0 { plenty } else { 0 }).collect();
    let all_free = Limits { capacity: more_days, per_year: usize::MAX };
    if quarters.with_limits(&any_number).fit(task, earliest).is_some() {
        Reason::PerYear
    } else if Quarters::new(&all_free).fit(task, earliest).is_some() {
        Reason::Capacity
    } else {
        Reason::Horizon
    }
}
