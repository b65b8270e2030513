//! Runs at the same time to the same outputs: one works, the others are refused, and nothing is
//! lost.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::interrupted::{begin, kept, wait_until};
use super::{DATE, dteam, invented, lines, said, stdout};

/// What lies in a folder, hidden files too.
fn names(folder: &Path) -> Vec<String> {
    let entries =
        fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("an entry"));
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_second_run_is_refused_while_the_first_one_lives() {
    let profiles = lines(&invented(130));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let name = |name: &str| folder.path().join(name).display().to_string();
    let (output, rejects, summary, reports) =
        (name("out"), name("rejects"), name("summary.md"), name("reports"));
    let first = ["-o", &output, "--rejects", &rejects, "--summary", &summary];
    let mut alive = begin(&first, &profiles);
    wait_until(&|| kept(Path::new(&output)) > 0);
    let mut reporting = begin(&["--reports", &reports], &profiles);
    // Besides reports, its lock lies there, and what is being written.
    wait_until(&|| Path::new(&reports).exists() && names(Path::new(&reports)).len() > 2);
    let before = fs::read(&output).expect("it is there");
    let other = name("other");
    for arguments in [
        &["-o", &output][..],
        &["-o", &output, "--resume"],
        &["-o", &output, "--rejects", &rejects, "--resume"],
        &["-o", &other, "--rejects", &rejects],
        &["-o", &other, "--summary", &summary],
        &["--summary-only", "-o", &summary],
        &["--reports", &reports],
    ] {
        let run = dteam()
            .arg("-")
            .args(arguments)
            .args(["--lang", "en"])
            .write_stdin(profiles.as_str())
            .output();
        let run = run.expect("it runs");
        let said = said(&run, folder.path());
        assert_eq!(
            (run.status.code(), said.contains("D821"), run.stdout.len()),
            (Some(2), true, 0),
            "{said}"
        );
        let process = if arguments.contains(&"--reports") { reporting.id() } else { alive.id() };
        assert!(said.contains(&format!("(process {process}, since 20")), "{said}");
        assert!(!said.contains(".progress"), "{said}");
    }
    assert_eq!(fs::read(&output).expect("it is there"), before);
    assert!(!Path::new(&other).exists());
    // A run that was killed is in nobody's way.
    for child in [&mut alive, &mut reporting] {
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
    }
    stdout(dteam().arg("-").args(first).arg("--resume").write_stdin(profiles.as_str()));
    stdout(dteam().args(["-", "--reports", &reports]).write_stdin(profiles.as_str()));
    assert_eq!(names(folder.path()), ["out", "rejects", "reports", "summary.md"]);
    assert!(names(Path::new(&reports)).iter().all(|name| name.ends_with(".md")));
}

/// While a run writes to one name of an output, one to the other is refused.
#[cfg(unix)]
fn is_refused_meanwhile(output: &Path, link: &Path, has_begun: &dyn Fn() -> bool) {
    let profiles = lines(&invented(70));
    let mut alive = begin(&["-o", &link.display().to_string()], &profiles);
    wait_until(has_begun);
    let mut other = dteam();
    let run = other.args(["-", "-o"]).arg(output).write_stdin(profiles.as_str()).output();
    let folder = output.parent().expect("it is in a folder");
    let said = said(&run.expect("it runs"), folder);
    assert!(said.contains("D821"), "{said}");
    alive.kill().expect("it can be killed");
    alive.wait().expect("it ends");
}

#[cfg(unix)]
#[test]
fn another_name_for_the_output_is_the_same_output() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (output, link) = (folder.path().join("out"), folder.path().join("link"));
    // It leads to a file that is not there yet.
    std::os::unix::fs::symlink("out", &link).expect("the link can be made");
    is_refused_meanwhile(&output, &link, &|| output.exists());
}

#[cfg(unix)]
#[test]
fn a_hard_link_to_the_output_is_the_same_output() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (output, link) = (folder.path().join("out"), folder.path().join("link"));
    fs::write(&output, "what an earlier run wrote\n").expect("it can be written");
    fs::hard_link(&output, &link).expect("the link can be made");
    is_refused_meanwhile(&output, &link, &|| kept(&link) > 0);
    assert!(!folder.path().join("out.progress").exists());
}

fn start(input: &Path, output: &Path, arguments: &[&str]) -> Child {
    Command::new(assert_cmd::cargo::cargo_bin("dteam"))
        .args(["batch", "--date", DATE, "--quiet", "--lang", "en"])
        .args(arguments)
        .arg(input)
        .arg("-o")
        .arg(output)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs")
}

/// How a run that was not killed ended; it has either done its work or said why not.
fn ended(child: Child) -> Option<i32> {
    let ended = child.wait_with_output().expect("it ends");
    let said = String::from_utf8_lossy(&ended.stderr).into_owned();
    let expected = ["D810", "D811", "D821"].iter().any(|code| said.contains(code));
    assert!(
        ended.status.code() == Some(0) || (ended.status.code() == Some(2) && expected),
        "{said}"
    );
    ended.status.code()
}

#[test]
fn racing_and_killed_runs_come_to_the_same_bytes() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (input, whole) = (folder.path().join("in.ndjson"), folder.path().join("whole"));
    fs::write(&input, lines(&invented(200))).expect("the file can be written");
    assert_eq!(ended(start(&input, &whole, &[])), Some(0));
    let whole = fs::read(whole).expect("it is there");
    for round in 0..20u64 {
        let of_round = folder.path().join(format!("round-{round}"));
        fs::create_dir(&of_round).expect("the folder can be made");
        let output: PathBuf = of_round.join("out");
        let mut killed = start(&input, &output, &[]);
        let others = [start(&input, &output, &["--resume"]), start(&input, &output, &[])];
        std::thread::sleep(Duration::from_millis(round * 37 % 400));
        killed.kill().expect("it can be killed");
        killed.wait().expect("it ends");
        for other in others {
            ended(other);
        }
        let journal = of_round.join("out.progress");
        match (journal.exists(), output.exists()) {
            (true, _) => {
                assert_eq!(ended(start(&input, &output, &["--resume"])), Some(0), "{round}")
            }
            (false, true) => {}
            (false, false) => assert_eq!(ended(start(&input, &output, &[])), Some(0), "{round}"),
        }
        assert!(fs::read(&output).expect("it is there") == whole, "{round}");
        assert!(!journal.exists(), "{round}");
    }
}

#[test]
fn what_killed_runs_leave_behind_goes_with_the_next_one() {
    let profiles = lines(&invented(3));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let output = folder.path().join("out");
    fs::create_dir(folder.path().join("reports")).expect("the folder can be made");
    for name in [
        ".out.dteam-lock",
        ".out.dteam-new",
        ".out.progress.dteam-new",
        ".summary.md.dteam-new",
        "reports/.file.dteam-lock",
        "reports/.file.dteam-new",
    ] {
        fs::write(folder.path().join(name), "17\nleft behind").expect("the file can be written");
    }
    let summary = folder.path().join("summary.md");
    stdout(
        dteam()
            .args(["-", "-o"])
            .arg(&output)
            .arg("--summary")
            .arg(summary)
            .write_stdin(profiles.as_str()),
    );
    let reports = folder.path().join("reports");
    stdout(dteam().args(["-", "--reports"]).arg(&reports).write_stdin(profiles.as_str()));
    assert_eq!(names(folder.path()), ["out", "reports", "summary.md"]);
    assert_eq!(names(&reports).len(), 3, "{:?}", names(&reports));
}
