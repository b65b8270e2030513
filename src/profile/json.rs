//! Reads answers from JSON that a program has parsed already: straight from its values, without a text in between.
//!
//! It takes what the reader of files would take without a word. At anything else it gives up; then the JSON is written out and read like a
//! file, by the reader that knows what to say and where.

use serde_json::{Map, Value as Json};

use super::answer::{excessive, printable};
use super::{Answer, Answers};
use crate::survey::{Kind, Named, OptionSet, Options, Question, Survey};

/// Question paths have fewer parts.
const DEEPEST: usize = 8;

/// The answers of a profile; `None` where only the reader of files can tell what is meant.
pub(crate) fn answers(survey: &Survey, profile: &Json) -> Option<Answers> {
    let mut reader = Reader { survey, answers: Answers::none(survey), path: String::with_capacity(64), next: 0 };
    reader.group(profile.as_object()?, DEEPEST)?;
    Some(reader.answers)
}

struct Reader<'s> {
    survey: &'s Survey,
    answers: Answers,
    /// The path of the group that is being read.
    path: String,
    /// The question after the last one found.
    next: usize,
}

impl Reader<'_> {
    fn group(&mut self, entries: &Map<String, Json>, depth: usize) -> Option<()> {
        // A group without questions need not be one that the survey has.
        if entries.is_empty() || depth == 0 {
            return None;
        }
        let above = self.path.len();
        for (key, value) in entries {
            if above > 0 {
                self.path.push('.');
            }
            self.path.push_str(key);
            match value {
                Json::Object(entries) => self.group(entries, depth - 1)?,
                value => self.entry(value)?,
            }
            self.path.truncate(above);
        }
        Some(())
    }

    fn entry(&mut self, value: &Json) -> Option<()> {
        let survey = self.survey;
        let Named::Question(slot) = survey.named(&self.path, &mut self.next) else { return None };
        if value.is_null() {
            return Some(());
        }
        // The same question can be written as `a.b` and as `b` below `a`.
        if self.answers.get(slot).is_some() {
            return None;
        }
        self.answers.set(slot, Some(answer(survey.question(slot), value)?));
        Some(())
    }
}

fn answer(question: &Question, value: &Json) -> Option<Answer> {
    match &question.kind {
        Kind::Choice(options) => options.find(value.as_str()?).map(Answer::Option),
        Kind::Choices(options) => {
            let mut chosen = OptionSet::default();
            for item in value.as_array()? {
                let option = option(options, item)?;
                if chosen.has(option) {
                    return None;
                }
                chosen = chosen.with(option);
            }
            Some(Answer::Options(chosen))
        }
        Kind::Ranking { options, limit } => {
            let items = value.as_array().filter(|items| items.len() <= *limit)?;
            let mut chosen = Vec::with_capacity(items.len());
            for item in items {
                let option = option(options, item)?;
                if chosen.contains(&option) {
                    return None;
                }
                chosen.push(option);
            }
            Some(Answer::Ranking(chosen.into_iter().collect()))
        }
        Kind::Scale { .. } => number(question, true, value),
        Kind::Number { whole, .. } => number(question, *whole, value),
        Kind::Percent => number(question, false, value).filter(|answer| !is_fraction(answer)),
        Kind::Flag => value.as_bool().map(Answer::Flag),
        Kind::Text => text(value.as_str()?),
    }
}

fn option(options: &Options, item: &Json) -> Option<u8> {
    options.find(item.as_str()?)
}

fn number(question: &Question, whole: bool, value: &Json) -> Option<Answer> {
    let written = value.as_number()?;
    // `538.0` may have been meant as 538,000.
    if whole && written.is_f64() {
        return None;
    }
    let (number, (least, most)) = (written.as_f64()?, question.kind.range()?);
    (least..=most).contains(&number).then_some(Answer::Number(number))
}

/// Between 0 and 1 percent, which hardly anybody means.
fn is_fraction(answer: &Answer) -> bool {
    matches!(answer, Answer::Number(number) if *number > 0.0 && *number < 1.0)
}

fn text(text: &str) -> Option<Answer> {
    let usual = |letter: char| letter == ' ' || letter.is_ascii_graphic() || letter.is_alphanumeric();
    let line = text
        .chars()
        .all(usual)
        .then(|| printable(text))
        .filter(|line| !line.is_empty() && excessive(line).is_none())?;
    Some(Answer::Text(line.into()))
}
