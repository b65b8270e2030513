//! What can be shown of a rule's texts: that what they are filled in with is answered, and that
//! each can appear.

use super::Findings;
use super::observed::Observed;
use super::space::{SearchOutcome, Space, Turn};
use dteam_engine::expression::evaluate::Facts;
use dteam_engine::expression::kleene;
use dteam_engine::expression::reads::Read;
use dteam_engine::expression::template::Template;
use dteam_engine::expression::{Choice, Condition, Value};
use dteam_engine::pack::Rule;
use dteam_engine::survey::Slot;
use dteam_text::diagnostic::Problem;
use dteam_text::language::Localized;

pub(super) fn check(rule: &Rule, findings: &mut Findings<'_>) {
    let when = std::slice::from_ref(&rule.when);
    let texts = [&rule.texts.title, &rule.texts.why];
    texts.into_iter().for_each(|text| localized(text, when, findings));
    actions(&rule.texts.actions, when, findings);
    for note in rule.notes.iter() {
        let shown = [rule.when.clone(), note.when.clone()];
        if possible(&shown, &[], &note.span, Problem::NoteNeverAdded, findings) {
            avoidable(&shown, &note.span, Problem::NoteAlwaysAdded, findings);
            localized(&note.text, &shown, findings);
        }
    }
    for (number, variant) in rule.variants.iter().enumerate() {
        let shown = [rule.when.clone(), variant.when.clone()];
        let earlier: Vec<&Condition> =
            rule.variants[..number].iter().map(|variant| &variant.when).collect();
        if possible(&shown, &earlier, &variant.span, Problem::VariantNeverChosen, findings) {
            avoidable(&shown, &variant.span, Problem::VariantAlwaysChosen, findings);
            let texts = [&variant.title, &variant.why];
            texts.into_iter().flatten().for_each(|text| localized(text, &shown, findings));
            variant.actions.iter().for_each(|moves| actions(moves, &shown, findings));
        }
    }
}

/// Whether there is a profile on which all of `shown` is true and none of `earlier`.
fn possible(
    shown: &[Condition],
    earlier: &[&Condition],
    span: &std::ops::Range<usize>,
    problem: Problem,
    findings: &mut Findings<'_>,
) -> bool {
    let mut observed = Observed::default();
    shown.iter().chain(earlier.iter().copied()).for_each(|condition| observed.condition(condition));
    let mut space = Space::of(findings.ground, &observed, &[]);
    // An earlier variant does not come first either where its question is unanswered.
    space.open = observed.questions.keys().copied().collect();
    let appears = space.find(&mut |facts, depth| {
        let outcome = all(shown, facts);
        let before = earlier.iter().any(|condition| condition.evaluate(facts) == Some(true));
        match (outcome, before) {
            (Some(false), _) | (_, true) => Turn::Back,
            (Some(true), false) if depth > 0 || earlier.is_empty() => Turn::Found,
            _ => Turn::Deeper,
        }
    });
    findings.exists(appears, span, problem)
}

/// Reports a condition, the second of the two, that holds whenever the rule's, the first, does.
fn avoidable(
    [rule, own]: &[Condition; 2],
    span: &std::ops::Range<usize>,
    problem: Problem,
    findings: &mut Findings<'_>,
) {
    let mut observed = Observed::default();
    [rule, own].into_iter().for_each(|condition| observed.condition(condition));
    let mut space = Space::of(findings.ground, &observed, &[]);
    // It does not hold either where its question is unanswered.
    space.open = observed.questions.keys().copied().collect();
    let without = space.find(&mut |facts, _| match (rule.evaluate(facts), own.evaluate(facts)) {
        (Some(false), _) | (_, Some(true)) => Turn::Back,
        (Some(true), Some(false) | None) => Turn::Found,
        (None, Some(false) | None) => Turn::Deeper,
    });
    findings.exists(without, span, problem);
}

/// Whether all conditions hold.
fn all(conditions: &[Condition], facts: &Facts<'_>) -> Option<bool> {
    kleene::all(conditions.iter().map(|condition| condition.evaluate(facts)))
}

fn localized(text: &Localized<Template>, shown: &[Condition], findings: &mut Findings<'_>) {
    text.all().for_each(|text| template(text, shown, findings));
}

fn actions(actions: &Localized<Vec<Template>>, shown: &[Condition], findings: &mut Findings<'_>) {
    actions.all().flatten().for_each(|action| template(action, shown, findings));
}

/// Every value in the text is known whenever the text appears.
fn template(text: &Template, shown: &[Condition], findings: &mut Findings<'_>) {
    let file = std::sync::Arc::clone(&findings.pack.file);
    for (value, span) in text.values(&file.text) {
        let goals = findings.ground.typology.goals.question;
        let mut read = Vec::new();
        value.reads(&mut |what| {
            let slot = match what {
                Read::Answer(slot) => slot,
                Read::Type(_) | Read::Membership(_) => goals,
                Read::Benchmark(..) => return,
            };
            if !read.contains(&slot) {
                read.push(slot);
            }
        });
        // The survey says what to write in place of some answers, where these stand alone.
        if let Value::Text(slot) | Value::Choice(Choice::Answer(slot)) = value
            && findings.ground.survey.question(*slot).unanswered.is_some()
        {
            continue;
        }
        unanswered(value, &read, shown, &span, findings);
    }
}

/// Reports a value that can be unknown although its text appears.
fn unanswered(
    value: &Value,
    read: &[Slot],
    shown: &[Condition],
    span: &std::ops::Range<usize>,
    findings: &mut Findings<'_>,
) {
    let Some(first) = read.first().copied() else { return };
    let mut observed = Observed::default();
    shown.iter().for_each(|condition| observed.condition(condition));
    value.reads(&mut |read| observed.read(read));
    let mut space = Space::of(findings.ground, &observed, read);
    space.open = read.to_vec();
    let unknown = space.find_example(&mut |facts, depth| match all(shown, facts) {
        Some(false) => Turn::Back,
        // First, all that the value reads has its turn.
        _ if depth < read.len() => Turn::Deeper,
        // A division by zero is no answer that is missing.
        _ if !value.is_unknown(facts)
            || read.iter().all(|slot| facts.answers.get(*slot).is_some()) =>
        {
            Turn::Back
        }
        Some(true) => Turn::Found,
        None => Turn::Deeper,
    });
    let open = match &unknown {
        SearchOutcome::Found(found) => {
            read.iter().copied().find(|slot| found.answers.get(*slot).is_none())
        }
        _ => None,
    };
    let question = findings.ground.survey.question(open.unwrap_or(first)).path.to_string();
    findings.example(unknown, span, Problem::PlaceholderUnanswered { question });
}
