//! What all sections of a report are written with.

use crate::document::{
    Block, Cell, Column, ColumnKind, Legend, Mark, Marks, Meaning, StepLink, TypeMark,
};
use crate::words::{Words, type_label};
use dteam_engine::advice::{Advice, Step};
use dteam_text::language::messages::Argument;

/// Who writes all sections: the advice, and the words of its language.
pub(super) struct Author<'a> {
    pub advice: &'a Advice,
    pub words: Words,
}

impl<'a> Author<'a> {
    pub fn of(advice: &'a Advice) -> Self {
        Author { advice, words: Words(advice.language) }
    }

    pub fn say(&self, id: &str) -> String {
        self.words.say(id)
    }

    pub fn with(&self, id: &str, arguments: &[(&str, Argument)]) -> String {
        self.words.with(id, arguments)
    }

    /// A share of 0..1 as a percentage.
    pub fn percent(&self, share: f64) -> String {
        self.words.0.percent(share)
    }

    /// A type's name.
    pub fn label(&self, kind: &'a str) -> &'a str {
        type_label(self.advice, kind)
    }

    pub fn column(&self, heading: &str, kind: ColumnKind) -> Column {
        Column::new(self.say(heading), kind)
    }

    pub fn link(&self, step: &Step) -> StepLink {
        StepLink { rank: step.rank, title: step.title.clone(), horizon: step.horizon }
    }

    /// The steps of the advice that are among these rules.
    pub fn links(&self, rules: &[String]) -> Vec<StepLink> {
        let steps = self.advice.steps.iter().filter(|step| rules.contains(&step.rule));
        steps.map(|step| self.link(step)).collect()
    }

    /// Marks on a line, from shares of 0..1 by the types' ids.
    pub fn marks<'k>(
        &self,
        own: Option<f64>,
        types: impl Iterator<Item = (&'k str, f64)>,
        all: Option<f64>,
    ) -> Marks {
        let classification = &self.advice.classification;
        let types = types.map(|(kind, value)| TypeMark {
            index: classification.labels.get_index_of(kind).unwrap_or_default(),
            is_own: classification.kind.as_deref() == Some(kind),
            value,
        });
        Marks { own, types: types.collect(), all }
    }

    /// What the marks on lines mean.
    pub fn legend(&self, about: Option<String>) -> Block {
        let classification = &self.advice.classification;
        let types = classification.labels.iter().enumerate().map(|(index, (kind, label))| {
            let is_own = classification.kind.as_deref() == Some(kind);
            let text = match is_own {
                true => format!("{label} {}", self.say("html-mark-own-type")),
                false => label.clone(),
            };
            Meaning { mark: Mark::Type { index, is_own }, text }
        });
        let own = Meaning { mark: Mark::Own, text: self.say("html-mark-own") };
        let all = Meaning { mark: Mark::All, text: self.say("html-mark-all") };
        let meanings = std::iter::once(own).chain(types).chain([all]).collect();
        Block::Legend(Legend { about, meanings })
    }
}

/// A figure, or a dash where there is none.
pub(super) fn figure(written: Option<String>) -> Cell {
    Cell::Text(written.unwrap_or_else(|| "–".to_owned()))
}
