//! The summary as a document, which every format for people can write.

use super::{Class, Compared, Never, QuestionShare, StepShare, Summary};
use crate::account::counted;
use dteam_engine::benchmark::Measure;
use dteam_report::document::{
    Block, Caption, Cell, Column, ColumnKind, Document, DocumentKind, Item, Section, Table,
};
use dteam_report::words::Words;
use dteam_text::language::Language;

/// Steps that the summary lists: the rest comes up for few.
const STEPS: usize = 30;

/// Rules, variants and notes without a reader that the summary lists.
const NEVER: usize = 10;

/// Open questions that the summary lists.
const QUESTIONS: usize = 10;

impl Summary {
    /// What there is to read.
    pub fn document(&self) -> Document {
        let words = Words(self.language);
        let title = match self.municipalities {
            0 => words.say("batch-title-none"),
            count => words.with("batch-title", &counted(count, self.language)),
        };
        let dated = self
            .date
            .map(|date| words.with("batch-date", &[("date", self.language.date(date).into())]));
        let remarks = [("batch-rejected", self.rejected), ("batch-doubtful", self.doubtful)];
        let remarks = remarks.into_iter().filter(|(_, count)| *count > 0);
        let remarks = remarks.map(|(id, count)| words.with(id, &counted(count, self.language)));
        let (opening, sections) = match self.municipalities {
            0 => (vec![Block::Text(words.say("batch-nobody"))], Vec::new()),
            _ => (Vec::new(), sections(self, words)),
        };
        Document {
            kind: DocumentKind::Report,
            language: self.language,
            title,
            name: None,
            facts: dated.into_iter().chain(remarks).collect(),
            dated: None,
            date: self.date,
            opening,
            sections,
        }
    }
}

fn sections(summary: &Summary, words: Words) -> Vec<Section> {
    let section = |id, heading: &str, blocks| Section::new(id, words.say(heading), blocks);
    let mut sections = vec![
        section("summary", "section-summary", vec![Block::Sentences(in_short(summary, words))]),
        section("types", "batch-types", types(summary, words)),
        section("steps", "batch-steps", steps(summary, words)),
        section("open", "batch-open", open(summary, words)),
    ];
    for (id, heading, blocks) in [
        ("own-questions", "batch-own-questions", own_questions(summary, words)),
        ("never", "batch-never", never(summary, words)),
    ] {
        if !blocks.is_empty() {
            sections.push(section(id, heading, blocks));
        }
    }
    let compared = comparison(summary, words);
    if !compared.is_empty() {
        sections.push(section("comparison", "batch-comparison", compared));
    }
    sections.push(section("method", "batch-method", vec![method(summary, words)]));
    sections
}

/// A table under a heading that says what it shows; the first column says what a row is about.
fn table(
    name: &'static str,
    caption: &str,
    columns: impl IntoIterator<Item = (String, ColumnKind)>,
    rows: impl Iterator<Item = Vec<String>>,
) -> Block {
    let columns = columns.into_iter().map(|(heading, kind)| Column::new(heading, kind));
    Block::Table(Table {
        name,
        caption: Caption::Hidden(caption.to_owned()),
        columns: columns.collect(),
        rows: rows.map(|row| row.into_iter().map(Cell::Text).collect::<Vec<_>>().into()).collect(),
    })
}

fn percent(share: Option<f64>, language: Language) -> String {
    share.map_or_else(|| "–".to_owned(), |share| language.percent(share / 100.0))
}

fn in_short(summary: &Summary, words: Words) -> Vec<String> {
    let language = summary.language;
    let mut sentences = Vec::new();
    let types = summary.types.all.types.values();
    let most = types.clone().map(|kind| kind.municipalities).max().filter(|most| *most > 0);
    let common: Vec<_> = types.filter(|kind| Some(kind.municipalities) == most).collect();
    if let Some(first) = common.first() {
        let labels: Vec<&str> = common.iter().map(|kind| kind.label.as_str()).collect();
        let share = percent(first.share, language);
        // Of several, the share of each.
        let share = if common.len() > 1 {
            words.with("batch-each", &[("share", share.into())])
        } else {
            share
        };
        let parts = [("labels", language.list(&labels).into()), ("share", share.into())];
        sentences.push(words.with("batch-most-common-type", &parts));
    }
    if let Some(step) = summary.steps.first() {
        let number = |count: u64| language.number(count as f64).into();
        let parts = [
            ("title", step.title.as_str().into()),
            ("number", number(step.municipalities)),
            ("all", number(summary.municipalities)),
            ("first", (step.first_five as usize).into()),
            ("first-number", number(step.first_five)),
        ];
        sentences.push(words.with("batch-most-common-step", &parts));
    }
    if let Some(question) = max_open(summary).first() {
        let [count, number] = counted(question.unanswered, language);
        sentences.push(
            words.with(
                "batch-most-open",
                &[("label", question.label.as_str().into()), count, number],
            ),
        );
    }
    sentences
}

fn types(summary: &Summary, words: Words) -> Vec<Block> {
    let all = std::slice::from_ref(&summary.types.all);
    let mut blocks = vec![Block::Text(words.say("batch-types-note"))];
    blocks.extend(type_table("", all, words));
    for group in &summary.groups {
        blocks.push(Block::Topic(group.label.clone()));
        blocks.extend(type_table(&group.label, &group.classes, words));
    }
    let number = |count: u64| summary.language.number(count as f64).into();
    let parts = [
        ("goals", number(summary.types.by_goals)),
        ("indicators", number(summary.types.by_indicators)),
        ("mixed", number(summary.types.mixed)),
        ("differ", number(summary.types.goals_and_work_differ)),
    ];
    blocks.push(Block::Text(words.with("batch-types-basis", &parts)));
    blocks
}

fn type_table(label: &str, classes: &[Class], words: Words) -> Option<Block> {
    let language = words.0;
    let first = classes.first()?;
    let without = classes.iter().any(|class| class.no_type > 0);
    let figure = |heading: String| (heading, ColumnKind::Figure);
    let mut columns = vec![
        (label.to_owned(), ColumnKind::Name),
        figure(words.say("batch-column-municipalities")),
    ];
    columns.extend(first.types.values().map(|kind| figure(kind.label.clone())));
    columns.extend(without.then(|| figure(words.say("batch-column-no-type"))));
    let rows = classes.iter().map(|class| {
        let mut row = vec![class.label.clone(), language.number(class.municipalities as f64)];
        row.extend(class.types.values().map(|kind| {
            let share = percent(kind.share, language);
            match kind.study {
                None => share,
                Some(study) => {
                    let parts =
                        [("share", share.into()), ("study", percent(Some(study), language).into())];
                    words.with("batch-with-study", &parts)
                }
            }
        }));
        row.extend(without.then(|| language.number(class.no_type as f64)));
        row
    });
    Some(table("types", label, columns, rows))
}

fn steps(summary: &Summary, words: Words) -> Vec<Block> {
    let language = summary.language;
    if summary.steps.is_empty() {
        return vec![Block::Text(words.say("no-steps"))];
    }
    let columns = [
        ("column-step", ColumnKind::Name),
        ("batch-column-municipalities", ColumnKind::Figure),
        ("batch-column-first-five", ColumnKind::Figure),
        ("batch-column-undecided", ColumnKind::Figure),
        ("column-rule", ColumnKind::Code),
    ];
    let with_share = |count: u64, share: Option<f64>| {
        format!("{} ({})", language.number(count as f64), percent(share, language))
    };
    let row = |step: &StepShare| {
        vec![
            step.title.clone(),
            with_share(step.municipalities, step.share),
            with_share(step.first_five, step.first_five_share),
            language.number(step.undecided as f64),
            step.rule.clone(),
        ]
    };
    let columns = columns.map(|(id, kind)| (words.say(id), kind));
    let rows = summary.steps.iter().take(STEPS).map(row);
    let mut blocks = vec![
        Block::Text(words.say("batch-steps-note")),
        table("steps", &words.say("batch-steps"), columns, rows),
    ];
    let more = summary.steps.len().saturating_sub(STEPS);
    blocks.extend(
        (more > 0)
            .then(|| Block::Text(words.with("batch-steps-more", &counted(more as u64, language)))),
    );
    blocks
}

/// The questions that rules read, those most often left open first.
fn max_open(summary: &Summary) -> Vec<&QuestionShare> {
    let open = |question: &&QuestionShare| question.unanswered > 0 && question.rules > 0;
    let mut questions: Vec<&QuestionShare> = summary.questions.iter().filter(open).collect();
    questions.sort_by_key(|question| std::cmp::Reverse((question.unanswered, question.rules)));
    questions
}

fn open(summary: &Summary, words: Words) -> Vec<Block> {
    let language = summary.language;
    let questions = max_open(summary);
    if questions.is_empty() {
        return vec![Block::Text(words.say("batch-open-none"))];
    }
    let columns = [
        ("column-question", ColumnKind::Name),
        ("batch-column-unanswered", ColumnKind::Figure),
        ("batch-column-read-by", ColumnKind::Figure),
        ("column-key", ColumnKind::Code),
    ];
    let rows = questions.iter().take(QUESTIONS).map(|question| {
        let share = question.unanswered as f64 / summary.municipalities as f64;
        let unanswered = language.number(question.unanswered as f64);
        vec![
            question.label.clone(),
            format!("{unanswered} ({})", language.percent(share)),
            question.rules.to_string(),
            question.question.clone(),
        ]
    });
    let columns = columns.map(|(id, kind)| (words.say(id), kind));
    vec![
        Block::Text(words.say("batch-open-note")),
        table("open", &words.say("batch-open"), columns, rows),
    ]
}

/// How the questions of packs are answered, which the study says nothing of.
fn own_questions(summary: &Summary, words: Words) -> Vec<Block> {
    let language = summary.language;
    let number = |count: u64| language.number(count as f64);
    let mut rows = Vec::new();
    for question in summary.questions.iter().filter(|question| question.pack.is_some()) {
        let mean = question.mean.map(|mean| {
            let mean = language.decimal(mean, 2);
            (words.with("batch-mean", &[("mean", mean.into())]), question.answered, None)
        });
        let options = question
            .options
            .iter()
            .map(|option| (option.label.clone(), option.municipalities, option.share));
        let answers: Vec<_> = mean.into_iter().chain(options).collect();
        for (index, (answer, municipalities, share)) in answers.into_iter().enumerate() {
            let share = share.map(|share| format!(" ({})", percent(Some(share), language)));
            rows.push(vec![
                // What is asked is said once, not before every answer.
                if index > 0 { String::new() } else { question.label.clone() },
                answer,
                format!("{}{}", number(municipalities), share.unwrap_or_default()),
            ]);
        }
    }
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = [
        ("column-question", ColumnKind::Name),
        ("batch-column-answer", ColumnKind::Text),
        ("batch-column-municipalities", ColumnKind::Figure),
    ];
    let columns = columns.map(|(id, kind)| (words.say(id), kind));
    vec![
        Block::Text(words.say("batch-own-questions-note")),
        table("own-questions", &words.say("batch-own-questions"), columns, rows.into_iter()),
    ]
}

/// What stands in the rules and in no advice.
fn never(summary: &Summary, words: Words) -> Vec<Block> {
    if summary.never.is_empty() {
        return Vec::new();
    }
    let item = |never: &Never| {
        let number = never.variant.or(never.note).unwrap_or_default();
        let kind = match (never.variant, never.note) {
            (Some(_), _) => "variant",
            (None, Some(_)) => "note",
            (None, None) => "rule",
        };
        let parts = [
            ("part", kind.into()),
            ("number", number.to_string().into()),
            ("rule", never.rule.as_str().into()),
            ("title", never.title.as_str().into()),
            ("condition", never.condition.as_str().into()),
        ];
        Item::from(words.with("batch-never-item", &parts))
    };
    // A rule that fires for nobody says more than a note of one.
    let is_part = |never: &&Never| never.variant.is_some() || never.note.is_some();
    let (parts, rules): (Vec<_>, Vec<_>) = summary.never.iter().partition(is_part);
    let listed = rules.into_iter().chain(parts).take(NEVER).map(item);
    let mut blocks =
        vec![Block::Text(words.say("batch-never-note")), Block::List(listed.collect())];
    let more = summary.never.len().saturating_sub(NEVER) as u64;
    blocks
        .extend((more > 0).then(|| {
            Block::Text(words.with("batch-never-more", &counted(more, summary.language)))
        }));
    blocks
}

/// The answers beside the study's values, a table for each of the study's; nothing where there are
/// none.
fn comparison(summary: &Summary, words: Words) -> Vec<Block> {
    // Where the study prints no value of all municipalities, there is nothing to hold these
    // against.
    let comparable =
        |compared: &&Compared| compared.municipalities > 0 && compared.study.all.is_some();
    let compared: Vec<&Compared> = summary.comparison.iter().filter(comparable).collect();
    if compared.is_empty() {
        return Vec::new();
    }
    let note =
        words.with("batch-comparison-note", &[("sample", summary.study.sample.as_str().into())]);
    let columns = [
        ("column-question", ColumnKind::Name),
        ("batch-column-answer", ColumnKind::Text),
        ("batch-column-municipalities", ColumnKind::Figure),
        ("batch-column-here", ColumnKind::Own),
        ("batch-column-study", ColumnKind::Figure),
    ];
    let mut blocks = vec![Block::Text(note)];
    for of_table in compared.chunk_by(|one, other| one.table == other.table) {
        let first = of_table[0];
        let heading = [
            ("table", first.table.to_string().into()),
            ("title", first.table_title.as_str().into()),
        ];
        let heading = words.with("batch-table", &heading);
        blocks.push(Block::Topic(heading.clone()));
        blocks.extend(first.base.as_ref().map(|base| {
            Block::Text(words.with("batch-table-base", &[("base", base.as_str().into())]))
        }));
        let rows = of_table.iter().enumerate().map(|(index, compared)| {
            // What is asked is said once, not before every answer.
            let same = index > 0 && of_table[index - 1].question == compared.question;
            vec![
                if same { String::new() } else { compared.label.clone() },
                compared.answer.clone().unwrap_or_default(),
                summary.language.number(compared.municipalities as f64),
                value(compared, compared.value, summary.language),
                value(compared, compared.study.all, summary.language),
            ]
        });
        let columns = columns.map(|(id, kind)| (words.say(id), kind));
        blocks.push(table("compared", &heading, columns, rows));
    }
    blocks
}

fn value(compared: &Compared, value: Option<f64>, language: Language) -> String {
    let Some(value) = value else { return "–".to_owned() };
    match matches!(compared.measure, Measure::Share | Measure::None) || compared.unit.is_some() {
        true => language.percent(value / 100.0),
        false => language.decimal(value, 2),
    }
}

fn method(summary: &Summary, words: Words) -> Block {
    let study = &summary.study;
    let source = [
        ("title", study.title.as_str().into()),
        ("publisher", study.publisher.as_str().into()),
        ("published", study.published.to_string().into()),
    ];
    let packs: Vec<String> =
        summary.packs.iter().map(|pack| format!("{} {}", pack.id, pack.version)).collect();
    let lines = [
        words.say("batch-method-counted"),
        words.with("method-study", &source),
        words.with("method-packs", &[("packs", packs.join(", ").into())]),
        words.say("method-privacy"),
    ];
    Block::List(lines.into_iter().map(Item::from).collect())
}
