//! No file of anybody's is lost: nothing is read and written at once, nothing is waited for,
//! nothing is said to be done that was not.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::time::Duration;

use assert_cmd::Command;

/// A folder with a profile and a pack, and programs run in it.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Desk { folder: tempfile::tempdir().expect("a temporary folder") };
        fs::copy("profiles/auetal.yaml", desk.path("p.yaml")).expect("the file can be copied");
        fs::create_dir_all(desk.path("rules/data")).expect("the folder can be made");
        for name in ["pack.yaml", "cases.yaml"] {
            let to = desk.path("rules/data").join(name);
            fs::copy(Path::new("rules/data").join(name), to).expect("the file can be copied");
        }
        desk.write(
            "a.ndjson",
            "{\"id\": \"a\", \"data\": {\"inventory\": 1}}\n{\"id\": \"b\", \"goals\": []}\n",
        );
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("the file can be written");
    }

    fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Everything in the folder, hidden files too.
    fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path(folder))
            .expect("the folder is there")
            .map(|entry| entry.expect("an entry"));
        let mut names: Vec<String> =
            entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::cargo_bin("dteam").expect("the binary is built");
        command.current_dir(self.folder.path()).args(arguments).timeout(Duration::from_secs(120));
        command.output().expect("it runs")
    }

    /// Runs a line of shell in which `dteam` is the program.
    #[cfg(unix)]
    fn shell(&self, line: &str) -> Output {
        let mut command = Command::new("sh");
        let line = line
            .replace("dteam", &format!("'{}'", assert_cmd::cargo::cargo_bin("dteam").display()));
        command
            .current_dir(self.folder.path())
            .arg("-c")
            .arg(line)
            .timeout(Duration::from_secs(120));
        command.output().expect("there is a shell")
    }
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn refused(output: &Output, code: &str, what: &str) {
    let said = said(output);
    assert_eq!(output.status.code(), Some(2), "{what}: {said}");
    assert!(said.contains(code), "{what}: {said}");
}

/// Commands that read the profile, the records or the pack.
const READERS: [(&str, &str); 17] = [
    ("p.yaml", "advise p.yaml"),
    ("p.yaml", "classify p.yaml"),
    ("p.yaml", "explain p.yaml data/inventory"),
    ("p.yaml", "check p.yaml"),
    ("p.yaml", "batch p.yaml"),
    ("p.yaml", "batch . --summary-only"),
    ("p.yaml", "interview p.yaml"),
    ("a.ndjson", "batch a.ndjson"),
    ("rules/data/pack.yaml", "batch a.ndjson --rules rules"),
    ("rules/data/cases.yaml", "test rules"),
    ("rules/data/cases.yaml", "test rules --update"),
    ("rules/data/pack.yaml", "check rules/data/cases.yaml"),
    ("rules/data/pack.yaml", "doc rules"),
    ("rules/data/pack.yaml", "rules --rules rules"),
    ("rules/data/pack.yaml", "schema profile --rules rules/data"),
    ("rules/data/pack.yaml", "new profile --rules rules"),
    ("rules/data/pack.yaml", "interview q.yaml --rules rules"),
];

#[test]
fn no_command_writes_over_what_it_reads_under_another_name() {
    for (file, line) in READERS {
        let desk = Desk::new();
        let before = desk.read(file);
        fs::hard_link(desk.path(file), desk.path("other.txt")).expect("the link can be made");
        let mut names = vec!["other.txt", file];
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(file, desk.path("link.txt")).expect("the link can be made");
            names.push("link.txt");
        }
        for name in names {
            let arguments: Vec<&str> = line.split(' ').chain(["-o", name]).collect();
            refused(&desk.run(&arguments), "D006", &format!("{line} -o {name}"));
        }
        #[cfg(unix)]
        refused(&desk.shell(&format!("dteam {line} >> other.txt")), "D006", line);
        assert_eq!(desk.read(file), before, "{line}");
        assert!(!desk.path("q.yaml").exists());
    }
}

#[cfg(unix)]
#[test]
fn standard_input_is_read_too() {
    for (file, line) in [
        ("p.yaml", "advise - -o p.yaml < p.yaml"),
        ("p.yaml", "classify - >> p.yaml < p.yaml"),
        ("p.yaml", "explain - data/inventory -o p.yaml < p.yaml"),
        ("p.yaml", "interview p.yaml < p.yaml"),
        ("a.ndjson", "batch - -o a.ndjson < a.ndjson"),
        ("a.ndjson", "batch - --rejects a.ndjson < a.ndjson"),
        ("a.ndjson", "batch - --summary a.md < a.ndjson"),
        ("a.ndjson", "batch - >> a.ndjson < a.ndjson"),
        ("a.ndjson", "batch - >> a.md < a.ndjson"),
    ] {
        let desk = Desk::new();
        fs::hard_link(desk.path("a.ndjson"), desk.path("a.md")).expect("the link can be made");
        let before = desk.read(file);
        refused(&desk.shell(&format!("dteam {line}")), "D006", line);
        assert_eq!(desk.read(file), before, "{line}");
    }
    // What is no ordinary file can be both.
    let desk = Desk::new();
    assert_eq!(desk.shell("dteam advise p.yaml < /dev/null > /dev/null").status.code(), Some(0));
}

#[cfg(unix)]
#[test]
fn two_outputs_are_never_one_file() {
    let desk = Desk::new();
    refused(&desk.shell("dteam batch a.ndjson --rejects x > x"), "D818", "rejects");
    refused(
        &desk.shell("touch x; ln x y; dteam batch a.ndjson -o x --rejects y"),
        "D818",
        "hard link",
    );
    // By the name of the device, standard output is gone on with, not replaced.
    desk.write("log", "of yesterday\n");
    for line in ["advise p.yaml", "batch a.ndjson --quiet"] {
        let run = desk.shell(&format!("dteam {line} -o /dev/stdout >> log"));
        assert_eq!(run.status.code(), Some(0), "{}", said(&run));
        let log = desk.read("log");
        assert!(log.starts_with(b"of yesterday\n") && log.len() > 1000, "{line}");
    }
}

#[test]
fn reports_never_take_the_place_of_other_files() {
    let desk = Desk::new();
    fs::create_dir(desk.path("profiles")).expect("the folder can be made");
    fs::copy("profiles/nordmarken.json", desk.path("profiles/nordmarken.json"))
        .expect("the file can be copied");
    let before = desk.read("profiles/nordmarken.json");
    for arguments in [
        &["batch", "profiles", "--reports", "profiles", "--report-format", "json"][..],
        &[
            "batch",
            "profiles/nordmarken.json",
            "--reports",
            "./profiles",
            "--report-format",
            "json",
        ],
        // Not an input, and yet somebody's.
        &["batch", "a.ndjson", "--reports", "profiles", "--report-format", "json"],
    ] {
        refused(&desk.run(arguments), "D824", &format!("{arguments:?}"));
        assert_eq!(desk.names("profiles"), ["nordmarken.json"]);
        assert_eq!(desk.read("profiles/nordmarken.json"), before);
    }
    desk.write("profiles/text.md", "goals: []\n");
    refused(
        &desk.run(&[
            "batch",
            "--input-format",
            "profile",
            "profiles/text.md",
            "--reports",
            "profiles",
        ]),
        "D824",
        "the extension of reports",
    );
    fs::remove_file(desk.path("profiles/text.md")).expect("the file can be removed");
    // Reports of another form, and reports of earlier runs, are in nobody's way; other files of
    // their form are left alone.
    for (form, extension) in
        [("markdown", "md"), ("html", "html"), ("text", "txt"), ("json", "json")]
    {
        let folder = if form == "json" { "new" } else { "profiles" };
        let notes = format!("{folder}/notes.{extension}");
        let report = |language| {
            desk.run(&[
                "batch",
                "a.ndjson",
                "--reports",
                folder,
                "--report-format",
                form,
                "--lang",
                language,
            ])
        };
        for language in ["de", "en", "de"] {
            let run = report(language);
            assert_eq!(run.status.code(), Some(0), "{form}: {}", said(&run));
        }
        desk.write(&notes, "Nothing of this may be lost.\n");
        refused(&report("de"), "D824", form);
        assert_eq!(desk.read(&notes), b"Nothing of this may be lost.\n");
    }
    assert_eq!(desk.read("profiles/nordmarken.json"), before);
}

#[cfg(unix)]
#[test]
fn nothing_that_is_no_file_is_waited_for() {
    let desk = Desk::new();
    let pipe = |name: &str| {
        let made = std::process::Command::new("mkfifo").arg(desk.path(name)).status();
        assert!(made.expect("there is a mkfifo").success());
    };
    fs::create_dir(desk.path("profiles")).expect("the folder can be made");
    ["profiles/a.yaml", "profiles/c.json", "q.yaml", "rules/data/more.rhai"]
        .iter()
        .for_each(|name| pipe(name));
    fs::copy(desk.path("p.yaml"), desk.path("profiles/b.yaml")).expect("the file can be copied");
    let run = desk.run(&["batch", "profiles", "--lang", "en"]);
    assert_eq!(
        (run.status.code(), run.stdout.iter().filter(|byte| **byte == b'\n').count()),
        (Some(1), 1)
    );
    for name in ["a.yaml", "c.json"] {
        let no_file =
            format!("`{}` is no ordinary file", Path::new("profiles").join(name).display());
        assert!(said(&run).contains(&no_file), "{}", said(&run));
    }
    refused(&desk.run(&["interview", "q.yaml"]), "D001", "interview");
    refused(&desk.run(&["rules", "--rules", "rules"]), "D001", "rules");
    assert_eq!(desk.run(&["check", "profiles"]).status.code(), Some(0));
    // A pipe that somebody names is read, and written to.
    let run = desk.shell("cat a.ndjson > q.yaml & dteam batch q.yaml --input-format ndjson -q");
    assert_eq!(run.stdout.iter().filter(|byte| **byte == b'\n').count(), 2, "{}", said(&run));
    let run = desk
        .shell("mkfifo s.md; cat s.md > told & dteam batch a.ndjson --summary s.md -o x -q --lang en; wait; cat told");
    assert!(String::from_utf8_lossy(&run.stdout).contains("2 municipalities"), "{}", said(&run));
}

#[cfg(unix)]
#[test]
fn a_profile_that_becomes_a_pipe_is_not_waited_for() {
    let desk = Desk::new();
    let line = "(until [ -s told ]; do sleep 0.1; done; rm p.yaml; mkfifo p.yaml; echo Neustadt; echo e) \
                | dteam interview p.yaml --again --lang en > told";
    refused(&desk.shell(line), "is no ordinary file", line);
}

#[cfg(target_os = "linux")]
#[test]
fn what_could_not_be_printed_is_not_done() {
    let desk = Desk::new();
    for line in [
        "dteam --help",
        "dteam --version",
        "dteam help advise",
        "dteam batch --help",
        "dteam advise p.yaml",
        "dteam classify p.yaml --format json",
        "dteam explain p.yaml data/inventory",
        "dteam check p.yaml",
        "dteam check --explain D001",
        "dteam test rules",
        "dteam doc data",
        "dteam rules",
        "dteam schema pack",
        "dteam new profile",
        "dteam new pack made",
        "dteam completions bash",
        "dteam man advise",
        "dteam batch a.ndjson",
        "dteam batch a.ndjson --summary",
        "dteam batch --csv-template",
        "echo e | dteam interview q.yaml",
    ] {
        refused(&desk.shell(&format!("{line} >&-")), "D024", line);
        let _ = fs::remove_dir_all(desk.path("made"));
        refused(&desk.shell(&format!("{line} > /dev/full")), "D024", line);
        let _ = fs::remove_dir_all(desk.path("made"));
        // Whoever has seen enough is told nothing.
        let piped = desk.shell(&format!("{line} | true"));
        assert_eq!(said(&piped).matches("[D").count(), 0, "{line}: {}", said(&piped));
        let _ = fs::remove_dir_all(desk.path("made"));
        assert_eq!(desk.shell(&format!("{line} > /dev/null")).status.code(), Some(0), "{line}");
        let _ = fs::remove_dir_all(desk.path("made"));
    }
    // Where nothing is to be printed, nothing is missing.
    assert_eq!(desk.shell("dteam advise p.yaml -o x >&-").status.code(), Some(0));
    assert_eq!(desk.shell("dteam batch a.ndjson -o x >&-").status.code(), Some(0));
    assert_eq!(desk.shell("dteam --no-such-option >&-").status.code(), Some(2));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_what_was_there() {
    let many: String = (0..200)
        .map(|id| format!("{{\"id\": \"r{id}\", \"data\": {{\"inventory\": 1}}}}\n"))
        .collect();
    for (line, outputs) in [
        ("dteam advise p.yaml -o x", &["x"][..]),
        ("dteam advise p.yaml --format html -o x", &["x"]),
        ("dteam explain p.yaml data/inventory -o x --format json", &["x"]),
        ("dteam doc -o x", &["x"]),
        ("dteam rules -o x", &["x"]),
        ("dteam schema pack -o x", &["x"]),
        ("dteam completions bash -o x", &["x"]),
        ("dteam man --all .", &["dteam-batch.1"]),
        ("dteam batch a.ndjson -o y --summary x", &["x"]),
        ("dteam batch many.ndjson -o y --summary x", &["x"]),
        ("dteam batch a.ndjson --reports . --report-format html", &["a.html"]),
        ("dteam test rules --update", &["rules/data/cases.yaml"]),
        ("printf 'Neustadt\\ne\\n' | dteam interview p.yaml --again", &["p.yaml"]),
    ] {
        let desk = Desk::new();
        desk.write("many.ndjson", &many);
        // Something to update, in a file that is larger than there is room for.
        let cases = String::from_utf8(desk.read("rules/data/cases.yaml")).expect("cases are text");
        let wrong = "  - {name: added, profile: {data: {inventory: 0}}, silent: [inventory]}\n";
        desk.write("rules/data/cases.yaml", &format!("{cases}{wrong}"));
        let profile = String::from_utf8(desk.read("p.yaml")).expect("profiles are text");
        desk.write("p.yaml", &format!("{profile}{}", "# more\n".repeat(2000)));
        if line.contains("--reports") {
            desk.shell(&format!("{line} --lang en"));
        }
        for name in outputs.iter().filter(|name| !desk.path(name).exists()) {
            desk.write(name, "of yesterday");
        }
        let before: Vec<Vec<u8>> = outputs.iter().map(|name| desk.read(name)).collect();
        // Where files may not grow beyond some kilobytes, writing fails as on a full disk.
        let run = desk.shell(&format!("trap '' XFSZ; ulimit -f 1; {line}"));
        refused(&run, "D005", line);
        assert!(said(&run).contains("kein Platz mehr"), "{line}: {}", said(&run));
        let after: Vec<Vec<u8>> = outputs.iter().map(|name| desk.read(name)).collect();
        assert!(before == after, "{line}");
        let left: Vec<String> = [desk.names("."), desk.names("rules/data")].concat();
        assert!(!left.iter().any(|name| name.contains(".dteam-")), "{line}: {left:?}");
    }
    let desk = Desk::new();
    refused(&desk.shell("trap '' XFSZ; ulimit -f 1; dteam new pack made"), "D005", "new pack");
    assert!(!desk.names(".").iter().any(|name| name.contains("made")), "{:?}", desk.names("."));
}

#[test]
fn what_killed_commands_leave_behind_goes_with_the_next_one() {
    let desk = Desk::new();
    for name in [".x.dteam-new", ".q.yaml.dteam-new", ".file.dteam-new", ".made.dteam-new"] {
        desk.write(name, "left behind");
    }
    fs::create_dir_all(desk.path(".made.dteam-folder/data")).expect("the folder can be made");
    assert_eq!(desk.run(&["advise", "p.yaml", "-o", "x"]).status.code(), Some(0));
    // A questionnaire finds out at once whether it will be able to save.
    assert_eq!(desk.run(&["interview", "q.yaml"]).status.code(), Some(2));
    assert_eq!(desk.run(&["man", "--all", "."]).status.code(), Some(0));
    assert_eq!(desk.run(&["new", "pack", "made"]).status.code(), Some(0));
    let left: Vec<String> =
        desk.names(".").into_iter().filter(|name| name.starts_with('.')).collect();
    assert!(left.is_empty(), "{left:?}");
    // Here, what was left behind may have any form.
    #[cfg(unix)]
    {
        desk.write("mine", "mine");
        std::os::unix::fs::symlink("mine", desk.path(".x.dteam-new"))
            .expect("the link can be made");
        assert_eq!(desk.run(&["advise", "p.yaml", "-o", "x"]).status.code(), Some(0));
        assert_eq!(desk.read("mine"), b"mine");
    }
}

#[test]
fn what_another_command_is_writing_is_left_to_it() {
    let desk = Desk::new();
    desk.write("x", "of yesterday");
    desk.write(".x.dteam-new", "half of today");
    let held = fs::File::open(desk.path(".x.dteam-new")).expect("it is there");
    held.lock().expect("it can be locked");
    let run = desk.run(&["advise", "p.yaml", "-o", "x", "--lang", "en"]);
    refused(&run, "another command is writing to `x` just now", "advise");
    assert_eq!(
        (desk.read("x"), desk.read(".x.dteam-new")),
        (b"of yesterday".to_vec(), b"half of today".to_vec())
    );
    drop(held);
    assert_eq!(desk.run(&["advise", "p.yaml", "-o", "x"]).status.code(), Some(0));
    assert!(!desk.path(".x.dteam-new").exists());
}

#[test]
fn empty_inputs_end_alike() {
    let desk = Desk::new();
    for text in ["", "\n", " \n\t\n\n", "\u{feff}", "# nothing\n"] {
        desk.write("e.yaml", text);
        desk.write("rules/data/cases.yaml", text);
        for line in [
            "advise e.yaml",
            "classify e.yaml",
            "explain e.yaml data/inventory",
            "check e.yaml",
            "batch e.yaml",
            "test rules",
            "check rules",
        ] {
            let run = desk.run(&line.split(' ').collect::<Vec<_>>());
            let told = format!("{}{}", said(&run), String::from_utf8_lossy(&run.stdout));
            assert_eq!(run.status.code(), Some(2), "{line} {text:?}: {told}");
            assert!(told.contains("D004") || told.contains("D707"), "{line} {text:?}: {told}");
        }
        for line in ["advise -", "classify -", "explain - data/inventory"] {
            let mut command = Command::cargo_bin("dteam").expect("the binary is built");
            let run = command.args(line.split(' ')).write_stdin(text).output().expect("it runs");
            refused(&run, "D004", line);
        }
    }
    fs::create_dir(desk.path("empty")).expect("the folder can be made");
    for line in ["check empty", "test empty", "batch empty", "doc ./empty", "rules --rules empty"] {
        let run = desk.run(&line.split(' ').collect::<Vec<_>>());
        let told = format!("{}{}", said(&run), String::from_utf8_lossy(&run.stdout));
        assert_eq!(run.status.code(), Some(2), "{line}: {told}");
        assert!(told.contains("[D") && told.contains("empty"), "{line}: {told}");
    }
}
