//! From one rule to the handbook's data.

use super::{Effect, Formula, Impact, Link, Rule, Table, Variant};
use crate::authorship::authorship;
use crate::cases::Case;
use dteam_engine::advice::change::changed_by;
use dteam_engine::advice::{Change, Outcome};
use dteam_engine::catalog::Catalog;
use dteam_engine::expression::Number;
use dteam_engine::expression::reads::Read;
use dteam_engine::expression::template::Template;
use dteam_engine::expression::wording::Wording;
use dteam_engine::pack::effect;
use dteam_engine::pack::{self, Validity};
use dteam_engine::pack::{Listener, RuleSource};
use dteam_engine::profile::Answer;
use dteam_engine::survey::{Kind, Slot};
use dteam_report::words::{Words, sentence};
use dteam_text::language::messages::message;
use dteam_text::language::{Language, Localized, capitalised};

/// Reads the rules of one pack.
pub(super) struct Reader<'r> {
    pub catalog: &'r Catalog,
    pub language: Language,
    /// Which packs are part of the handbook.
    pub included: &'r [bool],
    pub cases: &'r [Case],
}

impl Reader<'_> {
    pub fn rule(&self, index: usize, rule: &pack::Rule) -> Rule {
        let rules = &self.catalog.rules;
        let before = rules.iter().enumerate().filter(|(_, later)| later.after.contains(&index));
        let listener = Listener { answers: None, date: None, language: self.language };
        let source: RuleSource = rule.source.told(listener);
        Rule {
            id: rule.id.to_string(),
            title: self.text(&rule.texts.title),
            changed: changed_by(self.catalog, rule, self.language).map(|changed| {
                let change = self.changed(&changed.change);
                Words(self.language).because(&change, &changed.title, &changed.change.reason)
            }),
            when: self.wording().condition(&rule.when),
            why: self.text(&rule.texts.why),
            actions: self.texts(&rule.texts.actions),
            notes: rule
                .notes
                .iter()
                .map(|note| (self.wording().condition(&note.when), self.text(&note.text)))
                .collect(),
            variants: rule.variants.iter().map(|variant| self.variant(rule, variant)).collect(),
            impact: self.impact(&rule.impact),
            need: rule.need.as_ref().map(|need| self.formula(need)),
            fit: rule.fit.iter().any(|weight| *weight != 1.0).then(|| rule.fit.clone()),
            effort: rule.effort,
            duration: self.duration(rule.duration, rule.effort),
            people: self.people(&rule.involved),
            budget: Words(self.language).budget(rule.budget),
            duty: rule.duty.as_ref().map(|duty| self.duty(duty)),
            after: rule.after.iter().map(|earlier| self.link(*earlier)).collect(),
            before: before.map(|(later, _)| self.link(later)).collect(),
            covers: rule.covers.iter().map(|covered| self.link(*covered)).collect(),
            learn_from: rule.learn_from.iter().map(|kind| self.type_label(*kind)).collect(),
            effects: rule.effect.iter().map(|effect| self.effect(effect)).collect(),
            valid: self.valid(&rule.valid),
            cited: self.cited(&source),
            publication: source
                .publication
                .as_ref()
                .map(|it| (Words(self.language).cited(&source), it.address.clone())),
            // The titles of tables are known of the study's alone.
            table: source
                .table
                .filter(|_| source.publication.is_none())
                .map(|number| Table::of(self.catalog, number, self.language)),
            facts: Words(self.language).facts_of(&source),
            cases: self.cases(&rule.id),
            authorship: authorship(&rule.authorship, self.language),
            section: source.section,
        }
    }

    /// Of the study the section alone.
    fn cited(&self, source: &RuleSource) -> String {
        let mut source = source.clone();
        source.table = source.table.filter(|_| source.publication.is_some());
        Words(self.language).cited(&source)
    }

    /// What another pack changes about the rule, as that pack says it.
    pub fn change(&self, rule: &pack::Rule) -> Option<String> {
        let changed = changed_by(self.catalog, rule, self.language)?;
        let parts = [
            ("title", self.text(&rule.texts.title).into()),
            ("rule", rule.id.as_str().into()),
            ("change", self.changed(&changed.change).into()),
            ("reason", sentence(&changed.change.reason).into()),
        ];
        Some(message(self.language, "handbook-change", &parts))
    }

    fn changed(&self, change: &Change) -> String {
        Words(self.language).change(change, &self.catalog.typology.labels(self.language))
    }

    fn duration(&self, duration: pack::Duration, effort: u8) -> Option<String> {
        if duration.days.is_none() && duration.weeks.is_none() {
            return None;
        }
        let full = duration.or_assumed(effort);
        Some(Words(self.language).duration(full.days, full.weeks, full.is_assumed))
    }

    fn people(&self, involved: &pack::Involved) -> String {
        let planning = &self.catalog.planning;
        let label = |label: &Localized| label.get(self.language).to_string();
        let roles = planning.roles(&self.catalog.survey);
        let lead = involved.lead.zip(roles).map(|(role, roles)| label(&roles.0[role].label));
        let with: Vec<String> =
            involved.with.iter().map(|index| label(&planning.partners[*index].label)).collect();
        Words(self.language).people(involved.decided_by, lead.as_deref(), &with)
    }

    fn duty(&self, duty: &pack::Duty) -> String {
        Words(self.language).duty(
            duty.law.get(self.language).as_str(),
            duty.since,
            duty.binds.get(self.language).as_str(),
        )
    }

    fn variant(&self, rule: &pack::Rule, variant: &pack::Variant) -> Variant {
        let effort = variant.effort.unwrap_or(rule.effort);
        let own = variant.duration;
        let is_own = own.days.is_some() || own.weeks.is_some();
        Variant {
            when: self.wording().condition(&variant.when),
            title: variant.title.as_ref().map(|title| self.text(title)),
            why: variant.why.as_ref().map(|why| self.text(why)),
            actions: variant.actions.as_ref().map(|actions| self.texts(actions)),
            effort: variant.effort,
            duration: is_own.then(|| self.duration(own.or(rule.duration), effort)).flatten(),
        }
    }

    fn impact(&self, impact: &pack::Impact) -> Impact {
        match impact {
            pack::Impact::Expression(number) => Impact::Formula(self.formula(number)),
            pack::Impact::ByType { types, default }
                if types.iter().all(|impact| impact == default) =>
            {
                Impact::Same(*default)
            }
            pack::Impact::ByType { types, .. } => Impact::ByType(types.clone()),
        }
    }

    fn formula(&self, number: &Number) -> Formula {
        Formula {
            words: self.wording().number(number),
            expression: self.catalog.names().number(number),
        }
    }

    /// The question, and what is written in its place or added to it and taken from it.
    fn effect(&self, effect: &effect::Effect) -> Effect {
        let kind = &self.catalog.survey.question(effect.slot).kind;
        let option = |option: u8| {
            let options = kind.options();
            let label =
                options.map_or("", |options| options.get(option).label.get(self.language).as_ref());
            self.quoted(label)
        };
        let listed = |id: &str, options: &[u8]| {
            let options: Vec<String> = options.iter().copied().map(option).collect();
            let parts =
                [("count", options.len().into()), ("options", self.language.list(&options).into())];
            (!options.is_empty()).then(|| message(self.language, id, &parts))
        };
        let change = match &effect.change {
            effect::Change::Edit { add, remove } => {
                let changes = [listed("handbook-added", add), listed("handbook-removed", remove)];
                changes.into_iter().flatten().collect::<Vec<_>>().join("; ")
            }
            effect::Change::Set(answer) => {
                let list = |options: &[u8]| {
                    listed("handbook-set", options)
                        .unwrap_or_else(|| message(self.language, "none", &[]))
                };
                match answer {
                    Answer::Option(chosen) => option(*chosen),
                    Answer::Options(options) => list(&options.iter().collect::<Vec<_>>()),
                    Answer::Ranking(ranking) => list(ranking.as_slice()),
                    Answer::Number(number) => self.number(kind.as_ref(), *number),
                    Answer::Flag(flag) => {
                        dteam_engine::expression::template::yes_or_no(*flag, self.language)
                    }
                    Answer::Text(text) => self.quoted(text),
                }
            }
        };
        Effect { question: Link::to_question(self.catalog, effect.slot, self.language), change }
    }

    fn quoted(&self, text: &str) -> String {
        message(self.language, "wording-quoted", &[("text", text.into())])
    }

    /// A number that answers a question: the label of its level, or a figure.
    fn number(&self, kind: &dyn Kind, number: f64) -> String {
        let figure = self.language.number(number);
        match kind.levels() {
            Some(levels) => {
                let level = levels.get(number as usize);
                self.quoted(level.map_or("", |level| level.get(self.language)))
            }
            None if kind.is_percent() => {
                message(self.language, "wording-percent", &[("number", figure.into())])
            }
            None => figure,
        }
    }

    fn valid(&self, valid: &Validity) -> Option<String> {
        let from = valid.from.map(|date| ("from", self.language.date(date).into()));
        let until = valid.until.map(|date| ("until", self.language.date(date).into()));
        let id = match (&from, &until) {
            (Some(_), Some(_)) => "handbook-valid-between",
            (Some(_), None) => "handbook-valid-from",
            (None, Some(_)) => "handbook-valid-until",
            (None, None) => return None,
        };
        let dates: Vec<_> = from.into_iter().chain(until).collect();
        Some(message(self.language, id, &dates))
    }

    /// The cases that name the rule, by outcome.
    fn cases(&self, rule: &str) -> Vec<(Outcome, Vec<String>)> {
        let outcomes = [Outcome::Fires, Outcome::Silent, Outcome::Undecided].map(|outcome| {
            let shows = |case: &&Case| case.lists(rule) == Some(outcome);
            (
                outcome,
                self.cases.iter().filter(shows).map(|case| case.name.clone()).collect::<Vec<_>>(),
            )
        });
        outcomes.into_iter().filter(|(_, cases)| !cases.is_empty()).collect()
    }

    fn link(&self, index: usize) -> Link {
        let rule = &self.catalog.rules[index];
        Link {
            id: rule.id.to_string(),
            title: self.text(&rule.texts.title),
            included: self.included[rule.pack],
        }
    }

    fn type_label(&self, kind: u8) -> String {
        self.catalog.typology.names.get(kind).label.get(self.language).to_string()
    }

    fn texts(&self, texts: &Localized<Vec<Template>>) -> Vec<String> {
        texts.get(self.language).iter().map(|text| self.filled(text)).collect()
    }

    fn text(&self, text: &Localized<Template>) -> String {
        self.filled(text.get(self.language))
    }

    /// The text with names in place of values: `‹Name der Kommune› arbeitet ohne Formularserver.`
    fn filled(&self, text: &Template) -> String {
        let mut filled = text.start.to_string();
        for (value, text) in &text.values {
            filled.push('‹');
            filled.push_str(&self.wording().placeholder(value));
            filled.push('›');
            filled.push_str(text);
        }
        capitalised(filled.trim())
    }

    fn wording(&self) -> Wording<'_> {
        Wording { names: self.catalog.names(), language: self.language }
    }
}

/// Whether the rule's conditions or its priority look at the answer.
pub(super) fn decides_by(rule: &pack::Rule, slot: Slot) -> bool {
    let mut found = false;
    let mut look = |read: Read| found |= read == Read::Answer(slot);
    rule.when.reads(&mut look);
    rule.notes.iter().for_each(|note| note.when.reads(&mut look));
    rule.variants.iter().for_each(|variant| variant.when.reads(&mut look));
    if let Some(need) = &rule.need {
        need.reads(&mut look);
    }
    if let pack::Impact::Expression(impact) = &rule.impact {
        impact.reads(&mut look);
    }
    found
}

/// Whether a text of the rule is filled in with the answer.
pub(super) fn names(rule: &pack::Rule, slot: Slot, language: Language) -> bool {
    let mut found = false;
    let mut look = |text: &Template| {
        for (value, _) in &text.values {
            value.reads(&mut |read| found |= read == Read::Answer(slot));
        }
    };
    let texts = &rule.texts;
    look(texts.title.get(language));
    look(texts.why.get(language));
    texts.actions.get(language).iter().for_each(&mut look);
    rule.notes.iter().for_each(|note| look(note.text.get(language)));
    for variant in rule.variants.iter() {
        [&variant.title, &variant.why]
            .into_iter()
            .flatten()
            .for_each(|text| look(text.get(language)));
        variant.actions.iter().for_each(|actions| actions.get(language).iter().for_each(&mut look));
    }
    found
}
