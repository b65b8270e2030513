//! What the paper says, from its heading to its annexes.

use super::author::Author;
use super::{CouncilPaper, Purpose, costs, council_steps, reasons, schedule};
use crate::document::{Block, Caption, Document, DocumentKind, Form, Numbered, Section};
use crate::words::{Words, first_sentence};
use dteam_engine::advice::{Horizon, Step};
use dteam_engine::pack::DecidedBy;
use dteam_text::language::capitalised;

/// How many steps are named that could be taken besides or instead.
const OTHERS: usize = 3;

/// The paper, from top to bottom.
pub(super) fn document(paper: &CouncilPaper<'_>) -> Document {
    let author = Author { words: Words(paper.advice.language), advice: paper.advice, paper };
    let mut sections = vec![author.subject(), author.meetings()];
    sections.push(match paper.purpose {
        Purpose::Decision => author.decision(),
        Purpose::Information => author.information(),
    });
    sections.push(reasons::reasons(&author));
    sections.extend(schedule::schedule(&author));
    sections.extend(author.administration());
    sections.extend(costs::costs(&author));
    sections.extend(match paper.purpose {
        Purpose::Decision => Some(author.alternatives()),
        Purpose::Information => author.further_steps(),
    });
    sections.push(author.annexes());
    sections.push(author.result());
    let title = match paper.purpose {
        Purpose::Decision => "council-title-decision",
        Purpose::Information => "council-title-information",
    };
    Document {
        kind: DocumentKind::Paper,
        language: paper.advice.language,
        title: author.say(title),
        name: paper.advice.name.clone(),
        facts: paper.advice.headline.clone(),
        dated: None,
        date: paper.advice.date,
        opening: author.opening(),
        sections,
    }
}

impl Author<'_> {
    fn opening(&self) -> Vec<Block> {
        let date = self.advice.date.map_or_else(String::new, |date| self.words.0.date(date));
        let blank = String::new;
        let fields = vec![
            (self.say("council-number"), blank()),
            (self.say("council-reference"), blank()),
            (self.say("council-date"), date),
            (self.say("council-in-charge"), blank()),
            (self.say("council-involved"), blank()),
        ];
        let caption = self.say("council-particulars");
        vec![Block::Text(self.say("council-draft")), Block::Form(Form { caption, fields })]
    }

    fn subject(&self) -> Section {
        let subject = match self.paper.purpose {
            Purpose::Decision => "council-subject-decision",
            Purpose::Information => "council-subject-information",
        };
        let subject = Block::Text(self.words.counted(subject, self.paper.steps.len()));
        self.section("subject", "council-section-subject", vec![subject])
    }

    fn meetings(&self) -> Section {
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
        let rows = vec![row(self.say("council-committee"), tasks[0]), row(council, tasks[1])];
        let caption = Caption::Hidden(self.say("council-section-meetings"));
        let table = self.table("meetings", caption, &columns, rows);
        self.section("meetings", "council-section-meetings", vec![table])
    }

    /// The council as the subject at the beginning of a sentence.
    fn council_in_text(&self) -> String {
        let council = self.paper.council.as_ref().map(|council| council.in_text.clone());
        capitalised(&council.unwrap_or_else(|| self.say("council-any-in-text")))
    }

    fn decision(&self) -> Section {
        let steps = self.paper.steps.iter();
        let intro =
            [("council", self.council_in_text().into()), ("count", self.paper.steps.len().into())];
        let charged = |step: &&Step| Numbered {
            title: format!("{}{}", step.title, self.words.0.colon()),
            rest: format!("{} {}", first_sentence(&step.why), self.charge(step)),
        };
        let blocks = vec![
            Block::Lead(self.words.with("council-decides", &intro)),
            Block::Numbered(steps.map(charged).collect()),
            Block::Text(self.say("council-report-back")),
        ];
        self.section("decision", "council-section-decision", blocks)
    }

    /// Who sees to a step, and by when.
    fn charge(&self, step: &Step) -> String {
        match self.planned(step) {
            Some(planned) => {
                let end = self.words.period(planned.end);
                self.words.with("council-charge-until", &[("end", end.into())])
            }
            None => self.say("council-charge"),
        }
    }

    fn information(&self) -> Section {
        let steps = &self.paper.steps;
        let intro = [("council", self.council_in_text().into()), ("count", steps.len().into())];
        let mut blocks = vec![Block::Lead(self.words.with("council-takes-note", &intro))];
        if !steps.is_empty() {
            let named =
                |step: &&Step| Numbered { title: step.title.clone(), ..Numbered::default() };
            blocks.push(Block::Numbered(steps.iter().map(named).collect()));
        }
        blocks.push(Block::Text(self.say("council-no-decision")));
        self.section("information", "council-section-information", blocks)
    }

    fn alternatives(&self) -> Section {
        let mut blocks = vec![Block::Text(self.say("council-without-decision"))];
        blocks.extend(self.others("council-instead"));
        self.section("alternatives", "council-section-alternatives", blocks)
    }

    fn further_steps(&self) -> Option<Section> {
        let others = self.others("council-besides");
        let section = |others| self.section("further", "council-section-further", others);
        (!others.is_empty()).then(|| section(others))
    }

    /// The steps of the plan that come next and are not in the paper.
    fn others(&self, lead: &str) -> Vec<Block> {
        let others = council_steps(self.advice, usize::MAX).into_iter();
        let others = others.filter(|step| self.number_of(step).is_none());
        let others = others.take(OTHERS).map(|step| self.with_effort(step).into());
        let others: Vec<_> = others.collect();
        match others.is_empty() {
            true => Vec::new(),
            false => vec![Block::Lead(self.say(lead)), Block::List(others)],
        }
    }

    /// What the administration does by itself in the meantime.
    fn administration(&self) -> Option<Section> {
        let own = self.advice.steps.iter().filter(|step| {
            step.decided_by == Some(DecidedBy::Administration)
                && step.horizon == Horizon::Now
                && self.number_of(step).is_none()
        });
        let own: Vec<_> = own.map(|step| step.title.clone().into()).collect();
        if own.is_empty() {
            return None;
        }
        let blocks = vec![Block::Lead(self.say("council-own")), Block::List(own)];
        Some(self.section("administration", "council-section-own", blocks))
    }

    /// How the council has voted, and who signs: to be filled in.
    fn result(&self) -> Section {
        let votes = match self.paper.purpose {
            Purpose::Decision => {
                &["council-votes-for", "council-votes-against", "council-votes-none"][..]
            }
            Purpose::Information => &["council-noted"],
        };
        let signed = ["council-place", "council-signature"];
        let fields: Vec<&str> = votes.iter().copied().chain(signed).collect();
        let form = self.blank_form("council-result", &fields);
        self.section("result", "council-section-result", vec![form])
    }

    fn with_effort(&self, step: &Step) -> String {
        let parts = [("title", step.title.as_str().into()), ("effort", self.effort(step).into())];
        self.words.with("council-other-step", &parts)
    }

    fn annexes(&self) -> Section {
        let report =
            [("title", self.words.title(self.advice).into()), ("dated", self.dated().into())];
        let annexes =
            [self.words.with("council-annex-report", &report), self.say("council-annex-profile")];
        let numbered = annexes.map(|rest| Numbered { rest, ..Numbered::default() });
        let annexes = Block::Numbered(numbered.to_vec());
        self.section("annexes", "council-section-annexes", vec![annexes])
    }

    /// ` vom 22.11.2026`, or nothing.
    fn dated(&self) -> String {
        let date = self.advice.date.map(|date| {
            self.words.with("council-dated", &[("date", self.words.0.date(date).into())])
        });
        date.unwrap_or_default()
    }
}
