//! Survey, typology, benchmarks and packs, read and compiled once, then shared and never changed.

use std::cell::{Cell, OnceCell};
use std::collections::{BTreeSet, HashMap};
use std::ops::Deref;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use serde_json::Value as Json;

use crate::benchmark::Benchmarks;
use crate::classification::{self, Classification, TypeAssignment};
use crate::contradiction::{self, Contradiction};
use crate::council::{Council, CouncilOf};
use crate::expression::evaluate::Facts;
use crate::expression::print::Names;
use crate::expression::script::{Failure, Scripts};
use crate::pack::{CasesFile, DatedFact, Pack, Rule, nearest_rule};
use crate::planning::Planning;
use crate::profile::own_plan::OwnPlan;
use crate::profile::read::AnswerSpans;
use crate::profile::{self, Answers, Profile};
use crate::survey::Survey;
use crate::typology::Typology;
use dteam_text::diagnostic::{Diagnostic, Diagnostics, Invalid, Problem, Severity, SourceFile};
use dteam_text::language::Language;
use dteam_text::source;
use dteam_text::yaml;

mod connect;
mod files;
mod load;
mod profiles;
mod programs;
mod what_if;

pub use files::CatalogBuilder;
pub use load::parallel_map;
pub use profiles::{FittedProfile, ProfileBuilder};
use programs::{LazyPrograms, Programs};

/// Everything an advice rests on but the profile. It never changes; a clone is the same catalog,
/// and costs next to nothing.
#[derive(Debug, Clone)]
pub struct Catalog(Arc<CatalogParts>);

/// What a catalog is made of.
#[derive(Debug)]
pub struct CatalogParts {
    /// The questions.
    pub survey: Survey,
    /// Answers that cannot both be right, or hardly can.
    pub contradictions: Vec<Contradiction>,
    /// The councils of municipalities.
    pub councils: Vec<CouncilOf>,
    /// What schedules rest on.
    pub planning: Planning,
    /// The types.
    pub typology: Typology,
    /// What the study measured.
    pub benchmarks: Benchmarks,
    /// The packs, in their order.
    pub packs: Vec<Pack>,
    /// All packs' rules, in the packs' order.
    pub rules: Vec<Rule>,
    /// The dated facts of the study and of packs, in the order of their ids.
    pub dated_facts: Vec<Arc<DatedFact>>,
    /// Where the packs' scripts run.
    pub scripts: Scripts,
    /// The rules' indices by their ids, once somebody asks.
    indices: OnceLock<HashMap<String, usize>>,
    programs: LazyPrograms,
    /// Some rule's condition or need reads what the classification says.
    pub types_decide: bool,
    /// The packs that are missing because they have mistakes.
    pub left_out: BTreeSet<String>,
}

impl Deref for Catalog {
    type Target = CatalogParts;

    fn deref(&self) -> &CatalogParts {
        &self.0
    }
}

impl From<CatalogParts> for Catalog {
    fn from(parts: CatalogParts) -> Self {
        Catalog(Arc::new(parts))
    }
}

impl Catalog {
    /// A builder with no files yet.
    pub fn builder() -> CatalogBuilder {
        CatalogBuilder::default()
    }

    /// The language that the study speaks unless asked for another.
    pub fn language(&self) -> Language {
        self.survey.languages.first().copied().unwrap_or_default()
    }

    /// Reads a profile from YAML or JSON text; `name` is what errors call it.
    ///
    /// # Errors
    /// [`Invalid`] with every mistake: unknown questions and options, wrong kinds, values out of
    /// range, contradictions.
    pub fn profile_from_str(&self, name: &str, text: &str) -> Result<Profile, Invalid> {
        self.profile(&SourceFile::new(name, text))
    }

    /// Reads a profile from a YAML or JSON file.
    ///
    /// # Errors
    /// As [`Catalog::profile_from_str`], and if the file cannot be read or is no text.
    pub fn profile_from_file(&self, path: impl AsRef<Path>) -> Result<Profile, Invalid> {
        self.profile(&source::open(path)?)
    }

    /// Reads a profile from JSON that has been parsed already. Mistakes have their locations in the
    /// JSON as it is written out with an indent of two, which `name` is the name of.
    ///
    /// # Errors
    /// As [`Catalog::profile_from_str`].
    pub fn profile_from_json(&self, name: &str, json: &Json) -> Result<Profile, Invalid> {
        match profile::json::answers(&self.survey, json).and_then(|answers| self.sound(answers)) {
            Some(profile) => Ok(profile),
            None => self.thorough(&SourceFile::new(name, format!("{json:#}"))),
        }
    }

    /// Reads a profile from a source file.
    ///
    /// # Errors
    /// As [`Catalog::profile_from_str`].
    pub fn profile(&self, file: &Arc<SourceFile>) -> Result<Profile, Invalid> {
        let quick = profile::json::read(&self.survey, None, &file.text);
        match quick.and_then(|(_, answers)| self.sound(answers)) {
            Some(profile) => Ok(profile),
            None => self.thorough(file),
        }
    }

    /// The profile of answers that nothing is to be said about.
    pub fn sound(&self, answers: Answers) -> Option<Profile> {
        let assignment = TypeAssignment::unknown();
        let facts = self.facts(&answers, &assignment);
        let contradicts =
            self.contradictions.iter().any(|contradiction| contradiction.holds(&facts));
        (!contradicts).then(|| Profile::new(answers, Vec::new()))
    }

    /// Reads a profile with every span, so that all that is wrong with it can be shown.
    pub fn thorough(&self, file: &Arc<SourceFile>) -> Result<Profile, Invalid> {
        let (answers, own_plan, problems) = self.with_problems(file);
        match problems.iter().any(|problem| problem.severity == Severity::Error) {
            true => Err(Invalid { diagnostics: problems }),
            false => Ok(Profile::new(answers, problems).with_own_plan(own_plan)),
        }
    }

    /// Reads a profile that may have been written for an earlier survey: what it answers that is no
    /// longer asked, question or option, is named and passed over.
    ///
    /// # Errors
    /// As [`Catalog::profile`], but for questions and options that there are not.
    pub fn earlier_profile(
        &self,
        file: &Arc<SourceFile>,
    ) -> Result<(Profile, Vec<String>), Invalid> {
        let (answers, own_plan, problems) = self.with_problems(file);
        let (mut gone, mut rest) = (Vec::new(), Vec::new());
        for problem in problems {
            match &problem.problem {
                Problem::UnknownQuestion { question, .. } => gone.push(question.clone()),
                Problem::UnknownOption { question, option, .. } => {
                    gone.push(format!("{question}: {option}"));
                }
                _ => rest.push(problem),
            }
        }
        match rest.iter().any(|problem| problem.severity == Severity::Error) {
            true => Err(Invalid { diagnostics: rest }),
            false => Ok((Profile::new(answers, rest).with_own_plan(own_plan), gone)),
        }
    }

    /// What could be read, and what is to be said of the file.
    fn with_problems(&self, file: &Arc<SourceFile>) -> (Answers, OwnPlan, Vec<Diagnostic>) {
        let mut problems = Diagnostics::new(file);
        let root = yaml::parse(file, &mut problems);
        let mut own_plan = OwnPlan::default();
        let answers = match &root {
            Some(root) if !matches!(root.value, yaml::Value::Null) => {
                let (answers, spans, plan) =
                    profile::read::profile(&self.survey, root, &mut problems);
                self.report_contradictions(&answers, &spans, &mut problems);
                if let Some(plan) = plan {
                    let rules: Vec<&str> = self.rule_ids().collect();
                    own_plan = OwnPlan::read(plan, &rules, &mut problems);
                }
                answers
            }
            None if problems.has_errors() => Answers::none(&self.survey),
            _ => {
                problems.error(0..0, Problem::EmptyFile);
                Answers::none(&self.survey)
            }
        };
        // What YAML makes of JSON with a slip in it is not what was meant: the slip is what there
        // is to say.
        if (yaml::json::is_named(file) || problems.has_errors() && yaml::json::is_meant(file))
            && let Some((span, problem)) = yaml::json::fault(&file.text)
        {
            problems = Diagnostics::new(file);
            problems.error(span, problem);
        }
        (answers, own_plan, problems.finish())
    }

    /// Which type the municipality is.
    ///
    /// # Errors
    /// [`Invalid`] if the profile is one of another catalog.
    pub fn classify(
        &self,
        profile: &Profile,
        language: Language,
    ) -> Result<Classification, Invalid> {
        self.must_be_ours(profile)?;
        Ok(self.find_type(&profile.answers).named(&self.typology, language))
    }

    /// A slot may stand for another question in another catalog, so answers must not cross over.
    pub(crate) fn must_be_ours(&self, profile: &Profile) -> Result<(), Invalid> {
        match profile.answers.are_of(&self.survey) {
            true => Ok(()),
            false => Err(Problem::OtherCatalog.into()),
        }
    }

    /// The council of the profile's municipality: the first in the survey whose condition holds, if
    /// there is one.
    ///
    /// # Errors
    /// [`Invalid`] if the profile is one of another catalog.
    pub fn council(
        &self,
        profile: &Profile,
        language: Language,
    ) -> Result<Option<Council>, Invalid> {
        self.must_be_ours(profile)?;
        let assignment = TypeAssignment::unknown();
        let facts = self.facts(&profile.answers, &assignment);
        Ok(self
            .councils
            .iter()
            .find(|council| council.is_of(&facts))
            .map(|council| council.named(language)))
    }

    /// The ids of all rules, in the packs' order.
    pub fn rule_ids(&self) -> impl Iterator<Item = &str> + Clone {
        self.rules.iter().map(|rule| rule.id.as_str())
    }

    /// The packs that were left out because they have mistakes; none but in a catalog of
    /// [`CatalogBuilder::examine`].
    pub fn left_out(&self) -> impl Iterator<Item = &str> {
        self.left_out.iter().map(String::as_str)
    }

    /// The packs' ids and versions, in their order.
    pub fn packs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.packs.iter().map(|pack| (pack.id.as_str(), pack.version.as_str()))
    }

    /// The pack's `cases.yaml`, if it has one.
    pub fn cases_file(&self, pack: &Pack) -> Result<Option<Arc<SourceFile>>, Invalid> {
        match &pack.cases {
            None => Ok(None),
            Some(CasesFile::Held(file)) => Ok(Some(Arc::clone(file))),
            Some(CasesFile::At(path)) => source::open(path).map(Some),
        }
    }

    /// The rule and its index.
    pub fn rule(&self, id: &str) -> Result<(usize, &Rule), Invalid> {
        let indices = self.indices.get_or_init(|| {
            // Of two of the same id the first counts, as everywhere.
            let indices = self.rules.iter().enumerate().rev();
            indices.map(|(index, rule)| (rule.id.clone(), index)).collect()
        });
        indices.get(id).map(|index| (*index, &self.rules[*index])).ok_or_else(|| {
            let nearest = nearest_rule(id, self.rule_ids());
            Problem::UnknownRule { rule: id.to_owned(), nearest }.into()
        })
    }

    /// The answers in a mapping, a whole profile or part of one; contradictions among them are
    /// reported too.
    pub fn answers(&self, node: &yaml::Node<'_>, problems: &mut Diagnostics<'_>) -> Answers {
        let (answers, spans) = profile::read::answers(&self.survey, node, problems);
        self.report_contradictions(&answers, &spans, problems);
        answers
    }

    fn report_contradictions(
        &self,
        answers: &Answers,
        spans: &AnswerSpans,
        problems: &mut Diagnostics<'_>,
    ) {
        let assignment = TypeAssignment::unknown();
        let facts = self.facts(answers, &assignment);
        contradiction::report(&self.contradictions, &facts, spans, problems);
    }

    /// What is said of a script that failed.
    pub fn failed(&self, failure: &Failure) -> Diagnostic {
        let problem = Problem::ScriptFailed {
            rule: failure.rule.map_or_else(String::new, |index| self.rules[index].id.to_string()),
            function: failure.function.clone(),
            detail: failure.detail.clone(),
        };
        Diagnostic::at(failure.location.clone(), problem)
    }

    /// What expressions can look at.
    pub fn facts<'a>(&'a self, answers: &'a Answers, assignment: &'a TypeAssignment) -> Facts<'a> {
        Facts {
            survey: &self.survey,
            typology: &self.typology,
            benchmarks: &self.benchmarks,
            scripts: &self.scripts,
            answers,
            assignment,
            failure: OnceCell::new(),
            rule: Cell::new(None),
        }
    }

    /// Which type the answers make, by goals and by indicators.
    pub fn find_type(&self, answers: &Answers) -> classification::Finding {
        classification::classify(&self.typology, &self.benchmarks, answers)
    }

    /// The rules as programs; none for the first profile, which may be the only one.
    pub fn programs(&self) -> Option<&Programs> {
        self.programs.get(self)
    }

    /// The names behind slots and numbers.
    pub fn names(&self) -> Names<'_> {
        Names { survey: &self.survey, typology: &self.typology, benchmarks: &self.benchmarks }
    }
}
