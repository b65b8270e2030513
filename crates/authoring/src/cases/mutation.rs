//! Whether cases notice a slip of the pen: each condition is changed in one place at a time, and
//! each change ought to make a case fail.

use super::coverage::pack_file;
use super::run::rules_of;
use std::collections::BTreeSet;

use serde::Serialize;

use super::Case;
use super::coverage::{Shown, suggested};
use crate::analysis::witness;
use dteam_engine::advice::Outcome;
use dteam_engine::catalog::Catalog;
use dteam_engine::pack::Rule;

/// What became of the changes to one pack's conditions.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Mutation {
    /// The pack's file.
    pub file: String,
    /// Changes that a case notices.
    pub caught: usize,
    /// Changes in all. Those that no answers can tell from the original are not counted.
    pub total: usize,
    /// Changes that no case notices, in the order of the file.
    pub survivors: Vec<Survivor>,
}

/// A change that no case notices.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Survivor {
    /// `pack/rule`.
    pub rule: String,
    /// The 1-based line of its condition.
    pub line: usize,
    /// The condition as it is.
    pub condition: String,
    /// The condition as changed.
    pub mutant: String,
    /// A smallest profile for a case that notices, as YAML on one line; `None` if none was found.
    pub profile: Option<String>,
    /// How the rule comes out on it.
    pub outcome: Option<Outcome>,
}

/// Changes the conditions of the pack's rules and looks whether a case notices.
pub fn mutation(catalog: &Catalog, pack: &str, cases: &[Case]) -> Mutation {
    let shown = Shown::of(catalog, cases);
    let mut mutation =
        Mutation { file: pack_file(catalog, pack), caught: 0, total: 0, survivors: Vec::new() };
    for (_, rule) in rules_of(catalog, pack) {
        mutate(catalog, rule, &shown, &mut mutation);
    }
    mutation.total = mutation.caught + mutation.survivors.len();
    mutation
}

fn mutate(catalog: &Catalog, rule: &Rule, shown: &[Shown<'_>], mutation: &mut Mutation) {
    let naming: Vec<(&Shown<'_>, Outcome)> =
        shown.iter().filter_map(|shown| Some((shown, shown.expected(rule)?))).collect();
    let condition = catalog.names().condition(&rule.when);
    let mut seen = BTreeSet::from([condition.clone()]);
    for mutant in rule.when.mutants() {
        let written = catalog.names().condition(&mutant);
        if !seen.insert(written.clone()) {
            continue;
        }
        let caught = naming
            .iter()
            .any(|(shown, expected)| came_out(mutant.evaluate(&shown.facts(catalog))) != *expected);
        if caught {
            mutation.caught += 1;
            continue;
        }
        let suggested = suggested(witness::telling_apart(catalog, &rule.when, &mutant));
        let Some((profile, outcome)) = suggested else { continue };
        let (line, _) = catalog.packs[rule.pack].file.position(rule.spans.when.start);
        mutation.survivors.push(Survivor {
            rule: rule.id.to_string(),
            line,
            condition: condition.clone(),
            mutant: written,
            profile,
            outcome,
        });
    }
}

fn came_out(outcome: Option<bool>) -> Outcome {
    match outcome {
        Some(true) => Outcome::Fires,
        Some(false) => Outcome::Silent,
        None => Outcome::Undecided,
    }
}
