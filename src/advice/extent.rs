//! How much there is of what each section of the survey asks for, here and in municipalities of each type.
//!
//! A mean over a list of things that a municipality has or has not is the share of the list that it has; for a type, the sum of the shares of
//! its municipalities is the number of things that one of them has on average. So the two can stand side by side.

use indexmap::IndexMap;

use super::Extent;
use super::compare::{Compared, greatest};
use crate::benchmark::{Benchmark, Measure};
use crate::catalog::Catalog;
use crate::decimal::rounded;
use crate::language::{Language, Text};
use crate::survey::Slot;

/// What there is of something, each 0..1: here, of each type, of all.
struct Part {
    own: f64,
    by_type: Vec<f64>,
    all: Option<f64>,
}

/// The sections that have questions which are compared, in the survey's order.
pub(super) fn extents<'c, T: Text<'c>>(
    catalog: &'c Catalog,
    compared: &[Compared<'c, T>],
    language: Language,
) -> Vec<Extent<T>> {
    let sections = catalog.survey.sections.iter().enumerate();
    let extents = sections.filter_map(|(place, section)| {
        let in_section = |slot: &Slot| catalog.survey.question(*slot).section == place;
        let questions: Vec<Slot> = catalog.benchmarks.compared_questions().filter(in_section).collect();
        if questions.is_empty() {
            return None;
        }
        let parts: Vec<Part> = questions.iter().filter_map(|slot| part(catalog, *slot, compared)).collect();
        let extent = mean(&parts);
        let shown = |value: f64| rounded(value, 4);
        let by_type = extent.iter().flat_map(|extent| catalog.typology.names.0.iter().zip(&extent.by_type));
        let by_type: IndexMap<T, f64> = by_type.map(|(name, value)| (name.id.as_ref().into(), shown(*value))).collect();
        Some(Extent {
            section: section.id.as_ref().into(),
            title: section.title.get(language).as_ref().into(),
            questions: questions.iter().map(|slot| catalog.survey.question(*slot).path.as_ref().into()).collect(),
            answered: parts.len(),
            value: extent.as_ref().map(|extent| shown(extent.own)),
            by_type,
            all_value: extent.and_then(|extent| extent.all).map(shown),
        })
    });
    extents.collect()
}

/// What there is of a question's matter; `None` if it is not answered. A count says it for all options at once.
fn part<T>(catalog: &Catalog, slot: Slot, compared: &[Compared<'_, T>]) -> Option<Part> {
    let of_question = || compared.iter().filter(|compared| compared.benchmark.question == slot);
    let count = of_question().find(|compared| compared.benchmark.measure == Measure::Count);
    match count {
        Some(count) => Some(share_of(catalog, count.benchmark, count.value)),
        None => {
            let parts = of_question().map(|compared| share_of(catalog, compared.benchmark, compared.value));
            mean(&parts.collect::<Vec<_>>())
        }
    }
}

/// A value's place between the least and the greatest.
fn share_of(catalog: &Catalog, benchmark: &Benchmark, own: f64) -> Part {
    let question = catalog.survey.question(benchmark.question);
    let least = match benchmark.measure {
        Measure::Mean => question.kind.range().map_or(0.0, |(least, _)| least),
        _ => 0.0,
    };
    let width = greatest(benchmark, question) - least;
    let share = |value: f64| if width > 0.0 { ((value - least) / width).clamp(0.0, 1.0) } else { 0.0 };
    Part {
        own: share(own),
        by_type: benchmark.by_type.iter().copied().map(share).collect(),
        all: benchmark.all.map(share),
    }
}

fn mean(parts: &[Part]) -> Option<Part> {
    let first = parts.first()?;
    let over = |value: &dyn Fn(&Part) -> f64| parts.iter().map(value).sum::<f64>() / parts.len() as f64;
    let all: Option<Vec<f64>> = parts.iter().map(|part| part.all).collect();
    Some(Part {
        own: over(&|part| part.own),
        by_type: (0..first.by_type.len()).map(|kind| over(&|part| part.by_type[kind])).collect(),
        all: all.map(|all| all.iter().sum::<f64>() / parts.len() as f64),
    })
}
