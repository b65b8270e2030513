//! Which questions are asked, and in which order: first those that decide most, then the rest, each
//! part in the survey's order.

use dteam_engine::advice::Options;
use dteam_engine::catalog::Catalog;
use dteam_engine::profile::{Answers, Profile};
use dteam_engine::survey::Slot;
use dteam_text::diagnostic::Invalid;

/// How much is asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Extent {
    /// Only the questions that decide most.
    pub short: bool,
    /// Also those that are answered already.
    pub again: bool,
}

/// How many questions come first, beside the facts about the municipality: those are known at once,
/// and much of the wording depends on them.
const FIRST: usize = 10;

/// So few questions more are not worth a pause.
const FEW: usize = 3;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    Ask(Slot),
    /// What decides most is asked; the rest may wait.
    Pause,
}

/// The stops, and which of them it is the turn of.
#[derive(Debug)]
pub(super) struct Plan {
    stops: Vec<Stop>,
    at: usize,
}

impl Plan {
    /// `faults` are questions whose answers in the file cannot be read: they are among the first.
    pub fn new(
        catalog: &Catalog,
        answers: &Answers,
        faults: &[Slot],
        extent: Extent,
        options: &Options,
    ) -> Result<Self, Invalid> {
        let survey = &catalog.survey;
        let asked: Vec<Slot> =
            survey.slots().filter(|slot| extent.again || answers.get(*slot).is_none()).collect();
        if extent.again && !extent.short {
            return Ok(Plan { stops: asked.into_iter().map(Stop::Ask).collect(), at: 0 });
        }
        // What decides most is measured by what is open; if all is asked again, by an empty
        // profile.
        let rest = if extent.again { Answers::none(survey) } else { answers.clone() };
        let open = catalog.open_questions(&Profile::new(rest, Vec::new()), options)?;
        let is_fact = |slot: Slot| survey.question(slot).fixed;
        let open = open.iter().filter_map(|open| survey.find(&open.question));
        let weighty: Vec<Slot> = open.filter(|slot| !is_fact(*slot)).take(FIRST).collect();
        let is_first = |slot: &Slot| {
            is_fact(*slot)
                || weighty.contains(slot)
                || faults.contains(slot)
                || catalog.name_question() == Some(*slot)
        };
        let (first, rest): (Vec<Slot>, Vec<Slot>) = asked.iter().partition(|slot| is_first(slot));
        if !extent.short && rest.len() <= FEW {
            return Ok(Plan { stops: asked.into_iter().map(Stop::Ask).collect(), at: 0 });
        }
        let mut stops: Vec<Stop> = first.into_iter().map(Stop::Ask).collect();
        if !extent.short {
            if !stops.is_empty() {
                stops.push(Stop::Pause);
            }
            stops.extend(rest.into_iter().map(Stop::Ask));
        }
        Ok(Plan { stops, at: 0 })
    }

    /// The questions that decide most, whatever is answered: those of the short form.
    pub fn short(catalog: &Catalog, options: &Options) -> Result<Vec<Slot>, Invalid> {
        let extent = Extent { short: true, again: true };
        let plan = Plan::new(catalog, &Answers::none(&catalog.survey), &[], extent, options)?;
        Ok(plan.ahead().collect())
    }

    /// Where we are; `None` at the end.
    pub fn stop(&self) -> Option<Stop> {
        self.stops.get(self.at).copied()
    }

    pub fn go_on(&mut self) {
        self.at = (self.at + 1).min(self.stops.len());
    }

    /// To the question before; false at the first.
    pub fn go_back(&mut self) -> bool {
        let before = self.stops[..self.at].iter().rposition(|stop| matches!(stop, Stop::Ask(_)));
        self.at = before.unwrap_or(self.at);
        before.is_some()
    }

    /// Asks these questions next, and not a second time later.
    pub fn insert(&mut self, slots: Vec<Slot>) {
        let later = self.stops.split_off(self.at);
        let is_new = |stop: &Stop| !matches!(stop, Stop::Ask(slot) if slots.contains(slot));
        let later: Vec<Stop> = later.into_iter().filter(is_new).collect();
        self.stops.extend(slots.into_iter().map(Stop::Ask));
        self.stops.extend(later);
    }

    /// The number of the question among those up to the next pause, and how many these are. One
    /// that is asked again keeps its number.
    pub fn number(&self) -> (usize, usize) {
        let is_pause = |stop: &Stop| *stop == Stop::Pause;
        let from = self.stops[..self.at].iter().rposition(is_pause).map_or(0, |pause| pause + 1);
        let to = self.stops[self.at..]
            .iter()
            .position(is_pause)
            .map_or(self.stops.len(), |ahead| self.at + ahead);
        let mut part: Vec<Stop> = Vec::new();
        for stop in &self.stops[from..to] {
            if !part.contains(stop) {
                part.push(*stop);
            }
        }
        let here =
            self.stops.get(self.at).and_then(|stop| part.iter().position(|other| other == stop));
        (here.map_or(0, |index| index + 1), part.len())
    }

    /// The questions up to the next pause.
    pub fn part(&self) -> usize {
        self.number().1
    }

    /// The questions that are still to be asked.
    pub fn ahead(&self) -> impl Iterator<Item = Slot> {
        self.stops[self.at..].iter().filter_map(|stop| match stop {
            Stop::Ask(slot) => Some(*slot),
            Stop::Pause => None,
        })
    }
}
