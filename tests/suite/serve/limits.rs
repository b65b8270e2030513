//! Many at a time, the slow, and what every answer has to have.

use std::io::Write;
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};

use super::{Answer, Served, raw};

#[test]
fn two_hundred_at_once_all_get_their_report_or_are_told_to_wait() {
    let served = Served::new();
    let profile = std::fs::read_to_string("profiles/auetal.yaml")
        .expect("the examples are in the repository");
    let answers: Vec<Answer> = thread::scope(|scope| {
        let one = |number: usize| {
            let (served, profile) = (&served, &profile);
            scope.spawn(move || match number % 3 {
                0 => served.get("/de/questions"),
                1 => served.send("/de/report", &[("profile", profile)]),
                _ => served.post("/api/v1/advice", "application/yaml", profile.as_bytes()),
            })
        };
        let threads: Vec<_> = (0..200).map(one).collect();
        threads.into_iter().map(|thread| thread.join().expect("no request fails")).collect()
    });
    assert!(answers.iter().any(|answer| answer.status == 200));
    for answer in answers.iter().filter(|answer| answer.status != 200) {
        assert_eq!(
            (answer.status, answer.header("retry-after")),
            (503, Some("10")),
            "{}",
            answer.body
        );
        assert!(answer.body.contains("Gerade sind es zu viele Anfragen"));
    }
}

/// Writes until the server hangs up; whether it does within a minute.
fn is_let_go(mut stream: TcpStream) -> bool {
    let begin = Instant::now();
    while begin.elapsed() < Duration::from_secs(60) {
        if stream.write_all(b"\n").is_err() {
            return true;
        }
        thread::sleep(Duration::from_millis(200));
    }
    false
}

#[test]
fn who_asks_and_never_reads_is_let_go() {
    let served = Served::new();
    let page = b"GET /schema/pack.json HTTP/1.1\r\nHost: localhost\r\n\r\n";
    let deaf = || {
        let mut stream = TcpStream::connect(served.socket()).expect("the server is there");
        stream.write_all(&page.repeat(400)).expect("the server reads");
        stream
    };
    let deaf: Vec<TcpStream> = (0..20).map(|_| deaf()).collect();
    // There may be much to do, but others are heard.
    assert!(matches!(served.get("/de/").status, 200 | 503));
    thread::scope(|scope| {
        let threads: Vec<_> =
            deaf.into_iter().map(|stream| scope.spawn(|| is_let_go(stream))).collect();
        assert!(threads.into_iter().all(|thread| thread.join().expect("it ends")));
    });
}

#[test]
fn a_long_address_gets_a_short_answer() {
    let served = Served::new();
    for (path, status) in
        [("/".repeat(20_000), 414), ("/".repeat(1900), 404), ("x".repeat(1900), 404)]
    {
        let page = served.get(&format!("/de/{path}"));
        assert_eq!(page.status, status);
        assert!(page.body.contains("<h1>") && page.body.len() < 4000, "{}", page.body.len());
    }
    let query = served.get(&format!("/de/questions?short={}", "1".repeat(3000)));
    assert_eq!(query.status, 414);
    assert!(query.body.contains("<h1>Diese Adresse ist zu lang</h1>"));
    let head = format!("GET /de/{} HTTP/1.1\r\nHost: localhost\r\n\r\n", "/".repeat(60_000));
    assert!(raw(&served, head.as_bytes()).starts_with("HTTP/1.1 431"));
    let head = format!("GET /de/ HTTP/1.1\r\nHost: localhost\r\nX: {}\r\n\r\n", "x".repeat(60_000));
    assert!(raw(&served, head.as_bytes()).starts_with("HTTP/1.1 431"));
}

#[test]
fn who_is_slow_is_let_go_and_nobody_else_waits() {
    let served = Served::new();
    thread::scope(|scope| {
        let head =
            scope.spawn(|| raw(&served, b"GET /de/ HTTP/1.1\r\nHost: localhost\r\nX-Slow: "));
        let body = b"POST /de/questions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\
            Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\r\nprofile=";
        let body = scope.spawn(|| raw(&served, body));
        assert_eq!(served.get("/de/").status, 200);
        let (head, body) = (head.join().expect("it ends"), body.join().expect("it ends"));
        assert!(head.is_empty() || head.starts_with("HTTP/1.1 408"), "{head}");
        assert!(body.starts_with("HTTP/1.1 408"), "{body}");
        assert!(body.contains("<h1>Das hat zu lange gedauert</h1>"));
    });
}

#[test]
fn what_is_no_http_hurts_nobody() {
    let served = Served::new();
    let long = format!("GET /{} HTTP/1.1\r\nHost: localhost\r\n\r\n", "x".repeat(1 << 20));
    for bytes in
        ["\u{16}\u{3}\u{1}", "GET", "GET / HTTP/9\r\n\r\n", "GET /de/ HTTP/1.1\r\n\r\n", &long]
    {
        let mut bytes = bytes.as_bytes().to_vec();
        bytes.extend_from_slice(b"\r\n\r\n");
        let answer = raw(&served, &bytes);
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 4"), "{answer}");
    }
    assert_eq!(served.get("/healthz").status, 200);
}

#[test]
fn every_answer_has_what_protects_the_reader() {
    let served = Served::new();
    let profile = [("profile", "goals: [funding]\n")];
    let style = served.get("/de/");
    let style = style
        .body
        .split("href=\"../")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .expect("there is a style");
    let answers: Vec<(Answer, &str)> = vec![
        (served.get("/"), "no-store"),
        (served.get("/de/"), "private, no-cache"),
        (served.get("/de/questions"), "private, no-cache"),
        (served.send("/de/report", &profile), "private, no-cache"),
        (served.send("/de/report.html", &profile), "no-store"),
        (served.send("/de/profile", &profile), "no-store"),
        (served.send("/de/status", &profile), "no-store"),
        (served.get("/nothing"), "no-store"),
        (served.get("/api/v1/advice"), "no-store"),
        (served.get("/healthz"), "no-store"),
        (served.get(&format!("/{style}")), "public, max-age=31536000, immutable"),
    ];
    for (answer, cache) in answers {
        let policy = answer.header("content-security-policy").expect("there is a policy");
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
        assert_eq!(answer.header("cache-control"), Some(cache));
        assert_eq!(answer.header("set-cookie"), None);
        // A strict policy allows no style and no script within a page.
        if answer.kind.starts_with("text/html") && answer.header("content-disposition").is_none() {
            assert!(
                !answer.body.contains(" style=")
                    && !answer.body.contains("<style")
                    && !answer.body.contains(" onclick")
            );
            assert_eq!(
                answer.body.matches("<script").count(),
                answer.body.matches("<script src=").count()
            );
        }
    }
}

#[test]
fn the_wrong_way_to_ask_is_named() {
    let served = Served::new();
    let method = served.get("/de/report.html");
    assert_eq!((method.status, method.header("allow")), (405, Some("POST")));
    assert!(method.body.contains("<h1>So lässt sich diese Adresse nicht aufrufen</h1>"));
    let begins = served.get("/de/report");
    assert_eq!((begins.status, begins.header("location")), (303, Some("./?again=1")));
    assert_eq!(served.get("/de").header("location"), Some("de/"));
    assert_eq!(served.get("/en/example?name=nowhere").status, 404);
    assert_eq!(served.get("/en/example?name=auetal").status, 200);
}
