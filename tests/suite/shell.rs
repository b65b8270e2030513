//! What the program does for the shell it runs in: completions, manual pages, runs that wait for
//! changes.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use assert_cmd::Command;

/// Sends the process a signal, such as `INT`. Shells do that by themselves; not every system has a
/// program for it.
#[cfg(unix)]
pub fn signal(name: &str, process: u32) {
    let command = format!("kill -{name} {process}");
    let sent = std::process::Command::new("sh").args(["-c", &command]).status();
    assert!(sent.expect("there is a shell").success());
}

fn dteam() -> Command {
    let mut command = Command::cargo_bin("dteam").expect("the binary is built");
    // The system speaks English.
    command.env_remove("CLICOLOR_FORCE").env("LC_ALL", "en_GB.UTF-8");
    command
}

fn stdout(command: &mut Command) -> String {
    let output = command.output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("output is text")
}

/// The commands, as the help lists them.
fn commands() -> Vec<String> {
    let help = stdout(dteam().arg("--help"));
    let (_, listed) = help.split_once("Commands:\n").expect("the help lists the commands");
    let lines = listed.lines().take_while(|line| !line.is_empty());
    let commands =
        lines.filter_map(|line| line.strip_prefix("  ").filter(|line| !line.starts_with(' ')));
    commands
        .filter_map(|line| line.split(' ').next())
        .filter(|name| *name != "help")
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_shell_completes_every_command() {
    let commands = commands();
    assert!(commands.len() >= 8, "{commands:?}");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = stdout(dteam().args(["completions", shell]));
        for command in &commands {
            assert!(script.contains(command.as_str()), "{shell}: {command}");
        }
        assert!(script.contains("what-if"), "{shell}");
    }
}

#[cfg(unix)]
#[test]
fn bash_understands_its_completions() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let script = folder.path().join("dteam");
    assert!(stdout(dteam().args(["completions", "bash", "-o"]).arg(&script)).is_empty());
    let checked = std::process::Command::new("bash")
        .arg("-n")
        .arg(&script)
        .output()
        .expect("there is a bash");
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
}

#[test]
fn every_command_has_a_manual_page() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pages = folder.path().join("share/man1");
    assert!(stdout(dteam().args(["man", "--all"]).arg(&pages)).is_empty());
    let page = |name: &str| fs::read_to_string(pages.join(name)).expect("there is a page");
    assert_eq!(page("dteam.1"), stdout(dteam().arg("man")));
    for command in commands() {
        let written = page(&format!("dteam-{command}.1"));
        assert!(
            written.contains(&format!(".TH dteam-{command} 1")) && written.contains(".SH SYNOPSIS"),
            "{command}"
        );
        assert_eq!(written, stdout(dteam().args(["man", &command])));
        assert!(page("dteam.1").contains(&format!("dteam\\-{command}(1)")), "{command}");
    }
    assert_eq!(page("dteam-new-profile.1"), stdout(dteam().args(["man", "new", "profile"])));
}

#[test]
fn a_page_that_cannot_be_is_wrong_usage() {
    for wrong in
        [&["advice"][..], &["new", "pofile"], &["advise", "profile"], &["advise", "--all", "x"]]
    {
        let output = dteam().arg("man").args(wrong).output().expect("it runs");
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(output.stdout.is_empty(), "{wrong:?}");
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("file");
    fs::write(&file, "").expect("the file can be written");
    let output = dteam().args(["man", "--all"]).arg(file.join("pages")).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("D005"));
}

/// `dteam test PACK --watch`, ended when it is dropped, and the lines it writes.
struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Watching {
    fn on(pack: &Path) -> Self {
        Watching::by(std::process::Command::new(assert_cmd::cargo::cargo_bin("dteam")), pack)
    }

    fn by(mut program: std::process::Command, pack: &Path) -> Self {
        let mut child = program
            .args(["test", "--watch", "--lang", "en"])
            .arg(pack)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it runs");
        let (sender, lines) = channel();
        pass_on(child.stdout.take().expect("it is piped"), sender.clone());
        pass_on(child.stderr.take().expect("it is piped"), sender);
        Watching { child, lines }
    }

    /// The next line with `text` in it. The deadline is only there so that a failure ends.
    fn wait_for(&self, text: &str) -> String {
        loop {
            let line = self.lines.recv_timeout(Duration::from_secs(120));
            let line = line.unwrap_or_else(|error| panic!("no line with `{text}`: {error}"));
            if line.contains(text) {
                return line;
            }
        }
    }
}

fn pass_on(from: impl Read + Send + 'static, to: Sender<String>) {
    std::thread::spawn(move || {
        let mut lines = BufReader::new(from).lines().map_while(Result::ok);
        lines.try_for_each(|line| to.send(line))
    });
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A copy of a pack that can be changed.
fn pack() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pack = folder.path().join("data");
    fs::create_dir(&pack).expect("the folder can be made");
    for entry in fs::read_dir("rules/data").expect("the pack is in the repository").flatten() {
        fs::copy(entry.path(), pack.join(entry.file_name())).expect("the file can be copied");
    }
    (folder, pack)
}

#[test]
fn a_change_runs_the_cases_again() {
    let (_folder, pack) = pack();
    let watching = Watching::on(&pack);
    assert!(watching.wait_for("passed").ends_with(" 0 failed"));

    let cases = fs::read_to_string(pack.join("cases.yaml")).expect("the pack has cases");
    let wrong = format!(
        "{cases}  - {{name: added, profile: {{data: {{inventory: 0}}}}, silent: [inventory]}}\n"
    );
    fs::write(pack.join("cases.yaml"), wrong).expect("the file can be written");
    assert!(watching.wait_for("──").contains("cases.yaml changed"));
    assert!(watching.wait_for("passed").ends_with(" 1 failed"));

    // As editors save: a new file takes the place of the old one.
    fs::write(pack.join(".cases.swp"), cases).expect("the file can be written");
    fs::rename(pack.join(".cases.swp"), pack.join("cases.yaml")).expect("the file can be renamed");
    watching.wait_for("cases.yaml changed");
    assert!(watching.wait_for("passed").ends_with(" 0 failed"));

    fs::write(pack.join("new.rhai"), "fn one() { 1 }\n").expect("the file can be written");
    watching.wait_for("new.rhai changed");
    watching.wait_for("passed");
    fs::remove_file(pack.join("new.rhai")).expect("the file can be removed");
    watching.wait_for("new.rhai changed");
    watching.wait_for("passed");
}

#[test]
fn a_mistake_does_not_end_the_watch() {
    let (_folder, pack) = pack();
    let text = fs::read_to_string(pack.join("pack.yaml")).expect("there is a pack");
    fs::write(pack.join("pack.yaml"), "rules: [").expect("the file can be written");
    let watching = Watching::on(&pack);
    watching.wait_for("error[D011]");
    fs::write(pack.join("pack.yaml"), text).expect("the file can be written");
    assert!(watching.wait_for("passed").ends_with(" 0 failed"));
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_the_watch() {
    use std::os::unix::process::ExitStatusExt;

    // Whoever runs the tests in the background may have switched interrupts off, for all programs
    // begun there.
    let ignored = fs::read_to_string("/proc/self/status").ok().and_then(|status| {
        let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"))?.trim().to_owned();
        u64::from_str_radix(&mask, 16).ok()
    });
    let built = assert_cmd::cargo::cargo_bin("dteam");
    let program = match ignored.is_some_and(|ignored| ignored & (1 << 1) != 0) {
        true => {
            let mut switched_on = std::process::Command::new("env");
            switched_on.arg("--default-signal=INT").arg(built);
            switched_on
        }
        false => std::process::Command::new(built),
    };
    let (_folder, pack) = pack();
    let mut watching = Watching::by(program, &pack);
    watching.wait_for("passed");
    signal("INT", watching.child.id());
    let status = watching.child.wait().expect("it ends");
    assert_eq!(status.signal(), Some(2));
}

#[test]
fn what_is_written_is_not_watched() {
    let output =
        dteam().args(["test", "rules", "--watch", "-o", "report.txt"]).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2));
}
