//! A matching of learners and mentors: greedy, then exchanges as long as they gain something.

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

/// How many learners in a row can make room for one another: many in a small team, where each pair
/// counts, and one in a large one, where time does.
const CHAINS: [(usize, usize); 2] = [(64, 4), (usize::MAX, 1)];

/// As many other pairs are looked at for a learner who makes room, the best first.
const ALTERNATIVES: usize = 6;

/// Less is lost in rounding: an exchange has to gain more, or it could go round in a circle.
const LEAST_GAIN: f64 = 1e-9;

/// Pairs of as much gain as can be found, those of the greatest gain first. Candidates that are as
/// good keep their order.
pub fn matching(candidates: &[Candidate], limits: Limits) -> Vec<Candidate> {
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    order.sort_by(|one, other| candidates[*other].gain.total_cmp(&candidates[*one].gain));
    let mut matching = Matching::new(candidates, &order, limits);
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
    /// The maximum number of learners who make room for one another.
    max_chain: usize,
    chosen: Vec<bool>,
    of_learner: Vec<Vec<usize>>,
    of_mentor: Vec<Vec<usize>>,
    /// All candidates of each learner, the best first.
    alternatives: Vec<Vec<usize>>,
}

/// Pairs that go and pairs that come, and what that gains.
#[derive(Default)]
struct Exchange {
    gain: f64,
    go: Vec<usize>,
    come: Vec<usize>,
}

/// Those who have made room already on the way: each does so once.
#[derive(Default)]
struct Path {
    mentors: Vec<usize>,
    learners: Vec<usize>,
    /// Who has room for one more, because of what the first learner gives up.
    freed: Option<usize>,
}

impl<'c> Matching<'c> {
    fn new(candidates: &'c [Candidate], order: &[usize], limits: Limits) -> Self {
        let mut alternatives = vec![Vec::new(); limits.members];
        order.iter().for_each(|pair| alternatives[candidates[*pair].learner].push(*pair));
        let max_chain = CHAINS.iter().find(|(members, _)| limits.members <= *members);
        Matching {
            candidates,
            limits,
            max_chain: max_chain.map_or(1, |(_, chain)| *chain),
            chosen: vec![false; candidates.len()],
            of_learner: vec![Vec::new(); limits.members],
            of_mentor: vec![Vec::new(); limits.members],
            alternatives,
        }
    }

    fn gain(&self, pair: usize) -> f64 {
        self.candidates[pair].gain
    }

    /// Adds the pair if that gains more than what has to give way loses.
    fn try_to_add(&mut self, new: usize) -> bool {
        if self.chosen[new] || self.limits.load == 0 || self.limits.topics == 0 {
            return false;
        }
        let Candidate { learner, topic, gain, .. } = self.candidates[new];
        let own = &self.of_learner[learner];
        let same = own.iter().copied().find(|pair| self.candidates[*pair].topic == topic);
        // What the learner gives up for it.
        let given_up: Vec<Option<usize>> = match same {
            Some(same) => vec![Some(same)],
            None if own.len() < self.limits.topics => vec![None],
            None => own.iter().copied().map(Some).collect(),
        };
        let mut best = Exchange::default();
        for gone in given_up.into_iter().filter(|gone| gone.is_none_or(|it| self.gain(it) < gain)) {
            let freed = gone.map(|gone| self.candidates[gone].mentor);
            let mut path = Path { freed, ..Path::default() };
            let Some(mut exchange) = self.exchange(new, &mut path, self.max_chain) else {
                continue;
            };
            exchange.gain -= gone.map_or(0.0, |gone| self.gain(gone));
            exchange.go.extend(gone);
            if exchange.gain > best.gain {
                best = exchange;
            }
        }
        if best.gain <= LEAST_GAIN {
            return false;
        }
        best.go.into_iter().for_each(|pair| self.remove(pair));
        best.come.into_iter().for_each(|pair| self.add(pair));
        true
    }

    /// What is best done so that a pair can come whose learner has room: nothing
    /// more if its mentor has room too, or else another learner makes room there and takes another
    /// pair.
    fn exchange(&self, new: usize, path: &mut Path, chain: usize) -> Option<Exchange> {
        let Candidate { learner, mentor, gain, .. } = self.candidates[new];
        if self.of_mentor[mentor].len() < self.limits.load || path.freed == Some(mentor) {
            return Some(Exchange { gain, go: Vec::new(), come: vec![new] });
        }
        if chain == 0 {
            return None;
        }
        path.mentors.push(mentor);
        path.learners.push(learner);
        let mut best: Option<Exchange> = None;
        for pair in self.of_mentor[mentor].iter().copied() {
            if path.learners.contains(&self.candidates[pair].learner) {
                continue;
            }
            let mut exchange = self.instead(pair, path, chain - 1);
            exchange.gain += gain - self.gain(pair);
            exchange.go.push(pair);
            exchange.come.push(new);
            if best.as_ref().is_none_or(|best| exchange.gain > best.gain) {
                best = Some(exchange);
            }
        }
        path.mentors.pop();
        path.learners.pop();
        best
    }

    /// The best that the learner of a pair that goes can take instead, perhaps nothing.
    fn instead(&self, pair: usize, path: &mut Path, chain: usize) -> Exchange {
        let Candidate { learner, topic, .. } = self.candidates[pair];
        let is_free = |other: usize| {
            let other = &self.candidates[other];
            let mut own = self.of_learner[learner].iter();
            other.topic == topic || own.all(|own| self.candidates[*own].topic != other.topic)
        };
        let others = self.alternatives[learner].iter().copied();
        let others = others.filter(|other| {
            !self.chosen[*other] && !path.mentors.contains(&self.candidates[*other].mentor)
        });
        let others: Vec<usize> =
            others.filter(|other| is_free(*other)).take(ALTERNATIVES).collect();
        let mut best = Exchange::default();
        for other in others {
            // The better ones come first, and making room never gains.
            if self.gain(other) <= best.gain {
                break;
            }
            if let Some(exchange) = self.exchange(other, path, chain)
                && exchange.gain > best.gain
            {
                best = exchange;
            }
        }
        best
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
