//! From files to a catalog: survey first, then what rests on it, then the packs' questions, then
//! their rules.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rhai::Engine;

use super::connect::connected;
use super::programs::LazyPrograms;
use super::{Catalog, CatalogParts};
use crate::benchmark::{self, Benchmarks};
use crate::contradiction::{Contradiction, contradictions};
use crate::council::{self, CouncilOf};
use crate::expression::lower::Vocabulary;
use crate::expression::parse;
use crate::expression::script::Scripts;
use crate::pack::load::Loaded;
use crate::pack::{self, Context, PackFiles, Parsed, Rule};
use crate::planning::{self, Planning};
use crate::survey::{self, Options, Survey};
use crate::typology::{self, Typology};
use dteam_text::diagnostic::{Diagnostic, Diagnostics, Invalid, Problem, Severity, SourceFile};
use dteam_text::yaml;

/// The files of a catalog, complete.
pub(super) struct RuleFiles {
    pub survey: Arc<SourceFile>,
    pub typology: Arc<SourceFile>,
    pub benchmarks: Arc<SourceFile>,
    pub facts: Option<Arc<SourceFile>>,
    pub packs: BTreeMap<String, PackFiles>,
    pub left_out: BTreeSet<String>,
}

/// The catalog as far as the files are sound, and what is wrong with them; rules with mistakes are
/// left out.
pub(super) fn from_files(files: &RuleFiles) -> (Option<Catalog>, Vec<Diagnostic>) {
    let parser = parse::parser();
    let Foundation { mut survey, mut contradictions, councils, planning, typology, benchmarks } =
        match foundation(files, &parser) {
            Ok(foundation) => foundation,
            Err(invalid) => return (None, invalid.diagnostics),
        };
    let packs: Vec<&PackFiles> = files.packs.values().collect();
    let languages = survey.languages.clone();
    let mut parsed = parallel_map(&packs, |files| pack::load::parse(files, &languages));
    // Every pack may read every pack's questions: they have to be known before any rule is read.
    let missing = pack::questions::join(&mut parsed, &mut survey, &parser);
    let (facts, mut broken, mut problems) =
        pack::fact::load::facts(files.facts.as_ref(), &parsed, &survey);
    let scripts = Scripts::default();
    let context = Context {
        parser: &parser,
        scripts: &scripts,
        survey: &survey,
        typology: &typology,
        benchmarks: &benchmarks,
        planning: &planning,
        facts: &facts,
    };
    let (mut loaded, mut unsound, mut found) = read(&parsed, &missing, context);
    broken.append(&mut unsound);
    problems.append(&mut found);
    broken.extend(files.left_out.iter().cloned());
    contradictions.extend(loaded.iter_mut().flat_map(|pack| pack.contradictions.drain(..)));
    let (packs, rules) = connected(loaded, &broken, &mut problems);
    let types_decide = rules.iter().any(Rule::reads_type);
    let catalog = CatalogParts {
        survey,
        contradictions,
        councils,
        planning,
        typology,
        benchmarks,
        packs,
        rules,
        dated_facts: facts.all(),
        indices: Default::default(),
        programs: LazyPrograms::default(),
        scripts,
        types_decide,
        left_out: broken.into_iter().collect(),
    };
    (Some(catalog.into()), problems)
}

/// What every pack is checked against.
struct Foundation {
    survey: Survey,
    contradictions: Vec<Contradiction>,
    councils: Vec<CouncilOf>,
    planning: Planning,
    typology: Typology,
    benchmarks: Benchmarks,
}

/// Survey, typology and benchmarks: without them, no pack can be checked.
fn foundation(files: &RuleFiles, parser: &Engine) -> Result<Foundation, Invalid> {
    let mut problems = Diagnostics::new(&files.survey);
    let root = yaml::parse(&files.survey, &mut problems);
    let languages = root.as_ref().map(|root| survey::load::languages(root, &mut problems));
    let languages = languages.unwrap_or_default();
    let mut problems = problems.in_languages(&languages);
    let survey =
        root.as_ref().and_then(|root| survey::load::survey(root, &languages, &mut problems));
    let resting_on_answers = root.as_ref().zip(survey.as_ref()).map(|(root, survey)| {
        // They speak of answers alone, not of types or values.
        let (types, benchmarks) = (Options::default(), Benchmarks::default());
        let vocabulary = Vocabulary::new(parser, survey, &types, &benchmarks, &[]);
        let contradictions = contradictions(root, parser, survey, &mut problems);
        let councils = council::councils(root, &vocabulary, &mut problems);
        let planning = planning::planning(root, survey, &vocabulary, &mut problems);
        (contradictions, councils, planning)
    });
    let (contradictions, councils, planning) = resting_on_answers.unwrap_or_default();
    let survey = usable(survey, problems, &files.survey.name)?;

    let mut problems = Diagnostics::new(&files.typology).in_languages(&languages);
    let typology = yaml::parse(&files.typology, &mut problems)
        .and_then(|root| typology::load::typology(&root, &survey, &mut problems));
    let typology = usable(typology, problems, &files.typology.name)?;

    let mut problems = Diagnostics::new(&files.benchmarks).in_languages(&languages);
    let benchmarks = yaml::parse(&files.benchmarks, &mut problems)
        .and_then(|root| benchmark::load::benchmarks(&root, &survey, &typology, &mut problems));
    let benchmarks = usable(benchmarks, problems, &files.benchmarks.name)?;
    Ok(Foundation { survey, contradictions, councils, planning, typology, benchmarks })
}

fn usable<T>(read: Option<T>, problems: Diagnostics<'_>, name: &str) -> Result<T, Invalid> {
    let has_errors = problems.has_errors();
    let diagnostics = problems.finish();
    match read {
        Some(read) if !has_errors => Ok(read),
        _ if has_errors => Err(Invalid { diagnostics }),
        _ => Err(Problem::NoRules { path: name.to_owned() }.into()),
    }
}

/// Reads the packs, and says which have mistakes. That a question is `missing` because of a mistake
/// in itself is no second one.
fn read(
    parsed: &[Parsed<'_>],
    missing: &[String],
    context: Context<'_>,
) -> (Vec<Loaded>, Vec<String>, Vec<Diagnostic>) {
    let (mut loaded, mut broken, mut problems) = (Vec::new(), Vec::new(), Vec::new());
    for (index, (pack, found)) in
        parallel_map(parsed, |parsed| pack::load::pack(parsed, context)).into_iter().enumerate()
    {
        if found.iter().any(|problem| problem.severity == Severity::Error) {
            broken.push(parsed[index].files.folder.clone());
        }
        loaded.extend(pack);
        problems.extend(found.into_iter().filter(|found| !follows(&found.problem, missing)));
    }
    (loaded, broken, problems)
}

fn follows(problem: &Problem, missing: &[String]) -> bool {
    let (Problem::UnknownPath { path, .. } | Problem::UnknownQuestion { question: path, .. }) =
        problem
    else {
        return false;
    };
    let names = |missing: &String| {
        path.strip_prefix(missing).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    missing.iter().any(names)
}

/// Does the work for each item, on as many threads as there are items and processors; the results
/// are in the items' order.
pub fn parallel_map<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let threads =
        std::thread::available_parallelism().map_or(1, usize::from).min(items.len()).max(1);
    let next = std::sync::atomic::AtomicUsize::new(0);
    let share = || {
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            let Some(item) = items.get(index) else { return done };
            done.push((index, work(item)));
        }
    };
    let mut done = std::thread::scope(|scope| {
        // Where the system has no thread to give, this one does it all.
        let other = |_| std::thread::Builder::new().spawn_scoped(scope, share).ok();
        let others: Vec<_> = (1..threads).map_while(other).collect();
        let mut done = share();
        for other in others {
            match other.join() {
                Ok(mut theirs) => done.append(&mut theirs),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    });
    // Which thread was first must not show.
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}
