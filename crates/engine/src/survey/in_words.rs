//! Answers as people say them.

use super::Question;
use super::answer::Answer;
use crate::expression::template::yes_or_no;
use dteam_text::language::Language;
use dteam_text::language::messages::message;

/// An answer as one says it.
pub fn in_words(question: &Question, answer: &Answer, language: Language) -> String {
    let label = |option: u8| {
        question
            .kind
            .options()
            .map_or_else(String::new, |options| options.get(option).label.get(language).to_string())
    };
    match answer {
        Answer::Option(option) => label(*option),
        Answer::Options(options) if options.count() == 0 => {
            message(language, "interview-none", &[])
        }
        Answer::Options(options) => options.iter().map(label).collect::<Vec<_>>().join(", "),
        Answer::Ranking(ranking) if ranking.as_slice().is_empty() => {
            message(language, "interview-none", &[])
        }
        Answer::Ranking(ranking) => {
            let ranked = ranking.as_slice().iter().enumerate();
            ranked
                .map(|(index, option)| format!("{}. {}", index + 1, label(*option)))
                .collect::<Vec<_>>()
                .join(", ")
        }
        Answer::Flag(flag) => yes_or_no(*flag, language),
        Answer::Text(text) => text.to_string(),
        Answer::Number(number) => {
            let figure = language.number(*number);
            let level = question.kind.levels().and_then(|levels| levels.get(*number as usize));
            match (level, &question.unit) {
                (Some(level), _) => level.get(language).to_string(),
                (None, _) if question.kind.is_percent() => language.percentage(&figure),
                (None, Some(unit)) => format!("{figure} {}", unit.get(language)),
                (None, None) => figure,
            }
        }
    }
}
