//! Runs that are killed, interrupted, or whose readers leave.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::{DATE, dteam, invented, lines, said, stdout};

/// A run whose input does not come to an end.
pub(super) fn begin(arguments: &[&str], input: &str) -> Child {
    let mut child = Command::new(assert_cmd::cargo::cargo_bin("dteam"))
        .args(["batch", "-", "--date", DATE])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    child.stdin.as_mut().expect("a pipe").write_all(input.as_bytes()).expect("it reads");
    child
}

pub fn wait_until(what: &dyn Fn() -> bool) {
    let begun = Instant::now();
    while !what() {
        assert!(begun.elapsed() < Duration::from_secs(120), "it never happens");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn size(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |about| about.len())
}

/// How many chunks the journal beside the output knows of.
pub fn kept(path: &Path) -> u64 {
    let text = fs::read_to_string(format!("{}.progress", path.display())).unwrap_or_default();
    let journal: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
    journal["chunks"].as_u64().unwrap_or(0)
}

#[test]
fn a_killed_run_goes_on_to_the_same_bytes() {
    let mut profiles: Vec<String> = invented(400).iter().map(ToString::to_string).collect();
    profiles[10] = "{\"goals\": 1}".to_owned();
    profiles[250] = "{\"goals\": 2}".to_owned();
    let input: String = profiles.iter().map(|profile| format!("{profile}\n")).collect();
    let first: String = profiles[..300].iter().map(|profile| format!("{profile}\n")).collect();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let name = |name: &str| folder.path().join(name).display().to_string();
    let run = |arguments: &[&str]| {
        let output = dteam()
            .args(["-"])
            .args(arguments)
            .write_stdin(input.as_str())
            .output()
            .expect("it runs");
        (output.status.code(), said(&output, folder.path()))
    };
    for form in ["ndjson", "csv"] {
        let whole = [name("whole"), name("whole-rejects"), name("whole.json")];
        let files = |names: &[String; 3]| -> Vec<String> {
            let arguments =
                ["-o", &names[0], "--rejects", &names[1], "--summary", &names[2], "--format", form];
            arguments.map(str::to_owned).to_vec()
        };
        let whole_arguments = files(&whole);
        let whole_arguments: Vec<&str> = whole_arguments.iter().map(String::as_str).collect();
        assert_eq!(run(&[&whole_arguments[..], &["--date", DATE]].concat()).0, Some(1));

        let parts = [name("parts"), name("parts-rejects"), name("parts.json")];
        let arguments = files(&parts);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let output = Path::new(&parts[0]);
        let mut child = begin(&arguments, &first);
        wait_until(&|| kept(output) > 0);
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
        // As if it had been killed while writing.
        let mut file = fs::OpenOptions::new().append(true).open(output).expect("it is there");
        file.write_all(b"{\"record\":{\"id\":\"G00").expect("it can be written");
        drop(file);

        let (code, again) = run(&[&arguments[..], &["--date", DATE]].concat());
        assert!(code == Some(2) && again.contains("D810"), "{again}");
        let (code, other) = run(&[&arguments[..], &["--resume", "--lang", "en"]].concat());
        assert!(code == Some(2) && other.contains("D812"), "{other}");
        // The date is that of the interrupted run.
        let (code, said) = run(&[&arguments[..], &["--resume"]].concat());
        assert_eq!(code, Some(1), "{said}");
        for (whole, parts) in whole.iter().zip(&parts) {
            let (whole, parts) =
                (fs::read(whole).expect("it is there"), fs::read(parts).expect("it is there"));
            assert!(whole == parts && !whole.is_empty(), "{form}");
        }
        assert!(!Path::new(&format!("{}.progress", parts[0])).exists());
        let (code, over) = run(&[&arguments[..], &["--resume"]].concat());
        assert!(code == Some(2) && over.contains("D811"), "{over}");
    }
}

#[test]
fn only_the_same_run_goes_on() {
    let profiles = invented(130);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let output = folder.path().join("out.ndjson");
    let named = output.display().to_string();
    let mut child = begin(&["-o", &named], &lines(&profiles));
    wait_until(&|| kept(&output) > 0);
    child.kill().expect("it can be killed");
    child.wait().expect("it ends");
    let resume = |input: &str, arguments: &[&str]| {
        let run = dteam()
            .args(["-", "--resume", "-o", &named, "--lang", "de"])
            .args(arguments)
            .write_stdin(input)
            .output();
        let run = run.expect("it runs");
        assert_eq!(run.status.code(), Some(2));
        said(&run, folder.path())
    };
    let mut other = profiles.clone();
    other[3]["goals"] = serde_json::json!(["economy"]);
    assert!(resume(&lines(&other), &[]).contains("D813"));
    assert!(resume(&lines(&profiles[..20]), &[]).contains("D813"));
    assert!(resume(&lines(&profiles), &["--date", "2026-11-23"]).contains("D812"));
    assert!(resume(&lines(&profiles), &["--top", "3"]).contains("D812"));
    let written = fs::read(&output).expect("it is there");
    let changed: Vec<u8> =
        written.iter().map(|byte| if *byte == b'a' { b'b' } else { *byte }).collect();
    fs::write(&output, changed).expect("it can be written");
    assert!(resume(&lines(&profiles), &[]).contains("D814"));
    fs::write(&output, &written[..100]).expect("it can be written");
    assert!(resume(&lines(&profiles), &[]).contains("D814"));
    fs::write(&output, written).expect("it can be written");
    stdout(dteam().args(["-", "--resume", "-o", &named]).write_stdin(lines(&profiles)));
    let whole = stdout(dteam().args(["-", "--date", DATE]).write_stdin(lines(&profiles)));
    assert_eq!(fs::read_to_string(&output).expect("it is there"), whole);
}

#[cfg(unix)]
#[test]
fn a_signal_ends_a_run_between_records() {
    let profiles = lines(&invented(130));
    let folder = tempfile::tempdir().expect("a temporary folder");
    for signal in ["INT", "TERM"] {
        let output = folder.path().join(format!("out-{signal}.ndjson"));
        let named = output.display().to_string();
        let mut child = begin(&["-o", &named, "--lang", "en"], &profiles);
        wait_until(&|| size(&output) > 0);
        crate::shell::signal(signal, child.id());
        // Its input stays open: it does not wait for more.
        let stdin = child.stdin.take();
        let ended = child.wait_with_output().expect("it ends");
        drop(stdin);
        assert_eq!(ended.status.code(), Some(130));
        assert!(String::from_utf8_lossy(&ended.stderr).contains("`--resume` goes on from here"));
        let written = fs::read_to_string(&output).expect("it is there");
        assert!(
            written.ends_with('\n')
                && written
                    .lines()
                    .all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok())
        );
        stdout(
            dteam()
                .args(["-", "--resume", "-o", &named, "--lang", "en"])
                .write_stdin(profiles.as_str()),
        );
        assert!(fs::read_to_string(&output).expect("it is there").starts_with(&written));
        assert_eq!(fs::read_to_string(&output).expect("it is there").lines().count(), 130);
    }
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let mut child = begin(&["--lang", "en"], &lines(&invented(70)));
    drop(child.stdout.take());
    // Its input stays open: it does not wait for more.
    let stdin = child.stdin.take();
    let ended = child.wait_with_output().expect("it ends");
    drop(stdin);
    assert_eq!(ended.status.code(), Some(0), "{}", String::from_utf8_lossy(&ended.stderr));
}

#[cfg(unix)]
#[test]
fn a_full_disk_is_an_error() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    // No file may become larger than some blocks, and the program is not ended for trying.
    let full = "ulimit -f 16 && trap '' XFSZ && exec \"$0\" \"$@\"";
    let output = assert_cmd::Command::new("sh")
        .current_dir(folder.path())
        .args(["-c", full])
        .arg(assert_cmd::cargo::cargo_bin("dteam"))
        .args(["batch", "-", "-o", "out.csv", "--lang", "en", "--format", "csv"])
        .write_stdin(lines(&invented(400)))
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("D005") && said.contains("out.csv"), "{said}");
}
