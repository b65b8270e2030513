//! Faults from outside, at random moments: whatever happens, what is written is what an undisturbed
//! run writes, or a beginning of it that can be gone on from, or there is a clear error.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use assert_cmd::cargo::cargo_bin;
use dteam::interview::{Extent, Interview};
use dteam::render::profile_template;
use dteam::{Options, SourceFile};

use crate::DE;
use crate::batch::interrupted::{kept, wait_until};
use crate::batch::{Random, invented};
use crate::survey::catalog;

/// How often a run of each kind is stopped, at moments that differ each time, unless `DTEAM_KILLS`
/// says otherwise.
fn kills() -> usize {
    let kills = std::env::var("DTEAM_KILLS").ok().and_then(|kills| kills.parse().ok());
    kills.unwrap_or(25)
}

/// A folder with profiles on lines, and what is made of them without a fault.
struct Desk {
    folder: tempfile::TempDir,
}

/// What a batch writes: the advices, the records that have none, the summary.
const OUTPUTS: [&str; 3] = ["out.ndjson", "rejects.ndjson", "summary.json"];

impl Desk {
    fn new(records: u64) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut lines: Vec<String> = invented(records).iter().map(ToString::to_string).collect();
        lines[7] = "{\"goals\": 1}".to_owned();
        fs::write(folder.path().join("in.ndjson"), lines.join("\n")).expect("it can be written");
        Desk { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, into: &Path, more: &[&str]) -> Command {
        let mut command = Command::new(cargo_bin("dteam"));
        command.current_dir(into).arg("batch").arg(self.path("in.ndjson"));
        command.args(["--lang", "en", "--date", "2026-11-22", "-o", OUTPUTS[0]]);
        command.args(["--rejects", OUTPUTS[1], "--summary", OUTPUTS[2]]).args(more);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// The files of an undisturbed run, and how long it took.
    fn undisturbed(&self) -> (Vec<Vec<u8>>, Duration) {
        let into = self.path("undisturbed");
        fs::create_dir(&into).expect("the folder can be made");
        let begun = Instant::now();
        let ended = self.command(&into, &[]).output().expect("it runs");
        assert_eq!(ended.status.code(), Some(1), "{}", said(&ended));
        (files(&into), begun.elapsed())
    }

    /// Runs again what did not come to its end: what is there of it is gone on with, if anything.
    fn again(&self, into: &Path) -> Output {
        let more: &[&str] = match into.join("out.ndjson.progress").exists() {
            true => &["--resume"],
            false => &[],
        };
        self.command(into, more).output().expect("it runs")
    }
}

fn files(folder: &Path) -> Vec<Vec<u8>> {
    OUTPUTS.map(|name| fs::read(folder.join(name)).unwrap_or_default()).to_vec()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_batch_killed_at_any_moment_goes_on_to_the_same_bytes() {
    let desk = Desk::new(140);
    let (whole, time) = desk.undisturbed();
    let mut random = Random(7);
    let (mut kills, mut resumed, mut runs) = (0, 0, 0);
    while kills < self::kills() {
        runs += 1;
        let into = desk.path(&format!("run-{runs}"));
        fs::create_dir(&into).expect("the folder can be made");
        // The same run is killed a few times before it may end.
        for _ in 0..1 + random.below(4) {
            let has_begun = into.join("out.ndjson.progress").exists();
            let more: &[&str] = if has_begun { &["--resume"] } else { &[] };
            let mut child = desk.command(&into, more).spawn().expect("it runs");
            // At any moment, or at one of those at which something has just been kept.
            let chunks = random.below(4) as u64;
            let begun = Instant::now();
            while kept(&into.join(OUTPUTS[0])) < chunks
                && begun.elapsed() < 2 * time
                && child.try_wait().is_ok_and(|ended| ended.is_none())
            {
                std::thread::sleep(Duration::from_millis(1));
            }
            let most = if chunks == 0 { time } else { time / 20 };
            std::thread::sleep(most.mul_f64(random.below(1000) as f64 / 1000.0));
            // It may have come to its end before.
            let _ = child.kill();
            let ended = child.wait_with_output().expect("it ends");
            kills += 1;
            resumed += usize::from(has_begun);
            match ended.status.code() {
                None => {}
                Some(1) => break,
                Some(code) => panic!("exit code {code}: {}", said(&ended)),
            }
        }
        let begun = into.join("out.ndjson.progress").exists();
        if begun || files(&into) != whole {
            let ended = desk.again(&into);
            assert_eq!(ended.status.code(), Some(1), "run {runs}: {}", said(&ended));
        }
        assert!(files(&into) == whole, "run {runs} differs after {kills} kills");
        let names = fs::read_dir(&into).expect("the folder is there").count();
        assert_eq!(names, OUTPUTS.len(), "run {runs} leaves something behind");
    }
    assert!(resumed > 3, "hardly any run was killed in its midst");
}

/// Lines for the dialogue, and the profile's file after each.
fn undisturbed_dialogue() -> Vec<(String, String)> {
    let empty = profile_template(catalog(), DE);
    let file = SourceFile::new("p.yaml", empty);
    let extent = Extent { short: false, again: false };
    let options = Options::default().language(DE);
    let mut dialogue = Interview::begin(catalog(), file, extent, options).expect("it begins");
    let mut random = Random(11);
    let mut states = Vec::new();
    let mut enter = |line: &str| {
        dialogue.enter(line).expect("lines are taken");
        states.push((line.to_owned(), dialogue.file().text.to_string()));
    };
    // The first answer makes the file.
    enter("Neustadt");
    for _ in 0..40 {
        enter(["1", "2", "3", "ja", "20", "1 2", ""][random.below(7)]);
    }
    states
}

#[test]
fn a_dialogue_killed_at_any_moment_has_kept_every_answer() {
    let states = undisturbed_dialogue();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut random = Random(13);
    let mut midst = 0;
    for kill in 0..kills() {
        let file = folder.path().join(format!("p-{kill}.yaml"));
        let mut child = Command::new(cargo_bin("dteam"))
            .args(["interview", "--lang", "de"])
            .arg(&file)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it runs");
        let mut lines = child.stdin.take().expect("a pipe");
        let given = 1 + random.below(states.len());
        for (line, _) in &states[..given] {
            writeln!(lines, "{line}").expect("it reads");
        }
        // Up to some moment at which answers are being saved.
        let wanted = random.below(given);
        let state = || {
            let kept = fs::read_to_string(&file).unwrap_or_default();
            let after = |lines: usize| lines.checked_sub(1).map_or("", |last| &states[last].1);
            let state = (0..given + 1).rposition(|lines| after(lines) == kept);
            state.unwrap_or_else(|| panic!("after kill {kill} nobody wrote this:\n{kept}"))
        };
        wait_until(&|| state() >= wanted);
        std::thread::sleep(Duration::from_micros(random.below(5000) as u64));
        child.kill().expect("it waits for more");
        child.wait_with_output().expect("it ends");
        let kept = fs::read_to_string(&file).unwrap_or_default();
        let kept_lines = state();
        assert!(kept_lines >= wanted, "of {wanted} lines, {kept_lines} are kept");
        midst += usize::from(kept_lines > 0 && kept_lines < given);
        // What is there can be gone on with, and what was left behind is cleared away.
        let mut command = assert_cmd::Command::new(cargo_bin("dteam"));
        let ended =
            command.args(["interview", "--lang", "de"]).arg(&file).write_stdin("e\n").output();
        let ended = ended.expect("it runs");
        assert_eq!(ended.status.code(), Some(0), "{}", said(&ended));
        assert_eq!(fs::read_to_string(&file).unwrap_or_default(), kept);
        fs::remove_file(&file).unwrap_or_default();
    }
    assert_eq!(fs::read_dir(folder.path()).expect("the folder is there").count(), 0);
    assert!(midst > 3, "hardly any dialogue was killed in its midst");
}

/// Runs a command line for the shell with `dteam` in it.
#[cfg(unix)]
fn shell(folder: &Path, line: &str) -> Output {
    let program = cargo_bin("dteam").display().to_string();
    Command::new("sh")
        .current_dir(folder)
        .args(["-c", &line.replace("dteam", &format!("'{program}'"))])
        .output()
        .expect("there is a shell")
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_a_beginning_that_can_be_gone_on_with() {
    let desk = Desk::new(140);
    let (whole, _) = desk.undisturbed();
    let all: usize = whole.iter().map(Vec::len).sum();
    let size = 2 * all;
    let room = desk.path("room");
    fs::create_dir(&room).expect("the folder can be made");
    let mounted = Command::new("mount")
        .args(["-t", "tmpfs", "-o", &format!("size={size}"), "dteam-tests"])
        .arg(&room)
        .stderr(Stdio::null())
        .status();
    // Whoever may not make a small disk has the tests with files that may not grow.
    if !mounted.is_ok_and(|status| status.success()) {
        return;
    }
    let mut random = Random(17);
    let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        for _ in 0..8 {
            let left = random.below(all);
            let filler = room.join("filler");
            fs::write(&filler, vec![0; size - left]).expect("there is room for it");
            let ended = desk.command(&room, &[]).output().expect("it runs");
            assert_eq!(ended.status.code(), Some(2), "{}", said(&ended));
            assert!(said(&ended).contains("no room left"), "{}", said(&ended));
            fs::remove_file(&filler).expect("it is there");
            let ended = desk.again(&room);
            assert_eq!(ended.status.code(), Some(1), "{}", said(&ended));
            assert!(files(&room) == whole, "with room for {left} bytes");
            OUTPUTS.iter().for_each(|name| fs::remove_file(room.join(name)).expect("it is there"));
            assert_eq!(fs::read_dir(&room).expect("it is there").count(), 0);
        }
    }));
    let unmounted = Command::new("umount").arg(&room).status();
    assert!(unmounted.expect("it was mounted").success());
    if let Err(panic) = outcome {
        std::panic::resume_unwind(panic);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn without_descriptors_or_memory_there_is_an_error_or_the_same() {
    let desk = Desk::new(140);
    let (whole, _) = desk.undisturbed();
    let into = desk.path("limited");
    fs::create_dir(&into).expect("the folder can be made");
    let line = format!(
        "dteam batch '{}' --lang en --date 2026-11-22 -o out.ndjson --rejects rejects.ndjson \
         --summary summary.json",
        desk.path("in.ndjson").display()
    );
    // Fewer than four, and the system does not get as far as the program.
    let limits = (4..14).map(|files| (format!("ulimit -n {files}"), "too many files are open"));
    let memory = (1..9).map(|part| (format!("ulimit -v {}", 60_000 * part), "memory allocation"));
    let (mut stopped, mut done) = (0, 0);
    for (limit, told) in limits.chain(memory) {
        let ended = shell(&into, &format!("{limit}; exec {line}"));
        match ended.status.code() {
            Some(1) => done += 1,
            Some(2) => {
                assert!(said(&ended).contains(told), "{limit}: {}", said(&ended));
                stopped += 1;
            }
            // Nothing can be told without memory but that there is none.
            _ => {
                let told = said(&ended).contains("memory") || said(&ended).is_empty();
                assert!(limit.contains("-v") && told, "{limit}: {}", said(&ended));
                stopped += 1;
            }
        }
        if ended.status.code() != Some(1) {
            let ended = desk.again(&into);
            assert_eq!(ended.status.code(), Some(1), "{limit}: {}", said(&ended));
        }
        assert!(files(&into) == whole, "{limit}");
        OUTPUTS.iter().for_each(|name| fs::remove_file(into.join(name)).expect("it is there"));
        let left = fs::read_dir(&into).expect("it is there").count();
        assert_eq!(left, 0, "{limit} leaves something behind");
    }
    assert!(stopped > 3 && done > 3, "{stopped} stopped, {done} done");
}
