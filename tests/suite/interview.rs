//! The questionnaire, with answers piped in and on a terminal.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

mod placed;
#[cfg(unix)]
mod terminal;

/// A folder for one test.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Desk { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("the file can be written");
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("there is a file")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::cargo_bin("dteam").expect("the binary is built");
        command
            .current_dir(self.folder.path())
            .env("SOURCE_DATE_EPOCH", "1800000000")
            .arg("interview")
            .args(arguments);
        command
    }

    /// What is said, with these lines piped in.
    fn told(&self, arguments: &[&str], lines: &[&str]) -> String {
        let output =
            self.command(arguments).write_stdin(lines.join("\n")).output().expect("it runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("output is text")
    }

    /// The exit code and what is said of mistakes.
    fn refused(&self, arguments: &[&str], lines: &[&str]) -> (Option<i32>, String) {
        let output =
            self.command(arguments).write_stdin(lines.join("\n")).output().expect("it runs");
        (output.status.code(), String::from_utf8(output.stderr).expect("output is text"))
    }
}

/// The answers alone: no comments, nothing open.
fn answers(text: &str) -> Vec<&str> {
    let open = |line: &str| {
        line.trim_end().ends_with(':') || line.trim_start().starts_with('#') || line.is_empty()
    };
    text.lines().filter(|line| !open(line)).map(str::trim).collect()
}

/// The facts and the ten questions that decide most, answered as a mayor might.
const SHORT: [&str; 19] = [
    "Auetal",
    "1",
    "rund 9.400",
    "NI",
    "eigene",
    "nein",
    "rechtliche, 2 3",
    "1 2",
    "keine",
    "0",
    "1 2 3",
    // In use already.
    "2 4",
    "2",
    "4",
    "0",
    "1",
    "8",
    "",
    "2",
];

#[test]
fn the_questions_that_decide_most() {
    let desk = Desk::new();
    let told = desk.told(&["--short", "--width", "80"], &SHORT);
    insta::assert_snapshot!("short-de", told);
    assert_eq!(
        answers(&desk.read("profile.yaml")),
        [
            "name: Auetal",
            "kind: gemeinde",
            "population: 9400",
            "state: NI",
            "administration: own",
            "district_free: false",
            "goals: [legal_requirements, funding, efficiency]",
            "fields_of_action: [administration, digital_infrastructure]",
            "status: none",
            "links: []",
            "in_use: [form_server, dms, de_mail]",
            "planned: [e_payment]",
            "uses: []",
            "offered: [specialist_applications]",
            "days_per_quarter: 8",
            "participation: [defect_reporting]",
        ]
    );
    // The profile can be used as it is.
    let advised = Command::cargo_bin("dteam")
        .expect("the binary is built")
        .arg("advise")
        .arg(desk.path("profile.yaml"))
        .output();
    assert!(advised.expect("it runs").status.success());
}

#[test]
fn english_on_request() {
    let desk = Desk::new();
    let lines = [
        "Auetal",
        "b",
        "",
        "rural",
        "?",
        "9,400",
        "",
        "",
        "",
        "nine",
        "1 2 3",
        "",
        "o",
        "5",
        "2",
        "1",
        "staff planning",
        "q",
    ];
    let told = desk.told(&["auetal.yaml", "--lang", "en", "--width", "72"], &lines);
    insta::assert_snapshot!("english", told);
    assert!(desk.read("auetal.yaml").contains("inventory: 2"));
}

#[test]
fn mistakes_are_answered_at_once() {
    let desk = Desk::new();
    let lines = [
        "12",
        "Auetal",
        "Stadtt",
        "7",
        "1 2",
        "stadt",
        "viele",
        "12",
        "9,5",
        "-9000",
        "9400",
        "",
        "",
        "",
        "1 1",
        "1 2 3 4",
        "Förderung",
        "funding",
        "e",
    ];
    let told = desk.told(&["a.yaml", "--width", "80"], &lines);
    let said: Vec<&str> =
        told.lines().filter(|line| line.starts_with("  ") && line.contains(['„', 'N'])).collect();
    insta::assert_snapshot!("mistakes", said.join("\n"));
    assert_eq!(
        answers(&desk.read("a.yaml")),
        ["name: Auetal", "kind: stadt", "population: 9400", "goals: [funding]"]
    );
}

#[test]
fn back_keeps_and_changes() {
    let desk = Desk::new();
    desk.told(
        &["a.yaml"],
        &["Auetal", "1", "z", "", "9400", "z", "z", "z", "Bautal", "-", "", "e"],
    );
    assert_eq!(answers(&desk.read("a.yaml")), ["name: Bautal", "population: 9400"]);
    let told = desk.told(&["b.yaml"], &["z", "e"]);
    assert!(told.contains("Das ist die erste Frage.") && told.contains("keine Datei angelegt"));
    assert!(!desk.path("b.yaml").exists());
}

#[test]
fn a_file_goes_on_as_it_is_written() {
    let desk = Desk::new();
    let before = "# Entwurf für den Rat\nmunicipality: {name: \"Bad Muster\", kind: stadt}   # geprüft\n\ncomponents:\n  in_use:          # laut IT\n    - dms          # E-Akte seit 2021\n    # gekündigt:\n    - de_mail\n  planned: [e_payment]\ndata: {open_data: 1}\ngoals: [funding]\n";
    desk.write("a.yaml", before);
    // Population; then by the overview to the components: without De-Mail and with a chatbot.
    let told = desk.told(&["a.yaml"], &["9000", "u", "4", "10 2", "", "", "", "", "", "", "e"]);
    assert!(told.contains("Sechs von 42 Fragen sind schon beantwortet."));
    let after = desk.read("a.yaml");
    let expected = before
        .replace("kind: stadt}", "kind: stadt, population: 9000}")
        .replace("    - de_mail\n", "    - chatbot\n");
    assert_eq!(after, expected);
}

#[test]
fn all_answered_and_kept_is_the_same_file() {
    for (name, answered) in [("auetal.yaml", 28), ("nordmarken.json", 29)] {
        let desk = Desk::new();
        let before = fs::read_to_string(Path::new("profiles").join(name))
            .expect("the profile is in the repository");
        desk.write(name, &before);
        let told = desk.told(&[name, "--again"], &[""; 64]);
        assert!(told.contains(&format!("ist unverändert: {answered} von 42")), "{told}");
        assert_eq!(desk.read(name), before);
    }
    let desk = Desk::new();
    let profile =
        fs::read_to_string("profiles/nordmarken.json").expect("the profile is in the repository");
    let mut profile: serde_json::Value = serde_json::from_str(&profile).expect("it is JSON");
    profile["municipality"]["administration"] = "own".into();
    profile["municipality"]["district_free"] = false.into();
    profile["capacity"]["days_per_quarter"] = 60.into();
    profile["current_law"] = serde_json::json!({
        "emergency_plan": "written", "basic_security": "started", "ai": [], "ai_measures": [],
        "companies": "none", "invoices": ["receive"], "accessibility": ["statement"],
        "id_photos": "services", "contracts": "unknown", "settled": [],
    });
    desk.write("a.json", &profile.to_string());
    assert!(
        desk.told(&["a.json"], &[])
            .contains("Noch einmal durchgehen: dteam interview a.json --again")
    );
}

#[test]
fn the_rest_comes_after_a_pause() {
    let desk = Desk::new();
    let mut lines = vec![""; 17];
    lines.extend(["weiter?", "", "", "2", "e"]);
    let told = desk.told(&["a.yaml", "--width", "80"], &lines);
    let (_, pause) = told.split_once("\nDas Wichtigste").expect("there is a pause");
    insta::assert_snapshot!("pause", format!("Das Wichtigste{pause}"));
}

#[test]
fn contradictions_are_settled_or_left() {
    let desk = Desk::new();
    desk.write(
        "a.yaml",
        "fim: {known: false, used: true}\nmunicipality: {kind: kreis, population: 9000}\n",
    );
    let told = desk.told(&["a.yaml", "--width", "80", "--short"], &["5", "2", "n", "", "e"]);
    let (told, _) = told.split_once("\nDie Kommune").expect("then the questions begin");
    insta::assert_snapshot!("contradictions", told);
    assert!(desk.read("a.yaml").starts_with("fim: {known: false, used: false}\n"));
    // What is left stands in the way of the advice.
    desk.write("b.yaml", "fim: {known: false, used: true}\n");
    let told = desk.told(&["b.yaml", "--width", "80"], &["", "e"]);
    let (_, end) =
        told.split_once("Gespeichert").or_else(|| told.split_once("b.yaml ist")).expect("it ends");
    insta::assert_snapshot!("refused", end);
}

#[test]
fn faulty_answers_are_asked_again() {
    let desk = Desk::new();
    desk.write("a.yaml", "data: {inventory: viel}  # unklar\nozg: {considered: ja}\n");
    let lines = ["u", "4", "", "", "", "", "j", "u", "5", "überw", "e"];
    let told = desk.told(&["a.yaml", "--width", "80"], &lines);
    assert!(
        told.contains("In der Datei steht hier „viel“, das ist keine mögliche Antwort."),
        "{told}"
    );
    assert_eq!(desk.read("a.yaml"), "data: {inventory: 2}  # unklar\nozg: {considered: true}\n");
    // What no answer can fix is shown with its place.
    desk.write("b.yaml", "data: {inventry: 1}\ngoals: [x\n");
    let (code, problems) = desk.refused(&["b.yaml"], &["e"]);
    assert_eq!(code, Some(2));
    assert!(problems.contains("b.yaml:"), "{problems}");
    desk.write("c.yaml", "data: {inventry: 1}\n");
    let (code, problems) = desk.refused(&["c.yaml"], &["e"]);
    assert_eq!(code, Some(2));
    assert!(problems.contains("c.yaml:1:8") && problems.contains("inventory"), "{problems}");
}

#[test]
fn what_cannot_be_written_is_said() {
    let desk = Desk::new();
    let anchored = "responsibility: {administration: &one [it], community: *one}\n";
    desk.write("a.yaml", anchored);
    let (code, problems) =
        desk.refused(&["a.yaml", "--again"], &["", "", "", "", "", "", "", "", "", "", "", "1"]);
    assert_eq!(code, Some(2));
    assert!(
        problems.contains("D216") && problems.contains("Die letzte Antwort ist nicht gespeichert."),
        "{problems}"
    );
    assert_eq!(desk.read("a.yaml"), anchored);
    assert_eq!(desk.refused(&["none/a.yaml"], &["e"]).0, Some(2));
    assert_eq!(desk.refused(&["-"], &["e"]).0, Some(2));
    assert_eq!(desk.refused(&["a.yaml", "-o", "a.yaml"], &["e"]).0, Some(2));
    let (code, problems) = desk.refused(&["b.yaml"], &[]);
    assert_eq!(code, Some(2));
    assert!(problems.contains("Keine Eingabe"), "{problems}");
    assert!(!desk.path("b.yaml").exists());
}

#[test]
fn packs_ask_questions_of_their_own() {
    let desk = Desk::new();
    let rules = fs::canonicalize("tests/suite/packs/school-digital")
        .expect("the pack is in the repository");
    let rules = rules.to_string_lossy();
    desk.write("a.yaml", "# leer\n");
    let told = desk.told(&["a.yaml", "--rules", &rules, "--width", "80"], &["u", "9", "1", "e"]);
    let (_, told) = told.split_once("\nÜbersicht").expect("there is an overview");
    let (told, _) = told.split_once("\nGespeichert").expect("it ends");
    insta::assert_snapshot!("pack", told);
    assert!(
        desk.read("a.yaml").starts_with("# leer\nschool_digital:\n  "),
        "{}",
        desk.read("a.yaml")
    );
}

#[test]
fn an_empty_file_becomes_the_empty_profile() {
    let desk = Desk::new();
    desk.write("a.yaml", "\n");
    desk.told(&["a.yaml"], &["Auetal", "e"]);
    assert!(desk.read("a.yaml").starts_with("# Wie ist die Kommune digital aufgestellt?\n"));
    // Without an answer it stays as it is.
    desk.write("b.yaml", "\n");
    desk.told(&["b.yaml"], &["", "e"]);
    assert_eq!(desk.read("b.yaml"), "\n");
}

#[test]
fn odd_bytes_do_no_harm() {
    let desk = Desk::new();
    desk.write("a.yaml", "\u{feff}municipality: {kind: stadt}\r\n");
    let mut lines = b"\xff\xfe\n\x1b[A\n".to_vec();
    lines.extend(vec![b'x'; 200_000]);
    lines.extend(b"\nAu\x07etal\r\nAuetal\r\ne\n");
    let output = desk.command(&["a.yaml"]).write_stdin(lines).output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let told = String::from_utf8(output.stdout).expect("output is text");
    assert!(!told.contains('\u{1b}') && told.len() < 20_000);
    assert_eq!(desk.read("a.yaml"), "\u{feff}municipality: {kind: stadt, name: Auetal}\r\n");
}

#[test]
fn what_cannot_be_read_for_certain_is_asked_again() {
    let long = "x".repeat(100_000);
    for (line, reason) in [
        (&b"M\xfcnster"[..], "cannot be read (\u{fffd})"),
        (b"\xc4ltental", "cannot be read (\u{fffd})"),
        ("M\u{fffd}nster".as_bytes(), "cannot be read (\u{fffd})"),
        (b"\xff\xfeA\x00u\x00", "cannot be read (\u{fffd})"),
        (b"A\0uetal", "control characters"),
        (b"Auetla\x1b[D\x1b[Dal", "control characters"),
        (b"Auetla\x1bODal", "control characters"),
        (b"\x1b]0;title\x07Auetal", "control characters"),
        (b"Au\x1betal", "control characters"),
        (b"Auetla\x7f\x7fal", "control characters"),
        ("Au\u{9b}Detal".as_bytes(), "control characters"),
        (long.as_bytes(), "at most 16,384 characters"),
    ] {
        let desk = Desk::new();
        let input = [line, b"\nAuetal\nq\n"].concat();
        let output =
            desk.command(&["a.yaml", "--lang", "en", "--width", "200"]).write_stdin(input).output();
        let told = String::from_utf8(output.expect("it runs").stdout)
            .expect("output is text")
            .to_lowercase();
        assert_eq!(told.matches(reason).count(), 1, "{line:?}: {told}");
        assert_eq!(told.matches("name of the municipality: ").count(), 2, "{told}");
        assert!(!told.contains(['\u{1b}', '\0', '\u{9b}']), "{told:?}");
        assert_eq!(answers(&desk.read("a.yaml")), ["name: Auetal"], "{line:?}");
    }
}

#[test]
fn lines_end_in_every_way() {
    for input in [
        "Auetal\r1\r9400\re\r",
        "Auetal\r\n1\r\n9400\r\ne",
        "\x1b[200~Auetal\x1b[201~\n1\n9400\ne\n",
    ] {
        let desk = Desk::new();
        assert!(
            desk.command(&["a.yaml"])
                .write_stdin(input)
                .output()
                .expect("it runs")
                .status
                .success()
        );
        assert_eq!(
            answers(&desk.read("a.yaml")),
            ["name: Auetal", "kind: gemeinde", "population: 9400"],
            "{input:?}"
        );
    }
}

#[test]
fn the_advice_can_be_written_at_the_end() {
    let desk = Desk::new();
    let told = desk.told(&["a b.yaml", "--short", "-o", "advice.md"], &SHORT);
    assert!(
        told.contains("dteam advise 'a b.yaml'")
            && told.ends_with("Die Beratung steht in advice.md.\n"),
        "{told}"
    );
    assert!(desk.read("advice.md").starts_with("# Digitale Kommune: Beratung für Auetal"));
}
