//! Pages that need no server, with rules, title and answers of their author's.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use dteam::web::{Content, Form, Pages, Request};
use serde_json::{Value as Json, json};

const SCHOOLS: &str = "tests/suite/packs/school-digital";
const COUNTY: &str = "tests/suite/packs/county";
const PROFILE: &str = "tests/suite/packs/school.yaml";
const DATE: &str = "2026-11-22";

/// What of `dteam.html` the command looks at. Another test holds it against what makes that file.
fn template(version: &str) -> String {
    format!(
        "<meta name=\"generator\" content=\"dteam {version}\">\n<title>dteam</title>\n\
         <script type=\"application/json\" id=\"app-content\">null</script>\n<script>run()</script>\n"
    )
}

/// A folder with a template of this version.
fn desk(version: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("dteam.html"), template(version)).expect("it can be written");
    folder
}

fn run(arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::cargo_bin("dteam").expect("the binary is built").args(arguments).output();
    let output = output.expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("the program speaks text");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

/// Makes a page with these arguments.
fn made(arguments: &[&str]) -> String {
    let desk = desk(env!("CARGO_PKG_VERSION"));
    let path = |name: &str| desk.path().join(name).display().to_string();
    let (template, page) = (path("dteam.html"), path("page.html"));
    let own = ["app", "--template", &template, "-o", &page];
    let (code, said, complaint) = run(&[&own, arguments].concat());
    assert_eq!((code, said.as_str(), complaint.as_str()), (Some(0), "", ""));
    fs::read_to_string(page).expect("the page is there")
}

/// The content of a page, as a browser finds it: up to the first end of a script.
fn content(page: &str) -> Content {
    let (_, rest) = page.split_once("id=\"app-content\">").expect("the page has content");
    let (data, _) = rest.split_once("</script").expect("the element ends");
    serde_json::from_str(data).expect("the content is JSON")
}

/// The pages that the module makes of the page's content.
fn pages(page: &str) -> Pages {
    let date = dteam::language::date(DATE);
    content(page).pages(dteam::builder(), dteam::EXAMPLES, date).expect("the rules are sound")
}

fn sent(pages: &Pages, path: &str, form: &str) -> String {
    let kind = "application/x-www-form-urlencoded";
    let form = Some(Form { kind, body: form.as_bytes() });
    let answer = pages.answer(&Request { path, query: "", form });
    assert!(answer.status.is_success(), "{path}: {}", answer.status);
    String::from_utf8(answer.body).expect("pages are text")
}

fn got(pages: &Pages, path: &str, query: &str) -> String {
    let answer = pages.answer(&Request { path, query, form: None });
    assert!(answer.status.is_success(), "{path}: {}", answer.status);
    String::from_utf8(answer.body).expect("pages are text")
}

/// Where a reader who speaks these languages begins.
fn first(pages: &Pages, languages: &str) -> String {
    let query = format!("languages={languages}");
    let answer = pages.answer(&Request { path: "", query: &query, form: None });
    let (_, location) =
        answer.headers.into_iter().find(|(name, _)| name == "location").expect("it leads on");
    location
}

fn advice(rules: &[&str], profile: &str, language: &str) -> String {
    let own = ["advise", profile, "--format", "html", "--date", DATE, "--lang", language];
    let rules = rules.iter().flat_map(|folder| ["--rules", folder]);
    let (code, report, complaint) = run(&own.into_iter().chain(rules).collect::<Vec<_>>());
    assert_eq!((code, complaint.as_str()), (Some(0), ""));
    report
}

#[test]
fn a_page_with_packs_advises_as_the_command_line_does_with_them() {
    let page = made(&["--rules", SCHOOLS, "--rules", COUNTY]);
    let pages = pages(&page);
    let profile = fs::read_to_string(PROFILE).expect("it is there");
    let form = format!("profile={}", crate::serve::encoded(&profile));
    for language in ["de", "en"] {
        let report = sent(&pages, &format!("{language}/report.html"), &form);
        let own = advice(&[SCHOOLS, COUNTY], PROFILE, language);
        assert!(report == own, "another report: {language}");
        assert!(report != advice(&[SCHOOLS], PROFILE, language), "the packs change the advice");
    }
}

#[test]
fn a_study_of_its_own_takes_the_place_of_the_one_that_comes_along() {
    let page = made(&["--rules", "examples/studies/ecoles"]);
    let start = got(&pages(&page), "fr/", "");
    assert!(start.contains("<html lang=\"fr\">"));
    assert_eq!(first(&pages(&page), "de,en"), "fr/", "it speaks no other language");
    let packs = &content(&page).rules[0];
    assert!(packs.iter().any(|(path, _)| path == "survey.yaml"));
    assert!(packs.iter().all(|(path, _)| !path.ends_with("cases.yaml")), "cases are not needed");
}

#[test]
fn title_answers_language_and_short_form_are_those_of_the_author() {
    let title = "</script><!-- <b>Landkreis & Co</b>";
    let page = made(&["--title", title, "--profile", "profiles/auetal.yaml", "--short"]);
    let found = content(&page);
    assert_eq!(found.title.as_deref(), Some(title));
    assert_eq!(page.matches("</script>").count(), template("").matches("</script>").count());
    assert!(!page.contains("<!--") && !page.contains("<b>"), "no text of the author is markup");
    assert!(page.contains("<title>&lt;/script&gt;&lt;!-- &lt;b&gt;Landkreis &amp; Co&lt;/b&gt;"));

    let pages = pages(&page);
    assert_eq!(first(&pages, "fr,en,de"), "en/questions?short=1");
    assert_eq!(first(&pages, ""), "de/questions?short=1");
    let start = got(&pages, "de/", "");
    assert!(start.contains("&lt;b&gt;Landkreis &amp; Co&lt;/b&gt;</a>"));
    assert!(start.contains("Antworten sind schon eingetragen"));
    let questions = got(&pages, "de/questions", "");
    assert!(questions.contains("value=\"Auetal\""), "the name is filled in");

    let english = made(&["--lang", "en"]);
    assert_eq!(first(&self::pages(&english), "de"), "en/");
    let plain = got(&self::pages(&english), "en/", "");
    assert!(!plain.contains("filled in already") && plain.contains(">dteam</a>"));
}

#[test]
fn a_page_made_of_a_page_has_the_new_content_alone() {
    let desk = desk(env!("CARGO_PKG_VERSION"));
    let path = |name: &str| desk.path().join(name).display().to_string();
    let [template, one, other] = ["dteam.html", "one.html", "other.html"].map(path);
    assert_eq!(run(&["app", "--template", &template, "-o", &one, "--rules", SCHOOLS]).0, Some(0));
    assert_eq!(run(&["app", "--template", &one, "-o", &other, "--short"]).0, Some(0));
    let page = fs::read_to_string(other).expect("the page is there");
    assert_eq!(content(&page), Content { is_short: true, ..Content::default() });
}

#[test]
fn mistakes_are_told_and_nothing_is_written() {
    let desk = desk(env!("CARGO_PKG_VERSION"));
    let path = |name: &str| desk.path().join(name).display().to_string();
    let (template, page) = (path("dteam.html"), path("page.html"));
    fs::create_dir(desk.path().join("probe")).expect("the folder can be made");
    let pack = "format: 1\nid: probe\nversion: 1.0.0\ntitle: {de: Probe, en: Probe}\nrules: 5\n";
    fs::write(desk.path().join("probe/pack.yaml"), pack).expect("it can be written");
    fs::write(desk.path().join("profile.yaml"), "goals: [fundng]\n").expect("it can be written");
    fs::write(desk.path().join("report.html"), "<html></html>").expect("it can be written");
    let foreign = desk.path().join("foreign.html");
    fs::write(&foreign, self::template("99.0.0")).expect("it can be written");
    let [probe, profile, report, foreign] =
        ["probe", "profile.yaml", "report.html", "foreign.html"].map(path);
    let own = ["app", "--lang", "en", "-o", &page];
    for (arguments, expected) in [
        (vec!["--template", &template, "--rules", &probe], "pack.yaml:5"),
        (vec!["--template", &template, "--profile", &profile], "profile.yaml:1:9"),
        (vec!["--template", &report], "D886"),
        (vec!["--template", &foreign], "D887"),
        (vec![], "D888"),
        (vec!["--template", &path("nowhere.html")], "nowhere.html"),
        (vec!["--template", &page], "page.html"),
        (vec!["--template", &template, "--title", " "], "1 to 100 letters"),
    ] {
        let (code, said, complaint) = run(&[&own[..], &arguments[..]].concat());
        assert_eq!((code, said.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(complaint.contains(expected), "{arguments:?}: {complaint}");
        assert!(!Path::new(&page).exists(), "{arguments:?}");
    }
    let (code, ..) = run(&["app", "--template", &template, "-o", &template]);
    assert_eq!(code, Some(2), "the template is not written over");
}

#[test]
fn the_command_finds_what_the_build_of_the_page_writes() {
    let build = fs::read_to_string("bindings/wasm/build").expect("it is there");
    for part in template("%s").lines().take(3) {
        assert!(build.contains(part), "the build writes {part}");
    }
    let script = fs::read_to_string("bindings/wasm/page.js").expect("it is there");
    assert!(script.contains("getElementById(\"app-content\")"));
}

#[test]
fn an_empty_content_is_that_of_the_finished_page() {
    assert_eq!(serde_json::from_value::<Option<Content>>(Json::Null).expect("it is none"), None);
    let empty = serde_json::from_value::<Content>(json!({})).expect("nothing is required");
    assert_eq!(empty, Content::default());
    let pages = empty.pages(dteam::builder(), dteam::EXAMPLES, None).expect("the rules are sound");
    assert_eq!(first(&pages, "en"), "en/");
}
