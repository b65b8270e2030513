//! Conditions drawn at random, for tests of what is claimed of any.

use std::sync::Arc;

use proptest::prelude::*;
use rhai::Engine;

use super::lower::Vocabulary;
use crate::catalog::Catalog;
use crate::survey::{Control, Kind, Slot};

/// The catalog of the shipped rules.
pub fn catalog() -> &'static Catalog {
    static CATALOG: std::sync::OnceLock<Catalog> = std::sync::OnceLock::new();
    CATALOG.get_or_init(|| {
        Catalog::builder()
            .folder(concat!(env!("CARGO_MANIFEST_DIR"), "/../../rules"))
            .build()
            .expect("the embedded rules are sound")
    })
}

/// What expressions on the shipped survey can name, and these functions.
pub fn vocabulary<'v>(
    parser: &'v Engine,
    functions: &'v [Arc<super::script::Function>],
) -> Vocabulary<'v> {
    let catalog = catalog();
    let (types, benchmarks) = (&catalog.typology.names, &catalog.benchmarks);
    Vocabulary::new(parser, &catalog.survey, types, benchmarks, functions)
}

/// Paths of the questions of some kinds.
fn paths(of: fn(&dyn Kind) -> bool) -> Vec<Slot> {
    let survey = &catalog().survey;
    survey.slots().filter(|slot| of(survey.question(*slot).kind.as_ref())).collect()
}

fn path(slot: Slot) -> String {
    catalog().survey.question(slot).path.to_string()
}

/// A question of the kinds, with some of its options.
fn with_options(of: fn(&dyn Kind) -> bool) -> impl Strategy<Value = (String, Vec<String>)> {
    (proptest::sample::select(paths(of)), any::<u64>()).prop_map(|(slot, bits)| {
        let count =
            catalog().survey.question(slot).kind.options().map_or(0, |options| options.0.len())
                as u8;
        let mut options: Vec<String> = (0..count)
            .filter(|option| bits >> option & 1 == 1)
            .map(|option| option_id(slot, option))
            .collect();
        if options.is_empty() {
            options.push(option_id(slot, (bits % u64::from(count)) as u8));
        }
        (path(slot), options)
    })
}

fn quoted(options: &[String]) -> String {
    format!(
        "[{}]",
        options.iter().map(|option| format!("\"{option}\"")).collect::<Vec<_>>().join(", ")
    )
}

fn is_list(kind: &dyn Kind) -> bool {
    matches!(kind.control(), Control::Several(_) | Control::Ranked(..))
}

pub(super) fn number() -> impl Strategy<Value = String> {
    let numeric = |kind: &dyn Kind| kind.range().is_some();
    let leaf = prop_oneof![
        proptest::sample::select(paths(numeric)).prop_map(path),
        (0..6i64).prop_map(|number| number.to_string()),
        (0..60i64).prop_map(|number| format!("{:.1}", number as f64 / 8.0)),
        with_options(is_list).prop_map(|(path, _)| format!("count({path})")),
        with_options(is_list)
            .prop_map(|(path, options)| format!("count(chosen({path}, {}))", quoted(&options))),
        with_options(is_list)
            .prop_map(|(path, options)| format!("count(missing({path}, {}))", quoted(&options))),
        with_options(|kind| matches!(kind.control(), Control::Ranked(..)))
            .prop_map(|(path, options)| format!("rank({path}, \"{}\")", options[0])),
        proptest::sample::select(
            catalog().typology.names.ids().map(str::to_owned).collect::<Vec<_>>()
        )
        .prop_map(|kind| format!("membership(\"{kind}\")")),
    ];
    leaf.prop_recursive(3, 12, 2, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone(), proptest::sample::select(vec!["+", "-", "*", "/"]))
                .prop_map(|(left, right, operator)| format!("({left} {operator} {right})")),
            (inner.clone(), inner.clone(), proptest::sample::select(vec!["min", "max"]))
                .prop_map(|(left, right, function)| format!("{function}({left}, {right})")),
            inner.prop_map(|operand| format!("-({operand})")),
        ]
    })
}

/// A condition on the shipped survey.
pub fn condition() -> impl Strategy<Value = String> {
    let is_choice = |kind: &dyn Kind| matches!(kind.control(), Control::One(_));
    let leaf = prop_oneof![
        proptest::sample::select(paths(|kind| matches!(kind.control(), Control::YesOrNo)))
            .prop_map(path),
        (number(), number(), proptest::sample::select(vec!["==", "!=", "<", "<=", ">", ">="]))
            .prop_map(|(left, right, operator)| format!("{left} {operator} {right}")),
        (with_options(is_choice), proptest::sample::select(vec!["==", "!="])).prop_map(
            |((path, options), operator)| format!("{path} {operator} \"{}\"", options[0])
        ),
        (with_options(is_choice), proptest::sample::select(vec!["in", "!in"])).prop_map(
            |((path, options), operator)| format!("{path} {operator} {}", quoted(&options))
        ),
        (with_options(is_list), proptest::sample::select(vec!["in", "!in"])).prop_map(
            |((path, options), operator)| format!("\"{}\" {operator} {path}", options[0])
        ),
        with_options(is_list)
            .prop_map(|(path, options)| format!("{path}.contains(\"{}\")", options[0])),
        proptest::sample::select(
            catalog().typology.names.ids().map(str::to_owned).collect::<Vec<_>>()
        )
        .prop_map(|kind| format!("type == \"{kind}\" || mixed_with != \"{kind}\"")),
        Just("type_by_goals == type_by_indicators".to_owned()),
    ];
    leaf.prop_recursive(4, 24, 3, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone())
                .prop_map(|(left, right)| format!("({left}) && ({right})")),
            (inner.clone(), inner.clone())
                .prop_map(|(left, right)| format!("({left}) || ({right})")),
            inner.clone().prop_map(|operand| format!("!({operand})")),
            (inner.clone(), inner.clone(), inner)
                .prop_map(|(test, yes, no)| format!("if {test} {{ {yes} }} else {{ {no} }}")),
        ]
    })
}

pub(super) fn option_id(slot: Slot, option: u8) -> String {
    let options = catalog().survey.question(slot).kind.options();
    options.map_or_else(String::new, |options| options.get(option).id.to_string())
}
