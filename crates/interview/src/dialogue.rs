//! The questionnaire for a terminal or any other reader of lines: plain text from top to bottom, as
//! a screen reader needs it, in any width.

use unicode_width::UnicodeWidthStr;

use crate::{Asked, Chapter, Clash, Form, Now, Offered, Outset, Pause, minutes};
use dteam_report::Layout;
use dteam_report::words::Words;
use dteam_report::wrapped::{Style, Writer};
use dteam_text::language::messages::{Argument, message};
use dteam_text::language::{Language, capitalised};

use crate::mistake::short;

mod said;

/// Longer lists of options stand in columns where these fit.
const LONG: usize = 8;

/// The dialogue in one language and one width.
#[derive(Debug, Clone, Copy)]
pub struct Dialogue {
    /// Its language.
    pub language: Language,
    /// Its layout.
    pub layout: Layout,
}

/// The commands that a closing names, ready to be typed.
#[derive(Debug, Clone)]
pub struct Commands {
    /// For the whole advice.
    pub advise: String,
    /// For going on with the questionnaire.
    pub resume: String,
}

/// What has become of the profile's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// The answers are in it.
    Saved,
    /// It is as it was.
    Unchanged,
    /// There is none.
    Nothing,
}

impl Dialogue {
    fn writer(&self) -> Writer {
        Writer::new(self.layout.width, self.layout.colour, self.language)
    }

    fn words(&self) -> Words {
        Words(self.language)
    }

    /// What is said before the first question. `file` is the profile's name.
    pub fn outset(&self, outset: &Outset, file: &str, again: &str) -> String {
        let (words, mut out) = (self.words(), self.writer());
        out.paragraph(&outset.title, 0, 0, Style::Heading);
        let questions = ("questions", outset.questions.into());
        if outset.first == 0 {
            out.paragraph(
                &words.with("interview-nothing-open", &[questions, ("command", again.into())]),
                0,
                0,
                Style::Plain,
            );
            return out.text;
        }
        if outset.answered > 0 {
            let number = ("number", Argument::InWords(outset.answered));
            let parts = [("answered", outset.answered.into()), number, questions];
            let resumed = capitalised(&words.with("interview-resumed", &parts));
            out.paragraph(&resumed, 0, 0, Style::Plain);
        }
        let parts = [
            ("first", outset.first.into()),
            ("rest", outset.rest.into()),
            ("number", Argument::InWords(outset.first)),
            ("all", (outset.first + outset.rest).into()),
            ("minutes", minutes(outset.first).into()),
        ];
        let begin = capitalised(&words.with("interview-begin", &parts));
        out.paragraph(&begin, 0, 0, Style::Plain);
        out.paragraph(
            &words.with("interview-begin-rules", &[("file", file.into())]),
            0,
            0,
            Style::Plain,
        );
        out.text
    }

    /// What is wanted next. Behind it comes the prompt.
    pub fn now(&self, now: &Now, last_chapter: &mut String) -> String {
        match now {
            Now::Asked(asked) => self.asked(asked, last_chapter),
            Now::Pause(pause) => self.pause(pause),
            Now::Clash(clash) => self.clash(clash),
            Now::Overview(chapters) => self.overview(chapters),
            Now::Over => String::new(),
        }
    }

    fn asked(&self, asked: &Asked, last_chapter: &mut String) -> String {
        let (words, mut out) = (self.words(), self.writer());
        if *last_chapter != asked.chapter {
            out.heading(&asked.chapter);
            last_chapter.clone_from(&asked.chapter);
        }
        out.blank();
        let label = [
            ("number", asked.number.into()),
            ("of", asked.of.into()),
            ("label", asked.label.as_str().into()),
        ];
        out.paragraph(&words.with("interview-question", &label), 0, 2, Style::Bold);
        out.paragraph(&asked.help, 2, 2, Style::Plain);
        let offered = match &asked.form {
            Form::One(offered)
            | Form::Several(offered)
            | Form::Ranked(offered, _)
            | Form::Level(offered) => &offered[..],
            Form::Number(..) | Form::Percent | Form::Flag | Form::Text => &[],
        };
        self.offered(offered, &mut out);
        if let Some(fault) = &asked.fault {
            out.paragraph(
                &words.with("interview-fault", &[("written", short(fault).into())]),
                2,
                2,
                Style::Plain,
            );
        }
        if let Some(answer) = &asked.answer {
            out.paragraph(
                &words.with("interview-so-far", &[("answer", answer.as_str().into())]),
                2,
                4,
                Style::Plain,
            );
        }
        out.paragraph(&unparted(&self.hint(&asked.form)), 2, 2, Style::Plain);
        let keys =
            if asked.answer.is_some() { "interview-keys-answered" } else { "interview-keys-open" };
        self.keys(keys, &mut out);
        out.text
    }

    fn hint(&self, form: &Form) -> String {
        let words = self.words();
        match form {
            Form::One(_) | Form::Level(_) => words.say("interview-hint-one"),
            Form::Several(_) => words.say("interview-hint-several"),
            Form::Ranked(_, limit) => {
                words.with("interview-hint-ranked", &[("limit", (*limit).into())])
            }
            Form::Number(least, most, _) => {
                let figure = |number: f64| self.language.number(number);
                words.with(
                    "interview-hint-number",
                    &[("least", figure(*least).into()), ("most", figure(*most).into())],
                )
            }
            Form::Percent => words.say("interview-hint-percent"),
            Form::Flag => words.say("interview-hint-flag"),
            Form::Text => words.say("interview-hint-text"),
        }
    }

    /// One option a line; many short ones side by side, to be read line by line.
    fn offered(&self, offered: &[Offered], out: &mut Writer) {
        let written: Vec<(String, &str)> = offered
            .iter()
            .map(|offered| (format!("  {:>2}  ", offered.number), offered.label.as_str()))
            .collect();
        let widest = written
            .iter()
            .map(|(number, label)| number.width() + label.width())
            .max()
            .unwrap_or_default();
        let columns = if written.len() > LONG { self.layout.width / widest.max(1) } else { 1 };
        if columns < 2 {
            for (number, label) in &written {
                out.labelled(number, label, number.width(), Style::Plain);
            }
            return;
        }
        for line in written.chunks(columns) {
            let cells = line.iter().map(|(number, label)| {
                let gap = widest - number.width() - label.width();
                format!("{number}{label}{:gap$}", "")
            });
            out.line(&cells.collect::<String>(), Style::Plain);
        }
    }

    fn pause(&self, pause: &Pause) -> String {
        let (words, mut out) = (self.words(), self.writer());
        out.heading(&words.say("interview-pause"));
        let parts = [
            ("rest", pause.rest.into()),
            ("deciding", pause.deciding.into()),
            ("minutes", minutes(pause.rest).into()),
        ];
        out.paragraph(&words.with("interview-pause-rest", &parts), 2, 2, Style::Plain);
        self.keys("interview-pause-keys", &mut out);
        out.text
    }

    fn clash(&self, clash: &Clash) -> String {
        let (words, mut out) = (self.words(), self.writer());
        out.heading(&words.say("interview-clash"));
        out.paragraph(&clash.message, 2, 2, Style::Plain);
        if clash.is_error {
            out.paragraph(&words.say("interview-clash-refused"), 2, 2, Style::Plain);
        }
        for (index, answer) in clash.answers.iter().enumerate() {
            let number = format!("  {:>2}  ", index + 1);
            out.labelled(
                &number,
                &format!("{}: {}", answer.label, answer.answer),
                number.len(),
                Style::Plain,
            );
        }
        self.keys("interview-clash-keys", &mut out);
        out.text
    }

    fn overview(&self, chapters: &[Chapter]) -> String {
        let (words, mut out) = (self.words(), self.writer());
        out.heading(&words.say("interview-overview"));
        for (index, chapter) in chapters.iter().enumerate() {
            let parts = [
                ("title", chapter.title.as_str().into()),
                ("answered", chapter.answered.into()),
                ("questions", chapter.questions.into()),
            ];
            let mut text = words.with("interview-overview-chapter", &parts);
            if chapter.is_here {
                text = words.with("interview-overview-here", &[("chapter", text.into())]);
            }
            let number = format!("  {:>2}  ", index + 1);
            out.labelled(&number, &text, number.len(), Style::Plain);
        }
        self.keys("interview-overview-keys", &mut out);
        out.text
    }

    /// Which keys there are; each stays with its meaning.
    fn keys(&self, id: &str, out: &mut Writer) {
        out.paragraph(&unparted(&self.words().say(id)), 2, 2, Style::Dim);
    }

    /// What stands before the place to write: of a question, its label once more, as far as there
    /// is room. The question itself may have gone out of sight.
    pub fn prompt(&self, now: &Now) -> String {
        let words = self.words();
        let label = match now {
            Now::Asked(asked) => asked.label.clone(),
            Now::Pause(_) => words.say("interview-pause-prompt"),
            Now::Clash(_) => words.say("interview-clash-prompt"),
            Now::Overview(_) => words.say("interview-overview-prompt"),
            Now::Over => return String::new(),
        };
        let room = self.layout.width * 2 / 3;
        let label = match label.width() > room {
            true => {
                let short: String = label.chars().take(room.saturating_sub(1)).collect();
                format!("{}…", short.trim_end())
            }
            false => label,
        };
        let mark = if label.ends_with('?') { " " } else { ": " };
        self.writer().styled(&format!("{label}{mark}"), Style::Bold).into_owned()
    }
}

/// A word about how a questionnaire ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InterviewRemark<'a> {
    /// By a signal.
    Interrupted,
    /// The last answer could not be saved.
    Unsaved,
    /// There was nobody to ask.
    NoInput,
    /// The advice is written to this file.
    Report(&'a str),
}

impl InterviewRemark<'_> {
    /// The remark, on one line.
    pub fn written(self, language: Language) -> String {
        match self {
            InterviewRemark::Interrupted => message(language, "interview-interrupted", &[]),
            InterviewRemark::Unsaved => message(language, "interview-unsaved", &[]),
            InterviewRemark::NoInput => message(language, "interview-no-input", &[]),
            InterviewRemark::Report(file) => {
                message(language, "interview-report", &[("file", file.into())])
            }
        }
    }
}

/// What a key means stands on the same line.
fn unparted(keys: &str) -> String {
    keys.replace(" = ", "\u{a0}=\u{a0}")
}
