//! What the site makes of answers beside the report: the plan with its tasks, what a year brought,
//! a team.

use std::fs;

use assert_cmd::Command;

use super::Served;
use crate::handbook::unbalanced;

fn profile(name: &str) -> String {
    fs::read_to_string(format!("profiles/{name}.yaml")).expect("the examples are in the repository")
}

/// What the command line prints.
fn printed(arguments: &[&str]) -> String {
    let own = ["--date", "2026-11-22", "--lang", "de"];
    let output = Command::cargo_bin("dteam").expect("the binary is built");
    let output = { output }.args(arguments).args(own).output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("the program speaks text")
}

#[test]
fn the_plan_and_its_tasks_are_those_of_the_command_line() {
    let (served, auetal) = (Served::new(), profile("auetal"));
    let wish = [
        ("profile", auetal.as_str()),
        ("start", "2027-Q3"),
        ("quarters", "4"),
        ("days", "12,5"),
        ("per-year", "3"),
        ("step", ""),
        ("step", "done:data/inventory"),
        ("step", "skip:base-components/know-fim"),
    ];
    let own = ["plan", "profiles/auetal.yaml", "--start", "2027-Q3", "--quarters", "4"];
    let own = [&own[..], &["--days", "12.5", "--per-year", "3", "--done", "data/inventory"]];
    let own = [own[0], own[1], &["--skip", "base-components/know-fim", "--format"]].concat();
    for (page, format) in [("plan.html", "html"), ("tasks.csv", "csv"), ("tasks.ics", "ics")] {
        let kept = served.send(&format!("/de/{page}"), &wish);
        assert_eq!(kept.status, 200, "{page}");
        assert!(kept.body == printed(&[&own[..], &[format]].concat()), "another {page}");
        let disposition = kept.header("content-disposition").unwrap_or_default();
        assert!(disposition.contains(&format!("auetal.{format}")), "{disposition}");
    }
    let page = served.send("/de/plan", &wish);
    assert_eq!(unbalanced(&page.body), Vec::<String>::new());
    assert!(page.body.contains("<option value=\"2027-Q3\" selected>"));
    assert!(page.body.contains("value=\"done:data/inventory\" selected"));
    assert!(page.body.contains("name=\"days\" value=\"12,5\""));
    let document = printed(&[&own[..], &["html"]].concat());
    let (_, sections) = document.split_once("<section").expect("the plan has sections");
    let (sections, _) = sections.split_once("</main>").expect("the plan ends");
    assert!(page.body.contains(sections), "the page shows the plan");
}

#[test]
fn without_a_wish_the_plan_begins_with_the_next_quarter() {
    let served = Served::new();
    let page = served.send("/en/plan", &[("profile", &profile("auetal"))]);
    assert_eq!(page.status, 200);
    assert!(page.body.contains("<option value=\"2027-Q1\" selected>"));
    assert!(page.body.contains("<option value=\"8\" selected>"));
    let nothing = served.send("/en/plan", &[("profile", "")]);
    assert_eq!(nothing.status, 422, "nothing is answered");
    assert_eq!(served.get("/en/plan").header("location"), Some("./?again=1"));
}

#[test]
fn a_plan_that_cannot_be_says_why_and_keeps_what_was_entered() {
    let (served, auetal) = (Served::new(), profile("auetal"));
    for days in ["viele", "0", "0,3", "-4", "1e9", "NaN"] {
        let page = served.send("/de/plan", &[("profile", &auetal), ("days", days)]);
        assert_eq!(page.status, 422, "{days}");
        assert!(page.body.contains("von 0,5 bis 6.000"), "{days}");
        assert!(page.body.contains(&format!("name=\"days\" value=\"{days}\"")), "{days}");
        assert_eq!(page.profile(), auetal, "{days}");
    }
    let page = served.send("/de/plan", &[("profile", &auetal), ("step", "done:data/<b>")]);
    assert_eq!(page.status, 422);
    assert!(page.body.contains("data/&lt;b&gt;"), "{}", page.body);
    let strange = [
        ("profile", auetal.as_str()),
        ("start", "9999-Q9"),
        ("quarters", "99"),
        ("per-year", "0"),
        ("step", "x"),
    ];
    assert_eq!(served.send("/de/plan", &strange).status, 200, "what no form says is passed over");
    assert_eq!(served.send("/de/plan", &strange).body, served.send("/de/plan", &strange[..1]).body);
}

#[test]
fn last_years_file_beside_the_answers_is_what_the_command_line_says() {
    let (served, before) = (Served::new(), profile("auetal"));
    let now = before.replace("inventory: 0", "inventory: 2");
    let before = format!("{before}gone: {{away: 1}}\n");
    let chosen = served.send("/de/progress", &[("profile", &now), ("go", "choose")]);
    assert_eq!((chosen.status, chosen.profile()), (200, now.clone()));
    assert!(!chosen.body.contains("name=\"new\""), "the answers are there");
    let carried = serde_json::Value::from(now.as_str()).to_string();
    let parts = [("profile", carried.as_bytes()), ("old", before.as_bytes())];
    let page = served.send_parts("/de/progress", &parts);
    assert_eq!(page.status, 200, "{}", page.body);
    assert_eq!(unbalanced(&page.body), Vec::<String>::new());

    let folder = tempfile::tempdir().expect("a temporary folder");
    let [old, new] = [("old.yaml", &before), ("new.yaml", &now)].map(|(name, text)| {
        let path = folder.path().join(name);
        fs::write(&path, text).expect("it can be written");
        path.display().to_string()
    });
    let own = printed(&["progress", &old, &new, "--format", "html"]);
    assert!(own.contains("nicht mehr gibt"), "a question that is gone is named");
    let kept = served.send_parts("/de/progress.html", &parts);
    assert!(kept.body == own, "another page");

    let both = [("new", now.as_bytes()), ("old", before.as_bytes())];
    assert!(served.send_parts("/de/progress.html", &both).body == own, "both from files");
    let form = served.get("/de/progress");
    assert!(form.body.contains("name=\"old\"") && form.body.contains("name=\"new\""));
}

#[test]
fn of_two_profiles_what_is_wrong_with_each_is_said() {
    let served = Served::new();
    let parts: [(&str, &[u8]); 2] = [("new", b"goals: [fundng]\n"), ("old", b"goals: 5\n")];
    let page = served.send_parts("/de/progress", &parts);
    assert_eq!(page.status, 422);
    let (old, new) = (page.body.find("Profil von damals"), page.body.find("fundng"));
    assert!(old.is_some() && new.is_some(), "{}", page.body);
    let nothing = served.send_parts("/de/progress", &[("new", b""), ("old", b"")]);
    assert_eq!(nothing.status, 422);
}

/// A form with files of these names.
fn files(files: &[(&str, &str)]) -> Vec<u8> {
    let mut body = String::new();
    for (name, text) in files {
        let head = format!("form-data; name=\"files\"; filename=\"{name}\"");
        body += &format!("--XXX\r\nContent-Disposition: {head}\r\n\r\n{text}\r\n");
    }
    (body + "--XXX--\r\n").into_bytes()
}

const PARTS: &str = "multipart/form-data; boundary=XXX";

#[test]
fn files_of_several_municipalities_are_a_team_as_on_the_command_line() {
    let served = Served::new();
    let names = ["auetal", "kaltenried", "quellenried", "falkenrode"];
    let given: Vec<(String, String)> =
        names.iter().map(|name| (format!("{name}.yaml"), profile(name))).collect();
    let given: Vec<(&str, &str)> =
        given.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let paths = names.map(|name| format!("profiles/{name}.yaml"));
    let own = [vec!["team"], paths.iter().map(String::as_str).collect()].concat();
    for (page, format) in [("team.html", "html"), ("team.csv", "csv")] {
        let kept = served.post(&format!("/de/{page}"), PARTS, &files(&given));
        assert_eq!(kept.status, 200);
        assert!(kept.body == printed(&[&own[..], &["--format", format]].concat()), "{page}");
    }
    let page = served.post("/de/team", PARTS, &files(&given));
    assert_eq!(unbalanced(&page.body), Vec::<String>::new());
    assert!(!page.body.contains("role=\"alert\""));

    // The page carries the files on, for its buttons and the other language.
    let carried: Vec<(&str, String)> = given
        .iter()
        .flat_map(|(name, text)| {
            [("name", (*name).to_owned()), ("text", serde_json::Value::from(*text).to_string())]
        })
        .collect();
    let carried: Vec<(&str, &str)> =
        carried.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let again = served.send("/de/team.html", &carried);
    assert!(again.body == printed(&[&own[..], &["--format", "html"]].concat()));
}

#[test]
fn a_faulty_file_is_named_and_the_others_are_a_team() {
    let (served, auetal, other) = (Served::new(), profile("auetal"), profile("kaltenried"));
    let given = [
        ("auetal.yaml", auetal.as_str()),
        ("b<b>.yaml", "goals: [fundng]\n"),
        ("auetal.yaml", other.as_str()),
    ];
    let page = served.post("/de/team", PARTS, &files(&given));
    assert_eq!(page.status, 200);
    assert!(page.body.contains("b&lt;b&gt;.yaml") && page.body.contains("fundng"));
    assert!(!page.body.contains("b<b>"));
    for given in [&given[..2], &[("a.yaml", "")], &[]] {
        let page = served.post("/de/team", PARTS, &files(given));
        assert_eq!(page.status, 422, "{given:?}");
        assert!(page.body.contains("mindestens zwei Kommunen"));
    }
    assert_eq!(served.get("/en/team").status, 200);
}
