//! `dteam diff`: what is different in the rules, and what changes for whom.

use std::fs;
use std::path::Path;
use std::process::Command as Process;

use assert_cmd::Command;
use dteam::Options;
use serde_json::Value as Json;

const PACK: &str = r#"format: 1
id: probe
version: 0.1.0
title: {de: Probe, en: Probe}
about: {de: Eine Probe., en: A probe.}
rules:
  - id: overview
    title: {de: Daten überblicken, en: Survey the data}
    when: data.inventory <= 1
    impact: 3
    effort: 2
    why: {de: Es fehlt ein Überblick., en: An overview is missing.}
    actions: {de: [Anfangen, Fortsetzen], en: [Begin, Go on]}
    effect: {data.inventory: 2}
    source: {section: "5.3"}
  - id: use
    title: {de: Daten nutzen, en: Use the data}
    when: count(data.uses) == 0
    impact: 4
    effort: 2
    why: {de: Daten liegen brach., en: Data lie idle.}
    actions: {de: [Anfangen, Fortsetzen], en: [Begin, Go on]}
    effect: {data.uses: +automation}
    source: {section: "5.3"}
"#;

/// Another condition and another impact: `overview` fires for more, and comes first.
fn changed() -> String {
    PACK.replace("inventory <= 1", "inventory <= 2").replace("impact: 3", "impact: 5")
}

/// A folder `old` and a folder `new` with a version each.
fn versions(old: &str, new: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, pack) in [("old", old), ("new", new)] {
        let path = folder.path().join(name);
        fs::create_dir(&path).expect("the folder can be made");
        fs::write(path.join("pack.yaml"), pack).expect("it can be written");
    }
    folder
}

/// Exit code, standard output and standard error of `dteam diff`.
fn diff(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::cargo_bin("dteam").expect("the binary is built");
    let output = command
        .current_dir(folder)
        .args(["diff"])
        .args(arguments)
        .args(["--lang", "en", "--date", "2026-01-01"])
        .output()
        .expect("it runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("output is text");
    (output.status.code().expect("it ends by itself"), text(output.stdout), text(output.stderr))
}

fn json(folder: &Path, arguments: &[&str]) -> Json {
    let (_, said, complaint) = diff(folder, &[arguments, &["--format", "json"]].concat());
    serde_json::from_str(&said).unwrap_or_else(|_| panic!("no JSON: {said}{complaint}"))
}

#[test]
fn rules_and_steps_that_change_are_named() {
    let folder = versions(PACK, &changed());
    let profiles = r#"{"municipality":{"name":"Auetal"},"data":{"inventory":2,"uses":[]}}
{"municipality":{"name":"Bergen"},"data":{"inventory":1,"uses":[]}}
{"municipality":{"name":"Cella"},"data":{"inventory":3,"uses":[]}}
{"data":{"inventory":7}}
"#;
    fs::write(folder.path().join("profiles.ndjson"), profiles).expect("it can be written");
    let with = ["old", "new", "--profiles", "profiles.ndjson"];
    let (code, said, complaint) =
        diff(folder.path(), &[&with[..], &["--format", "markdown"]].concat());
    assert_eq!(code, 0);
    assert!(complaint.contains("profiles.ndjson:4"), "{complaint}");
    for part in [
        "Municipalities compared: 3. For 2 of them a step or the type changes.",
        "One profile cannot be read by either version.",
        "| Survey the data | 1 | 0 | 1 | 0 | Auetal (– → ",
        "### Survey the data (probe/overview)",
        "- **Condition:** Data inventory: at most “in part” → Data inventory: at most “mostly”",
        "- **Impact:** 3 → 5",
    ] {
        assert!(said.contains(part), "{part}\n{said}");
    }
    let (_, page, _) = diff(folder.path(), &[&with[..], &["--format", "html"]].concat());
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("probe/overview"), "{page}");
    let codes = ["steps", "types", "any"]
        .map(|on| diff(folder.path(), &[&with[..], &["--fail-on", on]].concat()).0);
    assert_eq!(codes, [1, 0, 1]);
    assert_eq!(diff(folder.path(), &["old", "old", "--fail-on", "any"]).0, 0);
}

/// As everywhere, a file of a pack stands for its folder; another file is no version.
#[test]
fn a_file_of_a_pack_is_its_version() {
    let folder = versions(PACK, &changed());
    let by_file = diff(folder.path(), &["old/pack.yaml", "new/pack.yaml"]);
    assert_eq!(by_file, diff(folder.path(), &["old", "new"]));
    fs::write(folder.path().join("notes.txt"), "?").expect("it can be written");
    let (code, said, complaint) = diff(folder.path(), &["old", "notes.txt"]);
    assert_eq!((code, said.as_str()), (2, ""));
    assert!(complaint.contains("D514") && complaint.contains("notes.txt"), "{complaint}");
}

/// The counts are those of advising everybody twice.
#[test]
fn counts_are_those_of_both_advices() {
    let folder = versions(PACK, &changed());
    let options = Options::default().date("2026-01-01".parse().ok());
    let rules = ["old", "new"].map(|version| {
        let pack = fs::read_to_string(folder.path().join(version).join("pack.yaml")).expect("read");
        let files = [("probe/pack.yaml", dteam::SourceFile::new("pack.yaml", pack))];
        dteam::builder().files(files).build().expect("the pack is sound")
    });
    let mut records = String::new();
    let (mut gain, mut lose, mut types) = (0, 0, 0);
    for number in 0..300 {
        let (inventory, uses) =
            (number % 4, if number % 3 == 0 { "[]" } else { r#"["automation"]"# });
        let goals = ["efficiency", "funding", "economy"][number % 3];
        let record =
            format!(r#"{{"goals":["{goals}"],"data":{{"inventory":{inventory},"uses":{uses}}}}}"#);
        let [old, new] = rules.each_ref().map(|catalog| {
            let profile = catalog.profile_from_str("record", &record).expect("it is sound");
            let assessed = catalog.assess(&profile, &options).expect("no script fails");
            let steps: Vec<String> =
                assessed.steps.iter().map(|step| step.rule.to_owned()).collect();
            (steps, assessed.kind.map(str::to_owned))
        });
        gain += new.0.iter().filter(|rule| !old.0.contains(rule)).count();
        lose += old.0.iter().filter(|rule| !new.0.contains(rule)).count();
        types += usize::from(old.1 != new.1);
        records.push_str(&record);
        records.push('\n');
    }
    fs::write(folder.path().join("many.ndjson"), records).expect("it can be written");
    let found = json(folder.path(), &["old", "new", "--profiles", "many.ndjson"]);
    let steps = found["municipalities"]["steps"].as_array().expect("steps are listed").clone();
    let sum = |key: &str| steps.iter().filter_map(|step| step[key].as_u64()).sum::<u64>() as usize;
    assert_eq!((sum("gain"), sum("lose")), (gain, lose));
    assert!(gain > 0);
    assert_eq!(found["municipalities"]["types"].as_array().map(Vec::len), Some(types));
    assert_eq!(found["municipalities"]["advised"], 300);
}

#[test]
fn a_revision_of_git_is_a_version() {
    let folder = versions(PACK, &changed());
    let git = |arguments: &[&str]| {
        let done = Process::new("git").current_dir(folder.path()).args(arguments).output();
        assert!(done.expect("git is there").status.success(), "{arguments:?}");
    };
    git(&["init", "-q", "-b", "main"]);
    git(&["add", "."]);
    let commit = ["-c", "user.name=Probe", "-c", "user.email=probe@example.org"];
    git(&[&commit[..], &["commit", "-q", "-m", "Probe"]].concat());
    fs::write(folder.path().join("old/pack.yaml"), changed()).expect("it can be written");
    let rules = json(folder.path(), &["main:old", "old"])["rules"].clone();
    assert_eq!(rules[0]["id"], "probe/overview");
    assert_eq!(json(folder.path(), &["main:new", "old"])["rules"], Json::Array(Vec::new()));
    for wrong in ["mian:old", "main:odl"] {
        let (code, said, complaint) = diff(folder.path(), &[wrong, "old"]);
        assert_eq!((code, said.as_str()), (2, ""), "{wrong}");
        assert!(complaint.contains("D522"), "{complaint}");
    }
}

#[test]
fn a_broken_version_is_named_and_the_rest_is_told() {
    let question = "questions:\n  - {id: rooms, kind: flag, label: {de: Räume, en: Rooms}, help: {de: Räume, en: Rooms}}\nrules:\n";
    let broken = PACK.replace("rules:\n", question).replace("impact: 3", "impact: 7");
    let folder = versions(PACK, &broken);
    let (code, said, complaint) = diff(folder.path(), &["old", "new"]);
    assert_eq!(code, 2);
    assert!(!said.contains("Rooms") && !said.contains("Nothing is different"), "{said}");
    assert!(complaint.contains("new/pack.yaml:12:13"), "{complaint}");
    assert!(
        said.contains("Not compared, because one of the versions has mistakes: probe"),
        "{said}"
    );
}

#[test]
fn profiles_that_fit_one_version_are_advised_without_the_rest() {
    let question = "questions:\n  - id: devices\n    kind: number\n    min: 0\n    max: 9\n    label: {de: Geräte, en: Devices}\n    help: {de: Wie viele?, en: How many?}\nrules:\n";
    let folder = versions(PACK, &PACK.replace("rules:\n", question));
    fs::write(folder.path().join("profile.yaml"), "data: {inventory: 0}\nprobe: {devices: 3}\n")
        .expect("it can be written");
    for versions in [["old", "new"], ["new", "old"]] {
        let found = json(folder.path(), &[&versions[..], &["--profiles", "profile.yaml"]].concat());
        assert_eq!(found["municipalities"]["partly"], 1, "{versions:?}");
        assert_eq!(found["municipalities"]["advised"], 1, "{versions:?}");
    }
}
