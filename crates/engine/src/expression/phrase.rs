//! A test in words, for readers who know the questions and not their paths.

use super::print::Names;
use super::{Choice, Comparison, List, Number, Test};
use crate::profile::plain;
use crate::survey::{OptionSet, Slot};
use dteam_text::language::Language;
use dteam_text::language::messages::{Argument, message};

impl Names<'_> {
    /// What an answer has to be for the test to hold, such as "Bestandsaufnahme der Daten
    /// (mindestens „in Ansätzen“)"; as an expression where there are no short words for it.
    pub fn phrase(self, test: &Test, language: Language) -> String {
        self.in_words(test, language).unwrap_or_else(|| self.test(test))
    }

    fn in_words(self, test: &Test, language: Language) -> Option<String> {
        match test {
            Test::Flag(slot) => {
                Some(self.with_value(*slot, &message(language, "yes", &[]), language))
            }
            Test::Contains(List::Answer(slot), option) => Some(self.with_value(
                *slot,
                &self.labels(*slot, OptionSet::of(*option), language)?,
                language,
            )),
            Test::OneOf(Choice::Answer(slot), options) => {
                Some(self.with_value(*slot, &self.labels(*slot, *options, language)?, language))
            }
            Test::Compare(comparison, numbers) => {
                let [left, Number::Constant { value: bound, .. }] = numbers.as_ref() else {
                    return None;
                };
                let (slot, chosen) = match left {
                    Number::Answer(slot) | Number::Count(List::Answer(slot)) => (*slot, None),
                    Number::Count(List::Chosen(list, options)) => match list.as_ref() {
                        List::Answer(slot) => {
                            (*slot, Some(self.labels(*slot, *options, language)?))
                        }
                        _ => return None,
                    },
                    _ => return None,
                };
                let counted = matches!(left, Number::Count(_));
                let question = self.survey.question(slot);
                let levels = question.kind.levels();
                let (id, bound) = bounded(*comparison, *bound, counted || levels.is_some())?;
                let value = match (counted, levels) {
                    (true, _) => {
                        let count = bound as usize;
                        let number = ("number", Argument::InWords(count));
                        message(language, "phrase-options", &[("count", count.into()), number])
                    }
                    (false, Some(levels)) => {
                        let level = levels.get(bound as usize)?.get(language);
                        message(language, "phrase-level", &[("level", level.as_str().into())])
                    }
                    (false, None) => language.number(bound),
                };
                let value = message(language, id, &[("value", value.into())]);
                let value = match chosen {
                    Some(options) => format!("{value}{} {options}", language.colon()),
                    None => value,
                };
                Some(self.with_value(slot, &value, language))
            }
            _ => None,
        }
    }

    fn with_value(self, slot: Slot, value: &str, language: Language) -> String {
        format!("{} ({value})", self.survey.question(slot).label.get(language))
    }

    /// The options' labels, joined by "oder".
    fn labels(self, slot: Slot, options: OptionSet, language: Language) -> Option<String> {
        let known = self.survey.question(slot).kind.options()?;
        let labels: Vec<_> =
            options.iter().map(|option| known.get(option).label.get(language).as_str()).collect();
        Some(labels.join(&format!(" {} ", message(language, "or", &[]))))
    }
}

/// The bound as "at least" or "at most", where only whole numbers occur.
fn bounded(comparison: Comparison, bound: f64, whole: bool) -> Option<(&'static str, f64)> {
    let (id, bound) = match comparison {
        Comparison::GreaterOrEqual => ("phrase-at-least", bound),
        Comparison::LessOrEqual => ("phrase-at-most", bound),
        Comparison::Equal => ("phrase-exactly", bound),
        Comparison::Greater if whole => ("phrase-at-least", bound.floor() + 1.0),
        Comparison::Less if whole => ("phrase-at-most", bound.ceil() - 1.0),
        Comparison::Greater => ("phrase-more-than", bound),
        Comparison::Less => ("phrase-less-than", bound),
    };
    // A count below nothing has no words.
    (!whole || (bound >= 0.0 && plain(bound).parse::<u32>().is_ok())).then_some((id, bound))
}
