//! Rules changed in one place, as a slip of the pen would: in whatever decides an advice.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;

use dteam_engine::catalog::Catalog;
use dteam_engine::expression::template::Template;
use dteam_engine::expression::{Condition, Number, Value};
use dteam_engine::pack::{Impact, Rule};
use dteam_text::language::{Language, Localized};

/// What decides an advice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Condition,
    Need,
    Impact,
    Fit,
    Effort,
    After,
    Covers,
    /// The number of a variant, from 1: when it counts.
    Variant(usize),
    /// The effort of a variant.
    VariantEffort(usize),
    /// The number of a note, from 1: when it is added.
    Note(usize),
    /// A value that a text is filled in with.
    Text(Language),
    /// What another pack changes about the rule.
    Change,
}

/// A rule changed in one place.
pub(super) struct Mutant {
    /// The rule's position in the catalog.
    pub index: usize,
    pub rule: Rule,
    pub part: Part,
    /// Where it is, in the file of the pack that is tested.
    pub span: Range<usize>,
    /// The changed part as it was.
    pub original: String,
    /// As it is now; `None` if it was left out.
    pub changed: Option<String>,
}

/// In a message: the kind of part, and which one of them.
impl fmt::Display for Part {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Part::Condition => formatter.write_str("condition"),
            Part::Need => formatter.write_str("need"),
            Part::Impact => formatter.write_str("impact"),
            Part::Fit => formatter.write_str("fit"),
            Part::Effort => formatter.write_str("effort"),
            Part::After => formatter.write_str("after"),
            Part::Covers => formatter.write_str("covers"),
            Part::Variant(number) | Part::VariantEffort(number) => {
                write!(formatter, "variant {number}")
            }
            Part::Note(number) => write!(formatter, "note {number}"),
            Part::Text(language) => write!(formatter, "text {}", language.code()),
            Part::Change => formatter.write_str("change"),
        }
    }
}

/// The mutants of the rule as its own pack's cases should notice them.
pub(super) fn of_rule(catalog: &Catalog, index: usize) -> Vec<Mutant> {
    let mut writer = Writer { catalog, index, rule: &catalog.rules[index], mutants: Vec::new() };
    writer.condition();
    writer.need();
    writer.impact(Part::Impact, writer.rule.spans.impact.clone());
    writer.fit();
    writer.effort();
    writer.after();
    writer.covers();
    writer.variants();
    writer.notes();
    writer.placeholders();
    writer.mutants
}

/// The mutants of what a pack changes about the rule of another.
pub(super) fn of_change(catalog: &Catalog, index: usize) -> Vec<Mutant> {
    let rule = &catalog.rules[index];
    let mut writer = Writer { catalog, index, rule, mutants: Vec::new() };
    let Some(change) = &rule.changed else { return Vec::new() };
    let span = &change.span;
    if change.off {
        let on = |rule: &mut Rule| rule.changed = None;
        writer.add(Part::Change, span, ("off: true".to_owned(), None), on);
    }
    if let Some(weight) = change.weight.filter(|weight| *weight > 0.0) {
        let scaled = |by: f64| {
            move |rule: &mut Rule| rule.fit.iter_mut().for_each(|fit| *fit *= by / weight)
        };
        let original = format!("weight: {weight}");
        writer.add(Part::Change, span, (original.clone(), None), scaled(1.0));
        let half = weight / 2.0;
        writer.add(Part::Change, span, (original, Some(format!("weight: {half}"))), scaled(half));
    }
    if change.impact.is_some() {
        writer.impact(Part::Change, span.clone());
    }
    writer.mutants
}

struct Writer<'c> {
    catalog: &'c Catalog,
    index: usize,
    rule: &'c Rule,
    mutants: Vec<Mutant>,
}

impl Writer<'_> {
    fn add(
        &mut self,
        part: Part,
        span: &Range<usize>,
        (original, changed): (String, Option<String>),
        change: impl FnOnce(&mut Rule),
    ) {
        let mut rule = self.rule.clone();
        change(&mut rule);
        let span = span.clone();
        self.mutants.push(Mutant { index: self.index, rule, part, span, original, changed });
    }

    fn condition(&mut self) {
        let span = self.rule.spans.when.clone();
        self.conditions(Part::Condition, &span, &self.rule.when.clone(), |rule, when| {
            rule.when = when;
        });
    }

    fn conditions(
        &mut self,
        part: Part,
        span: &Range<usize>,
        condition: &Condition,
        set: impl Fn(&mut Rule, Condition),
    ) {
        let names = self.catalog.names();
        let mutants = condition.mutants().into_iter();
        let mutants = mutants.map(|mutant| (names.condition(&mutant), mutant));
        self.add_each(part, span, names.condition(condition), mutants, set);
    }

    fn numbers(
        &mut self,
        part: Part,
        span: &Range<usize>,
        number: &Number,
        set: impl Fn(&mut Rule, Number),
    ) {
        let names = self.catalog.names();
        let mutants = number.mutants().into_iter().map(|mutant| (names.number(&mutant), mutant));
        self.add_each(part, span, names.number(number), mutants, set);
    }

    /// Adds each mutant that reads otherwise than the original and those before it.
    fn add_each<T>(
        &mut self,
        part: Part,
        span: &Range<usize>,
        original: String,
        mutants: impl Iterator<Item = (String, T)>,
        set: impl Fn(&mut Rule, T),
    ) {
        let mut seen = BTreeSet::from([original.clone()]);
        for (written, mutant) in mutants {
            if seen.insert(written.clone()) {
                self.add(part, span, (original.clone(), Some(written)), |rule| set(rule, mutant));
            }
        }
    }

    fn need(&mut self) {
        let (rule, span) = (self.rule, self.rule.spans.need.clone());
        let Some(need) = &rule.need else { return };
        let original = self.catalog.names().number(need);
        self.add(Part::Need, &span, (original, None), |rule| rule.need = None);
        self.numbers(Part::Need, &span, need, |rule, need| rule.need = Some(need));
    }

    fn impact(&mut self, part: Part, span: Range<usize>) {
        match &self.rule.impact {
            Impact::Expression(impact) => {
                self.numbers(part, &span, impact, |rule, impact| {
                    rule.impact = Impact::Expression(impact);
                });
            }
            Impact::ByType { types, default } => {
                for changed in beside(*default) {
                    let written = (format!("{default}"), Some(format!("{changed}")));
                    self.add(part, &span, written, |rule| {
                        if let Impact::ByType { types, default } = &mut rule.impact {
                            types.iter_mut().filter(|impact| **impact == *default).for_each(
                                |impact| {
                                    *impact = changed;
                                },
                            );
                            *default = changed;
                        }
                    });
                }
                for (kind, impact) in types.iter().enumerate() {
                    let name = &self.catalog.typology.names.get(kind as u8).id;
                    for changed in beside(*impact).filter(|_| impact != default) {
                        let written =
                            (format!("{name}: {impact}"), Some(format!("{name}: {changed}")));
                        self.add(part, &span, written, |rule| {
                            if let Impact::ByType { types, .. } = &mut rule.impact {
                                types[kind] = changed;
                            }
                        });
                    }
                }
            }
        }
    }

    fn fit(&mut self) {
        let span = self.rule.spans.fit.clone();
        // Where another pack has changed the weight, the rule's own cannot be told from it.
        let changed = self.rule.changed.as_ref().is_some_and(|change| change.weight.is_some());
        for (kind, fit) in self.rule.fit.iter().enumerate().filter(|_| !changed) {
            if *fit == 1.0 {
                continue;
            }
            let name = &self.catalog.typology.names.get(kind as u8).id;
            let original = format!("{name}: {fit}");
            self.add(Part::Fit, &span, (original.clone(), None), |rule| rule.fit[kind] = 1.0);
            let half = if *fit > 0.0 { fit / 2.0 } else { 0.5 };
            let written = (original, Some(format!("{name}: {half}")));
            self.add(Part::Fit, &span, written, |rule| rule.fit[kind] = half);
        }
    }

    fn effort(&mut self) {
        let (effort, span) = (self.rule.effort, self.rule.spans.effort.clone());
        for changed in beside(f64::from(effort)) {
            let written = (format!("{effort}"), Some(format!("{changed}")));
            self.add(Part::Effort, &span, written, |rule| rule.effort = changed as u8);
        }
    }

    fn after(&mut self) {
        let spans = &self.rule.spans;
        // Those that name this rule under `before` stand elsewhere.
        let span = if spans.after.is_empty() { spans.id.clone() } else { spans.after.clone() };
        for (position, earlier) in self.rule.after.iter().enumerate() {
            let written = (self.catalog.rules[*earlier].id.clone(), None);
            self.add(Part::After, &span, written, |rule| {
                rule.after.remove(position);
            });
        }
    }

    fn covers(&mut self) {
        let span = self.rule.spans.covers.clone();
        for (position, covered) in self.rule.covers.iter().enumerate() {
            let written = (self.catalog.rules[*covered].id.clone(), None);
            self.add(Part::Covers, &span, written, |rule| {
                rule.covers.remove(position);
            });
        }
    }

    fn variants(&mut self) {
        for (position, variant) in self.rule.variants.iter().enumerate() {
            let part = Part::Variant(position + 1);
            let original = self.catalog.names().condition(&variant.when);
            self.add(part, &variant.span, (original, None), |rule| {
                rule.variants[position].when = Condition::Constant(false);
            });
            self.conditions(part, &variant.span, &variant.when, |rule, when| {
                rule.variants[position].when = when;
            });
            let Some(effort) = variant.effort else { continue };
            let part = Part::VariantEffort(position + 1);
            for changed in beside(f64::from(effort)) {
                let written = (format!("effort: {effort}"), Some(format!("effort: {changed}")));
                self.add(part, &variant.span, written, |rule| {
                    rule.variants[position].effort = Some(changed as u8);
                });
            }
        }
    }

    fn notes(&mut self) {
        for (position, note) in self.rule.notes.iter().enumerate() {
            let part = Part::Note(position + 1);
            let original = self.catalog.names().condition(&note.when);
            self.add(part, &note.span, (original, None), |rule| {
                rule.notes[position].when = Condition::Constant(false);
            });
            self.conditions(part, &note.span, &note.when, |rule, when| {
                rule.notes[position].when = when;
            });
        }
    }

    /// Each value that a text is filled in with, left out.
    fn placeholders(&mut self) {
        let file = &self.catalog.packs[self.rule.pack].file.text;
        let mut rule = self.rule.clone();
        for (text, (language, template)) in templates(&mut rule).into_iter().enumerate() {
            for (position, (_, span)) in template.values(file).into_iter().enumerate() {
                let original = file.get(span.clone()).unwrap_or_default().to_owned();
                self.add(Part::Text(language), &span, (original, None), |rule| {
                    templates(rule)[text].1.values[position].0 = Value::Literal(LEFT_OUT.into());
                });
            }
        }
    }
}

/// What stands in a text in place of a value that is left out.
pub(super) const LEFT_OUT: &str = "…";

/// The values beside one from 1 to 5.
fn beside(value: f64) -> impl Iterator<Item = f64> {
    [value - 1.0, value + 1.0].into_iter().filter(|value| (1.0..=5.0).contains(value))
}

/// Every text of the rule, always in the same order.
fn templates(rule: &mut Rule) -> Vec<(Language, &mut Template)> {
    let Rule { texts, notes, variants, .. } = rule;
    let mut single = vec![&mut texts.title, &mut texts.why];
    single.extend(notes.iter_mut().map(|note| &mut note.text));
    let mut lists = vec![&mut texts.actions];
    for variant in variants {
        single.extend(variant.title.iter_mut().chain(&mut variant.why));
        lists.extend(&mut variant.actions);
    }
    let single = single.into_iter().flat_map(Localized::each_mut);
    let listed = lists.into_iter().flat_map(Localized::each_mut);
    let listed =
        listed.flat_map(|(language, texts)| texts.iter_mut().map(move |text| (language, text)));
    single.chain(listed).collect()
}
