//! `dteam` alone on a terminal: what there is to do.

use rexpect::session::PtySession;

/// The program alone in a folder of its own.
fn start(folder: &std::path::Path, language: &str) -> PtySession {
    let program = assert_cmd::cargo::cargo_bin("dteam");
    let (program, folder) = (program.display(), folder.display());
    let command = format!(
        "sh -c \"cd '{folder}' && exec env -u LC_ALL -u LC_MESSAGES -u LANG NO_COLOR=1 TERM=xterm '{program}' {language}\""
    );
    rexpect::spawn(&command, Some(60_000)).expect("there is a terminal")
}

fn ended_well(session: &mut PtySession) -> String {
    let said = session.exp_eof().expect("it ends");
    let status = format!("{:?}", session.process().wait().expect("it has ended"));
    assert!(status.contains("Exited") && status.ends_with(", 0)"), "{status}");
    said
}

#[test]
fn enter_alone_ends_it_well() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut session = start(folder.path(), "");
    let said = session.exp_string("Nummer (nur Enter: nichts davon):").expect("it asks");
    for command in ["dteam serve --open", "dteam interview", "dteam advise PROFIL"] {
        assert!(said.contains(command), "{said}");
    }
    session.send_line("7").expect("it is read");
    session.exp_string("ist keine der Nummern.").expect("it says so");
    session.send_line("").expect("it is read");
    ended_well(&mut session);
}

#[test]
fn a_number_does_what_it_stands_for() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut session = start(folder.path(), "--lang en");
    session.exp_string("Number (Enter alone: none of these):").expect("it asks");
    session.send_line("3").expect("it is read");
    assert!(ended_well(&mut session).contains("Usage: dteam [OPTIONS] [COMMAND]"));
    let mut session = start(folder.path(), "--lang en");
    session.exp_string("Number (Enter alone: none of these):").expect("it asks");
    session.send_line("2").expect("it is read");
    session.exp_string("Name of the municipality: ").expect("the first question");
    session.send_line("Auetal").expect("it is read");
    session.exp_string("Question 2 of").expect("the next");
    session.send_control('d').expect("it is read");
    ended_well(&mut session);
    let profile = std::fs::read_to_string(folder.path().join("profile.yaml"));
    assert!(profile.expect("it is saved").contains("name: Auetal"));
}
