//! Dated facts: each held once, with its source, the day it was checked and the day to do so again.

use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::profile::{Answer, Answers};
use crate::survey::{OptionSet, Survey};
use dteam_text::diagnostic::Location;
use dteam_text::language::{Language, Localized};

pub mod load;

/// A dated fact as `facts.yaml` holds it.
#[derive(Debug)]
pub struct DatedFact {
    /// `fact` for one of the study's own, `pack/fact` for one of a pack.
    pub id: String,
    /// What is so, in a sentence.
    pub statement: Localized,
    /// Who says so.
    pub title: String,
    /// Where to read it: a web address.
    pub address: Option<String>,
    /// How sure it is.
    pub certainty: Certainty,
    /// When it happened or takes effect, as far as known: a year, a month or a day (ISO 8601).
    pub date: Option<String>,
    /// The day on which somebody last made sure of it.
    pub checked: Date,
    /// The day from which on somebody should make sure of it again.
    pub recheck: Date,
    /// The states in which it holds, as options of [`Survey::states`]; `None` for all.
    pub states: Option<OptionSet>,
    /// Where its id stands.
    pub location: Location,
}

/// How sure a fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// An official source says so, or several others do.
    Certain,
    /// One source says so that is not official.
    Likely,
    /// Sources say different things, or it is still to be decided.
    Unclear,
}

impl Certainty {
    /// All, the surest first.
    pub const ALL: [Certainty; 3] = [Certainty::Certain, Certainty::Likely, Certainty::Unclear];

    /// Its name in files and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Certainty::Certain => "certain",
            Certainty::Likely => "likely",
            Certainty::Unclear => "unclear",
        }
    }
}

/// Whom facts are told, and when.
#[derive(Clone, Copy)]
pub struct Listener<'l> {
    /// What the municipality has answered; `None` for readers of every state.
    pub answers: Option<(&'l Survey, &'l Answers)>,
    /// The reference date.
    pub date: Option<Date>,
    /// The language of statements.
    pub language: Language,
}

impl Listener<'_> {
    /// Whether the fact holds where the listener is. Where the state is unanswered, one that holds
    /// in some states only is left out.
    fn concerns(self, fact: &DatedFact) -> bool {
        let (Some(states), Some((survey, answers))) = (fact.states, self.answers) else {
            return true;
        };
        match survey.states.and_then(|question| answers.get(question)) {
            Some(Answer::Option(state)) => states.has(*state),
            _ => false,
        }
    }
}

impl DatedFact {
    /// Whether somebody should have made sure of it again by this day; never where none is given.
    pub fn is_due(&self, date: Option<Date>) -> bool {
        date.is_some_and(|date| date > self.recheck)
    }
}

/// What has happened since the study, as a rule rests on it: a dated fact, or a title that stands in
/// the rule alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Fact<T = String> {
    /// The dated fact's id.
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    pub id: Option<T>,
    /// What is so, in a sentence.
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    pub statement: Option<T>,
    /// The source.
    pub title: T,
    /// Where to read it: a web address.
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    pub address: Option<T>,
    /// Its date, as far as known: a year, a month or a day (ISO 8601).
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    pub date: Option<T>,
    /// How sure it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
    /// The day on which somebody last made sure of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checked: Option<Date>,
    /// The day from which on somebody should make sure of it again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recheck: Option<Date>,
    /// Whether the reference date is later than that.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub expired: bool,
}

/// A default that asks nothing of `T`.
fn none<T>() -> Option<T> {
    None
}

impl Fact {
    pub(super) fn inline(title: String, date: Option<String>) -> Self {
        Fact {
            id: None,
            statement: None,
            title,
            address: None,
            date,
            certainty: None,
            checked: None,
            recheck: None,
            expired: false,
        }
    }
}

/// A fact as a rule cites it.
#[derive(Debug, Clone)]
pub enum CitedFact {
    /// By its id.
    Named(Arc<DatedFact>),
    /// By a title that stands in the rule.
    Inline(Fact),
}

impl CitedFact {
    /// The fact as it is told; `None` where it does not concern the listener.
    pub fn told<'c, T: From<&'c str>>(&'c self, listener: Listener<'_>) -> Option<Fact<T>> {
        match self {
            CitedFact::Named(fact) => listener.concerns(fact).then(|| Fact {
                id: Some(fact.id.as_str().into()),
                statement: Some(fact.statement.get(listener.language).as_str().into()),
                title: fact.title.as_str().into(),
                address: fact.address.as_deref().map(T::from),
                date: fact.date.as_deref().map(T::from),
                certainty: Some(fact.certainty),
                checked: Some(fact.checked),
                recheck: Some(fact.recheck),
                expired: fact.is_due(listener.date),
            }),
            CitedFact::Inline(fact) => Some(Fact {
                id: None,
                statement: None,
                title: fact.title.as_str().into(),
                address: None,
                date: fact.date.as_deref().map(T::from),
                certainty: None,
                checked: None,
                recheck: None,
                expired: false,
            }),
        }
    }
}
