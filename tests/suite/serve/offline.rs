//! The pages without a server, held against those of one.

use dteam::web::{Form, Pages, Request, Settings};

use super::Served;

const FORM: &str = "application/x-www-form-urlencoded";

fn pages() -> Pages {
    let settings = Settings {
        date: Box::new(|| dteam::language::date("2026-11-22")),
        examples: dteam::EXAMPLES,
        ..Settings::default()
    };
    Pages::new(dteam::embedded().expect("the rules are right"), settings).expect("no script fails")
}

#[test]
fn a_request_is_answered_as_by_the_server_to_the_last_byte() {
    let (served, pages) = (Served::new(), pages());
    let profile =
        super::encoded(&std::fs::read_to_string("profiles/auetal.yaml").expect("it is there"));
    let carrying = |rest: &str| Some(format!("profile={profile}&{rest}"));
    let asked = [
        ("", None),
        ("questions", None),
        ("questions?short=1", None),
        ("questions", carrying("go=%3Aservices")),
        ("questions", carrying("page=%3Aaims&asked=goals&a.goals%231=no&go=next")),
        ("review", carrying("")),
        ("report", carrying("")),
        ("report", Some("profile=".to_owned())),
        ("report.html", carrying("")),
        ("council.html", carrying("")),
        ("profile", carrying("")),
        ("status", carrying("")),
        ("compare", None),
        ("compare", carrying("go=choose")),
        ("compare", Some("one-example=auetal&other-text=goals%3A+5".to_owned())),
        ("load", Some("text=%3C/script%3E".to_owned())),
        ("plan", carrying("start=2027-Q2&days=10")),
        ("plan", carrying("days=x")),
        ("plan.html", carrying("")),
        ("tasks.csv", carrying("")),
        ("tasks.ics", carrying("")),
        ("progress", None),
        ("progress", carrying("go=choose")),
        ("progress", carrying("old-text=goals%3A+5")),
        ("progress.html", carrying("old-text=goals%3A+%5Bfunding%5D")),
        ("team", None),
        ("team", Some(format!("name=a&text={profile}&name=b&text={profile}"))),
        ("team.csv", Some(format!("name=a&text={profile}&name=b&text={profile}"))),
        ("load", None),
        ("example?name=auetal", None),
        ("example?name=nowhere", None),
        ("example?name=%FF", None),
        ("status", None),
        ("nowhere", None),
        ("nowhere/deep", None),
    ];
    for (address, form) in asked.iter().flat_map(|(address, form)| {
        ["de", "en"].map(|code| (format!("{code}/{address}"), form.as_deref()))
    }) {
        let of_server = match form {
            Some(form) => served.post(&format!("/{address}"), FORM, form.as_bytes()),
            None => served.get(&format!("/{address}")),
        };
        let (path, query) = address.split_once('?').unwrap_or((&address, ""));
        let form = form.map(|form| Form { kind: FORM, body: form.as_bytes() });
        let answer = pages.answer(&Request { path, query, form });
        assert_eq!(answer.status.as_u16(), of_server.status, "{address}");
        assert!(answer.body == of_server.body.as_bytes(), "another page: {address}");
        for (name, value) in &answer.headers {
            assert_eq!(of_server.header(name.as_str()), Some(value.as_str()), "{address}");
        }
    }
}
