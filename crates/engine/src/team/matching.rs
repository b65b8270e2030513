//! A matching of learners and mentors: greedy, then exchanges as long as they gain something.

use std::collections::HashMap;

/// Somebody who could learn something from somebody.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate {
    /// The learner's index.
    pub learner: usize,
    /// The mentor's index.
    pub mentor: usize,
    /// What is learned.
    pub topic: usize,
    /// How much it counts, above 0.
    pub gain: f64,
}

/// What a matching keeps to.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// How many members there are.
    pub members: usize,
    /// How many pairs a mentor has at most.
    pub load: usize,
    /// How many topics a learner has at most, each with one mentor.
    pub topics: usize,
}

/// As often all candidates are tried; after some rounds nothing moves any more.
const ROUNDS: usize = 12;

/// Pairs of as much gain as can be found, those of the greatest gain first. Candidates that are as
/// good keep their order.
pub fn matching(candidates: &[Candidate], limits: Limits) -> Vec<Candidate> {
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    order.sort_by(|one, other| candidates[*other].gain.total_cmp(&candidates[*one].gain));
    let mut matching = Matching::new(candidates, limits);
    for _ in 0..ROUNDS {
        let moved = order.iter().filter(|candidate| matching.try_to_add(**candidate)).count();
        if moved == 0 {
            break;
        }
    }
    let chosen = order.into_iter().filter(|candidate| matching.chosen[*candidate]);
    chosen.map(|candidate| candidates[candidate]).collect()
}

/// A matching under way; pairs by the indices of their candidates.
struct Matching<'c> {
    candidates: &'c [Candidate],
    limits: Limits,
    chosen: Vec<bool>,
    of_learner: Vec<Vec<usize>>,
    of_mentor: Vec<Vec<usize>>,
    /// All candidates of a learner and topic.
    alternatives: HashMap<(usize, usize), Vec<usize>>,
}

impl<'c> Matching<'c> {
    fn new(candidates: &'c [Candidate], limits: Limits) -> Self {
        let mut alternatives: HashMap<(usize, usize), Vec<usize>> = HashMap::new();
        for (index, candidate) in candidates.iter().enumerate() {
            alternatives.entry((candidate.learner, candidate.topic)).or_default().push(index);
        }
        Matching {
            candidates,
            limits,
            chosen: vec![false; candidates.len()],
            of_learner: vec![Vec::new(); limits.members],
            of_mentor: vec![Vec::new(); limits.members],
            alternatives,
        }
    }

    fn gain(&self, pair: usize) -> f64 {
        self.candidates[pair].gain
    }

    /// Adds the pair if it gains more than what has to give way loses.
    fn try_to_add(&mut self, new: usize) -> bool {
        let Candidate { learner, mentor, topic, gain } = self.candidates[new];
        if self.chosen[new] || self.limits.load == 0 || self.limits.topics == 0 {
            return false;
        }
        let of_learner = &self.of_learner[learner];
        let same = of_learner.iter().copied().find(|pair| self.candidates[*pair].topic == topic);
        let is_full = of_learner.len() >= self.limits.topics;
        let dropped = same.or_else(|| self.least(of_learner).filter(|_| is_full));
        let frees_mentor = dropped.is_some_and(|pair| self.candidates[pair].mentor == mentor);
        let is_busy = self.of_mentor[mentor].len() >= self.limits.load && !frees_mentor;
        // Whoever makes room at the mentor goes on with another one, if there is one.
        let moved = match is_busy {
            false => None,
            true => match self.cheapest(mentor, learner) {
                Some(moved) => Some(moved),
                None => return false,
            },
        };
        let lost = dropped.map_or(0.0, |pair| self.gain(pair));
        let moved_loses = moved.map_or(0.0, |(pair, instead)| {
            self.gain(pair) - instead.map_or(0.0, |instead| self.gain(instead))
        });
        // A little more, so that rounding never lets an exchange go round in a circle.
        if gain - lost - moved_loses <= 1e-9 {
            return false;
        }
        dropped.into_iter().for_each(|pair| self.remove(pair));
        if let Some((pair, instead)) = moved {
            self.remove(pair);
            instead.into_iter().for_each(|instead| self.add(instead));
        }
        self.add(new);
        true
    }

    fn least(&self, pairs: &[usize]) -> Option<usize> {
        pairs.iter().copied().min_by(|one, other| self.gain(*one).total_cmp(&self.gain(*other)))
    }

    /// The pair of a mentor whose going costs least, with the one that takes its place elsewhere.
    /// Those of the learner who asks are left alone: they may give way already.
    fn cheapest(&self, mentor: usize, asking: usize) -> Option<(usize, Option<usize>)> {
        let pairs = self.of_mentor[mentor].iter().copied();
        let others = pairs.filter(|pair| self.candidates[*pair].learner != asking);
        let moves = others.map(|pair| {
            let Candidate { learner, topic, .. } = self.candidates[pair];
            let has_room = |other: &usize| {
                let other = self.candidates[*other].mentor;
                other != mentor && self.of_mentor[other].len() < self.limits.load
            };
            let others = self.alternatives[&(learner, topic)].iter().copied().filter(has_room);
            let instead = others.max_by(|one, other| self.gain(*one).total_cmp(&self.gain(*other)));
            (pair, instead)
        });
        let loses = |(pair, instead): &(usize, Option<usize>)| {
            self.gain(*pair) - instead.map_or(0.0, |instead| self.gain(instead))
        };
        moves.min_by(|one, other| loses(one).total_cmp(&loses(other)))
    }

    fn add(&mut self, pair: usize) {
        let Candidate { learner, mentor, .. } = self.candidates[pair];
        self.chosen[pair] = true;
        self.of_learner[learner].push(pair);
        self.of_mentor[mentor].push(pair);
    }

    fn remove(&mut self, pair: usize) {
        let Candidate { learner, mentor, .. } = self.candidates[pair];
        self.chosen[pair] = false;
        self.of_learner[learner].retain(|other| *other != pair);
        self.of_mentor[mentor].retain(|other| *other != pair);
    }
}
