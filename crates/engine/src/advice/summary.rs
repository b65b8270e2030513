//! The advice in three sentences: the type, what moves most, what is open.

use super::{Answered, Horizon, Step};
use crate::catalog::Catalog;
use crate::classification::{Basis, Classification, TypeAssignment};
use dteam_text::language::messages::{Argument, message};
use dteam_text::language::{Language, capitalised};

/// What the summary is about.
pub(super) struct Subject<'a, T> {
    pub catalog: &'a Catalog,
    pub assignment: &'a TypeAssignment,
    pub classification: &'a Classification,
    pub name: String,
    pub steps: &'a [Step<T>],
    pub answered: Answered,
    /// Open questions that can change the list of steps.
    pub open: usize,
    pub language: Language,
}

pub(super) fn sentences<T: AsRef<str>>(subject: &Subject<'_, T>) -> Vec<String> {
    let sentences = [type_sentence(subject), steps_sentence(subject), open_sentence(subject)];
    sentences.into_iter().map(|sentence| capitalised(&sentence)).collect()
}

fn type_sentence<T: AsRef<str>>(subject: &Subject<'_, T>) -> String {
    let language = subject.language;
    let (Some(kind), Some(memberships)) =
        (subject.assignment.kind, &subject.assignment.memberships)
    else {
        return message(language, "summary-no-type", &[("name", subject.name.clone().into())]);
    };
    let belongs = subject.catalog.typology.types[usize::from(kind)].belongs.get(language);
    let mixed = subject.assignment.mixed_with.map(|mixed| {
        let dative = subject.catalog.typology.types[usize::from(mixed)].dative.get(language);
        message(
            language,
            "summary-mixed",
            &[
                ("types", dative.as_str().into()),
                ("membership", language.percent(memberships[usize::from(mixed)]).into()),
            ],
        )
    });
    let id = match (subject.classification.basis, subject.classification.goals_and_work_differ) {
        (Some(Basis::Indicators), _) => "summary-type-estimated",
        (_, true) => "summary-type-differs",
        (_, false) => "summary-type",
    };
    let work = subject.assignment.by_indicators.unwrap_or(kind);
    message(
        language,
        id,
        &[
            ("name", subject.name.clone().into()),
            ("belongs", belongs.as_str().into()),
            ("membership", language.percent(memberships[usize::from(kind)]).into()),
            ("mixed", mixed.unwrap_or_default().into()),
            (
                "work",
                subject.catalog.typology.types[usize::from(work)]
                    .dative
                    .get(language)
                    .as_str()
                    .into(),
            ),
        ],
    )
}

/// The two steps that can be begun now and matter most; if there are none, those that matter most.
fn steps_sentence<T: AsRef<str>>(subject: &Subject<'_, T>) -> String {
    let language = subject.language;
    let now = subject.steps.iter().filter(|step| step.horizon == Horizon::Now).count();
    let mut first: Vec<&Step<T>> =
        subject.steps.iter().filter(|step| now == 0 || step.horizon == Horizon::Now).collect();
    first.sort_by(|one, other| other.priority.total_cmp(&one.priority));
    let titles: Vec<_> =
        first.iter().take(2).map(|step| language.quoted(step.title.as_ref())).collect();
    let id = match (subject.steps.len(), subject.open) {
        (0, 1..) => "summary-nothing-certain",
        (0, _) => "summary-no-steps",
        _ => "summary-steps",
    };
    capitalised(&message(
        language,
        id,
        &[
            ("steps", language.list(&titles).into()),
            ("first", titles.len().into()),
            ("count", subject.steps.len().into()),
            ("number", Argument::InWords(subject.steps.len())),
        ],
    ))
}

fn open_sentence<T: AsRef<str>>(subject: &Subject<'_, T>) -> String {
    let language = subject.language;
    let unanswered = subject.answered.questions - subject.answered.answers;
    capitalised(&message(
        language,
        if subject.open == 0 { "summary-open-without-effect" } else { "summary-open" },
        &[
            ("unanswered", unanswered.into()),
            ("number", Argument::InWords(unanswered)),
            ("deciding", subject.open.into()),
            ("deciding-number", Argument::InWords(subject.open)),
        ],
    ))
}
