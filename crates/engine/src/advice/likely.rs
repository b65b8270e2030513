//! Steps that are likely although their rules are undecided: the open questions are answered many
//! times over, as the study's values make likely. And what the answer to each would change.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::decide::Decisions;
use super::priority::{factors, priority};
use super::{OpenQuestion, Options, Undecided};
use crate::benchmark::draw::Drawing;
use crate::catalog::Catalog;
use crate::classification::{Finding, TypeAssignment};
use crate::expression::evaluate::Facts;
use crate::profile::{Answer, Answers};
use crate::survey::Slot;
use dteam_text::decimal::rounded;
use dteam_text::language::Text;

/// With these a probability is within four points of its own in nineteen cases of twenty.
const DRAWS: usize = 512;

/// Draws that contradict themselves are drawn again, but not for ever.
const MAX_DRAWS: u64 = 4 * DRAWS as u64;

/// What is less probable is not worth a line.
const LISTED_FROM: f64 = 0.2;

/// The steps that an answer is to change: those that a reader begins with.
const FIRST: usize = 5;

/// An undecided rule that would probably fire: always an estimate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Likely<T = String> {
    /// `pack/rule`.
    pub rule: T,
    /// The step in a few words.
    pub title: T,
    /// How probable it is that the rule fires, 0..1.
    pub probability: f64,
    /// The priority it would then have on average, 0..100.
    pub priority: f64,
    /// The unanswered questions that decide it.
    pub needs: Vec<T>,
    /// Those of them that the study has no values for: the probability holds unless they speak
    /// against it.
    pub unless: Vec<T>,
}

/// What came of all draws.
struct Outlook {
    /// The questions that were drawn.
    drawn: Vec<Slot>,
    draws: Vec<Draw>,
    /// In how many draws each rule fires, by its index.
    fires: Vec<usize>,
    /// In how many it stays undecided.
    open: Vec<usize>,
    /// The sum of its priorities where it fires.
    priorities: Vec<f64>,
    /// The rules whose steps come first on average.
    first: Vec<usize>,
}

struct Draw {
    /// To the questions that were drawn, in their order.
    answers: Vec<Answer>,
    /// The rules whose steps stand alone, with their priorities.
    steps: Vec<(usize, f64)>,
}

/// The likely steps, those that would probably matter most first; and puts the open questions in the
/// order of what their answers would probably change.
pub(super) fn likely<'c, T: Text<'c>>(
    catalog: &'c Catalog,
    (answers, finding): (&Answers, &Finding),
    decisions: &Decisions,
    undecided: &[Undecided<T>],
    open: &mut [OpenQuestion<T>],
    options: &Options,
) -> Vec<Likely<T>> {
    if undecided.is_empty() {
        return Vec::new();
    }
    let Some(outlook) = outlook(catalog, answers, finding, options) else { return Vec::new() };
    // Until goals are named, the type is too uncertain to tell what else an answer would change.
    if finding.by_goals.is_some() {
        outlook.sort(catalog, decisions, undecided, open);
    }
    let is_drawn = |path: &T| {
        catalog.survey.find(path.as_ref()).is_some_and(|slot| outlook.drawn.contains(&slot))
    };
    let unknown = TypeAssignment::unknown();
    let is_elsewhere = catalog.planning.elsewhere(&catalog.facts(answers, &unknown)).is_some();
    let is_ours =
        |rule: usize| !is_elsewhere || !catalog.rules[rule].involved.is_for_administration();
    let mut likely: Vec<Likely<T>> = decisions
        .undecided
        .iter()
        .zip(undecided)
        .filter(|(rule, _)| is_ours(**rule))
        .filter_map(|(rule, undecided)| {
            let (fires, open) = (outlook.fires[*rule], outlook.open[*rule]);
            let probability = (fires + open) as f64 / outlook.draws.len() as f64;
            let priority = match fires {
                0 => undecided.weight,
                _ => outlook.priorities[*rule] / fires as f64,
            };
            let unless = undecided.needs.iter().filter(|path| open > 0 && !is_drawn(path));
            // Where the study has values for none of its questions, there is nothing to estimate.
            let is_estimate = undecided.needs.iter().any(is_drawn);
            (is_estimate && probability >= LISTED_FROM).then(|| Likely {
                rule: undecided.rule.clone(),
                title: undecided.title.clone(),
                probability: rounded(probability, 2),
                priority: rounded(priority, 1),
                needs: undecided.needs.clone(),
                unless: unless.cloned().collect(),
            })
        })
        .collect();
    let expected = |likely: &Likely<T>| likely.probability * likely.priority;
    likely.sort_by(|one, other| expected(other).total_cmp(&expected(one)));
    // What the study says more of comes first.
    likely.sort_by_key(|likely| !likely.unless.is_empty());
    likely
}

/// Draws the open answers; `None` where nothing can be drawn.
fn outlook(
    catalog: &Catalog,
    answers: &Answers,
    finding: &Finding,
    options: &Options,
) -> Option<Outlook> {
    let by_goals = finding.by_goals.as_ref().map(|goals| goals.kind);
    let shares = catalog.typology.prior.shares(answers);
    let drawing = Drawing::new(&catalog.benchmarks, &catalog.survey, answers, (by_goals, shares));
    let drawn: Vec<Slot> = drawing.questions().collect();
    if drawn.is_empty() {
        return None;
    }
    let count = catalog.rules.len();
    let mut outlook = Outlook {
        drawn,
        draws: Vec::with_capacity(DRAWS),
        fires: vec![0; count],
        open: vec![0; count],
        priorities: vec![0.0; count],
        first: Vec::new(),
    };
    let mut filled = answers.clone();
    for draw in 0..MAX_DRAWS {
        let of = drawing.kind(draw);
        drawing.fill(draw, of, &mut filled);
        let unknown = TypeAssignment::unknown();
        let contradicts = |facts: &Facts<'_>| {
            let mut contradictions = catalog.contradictions.iter();
            contradictions.any(|found| found.is_error() && found.holds(facts))
        };
        if contradicts(&catalog.facts(&filled, &unknown)) {
            continue;
        }
        // Once goals are named, the type is known.
        let assignment = match finding.assignment.goals_answered {
            true => catalog.find_type(&filled).assignment,
            false => TypeAssignment::certain(of.kind as u8, catalog.typology.count()),
        };
        let facts = catalog.facts(&filled, &assignment);
        let drawn = outlook.drawn.iter().filter_map(|slot| filled.get(*slot).cloned()).collect();
        outlook.add(catalog, &facts, drawn, options);
        if outlook.draws.len() == DRAWS {
            break;
        }
    }
    outlook.first = outlook.first_of(outlook.draws.iter(), &[]);
    (!outlook.draws.is_empty()).then_some(outlook)
}

impl Outlook {
    fn add(
        &mut self,
        catalog: &Catalog,
        facts: &Facts<'_>,
        answers: Vec<Answer>,
        options: &Options,
    ) {
        let decisions = Decisions::of(catalog, facts, options);
        let mut steps = Vec::with_capacity(decisions.fired.len());
        for (rule, need) in decisions.fired.iter().zip(&decisions.needs) {
            facts.rule.set(Some(*rule));
            let priority = priority(&factors(&catalog.rules[*rule], *need, facts));
            self.fires[*rule] += 1;
            self.priorities[*rule] += priority;
            if !decisions.covered.contains(*rule) && !decisions.delegated.contains(rule) {
                steps.push((*rule, priority));
            }
        }
        decisions.undecided.iter().for_each(|rule| self.open[*rule] += 1);
        self.draws.push(Draw { answers, steps });
    }

    /// Puts the questions first whose answers would probably change most of the first steps.
    fn sort<'c, T: Text<'c>>(
        &self,
        catalog: &Catalog,
        decisions: &Decisions,
        undecided: &[Undecided<T>],
        open: &mut [OpenQuestion<T>],
    ) {
        open.sort_by_cached_key(|question| {
            let path = question.question.as_ref();
            let slot = catalog.survey.find(path);
            let change = match self.drawn.iter().position(|drawn| Some(*drawn) == slot) {
                Some(index) => self.change_by_answer(index),
                None => self.change_by_unknown(decisions, undecided, path),
            };
            // Facts of the municipality come first: whoever answers knows them. In millionths, as
            // the last bits of the calculation must not decide between equals.
            let is_fact = slot.is_some_and(|slot| catalog.survey.question(slot).fixed);
            (!is_fact, Reverse((change * 1e6).round() as u64))
        });
    }

    /// The rules whose steps come first on average over some of the draws.
    fn first_of<'d>(
        &self,
        draws: impl Iterator<Item = &'d Draw>,
        more: &[(usize, f64)],
    ) -> Vec<usize> {
        let mut sums = vec![0.0; self.fires.len()];
        draws.flat_map(|draw| &draw.steps).chain(more).for_each(|(rule, priority)| {
            sums[*rule] += priority;
        });
        let mut rules: Vec<usize> = (0..sums.len()).filter(|rule| sums[*rule] > 0.0).collect();
        rules.sort_by(|one, other| sums[*other].total_cmp(&sums[*one]));
        rules.truncate(FIRST);
        rules
    }

    /// How much of the first steps changes on average once it is known in which group the
    /// municipality is, 0..1.
    fn change_by(&self, group: impl Fn(&Draw) -> u64) -> f64 {
        let mut groups: Vec<u64> = self.draws.iter().map(&group).collect();
        let of_draws = groups.clone();
        groups.sort_unstable();
        groups.dedup();
        let changes = groups.into_iter().map(|own| {
            let draws = self.draws.iter().zip(&of_draws).filter(|(_, group)| **group == own);
            let after = self.first_of(draws.clone().map(|(draw, _)| draw), &[]);
            draws.count() as f64 * difference(&self.first, &after)
        });
        changes.sum::<f64>() / self.draws.len() as f64
    }

    /// The same of a question that was drawn. Of several options each is an answer of its own: all
    /// of them together hardly come twice.
    fn change_by_answer(&self, index: usize) -> f64 {
        let every = |draw: &Draw| draw.answers.get(index).and_then(Answer::options);
        let options = self.draws.iter().filter_map(every);
        let options: u64 = options.flat_map(|set| set.iter()).fold(0, |all, one| all | 1 << one);
        if options == 0 {
            return self.change_by(|draw| match draw.answers.get(index) {
                Some(Answer::Option(option)) => u64::from(*option),
                Some(Answer::Number(number)) => number.to_bits(),
                Some(Answer::Flag(flag)) => u64::from(*flag),
                Some(Answer::Options(_) | Answer::Ranking(_) | Answer::Text(_)) | None => 0,
            });
        }
        let options = (0..u64::BITS as u8).filter(|option| options >> option & 1 == 1);
        let changes = options.map(|option| {
            self.change_by(|draw| u64::from(every(draw).is_some_and(|set| set.has(option))))
        });
        changes.sum::<f64>().min(1.0)
    }

    /// The same of a question that the study has no values for: what waits for it fires in every
    /// second case.
    fn change_by_unknown<T: AsRef<str>>(
        &self,
        decisions: &Decisions,
        undecided: &[Undecided<T>],
        path: &str,
    ) -> f64 {
        let waiting = decisions
            .undecided
            .iter()
            .zip(undecided)
            .filter(|(_, undecided)| undecided.needs.iter().any(|need| need.as_ref() == path));
        let more: Vec<(usize, f64)> = waiting
            .map(|(rule, undecided)| (*rule, undecided.weight * self.open[*rule] as f64))
            .collect();
        let after = self.first_of(self.draws.iter(), &more);
        difference(&self.first, &after) / 2.0
    }
}

/// Which part of the first steps is not in both.
fn difference(one: &[usize], other: &[usize]) -> f64 {
    let lacking = |these: &[usize], those: &[usize]| {
        these.iter().filter(|rule| !those.contains(rule)).count()
    };
    (lacking(one, other) + lacking(other, one)) as f64 / (2 * FIRST) as f64
}
