//! Tables and reports.

use std::fs;

use serde_json::json;

use super::{DATE, advised, dteam, invented, lines, stdout};
use crate::DE;

#[test]
fn tables_say_what_the_advices_say() {
    let profiles = invented(70);
    let input = lines(&profiles);
    let advices = advised(&profiles, DE);
    let csv =
        stdout(dteam().args(["-", "--date", DATE, "--format", "csv"]).write_stdin(input.as_str()));
    let mut rows = csv.lines();
    let header: Vec<&str> = rows.next().expect("a header").split(',').collect();
    let column = |name: &str| header.iter().position(|column| *column == name).expect("a column");
    for (profile, advice) in profiles.iter().zip(&advices) {
        for step in advice["steps"].as_array().expect("steps") {
            let cells: Vec<&str> = rows.next().expect("a row for each step").split(',').collect();
            let cell = |name: &str| cells[column(name)].to_owned();
            assert_eq!(cell("record"), profile["id"].as_str().expect("an id"));
            assert_eq!(cell("rule"), step["rule"].as_str().expect("a rule"));
            assert_eq!(cell("rank"), step["rank"].to_string());
            // A title may have commas of its own: count from the end.
            let from_end = |name: &str| cells[cells.len() - (header.len() - column(name))];
            assert_eq!(from_end("priority").parse::<f64>().ok(), step["priority"].as_f64());
            assert_eq!(json!(from_end("horizon")), step["horizon"]);
            assert_eq!(from_end("need").parse::<f64>().ok(), step["factors"]["need"].as_f64());
            assert_eq!(from_end("effort"), step["factors"]["effort"].to_string());
        }
    }
    assert_eq!(rows.next(), None);

    let arguments = ["-", "--date", DATE, "--format", "csv", "--rows", "municipalities"];
    let csv = stdout(dteam().args(arguments).write_stdin(input.as_str()));
    let mut rows = csv.lines();
    let header: Vec<&str> = rows.next().expect("a header").split(',').collect();
    let column = |name: &str| header.iter().position(|column| *column == name).expect("a column");
    for advice in &advices {
        let cells: Vec<&str> =
            rows.next().expect("a row for each municipality").split(',').collect();
        assert_eq!(
            cells[column("steps")],
            advice["steps"].as_array().expect("steps").len().to_string()
        );
        assert_eq!(
            cells[column("undecided")],
            advice["undecided"].as_array().expect("rules").len().to_string()
        );
        assert_eq!(cells[column("answered")], advice["answered"]["answers"].to_string());
        assert_eq!(
            cells[column("type")],
            advice["classification"]["type"].as_str().unwrap_or_default()
        );
        assert_eq!(
            cells[column("step_1")],
            advice["steps"][0]["rule"].as_str().unwrap_or_default()
        );
    }
    assert_eq!(rows.next(), None);
}

#[test]
fn tables_are_readable() {
    let arguments = ["profiles", "--date", DATE, "--format", "csv", "--top", "2"];
    insta::assert_snapshot!("table-steps", stdout(dteam().args(arguments)));
    let arguments = [
        "profiles",
        "--date",
        DATE,
        "--format",
        "csv",
        "--rows",
        "municipalities",
        "--excel",
        "--lang",
        "en",
    ];
    insta::assert_snapshot!("table-municipalities", stdout(dteam().args(arguments)));
    insta::assert_snapshot!("table-template", stdout(dteam().args(["--csv-template"])));
}

#[test]
fn what_others_wrote_is_no_formula() {
    let profile = json!({"id": "@id", "municipality": {"name": "=HYPERLINK(\"http://x\",\"y\")"}});
    let csv = stdout(
        dteam()
            .args(["-", "--format", "csv", "--rows", "municipalities"])
            .write_stdin(profile.to_string()),
    );
    assert!(
        csv.lines()
            .nth(1)
            .expect("a row")
            .starts_with("'@id,\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\","),
        "{csv}"
    );
}

#[test]
fn top_limits_the_steps_and_not_the_counting() {
    let input = lines(&invented(20));
    let all = stdout(dteam().args(["-", "--summary"]).write_stdin(input.as_str()));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (records, summary) = (folder.path().join("out.ndjson"), folder.path().join("summary.md"));
    let mut command = dteam();
    command.args(["-", "--top", "1", "-o"]).arg(&records).arg("--summary").arg(&summary);
    stdout(command.write_stdin(input));
    assert_eq!(fs::read_to_string(summary).expect("it is there"), all);
    for line in fs::read_to_string(records).expect("it is there").lines() {
        let advice: serde_json::Value = serde_json::from_str(line).expect("each line is JSON");
        assert!(advice["steps"].as_array().expect("steps").len() <= 1);
    }
}

#[test]
fn reports_have_safe_names_of_their_own() {
    let names = [
        "../../etc/passwd",
        "Bad Münster",
        "bad-muenster",
        "CON",
        "",
        "...",
        "a/b\\c",
        "Bad Münster",
    ];
    let profiles: Vec<_> =
        names.iter().map(|name| json!({"id": name, "goals": ["efficiency"]})).collect();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let reports = folder.path().join("new").join("reports");
    for (form, extension) in [("markdown", "md"), ("text", "txt"), ("json", "json")] {
        let mut command = dteam();
        command.args(["-", "--report-format", form, "--date", DATE, "--reports"]).arg(&reports);
        assert_eq!(stdout(command.write_stdin(lines(&profiles))), "");
        let mut found: Vec<String> = fs::read_dir(&reports)
            .expect("the folder is there")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .filter(|name| name.ends_with(extension))
            .collect();
        found.sort();
        let expected = [
            "a-b-c",
            "bad-muenster",
            "bad-muenster-2",
            "bad-muenster-3",
            "con-",
            "etc-passwd",
            "profile",
            "profile-2",
        ];
        let mut expected = expected.map(|name| format!("{name}.{extension}"));
        expected.sort();
        assert_eq!(found, expected);
    }
    assert_eq!(fs::read_dir(folder.path()).expect("the folder is there").count(), 1);
}

#[cfg(unix)]
#[test]
fn reports_never_leave_their_folder() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (reports, elsewhere) = (folder.path().join("reports"), folder.path().join("elsewhere.md"));
    let write = |goals: &str| {
        let record = format!("{{\"id\": \"a\", \"goals\": {goals}}}");
        stdout(dteam().args(["-", "--reports"]).arg(&reports).write_stdin(record));
        fs::read_to_string(reports.join("a.md")).expect("it is there")
    };
    let earlier = write("[]");
    // Somebody has put the report elsewhere since.
    fs::rename(reports.join("a.md"), &elsewhere).expect("the file can be moved");
    std::os::unix::fs::symlink(&elsewhere, reports.join("a.md")).expect("the link can be made");
    assert_ne!(write("[\"efficiency\"]"), earlier);
    assert_eq!(fs::read_to_string(&elsewhere).expect("it is there"), earlier);
}

#[test]
fn reports_are_those_of_single_profiles() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    stdout(
        dteam().args(["profiles", "--date", DATE, "--top", "2", "--reports"]).arg(folder.path()),
    );
    let alone = assert_cmd::Command::cargo_bin("dteam")
        .expect("the binary is built")
        .args([
            "advise",
            "profiles/auetal.yaml",
            "--format",
            "markdown",
            "--date",
            DATE,
            "--top",
            "2",
        ])
        .output()
        .expect("it runs");
    assert_eq!(fs::read(folder.path().join("auetal.md")).expect("it is there"), alone.stdout);
}
