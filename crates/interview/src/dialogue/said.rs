//! What follows an entry, and what is said at the end.

use super::{Commands, Dialogue, Kept};
use crate::{Closing, Progress, Reason, Said};
use dteam_report::wrapped::Style;
use dteam_text::language::capitalised;
use dteam_text::language::messages::Argument;

/// Titles of new steps that are named after a section.
const NEW_STEPS: usize = 3;

impl Dialogue {
    /// What a line has brought about.
    pub fn said(&self, said: &[Said]) -> String {
        let (words, mut out) = (self.words(), self.writer());
        let mut say = |text: String| out.paragraph(&text, 2, 4, Style::Plain);
        for said in said {
            match said {
                Said::Understood(answer, doubt) => {
                    say(words.with("interview-understood", &[("answer", stripped(answer).into())]));
                    if let Some(doubt) = doubt {
                        let message = doubt.message(self.language);
                        say(words.with("interview-doubt", &[("message", message.into())]));
                    }
                }
                Said::Kept(Some(answer)) => {
                    say(words.with("interview-kept", &[("answer", stripped(answer).into())]))
                }
                Said::Kept(None) => say(words.say("interview-left-open")),
                Said::Cleared => say(words.say("interview-cleared")),
                Said::Mistake(mistake) => say(mistake.message(self.language)),
                Said::Reason(reason) => self.reason(reason).into_iter().for_each(&mut say),
                Said::Progress(progress) => self.progress(progress).into_iter().for_each(&mut say),
                Said::AtTheBeginning => say(words.say("interview-at-the-beginning")),
            }
        }
        out.text
    }

    fn reason(&self, reason: &Reason) -> Vec<String> {
        let words = self.words();
        let steps: Vec<String> =
            reason.steps.iter().map(|step| self.language.quoted(step)).collect();
        let rules = [
            ("rules", reason.rules.into()),
            ("number", Argument::InWords(reason.rules)),
            ("more", (reason.rules - reason.steps.len().min(reason.rules)).into()),
            ("steps", self.language.list(&steps).into()),
        ];
        let mut said = Vec::new();
        if reason.decides_type {
            said.push(words.say("interview-reason-type"));
        }
        said.push(capitalised(&words.with("interview-reason-rules", &rules)));
        if let Some(table) = reason.table {
            let parts = [
                ("surveyed", reason.surveyed.to_string().into()),
                ("table", table.to_string().into()),
            ];
            said.push(words.with("interview-reason-study", &parts));
        }
        said.push(
            words.with("interview-reason-key", &[("question", reason.question.as_str().into())]),
        );
        said
    }

    fn progress(&self, progress: &Progress) -> Vec<String> {
        let words = self.words();
        let answered =
            [("answered", progress.answered.into()), ("questions", progress.questions.into())];
        let kind = match &progress.kind {
            None => words.say("interview-progress-no-type"),
            Some((kind, membership)) => {
                let id = if progress.is_estimate {
                    "interview-progress-estimate"
                } else {
                    "interview-progress-type"
                };
                let membership = self.language.percent(*membership);
                words.with(id, &[("type", kind.as_str().into()), ("membership", membership.into())])
            }
        };
        let count =
            [("steps", progress.steps.into()), ("number", Argument::InWords(progress.steps))];
        let mut steps = capitalised(&words.with("interview-progress-steps", &count));
        if !progress.new.is_empty() {
            let titles: Vec<String> = progress
                .new
                .iter()
                .take(NEW_STEPS)
                .map(|title| self.language.quoted(title))
                .collect();
            let more = progress.new.len() - titles.len();
            let titles = if more == 0 { self.language.list(&titles) } else { titles.join(", ") };
            let parts = [
                ("titles", titles.into()),
                ("more", more.into()),
                ("number", Argument::InWords(more)),
            ];
            steps.push(' ');
            steps.push_str(&words.with("interview-progress-new", &parts));
        }
        if progress.gone > 0 {
            let gone =
                [("gone", progress.gone.into()), ("number", Argument::InWords(progress.gone))];
            steps.push(' ');
            steps.push_str(&capitalised(&words.with("interview-progress-gone", &gone)));
        }
        vec![format!("{} {kind}", words.with("interview-progress", &answered)), steps]
    }

    /// What is said at the end, whenever that is.
    pub fn closing(
        &self,
        closing: &Closing,
        kept: Kept,
        file: &str,
        commands: &Commands,
    ) -> String {
        let (words, mut out) = (self.words(), self.writer());
        let parts = [
            ("file", file.into()),
            ("answered", closing.answered.into()),
            ("questions", closing.questions.into()),
        ];
        out.blank();
        let kept = match kept {
            Kept::Saved => words.with("interview-saved", &parts),
            Kept::Unchanged => words.with("interview-unchanged", &parts),
            Kept::Nothing => words.say("interview-not-saved"),
        };
        out.paragraph(&kept, 0, 0, Style::Bold);
        if !closing.summary.is_empty() {
            out.paragraph(&closing.summary.join(" "), 0, 0, Style::Plain);
        }
        if !closing.refused.is_empty() {
            let count = [("count", closing.refused.len().into())];
            out.paragraph(&words.with("interview-refused", &count), 0, 0, Style::Plain);
            closing
                .refused
                .iter()
                .for_each(|refused| out.labelled("   –  ", refused, 6, Style::Plain));
        }
        if !closing.steps.is_empty() {
            out.heading(&words.say("interview-first-steps"));
            for (index, step) in closing.steps.iter().enumerate() {
                out.labelled(&format!("  {:>2}  ", index + 1), step, 6, Style::Plain);
            }
            out.blank();
            // Commands are copied: they are not wrapped.
            out.line(
                &words.with(
                    "interview-command-advise",
                    &[("command", commands.advise.as_str().into())],
                ),
                Style::Plain,
            );
        }
        if closing.answered < closing.questions || !closing.refused.is_empty() {
            out.line(
                &words.with(
                    "interview-command-resume",
                    &[("command", commands.resume.as_str().into())],
                ),
                Style::Plain,
            );
        }
        out.text
    }
}

/// Without the full stop that the sentence has.
fn stripped(answer: &str) -> &str {
    answer.strip_suffix('.').unwrap_or(answer)
}
