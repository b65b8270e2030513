//! The types of municipality: what their goals have in common, what others can learn from them and
//! they from others.

use indexmap::IndexMap;

use crate::profile::{Answer, Answers};
use crate::survey::{Options, Slot};
use dteam_text::language::{Language, Localized};

pub mod load;

/// All types and how a municipality comes by one.
#[derive(Debug)]
pub struct Typology {
    /// The types' ids and labels, in the study's order; a type is known by its index here.
    pub names: Options,
    /// The types, in the same order.
    pub types: Vec<Type>,
    /// How goals become a type.
    pub goals: Goals,
    /// How often each type is found.
    pub prior: Prior,
    /// A mixed form from this ratio (0..1) of the second degree of membership to the first.
    pub mixed_ratio: f64,
    /// Fewer answers than this give no estimate by indicators.
    pub least_answers: usize,
    /// What many municipalities are told apart by.
    pub groups: Vec<Group>,
}

/// A question by whose answers many municipalities are told apart: the options of a choice, or
/// classes of a number.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The question.
    pub question: Slot,
    /// Of a number, where each class but the first begins; rising.
    pub bounds: Vec<f64>,
}

/// One type.
#[derive(Debug)]
pub struct Type {
    /// "zählt zu den …", to follow a municipality's name.
    pub belongs: Localized,
    /// "den …", to follow "von".
    pub dative: Localized,
    /// The goals that lead municipalities of the type, in words.
    pub leading_goals: Localized,
    /// What the type means, in a sentence.
    pub meaning: Localized,
    /// The cluster centre: the mean score of each goal, in the order of the goals' options.
    pub centre: Vec<f64>,
    /// What others can learn from it.
    pub strengths: Vec<Localized>,
    /// What it can learn from others.
    pub learns: Vec<Learning>,
}

/// What a type can learn, and from whom.
#[derive(Debug)]
pub struct Learning {
    /// What it is about.
    pub topic: Localized,
    /// The types to learn from.
    pub from: Vec<u8>,
    /// The questions it shows in.
    pub questions: Vec<Slot>,
}

/// How goals become points beside the centres.
#[derive(Debug)]
pub struct Goals {
    /// The ranking of goals.
    pub question: Slot,
    /// The score of the first, second, … goal.
    pub scores: Vec<f64>,
    /// The study's table with the centres.
    pub table: u8,
}

/// How often each type is found, by the answer to one question.
#[derive(Debug)]
pub struct Prior {
    /// The question whose answer the shares depend on.
    pub question: Slot,
    /// The study's table with the shares.
    pub table: u8,
    /// One row per option of the question: the types' shares in percent.
    pub by_option: Vec<Vec<f64>>,
    /// The types' shares among all municipalities, in percent.
    pub all: Vec<f64>,
}

impl Typology {
    /// The types' names by their ids.
    pub fn labels(&self, language: Language) -> IndexMap<String, String> {
        self.names
            .0
            .iter()
            .map(|name| (name.id.to_string(), name.label.get(language).to_string()))
            .collect()
    }

    /// The number of types.
    pub fn count(&self) -> usize {
        self.types.len()
    }
}

impl Prior {
    /// The types' shares among municipalities with these answers, in percent.
    pub fn shares(&self, answers: &Answers) -> &[f64] {
        match answers.get(self.question) {
            Some(Answer::Option(option)) => &self.by_option[usize::from(*option)],
            _ => &self.all,
        }
    }
}
