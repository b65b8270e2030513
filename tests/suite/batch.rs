//! Any number of profiles: every form of input and output, faulty records among sound ones, runs
//! that are interrupted.

use crate::folded::folded;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use dteam::{Language, Options};
use serde_json::{Map, Value as Json};

use crate::DE;
use crate::survey::catalog;

mod faulty;
pub mod interrupted;
mod journal;
#[path = "../../examples/generate/profiles.rs"]
mod profiles;
mod records;
mod spreadsheets;
mod together;
#[cfg(feature = "workbooks")]
mod workbooks;
mod written;

pub const DATE: &str = "2026-11-22";

fn dteam() -> Command {
    let mut command = Command::cargo_bin("dteam").expect("the binary is built");
    command.env_remove("SOURCE_DATE_EPOCH").env_remove("NO_COLOR").arg("batch");
    command
}

/// What it writes, with nothing said on standard error but the account.
fn stdout(command: &mut Command) -> String {
    let output = command.output().expect("it runs");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("output is text")
}

/// Numbers that look random and are always the same.
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % end.max(1)
    }
}

fn said(output: &Output, folder: &Path) -> String {
    String::from_utf8_lossy(&output.stderr).replace(&folder.display().to_string(), "FOLDER")
}

/// Invented profiles, the same in every run.
pub fn invented(count: u64) -> Vec<Json> {
    let survey = profiles::Survey::of(catalog());
    (0..count).map(|number| survey.profile(catalog(), 7, number)).collect()
}

pub fn lines(profiles: &[Json]) -> String {
    profiles.iter().map(|profile| format!("{profile}\n")).collect()
}

/// The answers by path.
fn flat(profile: &Json) -> Map<String, Json> {
    let mut answers = Map::new();
    for (key, value) in profile.as_object().expect("profiles are maps") {
        match value.as_object() {
            None => drop(answers.insert(key.clone(), value.clone())),
            Some(group) => {
                answers.extend(
                    group.iter().map(|(name, value)| (format!("{key}.{name}"), value.clone())),
                );
            }
        }
    }
    answers
}

/// The profiles as a table, with the columns of the template.
pub fn table(profiles: &[Json], excel: bool) -> String {
    let template = dteam::batch::template(catalog(), excel);
    let separator = if excel { ";" } else { "," };
    let columns: Vec<&str> =
        template.trim_start_matches('\u{feff}').trim_end().split(separator).collect();
    let cell = |value: Option<&Json>| match value {
        None => String::new(),
        Some(Json::Array(options)) if options.is_empty() => "-".to_owned(),
        Some(Json::Array(options)) => {
            options.iter().filter_map(Json::as_str).collect::<Vec<_>>().join("|")
        }
        Some(Json::Bool(flag)) if excel => if *flag { "WAHR" } else { "FALSCH" }.to_owned(),
        Some(Json::String(text)) => format!("\"{}\"", text.replace('"', "\"\"")),
        Some(value) => value.to_string(),
    };
    let mut table = template.clone();
    for profile in profiles {
        let answers = flat(profile);
        let cells: Vec<String> = columns.iter().map(|column| cell(answers.get(*column))).collect();
        table.push_str(&cells.join(separator));
        table.push_str(if excel { "\r\n" } else { "\n" });
    }
    table
}

/// What the library advises, one line for each profile.
fn advised(profiles: &[Json], language: Language) -> Vec<Json> {
    let date = dteam::language::date(DATE);
    let advice = |profile: &Json| {
        let mut profile = profile.clone();
        profile.as_object_mut().expect("profiles are maps").remove("id");
        let profile = catalog()
            .profile_from_str("p.json", &profile.to_string())
            .expect("the profile is sound");
        let options = Options::default().language(language).date(date);
        serde_json::to_value(catalog().advise(&profile, &options).expect("no script fails"))
            .expect("plain data")
    };
    profiles.iter().map(advice).collect()
}

/// The advices in the output, and the marks of their records.
fn read(output: &str) -> (Vec<Json>, Vec<Json>) {
    let line = |line: &str| {
        let mut advice: Json = serde_json::from_str(line).expect("each line is JSON");
        let mark = advice
            .as_object_mut()
            .expect("an advice")
            .remove("record")
            .expect("each record is named");
        (mark, advice)
    };
    output.lines().map(line).unzip()
}

#[test]
fn every_form_of_input_gives_the_same_advices() {
    let profiles = invented(70);
    let expected = advised(&profiles, DE);
    let marks: Vec<Json> =
        profiles.iter().map(|profile| serde_json::json!({"id": profile["id"]})).collect();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pretty = serde_json::to_string_pretty(&profiles).expect("plain data");
    let windows = format!("\u{feff}{}\n\n", lines(&profiles)).replace('\n', "\r\n");
    for (name, text) in [
        ("lines.ndjson", lines(&profiles)),
        ("windows.jsonl", windows),
        ("list.json", pretty),
        ("compact.json", Json::from(profiles.clone()).to_string()),
        ("table.csv", table(&profiles, false)),
        ("excel.csv", table(&profiles, true)),
        ("told.txt", format!("sep=;\r\n{}", table(&profiles, true).trim_start_matches('\u{feff}'))),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, &text).expect("the file can be written");
        let output = stdout(dteam().arg(&path).args(["--date", DATE]));
        assert_eq!(read(&output), (marks.clone(), expected.clone()), "{name}");
        let piped = stdout(dteam().args(["-", "--date", DATE]).write_stdin(text));
        assert_eq!(piped, output, "{name} by standard input");
    }
}

#[test]
fn a_folder_is_advised_file_by_file() {
    let output = stdout(dteam().args(["profiles", "--likely", "--date", DATE, "--lang", "en"]));
    let (marks, advices) = read(&output);
    let mut files: Vec<_> = fs::read_dir("profiles")
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    assert_eq!(
        marks,
        files.iter().map(|file| serde_json::json!({"file": file})).collect::<Vec<_>>()
    );
    for (file, advice) in files.iter().zip(advices) {
        let alone = Command::cargo_bin("dteam")
            .expect("the binary is built")
            .args(["advise", "--format", "json", "--lang", "en", "--date", DATE])
            .arg(file)
            .output()
            .expect("it runs");
        let alone: Json = serde_json::from_slice(&alone.stdout).expect("the advice is JSON");
        assert_eq!(advice, alone, "{}", file.display());
    }
    let by_name = stdout(dteam().args(&files).args(["--likely", "--date", DATE, "--lang", "en"]));
    assert_eq!(by_name, output);
}

#[test]
fn records_without_an_id_are_named_by_their_line() {
    let profile = "{\"data\": {\"inventory\": 1}}\n\n{\"id\": 17, \"data\": {\"inventory\": 1}}\n{\"data\": {\"inventory\": 1}, \"id\": null}\n";
    let (marks, _) = read(&stdout(dteam().arg("-").write_stdin(profile)));
    assert_eq!(Json::from(marks).to_string(), r#"[{"line":1},{"id":17},{"line":4}]"#);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("p.ndjson");
    fs::write(&path, profile).expect("the file can be written");
    let (marks, _) = read(&stdout(dteam().arg(&path)));
    assert_eq!(marks[2], serde_json::json!({"file": path, "line": 4}));
}

#[test]
fn the_number_of_jobs_does_not_show() {
    let profiles = lines(&invented(150));
    let bad = profiles.replacen("\"goals\":[", "\"goals\":[17,", 3);
    for form in [
        &["--format", "ndjson"][..],
        &["--format", "csv"],
        &["--format", "csv", "--rows", "municipalities", "--excel"],
        &["--summary", "--summary-format", "json"],
    ] {
        let run = |jobs: &str| {
            let output = dteam()
                .args(["-", "--date", DATE, "--jobs", jobs])
                .args(form)
                .write_stdin(bad.as_str())
                .output()
                .expect("it runs");
            assert_eq!(output.status.code(), Some(1));
            (output.stdout, String::from_utf8(output.stderr).expect("messages are text"))
        };
        let alone = run("1");
        assert!(!alone.0.is_empty());
        assert_eq!(run("2"), alone, "{form:?}");
        assert_eq!(run("5"), alone, "{form:?}");
    }
}

#[test]
fn the_summary_counts_what_the_advices_say() {
    let profiles = invented(90);
    let text = stdout(
        dteam().args(["-", "--summary", "--summary-format", "json"]).write_stdin(lines(&profiles)),
    );
    let summary: Json = serde_json::from_str(&text).expect("the summary is JSON");
    let advices = advised(&profiles, DE);
    assert_eq!(summary["municipalities"], advices.len());
    let count = |fits: &dyn Fn(&Json) -> bool| advices.iter().filter(|advice| fits(advice)).count();
    for (kind, share) in summary["types"]["types"].as_object().expect("types") {
        assert_eq!(
            share["municipalities"],
            count(&|advice| advice["classification"]["type"] == **kind),
            "{kind}"
        );
    }
    let steps = summary["steps"].as_array().expect("steps");
    assert!(steps.len() > 50);
    for step in steps {
        let of = |advice: &Json| {
            let steps = advice["steps"].as_array().expect("steps").iter();
            steps.clone().position(|other| other["rule"] == step["rule"])
        };
        // Parts of other steps, and what another administration is to do, count as well.
        let fires = |advice: &Json| {
            let parts = advice["steps"].as_array().expect("steps").iter();
            let parts = parts.flat_map(|step| step["covers"].as_array().expect("parts"));
            let delegated = advice["delegated"]["steps"].as_array().into_iter().flatten();
            parts.chain(delegated).any(|other| other["rule"] == step["rule"])
        };
        assert_eq!(
            step["municipalities"],
            count(&|advice| of(advice).is_some() || fires(advice)),
            "{step}"
        );
        assert_eq!(
            step["first_five"],
            count(&|advice| of(advice).is_some_and(|rank| rank < 5)),
            "{step}"
        );
        let undecided = |advice: &Json| {
            let mut rules = advice["undecided"].as_array().expect("a list").iter();
            rules.any(|undecided| undecided["rule"] == step["rule"])
        };
        assert_eq!(step["undecided"], count(&undecided), "{step}");
    }
    let in_class = |kind: &str| count(&|advice| advice["municipality"]["kind"] == kind);
    for class in summary["groups"][0]["classes"].as_array().expect("classes") {
        if let Some(option) = class["option"].as_str() {
            assert_eq!(class["municipalities"], in_class(option));
        }
    }
    let inventory: Vec<f64> =
        profiles.iter().filter_map(|profile| profile["data"]["inventory"].as_f64()).collect();
    let mean = (inventory.iter().sum::<f64>() / inventory.len() as f64 * 100.0).round() / 100.0;
    let compared = summary["comparison"].as_array().expect("a list").iter();
    let compared: Vec<&Json> =
        compared.filter(|compared| compared["question"] == "data.inventory").collect();
    assert_eq!(
        (compared[0]["municipalities"].as_u64(), compared[0]["value"].as_f64()),
        (Some(inventory.len() as u64), Some(mean))
    );
}

/// Of each list the first item of each kind, and how many more there are.
fn one_of_each_kind(value: Json) -> Json {
    match value {
        Json::Object(entries) => {
            entries.into_iter().map(|(key, value)| (key, one_of_each_kind(value))).collect()
        }
        Json::Array(items) => {
            let (count, mut kinds) = (items.len(), BTreeSet::new());
            let firsts = items.into_iter().filter(|item| kinds.insert(kind(item)));
            let mut kept: Vec<Json> = firsts.map(one_of_each_kind).collect();
            if kept.len() < count {
                kept.push(Json::from(format!("and {} more", count - kept.len())));
            }
            Json::Array(kept)
        }
        value => value,
    }
}

/// The keys of a value and of all within it, and what is measured.
fn kind(value: &Json) -> String {
    match value {
        Json::Object(entries) => {
            let part = |(key, value): (&String, &Json)| match key.as_str() {
                "measure" => format!("{value} "),
                _ => format!("{key}({}) ", kind(value)),
            };
            entries.iter().map(part).collect()
        }
        Json::Array(items) => format!("{:?}", items.iter().map(kind).collect::<BTreeSet<_>>()),
        _ => String::new(),
    }
}

#[test]
fn summaries_read_well() {
    for language in ["de", "en"] {
        let run = |format: &str| {
            let arguments = [
                "profiles",
                "--summary",
                "--summary-format",
                format,
                "--date",
                DATE,
                "--lang",
                language,
            ];
            stdout(dteam().args(arguments))
        };
        insta::assert_snapshot!(format!("summary-{language}"), run("markdown"));
        let json = serde_json::from_str(&run("json")).expect("the summary is JSON");
        let json = serde_json::to_string_pretty(&one_of_each_kind(json)).expect("plain data");
        if language == "de" {
            insta::assert_snapshot!("summary-json-de", folded(&json));
        }
        let output = dteam()
            .args(["profiles", "--lang", language, "--date", DATE])
            .output()
            .expect("it runs");
        insta::assert_snapshot!(
            format!("account-{language}"),
            String::from_utf8_lossy(&output.stderr)
        );
    }
    let one = "{\"goals\": [\"efficiency\"]}";
    insta::assert_snapshot!(
        "summary-of-one",
        stdout(dteam().args(["-", "--summary", "--date", DATE]).write_stdin(one))
    );
    let faulty = "{\"goals\": 1}";
    let none = dteam()
        .args(["-", "--summary", "--date", DATE])
        .write_stdin(faulty)
        .output()
        .expect("it runs");
    insta::assert_snapshot!("summary-of-none", String::from_utf8_lossy(&none.stdout));
}

#[test]
fn size_classes_are_a_choice() {
    let text = stdout(dteam().args([
        "profiles",
        "--sizes",
        "10000",
        "--summary",
        "-",
        "--summary-format",
        "json",
    ]));
    let summary: Json = serde_json::from_str(&text).expect("the summary is JSON");
    let labels: Vec<&str> = summary["groups"][1]["classes"]
        .as_array()
        .expect("classes")
        .iter()
        .filter_map(|class| class["label"].as_str())
        .collect();
    assert_eq!(labels, ["unter 10.000", "ab 10.000", "ohne Angabe"]);
    for wrong in ["20000,5000", "1,1", "", "many", "-5"] {
        let output =
            dteam().args(["profiles", &format!("--sizes={wrong}")]).output().expect("it runs");
        assert_eq!(output.status.code(), Some(2), "{wrong}");
    }
}

#[test]
fn groups_of_the_typology_are_checked() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let text =
        fs::read_to_string("rules/typology.yaml").expect("the typology is in the repository");
    for (from, to, code) in [
        ("bounds: [5000, 20000, 100000]", "bounds: [5000, 100000, 20000]", "D817"),
        (", bounds: [5000, 20000, 100000]", "", "D405"),
        ("{question: municipality.kind}", "{question: municipality.kind, bounds: [1]}", "D405"),
        ("{question: municipality.kind}", "{question: municipality.size}", "D201"),
    ] {
        assert!(text.contains(from), "{from}");
        fs::write(folder.path().join("typology.yaml"), text.replace(from, to))
            .expect("the file can be written");
        let output =
            dteam().args(["profiles", "--rules"]).arg(folder.path()).output().expect("it runs");
        assert_eq!(output.status.code(), Some(2));
        assert!(
            said(&output, folder.path()).contains(code),
            "{to}: {}",
            said(&output, folder.path())
        );
    }
}
