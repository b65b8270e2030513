//! The answers to one question that expressions can tell apart: one for each way they can come out.

use std::collections::HashSet;

use super::ground::{Ground, all_rankings};
use super::observed::{Looks, Observed};
use super::random::Random;
use dteam_engine::classification::{self, TypeAssignment};
use dteam_engine::profile::answer::printable;
use dteam_engine::profile::{Answer, Ranking};
use dteam_engine::survey::{Bounds, Control, OptionSet, Slot};

/// What a dimension of the search is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Axis {
    Answer(Slot),
    /// The type by indicators: which of the many answers make it so is left open.
    Estimate,
}

/// One way a dimension can come out.
#[derive(Debug, Clone)]
pub(super) struct Point {
    pub answer: Option<Answer>,
    /// What the goals make of the municipality.
    pub assignment: Option<TypeAssignment>,
    pub estimate: Option<u8>,
}

#[derive(Debug, Clone)]
pub(super) struct Dimension {
    pub axis: Axis,
    pub points: Vec<Point>,
    /// The points stand for every answer there can be.
    pub complete: bool,
}

/// More combinations of options than this are sampled.
const MAX_SETS: usize = 4096;

/// More rankings than this are not listed.
const MAX_RANKINGS: usize = 20_000;

impl From<Answer> for Point {
    fn from(answer: Answer) -> Self {
        Point { answer: Some(answer), assignment: None, estimate: None }
    }
}

/// The dimension of a question.
pub(super) fn of_question(ground: &Ground<'_>, slot: Slot, observed: &Observed) -> Dimension {
    let nothing = Looks::default();
    let looks = observed.questions.get(&slot).unwrap_or(&nothing);
    let axis = Axis::Answer(slot);
    let whole = |points: Vec<Answer>| Dimension {
        axis,
        points: points.into_iter().map(Point::from).collect(),
        complete: true,
    };
    match ground.survey.question(slot).kind.control() {
        Control::YesOrNo => whole(vec![Answer::Flag(true), Answer::Flag(false)]),
        Control::Line => {
            // Others than these cannot be answered.
            let mut texts: Vec<Box<str>> =
                looks.texts.iter().filter(|text| is_answer(text)).cloned().collect();
            let mut letters =
                ('A'..='Z').chain('a'..='z').map(|letter| letter.to_string().into_boxed_str());
            texts.extend(letters.find(|letter| !looks.texts.contains(letter)));
            let points = texts.into_iter().map(|text| Answer::Text(text).into()).collect();
            Dimension { axis, points, complete: !looks.opaque && looks.texts.len() < 52 }
        }
        Control::One(options) => {
            let classes = classes(options.0.len(), looks);
            whole(
                classes
                    .iter()
                    .filter_map(|class| class.iter().next())
                    .map(Answer::Option)
                    .collect(),
            )
        }
        Control::Level(levels) => {
            whole((0..levels.len()).map(|level| Answer::Number(level as f64)).collect())
        }
        Control::Number(range) => {
            let bounds = bounds(ground, looks);
            let (points, complete) = match (looks.calculated, range.percent) {
                (false, _) => (between(&bounds, range), true),
                (true, true) => lattice(ground, observed, &bounds),
                (true, false) => {
                    let mut points = between(&bounds, range);
                    points.extend(spread(range.min, range.max));
                    (points, false)
                }
            };
            numbers(axis, points, range, complete && !looks.opaque)
        }
        Control::Several(options) => {
            let (sets, complete) = sets(options.0.len(), options.0.len(), looks);
            Dimension {
                axis,
                points: sets.map(|set| Answer::Options(set).into()).collect(),
                complete,
            }
        }
        Control::Ranked(options, limit) => {
            rankings(ground, slot, options.0.len(), limit, looks, observed)
        }
    }
}

/// The type by indicators, each type there is.
pub(super) fn of_estimate(ground: &Ground<'_>) -> Dimension {
    let kinds = 0..ground.typology.count() as u8;
    let points =
        kinds.map(|kind| Point { answer: None, assignment: None, estimate: Some(kind) }).collect();
    Dimension { axis: Axis::Estimate, points, complete: true }
}

fn numbers(axis: Axis, mut points: Vec<f64>, range: Bounds, complete: bool) -> Dimension {
    points.retain(|point| (range.min..=range.max).contains(point));
    points.sort_by(f64::total_cmp);
    points.dedup();
    Dimension {
        axis,
        points: points.into_iter().map(|point| Answer::Number(point).into()).collect(),
        complete,
    }
}

/// The numbers that the answer is compared with, whatever the type.
fn bounds(ground: &Ground<'_>, looks: &Looks) -> Vec<f64> {
    let measured = looks.measured.iter().map(|benchmark| ground.benchmarks.get(*benchmark));
    let measured =
        measured.flat_map(|benchmark| benchmark.by_type.iter().copied().chain(benchmark.all));
    looks.bounds.iter().copied().chain(measured).collect()
}

fn is_answer(text: &str) -> bool {
    !text.is_empty() && printable(text) == text
}

/// Each bound, and one number in each gap between them.
fn between(bounds: &[f64], range: Bounds) -> Vec<f64> {
    let Bounds { min, max, whole, .. } = range;
    let mut bounds: Vec<f64> = match whole {
        false => bounds.to_vec(),
        true => bounds.iter().flat_map(|bound| [bound.floor(), bound.ceil()]).collect(),
    };
    bounds.extend([min, max]);
    bounds.retain(|bound| (min..=max).contains(bound));
    bounds.sort_by(f64::total_cmp);
    bounds.dedup();
    let mut points = Vec::with_capacity(2 * bounds.len());
    for pair in bounds.windows(2) {
        let (low, high) = (pair[0], pair[1]);
        points.push(low);
        // Close to the bound reads best; where there is no room, halfway.
        match low + 1.0 < high {
            true => points.push(low + 1.0),
            false if !whole => points.push((low + high) / 2.0),
            false => {}
        }
    }
    points.push(max);
    if whole {
        points.retain(|point| point.fract() == 0.0);
    }
    points
}

/// Percentages for calculations, and whether they stand for all there are. One or two of them,
/// added or subtracted beside bounds that are multiples of a number, come out in every way there is
/// on multiples of a quarter of it. Where that would be finer than whole percents, these have to
/// do.
fn lattice(ground: &Ground<'_>, observed: &Observed, own: &[f64]) -> (Vec<f64>, bool) {
    let is_percent = |slot: Slot| ground.survey.question(slot).kind.is_percent();
    let (bounds, count) = observed.calculated(is_percent);
    let whole = bounds.iter().chain(own).all(|bound| bound.fract() == 0.0);
    let common = bounds
        .iter()
        .fold(100, |common, bound| greatest_common_divisor(common, bound.abs() as u32));
    let fine = whole && common >= 4;
    let step = if fine { f64::from(common) / 4.0 } else { 1.0 };
    let steps = (0..=(100.0 / step) as u32).map(|index| f64::from(index) * step);
    (steps.chain(own.iter().copied()).collect(), fine && count <= 2)
}

fn greatest_common_divisor(one: u32, other: u32) -> u32 {
    if other == 0 { one } else { greatest_common_divisor(other, one % other) }
}

/// Numbers of every size, for calculations.
fn spread(min: f64, max: f64) -> impl Iterator<Item = f64> {
    let magnitudes = (0..=12).map(|power| 10f64.powi(power));
    let sizes = magnitudes.flat_map(|size| [size, 2.0 * size, 5.0 * size]);
    sizes.flat_map(|size| [size, -size]).chain([0.0]).filter(move |size| (min..=max).contains(size))
}

/// The options in groups of which nothing tells the members apart.
fn classes(count: usize, looks: &Looks) -> Vec<OptionSet> {
    let mut classes: Vec<(Vec<bool>, OptionSet)> = Vec::new();
    for option in 0..count as u8 {
        let in_groups: Vec<bool> =
            looks.groups.iter().chain(&looks.splits).map(|group| group.has(option)).collect();
        let alone = looks.apart.has(option) || looks.ranked.has(option);
        match classes.iter_mut().find(|(known, _)| !alone && *known == in_groups) {
            Some((_, class)) => *class = class.with(option),
            None if alone => classes.push((Vec::new(), OptionSet::of(option))),
            None => classes.push((in_groups, OptionSet::of(option))),
        }
    }
    classes.into_iter().map(|(_, class)| class).collect()
}

/// So many of each group of alike options, in every combination, at most `limit` in all; and
/// whether these are all that differ.
fn sets(count: usize, limit: usize, looks: &Looks) -> (impl Iterator<Item = OptionSet>, bool) {
    let classes = classes(count, looks);
    let watched = |class: &OptionSet| {
        let option = class.iter().next().unwrap_or_default();
        looks.apart.has(option) || looks.groups.iter().any(|group| group.has(option))
    };
    let mut sets = vec![OptionSet::default()];
    let mut complete = true;
    let mut random = Random::new();
    for class in classes.iter().filter(|class| watched(class)) {
        let mut members: Vec<u8> = class.iter().collect();
        if looks.from_the_end {
            members.reverse();
        }
        let firsts = (0..=members.len().min(limit))
            .map(|many| members[..many].iter().copied().collect::<OptionSet>());
        let firsts: Vec<OptionSet> = firsts.collect();
        match sets.len() * firsts.len() > MAX_SETS {
            true => {
                complete = false;
                sets.iter_mut().for_each(|set| set.0 |= firsts[random.below(firsts.len())].0);
            }
            false => {
                sets = sets
                    .iter()
                    .flat_map(|set| firsts.iter().map(move |first| OptionSet(set.0 | first.0)))
                    .collect();
                sets.retain(|set| set.count() as usize <= limit);
            }
        }
    }
    // Fewer options first: small examples are found first.
    sets.sort_by_key(|set| (set.count(), set.0));
    (sets.into_iter().filter(move |set| set.count() as usize <= limit), complete)
}

/// The rankings that differ in what is looked at.
fn rankings(
    ground: &Ground<'_>,
    slot: Slot,
    count: usize,
    limit: usize,
    looks: &Looks,
    observed: &Observed,
) -> Dimension {
    let axis = Axis::Answer(slot);
    let assignment = slot == ground.typology.goals.question && observed.is_typed();
    let ordered = looks.ranked != OptionSet::default();
    let too_many =
        (0..limit).map(|index| count.saturating_sub(index)).product::<usize>() > MAX_RANKINGS;
    let mut points = Vec::new();
    let mut complete = true;
    if !assignment && !ordered || too_many {
        let (sets, all) = sets(count, limit, looks);
        points.extend(sets.map(|set| {
            let ranking: Ranking = set.iter().collect();
            Point {
                assignment: assignment.then(|| ground.by_goals(ranking)),
                ..Answer::Ranking(ranking).into()
            }
        }));
        complete = all && !too_many;
    } else {
        let mut seen = HashSet::new();
        let mut add = |ranking: &Ranking, assignment: Option<&TypeAssignment>| {
            if seen.insert(signature(ranking, looks, observed, assignment)) {
                points.push(Point {
                    assignment: assignment.cloned(),
                    ..Answer::Ranking(*ranking).into()
                });
            }
        };
        match assignment {
            true => ground
                .all_goals(count, limit)
                .iter()
                .for_each(|(ranking, assignment)| add(ranking, Some(assignment))),
            false => all_rankings(count, limit).iter().for_each(|ranking| add(ranking, None)),
        }
    }
    if assignment {
        let is_read = observed.by_goals || observed.questions.contains_key(&slot);
        points.extend(estimates(ground, observed, is_read));
        // Degrees of membership by indicators can be any there are.
        complete &= !observed.memberships;
    }
    Dimension { axis, points, complete }
}

/// The type where no goals are named: by indicators, whatever answers lead to it.
fn estimates(ground: &Ground<'_>, observed: &Observed, goals_are_read: bool) -> Vec<Point> {
    let types = ground.typology.count();
    let mut seen = HashSet::new();
    let mut points = Vec::new();
    for memberships in mixtures(types) {
        let assignment = classification::by_estimate(memberships, ground.typology.mixed_ratio);
        let mixed = assignment.mixed_with.filter(|_| observed.mixed || observed.memberships);
        let bits = assignment.memberships.iter().flatten().map(|degree| degree.to_bits());
        let degrees: Vec<u64> = bits.filter(|_| observed.memberships).collect();
        if !seen.insert((assignment.kind, mixed, degrees)) {
            continue;
        }
        if goals_are_read {
            let assignment = Some(TypeAssignment { goals_answered: true, ..assignment.clone() });
            points.push(Point { assignment, ..Answer::Ranking(Ranking::default()).into() });
        }
        points.push(Point { answer: None, assignment: Some(assignment), estimate: None });
    }
    points
}

/// Degrees of membership, shared between two types at most.
fn mixtures(types: usize) -> Vec<Vec<f64>> {
    const FIRST: [f64; 8] = [1.0, 0.9, 0.8, 0.7, 0.6, 0.55, 0.51, 0.5];
    let pairs = (0..types).flat_map(|one| (0..types).map(move |other| (one, other)));
    let shared = |(one, other): (usize, usize)| {
        FIRST.map(|first| {
            let mut degrees = vec![0.0; types];
            degrees[other] = 1.0 - first;
            degrees[one] = first;
            degrees
        })
    };
    match types {
        1 => vec![vec![1.0]],
        _ => pairs.filter(|(one, other)| one != other).flat_map(shared).collect(),
    }
}

/// Everything that is looked at in a ranking.
fn signature(
    ranking: &Ranking,
    looks: &Looks,
    observed: &Observed,
    assignment: Option<&TypeAssignment>,
) -> Vec<u64> {
    let options: OptionSet = ranking.as_slice().iter().copied().collect();
    let groups = looks.groups.iter().map(|group| u64::from(OptionSet(group.0 & options.0).count()));
    let ranked = looks.ranked.iter().filter(|option| *option < 64);
    let ranks = ranked.map(|option| ranking.index(option).map_or(0, |index| index as u64 + 1));
    let mut signature: Vec<u64> = groups.chain(ranks).chain([options.0 & looks.apart.0]).collect();
    if let Some(assignment) = assignment {
        let number = |kind: Option<u8>| kind.map_or(0, |kind| u64::from(kind) + 1);
        signature.push(number(assignment.kind));
        if observed.mixed {
            signature.push(number(assignment.mixed_with));
        }
        if observed.memberships {
            signature.extend(
                assignment.memberships.iter().flatten().map(|membership| membership.to_bits()),
            );
        }
    }
    signature
}
