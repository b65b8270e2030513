//! What is otherwise than a case says.

use indexmap::IndexMap;
use jiff::civil::Date;
use serde::Serialize;
use serde_json::Value as Json;

use super::part::StepPart;
use dteam_engine::advice::{Outcome, Question};
use dteam_engine::expression::trace::ConditionTrace;
use dteam_text::entries::Entries;
use dteam_text::language::Language;
use dteam_text::language::messages::message;

/// Something that is otherwise than a case says.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Mismatch {
    /// A rule comes out otherwise.
    Outcome {
        /// `pack/rule`.
        rule: String,
        /// The step in a few words.
        title: String,
        /// What the case says.
        expected: Outcome,
        /// What came out.
        found: Outcome,
        /// The tests of the rule's condition, and what they read.
        trace: ConditionTrace,
        /// The unanswered questions that an undecided rule waits for.
        needs: Vec<Question>,
        /// The case's date and the rule's period, where the rule is not in force.
        #[serde(skip_serializing_if = "Option::is_none")]
        period: Option<Period>,
    },
    /// A rule fires, and still fires with its own effect on the answers.
    Effect {
        /// `pack/rule`.
        rule: String,
        /// The step in a few words.
        title: String,
        /// The answers that the step changes.
        effect: Entries<String, Json>,
        /// The tests of the rule's condition once the step is done.
        trace: ConditionTrace,
    },
    /// Steps come in another order.
    Order {
        /// The rules that fire, as the case has them.
        expected: Vec<String>,
        /// The same as the advice has them.
        found: Vec<RankedStep>,
    },
    /// Parts are missing in a step's texts.
    Text {
        /// `pack/rule`.
        rule: String,
        /// The language of the texts.
        #[serde(rename = "text_language")]
        language: Language,
        /// The parts that do not occur.
        missing: Vec<String>,
        /// The title that came out.
        title: String,
        /// The reason that came out.
        why: String,
        /// The first moves that came out.
        actions: Vec<String>,
    },
    /// A number of a step, its variant, its notes or what it comes after is otherwise.
    Part {
        /// `pack/rule`.
        rule: String,
        /// The step in a few words.
        title: String,
        /// What the case says.
        expected: StepPart,
        /// What came out.
        found: StepPart,
    },
    /// The municipality is classified otherwise.
    Classification {
        /// What differs.
        differences: Vec<Difference>,
        /// How far the municipality belongs to each type, 0..1; empty where no type is known.
        memberships: IndexMap<String, f64>,
    },
}

impl Mismatch {
    /// What is otherwise, in one sentence.
    pub fn message(&self, language: Language) -> String {
        let say = |id: &str, arguments: &[(&str, &str)]| {
            let arguments: Vec<_> =
                arguments.iter().map(|(name, value)| (*name, (*value).into())).collect();
            message(language, id, &arguments)
        };
        match self {
            Mismatch::Outcome { rule, expected, found, .. } => {
                let (expected, found) = (verb(*expected, language), verb(*found, language));
                say("case-mismatch", &[("rule", rule), ("expected", &expected), ("found", &found)])
            }
            Mismatch::Effect { rule, .. } => say("case-effect", &[("rule", rule)]),
            Mismatch::Order { expected, found } => {
                let found: Vec<&str> = found.iter().map(|step| step.rule.as_str()).collect();
                say(
                    "case-order",
                    &[("expected", &expected.join(", ")), ("found", &found.join(", "))],
                )
            }
            Mismatch::Text { rule, language: of, missing, .. } => say(
                "case-text",
                &[("rule", rule), ("language", of.code()), ("missing", &missing.join(" … "))],
            ),
            Mismatch::Part { rule, expected, found, .. } => {
                let (key, expected, found) =
                    (expected.key().name(), expected.to_string(), found.to_string());
                say(
                    "case-part",
                    &[("rule", rule), ("key", key), ("expected", &expected), ("found", &found)],
                )
            }
            Mismatch::Classification { differences, .. } => {
                let [expected, found] = Difference::written(differences);
                say("case-classification", &[("expected", &expected), ("found", &found)])
            }
        }
    }
}

/// The outcome as a verb, to follow "should".
fn verb(outcome: Outcome, language: Language) -> String {
    message(language, &format!("outcome-{}", outcome.name()), &[])
}

/// The date of a case, and the dates from and until which a rule holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Period {
    /// The case's date.
    pub date: Option<Date>,
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
}

/// A step with its rank in the advice.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RankedStep {
    /// `pack/rule`.
    pub rule: String,
    /// The rank in the advice, from 1.
    pub rank: usize,
    /// 0..100.
    pub priority: f64,
    /// Steps of the advice to be done first.
    pub after: Vec<String>,
}

/// One part of the classification that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Which part.
    pub key: ClassificationKey,
    /// What the case says; `None` for none.
    pub expected: Option<String>,
    /// What came out.
    pub found: Option<String>,
}

impl Difference {
    /// What the case says and what came out, each as a case writes it.
    pub(super) fn written(differences: &[Difference]) -> [String; 2] {
        let values: [fn(&Difference) -> &Option<String>; 2] =
            [|difference| &difference.expected, |difference| &difference.found];
        values.map(|value| {
            let parts = differences.iter().map(|difference| {
                let value = value(difference).as_deref().unwrap_or("null");
                format!("{}: {value}", difference.key.name())
            });
            parts.collect::<Vec<_>>().join(", ")
        })
    }
}

/// The parts of a classification that a case can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ClassificationKey {
    /// The type that the advice rests on.
    Type,
    /// What the type rests on: `goals` or `indicators`.
    Basis,
    /// The second type of a mixed form.
    MixedWith,
}

impl ClassificationKey {
    /// All of them, in the order in which cases write them.
    pub const ALL: [ClassificationKey; 3] =
        [ClassificationKey::Type, ClassificationKey::Basis, ClassificationKey::MixedWith];

    /// The key as cases write it.
    pub fn name(self) -> &'static str {
        match self {
            ClassificationKey::Type => "type",
            ClassificationKey::Basis => "basis",
            ClassificationKey::MixedWith => "mixed_with",
        }
    }
}
