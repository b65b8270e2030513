//! What answers a question, in a few words.

use dteam_engine::profile::plain;
use dteam_engine::survey::Question;
use dteam_text::language::Language;
use dteam_text::language::messages::attribute;

/// What the texts about the question's kind say of its answers, in the part that speaks; it writes
/// numbers as `figure` does.
pub(super) fn expected(
    question: &Question,
    part: &str,
    figure: impl Fn(f64) -> String,
    language: Language,
) -> String {
    let kind = &question.kind;
    let (min, max) = kind.range().unwrap_or_default();
    let whole = if kind.is_whole() { "yes" } else { "no" };
    let arguments = [
        ("min", figure(min).into()),
        ("max", figure(max).into()),
        ("whole", whole.into()),
        ("limit", kind.limit().into()),
    ];
    attribute(language, &format!("kind-{}", kind.name()), part, &arguments).unwrap_or_default()
}

/// The same with the unit, as one writes it into a file.
pub(super) fn with_unit(question: &Question, part: &str, language: Language) -> String {
    let expected = expected(question, part, plain, language);
    match &question.unit {
        Some(unit) => format!("{expected} ({})", unit.get(language)),
        None => expected,
    }
}
