//! Counts over many municipalities. All are whole numbers: added in any order, they give the same.

use serde::{Deserialize, Serialize};

use super::Settings;
use dteam_engine::advice::{Assessment, Horizon};
use dteam_engine::benchmark::{Benchmark, Measure};
use dteam_engine::catalog::Catalog;
use dteam_engine::classification::Basis;
use dteam_engine::profile::{Answer, Answers};
use dteam_engine::survey::Control;
use dteam_engine::typology::Group;
use dteam_text::decimal::nearest;

/// What is counted of many municipalities. Tallies of parts add up to that of the whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Municipalities advised.
    pub advised: u64,
    /// Records that could not be advised.
    pub rejected: u64,
    /// Municipalities with answers that deserve a second look.
    pub doubtful: u64,
    /// By goals, by indicators.
    pub(super) basis: [u64; 2],
    pub(super) mixed: u64,
    pub(super) differ: u64,
    /// For each class, the municipalities of each type, and those of none. The first class is all,
    /// then those of each group.
    pub(super) types: Vec<Vec<u64>>,
    /// For each rule: it is a step or part of one, among the first five, now; it is undecided.
    pub(super) rules: Vec<[u64; 4]>,
    /// For each question: answered, the sum of the numbers in thousandths; then each option.
    pub(super) answers: Vec<Vec<u64>>,
    /// For each value of the study: municipalities it holds for, the sum of their values in
    /// thousandths.
    pub(super) benchmarks: Vec<[u64; 2]>,
    /// For each rule, of its variants and then of its notes: not 0 if it was in an advice.
    #[serde(default)]
    pub(super) parts: Vec<Vec<u64>>,
}

/// The first steps of an advice, which people take in.
const FIRST: usize = 5;

/// Sums are kept in thousandths.
pub(super) const PARTS: f64 = 1000.0;

impl Tally {
    pub(super) fn new(catalog: &Catalog, settings: &Settings) -> Self {
        let types = catalog.typology.count() + 1;
        let classes: usize =
            groups(catalog, settings).iter().map(|group| classes(catalog, group)).sum();
        Tally {
            advised: 0,
            rejected: 0,
            doubtful: 0,
            basis: [0; 2],
            mixed: 0,
            differ: 0,
            types: vec![vec![0; types]; 1 + classes],
            rules: vec![[0; 4]; catalog.rules.len()],
            answers: catalog
                .survey
                .questions
                .iter()
                .map(|question| vec![0; 2 + counted(question.kind.control())])
                .collect(),
            benchmarks: vec![[0; 2]; catalog.benchmarks.iter().count()],
            parts: catalog
                .rules
                .iter()
                .map(|rule| vec![0; rule.variants.len() + rule.notes.len()])
                .collect(),
        }
    }

    /// Whether it has the same counts, whatever they are.
    pub(super) fn is_like(&self, other: &Tally) -> bool {
        fn lengths(lists: &[Vec<u64>]) -> impl Iterator<Item = usize> {
            lists.iter().map(Vec::len)
        }
        lengths(&self.types).eq(lengths(&other.types))
            && lengths(&self.answers).eq(lengths(&other.answers))
            && lengths(&self.parts).eq(lengths(&other.parts))
            && self.rules.len() == other.rules.len()
            && self.benchmarks.len() == other.benchmarks.len()
    }

    /// Adds what another counted, by the same catalog and settings.
    pub fn add(&mut self, other: &Tally) {
        fn all<'a>(
            sums: impl IntoIterator<Item = &'a mut u64>,
            others: impl IntoIterator<Item = &'a u64>,
        ) {
            sums.into_iter().zip(others).for_each(|(sum, other)| *sum = sum.saturating_add(*other));
        }
        let own = [
            &mut self.advised,
            &mut self.rejected,
            &mut self.doubtful,
            &mut self.mixed,
            &mut self.differ,
        ];
        all(own, [&other.advised, &other.rejected, &other.doubtful, &other.mixed, &other.differ]);
        all(&mut self.basis, &other.basis);
        all(self.types.iter_mut().flatten(), other.types.iter().flatten());
        all(self.rules.iter_mut().flatten(), other.rules.iter().flatten());
        all(self.answers.iter_mut().flatten(), other.answers.iter().flatten());
        all(self.benchmarks.iter_mut().flatten(), other.benchmarks.iter().flatten());
        all(self.parts.iter_mut().flatten(), other.parts.iter().flatten());
    }

    /// Counts one municipality.
    pub(super) fn count(
        &mut self,
        catalog: &Catalog,
        groups: &[Group],
        answers: &Answers,
        assessed: &Assessment<'_>,
    ) {
        self.advised += 1;
        match assessed.basis {
            Some(Basis::Goals) => self.basis[0] += 1,
            Some(Basis::Indicators) => self.basis[1] += 1,
            None => {}
        }
        self.mixed += u64::from(assessed.mixed_with.is_some());
        self.differ += u64::from(assessed.goals_and_work_differ);
        let kind = assessed.kind.and_then(|kind| catalog.typology.names.find(kind));
        let kind = kind.map_or(catalog.typology.count(), usize::from);
        self.types[0][kind] += 1;
        let mut first = 1;
        for group in groups {
            self.types[first + class(catalog, group, answers)][kind] += 1;
            first += classes(catalog, group);
        }
        for (rank, step) in assessed.steps.iter().enumerate() {
            let counts = &mut self.rules[step.index];
            counts[0] += 1;
            counts[1] += u64::from(rank < FIRST);
            counts[2] += u64::from(step.horizon == Horizon::Now);
        }
        let no_steps = assessed.covered.iter().chain(&assessed.delegated);
        no_steps.for_each(|rule| self.rules[*rule][0] += 1);
        assessed.undecided.iter().for_each(|rule| self.rules[*rule][3] += 1);
        self.note_parts(catalog, answers, assessed);
        self.count_answers(catalog, answers);
    }

    /// Notes which variants and notes the steps have. Most were there before soon, and these are not
    /// looked at again.
    fn note_parts(&mut self, catalog: &Catalog, answers: &Answers, assessed: &Assessment<'_>) {
        let facts = catalog.facts(answers, &assessed.assignment);
        for step in &assessed.steps {
            let rule = &catalog.rules[step.index];
            let (variants, notes) = self.parts[step.index].split_at_mut(rule.variants.len());
            if variants.contains(&0)
                && let Some(variant) = rule.variant(&facts)
            {
                variants[variant] = 1;
            }
            let unseen = rule.notes.iter().zip(notes).filter(|(_, seen)| **seen == 0);
            unseen
                .for_each(|(note, seen)| *seen = (note.when.evaluate(&facts) == Some(true)).into());
        }
    }

    fn count_answers(&mut self, catalog: &Catalog, answers: &Answers) {
        for (slot, counts) in catalog.survey.slots().zip(&mut self.answers) {
            let Some(answer) = answers.get(slot) else { continue };
            counts[0] += 1;
            match answer {
                Answer::Option(option) => counts[2 + usize::from(*option)] += 1,
                Answer::Options(options) => {
                    options.iter().for_each(|option| counts[2 + usize::from(option)] += 1)
                }
                Answer::Ranking(ranking) => {
                    ranking
                        .as_slice()
                        .iter()
                        .for_each(|option| counts[2 + usize::from(*option)] += 1);
                }
                Answer::Number(number) => counts[1] = counts[1].saturating_add(parts(*number)),
                Answer::Flag(flag) => counts[2] += u64::from(*flag),
                Answer::Text(_) => {}
            }
        }
        for (benchmark, counts) in catalog.benchmarks.iter().zip(&mut self.benchmarks) {
            if let Some(value) = value(catalog, benchmark, answers) {
                counts[0] += 1;
                counts[1] = counts[1].saturating_add(parts(value));
            }
        }
    }

    /// The municipalities of each type in one class, and those of none.
    pub(super) fn class(
        &self,
        catalog: &Catalog,
        groups: &[Group],
        group: usize,
        class: usize,
    ) -> &[u64] {
        let before: usize = groups[..group].iter().map(|group| classes(catalog, group)).sum();
        &self.types[1 + before + class]
    }
}

/// How many things about an answer are counted one by one: each option, or that it is yes.
fn counted(control: Control<'_>) -> usize {
    match control {
        Control::One(options) | Control::Several(options) | Control::Ranked(options, _) => {
            options.0.len()
        }
        Control::YesOrNo => 1,
        Control::Level(_) | Control::Number(_) | Control::Line => 0,
    }
}

/// The sum of counts, which may have been kept elsewhere.
pub(super) fn sum<'c>(counts: impl IntoIterator<Item = &'c u64>) -> u64 {
    counts.into_iter().fold(0, |sum, count| sum.saturating_add(*count))
}

/// Below zero there is nothing that a survey asks for.
fn parts(number: f64) -> u64 {
    nearest(number * PARTS).max(0).unsigned_abs()
}

/// What the municipality has on the scale of a value of the study; `None` where it does not count
/// there.
fn value(catalog: &Catalog, benchmark: &Benchmark, answers: &Answers) -> Option<f64> {
    let answer = answers.get(benchmark.question)?;
    if !benchmark.holds(answers) {
        return None;
    }
    match (benchmark.measure, answer) {
        (Measure::Score, Answer::Ranking(ranking)) => {
            let scores = &catalog.typology.goals.scores;
            let index = ranking.index(benchmark.option?);
            Some(index.and_then(|index| scores.get(index)).copied().unwrap_or(0.0))
        }
        // A median cannot be added up.
        (Measure::Median, _) => None,
        _ => benchmark.of_answer(answer),
    }
}

/// The groups of the typology, with the bounds that were asked for.
pub(super) fn groups(catalog: &Catalog, settings: &Settings) -> Vec<Group> {
    let mut groups = catalog.typology.groups.clone();
    if let Some(sizes) = &settings.sizes {
        for group in groups.iter_mut().filter(|group| !group.bounds.is_empty()) {
            group.bounds.clone_from(sizes);
        }
    }
    groups
}

/// How many classes a group has; the last are those without an answer.
pub(super) fn classes(catalog: &Catalog, group: &Group) -> usize {
    let options = catalog.survey.question(group.question).kind.options();
    1 + options.map_or(group.bounds.len() + 1, |options| options.0.len())
}

fn class(catalog: &Catalog, group: &Group, answers: &Answers) -> usize {
    match answers.get(group.question) {
        Some(Answer::Option(option)) => usize::from(*option),
        Some(Answer::Number(number)) => {
            group.bounds.iter().take_while(|bound| *number >= **bound).count()
        }
        _ => classes(catalog, group) - 1,
    }
}
