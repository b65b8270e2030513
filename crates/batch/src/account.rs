//! What is said of a run while it goes on and at its end.

use crate::Summary;
use dteam_report::words::Words;
use dteam_text::language::Language;
use dteam_text::language::messages::Argument;

/// Steps that the account at the end names.
const NAMED: usize = 3;

/// A count for the grammar and as the language writes it.
pub(super) fn counted(count: u64, language: Language) -> [(&'static str, Argument); 2] {
    [("count", (count as usize).into()), ("number", language.number(count as f64).into())]
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
#[non_exhaustive]
pub enum BatchRemark<'r> {
    /// Where the faulty records are.
    Rejects(&'r str),
    /// It was interrupted; whether it can go on.
    Interrupted(bool),
    /// It stopped at the first faulty record.
    Strict,
    /// What the cells of the empty table can hold.
    Template,
    /// The workbook that was written to be filled in.
    WorkbookTemplate(&'r str),
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
            BatchRemark::WorkbookTemplate(path) => {
                words.with("batch-template-written", &[("path", path.into())])
            }
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
