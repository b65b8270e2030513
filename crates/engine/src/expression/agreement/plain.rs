//! Plain Rhai that can evaluate what expressions are written in.

use rhai::{AST, Array, Dynamic, Engine, Map, Scope};

use crate::classification::TypeAssignment;
use crate::expression::arbitrary::catalog;
use crate::profile::Answers;

fn dynamic(json: &serde_json::Value) -> Dynamic {
    match json {
        serde_json::Value::Bool(flag) => (*flag).into(),
        // The language has one kind of number.
        serde_json::Value::Number(number) => number.as_f64().expect("answers are finite").into(),
        serde_json::Value::Array(items) => items.iter().map(dynamic).collect::<Array>().into(),
        other => other.as_str().unwrap_or_default().to_owned().into(),
    }
}

/// Plain Rhai with the answers as variables, and the functions that expressions can call.
pub fn plain(
    answers: &Answers,
    assignment: &TypeAssignment,
    functions: AST,
) -> (Engine, Scope<'static>, AST) {
    let catalog = catalog();
    let mut scope = Scope::new();
    let mut groups: Vec<(String, Map)> = Vec::new();
    for slot in catalog.survey.slots() {
        let path = catalog.survey.question(slot).path.to_string();
        let value =
            dynamic(&answers.json(slot, &catalog.survey).expect("every question is answered"));
        match path.split_once('.') {
            None => {
                scope.push_dynamic(path, value);
            }
            Some((group, name)) => match groups.iter_mut().find(|(known, _)| known == group) {
                Some((_, map)) => {
                    map.insert(name.into(), value);
                }
                None => {
                    groups.push((group.to_owned(), [(name.into(), value)].into_iter().collect()))
                }
            },
        }
    }
    for (group, map) in groups {
        scope.push_dynamic(group, map.into());
    }
    let id = |kind: Option<u8>| {
        kind.map_or(Dynamic::UNIT, |kind| catalog.typology.names.get(kind).id.to_string().into())
    };
    scope.push_dynamic("type", id(assignment.kind));
    scope.push_dynamic("type_by_goals", id(assignment.by_goals));
    scope.push_dynamic("type_by_indicators", id(assignment.by_indicators));
    scope.push_dynamic("mixed_with", id(assignment.mixed_with));

    let mut engine = Engine::new();
    engine.set_max_expr_depths(0, 0);
    let has = |list: &Array, item: &Dynamic| {
        list.iter().any(|known| known.clone().into_string().ok() == item.clone().into_string().ok())
    };
    engine.register_fn("count", |list: Array| list.len() as f64);
    engine.register_fn("chosen", move |list: Array, of: Array| -> Array {
        of.into_iter().filter(|item| has(&list, item)).collect()
    });
    engine.register_fn("missing", move |list: Array, of: Array| -> Array {
        of.into_iter().filter(|item| !has(&list, item)).collect()
    });
    engine.register_fn("both", move |list: Array, of: Array| -> Array {
        of.into_iter().filter(|item| has(&list, item)).collect()
    });
    engine.register_fn("rank", |list: Array, option: &str| {
        let index =
            list.iter().position(|item| item.clone().into_string().as_deref() == Ok(option));
        index.map_or(0.0, |index| index as f64 + 1.0)
    });
    let memberships = assignment.memberships.clone().expect("goals are answered");
    engine.register_fn("membership", move |kind: &str| {
        memberships[usize::from(catalog.typology.names.find(kind).expect("a type"))]
    });
    let value = |kind: Option<u8>, path: &str, option: Option<&str>| {
        let slot = catalog.survey.find(path).expect("a question");
        let options = catalog.survey.question(slot).kind.options();
        let option = option.and_then(|option| options.and_then(|options| options.find(option)));
        let found =
            catalog.benchmarks.get(catalog.benchmarks.find(slot, option).expect("a benchmark"));
        kind.map_or_else(|| found.all.expect("a value"), |kind| found.by_type[usize::from(kind)])
    };
    let own = assignment.kind;
    let named = |kind: &str| catalog.typology.names.find(kind);
    engine.register_fn("benchmark", move |path: &str| value(own, path, None));
    engine.register_fn("benchmark", move |path: &str, option: &str| value(own, path, Some(option)));
    engine.register_fn("benchmark_all", move |path: &str| value(None, path, None));
    engine.register_fn("benchmark_all", move |path: &str, option: &str| {
        value(None, path, Some(option))
    });
    engine
        .register_fn("benchmark_of", move |kind: &str, path: &str| value(named(kind), path, None));
    engine.register_fn("benchmark_of", move |kind: &str, path: &str, option: &str| {
        value(named(kind), path, Some(option))
    });
    (engine, scope, functions)
}
