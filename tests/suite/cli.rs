//! The program as people run it.

use std::fs;
use std::path::Path;

use assert_cmd::Command;

fn dteam() -> Command {
    let mut command = Command::cargo_bin("dteam").expect("the binary is built");
    command.env_remove("SOURCE_DATE_EPOCH").env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
    command
}

fn stdout(command: &mut Command) -> String {
    let output = command.output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("output is text")
}

#[test]
fn advises_from_a_file_and_from_standard_input_alike() {
    let from_file =
        stdout(dteam().args(["advise", "profiles/auetal.yaml", "--date", "2026-11-22"]));
    let profile =
        fs::read_to_string("profiles/auetal.yaml").expect("the profile is in the repository");
    let from_stdin =
        stdout(dteam().args(["advise", "-", "--date", "2026-11-22"]).write_stdin(profile));
    assert_eq!(from_file, from_stdin);
    assert!(
        from_file.starts_with("Digitale Kommune: Beratung für Auetal\nGemeinde · 9.400 Einwohner")
    );
}

#[test]
fn german_is_the_default_and_english_on_request() {
    let german = stdout(dteam().args(["advise", "profiles/auetal.yaml", "--date", "2026-11-22"]));
    let english = stdout(dteam().args([
        "advise",
        "profiles/auetal.yaml",
        "--date",
        "2026-11-22",
        "--lang",
        "en",
    ]));
    assert!(german.contains("Beratung vom 22.11.2026") && german.contains("In Kürze"));
    assert!(
        english.contains("Advice of 22 November 2026") && english.contains("9,400 inhabitants")
    );
}

#[test]
fn no_colour_where_nobody_sees_it() {
    let plain = stdout(dteam().args(["advise", "profiles/auetal.yaml"]));
    assert!(!plain.contains('\u{1b}'));
    let forced = stdout(dteam().args(["advise", "profiles/auetal.yaml", "--color", "always"]));
    assert!(forced.contains('\u{1b}'));
}

#[test]
fn top_limits_the_steps() {
    let json =
        stdout(dteam().args(["advise", "profiles/auetal.yaml", "--format", "json", "--top", "3"]));
    let advice: serde_json::Value = serde_json::from_str(&json).expect("the advice is JSON");
    assert_eq!(advice["steps"].as_array().map(Vec::len), Some(3));
    let text = stdout(dteam().args(["advise", "profiles/auetal.yaml", "--top", "2"]));
    assert_eq!(text.matches("     Warum ").count(), 2);
    assert!(text.contains("Weitere Schritte"));
}

#[test]
fn the_date_can_come_from_the_environment() {
    let dated = stdout(
        dteam().args(["advise", "profiles/auetal.yaml"]).env("SOURCE_DATE_EPOCH", "1700000000"),
    );
    assert!(dated.contains("Beratung vom 14.11.2023"));
    let wrong = dteam()
        .args(["advise", "profiles/auetal.yaml"])
        .env("SOURCE_DATE_EPOCH", "soon")
        .output()
        .expect("it runs");
    assert_eq!(wrong.status.code(), Some(2));
}

#[test]
fn rules_hold_only_within_their_dates() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pack = folder.path().join("data");
    fs::create_dir(&pack).expect("the folder can be made");
    let text = fs::read_to_string("rules/data/pack.yaml").expect("the pack is in the repository");
    let dated = text.replacen(
        "    when:",
        "    valid: {from: 2030-01-01, until: 2030-12-31}\n    when:",
        1,
    );
    fs::write(pack.join("pack.yaml"), dated).expect("the file can be written");
    let rules = pack.to_string_lossy().into_owned();
    let fires = |date: &str| {
        let json = stdout(dteam().args([
            "advise",
            "profiles/auetal.yaml",
            "--format",
            "json",
            "--date",
            date,
            "--rules",
            &rules,
        ]));
        json.contains("\"rule\": \"data/inventory\"")
    };
    assert!(
        !fires("2029-12-31") && fires("2030-01-01") && fires("2030-12-31") && !fires("2031-01-01")
    );
}

#[test]
fn writes_to_a_file_and_leaves_nothing_else() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("advice.md");
    let said = stdout(
        dteam().args(["advise", "profiles/auetal.yaml", "--format", "markdown", "-o"]).arg(&path),
    );
    assert!(said.is_empty());
    assert!(fs::read_to_string(&path).expect("it was written").starts_with("# Digitale Kommune"));
    assert_eq!(fs::read_dir(folder.path()).expect("the folder is there").count(), 1);
}

#[test]
fn never_writes_over_its_input() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("profile.yaml");
    fs::copy("profiles/auetal.yaml", &path).expect("the file can be copied");
    let output = dteam().arg("advise").arg(&path).arg("-o").arg(&path).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        fs::read(&path).expect("it is there"),
        fs::read("profiles/auetal.yaml").expect("it is there")
    );
}

#[test]
fn an_output_that_cannot_be_written_is_an_error() {
    let output = dteam()
        .args(["advise", "profiles/auetal.yaml", "-o", "/no/such/folder/advice.txt"])
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("/no/such/folder/advice.txt"));
}

#[test]
fn files_that_cannot_be_read_are_named() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let binary = folder.path().join("binary.yaml");
    fs::write(&binary, [0x64, 0x3a, 0x20, 0xff, 0xfe]).expect("the file can be written");
    let large = folder.path().join("large.yaml");
    fs::write(&large, vec![b' '; 5 * 1024 * 1024]).expect("the file can be written");
    let folder_path = folder.path().to_owned();
    for (path, name) in [
        (&binary, "binary"),
        (&large, "large"),
        (&folder_path, "folder"),
        (&folder.path().join("none.yaml"), "missing"),
    ] {
        let output = dteam().arg("advise").arg(path).output().expect("it runs");
        assert_eq!(output.status.code(), Some(2), "{name}");
        let said = String::from_utf8_lossy(&output.stderr)
            .replace(&folder_path.display().to_string(), "FOLDER");
        insta::assert_snapshot!(format!("unreadable-{name}"), said);
    }
}

#[test]
fn windows_files_are_read_like_any_other() {
    let profile =
        fs::read_to_string("profiles/auetal.yaml").expect("the profile is in the repository");
    let windows = format!("\u{feff}{}", profile.replace('\n', "\r\n"));
    let advice = |text: String| {
        stdout(
            dteam()
                .args(["advise", "-", "--format", "json", "--date", "2026-11-22"])
                .write_stdin(text),
        )
    };
    assert_eq!(advice(windows), advice(profile));
}

#[test]
fn names_cannot_reach_the_terminal_or_the_page() {
    let profile = "municipality: {name: \"A\\e[31m\\u202e <b>*x*</b> | \\n# y\", kind: stadt}\n";
    for format in ["text", "markdown"] {
        let report = stdout(
            dteam()
                .args(["advise", "-", "--format", format, "--date", "2026-11-22"])
                .write_stdin(profile),
        );
        assert!(!report.contains('\u{1b}') && !report.contains('\u{202e}'), "{format}");
        assert!(format == "text" || !report.replace("\\<", "").contains('<'), "{format}");
    }
}

#[test]
fn the_template_is_a_profile_that_answers_nothing() {
    for language in ["de", "en"] {
        let template = stdout(dteam().args(["new", "profile", "--lang", language]));
        if language == "de" {
            insta::assert_snapshot!("template-de", template);
        }
        let json = stdout(dteam().args(["advise", "-", "--format", "json"]).write_stdin(template));
        let advice: serde_json::Value = serde_json::from_str(&json).expect("the advice is JSON");
        assert_eq!(advice["answered"]["answers"], 0);
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("profile.yaml");
    assert!(
        dteam()
            .args(["new", "profile", "-o"])
            .arg(&path)
            .output()
            .expect("it runs")
            .status
            .success()
    );
    let again = dteam().args(["new", "profile", "-o"]).arg(&path).output().expect("it runs");
    assert_eq!(again.status.code(), Some(2), "a half-filled profile is not replaced");
}

/// A small pack of one's own in a temporary folder, its one rule with this effect on the links of
/// the strategy.
fn schools(effect: &str) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pack = folder.path().join("schools");
    fs::create_dir(&pack).expect("the folder can be made");
    let text = SCHOOLS.replace("EFFECT", effect);
    fs::write(pack.join("pack.yaml"), text).expect("the file can be written");
    (folder, pack)
}

const SCHOOLS: &str = r#"format: 1
id: schools
version: 0.1.0
title: {de: Schulen, en: Schools}
about: {de: Schulen., en: Schools.}
rules:
  - id: plan
    title: {de: Medienplan schreiben, en: Write a media plan}
    when: '"school_media_concept" !in strategy.links'
    impact: 5
    effort: 1
    why: {de: Es gibt keinen Medienplan., en: There is no media plan.}
    actions: {de: [Schulen fragen, Plan schreiben], en: [Ask the schools, Write the plan]}
    effect: {strategy.links: EFFECT}
    source: {section: "4.2", table: 5}
"#;

#[test]
fn a_pack_of_ones_own_adds_to_the_built_in_ones() {
    let (folder, pack) = schools("+school_media_concept");
    fs::write(pack.join("cases.yaml"), "cases:\n  - {name: none, profile: {strategy: {links: []}}, fires: [plan]}\n  - {name: wrong, profile: {}, silent: [plan]}\n").expect("the file can be written");
    let json = stdout(
        dteam()
            .args(["advise", "profiles/auetal.yaml", "--format", "json", "--rules"])
            .arg(folder.path()),
    );
    assert!(json.contains("schools/plan") && json.contains("data/inventory"));
    let test = dteam().arg("test").arg(&pack).output().expect("it runs");
    assert_eq!(test.status.code(), Some(1));
    let said = String::from_utf8_lossy(&test.stdout)
        .replace(&folder.path().display().to_string(), "FOLDER");
    insta::assert_snapshot!("failing-case", said);
}

#[test]
fn the_shipped_packs_pass_their_cases() {
    assert!(stdout(dteam().args(["test", "rules", "--lang", "en"])).ends_with(" 0 failed\n"));
}

#[test]
fn an_unknown_rule_names_a_similar_one() {
    let output = dteam()
        .args(["explain", "profiles/auetal.yaml", "inventory", "--lang", "en"])
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("did you mean `data/inventory`?"));
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin("dteam"))
        .args(["advise", "profiles/auetal.yaml", "--format", "json"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("it runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn dates_are_written_in_one_way_only() {
    for wrong in [
        "20240229",
        "2024-02-29T00:00",
        "2024-02-30",
        "-000001-01-01",
        "0000-01-01",
        "24.12.2026",
        "",
    ] {
        let date = format!("--date={wrong}");
        let output =
            dteam().args(["advise", "profiles/auetal.yaml", &date]).output().expect("it runs");
        assert_eq!(output.status.code(), Some(2), "{wrong}");
    }
    assert!(
        stdout(dteam().args(["advise", "profiles/auetal.yaml", "--date", "2024-02-29"]))
            .contains("29.02.2024")
    );
}

#[test]
fn a_hyphen_is_standard_output_too() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let profile = std::path::absolute("profiles/auetal.yaml").expect("a path");
    let said =
        stdout(dteam().current_dir(folder.path()).arg("advise").arg(profile).args(["-o", "-"]));
    assert!(said.starts_with("Digitale Kommune: Beratung für Auetal\n"));
    assert_eq!(fs::read_dir(folder.path()).expect("the folder is there").count(), 0);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (target, link) = (folder.path().join("report.txt"), folder.path().join("link.txt"));
    fs::write(&target, "old").expect("the file can be written");
    std::os::unix::fs::symlink(&target, &link).expect("the link can be made");
    stdout(dteam().args(["advise", "profiles/auetal.yaml", "-o"]).arg(&link));
    assert!(fs::symlink_metadata(&link).expect("it is there").is_symlink());
    assert!(
        fs::read_to_string(&target)
            .expect("it is there")
            .starts_with("Digitale Kommune: Beratung für Auetal\n")
    );
}

#[test]
fn goals_that_are_none_are_no_type_to_differ_from() {
    let profile = "goals: []\nstrategy: {status: adopted, links: []}\ndata: {inventory: 3, uses: [automation, staff_planning]}\n\
                   components: {in_use: [chatbot, mobile_app, dms]}\ntraining: {offered: [specialist_applications, leadership]}\n";
    let json = stdout(dteam().args(["advise", "-", "--format", "json"]).write_stdin(profile));
    assert!(
        !json.contains("strategy/goals-work-drift"),
        "there are no goals that the work could differ from"
    );
}

#[test]
fn a_case_notices_an_effect_that_has_none() {
    let (_folder, pack) = schools("+it_strategy");
    fs::write(pack.join("cases.yaml"), "cases:\n  - {name: none, profile: {strategy: {links: []}}, fires: [plan]}\n  - {name: there, profile: {strategy: {links: [school_media_concept]}}, silent: [plan]}\n  - {name: open, profile: {}, undecided: [plan]}\n").expect("the file can be written");
    let test = dteam().arg("test").arg(&pack).args(["--lang", "en"]).output().expect("it runs");
    assert_eq!(test.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&test.stdout).contains("still fires once its step is done"));
}

#[cfg(unix)]
#[test]
fn a_pipe_gets_the_whole_report() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pipe = folder.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("it runs").success());
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || fs::read_to_string(pipe)
    });
    let output = dteam()
        .args(["advise", "profiles/auetal.yaml", "-o"])
        .arg(&pipe)
        .timeout(std::time::Duration::from_secs(30))
        .output()
        .expect("it runs");
    assert!(output.status.success());
    let read = reader.join().expect("no thread panics").expect("the pipe can be read");
    assert!(read.starts_with("Digitale Kommune: Beratung für Auetal\n"), "{read:?}");
}

#[test]
fn never_writes_over_a_pack_that_is_read() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pack = folder.path().join("data");
    fs::create_dir(&pack).expect("the folder can be made");
    for name in ["pack.yaml", "cases.yaml"] {
        fs::copy(Path::new("rules/data").join(name), pack.join(name))
            .expect("the file can be copied");
    }
    let (pack, profile) = (pack.to_string_lossy().into_owned(), "profiles/auetal.yaml");
    let profile = fs::canonicalize(profile)
        .expect("the profile is in the repository")
        .to_string_lossy()
        .into_owned();
    let commands: [&[&str]; 8] = [
        &["check", &pack],
        &["check", "--rules", &pack],
        &["test", &pack],
        &["doc", &pack],
        &["rules", "--rules", &pack],
        &["schema", "pack", "--rules", &pack],
        &["advise", &profile, "--rules", &pack],
        &["explain", &profile, "data/inventory", "--rules", &pack],
    ];
    for name in ["pack.yaml", "cases.yaml"] {
        let file = Path::new(&pack).join(name);
        let before = fs::read(&file).expect("the file is there");
        for command in commands {
            let output = dteam().args(command).arg("-o").arg(&file).output().expect("it runs");
            assert_eq!(output.status.code(), Some(2), "{command:?}");
            assert!(String::from_utf8_lossy(&output.stderr).contains("D006"), "{command:?}");
            assert_eq!(fs::read(&file).expect("the file is there"), before, "{command:?}");
        }
    }
    // A new file beside them is nobody's source.
    let report = Path::new(&pack).join("report.txt");
    assert!(
        dteam()
            .args(["check", &pack, "-o"])
            .arg(&report)
            .output()
            .expect("it runs")
            .status
            .success()
    );
}
