//! How much there is of what each section of the survey asks for, here and in municipalities of
//! each type.
//!
//! A mean over a list of things that a municipality has or has not is the share of the list that it
//! has; for a type, the sum of the shares of its municipalities is the number of things that one of
//! them has on average. So the two can stand side by side.

use super::Extent;
use super::compare::{Compared, greatest};
use crate::benchmark::{Benchmark, Measure};
use crate::catalog::Catalog;
use crate::survey::Slot;
use dteam_text::decimal::rounded;
use dteam_text::entries::Entries;
use dteam_text::language::{Language, Text};

/// What there is of several things, each 0..1, added up: here, of each type, of all.
struct Sum {
    things: usize,
    own: f64,
    by_type: Vec<f64>,
    /// `None` if it is not known of one of them.
    all: Option<f64>,
}

impl Sum {
    fn of_none(types: usize) -> Self {
        Sum { things: 0, own: 0.0, by_type: vec![0.0; types], all: Some(0.0) }
    }

    fn add(&mut self, own: f64, by_type: impl Iterator<Item = f64>, all: Option<f64>) {
        self.things += 1;
        self.own += own;
        self.by_type.iter_mut().zip(by_type).for_each(|(sum, value)| *sum += value);
        self.all = self.all.zip(all).map(|(sum, value)| sum + value);
    }

    /// A value's position between the least and the greatest.
    fn add_share(&mut self, catalog: &Catalog, benchmark: &Benchmark, own: f64) {
        let question = catalog.survey.question(benchmark.question);
        let least = match benchmark.measure {
            Measure::Mean => question.kind.range().map_or(0.0, |(least, _)| least),
            _ => 0.0,
        };
        let width = greatest(benchmark, question) - least;
        let share =
            |value: f64| if width > 0.0 { ((value - least) / width).clamp(0.0, 1.0) } else { 0.0 };
        self.add(
            share(own),
            benchmark.by_type.iter().copied().map(share),
            benchmark.all.map(share),
        );
    }

    /// The mean of another sum is one thing more.
    fn add_mean(&mut self, other: &Sum) {
        let things = other.things as f64;
        let mean = |sum: f64| sum / things;
        self.add(mean(other.own), other.by_type.iter().copied().map(mean), other.all.map(mean));
    }
}

/// The sections that have questions which are compared, in the survey's order.
pub(super) fn extents<'c, T: Text<'c>>(
    catalog: &'c Catalog,
    compared: &[Compared<'c, T>],
    language: Language,
) -> Vec<Extent<T>> {
    let types = catalog.typology.count();
    let sections = catalog.survey.sections.iter().enumerate();
    let extents = sections.filter_map(|(index, section)| {
        let in_section = |slot: &Slot| catalog.survey.question(*slot).section == index;
        let questions: Vec<Slot> =
            catalog.benchmarks.compared_questions().filter(in_section).collect();
        if questions.is_empty() {
            return None;
        }
        let mut extent = Sum::of_none(types);
        for slot in &questions {
            add_question(catalog, *slot, compared, &mut extent);
        }
        let mean = |sum: f64| rounded(sum / extent.things as f64, 4);
        let is_answered = extent.things > 0;
        let by_type = catalog.typology.names.0.iter().zip(&extent.by_type).filter(|_| is_answered);
        let by_type: Entries<T, f64> =
            by_type.map(|(name, sum)| (name.id.as_str().into(), mean(*sum))).collect();
        Some(Extent {
            section: section.id.as_str().into(),
            title: section.title.get(language).as_str().into(),
            questions: questions
                .iter()
                .map(|slot| catalog.survey.question(*slot).path.as_str().into())
                .collect(),
            answered: extent.things,
            value: is_answered.then(|| mean(extent.own)),
            by_type,
            all_value: extent.all.filter(|_| is_answered).map(mean),
        })
    });
    extents.collect()
}

/// Adds what there is of a question's matter, if it is answered. A count says it for all options at
/// once.
fn add_question<T>(catalog: &Catalog, slot: Slot, compared: &[Compared<'_, T>], extent: &mut Sum) {
    let mut of_question =
        compared.iter().filter(|compared| compared.benchmark.question == slot).peekable();
    if of_question.peek().is_none() {
        return;
    }
    let mut options = Sum::of_none(extent.by_type.len());
    for compared in of_question {
        if compared.benchmark.measure == Measure::Count {
            return extent.add_share(catalog, compared.benchmark, compared.value);
        }
        options.add_share(catalog, compared.benchmark, compared.value);
    }
    extent.add_mean(&options);
}
