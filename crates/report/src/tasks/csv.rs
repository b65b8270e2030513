//! Tables that spreadsheets open as they are set up in the language: in German with semicolons and
//! decimal commas.

use super::{harmless, headings, tasks};
use crate::words::Words;
use dteam_engine::advice::plan::Plan;
use dteam_engine::team::Team;
use dteam_text::language::Language;

/// The tasks as CSV, with a byte order mark, so that spreadsheets read it as UTF-8.
pub fn tasks_as_csv(plan: &Plan) -> String {
    let words = Words(plan.language);
    let rows = tasks(plan).map(|task| {
        vec![
            task.number.to_string(),
            harmless(&task.title),
            harmless(&task.owner),
            harmless(&task.helps),
            task.decides,
            task.start.to_string(),
            task.end.to_string(),
            words.0.number(task.days),
            task.cost,
        ]
    });
    table(plan.language, headings(words).to_vec(), rows)
}

/// The learning pairs of teams as CSV.
pub fn team_as_csv(teams: &[Team], language: Language) -> String {
    let words = Words(language);
    let headings = [
        "team-csv-learner",
        "team-csv-mentor",
        "team-csv-rule",
        "team-csv-step",
        "team-csv-question",
        "team-csv-here",
        "team-csv-there",
        "team-csv-gain",
    ];
    let headings = headings.map(|heading| words.say(heading)).to_vec();
    let rows = teams.iter().flat_map(|team| &team.pairs).map(|pair| {
        let said = |text: &Option<String>| harmless(text.as_deref().unwrap_or_default());
        vec![
            harmless(&pair.learner),
            harmless(&pair.mentor),
            pair.rule.clone(),
            harmless(&pair.title),
            harmless(&pair.because.label),
            said(&pair.because.learner),
            said(&pair.because.mentor),
            words.0.number(pair.gain),
        ]
    });
    table(language, headings, rows)
}

fn table(
    language: Language,
    headings: Vec<String>,
    rows: impl Iterator<Item = Vec<String>>,
) -> String {
    // Where a comma begins the decimals, it cannot part the cells.
    let separator = if language.number(0.5).contains(',') { b';' } else { b',' };
    let mut table = csv::WriterBuilder::new()
        .delimiter(separator)
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    for cells in std::iter::once(headings).chain(rows) {
        table.write_record(cells).expect("memory can be written to, and all rows are as long");
    }
    let bytes = table.into_inner().expect("memory can be written to");
    String::from_utf8(bytes).expect("all cells are text")
}
