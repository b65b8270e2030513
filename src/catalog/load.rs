//! From files to a catalog: survey first, then what rests on it, then the packs, then what connects them.

use std::collections::{BTreeSet, HashMap};

use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use rhai::Engine;

use super::Catalog;
use super::files::RuleFiles;
use crate::benchmark::{self, Benchmarks};
use crate::contradiction::{self, Contradiction};
use crate::diagnostic::{Diagnostic, Diagnostics, Invalid, Place, Problem, Severity, nearest};
use crate::expression::lower::Vocabulary;
use crate::expression::parse;
use crate::expression::script::Scripts;
use crate::pack::load::{Loaded, NamedRule};
use crate::pack::{self, Context, Pack, PackFiles, Rule};
use crate::survey::{self, Options, Survey};
use crate::typology::{self, Typology};
use crate::yaml;

/// The catalog without the packs `left_out`: what other packs say of their rules cannot be checked.
pub(super) fn catalog(files: &RuleFiles, left_out: BTreeSet<String>) -> Result<Catalog, Invalid> {
    let parser = parse::parser();
    let Foundation { survey, contradictions, typology, benchmarks } = foundation(files, &parser)?;
    let scripts = Scripts::default();
    let context =
        Context { parser: &parser, scripts: &scripts, survey: &survey, typology: &typology, benchmarks: &benchmarks };
    let (loaded, mut broken, mut problems) = packs(files, &left_out, context);
    broken.extend(left_out.iter().cloned());
    let (packs, rules) = connected(loaded, &broken, &mut problems);
    if problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(Invalid { diagnostics: problems });
    }
    Ok(Catalog { survey, contradictions, typology, benchmarks, packs, rules, scripts, left_out })
}

/// The catalog of the packs that have no mistakes, and the mistakes of the others.
pub(super) fn sound(files: &RuleFiles, mut left_out: BTreeSet<String>) -> Result<(Catalog, Vec<Diagnostic>), Invalid> {
    let mut problems = Vec::new();
    loop {
        let mut invalid = match catalog(files, left_out.clone()) {
            Ok(catalog) => return Ok((catalog, problems)),
            Err(invalid) => invalid,
        };
        let errors = invalid.diagnostics.iter().filter(|problem| problem.severity == Severity::Error);
        let at_fault: BTreeSet<String> = errors
            .filter_map(|problem| files.pack_of(&problem.place.as_ref()?.file.name))
            .filter(|pack| !left_out.contains(*pack))
            .map(str::to_owned)
            .collect();
        problems.append(&mut invalid.diagnostics);
        if at_fault.is_empty() {
            return Err(Invalid { diagnostics: problems });
        }
        left_out.extend(at_fault);
    }
}

/// What every pack is checked against.
struct Foundation {
    survey: Survey,
    contradictions: Vec<Contradiction>,
    typology: Typology,
    benchmarks: Benchmarks,
}

/// Survey, typology and benchmarks: without them, no pack can be checked.
fn foundation(files: &RuleFiles, parser: &Engine) -> Result<Foundation, Invalid> {
    let mut problems = Diagnostics::new(&files.survey);
    let root = yaml::parse(&files.survey, &mut problems);
    let survey = root.as_ref().and_then(|root| survey::load::survey(root, &mut problems));
    let contradictions = root.as_ref().zip(survey.as_ref()).map(|(root, survey)| {
        // They speak of answers alone, not of types or values.
        let (types, benchmarks) = (Options::default(), Benchmarks::default());
        contradiction::contradictions(root, &vocabulary(parser, survey, &types, &benchmarks), &mut problems)
    });
    let survey = usable(survey, problems, &files.survey.name)?;

    let mut problems = Diagnostics::new(&files.typology);
    let typology = yaml::parse(&files.typology, &mut problems)
        .and_then(|root| typology::load::typology(&root, &survey, &mut problems));
    let typology = usable(typology, problems, &files.typology.name)?;

    let mut problems = Diagnostics::new(&files.benchmarks);
    let benchmarks = yaml::parse(&files.benchmarks, &mut problems)
        .and_then(|root| benchmark::load::benchmarks(&root, &survey, &typology, &mut problems));
    let benchmarks = usable(benchmarks, problems, &files.benchmarks.name)?;
    Ok(Foundation { survey, contradictions: contradictions.unwrap_or_default(), typology, benchmarks })
}

fn vocabulary<'v>(
    parser: &'v Engine,
    survey: &'v Survey,
    types: &'v Options,
    benchmarks: &'v Benchmarks,
) -> Vocabulary<'v> {
    Vocabulary {
        parser,
        questions: &survey.questions,
        by_path: &survey.by_path,
        types,
        benchmarks,
        functions: &[],
        lowered: Default::default(),
    }
}

fn usable<T>(read: Option<T>, problems: Diagnostics<'_>, name: &str) -> Result<T, Invalid> {
    let has_errors = problems.has_errors();
    let diagnostics = problems.finish();
    match read {
        Some(read) if !has_errors => Ok(read),
        _ if has_errors => Err(Invalid { diagnostics }),
        _ => Err(Diagnostic::without_place(Problem::NoRules { path: name.to_owned() }).into()),
    }
}

/// Reads the packs, and says which have mistakes; on as many threads as there are packs and processors: the packs know nothing of one another.
fn packs(
    files: &RuleFiles,
    left_out: &BTreeSet<String>,
    context: Context<'_>,
) -> (Vec<Loaded>, Vec<String>, Vec<Diagnostic>) {
    let packs: Vec<&PackFiles> = files.packs.values().filter(|pack| !left_out.contains(&pack.folder)).collect();
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(packs.len()).max(1);
    let next = std::sync::atomic::AtomicUsize::new(0);
    let work = || {
        let mut read = Vec::new();
        loop {
            let place = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            let Some(files) = packs.get(place) else { return read };
            read.push((place, pack::load::pack(files, context)));
        }
    };
    let mut read = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        let mut read = work();
        for other in others {
            match other.join() {
                Ok(mut theirs) => read.append(&mut theirs),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        read
    });
    // Which thread was first must not show.
    read.sort_by_key(|(place, _)| *place);
    let (mut loaded, mut broken, mut problems) = (Vec::new(), Vec::new(), Vec::new());
    for (place, (pack, mut found)) in read {
        if found.iter().any(|problem| problem.severity == Severity::Error) {
            broken.push(packs[place].folder.clone());
        }
        loaded.extend(pack);
        problems.append(&mut found);
    }
    (loaded, broken, problems)
}

/// Puts the packs in order and turns the names in `after` into rules. That a rule is missing says nothing where its pack is broken.
fn connected(mut loaded: Vec<Loaded>, broken: &[String], problems: &mut Vec<Diagnostic>) -> (Vec<Pack>, Vec<Rule>) {
    loaded.sort_by(|one, other| {
        one.pack.order.total_cmp(&other.pack.order).then_with(|| one.pack.id.cmp(&other.pack.id))
    });
    let ids: Vec<Box<str>> =
        loaded.iter().flat_map(|loaded| loaded.rules.iter().map(|(rule, _)| rule.id.clone())).collect();
    let places: HashMap<&str, usize> = ids.iter().enumerate().map(|(place, id)| (id.as_ref(), place)).collect();
    let (mut packs, mut rules) = (Vec::new(), Vec::new());
    let mut named: Vec<(usize, Vec<NamedRule>)> = Vec::new();
    for (number, loaded) in loaded.into_iter().enumerate() {
        for (mut rule, after) in loaded.rules {
            rule.pack = number;
            for earlier in &after {
                match places.get(earlier.id.as_str()) {
                    Some(place) => rule.after.push(*place),
                    None if broken.iter().any(|pack| earlier.id.split('/').next() == Some(pack)) => {}
                    None => {
                        let nearest = nearest(&earlier.id, ids.iter().map(AsRef::as_ref));
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
        let names: Vec<&str> = cycle.iter().map(|rule| rules[*rule].id.as_ref()).collect();
        let within = after.iter().find(|earlier| names.contains(&earlier.id.as_str()));
        let problem = Problem::AfterCycle { cycle: names.join(" → ") };
        problems.extend(within.map(|earlier| at(&packs[*number], earlier, problem)));
    }
    (packs, rules)
}

fn at(pack: &Pack, named: &NamedRule, problem: Problem) -> Diagnostic {
    let place = Place { file: std::sync::Arc::clone(&pack.file), span: named.span.clone() };
    Diagnostic { severity: Severity::Error, problem, place: Some(place) }
}

/// The groups of rules that wait for one another.
fn cycles(rules: &[Rule]) -> Vec<Vec<usize>> {
    let mut graph: DiGraph<(), ()> = DiGraph::new();
    let nodes: Vec<NodeIndex> = rules.iter().map(|_| graph.add_node(())).collect();
    for (place, rule) in rules.iter().enumerate() {
        for earlier in &rule.after {
            graph.add_edge(nodes[place], nodes[*earlier], ());
        }
    }
    let groups = tarjan_scc(&graph).into_iter().map(|group| {
        let mut group: Vec<usize> = group.into_iter().map(NodeIndex::index).collect();
        group.sort_unstable();
        group
    });
    groups.filter(|group| group.len() > 1 || rules[group[0]].after.contains(&group[0])).collect()
}
