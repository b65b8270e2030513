//! On fully answered profiles, the lowered form and plain Rhai agree: for every expression in the
//! packs, and for random ones.

use std::sync::Arc;

use proptest::prelude::*;
use rhai::{AST, Array, Dynamic};

use super::arbitrary::{catalog, condition, number, option_id, vocabulary};
use super::evaluate::Facts;
use super::lower::{self, Vocabulary};
use super::parse::{self, Source};
use super::program::{Program, Tests};
use super::{Condition, Value as Lowered};
use crate::profile::{Answer, Answers};
use crate::survey::{Control, Slot};
use dteam_text::diagnostic::{Diagnostics, SourceFile};
use dteam_text::yaml::{self, Node, Value};

mod plain;

use plain::plain;

/// Answers every question by drawing from `seeds`.
pub fn full_answers(seeds: &[u32]) -> Answers {
    let survey = &catalog().survey;
    let mut answers = Answers::none(survey);
    for slot in survey.slots() {
        let seed = seeds[slot.index() % seeds.len()] as usize;
        let answer = match survey.question(slot).kind.control() {
            Control::One(options) => Answer::Option((seed % options.0.len()) as u8),
            Control::Several(options) => Answer::Options(
                (0..options.0.len() as u8).filter(|option| seed >> option & 1 == 1).collect(),
            ),
            Control::Ranked(options, limit) => {
                let count = options.0.len();
                let chosen = (0..1 + seed % limit)
                    .map(|index| ((seed / 7 + index * (1 + seed % 3)) % count) as u8);
                let mut distinct: Vec<u8> = Vec::new();
                chosen.for_each(|option| {
                    if !distinct.contains(&option) {
                        distinct.push(option);
                    }
                });
                Answer::Ranking(distinct.into_iter().collect())
            }
            Control::Level(levels) => Answer::Number((seed % levels.len()) as f64),
            Control::Number(bounds) if bounds.percent => Answer::Number((seed % 101) as f64),
            Control::Number(bounds) => Answer::Number(
                (bounds.min + f64::from(seeds[slot.index() % seeds.len()] % 200_000))
                    .min(bounds.max),
            ),
            Control::YesOrNo => Answer::Flag(seed % 2 == 1),
            Control::Line => Answer::Text(format!("Ort {}", seed % 3).into()),
        };
        answers.set(slot, Some(answer));
    }
    answers
}

/// What the lowered form makes of a value, as Rhai would have it; `None` where there is no finite
/// number.
fn lowered(value: &Lowered, facts: &Facts<'_>) -> Option<Dynamic> {
    let survey = &catalog().survey;
    Some(match value {
        Lowered::Condition(condition) => condition.evaluate(facts)?.into(),
        Lowered::Number(number) => number.evaluate(facts)?.into(),
        Lowered::Choice(choice) => {
            match (choice, choice.evaluate(facts).expect("everything is answered")) {
                (_, None) => Dynamic::UNIT,
                (super::Choice::Answer(slot), Some(option)) => option_id(*slot, option).into(),
                (super::Choice::Type(_), Some(kind)) => {
                    catalog().typology.names.get(kind).id.to_string().into()
                }
            }
        }
        Lowered::List(list, slot) => {
            let options = list.evaluate(facts).expect("everything is answered");
            options
                .iter()
                .map(|option| Dynamic::from(option_id(*slot, option)))
                .collect::<Array>()
                .into()
        }
        Lowered::Text(slot) => answers_text(facts, *slot, survey).into(),
        Lowered::Literal(text) => text.to_string().into(),
    })
}

fn answers_text(facts: &Facts<'_>, slot: Slot, survey: &crate::survey::Survey) -> String {
    let json = facts.answers.json(slot, survey).expect("everything is answered");
    json.as_str().unwrap_or_default().to_owned()
}

/// The same value, numbers to the last bits that the order of additions may leave; lists as sets.
fn same(one: &Dynamic, other: &Dynamic) -> bool {
    let number = |value: &Dynamic| {
        value.as_float().ok().or_else(|| value.as_int().ok().map(|whole| whole as f64))
    };
    if let (Some(one), Some(other)) = (number(one), number(other)) {
        return (one - other).abs() <= 1e-9 * one.abs().max(1.0);
    }
    let texts = |value: &Dynamic| {
        let mut texts: Vec<String> =
            value.clone().into_array().ok()?.iter().map(ToString::to_string).collect();
        texts.sort();
        Some(texts)
    };
    match (texts(one), texts(other)) {
        (Some(one), Some(other)) => one == other,
        _ => one.to_string() == other.to_string(),
    }
}

/// The text as a typed form; `None` where it does not fit the survey.
fn lower(text: &str, vocabulary: &Vocabulary<'_>) -> Option<Lowered> {
    let file = SourceFile::new("expression", text);
    let mut problems = Diagnostics::new(&file);
    let span = 0..text.len();
    let source = Source { file: text, span: &span, scalar: text, part: (0, text.len()) };
    lower::value(vocabulary, &source, &mut problems)
}

/// Evaluates the text both ways; `Err` with both results where they differ, `None` where it does
/// not fit the survey.
fn compared(
    text: &str,
    vocabulary: &Vocabulary<'_>,
    functions: &AST,
    answers: &Answers,
) -> Option<Result<(), String>> {
    let value = lower(text, vocabulary)?;
    let catalog = catalog();
    let finding = catalog.find_type(answers);
    let facts = catalog.facts(answers, &finding.assignment);
    let ours = lowered(&value, &facts);
    let (engine, mut scope, functions) = plain(answers, &finding.assignment, functions.clone());
    let tree = engine.compile_expression(text).expect("what was lowered parses");
    let theirs = engine.eval_ast_with_scope::<Dynamic>(&mut scope, &functions.merge(&tree));
    Some(match (ours, theirs) {
        (Some(ours), Ok(theirs)) if same(&ours, &theirs) => Ok(()),
        // Infinity and not-a-number are unknown to us, and so is what hangs on them; with
        // everything answered, nothing else is.
        (None, Ok(_)) if text.contains('/') => Ok(()),
        (ours, theirs) => Err(format!("{text}: lowered {ours:?}, plain {theirs:?}")),
    })
}

/// The expressions of a pack: those of `when` and `need`, and those in texts.
fn expressions(node: &Node<'_>, key: &str, found: &mut Vec<String>) {
    match &node.value {
        Value::Null => {}
        Value::List(items) => items.iter().for_each(|item| expressions(item, key, found)),
        Value::Map(entries) => {
            entries.iter().for_each(|entry| expressions(&entry.value, &entry.key, found))
        }
        Value::Scalar(scalar) if matches!(key, "when" | "need") => {
            found.push(scalar.text.trim().to_owned())
        }
        Value::Scalar(scalar) => {
            let mut rest = scalar.text.as_ref();
            while let Some((_, after)) = rest.split_once('{') {
                let Some((expression, after)) = after.split_once('}') else { break };
                found.push(expression.to_owned());
                rest = after;
            }
        }
    }
}

#[test]
fn the_packs_expressions_agree_with_plain_rhai() {
    let catalog = catalog();
    let parser = parse::parser();
    let mut checked = 0;
    for pack in &catalog.packs {
        let mut problems = Diagnostics::new(&pack.file);
        let root = yaml::parse(&pack.file, &mut problems).expect("the packs parse");
        let mut texts = Vec::new();
        expressions(&root, "", &mut texts);
        texts.sort();
        texts.dedup();
        let functions: Vec<Arc<super::script::Function>> = pack.functions.clone();
        let script =
            functions.first().map_or_else(AST::empty, |function| function.script.compiled.clone());
        let vocabulary = vocabulary(&parser, &functions);
        for text in texts {
            for seed in 0..12u32 {
                let seeds: Vec<u32> = (0..97u32)
                    .map(|index| (seed * 7919 + index * 104_729).wrapping_mul(2_654_435_761) >> 7)
                    .collect();
                match compared(&text, &vocabulary, &script, &full_answers(&seeds)) {
                    Some(Ok(())) => checked += 1,
                    Some(Err(difference)) => panic!("{difference}"),
                    None => panic!("{text} does not lower"),
                }
            }
        }
    }
    assert!(checked > 3000, "only {checked} comparisons");
}

/// This number of cases, or what `PROPTEST_CASES` says.
fn cases(cases: u32) -> ProptestConfig {
    let usual = ProptestConfig::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { usual.cases } else { cases };
    ProptestConfig { cases, failure_persistence: None, ..usual }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn random_expressions_agree_with_plain_rhai(
        text in condition(),
        seeds in proptest::collection::vec(any::<u32>(), 40),
    ) {
        let parser = parse::parser();
        let outcome = compared(&text, &vocabulary(&parser, &[]), &AST::empty(), &full_answers(&seeds));
        // Dividing whole numbers, or by zero, is refused when the expression is lowered.
        prop_assume!(outcome.is_some());
        if let Some(Err(difference)) = outcome {
            prop_assert!(false, "{}", difference);
        }
    }

    /// What an explanation shows is what was evaluated: the printed form lowers again to a form of
    /// the same value.
    #[test]
    fn printed_expressions_mean_the_same(
        text in condition(),
        seeds in proptest::collection::vec(any::<u32>(), 40),
    ) {
        let parser = parse::parser();
        let vocabulary = vocabulary(&parser, &[]);
        let answers = full_answers(&seeds);
        let Some(Lowered::Condition(first)) = lower(&text, &vocabulary) else { return Ok(()) };
        let printed = catalog().names().condition(&first);
        let Some(Lowered::Condition(second)) = lower(&printed, &vocabulary) else {
            return Err(TestCaseError::fail(format!("{text} is printed as {printed}, which does not lower")));
        };
        let catalog = catalog();
        let finding = catalog.find_type(&answers);
        let facts = catalog.facts(&answers, &finding.assignment);
        prop_assert_eq!(first.evaluate(&facts), second.evaluate(&facts), "{} and {}", text, printed);
    }

    /// Programs come to what the tree comes to, whatever is answered: conditions, each of their
    /// tests, and numbers.
    #[test]
    fn programs_agree_with_the_tree(
        conditions in proptest::collection::vec(condition(), 1..5),
        number in (number(), condition(), number()),
        seeds in proptest::collection::vec(any::<u32>(), 40),
        open in proptest::collection::vec(prop_oneof![Just(false), any::<bool>()], 40),
        all in any::<bool>(),
    ) {
        let parser = parse::parser();
        let vocabulary = vocabulary(&parser, &[]);
        // All in one, too: such conditions have more marks than most.
        let all_in_one = format!("({})", conditions.join(") || !(")).replacen("||", "&&", 1);
        let conditions: Vec<Condition> = conditions
            .iter()
            .chain([&all_in_one])
            .filter_map(|text| match lower(text, &vocabulary)? {
                Lowered::Condition(condition) => Some(condition),
                _ => None,
            })
            .collect();
        let catalog = catalog();
        let mut answers = full_answers(&seeds);
        for slot in catalog.survey.slots().filter(|slot| !all && open[slot.index() % open.len()]) {
            answers.set(slot, None);
        }
        let finding = catalog.find_type(&answers);
        let facts = catalog.facts(&answers, &finding.assignment);

        let (yes, test, no) = number;
        let texts = [yes.clone(), format!("round({yes} + (if {test} {{ {yes} }} else {{ {no} }}))")];
        let needs: Vec<_> = texts
            .iter()
            .filter_map(|text| match lower(text, &vocabulary)? {
                Lowered::Number(number) => Some(number),
                _ => None,
            })
            .collect();

        // Every need with every condition, and conditions without one.
        let rules: Vec<_> =
            conditions.iter().flat_map(|when| [(when, needs.first()), (when, needs.last()), (when, None)]).collect();
        let program = Program::of(rules.iter().copied(), &catalog.survey);
        let left = program.left_to_tree();
        prop_assert!(left.iter().all(|index| index / 3 == conditions.len() - 1), "no script is called");
        let mut tests = Tests::default();
        let mut recorded = program.run(&facts, Some(&mut tests));
        prop_assert_eq!(&program.run(&facts, None).holds, &recorded.holds);
        for (index, (condition, need)) in rules.iter().enumerate() {
            let printed = catalog.names().condition(condition);
            match left.contains(&index) {
                // There is no room for that number of tests.
                true => prop_assert_eq!(recorded.holds[index], None),
                false => {
                    prop_assert_eq!(recorded.holds[index], condition.evaluate(&facts), "{}", printed);
                    let mut outcomes = Vec::new();
                    condition.record(&facts, &mut outcomes);
                    prop_assert_eq!(tests.of(index), outcomes, "{}", printed);
                }
            }
            let expected = need.map(|need| need.evaluate(&facts));
            prop_assert_eq!(recorded.need(index), Some(expected.flatten()), "{:?}", texts);
        }
    }
}
