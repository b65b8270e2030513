//! Two profiles as rules see them, and what is different.

use jiff::civil::Date;

use super::direction::direction;
use super::{
    BegunStep, DoneStep, GoneReason, GoneStep, MovedAnswer, NamedStep, PlanProgress,
    PlannedStepProgress, StepsProgress, Survey, ThenNow, TypeProgress,
};
use crate::advice::decide::{Decision, Decisions, decisions};
use crate::advice::plan::Plan;
use crate::advice::{Options, Outcome, open};
use crate::catalog::Catalog;
use crate::classification::Finding;
use crate::expression::evaluate::Facts;
use crate::expression::reads::Read;
use crate::pack::Rule;
use crate::pack::effect::Effect;
use crate::profile::Profile;
use crate::survey::{Slot, in_words};
use dteam_text::decimal::rounded;
use dteam_text::diagnostic::Invalid;
use dteam_text::language::Language;

/// A profile as the rules see it.
pub(super) struct State {
    finding: Finding,
    all: Vec<Decision>,
    decisions: Decisions,
}

impl Catalog {
    pub(super) fn state(&self, profile: &Profile, options: &Options) -> State {
        let finding = self.find_type(&profile.answers);
        let facts = self.facts(&profile.answers, &finding.assignment);
        let all = decisions(self, &facts, options, None);
        let decisions = Decisions::sorted(&self.rules, &self.planning, &all, &facts);
        State { finding, all, decisions }
    }
}

impl State {
    pub fn facts<'f>(&'f self, catalog: &'f Catalog, profile: &'f Profile) -> Facts<'f> {
        catalog.facts(&profile.answers, &self.finding.assignment)
    }

    pub fn survey(&self, profile: &Profile, options: &Options) -> Survey {
        let (date, answered) = (options.date, profile.answered());
        Survey { date, answered, steps: self.steps().count() }
    }

    fn fires(&self, rule: usize) -> bool {
        self.all[rule].outcome == Outcome::Fires
    }

    /// The rules whose steps the advice lists.
    fn steps(&self) -> impl Iterator<Item = usize> {
        let fired = self.decisions.fired.iter().copied();
        fired.filter(|rule| {
            !self.decisions.covered.contains(*rule)
                && self.decisions.delegated.binary_search(rule).is_err()
        })
    }
}

/// Both profiles.
pub(super) struct Comparison<'c> {
    pub catalog: &'c Catalog,
    pub old: (&'c State, &'c Facts<'c>),
    pub new: (&'c State, &'c Facts<'c>),
    pub language: Language,
}

impl Comparison<'_> {
    pub fn kind(&self) -> TypeProgress {
        let both = |of: &dyn Fn(&State) -> Option<String>| ThenNow {
            from: of(self.old.0),
            to: of(self.new.0),
        };
        let names = &self.catalog.typology.names;
        let kind = |state: &State| state.finding.assignment.kind;
        TypeProgress {
            id: both(&|state| Some(names.get(kind(state)?).id.to_string())),
            label: both(&|state| {
                Some(names.get(kind(state)?).label.get(self.language).to_string())
            }),
            drift: ThenNow {
                from: self.old.0.finding.goals_and_work_differ(),
                to: self.new.0.finding.goals_and_work_differ(),
            },
        }
    }

    fn is_moved(&self, slot: Slot) -> bool {
        self.old.1.answers.get(slot) != self.new.1.answers.get(slot)
    }

    fn path(&self, slot: Slot) -> String {
        self.catalog.survey.question(slot).path.clone()
    }

    pub fn answers(&self) -> Vec<MovedAnswer> {
        let (survey, rules) = (&self.catalog.survey, &self.catalog.rules);
        let (old, new) = (self.old.1.answers, self.new.1.answers);
        let fired = self.old.0.decisions.fired.iter();
        let effects: Vec<&Effect> = fired.flat_map(|rule| &rules[*rule].effect).collect();
        let moved = survey.slots().filter(|slot| self.is_moved(*slot)).map(|slot| {
            let question = survey.question(slot);
            let said = |answers: &crate::profile::Answers| {
                answers.get(slot).map(|answer| in_words(question, answer, self.language))
            };
            let effects: Vec<&Effect> =
                effects.iter().copied().filter(|effect| effect.slot == slot).collect();
            MovedAnswer {
                question: self.path(slot),
                label: question.label.get(self.language).to_string(),
                from: old.json(slot, survey),
                to: new.json(slot, survey),
                text: ThenNow { from: said(old), to: said(new) },
                direction: direction(slot, &effects, &self.catalog.benchmarks, old, new),
            }
        });
        moved.collect()
    }

    pub fn steps(&self) -> StepsProgress {
        let mut steps = StepsProgress::default();
        for index in self.old.0.steps() {
            let rule = &self.catalog.rules[index];
            let NamedStep { rule: id, title } = self.named(index, self.old.1);
            if self.new.0.fires(index) {
                if self.new.0.decisions.delegated.binary_search(&index).is_ok() {
                    let reason = GoneReason::Delegated;
                    steps.gone.push(GoneStep { rule: id, title, reason, by: None });
                    continue;
                }
                let need = |state: &State| rounded(state.all[index].need.unwrap_or(1.0), 4);
                let need = ThenNow { from: need(self.old.0), to: need(self.new.0) };
                match need.to < need.from {
                    true => steps.begun.push(BegunStep { rule: id, title, need }),
                    false => steps.open.push(NamedStep { rule: id, title }),
                }
            } else if let Some(by) = self.done_by(rule) {
                steps.done.push(DoneStep { rule: id, title, by: self.path(by) });
            } else {
                let (reason, by) = self.reason(index, rule);
                let by = by.map(|slot| self.path(slot));
                steps.gone.push(GoneStep { rule: id, title, reason, by });
            }
        }
        let is_new = |rule: &usize| !self.old.0.fires(*rule);
        let new = self.new.0.steps().filter(is_new);
        steps.new = new.map(|rule| self.named(rule, self.new.1)).collect();
        steps
    }

    fn named(&self, index: usize, facts: &Facts<'_>) -> NamedStep {
        let rule = &self.catalog.rules[index];
        facts.rule.set(Some(index));
        NamedStep { rule: rule.id.clone(), title: open::title(rule, facts, self.language) }
    }

    /// The question by whose answer one sees that the step is done: its effect holds, and did not.
    fn done_by(&self, rule: &Rule) -> Option<Slot> {
        let (old, new) = (self.old.1.answers, self.new.1.answers);
        let holds =
            !rule.effect.is_empty() && rule.effect.iter().all(|effect| effect.holds(old, new));
        let moved = rule.effect.iter().map(|effect| effect.slot);
        holds.then(|| moved.into_iter().find(|slot| self.is_moved(*slot))).flatten()
    }

    fn reason(&self, index: usize, rule: &Rule) -> (GoneReason, Option<Slot>) {
        let reason = match self.new.0.all[index].outcome {
            Outcome::Fires | Outcome::Silent => None,
            Outcome::Undecided => Some(GoneReason::Undecided),
            Outcome::NotInForce | Outcome::Off => Some(GoneReason::NotInForce),
        };
        let mut read = Vec::new();
        rule.when.reads(&mut |found| {
            if let Read::Answer(slot) = found {
                read.push(slot);
            }
        });
        let moved = read.into_iter().find(|slot| self.is_moved(*slot));
        if let Some(reason) = reason {
            return (reason, moved.filter(|_| reason == GoneReason::Undecided));
        }
        let (old, new) = (self.old.1.answers, self.new.1.answers);
        let nearer = rule.effect.iter().find(|effect| {
            let towards = direction(effect.slot, &[effect], &self.catalog.benchmarks, old, new);
            self.is_moved(effect.slot) && towards == super::Direction::Towards
        });
        match (nearer, moved) {
            (Some(effect), _) => (GoneReason::Enough, Some(effect.slot)),
            (None, Some(slot)) => (GoneReason::Answers, Some(slot)),
            (None, None) => (GoneReason::Type, None),
        }
    }

    /// What became of a plan by the day of the new profile.
    pub fn plan(
        &self,
        plan: &Plan,
        steps: &StepsProgress,
        date: Option<Date>,
    ) -> Result<PlanProgress, Invalid> {
        let mut progress = PlanProgress::default();
        for step in &plan.steps {
            let (index, rule) = self.catalog.rule(&step.rule)?;
            let done = !self.new.0.fires(index) && self.done_by(rule).is_some();
            let begun = steps.begun.iter().any(|begun| begun.rule == step.rule);
            let gone = steps.gone.iter().any(|gone| gone.rule == step.rule);
            let is_after = |day: Date| date.is_some_and(|date| date > day);
            let is_before = |day: Date| date.is_some_and(|date| date < day);
            let list = if gone {
                &mut progress.gone
            } else if done && is_before(step.end.last_day())
                || begun && is_before(step.start.first_day())
            {
                &mut progress.ahead
            } else if !done && is_after(step.end.last_day()) {
                &mut progress.late
            } else {
                &mut progress.on_time
            };
            list.push(PlannedStepProgress {
                rule: step.rule.clone(),
                title: step.title.clone(),
                start: step.start,
                end: step.end,
                done,
            });
        }
        Ok(progress)
    }
}
