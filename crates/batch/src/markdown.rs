//! What is said of many municipalities: the summary as Markdown, and the account at the end of a
//! run.

use crate::{Class, Compared, QuestionShare, StepShare, Summary};
use dteam_report::page::{Page, cell, escaped};
use dteam_report::words::Words;
use dteam_text::language::Language;
use dteam_text::language::messages::Argument;

/// Steps that the page lists: the rest comes up for few.
const STEPS: usize = 30;

/// Open questions that the page lists.
const QUESTIONS: usize = 10;

/// Steps that the account at the end names.
const NAMED: usize = 3;

/// The summary as Markdown.
pub fn batch_summary(summary: &Summary) -> String {
    let words = Words(summary.language);
    let mut page = Page::default();
    let title = match summary.municipalities {
        0 => words.say("batch-title-none"),
        count => words.with("batch-title", &counted(count, summary.language)),
    };
    page.block(&format!("# {}", escaped(&title)));
    let dated = summary
        .date
        .map(|date| words.with("batch-date", &[("date", summary.language.date(date).into())]));
    let remarks = [("batch-rejected", summary.rejected), ("batch-doubtful", summary.doubtful)];
    let remarks = remarks.into_iter().filter(|(_, count)| *count > 0);
    let remarks = remarks.map(|(id, count)| words.with(id, &counted(count, summary.language)));
    let facts: Vec<String> = dated.into_iter().chain(remarks).collect();
    if !facts.is_empty() {
        page.block(&escaped(&facts.join(" · ")));
    }
    if summary.municipalities == 0 {
        page.block(&words.say("batch-nobody"));
        return page.text;
    }
    page.heading(&words.say("section-summary"));
    page.block(&escaped(&in_short(summary, words).join(" ")));
    types(summary, words, &mut page);
    steps(summary, words, &mut page);
    open(summary, words, &mut page);
    comparison(summary, words, &mut page);
    method(summary, words, &mut page);
    page.text
}

fn counted(count: u64, language: Language) -> [(&'static str, Argument); 2] {
    [("count", (count as usize).into()), ("number", language.number(count as f64).into())]
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

fn types(summary: &Summary, words: Words, page: &mut Page) {
    page.heading(&words.say("batch-types"));
    page.block(&words.say("batch-types-note"));
    let all = std::slice::from_ref(&summary.types.all);
    type_table("", all, words, page);
    for group in &summary.groups {
        page.block(&format!("### {}", escaped(&group.label)));
        type_table(&group.label, &group.classes, words, page);
    }
    let number = |count: u64| summary.language.number(count as f64).into();
    let parts = [
        ("goals", number(summary.types.by_goals)),
        ("indicators", number(summary.types.by_indicators)),
        ("mixed", number(summary.types.mixed)),
        ("differ", number(summary.types.goals_and_work_differ)),
    ];
    page.block(&words.with("batch-types-basis", &parts));
}

fn type_table(label: &str, classes: &[Class], words: Words, page: &mut Page) {
    let language = words.0;
    let Some(first) = classes.first() else { return };
    let without = classes.iter().any(|class| class.no_type > 0);
    let mut columns = vec![cell(label), words.say("batch-column-municipalities")];
    columns.extend(first.types.values().map(|kind| cell(&kind.label)));
    columns.extend(without.then(|| words.say("batch-column-no-type")));
    let rows = classes.iter().map(|class| {
        let mut row = vec![cell(&class.label), language.number(class.municipalities as f64)];
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
    page.table(&columns, rows);
}

fn steps(summary: &Summary, words: Words, page: &mut Page) {
    let language = summary.language;
    page.heading(&words.say("batch-steps"));
    if summary.steps.is_empty() {
        page.block(&words.say("no-steps"));
        return;
    }
    page.block(&words.say("batch-steps-note"));
    let ids = [
        "column-step",
        "batch-column-municipalities",
        "batch-column-first-five",
        "batch-column-undecided",
        "column-rule",
    ];
    let with_share = |count: u64, share: Option<f64>| {
        format!("{} ({})", language.number(count as f64), percent(share, language))
    };
    let row = |step: &StepShare| {
        vec![
            cell(&step.title),
            with_share(step.municipalities, step.share),
            with_share(step.first_five, step.first_five_share),
            language.number(step.undecided as f64),
            format!("`{}`", step.rule),
        ]
    };
    page.table(&ids.map(|id| words.say(id)), summary.steps.iter().take(STEPS).map(row));
    let more = summary.steps.len().saturating_sub(STEPS);
    if more > 0 {
        page.block(&words.with("batch-steps-more", &counted(more as u64, language)));
    }
}

/// The questions that rules read, those most often left open first.
fn max_open(summary: &Summary) -> Vec<&QuestionShare> {
    let open = |question: &&QuestionShare| question.unanswered > 0 && question.rules > 0;
    let mut questions: Vec<&QuestionShare> = summary.questions.iter().filter(open).collect();
    questions.sort_by_key(|question| std::cmp::Reverse((question.unanswered, question.rules)));
    questions
}

fn open(summary: &Summary, words: Words, page: &mut Page) {
    let language = summary.language;
    page.heading(&words.say("batch-open"));
    let questions = max_open(summary);
    if questions.is_empty() {
        page.block(&words.say("batch-open-none"));
        return;
    }
    page.block(&words.say("batch-open-note"));
    let ids = ["column-question", "batch-column-unanswered", "batch-column-read-by", "column-key"];
    let rows = questions.iter().take(QUESTIONS).map(|question| {
        let share = question.unanswered as f64 / summary.municipalities as f64;
        vec![
            cell(&question.label),
            format!(
                "{} ({})",
                language.number(question.unanswered as f64),
                language.percent(share)
            ),
            question.rules.to_string(),
            format!("`{}`", question.question),
        ]
    });
    page.table(&ids.map(|id| words.say(id)), rows);
}

fn comparison(summary: &Summary, words: Words, page: &mut Page) {
    // Where the study prints no value of all municipalities, there is nothing to hold these
    // against.
    let comparable =
        |compared: &&Compared| compared.municipalities > 0 && compared.study.all.is_some();
    let compared: Vec<&Compared> = summary.comparison.iter().filter(comparable).collect();
    if compared.is_empty() {
        return;
    }
    page.heading(&words.say("batch-comparison"));
    page.block(&escaped(
        &words.with("batch-comparison-note", &[("sample", summary.study.sample.as_str().into())]),
    ));
    let ids = [
        "column-question",
        "batch-column-answer",
        "batch-column-municipalities",
        "batch-column-here",
        "batch-column-study",
    ];
    let columns = ids.map(|id| words.say(id));
    for table in compared.chunk_by(|one, other| one.table == other.table) {
        let first = table[0];
        let heading = [
            ("table", first.table.to_string().into()),
            ("title", first.table_title.as_str().into()),
        ];
        page.block(&format!("### {}", escaped(&words.with("batch-table", &heading))));
        if let Some(base) = &first.base {
            page.block(&escaped(
                &words.with("batch-table-base", &[("base", base.as_str().into())]),
            ));
        }
        let rows = table.iter().enumerate().map(|(place, compared)| {
            // What is asked is said once, not before every answer.
            let same = place > 0 && table[place - 1].question == compared.question;
            vec![
                if same { String::new() } else { cell(&compared.label) },
                cell(compared.answer.as_deref().unwrap_or_default()),
                summary.language.number(compared.municipalities as f64),
                value(compared, compared.value, summary.language),
                value(compared, compared.study.all, summary.language),
            ]
        });
        page.table(&columns, rows);
    }
}

fn value(compared: &Compared, value: Option<f64>, language: Language) -> String {
    let Some(value) = value else { return "–".to_owned() };
    match matches!(compared.measure, "share" | "none") || compared.unit.is_some() {
        true => language.percent(value / 100.0),
        false => language.decimal(value, 2),
    }
}

fn method(summary: &Summary, words: Words, page: &mut Page) {
    page.heading(&words.say("batch-method"));
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
    page.list(lines.iter().map(|line| escaped(line)));
}

/// The account at the end of a run, a few lines of text.
pub fn batch_account(summary: &Summary) -> String {
    let (words, language) = (Words(summary.language), summary.language);
    let mut counts = vec![words.with("batch-done", &counted(summary.municipalities, language))];
    let remarks =
        [("batch-done-rejected", summary.rejected), ("batch-done-doubtful", summary.doubtful)];
    let remarks = remarks.into_iter().filter(|(_, count)| *count > 0);
    counts.extend(remarks.map(|(id, count)| words.with(id, &counted(count, language))));
    let mut lines = vec![format!("{}.", counts.join(", "))];
    if summary.municipalities == 0 {
        return format!("{}\n", lines[0]);
    }
    let all = &summary.types.all;
    let share = |count: u64| language.percent(count as f64 / summary.municipalities as f64);
    let with_share = |label: &str, count: u64| {
        format!("{label} {} ({})", language.number(count as f64), share(count))
    };
    let some = all.types.values().filter(|kind| kind.municipalities > 0);
    let mut types: Vec<String> =
        some.map(|kind| with_share(&kind.label, kind.municipalities)).collect();
    if all.no_type > 0 {
        types.push(with_share(&words.say("batch-done-no-type"), all.no_type));
    }
    lines.push(format!("{}: {}.", words.say("batch-done-types"), types.join(", ")));
    let steps: Vec<String> = summary
        .steps
        .iter()
        .take(NAMED)
        .map(|step| format!("{} ({})", step.title, share(step.municipalities)))
        .collect();
    if !steps.is_empty() {
        lines.push(format!("{}: {}.", words.say("batch-done-steps"), steps.join("; ")));
    }
    if let Some(mean) = summary.undecided.filter(|mean| *mean > 0.0) {
        // One exactly is singular, any other mean is not.
        let count = if mean == 1.0 { 1usize } else { 2 };
        let parts = [("count", count.into()), ("number", language.number(mean).into())];
        lines.push(format!("{}.", words.with("batch-done-undecided", &parts)));
    }
    lines.join("\n") + "\n"
}

/// That more faulty records were found than are shown, or more warnings.
pub fn batch_more(records: u64, warnings: u64, language: Language) -> String {
    let words = Words(language);
    let more = [("batch-more-problems", records), ("batch-more-warnings", warnings)];
    let more = more.into_iter().filter(|(_, count)| *count > 0);
    more.map(|(id, count)| words.with(id, &counted(count, language)) + "\n").collect()
}

/// A remark on a run, by what it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BatchRemark<'r> {
    /// Where the faulty records are.
    Rejects(&'r str),
    /// It was interrupted; whether it can go on.
    Interrupted(bool),
    /// It stopped at the first faulty record.
    Strict,
    /// What the cells of the empty table can hold.
    Template,
}

impl BatchRemark<'_> {
    /// In a sentence.
    pub fn written(self, language: Language) -> String {
        let words = Words(language);
        match self {
            BatchRemark::Rejects(path) => {
                words.with("batch-rejects-file", &[("path", path.into())])
            }
            BatchRemark::Interrupted(true) => words.say("batch-resume-hint"),
            BatchRemark::Interrupted(false) => words.say("batch-interrupted"),
            BatchRemark::Strict => words.say("batch-strict"),
            BatchRemark::Template => words.say("batch-template-hint"),
        }
    }
}

/// How far a run is: municipalities done, how many a second, and where the whole is known, the part
/// done (0..1) and the seconds left.
pub fn batch_progress(done: u64, rate: f64, of: Option<(f64, u64)>, language: Language) -> String {
    let words = Words(language);
    let number = |number: f64| Argument::from(language.number(number));
    let (done, rate) = (("done", number(done as f64)), ("rate", number(rate.round())));
    let Some((part, left)) = of else { return words.with("batch-progress", &[done, rate]) };
    let (hours, minutes, seconds) = (left / 3600, left / 60 % 60, left % 60);
    let left = match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    };
    words.with(
        "batch-progress-of",
        &[("percent", language.percent(part).into()), done, rate, ("left", left.into())],
    )
}
