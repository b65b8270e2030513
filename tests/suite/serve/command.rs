//! The command itself.

use std::net::TcpListener;

use super::{Served, command};

#[test]
fn an_address_in_use_is_named() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("there is a free port");
    let port = taken.local_addr().expect("it has an address").port().to_string();
    let output = command(&port, &[]).output().expect("the program runs");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).replace(&port, "PORT");
    insta::assert_snapshot!(said.trim_end(), @r"
    Fehler[D023]: `127.0.0.1:PORT` ist schon belegt
     |
     = Abhilfe: mit `--port` einen anderen Port angeben, etwa `--port 8080`; `--port 0` nimmt einen freien
    ");
}

#[cfg(unix)]
#[test]
fn a_signal_ends_it_in_good_order() {
    for signal in ["INT", "TERM"] {
        let mut served = Served::new();
        assert_eq!(served.get("/healthz").status, 200);
        crate::shell::signal(signal, served.child.id());
        assert_eq!(served.child.wait().expect("it ends").code(), Some(0), "{signal}");
    }
}

#[test]
fn beyond_this_machine_is_said_in_plain_words() {
    let mut served = Served::with(&["--bind", "0.0.0.0"]);
    assert!(served.address.starts_with("http://localhost:"), "{}", served.address);
    let _ = served.child.kill();
    let mut said = String::new();
    let mut stderr = served.child.stderr.take().expect("standard error is piped");
    std::io::Read::read_to_string(&mut stderr, &mut said).expect("it is text");
    assert!(said.starts_with("Hinweis: Unter 0.0.0.0:"), "{said}");
}

#[test]
fn on_this_machine_alone_no_other_name_is_ours() {
    let served = Served::new();
    assert_eq!(served.get_with("/healthz", "Host", "evil.example").status, 421);
    assert_eq!(served.get_with("/healthz", "Host", "LOCALHOST:1").status, 200);
    let page = served.get_with("/de/", "Host", "evil.example");
    assert_eq!(page.status, 421);
    assert!(page.body.contains("<h1>Unter diesem Namen ist der Server nicht erreichbar</h1>"));
    let named = Served::with(&["--host", "dteam.example"]);
    assert_eq!(named.get_with("/healthz", "Host", "dteam.example").status, 200);
    assert_eq!(named.get_with("/healthz", "Host", "evil.example").status, 421);
}
