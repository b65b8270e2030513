//! Between answers and what stands in the fields of a form.

use dteam_engine::profile::{Answer, plain};
use dteam_engine::survey::raw::Raw;
use dteam_engine::survey::{Control, Question};
use dteam_interview::{Mistake, typed, understood};
use dteam_text::language::Language;
use dteam_text::language::messages::message;

/// What a field holds for none of the options, which is an answer too.
pub(super) const NONE: &str = "-";

/// The question's name in forms; of a ranking, that of the rank's field.
pub(super) fn name(question: &Question, index: Option<usize>) -> String {
    match index {
        Some(index) => format!("a.{}#{}", question.path, index + 1),
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
    if values.is_empty() {
        return Ok(None);
    }
    let mistaken = |mistake: Mistake| mistake.message(language);
    let read = match question.kind.control() {
        Control::One(_) => {
            understood(question, &Raw::Text(one(&values).map_err(mistaken)?.into()), language)
        }
        Control::YesOrNo => {
            understood(question, &Raw::Word(one(&values).map_err(mistaken)?.into()), language)
        }
        Control::Several(_) | Control::Ranked(..) => {
            let ids = match &values[..] {
                [NONE] => &[],
                ids if ids.contains(&NONE) => {
                    return Err(message(language, "web-none-and-some", &[]));
                }
                ids => ids,
            };
            let ids = ids.iter().map(|id| Raw::Text((*id).into())).collect();
            understood(question, &Raw::List(ids), language)
        }
        Control::Level(_) | Control::Number(_) | Control::Line => {
            typed(question, one(&values).map_err(mistaken)?, language)
        }
    };
    read.map(|(answer, _)| Some(answer)).map_err(mistaken)
}

fn one<'v>(values: &[&'v str]) -> Result<&'v str, Mistake> {
    match values {
        [value] => Ok(value),
        _ => Err(Mistake::OnlyOne),
    }
}
