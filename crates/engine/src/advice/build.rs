//! From a profile to its advice, step by step: classify, decide, prioritise, order, explain,
//! compare.

use std::borrow::Cow;

use indexmap::IndexMap;

use super::compare::{self, Compared};
use super::decide::{self, Decisions};
use super::priority::{self, Ranked, Waits};
use super::{
    Advice, Ahead, Answered, Assessment, Assumptions, CoveredStep, DaysBasis, Delegated, FitTrace,
    Options, PackName, Party, Schema, Step, StepDuty, StepTrace, Study, ahead, change, extent,
    learn, likely, open, summary,
};
use crate::catalog::Catalog;
use crate::classification::TypeAssignment;
use crate::expression::Number;
use crate::expression::evaluate::Facts;
use crate::expression::program::Tests;
use crate::expression::trace::Reads;
use crate::pack::{Impact, Listener, Note, Rule};
use crate::planning::Partner;
use crate::profile::{Answer, Answers, Profile};
use crate::schedule;
use crate::survey::{Control, Slot};
use dteam_text::decimal::rounded;
use dteam_text::diagnostic::Invalid;
use dteam_text::entries::Entries;
use dteam_text::language::{Language, Text};

impl Catalog {
    /// Classifies the profile, evaluates every rule on it, and puts the steps in order.
    ///
    /// # Errors
    /// [`Invalid`] if a function of a pack's script fails, for instance because it reaches its
    /// limit of operations; and if the profile is one of another catalog.
    pub fn advise(&self, profile: &Profile, options: &Options) -> Result<Advice, Invalid> {
        Ok(self.advise_and_assess(profile, options)?.0)
    }

    /// The same advice, its texts borrowed from the catalog where they stand in it: for many
    /// profiles in turn, each advice written and dropped.
    ///
    /// # Errors
    /// As [`Catalog::advise`].
    pub fn advise_borrowed<'c>(
        &'c self,
        profile: &Profile,
        options: &Options,
    ) -> Result<Advice<Cow<'c, str>>, Invalid> {
        Ok(self.advise_and_assess(profile, options)?.0)
    }

    /// The advice and the assessment it rests on.
    pub fn advise_and_assess<'c, T: Text<'c>>(
        &'c self,
        profile: &Profile,
        options: &Options,
    ) -> Result<(Advice<T>, Assessment<'c>), Invalid> {
        self.must_be_ours(profile)?;
        let language = options.spoken(self);
        let finding = self.find_type(&profile.answers);
        let facts = self.facts(&profile.answers, &finding.assignment);
        let (decisions, tests) = Decisions::recorded(self, &facts, options);
        let ranked = priority::ranked(&self.rules, &self.planning, &decisions, &facts);
        let compared = compare::comparisons(self, &facts, language);
        let listener = Listener {
            answers: Some((&self.survey, &profile.answers)),
            date: options.date,
            language,
        };
        let mut steps = steps(self, &ranked, (&decisions, &tests), &facts, &compared, listener);
        let (undecided, mut open_questions) = open::undecided(self, &decisions, &facts, language);
        let likely = match options.likely {
            true => {
                let subject = (&profile.answers, &finding);
                likely::likely(self, subject, &decisions, &undecided, &mut open_questions, options)
            }
            false => Vec::new(),
        };
        let near = open::near(self, (&decisions, &tests), &facts, language);
        let learning = learn::learning(self, &finding.assignment, &compared, &steps, language);
        let delegated = delegated(self, &decisions, &facts, listener);
        let packs = self.pack_names(&facts, language);
        decide::script_failure(self, &facts)?;

        let classification = finding.named(&self.typology, language);
        let capacity = self.planning.capacity(&facts);
        let assumptions = Assumptions {
            days_per_quarter: capacity.days,
            days_basis: match capacity.is_given {
                true => DaysBasis::Given,
                false => DaysBasis::Estimated,
            },
            per_year: schedule::PER_YEAR,
        };
        let answered =
            Answered { answers: profile.answered(), questions: self.survey.questions.len() };
        let summary = summary::sentences(&summary::Subject {
            catalog: self,
            assignment: &finding.assignment,
            classification: &classification,
            name: self.name_of(&profile.answers, language),
            steps: &steps,
            answered,
            open: open_questions.len(),
            language,
        });
        if let Some(top) = options.top {
            steps.truncate(top);
        }
        let advice = Advice {
            schema: Schema::default(),
            date: options.date,
            language,
            municipality: self.municipality(&profile.answers),
            name: self.name_given(&profile.answers),
            headline: self.headline(&profile.answers, language),
            summary,
            answered,
            assumptions,
            type_strengths: self.type_strengths(&finding.assignment, language),
            classification,
            steps,
            delegated,
            undecided,
            likely,
            near,
            open_questions,
            strengths: compare::strengths(self, &compared, language),
            extents: extent::extents(self, &compared, language),
            comparison: compared.into_iter().map(|compared| compared.comparison).collect(),
            learning,
            study: self.study(language),
            packs,
        };
        Ok((advice, self.assessment(&finding, &ranked, decisions, options)))
    }

    /// The answers to what the survey calls facts of the municipality.
    pub(super) fn municipality(&self, answers: &Answers) -> IndexMap<String, serde_json::Value> {
        self.facts_of_municipality()
            .filter_map(|slot| {
                let path = &self.survey.question(slot).path;
                let name = path.rsplit('.').next().unwrap_or(path);
                Some((name.to_owned(), answers.json(slot, &self.survey)?))
            })
            .collect()
    }

    /// The facts of the municipality for a headline, the name first.
    pub fn headline(&self, answers: &Answers, language: Language) -> Vec<String> {
        self.facts_of_municipality()
            .filter_map(|slot| {
                let question = self.survey.question(slot);
                Some(match answers.get(slot)? {
                    Answer::Text(text) => text.to_string(),
                    Answer::Option(option) => {
                        let label = &question.kind.options()?.get(*option).label;
                        dteam_text::language::capitalised(label.get(language))
                    }
                    Answer::Number(number) => match &question.unit {
                        Some(unit) => {
                            format!("{} {}", language.number(*number), unit.get(language))
                        }
                        None => language.number(*number),
                    },
                    Answer::Options(_) | Answer::Ranking(_) | Answer::Flag(_) => return None,
                })
            })
            .collect()
    }

    /// What to call the municipality in a sentence: its name, or what the survey says in its place.
    pub(super) fn name_of(&self, answers: &Answers, language: Language) -> String {
        self.name_given(answers).unwrap_or_else(|| {
            let instead = self
                .name_question()
                .and_then(|slot| self.survey.question(slot).unanswered.as_ref());
            instead.map_or_else(String::new, |instead| instead.get(language).to_string())
        })
    }

    /// The municipality's name, if it is answered.
    pub fn name_given(&self, answers: &Answers) -> Option<String> {
        match answers.get(self.name_question()?)? {
            Answer::Text(name) => Some(name.to_string()),
            _ => None,
        }
    }

    /// The question for the municipality's name, if there is one: the first fact that is a text.
    pub fn name_question(&self) -> Option<Slot> {
        self.facts_of_municipality()
            .find(|slot| matches!(self.survey.question(*slot).kind.control(), Control::Line))
    }

    /// The facts of the municipality: those in the section that the first of them is in.
    pub(crate) fn facts_of_municipality(&self) -> impl Iterator<Item = Slot> {
        // What a schedule rests on is a fact too, but no feature of the municipality.
        let mut section = None;
        self.survey.own_slots().filter(move |slot| {
            let question = self.survey.question(*slot);
            question.fixed && *section.get_or_insert(question.section) == question.section
        })
    }

    fn type_strengths(&self, assignment: &TypeAssignment, language: Language) -> Vec<String> {
        let strengths =
            assignment.kind.map(|kind| &self.typology.types[usize::from(kind)].strengths);
        strengths.into_iter().flatten().map(|strength| strength.get(language).to_string()).collect()
    }

    /// The study, its texts in the language.
    pub fn study(&self, language: Language) -> Study {
        let source = &self.survey.source;
        Study {
            title: source.title.to_string(),
            publisher: source.publisher.to_string(),
            published: source.published,
            sample: source.sample.get(language).to_string(),
        }
    }

    /// The packs that an advice rests on, in their order, with what each changes.
    pub fn pack_names(&self, facts: &Facts<'_>, language: Language) -> Vec<PackName> {
        let packs = self.packs.iter().enumerate().map(|(index, pack)| PackName {
            id: pack.id.to_string(),
            title: pack.title.get(language).to_string(),
            version: pack.version.to_string(),
            changes: self.changes(index, facts, language),
        });
        packs.collect()
    }
}

/// The fired rules as steps, in their order.
fn steps<'c, T: Text<'c>>(
    catalog: &'c Catalog,
    all: &[Ranked],
    (decisions, tests): (&Decisions, &Tests),
    facts: &Facts<'_>,
    compared: &[Compared<'_, T>],
    listener: Listener<'_>,
) -> Vec<Step<T>> {
    let language = listener.language;
    let id = |index: usize| T::from(catalog.rules[index].id.as_str());
    let memberships = memberships(facts);
    let waits = Waits::of(&catalog.rules, decisions);
    let awaited = waits
        .steps
        .iter()
        .map(|rule| priority::awaited(all, &catalog.rules, *rule, &decisions.covered));
    let awaited: Vec<Vec<usize>> = awaited.collect();
    let mut steps = Vec::with_capacity(all.len());
    for (rank, ranked) in all.iter().enumerate() {
        let index = ranked.rule;
        let rule = &catalog.rules[index];
        let waiting = waits.steps.iter().zip(&awaited).filter(|(_, after)| after.contains(&index));
        let after = waits.steps.binary_search(&index).map(|step| awaited[step].as_slice());
        let parts = decisions.covered.parts(index);
        let covers = parts.map(|part| covered_step(catalog, part, facts, listener));
        let covers = covers.collect();
        facts.rule.set(Some(index));
        let variant = rule.variant(facts);
        let notes = notes(rule, facts);
        let words = words(rule, (variant, &notes), facts, language);
        let duration = rule.duration(ranked.factors.effort, facts);
        let ahead = ahead::ahead(all, rank, &waits, &decisions.covered);
        let ahead =
            ahead.map(|(because, of)| Ahead { because, of: of.into_iter().map(id).collect() });
        steps.push(Step {
            rank: rank + 1,
            rule: id(index),
            pack: catalog.packs[rule.pack].id.as_str().into(),
            title: open::title_as(rule, variant, facts, language),
            why: words.why,
            actions: words.actions,
            priority: ranked.shown_priority(),
            factors: ranked.shown_factors(),
            horizon: ranked.horizon,
            ahead,
            settled_by: ranked.settled_by.map(id),
            days: duration.days,
            days_assumed: duration.is_assumed,
            weeks: duration.weeks,
            decided_by: rule.involved.decided_by,
            lead: rule.involved.lead.and_then(|role| role_of(catalog, role, language)),
            with: partners(catalog, rule, facts, language),
            duty: duty_of(rule, language),
            after: after.unwrap_or_default().iter().copied().map(id).collect(),
            then: waiting.map(|(later, _)| id(*later)).collect(),
            covers,
            learn_from: type_ids(catalog, &rule.learn_from),
            effect: effect(catalog, rule),
            benchmarks: compare::moved(compared, &rule.effect),
            source: rule.source.told(listener),
            trace: trace(
                catalog,
                rule,
                (Some(true), tests.of(index)),
                (variant, &notes),
                &memberships,
                facts,
                language,
            ),
        });
    }
    steps
}

/// The duty that the rule's step meets.
pub(super) fn duty_of<'c, T: Text<'c>>(rule: &'c Rule, language: Language) -> Option<StepDuty<T>> {
    rule.duty.as_ref().map(|duty| StepDuty {
        law: duty.law.get(language).as_str().into(),
        since: duty.since,
        binds: duty.binds.get(language).as_str().into(),
    })
}

/// The role of this index among those that the survey names.
pub(super) fn role_of<'c, T: Text<'c>>(
    catalog: &'c Catalog,
    role: usize,
    language: Language,
) -> Option<Party<T>> {
    let role = catalog.planning.roles(&catalog.survey)?.0.get(role)?;
    Some(Party { id: role.id.as_str().into(), label: role.label.get(language).as_str().into() })
}

/// Who helps with the rule's step, of those whom the municipality has.
pub(super) fn partners<'c, T: Text<'c>>(
    catalog: &'c Catalog,
    rule: &Rule,
    facts: &Facts<'_>,
    language: Language,
) -> Vec<Party<T>> {
    let partners = rule.involved.with.iter().map(|index| &catalog.planning.partners[*index]);
    let there = partners.filter(|partner| partner.is_there(facts));
    let party = |partner: &'c Partner| Party {
        id: partner.id.as_str().into(),
        label: partner.label.get(language).as_str().into(),
    };
    there.map(party).collect()
}

/// The steps that are for the shared administration to do; nothing where there are none.
fn delegated<'c, T: Text<'c>>(
    catalog: &'c Catalog,
    decisions: &Decisions,
    facts: &Facts<'_>,
    listener: Listener<'_>,
) -> Option<Delegated<T>> {
    let elsewhere = catalog.planning.elsewhere(facts)?;
    let language = listener.language;
    let steps = decisions.delegated.iter();
    let steps: Vec<_> = steps.map(|index| covered_step(catalog, *index, facts, listener)).collect();
    (!steps.is_empty()).then(|| Delegated {
        title: elsewhere.title.get(language).to_string(),
        about: elsewhere.about.get(language).to_string(),
        steps,
    })
}

/// A step without a rank of its own.
fn covered_step<'c, T: Text<'c>>(
    catalog: &'c Catalog,
    index: usize,
    facts: &Facts<'_>,
    listener: Listener<'_>,
) -> CoveredStep<T> {
    let language = listener.language;
    let rule = &catalog.rules[index];
    facts.rule.set(Some(index));
    let variant = rule.variant(facts);
    let words = words(rule, (variant, &notes(rule, facts)), facts, language);
    CoveredStep {
        rule: rule.id.as_str().into(),
        pack: catalog.packs[rule.pack].id.as_str().into(),
        title: open::title_as(rule, variant, facts, language),
        why: words.why,
        actions: words.actions,
        effect: effect(catalog, rule),
        source: rule.source.told(listener),
    }
}

/// The reason and the first moves, as variant and notes make them.
pub struct Words<T = String> {
    /// The reason, with the notes that hold.
    pub why: T,
    /// The first moves.
    pub actions: Vec<T>,
}

/// The rule's notes that hold, by their indices.
pub fn notes(rule: &Rule, facts: &Facts<'_>) -> Vec<usize> {
    let holds = |note: &Note| note.when.evaluate(facts) == Some(true);
    rule.notes.iter().enumerate().filter(|(_, note)| holds(note)).map(|(index, _)| index).collect()
}

/// What the rule says to the profile, as its variant and notes have it.
pub fn words<'c, T: Text<'c>>(
    rule: &'c Rule,
    (variant, notes): (Option<usize>, &[usize]),
    facts: &Facts<'_>,
    language: Language,
) -> Words<T> {
    let variant = variant.map(|index| &rule.variants[index]);
    let why = variant.and_then(|variant| variant.why.as_ref()).unwrap_or(&rule.texts.why);
    let actions =
        variant.and_then(|variant| variant.actions.as_ref()).unwrap_or(&rule.texts.actions);
    let mut why: T = why.get(language).fill(facts, language);
    for note in notes {
        let note: Cow<'_, str> = rule.notes[*note].text.get(language).fill(facts, language);
        why = T::from([why.as_ref(), note.as_ref()].join(" "));
    }
    Words {
        why,
        actions: actions.get(language).iter().map(|action| action.fill(facts, language)).collect(),
    }
}

pub(super) fn type_ids<'c, T: Text<'c>>(catalog: &'c Catalog, kinds: &[u8]) -> Vec<T> {
    kinds.iter().map(|kind| catalog.typology.names.get(*kind).id.as_str().into()).collect()
}

/// The answers once the rule's step is done, as its pack writes them.
pub fn effect<'c, T: Text<'c>>(catalog: &'c Catalog, rule: &Rule) -> Entries<T, serde_json::Value> {
    let path = |slot: Slot| T::from(catalog.survey.question(slot).path.as_str());
    rule.effects().map(|(slot, written)| (path(slot), written.clone())).collect()
}

/// The membership in each type, as it is shown.
pub(super) fn memberships(facts: &Facts<'_>) -> Vec<f64> {
    priority::memberships(facts).into_iter().map(|membership| rounded(membership, 4)).collect()
}

pub(super) fn trace<'c, T: Text<'c>>(
    catalog: &'c Catalog,
    rule: &'c Rule,
    when: (Option<bool>, &[Option<bool>]),
    (variant, notes): (Option<usize>, &[usize]),
    memberships: &[f64],
    facts: &Facts<'_>,
    language: Language,
) -> StepTrace<T> {
    let names = catalog.names();
    let written = rule.written(names);
    let number = |number: &Number, reads: &Reads, written: &'c Option<String>| {
        names.trace_number(
            (number, reads),
            T::from(written.as_deref().unwrap_or_default()),
            facts,
            language,
        )
    };
    let need = rule.need.as_ref().map(|need| number(need, written.need_reads(need), &written.need));
    let impact = match &rule.impact {
        Impact::Expression(impact) => {
            Some(number(impact, written.impact_reads(impact), &written.impact))
        }
        Impact::ByType { .. } => None,
    };
    let fit = catalog.typology.names.0.iter().zip(memberships).zip(&rule.fit).map(
        |((name, membership), weight)| {
            (
                T::from(name.id.as_str()),
                FitTrace { membership: *membership, weight: rounded(*weight, 4) },
            )
        },
    );
    StepTrace {
        when: names.trace_recorded(
            (&written.when, written.reads(&rule.when)),
            when,
            facts,
            language,
        ),
        need,
        impact,
        fit: fit.collect(),
        variant: variant.map(|index| written.variants[index].as_str().into()),
        notes: notes.iter().map(|index| written.notes[*index].as_str().into()).collect(),
        changed_by: change::changed_by(catalog, rule, language),
    }
}
