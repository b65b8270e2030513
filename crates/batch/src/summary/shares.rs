//! From a tally to its summary.

use super::{
    Class, Compared, Group, Never, OptionShare, QuestionShare, SUMMARY_SCHEMA, StepShare,
    StudyValues, Summary, TypeShare, Types,
};
use crate::tally::{self, PARTS, Tally};
use crate::{Settings, output};
use dteam_engine::benchmark::{Benchmark, Measure};
use dteam_engine::catalog::Catalog;
use dteam_engine::classification::TypeAssignment;
use dteam_engine::expression::reads::Read;
use dteam_engine::profile::Answers;
use dteam_engine::survey::{Control, Slot};
use dteam_engine::typology::Group as Grouping;
use dteam_text::decimal::rounded;
use dteam_text::language::messages::message;
use dteam_text::language::{Language, capitalised};

pub(crate) fn summary(catalog: &Catalog, settings: &Settings, tally: &Tally) -> Summary {
    let language = settings.language;
    let undecided = tally::sum(tally.rules.iter().map(|counts| &counts[3]));
    let [by_goals, by_indicators] = tally.basis;
    let all = message(language, "batch-all", &[]);
    let study = &catalog.typology.prior.all;
    let (answers, standing) = (Answers::none(&catalog.survey), TypeAssignment::unknown());
    Summary {
        schema: SUMMARY_SCHEMA,
        date: settings.date,
        language,
        municipalities: tally.advised,
        rejected: tally.rejected,
        doubtful: tally.doubtful,
        types: Types {
            all: class(catalog, all, &tally.types[0], Some(study), language),
            by_goals,
            by_indicators,
            mixed: tally.mixed,
            goals_and_work_differ: tally.differ,
        },
        groups: groups(catalog, settings, tally),
        steps: steps(catalog, tally, language),
        never: never(catalog, tally, language),
        undecided: mean(undecided as f64, tally.advised).map(|mean| rounded(mean, 1)),
        comparison: comparison(catalog, tally, language),
        questions: questions(catalog, tally, language),
        study: catalog.study(language),
        packs: catalog.pack_names(&catalog.facts(&answers, &standing), language),
    }
}

fn mean(sum: f64, count: u64) -> Option<f64> {
    (count > 0).then(|| sum / count as f64)
}

/// Percent, rounded to one decimal.
fn percent(part: u64, whole: u64) -> Option<f64> {
    mean(part as f64 * 100.0, whole).map(|share| rounded(share, 1))
}

fn class(
    catalog: &Catalog,
    label: String,
    counts: &[u64],
    study: Option<&Vec<f64>>,
    language: Language,
) -> Class {
    let count = catalog.typology.count();
    let known = tally::sum(&counts[..count]);
    let types = catalog.typology.names.0.iter().zip(counts).enumerate().map(
        |(index, (name, municipalities))| {
            let share = TypeShare {
                label: name.label.get(language).to_string(),
                municipalities: *municipalities,
                share: percent(*municipalities, known),
                study: study.map(|study| study[index]),
            };
            (name.id.to_string(), share)
        },
    );
    Class {
        label,
        option: None,
        from: None,
        below: None,
        municipalities: tally::sum(counts),
        types: types.collect(),
        no_type: counts[count],
    }
}

fn groups(catalog: &Catalog, settings: &Settings, tally: &Tally) -> Vec<Group> {
    let groupings = tally::groups(catalog, settings);
    let groups = groupings.iter().enumerate().map(|(index, grouping)| {
        let question = catalog.survey.question(grouping.question);
        let count = tally::classes(catalog, grouping);
        let classes = (0..count).map(|number| {
            let counts = tally.class(catalog, &groupings, index, number);
            match number + 1 == count {
                true => {
                    let label = message(settings.language, "batch-unanswered", &[]);
                    class(catalog, label, counts, None, settings.language)
                }
                false => one_of(catalog, grouping, number, counts, settings.language),
            }
        });
        Group {
            question: question.path.to_string(),
            label: question.label.get(settings.language).to_string(),
            classes: classes.filter(|class| class.municipalities > 0).collect(),
        }
    });
    groups.collect()
}

/// A class of those that have answered.
fn one_of(
    catalog: &Catalog,
    grouping: &Grouping,
    number: usize,
    counts: &[u64],
    language: Language,
) -> Class {
    let kind = &catalog.survey.question(grouping.question).kind;
    if let Some(options) = kind.options() {
        let option = options.get(number as u8);
        let prior = &catalog.typology.prior;
        let study = (prior.question == grouping.question).then(|| &prior.by_option[number]);
        let label = capitalised(option.label.get(language));
        return Class {
            option: Some(option.id.to_string()),
            ..class(catalog, label, counts, study, language)
        };
    }
    let from = number.checked_sub(1).map(|before| grouping.bounds[before]);
    let below = grouping.bounds.get(number).copied();
    let written =
        |bound: Option<f64>| bound.map_or_else(String::new, |bound| language.number(bound)).into();
    let id = match (from, below) {
        (None, _) => "batch-class-below",
        (_, None) => "batch-class-from",
        _ => "batch-class-between",
    };
    let label = message(language, id, &[("from", written(from)), ("below", written(below))]);
    Class { from, below, ..class(catalog, label, counts, None, language) }
}

fn steps(catalog: &Catalog, tally: &Tally, language: Language) -> Vec<StepShare> {
    let titles = output::titles(catalog, language);
    let mut steps: Vec<StepShare> = catalog
        .rules
        .iter()
        .zip(titles)
        .zip(&tally.rules)
        .filter(|(_, counts)| counts[0] > 0)
        .map(|((rule, title), [municipalities, first_five, now, undecided])| StepShare {
            rule: rule.id.to_string(),
            title,
            municipalities: *municipalities,
            share: percent(*municipalities, tally.advised),
            first_five: *first_five,
            first_five_share: percent(*first_five, tally.advised),
            now: *now,
            undecided: *undecided,
        })
        .collect();
    // A stable sort: of equals, the catalog's order stays.
    steps.sort_by_key(|step| std::cmp::Reverse((step.municipalities, step.first_five)));
    steps
}

/// Rules that are no step for anybody, and parts of the others that are in no advice.
fn never(catalog: &Catalog, tally: &Tally, language: Language) -> Vec<Never> {
    let titles = output::titles(catalog, language);
    let names = catalog.names();
    let mut never = Vec::new();
    let rules = catalog.rules.iter().zip(titles).zip(&tally.rules).zip(&tally.parts);
    for (((rule, title), counts), seen) in rules.filter(|(((rule, ..), _), _)| !rule.is_off()) {
        let entry = |variant, note, condition| Never {
            rule: rule.id.to_string(),
            title: title.clone(),
            variant,
            note,
            condition: names.condition(condition),
        };
        if counts[0] == 0 {
            never.push(entry(None, None, &rule.when));
            continue;
        }
        let (variants, notes) = seen.split_at(rule.variants.len());
        let unseen = |seen: &[u64]| -> Vec<usize> {
            let unseen = seen.iter().enumerate().filter(|(_, seen)| **seen == 0);
            unseen.map(|(position, _)| position).collect()
        };
        for position in unseen(variants) {
            never.push(entry(Some(position + 1), None, &rule.variants[position].when));
        }
        for position in unseen(notes) {
            never.push(entry(None, Some(position + 1), &rule.notes[position].when));
        }
    }
    never
}

fn comparison(catalog: &Catalog, tally: &Tally, language: Language) -> Vec<Compared> {
    let values = catalog.benchmarks.iter().zip(&tally.benchmarks);
    let comparable = values.filter(|(benchmark, _)| benchmark.measure != Measure::Median);
    comparable
        .map(|(benchmark, [count, sum])| compared(catalog, benchmark, *count, *sum, language))
        .collect()
}

fn compared(
    catalog: &Catalog,
    benchmark: &Benchmark,
    count: u64,
    sum: u64,
    language: Language,
) -> Compared {
    let question = catalog.survey.question(benchmark.question);
    let option = benchmark
        .option
        .and_then(|option| question.kind.options().map(|options| options.get(option)));
    let digits = if matches!(benchmark.measure, Measure::Share | Measure::None) { 1 } else { 2 };
    let table = catalog.benchmarks.table(benchmark.table);
    let names = catalog.typology.names.0.iter().map(|name| name.id.to_string());
    Compared {
        question: question.path.to_string(),
        option: option.map(|option| option.id.to_string()),
        label: question.label.get(language).to_string(),
        answer: match (benchmark.measure, option) {
            (Measure::Count, _) => Some(message(language, "batch-number", &[])),
            (Measure::None, _) => Some(message(language, "batch-none", &[])),
            (_, option) => option.map(|option| option.label.get(language).to_string()),
        },
        measure: benchmark.measure,
        unit: benchmark.unit(&catalog.survey),
        municipalities: count,
        value: mean(sum as f64 / PARTS, count).map(|value| rounded(value, digits)),
        study: StudyValues {
            all: benchmark.all,
            by_type: names.zip(benchmark.by_type.iter().copied()).collect(),
        },
        table: benchmark.table,
        table_title: table.map_or_else(String::new, |table| table.title.get(language).to_string()),
        base: table
            .and_then(|table| table.base.as_ref())
            .map(|base| base.get(language).to_string()),
    }
}

fn questions(catalog: &Catalog, tally: &Tally, language: Language) -> Vec<QuestionShare> {
    let readers = readers(catalog);
    let questions = catalog.survey.slots().zip(&tally.answers).map(|(slot, counts)| {
        let question = catalog.survey.question(slot);
        let answered = counts[0];
        let share = |option: &str, label: String, municipalities: u64| OptionShare {
            option: option.to_owned(),
            label,
            municipalities,
            share: percent(municipalities, answered),
        };
        let options = match question.kind.control() {
            Control::YesOrNo => vec![share("true", message(language, "yes", &[]), counts[2])],
            Control::One(options) | Control::Several(options) | Control::Ranked(options, _) => {
                let counted = options.0.iter().zip(&counts[2..]);
                counted
                    .map(|(option, count)| {
                        share(&option.id, option.label.get(language).to_string(), *count)
                    })
                    .collect()
            }
            Control::Level(_) | Control::Number(_) | Control::Line => Vec::new(),
        };
        QuestionShare {
            question: question.path.to_string(),
            label: question.label.get(language).to_string(),
            answered,
            unanswered: tally.advised.saturating_sub(answered),
            rules: readers[slot.index()],
            pack: (slot.index() >= catalog.survey.own)
                .then(|| catalog.survey.sections[question.section].id.clone()),
            mean: question
                .kind
                .range()
                .and_then(|_| mean(counts[1] as f64 / PARTS, answered))
                .map(|mean| rounded(mean, 2)),
            options,
        }
    });
    questions.collect()
}

/// How many rules read each question in whatever decides about their step.
fn readers(catalog: &Catalog) -> Vec<usize> {
    let mut readers = vec![0; catalog.survey.questions.len()];
    for rule in catalog.rules.iter().filter(|rule| !rule.is_off()) {
        let mut slots: Vec<Slot> = Vec::new();
        rule.reads(&mut |read| {
            if let Read::Answer(slot) = read
                && !slots.contains(&slot)
            {
                slots.push(slot);
            }
        });
        slots.iter().for_each(|slot| readers[slot.index()] += 1);
    }
    readers
}
