//! The answers beside what the study measured.

use std::sync::Arc;

use serde_json::Value as Json;

use super::{Best, Comparison, Strength};
use crate::benchmark::{Benchmark, Measure, Unit};
use crate::catalog::Catalog;
use crate::expression::evaluate::Facts;
use crate::pack::effect::Effect;
use crate::profile::number_as_json;
use crate::survey::Question;
use dteam_text::entries::Entries;
use dteam_text::language::messages::{around, message};
use dteam_text::language::{Language, Text};

/// A comparison and the value it was made from.
pub(super) struct Compared<'c, T = String> {
    pub benchmark: &'c Benchmark,
    /// On the benchmark's own scale; shares as 0 or 100.
    pub value: f64,
    pub comparison: Comparison<T>,
}

/// Every answered question that has a value of which more is further along.
pub(super) fn comparisons<'c, T: Text<'c>>(
    catalog: &'c Catalog,
    facts: &Facts<'_>,
    language: Language,
) -> Vec<Compared<'c, T>> {
    let mut compared = Vec::with_capacity(catalog.benchmarks.iter().len());
    let benchmarks = catalog.benchmarks.iter().filter(|benchmark| benchmark.is_compared());
    let benchmarks = benchmarks.filter(|benchmark| benchmark.holds(facts.answers));
    compared.extend(benchmarks.filter_map(|benchmark| {
        let value = benchmark.of_answer(facts.answers.get(benchmark.question)?)?;
        let comparison = comparison(catalog, benchmark, value, facts, language);
        Some(Compared { benchmark, value, comparison })
    }));
    compared
}

fn comparison<'c, T: Text<'c>>(
    catalog: &'c Catalog,
    benchmark: &'c Benchmark,
    value: f64,
    facts: &Facts<'_>,
    language: Language,
) -> Comparison<T> {
    let question = catalog.survey.question(benchmark.question);
    let option = benchmark
        .option
        .and_then(|option| question.kind.options().map(|options| options.get(option)));
    let (kind, best) = benchmark.best();
    let table = catalog.benchmarks.table(benchmark.table);
    Comparison {
        question: question.path.as_str().into(),
        option: option.map(|option| option.id.as_str().into()),
        option_label: option.map(|option| option.label.get(language).as_str().into()),
        label: label(benchmark, question, language).into(),
        measure: benchmark.measure,
        unit: benchmark.unit(&catalog.survey),
        value: match benchmark.measure {
            Measure::Share => Json::from(value > 0.0),
            _ => number_as_json(value),
        },
        type_value: facts.assignment.kind.map(|kind| benchmark.by_type[usize::from(kind)]),
        by_type: Some(Arc::clone(named(benchmark, catalog))),
        all_value: benchmark.all,
        greatest: greatest(benchmark, question),
        best: Best { kind: catalog.typology.names.get(kind).id.as_str().into(), value: best },
        table: benchmark.table,
        table_title: T::from(table.map_or("", |table| table.title.get(language))),
        base: table
            .and_then(|table| table.base.as_ref())
            .map(|base| base.get(language).as_str().into()),
    }
}

/// The values with the types' ids.
fn named<'c>(benchmark: &'c Benchmark, catalog: &Catalog) -> &'c Arc<Entries<Box<str>, f64>> {
    benchmark.named.get_or_init(|| {
        let ids = catalog.typology.names.0.iter().map(|name| Box::from(name.id.as_str()));
        Arc::new(ids.zip(benchmark.by_type.iter().copied()).collect())
    })
}

/// The greatest value there can be.
pub(super) fn greatest(benchmark: &Benchmark, question: &Question) -> f64 {
    match (benchmark.measure, question.kind.options(), question.kind.range()) {
        (Measure::Count, Some(options), _) => options.0.len() as f64,
        (Measure::Mean, _, Some((_, greatest))) => greatest,
        _ => 100.0,
    }
}

/// What is compared, put together when somebody first asks.
fn label<'c>(benchmark: &'c Benchmark, question: &Question, language: Language) -> &'c str {
    benchmark.label.get(language).get_or_init(|| {
        let label = question.label.get(language);
        let option = benchmark.option.and_then(|option| Some(question.kind.options()?.get(option)));
        match (benchmark.measure, option) {
            (Measure::Count, _) => {
                message(language, "number-of", &[("label", label.as_str().into())])
            }
            (_, Some(option)) => format!("{label} – {}", option.label.get(language)),
            (_, None) => label.to_string(),
        }
    })
}

/// Fewer than this share of municipalities, in percent: what one of them has is worth showing to
/// the others.
const RARE: f64 = 33.0;

/// What others can learn here: what few have, and numbers above those of every type. The rarest
/// first.
pub(super) fn strengths<T: AsRef<str>>(
    catalog: &Catalog,
    compared: &[Compared<'_, T>],
    language: Language,
) -> Vec<Strength> {
    let mut found: Vec<(f64, Strength)> = compared
        .iter()
        .filter_map(|compared| {
            let comparison = &compared.comparison;
            let all = comparison.all_value.unwrap_or(comparison.best.value);
            let label = comparison.label.as_ref();
            let (rarity, text) = match compared.benchmark.measure {
                Measure::Share if compared.value > 0.0 && all < RARE => {
                    let text = compared.benchmark.rare.get(language).get_or_init(|| {
                        let year = catalog.survey.source.surveyed.to_string();
                        let all = language.number(all);
                        message(
                            language,
                            "strength-share",
                            &[("label", label.into()), ("all", all.into()), ("year", year.into())],
                        )
                    });
                    (all, text.clone())
                }
                Measure::Mean | Measure::Count
                    if compared.value > comparison.best.value && all > 0.0 =>
                {
                    let (before, behind) =
                        compared.benchmark.much.get(language).get_or_init(|| {
                            let others =
                                [("label", label.into()), ("all", language.number(all).into())];
                            around(language, "strength-number", "value", &others)
                        });
                    let value = language.number(compared.value);
                    (100.0 * all / compared.value, [before, value.as_str(), behind].concat())
                }
                _ => return None,
            };
            let strength = Strength {
                question: comparison.question.as_ref().to_owned(),
                option: comparison.option.as_ref().map(|option| option.as_ref().to_owned()),
                label: comparison.label.as_ref().to_owned(),
                text,
                table: comparison.table,
            };
            Some((rarity, strength))
        })
        .collect();
    found.sort_by(|one, other| one.0.total_cmp(&other.0));
    found.into_iter().map(|(_, strength)| strength).collect()
}

/// The comparisons that a change of these answers moves: of a list, those of the options it
/// changes.
pub(super) fn moved<T: Clone>(
    compared: &[Compared<'_, T>],
    effects: &[Effect],
) -> Vec<Comparison<T>> {
    let moves = |compared: &&Compared<'_, T>| {
        effects.iter().any(|effect| {
            effect.slot == compared.benchmark.question
                && compared.benchmark.option.is_none_or(|option| effect.brings(option))
        })
    };
    let moved = compared.iter().filter(moves);
    moved.map(|compared| compared.comparison.without_types()).collect()
}

impl<T> Comparison<T> {
    /// Whether its values are percentages: a share, or a mean of percentages.
    pub fn is_percent(&self) -> bool {
        self.measure == Measure::Share || self.unit == Some(Unit::Percent)
    }
}

impl<T: Clone> Comparison<T> {
    /// The same, without the values of every type: they stand among the comparisons of the advice.
    fn without_types(&self) -> Self {
        Comparison {
            question: self.question.clone(),
            option: self.option.clone(),
            label: self.label.clone(),
            option_label: self.option_label.clone(),
            value: self.value.clone(),
            by_type: None,
            best: self.best.clone(),
            table_title: self.table_title.clone(),
            base: self.base.clone(),
            ..*self
        }
    }
}
