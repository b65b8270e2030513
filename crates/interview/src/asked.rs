//! What is put to the one who answers, as plain data in one language.

use super::plan::Stop;
use super::{Interview, State};
use dteam_engine::advice::open;
use dteam_engine::expression::reads::Read;
use dteam_engine::profile::Answer;
use dteam_engine::survey::{Control, OptionSet, Options, Question, Slot};
use dteam_text::diagnostic::Diagnostic;
use dteam_text::language::Language;

/// What is wanted next.
#[derive(Debug, Clone, PartialEq)]
pub enum Now {
    /// An answer.
    Asked(Asked),
    /// Whether to go on with the questions that decide less.
    Pause(Pause),
    /// What to do about answers that contradict one another.
    Clash(Clash),
    /// Which section to turn to.
    Overview(Vec<Chapter>),
    /// Nothing more.
    Over,
}

/// What there is to ask.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Outset {
    /// The survey's title.
    pub title: String,
    /// Questions answered already.
    pub answered: usize,
    /// Questions in all.
    pub questions: usize,
    /// Questions up to the first pause.
    pub first: usize,
    /// Questions after it.
    pub rest: usize,
}

/// A question as it is put.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Asked {
    /// Its number among those up to the next pause, from 1.
    pub number: usize,
    /// How many these are.
    pub of: usize,
    /// The title of its section.
    pub chapter: String,
    /// Its path.
    pub question: String,
    /// What is asked.
    pub label: String,
    /// What is meant.
    pub help: String,
    /// What answers it takes.
    pub form: Form,
    /// The answer so far, in words.
    pub answer: Option<String>,
    /// What the file has in place of an answer, where it is none.
    pub fault: Option<String>,
}

/// What answers a question takes.
#[derive(Debug, Clone, PartialEq)]
pub enum Form {
    /// One of these.
    One(Vec<Offered>),
    /// Any of these, or none.
    Several(Vec<Offered>),
    /// The most important of these, in order, up to a maximum.
    Ranked(Vec<Offered>, usize),
    /// A level, numbered from 0.
    Level(Vec<Offered>),
    /// A number between these, and its unit.
    Number(f64, f64, Option<String>),
    /// A number from 0 to 100.
    Percent,
    /// Yes or no.
    Flag,
    /// A text.
    Text,
}

/// An option or level.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Offered {
    /// The number to choose it by.
    pub number: usize,
    /// How the profile writes it.
    pub id: String,
    /// Its label.
    pub label: String,
    /// It is part of the answer so far.
    pub chosen: bool,
}

/// The questions that decide most are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Pause {
    /// Questions still to be asked.
    pub rest: usize,
    /// Those of them that rules wait for.
    pub deciding: usize,
}

/// Answers that contradict one another.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Clash {
    /// How.
    pub message: String,
    /// The profile is refused as long as they do.
    pub is_error: bool,
    /// The answers.
    pub answers: Vec<ClashAnswer>,
}

/// One of the answers that contradict one another.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ClashAnswer {
    /// What is asked.
    pub label: String,
    /// The answer, in words.
    pub answer: String,
}

/// A section, and how much of it is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Chapter {
    /// Its title.
    pub title: String,
    /// Questions answered.
    pub answered: usize,
    /// Questions.
    pub questions: usize,
    /// The question we are at is one of them.
    pub is_here: bool,
}

/// Why a question is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reason {
    /// What is meant.
    pub help: String,
    /// The type follows from it.
    pub decides_type: bool,
    /// The steps whose rules read it, the first few.
    pub steps: Vec<String>,
    /// How many rules read it.
    pub rules: usize,
    /// The study's table it belongs to.
    pub table: Option<u8>,
    /// The year in which the study asked.
    pub surveyed: u16,
    /// Its key in the profile.
    pub question: String,
}

/// Steps that are named as a reason: more nobody reads.
const NAMED: usize = 3;

impl Interview<'_> {
    /// What there is to ask, to be said before the first question.
    pub fn outset(&self) -> Outset {
        let survey = &self.catalog.survey;
        let (ahead, first) = (self.plan.ahead().count(), self.plan.part());
        Outset {
            title: survey.title.get(self.language()).to_string(),
            answered: survey.slots().filter(|slot| self.sheet.answers.get(*slot).is_some()).count(),
            questions: survey.questions.len(),
            first,
            rest: ahead - first,
        }
    }

    /// What is wanted next.
    pub fn now(&self) -> Now {
        match (self.state, self.plan.stop()) {
            (State::Over, _) | (State::AtStop, None) => Now::Over,
            (State::Overview, _) => {
                Now::Overview(chapters(self).into_iter().map(|(_, chapter)| chapter).collect())
            }
            (State::Clash(clash), _) => Now::Clash(self.clash(clash)),
            (State::AtStop, Some(Stop::Pause)) => Now::Pause(self.pause()),
            (State::AtStop, Some(Stop::Ask(slot))) => Now::Asked(self.asked(slot)),
        }
    }

    fn asked(&self, slot: Slot) -> Asked {
        let (language, survey) = (self.language(), &self.catalog.survey);
        let question = survey.question(slot);
        let (number, of) = self.plan.number();
        Asked {
            number,
            of,
            chapter: survey.sections[question.section].title.get(language).to_string(),
            question: question.path.to_string(),
            label: question.label.get(language).to_string(),
            help: question.help.get(language).to_string(),
            form: form(question, self.sheet.answers.get(slot), language),
            answer: self.in_words(slot),
            fault: self
                .sheet
                .faulty
                .iter()
                .find(|(faulty, _)| *faulty == slot)
                .map(|(_, fault)| as_written(fault)),
        }
    }

    fn pause(&self) -> Pause {
        let profile = dteam_engine::profile::Profile::new(self.sheet.answers.clone(), Vec::new());
        // A script that fails is reported where answers are taken.
        let open =
            self.catalog.open_questions(&profile, &self.options.likely(false)).unwrap_or_default();
        let waits = |slot: &Slot| {
            open.iter().any(|open| *open.question == *self.catalog.survey.question(*slot).path)
        };
        Pause { rest: self.plan.ahead().count(), deciding: self.plan.ahead().filter(waits).count() }
    }

    fn clash(&self, clash: usize) -> Clash {
        let contradiction = &self.catalog.contradictions[clash];
        let assignment = dteam_engine::classification::TypeAssignment::unknown();
        let facts = self.catalog.facts(&self.sheet.answers, &assignment);
        let answers = clashing(self, clash).into_iter().map(|slot| ClashAnswer {
            label: self.catalog.survey.question(slot).label.get(self.language()).to_string(),
            answer: self.in_words(slot).unwrap_or_default(),
        });
        Clash {
            message: contradiction.explained(&facts, self.language()),
            is_error: contradiction.is_error(),
            answers: answers.collect(),
        }
    }
}

/// The answers that a contradiction is about, in the survey's order.
pub(super) fn clashing(interview: &Interview<'_>, clash: usize) -> Vec<Slot> {
    let mut slots = Vec::new();
    interview.catalog.contradictions[clash].when.reads(&mut |read| match read {
        Read::Answer(slot)
            if interview.sheet.answers.get(slot).is_some() && !slots.contains(&slot) =>
        {
            slots.push(slot)
        }
        _ => {}
    });
    slots.sort();
    slots
}

/// The sections that have questions, each with its index in the survey.
pub(super) fn chapters(interview: &Interview<'_>) -> Vec<(usize, Chapter)> {
    let survey = &interview.catalog.survey;
    let chapter = |section: usize| {
        let slots: Vec<Slot> =
            survey.slots().filter(|slot| survey.question(*slot).section == section).collect();
        let chapter = Chapter {
            title: survey.sections[section].title.get(interview.language()).to_string(),
            answered: slots
                .iter()
                .filter(|slot| interview.sheet.answers.get(**slot).is_some())
                .count(),
            questions: slots.len(),
            is_here: interview.stop_section() == Some(section),
        };
        (section, chapter)
    };
    (0..survey.sections.len()).map(chapter).filter(|(_, chapter)| chapter.questions > 0).collect()
}

/// More about a question, and why it is asked.
pub(super) fn reason(interview: &Interview<'_>, slot: Slot) -> Reason {
    let (catalog, language) = (interview.catalog, interview.language());
    let question = catalog.survey.question(slot);
    let finding = catalog.find_type(&interview.sheet.answers);
    let facts = catalog.facts(&interview.sheet.answers, &finding.assignment);
    let reads = |rule: &&dteam_engine::pack::Rule| {
        let mut reads = false;
        rule.when.reads(&mut |read| reads |= read == Read::Answer(slot));
        reads && !rule.is_off() && rule.valid.holds(interview.options.date)
    };
    let rules: Vec<_> = catalog.rules.iter().filter(reads).collect();
    Reason {
        help: question.help.get(language).to_string(),
        decides_type: catalog.typology.goals.question == slot,
        steps: rules.iter().take(NAMED).map(|rule| open::title(rule, &facts, language)).collect(),
        rules: rules.len(),
        table: question.table,
        surveyed: catalog.survey.source.surveyed,
        question: question.path.to_string(),
    }
}

/// What stands at the location of a problem, on one line.
pub fn as_written(fault: &Diagnostic) -> String {
    let index = fault.location.as_ref();
    let written =
        index.and_then(|index| index.file.text.get(index.span.clone())).unwrap_or_default();
    dteam_engine::profile::answer::printable(written)
}

fn form(question: &Question, answer: Option<&Answer>, language: Language) -> Form {
    let chosen = match answer {
        Some(Answer::Option(option)) => OptionSet::of(*option),
        Some(answer) => answer.options().unwrap_or_default(),
        None => OptionSet::default(),
    };
    let offered = |options: &Options| {
        let offered = options.0.iter().enumerate().map(|(index, choice)| Offered {
            number: index + 1,
            id: choice.id.to_string(),
            label: choice.label.get(language).to_string(),
            chosen: chosen.has(index as u8),
        });
        offered.collect()
    };
    match question.kind.control() {
        Control::One(options) => Form::One(offered(options)),
        Control::Several(options) => Form::Several(offered(options)),
        Control::Ranked(options, limit) => Form::Ranked(offered(options), limit),
        Control::Level(levels) => {
            let levels = levels.iter().enumerate().map(|(level, label)| Offered {
                number: level,
                id: level.to_string(),
                label: label.get(language).to_string(),
                chosen: answer == Some(&Answer::Number(level as f64)),
            });
            Form::Level(levels.collect())
        }
        Control::Number(bounds) if bounds.percent => Form::Percent,
        Control::Number(bounds) => Form::Number(
            bounds.min,
            bounds.max,
            question.unit.as_ref().map(|unit| unit.get(language).to_string()),
        ),
        Control::YesOrNo => Form::Flag,
        Control::Line => Form::Text,
    }
}
