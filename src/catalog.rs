//! Survey, typology, benchmarks and packs, read and compiled once, then shared and never changed.

use std::cell::{Cell, OnceCell};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use crate::benchmark::Benchmarks;
use crate::classification::{self, Classification, Standing};
use crate::contradiction::{self, Contradiction};
use crate::diagnostic::{Diagnostic, Diagnostics, Invalid, Problem, SourceFile, nearest};
use crate::expression::evaluate::Facts;
use crate::expression::print::Names;
use crate::expression::script::Scripts;
use crate::language::Language;
use crate::pack::{Pack, Rule};
use crate::profile::{self, Answers, Profile};
use crate::source;
use crate::survey::Survey;
use crate::typology::Typology;
use crate::yaml;

mod embedded;
mod files;
mod load;

/// Everything an advice rests on but the profile. Cheap to share between threads.
#[derive(Debug)]
pub struct Catalog {
    pub(crate) survey: Survey,
    pub(crate) contradictions: Vec<Contradiction>,
    pub(crate) typology: Typology,
    pub(crate) benchmarks: Benchmarks,
    pub(crate) packs: Vec<Pack>,
    /// All packs' rules, in the packs' order.
    pub(crate) rules: Vec<Rule>,
    pub(crate) scripts: Scripts,
    /// The packs that are missing because they have mistakes.
    pub(crate) left_out: BTreeSet<String>,
}

impl Catalog {
    /// The catalog that comes with the program: the study's survey, typology and values, and the six packs.
    ///
    /// # Errors
    /// [`Invalid`] if the embedded files are at fault, which the tests exclude.
    pub fn embedded() -> Result<Catalog, Invalid> {
        load::catalog(&embedded::files(), BTreeSet::new())
    }

    /// The embedded catalog with folders laid over it, later ones over earlier ones.
    ///
    /// A folder is a pack (it holds `pack.yaml`) or a folder of packs, which may also hold `survey.yaml`, `typology.yaml` and
    /// `benchmarks.yaml`. A pack replaces one of the same id.
    ///
    /// # Errors
    /// [`Invalid`] with every mistake of every file: unreadable folders, YAML, wrong keys, expressions that do not fit the survey.
    pub fn load<P: AsRef<Path>>(folders: &[P]) -> Result<Catalog, Invalid> {
        let mut files = embedded::files();
        let unreadable = files.lay_over(folders)?;
        match unreadable.problems.is_empty() {
            true => load::catalog(&files, BTreeSet::new()),
            false => Err(Invalid { diagnostics: unreadable.problems }),
        }
    }

    /// As [`Catalog::load`], but a pack with mistakes is left out and its problems are returned beside the catalog: so that the other packs
    /// can be tested. Such a catalog is not to be advised by.
    ///
    /// # Errors
    /// [`Invalid`] if a folder is none with rules, a pack is given twice, or survey, typology or benchmarks have mistakes.
    pub fn load_sound<P: AsRef<Path>>(folders: &[P]) -> Result<(Catalog, Vec<Diagnostic>), Invalid> {
        let mut files = embedded::files();
        let unreadable = files.lay_over(folders)?;
        let mut problems = unreadable.problems;
        match load::sound(&files, unreadable.packs) {
            Ok((catalog, mut found)) => {
                problems.append(&mut found);
                Ok((catalog, problems))
            }
            Err(mut invalid) => {
                problems.append(&mut invalid.diagnostics);
                Err(Invalid { diagnostics: problems })
            }
        }
    }

    /// Reads a profile from YAML or JSON text; `name` is what errors call it.
    ///
    /// # Errors
    /// [`Invalid`] with every mistake: unknown questions and options, wrong kinds, values out of range, contradictions.
    pub fn profile_from_str(&self, name: &str, text: &str) -> Result<Profile, Invalid> {
        self.profile(&SourceFile::new(name, text), Language::En)
    }

    /// Reads a profile from a YAML or JSON file.
    ///
    /// # Errors
    /// As [`Catalog::profile_from_str`], and if the file cannot be read or is no text.
    pub fn profile_from_file(&self, path: impl AsRef<Path>) -> Result<Profile, Invalid> {
        self.profile(&source::open(path)?, Language::En)
    }

    /// Reads a profile from a source file. The language is the one in which the survey explains contradictory answers.
    ///
    /// # Errors
    /// As [`Catalog::profile_from_str`].
    pub fn profile(&self, file: &Arc<SourceFile>, language: Language) -> Result<Profile, Invalid> {
        let mut problems = Diagnostics::new(file);
        let root = yaml::parse(file, &mut problems);
        let answers = match &root {
            Some(root) if !matches!(root.value, yaml::Value::Null) => self.answers(root, language, &mut problems),
            None if problems.has_errors() => Answers::none(&self.survey),
            _ => {
                problems.error(0..0, Problem::EmptyFile);
                Answers::none(&self.survey)
            }
        };
        match problems.has_errors() {
            true => Err(Invalid { diagnostics: problems.finish() }),
            false => Ok(Profile::new(answers, problems.finish())),
        }
    }

    /// Which type the municipality is.
    pub fn classify(&self, profile: &Profile, language: Language) -> Classification {
        self.find_type(profile).named(&self.typology, language)
    }

    /// The profile once the step of the rule `id` is done: with the rule's `effect` on the answers.
    ///
    /// # Errors
    /// [`Invalid`] if there is no such rule.
    pub fn with_step_done(&self, profile: &Profile, id: &str) -> Result<Profile, Invalid> {
        let (_, rule) = self.rule(id)?;
        Ok(Profile::new(rule.done(&profile.answers), Vec::new()))
    }

    /// The ids of all rules, in the packs' order.
    pub fn rule_ids(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().map(|rule| rule.id.as_ref())
    }

    /// The packs that were left out because they have mistakes; none but in a catalog of [`Catalog::load_sound`].
    pub fn left_out(&self) -> impl Iterator<Item = &str> {
        self.left_out.iter().map(String::as_str)
    }

    /// The packs' ids and versions, in their order.
    pub fn packs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.packs.iter().map(|pack| (pack.id.as_ref(), pack.version.as_ref()))
    }

    /// The rule and its place.
    pub(crate) fn rule(&self, id: &str) -> Result<(usize, &Rule), Invalid> {
        self.rules.iter().enumerate().find(|(_, rule)| rule.id.as_ref() == id).ok_or_else(|| {
            // The rule of that name in some pack, or a similar id.
            let same_name = |rule: &&str| rule.rsplit('/').next() == id.rsplit('/').next();
            let found = self.rule_ids().find(same_name).map(str::to_owned);
            let nearest = found.or_else(|| nearest(id, self.rule_ids()));
            Diagnostic::without_place(Problem::UnknownRule { rule: id.to_owned(), nearest }).into()
        })
    }

    /// The answers in a mapping, a whole profile or part of one; contradictions among them are reported too.
    pub(crate) fn answers(&self, node: &yaml::Node<'_>, language: Language, problems: &mut Diagnostics<'_>) -> Answers {
        let (answers, places) = profile::read::answers(&self.survey, node, problems);
        let standing = Standing::unknown();
        contradiction::report(&self.contradictions, &self.facts(&answers, &standing), &places, language, problems);
        answers
    }

    /// What expressions can look at.
    pub(crate) fn facts<'a>(&'a self, answers: &'a Answers, standing: &'a Standing) -> Facts<'a> {
        Facts {
            survey: &self.survey,
            typology: &self.typology,
            benchmarks: &self.benchmarks,
            scripts: &self.scripts,
            answers,
            standing,
            failure: OnceCell::new(),
            rule: Cell::new(None),
            assumed: None,
        }
    }

    pub(crate) fn find_type(&self, profile: &Profile) -> classification::Finding {
        classification::classify(&self.survey, &self.typology, &self.benchmarks, &profile.answers)
    }

    pub(crate) fn names(&self) -> Names<'_> {
        Names { survey: &self.survey, typology: &self.typology, benchmarks: &self.benchmarks }
    }
}
