//! Answers that cannot both be right, or hardly can, as `survey.yaml` and packs name them.

use std::ops::Range;

use rhai::Engine;

use crate::benchmark::Benchmarks;
use crate::expression::Condition;
use crate::expression::evaluate::Facts;
use crate::expression::lower::{self, Vocabulary};
use crate::expression::reads::Read;
use crate::expression::template::{self, Template};
use crate::profile::read::AnswerSpans;
use crate::survey::load::slot;
use crate::survey::{Options, Slot, Survey};
use dteam_text::diagnostic::{Diagnostics, Problem, Severity, nearest};
use dteam_text::language::{Language, Localized};
use dteam_text::yaml::fields::{self, Fields};
use dteam_text::yaml::{Node, Value};

/// A condition on the answers under which they contradict one another.
#[derive(Debug)]
pub struct Contradiction {
    /// The question it is reported at.
    pub at: Slot,
    severity: Severity,
    /// True of answers that contradict one another.
    pub when: Condition,
    message: Localized<Template>,
}

impl Contradiction {
    /// The profile is refused, not only doubted.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// What is said of answers that meet with it.
    pub fn explained(&self, facts: &Facts<'_>, language: Language) -> String {
        self.message.get(language).fill(facts, language)
    }
}

/// Reads the contradictions of a survey or pack whose questions are known already. They speak of
/// answers alone, not of types, values or what a pack's functions make of them.
pub fn contradictions(
    root: &Node<'_>,
    parser: &Engine,
    survey: &Survey,
    problems: &mut Diagnostics<'_>,
) -> Vec<Contradiction> {
    let (types, benchmarks) = (Options::default(), Benchmarks::default());
    let vocabulary = Vocabulary::new(parser, survey, &types, &benchmarks, &[]);
    let Value::Map(entries) = &root.value else { return Vec::new() };
    let Some(entry) = entries.iter().find(|entry| entry.key == "contradictions") else {
        return Vec::new();
    };
    let Some(nodes) = fields::list(&entry.value, problems) else { return Vec::new() };
    nodes.iter().filter_map(|node| contradiction(node, &vocabulary, problems)).collect()
}

fn contradiction(
    node: &Node<'_>,
    vocabulary: &Vocabulary<'_>,
    problems: &mut Diagnostics<'_>,
) -> Option<Contradiction> {
    let mut keys = Fields::of(node, problems)?;
    let at =
        keys.required("at", problems).and_then(|node| slot(node, vocabulary.by_path, problems));
    let severity =
        keys.required("severity", problems).and_then(|node| match fields::text(node, problems)? {
            "error" => Some(Severity::Error),
            "warning" => Some(Severity::Warning),
            other => {
                let known = "error, warning".to_owned();
                let nearest = nearest(other, ["error", "warning"]);
                problems.error(
                    node.span.clone(),
                    Problem::UnknownKey { key: other.to_owned(), known, nearest },
                );
                None
            }
        });
    let when = keys
        .required("when", problems)
        .and_then(|node| lower::condition(vocabulary, node, problems));
    let message = keys
        .required("message", problems)
        .and_then(|node| template::localized(vocabulary, node, problems));
    keys.finish(problems);
    Some(Contradiction { at: at?, severity: severity?, when: when?, message: message? })
}

impl Contradiction {
    /// Whether the answers contradict one another in this way.
    pub fn holds(&self, facts: &Facts<'_>) -> bool {
        self.when.evaluate(facts) == Some(true)
    }

    /// The answer to correct; if it was not written here, one that it contradicts.
    fn span(&self, spans: &AnswerSpans) -> Range<usize> {
        let mut span = spans[self.at.index()].clone();
        self.when.reads(&mut |read| {
            if let (None, Read::Answer(slot)) = (&span, read) {
                span = spans[slot.index()].clone();
            }
        });
        span.unwrap_or(0..0)
    }
}

/// Reports those of the contradictions that the answers meet with.
pub fn report<'c>(
    contradictions: impl IntoIterator<Item = &'c Contradiction>,
    facts: &Facts<'_>,
    spans: &AnswerSpans,
    problems: &mut Diagnostics<'_>,
) {
    for contradiction in contradictions {
        if !contradiction.holds(facts) {
            continue;
        }
        let problem = Problem::Contradiction {
            question: facts.survey.question(contradiction.at).path.to_string(),
            message: contradiction.message.map(|language, text| text.fill(facts, language)),
        };
        problems.add(contradiction.severity, contradiction.span(spans), problem);
    }
}
