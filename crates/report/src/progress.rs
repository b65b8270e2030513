//! What a year brought, for people.

use crate::document::{
    Block, Caption, Cell, Column, ColumnKind, Document, DocumentKind, Item, Section, Shown, Table,
};
use crate::words::Words;
use dteam_engine::advice::progress::{
    Direction, GoneReason, GoneStep, MovedAnswer, PlannedStepProgress, Progress,
};
use dteam_text::language::capitalised;
use dteam_text::language::messages::Argument;

/// What there is to read of a progress.
pub fn progress_document(progress: &Progress) -> Document {
    let author = Author { progress, words: Words(progress.language) };
    let sections = [
        ("summary", "section-summary", Some(author.summary())),
        ("done", "progress-section-done", author.done()),
        ("begun", "progress-section-begun", author.begun()),
        ("new", "progress-section-new", author.new_steps()),
        ("open", "progress-section-open", author.open()),
        ("gone", "progress-section-gone", author.gone()),
        ("plan", "progress-section-plan", author.plan()),
        ("answers", "progress-section-answers", author.answers()),
        ("questions", "progress-section-questions", author.questions()),
    ];
    let sections = sections.into_iter().filter_map(|(id, heading, blocks)| {
        let (heading, blocks) = (author.words.say(heading), blocks?);
        Some(Section::new(id, heading, blocks))
    });
    Document {
        kind: DocumentKind::Report,
        language: progress.language,
        title: match &progress.name {
            Some(name) => author.with("progress-title-of", [("name", name.as_str().into())]),
            None => author.words.say("progress-title"),
        },
        name: progress.name.clone(),
        facts: Vec::new(),
        dated: progress.to.date.map(|date| {
            author.with("progress-dated", [("date", progress.language.date(date).into())])
        }),
        date: progress.to.date,
        opening: Vec::new(),
        sections: sections.collect(),
    }
}

struct Author<'p> {
    progress: &'p Progress,
    words: Words,
}

/// Nothing where there is nothing to list.
fn listed(items: impl Iterator<Item = Item>) -> Option<Vec<Block>> {
    let items: Vec<Item> = items.collect();
    (!items.is_empty()).then(|| vec![Block::List(items)])
}

impl Author<'_> {
    fn with<const N: usize>(&self, id: &str, parts: [(&str, Argument); N]) -> String {
        self.words.with(id, &parts)
    }

    /// The label of an answer that moved, for a question's path.
    fn label(&self, question: &str) -> String {
        let moved = self.progress.answers.iter().find(|answer| answer.question == question);
        moved.map_or_else(|| question.to_owned(), |answer| answer.label.clone())
    }

    fn summary(&self) -> Vec<Block> {
        let Progress { from, to, kind, answers, steps, .. } = self.progress;
        let mut sentences = Vec::new();
        let counts = [
            ("progress-summary-done", steps.done.len()),
            ("progress-summary-begun", steps.begun.len()),
            ("progress-summary-open", steps.open.len()),
            ("progress-summary-new", steps.new.len()),
            ("progress-summary-gone", steps.gone.len()),
        ];
        for (id, count) in counts {
            sentences.extend((count > 0).then(|| self.words.counted(id, count)));
        }
        if sentences.is_empty() {
            sentences.push(self.words.say("progress-summary-nothing"));
        }
        let moved = |direction| answers.iter().filter(|it| it.direction == direction).count();
        if !answers.is_empty() {
            let number = |count: usize| Argument::InWords(count);
            let (towards, away) = (moved(Direction::Towards), moved(Direction::Away));
            let parts = [
                ("count", answers.len().into()),
                ("number", number(answers.len())),
                ("towards-count", towards.into()),
                ("towards", number(towards)),
                ("away-count", away.into()),
                ("away", number(away)),
            ];
            sentences.push(self.words.with("progress-summary-answers", &parts));
        }
        let parts =
            [("from", from.answered.to_string().into()), ("to", to.answered.to_string().into())];
        sentences.push(self.words.with("progress-summary-answered", &parts));
        let none = || self.words.say("progress-no-type");
        let label = |label: &Option<String>| label.clone().unwrap_or_else(none);
        let parts =
            [("from", label(&kind.label.from).into()), ("to", label(&kind.label.to).into())];
        let id = match kind.id.from == kind.id.to {
            true => "progress-type-same",
            false => "progress-type-other",
        };
        sentences.push(self.words.with(id, &parts));
        sentences.extend(match (kind.drift.from, kind.drift.to) {
            (false, false) => None,
            (true, true) => Some(self.words.say("progress-drift-still")),
            (false, true) => Some(self.words.say("progress-drift-now")),
            (true, false) => Some(self.words.say("progress-drift-no-more")),
        });
        vec![Block::Sentences(sentences.iter().map(|text| capitalised(text)).collect())]
    }

    fn done(&self) -> Option<Vec<Block>> {
        listed(self.progress.steps.done.iter().map(|step| {
            let by = self.progress.answers.iter().find(|answer| answer.question == step.by);
            Item {
                label: Some(step.title.clone()),
                text: by.map_or_else(String::new, |by| self.moved(by)),
                ..Item::default()
            }
        }))
    }

    /// `Bestandsaufnahme der Daten: vorher „keine“, jetzt „vollständig“`
    fn moved(&self, answer: &MovedAnswer) -> String {
        let parts = [
            ("question", answer.label.as_str().into()),
            ("from", self.said(&answer.text.from).into()),
            ("to", self.said(&answer.text.to).into()),
        ];
        self.words.with("progress-moved", &parts)
    }

    fn said(&self, text: &Option<String>) -> String {
        text.clone().unwrap_or_else(|| self.words.say("unanswered"))
    }

    fn begun(&self) -> Option<Vec<Block>> {
        listed(self.progress.steps.begun.iter().map(|step| {
            let percent = |need: f64| self.words.0.percent(need);
            let parts =
                [("from", percent(step.need.from).into()), ("to", percent(step.need.to).into())];
            let text = self.words.with("progress-need", &parts);
            Item { label: Some(step.title.clone()), text, ..Item::default() }
        }))
    }

    fn new_steps(&self) -> Option<Vec<Block>> {
        listed(self.progress.steps.new.iter().map(|step| step.title.clone().into()))
    }

    fn open(&self) -> Option<Vec<Block>> {
        listed(self.progress.steps.open.iter().map(|step| step.title.clone().into()))
    }

    fn gone(&self) -> Option<Vec<Block>> {
        listed(self.progress.steps.gone.iter().map(|step| Item {
            label: Some(step.title.clone()),
            text: self.reason(step),
            ..Item::default()
        }))
    }

    fn reason(&self, step: &GoneStep) -> String {
        let id = match step.reason {
            GoneReason::Enough => "progress-gone-enough",
            GoneReason::Answers => "progress-gone-answers",
            GoneReason::Type => "progress-gone-type",
            GoneReason::Undecided => "progress-gone-undecided",
            GoneReason::NotInForce => "progress-gone-not-in-force",
            GoneReason::Delegated => "progress-gone-delegated",
        };
        let question = step.by.as_ref().map_or_else(|| "none".to_owned(), |by| self.label(by));
        self.with(id, [("question", question.into())])
    }

    fn plan(&self) -> Option<Vec<Block>> {
        let plan = self.progress.plan.as_ref()?;
        let lists = [
            ("progress-plan-late", &plan.late),
            ("progress-plan-ahead", &plan.ahead),
            ("progress-plan-on-time", &plan.on_time),
            ("progress-plan-gone", &plan.gone),
        ];
        let blocks = lists.into_iter().filter(|(_, steps)| !steps.is_empty());
        let blocks: Vec<Block> = blocks
            .flat_map(|(id, steps)| {
                let items = steps.iter().map(|step| self.planned(step)).collect();
                [Block::Lead(self.words.counted(id, steps.len())), Block::List(items)]
            })
            .collect();
        (!blocks.is_empty()).then_some(blocks)
    }

    fn planned(&self, step: &PlannedStepProgress) -> Item {
        let period = |period| Argument::from(self.words.period(period));
        let id = if step.done { "progress-plan-done" } else { "progress-plan-not-done" };
        let parts = [("start", period(step.start)), ("end", period(step.end))];
        let when = if step.start == step.end { "progress-plan-in" } else { "plan-from-to" };
        let parts = [("when", self.words.with(when, &parts).into())];
        Item {
            label: Some(step.title.clone()),
            text: self.words.with(id, &parts),
            ..Item::default()
        }
    }

    fn answers(&self) -> Option<Vec<Block>> {
        let column = |id: &str, kind| Column::new(self.words.say(id), kind);
        let direction = |direction| {
            self.words.say(match direction {
                Direction::Towards => "progress-towards",
                Direction::Away => "progress-away",
                Direction::Neither => "progress-neither",
            })
        };
        let rows = self.progress.answers.iter().map(|answer| {
            let texts = [
                answer.label.clone(),
                self.said(&answer.text.from),
                self.said(&answer.text.to),
                direction(answer.direction),
            ];
            texts.map(Cell::Text).to_vec().into()
        });
        let table = Table {
            name: "answers",
            caption: Caption::Hidden(self.words.say("progress-section-answers")),
            columns: vec![
                column("progress-column-question", ColumnKind::Name).width(30),
                column("progress-column-from", ColumnKind::Text).shown(Shown::Tabular),
                column("progress-column-to", ColumnKind::Text).shown(Shown::Tabular),
                column("progress-column-direction", ColumnKind::Text),
            ],
            rows: rows.collect(),
        };
        let about = Block::Note(self.words.say("progress-answers-about"));
        (!table.rows.is_empty()).then(|| vec![about, Block::Table(table)])
    }

    fn questions(&self) -> Option<Vec<Block>> {
        let gone = self.progress.gone_questions.iter().cloned().map(Item::from);
        let list = listed(gone)?;
        let about = Block::Text(self.words.say("progress-questions-about"));
        Some(std::iter::once(about).chain(list).collect())
    }
}
