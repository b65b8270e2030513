//! Profiles that programs make and read back: answer by answer, and as far as answers still fit.

use serde_json::{Map, Value as Json};

use super::Catalog;
use crate::profile::Profile;
use crate::survey::Named;
use dteam_text::diagnostic::{Diagnostic, Invalid};

/// What answers set by a program are called in problems.
const NAME: &str = "profile";

/// A profile under way: see [`Catalog::new_profile`].
#[derive(Debug, Clone)]
pub struct ProfileBuilder<'c> {
    catalog: &'c Catalog,
    /// By the paths of their questions.
    answers: Map<String, Json>,
}

/// A profile with what did not fit: see [`Catalog::fit_profile`].
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct FittedProfile {
    /// The answers that fit.
    pub profile: Profile,
    /// The others, by the paths they were given at: to be kept, shown or asked for anew.
    pub rejected: Map<String, Json>,
    /// Why they do not fit.
    pub problems: Vec<Diagnostic>,
}

impl Catalog {
    /// A profile to be set answer by answer.
    ///
    /// ```
    /// # fn shown(catalog: &dteam_engine::catalog::Catalog) -> Result<(), dteam_text::diagnostic::Invalid> {
    /// let profile = catalog.new_profile().set("data.inventory", 1)?.set("goals", ["funding"])?.build()?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn new_profile(&self) -> ProfileBuilder<'_> {
        ProfileBuilder { catalog: self, answers: Map::new() }
    }

    /// The answers of a profile by the paths of their questions, in the survey's order: what
    /// [`Catalog::profile_from_json`] reads.
    pub fn answers_of(&self, profile: &Profile) -> Map<String, Json> {
        let survey = &self.survey;
        let answer =
            |slot| Some((survey.question(slot).path.clone(), profile.answers.json(slot, survey)?));
        survey.slots().filter_map(answer).collect()
    }

    /// The profile of those answers that fit this catalog, for what was stored under another one:
    /// answers to questions that are gone, or that are no answers any more, are handed back.
    /// Groups may be written as maps or with points.
    ///
    /// # Errors
    /// [`Invalid`] where the answers that fit contradict one another.
    pub fn fit_profile(&self, answers: &Map<String, Json>) -> Result<FittedProfile, Invalid> {
        let (mut fitted, mut rejected, mut problems) = (self.new_profile(), Map::new(), Vec::new());
        for (path, answer) in self.by_path("", answers) {
            match self.takes(&path, &answer) {
                Ok(()) => drop(fitted.answers.insert(path, answer)),
                Err(mut invalid) => {
                    problems.append(&mut invalid.diagnostics);
                    rejected.insert(path, answer);
                }
            }
        }
        Ok(FittedProfile { profile: fitted.build()?, rejected, problems })
    }

    /// Whether there is a question of that path, and it takes the answer.
    fn takes(&self, path: &str, answer: &Json) -> Result<(), Invalid> {
        let alone = Map::from_iter([(path.to_owned(), answer.clone())]);
        self.profile_from_json(NAME, &Json::Object(alone)).map(drop)
    }

    /// What stands below groups, by whole paths.
    fn by_path(&self, above: &str, answers: &Map<String, Json>) -> Vec<(String, Json)> {
        let mut found = Vec::new();
        for (key, answer) in answers {
            let path = if above.is_empty() { key.clone() } else { format!("{above}.{key}") };
            match answer {
                Json::Object(group)
                    if !matches!(self.survey.named(&path, &mut 0), Named::Question(_)) =>
                {
                    found.append(&mut self.by_path(&path, group));
                }
                Json::Null => {}
                Json::Object(_)
                | Json::Array(_)
                | Json::String(_)
                | Json::Number(_)
                | Json::Bool(_) => {
                    found.push((path, answer.clone()));
                }
            }
        }
        found
    }
}

impl ProfileBuilder<'_> {
    /// Answers the question of that path, in place of an answer set before.
    ///
    /// # Errors
    /// [`Invalid`] if there is no such question, or if it takes no such answer.
    pub fn set(mut self, path: &str, answer: impl Into<Json>) -> Result<Self, Invalid> {
        let answer = answer.into();
        self.catalog.takes(path, &answer)?;
        self.answers.insert(path.to_owned(), answer);
        Ok(self)
    }

    /// The profile.
    ///
    /// # Errors
    /// [`Invalid`] if answers contradict one another.
    pub fn build(self) -> Result<Profile, Invalid> {
        self.catalog.profile_from_json(NAME, &Json::Object(self.answers))
    }
}
