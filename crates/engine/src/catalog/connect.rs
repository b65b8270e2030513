//! What connects the packs: the rules that others come after, and the changes that packs make to
//! one another's rules.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::expression::reads::Read;
use crate::pack::changes::NamedChange;
use crate::pack::load::Loaded;
use crate::pack::{Impact, NamedRule, NamedRules, Pack, Rule, is_of, nearest_rule};
use crate::survey::Slot;
use dteam_text::diagnostic::{Diagnostic, Location, Problem, nearest};

/// The maximum number of unknown names for which the nearest known one is looked up.
const MAX_NEAREST: usize = 200;

/// Puts the packs in order and turns the names in `after` and `before` into rules.
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
    let mut named: Vec<NamedRules> = Vec::new();
    let mut effects: HashMap<String, usize> = HashMap::new();
    let mut changes = Vec::new();
    for (number, loaded) in loaded.into_iter().enumerate() {
        changes.extend(loaded.changes.into_iter().map(|change| (number, change)));
        for (mut rule, names) in loaded.rules {
            rule.pack = number;
            let effect =
                rule.effects().map(|(slot, written)| format!("{} {written};", slot.0)).collect();
            rule.same_effect = *effects.entry(effect).or_insert(rules.len());
            named.push(names);
            rules.push(rule);
        }
        packs.push(loaded.pack);
    }
    let mut find = finder(&ids, &indices, broken);
    for (rule, names) in rules.iter_mut().zip(&named) {
        let pack = &packs[rule.pack];
        let mut all = |named: &[NamedRule]| -> Vec<usize> {
            let found = named.iter().map(|named| (named, find(named)));
            let known = found.filter_map(|(named, found)| {
                found.unwrap_or_else(|problem| {
                    problems.push(at(pack, named, problem));
                    None
                })
            });
            known.collect()
        };
        rule.after = all(&names.after);
        rule.before = all(&names.before);
        rule.covers = all(&names.covers);
    }
    for index in 0..rules.len() {
        for later in rules[index].before.clone() {
            // That the other says it too makes no difference.
            if !rules[later].after.contains(&index) {
                rules[later].after.push(index);
            }
        }
    }
    for (index, names) in named.iter().enumerate() {
        let problem = covers_itself(&rules, index).or_else(|| comes_between(&rules, index));
        let pack = &packs[rules[index].pack];
        let first = names.covers.first();
        problems.extend(first.zip(problem).map(|(first, problem)| at(pack, first, problem)));
    }
    for cycle in cycles(&rules) {
        let names: Vec<&str> = cycle.iter().map(|rule| rules[*rule].id.as_str()).collect();
        let is_within = |named: &&NamedRule| names.contains(&named.id.as_str());
        let within = cycle.iter().find_map(|rule| {
            let all = named[*rule].after.iter().chain(&named[*rule].before);
            Some((&packs[rules[*rule].pack], all.into_iter().find(is_within)?))
        });
        let problem = Problem::AfterCycle { cycle: names.join(" → "), rules: names.len() };
        problems.extend(within.map(|(pack, named)| at(pack, named, problem)));
    }
    make_changes(changes, &packs, broken, &indices, &mut rules, problems);
    find_touched(&mut rules);
    (packs, rules)
}

/// Finds a rule by its name; nothing where its pack is broken, for then it says nothing that the rule
/// is missing.
fn finder<'a>(
    ids: &'a [String],
    indices: &'a HashMap<&str, usize>,
    broken: &'a [String],
) -> impl FnMut(&NamedRule) -> Result<Option<usize>, Problem> {
    let mut unknown = 0;
    move |named| match indices.get(named.id.as_str()) {
        Some(index) => Ok(Some(*index)),
        None if broken.iter().any(|pack| is_of(pack, &named.id)) => Ok(None),
        None => {
            // That many have a single cause, and comparing every name with every other takes long.
            let near =
                (unknown < MAX_NEAREST).then(|| nearest(&named.id, ids.iter().map(AsRef::as_ref)));
            unknown += 1;
            Err(Problem::UnknownRule { rule: named.id.clone(), nearest: near.flatten() })
        }
    }
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

/// Finds the rules whose conditions read what the steps of others change.
fn find_touched(rules: &mut [Rule]) {
    let mut readers: HashMap<Slot, Vec<usize>> = HashMap::new();
    for (index, rule) in rules.iter().enumerate() {
        rule.when.reads(&mut |read| {
            if let Read::Answer(slot) = read {
                let readers = readers.entry(slot).or_default();
                if readers.last() != Some(&index) {
                    readers.push(index);
                }
            }
        });
    }
    for (index, rule) in rules.iter_mut().enumerate() {
        let changed = rule.effect.iter().filter_map(|effect| readers.get(&effect.slot));
        let touched: BTreeSet<usize> = changed.flatten().copied().collect();
        rule.touches = touched.into_iter().filter(|touched| *touched != index).collect();
    }
}

/// All rules that can be reached from these, and these, by the ones that each names.
fn reached(rules: &[Rule], from: &[usize], names: impl Fn(&Rule) -> &[usize]) -> BTreeSet<usize> {
    let mut reached = BTreeSet::new();
    let mut open = from.to_vec();
    while let Some(rule) = open.pop() {
        if reached.insert(rule) {
            open.extend(names(&rules[rule]));
        }
    }
    reached
}

/// A step cannot be part of itself.
fn covers_itself(rules: &[Rule], index: usize) -> Option<Problem> {
    let parts = reached(rules, &rules[index].covers, |rule| &rule.covers);
    parts.contains(&index).then(|| Problem::CoversCircle { rule: rules[index].id.to_string() })
}

/// What is done as one leaves no room for a step that comes after one part of it and before
/// another.
fn comes_between(rules: &[Rule], index: usize) -> Option<Problem> {
    if rules[index].covers.is_empty() {
        return None;
    }
    let package = reached(rules, &[index], |rule| &rule.covers);
    let first: Vec<usize> = package.iter().flat_map(|part| &rules[*part].after).copied().collect();
    let first: Vec<usize> = first.into_iter().filter(|rule| !package.contains(rule)).collect();
    let between = first.into_iter().find(|rule| {
        let earlier = reached(rules, &[*rule], |rule| &rule.after);
        !earlier.is_disjoint(&package)
    })?;
    let (rule, between) = (rules[index].id.to_string(), rules[between].id.to_string());
    Some(Problem::ComesBetween { rule, between })
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
