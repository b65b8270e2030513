//! Tasks as a table that spreadsheets open as they are set up in the language: in German with
//! semicolons and decimal commas.

use super::{harmless, headings, tasks};
use crate::words::Words;
use dteam_engine::advice::plan::Plan;

/// The tasks as CSV, with a byte order mark, so that spreadsheets read it as UTF-8.
///
/// # Panics
/// Never: writing to memory does not fail.
pub fn tasks_as_csv(plan: &Plan) -> String {
    let words = Words(plan.language);
    let number = |number: f64| words.0.number(number);
    // Where a comma begins the decimals, it cannot part the cells.
    let separator = if number(0.5).contains(',') { b';' } else { b',' };
    let mut table = csv::WriterBuilder::new()
        .delimiter(separator)
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let mut write = |cells: Vec<String>| {
        table.write_record(cells).expect("memory can be written to, and all rows are as long");
    };
    write(headings(words).to_vec());
    for task in tasks(plan) {
        write(vec![
            task.number.to_string(),
            harmless(&task.title),
            harmless(&task.owner),
            harmless(&task.helps),
            task.decides,
            task.start.to_string(),
            task.end.to_string(),
            number(task.days),
            task.cost,
        ]);
    }
    let bytes = table.into_inner().expect("memory can be written to");
    String::from_utf8(bytes).expect("all cells are text")
}
