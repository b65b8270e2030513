//! What the paper says, from its heading to its annexes.

use super::author::Author;
use super::{CouncilPaper, Part, Purpose, costs, reasons};
use crate::words::Words;
use dteam_engine::advice::Step;
use dteam_text::language::capitalised;

/// How many steps are named that could be taken besides or instead.
const OTHERS: usize = 3;

/// The paper, from top to bottom.
pub(super) fn parts(paper: &CouncilPaper<'_>) -> Vec<Part> {
    let author = Author { words: Words(paper.advice.language), advice: paper.advice, paper };
    let mut parts = author.head();
    parts.extend(match paper.purpose {
        Purpose::Decision => author.decision(),
        Purpose::Information => author.information(),
    });
    parts.extend(reasons::reasons(&author));
    parts.extend(costs::costs(&author));
    parts.extend(match paper.purpose {
        Purpose::Decision => author.alternatives(),
        Purpose::Information => author.further_steps(),
    });
    parts.extend(author.annexes());
    parts
}

impl Author<'_> {
    fn head(&self) -> Vec<Part> {
        let title = if self.is_for_decision() {
            "council-title-decision"
        } else {
            "council-title-information"
        };
        let date = self.advice.date.map_or_else(String::new, |date| self.words.0.date(date));
        let blank = String::new;
        let fields = vec![
            (self.say("council-number"), blank()),
            (self.say("council-reference"), blank()),
            (self.say("council-date"), date),
            (self.say("council-in-charge"), blank()),
            (self.say("council-involved"), blank()),
        ];
        let mut parts = vec![Part::Title(self.say(title))];
        if !self.advice.headline.is_empty() {
            parts.push(Part::Text(self.advice.headline.join(" · ")));
        }
        parts.push(Part::Text(self.say("council-draft")));
        parts.push(Part::Form { caption: self.say("council-particulars"), fields });
        parts.push(Part::Section(self.say("council-section-subject")));
        let subject = if self.is_for_decision() {
            "council-subject-decision"
        } else {
            "council-subject-information"
        };
        parts.push(Part::Text(self.counted(subject, self.paper.steps.len())));
        parts.push(Part::Section(self.say("council-section-meetings")));
        parts.push(self.meetings());
        parts
    }

    fn meetings(&self) -> Part {
        let columns = [
            ("council-body", 30),
            ("council-meeting", 18),
            ("council-task", 22),
            ("council-status", 30),
        ];
        let tasks = match self.paper.purpose {
            Purpose::Decision => ["council-task-advice", "council-task-decision"],
            Purpose::Information => ["council-task-information", "council-task-information"],
        };
        let row =
            |name: String, task: &str| vec![name, String::new(), self.say(task), String::new()];
        let council = self
            .paper
            .council
            .as_ref()
            .map_or_else(|| self.say("council-any"), |council| council.name.clone());
        Part::Table {
            caption: None,
            columns: columns.map(|(column, width)| (self.say(column), width)).to_vec(),
            rows: vec![row(self.say("council-committee"), tasks[0]), row(council, tasks[1])],
        }
    }

    /// The council as the subject at the beginning of a sentence.
    fn council_in_text(&self) -> String {
        let council = self.paper.council.as_ref().map(|council| council.in_text.clone());
        capitalised(&council.unwrap_or_else(|| self.say("council-any-in-text")))
    }

    fn decision(&self) -> Vec<Part> {
        let steps = self.paper.steps.iter();
        let intro =
            [("council", self.council_in_text().into()), ("count", self.paper.steps.len().into())];
        vec![
            Part::Section(self.say("council-section-decision")),
            Part::Lead(self.words.with("council-decides", &intro)),
            Part::Numbered(
                steps.map(|step| (step.title.clone(), self.say("council-charge"))).collect(),
            ),
            Part::Text(self.say("council-report-back")),
        ]
    }

    fn information(&self) -> Vec<Part> {
        let steps = &self.paper.steps;
        let intro = [("council", self.council_in_text().into()), ("count", steps.len().into())];
        let mut parts = vec![
            Part::Section(self.say("council-section-information")),
            Part::Lead(self.words.with("council-takes-note", &intro)),
        ];
        if !steps.is_empty() {
            parts.push(Part::Numbered(
                steps.iter().map(|step| (step.title.clone(), String::new())).collect(),
            ));
        }
        parts.push(Part::Text(self.say("council-no-decision")));
        parts
    }

    fn alternatives(&self) -> Vec<Part> {
        let mut parts = vec![
            Part::Section(self.say("council-section-alternatives")),
            Part::Text(self.say("council-without-decision")),
        ];
        parts.extend(self.others("council-instead"));
        parts
    }

    fn further_steps(&self) -> Vec<Part> {
        let mut parts = self.others("council-besides");
        if !parts.is_empty() {
            parts.insert(0, Part::Section(self.say("council-section-further")));
        }
        parts
    }

    /// The steps of the plan that come next and are not in the paper.
    fn others(&self, lead: &str) -> Vec<Part> {
        let others = self.advice.steps.iter().filter(|step| self.number_of(step).is_none());
        let others: Vec<String> = others.take(OTHERS).map(|step| self.with_effort(step)).collect();
        match others.is_empty() {
            true => Vec::new(),
            false => vec![Part::Lead(self.say(lead)), Part::List(others)],
        }
    }

    fn with_effort(&self, step: &Step) -> String {
        let parts = [("title", step.title.as_str().into()), ("effort", self.effort(step).into())];
        self.words.with("council-other-step", &parts)
    }

    fn annexes(&self) -> Vec<Part> {
        let report =
            [("title", self.words.title(self.advice).into()), ("dated", self.dated().into())];
        let annexes =
            [self.words.with("council-annex-report", &report), self.say("council-annex-profile")];
        let plain = |annex| (String::new(), annex);
        vec![
            Part::Section(self.say("council-section-annexes")),
            Part::Numbered(annexes.into_iter().map(plain).collect()),
        ]
    }

    /// ` vom 22.11.2026`, or nothing.
    fn dated(&self) -> String {
        let date = self.advice.date.map(|date| {
            self.words.with("council-dated", &[("date", self.words.0.date(date).into())])
        });
        date.unwrap_or_default()
    }
}
