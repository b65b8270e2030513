//! The pages, from the first to the report.

use std::fs;

use super::Served;
use crate::handbook::unbalanced;

fn auetal() -> String {
    fs::read_to_string("profiles/auetal.yaml").expect("the examples are in the repository")
}

#[test]
fn every_page_in_german_and_english() {
    let served = Served::new();
    let (goals, auetal) = ("goals: [legal_requirements, funding]\n", auetal());
    let twice = [
        ("profile", goals),
        ("page", ":aims"),
        ("asked", "goals"),
        ("a.goals#1", "funding"),
        ("a.goals#2", "funding"),
        ("go", "next"),
    ];
    let clash = [
        ("profile", "fim: {known: false}\n"),
        ("page", ":services"),
        ("asked", "fim.used"),
        ("a.fim.used", "true"),
        ("go", "next"),
    ];
    for code in ["de", "en"] {
        let at = |page: &str| format!("/{code}/{page}");
        let pages = [
            ("start", served.get(&at(""))),
            ("questions", served.get(&at("questions"))),
            ("short", served.get(&at("questions?short=1"))),
            (
                "services",
                served.send(&at("questions"), &[("profile", &auetal), ("go", ":services")]),
            ),
            ("mistake", served.send(&at("questions"), &twice)),
            ("clash", served.send(&at("questions"), &clash)),
            ("review", served.send(&at("review"), &[("profile", &auetal)])),
            ("report", served.send(&at("report"), &[("profile", goals)])),
            (
                "refused",
                served.send_parts(
                    &at("load"),
                    &[("file", b"goals: [fundng]\ndata: {inventory: viel}\n")],
                ),
            ),
            ("compare", served.get(&at("compare"))),
            (
                "compared",
                served.send_parts(
                    &at("compare"),
                    &[("one-example", b"auetal"), ("other-example", b"kaltenried")],
                ),
            ),
            ("not-found", served.get(&at("nothing/here"))),
            ("status", served.send(&at("status"), &[("profile", &auetal)])),
        ];
        for (name, page) in pages {
            assert_eq!(unbalanced(&page.body), Vec::<String>::new(), "{name}");
            // In English, the same pages say the same: some of them show how.
            if code == "de" || ["start", "mistake", "report"].contains(&name) {
                insta::assert_snapshot!(format!("{name}-{code}"), page.in_lines());
            }
        }
    }
}

#[test]
fn the_root_leads_to_the_language_that_is_wished_for() {
    let led = |served: &Served, wish: &str| {
        let answer = served.get_with("/", "Accept-Language", wish);
        assert_eq!((answer.status, answer.header("vary")), (303, Some("Accept-Language")));
        answer.header("location").map(str::to_owned)
    };
    let served = Served::new();
    assert_eq!(led(&served, "en-GB,en;q=0.9,de;q=0.8").as_deref(), Some("en/"));
    assert_eq!(led(&served, "de-AT,en;q=0.5").as_deref(), Some("de/"));
    assert_eq!(led(&served, "en;q=0.1,de;q=0.8").as_deref(), Some("de/"));
    assert_eq!(led(&served, "fr").as_deref(), Some("de/"));
    assert_eq!(led(&served, ";;q=,x").as_deref(), Some("de/"));
    assert_eq!(led(&Served::with(&["--lang", "en"]), "de").as_deref(), Some("en/"));
}

#[test]
fn answers_go_into_the_text_and_all_else_stays() {
    let served = Served::new();
    let text =
        "# von Hand\r\nmunicipality: {name: Auetal}   # bleibt\r\ngoals: [funding] # auch\r\n";
    let loaded = served.send_parts("/de/load", &[("file", text.as_bytes())]);
    assert_eq!((loaded.status, loaded.profile().as_str()), (200, text));
    let carried = serde_json::Value::from(text).to_string();
    let answered = served.send(
        "/de/questions",
        &[
            ("profile", &carried),
            ("page", ":municipality"),
            ("go", "next"),
            ("asked", "municipality.name"),
            ("a.municipality.name", "Auetal"),
            ("asked", "municipality.population"),
            ("a.municipality.population", "9.400"),
            ("asked", "municipality.kind"),
            ("a.municipality.kind", "gemeinde"),
        ],
    );
    let written = "# von Hand\r\nmunicipality: {name: Auetal, kind: gemeinde, population: 9400}   # bleibt\r\ngoals: [funding] # auch\r\n";
    assert_eq!((answered.status, answered.profile().as_str()), (200, written));
    assert!(
        answered.body.contains("<h1>Ziele und Handlungsfelder</h1>"),
        "the next section follows"
    );
    let saved =
        served.send("/de/profile", &[("profile", &serde_json::Value::from(written).to_string())]);
    assert_eq!((saved.body.as_str(), saved.kind.as_str()), (written, "application/yaml"));
    assert_eq!(
        saved.header("content-disposition"),
        Some("attachment; filename*=UTF-8''profil-auetal.yaml")
    );
}

#[test]
fn every_kind_of_question_is_answered_left_open_and_answered_with_none() {
    let served = Served::new();
    let put = |text: &str, fields: &[(&str, &str)]| {
        let mut all = vec![("profile", text), ("go", "here")];
        all.extend_from_slice(fields);
        served.send("/de/questions", &all).profile()
    };
    let some = put(
        "# leer\n",
        &[
            ("page", ":services"),
            ("asked", "components.in_use"),
            ("a.components.in_use", "dms"),
            ("a.components.in_use", "eid"),
            ("asked", "components.planned"),
            ("a.components.planned", "-"),
            ("asked", "components.municipal_it_share"),
            ("a.components.municipal_it_share", "12,5 %"),
            ("asked", "fim.known"),
            ("a.fim.known", "true"),
        ],
    );
    assert_eq!(
        some,
        "# leer\ncomponents:\n  in_use: [dms, eid]\n  planned: []\n  municipal_it_share: 12.5\nfim:\n  known: true\n"
    );
    let open = put(
        &some,
        &[
            ("page", ":services"),
            ("asked", "components.in_use"),
            ("asked", "components.planned"),
            ("asked", "components.municipal_it_share"),
            ("a.components.municipal_it_share", " "),
            ("asked", "fim.known"),
            ("a.fim.known", ""),
        ],
    );
    assert_eq!(
        open,
        "# leer\ncomponents:\n  in_use:\n  planned:\n  municipal_it_share:\nfim:\n  known:\n"
    );
    let ranked = put(
        "# leer\n",
        &[("page", ":aims"), ("asked", "goals"), ("a.goals#1", ""), ("a.goals#3", "economy")],
    );
    assert_eq!(ranked, "# leer\ngoals: [economy]\n");
    let level = put(
        "# leer\n",
        &[("page", ":data"), ("asked", "data.inventory"), ("a.data.inventory", "2")],
    );
    assert_eq!(level, "# leer\ndata:\n  inventory: 2\n");
    // What the page did not ask stays as it is.
    assert_eq!(put(&level, &[("page", ":data")]), level);
}

#[test]
fn a_mistake_is_named_at_the_top_and_beside_its_field_and_what_was_typed_stays() {
    let served = Served::new();
    let fields = [
        ("page", ":municipality"),
        ("go", "next"),
        ("asked", "municipality.name"),
        ("a.municipality.name", "Auetal"),
        ("asked", "municipality.population"),
        ("a.municipality.population", "vierzig"),
    ];
    for target in ["questions", "report", "review", "profile", "report.html", "council.html"] {
        let page = served.send(&format!("/de/{target}"), &fields);
        assert_eq!(page.status, 422, "{target}");
        assert!(page.body.contains("role=\"alert\""));
        assert!(page.body.contains(
            "<a href=\"#q-municipality-population\">Einwohnerzahl: „vierzig“ ist keine Zahl"
        ));
        assert!(page.body.contains("value=\"vierzig\""));
        assert!(page.body.contains(
            "aria-describedby=\"q-municipality-population-help q-municipality-population-mistake"
        ));
        assert!(page.body.contains("aria-invalid=\"true\""));
        assert!(page.profile().contains("name: Auetal"), "what is no mistake is kept");
    }
}

#[test]
fn a_letter_that_cannot_be_read_is_a_mistake() {
    let served = Served::new();
    let name = ("a.municipality.name", "M\u{fffd}nster");
    let fields = [("page", ":municipality"), ("go", "next"), ("asked", "municipality.name"), name];
    let page = served.send("/de/questions", &fields);
    assert_eq!(page.status, 422);
    assert!(page.body.contains("Ein Zeichen der Eingabe ist nicht lesbar"), "{}", page.body);
}

#[test]
fn answers_that_contradict_one_another_are_shown_once_and_stop_the_report() {
    let served = Served::new();
    let text = "components: {in_use: [dms]}\n";
    let clash = [
        ("profile", text),
        ("page", ":services"),
        ("asked", "components.planned"),
        ("a.components.planned", "dms"),
        ("go", "next"),
    ];
    let page = served.send("/de/questions", &clash);
    assert_eq!(page.status, 422);
    assert!(page.body.contains("Zugleich geplant und im Einsatz"));
    let number =
        page.body.split("name=\"seen\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    let mut again = clash.to_vec();
    again.push(("seen", number.expect("the page says what was seen")));
    let next = served.send("/de/questions", &again);
    assert_eq!(next.status, 200);
    assert!(next.body.contains("<h1>Daten</h1>"));
    let report = served.send("/de/report", &[("profile", &next.profile())]);
    assert_eq!(report.status, 422);
    assert!(
        report.body.contains("Noch kein Bericht möglich")
            && report.body.contains("Zugleich geplant und im Einsatz")
    );
}

#[test]
fn a_file_with_mistakes_is_shown_with_line_and_cure() {
    let served = Served::new();
    let page = served
        .send_parts("/de/load", &[("file", b"goals:\n  - fundng\nstaff: {participation: 9}\n")]);
    assert_eq!(page.status, 422);
    assert!(page.body.contains("Fehler in Zeile 2") && page.body.contains("Fehler in Zeile 3"));
    assert!(page.body.contains("<code>funding</code>"), "{}", page.body);
    // What an answer can fix can be fixed in the questionnaire.
    let fixed =
        served.send_parts("/de/load", &[("text", b"goals: [fundng]\r\n"), ("anyway", b"1")]);
    assert_eq!((fixed.status, fixed.profile().as_str()), (200, "goals: [fundng]\n"));
    let fields = [
        ("profile", "goals: [fundng]\n"),
        ("page", ":aims"),
        ("asked", "goals"),
        ("a.goals#1", "funding"),
        ("go", "here"),
    ];
    assert_eq!(served.send("/de/questions", &fields).profile(), "goals: [funding]\n");
    let unknown = served.send_parts("/de/load", &[("text", b"gaols: 1\n"), ("anyway", b"1")]);
    assert!(
        !unknown.body.contains("name=\"anyway\""),
        "an unknown question is fixed in the text alone"
    );
    assert_eq!(served.send_parts("/de/load", &[("file", b"")]).status, 422);
}

#[test]
fn the_report_can_be_kept_as_a_file_that_needs_nothing() {
    let served = Served::new();
    let file = served.send("/en/report.html", &[("profile", &auetal())]);
    assert_eq!((file.status, file.kind.as_str()), (200, "text/html; charset=utf-8"));
    assert_eq!(
        file.header("content-disposition"),
        Some("attachment; filename*=UTF-8''report-auetal.html")
    );
    let options =
        dteam::Options::default().language(crate::EN).date(jiff::civil::date(2026, 11, 22));
    let catalog = crate::survey::catalog();
    let profile = catalog.profile_from_str("", &auetal()).expect("the example is sound");
    let advice = catalog.advise(&profile, &options).expect("no script fails");
    assert_eq!(file.body, dteam::render::html(&advice, 5), "the same as on the command line");
    let page = served.send("/en/report", &[("profile", &auetal())]);
    assert!(page.body.contains(&dteam::render::html_main(&advice, 5)));
}

#[test]
fn a_paper_for_the_council_can_be_kept_as_a_file() {
    let served = Served::new();
    let file = served.send("/de/council.html", &[("profile", &auetal())]);
    assert_eq!((file.status, file.kind.as_str()), (200, "text/html; charset=utf-8"));
    assert_eq!(
        file.header("content-disposition"),
        Some("attachment; filename*=UTF-8''vorlage-auetal.html")
    );
    let arguments =
        ["advise", "profiles/auetal.yaml", "--date", "2026-11-22", "--format", "council-html"];
    let output =
        assert_cmd::Command::cargo_bin("dteam").expect("it is built").args(arguments).output();
    let written = String::from_utf8(output.expect("it runs").stdout).expect("the page is text");
    assert_eq!(file.body, written, "the same as on the command line");
    assert!(
        served.send("/de/council.html", &[("profile", "")]).body.contains("role=\"alert\""),
        "no answer, no paper"
    );
}

#[test]
fn pages_change_language_with_all_answers() {
    let served = Served::new();
    let text = auetal();
    let page = served.send("/de/questions", &[("profile", &text), ("go", ":data")]);
    assert!(
        page.body.contains("formaction=\"../en/questions\" name=\"go\" value=\"here\" lang=\"en\"")
    );
    let other =
        served.send("/en/questions", &[("profile", &text), ("page", ":data"), ("go", "here")]);
    assert_eq!(other.profile(), text);
    assert!(other.body.contains("<h1>Data</h1>") && other.body.contains("<html lang=\"en\">"));
}

#[test]
fn a_pack_of_ones_own_asks_in_the_browser_too() {
    let served = Served::with(&["--rules", "tests/suite/packs/school-digital"]);
    let page = served.send("/de/questions", &[("profile", "{}"), ("go", ":school-digital")]);
    assert_eq!(page.status, 200);
    assert!(page.body.contains("name=\"asked\" value=\"school_digital.devices\""), "{}", page.body);
    let fields = [
        ("profile", "# leer\n"),
        ("page", ":school-digital"),
        ("asked", "school_digital.devices"),
        ("a.school_digital.devices", "60"),
        ("go", "next"),
    ];
    let answered = served.send("/de/questions", &fields);
    assert_eq!(answered.profile(), "# leer\nschool_digital:\n  devices: 60\n");
    assert!(answered.body.contains("<h1>Antworten prüfen</h1>"), "it was the last section");
}

#[cfg(feature = "workbooks")]
#[test]
fn a_workbook_with_one_municipality_is_a_profile() {
    let book = |rows: &[[&str; 3]]| {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        for (row, cells) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(cells) {
                sheet.write(row, column, *cell).expect("a cell");
            }
        }
        book.save_to_buffer().expect("a workbook")
    };
    let header = ["Name der Kommune", "Art der Kommune", "municipality.population"];
    let served = Served::new();
    let one = book(&[header, ["Bad Auetal", "Gemeinde", "9.400"]]);
    let loaded = served.send_parts("/de/load", &[("file", &one)]);
    assert_eq!(loaded.status, 200, "{}", loaded.body);
    assert!(loaded.body.contains("Bad Auetal") && loaded.body.contains("9.400"), "{}", loaded.body);
    let compared =
        served.send_parts("/de/compare", &[("one-file", &one), ("other-example", b"auetal")]);
    assert_eq!(compared.status, 200, "{}", compared.body);
    for (rows, told) in [
        (&[header, ["Auetal", "Dorf", ""]][..], "Zelle B2"),
        (&[header, ["Auetal", "", ""], ["Bautal", "", ""]], "2 Kommunen"),
        (&[header], "0 Kommunen"),
    ] {
        let refused = served.send_parts("/de/load", &[("file", &book(rows))]);
        assert_eq!(refused.status, 422, "{}", refused.body);
        assert!(refused.body.contains(told), "{told}: {}", refused.body);
    }
    let torn = served.send_parts("/de/load", &[("file", &one[..one.len() / 2])]);
    assert_eq!(torn.status, 422, "{}", torn.body);
}
