//! What is read back from disk is read like anybody's file: it is right, or refused.

use std::fs;

use serde_json::{Value as Json, json};
use xxhash_rust::xxh3::xxh3_64;

use super::interrupted::{begin, kept, wait_until};
use super::{DATE, Random, dteam, invented, lines, said, stdout};

/// All paths in a value, as pointers.
fn paths(value: &Json, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Json::Object(entries) => {
            entries.iter().for_each(|(key, value)| paths(value, &format!("{at}/{key}"), found))
        }
        Json::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(index, item)| paths(item, &format!("{at}/{index}"), found));
        }
        _ => {}
    }
}

fn changed_bytes(text: &str, random: &mut Random) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    let at = random.below(bytes.len());
    match random.below(5) {
        0 => bytes[at] ^= 1 << random.below(8),
        1 => bytes[at] = random.below(256) as u8,
        2 => drop(bytes.remove(at)),
        3 => bytes.insert(at, b"0179\",]}"[random.below(8)]),
        _ => bytes.truncate(at),
    }
    bytes
}

/// The journal with one value changed; with `signed`, its checksum too.
fn changed_value(text: &str, random: &mut Random, signed: bool) -> Vec<u8> {
    let mut journal: Json = serde_json::from_str(text).expect("the journal is JSON");
    let mut all = Vec::new();
    paths(&journal, "", &mut all);
    let path = &all[1 + random.below(all.len() - 1)];
    let value = journal.pointer_mut(path).expect("the path is there");
    let number = value.as_u64();
    *value = match (random.below(10), &mut *value) {
        (0..5, Json::Array(items)) if !items.is_empty() => {
            let mut items = std::mem::take(items);
            match random.below(3) {
                0 => drop(items.pop()),
                1 => drop(items.remove(0)),
                _ => items.push(items[0].clone()),
            }
            Json::Array(items)
        }
        (0 | 1, _) => json!(u64::MAX),
        (2, _) => json!(number.unwrap_or(7).wrapping_add(1)),
        (3, _) => json!(number.unwrap_or(7).wrapping_sub(1)),
        (4, _) => json!(0),
        (5, _) => json!(-1),
        (6, _) => json!(1e300),
        (7, _) => json!("text"),
        (8, _) => json!([]),
        _ => Json::Null,
    };
    if signed {
        journal["checksum"] = json!(0);
        journal["checksum"] = json!(xxh3_64(journal.to_string().as_bytes()));
    }
    journal.to_string().into_bytes()
}

#[test]
fn a_changed_journal_is_refused_or_does_no_harm() {
    let profiles = lines(&invented(66));
    let whole = stdout(dteam().args(["-", "--date", DATE]).write_stdin(profiles.as_str()));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (output, journal) = (folder.path().join("out"), folder.path().join("out.progress"));
    let mut child = begin(&["-o", &output.display().to_string()], &profiles);
    wait_until(&|| kept(&output) > 0);
    child.kill().expect("it can be killed");
    child.wait().expect("it ends");
    let begun = fs::read(&output).expect("it is there");
    let text = fs::read_to_string(&journal).expect("the journal is there");

    let mut random = Random(17);
    let (mut refused, mut done) = (0, 0);
    for round in 0..150 {
        let signed = round % 3 == 2;
        let changed = match round % 3 {
            0 => changed_bytes(&text, &mut random),
            _ => changed_value(&text, &mut random, signed),
        };
        fs::write(&journal, &changed).expect("the file can be written");
        fs::write(&output, &begun).expect("the file can be written");
        let run = dteam()
            .args(["-", "-o"])
            .arg(&output)
            .arg("--resume")
            .write_stdin(profiles.as_str())
            .output();
        let run = run.expect("it runs");
        let said = said(&run, folder.path());
        let what = || format!("round {round}: {said}\n{}", String::from_utf8_lossy(&changed));
        match run.status.code() {
            // Who signs a journal may say of what came before that records were faulty.
            Some(code) if code == 0 || (code == 1 && signed) => {
                assert!(fs::read_to_string(&output).expect("it is there") == whole, "{}", what());
                done += 1;
            }
            Some(2) => {
                assert!(said.contains("[D8") && !said.contains("panicked"), "{}", what());
                assert_eq!(fs::read(&output).expect("it is there"), begun, "{}", what());
                refused += 1;
            }
            _ => panic!("{}", what()),
        }
    }
    assert!(refused > 90 && done > 5, "{refused} refused, {done} done");
}

#[test]
fn a_journal_says_why_it_is_refused() {
    let profiles = lines(&invented(66));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (output, journal) = (folder.path().join("out"), folder.path().join("out.progress"));
    for text in ["", "{", "null", "{\"chunks\": 1}"] {
        fs::write(&journal, text).expect("the file can be written");
        let run = dteam()
            .args(["-", "-o"])
            .arg(&output)
            .arg("--resume")
            .write_stdin(profiles.as_str())
            .output();
        let run = run.expect("it runs");
        assert_eq!(run.status.code(), Some(2));
        let said = said(&run, folder.path());
        assert!(said.contains("D822") && said.contains("out.progress"), "{said}");
    }
    assert!(!output.exists());
}
