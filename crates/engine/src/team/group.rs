//! Teams by an answer: a Land, a kind of municipality.

use crate::catalog::Catalog;
use crate::profile::read;
use crate::profile::{Answer, Profile};
use crate::survey::{Control, Slot, in_words};
use dteam_text::diagnostic::{Invalid, Problem};
use dteam_text::language::Language;
use dteam_text::language::messages::message;

/// The question whose answers make teams.
#[derive(Debug, Clone, Copy)]
pub struct Grouping(Slot);

impl Catalog {
    /// Teams by the answers to the question of this path.
    ///
    /// # Errors
    /// [`Invalid`] if there is no such question, or its answers are not one out of a few.
    pub fn grouping(&self, path: &str) -> Result<Grouping, Invalid> {
        let slot = self.survey.find(path).ok_or_else(|| read::unknown(&self.survey, path))?;
        match self.survey.question(slot).kind.control() {
            Control::One(_) | Control::Level(_) | Control::YesOrNo => Ok(Grouping(slot)),
            Control::Several(_) | Control::Ranked(..) | Control::Number(_) | Control::Line => {
                Err(Problem::NoGroups { question: path.to_owned() }.into())
            }
        }
    }

    /// The number of the answer that makes the profile's group, in the survey's order; `None` where
    /// there is none.
    pub fn group_of(&self, grouping: Grouping, profile: &Profile) -> Option<u8> {
        match profile.answers.get(grouping.0)? {
            Answer::Option(option) => Some(*option),
            Answer::Number(level) => Some(*level as u8),
            Answer::Flag(flag) => Some(u8::from(*flag)),
            Answer::Options(_) | Answer::Ranking(_) | Answer::Text(_) => None,
        }
    }

    /// What people call a group.
    pub fn group_label(&self, grouping: Grouping, group: Option<u8>, language: Language) -> String {
        let question = self.survey.question(grouping.0);
        let Some(group) = group else { return message(language, "unanswered", &[]) };
        let answer = match question.kind.control() {
            Control::YesOrNo => Answer::Flag(group == 1),
            Control::Level(_) => Answer::Number(f64::from(group)),
            Control::One(_)
            | Control::Several(_)
            | Control::Ranked(..)
            | Control::Number(_)
            | Control::Line => Answer::Option(group),
        };
        in_words(question, &answer, language)
    }
}
