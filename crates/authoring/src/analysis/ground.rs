//! What the searches for one rule share.

use std::ops::Deref;
use std::sync::OnceLock;

use dteam_engine::benchmark::Benchmarks;
use dteam_engine::catalog::Catalog;
use dteam_engine::classification::{TypeAssignment, classify};
use dteam_engine::expression::evaluate::Facts;
use dteam_engine::expression::script::Scripts;
use dteam_engine::profile::{Answer, Answers, Ranking};

/// The catalog, and what was found out about it so far.
pub(super) struct Ground<'c> {
    pub catalog: &'c Catalog,
    /// Calls of scripts are few, and come again with every profile that differs in something else.
    pub scripts: Scripts,
    goals: &'c Goals,
}

/// Every way to name goals, short ones first, with what they make of the municipality: found out
/// once for all rules.
#[derive(Default)]
pub(super) struct Goals(OnceLock<Vec<(Ranking, TypeAssignment)>>);

impl<'c> Ground<'c> {
    pub fn new(catalog: &'c Catalog, goals: &'c Goals) -> Self {
        Ground { catalog, scripts: Scripts::remembering(), goals }
    }

    pub fn facts<'a>(&'a self, answers: &'a Answers, assignment: &'a TypeAssignment) -> Facts<'a> {
        Facts { scripts: &self.scripts, ..self.catalog.facts(answers, assignment) }
    }

    /// What a municipality that answers nothing but its goals is.
    pub fn by_goals(&self, goals: Ranking) -> TypeAssignment {
        let catalog = self.catalog;
        let mut answers = Answers::none(&catalog.survey);
        answers.set(catalog.typology.goals.question, Some(Answer::Ranking(goals)));
        classify(&catalog.typology, &Benchmarks::default(), &answers).assignment
    }

    /// Every way to name at most `limit` of so many goals.
    pub fn all_goals(&self, count: usize, limit: usize) -> &'c [(Ranking, TypeAssignment)] {
        self.goals.0.get_or_init(|| {
            let rankings = all_rankings(count, limit).into_iter();
            rankings.map(|goals| (goals, self.by_goals(goals))).collect()
        })
    }
}

impl Deref for Ground<'_> {
    type Target = Catalog;

    fn deref(&self) -> &Catalog {
        self.catalog
    }
}

/// Every ranking of at most `limit` of so many options, short ones first.
pub(super) fn all_rankings(count: usize, limit: usize) -> Vec<Ranking> {
    let mut rankings = vec![Ranking::default()];
    let mut last = 0;
    for _ in 0..limit.min(count) {
        let until = rankings.len();
        for index in last..until {
            for option in 0..count as u8 {
                let mut longer = rankings[index];
                if longer.index(option).is_none() {
                    longer.push(option);
                    rankings.push(longer);
                }
            }
        }
        last = until;
    }
    rankings
}
