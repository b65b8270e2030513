//! What a tally says, in words and shares: the contract `dteam.batch/1`. Shares are percent,
//! rounded to one decimal.

use indexmap::IndexMap;
use jiff::civil::Date;
use serde::Serialize;

use super::tally::{self, PARTS, Tally};
use super::{Settings, output};
use dteam_engine::advice::{PackName, Study};
use dteam_engine::benchmark::{Benchmark, Measure};
use dteam_engine::catalog::Catalog;
use dteam_engine::classification::TypeAssignment;
use dteam_engine::expression::reads::Read;
use dteam_engine::profile::Answers;
use dteam_engine::survey::{Kind, Slot};
use dteam_engine::typology::Group as Grouping;
use dteam_text::decimal::rounded;
use dteam_text::language::messages::message;
use dteam_text::language::{Language, capitalised};

/// The name of the JSON contract and its version.
pub const SUMMARY_SCHEMA: &str = "dteam.batch/1";

/// What many municipalities have in common and what they differ in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Summary {
    /// [`SUMMARY_SCHEMA`].
    pub schema: &'static str,
    /// The reference date.
    pub date: Option<Date>,
    /// The language of every text.
    pub language: Language,
    /// Municipalities advised: what all shares refer to.
    pub municipalities: u64,
    /// Records that could not be advised.
    pub rejected: u64,
    /// Municipalities with answers that deserve a second look.
    pub doubtful: u64,
    /// The types of all municipalities.
    pub types: Types,
    /// The types by kind, by size.
    pub groups: Vec<Group>,
    /// The steps, the most frequent first; those that come up nowhere are left out.
    pub steps: Vec<StepShare>,
    /// How many rules could not be decided, per municipality.
    pub undecided: Option<f64>,
    /// The answers beside the study's values, in the study's order.
    pub comparison: Vec<Compared>,
    /// How each question is answered, in the survey's order.
    pub questions: Vec<QuestionShare>,
    /// The study.
    pub study: Study,
    /// The packs that the steps come from.
    pub packs: Vec<PackName>,
}

/// The types of all municipalities.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Types {
    /// By type, in the study's order.
    #[serde(flatten)]
    pub all: Class,
    /// Municipalities whose type rests on their goals.
    pub by_goals: u64,
    /// Those whose type is estimated from the other answers.
    pub by_indicators: u64,
    /// Those between two types.
    pub mixed: u64,
    /// Those whose goals and other answers point to different types.
    pub goals_and_work_differ: u64,
}

/// Municipalities told apart by one question.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// The question's path.
    pub question: String,
    /// What is asked.
    pub label: String,
    /// Its options, or classes of its numbers, and those without an answer. Those with no
    /// municipality are left out.
    pub classes: Vec<Class>,
}

/// Some municipalities, and of which types they are.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Class {
    /// What they have in common.
    pub label: String,
    /// The option they chose.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub option: Option<String>,
    /// The least number of the class.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<f64>,
    /// The number that the class stays below.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub below: Option<f64>,
    /// How many there are.
    pub municipalities: u64,
    /// By type, in the study's order.
    pub types: IndexMap<String, TypeShare>,
    /// Those whose type cannot be told.
    pub no_type: u64,
}

/// The municipalities of one type.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TypeShare {
    /// The type's name.
    pub label: String,
    /// How many there are.
    pub municipalities: u64,
    /// Percent of those whose type is known.
    pub share: Option<f64>,
    /// Percent in the study, where it tells them apart in the same way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub study: Option<f64>,
}

/// For how many municipalities a step comes up.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StepShare {
    /// `pack/rule`.
    pub rule: String,
    /// The step in a few words.
    pub title: String,
    /// Municipalities it comes up for.
    pub municipalities: u64,
    /// The same in percent.
    pub share: Option<f64>,
    /// Those for which it is one of the first five.
    pub first_five: u64,
    /// The same in percent.
    pub first_five_share: Option<f64>,
    /// Those for which its turn is now.
    pub now: u64,
    /// Those for which answers are missing to decide it.
    pub undecided: u64,
}

/// The answers of many beside a value of the study.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Compared {
    /// The question's path.
    pub question: String,
    /// The option, where the value is one of an option.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub option: Option<String>,
    /// What is asked.
    pub label: String,
    /// The answer that is counted: the option's name, that none was chosen, or how many were.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
    /// `share` or `none` (percent of municipalities), `mean`, `count` (options chosen) or `score`
    /// (mean rank score).
    pub measure: &'static str,
    /// `percent` or none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<&'static str>,
    /// Municipalities that have answered.
    pub municipalities: u64,
    /// Their share or mean; `None` if nobody has answered.
    pub value: Option<f64>,
    /// The study's values.
    pub study: StudyValues,
    /// The study's table.
    pub table: u8,
    /// The table's title.
    pub table_title: String,
    /// The municipalities the study's values refer to, where these are not all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<String>,
}

/// Values of the study.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StudyValues {
    /// Of all municipalities, where the study prints it.
    pub all: Option<f64>,
    /// By type.
    pub by_type: IndexMap<String, f64>,
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QuestionShare {
    /// The question's path.
    pub question: String,
    /// What is asked.
    pub label: String,
    /// Municipalities that have answered it.
    pub answered: u64,
    /// Those that have not.
    pub unanswered: u64,
    /// How many rules read it.
    pub rules: usize,
    /// The mean of the numbers given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mean: Option<f64>,
    /// How often each option was chosen; of a yes-or-no question, `true`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<OptionShare>,
}

/// How often an option was chosen.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OptionShare {
    /// The option's id.
    pub option: String,
    /// What it is called.
    pub label: String,
    /// Municipalities that chose it.
    pub municipalities: u64,
    /// Percent of those that have answered.
    pub share: Option<f64>,
}

pub(super) fn summary(catalog: &Catalog, settings: &Settings, tally: &Tally) -> Summary {
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
        |(place, (name, municipalities))| {
            let share = TypeShare {
                label: name.label.get(language).to_string(),
                municipalities: *municipalities,
                share: percent(*municipalities, known),
                study: study.map(|study| study[place]),
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
    let groups = groupings.iter().enumerate().map(|(place, grouping)| {
        let question = catalog.survey.question(grouping.question);
        let count = tally::classes(catalog, grouping);
        let classes = (0..count).map(|number| {
            let counts = tally.class(catalog, &groupings, place, number);
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
        measure: benchmark.measure.name(),
        unit: (matches!(question.kind, Kind::Percent) && benchmark.measure == Measure::Mean)
            .then_some("percent"),
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
        let options = match (&question.kind, question.kind.options()) {
            (Kind::Flag, _) => {
                vec![share("true", message(language, "yes", &[]), counts[2])]
            }
            (_, Some(options)) => options
                .0
                .iter()
                .zip(&counts[2..])
                .map(|(option, count)| {
                    share(&option.id, option.label.get(language).to_string(), *count)
                })
                .collect(),
            _ => Vec::new(),
        };
        QuestionShare {
            question: question.path.to_string(),
            label: question.label.get(language).to_string(),
            answered,
            unanswered: tally.advised.saturating_sub(answered),
            rules: readers[slot.index()],
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

/// How many rules read each question in their condition.
fn readers(catalog: &Catalog) -> Vec<usize> {
    let mut readers = vec![0; catalog.survey.questions.len()];
    for rule in catalog.rules.iter().filter(|rule| !rule.is_off()) {
        let mut slots: Vec<Slot> = Vec::new();
        rule.when.reads(&mut |read| {
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
