//! Faulty records: each is reported at its location, and none of the sound ones is lost.

use std::fs;

use serde_json::Value as Json;

use super::{DATE, advised, dteam, invented, lines, read, said, stdout, table};
use crate::{DE, EN};

/// Lines of every kind that are no profile.
const LINES: [&[u8]; 16] = [
    b"{\"goals\": [\"efficency\"]}",
    b"{\"goals\": [\"efficiency\"}",
    b"{\"goals\": [\"efficiency\"]",
    b"{\"data\": {\"inventory\": 1}, \"data\": {\"inventory\": 2}}",
    b"{\"data\": {\"inventory\": 1e400}}",
    b"{\"components\": {\"in_use\": [\"dms\"], \"planned\": [\"dms\"]}}",
    b"{\"id\": [1], \"data\": {\"inventory\": 1}}",
    b"{\"id\": \"a\", \"id\": \"b\", \"data\": {\"inventory\": 1}}",
    b"{\"municipality\": {\"name\": \"M\xfcnster\"}}",
    b"{\"municipality\": {\"name\": \"M\\ud800\"}}",
    b"[1, 2]",
    b"\"text\"",
    b"17",
    b"null",
    b"hello world",
    b"\x00\x01\x02",
];

#[test]
fn faulty_lines_cost_no_other() {
    let profiles = invented(LINES.len() as u64 + 1);
    let mut input = Vec::new();
    for (profile, bad) in profiles.iter().zip(LINES) {
        input.extend_from_slice(profile.to_string().as_bytes());
        input.push(b'\n');
        input.extend_from_slice(bad);
        input.push(b'\n');
    }
    // The last one is cut off without a line break.
    input.extend_from_slice(profiles[LINES.len()].to_string().as_bytes());
    input.extend_from_slice(b"\n{\"data\": {\"inv");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (path, rejects) = (folder.path().join("p.ndjson"), folder.path().join("rejects.ndjson"));
    fs::write(&path, input).expect("the file can be written");
    for language in ["de", "en"] {
        let output = dteam()
            .arg(&path)
            .args(["--date", DATE, "--lang", language, "--width", "110", "--rejects"])
            .arg(&rejects)
            .output()
            .expect("it runs");
        assert_eq!(output.status.code(), Some(1));
        insta::assert_snapshot!(format!("lines-{language}"), said(&output, folder.path()));
        let lang = if language == "de" { DE } else { EN };
        let (_, advices) = read(&String::from_utf8(output.stdout).expect("output is text"));
        assert_eq!(advices, advised(&profiles, lang));
    }
    let mut rejected: Vec<&[u8]> = LINES.to_vec();
    rejected.push(b"{\"data\": {\"inv");
    let written = fs::read(&rejects).expect("the rejects are written");
    assert_eq!(
        written.split(|byte| *byte == b'\n').collect::<Vec<_>>()[..rejected.len()],
        rejected
    );
}

#[test]
fn a_line_without_end_costs_no_other() {
    let profiles = invented(2);
    let long = format!("{{\"municipality\": {{\"name\": \"{}\"}}}}", "x".repeat(9 * 1024 * 1024));
    let input = format!("{}\n{long}\n{}\n", profiles[0], profiles[1]);
    let output = dteam()
        .args(["-", "--date", DATE, "--lang", "en"])
        .write_stdin(input)
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("D806"));
    let (_, advices) = read(&String::from_utf8(output.stdout).expect("output is text"));
    assert_eq!(advices, advised(&profiles, EN));
}

/// Items of every kind that are no profile, each on lines of its own.
const ITEMS: [&str; 9] = [
    "{\"goals\": [\"efficency\"]}",
    "{\"goals\": [\"efficiency\"}",
    "{\"data\": {\"inventory\": 1}",
    "{\"data\": {\"inventory\": 1}}}",
    "{\"data\": {\n    \"inventory\": 1\n  }",
    "{\"municipality\": {\"name\": \"Auetal}}",
    "{\"goals\": [\"effici",
    "[[1], 2]",
    "tru",
];

#[test]
fn faulty_items_of_a_list_cost_no_other() {
    let profiles = invented(ITEMS.len() as u64 + 1);
    let mut items: Vec<String> = Vec::new();
    for (profile, bad) in profiles.iter().zip(ITEMS) {
        items.extend([
            serde_json::to_string_pretty(profile).expect("plain data").replace('\n', "\n  "),
            bad.to_owned(),
        ]);
    }
    items.push(profiles[ITEMS.len()].to_string());
    let input = format!("[\n  {}\n]\n", items.join(",\n  "));
    let output = dteam()
        .args(["-", "--date", DATE, "--lang", "en", "--width", "110"])
        .write_stdin(input)
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!("items-en", String::from_utf8_lossy(&output.stderr));
    let (_, advices) = read(&String::from_utf8(output.stdout).expect("output is text"));
    assert_eq!(advices, advised(&profiles, EN));
}

#[test]
fn a_list_that_is_none_or_not_closed_is_reported() {
    let profile = &invented(1)[0];
    for (input, code, advices) in [
        (format!("[{profile}, "), "D807", 1),
        (format!("[{profile}, {{\"data\""), "D807", 1),
        (format!("{{\"profiles\": [{profile}]}}"), "D808", 0),
        (String::new(), "D808", 0),
    ] {
        let output = dteam()
            .args(["-", "--input-format", "json", "--lang", "en"])
            .write_stdin(input)
            .output()
            .expect("it runs");
        let (found, said) = (
            output.stdout.iter().filter(|byte| **byte == b'\n').count(),
            said(&output, "-".as_ref()),
        );
        assert_eq!((found, said.contains(code)), (advices, true), "{said}");
        assert_eq!(output.status.code(), Some(if advices > 0 { 1 } else { 2 }));
    }
}

/// Rows of every kind that are no profile.
const ROWS: [&str; 10] = [
    "1;Auetal;gemeinde;9.400;funding, efficiency;12,5;-;WAHR",
    "2;Auetal;dorf;9400;funding|efficency;12;dms;vielleicht",
    "3;\"Auetal;stadt;9400;funding;12;dms|eid;ja",
    "4;\"Auetal\" am See;stadt;9400;funding;12;dms|eid;ja",
    "5;Auetal;stadt;9400;funding;12;dms|eid;ja;5",
    "6;Auetal;stadt",
    "7;Auetal;stadt;12;funding|economy|efficiency|innovation;101;dms|dms;nein",
    "8;Auetal;stadt;viele;|;0.5%;-|dms;0",
    "9;Auetal;stadt;9400;;-1;dms;",
    "M\u{fffd}nster",
];

#[test]
fn faulty_rows_cost_no_other() {
    let header = "id;municipality.name;municipality.kind;municipality.population;goals;training.digital_share;components.in_use;ozg.considered";
    let sound =
        "S;\"Bad \"\"Dorf\"\"; Ortsteil\";stadt;9400; funding | efficiency ;12.5;dms|eid;Ja";
    let mut input = format!("\u{feff}{header}\r\n");
    ROWS.iter().for_each(|row| input.push_str(&format!("{sound}\r\n{row}\r\n")));
    input.push_str(&format!(";;;;;;;\r\n\r\n{sound}"));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (path, rejects) = (folder.path().join("t.csv"), folder.path().join("rejects.csv"));
    let bytes = input.replace("M\u{fffd}nster", "M\u{1}nster").into_bytes();
    let bytes: Vec<u8> =
        bytes.into_iter().map(|byte| if byte == 1 { 0xfc } else { byte }).collect();
    fs::write(&path, &bytes).expect("the file can be written");
    for language in ["de", "en"] {
        let output = dteam()
            .arg(&path)
            .args(["--date", DATE, "--lang", language, "--width", "110", "--rejects"])
            .arg(&rejects)
            .output()
            .expect("it runs");
        assert_eq!(output.status.code(), Some(1));
        insta::assert_snapshot!(format!("rows-{language}"), said(&output, folder.path()));
        let (marks, advices) = read(&String::from_utf8(output.stdout).expect("output is text"));
        assert_eq!(marks, vec![serde_json::json!({"id": "S"}); ROWS.len() + 1]);
        assert!(
            advices.iter().all(|advice| advice["municipality"]["name"] == "Bad \"Dorf\"; Ortsteil")
        );
    }
    // As they were, so that they can be fixed and read again.
    let written = fs::read(&rejects).expect("the rejects are written");
    let written = String::from_utf8_lossy(&written);
    let expected: Vec<&str> = std::iter::once(header).chain(ROWS).collect();
    assert_eq!(written.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn a_header_with_unknown_columns_is_refused() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("t.csv");
    fs::write(
        &path,
        "id,goal,municipality.kind,data.inventory,data.inventory\n1,funding,stadt,1,1\n",
    )
    .expect("it can be written");
    let output =
        dteam().arg(&path).args(["--lang", "en", "--width", "110"]).output().expect("it runs");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    insta::assert_snapshot!("header", said(&output, folder.path()));
}

#[test]
fn the_first_faulty_record_stops_a_strict_run() {
    let profiles = invented(90);
    let mut all: Vec<String> = profiles.iter().map(Json::to_string).collect();
    all[70] = "{\"goals\": 1}".to_owned();
    all[72] = "{\"goals\": 2}".to_owned();
    let output = dteam()
        .args(["-", "--strict", "--date", DATE])
        .write_stdin(all.join("\n"))
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&output.stderr).matches("[D").count(), 1);
    let (_, advices) = read(&String::from_utf8(output.stdout).expect("output is text"));
    assert_eq!(advices, advised(&profiles[..70], DE));
}

#[test]
fn of_many_problems_the_first_are_shown_and_the_rest_counted() {
    let mut input = "{\"goals\": 1}\n".repeat(200);
    input.push_str(&lines(&invented(1)));
    let output = dteam()
        .args(["-", "--lang", "en", "--format", "csv"])
        .write_stdin(input)
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(said.matches("error[").count(), 24);
    assert!(
        said.contains("176 more faulty records are not shown.")
            && said.contains("200 faulty records passed over")
    );
}

#[test]
fn nothing_but_faulty_records_is_no_result() {
    let output = dteam().arg("-").write_stdin("{\"goals\": 1}\n").output().expect("it runs");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
}

#[test]
fn an_empty_input_is_no_result_and_costs_none() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let output = folder.path().join("out");
    fs::create_dir(folder.path().join("folder")).expect("the folder can be made");
    for (name, text, code) in [
        ("a.ndjson", "", "D823"),
        ("b.ndjson", " \n\n\t\r\n", "D823"),
        ("c.json", "[]", "D823"),
        ("d.json", " [ \n ]\n", "D823"),
        ("e.csv", "id,data.inventory\n", "D823"),
        ("f.csv", "id;data.inventory\r\n;\r\n\r\n", "D823"),
        ("g.csv", "", "D801"),
        ("h.csv", "\n \n", "D801"),
        ("i.ndjson", "\u{feff}", "D823"),
        ("folder", "", "D801"),
    ] {
        let path = folder.path().join(name);
        if !path.is_dir() {
            fs::write(&path, text).expect("the file can be written");
        }
        for arguments in [&["--format", "csv"][..], &["--summary"], &["--reports", "REPORTS"]] {
            fs::write(&output, "of yesterday").expect("the file can be written");
            let reports = folder.path().join("reports");
            let arguments: Vec<&str> = arguments
                .iter()
                .map(|it| if *it == "REPORTS" { reports.to_str().expect("text") } else { it })
                .collect();
            let to_file = if arguments.contains(&"--reports") {
                Vec::new()
            } else {
                vec!["-o".as_ref(), output.as_os_str()]
            };
            let run = dteam().arg(&path).args(&to_file).args(&arguments).output().expect("it runs");
            let said = said(&run, folder.path());
            assert_eq!(
                (run.status.code(), run.stdout.len()),
                (Some(2), 0),
                "{name} {arguments:?}: {said}"
            );
            assert!(said.contains(code), "{name} {arguments:?}: {said}");
            assert_eq!(fs::read_to_string(&output).expect("it is there"), "of yesterday", "{name}");
            assert!(!reports.exists(), "{name}");
        }
        let piped = dteam().arg("-").write_stdin(text).output().expect("it runs");
        assert_eq!((piped.status.code(), piped.stdout.len()), (Some(2), 0), "{name}");
        assert!(said(&piped, folder.path()).contains("D823"), "{name}");
    }
    // Beside an input with records, one without is no mistake.
    stdout(dteam().arg(folder.path().join("a.ndjson")).arg("profiles/auetal.yaml"));
}

#[test]
fn files_of_a_folder_that_cannot_be_read_cost_no_other() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = |name: &str| folder.path().join(name);
    fs::copy("profiles/auetal.yaml", path("a.yaml")).expect("the file can be copied");
    fs::write(path("b.yaml"), [0x64, 0x3a, 0x20, 0xff]).expect("the file can be written");
    fs::write(path("c.json"), "{\"goals\": [").expect("the file can be written");
    fs::write(path("d.yml"), "# nothing\n").expect("the file can be written");
    fs::copy("profiles/erlenstedt.yaml", path("e.yaml")).expect("the file can be copied");
    fs::write(path("f.txt"), "no profile").expect("the file can be written");
    let rejects = tempfile::NamedTempFile::new().expect("a temporary file");
    let output = dteam()
        .arg(folder.path())
        .args(["--lang", "en", "--rejects"])
        .arg(rejects.path())
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(output.stdout.iter().filter(|byte| **byte == b'\n').count(), 2);
    let named = fs::read_to_string(rejects.path()).expect("the rejects are written");
    let expected: String =
        ["b.yaml", "c.json", "d.yml"].map(|name| format!("{}\n", path(name).display())).concat();
    assert_eq!(named, expected);
}

#[test]
fn wrong_usage_is_refused_before_anything_is_written() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let name = |name: &str| folder.path().join(name).display().to_string();
    let (input, other, empty) = (name("in.ndjson"), name("in.csv"), name("empty"));
    fs::write(&input, lines(&invented(1))).expect("the file can be written");
    fs::write(&other, table(&invented(1), false)).expect("the file can be written");
    fs::create_dir(&empty).expect("the folder can be made");
    let list = name("list.json");
    fs::write(&list, "[]").expect("the file can be written");
    let out = name("out");
    for (arguments, code) in [
        (vec![], "D816"),
        (vec!["--summary", &input], "--summary"),
        (vec!["--summary"], "D816"),
        (vec![&input, "--summary", &list], "D007"),
        (vec![&empty], "D801"),
        (vec!["no-such-file.ndjson"], "D001"),
        (vec![&input, "-o", &input], "D006"),
        (vec![&list, "--summary", &list], "D006"),
        (vec![&input, "--rejects", &input], "D006"),
        (vec![&input, "-o", &out, "--rejects", &out], "D818"),
        (vec![&input, &other, "--rejects", &out], "D815"),
        (vec![&input, "--resume"], "--output"),
        (vec![&input, "--reports", &out, "-o", &out], "--reports"),
        (vec![&input, "--jobs", "0"], "--jobs"),
    ] {
        let output = dteam().args(&arguments).args(["--lang", "en"]).output().expect("it runs");
        let said = said(&output, folder.path());
        assert_eq!(
            (output.status.code(), said.contains(code)),
            (Some(2), true),
            "{arguments:?}: {said}"
        );
        assert!(output.stdout.is_empty() && !std::path::Path::new(&out).exists(), "{arguments:?}");
    }
    assert_eq!(fs::read_to_string(&input).expect("it is there"), lines(&invented(1)));
}
