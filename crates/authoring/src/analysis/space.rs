//! The profiles that some expressions can tell apart, and a search among them.
//!
//! A profile in which not all is answered decides a condition only if every completion of it comes
//! out the same (Kleene's logic is monotone). So the search answers one question after the other
//! and turns back as soon as the outcome is settled: it looks at few of the combinations and yet
//! speaks of all. Where even these are too many, profiles are drawn at random, always the same
//! ones.

use super::dimension::{self, Axis, Dimension, Point};
use super::ground::Ground;
use super::observed::{self, Observed};
use super::random::Random;
use dteam_engine::classification::TypeAssignment;
use dteam_engine::expression::Condition;
use dteam_engine::expression::evaluate::Facts;
use dteam_engine::expression::reads::Read;
use dteam_engine::expression::script::Failure;
use dteam_engine::profile::Answers;
use dteam_engine::survey::Slot;

/// More steps than this, and the search goes on at random.
const MAX_STEPS: usize = 60_000;

/// More calls of scripts than this are not waited for: those of all the searches for a rule, and of
/// each of them when these are used up.
const MAX_CALLS: usize = 2_000;
const FEWEST_CALLS: usize = 200;

/// The number of profiles that are drawn.
const DRAWN: usize = 20_000;

/// What to do at a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// Answer the next question.
    Deeper,
    /// Nothing to be found, whatever else is answered.
    Back,
    /// This is one.
    Found,
}

/// What a search came to.
#[derive(Debug)]
pub(super) enum SearchOutcome {
    /// A smallest profile of the kind, and the type by indicators if it matters.
    Found(Found),
    /// There is none.
    Nowhere,
    /// None was drawn.
    NotDrawn,
    /// A pack's script failed.
    Failed(Failure),
}

#[derive(Debug, Clone)]
pub(super) struct Found {
    pub answers: Answers,
    pub assignment: TypeAssignment,
}

/// The space of profiles.
pub(super) struct Space<'c> {
    ground: &'c Ground<'c>,
    pub dimensions: Vec<Dimension>,
    /// Questions that may also stay unanswered.
    pub open: Vec<Slot>,
    /// No profile has these answers: they contradict one another.
    impossible: Vec<&'c Condition>,
    /// What is looked at of the type.
    reads: TypeRead,
    /// The number of questions before whose turn nothing is settled.
    settled_from: usize,
}

/// How expressions look at the type.
#[derive(Debug, Clone, Copy)]
struct TypeRead {
    /// The type that the advice rests on.
    own: bool,
    /// The type by indicators, on its own.
    estimate: bool,
}

impl<'c> Space<'c> {
    /// The space of what is observed; the questions in `first` are answered first.
    pub fn of(ground: &'c Ground<'c>, observed: &Observed, first: &[Slot]) -> Self {
        let mut observed = observed.clone();
        let goals = ground.typology.goals.question;
        let slots = slots(&observed, first, goals);
        let within = |condition: &Condition| {
            let mut within = true;
            condition.reads(&mut |read| {
                within &= matches!(read, Read::Answer(slot) if slots.contains(&slot))
            });
            within
        };
        let contradictions =
            ground.contradictions.iter().filter(|contradiction| contradiction.is_error());
        let impossible: Vec<&Condition> = contradictions
            .map(|contradiction| &contradiction.when)
            .filter(|when| within(when))
            .collect();
        // Answers that the conditions cannot tell apart may still differ in what they contradict.
        for condition in &impossible {
            match observed::opposed(condition) {
                Some(_) => {}
                None => observed.condition(condition),
            }
        }
        impossible
            .iter()
            .filter_map(|condition| observed::opposed(condition))
            .for_each(|pair| observed.align(pair));
        let mut dimensions: Vec<Dimension> =
            slots.iter().map(|slot| dimension::of_question(ground, *slot, &observed)).collect();
        // What has few ways to come out settles much with little.
        dimensions[first.len()..].sort_by_key(|dimension| dimension.points.len());
        let mut settled_from = 0;
        if observed.own_benchmarks {
            // An open type has values too: those of all municipalities.
            let index =
                dimensions.iter().position(|dimension| dimension.axis == Axis::Answer(goals));
            let index = index.unwrap_or_default();
            let before = first.len().min(index);
            dimensions[before..=index].rotate_right(1);
            settled_from = before + 1;
        }
        if observed.estimate {
            dimensions.push(dimension::of_estimate(ground));
        }
        let reads = TypeRead { own: observed.is_typed(), estimate: observed.estimate };
        Space { ground, dimensions, open: Vec::new(), impossible, reads, settled_from }
    }

    fn is_complete(&self) -> bool {
        self.dimensions.iter().all(|dimension| dimension.complete)
    }

    /// Looks for a profile at which `judge` says found. `judge` gets the facts and how many
    /// questions have had their turn; an unanswered question that had no turn yet may still be
    /// answered. Where a type by indicators is assumed, some profile of the kind may be larger than
    /// the one found.
    pub fn find(&self, judge: &mut dyn FnMut(&Facts<'_>, usize) -> Turn) -> SearchOutcome {
        self.search(judge, false)
    }

    /// As [`Space::find`], but the profile found shows it as it stands, with whatever type its
    /// answers make it.
    pub fn find_example(&self, judge: &mut dyn FnMut(&Facts<'_>, usize) -> Turn) -> SearchOutcome {
        self.search(judge, true)
    }

    /// Draws profiles, always the same ones for the same `seed`, and shows each with its number. An
    /// answer that would contradict those drawn before it stays open.
    pub fn draw(&self, seed: u64, count: usize, look: &mut dyn FnMut(&Facts<'_>, usize)) {
        let mut judge = |_: &Facts<'_>, _| Turn::Deeper;
        let mut search = Search::new(self, &mut judge, false);
        let mut random = Random::seeded(seed);
        let goals = Axis::Answer(self.ground.typology.goals.question);
        let dimensions: Vec<(&Dimension, Vec<&Condition>)> = self
            .dimensions
            .iter()
            .map(|dimension| (dimension, self.contradicting(dimension.axis)))
            .collect();
        for number in 0..count {
            self.dimensions.iter().for_each(|dimension| search.leave(dimension));
            let mut settled = true;
            for (dimension, contradicting) in &dimensions {
                if dimension.points.is_empty() {
                    continue;
                }
                search.take(dimension, &dimension.points[random.below(dimension.points.len())]);
                let facts = self.ground.facts(&search.answers, &search.assignment);
                if contradicting.iter().any(|condition| condition.evaluate(&facts) == Some(true)) {
                    search.leave(dimension);
                    // Open goals have their own values in the study: not those of any type.
                    settled &= dimension.axis != goals;
                }
            }
            if settled && self.ground.scripts.remembered() < MAX_CALLS {
                look(&self.ground.facts(&search.answers, &search.assignment), number);
            }
        }
    }

    /// What the answer may contradict.
    fn contradicting(&self, axis: Axis) -> Vec<&'c Condition> {
        let reads = |condition: &&Condition| {
            let mut reads = false;
            condition.reads(&mut |read| {
                reads |= matches!(read, Read::Answer(slot) if Axis::Answer(slot) == axis)
            });
            reads
        };
        self.impossible.iter().copied().filter(reads).collect()
    }

    fn search(
        &self,
        judge: &mut dyn FnMut(&Facts<'_>, usize) -> Turn,
        as_it_stands: bool,
    ) -> SearchOutcome {
        let mut search = Search::new(self, judge, as_it_stands);
        let found = match search.descend(0) {
            End::Found => true,
            End::Exhausted => false,
            End::OutOfSteps => search.draw(),
        };
        let (steps, failure) = (search.steps, search.failure.take());
        match (failure, found) {
            (Some(failure), _) => SearchOutcome::Failed(failure),
            (None, true) => SearchOutcome::Found(search.smallest()),
            (None, false) if steps > 0 && self.is_complete() => SearchOutcome::Nowhere,
            (None, false) => SearchOutcome::NotDrawn,
        }
    }
}

/// The questions of a space: first those in `first`.
fn slots(observed: &Observed, first: &[Slot], goals: Slot) -> Vec<Slot> {
    let mut slots: Vec<Slot> = first.to_vec();
    for slot in observed.questions.keys().copied().chain(observed.is_typed().then_some(goals)) {
        if !slots.contains(&slot) {
            slots.push(slot);
        }
    }
    slots
}

enum End {
    Found,
    Exhausted,
    OutOfSteps,
}

struct Search<'s, 'c> {
    space: &'s Space<'c>,
    judge: &'s mut dyn FnMut(&Facts<'_>, usize) -> Turn,
    /// What is found has to show on the answers alone.
    as_it_stands: bool,
    answers: Answers,
    assignment: TypeAssignment,
    steps: usize,
    /// The maximum number of calls of scripts remembered before the search ends.
    calls: usize,
    failure: Option<Failure>,
}

impl<'s, 'c> Search<'s, 'c> {
    fn new(
        space: &'s Space<'c>,
        judge: &'s mut dyn FnMut(&Facts<'_>, usize) -> Turn,
        as_it_stands: bool,
    ) -> Self {
        let ground = space.ground;
        Search {
            space,
            judge,
            as_it_stands: as_it_stands && (space.reads.own || space.reads.estimate),
            answers: Answers::none(&ground.survey),
            assignment: TypeAssignment::unknown(),
            steps: MAX_STEPS,
            calls: MAX_CALLS.max(ground.scripts.remembered() + FEWEST_CALLS),
            failure: None,
        }
    }

    fn descend(&mut self, depth: usize) -> End {
        if self.steps == 0 || self.space.ground.scripts.remembered() >= self.calls {
            self.steps = 0;
            return End::OutOfSteps;
        }
        self.steps -= 1;
        match self.judged(depth) {
            Turn::Found => return End::Found,
            Turn::Back => return End::Exhausted,
            Turn::Deeper => {}
        }
        let space = self.space;
        let Some(dimension) = space.dimensions.get(depth) else { return End::Exhausted };
        for point in &dimension.points {
            self.take(dimension, point);
            match self.descend(depth + 1) {
                End::Exhausted => {}
                end => return end,
            }
        }
        self.leave(dimension);
        match dimension.axis {
            Axis::Answer(slot) if space.open.contains(&slot) => self.descend(depth + 1),
            _ => End::Exhausted,
        }
    }

    fn judged(&mut self, depth: usize) -> Turn {
        if depth < self.space.settled_from {
            return Turn::Deeper;
        }
        let assignment = self.assignment.clone();
        let turn = self.judged_as(depth, &assignment);
        if turn != Turn::Found || !self.as_it_stands || self.failure.is_some() {
            return turn;
        }
        let real = self.space.ground.find_type(&self.answers).assignment;
        // Too few answers for an estimate leave it open: more of them may lead to it.
        match real.by_indicators.is_none() || self.judged_as(depth, &real) == Turn::Found {
            true => Turn::Found,
            false => Turn::Deeper,
        }
    }

    fn judged_as(&mut self, depth: usize, assignment: &TypeAssignment) -> Turn {
        let facts = self.space.ground.facts(&self.answers, assignment);
        if self.space.impossible.iter().any(|condition| condition.evaluate(&facts) == Some(true)) {
            return Turn::Back;
        }
        let turn = (self.judge)(&facts, depth);
        match facts.failure.into_inner() {
            None => turn,
            Some(failure) => {
                self.failure = Some(failure);
                Turn::Found
            }
        }
    }

    fn take(&mut self, dimension: &Dimension, point: &Point) {
        match dimension.axis {
            Axis::Answer(slot) => {
                self.answers.set(slot, point.answer.clone());
                if let Some(assignment) = &point.assignment {
                    self.assignment.clone_from(assignment);
                }
            }
            // Without goals, the estimate is the type itself.
            Axis::Estimate if self.space.reads.own && self.assignment.by_goals.is_none() => {
                self.assignment.by_indicators = self.assignment.kind;
            }
            Axis::Estimate => self.assignment.by_indicators = point.estimate,
        }
    }

    fn leave(&mut self, dimension: &Dimension) {
        match dimension.axis {
            Axis::Answer(slot) => {
                self.answers.set(slot, None);
                if slot == self.space.ground.typology.goals.question {
                    let by_indicators = self.assignment.by_goals.and(self.assignment.by_indicators);
                    self.assignment = TypeAssignment { by_indicators, ..TypeAssignment::unknown() };
                }
            }
            Axis::Estimate if self.space.reads.own && self.assignment.by_goals.is_none() => {}
            Axis::Estimate => self.assignment.by_indicators = None,
        }
    }

    fn draw(&mut self) -> bool {
        let space = self.space;
        let mut random = Random::new();
        for _ in 0..DRAWN {
            for dimension in &space.dimensions {
                self.leave(dimension);
                let open =
                    matches!(dimension.axis, Axis::Answer(slot) if space.open.contains(&slot));
                if dimension.points.is_empty() || (open && random.below(6) == 0) {
                    continue;
                }
                self.take(dimension, &dimension.points[random.below(dimension.points.len())]);
            }
            if self.judged(space.dimensions.len()) == Turn::Found {
                return true;
            }
            if self.space.ground.scripts.remembered() >= self.calls {
                return false;
            }
        }
        false
    }

    /// The profile found, without the answers that make no difference.
    fn smallest(mut self) -> Found {
        let (space, all) = (self.space, self.space.dimensions.len());
        for dimension in &space.dimensions {
            let (answers, assignment) = (self.answers.clone(), self.assignment.clone());
            self.leave(dimension);
            if self.judged(all) != Turn::Found {
                (self.answers, self.assignment) = (answers, assignment);
            }
        }
        let real = self.space.ground.find_type(&self.answers).assignment;
        let assignment =
            if self.as_it_stands && real.by_indicators.is_some() { real } else { self.assignment };
        Found { answers: self.answers, assignment }
    }
}
