//! Tasks as a workbook.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use super::{headings, tasks};
use crate::words::Words;
use dteam_engine::advice::plan::Plan;
use dteam_text::diagnostic::{Invalid, Problem};

/// How wide the columns are, in letters.
const WIDTHS: [f64; 9] = [6.0, 52.0, 30.0, 30.0, 14.0, 12.0, 12.0, 8.0, 34.0];

/// The tasks as an Excel workbook, with a filter and a fixed heading. The same plan gives the same
/// bytes.
///
/// # Errors
/// If the workbook cannot be written, for instance because a text is longer than a cell may be.
pub fn tasks_as_xlsx(plan: &Plan) -> Result<Vec<u8>, Invalid> {
    written(plan).map_err(|error| {
        Invalid::from(Problem::NotWritable { path: "xlsx".to_owned(), reason: error.to_string() })
    })
}

fn written(plan: &Plan) -> Result<Vec<u8>, XlsxError> {
    let words = Words(plan.language);
    let mut workbook = Workbook::new();
    // A time of now would make other bytes every time.
    let made = plan.date.unwrap_or_else(|| plan.assumptions.start.first_day());
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&date(made)?));
    let sheet = workbook.add_worksheet().set_name(words.say("tasks-sheet"))?;
    let bold = Format::new().set_bold().set_text_wrap();
    let day = Format::new().set_num_format(words.say("tasks-day-format"));
    let wrapped = Format::new().set_text_wrap();
    for ((column, heading), width) in (0..).zip(headings(words)).zip(WIDTHS) {
        sheet.write_string_with_format(0, column, heading, &bold)?;
        sheet.set_column_width(column, width)?;
    }
    let mut last = 0;
    for (row, task) in (1..).zip(tasks(plan)) {
        sheet.write_number(row, 0, task.number as f64)?;
        for (column, text) in [
            (1, &task.title),
            (2, &task.owner),
            (3, &task.helps),
            (4, &task.decides),
            (8, &task.cost),
        ] {
            sheet.write_string_with_format(row, column, text, &wrapped)?;
        }
        sheet.write_datetime_with_format(row, 5, &date(task.start)?, &day)?;
        sheet.write_datetime_with_format(row, 6, &date(task.end)?, &day)?;
        sheet.write_number(row, 7, task.days)?;
        last = row;
    }
    sheet.autofilter(0, 0, last, 8)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    workbook.save_to_buffer()
}

fn date(date: jiff::civil::Date) -> Result<ExcelDateTime, XlsxError> {
    let (year, month, day) = (date.year() as u16, date.month() as u8, date.day() as u8);
    ExcelDateTime::from_ymd(year, month, day)
}
