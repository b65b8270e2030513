//! The command itself.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};

use super::{Served, command};

/// What a request with these lines for a host gets.
fn status(served: &Served, first: &str, hosts: &[&str]) -> String {
    let mut stream = TcpStream::connect(served.socket()).expect("the server is there");
    let hosts: String = hosts.iter().map(|host| format!("Host: {host}\r\n")).collect();
    let request = format!("GET {first} HTTP/1.1\r\n{hosts}Connection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).expect("the server reads");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("the answer is text");
    answer.split(' ').nth(1).expect("there is a status").to_owned()
}

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

#[cfg(unix)]
#[test]
fn rules_are_read_anew_while_it_runs() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pack = folder.path().join("probe");
    std::fs::create_dir(&pack).expect("the folder can be made");
    let write = |title: &str| {
        let text = format!(
            "format: 1\nid: probe\nversion: 1.0.0\ntitle: {{de: {title}}}\nabout: {{de: Probe}}\nrules:\n  - {{id: one, \
             title: {{de: {title}}}, when: data.inventory <= 1, impact: 3, effort: 2, why: {{de: Probe}}, \
             actions: {{de: [A, B]}}, effect: {{data.inventory: 2}}, source: {{section: '5.3'}}}}\n"
        );
        std::fs::write(pack.join("pack.yaml"), text).expect("the file can be written");
    };
    write("Zuerst");
    let served = Served::with(&["--rules", &folder.path().display().to_string()]);
    let advice = || served.post("/api/v1/advice", "application/yaml", b"data: {inventory: 0}").body;
    assert!(advice().contains("Zuerst"), "{}", advice());
    let reload = || crate::shell::signal("HUP", served.child.id());
    let soon = |title: &str| {
        let begun = std::time::Instant::now();
        while !advice().contains(title) {
            assert!(begun.elapsed().as_secs() < 60, "{title}");
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
    };
    write("Danach");
    reload();
    soon("Danach");
    // What cannot be used changes nothing, and the next one that can does.
    std::fs::write(pack.join("pack.yaml"), "format: [").expect("the file can be written");
    reload();
    assert!(advice().contains("Danach"));
    write("Zuletzt");
    reload();
    soon("Zuletzt");
}

#[cfg(unix)]
#[test]
fn the_end_cuts_off_nobody_who_has_asked() {
    let mut served = Served::new();
    let profile = std::fs::read_to_string("profiles/auetal.yaml")
        .expect("the examples are in the repository");
    let head = "POST /api/v1/advice HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/yaml";
    let request = format!("{head}\r\nContent-Length: {}\r\n\r\n{profile}", profile.len());
    let ask = |_| {
        let mut stream = TcpStream::connect(served.socket()).expect("the server is there");
        stream.write_all(request.as_bytes()).expect("the server reads");
        stream
    };
    let waiting: Vec<TcpStream> = (0..200).map(ask).collect();
    // Browsers connect ahead of their requests; nobody waits for these.
    let silent = TcpStream::connect(served.socket()).expect("the server is there");
    crate::shell::signal("TERM", served.child.id());
    for mut stream in waiting {
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("nobody is cut off");
        let (head, body) = answer.split_once("\r\n\r\n").expect("the answer has a head");
        assert!(head.starts_with("HTTP/1.1 200") || head.starts_with("HTTP/1.1 503"), "{head}");
        let length = head
            .to_lowercase()
            .split("content-length: ")
            .nth(1)
            .and_then(|rest| rest.lines().next()?.parse().ok());
        assert_eq!(length, Some(body.len()));
    }
    assert_eq!(served.child.wait().expect("it ends").code(), Some(0));
    drop(silent);
}

#[test]
fn a_host_that_no_browser_can_name_is_refused() {
    for (host, fix) in [
        ("kommune.example:8080", "--host kommune.example`"),
        ("http://kommune.example", "--host kommune.example`"),
        ("https://kommune.example:8080/digital/?a=b", "--host kommune.example`"),
        ("kommune.example/", "--host kommune.example`"),
        (" kommune.example", "--host kommune.example`"),
        ("*.example", "--host digital.kommune.example`"),
        ("k\u{f6}ln.example", "`xn--\u{2026}`"),
        ("a b", "--host digital.kommune.example`"),
        ("", "--host digital.kommune.example`"),
    ] {
        let output = command("0", &["--host", host]).output().expect("the program runs");
        assert_eq!(output.status.code(), Some(2), "{host}");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains("[D035]") && said.contains(fix), "{said}");
    }
    let output = command("0", &["--host", "http://a.example/", "--host", ""])
        .output()
        .expect("the program runs");
    insta::assert_snapshot!(String::from_utf8_lossy(&output.stderr).trim_end(), @r"
    Fehler[D035]: `http://a.example/` ist kein Name, unter dem ein Browser die Seite aufrufen kann
     |
     = Abhilfe: nur den Namen angeben: `--host a.example`

    Fehler[D035]: bei `--host` fehlt der Name
     |
     = Abhilfe: nur den Namen angeben, ohne `http://`, Port, Pfad und Platzhalter, etwa `--host digital.kommune.example`; Umlaute in der Form `xn--…`
    ");
}

#[test]
fn the_address_may_be_written_as_in_a_browser() {
    assert_eq!(Served::with(&["--bind", "localhost"]).get("/healthz").status, 200);
    // Not every machine has IPv6.
    if TcpListener::bind("[::1]:0").is_ok() {
        assert_eq!(Served::with(&["--bind", "[::1]"]).get("/healthz").status, 200);
    }
    let output = command("0", &["--bind", "kommune.example"]).output().expect("the program runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("127.0.0.1"));
}

#[test]
fn a_host_is_the_same_however_it_is_written() {
    let served = Served::with(&["--host", "Digital.Kommune.Example."]);
    for host in [
        "localhost.",
        "LocalHost:1",
        "[::1]",
        "[::1]:80",
        "[0:0:0:0:0:0:0:1]",
        "digital.kommune.example:443",
    ] {
        assert_eq!(status(&served, "/healthz", &[host]), "200", "{host}");
    }
    for host in [
        "localhost.evil.example",
        "user@localhost",
        "evil.example:localhost",
        "::",
        "kommune.example",
    ] {
        assert_eq!(status(&served, "/healthz", &[host]), "421", "{host}");
    }
    assert_eq!(status(&served, "/healthz", &[]), "400");
    assert_eq!(status(&served, "/healthz", &["localhost", "evil.example"]), "400");
    // A whole address in the first line counts.
    assert_eq!(status(&served, "http://localhost/healthz", &["localhost"]), "200");
    assert_eq!(status(&served, "http://evil.example/healthz", &["localhost"]), "421");
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
