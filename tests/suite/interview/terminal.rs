//! The questionnaire on a terminal of ten rows and forty columns.

use std::io::Write;

use rexpect::session::PtySession;

use super::Desk;

/// The questionnaire in a small window.
fn small(desk: &Desk) -> PtySession {
    on(desk, "xterm", "")
}

/// The questionnaire on a terminal of this name; then another command.
fn on(desk: &Desk, terminal: &str, then: &str) -> PtySession {
    let program = assert_cmd::cargo::cargo_bin("dteam");
    let folder = desk.folder.path().display();
    let program = program.display();
    let questionnaire =
        format!("NO_COLOR=1 TERM={terminal} '{program}' interview a.yaml --lang en");
    let last = if then.is_empty() {
        format!("exec env {questionnaire}")
    } else {
        format!("{questionnaire}; {then}")
    };
    let command = format!(
        "sh -c \"cd '{folder}' && stty rows 10 cols 40 && echo $$ >pid && stty -g >modes && {last}\""
    );
    rexpect::spawn(&command, Some(60_000)).expect("there is a terminal")
}

/// Types this when the first question is there, and waits for the second.
fn typed(session: &mut PtySession, keys: &[u8]) {
    session.exp_string("Name of the municipality: ").expect("the first question");
    press(session, keys);
    session.exp_string("Kind of municipality: ").expect("the next");
}

fn press(session: &PtySession, keys: &[u8]) {
    let mut terminal = session.process().get_file_handle().expect("there is a terminal");
    terminal.write_all(keys).expect("it takes keys");
}

/// Ends the questionnaire; all that was said since.
fn ended(session: &mut PtySession) -> String {
    session.send_control('d').expect("it is read");
    session.exp_eof().expect("it ends")
}

/// The exit code.
fn code(session: &PtySession) -> i32 {
    // The type that holds it is not the library's own.
    let status = format!("{:?}", session.process().wait().expect("it has ended"));
    let code =
        status.rsplit_once(", ").and_then(|(_, code)| code.trim_end_matches(')').parse().ok());
    code.unwrap_or_else(|| panic!("{status}"))
}

#[test]
fn a_small_window_is_enough() {
    let desk = Desk::new();
    let mut session = small(&desk);
    let begin = session.exp_string("Name of the municipality: ").expect("the first question");
    let begin = begin.replace("\u{1b}[?2004h", "");
    assert!(begin.lines().all(|line| line.chars().count() <= 40), "{begin}");
    session.send_line("Auetal").expect("it is read");
    session.exp_string("Noted: Auetal.").expect("it is noted");
    session.exp_string("Kind of municipality: ").expect("the next");
    // Each answer is in the file before the next question.
    assert!(desk.read("a.yaml").contains("name: Auetal"));
    session.send_line("b").expect("it is read");
    session.exp_string("So far: Auetal").expect("the one before");
    session.exp_string("Name of the municipality: ").expect("the one before");
    session.send_line("").expect("it is read");
    session.exp_string("Stays: Auetal.").expect("it stays");
    session.exp_string("Kind of municipality: ").expect("the next");
    session.send_control('d').expect("it is read");
    session.exp_string("Saved in a.yaml").expect("it says where");
    session.exp_string("To go on: dteam interview a.yaml --lang en").expect("it says how");
    session.exp_eof().expect("it ends");
    assert_eq!(code(&session), 0);
}

#[test]
fn an_interrupt_loses_nothing() {
    let desk = Desk::new();
    let mut session = small(&desk);
    session.exp_string("Name of the municipality: ").expect("the first question");
    session.send_line("Auetal").expect("it is read");
    session.exp_string("Kind of municipality: ").expect("the next");
    session.send_control('c').expect("it is read");
    session.exp_string("Interrupted.").expect("it says so");
    session.exp_string("Saved in a.yaml").expect("it says where");
    session.exp_eof().expect("it ends");
    assert_eq!(code(&session), 130);
    assert!(desk.read("a.yaml").contains("name: Auetal"));
}

#[test]
fn a_file_that_somebody_else_changes_is_left_alone() {
    let desk = Desk::new();
    let mut session = small(&desk);
    session.exp_string("Name of the municipality: ").expect("the first question");
    desk.write("a.yaml", "municipality: {name: Other}\n");
    session.send_line("Auetal").expect("it is read");
    session.exp_string("The last answer is not saved.").expect("it says so");
    session.exp_string("D005").expect("it says why");
    session.exp_eof().expect("it ends");
    assert_eq!(code(&session), 2);
    assert_eq!(desk.read("a.yaml"), "municipality: {name: Other}\n");
}

#[test]
fn the_line_can_be_edited() {
    for (keys, name) in [
        ("Auetla\x1b[D\x1b[D\x1b[3~\x1b[Cl\r", "Auetal"),
        ("Auetla\x1bOD\x1bODal\x0b\n", "Auetal"),
        ("uetal\x1b[HA\x1b[F!\x7f\r", "Auetal"),
        ("uetal\x01A\x05!\x08\r", "Auetal"),
        ("Bautal\x15Auetal\r", "Auetal"),
        ("Auetal Bautal\x17\r", "Auetal"),
        ("Mu\u{308}x\x7f\x7funster\x1b[1;5D\x1b[C\x1b[3~ü\r", "Münster"),
        // A line of several rows, changed in the first.
        (
            "Bd Muster am See im schönen Tal der Aue bei Auetal\x1b[1~\x1b[Ca\r",
            "Bad Muster am See im schönen Tal der Aue bei Auetal",
        ),
        // Nothing of what other keys, a mouse, or answers of the terminal send.
        (
            "\x1b[AAu\x1b[15~\x1b[1;5A\x1b[<0;5;5M\x1b[97;5uet\x1b]11;rgb:0/0/0\x07\x1bP1$r0m\x1b\\al\t\x0c\r",
            "Auetal",
        ),
        // A line end that is pasted is none of the questionnaire.
        ("\x1b[200~\r\nBad\rMuster\n\x1b[201~\r", "Bad Muster"),
    ] {
        let desk = Desk::new();
        let mut session = small(&desk);
        typed(&mut session, keys.as_bytes());
        ended(&mut session);
        assert_eq!(super::answers(&desk.read("a.yaml")), [format!("name: {name}")], "{keys:?}");
    }
}

#[test]
fn what_is_typed_ahead_is_not_lost() {
    let desk = Desk::new();
    let mut session = small(&desk);
    session.exp_string("Name of the municipality: ").expect("the first question");
    press(&session, b"Auetal\r1\r9400\r\r\x04");
    session.exp_eof().expect("it ends");
    let expected = ["name: Auetal", "kind: gemeinde", "population: 9400"];
    assert_eq!(super::answers(&desk.read("a.yaml")), expected);
}

#[test]
fn another_encoding_is_refused() {
    for keys in [&b"M\xfcnster\r"[..], b"Jen\xe4\r", b"\xc4\xd6\xdc\r"] {
        let desk = Desk::new();
        let mut session = small(&desk);
        session.exp_string("Name of the municipality: ").expect("the first question");
        press(&session, keys);
        session.exp_string("One of the characters").expect("it says why");
        typed(&mut session, "Münster\r".as_bytes());
        ended(&mut session);
        assert_eq!(super::answers(&desk.read("a.yaml")), ["name: Münster"], "{keys:?}");
    }
}

#[test]
fn the_terminal_is_left_as_it_was() {
    for (end, code) in [(&b"\x04"[..], 0), (b"Bau\x03", 130)] {
        let desk = Desk::new();
        let mut session = on(&desk, "xterm", "echo $? $(stty -g)");
        typed(&mut session, b"Auetal\r");
        press(&session, end);
        let rest = session.exp_eof().expect("it ends");
        let last = rest.replace(['\r', '\n'], "");
        assert!(last.ends_with(&format!("{code} {}", desk.read("modes").trim())), "{rest}");
        assert!(rest.contains("\u{1b}[?2004l"), "{rest}");
        assert_eq!(super::answers(&desk.read("a.yaml")), ["name: Auetal"]);
    }
}

#[test]
fn a_signal_within_a_line_ends_it() {
    let desk = Desk::new();
    let mut session = small(&desk);
    typed(&mut session, b"Auetal\rBau");
    session.exp_string("Bau").expect("it stands there");
    crate::shell::signal("TERM", desk.read("pid").trim().parse().expect("it is a number"));
    session.exp_string("Interrupted.").expect("it says so");
    session.exp_eof().expect("it ends");
    assert_eq!(code(&session), 130);
    assert_eq!(super::answers(&desk.read("a.yaml")), ["name: Auetal"]);
}

#[test]
fn a_terminal_without_a_cursor_has_plain_lines() {
    let desk = Desk::new();
    let mut session = on(&desk, "dumb", "");
    session.exp_string("Name of the municipality: ").expect("the first question");
    press(&session, b"Auetla\x1b[D\x1b[Dal\n");
    session.exp_string("control characters").expect("it says why");
    typed(&mut session, b"Auetla\x7f\x7fal\n");
    let rest = ended(&mut session);
    assert!(!rest.contains('\u{1b}'), "{rest:?}");
    assert_eq!(super::answers(&desk.read("a.yaml")), ["name: Auetal"]);
}
