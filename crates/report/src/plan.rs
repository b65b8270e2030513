//! A plan, quarter by quarter, for people.

use crate::document::{
    Block, Caption, Cell, Cells, Column, ColumnKind, Document, DocumentKind, Drawing, Item,
    NotePlace, Picture, Row, Section, Shown, Table,
};
use crate::words::Words;
use dteam_engine::advice::DaysBasis;
use dteam_engine::advice::plan::{Period, Plan, PlannedPeriod, PlannedStep, Reason};
use dteam_engine::pack::Budget;
use dteam_text::language::capitalised;
use dteam_text::language::messages::Argument;

/// What there is to read of a plan.
pub fn plan_document(plan: &Plan) -> Document {
    let author = Author { plan, words: Words(plan.language) };
    let sections = [
        section("summary", "section-summary", Some(author.summary())),
        section("late", "plan-section-late", author.late()),
        section("quarters", "plan-section-quarters", author.quarters()),
        section("settled", "plan-section-settled", author.settled()),
        section("unscheduled", "plan-section-unscheduled", author.unscheduled()),
        section("reckoned", "plan-section-reckoned", Some(author.reckoned())),
    ];
    let sections = sections.into_iter().filter_map(|(id, heading, blocks)| {
        let (heading, blocks) = (author.words.say(heading), blocks?);
        Some(Section::new(id, heading, blocks))
    });
    Document {
        kind: DocumentKind::Report,
        language: plan.language,
        title: match &plan.name {
            Some(name) => author.words.with("plan-title-of", &[("name", name.as_str().into())]),
            None => author.words.say("plan-title"),
        },
        name: plan.name.clone(),
        facts: Vec::new(),
        dated: plan.date.map(|date| {
            author.words.with("plan-dated", &[("date", plan.language.date(date).into())])
        }),
        date: plan.date,
        opening: Vec::new(),
        sections: sections.collect(),
    }
}

type Listed = (&'static str, &'static str, Option<Vec<Block>>);

fn section(id: &'static str, heading: &'static str, blocks: Option<Vec<Block>>) -> Listed {
    (id, heading, blocks)
}

struct Author<'p> {
    plan: &'p Plan,
    words: Words,
}

impl Author<'_> {
    fn period(&self, period: Period) -> String {
        self.words.period(period)
    }

    fn days(&self, days: f64) -> Argument {
        self.words.0.number(days).into()
    }

    /// The number of the step in the plan, from 1, and its title.
    fn named(&self, rule: &str) -> Option<String> {
        let steps = self.plan.steps.iter();
        let (index, step) = steps.enumerate().find(|(_, step)| step.rule == rule)?;
        let number = (index + 1).to_string();
        let title = step.title.as_str().into();
        Some(self.words.with("plan-step-named", &[("number", number.into()), ("title", title)]))
    }

    fn summary(&self) -> Vec<Block> {
        let Plan { steps, settled, unscheduled, assumptions, .. } = self.plan;
        let mut sentences = Vec::new();
        match steps.iter().map(|step| step.end).max() {
            None => sentences.push(self.words.say("plan-no-steps")),
            Some(end) => {
                let days: f64 = steps.iter().map(|step| step.days.planned).sum();
                let parts = [
                    ("count", steps.len().into()),
                    ("number", Argument::InWords(steps.len())),
                    ("start", self.period(assumptions.start).into()),
                    ("end", self.period(end).into()),
                    ("days", self.days(days)),
                ];
                sentences.push(self.words.with("plan-summary", &parts));
            }
        }
        for (id, count) in
            [("plan-summary-settled", settled.len()), ("plan-summary-left", unscheduled.len())]
        {
            sentences.extend((count > 0).then(|| self.words.counted(id, count)));
        }
        vec![Block::Sentences(sentences.iter().map(|text| capitalised(text)).collect())]
    }

    /// Duties that bind from a day before their step is done.
    fn late(&self) -> Option<Vec<Block>> {
        let first = self.plan.assumptions.start.first_day();
        let steps = self.plan.steps.iter();
        let late = steps.filter_map(|step| {
            let duty = step.duty.as_ref()?;
            let is_late = duty.since >= first && step.end.last_day() > duty.since;
            let parts = [
                ("since", self.words.0.date(duty.since).into()),
                ("end", self.period(step.end).into()),
            ];
            is_late.then(|| Item {
                label: self.named(&step.rule),
                text: self.words.with("plan-late", &parts),
                ..Item::default()
            })
        });
        let late: Vec<Item> = late.collect();
        (!late.is_empty()).then(|| vec![Block::List(late)])
    }

    /// The quarters until the last step is done, each with the steps that begin in it.
    fn quarters(&self) -> Option<Vec<Block>> {
        let last = self.plan.steps.iter().map(|step| step.end).max()?;
        let mut rows = Vec::new();
        for period in self.plan.periods.iter().filter(|period| period.period <= last) {
            rows.push(Row::Group(capitalised(&self.quarter(period))));
            let steps = self.plan.steps.iter().enumerate();
            let begun = steps.filter(|(_, step)| step.start == period.period);
            rows.extend(begun.map(|(index, step)| self.row(index, step)));
        }
        let column = |heading: &str, kind| Column::new(self.words.say(heading), kind);
        let table = Table {
            name: "quarters",
            caption: Caption::Hidden(self.words.say("plan-section-quarters")),
            columns: vec![
                column("column-rank", ColumnKind::Rank),
                column("column-step", ColumnKind::Name),
                column("plan-column-time", ColumnKind::Picture).shown(Shown::Drawn),
                column("plan-column-end", ColumnKind::Text),
                column("plan-column-days", ColumnKind::Figure),
                column("plan-column-lead", ColumnKind::Text).shown(Shown::Tabular),
                column("plan-column-decides", ColumnKind::Text).shown(Shown::Tabular),
                column("step-cost", ColumnKind::Text).shown(Shown::Tabular),
            ],
            rows,
        };
        Some(vec![Block::Note(self.words.say("plan-quarters-about")), Block::Table(table)])
    }

    /// `1. Quartal 2027: 12 von 20 Tagen; es laufen 3 und 4 weiter`
    fn quarter(&self, period: &PlannedPeriod) -> String {
        let name = [("period", self.period(period.period).into())];
        if period.capacity == 0.0 {
            return self.words.with("plan-quarter-blocked", &name);
        }
        let steps = self.plan.steps.iter().enumerate();
        let going_on = steps
            .filter(|(_, step)| step.start < period.period && period.steps.contains(&step.rule));
        let going_on: Vec<String> = going_on.map(|(index, _)| (index + 1).to_string()).collect();
        let [name] = name;
        let parts = [
            name,
            ("used", self.days(period.used)),
            ("capacity", self.days(period.capacity)),
            ("count", going_on.len().into()),
            ("steps", self.words.0.list(&going_on).into()),
        ];
        self.words.with("plan-quarter", &parts)
    }

    fn row(&self, index: usize, step: &PlannedStep) -> Row {
        let decides = step.decided_by.map(|by| self.words.body(by));
        let lead = step.lead.as_ref().map(|lead| lead.label.clone());
        let budget = Budget { cost: step.cost, returns: step.returns, joint: None };
        let text = |text: Option<String>| Cell::Text(text.unwrap_or_default());
        let cells = vec![
            Cell::Text((index + 1).to_string()),
            match self.why(step) {
                Some(why) => Cell::Noted(step.title.clone(), why, NotePlace::Below),
                None => Cell::Text(step.title.clone()),
            },
            Cell::Picture(self.time(index, step)),
            Cell::Text(self.words.period_in_short(step.end)),
            Cell::Text(self.words.0.number(step.days.planned)),
            text(lead),
            text(decides),
            text(self.words.budget(budget)),
        ];
        Row::Cells(Cells { cells, is_in_group: true, is_own: false })
    }

    /// What made the step possible, and what it comes after.
    fn why(&self, step: &PlannedStep) -> Option<String> {
        let numbers = |rules: &[String]| {
            let index = |rule| self.plan.steps.iter().position(|step| &step.rule == rule);
            let found = rules.iter().filter_map(index).map(|index| (index + 1).to_string());
            found.collect::<Vec<_>>()
        };
        let said = |id: &str, rules: &[String]| {
            let numbers = numbers(rules);
            let parts =
                [("count", numbers.len().into()), ("steps", self.words.0.list(&numbers).into())];
            (!numbers.is_empty()).then(|| self.words.with(id, &parts))
        };
        let because = said("plan-because", &step.because);
        because.or_else(|| said("plan-after", &step.after))
    }

    fn time(&self, index: usize, step: &PlannedStep) -> Picture {
        let Plan { assumptions, .. } = self.plan;
        let share = |period: Period, more: usize| {
            let quarters = period.since(assumptions.start).unwrap_or(0) + more;
            quarters as f64 / assumptions.quarters as f64
        };
        let parts =
            [("start", self.period(step.start).into()), ("end", self.period(step.end).into())];
        Picture {
            id: format!("time-{}", index + 1),
            title: step.title.clone(),
            described: self.words.with("plan-from-to", &parts),
            drawing: Drawing::Span {
                periods: assumptions.quarters,
                from: share(step.start, 0),
                until: share(step.end, 1),
            },
        }
    }

    fn settled(&self) -> Option<Vec<Block>> {
        let items = self.plan.settled.iter().map(|settled| {
            let by = self.named(&settled.by).unwrap_or_else(|| settled.by.clone());
            let text = self.words.with("plan-settled-by", &[("step", by.into())]);
            Item { label: Some(settled.title.clone()), text, ..Item::default() }
        });
        let items: Vec<Item> = items.collect();
        let about = Block::Text(self.words.say("plan-settled-about"));
        (!items.is_empty()).then(|| vec![about, Block::List(items)])
    }

    fn unscheduled(&self) -> Option<Vec<Block>> {
        let left = &self.plan.unscheduled;
        if left.is_empty() {
            return None;
        }
        let mut blocks = Vec::new();
        let reasons = [
            (Reason::PerYear, "plan-left-per-year"),
            (Reason::Capacity, "plan-left-capacity"),
            (Reason::Horizon, "plan-left-horizon"),
            (Reason::WaitsFor, "plan-left-waits-for"),
        ];
        for (reason, id) in reasons {
            let items = left.iter().filter(|left| left.reason == reason).map(|left| {
                let waits = left.awaited.as_ref().map(|awaited| {
                    let other = self.plan.unscheduled.iter().find(|it| it.rule == *awaited);
                    let title = other.map_or(awaited.as_str(), |other| other.title.as_str());
                    self.words.with("plan-waits-for", &[("title", title.into())])
                });
                Item { text: left.title.clone(), note: waits, ..Item::default() }
            });
            let items: Vec<Item> = items.collect();
            if !items.is_empty() {
                blocks.push(Block::Lead(self.words.counted(id, items.len())));
                blocks.push(Block::List(items));
            }
        }
        Some(blocks)
    }

    /// What the plan rests on, how good it is, and what there is afterwards.
    fn reckoned(&self) -> Vec<Block> {
        let Plan { assumptions, value, afterwards, .. } = self.plan;
        let id = match assumptions.days_basis {
            DaysBasis::Given => "plan-turns-given",
            DaysBasis::Estimated => "plan-turns-estimated",
        };
        let parts = [
            ("days", self.days(assumptions.days_per_quarter)),
            ("per-year", Argument::InWords(assumptions.per_year)),
        ];
        let mut sentences = vec![self.words.with(id, &parts)];
        sentences.push(self.words.say("plan-estimates"));
        if value.bound > 0.0 {
            let share = self.words.0.percent(value.reached / value.bound);
            sentences.push(self.words.with("plan-value", &[("share", share.into())]));
        }
        sentences.push(self.words.counted("plan-afterwards", afterwards.open_steps));
        vec![Block::Sentences(sentences.iter().map(|text| capitalised(text)).collect())]
    }
}
