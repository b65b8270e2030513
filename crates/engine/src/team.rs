//! Municipalities as a team: what they do together, who learns what from whom, whom they ask.
//!
//! Its JSON form is the contract `dteam.team/1`; `schema/team.schema.json` describes it.

use serde::Serialize;

use crate::catalog::Catalog;
use crate::classification::TypeAssignment;
use crate::profile::Answers;
use crate::survey::in_words;
use dteam_text::language::Language;

mod group;
mod likeness;
pub mod matching;
mod member;
mod needs;
mod pairs;
mod projects;

pub use group::Grouping;
pub use member::Member;
use needs::Needs;

/// The name of the JSON contract and its version.
pub const TEAM_SCHEMA: &str = "dteam.team/1";

/// How a team is formed.
#[derive(Debug, Clone, Copy)]
pub struct TeamOptions {
    /// The language of every text.
    pub language: Language,
    /// How many pairs a mentor has at most.
    pub load: usize,
    /// How many topics a learner has at most.
    pub topics: usize,
}

/// How many pairs a mentor has unless somebody asks for another number.
pub const LOAD: usize = 3;

/// How many topics a learner has unless somebody asks for another number.
pub const TOPICS: usize = 3;

/// A team of municipalities.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Team {
    /// [`TEAM_SCHEMA`].
    pub schema: &'static str,
    /// The language of every text.
    pub language: Language,
    /// The answer that its members have in common, where teams are formed by one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// The members, in the order of the input.
    pub municipalities: Vec<Municipality>,
    /// Steps that several need and can do together, those first that save most.
    pub joint: Vec<Joint>,
    /// Who learns what from whom, in the order of the learners.
    pub pairs: Vec<Pair>,
    /// Whom to call, and what about.
    pub calls: Vec<Call>,
    /// What each can offer that others need, in the order of the members.
    pub strengths: Vec<Offers>,
    /// Steps that some need and nobody in the team has done, the most important first.
    pub alone: Vec<Alone>,
}

/// A member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Municipality {
    /// Names it in the team.
    pub id: String,
    /// Its name; its id where it has none.
    pub name: String,
    /// The id of its type; `None` if there is none.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// What people call the type.
    pub type_label: Option<String>,
    /// How many steps it has.
    pub steps: usize,
}

/// A step that several can do together.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Joint {
    /// `pack/rule`.
    pub rule: String,
    /// The step in a few words.
    pub title: String,
    /// Those who need it.
    pub members: Vec<String>,
    /// Those whose answers show that they have it.
    pub experienced: Vec<String>,
    /// Who can lead: one who has it, or else the member to whom it matters most; whoever leads least
    /// so far.
    pub lead: String,
    /// Own person-days of all members, each by itself: an estimate.
    pub days_alone: f64,
    /// The same together.
    pub days_together: f64,
    /// The mean of the members' priorities, 0..100.
    pub priority: f64,
}

/// Somebody who learns something from somebody.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Pair {
    /// Who needs the step.
    pub learner: String,
    /// Who has it.
    pub mentor: String,
    /// `pack/rule`.
    pub rule: String,
    /// The step in a few words.
    pub title: String,
    /// Their answers.
    pub because: Because,
    /// How much the pair counts: the learner's priority times the likeness of both, 0..100.
    pub gain: f64,
}

/// Why one can learn from the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Because {
    /// The question whose answers show it.
    pub question: String,
    /// What is asked.
    pub label: String,
    /// The learner's answer in words; `None` where there is none.
    pub learner: Option<String>,
    /// The mentor's.
    pub mentor: Option<String>,
    /// The mentor is of a type that the study recommends for it.
    pub by_type: bool,
}

/// Somebody to call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Call {
    /// The partner's id.
    pub to: String,
    /// What people call it.
    pub label: String,
    /// What members would ask, the most members first.
    pub about: Vec<Topic>,
}

/// A step and those who need it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Topic {
    /// `pack/rule`.
    pub rule: String,
    /// The step in a few words.
    pub title: String,
    /// Those who need it.
    pub members: Vec<String>,
}

/// What a member can offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Offers {
    /// The member.
    pub id: String,
    /// What it has and others need, the most needed first; at most [`MAX_OFFERS`].
    pub offers: Vec<Offer>,
}

/// The maximum number of strengths of a member.
pub const MAX_OFFERS: usize = 5;

/// Something that a member has and others need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Offer {
    /// `pack/rule`.
    pub rule: String,
    /// The step in a few words.
    pub title: String,
    /// How many members need it.
    pub needed_by: usize,
}

/// A step that nobody in the team has done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Alone {
    /// `pack/rule`.
    pub rule: String,
    /// The step in a few words.
    pub title: String,
    /// Those who need it.
    pub members: Vec<String>,
    /// Whether they can do it together.
    pub joint: bool,
}

impl Catalog {
    /// What members of a team do together and learn from one another. The ids of the members are to
    /// differ.
    pub fn team(&self, members: &[Member], options: &TeamOptions) -> Team {
        let needs = Needs::of(self, members);
        let author = Author { catalog: self, members, language: options.language };
        let municipalities = members.iter().map(|member| author.municipality(member));
        Team {
            schema: TEAM_SCHEMA,
            language: options.language,
            group: None,
            municipalities: municipalities.collect(),
            joint: projects::joint(&author, &needs),
            pairs: pairs::pairs(&author, &needs, options),
            calls: projects::calls(&author, &needs),
            strengths: projects::strengths(&author, &needs),
            alone: projects::alone(&author, &needs),
        }
    }
}

/// Names rules and members.
struct Author<'t> {
    catalog: &'t Catalog,
    members: &'t [Member],
    language: Language,
}

impl Author<'_> {
    fn municipality(&self, member: &Member) -> Municipality {
        let names = &self.catalog.typology.names;
        let kind = member.kind.map(|kind| names.get(kind));
        Municipality {
            id: member.id.clone(),
            name: self.catalog.name_given(&member.answers).unwrap_or_else(|| member.id.clone()),
            kind: kind.map(|kind| kind.id.to_string()),
            type_label: kind.map(|kind| kind.label.get(self.language).to_string()),
            steps: member.steps.len(),
        }
    }

    fn ids(&self, members: &[usize]) -> Vec<String> {
        members.iter().map(|member| self.members[*member].id.clone()).collect()
    }

    fn rule(&self, rule: usize) -> String {
        self.catalog.rules[rule].id.clone()
    }

    /// The step as it is called whatever the answers.
    fn title(&self, rule: usize) -> String {
        let (answers, assignment) =
            (Answers::none(&self.catalog.survey), TypeAssignment::unknown());
        let facts = self.catalog.facts(&answers, &assignment);
        self.catalog.rules[rule].texts.title.get(self.language).fill(&facts, self.language)
    }

    /// The answers that show that one needs the step and the other has it.
    fn because(&self, rule: usize, learner: usize, mentor: usize) -> Because {
        let (learner, mentor) = (&self.members[learner], &self.members[mentor]);
        let rule = &self.catalog.rules[rule];
        let effects = rule.effect.iter();
        let differs = |slot| learner.answers.get(slot) != mentor.answers.get(slot);
        let slots: Vec<_> = effects.map(|effect| effect.slot).collect();
        let slot = slots.iter().copied().find(|slot| differs(*slot)).unwrap_or(slots[0]);
        let question = self.catalog.survey.question(slot);
        let said =
            |member: &Member| Some(in_words(question, member.answers.get(slot)?, self.language));
        Because {
            question: question.path.clone(),
            label: question.label.get(self.language).to_string(),
            learner: said(learner),
            mentor: said(mentor),
            by_type: mentor.kind.is_some_and(|kind| rule.learn_from.contains(&kind)),
        }
    }
}
