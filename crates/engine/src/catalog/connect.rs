//! What connects the packs: the rules that others come after, and the changes that packs make to
//! one another's rules.

use std::collections::HashMap;
use std::sync::Arc;

use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::pack::changes::NamedChange;
use crate::pack::load::Loaded;
use crate::pack::{Impact, NamedRule, Pack, Rule, is_of, nearest_rule};
use dteam_text::diagnostic::{Diagnostic, Location, Problem, nearest};

/// The maximum number of unknown names for which the nearest known one is looked up.
const MAX_NEAREST: usize = 200;

/// Puts the packs in order and turns the names in `after` into rules. That a rule is missing says
/// nothing where its pack is broken.
pub(super) fn connected(
    mut loaded: Vec<Loaded>,
    broken: &[String],
    problems: &mut Vec<Diagnostic>,
) -> (Vec<Pack>, Vec<Rule>) {
    loaded.sort_by(|one, other| {
        one.pack.order.total_cmp(&other.pack.order).then_with(|| one.pack.id.cmp(&other.pack.id))
    });
    let ids: Vec<String> = loaded
        .iter()
        .flat_map(|loaded| loaded.rules.iter().map(|(rule, _)| rule.id.clone()))
        .collect();
    let indices: HashMap<&str, usize> =
        ids.iter().enumerate().map(|(index, id)| (id.as_str(), index)).collect();
    let (mut packs, mut rules) = (Vec::new(), Vec::new());
    let mut named: Vec<(usize, Vec<NamedRule>)> = Vec::new();
    let mut effects: HashMap<String, usize> = HashMap::new();
    let mut changes = Vec::new();
    let mut named_wrong = 0;
    for (number, loaded) in loaded.into_iter().enumerate() {
        changes.extend(loaded.changes.into_iter().map(|change| (number, change)));
        for (mut rule, after) in loaded.rules {
            rule.pack = number;
            let effect =
                rule.effects().map(|(slot, written)| format!("{} {written};", slot.0)).collect();
            rule.same_effect = *effects.entry(effect).or_insert(rules.len());
            for earlier in &after {
                match indices.get(earlier.id.as_str()) {
                    Some(index) => rule.after.push(*index),
                    None if broken.iter().any(|pack| is_of(pack, &earlier.id)) => {}
                    None => {
                        // That many in one pack have a single cause, and comparing every name with
                        // every other takes long.
                        let near = (named_wrong < MAX_NEAREST)
                            .then(|| nearest(&earlier.id, ids.iter().map(AsRef::as_ref)));
                        let nearest = near.flatten();
                        named_wrong += 1;
                        let problem = Problem::UnknownRule { rule: earlier.id.clone(), nearest };
                        problems.push(at(&loaded.pack, earlier, problem));
                    }
                }
            }
            named.push((number, after));
            rules.push(rule);
        }
        packs.push(loaded.pack);
    }
    for cycle in cycles(&rules) {
        let (number, after) = &named[cycle[0]];
        let names: Vec<&str> = cycle.iter().map(|rule| rules[*rule].id.as_str()).collect();
        let within = after.iter().find(|earlier| names.contains(&earlier.id.as_str()));
        let problem = Problem::AfterCycle { cycle: names.join(" → "), rules: names.len() };
        problems.extend(within.map(|earlier| at(&packs[*number], earlier, problem)));
    }
    make_changes(changes, &packs, broken, &indices, &mut rules, problems);
    (packs, rules)
}

/// Makes the changes, each with the index of the pack that wants it. That a rule is missing says
/// nothing where its pack is broken.
fn make_changes(
    changes: Vec<(usize, NamedChange)>,
    packs: &[Pack],
    broken: &[String],
    indices: &HashMap<&str, usize>,
    rules: &mut [Rule],
    problems: &mut Vec<Diagnostic>,
) {
    for (pack, NamedChange { rule: named, mut change, impact }) in changes {
        let Some(&index) = indices.get(named.id.as_str()) else {
            if !broken.iter().any(|pack| is_of(pack, &named.id)) {
                let nearest = nearest_rule(&named.id, rules.iter().map(|rule| rule.id.as_str()));
                problems.push(at(
                    &packs[pack],
                    &named,
                    Problem::UnknownRule { rule: named.id.clone(), nearest },
                ));
            }
            continue;
        };
        let rule = &mut rules[index];
        if rule.pack == pack {
            problems.push(at(
                &packs[pack],
                &named,
                Problem::OwnRuleChanged { rule: named.id.clone() },
            ));
            continue;
        }
        if let Some(first) = &rule.changed {
            let (one, other) = (packs[first.pack].id.to_string(), packs[pack].id.to_string());
            problems.push(at(
                &packs[pack],
                &named,
                Problem::RuleChangedTwice { rule: named.id.clone(), one, other },
            ));
            continue;
        }
        change.pack = pack;
        change_factors(rule, change.weight, impact);
        rule.changed = Some(change);
    }
}

fn change_factors(rule: &mut Rule, weight: Option<f64>, impact: Option<Impact>) {
    if let Some(weight) = weight {
        rule.fit.iter_mut().for_each(|fit| *fit *= weight);
    }
    if let Some(impact) = impact {
        rule.impact = impact;
    }
}

fn at(pack: &Pack, named: &NamedRule, problem: Problem) -> Diagnostic {
    let index = Location { file: Arc::clone(&pack.file), span: named.span.clone() };
    Diagnostic::at(index, problem)
}

/// The groups of rules that wait for one another.
fn cycles(rules: &[Rule]) -> Vec<Vec<usize>> {
    let mut graph: DiGraph<(), ()> = DiGraph::new();
    let nodes: Vec<NodeIndex> = rules.iter().map(|_| graph.add_node(())).collect();
    for (index, rule) in rules.iter().enumerate() {
        for earlier in &rule.after {
            graph.add_edge(nodes[index], nodes[*earlier], ());
        }
    }
    let groups = tarjan_scc(&graph).into_iter().map(|group| {
        let mut group: Vec<usize> = group.into_iter().map(NodeIndex::index).collect();
        group.sort_unstable();
        group
    });
    groups.filter(|group| group.len() > 1 || rules[group[0]].after.contains(&group[0])).collect()
}
