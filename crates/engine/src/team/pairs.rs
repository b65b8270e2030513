//! Who learns what from whom.

use super::matching::{Candidate, Limits, matching};
use super::needs::Needs;
use super::{Author, Pair, TeamOptions};
use dteam_text::decimal::rounded;

/// As many mentors are looked at for each learner and step.
const MENTORS: usize = 10;

pub(super) fn pairs(author: &Author<'_>, needs: &Needs, options: &TeamOptions) -> Vec<Pair> {
    let candidates = candidates(author, needs);
    let limits =
        Limits { members: author.members.len(), load: options.load, topics: options.topics };
    let mut chosen = matching(&candidates, limits);
    // By learner, the greatest gain first.
    chosen.sort_by(|one, other| {
        one.learner.cmp(&other.learner).then(other.gain.total_cmp(&one.gain))
    });
    let pairs = chosen.into_iter().map(|pair| Pair {
        learner: author.members[pair.learner].id.clone(),
        mentor: author.members[pair.mentor].id.clone(),
        rule: author.rule(pair.topic),
        title: author.title(pair.topic),
        because: author.because(pair.topic, pair.learner, pair.mentor),
        gain: rounded(pair.gain, 1),
    });
    pairs.collect()
}

/// For each learner and step the best mentors.
fn candidates(author: &Author<'_>, needs: &Needs) -> Vec<Candidate> {
    let members = author.members;
    let (mut candidates, mut best) = (Vec::new(), Vec::new());
    let mut likeness = vec![0.0; members.len()];
    for (learner, member) in members.iter().enumerate() {
        for (likeness, other) in likeness.iter_mut().zip(members) {
            *likeness = member.features.likeness(&other.features);
        }
        for step in &member.steps {
            let Some(need) = needs.index(step.rule).map(|index| &needs.0[index]) else { continue };
            let learn_from = &author.catalog.rules[step.rule].learn_from;
            best.clear();
            for mentor in &need.experienced {
                let by_type = members[*mentor].kind.is_some_and(|kind| learn_from.contains(&kind));
                best.push((gain(step.priority, likeness[*mentor], by_type), *mentor));
            }
            // Of mentors that are as good, each learner begins with another one.
            let turn = |mentor: usize| (mentor + members.len() - learner) % members.len();
            let order = |one: &(f64, usize), other: &(f64, usize)| {
                other.0.total_cmp(&one.0).then(turn(one.1).cmp(&turn(other.1)))
            };
            if best.len() > MENTORS {
                best.select_nth_unstable_by(MENTORS - 1, order);
                best.truncate(MENTORS);
            }
            candidates.extend(best.iter().map(|(gain, mentor)| Candidate {
                learner,
                mentor: *mentor,
                topic: step.rule,
                gain: *gain,
            }));
        }
    }
    candidates
}

/// The priority, by how much the mentor is like the learner; half of it counts whoever the mentor
/// is. A type that the study recommends to learn from counts as much as a fact in common.
fn gain(priority: f64, likeness: f64, by_type: bool) -> f64 {
    let by_type = if by_type { 1.0 } else { 0.0 };
    priority * (0.5 + 0.5 * (0.75 * likeness + 0.25 * by_type))
}
