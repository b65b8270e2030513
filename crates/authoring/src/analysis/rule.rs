//! What can be shown of one rule: that it can fire and be silent, that its step switches it off,
//! that its numbers stay in range.

use std::ops::Range;

use super::observed::{Observed, Opposed, opposed};
use super::space::{SearchOutcome, Space, Turn};
use super::{Findings, scale};
use dteam_engine::classification::classify;
use dteam_engine::expression::evaluate::Facts;
use dteam_engine::expression::reads::Read;
use dteam_engine::expression::{Atom, Condition, Number, Operation, Test};
use dteam_engine::pack::effect::{Change, Effect};
use dteam_engine::pack::{Impact, Rule};
use dteam_engine::profile::Answer;
use dteam_engine::survey::{OptionSet, Slot};
use dteam_text::diagnostic::Problem;

/// Beyond this, a number is out of its range and not only rounded.
const TOLERANCE: f64 = 1e-9;

/// Whether the rule can fire at all: if not, nothing else about it matters.
pub(super) fn check(rule: &Rule, findings: &mut Findings<'_>) -> bool {
    let mut observed = Observed::default();
    observed.condition(&rule.when);
    let space = Space::of(findings.ground, &observed, &[]);
    let fires = space.find(&mut |facts, _| sought(rule.when.evaluate(facts), true));
    if !findings.exists(fires, &rule.spans.when, Problem::NeverFires) {
        return false;
    }
    let silent = space.find(&mut |facts, _| sought(rule.when.evaluate(facts), false));
    undecided(rule, &space, findings);
    // No step switches off what always fires, and none of its tests decides.
    if findings.exists(silent, &rule.spans.when, Problem::AlwaysFires) {
        tests(&rule.when, &rule.spans.when, &observed, findings);
        effects(rule, &observed, findings);
    }
    covers(rule, &observed, findings);
    for variant in rule.variants.iter() {
        settled(&variant.when, 2, &variant.span, findings);
    }
    for note in rule.notes.iter() {
        settled(&note.when, 2, &note.span, findings);
    }
    if let Some(need) = &rule.need {
        branches(need, &rule.spans.need, findings);
        range(rule, &observed, Bounded { number: need, key: "need", range: (0.0, 1.0) }, findings);
    }
    if let Impact::Expression(impact) = &rule.impact {
        branches(impact, &rule.spans.impact, findings);
        range(
            rule,
            &observed,
            Bounded { number: impact, key: "impact", range: (1.0, 5.0) },
            findings,
        );
    }
    true
}

/// Found where the outcome is the one sought; nothing to be found where it is the other.
pub(super) fn sought(outcome: Option<bool>, sought: bool) -> Turn {
    match outcome {
        Some(outcome) if outcome == sought => Turn::Found,
        Some(_) => Turn::Back,
        None => Turn::Deeper,
    }
}

/// The condition comes out once all is answered: each number compared is one.
fn undecided(rule: &Rule, space: &Space<'_>, findings: &mut Findings<'_>) {
    let mut numbers: Vec<Number> = Vec::new();
    rule.when.for_each_atom(&mut |atom| {
        if let Test::Compare(_, compared) = &atom.test {
            numbers.extend(compared.iter().filter(|number| may_be_none(number)).cloned());
        }
    });
    if numbers.is_empty() {
        return;
    }
    let all = space.dimensions.len();
    let undecided = space.find_example(&mut |facts, depth| match rule.when.evaluate(facts) {
        Some(_) => Turn::Back,
        None if depth == all
            && numbers
                .iter()
                .any(|number| number.is_answered(facts) && number.evaluate(facts).is_none()) =>
        {
            Turn::Found
        }
        None => Turn::Deeper,
    });
    if matches!(undecided, SearchOutcome::Found(_)) {
        findings.example(undecided, &rule.spans.when, Problem::NoOutcome);
    }
}

/// A number of answers alone that may have no value: of two that are divided, or become too large.
fn may_be_none(number: &Number) -> bool {
    let mut answers_alone = true;
    number.reads(&mut |read| {
        answers_alone &= matches!(read, Read::Answer(_) | Read::Benchmark(_, Some(_)))
    });
    answers_alone && is_scaled(number)
}

/// Something in it is multiplied or divided.
fn is_scaled(number: &Number) -> bool {
    match number {
        Number::Calculate(Operation::Multiply | Operation::Divide, _) => true,
        Number::Calculate(_, numbers) => numbers.iter().any(is_scaled),
        Number::Negate(number) | Number::Round(number) => is_scaled(number),
        Number::If(parts) => is_scaled(&parts.1) || is_scaled(&parts.2),
        Number::Constant { .. }
        | Number::Answer(_)
        | Number::Count(_)
        | Number::Rank(..)
        | Number::Membership(_)
        | Number::OwnBenchmark(_)
        | Number::Benchmark { .. }
        | Number::Call(_) => false,
    }
}

/// The tests by which a number is chosen can be true and false.
fn branches(number: &Number, span: &Range<usize>, findings: &mut Findings<'_>) {
    match number {
        Number::If(parts) => {
            settled(&parts.0, 1, span, findings);
            branches(&parts.1, span, findings);
            branches(&parts.2, span, findings);
        }
        Number::Calculate(_, numbers) => {
            numbers.iter().for_each(|number| branches(number, span, findings))
        }
        Number::Negate(number) | Number::Round(number) => branches(number, span, findings),
        Number::Constant { .. }
        | Number::Answer(_)
        | Number::Count(_)
        | Number::Rank(..)
        | Number::Membership(_)
        | Number::OwnBenchmark(_)
        | Number::Benchmark { .. }
        | Number::Call(_) => {}
    }
}

fn atoms(condition: &Condition) -> Vec<Atom> {
    let mut atoms: Vec<Atom> = Vec::new();
    condition.for_each_atom(&mut |atom| atoms.push(atom.clone()));
    atoms
}

/// Whether one of the tests can only be true or only false, which is said. A condition of fewer
/// tests than `min` is looked at as a whole elsewhere.
fn settled(
    condition: &Condition,
    min: usize,
    span: &Range<usize>,
    findings: &mut Findings<'_>,
) -> bool {
    let atoms = atoms(condition);
    if atoms.len() < min {
        return false;
    }
    let mut settled = false;
    for atom in &atoms {
        // What compares unlike things is said to do so, whatever comes of it.
        if scale::unlike(findings.ground, &atom.test).is_some() {
            settled = true;
            continue;
        }
        let mut observed = Observed::default();
        observed.test(&atom.test);
        let own = Space::of(findings.ground, &observed, &[]);
        let can = |outcome| own.find(&mut |facts, _| sought(atom.test.evaluate(facts), outcome));
        let named = || findings.ground.names().test(&atom.test);
        let problem = match (can(true), can(false)) {
            (SearchOutcome::Nowhere, _) => Problem::TestAlwaysFalse { test: named() },
            (_, SearchOutcome::Nowhere) => Problem::TestAlwaysTrue { test: named() },
            _ => continue,
        };
        findings.warn(span.clone(), problem);
        settled = true;
    }
    settled
}

/// Each test can be true and false, and cannot be done without.
fn tests(
    condition: &Condition,
    span: &Range<usize>,
    observed: &Observed,
    findings: &mut Findings<'_>,
) {
    let settled = settled(condition, 2, span, findings);
    let atoms = atoms(condition);
    if atoms.len() < 2 {
        return;
    }
    // A test also counts where it decides although the others are open.
    let mut space = Space::of(findings.ground, observed, &[]);
    space.open = observed.questions.keys().copied().collect();
    // Where one test is settled, that others do not count may only follow from it.
    let idle: Vec<(String, bool)> = atoms
        .iter()
        .filter(|_| !settled)
        .map(|atom| {
            let last = space.dimensions.len();
            let counts = |outcome| {
                space.find(&mut |facts, depth| {
                    differs(condition, atom, outcome, facts, depth == last)
                })
            };
            let idle = [true, false]
                .into_iter()
                .any(|outcome| matches!(counts(outcome), SearchOutcome::Nowhere));
            (findings.ground.names().test(&atom.test), idle)
        })
        .collect();
    for (test, _) in &idle {
        // Of a test that stands there twice, the other one may count.
        if idle.iter().all(|(other, is_idle)| other != test || *is_idle) {
            findings.warn(span.clone(), Problem::TestWithoutInfluence { test: test.clone() });
        }
    }
}

/// Found where the condition would come out otherwise if this test alone did.
pub(super) fn decides(condition: &Condition, atom: &Atom, facts: &Facts<'_>) -> Turn {
    let assuming = |outcome| condition.evaluate_assuming(atom, outcome, facts);
    match (assuming(true), assuming(false)) {
        (Some(one), Some(other)) if one == other => Turn::Back,
        (Some(_), Some(_)) if atom.test.evaluate(facts).is_some() => Turn::Found,
        _ => Turn::Deeper,
    }
}

/// Found where the condition comes out otherwise than it would if this test always had the outcome
/// given. With all questions that there are (`last`), that one is undecided and the other not is a
/// difference too.
fn differs(
    condition: &Condition,
    atom: &Atom,
    outcome: bool,
    facts: &Facts<'_>,
    last: bool,
) -> Turn {
    match (condition.evaluate(facts), condition.evaluate_assuming(atom, outcome, facts)) {
        (Some(one), Some(other)) if one != other => Turn::Found,
        (Some(_), Some(_)) => Turn::Back,
        (one, other) if last && one != other => Turn::Found,
        _ => Turn::Deeper,
    }
}

/// The step switches the rule off, each part of it changes something, and the answers go together
/// afterwards.
fn effects(rule: &Rule, observed: &Observed, findings: &mut Findings<'_>) {
    let mut idle = 0;
    for effect in &rule.effect {
        let mut observed = observed.clone();
        observe(effect, &mut observed);
        let mut space = Space::of(findings.ground, &observed, &[effect.slot]);
        space.open = vec![effect.slot];
        let changes = space.find(&mut |facts, depth| {
            if rule.when.evaluate(facts) == Some(false) {
                return Turn::Back;
            }
            let mut done = facts.answers.clone();
            effect.apply(&mut done);
            match (rule.when.evaluate(facts), done == *facts.answers) {
                (Some(true), false) if depth > 0 => Turn::Found,
                // The question has had its turn, and the step leaves it as it is.
                (_, true) if depth > 0 => Turn::Back,
                _ => Turn::Deeper,
            }
        });
        let question = findings.ground.survey.question(effect.slot).path.to_string();
        if !findings.exists(changes, &effect.span, Problem::EffectChangesNothing { question }) {
            idle += 1;
        }
    }
    // A step that changes nothing at all cannot switch anything off.
    if idle == 0 || idle < rule.effect.len() {
        switched_off(rule, observed, findings);
        contradictions(rule, observed, findings);
        too_late(rule, observed, findings);
    }
}

fn observe(effect: &Effect, observed: &mut Observed) {
    let looks = observed.looks(effect.slot);
    match &effect.change {
        Change::Set(Answer::Number(number)) => looks.bounds.push(*number),
        Change::Set(Answer::Text(text)) => looks.texts.push(text.clone()),
        Change::Set(Answer::Option(option)) => looks.groups.push(OptionSet::of(*option)),
        Change::Set(answer) => {
            looks.apart = OptionSet(looks.apart.0 | answer.options().unwrap_or_default().0)
        }
        Change::Edit { add, remove } => {
            let edited: OptionSet = add.iter().chain(remove).copied().collect();
            looks.apart = OptionSet(looks.apart.0 | edited.0);
        }
    }
}

fn switched_off(rule: &Rule, observed: &Observed, findings: &mut Findings<'_>) {
    let (mut observed, changed) = (observed.clone(), changed(rule));
    rule.effect.iter().for_each(|effect| observe(effect, &mut observed));
    let mut space = Space::of(findings.ground, &observed, &changed);
    space.open.clone_from(&changed);
    let keeps_firing = space.find_example(&mut |facts, depth| {
        let now = rule.when.evaluate(facts);
        if now == Some(false) {
            return Turn::Back;
        }
        let then = after(rule, facts, &rule.when);
        match (now, then) {
            (Some(true), Some(true)) => Turn::Found,
            // What the step changes has had its turn: more answers change nothing about a settled
            // outcome.
            (_, Some(false)) if depth >= changed.len() => Turn::Back,
            _ => Turn::Deeper,
        }
    });
    let span = rule.effect.first().map_or(&rule.spans.id, |effect| &effect.span);
    findings.example(keeps_firing, span, Problem::EffectKeepsFiring);
}

/// After the step, no answers contradict one another that did not before.
fn contradictions(rule: &Rule, observed: &Observed, findings: &mut Findings<'_>) {
    let changed = changed(rule);
    let catalog = findings.ground;
    for contradiction in
        catalog.contradictions.iter().filter(|contradiction| contradiction.is_error())
    {
        let (mut touched, mut first) = (false, changed.clone());
        contradiction.when.reads(&mut |read| {
            let Read::Answer(slot) = read else { return };
            touched |= changed.contains(&slot);
            if !first.contains(&slot) {
                first.push(slot);
            }
        });
        if !touched {
            continue;
        }
        let mut observed = observed.clone();
        rule.effect.iter().for_each(|effect| observe(effect, &mut observed));
        match opposed(&contradiction.when) {
            None => observed.condition(&contradiction.when),
            // What is added to the one must not be in the other. All options told apart one by one
            // would be too many.
            Some(Opposed(one, other)) => {
                let added =
                    |slot| rule.effect.iter().filter(move |effect| effect.slot == slot).map(added);
                let added =
                    added(one).chain(added(other)).fold(0, |added, options| added | options.0);
                for slot in [one, other] {
                    let looks = observed.looks(slot);
                    looks.apart = OptionSet(looks.apart.0 | added);
                }
            }
        }
        let mut space = Space::of(findings.ground, &observed, &first);
        space.open.clone_from(&changed);
        let contradicts = space.find_example(&mut |facts, depth| {
            let now = rule.when.evaluate(facts);
            let then = after(rule, facts, &contradiction.when);
            match (now, then) {
                (Some(false), _) => Turn::Back,
                (_, Some(false)) if depth >= changed.len() => Turn::Back,
                (Some(true), Some(true)) => Turn::Found,
                _ => Turn::Deeper,
            }
        });
        let span = rule.effect.first().map_or(&rule.spans.id, |effect| &effect.span);
        let question = catalog.survey.question(contradiction.at).path.to_string();
        let message = match &contradicts {
            SearchOutcome::Found(found) => {
                let done = rule.done(&found.answers);
                contradiction.explained(&catalog.facts(&done, &found.assignment), findings.language)
            }
            _ => String::new(),
        };
        findings.example(contradicts, span, Problem::EffectContradicts { question, message });
    }
}

/// What the step covers can fire with it.
fn covers(rule: &Rule, observed: &Observed, findings: &mut Findings<'_>) {
    for covered in &rule.covers {
        let covered = &findings.ground.rules[*covered];
        let mut observed = observed.clone();
        observed.condition(&covered.when);
        let space = Space::of(findings.ground, &observed, &[]);
        let both = space.find(&mut |facts, _| match (
            rule.when.evaluate(facts),
            covered.when.evaluate(facts),
        ) {
            (Some(true), Some(true)) => Turn::Found,
            (Some(false), _) | (_, Some(false)) => Turn::Back,
            _ => Turn::Deeper,
        });
        let problem = Problem::NeverCovers { rule: covered.id.clone() };
        findings.exists(both, &rule.spans.covers, problem);
    }
}

/// No step makes a rule fire that says it comes before it.
fn too_late(rule: &Rule, observed: &Observed, findings: &mut Findings<'_>) {
    let changed = changed(rule);
    let (ground, index) = (findings.ground, findings.rule);
    let earlier = rule.after.iter().map(|earlier| &ground.rules[*earlier]);
    for earlier in earlier.filter(|earlier| earlier.before.contains(&index)) {
        let mut touched = false;
        earlier.when.reads(&mut |read| {
            touched |= matches!(read, Read::Answer(slot) if changed.contains(&slot));
        });
        if !touched {
            continue;
        }
        let mut observed = observed.clone();
        observed.condition(&earlier.when);
        rule.effect.iter().for_each(|effect| observe(effect, &mut observed));
        let mut space = Space::of(findings.ground, &observed, &changed);
        space.open.clone_from(&changed);
        let late = space.find_example(&mut |facts, _| {
            let (now, told) = (rule.when.evaluate(facts), earlier.when.evaluate(facts));
            if now == Some(false) || told == Some(true) {
                return Turn::Back;
            }
            match (now, told, after(rule, facts, &earlier.when)) {
                (Some(true), Some(false), Some(true)) => Turn::Found,
                _ => Turn::Deeper,
            }
        });
        let span = match rule.spans.after.is_empty() {
            true => &rule.spans.id,
            false => &rule.spans.after,
        };
        findings.example(late, span, Problem::ComesTooLate { rule: earlier.id.clone() });
    }
}

/// The options that are chosen once the step is done.
fn added(effect: &Effect) -> OptionSet {
    match &effect.change {
        Change::Set(answer) => answer.options().unwrap_or_default(),
        Change::Edit { add, .. } => add.iter().copied().collect(),
    }
}

fn changed(rule: &Rule) -> Vec<Slot> {
    let mut changed: Vec<Slot> = Vec::new();
    for effect in &rule.effect {
        if !changed.contains(&effect.slot) {
            changed.push(effect.slot);
        }
    }
    changed
}

/// How the condition comes out once the rule's step is done.
fn after(rule: &Rule, facts: &Facts<'_>, condition: &Condition) -> Option<bool> {
    let done = rule.done(facts.answers);
    let goals = facts.typology.goals.question;
    // Other goals may make it another type.
    let assignment = match done.get(goals) == facts.answers.get(goals) {
        true => None,
        false => Some(classify(facts.typology, facts.benchmarks, &done).assignment),
    };
    let then =
        Facts { assignment: assignment.as_ref().unwrap_or(facts.assignment), ..facts.with(&done) };
    let outcome = condition.evaluate(&then);
    if let Some(failure) = then.failure.into_inner() {
        // Only the first failure is kept.
        let _ = facts.failure.set(failure);
    }
    outcome
}

/// A number that has to stay in its range.
struct Bounded<'n> {
    number: &'n Number,
    key: &'static str,
    range: (f64, f64),
}

fn range(rule: &Rule, observed: &Observed, bounded: Bounded<'_>, findings: &mut Findings<'_>) {
    let Bounded { number, key, range: (min, max) } = bounded;
    let mut observed = observed.clone();
    observed.number(number);
    let space = Space::of(findings.ground, &observed, &[]);
    let outside = |facts: &Facts<'_>| {
        number.evaluate(facts).filter(|value| *value < min - TOLERANCE || *value > max + TOLERANCE)
    };
    let leaves = space.find_example(&mut |facts, _| match (
        rule.when.evaluate(facts),
        number.evaluate(facts),
    ) {
        (Some(false), _) => Turn::Back,
        (Some(true), Some(_)) if outside(facts).is_some() => Turn::Found,
        (Some(true), Some(_)) => Turn::Back,
        _ => Turn::Deeper,
    });
    let span = if key == "need" { &rule.spans.need } else { &rule.spans.impact };
    no_number(rule, &space, number, (key, span), findings);
    let SearchOutcome::Found(found) = &leaves else { return };
    let facts = findings.ground.facts(&found.answers, &found.assignment);
    let value = outside(&facts).map(|value| findings.language.number(value)).unwrap_or_default();
    findings.example(
        leaves,
        span,
        Problem::LeavesRange { key, value, min: min.to_string(), max: max.to_string() },
    );
}

/// With every question answered, only a division by zero leaves no number.
fn no_number(
    rule: &Rule,
    space: &Space<'_>,
    number: &Number,
    (key, span): (&'static str, &Range<usize>),
    findings: &mut Findings<'_>,
) {
    let all = space.dimensions.len();
    let nothing = space.find_example(&mut |facts, depth| match (
        rule.when.evaluate(facts),
        number.evaluate(facts),
    ) {
        (Some(false), _) | (_, Some(_)) => Turn::Back,
        (Some(true), None) if depth == all && number.is_answered(facts) => Turn::Found,
        _ => Turn::Deeper,
    });
    if matches!(nothing, SearchOutcome::Found(_)) {
        findings.example(nothing, span, Problem::NoNumber { key });
    }
}
