//! Those who mean no good, and those who err: never a panic, never markup of theirs in a page,
//! always a clear word.

use std::io::{Read, Write};
use std::net::TcpStream;

use super::Served;

const MARKUP: &str = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";

#[test]
fn markup_stays_text_wherever_it_is_sent() {
    let served = Served::new();
    let fields = [
        "a.municipality.name",
        "a.municipality.kind",
        "a.municipality.population",
        "page",
        "go",
        "seen",
        "asked",
        "x",
    ];
    for field in fields {
        let mut form = vec![(field, MARKUP), ("profile", "{}")];
        if field.starts_with("a.") {
            form.extend([("page", ":municipality"), ("asked", field.trim_start_matches("a."))]);
        }
        for page in ["questions", "review", "report", "status"] {
            let answer = served.send(&format!("/de/{page}"), &form);
            assert!(answer.status < 500, "{field} {page}");
            assert!(
                !answer.body.contains("<script>alert") && !answer.body.contains("<img"),
                "{field} {page}"
            );
        }
    }
    let profiles = [
        MARKUP.to_owned(),
        format!("municipality: {{name: {MARKUP:?}}}\n"),
        format!("# {MARKUP}\ngoals: [x]\n"),
    ];
    for profile in &profiles {
        for (page, field) in
            [("load", "text"), ("load", "file"), ("compare", "one-text"), ("review", "profile")]
        {
            let answer = served.send_parts(&format!("/de/{page}"), &[(field, profile.as_bytes())]);
            assert!(answer.status < 500);
            assert!(
                !answer.body.contains("<script>alert") && !answer.body.contains("<img"),
                "{page} {field}"
            );
        }
    }
    let answer = served.get(&format!("/de/{}", super::encoded(MARKUP)));
    assert!(answer.status == 404 && !answer.body.contains("<img"));
}

#[test]
fn characters_that_disturb_a_page_do_not_reach_it() {
    let served = Served::new();
    for name in ["\u{202e}drowssap", "a\u{0}b", "\u{7}Glocke", "\u{2066}x", "بلدية"] {
        let fields = [
            ("page", ":municipality"),
            ("asked", "municipality.name"),
            ("a.municipality.name", name),
            ("go", "here"),
        ];
        let page = served.send("/de/questions", &fields);
        assert_eq!(page.status, 200, "{name:?}");
        let disturbing = |letter: char| {
            (letter.is_control() && letter != '\n')
                || ('\u{202a}'..='\u{202e}').contains(&letter)
                || ('\u{2066}'..='\u{2069}').contains(&letter)
        };
        assert!(!page.body.contains(disturbing), "{name:?}");
        let report = served.send(
            "/de/report",
            &[("profile", &serde_json::Value::from(page.profile()).to_string())],
        );
        assert_eq!(report.status, 200);
        assert!(!report.body.contains(disturbing), "{name:?}");
    }
    let shown = served
        .send_parts("/de/load", &[("file", "goals: \"\u{0}\u{1b}[31m\u{202e}\"\n".as_bytes())]);
    assert_eq!(shown.status, 422);
    assert!(!shown.body.contains(['\u{0}', '\u{1b}']));
}

#[test]
fn what_is_no_text_or_no_form_is_refused_with_a_word() {
    let served = Served::new();
    let form = "application/x-www-form-urlencoded";
    let cases: [(&str, &str, Vec<u8>, u16); 9] = [
        ("/de/questions", form, b"profile=%FF%FE".to_vec(), 400),
        ("/de/questions", form, b"a=%".repeat(10), 200),
        ("/de/load", "multipart/form-data; boundary=X", b"--X\r\n".to_vec(), 400),
        ("/de/load", "multipart/form-data", b"".to_vec(), 400),
        (
            "/de/load",
            "multipart/form-data; boundary=X",
            b"--X\r\n\r\n\r\n\xff\r\n--X--".to_vec(),
            400,
        ),
        ("/de/load", "text/plain", b"goals".to_vec(), 415),
        ("/de/load", "", b"".to_vec(), 415),
        ("/de/questions", form, b"asked=goals&".repeat(3000), 400),
        ("/de/questions", form, vec![b'x'; 2 << 20], 413),
    ];
    for (path, kind, body, status) in cases {
        let answer = served.post(path, kind, &body);
        assert_eq!(answer.status, status, "{path} {kind}: {}", answer.body);
        assert!(answer.body.contains("<h1>"), "there is a page");
    }
    let file = [b"goals: \xff".as_slice(), b"PK\x03\x04"].concat();
    let answer = served.send_parts("/de/load", &[("file", &file)]);
    assert_eq!(answer.status, 400);
    assert!(answer.body.contains("UTF-8"));
}

#[test]
fn ten_megabytes_are_refused_with_a_page() {
    let served = Served::new();
    let big = vec![b'a'; 10 << 20];
    let page = served.send_parts("/en/load", &[("file", &big)]);
    assert_eq!(page.status, 413);
    assert!(page.body.contains("At most 1024 KiB are possible"));
    let problem = served.post("/api/v1/advice", "application/yaml", &big);
    assert_eq!((problem.status, problem.kind.as_str()), (413, "application/problem+json"));
}

#[test]
fn the_same_field_twice_is_no_two_answers() {
    let served = Served::new();
    let fields = [
        ("page", ":municipality"),
        ("asked", "municipality.kind"),
        ("a.municipality.kind", "stadt"),
        ("a.municipality.kind", "kreis"),
        ("go", "next"),
    ];
    let page = served.send("/de/questions", &fields);
    assert_eq!(page.status, 422);
    assert!(page.body.contains("Hier ist nur eine Antwort möglich."));
    let both = [
        ("page", ":services"),
        ("asked", "components.in_use"),
        ("a.components.in_use", "-"),
        ("a.components.in_use", "dms"),
        ("go", "next"),
    ];
    assert!(served.send("/de/questions", &both).body.contains("entweder „nichts davon“ oder"));
    let strange =
        [("page", ":aims"), ("asked", "goals"), ("a.goals#1", "world_domination"), ("go", "next")];
    assert!(
        served
            .send("/de/questions", &strange)
            .body
            .contains("„world_domination“ steht nicht zur Auswahl.")
    );
    let long = "x".repeat(5000);
    let long = [
        ("page", ":municipality"),
        ("asked", "municipality.name"),
        ("a.municipality.name", long.as_str()),
    ];
    assert_eq!(served.send("/de/questions", &long).status, 422);
}

#[test]
fn a_name_as_long_as_a_book_is_no_name() {
    let served = Served::new();
    let name = "Auetal".repeat(20_000);
    let profile = format!("municipality: {{name: {name}}}\ngoals: [funding]\n");
    for page in ["report", "report.html", "council.html", "review", "questions"] {
        let answer = served.send(&format!("/en/{page}"), &[("profile", &profile), ("go", "short")]);
        assert!(matches!(answer.status, 200 | 422), "{page}: {}", answer.status);
        assert!(answer.body.len() < 8 * profile.len(), "{page}: {}", answer.body.len());
    }
    for body in [profile, format!("{{\"municipality\": {{\"name\": \"{name}\"}}}}")] {
        let answer = served.post("/api/v1/advice?lang=en", "application/yaml", body.as_bytes());
        assert_eq!(answer.status, 422);
        assert!(answer.body.contains("D220") && answer.body.len() < 2000, "{}", answer.body.len());
    }
}

#[test]
fn what_is_compressed_is_refused_as_such() {
    let served = Served::new();
    let forms =
        [("/api/v1/advice", "application/json"), ("/de/load", "application/x-www-form-urlencoded")];
    for (path, kind) in forms {
        for coding in ["gzip", "deflate", "br", "gzip, identity"] {
            let answer = served.post_with(path, kind, b"\x1f\x8b\x08", "Content-Encoding", coding);
            assert_eq!(answer.status, 415, "{path} {coding}");
            assert!(answer.body.contains("Der Inhalt ist komprimiert"), "{}", answer.body);
        }
    }
    let plain = served.post_with(
        "/api/v1/advice",
        "application/yaml",
        b"goals: [funding]",
        "Content-Encoding",
        "Identity",
    );
    assert_eq!(plain.status, 200);
}

#[test]
fn what_looks_like_a_written_byte_and_is_none_stays_as_it_is() {
    let served = Served::new();
    for (written, value) in
        [("%+1Au", "% 1Au"), ("%-1Au", "%-1Au"), ("Au%", "Au%"), ("%zzAu", "%zzAu"), ("%41u", "Au")]
    {
        let body = format!(
            "page=:municipality&asked=municipality.name&a.municipality.name={written}&go=here"
        );
        let page =
            served.post("/de/questions", "application/x-www-form-urlencoded", body.as_bytes());
        assert_eq!(page.status, 200, "{written}");
        assert!(page.body.contains(&format!("value=\"{value}\"")), "{written}");
    }
}

/// Every address there is, asked for in every way there is: an answer with a word to it, in the
/// language asked for.
#[test]
fn every_address_has_an_answer_to_everything() {
    let served = Served::new();
    let pages = [
        "",
        "questions",
        "load",
        "example",
        "review",
        "report",
        "report.html",
        "council.html",
        "profile",
    ];
    let pages =
        pages.into_iter().chain(["status", "compare", "nowhere"]).map(|page| format!("/en/{page}"));
    let others = [
        "/",
        "/en",
        "/fr/",
        "/api/v1/advice?lang=en",
        "/api/v1/nothing?lang=en",
        "/healthz",
        "/assets/site.css",
    ];
    for path in pages.chain(others.map(str::to_owned)) {
        let program = path.starts_with("/api") || path == "/healthz";
        for method in ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "BREW"]
        {
            for (kind, body) in [
                ("", ""),
                ("text/plain", "goals"),
                ("application/x-www-form-urlencoded", "go=1&go=2"),
            ] {
                let request = format!(
                    "{method} {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Language: en\r\nConnection: close\r\n\
                     Content-Type: {kind}\r\nContent-Length: {}\r\n\r\n{body}",
                    body.len()
                );
                let answer = super::raw(&served, request.as_bytes());
                let (head, said) = answer.split_once("\r\n\r\n").expect("there is an answer");
                let status: u16 = head
                    .split(' ')
                    .nth(1)
                    .and_then(|status| status.parse().ok())
                    .expect("with a status");
                assert!(status < 500, "{method} {path}: {head}");
                if status == 405 {
                    assert!(head.to_lowercase().contains("\r\nallow: "), "{method} {path}: {head}");
                }
                if status >= 400 && method != "HEAD" {
                    let word = if program { "\"detail\"" } else { "<h1" };
                    assert!(said.contains(word), "{method} {path}: {answer}");
                    assert!(
                        path == "/healthz" || !said.contains("Bitte"),
                        "{method} {path}: {said}"
                    );
                }
            }
        }
    }
}

#[test]
fn who_asks_beforehand_is_told_before_sending() {
    let served = Served::new();
    for (length, first) in [(16, "HTTP/1.1 100"), (5 << 20, "HTTP/1.1 413")] {
        let mut stream = TcpStream::connect(served.socket()).expect("the server is there");
        let request = format!(
            "POST /api/v1/advice HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n\
             Content-Type: application/yaml\r\nContent-Length: {length}\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).expect("the server reads");
        let mut answer = [0; 12];
        stream.read_exact(&mut answer).expect("the server answers");
        assert_eq!(String::from_utf8_lossy(&answer), first);
    }
}

#[test]
fn profiles_that_are_traps_are_refused() {
    let served = Served::new();
    let (deep, deeper) = ("[".repeat(100_000), "a: [".repeat(10_000));
    let bomb =
        std::fs::read_to_string("tests/suite/mistakes/bomb.yaml").expect("the file is there");
    let unplaced = "municipality: &m {name: A}\ngoals: *m\n";
    for text in [
        deep.as_str(),
        &deeper,
        &bomb,
        unplaced,
        "\u{0}",
        "- a\n- b\n",
        "%YAML 9\n---\n",
        "\"",
        "null",
    ] {
        for page in ["questions", "review", "report", "profile", "status", "compare"] {
            let answer = served.send(
                &format!("/de/{page}"),
                &[("profile", text), ("one-text", text), ("go", ":data")],
            );
            assert!(answer.status < 500, "{page}: {}", answer.status);
        }
        assert!(served.post("/api/v1/advice", "application/yaml", text.as_bytes()).status < 500);
    }
}
