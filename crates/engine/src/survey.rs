//! The questions a profile can answer, as `survey.yaml` defines them.
//!
//! The code knows kinds of questions, never a question: another study is another file.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicU64, Ordering};

use dteam_text::diagnostic::Location;
use dteam_text::language::{Language, Localized};

pub mod answer;
mod in_words;
pub mod kind;
pub mod load;
mod options;
pub mod raw;
mod sections;

pub use answer::{Answer, MAX_RANKED, Ranking};
pub use in_words::in_words;
pub use kind::{Bounds, Control, Kind};
pub use options::{Choice, MAX_OPTIONS, OptionSet, Options};
pub use sections::Sections;

/// The index of a question in the survey, and of its answer in a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot(pub u16);

impl Slot {
    /// The index.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// The most questions a survey may have, with those of the packs: far more than anybody answers.
pub const MAX_QUESTIONS: usize = 1000;

/// Identifies a survey: no two loaded in one process share an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SurveyId(u64);

impl SurveyId {
    fn next() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        SurveyId(NEXT.fetch_add(1, Ordering::Relaxed))
    }
}

/// All questions, in the order in which they are asked.
#[derive(Debug)]
pub struct Survey {
    /// Which survey it is.
    pub id: SurveyId,
    /// The languages that the study's texts are in, the one it speaks by itself first.
    pub languages: Vec<Language>,
    /// What the whole is called.
    pub title: Localized,
    /// The study it belongs to.
    pub source: Source,
    /// The groups in which questions are asked, in order.
    pub sections: Vec<Section>,
    /// The questions by their slots; at most [`MAX_QUESTIONS`].
    pub questions: Vec<Question>,
    /// The slots by the questions' paths.
    pub by_path: HashMap<String, Slot>,
    /// The question of the state (Land) that a municipality lies in, if the survey says which it is.
    pub states: Option<Slot>,
    /// The paths that questions are below.
    pub groups: HashSet<Box<str>>,
    /// How many of the questions, the first ones, are the survey's own; packs ask the rest.
    pub own: usize,
}

/// What a path in a profile stands for.
pub enum Named {
    /// A question.
    Question(Slot),
    /// Questions are below it.
    Group,
    /// The survey knows no such path.
    Nothing,
}

/// The study that the survey belongs to.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// The year in which it was published.
    pub published: u16,
    /// The year in which the municipalities were asked.
    pub surveyed: u16,
    /// How many were asked and answered, in a sentence.
    pub sample: Localized,
    /// The sections that rules may cite.
    pub sections: Sections,
}

/// A group of questions.
#[derive(Debug)]
pub struct Section {
    /// How questions name it; a pack that asks has one of its own id.
    pub id: String,
    /// Its heading.
    pub title: Localized,
}

/// One question.
#[derive(Debug)]
pub struct Question {
    /// Its key in a profile, the names of its groups before it: `group.question`.
    pub path: String,
    /// The index of its section.
    pub section: usize,
    /// What answers it takes.
    pub kind: Box<dyn Kind>,
    /// A fact that taking a step does not change, such as the population.
    pub fixed: bool,
    /// What is asked, in a few words.
    pub label: Localized,
    /// What is meant.
    pub help: Localized,
    /// What a number counts.
    pub unit: Option<Localized>,
    /// The study's table it belongs to, 1 to 99.
    pub table: Option<u8>,
    /// What a text says in place of the answer while there is none.
    pub unanswered: Option<Localized>,
    /// Where it is defined.
    pub location: Location,
}

impl Survey {
    /// The question of a slot of this survey.
    pub fn question(&self, slot: Slot) -> &Question {
        &self.questions[slot.index()]
    }

    /// The question of this path.
    pub fn find(&self, path: &str) -> Option<Slot> {
        self.by_path.get(path).copied()
    }

    /// What has this path. Asked first is the question `next` to the one found last: most profiles
    /// keep the survey's order.
    pub fn named(&self, path: &str, next: &mut usize) -> Named {
        let expected =
            self.questions.get(*next).and_then(|question| question.path.strip_prefix(path));
        let slot = match expected {
            Some("") => Some(Slot(*next as u16)),
            Some(rest) if rest.starts_with('.') => return Named::Group,
            _ => self.find(path),
        };
        match slot {
            Some(slot) => {
                *next = slot.index() + 1;
                Named::Question(slot)
            }
            None if self.groups.contains(path) => Named::Group,
            None => Named::Nothing,
        }
    }

    /// The survey's own questions, without those that packs ask.
    pub fn own_slots(&self) -> impl Iterator<Item = Slot> {
        self.slots().take(self.own)
    }

    /// The questions that a pack asks, whose paths begin with `group`.
    pub fn asked_by(&self, group: &str) -> impl Iterator<Item = &Question> {
        self.questions[self.own..]
            .iter()
            .filter(move |question| question.path.split('.').next() == Some(group))
    }

    /// The slots of all questions, in order.
    pub fn slots(&self) -> impl Iterator<Item = Slot> {
        (0..self.questions.len() as u16).map(Slot)
    }

    /// The paths of all questions, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.questions.iter().map(|question| question.path.as_str())
    }
}
