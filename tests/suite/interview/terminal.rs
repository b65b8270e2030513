//! The questionnaire on a terminal of ten rows and forty columns.

use rexpect::session::PtySession;

use super::Desk;

/// The questionnaire in a small window.
fn small(desk: &Desk) -> PtySession {
    let program = assert_cmd::cargo::cargo_bin("dteam");
    let folder = desk.folder.path().display();
    let command = format!(
        "sh -c \"cd '{folder}' && stty rows 10 cols 40 && NO_COLOR=1 exec '{}' interview a.yaml --lang en\"",
        program.display()
    );
    rexpect::spawn(&command, Some(60_000)).expect("there is a terminal")
}

/// The exit code.
fn code(session: &PtySession) -> i32 {
    // The type that holds it is not the library's own.
    let status = format!("{:?}", session.process().wait().expect("it has ended"));
    let code = status.rsplit_once(", ").and_then(|(_, code)| code.trim_end_matches(')').parse().ok());
    code.unwrap_or_else(|| panic!("{status}"))
}

#[test]
fn a_small_window_is_enough() {
    let desk = Desk::new();
    let mut session = small(&desk);
    let begin = session.exp_string("Name of the municipality: ").expect("the first question");
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
