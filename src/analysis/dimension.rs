//! The answers to one question that expressions can tell apart: one for each way they can come out.

use std::collections::HashSet;

use super::observed::{Looks, Observed};
use crate::benchmark::Benchmarks;
use crate::catalog::Catalog;
use crate::classification::{self, Standing};
use crate::profile::{Answer, Answers, Ranking};
use crate::survey::{Kind, OptionSet, Slot};

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
    pub standing: Option<Standing>,
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
const MOST_SETS: usize = 4096;

/// More rankings than this are not listed.
const MOST_RANKINGS: usize = 20_000;

impl From<Answer> for Point {
    fn from(answer: Answer) -> Self {
        Point { answer: Some(answer), standing: None, estimate: None }
    }
}

/// The dimension of a question.
pub(super) fn of_question(catalog: &Catalog, slot: Slot, observed: &Observed) -> Dimension {
    let nothing = Looks::default();
    let looks = observed.questions.get(&slot).unwrap_or(&nothing);
    let axis = Axis::Answer(slot);
    let whole =
        |points: Vec<Answer>| Dimension { axis, points: points.into_iter().map(Point::from).collect(), complete: true };
    match &catalog.survey.question(slot).kind {
        Kind::Flag => whole(vec![Answer::Flag(true), Answer::Flag(false)]),
        Kind::Text => {
            let other = std::iter::once("A".into());
            whole(looks.texts.iter().cloned().chain(other).map(Answer::Text).collect())
        }
        Kind::Choice(options) => {
            let classes = classes(options.0.len(), looks);
            whole(classes.iter().filter_map(|class| class.iter().next()).map(Answer::Option).collect())
        }
        Kind::Scale { levels } => whole((0..levels.len()).map(|level| Answer::Number(level as f64)).collect()),
        Kind::Percent => {
            let points = match looks.calculated {
                true => lattice(&looks.bounds),
                false => between(&looks.bounds, (0.0, 100.0), false),
            };
            numbers(axis, points, (0.0, 100.0), true)
        }
        Kind::Number { min, max, whole } => {
            let mut points = between(&looks.bounds, (*min, *max), *whole);
            if looks.calculated {
                points.extend(spread(*min, *max));
            }
            numbers(axis, points, (*min, *max), !looks.calculated)
        }
        Kind::Choices(options) => {
            let (sets, complete) = sets(options.0.len(), options.0.len(), looks);
            Dimension { axis, points: sets.map(|set| Answer::Options(set).into()).collect(), complete }
        }
        Kind::Ranking { options, limit } => rankings(catalog, slot, options.0.len(), *limit, looks, observed),
    }
}

/// The type by indicators, each type there is.
pub(super) fn of_estimate(catalog: &Catalog) -> Dimension {
    let kinds = 0..catalog.typology.count() as u8;
    let points = kinds.map(|kind| Point { answer: None, standing: None, estimate: Some(kind) }).collect();
    Dimension { axis: Axis::Estimate, points, complete: true }
}

fn numbers(axis: Axis, mut points: Vec<f64>, (min, max): (f64, f64), complete: bool) -> Dimension {
    points.retain(|point| (min..=max).contains(point));
    points.sort_by(f64::total_cmp);
    points.dedup();
    Dimension { axis, points: points.into_iter().map(|point| Answer::Number(point).into()).collect(), complete }
}

/// Each bound, and one number in each gap between them.
fn between(bounds: &[f64], (min, max): (f64, f64), whole: bool) -> Vec<f64> {
    let mut bounds: Vec<f64> = bounds.iter().copied().filter(|bound| (min..=max).contains(bound)).collect();
    bounds.extend([min, max]);
    bounds.sort_by(f64::total_cmp);
    bounds.dedup();
    let mut points = Vec::with_capacity(2 * bounds.len());
    for pair in bounds.windows(2) {
        let (low, high) = (pair[0], pair[1]);
        let step = if whole { 1.0 } else { 0.5 };
        // Close to the bound reads best; where there is no room, halfway.
        let inside = match low + step < high {
            true => low + step,
            false => (low + high) / 2.0,
        };
        points.push(low);
        if !whole || inside.fract() == 0.0 {
            points.push(inside);
        }
    }
    points.push(max);
    if whole {
        points.retain(|point| point.fract() == 0.0);
    }
    points
}

/// Percentages for calculations. Sums and differences beside bounds that are multiples of a number come out in every way there
/// is on multiples of a quarter of it; where that would be finer than whole percents, these have to do.
fn lattice(bounds: &[f64]) -> Vec<f64> {
    let whole = bounds.iter().all(|bound| bound.fract() == 0.0);
    let common = bounds.iter().fold(100, |common, bound| greatest_common_divisor(common, bound.abs() as u32));
    let step = if whole && common >= 4 { f64::from(common) / 4.0 } else { 1.0 };
    let count = (100.0 / step) as u32;
    (0..=count).map(|place| f64::from(place) * step).chain(bounds.iter().copied()).collect()
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
        let in_groups: Vec<bool> = looks.groups.iter().map(|group| group.has(option)).collect();
        let alone = looks.apart.has(option) || looks.ranked.has(option);
        match classes.iter_mut().find(|(known, _)| !alone && *known == in_groups) {
            Some((_, class)) => *class = class.with(option),
            None if alone => classes.push((Vec::new(), OptionSet::of(option))),
            None => classes.push((in_groups, OptionSet::of(option))),
        }
    }
    classes.into_iter().map(|(_, class)| class).collect()
}

/// So many of each group of alike options, in every combination, at most `limit` in all; and whether these are all that differ.
fn sets(count: usize, limit: usize, looks: &Looks) -> (impl Iterator<Item = OptionSet>, bool) {
    let classes = classes(count, looks);
    let watched = |class: &OptionSet| {
        let option = class.iter().next().unwrap_or_default();
        looks.apart.has(option) || looks.groups.iter().any(|group| group.has(option))
    };
    let mut sets = vec![OptionSet::default()];
    let mut complete = true;
    for class in classes.iter().filter(|class| watched(class)) {
        let mut members: Vec<u8> = class.iter().collect();
        if looks.from_the_end {
            members.reverse();
        }
        let firsts = (0..=members.len()).map(|many| members[..many].iter().copied().collect::<OptionSet>());
        let firsts: Vec<OptionSet> = firsts.collect();
        if sets.len() * firsts.len() > MOST_SETS {
            complete = false;
            break;
        }
        sets = sets.iter().flat_map(|set| firsts.iter().map(move |first| OptionSet(set.0 | first.0))).collect();
    }
    // Fewer options first: small examples are found first.
    sets.sort_by_key(|set| (set.count(), set.0));
    (sets.into_iter().filter(move |set| set.count() as usize <= limit), complete)
}

/// The rankings that differ in what is looked at.
fn rankings(
    catalog: &Catalog,
    slot: Slot,
    count: usize,
    limit: usize,
    looks: &Looks,
    observed: &Observed,
) -> Dimension {
    let axis = Axis::Answer(slot);
    let standing = slot == catalog.typology.goals.question && (observed.kind || observed.mixed || observed.memberships);
    let ordered = looks.ranked != OptionSet::default();
    let too_many = (0..limit).map(|place| count.saturating_sub(place)).product::<usize>() > MOST_RANKINGS;
    if !standing && !ordered || too_many {
        let (sets, complete) = sets(count, limit, looks);
        let ranked = sets.map(|set| Point {
            standing: standing.then(|| by_goals(catalog, &Answer::Ranking(set.iter().collect()))),
            ..Answer::Ranking(set.iter().collect()).into()
        });
        return Dimension { axis, points: ranked.collect(), complete: complete && !too_many };
    }
    let mut seen = HashSet::new();
    let mut points = Vec::new();
    for ranking in all_rankings(count, limit) {
        let answer = Answer::Ranking(ranking);
        let standing = standing.then(|| by_goals(catalog, &answer));
        if seen.insert(signature(&ranking, looks, observed, standing.as_ref())) {
            points.push(Point { standing, ..answer.into() });
        }
    }
    Dimension { axis, points, complete: true }
}

/// Everything that is looked at in a ranking.
fn signature(ranking: &Ranking, looks: &Looks, observed: &Observed, standing: Option<&Standing>) -> Vec<u64> {
    let options: OptionSet = ranking.as_slice().iter().copied().collect();
    let groups = looks.groups.iter().map(|group| u64::from(OptionSet(group.0 & options.0).count()));
    let ranked = looks.ranked.iter().filter(|option| *option < 64);
    let places = ranked.map(|option| ranking.place(option).map_or(0, |place| place as u64 + 1));
    let mut signature: Vec<u64> = groups.chain(places).chain([options.0 & looks.apart.0]).collect();
    if let Some(standing) = standing {
        let number = |kind: Option<u8>| kind.map_or(0, |kind| u64::from(kind) + 1);
        signature.push(number(standing.kind));
        if observed.mixed {
            signature.push(number(standing.mixed_with));
        }
        if observed.memberships {
            signature.extend(standing.memberships.iter().flatten().map(|membership| membership.to_bits()));
        }
    }
    signature
}

/// What a municipality that answers nothing but its goals is.
fn by_goals(catalog: &Catalog, goals: &Answer) -> Standing {
    let mut answers = Answers::none(&catalog.survey);
    answers.set(catalog.typology.goals.question, Some(goals.clone()));
    classification::classify(&catalog.typology, &Benchmarks::default(), &answers).standing
}

/// Every ranking of at most `limit` of so many options, short ones first.
fn all_rankings(count: usize, limit: usize) -> Vec<Ranking> {
    let mut rankings = vec![Ranking::default()];
    let mut last = 0;
    for _ in 0..limit.min(count) {
        let until = rankings.len();
        for place in last..until {
            for option in 0..count as u8 {
                let mut longer = rankings[place];
                if longer.place(option).is_none() {
                    longer.push(option);
                    rankings.push(longer);
                }
            }
        }
        last = until;
    }
    rankings
}
