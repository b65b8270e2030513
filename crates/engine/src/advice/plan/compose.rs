//! From a profile to its plan.

use super::request::Request;
use super::waves::{Begun, Fate, Situation, Unfolding};
use super::{
    Afterwards, PeriodDays, Plan, PlanAssumptions, PlanOptions, PlanSchema, PlanValue, PlannedDays,
    PlannedPeriod, PlannedStep, Settled, Unscheduled,
};
use crate::advice::{DaysBasis, build, open};
use crate::catalog::Catalog;
use crate::expression::evaluate::Facts;
use crate::profile::Profile;
use crate::schedule::bound::bound;
use crate::schedule::{self, Placed, WEEKS, quarter_of_end};
use dteam_text::decimal::rounded;
use dteam_text::diagnostic::{Invalid, Problem};
use dteam_text::language::Language;

impl Catalog {
    /// Puts the steps of the profile into quarters, with what they make possible or unnecessary.
    ///
    /// # Errors
    /// [`Invalid`] if a rule is not known, what is asked contradicts itself or cannot be kept to,
    /// there is no time at all, a function of a pack's script fails, or the profile is one of
    /// another catalog.
    pub fn plan(&self, profile: &Profile, options: &PlanOptions) -> Result<Plan, Invalid> {
        self.must_be_ours(profile)?;
        let request = Request::of(self, profile, options)?;
        let mut unfolding = Unfolding::of(self, &request)?;
        keeps_to(self, &request, &unfolding)?;
        let value = value(self, &request, &unfolding);
        let mut begun: Vec<Begun> = Vec::new();
        let (mut settled, mut unscheduled) = (Vec::new(), Vec::new());
        for (rule, fate) in std::mem::take(&mut unfolding.fates) {
            let told = Told { catalog: self, situation: &unfolding.situations[fate.situation()] };
            let language = request.options.spoken(self);
            let name = |rule: usize| self.rules[rule].id.to_string();
            match fate {
                Fate::Begun(mut step) => {
                    unfolding.quarters.level(&mut step.fit);
                    begun.push(step);
                }
                Fate::Settled { by, .. } => settled.push(Settled {
                    rule: name(rule),
                    title: told.title(rule, language),
                    by: name(by),
                }),
                Fate::Left { reason, awaited, .. } => unscheduled.push(Unscheduled {
                    rule: name(rule),
                    title: told.title(rule, language),
                    reason,
                    awaited: awaited.map(name),
                }),
            }
        }
        begun.sort_by_key(|step| (step.fit.start, step.fit.end, step.rule));
        let language = request.options.spoken(self);
        let last = &unfolding.situations[unfolding.situations.len() - 1];
        let kind = last.assignment.kind.map(|kind| self.typology.names.get(kind).id.to_string());
        Ok(Plan {
            schema: PlanSchema::default(),
            date: request.options.date,
            language,
            municipality: self.municipality(&profile.answers),
            name: self.name_given(&profile.answers),
            assumptions: PlanAssumptions {
                start: request.start,
                quarters: request.limits.capacity.len(),
                days_per_quarter: request.capacity.days,
                days_basis: match request.capacity.is_given {
                    true => DaysBasis::Given,
                    false => DaysBasis::Estimated,
                },
                per_year: request.limits.per_year,
            },
            periods: periods(self, &request, &begun),
            steps: begun
                .iter()
                .map(|step| {
                    let situation = &unfolding.situations[step.situation];
                    Told { catalog: self, situation }.step(step, &request, language)
                })
                .collect(),
            settled,
            unscheduled,
            value,
            afterwards: Afterwards { kind, open_steps: last.work.steps.len() },
        })
    }
}

/// Steps as they are told in the situation in which they became possible.
struct Told<'c> {
    catalog: &'c Catalog,
    situation: &'c Situation,
}

impl Told<'_> {
    fn facts(&self, rule: usize) -> Facts<'_> {
        let Situation { answers, assignment, .. } = self.situation;
        let facts = self.catalog.facts(answers, assignment);
        facts.rule.set(Some(rule));
        facts
    }

    fn title(&self, rule: usize, language: Language) -> String {
        open::title(&self.catalog.rules[rule], &self.facts(rule), language)
    }

    fn step(&self, step: &Begun, request: &Request, language: Language) -> PlannedStep {
        let (facts, catalog) = (self.facts(step.rule), self.catalog);
        let rule = &catalog.rules[step.rule];
        let work = &self.situation.work;
        let index = work.waits.steps.binary_search(&step.rule);
        let effort = index.map_or(rule.effort, |index| work.steps[index].factors.effort);
        let duration = rule.duration(effort, &facts);
        let period = |quarter: usize| request.start.later(quarter);
        let name = |rule: &usize| catalog.rules[*rule].id.to_string();
        let days = step.fit.halves.iter().enumerate().filter(|(_, halves)| **halves > 0);
        let planned: u32 = step.fit.halves.iter().sum();
        PlannedStep {
            rule: rule.id.to_string(),
            title: self.title(step.rule, language),
            start: period((step.fit.start / WEEKS) as usize),
            end: period(quarter_of_end(step.fit.end)),
            days: PlannedDays {
                low: duration.days.low,
                high: duration.days.high,
                planned: f64::from(planned) / 2.0,
            },
            days_by_period: days
                .map(|(quarter, halves)| PeriodDays {
                    period: period(quarter),
                    days: f64::from(*halves) / 2.0,
                })
                .collect(),
            weeks: duration.weeks,
            cost: rule.budget.cost,
            returns: rule.budget.returns,
            euros: request.own.step(&rule.id).and_then(|own| own.euros),
            lead: rule.involved.lead.and_then(|role| build::role_of(catalog, role, language)),
            with: build::partners(catalog, rule, &facts, language),
            decided_by: rule.involved.decided_by,
            duty: build::duty_of(rule, language),
            priority: step.priority,
            wave: step.wave,
            because: step.because.iter().map(name).collect(),
            after: step.after.iter().map(name).collect(),
        }
    }
}

fn periods(catalog: &Catalog, request: &Request, begun: &[Begun]) -> Vec<PlannedPeriod> {
    let capacity = request.limits.capacity.iter().enumerate();
    let periods = capacity.map(|(quarter, capacity)| {
        let used: u32 = begun.iter().map(|step| step.fit.halves[quarter]).sum();
        let is_under_way = |step: &&Begun| {
            let first = (step.fit.start / WEEKS) as usize;
            (first..=quarter_of_end(step.fit.end)).contains(&quarter)
        };
        let steps = begun.iter().filter(is_under_way);
        PlannedPeriod {
            period: request.start.later(quarter),
            capacity: f64::from(*capacity) / 2.0,
            used: f64::from(used) / 2.0,
            steps: steps.map(|step| catalog.rules[step.rule].id.to_string()).collect(),
        }
    });
    periods.collect()
}

/// What the plan counts, beside what none exceeds.
fn value(catalog: &Catalog, request: &Request, unfolding: &Unfolding<'_>) -> PlanValue {
    let work = &unfolding.situations[0].work;
    let placed = work.waits.steps.iter().map(|rule| match unfolding.fates.get(rule) {
        Some(Fate::Begun(begun)) if begun.wave == 0 => {
            Placed::Done { start: begun.fit.start, end: begun.fit.end }
        }
        Some(Fate::Settled { end, situation: 0, .. }) => Placed::Settled { by: 0, end: *end },
        Some(Fate::Begun(_) | Fate::Settled { .. } | Fate::Left { .. }) | None => Placed::Left,
    });
    let placed: Vec<Placed> = placed.collect();
    let reached = schedule::value(&work.tasks, &placed, request.limits.capacity.len());
    let settlers = unfolding.situations[0].settlers(catalog);
    let bound = bound(&work.tasks, &settlers, &request.limits, reached);
    PlanValue { reached: rounded(reached, 2), bound: rounded(bound.max(reached), 2) }
}

/// Refuses a plan in which a step does not begin in the quarter that it is fixed to.
fn keeps_to(
    catalog: &Catalog,
    request: &Request,
    unfolding: &Unfolding<'_>,
) -> Result<(), Invalid> {
    let today = &unfolding.situations[0];
    for (rule, quarter) in &request.fixed {
        let name = |rule: usize| catalog.rules[rule].id.to_string();
        let (id, period) = (name(*rule), request.start.later(*quarter).to_string());
        let Ok(task) = today.work.waits.steps.binary_search(rule) else {
            let part_of = today.covered.contains(*rule).then(|| name(today.covered.step_of(*rule)));
            return Err(Problem::FixedNotOpen { rule: id, part_of }.into());
        };
        match unfolding.fates.get(rule) {
            Some(Fate::Begun(begun)) if begun.fit.start / WEEKS == *quarter as u32 => continue,
            Some(Fate::Settled { by, .. }) => {
                return Err(Problem::FixedSettled { rule: id, period, by: name(*by) }.into());
            }
            Some(Fate::Begun(_) | Fate::Left { .. }) | None => {}
        }
        let late = today.work.tasks[task].after.iter().find(|before| {
            let fate = unfolding.fates.get(&today.work.waits.steps[**before]);
            let end = match fate {
                Some(Fate::Begun(begun)) => Some(begun.fit.end),
                Some(Fate::Settled { end, .. }) => Some(*end),
                Some(Fate::Left { .. }) | None => None,
            };
            end.is_none_or(|end| end / WEEKS > *quarter as u32)
        });
        return Err(match late {
            Some(before) => {
                let awaited = name(today.work.waits.steps[*before]);
                Problem::FixedTooEarly { rule: id, period, awaited }.into()
            }
            None => Problem::FixedWithoutRoom { rule: id, period }.into(),
        });
    }
    Ok(())
}
