//! What the study measured for each type and for all municipalities, as `benchmarks.yaml` gives it.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

use crate::profile::{Answer, Answers};
use crate::survey::{Kind, OptionSet, Question, Slot, Survey};
use dteam_text::entries::Entries;
use dteam_text::language::{ByLanguage, Localized};

pub mod draw;
pub mod level;
mod likelihood;
pub mod load;

/// All values of the study's tables.
#[derive(Debug, Default)]
pub struct Benchmarks {
    values: Vec<Benchmark>,
    /// The value that stands for a question, or for one of its options.
    by_question: HashMap<(Slot, Option<u8>), u16>,
    /// The questions the estimate of the type rests on, in the survey's order.
    indicators: Vec<Slot>,
    /// The questions whose answers are set beside a value, in the survey's order.
    compared: Vec<Slot>,
    evidence: Vec<likelihood::Evidence>,
    /// The logarithms of how common each level is.
    levels: Vec<f64>,
    /// The study's tables, in the order of the file.
    pub tables: Vec<Table>,
}

/// A table of the study.
#[derive(Debug)]
pub struct Table {
    /// Its number in the study, from 1.
    pub number: u8,
    /// Its title.
    pub title: Localized,
    /// The municipalities its values refer to, where these are not all.
    pub base: Option<Localized>,
}

/// One row of a table.
#[derive(Debug)]
pub struct Benchmark {
    /// The question it is a value of.
    pub question: Slot,
    /// The option, where it is a value of one.
    pub option: Option<u8>,
    /// What it is a measure of.
    pub measure: Measure,
    /// In the typology's order.
    pub by_type: Vec<f64>,
    /// Where the study prints it.
    pub all: Option<f64>,
    /// The study takes more of it to be further along.
    pub higher_is_better: bool,
    /// Part of the estimate of the type.
    pub indicator: bool,
    /// In a ranking, the number of ranks that count as chosen, from the first.
    pub ranks: Option<usize>,
    /// The municipalities the value holds for, where these are not all.
    pub holds_for: Option<(Slot, OptionSet)>,
    /// The number of the study's table.
    pub table: u8,
    /// What a comparison with it is called.
    pub label: ByLanguage<OnceLock<String>>,
    /// What is said where few have it: the same for each municipality that does.
    pub rare: ByLanguage<OnceLock<String>>,
    /// What is said where there is more than anywhere on average: before and behind how much it is.
    pub much: ByLanguage<OnceLock<(String, String)>>,
    /// `by_type` with the types' ids, put together when somebody first asks.
    pub named: OnceLock<Arc<Entries<Box<str>, f64>>>,
}

/// What a value is a measure of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Measure {
    /// Percent of municipalities that chose the option or said yes.
    Share,
    /// Mean of the numbers given.
    Mean,
    /// Mean number of options chosen.
    Count,
    /// Percent of municipalities that chose no option at all.
    None,
    /// Mean rank score.
    Score,
    /// Median of the numbers given.
    Median,
}

/// The unit of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Unit {
    /// Of percentages, 0..100.
    Percent,
}

impl Measure {
    /// The names, in the order of the variants.
    pub const NAMES: [&'static str; 6] = ["share", "mean", "count", "none", "score", "median"];

    /// The measure of that name.
    pub fn named(name: &str) -> Option<Measure> {
        [
            Measure::Share,
            Measure::Mean,
            Measure::Count,
            Measure::None,
            Measure::Score,
            Measure::Median,
        ]
        .into_iter()
        .find(|measure| measure.name() == name)
    }

    /// Its name in `benchmarks.yaml` and in JSON.
    pub fn name(self) -> &'static str {
        Measure::NAMES[self as usize]
    }
}

impl Benchmark {
    /// The unit of its values, where they are means of answers that have one.
    pub fn unit(&self, survey: &Survey) -> Option<Unit> {
        let is_percent = survey.question(self.question).kind.is_percent();
        (is_percent && self.measure == Measure::Mean).then_some(Unit::Percent)
    }

    /// What the answer is on the value's own scale: a number, or true and false as 100 and 0.
    pub fn of_answer(&self, answer: &Answer) -> Option<f64> {
        let share = |chosen: bool| if chosen { 100.0 } else { 0.0 };
        match (self.measure, answer) {
            (Measure::Mean | Measure::Median, Answer::Number(number)) => Some(*number),
            (Measure::Share, Answer::Flag(flag)) => Some(share(*flag)),
            (Measure::Share, Answer::Option(option)) => Some(share(self.option == Some(*option))),
            (Measure::Share, Answer::Ranking(ranking)) => {
                let index = ranking.index(self.option?);
                Some(share(index.is_some_and(|index| self.ranks.is_none_or(|ranks| index < ranks))))
            }
            (Measure::Share, Answer::Options(options)) => Some(share(options.has(self.option?))),
            (Measure::Count, answer) => Some(f64::from(answer.options()?.count())),
            (Measure::None, answer) => Some(share(answer.options()? == OptionSet::default())),
            _ => None,
        }
    }

    /// Whether answers are set beside the value: more of it is further along, and it is of a kind
    /// that one municipality can have too.
    pub fn is_compared(&self) -> bool {
        self.higher_is_better
            && matches!(self.measure, Measure::Share | Measure::Mean | Measure::Count)
    }

    /// Whether the value holds for a municipality with these answers.
    pub fn holds(&self, answers: &Answers) -> bool {
        let Some((question, options)) = self.holds_for else { return true };
        matches!(answers.get(question), Some(Answer::Option(option)) if options.has(*option))
    }

    /// The type with the highest value; of several, the first.
    pub fn best(&self) -> (u8, f64) {
        let mut best = (0, f64::NEG_INFINITY);
        for (kind, value) in self.by_type.iter().enumerate() {
            if *value > best.1 {
                best = (kind as u8, *value);
            }
        }
        best
    }
}

impl Benchmarks {
    /// The values with what is looked up in them.
    pub fn new(values: Vec<Benchmark>, tables: Vec<Table>, survey: &Survey) -> Self {
        let mut by_question: HashMap<(Slot, Option<u8>), u16> = HashMap::new();
        let (mut indicators, mut compared) = (Vec::new(), Vec::new());
        for (number, value) in values.iter().enumerate() {
            if value.holds_for.is_none() && value.measure != Measure::None {
                by_question.entry((value.question, value.option)).or_insert(number as u16);
            }
            if value.indicator && !indicators.contains(&value.question) {
                indicators.push(value.question);
            }
            if value.is_compared() && !compared.contains(&value.question) {
                compared.push(value.question);
            }
        }
        indicators.sort_unstable();
        compared.sort_unstable();
        let grid = level::Grid::new();
        let evidence = likelihood::evidence(&values, &indicators, survey, &grid);
        let levels = grid.logarithms().to_vec();
        Benchmarks { values, by_question, indicators, compared, evidence, levels, tables }
    }

    /// The value of that number; it has to be one of this catalog's.
    pub fn get(&self, number: u16) -> &Benchmark {
        &self.values[usize::from(number)]
    }

    /// All values, in the order of the file.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Benchmark> {
        self.values.iter()
    }

    /// The value of a question as a whole, or of one option.
    pub fn find(&self, question: Slot, option: Option<u8>) -> Option<u16> {
        self.by_question.get(&(question, option)).copied()
    }

    /// The options of a question that have a value, for a message; `none` if there are none.
    pub fn options_of(&self, slot: Slot, question: &Question) -> String {
        let Some(options) = question.kind.options() else { return "none".to_owned() };
        let with_value =
            (0..options.0.len() as u8).filter(|option| self.find(slot, Some(*option)).is_some());
        let ids: Vec<&str> = with_value.map(|option| options.get(option).id.as_str()).collect();
        if ids.is_empty() { "none".to_owned() } else { ids.join(", ") }
    }

    /// The questions that the estimate of the type rests on, in the survey's order.
    pub fn indicator_questions(&self) -> impl Iterator<Item = Slot> {
        self.indicators.iter().copied()
    }

    /// The questions whose answers are set beside a value, in the survey's order.
    pub fn compared_questions(&self) -> impl Iterator<Item = Slot> {
        self.compared.iter().copied()
    }

    /// The table of that number.
    pub fn table(&self, number: u8) -> Option<&Table> {
        self.tables.iter().find(|table| table.number == number)
    }
}

/// The measure a value has if it names none.
pub fn usual_measure(kind: &dyn Kind) -> Measure {
    if kind.range().is_some() { Measure::Mean } else { Measure::Share }
}
