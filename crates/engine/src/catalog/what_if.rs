//! A profile with other answers assumed: what if?

use std::ops::Range;

use super::Catalog;
use crate::classification::TypeAssignment;
use crate::contradiction;
use crate::pack::effect::{self, Change};
use crate::profile::read::{self, AnswerSpans};
use crate::profile::{Answer, Answers, Profile, Ranking};
use crate::survey::{Control, Slot};
use dteam_text::diagnostic::{Diagnostics, Invalid, Problem, SourceFile};
use dteam_text::yaml::{self, Entry, Value, line_of};

/// What errors call the assumptions: the option that takes them.
const FILE: &str = "--what-if";

impl Catalog {
    /// The profile with other answers assumed, each written as `question=answer`.
    ///
    /// The answer is written as in a profile, in YAML: `data.inventory=2`,
    /// `data.uses=[automation]`. `+option` and `-option` add to a list or take from it, also
    /// several: `components.in_use=[+dms, -eid]`. Without an answer (`data.inventory=`) the
    /// question stays open. The profile's own warnings are not repeated.
    ///
    /// # Errors
    /// [`Invalid`] with every mistake, as in a profile: unknown questions and options, wrong kinds,
    /// values out of range, a question answered twice; without any of these, contradictions with
    /// the other answers.
    pub fn what_if<A: AsRef<str>>(
        &self,
        profile: &Profile,
        assumptions: &[A],
    ) -> Result<Profile, Invalid> {
        self.must_be_ours(profile)?;
        let lines: Vec<&str> = assumptions.iter().map(AsRef::as_ref).collect();
        let file = SourceFile::new(FILE, lines.join("\n"));
        let mut problems = Diagnostics::new(&file);
        let mut assumed = Assumed {
            catalog: self,
            answers: profile.answers.clone(),
            spans: vec![None; self.survey.questions.len()],
            slots: Vec::new(),
        };
        let mut start = 0;
        for line in lines {
            assumed.assume(start..start + line.len(), &mut problems);
            start += line.len() + 1;
        }
        let Assumed { answers, spans, slots, .. } = assumed;
        // A list with a mistake in it would contradict what it was never meant to.
        if !problems.has_errors() {
            let assignment = TypeAssignment::unknown();
            let (before, after) =
                (self.facts(&profile.answers, &assignment), self.facts(&answers, &assignment));
            let new =
                self.contradictions.iter().filter(|contradiction| !contradiction.holds(&before));
            contradiction::report(new, &after, &spans, &mut problems);
        }
        match problems.has_errors() {
            true => Err(Invalid { diagnostics: problems.finish() }),
            false => Ok(Profile::assuming(slots, answers, problems.finish())),
        }
    }
}

/// The answers under the assumptions read so far.
struct Assumed<'c> {
    catalog: &'c Catalog,
    answers: Answers,
    spans: AnswerSpans,
    slots: Vec<Slot>,
}

impl Assumed<'_> {
    /// Reads the assumption at `span` and answers its question by it.
    fn assume(&mut self, span: Range<usize>, problems: &mut Diagnostics<'_>) {
        let survey = &self.catalog.survey;
        let text = &problems.file().text[span.clone()];
        let question = text
            .split_once('=')
            .map(|(question, _)| question)
            .filter(|question| !question.trim().is_empty());
        let Some(question) = question else {
            let nearest =
                text.split_once(':').map(|(question, answer)| (question.trim(), answer.trim()));
            let nearest = nearest.filter(|(question, _)| survey.find(question).is_some());
            let nearest = nearest.map(|(question, answer)| format!("{question}={answer}"));
            problems.error(span, Problem::NotAnAssumption { text: text.to_owned(), nearest });
            return;
        };
        let (path, key_span) =
            (question.trim(), span.start..span.start + question.trim_end().len());
        let Some(slot) = survey.find(path) else {
            problems.error(key_span, read::unknown(survey, path));
            return;
        };
        // Blanks instead of what comes before the answer: so its parts have their spans in the
        // whole text.
        let begin = span.start + question.len() + 1;
        let answer =
            SourceFile::new("", " ".repeat(begin) + &problems.file().text[begin..span.end]);
        let node = yaml::parse(&answer, problems).filter(|node| !matches!(node.value, Value::Null));
        let earlier = self.spans[slot.index()].clone();
        self.spans[slot.index()] = Some(key_span.start..span.end);
        if earlier.is_none() {
            self.slots.push(slot);
        }
        let entry = node.map(|value| Entry { key: path.into(), key_span: key_span.clone(), value });
        let effect = entry.as_ref().and_then(|entry| effect::effect(slot, entry, survey, problems));
        match effect {
            Some(effect) if matches!(effect.change, Change::Edit { .. }) => {
                self.make_room(slot, &effect.change, key_span.start..span.end, problems);
                effect.apply(&mut self.answers);
            }
            other => {
                if let Some(earlier) = earlier {
                    let first_line = line_of(&problems.file().text, earlier.start);
                    problems.error(
                        key_span,
                        Problem::DuplicateKey { key: path.to_owned(), first_line },
                    );
                }
                self.answers.set(slot, None);
                other.inspect(|effect| effect.apply(&mut self.answers));
            }
        }
    }

    /// A ranking holds a limited number of options, and one that nobody has given begins empty.
    fn make_room(
        &mut self,
        slot: Slot,
        change: &Change,
        span: Range<usize>,
        problems: &mut Diagnostics<'_>,
    ) {
        let question = self.catalog.survey.question(slot);
        let (Control::Ranked(_, limit), Change::Edit { add, remove }) =
            (question.kind.control(), change)
        else {
            return;
        };
        let ranking = match self.answers.get(slot) {
            Some(Answer::Ranking(ranking)) => *ranking,
            _ if add.is_empty() => return,
            _ => Ranking::default(),
        };
        let kept = ranking.as_slice().iter().filter(|option| !remove.contains(option)).count();
        let count = kept + add.iter().filter(|option| ranking.index(**option).is_none()).count();
        if count > limit {
            let problem =
                Problem::TooManyChoices { question: question.path.to_string(), count, limit };
            problems.error(span, problem);
        }
        self.answers.set(slot, Some(Answer::Ranking(ranking)));
    }
}
