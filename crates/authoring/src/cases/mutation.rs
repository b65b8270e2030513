//! Whether cases notice a slip of the pen: whatever decides an advice is changed in one place at a
//! time, and each change ought to make a case fail.

use serde::Serialize;

use super::Case;
use super::coverage::pack_file;
use super::mutant::{self, Mutant};
use super::noticed::{Noticing, Suggestion, of_mutant, of_script};
use super::script_mutant::{self, ScriptMutant};
use dteam_engine::advice::Outcome;
use dteam_engine::catalog::Catalog;
use dteam_engine::pack::is_of;

/// What became of the changes to one pack.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Mutation {
    /// The pack's file.
    pub file: String,
    /// Changes that a case notices.
    pub caught: usize,
    /// Changes in all. Those that no answers can tell from the original are not counted.
    pub total: usize,
    /// Changes that no case notices: rule by rule, then those in functions.
    pub survivors: Vec<Survivor>,
}

/// A change that no case notices.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Survivor {
    /// `pack/rule`; for a change in a script, the function.
    pub rule: String,
    /// The script that was changed; otherwise it is the pack's file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The 1-based line of what was changed.
    pub line: usize,
    /// What was changed: `condition`, `need`, `impact`, `fit`, `effort`, `after`, `covers`,
    /// `variant 1`, `note 1`, `text de`, `change` or `function`.
    pub part: String,
    /// The part as it stands.
    pub condition: String,
    /// The part as changed; empty if it was left out.
    pub mutant: String,
    /// A smallest profile for a case that notices, as YAML on one line; `None` if none was found.
    pub profile: Option<String>,
    /// How the rule comes out on it.
    pub outcome: Option<Outcome>,
    /// What the case says of the step, as YAML on one line, where the outcome alone does not tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expect: Option<String>,
}

/// Changes whatever decides an advice in the pack's rules, functions and changes to rules of other
/// packs, and looks whether a case notices.
pub fn mutation(catalog: &Catalog, pack: &str, cases: &[Case]) -> Mutation {
    let mut noticing = Noticing::new(catalog, cases);
    let mut mutation =
        Mutation { file: pack_file(catalog, pack), caught: 0, total: 0, survivors: Vec::new() };
    for mut mutant in mutants(catalog, pack) {
        match noticing.notice(&mut mutant) {
            true => mutation.caught += 1,
            false => mutation.survivors.extend(survivor(catalog, pack, &mutant)),
        }
    }
    for mutant in script_mutant::of_pack(catalog, pack) {
        match noticing.notice_scripts(&mutant.scripts) {
            true => mutation.caught += 1,
            false => mutation.survivors.extend(script_survivor(catalog, pack, &mutant)),
        }
    }
    mutation.total = mutation.caught + mutation.survivors.len();
    mutation
}

/// The changes to the pack's rules, and to what it changes about rules of other packs.
pub(super) fn mutants(catalog: &Catalog, pack: &str) -> Vec<Mutant> {
    let is_ours = |index: usize| catalog.packs[index].id == pack;
    let mut mutants = Vec::new();
    for (index, rule) in catalog.rules.iter().enumerate() {
        if is_of(pack, &rule.id) {
            mutants.extend(mutant::of_rule(catalog, index));
        }
        if rule.changed.as_ref().is_some_and(|change| is_ours(change.pack)) {
            mutants.extend(mutant::of_change(catalog, index));
        }
    }
    mutants
}

/// The 1-based line of the mutant in the pack's file.
pub(super) fn line(catalog: &Catalog, pack: &str, mutant: &Mutant) -> usize {
    let file = catalog.packs.iter().find(|known| known.id == pack).map(|pack| &pack.file);
    file.map_or(1, |file| file.position(mutant.span.start).0)
}

fn survivor(catalog: &Catalog, pack: &str, mutant: &Mutant) -> Option<Survivor> {
    let Suggestion { profile, outcome, expect } = of_mutant(catalog, pack, mutant)?;
    Some(Survivor {
        rule: mutant.rule.id.clone(),
        file: None,
        line: line(catalog, pack, mutant),
        part: mutant.part.to_string(),
        condition: mutant.original.clone(),
        mutant: mutant.changed.clone().unwrap_or_default(),
        profile,
        outcome,
        expect: expect.map(|expect| expect.to_string()),
    })
}

fn script_survivor(catalog: &Catalog, pack: &str, mutant: &ScriptMutant) -> Option<Survivor> {
    let Suggestion { profile, outcome, expect } = of_script(catalog, pack, mutant)?;
    let (file, line) = mutant.location.clone();
    Some(Survivor {
        rule: mutant.function.clone(),
        file: Some(file),
        line,
        part: "function".to_owned(),
        condition: mutant.original.clone(),
        mutant: mutant.changed.clone().unwrap_or_default(),
        profile,
        outcome,
        expect: expect.map(|expect| expect.to_string()),
    })
}
