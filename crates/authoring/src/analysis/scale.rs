//! Comparisons of unlike things: a share with a level, a percentage with a fraction, one question's
//! value with another's.

use super::Findings;
use dteam_engine::benchmark::Measure;
use dteam_engine::catalog::Catalog;
use dteam_engine::expression::{Number, Operation, Test};
use dteam_engine::pack::Rule;
use dteam_engine::survey::Slot;
use dteam_text::diagnostic::Problem;

/// What a number measures.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Scale {
    /// Written out, or calculated so that nothing can be said.
    Any,
    /// A sum of percentages.
    Percent,
    /// Percent of the municipalities that answered so.
    Share,
    /// The scale of one question; `study`: the study's value for it.
    Question(Slot, bool),
    Count,
    Location,
    /// 0..1.
    Membership,
}

pub(super) fn check(rule: &Rule, findings: &mut Findings<'_>) {
    let mut conditions = vec![(&rule.when, &rule.spans.when)];
    conditions.extend(rule.notes.iter().map(|note| (&note.when, &note.span)));
    conditions.extend(rule.variants.iter().map(|variant| (&variant.when, &variant.span)));
    for (condition, span) in conditions {
        let mut found = Vec::new();
        condition.for_each_atom(&mut |atom| found.extend(unlike(findings.ground, &atom.test)));
        for (left, right) in found {
            findings.warn(span.clone(), Problem::WrongScale { left, right });
        }
    }
}

/// The two sides of a comparison of unlike things.
pub(super) fn unlike(catalog: &Catalog, test: &Test) -> Option<(String, String)> {
    let Test::Compare(_, numbers) = test else { return None };
    let (left, right) = (&numbers[0], &numbers[1]);
    let written = |number| catalog.names().number(number);
    (!alike(catalog, left, right)).then(|| (written(left), written(right)))
}

fn alike(catalog: &Catalog, left: &Number, right: &Number) -> bool {
    let is_percent = |scale| match scale {
        Scale::Percent => true,
        Scale::Question(slot, _) => catalog.survey.question(slot).kind.is_percent(),
        _ => false,
    };
    match (scale(catalog, left), scale(catalog, right)) {
        // A share is a percentage: a fraction beside it was meant as one.
        (one, Scale::Any) => !(fraction(right) && (one == Scale::Share || is_percent(one))),
        (Scale::Any, other) => !(fraction(left) && (other == Scale::Share || is_percent(other))),
        // Two answers on the same levels may be compared, the study's value only with its own
        // question.
        (Scale::Question(one, one_study), Scale::Question(other, other_study)) => {
            one == other || (!one_study && !other_study && same_levels(catalog, one, other))
        }
        (one, other) => one == other || (is_percent(one) && is_percent(other)),
    }
}

fn fraction(number: &Number) -> bool {
    number.constant().is_some_and(|constant| constant > 0.0 && constant < 1.0)
}

fn same_levels(catalog: &Catalog, one: Slot, other: Slot) -> bool {
    let (one, other) = (catalog.survey.question(one), catalog.survey.question(other));
    // Numbers of the same unit may have different limits.
    if one.kind.is_amount() && other.kind.is_amount() {
        return one.unit == other.unit;
    }
    one.kind.name() == other.kind.name() && one.kind.range() == other.kind.range()
}

fn scale(catalog: &Catalog, number: &Number) -> Scale {
    let percent = |slot| catalog.survey.question(slot).kind.is_percent();
    match number {
        Number::Constant { .. } | Number::Call(_) => Scale::Any,
        Number::Answer(slot) => Scale::Question(*slot, false),
        Number::Count(_) => Scale::Count,
        Number::Rank(..) => Scale::Location,
        Number::Membership(_) => Scale::Membership,
        Number::OwnBenchmark(benchmark) | Number::Benchmark { benchmark, .. } => {
            let measured = catalog.benchmarks.get(*benchmark);
            match measured.measure {
                Measure::Share | Measure::None => Scale::Share,
                Measure::Mean | Measure::Median => Scale::Question(measured.question, true),
                Measure::Count => Scale::Count,
                Measure::Score => Scale::Location,
            }
        }
        Number::Calculate(Operation::Multiply | Operation::Divide, _) => Scale::Any,
        Number::Calculate(_, numbers) => {
            match (scale(catalog, &numbers[0]), scale(catalog, &numbers[1])) {
                (Scale::Any, scale) | (scale, Scale::Any) => scale,
                (one, other) if one == other => one,
                // Percentages of the same whole are added up.
                (Scale::Question(one, false), Scale::Question(other, false))
                    if percent(one) && percent(other) =>
                {
                    Scale::Percent
                }
                _ => Scale::Any,
            }
        }
        Number::Negate(number) | Number::Round(number) => scale(catalog, number),
        Number::If(parts) => match (scale(catalog, &parts.1), scale(catalog, &parts.2)) {
            (one, other) if one == other => one,
            _ => Scale::Any,
        },
    }
}
