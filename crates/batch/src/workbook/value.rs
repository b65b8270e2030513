//! What a cell holds, as a person would write it into a table with decimal commas.

use calamine::{Data, ExcelDateTime};

/// The format of numbers that are shown as true or false.
pub const BOOLEAN: &str = "BOOLEAN";

/// The value of a cell with this number format; nothing for an empty one.
pub fn text(value: &Data, format: Option<&str>) -> String {
    match value {
        Data::Empty => String::new(),
        Data::Int(number) => number_text(*number as f64, format),
        Data::Float(number) => number_text(*number, format),
        Data::String(text) => text.split(char::is_control).collect::<Vec<_>>().join(" "),
        Data::Bool(flag) => flag.to_string(),
        Data::DateTime(date) => date_text(date),
        Data::DateTimeIso(date) => date.trim_end_matches("T00:00:00").replace('T', " "),
        Data::DurationIso(duration) => {
            let digits = duration.trim_start_matches("PT").trim_end_matches('S');
            digits.replace(['H', 'M'], ":")
        }
        Data::Error(error) => error.to_string(),
    }
}

fn number_text(number: f64, format: Option<&str>) -> String {
    let format = format.unwrap_or_default();
    if format == BOOLEAN {
        return (number != 0.0).to_string();
    }
    // The first part of a format is that of positive numbers.
    let shown = format.split(';').next().unwrap_or_default();
    if shown.contains('%') && !shown.contains('"') {
        return format!("{} %", decimal(number * 100.0));
    }
    // Keys with leading zeros are numbers of so many digits.
    match shown.len() > 1 && shown.bytes().all(|digit| digit == b'0') && number.fract() == 0.0 {
        true => format!("{number:0width$}", width = shown.len()),
        false => decimal(number),
    }
}

/// The number with the fifteen digits that spreadsheets show of it, at most.
fn decimal(number: f64) -> String {
    let rounded = format!("{number:.14e}").parse().unwrap_or(number);
    format!("{rounded}").replace('.', ",")
}

/// A date, a time, both, or a duration.
fn date_text(date: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    match date.as_f64() {
        hours if date.is_duration() => {
            let seconds = (hours * 86_400.0).round() as i64;
            format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
        }
        days if (0.0..1.0).contains(&days) => time,
        days if days.fract() == 0.0 => format!("{year}-{month:02}-{day:02}"),
        _ => format!("{year}-{month:02}-{day:02} {time}"),
    }
}
