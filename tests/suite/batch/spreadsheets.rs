//! Tables as spreadsheets leave them, and as they must not be taken apart by others.

use std::fs;

use super::{DATE, dteam, said, stdout};

/// The records that are advised, name and population of each, and what is said.
fn advised(table: &[u8], arguments: &[&str]) -> (Vec<String>, String) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("t.csv");
    fs::write(&path, table).expect("the file can be written");
    let arguments =
        [arguments, &["--date", DATE, "--format", "csv", "--rows", "municipalities"]].concat();
    let output = dteam().arg(&path).args(arguments).output().expect("it runs");
    let said = said(&output, folder.path());
    let rows = String::from_utf8(output.stdout).expect("output is text");
    let cells = |row: &str| {
        row.split(',')
            .enumerate()
            .filter(|(at, _)| matches!(at, 0 | 1 | 3))
            .map(|(_, cell)| cell.to_owned())
            .collect::<Vec<_>>()
            .join(",")
    };
    (rows.lines().skip(1).map(cells).collect(), said)
}

#[test]
fn empty_columns_at_the_right_are_passed_over() {
    let table = b"id;municipality.name;;\r\n1;Auetal;;\r\n2;Bautal\r\n3;Cautal;;;;\r\n";
    assert_eq!(advised(table, &[]).0, ["1,Auetal,", "2,Bautal,", "3,Cautal,"]);
    let (rows, said) = advised(
        b"id;municipality.name;;\n1;Auetal;x;\n2;Bautal;;\n3;Cautal;;;x\n",
        &["--lang", "en"],
    );
    assert_eq!(rows, ["2,Bautal,"]);
    assert!(said.contains("[D830]: column 3 has no name") && said.contains("t.csv:2:10"), "{said}");
    assert!(said.contains("[D802]"), "{said}");
}

#[test]
fn names_of_columns_are_found_as_people_write_them() {
    for header in [
        "ID, Municipality.Name ,MUNICIPALITY.POPULATION",
        "\u{feff}\"id\",\"municipality.name\",\"municipality.population\"",
        "\"\u{feff}id\",' municipality.name',\u{a0}municipality.population\t",
        "sep=,\nId,municipality.name,municipality.population",
    ] {
        let (rows, said) = advised(format!("{header}\n03,Auetal,9400.0\n").as_bytes(), &[]);
        assert_eq!(rows, ["03,Auetal,9400"], "{header:?}: {said}");
    }
    let (_, said) = advised(b"id,Data.Inventory,data.inventory,ID\nx,1,1,y\n", &["--lang", "en"]);
    assert!(said.contains("[D016]: `data.inventory`") && said.contains("[D016]: `ID`"), "{said}");
    let (_, said) = advised(b"id,data.inventry\nx,1\n", &["--lang", "en"]);
    assert!(said.contains("did you mean `data.inventory`?"), "{said}");
}

#[test]
fn yes_and_no_are_read_in_every_language() {
    let words =
        ["true", "FALSE", "WAHR", "falsch", "Ja", "nein", "yes", "NO", "oui", "Non", "VRAI"];
    for word in words {
        let (rows, said) = advised(format!("id,ozg.considered\n1,{word}\n").as_bytes(), &[]);
        assert_eq!(rows, ["1,,"], "{word}: {said}");
    }
    for word in ["1", "on", "maybe"] {
        let (rows, said) = advised(format!("id,ozg.considered\n1,{word}\n").as_bytes(), &[]);
        assert!(rows.is_empty() && said.contains("[D206]"), "{word}: {said}");
    }
}

#[test]
fn decimals_and_thousands_follow_the_separator() {
    for (separator, number) in [
        (';', "9.400"),
        (';', "9 400"),
        ('\t', "9.400,0"),
        (';', "9400.0"),
        (',', "9400.0"),
        (',', "\"9,400\""),
        (',', "1e+05"),
    ] {
        let (rows, said) = advised(
            format!("id{separator}municipality.population\n1{separator}{number}\n").as_bytes(),
            &[],
        );
        let expected = if number == "1e+05" { "100000" } else { "9400" };
        assert_eq!(rows, [format!("1,,{expected}")], "{number}: {said}");
    }
    for date in ["12. Mai", "12.05.", "Jan 12", "45.424"] {
        let (rows, said) = advised(
            format!("id;components.municipal_it_share\n1;{date}\n").as_bytes(),
            &["--lang", "en"],
        );
        assert!(rows.is_empty() && !said.contains("did you mean"), "{date}: {said}");
    }
}

#[test]
fn lines_may_end_as_on_old_macs() {
    let table = b"id;municipality.name\r1;Auetal\r\r2;\"Bau\ntal\"\r3;Cautal;x";
    let (rows, said) = advised(table, &["--lang", "en"]);
    assert_eq!(rows, ["1,Auetal,", "2,Bau tal,"]);
    assert!(said.contains("t.csv:5:") && said.contains("[D802]"), "{said}");
    // A carriage return within a line ends none where lines end otherwise.
    assert_eq!(advised(b"id;municipality.name\r\n1;Au\retal\r\n", &[]).0, ["1,Au etal,"]);
    // Piped in, nothing of the first lines is lost.
    let piped = stdout(
        dteam()
            .args(["-", "--format", "csv", "--top", "1"])
            .write_stdin(&b"sep=;\rid;data.inventory\r1;0\r2;0\r"[..]),
    );
    assert_eq!(piped.lines().filter(|row| row.starts_with(['1', '2'])).count(), 2, "{piped}");
}

#[test]
fn other_encodings_are_read_if_they_are_named() {
    let latin = b"id;municipality.name\r\n1;M\xfcnster \x80\r\n";
    let (rows, said) = advised(latin, &["--lang", "en"]);
    assert!(
        rows.is_empty() && said.contains("[D805]") && said.contains("`--encoding windows-1252`"),
        "{said}"
    );
    assert_eq!(advised(latin, &["--encoding", "windows-1252"]).0, ["1,Münster €,"]);
    assert_eq!(advised(latin, &["--encoding", "Latin1"]).0, ["1,Münster €,"]);
    // In the header, before any record.
    let (_, said) = advised(b"id;municipality.name;Gr\xf6\xdfe\n1;A;1\n", &["--lang", "en"]);
    assert!(said.contains("[D832]") && said.contains("`--encoding windows-1252`"), "{said}");
    let text = "id\tmunicipality.name\r\n1\tMünster\r\n2\tKöln\r\n";
    for (name, little) in [("utf-16le", true), ("utf-16be", false)] {
        let bytes = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
        let wide: Vec<u8> = format!("\u{feff}{text}").encode_utf16().flat_map(bytes).collect();
        let (rows, said) = advised(&wide, &["--lang", "en"]);
        assert!(rows.is_empty() && said.contains(&format!("`--encoding {name}`")), "{said}");
        assert_eq!(advised(&wide, &["--encoding", name]).0, ["1,Münster,", "2,Köln,"]);
        assert_eq!(advised(&wide, &["--encoding", "utf-16"]).0, ["1,Münster,", "2,Köln,"]);
        // What breaks off within a letter is not completed.
        let (rows, said) = advised(&wide[..wide.len() - 1], &["--encoding", name, "--lang", "en"]);
        assert_eq!(rows, ["1,Münster,"], "{said}");
    }
    let lines = b"{\"id\":\"a\",\"municipality\":{\"name\":\"M\xfcnster\"}}\n";
    let arguments = ["-", "--encoding", "cp1252", "--format", "csv", "--rows", "municipalities"];
    assert!(stdout(dteam().args(arguments).write_stdin(&lines[..])).contains("a,Münster,"));
    let (_, said) = advised(latin, &["--encoding", "windows-1251x", "--lang", "en"]);
    assert!(said.contains("[D831]") && said.contains("did you mean"), "{said}");
    // The mark at the beginning of a file has the last word.
    assert_eq!(
        advised("\u{feff}id;municipality.name\n1;Münster\n".as_bytes(), &["--encoding", "latin1"])
            .0,
        ["1,Münster,"]
    );
}

#[test]
fn of_a_header_without_end_the_first_mistakes_are_shown() {
    let columns: Vec<String> = (0..150_000).map(|number| format!("x{number}")).collect();
    let (_, said) = advised(format!("{}\n1\n", columns.join(",")).as_bytes(), &["--lang", "en"]);
    assert_eq!(said.matches("error[D201]").count(), 24);
    assert!(
        said.contains("[D021]: here are the first 24 mistakes") || said.contains("[D021]"),
        "{said}"
    );
    assert!(said.len() < 100_000, "{}", said.len());
}

/// The cells of a text as a spreadsheet takes them that goes by this separator: quotation marks
/// count where a cell begins with one.
fn taken_apart(text: &str, separator: char) -> Vec<String> {
    let (mut cells, mut cell, mut quoted, mut letters) =
        (Vec::new(), String::new(), false, text.chars().peekable());
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() => quoted = true,
            _ if !quoted && (letter == separator || matches!(letter, '\n' | '\r')) => {
                cells.push(std::mem::take(&mut cell))
            }
            _ => cell.push(letter),
        }
    }
    cells.push(cell);
    cells
}

#[test]
fn no_spreadsheet_sees_a_formula_whatever_it_separates_by() {
    let parts = ["=1+1", "+1", "-1", "@SUM(A1)", "Auetal", "\"", " "];
    let marks = [",", ";", "\t", "|", ", ", ";\"", "\" ;", "\"\",\""];
    let mut names = Vec::new();
    for one in parts {
        for mark in marks {
            names.extend(parts.map(|other| format!("{one}{mark}{other}")));
        }
    }
    let input: String = names
        .iter()
        .map(|name| {
            format!(
                "{}\n",
                serde_json::json!({"id": name, "municipality": {"name": format!("x{name}")}})
            )
        })
        .collect();
    for arguments in [&["--format", "csv"][..], &["--excel"][..]] {
        let all = [&["-", "--rows", "municipalities", "--date", DATE], arguments].concat();
        let table = stdout(dteam().args(all).write_stdin(input.as_str()));
        for separator in [',', ';', '\t', '|'] {
            for cell in taken_apart(&table, separator) {
                assert!(
                    !cell.trim_start_matches([' ', '"']).starts_with(['=', '+', '-', '@']),
                    "{separator:?}: {cell:?}"
                );
            }
        }
        // By its own separator, every record has as many cells as the header.
        let own = if arguments[0] == "--excel" { ';' } else { ',' };
        let columns = table.lines().next().expect("a header").split(own).count();
        let ends = if own == ';' { 2 } else { 1 };
        assert_eq!(taken_apart(&table, own).len(), (names.len() + 1) * (columns + ends - 1) + 1);
    }
}
