//! `dteam test`

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, ValueEnum};
use dteam::authoring::{PackResult, TestReport};
use dteam::{Catalog, Diagnostic, Invalid, Language, Severity, SourceFile, render, source};
use dteam_text::diagnostic::Problem;

use super::output::{self, Target};
use super::packs::Packs;
use super::{Common, Outcome, expected, problems, watch};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "cli-value-pack", help = "cli-test-packs")]
    packs: Vec<PathBuf>,
    #[arg(long, value_name = "cli-value-text", help = "cli-test-filter")]
    filter: Vec<String>,
    #[arg(help = "cli-test-format")]
    #[arg(long, value_enum, default_value = "text", value_name = "cli-value-form")]
    format: Format,
    #[arg(long, help = "cli-test-update")]
    update: bool,
    #[arg(long, conflicts_with_all = ["filter", "update"], help = "cli-test-add-cases")]
    add_cases: bool,
    #[arg(long, conflicts_with_all = ["filter", "update"], help = "cli-test-coverage")]
    coverage: bool,
    #[arg(help = "cli-test-coverage-min")]
    #[arg(long, value_name = "cli-value-percent", value_parser = expected::whole(0_u8..=100), conflicts_with_all = ["filter", "update"])]
    coverage_min: Option<u8>,
    #[arg(long, conflicts_with_all = ["filter", "update"], help = "cli-test-mutate")]
    mutate: bool,
    #[arg(help = "cli-test-mutate-min")]
    #[arg(long, value_name = "cli-value-percent", value_parser = expected::whole(0_u8..=100), conflicts_with_all = ["filter", "update"])]
    mutate_min: Option<u8>,
    #[arg(long, conflicts_with_all = ["output", "update", "add_cases"], help = "cli-test-watch")]
    watch: bool,
    #[command(flatten)]
    pub common: Common,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    #[value(help = "cli-test-format-text")]
    Text,
    #[value(help = "cli-test-format-json")]
    Json,
    #[value(help = "cli-test-format-junit")]
    Junit,
}

impl Arguments {
    fn wants_coverage(&self) -> bool {
        self.coverage || self.coverage_min.is_some() || self.add_cases
    }

    fn wants_mutation(&self) -> bool {
        self.mutate || self.mutate_min.is_some() || self.add_cases
    }

    /// Whether the cases show and notice as much as is asked for.
    fn is_enough(&self, report: &TestReport) -> bool {
        let reaches = |share: Option<f64>, least: Option<u8>| match (share, least) {
            (Some(share), Some(least)) => share >= f64::from(least) / 100.0,
            _ => true,
        };
        reaches(report.coverage(), self.coverage_min) && reaches(report.mutation(), self.mutate_min)
    }
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Invalid> {
    match arguments.watch {
        true => {
            let packs = Packs::of(&arguments.packs, &arguments.common)?;
            watch::rerun(&packs.load, &arguments.common, || run_once(arguments))
        }
        false => run_once(arguments),
    }
}

/// Runs the cases and writes the report, also of the packs beside one that has mistakes; these are
/// the error then.
fn run_once(arguments: &Arguments) -> Result<Outcome, Invalid> {
    let common = &arguments.common;
    let packs = Packs::of(&arguments.packs, common)?;
    let target = Target::of(common, &packs.load)?;
    let (catalog, mut problems) = dteam::builder().folders(&packs.load).examine();
    let Some(catalog) = catalog else { return Err(Invalid { diagnostics: problems }) };
    let mut results = Vec::new();
    for folder in &packs.folders {
        let (result, mut found) = pack(&catalog, folder, &problems, arguments);
        results.push(result);
        problems.append(&mut found);
    }
    if !arguments.filter.is_empty() {
        results.retain(|result| !result.cases.is_empty() || !result.problems.is_empty());
        if results.iter().all(|result| result.cases.is_empty()) && problems.is_empty() {
            let filter = arguments.filter.join(", ");
            return Err(Problem::NoCaseMatches { filter }.into());
        }
    }
    let report = TestReport::new(results, common.language());
    target.write(&match arguments.format {
        Format::Text => render::tests(&report, &target.layout(0)),
        Format::Json => render::json(&report),
        Format::Junit => render::junit(&report),
    })?;
    if problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(Invalid { diagnostics: problems });
    }
    problems::show(&problems, common);
    Ok(if report.passed() && arguments.is_enough(&report) { Outcome::Done } else { Outcome::Found })
}

/// What came out of the cases of one pack, and the mistakes in its `cases.yaml`. `known` are the
/// mistakes of the packs' other files.
fn pack(
    catalog: &Catalog,
    folder: &Path,
    known: &[Diagnostic],
    arguments: &Arguments,
) -> (PackResult, Vec<Diagnostic>) {
    let language = arguments.common.language();
    let (id, path) = (source::folder_name(folder), folder.join("cases.yaml"));
    let broken = |problems: &[Diagnostic]| {
        PackResult::broken(&id, &source::shown(&path), problems, language)
    };
    if catalog.left_out().any(|left_out| left_out == id) {
        let own = known.iter().filter(|problem| is_of(problem, folder)).cloned();
        // What its cases say of its rules cannot be checked; all else can.
        let of_cases = source::open_found(&path)
            .and_then(|file| dteam::authoring::read_cases(catalog, &id, &file).map(|_| ()));
        let of_cases = of_cases.err().map_or_else(Vec::new, |invalid| invalid.diagnostics);
        return (broken(&own.chain(of_cases.iter().cloned()).collect::<Vec<_>>()), of_cases);
    }
    match cases(catalog, &id, &path, language, arguments) {
        Ok((result, problems)) => (result, problems),
        Err(invalid) => (broken(&invalid.diagnostics), invalid.diagnostics),
    }
}

/// Whether the problem is one of a file in the folder.
fn is_of(problem: &Diagnostic, folder: &Path) -> bool {
    let Some(file) = problem.file() else { return false };
    let of_file = Path::new(file).parent().and_then(|parent| std::fs::canonicalize(parent).ok());
    of_file.is_some() && of_file == std::fs::canonicalize(folder).ok()
}

fn cases(
    catalog: &Catalog,
    id: &str,
    path: &Path,
    language: Language,
    arguments: &Arguments,
) -> Result<(PackResult, Vec<Diagnostic>), Invalid> {
    if !path.exists() {
        return Err(Problem::NoCases { path: path.display().to_string() }.into());
    }
    let file = source::open_found(path)?;
    if !arguments.update {
        let (file, added) = match arguments.add_cases {
            true => with_added(catalog, id, path, &file)?,
            false => (file, 0),
        };
        let cases = dteam::authoring::read_cases(catalog, id, &file)?;
        let mut result = dteam::authoring::test_cases(
            catalog,
            id,
            &file.name,
            &cases,
            &arguments.filter,
            language,
        )?;
        result.added = added;
        result.coverage =
            arguments.wants_coverage().then(|| dteam::authoring::coverage(catalog, id, &cases));
        result.mutation =
            arguments.wants_mutation().then(|| dteam::authoring::mutation(catalog, id, &cases));
        return Ok((result, Vec::new()));
    }
    let update = dteam::authoring::update_cases(catalog, id, &file, &arguments.filter)?;
    if !update.changes.is_empty() {
        replace(path, &file, &update.text)?;
    }
    let file = SourceFile::new(file.name.clone(), update.text);
    let result = dteam::authoring::test_cases(
        catalog,
        id,
        &file.name,
        &dteam::authoring::read_cases(catalog, id, &file)?,
        &arguments.filter,
        language,
    )?;
    Ok((PackResult { updated: update.changes, ..result }, update.problems))
}

/// The file with cases for what none shows or notices, and how many there are.
fn with_added(
    catalog: &Catalog,
    id: &str,
    path: &Path,
    file: &Arc<SourceFile>,
) -> Result<(Arc<SourceFile>, usize), Invalid> {
    let added = dteam::authoring::add_cases(catalog, id, file)?;
    if added.count > 0 {
        replace(path, file, &added.text)?;
    }
    Ok((SourceFile::new(file.name.clone(), added.text), added.count))
}

/// Writes the new text unless somebody else has changed the file meanwhile. A byte order mark
/// stays.
fn replace(path: &Path, read: &SourceFile, text: &str) -> Result<(), Invalid> {
    let not_writable = |reason: String| {
        let problem = Problem::NotWritable { path: path.display().to_string(), reason };
        Invalid::from(Diagnostic::unlocated(problem))
    };
    let failed = |error: std::io::Error| not_writable(source::reason(&error));
    if std::fs::metadata(path).map_err(failed)?.permissions().readonly() {
        return Err(not_writable("no-permission".to_owned()));
    }
    let now = std::fs::read_to_string(path).map_err(failed)?;
    let (mark, now) = match now.strip_prefix('\u{feff}') {
        Some(now) => ("\u{feff}", now),
        None => ("", now.as_str()),
    };
    match now == read.text {
        true => output::replace_file(path, &format!("{mark}{text}")),
        false => Err(not_writable("changed".to_owned())),
    }
}
