//! Questions that are asked for nothing.

use dteam_engine::catalog::Catalog;
use dteam_engine::expression::reads::Read;
use dteam_engine::expression::template::Template;
use dteam_engine::expression::{Condition, Number};
use dteam_engine::pack::{Impact, Pack, Rule};
use dteam_engine::survey::Question;
use dteam_text::diagnostic::{Diagnostic, Problem, Severity};
use dteam_text::language::Localized;

/// The questions that no rule reads and no value of the study stands beside, of the packs named or
/// of all and the survey. The municipality's own facts head the report, and the goals decide the
/// type.
pub(super) fn questions(catalog: &Catalog, packs: &[&str]) -> Vec<Diagnostic> {
    let mut reader = Reader { read: vec![false; catalog.survey.questions.len()] };
    reader.read[catalog.typology.goals.question.index()] = true;
    // The report sets these beside the study's values.
    catalog.benchmarks.iter().for_each(|benchmark| reader.read[benchmark.question.index()] = true);
    catalog.rules.iter().for_each(|rule| reader.rule(rule));
    let unread = catalog
        .survey
        .questions
        .iter()
        .zip(&reader.read)
        .filter(|(question, read)| !*read && !question.fixed);
    let named = |pack: &&Pack| packs.contains(&pack.id.as_str());
    let asked_by = |pack: &Pack, question: &Question| pack.file.name == question.location.file.name;
    unread
        .filter(|(question, _)| {
            packs.is_empty()
                || catalog.packs.iter().filter(named).any(|pack| asked_by(pack, question))
        })
        .map(|(question, _)| {
            let problem = Problem::UnreadQuestion { question: question.path.to_string() };
            Diagnostic {
                severity: Severity::Warning,
                ..Diagnostic::at(question.location.clone(), problem)
            }
        })
        .collect()
}

struct Reader {
    read: Vec<bool>,
}

impl Reader {
    fn rule(&mut self, rule: &Rule) {
        self.condition(&rule.when);
        rule.need.iter().for_each(|need| self.number(need));
        if let Impact::Expression(impact) = &rule.impact {
            self.number(impact);
        }
        let texts = &rule.texts;
        [&texts.title, &texts.why].into_iter().for_each(|text| self.text(text));
        self.texts(&texts.actions);
        for note in rule.notes.iter() {
            self.condition(&note.when);
            self.text(&note.text);
        }
        for variant in rule.variants.iter() {
            self.condition(&variant.when);
            [&variant.title, &variant.why].into_iter().flatten().for_each(|text| self.text(text));
            variant.actions.iter().for_each(|actions| self.texts(actions));
        }
    }

    fn condition(&mut self, condition: &Condition) {
        condition.reads(&mut |read| self.mark(read));
    }

    fn number(&mut self, number: &Number) {
        number.reads(&mut |read| self.mark(read));
    }

    fn text(&mut self, text: &Localized<Template>) {
        text.all().for_each(|text| self.template(text));
    }

    fn texts(&mut self, texts: &Localized<Vec<Template>>) {
        texts.all().flatten().for_each(|text| self.template(text));
    }

    fn template(&mut self, text: &Template) {
        for (value, _) in &text.values {
            value.reads(&mut |read| self.mark(read));
        }
    }

    fn mark(&mut self, read: Read) {
        if let Read::Answer(slot) = read {
            self.read[slot.index()] = true;
        }
    }
}
