//! Workbooks as town halls make them: read as the tables that they hold, with every mistake in its
//! cell. `tests/office/run` has LibreOffice save one and compares the advice.

use std::fs;
use std::path::Path;
use std::process::Output;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

use super::{DATE, dteam, flat, invented, said, stdout, table};
use crate::survey::catalog;

const HEADER: [&str; 8] = [
    "id",
    "municipality.name",
    "municipality.population",
    "municipality.kind",
    "municipality.state",
    "goals",
    "components.municipal_it_share",
    "ozg.considered",
];

/// A workbook with a sheet that begins with the header, and what else is in it.
fn book(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Kommunen").expect("a name");
    for (column, name) in HEADER.into_iter().enumerate() {
        sheet.write(0, column as u16, name).expect("a cell");
    }
    fill(sheet);
    book.save_to_buffer().expect("a workbook")
}

fn cell(sheet: &mut Worksheet, row: u32, column: u16, text: &str) {
    sheet.write(row, column, text).expect("a cell");
}

fn run(folder: &Path, book: &[u8], arguments: &[&str]) -> Output {
    let path = folder.join("kommunen.xlsx");
    fs::write(&path, book).expect("the file can be written");
    let usual = ["--date", DATE, "--width", "130", "--format", "csv", "--rows", "municipalities"];
    dteam().arg(&path).args(usual).args(arguments).output().expect("it runs")
}

/// The records that are advised (key, name, kind, population, state), and what is said.
fn advised(book: &[u8], arguments: &[&str]) -> (Vec<String>, String) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let output = run(folder.path(), book, arguments);
    let said = said(&output, folder.path());
    let rows = String::from_utf8(output.stdout).expect("output is text");
    let facts = |row: &str| row.split(',').take(5).collect::<Vec<_>>().join(",");
    (rows.lines().skip(1).map(facts).collect(), said)
}

#[test]
fn a_workbook_gives_the_advices_of_its_table() {
    let profiles = invented(40);
    let template = dteam::batch::template(catalog(), false);
    let columns: Vec<&str> = template.trim_end().split(',').collect();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, name) in (0..).zip(&columns) {
        sheet.write(0, column, *name).expect("a cell");
    }
    for (row, profile) in (1..).zip(&profiles) {
        let answers = flat(profile);
        for (column, name) in (0..).zip(&columns) {
            match answers.get(*name) {
                Some(serde_json::Value::Number(number)) => {
                    sheet.write(row, column, number.as_f64().expect("a number")).expect("a cell");
                }
                Some(serde_json::Value::Bool(flag)) => {
                    sheet.write(row, column, *flag).expect("a cell");
                }
                Some(serde_json::Value::String(text)) => cell(sheet, row, column, text),
                Some(serde_json::Value::Array(options)) if options.is_empty() => {
                    cell(sheet, row, column, "-");
                }
                Some(serde_json::Value::Array(options)) => {
                    let options: Vec<&str> =
                        options.iter().filter_map(|option| option.as_str()).collect();
                    cell(sheet, row, column, &options.join("|"));
                }
                _ => {}
            }
        }
    }
    let book = book.save_to_buffer().expect("a workbook");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (xlsx, csv) = (folder.path().join("t.xlsx"), folder.path().join("t.csv"));
    fs::write(&xlsx, &book).expect("the file can be written");
    fs::write(&csv, table(&profiles, false)).expect("the file can be written");
    let of_table = stdout(dteam().arg(&csv).args(["--date", DATE]));
    assert_eq!(stdout(dteam().arg(&xlsx).args(["--date", DATE])), of_table);
    let piped = stdout(dteam().args(["-", "--date", DATE]).write_stdin(book));
    assert_eq!(piped, of_table);
}

#[test]
fn cells_are_read_as_people_see_them() {
    let with = |format: &str| Format::new().set_num_format(format);
    let book = book(|sheet| {
        sheet.write_with_format(1, 0, 6_431_001, &with("00000000")).expect("a cell");
        cell(sheet, 1, 1, "Bad; \"Auetal\"");
        sheet.write(1, 2, 9400.0).expect("a cell");
        cell(sheet, 1, 3, "Gemeinde");
        cell(sheet, 1, 4, "Nordrhein-Westfalen");
        cell(sheet, 1, 5, "Wirtschaft fördern | efficiency");
        sheet.write_with_format(1, 6, 0.35, &with("0%")).expect("a cell");
        cell(sheet, 1, 7, "ja");
        sheet.write_formula(2, 2, Formula::new("4700+4700").set_result("9400")).expect("a cell");
        cell(sheet, 2, 3, "stadt");
    });
    let (rows, said) = advised(&book, &["--lang", "en"]);
    let expected = [
        "06431001,\"Bad; \"\"Auetal\"\"\",gemeinde,9400,NW",
        "FOLDER/kommunen.xlsx:3,,stadt,9400,",
    ];
    let rows: Vec<_> = rows
        .iter()
        .map(|row| match row.find("kommunen.xlsx") {
            Some(at) => format!("FOLDER/{}", &row[at..]),
            None => row.clone(),
        })
        .collect();
    assert_eq!(rows, expected, "{said}");
}

#[test]
fn titles_above_and_labels_in_the_header_are_understood() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    cell(sheet, 0, 1, "Erhebung 2026");
    for (column, label) in (1..).zip(["ID", "Name der\nKommune", "EINWOHNERZAHL"]) {
        cell(sheet, 3, column, label);
    }
    cell(sheet, 5, 1, "1");
    cell(sheet, 5, 2, "Auetal");
    sheet.write(5, 3, 9400).expect("a cell");
    let (rows, said) = advised(&book.save_to_buffer().expect("a workbook"), &[]);
    assert_eq!(rows, ["1,Auetal,,9400,"], "{said}");
}

#[test]
fn mistakes_are_shown_in_their_cells() {
    let book = book(|sheet| {
        cell(sheet, 1, 0, "1");
        let date = ExcelDateTime::from_ymd(2026, 5, 12).expect("a date");
        let format = Format::new().set_num_format("dd.mm.yyyy");
        sheet.write_with_format(1, 2, &date, &format).expect("a cell");
        cell(sheet, 1, 3, "Dorf");
        cell(sheet, 2, 0, "2");
        cell(sheet, 2, 1, "#REF!");
        let percent = Format::new().set_num_format("0%");
        sheet.write_with_format(2, 2, 0.5, &percent).expect("a cell");
        cell(sheet, 3, 0, "3");
        cell(sheet, 3, 9, "Notiz");
        cell(sheet, 4, 0, "4");
    });
    for language in ["de", "en"] {
        let (rows, said) = advised(&book, &["--lang", language]);
        assert_eq!(rows, ["4,,,,"]);
        insta::assert_snapshot!(format!("workbook-mistakes-{language}"), said);
    }
}

#[test]
fn what_nobody_sees_is_told() {
    let book = book(|sheet| {
        for row in 1..4 {
            cell(sheet, row, 0, &row.to_string());
            cell(sheet, row, 1, "Auetal");
        }
        sheet.set_row_hidden(2).expect("a row");
        sheet.set_column_hidden(2).expect("a column");
        sheet.merge_range(1, 4, 3, 4, "NW", &Format::new()).expect("cells");
    });
    for language in ["de", "en"] {
        let (rows, said) = advised(&book, &["--lang", language]);
        assert_eq!(rows, ["1,Auetal,,,NW", "2,Auetal,,,", "3,Auetal,,,"]);
        insta::assert_snapshot!(format!("workbook-hidden-{language}"), said);
    }
}

#[test]
fn sheets_are_chosen_by_name_or_number() {
    let mut book = Workbook::new();
    for (name, key) in [("Notizen", "a"), ("Kommunen", "b"), ("2", "c")] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).expect("a name");
        cell(sheet, 0, 0, "id");
        cell(sheet, 1, 0, key);
    }
    book.worksheet_from_index(0).expect("a sheet").set_hidden(true);
    book.worksheet_from_index(1).expect("a sheet").set_active(true);
    let book = book.save_to_buffer().expect("a workbook");
    for (arguments, key) in [
        (&[][..], "b"),
        (&["--sheet", "kommunen"], "b"),
        (&["--sheet", "1"], "a"),
        (&["--sheet", "2"], "c"),
        (&["--sheet", "3"], "c"),
    ] {
        assert_eq!(advised(&book, arguments).0, [format!("{key},,,,")], "{arguments:?}");
    }
    let (_, said) = advised(&book, &["--sheet", "Komunen", "--lang", "en"]);
    assert!(said.contains("[D851]") && said.contains("did you mean `Kommunen`?"), "{said}");
}

#[test]
fn what_is_no_workbook_that_can_be_read_is_refused() {
    let sound = book(|sheet| cell(sheet, 1, 0, "1"));
    let uncalculated = book(|sheet| {
        sheet.write_formula(1, 2, "4700+4700").expect("a cell");
    });
    let encrypted: Vec<u8> = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        .iter()
        .copied()
        .chain("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let stray = book(|sheet| {
        for row in 1..20_000 {
            cell(sheet, row, 16_383, "x");
        }
    });
    let mut with_cover = Workbook::new();
    cell(with_cover.add_worksheet(), 0, 0, "Bitte ausfüllen");
    with_cover.add_worksheet().set_name("Kommunen").expect("a name");
    let with_cover = with_cover.save_to_buffer().expect("a workbook");
    let empty = Workbook::new().save_to_buffer();
    for (bytes, told) in [
        (&sound[..sound.len() / 2], "is no readable workbook"),
        (b"id;municipality.name\n", "is no readable workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "is a workbook in the old format"),
        (&encrypted, "is protected by a password"),
        (&stray, "is too large once unpacked"),
        (
            &uncalculated,
            "[D852]: in `FOLDER/kommunen.xlsx`, sheet “Kommunen”, formulas are not calculated: C2",
        ),
        (&with_cover, "the sheet “Sheet1” was read; there are also: Kommunen"),
        (&empty.unwrap_or_default(), "has nothing on the sheet that is read"),
    ] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let output = run(folder.path(), bytes, &["--lang", "en"]);
        let said = said(&output, folder.path());
        assert!(said.contains(told), "{told}: {said}");
        assert_eq!(output.status.code(), Some(2), "{said}");
    }
}

#[test]
fn rejects_are_a_table_that_is_read_again() {
    let book = book(|sheet| {
        cell(sheet, 1, 0, "1");
        cell(sheet, 1, 1, "Auetal; Nord");
        cell(sheet, 1, 3, "Dorf");
        cell(sheet, 2, 0, "2");
        sheet.write(1, 6, 12.5).expect("a cell");
    });
    let folder = tempfile::tempdir().expect("a temporary folder");
    let rejects = folder.path().join("rejects.csv");
    run(folder.path(), &book, &["--rejects", &rejects.display().to_string()]);
    let table = fs::read_to_string(&rejects).expect("there are rejects");
    assert_eq!(table.lines().nth(1), Some("1;\"Auetal; Nord\";;Dorf;;;12,5;"));
    fs::write(&rejects, table.replace("Dorf", "gemeinde")).expect("the file can be written");
    let output =
        stdout(dteam().arg(&rejects).args(["--format", "csv", "--rows", "municipalities"]));
    assert!(output.contains("1,\"Auetal; Nord\",gemeinde,"), "{output}");
}

#[test]
fn the_template_is_the_same_every_time_and_replaces_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("vorlage.xlsx");
    let write = || dteam().arg("--template").arg(&path).output().expect("it runs");
    assert_eq!(write().status.code(), Some(0));
    let first = fs::read(&path).expect("it is written");
    let again = write();
    assert_eq!(again.status.code(), Some(2));
    assert!(said(&again, folder.path()).contains("[D007]"));
    fs::remove_file(&path).expect("it is there");
    assert_eq!(write().status.code(), Some(0));
    assert_eq!(fs::read(&path).expect("it is written"), first);
    // Nothing is filled in, but its columns are known.
    let empty = dteam().arg(&path).output().expect("it runs");
    assert!(said(&empty, folder.path()).contains("[D823]"), "{}", said(&empty, folder.path()));
}
