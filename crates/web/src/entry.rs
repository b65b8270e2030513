//! Between answers and what stands in the fields of a form.

use dteam_engine::profile::answer::printable;
use dteam_engine::profile::{Answer, Ranking, plain};
use dteam_engine::survey::{Kind, OptionSet, Options, Question};
use dteam_interview::{Mistake, typed};
use dteam_text::language::Language;
use dteam_text::language::messages::message;

/// What a field holds for none of the options, which is an answer too.
pub(super) const NONE: &str = "-";

/// The question's name in forms; of a ranking, that of the place's field.
pub(super) fn name(question: &Question, place: Option<usize>) -> String {
    match place {
        Some(place) => format!("a.{}#{}", question.path, place + 1),
        None => format!("a.{}", question.path),
    }
}

/// What the fields of the question hold for an answer.
pub(super) fn values(
    question: &Question,
    answer: Option<&Answer>,
    language: Language,
) -> Vec<String> {
    let id = |option: u8| {
        question
            .kind
            .options()
            .map_or_else(String::new, |options| options.get(option).id.to_string())
    };
    let ids = |ids: Vec<String>| if ids.is_empty() { vec![NONE.to_owned()] } else { ids };
    match answer {
        None => Vec::new(),
        Some(Answer::Option(option)) => vec![id(*option)],
        Some(Answer::Options(options)) => ids(options.iter().map(id).collect()),
        Some(Answer::Ranking(ranking)) => ids(ranking.as_slice().iter().copied().map(id).collect()),
        Some(Answer::Flag(flag)) => vec![flag.to_string()],
        Some(Answer::Text(text)) => vec![text.to_string()],
        Some(Answer::Number(number)) => {
            let mark = language.decimal_mark().to_string();
            vec![plain(*number).replace('.', &mark)]
        }
    }
}

/// The answer that the values of the question's fields mean; `None` if there is none.
///
/// # Errors
/// What is wrong with them, in a sentence.
pub(super) fn answer(
    question: &Question,
    values: &[String],
    language: Language,
) -> Result<Option<Answer>, String> {
    let values: Vec<&str> =
        values.iter().map(|value| value.trim()).filter(|value| !value.is_empty()).collect();
    let mistaken = |mistake: Mistake| mistake.message(language);
    if values.is_empty() {
        return Ok(None);
    }
    let answer = match &question.kind {
        Kind::Choice(options) => {
            Answer::Option(option(options, one(&values).map_err(mistaken)?).map_err(mistaken)?)
        }
        Kind::Choices(options) => {
            let chosen = several(options, &values, language)?;
            Answer::Options(chosen.into_iter().collect::<OptionSet>())
        }
        Kind::Ranking { options, limit } => {
            let chosen = several(options, &values, language)?;
            for (place, option) in chosen.iter().enumerate() {
                if chosen[..place].contains(option) {
                    return Err(mistaken(Mistake::Twice(
                        options.get(*option).label.get(language).to_string(),
                    )));
                }
            }
            if chosen.len() > *limit {
                return Err(mistaken(Mistake::TooMany { count: chosen.len(), limit: *limit }));
            }
            Answer::Ranking(chosen.into_iter().collect::<Ranking>())
        }
        Kind::Flag => Answer::Flag(match one(&values).map_err(mistaken)? {
            "true" => true,
            "false" => false,
            other => return Err(mistaken(Mistake::NoSuchOption(printable(other), None))),
        }),
        Kind::Scale { .. } | Kind::Number { .. } | Kind::Percent | Kind::Text => {
            typed(question, one(&values).map_err(mistaken)?, language).map_err(mistaken)?.0
        }
    };
    Ok(Some(answer))
}

fn one<'v>(values: &[&'v str]) -> Result<&'v str, Mistake> {
    match values {
        [value] => Ok(value),
        _ => Err(Mistake::OnlyOne),
    }
}

fn option(options: &Options, id: &str) -> Result<u8, Mistake> {
    options.find(id).ok_or_else(|| Mistake::NoSuchOption(printable(id), None))
}

/// Options, or none of them.
fn several(options: &Options, ids: &[&str], language: Language) -> Result<Vec<u8>, String> {
    match ids {
        [NONE] => Ok(Vec::new()),
        ids if ids.contains(&NONE) => Err(message(language, "web-none-and-some", &[])),
        ids => {
            let found: Result<Vec<u8>, Mistake> =
                ids.iter().map(|id| option(options, id)).collect();
            found.map_err(|mistake| mistake.message(language))
        }
    }
}
