//! What is not decided yet, and which answers would decide it.

use super::decide::{self, Decisions};
use super::likely;
use super::priority::{factors, priority};
use super::{Missing, Near, OpenQuestion, Options, Undecided};
use crate::catalog::Catalog;
use crate::expression::evaluate::Facts;
use crate::expression::program::Tests;
use crate::expression::reads::Read;
use crate::expression::{Atom, Comparison, Number, Test};
use crate::pack::Rule;
use crate::profile::{Answers, Profile};
use crate::survey::{Control, Slot};
use dteam_text::decimal::rounded;
use dteam_text::diagnostic::Invalid;
use dteam_text::language::{Language, Text};

impl Catalog {
    /// The unanswered questions that rules wait for, in the order of [`Catalog::advise`], without the
    /// rest of it.
    ///
    /// # Errors
    /// As [`Catalog::advise`].
    pub fn open_questions(
        &self,
        profile: &Profile,
        options: &Options,
    ) -> Result<Vec<OpenQuestion>, Invalid> {
        self.must_be_ours(profile)?;
        let finding = self.find_type(&profile.answers);
        let facts = self.facts(&profile.answers, &finding.assignment);
        let decisions = Decisions::of(self, &facts, options);
        let (undecided, mut open) =
            undecided::<String>(self, &decisions, &facts, options.spoken(self));
        if options.likely {
            let subject = (&profile.answers, &finding);
            likely::likely(self, subject, &decisions, &undecided, &mut open, options);
        }
        decide::script_failure(self, &facts)?;
        Ok(open)
    }
}

/// The undecided rules, and the questions they wait for, the weightiest first.
pub(super) fn undecided<'c, T: Text<'c>>(
    catalog: &'c Catalog,
    decisions: &Decisions,
    facts: &Facts<'_>,
    language: Language,
) -> (Vec<Undecided<T>>, Vec<OpenQuestion<T>>) {
    let mut waiting = vec![(0, 0.0); catalog.survey.questions.len()];
    let mut undecided = Vec::with_capacity(decisions.undecided.len());
    for index in &decisions.undecided {
        let rule = &catalog.rules[*index];
        facts.rule.set(Some(*index));
        let mut needs = Vec::new();
        rule.when.open_questions(facts, &mut needs);
        let possible = priority(&factors(rule, 1.0, facts));
        for slot in &needs {
            let (rules, weight) = &mut waiting[slot.index()];
            *rules += 1;
            *weight += possible;
        }
        let path = |slot: &Slot| T::from(catalog.survey.question(*slot).path.as_str());
        undecided.push(Undecided {
            rule: rule.id.as_str().into(),
            title: title(rule, facts, language),
            needs: needs.iter().map(path).collect(),
            weight: rounded(possible, 1),
        });
    }
    let mut open: Vec<OpenQuestion<T>> = catalog
        .survey
        .slots()
        .zip(&waiting)
        .filter(|(_, (rules, _))| *rules > 0)
        .map(|(slot, (rules, weight))| {
            let question = catalog.survey.question(slot);
            OpenQuestion {
                question: question.path.as_str().into(),
                label: question.label.get(language).as_str().into(),
                table: question.table,
                rules: *rules,
                weight: rounded(*weight, 1),
            }
        })
        .collect();
    // A stable sort: questions of one weight stay in the survey's order.
    open.sort_by(|one, other| other.weight.total_cmp(&one.weight));
    (undecided, open)
}

/// The silent rules that only one thing is missing for, the one that would matter most first.
pub(super) fn near<'c, T: Text<'c>>(
    catalog: &'c Catalog,
    (decisions, tests): (&Decisions, &Tests),
    facts: &Facts<'_>,
    language: Language,
) -> Vec<Near<T>> {
    let mut near = Vec::new();
    for index in &decisions.silent {
        let rule = &catalog.rules[*index];
        facts.rule.set(Some(*index));
        if let Some(missing) = missing(catalog, rule, tests.of(*index), facts, language) {
            let possible = priority(&factors(rule, rule.need(facts), facts));
            near.push((possible, *index, missing));
        }
    }
    near.sort_by(|one, other| other.0.total_cmp(&one.0));
    let (openers, changing) = openers(catalog, &decisions.fired);
    // The answers once a step is done, and then again as they were.
    let mut after: Option<Answers> = None;
    let mut listed = Vec::with_capacity(near.len());
    for (_, index, missing) in near {
        let rule = &catalog.rules[index];
        let reads = rule.written(catalog.names()).reads(&rule.when).iter().flatten();
        let opening = reads.flat_map(|read| match read {
            Read::Answer(slot) => changing[slot.index()].as_slice(),
            _ => &[],
        });
        let mut possible: Vec<usize> = opening.copied().collect();
        possible.sort_unstable();
        possible.dedup();
        let mut opened_by: Vec<usize> = Vec::new();
        let test = missing_test(catalog, rule, tests.of(index), facts);
        if test.is_some_and(|atom| only_counts(&atom.test)) {
            possible.clear();
        }
        for opener in possible {
            let (steps, effects) = (&openers[opener], &catalog.rules[openers[opener][0]].effect);
            let answers = after.get_or_insert_with(|| facts.answers.clone());
            effects.iter().for_each(|effect| effect.apply(answers));
            if rule.when.evaluate(&catalog.facts(answers, facts.assignment)) == Some(true) {
                opened_by.extend(steps);
            }
            effects.iter().for_each(|effect| {
                answers.set(effect.slot, facts.answers.get(effect.slot).cloned())
            });
        }
        opened_by.sort_unstable();
        let opened_by =
            opened_by.into_iter().map(|index| T::from(catalog.rules[index].id.as_str())).collect();
        let title = title(rule, facts, language);
        listed.push(Near { rule: rule.id.as_str().into(), title, missing, opened_by });
    }
    listed
}

/// The fired rules by what their steps change, those together that change the same in the same way;
/// and for each question those that change its answer.
fn openers(catalog: &Catalog, fired: &[usize]) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
    let mut openers: Vec<Vec<usize>> = Vec::with_capacity(fired.len());
    let mut known: Vec<Option<usize>> = vec![None; catalog.rules.len()];
    let mut changing = vec![Vec::new(); catalog.survey.questions.len()];
    for index in fired {
        let rule = &catalog.rules[*index];
        match known[rule.same_effect] {
            Some(opener) => openers[opener].push(*index),
            None => {
                known[rule.same_effect] = Some(openers.len());
                rule.effect
                    .iter()
                    .for_each(|effect| changing[effect.slot.index()].push(openers.len()));
                openers.push(vec![*index]);
            }
        }
    }
    (openers, changing)
}

/// The one changeable condition that a silent rule is short of.
pub(super) fn missing<'c, T: Text<'c>>(
    catalog: &'c Catalog,
    rule: &'c Rule,
    tests: &[Option<bool>],
    facts: &Facts<'_>,
    language: Language,
) -> Option<Missing<T>> {
    let atom = missing_test(catalog, rule, tests, facts)?;
    let question = catalog.survey.question(first_question(&atom.test)?);
    let written = rule.written(catalog.names());
    Some(Missing {
        question: question.path.as_str().into(),
        label: question.label.get(language).as_str().into(),
        condition: written.when.tests[atom.index].as_str().into(),
        text: written.phrase(atom.index, &atom.test, catalog.names(), language).into(),
    })
}

fn missing_test<'c>(
    catalog: &Catalog,
    rule: &'c Rule,
    tests: &[Option<bool>],
    facts: &Facts<'_>,
) -> Option<&'c Atom> {
    let missing = |test: &Test, outcome, facts: &Facts<'_>| {
        forward(test, outcome, facts) && changeable(catalog, rule, test)
    };
    rule.when.one_short(tests, facts, &missing)
}

/// Whether the test only counts: then any option would do, and the step that happens to bring one is
/// no prerequisite.
fn only_counts(test: &Test) -> bool {
    matches!(test, Test::Compare(_, numbers) if matches!(numbers[0], Number::Count(_)))
}

/// The step's title, as its variant has it.
pub fn title<'c, T: Text<'c>>(rule: &'c Rule, facts: &Facts<'_>, language: Language) -> T {
    title_as(rule, rule.variant(facts), facts, language)
}

/// The step's title, as the variant has it.
pub(super) fn title_as<'c, T: Text<'c>>(
    rule: &'c Rule,
    variant: Option<usize>,
    facts: &Facts<'_>,
    language: Language,
) -> T {
    let title =
        variant.and_then(|index| rule.variants[index].title.as_ref()).unwrap_or(&rule.texts.title);
    title.get(language).fill(facts, language)
}

/// Whether the test fails for want of something: only what is still missing is worth naming, never
/// what has already been reached.
fn forward(test: &Test, outcome: bool, facts: &Facts<'_>) -> bool {
    match test {
        Test::Flag(_) | Test::Contains(..) => !outcome,
        Test::Compare(Comparison::Greater | Comparison::GreaterOrEqual, numbers) => {
            matches!(numbers[1], Number::Constant { .. }) && !outcome
        }
        // The options of a choice are listed from little to much.
        Test::OneOf(choice, options) => match choice.evaluate(facts) {
            Some(Some(own)) => options.iter().all(|option| option > own),
            _ => false,
        },
        _ => false,
    }
}

/// Whether a municipality can change what the test reads: not what it is, nor what type it is; and
/// what the step itself would change is no condition for it.
fn changeable(catalog: &Catalog, rule: &Rule, test: &Test) -> bool {
    let mut changeable = true;
    test.reads(&mut |read| {
        changeable &= match read {
            // Nor is a preference something to work on.
            Read::Answer(slot) => {
                let question = catalog.survey.question(slot);
                let preference = matches!(question.kind.control(), Control::Ranked(..));
                !question.fixed
                    && !preference
                    && rule.effect.iter().all(|effect| effect.slot != slot)
            }
            Read::Type(_) | Read::Membership(_) => false,
            Read::Benchmark(..) => true,
        };
    });
    changeable
}

fn first_question(test: &Test) -> Option<Slot> {
    let mut first = None;
    test.reads(&mut |read| {
        if let (Read::Answer(slot), None) = (read, first) {
            first = Some(slot);
        }
    });
    first
}
