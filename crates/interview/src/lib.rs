//! A questionnaire: which question comes next, what a typed line means, and the profile's text with
//! each answer in its place.
//!
//! It knows neither terminal nor page. Whoever leads the dialogue shows what [`Interview::now`]
//! says, hands over each line with [`Interview::enter`], and keeps [`Interview::file`] whenever it
//! has changed.
//!
//! ```
//! use dteam_engine::advice::Options;
//! use dteam_interview::{Extent, Interview, Now};
//! use dteam_text::diagnostic::SourceFile;
//!
//! let catalog = dteam_rules::embedded()?;
//! let file = SourceFile::new("profile.yaml", "# Draft\nmunicipality: {name: Auetal}  # for now\n");
//! let mut interview = Interview::begin(&catalog, file, Extent::default(), Options::default())?;
//!
//! let Now::Asked(asked) = interview.now() else { panic!("there is something to ask") };
//! assert_eq!(asked.question, "municipality.kind");
//! interview.enter("1")?;
//! assert_eq!(interview.file().text, "# Draft\nmunicipality: {name: Auetal, kind: gemeinde}  # for now\n");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::sync::Arc;

use dteam_engine::advice::Options;
use dteam_engine::catalog::Catalog;
use dteam_engine::classification::TypeAssignment;
use dteam_engine::profile::{self, Answer};
use dteam_engine::survey::{Slot, in_words};
use dteam_text::diagnostic::{Diagnostic, Invalid, SourceFile};
use dteam_text::language::Language;

mod asked;
#[cfg(feature = "dialogue")]
mod dialogue;
mod mistake;
mod plan;
mod progress;
mod reply;
mod sheet;

pub use asked::{Asked, Chapter, Clash, ClashAnswer, Form, Now, Offered, Outset, Pause, Reason};
#[cfg(feature = "dialogue")]
pub use dialogue::{Commands, Dialogue, InterviewRemark, Kept};
pub use plan::Extent;
use plan::{Plan, Stop};
pub use progress::{Closing, Progress};
use reply::{Key, Reply};
pub use reply::{MAX_LINE, Mistake};
pub use sheet::Sheet;
pub use {asked::as_written, reply::typed, reply::understood};

/// The questions that decide most, whatever is answered.
pub fn first_questions(catalog: &Catalog, options: &Options) -> Result<Vec<Slot>, Invalid> {
    Plan::short(catalog, options)
}

/// About how many minutes that many questions take: forty seconds each, in fives of minutes.
pub fn minutes(questions: usize) -> usize {
    (questions * 2).div_ceil(15) * 5
}

/// What a line brought about.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// The answer as it was understood, in words, and what in it deserves a second look.
    Understood(String, Option<Diagnostic>),
    /// The answer that stays as it was, in words; `None` if the question stays open.
    Kept(Option<String>),
    /// The answer is taken back.
    Cleared,
    /// The line means nothing here.
    Mistake(Mistake),
    /// More about the question, and why it is asked.
    Reason(Reason),
    /// A section is behind us: what its answers have changed.
    Progress(Progress),
    /// There is nothing before this.
    AtTheBeginning,
}

impl Said {
    /// The line was no use: what is wanted is still the same, and need not be said again.
    pub fn is_mistake(&self) -> bool {
        matches!(self, Said::Mistake(_) | Said::AtTheBeginning)
    }
}

/// A questionnaire under way.
#[derive(Debug)]
pub struct Interview<'c> {
    catalog: &'c Catalog,
    options: Options,
    sheet: Sheet,
    plan: Plan,
    state: State,
    /// The contradictions that are to stay as they are.
    tolerated: Vec<usize>,
    /// The section of the question that was asked last; `None` after a leap.
    section: Option<usize>,
    /// How things stood when they were told last.
    told: Progress,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// At the plan's stop.
    AtStop,
    /// Some answers contradict one another: the contradiction's index in the catalog.
    Clash(usize),
    Overview,
    Over,
}

impl<'c> Interview<'c> {
    /// Begins with a profile's text, or with that of an empty one. Answers in it that are at fault
    /// are asked again.
    ///
    /// # Errors
    /// [`Invalid`] with every mistake that no answer can fix, such as unknown questions, and if a
    /// function of a pack's script fails.
    pub fn begin(
        catalog: &'c Catalog,
        file: Arc<SourceFile>,
        extent: Extent,
        options: Options,
    ) -> Result<Self, Invalid> {
        let sheet = Sheet::read(catalog, file)?;
        let faults: Vec<Slot> = sheet.faulty.iter().map(|(slot, _)| *slot).collect();
        let plan = Plan::new(catalog, &sheet.answers, &faults, extent, &options)?;
        let told = Progress::of(catalog, &sheet.answers, &options)?;
        let (state, tolerated, section) = (State::AtStop, Vec::new(), None);
        let mut interview =
            Interview { catalog, options, sheet, plan, state, tolerated, section, told };
        interview.settle();
        interview.section = interview.stop_section();
        Ok(interview)
    }

    /// The language that is asked in.
    fn language(&self) -> Language {
        self.options.spoken(self.catalog)
    }

    /// The profile as it stands: its name, and its text with the answers so far.
    pub fn file(&self) -> &Arc<SourceFile> {
        &self.sheet.file
    }

    /// Takes one line, without its end. One with control characters or U+FFFD, which stands for
    /// bytes that are no text, is a mistake: what was meant is not known.
    ///
    /// # Errors
    /// [`Invalid`] if an answer cannot be written where it belongs, and if a function of a pack's
    /// script fails. Nothing has changed then.
    pub fn enter(&mut self, line: &str) -> Result<Vec<Said>, Invalid> {
        if let Err(mistake) = reply::legible(line) {
            return Ok(vec![Said::Mistake(mistake)]);
        }
        let line = profile::answer::printable(line);
        let mut said = match (self.state, self.plan.stop()) {
            (State::Over, _) | (State::AtStop, None) => Vec::new(),
            (State::Clash(clash), _) => self.enter_at_clash(clash, &line),
            (State::Overview, _) => self.enter_at_overview(&line),
            (State::AtStop, Some(Stop::Pause)) => self.enter_at_pause(&line),
            (State::AtStop, Some(Stop::Ask(slot))) => self.enter_at_question(slot, &line)?,
        };
        said.extend(self.section_end()?);
        Ok(said)
    }

    fn enter_at_question(&mut self, slot: Slot, line: &str) -> Result<Vec<Said>, Invalid> {
        let question = self.catalog.survey.question(slot);
        let reply = match reply::reply(question, line, self.language()) {
            Ok(reply) => reply,
            Err(mistake) => return Ok(vec![Said::Mistake(mistake)]),
        };
        let mut said = Vec::new();
        match reply {
            Reply::Key(Key::Go) => said.push(Said::Kept(self.in_words(slot))),
            Reply::Key(Key::Help) => return Ok(vec![Said::Reason(asked::reason(self, slot))]),
            Reply::Key(key) => return Ok(self.key(key)),
            Reply::Clear => {
                self.put(slot, None)?;
                said.push(Said::Cleared);
            }
            Reply::Answer(answer, doubt) => {
                self.put(slot, Some(answer))?;
                said.push(Said::Understood(self.in_words(slot).unwrap_or_default(), doubt));
            }
        }
        self.go_on();
        Ok(said)
    }

    fn go_on(&mut self) {
        self.plan.go_on();
        self.settle();
    }

    /// Where a section has ended, what its answers have changed. At the very end all of it is said
    /// at once.
    fn section_end(&mut self) -> Result<Option<Said>, Invalid> {
        if self.state != State::AtStop {
            return Ok(None);
        }
        let next = self.stop_section();
        let left =
            if self.section == next { None } else { std::mem::replace(&mut self.section, next) };
        if left.is_none() || self.sheet.answers == self.told.answers {
            return Ok(None);
        }
        let progress =
            Progress::of(self.catalog, &self.sheet.answers, &self.options)?.since(&self.told);
        self.told = progress.clone();
        Ok(Some(Said::Progress(progress)))
    }

    fn stop_section(&self) -> Option<usize> {
        match self.plan.stop() {
            Some(Stop::Ask(slot)) => Some(self.catalog.survey.question(slot).section),
            _ => None,
        }
    }

    /// Asks these questions next.
    fn leap(&mut self, slots: Vec<Slot>) {
        self.plan.insert(slots);
        self.state = State::AtStop;
        self.section = self.stop_section();
    }

    /// Whether there is anything to ask at this point: a contradiction before all else.
    fn settle(&mut self) {
        let assignment = TypeAssignment::unknown();
        let facts = self.catalog.facts(&self.sheet.answers, &assignment);
        let mut contradictions = self.catalog.contradictions.iter().enumerate();
        let clash = contradictions
            .find(|(index, contradiction)| {
                !self.tolerated.contains(index) && contradiction.holds(&facts)
            })
            .map(|(index, _)| index);
        self.state = match (clash, self.plan.stop()) {
            (Some(clash), _) => State::Clash(clash),
            (None, None) => State::Over,
            (None, Some(_)) => State::AtStop,
        };
    }

    /// The keys that mean the same at every question.
    fn key(&mut self, key: Key) -> Vec<Said> {
        match key {
            Key::Back if self.plan.go_back() => {
                self.state = State::AtStop;
                self.section = self.stop_section();
            }
            Key::Back => return vec![Said::AtTheBeginning],
            Key::Overview => self.state = State::Overview,
            Key::End => self.state = State::Over,
            Key::Go | Key::Help => {}
        }
        Vec::new()
    }

    fn enter_at_pause(&mut self, line: &str) -> Vec<Said> {
        match reply::key(line, self.language()) {
            Some(Key::Go) => {
                self.go_on();
                Vec::new()
            }
            Some(key) => self.key(key),
            None => vec![Said::Mistake(Mistake::NoKey(line.to_owned()))],
        }
    }

    fn enter_at_overview(&mut self, line: &str) -> Vec<Said> {
        let chapters = asked::chapters(self);
        let chosen =
            line.parse().ok().and_then(|number: usize| chapters.get(number.checked_sub(1)?));
        if let Some((section, _)) = chosen {
            let section = *section;
            let questions = self.catalog.survey.slots();
            let slots = questions
                .filter(|slot| self.catalog.survey.question(*slot).section == section)
                .collect();
            self.leap(slots);
            return Vec::new();
        }
        match reply::key(line, self.language()) {
            Some(Key::End) => self.state = State::Over,
            Some(_) => self.settle(),
            None => {
                let mistake = Mistake::NoSuchNumber {
                    written: line.to_owned(),
                    least: 1,
                    most: chapters.len(),
                };
                return vec![Said::Mistake(mistake)];
            }
        }
        Vec::new()
    }

    fn enter_at_clash(&mut self, clash: usize, line: &str) -> Vec<Said> {
        let slots = asked::clashing(self, clash);
        let chosen = line.parse().ok().and_then(|number: usize| slots.get(number.checked_sub(1)?));
        if let Some(slot) = chosen {
            self.leap(vec![*slot]);
            return Vec::new();
        }
        match reply::key(line, self.language()) {
            Some(Key::Go) => {
                self.tolerated.push(clash);
                self.settle();
                Vec::new()
            }
            Some(key) => self.key(key),
            None => {
                let mistake =
                    Mistake::NoSuchNumber { written: line.to_owned(), least: 1, most: slots.len() };
                vec![Said::Mistake(mistake)]
            }
        }
    }

    /// Writes the answer into the text.
    fn put(&mut self, slot: Slot, answer: Option<Answer>) -> Result<(), Invalid> {
        self.sheet.put(self.catalog, slot, answer)?;
        // What contradicts anew is asked about anew.
        let assignment = TypeAssignment::unknown();
        let facts = self.catalog.facts(&self.sheet.answers, &assignment);
        self.tolerated.retain(|index| self.catalog.contradictions[*index].holds(&facts));
        Ok(())
    }

    fn in_words(&self, slot: Slot) -> Option<String> {
        Some(in_words(
            self.catalog.survey.question(slot),
            self.sheet.answers.get(slot)?,
            self.language(),
        ))
    }
}
