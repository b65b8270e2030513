//! Every way to an advice gives the same bytes: library, command, batch, site; YAML, JSON and
//! table; one thread and several.

use std::fs;
use std::process::Output;

use assert_cmd::Command;
use dteam::{Advice, Options, Profile, render};

use crate::batch::{DATE, invented, lines, table};
use crate::serve::Served;
use crate::survey::catalog;
use crate::{DE, EN};

/// How many profiles, unless `DTEAM_PROFILES` says otherwise.
const PROFILES: u64 = 40;

/// A command takes long to start: of so many profiles, each has one of its own.
const ALONE: usize = 4;

fn ended(command: &mut Command) -> Output {
    let output = command.output().expect("it runs");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    output
}

fn dteam(arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("dteam").expect("the binary is built");
    command.args(arguments);
    command
}

/// The lines of a batch without what they say of the records.
fn advices(output: &Output) -> Vec<String> {
    let text = std::str::from_utf8(&output.stdout).expect("output is text");
    let line = |line: &str| {
        let (record, advice) = line.split_once("},").expect("the record comes first");
        assert!(record.starts_with("{\"record\":{"), "{record}");
        format!("{{{advice}")
    };
    text.lines().map(line).collect()
}

fn as_line(advice: &Advice) -> String {
    let mut line = Vec::new();
    render::json_line(advice, &mut line).expect("a list of bytes takes them all");
    String::from_utf8(line).expect("JSON is text")
}

#[test]
fn every_way_gives_the_same_bytes() {
    let count = std::env::var("DTEAM_PROFILES").ok().and_then(|count| count.parse().ok());
    let with_ids = invented(count.unwrap_or(PROFILES));
    let mut profiles = with_ids.clone();
    for profile in &mut profiles {
        profile.as_object_mut().expect("profiles are maps").remove("id");
    }
    let yaml: Vec<String> = profiles
        .iter()
        .map(|profile| serde_yaml::to_string(profile).expect("profiles are plain data"))
        .collect();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = |name: &str| folder.path().join(name);
    fs::write(path("in.ndjson"), lines(&with_ids)).expect("it can be written");
    fs::write(path("in.csv"), table(&with_ids, false)).expect("it can be written");
    let served = Served::new();
    for language in [DE, EN] {
        let options = Options::default().language(language).date(dteam::language::date(DATE));
        let settings = ["--lang", language.code(), "--date", DATE];
        let advised = |profile: &Profile, likely| {
            catalog().advise(profile, &options.likely(likely)).expect("no script")
        };
        let advise = |profile: Profile| advised(&profile, true);
        let mut expected = Vec::new();
        for (index, (json, yaml)) in profiles.iter().zip(&yaml).enumerate() {
            let text = json.to_string();
            let sound = "the profile is sound";
            let profile = catalog().profile_from_str("p.json", &text).expect(sound);
            let advice = advised(&profile, true);
            let read = catalog().profile_from_str("p.yaml", yaml).expect(sound);
            assert!(advise(read) == advice, "as YAML: {text}");
            let given = catalog().profile_from_json("p.json", json).expect(sound);
            assert!(advise(given) == advice, "as values: {text}");
            let written = render::json(&advice);
            let address = format!("/api/v1/advice?lang={}&date={DATE}", language.code());
            for (kind, body) in [("application/json", &text), ("application/yaml", yaml)] {
                let answer = served.post(&address, kind, body.as_bytes());
                assert_eq!(answer.status, 200, "{}", answer.body);
                assert!(answer.body == written, "the site, {kind}: {text}");
            }
            if index < ALONE {
                let mut alone = dteam(&["advise", "-", "--format", "json"]);
                let alone = ended(alone.args(settings).write_stdin(yaml.as_str()));
                assert!(alone.stdout == written.as_bytes(), "the command: {text}");
            }
            // In a batch, nothing is estimated unless asked for.
            expected.push(as_line(&advised(&profile, false)));
        }
        for (input, jobs) in
            [("in.ndjson", "1"), ("in.ndjson", "2"), ("in.csv", "1"), ("in.csv", "2")]
        {
            let mut batch = dteam(&["batch", "--jobs", jobs]);
            let output = ended(batch.arg(path(input)).args(settings));
            let advices = advices(&output);
            assert_eq!(advices.len(), expected.len(), "{input}");
            for (ours, theirs) in expected.iter().zip(&advices) {
                assert!(ours.trim_end() == theirs, "{input}, {jobs}: {theirs}");
            }
        }
    }
}
