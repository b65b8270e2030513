//! Reads the functions that a pack declares, and the scripts that define them.

use std::sync::Arc;

use super::PackFiles;
use crate::benchmark::load::word;
use crate::expression::script::{Function, Kind, Known, MAX_SCRIPT_BYTES, Script, Scripts};
use dteam_text::diagnostic::{Diagnostic, Diagnostics, Location, Problem, SourceFile};
use dteam_text::language::{Language, Localized};
use dteam_text::yaml::Node;
use dteam_text::yaml::fields::{self, Fields};

/// The declared functions, each found in the scripts with as many parameters as declared.
pub(super) fn functions(
    node: &Node<'_>,
    files: &PackFiles,
    scripts: &Scripts,
    problems: &mut Diagnostics<'_>,
    script_problems: &mut Vec<Diagnostic>,
) -> Vec<Arc<Function>> {
    let (short, long): (Vec<_>, Vec<_>) =
        files.scripts.iter().cloned().partition(|file| file.text.len() <= MAX_SCRIPT_BYTES);
    for file in long {
        let problem =
            Problem::TooLarge { path: file.name.clone(), most_kib: MAX_SCRIPT_BYTES / 1024 };
        script_problems.push(Diagnostic::unlocated(problem));
    }
    let (script, wrong) = scripts.compile(&short);
    script_problems.extend(
        wrong.into_iter().map(|(file, position, detail)| script_problem(file, position, detail)),
    );
    let script = Arc::new(script);
    let Some(nodes) = fields::list(node, problems) else { return Vec::new() };
    let mut declared: Vec<Arc<Function>> = Vec::new();
    for node in nodes {
        let Some(function) = function(node, &script, problems) else { continue };
        let defined = script.defines(&function.name, function.arguments.len());
        if !defined && script_problems.is_empty() {
            let problem = Problem::FunctionNotDefined {
                name: function.name.to_string(),
                arguments: function.arguments.len(),
            };
            problems.error(fields::mark(node, &problems.file().text), problem);
        }
        declared.push(Arc::new(function));
    }
    declared
}

fn script_problem(file: &Arc<SourceFile>, position: rhai::Position, detail: String) -> Diagnostic {
    let line = position.line().unwrap_or(1);
    let line_start: usize = file.text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let column = position.position().unwrap_or(1).saturating_sub(1);
    let rest = &file.text[line_start.min(file.text.len())..];
    let at = line_start + rest.char_indices().nth(column).map_or(0, |(at, _)| at);
    Diagnostic::at(
        Location { file: Arc::clone(file), span: at..at },
        Problem::ScriptSyntax { detail },
    )
}

fn function(
    node: &Node<'_>,
    script: &Arc<Script>,
    problems: &mut Diagnostics<'_>,
) -> Option<Function> {
    let mut keys = Fields::of(node, problems)?;
    let name = keys.required("name", problems).and_then(|node| fields::name(node, problems));
    let arguments =
        keys.required("arguments", problems).and_then(|node| fields::list(node, problems));
    let arguments: Option<Vec<Kind>> = arguments.map(|nodes| {
        nodes.iter().filter_map(|node| value_kind(node, Kind::NAMES, problems)).collect()
    });
    let returns = keys
        .required("returns", problems)
        .and_then(|node| value_kind(node, Kind::RETURNED, problems));
    let help = keys.required("help", problems).and_then(|node| fields::localized(node, problems));
    keys.finish(problems);
    Some(Function {
        name: name?.into(),
        arguments: arguments?,
        // What is wrong with the rest has been said: the calls need not be reported as well.
        returns: returns.unwrap_or(Kind::Number),
        help: help.unwrap_or_else(|| Localized::one(Language::default(), String::new())),
        script: Arc::clone(script),
        known: Known::default(),
    })
}

fn value_kind<const N: usize>(
    node: &Node<'_>,
    kinds: [&'static str; N],
    problems: &mut Diagnostics<'_>,
) -> Option<Kind> {
    word(node, kinds, problems).and_then(Kind::named)
}
