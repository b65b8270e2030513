//! A profile's text and the answers in it, which change together.

use std::sync::Arc;

use dteam_engine::catalog::Catalog;
use dteam_engine::profile::{self, Answer, Answers};
use dteam_engine::survey::Slot;
use dteam_text::diagnostic::{Diagnostic, Diagnostics, Invalid, Problem, Severity, SourceFile};
use dteam_text::yaml;

/// The profile as it stands.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The profile as text.
    pub file: Arc<SourceFile>,
    /// What it says.
    pub answers: Answers,
    /// The answers in the file that cannot be read as such.
    pub faulty: Vec<(Slot, Diagnostic)>,
}

impl Sheet {
    /// Reads the answers in the file, and those in it that are at fault. Contradictions are no
    /// mistake here.
    ///
    /// # Errors
    /// [`Invalid`] with every mistake that no answer can fix, such as unknown questions.
    pub fn read(catalog: &Catalog, file: Arc<SourceFile>) -> Result<Self, Invalid> {
        let mut problems = Diagnostics::new(&file);
        let answers = match yaml::parse(&file, &mut problems) {
            Some(root) if !matches!(root.value, yaml::Value::Null) => {
                // What the file says of the plan stays as it is.
                profile::read::profile(&catalog.survey, &root, &mut problems).0
            }
            _ => Answers::none(&catalog.survey),
        };
        let diagnostics = problems.finish();
        let errors = diagnostics.iter().filter(|found| found.severity == Severity::Error);
        let faulty: Option<Vec<(Slot, Diagnostic)>> = errors
            .map(|error| {
                Some((catalog.survey.find(error.problem.faulty_answer()?)?, error.clone()))
            })
            .collect();
        match faulty {
            Some(faulty) => Ok(Sheet { file, answers, faulty }),
            None => Err(Invalid { diagnostics }),
        }
    }

    /// Writes the answer into the text, reads the text again, and makes sure that nothing else has
    /// changed.
    ///
    /// # Errors
    /// [`Invalid`] if the answer cannot be written where it belongs. Nothing has changed then.
    pub fn put(
        &mut self,
        catalog: &Catalog,
        slot: Slot,
        answer: Option<Answer>,
    ) -> Result<(), Invalid> {
        let mut wanted = self.answers.clone();
        wanted.set(slot, answer);
        let others = |faulty: &[(Slot, Diagnostic)]| {
            faulty.iter().map(|(slot, _)| *slot).filter(|other| *other != slot).collect::<Vec<_>>()
        };
        let written =
            profile::write::written(&catalog.survey, &self.file.text, slot, wanted.get(slot));
        let read = written.and_then(|text| {
            let sheet = Sheet::read(catalog, SourceFile::new(self.file.name.clone(), text)).ok()?;
            (sheet.answers == wanted && others(&sheet.faulty) == others(&self.faulty))
                .then_some(sheet)
        });
        let Some(sheet) = read else {
            let question = catalog.survey.question(slot).path.to_string();
            return Err(Problem::AnswerNotPlaced { question }.into());
        };
        *self = sheet;
        Ok(())
    }
}
