//! What is asked of a plan, held against the catalog.

use super::{Period, PlanOptions};
use crate::advice::Options;
use crate::catalog::Catalog;
use crate::planning::Capacity;
use crate::profile::own_plan::OwnPlan;
use crate::profile::{Answers, Profile};
use crate::schedule::{Limits, MAX_QUARTERS, PER_YEAR};
use dteam_text::diagnostic::{Invalid, Problem};

/// A plan as it is asked for; rules by their indices.
pub(super) struct Request {
    pub options: Options,
    pub start: Period,
    pub limits: Limits,
    pub capacity: Capacity,
    /// The answers, with what is done already.
    pub answers: Answers,
    /// Rules that take no part any more.
    pub excluded: Vec<usize>,
    /// Rules and the quarters, from 0, in which their steps begin.
    pub fixed: Vec<(usize, usize)>,
    /// What the profile says of the plan.
    pub own: OwnPlan,
}

impl Request {
    pub fn of(catalog: &Catalog, profile: &Profile, asked: &PlanOptions) -> Result<Self, Invalid> {
        let quarters = asked.quarters.clamp(1, MAX_QUARTERS);
        let index = |period: Period| period.since(asked.start).filter(|index| *index < quarters);
        let rules = |ids: &[String]| {
            ids.iter().map(|id| Ok(catalog.rule(id)?.0)).collect::<Result<Vec<_>, Invalid>>()
        };
        let own = &profile.own_plan;
        let done_ids = [own.done.as_slice(), &asked.done].concat();
        let (done, skipped) =
            (rules(&done_ids)?, rules(&[own.skipped.as_slice(), &asked.skipped].concat())?);
        let mut fixed = Vec::with_capacity(asked.fixed.len());
        let blocked: Vec<usize> = own
            .blocked
            .iter()
            // What was blocked in a former year is past.
            .filter(|period| index(**period).is_some())
            .chain(&asked.blocked)
            .map(|period| index(*period).ok_or_else(|| outside(None, *period, asked, quarters)))
            .collect::<Result<_, _>>()?;
        // What is asked for now comes before what the profile says.
        let is_asked = |id: &str| asked.fixed.iter().any(|(asked, _)| asked == id);
        let own_fixed = own.fixed.iter().filter(|(id, _)| !is_asked(id));
        for (id, period) in own_fixed.chain(&asked.fixed) {
            let at = index(*period).filter(|index| !blocked.contains(index));
            let at = at.ok_or_else(|| outside(Some(id), *period, asked, quarters))?;
            fixed.push((catalog.rule(id)?.0, at));
        }
        contradictions(catalog, &done, &skipped, &fixed)?;

        let done_profile = asked
            .done
            .iter()
            .try_fold(Profile::new(profile.answers.clone(), Vec::new()), |profile, id| {
                catalog.with_step_done(&profile, id)
            })?;
        let capacity = match asked.days.or(own.days_per_quarter) {
            Some(days) => Capacity { days, is_given: true },
            None => {
                let assignment = catalog.find_type(&profile.answers).assignment;
                catalog.planning.capacity(&catalog.facts(&profile.answers, &assignment))
            }
        };
        let mut limits = Limits {
            capacity: vec![(capacity.days * 2.0) as u32; quarters],
            per_year: asked.per_year.or(own.per_year).unwrap_or(PER_YEAR),
        };
        blocked.iter().for_each(|quarter| limits.capacity[*quarter] = 0);
        if limits.capacity.iter().all(|halves| *halves == 0) || limits.per_year == 0 {
            return Err(Problem::NoTimeToPlan.into());
        }
        Ok(Request {
            options: Options::default().language(asked.language).date(asked.date),
            start: asked.start,
            limits,
            capacity,
            answers: done_profile.answers,
            excluded: done.into_iter().chain(skipped).collect(),
            fixed,
            own: own.clone(),
        })
    }

    /// The quarter in which the rule's step has to begin.
    pub fn fixed(&self, rule: usize) -> Option<usize> {
        self.fixed.iter().find(|(fixed, _)| *fixed == rule).map(|(_, quarter)| *quarter)
    }
}

/// A step cannot be done, unwanted and fixed at once.
fn contradictions(
    catalog: &Catalog,
    done: &[usize],
    skipped: &[usize],
    fixed: &[(usize, usize)],
) -> Result<(), Invalid> {
    let mut asked: Vec<(usize, &str)> = Vec::new();
    asked.extend(done.iter().map(|rule| (*rule, "done")));
    asked.extend(skipped.iter().map(|rule| (*rule, "skip")));
    asked.extend(fixed.iter().map(|(rule, _)| (*rule, "fix")));
    asked.sort_by_key(|(rule, _)| *rule);
    let twice = asked.windows(2).find(|pair| pair[0].0 == pair[1].0 && pair[0].1 != pair[1].1);
    let fixed_twice = asked.windows(2).find(|pair| pair[0] == pair[1] && pair[0].1 == "fix");
    match twice.or(fixed_twice) {
        None => Ok(()),
        Some(pair) => Err(Problem::AskedTwice {
            rule: catalog.rules[pair[0].0].id.to_string(),
            one: format!("--{}", pair[0].1),
            other: format!("--{}", pair[1].1),
        }
        .into()),
    }
}

fn outside(rule: Option<&String>, period: Period, asked: &PlanOptions, quarters: usize) -> Invalid {
    Problem::PeriodOutside {
        rule: rule.cloned(),
        period: period.to_string(),
        first: asked.start.to_string(),
        last: asked.start.later(quarters - 1).to_string(),
    }
    .into()
}
