//! Steps of an advice, chosen by number or by rule.

use super::{Advice, Step};
use crate::pack::nearest_rule;
use dteam_text::diagnostic::{Diagnostic, Invalid, Problem};

impl Advice {
    /// The steps named by their numbers in the plan or by the ids of their rules (`pack/rule`), in
    /// the order of `names`; a step that is named twice comes once.
    ///
    /// # Errors
    /// [`Invalid`] with every name that is no step of this advice.
    pub fn chosen<S: AsRef<str>>(&self, names: &[S]) -> Result<Vec<&Step>, Invalid> {
        let (mut chosen, mut diagnostics) = (Vec::<&Step>::new(), Vec::new());
        for name in names.iter().map(|name| name.as_ref().trim()) {
            match self.step_named(name) {
                Some(step) if chosen.iter().any(|other| other.rank == step.rank) => {}
                Some(step) => chosen.push(step),
                None => diagnostics.push(self.unknown_step(name, diagnostics.is_empty())),
            }
        }
        match diagnostics.is_empty() {
            true => Ok(chosen),
            false => Err(Invalid { diagnostics }),
        }
    }

    fn step_named(&self, name: &str) -> Option<&Step> {
        match name.parse::<usize>() {
            Ok(rank) => self.steps.iter().find(|step| step.rank == rank),
            Err(_) => self.steps.iter().find(|step| step.rule == name),
        }
    }

    fn listed(&self) -> String {
        let steps = self.steps.iter().map(|step| format!("{} {}", step.rank, step.rule));
        steps.collect::<Vec<_>>().join(", ")
    }

    /// The first such problem lists the plan, the others refer to it.
    fn unknown_step(&self, name: &str, is_first: bool) -> Diagnostic {
        let known = match (is_first, self.steps.is_empty()) {
            (_, true) => "none".to_owned(),
            (true, _) => self.listed(),
            (false, _) => "listed".to_owned(),
        };
        let nearest = nearest_rule(name, self.steps.iter().map(|step| step.rule.as_str()));
        Diagnostic::unlocated(Problem::UnknownStep { step: name.to_owned(), known, nearest })
    }
}
